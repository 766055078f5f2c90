/**
 * The formatter. It works on tokens, keeps the drafter's choice of symbols or running text, and settles spacing,
 * punctuation width, indentation and the alignment of tables. What it writes is read back: should a tree differ, or a
 * character be lost, the text is left as it was.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source.ts";
import { displayWidth } from "../diagnostics/width.ts";
import { JoinedSource, SourceFile as Source } from "../diagnostics/source.ts";
import { type LexedFile, lexFile, type LinkedName } from "./file.ts";
import { type Atom, atomOf, isRunning, settleWidth, writeLine } from "./format-line.ts";
import { lineEnd, type Section } from "./layout.ts";
import { FileReader } from "./read.ts";
import { keywordType } from "./tokens.ts";
import { normalizeWidth } from "./width.ts";

/** Faults of meaning, which do not stand in the way of settling how the text is written. */
const harmless: ReadonlySet<string> = new Set([
  "unknown-term",
  "ambiguous-term",
  "clause-without-rule",
  "unknown-unit",
]);

/** Whether a finding of the parser leaves its file unformatted. */
export const preventsFormatting = ({ code, severity }: Diagnostic): boolean =>
  severity === "error" && !harmless.has(code);

const BODY = "  ";
const CONTINUED = "    ";

interface PhysicalLine {
  readonly start: number;
  readonly first: number;
  readonly end: number;
}

/**
 * The text of each of its parts in settled form; unchanged where it cannot be read. `linked` are the names that its
 * imports bring in.
 */
export function formatParts(file: SourceFile, linked: readonly LinkedName[] = []): readonly string[] {
  const texts = file.parts.map(({ text }) => text);
  const before = new FileReader(file, linked).read();
  if (before.diagnostics.some(preventsFormatting)) return texts;
  const formatted = new Formatter(file, linked).write();
  if (formatted.every((text, index) => text === texts[index])) return formatted;
  const [first, ...others] = formatted.map((text, index) => new Source(file.parts[index]?.path ?? file.path, text));
  const after = new FileReader(first === undefined ? file : new JoinedSource(first, others), linked).read();
  const safe = sameTree(before.tree, after.tree) && bare(texts.join("\n")) === bare(formatted.join("\n"));
  return safe ? formatted : texts;
}

/** The text in its settled form; unchanged where it cannot be read. `linked` are the names that its imports bring in. */
export const format = (file: SourceFile, linked: readonly LinkedName[] = []): string =>
  formatParts(file, linked).join("\n");

/** All that is not space, in half width: no formatting may add or lose any of it. */
const bare = (text: string): string =>
  settleWidth(normalizeWidth(text))
    .replace(/\s+/g, "")
    .replace(/[-—]{2,}/g, "");

/** Whether two trees are equal but for the places of their text. */
export function sameTree(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  keys.delete("span");
  const left = new Map<string, unknown>(Object.entries(a));
  const right = new Map<string, unknown>(Object.entries(b));
  for (const key of keys) if (!sameTree(left.get(key), right.get(key))) return false;
  return true;
}

class Formatter {
  readonly #file: SourceFile;
  readonly #lexed: LexedFile;
  readonly #original: string;
  readonly #sections: readonly Section[];
  #nextToken = 0;
  #section = 0;

  constructor(file: SourceFile, linked: readonly LinkedName[]) {
    this.#file = file;
    this.#original = file.text;
    this.#lexed = lexFile(file, linked, () => undefined);
    this.#sections = this.#lexed.sections;
  }

  /** Each part of the file by itself. */
  write(): readonly string[] {
    const parts: string[] = [];
    let lines: string[] = [];
    const rows: { readonly line: number; readonly cells: readonly string[]; readonly rest: string }[] = [];
    const flush = (): void => {
      alignRows(rows, lines);
      rows.length = 0;
    };
    let pending: { readonly line: number; readonly margin: boolean }[] = [];
    let opened = 0;
    const close = (): void => {
      flush();
      for (const comment of pending) if (!comment.margin) lines[comment.line] = BODY + (lines[comment.line] ?? "");
      pending = [];
      while (lines.at(-1) === "") lines.pop();
      parts.push(lines.length === 0 ? "" : `${lines.join("\n")}\n`);
      lines = [];
    };
    for (const line of this.#lines()) {
      while (parts.length < this.#file.partAt(line?.start ?? 0)) close();
      if (line === undefined) {
        if (lines.length > 0 && lines.at(-1) !== "") lines.push("");
        continue;
      }
      if (this.#lexed.text.startsWith("//", line.first)) {
        pending.push({ line: lines.length, margin: line.first === line.start });
        lines.push(this.#original.slice(line.first, line.end).trimEnd());
        continue;
      }
      const indent = this.#indent(line, opened);
      for (const comment of pending)
        if (!comment.margin) lines[comment.line] = (indent || BODY) + (lines[comment.line] ?? "");
      pending = [];
      const atoms = this.#atoms(line, CONTINUED);
      const row = this.#current()?.kind === "table" && this.#lexed.text[line.first] === "|";
      if (!row) flush();
      else rows.push({ line: lines.length, ...this.#row(atoms) });
      if (this.#lexed.openings.has(line.first) || indent === "") opened = line.first;
      lines.push(indent + writeLine(atoms, this.#lexed.text, this.#running(opened, atoms)));
    }
    while (parts.length < this.#file.parts.length) close();
    return parts;
  }

  /** Physical lines in turn, `undefined` for blank ones; lines inside a quotation belong to the line it opens on. */
  *#lines(): Generator<PhysicalLine | undefined> {
    const { text } = this.#lexed;
    for (let start = 0; start < text.length;) {
      const end = lineEnd(text, start);
      let first = start;
      while (first < end && /\s/.test(text[first] ?? "")) first += 1;
      if (first === end) yield undefined;
      else yield { start, first, end };
      start = Math.max(end, this.#consumed) + 1;
    }
  }

  #consumed = 0;

  #current(): Section | undefined {
    return this.#sections[this.#section];
  }

  #indent(line: PhysicalLine, opened: number): string {
    while ((this.#sections[this.#section + 1]?.heading.start ?? Infinity) <= line.first) this.#section += 1;
    const section = this.#current();
    if (section === undefined || line.first <= section.heading.start) return "";
    if (line.first < section.heading.end) return BODY;
    if (this.#lexed.openings.has(line.first)) return BODY;
    return /^(?:=>|且|或|并且|同时)/.test(this.#lexed.text.slice(line.first, line.first + 2)) &&
      !this.#deeper(line, opened)
      ? BODY
      : CONTINUED;
  }

  /** Whether a line stands deeper than the statement it continues. */
  #deeper(line: PhysicalLine, opened: number): boolean {
    return line.first - line.start > opened - (this.#lexed.text.lastIndexOf("\n", opened) + 1);
  }

  /** Tokens that begin on a line, its comment, and whatever no token holds. */
  #atoms(line: PhysicalLine, indent: string): Atom[] {
    const { written, text } = this.#lexed;
    const atoms: Atom[] = [];
    let at = line.first;
    let end = line.end;
    const fill = (to: number): void => {
      if (at < to) atoms.push(...this.#gap(at, to));
      at = Math.max(at, to);
    };
    for (; ; this.#nextToken += 1) {
      const token = written[this.#nextToken];
      if (token === undefined || token.startOffset >= end) break;
      if (token.startOffset < at || token.image === "") continue;
      fill(token.startOffset);
      const atom = atomOf(token, this.#original, indent);
      atoms.push(atom);
      at = atom.end;
      if (at > end) end = lineEnd(text, at);
    }
    this.#consumed = end;
    fill(end);
    return atoms;
  }

  /** What stands between two tokens and is not space: signs that no token holds, and a comment. */
  #gap(start: number, end: number): Atom[] {
    const atoms: Atom[] = [];
    const found = this.#original.slice(start, end).indexOf("//");
    const comment = found === -1 ? end : start + found;
    const words = this.#lexed.text.slice(start, comment);
    const text = words.trim();
    const from = start + words.length - words.trimStart().length;
    if (text !== "") atoms.push({ text, start: from, end: from + text.length, token: undefined, comment: false });
    if (comment < end)
      atoms.push({
        text: this.#original.slice(comment, end).trimEnd(),
        start: comment,
        end,
        token: undefined,
        comment: true,
      });
    return atoms;
  }

  #runs = new Map<number, boolean>();

  /** A statement is running text if any of its lines is. */
  #running(opened: number, atoms: readonly Atom[]): boolean {
    const running = this.#runs.get(opened) === true || isRunning(atoms);
    this.#runs.set(opened, running);
    return running;
  }

  /** The cells of a table's row, and what follows its last bar. */
  #row(atoms: readonly Atom[]): { readonly cells: readonly string[]; readonly rest: string } {
    const bars = atoms.flatMap((atom, index) => (atom.text === "|" ? [index] : []));
    const cells: string[] = [];
    const last = bars.at(-1) ?? 0;
    const tail = atoms.slice(last + 1);
    const open =
      tail.length > 0 && tail[0]?.token?.tokenType !== keywordType("Assumption") && tail[0]?.comment !== true;
    const edges = open ? [...bars, atoms.length] : bars;
    for (let index = 0; index + 1 < edges.length; index += 1)
      cells.push(writeLine(atoms.slice((edges[index] ?? 0) + 1, edges[index + 1]), this.#lexed.text, false));
    const rest = open ? "" : writeLine(tail, this.#lexed.text, false);
    return { cells, rest };
  }
}

const isRule = (cell: string): boolean => /^:?-+:?$/.test(cell.replaceAll(" ", "")) && cell.length > 1;

/** Pads cells so that the bars of a table stand below one another; a Han character is two columns wide. */
function alignRows(
  rows: readonly { readonly line: number; readonly cells: readonly string[]; readonly rest: string }[],
  lines: string[],
): void {
  const widths: number[] = [];
  for (const { cells } of rows)
    for (const [index, cell] of cells.entries())
      if (!isRule(cell)) widths[index] = Math.max(widths[index] ?? 3, displayWidth(cell));
  for (const { line, cells, rest } of rows) {
    const padded = cells.map((cell, index) => {
      const width = widths[index] ?? 3;
      return isRule(cell) ? "-".repeat(width) : cell + " ".repeat(Math.max(0, width - displayWidth(cell)));
    });
    const tail = rest === "" ? "" : rest.startsWith("//") ? `  ${rest}` : `    ${rest}`;
    lines[line] = `${BODY}| ${padded.join(" | ")} |${tail}`;
  }
}
