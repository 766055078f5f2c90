/** NDJSON in: one JSON object a line. */
import type { Program } from "../../compiler/lowered.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { readJsonObject } from "../json.ts";
import { isReadable, type Encoding, type Line } from "./lines.ts";
import { asNumber, type Header, rowFault, type Row } from "./row.ts";

/** Sixteen digits, or a power of ten: a double may not hold what is written. */
const MAYBE_INEXACT = /(?:\d\.?){16}|\d[eE]/;
const NAME = /"\s*:/g;

/**
 * `JSON.parse` is quick, and lets a name given twice and digits that no double holds pass. A line that might have either
 * goes to the reader that finds them: each name ends in a quotation mark and a colon, and few texts hold those.
 */
function quickly(text: string): Record<string, unknown> | undefined {
  if (MAYBE_INEXACT.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const names = text.match(NAME)?.length ?? 0;
  return names === Object.keys(value).length ? (value as Record<string, unknown>) : undefined;
}

/** As a table repeats it. */
function cellOf(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  return typeof value === "string" ? value : JSON.stringify(value);
}

export class NdjsonReader {
  readonly #encoding: Encoding;
  readonly #quantities: readonly string[];
  readonly header: Header;

  /** `columns`: what an output table repeats. */
  constructor(program: Program, encoding: Encoding, columns: readonly string[]) {
    this.#encoding = encoding;
    this.#quantities = program.inputs.filter(({ type }) => type.kind === "quantity").map(({ name }) => name);
    this.header = { line: 1, columns, faults: [] };
  }

  *push(lines: readonly Line[]): Generator<Row> {
    for (const line of lines) if (line.text.trim() !== "") yield this.#row(line);
  }

  *end(): Generator<Row> {}

  #row({ number, text }: Line): Row {
    const read = (given: Record<string, unknown>): Row => {
      const cells = this.header.columns.map((name) => cellOf(given[name]));
      for (const name of this.#quantities) {
        const value = given[name];
        if (typeof value === "string") given[name] = asNumber(value);
      }
      return { line: number, given, cells, faults: [] };
    };
    const refuse = (faults: Row["faults"]): Row => ({
      line: number,
      given: undefined,
      cells: this.header.columns.map(() => ""),
      faults,
    });
    if (!isReadable(text)) return refuse([rowFault("row-unreadable", { encoding: this.#encoding })]);
    const given = quickly(text);
    if (given !== undefined) return read(given);
    const reading = readJsonObject(new SourceFile("", text), number);
    return reading.ok ? read({ ...reading.object.value }) : refuse(reading.faults);
  }
}
