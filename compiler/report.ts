import { diagnose, type Diagnostic, type Extras, type Related } from "../diagnostics/diagnostic.ts";
import type { Code, Parameters } from "../diagnostics/catalogue.generated.ts";
import type { SourceFile, Span } from "../diagnostics/source.ts";

/** Collects the findings of one file; phases get one instead of throwing, so that every fault of a run is told. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = [];

  constructor(readonly file: SourceFile) {}

  report<C extends Code>(code: C, parameters: Parameters[C], span: Span, extras: Extras = {}): void {
    this.diagnostics.push(diagnose(code, parameters, this.file, span, extras));
  }

  /** The words at a place, as the drafter wrote them, on one line. */
  quote(span: Span): string {
    return this.file.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  }

  here(span: Span, message: string): Related {
    return { file: this.file, span, message };
  }
}
