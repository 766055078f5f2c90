/**
 * Smallest units. Generated code counts every quantity in a unit that is known when the code is written, so that most
 * values are plain whole numbers: money in 分, ratios in ten-thousandths. It depends on a value's type alone, never on
 * its figures, so that changing a figure changes one line.
 */
import { divide, rational, type Rational } from "../../grammar/rational.ts";
import type { Input, ValueType } from "../lowered.ts";
import { bigintLiteral, wholeNumber } from "./names.ts";

const WHOLE = rational(1);
const HUNDREDTH = rational(1, 100);
const TEN_THOUSANDTH = rational(1, 10000);

/** Units that are counted in whole numbers. */
const counted = new Set(["人", "个", "户", "家", "件", "次", "月", "年", "天", "岁"]);

export function unitOf(type: ValueType | { readonly kind: "action" }): Rational {
  if (type.kind !== "quantity") return WHOLE;
  if (type.notation !== "unit") return TEN_THOUSANDTH;
  const powers = Object.entries(type.dimension);
  if (powers.some(([name]) => name === "元")) return HUNDREDTH;
  return powers.every(([name, power]) => counted.has(name) && power === 1) ? WHOLE : TEN_THOUSANDTH;
}

/** An input's own precision decides; without one, values that are no whole count become fractions. */
export const inputUnit = ({ type, grain }: Input): Rational =>
  type.kind !== "quantity" ? WHOLE : grain === undefined ? unitOf(type) : rational(1n, grain.denominator);

/** The code of a quantity, and the unit that it counts. */
export interface Counted {
  readonly code: string;
  readonly unit: Rational;
  /** Of a literal: its value in base units. */
  readonly literal?: Rational;
}

export const scaleOf = (unit: Rational): string => String(unit.denominator);

/** A value in counts of a unit. */
export function literalIn(value: Rational, unit: Rational): string {
  const { numerator, denominator } = divide(value, unit);
  if (denominator === 1n) return wholeNumber(numerator, unit.denominator);
  return `$.fraction(${bigintLiteral(numerator)}, ${bigintLiteral(denominator)})`;
}

const factor = (code: string, by: bigint): string => (by === 1n ? code : `$.times(${code}, ${wholeNumber(by, 1n)})`);

/** The same quantity counted in another unit. */
export function countedIn({ code, unit, literal }: Counted, target: Rational): string {
  if (literal !== undefined) return literalIn(literal, target);
  const { numerator, denominator } = divide(unit, target);
  const multiplied = factor(code, numerator);
  return denominator === 1n ? multiplied : `$.inUnitsOf(${multiplied}, ${wholeNumber(denominator, 1n)})`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The largest unit of which all the given ones are whole multiples. */
export function commonUnit(values: readonly Counted[]): Rational {
  const units = values.filter(({ literal }) => literal === undefined).map(({ unit }) => unit);
  const all = units.length === 0 ? values.map(({ unit }) => unit) : units;
  return all.reduce((common, unit) => {
    const denominator = common.denominator * unit.denominator;
    const numerator = greatestCommonDivisor(common.numerator * unit.denominator, unit.numerator * common.denominator);
    return rational(numerator, denominator);
  });
}

/** Both sides of a comparison in whole multiples of one unit, multiplying only. */
export function aligned(left: Counted, right: Counted): readonly [string, string] {
  if (left.literal !== undefined && right.literal === undefined) {
    const [b, a] = aligned(right, left);
    return [a, b];
  }
  if (right.literal !== undefined) {
    const { numerator, denominator } = divide(right.literal, left.unit);
    return [factor(left.code, denominator), wholeNumber(numerator, denominator === 1n ? left.unit.denominator : 1n)];
  }
  const { numerator, denominator } = divide(left.unit, right.unit);
  return [factor(left.code, numerator), factor(right.code, denominator)];
}
