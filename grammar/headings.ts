/** The words of a heading line: names stand bare here, parted by spaces and 、, and are not cut over the dictionary. */
import type { TokenType } from "chevrotain";
import { findOutside, skipBlank } from "./layout.ts";
import type { Lexer } from "./lexer.ts";
import { readLiterals } from "./literals.ts";
import { nearest } from "./nearest.ts";
import { type HeadingKind, headings, keywordType, type Lexeme, T } from "./tokens.ts";
import { isBareName, isDigit, quoteMarks } from "./width.ts";
import { keywords } from "./keywords.ts";

/** Headings whose bare words are names that must be well formed. */
const declaring: ReadonlySet<HeadingKind> = new Set([
  "policy",
  "clause",
  "replace",
  "add",
  "repeal",
  "target",
  "constraint",
  "table",
  "pool",
  "case",
  "units",
  "import",
]);
const dated: ReadonlySet<HeadingKind> = new Set([
  "policy",
  "amendment",
  "clause",
  "replace",
  "add",
  "repeal",
  "period",
  "issued",
]);

/** Keywords that a heading of each kind holds after its name. */
const inner: Partial<Record<HeadingKind, readonly string[]>> = {
  policy: ["例外于", "施行", "至"],
  clause: ["例外于", "施行", "至"],
  amendment: ["施行", "至", "追溯"],
  replace: ["条款", "例外于", "施行", "至"],
  add: ["条款", "例外于", "施行", "至"],
  repeal: ["条款"],
  period: ["至"],
  import: ["自"],
  nonRule: ["理由"],
  rest: ["不适用"],
  convention: ["不含本数", "含本数"],
};

const words = new Map(
  keywords.filter(({ place, word }) => place === "heading" || word === "至").map((keyword) => [keyword.word, keyword]),
);

/** Spaces are those that `skipBlank` passes over: a byte-order mark is none of them, and a word that ended before it would never be passed. */
function isWordEnd(text: string, index: number): boolean {
  const unit = text[index] ?? "";
  return /[ \t\n、,;]/.test(unit) || unit === "《" || unit === "。" || quoteMarks.has(unit);
}

/** Tokens of a heading: its own, then those of the names, dates and words after it. */
export function readHeadingTokens(
  lexer: Lexer,
  kind: HeadingKind,
  start: number,
  afterWord: number,
  end: number,
): Lexeme[] {
  const { text } = lexer;
  const tokens: Lexeme[] = [lexer.make(headings[kind], start, afterWord)];
  for (let index = skipBlank(text, afterWord, end); index < end; index = skipBlank(text, index, end)) {
    const unit = text[index] ?? "";
    if (quoteMarks.has(unit) || unit === "《") {
      index = lexer.quoted(index, end, tokens);
      continue;
    }
    if (unit === "、" || unit === "," || unit === ";" || unit === "。") {
      // Names are listed with either mark, so that they are one token here; a heading may end with 。
      if (unit === "、" || unit === ",") tokens.push(lexer.make(keywordType("Enumerate"), index, index + 1));
      index += 1;
      continue;
    }
    index = readWord(lexer, kind, index, end, tokens);
  }
  return tokens;
}

function readWord(lexer: Lexer, kind: HeadingKind, start: number, end: number, tokens: Lexeme[]): number {
  const { text } = lexer;
  const stop = findOutside(text, start, end, (index) => isWordEnd(text, index));
  const previous = tokens.at(-1)?.tokenType;
  const listed = previous === keywordType("ExceptionTo") || previous === keywordType("Enumerate");
  const clauseWord = keywordType("ClauseWord");
  const opens = tokens.length === 1;
  const first = previous === clauseWord || (opens && kind !== "period" && kind !== "issued");
  if (dated.has(kind) && !first && !listed && isDigit(text.charCodeAt(start))) {
    const date = readLiterals(text, start, lexer.cutter.units).find(({ literal }) => literal.kind === "date");
    if (date !== undefined) {
      tokens.push(lexer.literal(date.literal, start, date.end));
      return date.end;
    }
  }
  for (const word of inner[kind] ?? []) {
    const keyword = words.get(word);
    if (keyword === undefined || !text.startsWith(word, start)) continue;
    if (keyword.token === "ClauseWord" && (!opens || start + word.length !== stop)) continue;
    // A name comes first: 条款 施行 names a clause unless a date follows.
    if (
      first &&
      start + word.length === stop &&
      kind !== "rest" &&
      kind !== "convention" &&
      kind !== "nonRule" &&
      skipBlank(text, stop, end) >= end
    )
      continue;
    if (
      first &&
      start + word.length < stop &&
      (kind === "policy" || kind === "clause" || kind === "import" || previous === clauseWord)
    )
      continue;
    tokens.push(lexer.make(keywordType(keyword.token), start, start + word.length, { keyword }));
    return start + word.length;
  }
  pushName(lexer, kind, T.Named, start, stop, tokens);
  return stop;
}

function pushName(
  lexer: Lexer,
  kind: HeadingKind,
  type: TokenType,
  start: number,
  end: number,
  tokens: Lexeme[],
): void {
  const name = lexer.text.slice(start, end);
  const boundary = kind === "convention" ? /^(.+?)(不?含本数)$/.exec(name) : null;
  if (boundary !== null) {
    const split = start + (boundary[1]?.length ?? 0);
    tokens.push(lexer.make(type, start, split, { text: boundary[1] ?? "" }));
    readWord(lexer, kind, split, end, tokens);
    return;
  }
  if (declaring.has(kind) && !isBareName(name)) lexer.report("malformed-name", { name }, start, end);
  tokens.push(lexer.make(type, start, end, { text: name }));
}

/** A word in a heading that stands where 例外于 or 施行 should: the one most likely meant. */
export function nearestHeadingWord(kind: HeadingKind, word: string): string | undefined {
  const candidates = inner[kind] ?? [];
  return nearest(word, candidates) ?? nearest(word.slice(0, 3), candidates);
}
