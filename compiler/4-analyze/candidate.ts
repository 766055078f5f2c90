/** Which numbers to try first for an input: those that a drafter would choose for an example. */
import type { Rational } from "../../grammar/rational.ts";
import {
  add,
  compare,
  decimalPlaces,
  divide,
  equals,
  formatRational,
  multiply,
  rational,
  sign,
  subtract,
} from "../../grammar/rational.ts";
import type { Interval } from "./interval.ts";
import { contains, floor, sameInterval } from "./interval.ts";
import type { Variable } from "./polynomial.ts";

/** Where a range is no longer than this, all of it is tried, and "none" is a proof. */
const EXHAUSTIVE = 200n;
const SIMPLE_DIGITS = 3;

/** Good bases for a proportion, best first. */
const BASES = [1000, 100, 10000, 200, 500, 400, 300, 2000, 100000, 1, 10, 3, 7].map((base) => rational(base));

interface Candidates {
  readonly values: readonly Rational[];
  /** No other value exists. */
  readonly complete: boolean;
}

/** Whether the number can be written out, and stands on the input's grid. */
const isWritable = (value: Rational, grain: Rational | undefined): boolean =>
  grain === undefined ? decimalPlaces(value) !== undefined : divide(value, grain).denominator === 1n;

/** How much there is to read: 144000 has three digits; decimals count double. */
function digits(value: Rational): number {
  const significant = formatRational(value)
    .replace(/[-.]|0+$/g, "")
    .replace(/^0+/, "");
  return significant.length + 2 * (decimalPlaces(value) ?? 0);
}

function lowest({ low }: Interval, grain: Rational | undefined): Rational | undefined {
  return low === undefined || (low.after && grain === undefined) ? undefined : low.value;
}

function highest({ high }: Interval, grain: Rational | undefined): Rational | undefined {
  if (high === undefined) return undefined;
  if (grain !== undefined) return high.after ? high.value : subtract(high.value, grain);
  return high.after ? high.value : undefined;
}

/** The number with the fewest digits in the interval, of those the one nearest to its low end. */
export function simplest(interval: Interval, grain: Rational | undefined): Rational | undefined {
  const zero = rational(0);
  if (contains(interval, zero)) return zero;
  const { low, high } = interval;
  const negative = high !== undefined && sign(high.value) <= 0;
  const near = negative ? high.value : low?.value;
  if (near === undefined) return undefined;
  const magnitude = near.numerator < 0n ? -near.numerator : near.numerator;
  let step = rational(10n ** BigInt(Math.max(0, String(magnitude / near.denominator).length - 1)));
  for (let tries = 0; tries < 40; tries += 1) {
    const below = multiply(rational(floor(divide(near, step))), step);
    for (const value of negative ? [add(below, step), below] : [below, add(below, step)])
      if (contains(interval, value) && isWritable(value, grain)) return value;
    if (negative && contains(interval, subtract(below, step)) && isWritable(subtract(below, step), grain))
      return subtract(below, step);
    step = divide(step, rational(10));
  }
  return undefined;
}

function everyValue(intervals: readonly Interval[], grain: Rational | undefined): readonly Rational[] | undefined {
  const values: Rational[] = [];
  for (const interval of intervals) {
    const first = lowest(interval, grain);
    const last = highest(interval, grain);
    if (first === undefined || last === undefined) return undefined;
    if (equals(first, last)) {
      values.push(first);
      continue;
    }
    if (grain === undefined) return undefined;
    const count = divide(subtract(last, first), grain);
    if (count.numerator > EXHAUSTIVE * count.denominator) return undefined;
    for (let value = first; compare(value, last) <= 0; value = add(value, grain)) values.push(value);
  }
  return values;
}

const distinct = (values: readonly Rational[]): Rational[] =>
  values.filter((value, index) => values.findIndex((other) => equals(other, value)) === index);

/** The ends of the intervals that conditions drew, and not the input's own limits. */
function drawnEnds(variable: Variable, intervals: readonly Interval[]): readonly Rational[] {
  const { range, grain } = variable;
  return intervals.flatMap((interval) => {
    const low = sameInterval({ low: interval.low, high: undefined }, { low: range.low, high: undefined });
    const high = sameInterval({ low: undefined, high: interval.high }, { low: undefined, high: range.high });
    const ends = [low ? undefined : lowest(interval, grain), high ? undefined : highest(interval, grain)];
    return ends.filter((end) => end !== undefined);
  });
}

/**
 * Best first. `intervals`: where the value may lie, ascending. `base`: others are measured against it. `usual`: what
 * to take where no condition says anything.
 */
export function candidates(
  variable: Variable,
  intervals: readonly Interval[],
  base: boolean,
  usual: Rational | undefined,
): Candidates {
  const { grain } = variable;
  const isQuantity = variable.scale === "quantity";
  const whole = grain !== undefined && compare(grain, rational(1)) >= 0;
  const byDigits = (values: readonly Rational[]): Rational[] => [...values].sort((a, b) => digits(a) - digits(b));
  const drawn = variable.scale === "list" ? [] : drawnEnds(variable, intervals);
  const boundaries = isQuantity ? byDigits(drawn) : drawn;
  const plain = intervals.flatMap((interval) => simplest(interval, grain) ?? []);
  const ends = intervals.flatMap((interval) => [lowest(interval, grain) ?? [], highest(interval, grain) ?? []].flat());
  const limit = base ? SIMPLE_DIGITS - 1 : SIMPLE_DIGITS;
  const ordered = [
    ...(usual !== undefined && drawn.length === 0 && !base ? [usual] : []),
    ...boundaries.filter((value) => !isQuantity || digits(value) <= limit),
    ...(base ? BASES : []),
    ...(whole ? [...boundaries, ...plain] : byDigits([...boundaries, ...plain])),
    ...ends,
    ...(isQuantity ? BASES : []),
  ];
  const all = everyValue(intervals, grain);
  const possible = (value: Rational): boolean =>
    isWritable(value, grain) && intervals.some((interval) => contains(interval, value));
  return { values: distinct([...ordered, ...(all ?? [])]).filter(possible), complete: all !== undefined };
}
