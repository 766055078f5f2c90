/** Exact sums. Plain numbers are kept while nothing passes 2^53 − 1; past that the same code goes on in bigint. */
import { arithmetic, extreme, refuseTraced } from "./symbolic.ts";
import { Fraction, Interval, mergeAll, Obstacle, Options, Elsewhere, fault } from "./values.ts";
import type { Exact, Quantity, Scalar, Special, Value } from "./values.ts";

const LIMIT = Number.MAX_SAFE_INTEGER;
const WIDE_LIMIT = BigInt(LIMIT);

/** A whole number as `number` where that is exact. */
export const narrow = (whole: bigint): number | bigint =>
  whole <= WIDE_LIMIT && whole >= -WIDE_LIMIT ? Number(whole) : whole;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** In lowest terms; the bottom is not zero. */
export function fraction(top: bigint, bottom: bigint): Exact {
  const [over, under] = bottom < 0n ? [-top, -bottom] : [top, bottom];
  const divisor = greatestCommonDivisor(over, under);
  return under === divisor ? narrow(over / divisor) : new Fraction(over / divisor, under / divisor);
}

const topOf = (value: Exact): bigint => (value instanceof Fraction ? value.top : BigInt(value));
const bottomOf = (value: Exact): bigint => (value instanceof Fraction ? value.bottom : 1n);

export const isExact = (value: Value): value is Exact =>
  typeof value === "number" || typeof value === "bigint" || value instanceof Fraction;

export function compareExact(a: Exact, b: Exact): -1 | 0 | 1 {
  if (a instanceof Fraction || b instanceof Fraction) {
    const [left, right] = [topOf(a) * bottomOf(b), topOf(b) * bottomOf(a)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** ISO dates and months order as text. */
export function compareScalars(a: Scalar, b: Scalar): -1 | 0 | 1 {
  if (isExact(a) && isExact(b)) return compareExact(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

const lowEnd = (value: Scalar | Interval): Scalar => (value instanceof Interval ? value.low : value);
const highEnd = (value: Scalar | Interval): Scalar => (value instanceof Interval ? value.high : value);

/** Every combination of the ends of two operands: an interval among them makes the result one, even a narrow one. */
export function onEnds(a: Value, b: Value, operate: (a: Scalar, b: Scalar) => Value): Value {
  refuseTraced(a, b);
  const obstacle = mergeAll([a, b]);
  if (obstacle !== undefined) return obstacle;
  for (const value of [a, b]) if (value instanceof Options || value instanceof Elsewhere) return value;
  const [left, right] = [a as Scalar | Interval, b as Scalar | Interval];
  if (!(left instanceof Interval) && !(right instanceof Interval)) return operate(left, right);
  const results: Scalar[] = [];
  for (const x of [lowEnd(left), highEnd(left)])
    for (const y of [lowEnd(right), highEnd(right)]) {
      const result = operate(x, y);
      if (result instanceof Obstacle) return result;
      results.push(result as Scalar);
    }
  return hull(results);
}

/** The least and the greatest of the values as an interval. */
function hull(values: readonly Scalar[]): Interval {
  const sorted = values.toSorted(compareScalars);
  return new Interval(sorted[0] ?? 0, sorted.at(-1) ?? 0);
}

const addExact = (a: Exact, b: Exact): Exact =>
  fraction(topOf(a) * bottomOf(b) + topOf(b) * bottomOf(a), bottomOf(a) * bottomOf(b));
const subtractExact = (a: Exact, b: Exact): Exact =>
  fraction(topOf(a) * bottomOf(b) - topOf(b) * bottomOf(a), bottomOf(a) * bottomOf(b));
export const multiplyExact = (a: Exact, b: Exact): Exact => fraction(topOf(a) * topOf(b), bottomOf(a) * bottomOf(b));
export const divideExact = (a: Exact, b: Exact): Exact => fraction(topOf(a) * bottomOf(b), bottomOf(a) * topOf(b));

const exactly =
  (operate: (a: Exact, b: Exact) => Exact) =>
  (a: Quantity, b: Quantity): Quantity =>
    onEnds(a, b, (x, y) => operate(x as Exact, y as Exact)) as Quantity;

const addSlowly = exactly(addExact);
const subtractSlowly = exactly(subtractExact);
const multiplySlowly = exactly(multiplyExact);

export function plus(a: Quantity, b: Quantity): Quantity {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (sum <= LIMIT && sum >= -LIMIT) return sum;
  }
  return arithmetic("+", a, b) ?? addSlowly(a, b);
}

export function minus(a: Quantity, b: Quantity): Quantity {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (difference <= LIMIT && difference >= -LIMIT) return difference;
  }
  return arithmetic("-", a, b) ?? subtractSlowly(a, b);
}

export function times(a: Quantity, b: Quantity): Quantity {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (product <= LIMIT && product >= -LIMIT) return product;
  }
  return arithmetic("*", a, b) ?? multiplySlowly(a, b);
}

/** Both are named as the policy writes them, for the refusal where the divisor is zero. */
export function over(a: Quantity, b: Quantity, dividend: string, divisor: string): Quantity {
  if (typeof a === "number" && typeof b === "number" && b !== 0) {
    const quotient = Math.round(a / b);
    if (quotient * b === a && quotient <= LIMIT && quotient >= -LIMIT) return quotient;
  }
  return divideSlowly(a, b, dividend, divisor);
}

function divideSlowly(a: Quantity, b: Quantity, dividend: string, divisor: string): Quantity {
  const obstacle = mergeAll([a, b]);
  if (obstacle !== undefined) return obstacle;
  refuseTraced(a, b);
  for (const value of [a, b]) if (value instanceof Options || value instanceof Elsewhere) return value;
  const range = b as Scalar | Interval;
  if (compareScalars(lowEnd(range), 0) <= 0 && compareScalars(highEnd(range), 0) >= 0)
    return fault("division-by-zero", divisor, `「${divisor}」是 0,不能作「${dividend}」的除数`);
  return onEnds(a, b, (x, y) => divideExact(x as Exact, y as Exact)) as Quantity;
}

function choose(values: readonly Value[], wanted: -1 | 1): Value {
  const obstacle = mergeAll(values);
  if (obstacle !== undefined) return obstacle;
  for (const value of values) if (value instanceof Options || value instanceof Elsewhere) return value;
  const ranges = values as readonly (Scalar | Interval)[];
  const pick = (scalars: readonly Scalar[]): Scalar =>
    scalars.reduce((best, scalar) => (compareScalars(scalar, best) === wanted ? scalar : best));
  const [low, high] = [pick(ranges.map(lowEnd)), pick(ranges.map(highEnd))];
  return ranges.some((range) => range instanceof Interval) ? hull([low, high]) : low;
}

/** 取低; of dates, the earliest. */
export function least<V extends Value>(...values: V[]): V {
  return (extreme("min", values) ?? choose(values, -1)) as V;
}

/** 取高 */
export function greatest<V extends Value>(...values: V[]): V {
  return (extreme("max", values) ?? choose(values, 1)) as V;
}

/** Any value between the two. */
export function between(a: Value, b: Value): Special {
  refuseTraced(a, b);
  const obstacle = mergeAll([a, b]);
  if (obstacle !== undefined) return obstacle;
  for (const value of [a, b]) if (value instanceof Options || value instanceof Elsewhere) return value;
  const ranges = [a, b] as readonly (Scalar | Interval)[];
  return hull(ranges.flatMap((range) => [lowEnd(range), highEnd(range)]));
}
