/**
 * Lays diagnostics out for a terminal or a log: where, how grave, what, the words themselves with a mark under exactly
 * the place, related places and how to mend it. The message itself tells the concrete case, if there is one. Pure: colours and the width come from the caller.
 *
 * Han characters take two columns, so a mark is placed by display width and never by counting characters.
 */
import type { Diagnostic, Related, Severity } from "./diagnostic.ts";
import { printable } from "./printable.ts";
import { byCodePoint, type SourceFile, type Span } from "./source.ts";
import { clustersOf, displayWidth } from "./width.ts";

/** What a frame shows: a diagnostic, or a finding of the same shape whose code is not in the catalogue. */
export type Finding = Omit<Diagnostic, "code"> & { readonly code: string };

type Style = (text: string) => string;

/** How each part is coloured. */
export interface Palette extends Readonly<Record<Severity, Style>> {
  /** The message itself. */
  readonly strong: Style;
  /** Line numbers, codes and labels. */
  readonly quiet: Style;
}

const asIs: Style = (text) => text;
export const plainPalette: Palette = { error: asIs, warning: asIs, info: asIs, strong: asIs, quiet: asIs };

export interface FrameOptions {
  readonly palette: Palette;
  /** Columns of the terminal: longer source lines are cut around the mark. None: they are shown whole. */
  readonly columns?: number | undefined;
}

export const severityWords: Readonly<Record<Severity, string>> = { error: "错误", warning: "警告", info: "提示" };
const TAB_STOP = 4;
const ELLIPSIS = "...";
const MOST_LINES = 5;

interface Cell {
  /** Offset in the line of what it shows, and of what follows it. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly column: number;
  readonly width: number;
}

/** What a line looks like, character by character as the reader sees them. */
function cellsOf(line: string): readonly Cell[] {
  const shown = line.split("\t").map(printable).join("\t");
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of clustersOf(shown)) {
    const tab = segment === "\t";
    const width = tab ? TAB_STOP - (column % TAB_STOP) : displayWidth(segment);
    cells.push({ start: index, end: index + segment.length, text: tab ? " ".repeat(width) : segment, column, width });
    column += width;
  }
  return cells;
}

const endColumn = (cells: readonly Cell[]): number => {
  const last = cells.at(-1);
  return last === undefined ? 0 : last.column + last.width;
};

interface MarkedLine {
  readonly text: string;
  readonly before: number;
  readonly marked: number;
}

/** One line with the columns of its mark, cut around it where it is wider than there is room for. */
function markedLine(line: string, from: number, to: number, room: number): MarkedLine {
  const cells = cellsOf(line);
  const total = endColumn(cells);
  const first = cells.find((cell) => cell.end > from)?.column ?? total;
  const last = cells.filter((cell) => cell.start < to).at(-1);
  const end = Math.max(first, to <= from || last === undefined ? first : last.column + last.width);
  if (Math.max(total, first + 1) <= room)
    return { text: cells.map((cell) => cell.text).join(""), before: first, marked: Math.max(1, end - first) };

  const width = Math.max(8, room - 2 * ELLIPSIS.length);
  const wanted = end + ELLIPSIS.length <= room ? 0 : Math.max(0, first - Math.floor(width / 4));
  const visible = cells.filter((cell) => cell.column >= wanted && cell.column + cell.width <= wanted + width);
  const left = visible[0]?.column ?? first;
  const right = endColumn(visible);
  const lead = left > 0 ? ELLIPSIS : "";
  return {
    text: `${lead}${visible.map((cell) => cell.text).join("")}${right < total ? ELLIPSIS : ""}`,
    before: lead.length + first - left,
    marked: Math.max(1, Math.min(end, right) - first),
  };
}

/** The lines that a span touches, each with its mark; the middle of a long passage is left out. */
function snippet(file: SourceFile, span: Span, mark: Style, options: FrameOptions): readonly string[] {
  if (file.text.trim() === "") return [];
  const written = file.text.slice(span.start, span.end);
  const end = span.start + (written.trim() === "" ? written.length : written.trimEnd().length);
  const first = file.positionAt(span.start);
  const last = end > span.start ? file.positionAt(end - 1) : first;
  const numbers = Array.from({ length: last.line - first.line + 1 }, (_, index) => first.line + index);
  const shown = numbers.length <= MOST_LINES ? numbers : [...numbers.slice(0, MOST_LINES - 2), undefined, last.line];

  const gutter = String(last.line).length;
  const { quiet } = options.palette;
  const room = options.columns === undefined ? Infinity : Math.max(20, options.columns - gutter - 5);
  const output: string[] = [];
  for (const number of shown) {
    if (number === undefined) {
      output.push(quiet(`  ${ELLIPSIS}`));
      continue;
    }
    const text = file.lineText(number);
    const from = number === first.line ? first.column - 1 : text.length - text.trimStart().length;
    const to = number === last.line ? last.column - 1 + (end > span.start ? 1 : 0) : text.trimEnd().length;
    const line = markedLine(text, from, to, room);
    output.push(`${quiet(`  ${String(number).padStart(gutter)} |`)} ${line.text}`.trimEnd());
    if (number === first.line || to > from)
      output.push(`${quiet(`  ${" ".repeat(gutter)} |`)} ${" ".repeat(line.before)}${mark("^".repeat(line.marked))}`);
  }
  return output;
}

const place = (file: SourceFile, span: Span): string => {
  const { line, column } = file.positionAt(span.start);
  return `${printable(file.path)}:${line}:${column}`;
};

/** A message of several lines keeps them, indented under its first. */
const paragraph = (text: string): string => text.split("\n").map(printable).join("\n    ");

/** One diagnostic as a block of lines, without a line break at its end. */
export function renderDiagnostic(diagnostic: Finding, options: FrameOptions): string {
  const { palette } = options;
  const tint = palette[diagnostic.severity];
  const { file, span, severity, code, message, related, hint } = diagnostic;
  const lines = [
    `${place(file, span)} ${tint(severityWords[severity])} ${palette.quiet(`[${code}]`)} ${palette.strong(paragraph(message))}`,
    ...snippet(file, span, tint, options),
  ];
  const isElsewhere = (other: Related): boolean =>
    other.file !== file || other.span.start !== span.start || other.span.end !== span.end;
  for (const other of related.filter(isElsewhere)) {
    lines.push(`  ${palette.quiet(place(other.file, other.span))} ${paragraph(other.message)}`);
    lines.push(...snippet(other.file, other.span, palette.info, options));
  }
  if (hint !== undefined) lines.push(`  ${palette.quiet("改法:")} ${paragraph(hint)}`);
  return lines.join("\n");
}

/** In the order of a reader: by file, by place, then by code. */
export const sortFindings = <F extends Finding>(findings: readonly F[]): readonly F[] =>
  findings.toSorted(
    (a, b) =>
      byCodePoint(a.file.path, b.file.path) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      byCodePoint(a.code, b.code),
  );

/** `3 个错误,1 个警告`; empty where there is nothing to count. */
export function summarize(findings: readonly Pick<Finding, "severity">[]): string {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return (["error", "warning", "info"] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => `${count(severity)} 个${severityWords[severity]}`)
    .join(",");
}

/** All of them, sorted, an empty line between, and the count at the end. Empty where there are none. */
export function renderDiagnostics(findings: readonly Finding[], options: FrameOptions): string {
  if (findings.length === 0) return "";
  const blocks = sortFindings(findings).map((finding) => renderDiagnostic(finding, options));
  return `${[...blocks, summarize(findings)].join("\n\n")}\n`;
}
