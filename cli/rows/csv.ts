/**
 * CSV as spreadsheets write it (RFC 4180). Written here because the parsers at hand lose every row after a quotation mark
 * without a partner, and a faulty row must cost no other.
 */
import type { Line } from "./lines.ts";

export interface CsvRecord {
  /** Of its first line. */
  readonly line: number;
  /** Undefined where its quotation marks do not pair. */
  readonly cells: readonly string[] | undefined;
}

/** A quoted cell may hold line ends, but a record of more lines than this is a mark without a partner. */
const MOST_LINES = 64;

/** The cells of a record; `open` where a quoted cell goes on, undefined where a mark stands in the wrong place. */
function cellsOf(text: string): readonly string[] | "open" | undefined {
  if (!text.includes('"')) return text.split(",");
  const cells: string[] = [];
  for (let at = 0; ;) {
    if (text[at] !== '"') {
      const comma = text.indexOf(",", at);
      cells.push(comma === -1 ? text.slice(at) : text.slice(at, comma));
      if (comma === -1) return cells;
      at = comma + 1;
      continue;
    }
    let end = text.indexOf('"', at + 1);
    while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
    if (end === -1) return "open";
    cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
    if (end + 1 === text.length) return cells;
    if (text[end + 1] !== ",") return undefined;
    at = end + 2;
  }
}

export class CsvReader {
  /** Lines of a record that goes on. */
  #held: Line[] = [];
  #width: number | undefined;

  /** The records that the lines complete; empty lines are none. */
  *push(lines: readonly Line[]): Generator<CsvRecord> {
    for (const line of lines)
      if (this.#held.length > 0 || line.text !== "") {
        this.#held.push(line);
        yield* this.#settle(false);
      }
  }

  *end(): Generator<CsvRecord> {
    if (this.#held.length > 0) yield* this.#settle(true);
  }

  *#settle(isLast: boolean): Generator<CsvRecord> {
    const [first, ...rest] = this.#held;
    if (first === undefined) return;
    const cells = cellsOf(rest.length === 0 ? first.text : this.#held.map(({ text }) => text).join("\n"));
    if (cells === "open" && !isLast && rest.length < MOST_LINES) return;
    this.#held = [];
    const record = cells === "open" || !this.#fits(cells, rest.length > 0) ? undefined : cells;
    this.#width ??= record?.length;
    yield { line: first.number, cells: record };
    // What followed the mark may be sound by itself.
    if (record !== undefined || rest.length === 0) return;
    yield* this.push(rest);
    if (isLast) yield* this.end();
  }

  /** A record over several lines is one only where it has as many cells as the header. */
  #fits(cells: readonly string[] | undefined, isLong: boolean): boolean {
    return !isLong || this.#width === undefined || cells?.length === this.#width;
  }
}

const cellText = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One record with its line end. */
export const csvRecord = (cells: readonly string[]): string => `${cells.map(cellText).join(",")}\n`;
