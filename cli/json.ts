/**
 * Reads the JSON of an input with the place of everything in it. `JSON.parse` would let three things pass that change an
 * answer or leave the drafter alone: a name given twice, a number of more digits than a double holds, and a fault whose
 * line it does not tell.
 */
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../diagnostics/source.ts";

export interface JsonObject {
  readonly value: Readonly<Record<string, unknown>>;
  /** Where each of its names stands. */
  readonly places: ReadonlyMap<string, Span>;
}

export type JsonReading =
  { readonly ok: true; readonly object: JsonObject } | { readonly ok: false; readonly faults: readonly Diagnostic[] };

const EXAMPLE = '{ "参保职工人数": 1000, "裁员人数": 55 }';
const DEEPEST = 64;

/** Signs that look like those of JSON, as a Chinese input method types them. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ...[..."{}[]:,\"'"].map((sign) => [String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0), sign] as const),
  ["、", ","],
  ...[..."“”「」『』'‘’"].map((quote) => [quote, '"'] as const),
]);

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** A decimal's digits without zeros at either end, and the power of ten that they stand for. */
function significant(number: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  return kept === ""
    ? "0"
    : `${sign}${kept}e${BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - kept.length)}`;
}

/** Signals the first fault of syntax: nothing after it can be trusted. */
class SyntaxFault {
  constructor(
    readonly message: string,
    readonly span: Span,
  ) {}
}

class Reader {
  readonly faults: Diagnostic[] = [];
  #offset = 0;

  constructor(
    readonly file: SourceFile,
    readonly firstLine: number,
  ) {}

  read(): JsonReading {
    const { file, faults } = this;
    if (file.text.trim() === "")
      return {
        ok: false,
        faults: [diagnose("empty-input", { example: EXAMPLE, nothing: "{}" }, file, { start: 0, end: 0 })],
      };
    try {
      const start = this.#skipSpace();
      const places = new Map<string, Span>();
      const value = this.#value(0, places);
      const end = this.#offset;
      if (this.#skipSpace() < file.text.length) throw this.#unexpected("最外层的花括号之后不能再有内容");
      if (typeof value !== "object" || value === null || Array.isArray(value))
        faults.push(diagnose("json-not-object", { example: EXAMPLE }, file, { start, end }));
      else if (faults.length === 0) return { ok: true, object: { value: value as Record<string, unknown>, places } };
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      const line = String(file.positionAt(error.span.start).line + this.firstLine - 1);
      faults.push(diagnose("invalid-json", { line, fault: error.message, example: EXAMPLE }, file, error.span));
    }
    return { ok: false, faults };
  }

  #peek(): string {
    return this.file.text[this.#offset] ?? "";
  }

  #skipSpace(): number {
    while (" \t\r\n".includes(this.#peek()) && this.#peek() !== "") this.#offset += 1;
    return this.#offset;
  }

  #fault(message: string, start = this.#offset, end = start + 1): SyntaxFault {
    return new SyntaxFault(message, { start, end: Math.min(Math.max(start, end), this.file.text.length) });
  }

  /** What stands here instead of what should: the commonest slips are named, anything else says what was expected. */
  #unexpected(expected: string): SyntaxFault {
    const next = this.#peek();
    const proper = lookalikes.get(next);
    if (next === "") return this.#fault("还没有写完就结束了,检查括号和引号是否成对");
    if (proper !== undefined) return this.#fault(`这里的 ${next} 要换成半角的 ${proper}`);
    if (this.file.text.startsWith("//", this.#offset) || this.file.text.startsWith("/*", this.#offset))
      return this.#fault("JSON 里不能写注释", this.#offset, this.#offset + 2);
    return this.#fault(expected);
  }

  #value(depth: number, places?: Map<string, Span>): unknown {
    if (depth > DEEPEST) throw this.#fault("括号套得太深");
    this.#skipSpace();
    const next = this.#peek();
    if (next === "{") return this.#object(depth, places);
    if (next === "[") return this.#array(depth);
    if (next === '"') return this.#string();
    if (/[-\d]/.test(next)) return this.#number();
    const word = /[A-Za-z]+/y;
    word.lastIndex = this.#offset;
    const found = word.exec(this.file.text)?.[0];
    const literal = found === undefined ? undefined : words.get(found);
    if (found !== undefined && literal !== undefined) {
      this.#offset += found.length;
      return literal;
    }
    if (/\p{Script=Han}/u.test(next)) throw this.#fault("文字要加半角双引号;是、否写成 true、false");
    throw this.#unexpected("这里应当是一个值");
  }

  #object(depth: number, places: Map<string, Span> = new Map()): Readonly<Record<string, unknown>> {
    const entries: [string, unknown][] = [];
    this.#offset += 1;
    this.#skipSpace();
    for (let first = true; this.#peek() !== "}"; first = false) {
      if (!first) this.#comma("}");
      this.#skipSpace();
      if (this.#peek() !== '"') throw this.#unexpected("名称要加半角双引号");
      const start = this.#offset;
      const name = this.#string();
      const span = { start, end: this.#offset };
      this.#skipSpace();
      if (this.#peek() !== ":") throw this.#unexpected("名称后面要有半角冒号");
      this.#offset += 1;
      entries.push([name, this.#value(depth + 1)]);
      const earlier = places.get(name);
      if (earlier !== undefined) {
        const related = [{ file: this.file, span: earlier, message: "先前在这里" }];
        this.faults.push(diagnose("duplicate-key", { name }, this.file, span, { related }));
      }
      places.set(name, span);
      this.#skipSpace();
    }
    this.#offset += 1;
    return Object.fromEntries(entries);
  }

  #array(depth: number): readonly unknown[] {
    const values: unknown[] = [];
    this.#offset += 1;
    this.#skipSpace();
    for (let first = true; this.#peek() !== "]"; first = false) {
      if (!first) this.#comma("]");
      values.push(this.#value(depth + 1));
      this.#skipSpace();
    }
    this.#offset += 1;
    return values;
  }

  #comma(closing: string): void {
    if (this.#peek() !== ",") throw this.#unexpected(`两项之间要有半角逗号,最后一项之后要有 ${closing}`);
    const comma = this.#offset;
    this.#offset += 1;
    this.#skipSpace();
    if (this.#peek() === closing) throw this.#fault("最后一项之后不能有逗号", comma);
  }

  #string(): string {
    const { text } = this.file;
    const start = this.#offset;
    let value = "";
    for (this.#offset += 1; this.#peek() !== '"'; this.#offset += 1) {
      const next = this.#peek();
      if (next === "" || next === "\n" || next === "\r")
        throw this.#fault("引号没有在这一行里配成对", start, text.slice(0, this.#offset).trimEnd().length);
      if (next < " ") throw this.#fault("引号里不能有制表符之类的控制字符");
      if (next !== "\\") {
        value += next;
        continue;
      }
      this.#offset += 1;
      const hex = /^u([0-9a-fA-F]{4})/.exec(text.slice(this.#offset, this.#offset + 5))?.[1];
      const plain = escapes[this.#peek()];
      if (hex !== undefined) {
        value += String.fromCharCode(Number.parseInt(hex, 16));
        this.#offset += 4;
      } else if (plain === undefined) throw this.#fault("引号里的反斜杠要写成两个", this.#offset - 1, this.#offset);
      else value += plain;
    }
    this.#offset += 1;
    return value;
  }

  #number(): number {
    const start = this.#offset;
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = start;
    const written = pattern.exec(this.file.text)?.[0] ?? "";
    this.#offset += written.length;
    const rest = /^[^\s,\uFF0C、}\]:{["]+/.exec(this.file.text.slice(this.#offset, this.#offset + 32))?.[0];
    if (rest !== undefined) {
      const message = /^[\p{Script=Han}%‰\uFF05]/u.test(rest)
        ? `数后面不写「${rest}」:单位不用写,百分数加双引号`
        : `「${written}${rest}」不是一个数`;
      throw this.#fault(message, start, this.#offset + rest.length);
    }
    const number = Number(written);
    if (!Number.isFinite(number) || significant(written) !== significant(String(number))) {
      const read = Number.isFinite(number) ? String(number) : "无穷大";
      const span = { start, end: this.#offset };
      this.faults.push(diagnose("inexact-number", { number: written, read }, this.file, span));
    }
    return number;
  }
}

/** Reads a JSON object; every fault that can be told at once is told. `firstLine`: where the text begins in its file. */
export const readJsonObject = (file: SourceFile, firstLine = 1): JsonReading => new Reader(file, firstLine).read();
