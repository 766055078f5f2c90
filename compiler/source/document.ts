/** A source document: its title, its numbered paragraphs and its sentences, with their places in the text. */
import type { Span } from "../../diagnostics/source.ts";
import { normalizeWidth } from "../../grammar/width.ts";
import { comparable, type Comparable } from "./comparable.ts";
import { closingBracket, readLine } from "./layout.ts";

export interface Paragraph {
  /** As 依据 names it: `一(二)`, `第三条`; empty before the first heading. */
  readonly id: string;
  readonly span: Span;
}

export interface Sentence {
  readonly paragraph: string;
  /** Its place within the paragraph, from 1. */
  readonly number: number;
  /** From its first sign to its 。 or ; that one included. */
  readonly span: Span;
}

/** A bracket such as `(责任单位:甲、乙)` that closes a paragraph. */
interface Responsibility {
  readonly paragraph: string;
  readonly units: readonly string[];
  /** What a unit includes where the bracket says so: 各区人民政府〈含开发区、风景区管委会,下同〉. */
  readonly includes: ReadonlyMap<string, readonly string[]>;
  readonly span: Span;
}

/** Lines that hold no sentence. */
export interface Furniture {
  readonly kind: "title" | "salutation" | "heading" | "responsibility" | "signature" | "date";
  readonly span: Span;
}

const dateLine =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/;
const ends = "。;";
const closers = '”’」』")';
const responsibilityStart = /\((?:责任|牵头|配合|主管|实施|承办)(?:单位|部门):/g;

export class SourceDocument {
  readonly title: string;
  /** Width-normalised, unit for unit. */
  readonly normal: string;
  readonly comparable: Comparable;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly responsibilities: readonly Responsibility[];
  readonly furniture: readonly Furniture[];

  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    this.normal = normalizeWidth(text);
    this.comparable = comparable(text);
    this.title = titleOf(text) ?? "";
    const layout = new Layout(this.normal);
    this.paragraphs = layout.paragraphs;
    this.sentences = layout.sentences;
    this.responsibilities = layout.responsibilities;
    this.furniture = layout.furniture;
  }

  paragraphAt(offset: number): string {
    return this.paragraphs.findLast(({ span }) => span.start <= offset)?.id ?? "";
  }

  /** `一(二)` is part 一, paragraph (二); a part alone holds its paragraphs. Undefined: there is none of that name. */
  spansOf(id: string): readonly Span[] | undefined {
    const wanted = paragraphId(id);
    const found = this.paragraphs.filter(({ id }) => id === wanted || /^[(\d第]/.test(after(id, wanted)));
    return found.length === 0 ? undefined : found.map(({ span }) => span);
  }
}

/** The first line that holds anything, without the `#` of a heading. */
export function titleOf(text: string): string | undefined {
  const line = /^\s*([^\r\n]*\S)/.exec(text.replace(/^\ufeff/, ""))?.[1];
  return line?.replace(/^#+\s*/, "").trim();
}

/** What follows a prefix; empty where it is none. */
const after = (id: string, prefix: string): string =>
  prefix !== "" && id.startsWith(prefix) ? id.slice(prefix.length) : "";

const paragraphId = (written: string): string => normalizeWidth(written).replace(/\s|、/g, "");

interface Line extends Span {
  readonly text: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const trimmed = match[0].trim();
    const start = match.index + match[0].indexOf(trimmed);
    if (trimmed !== "") lines.push({ text: trimmed, start, end: start + trimmed.length });
  }
  return lines;
}

class Layout {
  readonly paragraphs: Paragraph[] = [];
  readonly sentences: Sentence[] = [];
  readonly responsibilities: Responsibility[] = [];
  readonly furniture: Furniture[] = [];
  #markers: readonly string[] = [];
  #open: { id: string; start: number; sentences: number } = { id: "", start: 0, sentences: 0 };

  constructor(readonly text: string) {
    const [title, ...body] = linesOf(text);
    if (title !== undefined) this.furniture.push({ kind: "title", span: spanOf(title) });
    const last = this.#lastOf(body);
    body.slice(0, last).forEach((line) => this.#read(line));
    this.#close(text.length);
  }

  /** Signature and date at the end: a date alone on the last line, and the short lines right above it. */
  #lastOf(body: readonly Line[]): number {
    const date = body.findLastIndex(({ text }) => dateLine.test(text.replace(/\s/g, "")));
    if (date === -1 || date < body.length - 3 || body.slice(date + 1).some(({ text }) => text.includes("。")))
      return body.length;
    let first = date;
    while (isSignature(body[first - 1])) first -= 1;
    for (const [index, line] of body.slice(first).entries())
      this.furniture.push({ kind: first + index === date ? "date" : "signature", span: spanOf(line) });
    return first;
  }

  #read(line: Line): void {
    const { marker, level, heading, body } = readLine(line.text);
    if (marker !== undefined) {
      this.#close(line.start);
      this.#markers = [
        ...this.#markers.slice(0, level),
        ...Array<string>(Math.max(0, level - this.#markers.length)).fill(""),
      ];
      this.#markers = [...this.#markers, marker];
      this.#open = { id: this.#markers.join(""), start: line.start, sentences: 0 };
    }
    const isSalutation =
      marker === undefined && this.sentences.length === 0 && line.text.endsWith(":") && !/[。;]/.test(line.text);
    if (heading || (isSalutation && !this.furniture.some(({ kind }) => kind === "salutation"))) {
      this.furniture.push({ kind: heading ? "heading" : "salutation", span: spanOf(line) });
      return;
    }
    this.#readBody(line.start + body, line.end);
  }

  #close(end: number): void {
    const { id, start } = this.#open;
    if (end > start) this.paragraphs.push({ id, span: { start, end } });
  }

  #readBody(start: number, end: number): void {
    let from = start;
    for (const match of this.text.slice(start, end).matchAll(responsibilityStart)) {
      const at = start + match.index;
      const close = closingBracket(this.text, at, end);
      if (at < from || close === undefined) continue;
      this.#readSentences(from, at);
      const inner = this.text.slice(at + match[0].length, close - 1);
      const { units, includes } = readUnits(inner);
      this.responsibilities.push({ paragraph: this.#open.id, units, includes, span: { start: at, end: close } });
      this.furniture.push({ kind: "responsibility", span: { start: at, end: close } });
      from = close;
      while (from < end && "。;, ".includes(this.text[from] ?? "")) from += 1;
    }
    this.#readSentences(from, end);
  }

  #readSentences(start: number, end: number): void {
    let from = start;
    for (let index = start; index < end; index += 1) {
      const unit = this.text[index] ?? "";
      if (unit === "(") index = (closingBracket(this.text, index, end) ?? index + 1) - 1;
      if (!ends.includes(unit)) continue;
      while (index + 1 < end && closers.includes(this.text[index + 1] ?? "")) index += 1;
      this.#addSentence(from, index + 1);
      from = index + 1;
    }
    this.#addSentence(from, end);
  }

  #addSentence(start: number, end: number): void {
    const text = this.text.slice(start, end);
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const from = start + (text.length - text.trimStart().length);
    this.#open.sentences += 1;
    this.sentences.push({
      paragraph: this.#open.id,
      number: this.#open.sentences,
      span: { start: from, end: start + text.trimEnd().length },
    });
  }
}

const spanOf = ({ start, end }: Line): Span => ({ start, end });

const isSignature = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.text.length <= 30 &&
  !/[。;:,]/.test(line.text) &&
  readLine(line.text).marker === undefined;

/** `市财政局、市税务局,各区人民政府(含开发区、风景区管委会,下同)` */
function readUnits(inner: string): Pick<Responsibility, "units" | "includes"> {
  const includes = new Map<string, readonly string[]>();
  const units: string[] = [];
  const plain = inner.replace(/([^、,;(〈]+)[(〈]含([^)〉]*)[)〉]/g, (_whole, unit: string, list: string) => {
    const members = list.split(/[、,;]/).map((member) => member.trim());
    includes.set(
      unit.trim(),
      members.filter((member) => member !== "" && member !== "下同"),
    );
    return unit;
  });
  for (const part of plain.split(/[、,;。]/)) {
    const unit = part.replace(/^(?:牵头|配合|责任)(?:单位|部门):/, "").trim();
    if (unit !== "" && !units.includes(unit)) units.push(unit);
  }
  return { units, includes };
}
