import { diagnose, type Diagnostic, type Extras, type Related } from "../diagnostics/diagnostic.ts";
import type { Code, Parameters } from "../diagnostics/catalogue.generated.ts";
import type { SourceFile, Span } from "../diagnostics/source.ts";

/** Collects the findings of one file; phases get one instead of throwing, so that every fault of a run is told. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = [];
  readonly #told = new Set<string>();

  constructor(readonly file: SourceFile) {}

  report<C extends Code>(code: C, parameters: Parameters[C], span: Span, extras: Extras = {}): void {
    this.add([diagnose(code, parameters, this.file, span, extras)]);
  }

  /** What an earlier phase said of the same place in the same words is not said again. */
  add(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      const { code, file, span, message } = diagnostic;
      const key = `${code} ${span.start} ${span.end} ${file.path} ${message}`;
      if (!this.#told.has(key)) this.diagnostics.push(diagnostic);
      this.#told.add(key);
    }
  }

  /** The words at a place, as the drafter wrote them, on one line. */
  quote(span: Span): string {
    return this.file.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  }

  here(span: Span, message: string): Related {
    return { file: this.file, span, message };
  }
}
