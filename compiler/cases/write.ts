/** 算例 as text, in the form that the formatter settles. */
import { displayWidth } from "../../diagnostics/width.ts";
import { isBareName, reservedWords } from "../../grammar/index.ts";
import {
  compare,
  decimalPlaces,
  divide,
  formatRational,
  isInteger,
  rational,
  type Rational,
} from "../../grammar/rational.ts";
import { unitAfterNumber } from "../../grammar/units.ts";
import { showValue } from "../evaluate/values.ts";
import type { Outcome, Program, Value, ValueType } from "../lowered.ts";

export interface WrittenCase {
  readonly name: string;
  readonly inputs: ReadonlyMap<string, Value>;
  /** In the words of a case: `应当 返还 100%`. */
  readonly expectations: readonly string[];
}

const WIDTH = 100;
const LARGE: readonly (readonly [word: string, size: Rational])[] = [
  ["亿", rational(100_000_000)],
  ["万", rational(10_000)],
];

/** `10亿`, `2万`, `999999999.99`: whole multiples as a drafter writes them. */
export function writeNumber(value: Rational): string {
  for (const [word, size] of LARGE) {
    const count = divide(value, size);
    if (isInteger(count) && compare(count, rational(1)) >= 0) return `${formatRational(count)}${word}`;
  }
  return formatRational(value);
}

/** Undefined where no single figure says it exactly: 1/3. */
export function writeValue(value: Value, type: ValueType | Outcome["type"]): string | undefined {
  if (value.kind === "choice") return writeName(value.value);
  if (value.kind !== "quantity") return showValue(value, type);
  if (decimalPlaces(value.value) === undefined) return undefined;
  if (type.kind !== "quantity" || type.notation !== "unit") return showValue(value, type);
  return `${writeNumber(value.value)}${unitAfterNumber(type.unit)}`;
}

export const writeName = (name: string): string =>
  isBareName(name) && !reservedWords.has(name) ? name : `「${name}」`;

/** Parts after one another, a new line where the next would go beyond the width. */
function fill(parts: readonly string[], first: string, next: string, separator: string): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line === undefined) lines.push(`${first}${part}`);
    else if (displayWidth(line) + 2 + displayWidth(part) <= WIDTH) lines[lines.length - 1] = `${line}, ${part}`;
    else {
      lines[lines.length - 1] = `${line}${separator}`;
      lines.push(`${next}${part}`);
    }
  }
  return lines;
}

/** The lines below a case's heading, not indented. */
export function caseLines(program: Program, { inputs, expectations }: Omit<WrittenCase, "name">): readonly string[] {
  const given = program.inputs.flatMap(({ name, type }) => {
    const value = inputs.get(name);
    return value === undefined ? [] : [`${writeName(name)} = ${writeValue(value, type) ?? ""}`];
  });
  return [...fill(given, "", "", ""), ...fill(expectations, "=> ", "  ", ",")];
}

export const writeCase = (program: Program, written: WrittenCase): string =>
  [`算例 ${writeName(written.name)}`, ...caseLines(program, written).map((line) => `  ${line}`), ""].join("\n");
