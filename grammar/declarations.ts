/** What a file declares, read before anything else so that running text can be cut over it. */
import { keywords } from "./keywords.ts";
import type { Extent } from "./layout.ts";
import { findOutside, lineEnd, skipBlank } from "./layout.ts";
import { closingEnd, quoteMarks } from "./width.ts";
import type { DeclaredName } from "./tokens.ts";

export interface WrittenName extends DeclaredName {
  /** Written in 「」. */
  readonly quoted: boolean;
}

export interface Declaration {
  readonly extent: Extent;
  readonly name: WrittenName;
  /** The offset of `:` or `=`; none where it is missing. */
  readonly separator: number | undefined;
  /** The words of the type, between `:` and what follows it. */
  readonly type: Extent | undefined;
  readonly values: readonly WrittenName[];
  /** Values parted by 、 or / instead of |. */
  readonly misparted: boolean;
  /** Where limits, a formula or 推定 go on. */
  readonly rest: number;
}

const listWords = keywords.filter(({ token }) => token === "AllOf" || token === "AnyOf").map(({ word }) => word);

/** Cuts an extent at `;` and `。`, but not within a list of conditions, and leaving 推定 with what it follows. */
export function splitStatements(text: string, extent: Extent): Extent[] {
  const whole = text.slice(extent.start, extent.end);
  if (listWords.some((word) => whole.includes(word))) return [extent];
  const parts: Extent[] = [];
  const ends = (index: number): boolean => isStop(text, index) && !assumptionFollows(text, index + 1, extent.end);
  let start = skipBlank(text, extent.start, extent.end);
  while (start < extent.end) {
    const stop = findOutside(text, start, extent.end, ends);
    if (stop > start) parts.push({ start, end: trimEnd(text, start, stop) });
    start = skipBlank(text, stop + 1, extent.end);
  }
  return parts;
}

/** A full stop between digits is no end but a mistake that the reader of numbers reports. */
function isStop(text: string, index: number): boolean {
  const unit = text[index];
  if (unit !== ";" && unit !== "。") return false;
  return !(unit === "。" && /\d/.test(text[index - 1] ?? "") && /\d/.test(text[index + 1] ?? ""));
}

export function assumptionFollows(text: string, start: number, end: number): boolean {
  const next = skipBlank(text, start, end);
  return text.startsWith("推定", next) && quoteMarks.has(text[skipBlank(text, next + 2, end)] ?? "");
}

function trimEnd(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && /\s/.test(text[index - 1] ?? "")) index -= 1;
  return index;
}

/** The name written in a stretch of text: what stands in 「」, or all of it without surrounding space. */
function readName(text: string, start: number, end: number): WrittenName {
  const from = skipBlank(text, start, end);
  if (quoteMarks.has(text[from] ?? "")) {
    const close = closingEnd(text, from, end);
    if (close !== undefined) {
      const blank = skipBlank(text, close, end) >= end;
      if (blank) return { text: text.slice(from + 1, close - 1).trim(), start: from, end: close, quoted: true };
    }
  }
  const comment = findComment(text, from, end);
  const to = trimEnd(text, from, comment);
  return { text: text.slice(from, to), start: from, end: to, quoted: false };
}

function findComment(text: string, start: number, end: number): number {
  const at = text.slice(start, end).indexOf("//");
  return at === -1 ? end : start + at;
}

const isAssignment = (text: string, index: number): boolean =>
  text[index] === "=" && text[index + 1] !== ">" && !"<>!=".includes(text[index - 1] ?? " ") && text[index + 1] !== "=";

/** Reads `名: 类型…` or, in 定义, `名 = …`. */
export function readDeclaration(
  text: string,
  extent: Extent,
  kind: "inputs" | "definitions" | "outcomes",
): Declaration {
  const { start, end } = extent;
  const firstLine = Math.min(lineEnd(text, start), end);
  const separator = findOutside(text, start, kind === "definitions" ? end : firstLine, (index) =>
    kind === "definitions" ? isAssignment(text, index) : text[index] === ":" || isAssignment(text, index),
  );
  const found = separator < (kind === "definitions" ? end : firstLine);
  const matches = found && (kind === "definitions" || text[separator] === ":");
  if (!matches) {
    const wordEnd = findOutside(text, start, firstLine, (index) => /[\s,:=]/.test(text[index] ?? ""));
    const name = readName(text, start, wordEnd);
    return { extent, name, separator: undefined, type: undefined, values: [], misparted: false, rest: end };
  }
  const name = readName(text, start, separator);
  if (kind === "definitions")
    return { extent, name, separator, type: undefined, values: [], misparted: false, rest: separator + 1 };
  const from = skipBlank(text, separator + 1, end);
  const to = findOutside(
    text,
    from,
    end,
    (index) =>
      text[index] === "," ||
      text[index] === ";" ||
      text[index] === "。" ||
      isAssignment(text, index) ||
      assumptionFollows(text, index, end),
  );
  const whole = { start: from, end: trimEnd(text, from, to) };
  const bars = readValues(text, whole, "|");
  if (bars.length > 1) return { extent, name, separator, type: whole, values: bars, misparted: false, rest: to };
  const type = { start: from, end: trimEnd(text, from, findComment(text, from, to)) };
  const words = readValues(text, type, "、");
  if (words.length > 1) return { extent, name, separator, type, values: words, misparted: true, rest: to };
  // A list may have comments among its values; after a single word there is only what ends the line.
  const single = { start: from, end: trimEnd(text, from, findComment(text, from, to)) };
  return { extent, name, separator, type: single, values: [], misparted: false, rest: to };
}

function readValues(text: string, extent: Extent, mark: string): WrittenName[] {
  const values: WrittenName[] = [];
  for (let start = extent.start; start <= extent.end;) {
    const stop = findOutside(text, start, extent.end, (index) => text[index] === mark);
    if (skipBlank(text, start, stop) < stop) values.push(readName(text, start, stop));
    if (stop >= extent.end) break;
    start = stop + 1;
  }
  return values;
}
