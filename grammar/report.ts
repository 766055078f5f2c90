import type { Code, Parameters } from "../diagnostics/catalogue.generated.ts";
import { diagnose, type Diagnostic, type Extras } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source.ts";

/** Records one finding at `start`–`end` of the file being read. */
export type Report = <C extends Code>(
  code: C,
  parameters: Parameters[C],
  start: number,
  end: number,
  extras?: Extras,
) => void;

const LONGEST = 40;

/** A message quotes a few words of the text, not a page of it. */
function shortened<P extends object>(parameters: P): P {
  const short = Object.entries(parameters).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === "string" && value.length > LONGEST ? `${value.slice(0, LONGEST)}……` : value,
  ]);
  return Object.assign({}, parameters, Object.fromEntries(short));
}

export class Findings {
  readonly list: Diagnostic[] = [];

  constructor(readonly file: SourceFile) {}

  readonly report: Report = (code, parameters, start, end, extras) => {
    const last = this.file.text.length;
    const from = Math.min(start, last);
    this.list.push(
      diagnose(
        code,
        shortened(parameters),
        this.file,
        { start: from, end: Math.min(Math.max(end, from), last) },
        extras,
      ),
    );
  };
}
