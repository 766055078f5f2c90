/** Values: their order, their equality, and how a person reads them. */
import {
  compare,
  decimalPlaces,
  equals,
  formatRational,
  multiply,
  rational,
  type Rational,
} from "../../grammar/rational.ts";
import { unitAfterNumber } from "../../grammar/units.ts";
import type { Outcome, QuantityType, Value, ValueType } from "../lowered.ts";
import { dayNumber, monthNumber } from "./dates.ts";

export function equalValues(a: Value, b: Value): boolean {
  if (a.kind === "quantity") return b.kind === "quantity" && equals(a.value, b.value);
  if (a.kind === "date" || a.kind === "month") return a.kind === b.kind && a.iso === b.iso;
  return a.kind === b.kind && a.value === b.value;
}

/** A value's place on its scale: days are numbered from 0001-01-01, months too. Listed values have none. */
export function magnitude(value: Value): Rational | undefined {
  switch (value.kind) {
    case "quantity":
      return value.value;
    case "date":
      return rational(dayNumber(value.iso));
    case "month":
      return rational(monthNumber(value.iso));
    default:
      return undefined;
  }
}

/** Undefined where the two have no order. */
export function compareValues(a: Value, b: Value): -1 | 0 | 1 | undefined {
  if (a.kind !== b.kind) return undefined;
  const [left, right] = [magnitude(a), magnitude(b)];
  return left === undefined || right === undefined ? undefined : compare(left, right);
}

const HUNDRED = rational(100);

export function showQuantity(value: Rational, type: QuantityType): string {
  if (type.notation === "ratio")
    return decimalPlaces(value) === undefined ? formatRational(value) : `${formatRational(multiply(value, HUNDRED))}%`;
  return type.notation === "number" ? formatRational(value) : `${formatRational(value)}${unitAfterNumber(type.unit)}`;
}

export function showValue(value: Value, type: ValueType | Outcome["type"]): string {
  switch (value.kind) {
    case "quantity":
      return type.kind === "quantity" ? showQuantity(value.value, type) : formatRational(value.value);
    case "date":
    case "month":
      return value.iso;
    case "boolean":
      return value.value ? "是" : "否";
    case "choice":
      return value.value;
  }
}

/** The form of the JSON contract: exact decimals, ISO dates, names. */
export function plainValue(value: Value): string | boolean {
  switch (value.kind) {
    case "quantity":
      return formatRational(value.value);
    case "date":
    case "month":
      return value.iso;
    default:
      return value.value;
  }
}
