/** Lines, sections and the extent of every statement, settled by indentation alone, before anything else is read. */
import { headingKeywords, type Keyword } from "./keywords.ts";
import { didYouMean, nearest } from "./nearest.ts";
import { closingEnd, quoteMarks } from "./width.ts";
import { type HeadingKind, isHeadingKind } from "./tokens.ts";
import type { Report } from "./report.ts";

/** A physical line with words on it. */
export interface Line {
  readonly start: number;
  /** The first unit that is not space. */
  readonly first: number;
  readonly end: number;
  readonly indent: number;
}

export interface Extent {
  readonly start: number;
  readonly end: number;
}

export interface Section {
  readonly kind: HeadingKind | "unknown" | "orphan";
  readonly keyword: Keyword | undefined;
  /** The whole heading, continuation lines included where it takes no body. */
  heading: Extent;
  /** What follows the heading word. */
  readonly afterWord: number;
  readonly lines: Line[];
}

/** Headings that hold all they say themselves: deeper lines continue them. */
export const bodiless: ReadonlySet<HeadingKind> = new Set([
  "policy",
  "amendment",
  "basis",
  "issued",
  "responsible",
  "period",
  "units",
  "convention",
  "rest",
  "import",
  "nonRule",
]);
const named: ReadonlySet<HeadingKind> = new Set(["policy", "clause", "target", "constraint", "table", "pool", "case"]);
/** What an amendment does to a clause. */
const changes: ReadonlySet<HeadingKind> = new Set(["replace", "add", "repeal"]);
const bodyStarts = ["原文", "推定", "否则", "但", "期限", "总额", "已用", "|", "理由"];

const TAB = 4;
const AMENDMENT = "修订";

function readLines(text: string, original: string, report: Report): Line[] {
  const lines: Line[] = [];
  let tabbed = false;
  let spaced = false;
  let mixed = false;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    let first = start;
    let indent = 0;
    for (; first < end; first += 1) {
      const unit = text[first];
      if (unit === "\t") indent += TAB - (indent % TAB);
      else if (unit === " ") indent += original[first] === "\u3000" ? 2 : 1;
      else break;
    }
    let last = end;
    while (last > first && (text[last - 1] === " " || text[last - 1] === "\t")) last -= 1;
    // Here another file may begin.
    if (text.startsWith(AMENDMENT, start)) [tabbed, spaced, mixed] = [false, false, false];
    if (first < last && !text.startsWith("//", first)) {
      const lead = text.slice(start, first);
      if (lead.includes("\t")) tabbed = true;
      if (lead.includes(" ")) spaced = true;
      if (tabbed && spaced && !mixed) {
        mixed = true;
        report("mixed-indentation", {}, start, first);
      }
      lines.push({ start, first, end: last, indent });
    }
    start = end + 1;
  }
  return lines;
}

interface Heading {
  readonly kind: HeadingKind;
  readonly keyword: Keyword;
  readonly afterWord: number;
  readonly fault: "colon" | "glued" | undefined;
}

function readHeading(text: string, line: Line): Heading | undefined {
  let best: Keyword | undefined;
  for (const [word, keyword] of headingKeywords)
    if (text.startsWith(word, line.first) && (best === undefined || word.length > best.word.length)) best = keyword;
  if (best === undefined || !isHeadingKind(best.value)) return undefined;
  const after = line.first + best.word.length;
  const next = text[after] ?? "";
  const found = { kind: best.value, keyword: best };
  if (after >= line.end || next === " " || next === "\t" || next === "《" || quoteMarks.has(next) || next === "/")
    return { ...found, afterWord: after, fault: undefined };
  if (best.value === "convention" && /^[、,]|^不?含/.test(text.slice(after, after + 2)))
    return { ...found, afterWord: after, fault: undefined };
  if (next === ":" && !looksLikeRule(text.slice(after, line.end))) {
    const rest = text.slice(after + 1, line.end).trim();
    // 单位: 元 under 输入 is a declaration that lost its indentation; 条款:甲 is a heading.
    if (rest === "" || named.has(best.value) || best.value === "basis" || best.value === "responsible")
      return { ...found, afterWord: after + 1, fault: "colon" };
    return undefined;
  }
  if (changes.has(best.value) && text.startsWith("条款", after)) return { ...found, afterWord: after, fault: "glued" };
  if (!named.has(best.value) || best.word.length < 2) return undefined;
  const glued = /^[^\s=:,|]+(?:\s+(?:例外|施行).*)?$/.test(text.slice(after, line.end));
  return glued ? { ...found, afterWord: after, fault: "glued" } : undefined;
}

const looksLikeRule = (text: string): boolean => text.includes("=>") || /的\s*,/.test(text);

/** A line at the margin that is no heading but belongs, indented, under one. */
function lostIndentation(text: string): boolean {
  if (looksLikeRule(text) || bodyStarts.some((word) => text.startsWith(word))) return true;
  if (!/[=:]/.test(text)) return false;
  const word = /^[^\s:=]+/.exec(text)?.[0] ?? "";
  return !(word.length === 2 && nearest(word, headingKeywords.keys()) !== undefined && /^[^\s:=]+\s*:?\s*$/.test(text));
}

const declares = (text: string): boolean => /^[^\s:=,、]+\s*:/.test(text);

/** A line below a heading that takes no body, yet which can only be one; what a quotation holds is neither. */
function isBody(text: string, heading: Extent, line: Line): boolean {
  const words = text.slice(line.first, line.end);
  if (!declares(words) && !looksLikeRule(words)) return false;
  return findOutside(text, heading.start, line.end, (index) => index >= line.first) === line.first;
}

const continuesAtMargin = /^(?:=>|且|或|并且|同时)/;

/** Cuts the file into sections. Lines that belong nowhere are reported here. */
export function readSections(text: string, original: string, report: Report): Section[] {
  const sections: Section[] = [];
  let current: Section | undefined;
  let lost = false;
  const open = (section: Section): void => {
    sections.push((current = section));
  };
  for (const line of readLines(text, original, report)) {
    const words = text.slice(line.first, line.end);
    if (line.indent > 0) {
      const continuing = current !== undefined && isHeadingKind(current.kind) && bodiless.has(current.kind) && !lost;
      if (current === undefined || (continuing && isBody(text, current.heading, line))) {
        report("body-without-heading", {}, line.first, line.end);
        // Declarations stay declared, so that what uses them raises nothing more.
        const kind = declares(words) ? "inputs" : "orphan";
        open({
          kind,
          keyword: undefined,
          heading: { start: line.first, end: line.first },
          afterWord: line.first,
          lines: kind === "inputs" ? [line] : [],
        });
        continue;
      }
      if (continuing) current.heading = { start: current.heading.start, end: line.end };
      else current.lines.push(line);
      continue;
    }
    const heading = readHeading(text, line);
    if (heading === undefined && current !== undefined && current.lines.length > 0 && continuesAtMargin.test(words)) {
      current.lines.push(line);
      continue;
    }
    if (heading !== undefined) {
      lost = false;
      if (heading.fault !== undefined) {
        const { word } = heading.keyword;
        const proper = named.has(heading.kind) || bodiless.has(heading.kind) ? "空一格再写后面的内容" : "单独成行";
        if (heading.fault === "colon")
          report("heading-colon", { heading: word, proper }, line.first, heading.afterWord);
        else {
          const hint = changes.has(heading.kind) ? { hint: `写作「${word} 条款 名称」` } : {};
          report("heading-space", { heading: word }, line.first, heading.afterWord, hint);
        }
      }
      open({
        kind: heading.kind,
        keyword: heading.keyword,
        heading: { start: line.first, end: line.end },
        afterWord: heading.afterWord,
        lines: [],
      });
      continue;
    }
    if (lostIndentation(words)) {
      if (!lost) report("unindented-line", {}, line.first, line.end);
      lost = true;
      if (current !== undefined && isHeadingKind(current.kind) && !bodiless.has(current.kind)) current.lines.push(line);
      else
        open({
          kind: "unknown",
          keyword: undefined,
          heading: { start: line.first, end: line.end },
          afterWord: line.end,
          lines: [],
        });
      continue;
    }
    lost = false;
    const word = /^[^\s:=,|「『“"《]+/.exec(words)?.[0] ?? words;
    const meant = nearest(word, headingKeywords.keys());
    report("unknown-heading", { heading: word }, line.first, line.first + word.length, didYouMean(meant));
    open({
      kind: "unknown",
      keyword: undefined,
      heading: { start: line.first, end: line.end },
      afterWord: line.end,
      lines: [],
    });
  }
  return sections;
}

/** How a line's first token bears on the statement above it. */
export type Joint = "arrow" | "connective" | undefined;

/**
 * Groups body lines into statements: a deeper line continues its statement, and so does one that begins with 且 or 或,
 * or with the `=>` that its statement still lacks. A `|` opens a row of a table, and goes on with a list of values.
 */
export function groupStatements(section: Section, text: string, joint: (line: Line) => Joint): Extent[] {
  const statements: { start: number; end: number; indent: number }[] = [];
  const continues = (line: Line, open: Extent): boolean => {
    const first = joint(line);
    if (first === undefined || noteStarts.some((word) => text.startsWith(word, open.start))) return false;
    return first === "connective" || !hasArrow(text, open);
  };
  for (const line of section.lines) {
    const last = statements.at(-1);
    const bar = text[line.first] === "|";
    const row = bar && section.kind === "table";
    const listed = bar && (section.kind === "inputs" || section.kind === "outcomes");
    if (last !== undefined && !row && (listed || line.indent > last.indent || continues(line, last)))
      last.end = line.end;
    else statements.push({ start: line.first, end: line.end, indent: line.indent });
  }
  return statements;
}

/** Statements that `=>` never continues: it opens a rule without a condition after them. */
const noteStarts = ["原文", "依据", "推定", "但"];

function hasArrow(text: string, { start, end }: Extent): boolean {
  const arrow = (index: number): boolean =>
    text.startsWith("=>", index) || (text[index] === "的" && text[skipBlank(text, index + 1, end)] === ",");
  return findOutside(text, start, end, arrow) < end;
}

/** Skips spaces, line breaks and comments. */
export function skipBlank(text: string, start: number, end: number): number {
  let index = start;
  while (index < end) {
    const unit = text[index];
    if (unit === " " || unit === "\n" || unit === "\t") index += 1;
    else if (unit === "/" && text[index + 1] === "/") index = Math.min(lineEnd(text, index), end);
    else break;
  }
  return index;
}

export function lineEnd(text: string, start: number): number {
  const newline = text.indexOf("\n", start);
  return newline === -1 ? text.length : newline;
}

/** The first place, outside quotations and comments, that `wanted` accepts; `end` where there is none. */
export function findOutside(text: string, start: number, end: number, wanted: (index: number) => boolean): number {
  for (let index = start; index < end;) {
    const unit = text[index] ?? "";
    if (quoteMarks.has(unit) || unit === "《") {
      index = closingEnd(text, index, end) ?? index + 1;
      continue;
    }
    if (unit === "/" && text[index + 1] === "/") {
      index = lineEnd(text, index);
      continue;
    }
    if (wanted(index)) return index;
    index += 1;
  }
  return end;
}
