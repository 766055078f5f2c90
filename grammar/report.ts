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

export class Findings {
  readonly list: Diagnostic[] = [];

  constructor(readonly file: SourceFile) {}

  readonly report: Report = (code, parameters, start, end, extras) => {
    const last = this.file.text.length;
    const from = Math.min(start, last);
    this.list.push(diagnose(code, parameters, this.file, { start: from, end: Math.min(Math.max(end, from), last) }, extras));
  };
}
