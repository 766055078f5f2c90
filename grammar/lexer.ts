/** Turns the extent of a statement into tokens: quotations, titles, signs, and runs cut over the file's dictionary. */
import type { TokenType } from "chevrotain";
import { type Cutter, isDelimiter, type Piece } from "./cut.ts";
import type { Declaration, WrittenName } from "./declarations.ts";
import { type Extent, lineEnd } from "./layout.ts";
import type { Literal } from "./literals.ts";
import { familiar } from "./familiar.ts";
import type { Report } from "./report.ts";
import { keywordType, type Lexeme, lexeme, type Payload, T } from "./tokens.ts";
import { closingEnd, isNameUnit, quoteMarks } from "./width.ts";

/** A run as it was cut, kept where there might be a second reading. */
export interface CutRun {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

const signs: Readonly<Record<string, TokenType>> = {
  ",": T.Comma,
  ";": T.Stop,
  "。": T.Stop,
  ":": T.Colon,
  "|": T.Bar,
};

const typeWords: ReadonlyMap<string, string> = new Map([
  ["比例", "RatioType"],
  ["数", "NumberType"],
  ["日期", "DateType"],
  ["月份", "MonthType"],
  ["是否", "BooleanType"],
  ["事项", "ActionType"],
]);
export const typeWordKinds = typeWords;

/** A quotation may be written over several lines: where they break, and how they are indented, is no part of it. */
const unwrapped = (text: string): string =>
  text.includes("\n") ? text.replace(/[ \t\u3000\r]*\n[ \t\u3000]*/g, "") : text;

export class Lexer {
  /** Every token of the statements read so far. */
  readonly written: Lexeme[] = [];
  /** Runs of the statement last read. */
  runs: CutRun[] = [];
  /** Statements that hold a fault which makes what the grammar says about them beside the point. */
  unsound = false;
  inCase = false;
  /** Units that no one declared, reported once each. */
  readonly unknownUnits = new Set<string>();
  /** A forced cut of one run, to try a second reading. */
  forced: CutRun | undefined;

  constructor(
    readonly text: string,
    readonly original: string,
    readonly cutter: Cutter,
    readonly report: Report,
  ) {}

  #lineStart(start: number): boolean {
    let index = start - 1;
    while (index >= 0 && (this.text[index] === " " || this.text[index] === "\t")) index -= 1;
    return index < 0 || this.text[index] === "\n";
  }

  make(type: TokenType, start: number, end: number, payload?: Payload): Lexeme {
    return lexeme(type, this.text, start, end, this.#lineStart(start), payload);
  }

  /** Everything between `start` and `end`, cut over the dictionary. */
  read(start: number, end: number): Lexeme[] {
    const tokens: Lexeme[] = [];
    this.runs = [];
    for (let index = start; index < end;) {
      const unit = this.text[index] ?? "";
      if (unit === " " || unit === "\t" || unit === "\n") index += 1;
      else if (unit === "/" && this.text[index + 1] === "/") index = Math.min(lineEnd(this.text, index), end);
      else if (quoteMarks.has(unit) || unit === "《") index = this.quoted(index, end, tokens);
      else if (signs[unit] !== undefined) {
        tokens.push(this.make(signs[unit], index, index + 1));
        index += 1;
      } else if (isDelimiter(this.text, index)) {
        this.#unreadable(index, index + 1);
        index += 1;
      } else index = this.#run(index, end, tokens);
    }
    return tokens;
  }

  /** 「…」 and 《…》 must close within their statement; one that does not is taken to the end of its line. */
  quoted(start: number, end: number, tokens: Lexeme[]): number {
    const title = this.text[start] === "《";
    const type = title ? T.Title : T.Quoted;
    const close = closingEnd(this.text, start, end);
    if (close !== undefined) {
      tokens.push(this.make(type, start, close, { text: unwrapped(this.original.slice(start + 1, close - 1)) }));
      return close;
    }
    const open = this.text[start] ?? "";
    const mark = title ? "》" : (quoteMarks.get(open) ?? open);
    this.report("unclosed-quote", { open, close: mark }, start, start + 1);
    this.unsound = true;
    const stop = Math.min(lineEnd(this.text, start), end);
    tokens.push(this.make(type, start, stop, { text: this.original.slice(start + 1, stop) }));
    return stop;
  }

  #run(start: number, end: number, tokens: Lexeme[]): number {
    const forced = this.forced !== undefined && this.forced.start === start ? this.forced : undefined;
    const cut = forced?.pieces ?? this.cutter.cut(start, this.inCase);
    const pieces = cut ?? this.cutter.repair(start, this.inCase);
    let index = start;
    for (const piece of pieces) {
      if (piece.start >= end) break;
      this.#push(piece, tokens);
      index = piece.end;
    }
    if (cut !== undefined && this.cutter.passedOver) this.runs.push({ start, end: index, pieces });
    return Math.max(index, start + 1);
  }

  #push(piece: Piece, tokens: Lexeme[]): void {
    const { start, end } = piece;
    if (piece.keyword !== undefined) {
      const type = keywordType(piece.keyword.token);
      const payload: Payload = {
        keyword: piece.keyword,
        ...(piece.grain === undefined ? {} : { grain: piece.grain }),
      };
      if (piece.name === undefined) tokens.push(this.make(type, start, end, payload));
      else {
        tokens.push(this.make(type, start, start + piece.keyword.word.length, payload));
        tokens.push(this.make(T.Named, piece.name.start, piece.name.end, { text: piece.name.text }));
      }
    } else if (piece.literal !== undefined) tokens.push(this.literal(piece.literal, start, end));
    else if (piece.kind === "item") tokens.push(this.make(T.ItemMark, start, end));
    else if (piece.kind === "term") tokens.push(this.make(T.Term, start, end, { text: this.text.slice(start, end) }));
    else if (isNameUnit(this.text.charCodeAt(start)))
      tokens.push(this.make(T.UnknownTerm, start, end, { text: this.text.slice(start, end) }));
    else this.#unreadable(start, end);
  }

  literal(literal: Literal, start: number, end: number): Lexeme {
    const written = this.original.slice(start, end);
    if (literal.kind === "quantity") {
      if (literal.separated) this.report("digits-separated", { written }, start, end);
      return this.make(T.Quantity, start, end, { literal });
    }
    if (!literal.exists) this.report("no-such-date", { written }, start, end);
    const type = { date: T.DateValue, month: T.MonthValue, monthSpan: T.MonthSpan }[literal.kind];
    return this.make(type, start, end, { literal });
  }

  #unreadable(start: number, end: number): void {
    const code = this.text.codePointAt(start) ?? 0;
    const stop = Math.max(end, start + (code > 0xffff ? 2 : 1));
    const character = /[\p{C}\p{Z}]/u.test(String.fromCodePoint(code))
      ? `U+${code.toString(16).toUpperCase().padStart(4, "0")}`
      : String.fromCodePoint(code);
    const instead = familiar(character);
    this.report("unreadable-character", { character }, start, stop, instead === undefined ? {} : { hint: instead });
    this.unsound = true;
  }

  /** `名: 类型, 限制 = 公式`. The name and the type were found by readDeclaration; what follows is ordinary text. */
  declaration(of: Declaration, isUnit: (text: string) => Payload["factors"]): Lexeme[] {
    const tokens = [this.#written(of.name)];
    if (of.separator === undefined) return tokens;
    const separator = this.text[of.separator] === ":" ? T.Colon : keywordType("Equal");
    tokens.push(this.make(separator, of.separator, of.separator + 1));
    if (of.type !== undefined) tokens.push(...this.#type(of, of.type, isUnit));
    this.runs = [];
    return [...tokens, ...this.read(of.rest, of.extent.end)];
  }

  #written(name: WrittenName): Lexeme {
    return this.make(T.Named, name.start, name.end, { text: name.text });
  }

  #type(of: Declaration, type: Extent, isUnit: (text: string) => Payload["factors"]): Lexeme[] {
    if (of.values.length > 1 && !of.misparted)
      return of.values.flatMap((value, index) =>
        index === 0 ? [this.#written(value)] : [this.make(T.Bar, value.start, value.start), this.#written(value)],
      );
    const words = this.text.slice(type.start, type.end);
    if (typeWords.has(words)) return [this.make(T.TypeWord, type.start, type.end, { text: words })];
    const factors = isUnit(words);
    if (factors !== undefined) return [this.make(T.UnitType, type.start, type.end, { factors })];
    return [this.make(T.BrokenType, type.start, type.end)];
  }
}
