import type { Code, Parameters } from "./catalogue.generated.ts";
import { catalogue } from "./catalogue.generated.ts";
import type { SourceFile, Span } from "./source.ts";

export type Severity = "error" | "warning" | "info";

/** A second place that explains the first: "declared here", "the other clause". */
export interface Related {
  readonly file: SourceFile;
  readonly span: Span;
  readonly message: string;
}

/** A concrete case for a finding, in the form that `eval` takes. */
export type WitnessInput = Readonly<Record<string, string | number | boolean>>;

/** One finding, as a value: the text comes from the catalogue and is laid out late, by whoever shows it. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | undefined;
  readonly file: SourceFile;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly witness?: WitnessInput;
}

export interface Extras {
  readonly related?: readonly Related[];
  /** Replaces the catalogue's general way to mend by one for this very place. */
  readonly hint?: string;
  readonly witness?: WitnessInput;
}

const fill = (template: string, parameters: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => parameters[name] ?? whole);

/** Makes a diagnostic of the catalogue's code; the parameters are checked against the placeholders of its message. */
export function diagnose<C extends Code>(
  code: C,
  parameters: Parameters[C],
  file: SourceFile,
  span: Span,
  extras: Extras = {},
): Diagnostic {
  const entry = catalogue[code];
  return {
    code,
    severity: entry.severity,
    message: fill(entry.message, parameters),
    hint: extras.hint ?? (entry.hint === undefined ? undefined : fill(entry.hint, parameters)),
    ...file.placeOf(span),
    related: (extras.related ?? []).map((other) => ({ ...other, ...other.file.placeOf(other.span) })),
    ...(extras.witness === undefined ? {} : { witness: extras.witness }),
  };
}

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === "error";
