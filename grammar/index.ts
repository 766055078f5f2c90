/**
 * The front end: text to tree. It knows the language's words and grammar, and nothing of what a policy means. It never
 * throws: whatever a file holds, there is a tree of what could be read and a finding for everything that could not.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source.ts";
import type { PolicyFile } from "./ast.ts";
import type { LinkedName } from "./file.ts";
import { FileReader } from "./read.ts";

export interface ParseResult {
  readonly tree: PolicyFile;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one `.policy` file; `linked` are the names that its imports bring in. */
export const parse = (file: SourceFile, linked: readonly LinkedName[] = []): ParseResult =>
  new FileReader(file, linked).read();

export type { LinkedName } from "./file.ts";
export { format, formatParts, preventsFormatting, sameTree } from "./format.ts";
export { nearest } from "./nearest.ts";
export { type Keyword, keywords, reservedWords } from "./keywords.ts";
export { isBareName } from "./width.ts";
export { unitTable } from "./units.ts";
export { serializedGrammar } from "./diagrams.ts";
