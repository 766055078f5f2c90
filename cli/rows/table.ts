/** Tables in: what the columns of a CSV file are to a policy, and its rows as the JSON contract has them. */
import { inputsRead } from "../../compiler/5-emit/declarations.ts";
import { showValue } from "../../compiler/evaluate/values.ts";
import type { Input, Program } from "../../compiler/lowered.ts";
import { nearest } from "../../grammar/nearest.ts";
import { CsvReader } from "./csv.ts";
import type { CsvRecord } from "./csv.ts";
import { isReadable, type Encoding, type Line } from "./lines.ts";
import { asNumber, type Header, rowFault, type Row, type RowFault } from "./row.ts";

/** Reads a table's header, then its rows. */
export class TableReader {
  readonly #csv = new CsvReader();
  readonly #program: Program;
  readonly #encoding: Encoding;
  /** Names that the output takes for itself. */
  readonly #taken: readonly string[];
  #inputs: readonly (Input | undefined)[] = [];
  #header: Header | undefined;

  constructor(program: Program, encoding: Encoding, taken: readonly string[]) {
    this.#program = program;
    this.#encoding = encoding;
    this.#taken = taken;
  }

  *push(lines: readonly Line[]): Generator<Row> {
    for (const record of this.#csv.push(lines)) yield* this.#row(record);
  }

  *end(): Generator<Row> {
    for (const record of this.#csv.end()) yield* this.#row(record);
  }

  /** Once a row has come, or the end. */
  get header(): Header {
    return (
      this.#header ?? { line: 1, columns: [], faults: [rowFault("rows-without-header", { example: this.#example() })] }
    );
  }

  #example(): string {
    return this.#program.inputs
      .slice(0, 3)
      .map(({ name }) => name)
      .join(",");
  }

  *#row({ line, cells }: CsvRecord): Generator<Row> {
    if (this.#header === undefined) {
      const columns = (cells ?? []).map((name) => name.trim());
      this.#inputs = columns.map((name) => this.#program.inputs.find((input) => input.name === name));
      this.#header = {
        line,
        columns,
        faults: cells === undefined ? [rowFault("row-quote", {})] : this.#faults(columns),
      };
      return;
    }
    const { columns } = this.#header;
    const refuse = (fault: RowFault): Row => ({
      line,
      given: undefined,
      cells: Array.from(columns, (_, index) => cells?.[index] ?? ""),
      faults: [fault],
    });
    if (cells === undefined) yield refuse(rowFault("row-quote", {}));
    else if (cells.length !== columns.length)
      yield refuse(rowFault("row-cells", { count: String(cells.length), columns: String(columns.length) }));
    else if (!cells.every(isReadable)) yield refuse(rowFault("row-unreadable", { encoding: this.#encoding }));
    else yield { line, given: this.#given(cells), cells, faults: [] };
  }

  #given(cells: readonly string[]): Readonly<Record<string, unknown>> {
    const given: Record<string, unknown> = {};
    for (const [index, input] of this.#inputs.entries()) {
      const cell = cells[index] ?? "";
      if (input !== undefined && cell !== "") given[input.name] = valueOf(cell, input);
    }
    return given;
  }

  /** All that is to be said of the columns, once. */
  #faults(columns: readonly string[]): readonly RowFault[] {
    if (!columns.every(isReadable)) return [rowFault("row-unreadable", { encoding: this.#encoding })];
    const read = inputsRead(this.#program);
    const absent = this.#program.inputs.filter(({ name }) => read.has(name) && !columns.includes(name));
    const named = new Set<string>();
    const misspelled = new Set<string>();
    const faults = columns.flatMap((name, index): readonly RowFault[] => {
      if (this.#taken.includes(name)) return [rowFault("column-taken", { name })];
      if (named.has(name)) return [rowFault("column-repeated", { name })];
      named.add(name);
      if (this.#inputs[index] !== undefined) return [];
      const near = nearest(
        name,
        absent.map((input) => input.name),
      );
      if (near === undefined) return [rowFault("column-unknown", { name })];
      misspelled.add(near);
      return [rowFault("column-misspelled", { name, near })];
    });
    const missing = absent.filter(({ name }) => !misspelled.has(name));
    return [
      ...faults,
      ...missing.map((input) => rowFault("column-missing", { name: input.name, effect: effectOf(input) })),
    ];
  }
}

const effectOf = ({ default: fallback, type }: Input): string =>
  fallback === undefined ? "各行都缺这一项" : `各行都按默认值 ${showValue(fallback, type)} 计算`;

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...["是", "true", "TRUE"].map((word) => [word, true] as const),
  ...["否", "false", "FALSE"].map((word) => [word, false] as const),
]);

const DAY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const MONTH = /^(\d{4})[-/](\d{1,2})$/;

/** A cell as the JSON contract has it. What it cannot be is left as it stands, to be refused by the policy. */
function valueOf(cell: string, { type }: Input): unknown {
  switch (type.kind) {
    case "boolean":
      return booleans.get(cell) ?? cell;
    case "quantity":
      return asNumber(cell);
    case "date":
    case "month": {
      // Spreadsheets write 2020/4/1 for a date typed as 2020-04-01.
      const [, year = "", ...rest] = (type.kind === "date" ? DAY : MONTH).exec(cell) ?? [];
      return year === "" ? cell : [year, ...rest.map((part) => part.padStart(2, "0"))].join("-");
    }
    case "choice":
      return cell;
  }
}
