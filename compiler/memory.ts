/**
 * What one compilation leaves to the next, so that a change in one file costs one file. Every entry is the answer of a
 * pure function and names all that it was worked out from: with a memory or without, a compilation says the same.
 * A `SourceFile` never changes, so the same object is the same text: whoever compiles again hands over the same objects
 * for the files that did not change. What no file holds any more is let go with it.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source.ts";
import type { ParseResult } from "../grammar/index.ts";
import type { ReadFile } from "./1-resolve/linked-names.ts";
import type { Question } from "./4-analyze/question.ts";
import type { Lowered, Unit } from "./compile.ts";
import type { Library } from "./source/library.ts";
import type { QuotationFindings } from "./source/check.ts";

/** The last answer about each thing, for as long as what it depends on stays the same. */
class Kept<K extends object, V> {
  readonly #last = new WeakMap<K, { readonly from: readonly unknown[]; readonly value: V }>();

  of(key: K, from: readonly unknown[], make: () => V): V {
    const last = this.#last.get(key);
    if (last !== undefined && isSame(last.from, from)) return last.value;
    const value = make();
    this.#last.set(key, { from, value });
    return value;
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

export class Memory {
  /** A policy with what amends it. */
  readonly joined = new Kept<SourceFile, SourceFile>();
  /** By the text alone, before imports are known. */
  readonly parsed = new Kept<SourceFile, ParseResult>();
  readonly read = new Kept<SourceFile, ReadFile>();
  readonly units = new Kept<ReadFile, Unit>();
  readonly lowered = new Kept<Unit, Lowered>();
  readonly libraries = new Kept<Memory, Library>();
  readonly quotations = new Kept<Unit, QuotationFindings>();
  readonly answers = new Kept<Question, Promise<readonly Diagnostic[]>>();
}
