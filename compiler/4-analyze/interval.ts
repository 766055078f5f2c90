/**
 * Sets of exact numbers on one line, as sorted intervals between cuts. A cut lies just before or just after a number,
 * so that 以下 and 不足 differ by their cut alone and every interval is half-open in cuts.
 */
import type { ComparisonOperator } from "../lowered.ts";
import type { Rational } from "../../grammar/rational.ts";
import { add, compare, divide, multiply, rational } from "../../grammar/rational.ts";

export interface Cut {
  readonly value: Rational;
  /** The number itself lies below the cut. */
  readonly after: boolean;
}

/** No cut: endless on that side. */
export interface Interval {
  readonly low: Cut | undefined;
  readonly high: Cut | undefined;
}

/** Disjoint, ascending, never touching. */
export type Region = readonly Interval[];

export const EVERYTHING: Interval = { low: undefined, high: undefined };

export const cutKey = (cut: Cut): string => `${cut.value.numerator}/${cut.value.denominator}${cut.after ? "+" : "-"}`;

export function compareCuts(a: Cut, b: Cut): number {
  return compare(a.value, b.value) || Number(a.after) - Number(b.after);
}

const higherLow = (a: Cut | undefined, b: Cut | undefined): Cut | undefined =>
  a === undefined || (b !== undefined && compareCuts(b, a) > 0) ? b : a;
const lowerHigh = (a: Cut | undefined, b: Cut | undefined): Cut | undefined =>
  a === undefined || (b !== undefined && compareCuts(b, a) < 0) ? b : a;

export function intersect(a: Interval, b: Interval): Interval | undefined {
  const low = higherLow(a.low, b.low);
  const high = lowerHigh(a.high, b.high);
  return low !== undefined && high !== undefined && compareCuts(low, high) >= 0 ? undefined : { low, high };
}

export function intersectRegion(region: Region, range: Interval): Region {
  return region.flatMap((interval) => intersect(interval, range) ?? []);
}

/** What of `range` is not in `region`. */
export function complement(region: Region, range: Interval): Region {
  const rest: Interval[] = [];
  let low = range.low;
  let endless = false;
  for (const interval of intersectRegion(region, range)) {
    if (interval.low !== undefined && (low === undefined || compareCuts(low, interval.low) < 0))
      rest.push({ low, high: interval.low });
    low = interval.high;
    endless = interval.high === undefined;
  }
  if (!endless && (low === undefined || range.high === undefined || compareCuts(low, range.high) < 0))
    rest.push({ low, high: range.high });
  return rest;
}

/** The numbers that stand in this relation to `value`. */
export function fromComparison(operator: ComparisonOperator, value: Rational): Region {
  const before: Cut = { value, after: false };
  const after: Cut = { value, after: true };
  switch (operator) {
    case "<":
      return [{ low: undefined, high: before }];
    case "<=":
      return [{ low: undefined, high: after }];
    case ">":
      return [{ low: after, high: undefined }];
    case ">=":
      return [{ low: before, high: undefined }];
    case "=":
      return [{ low: before, high: after }];
    case "!=":
      return [
        { low: undefined, high: before },
        { low: after, high: undefined },
      ];
  }
}

export const floor = (value: Rational): bigint => {
  const quotient = value.numerator / value.denominator;
  return value.numerator < 0n && quotient * value.denominator !== value.numerator ? quotient - 1n : quotient;
};

/** Moves a cut up to just before the next multiple of `grain`: on a grid, `> 5` and `>= 6` are the same cut. */
export function snapCut(cut: Cut, grain: Rational): Cut {
  const steps = divide(cut.value, grain);
  const below = rational(floor(steps));
  const onGrid = compare(below, steps) === 0;
  const index = onGrid && !cut.after ? below : add(below, rational(1));
  return { value: multiply(index, grain), after: false };
}

export function snap(interval: Interval, grain: Rational | undefined): Interval | undefined {
  if (grain === undefined) return interval;
  const low = interval.low && snapCut(interval.low, grain);
  const high = interval.high && snapCut(interval.high, grain);
  return low !== undefined && high !== undefined && compareCuts(low, high) >= 0 ? undefined : { low, high };
}

export function snapRegion(region: Region, grain: Rational | undefined): Region {
  const snapped = region.flatMap((interval) => snap(interval, grain) ?? []);
  // Neighbours may touch once the numbers between them are known not to occur.
  const merged: Interval[] = [];
  for (const interval of snapped) {
    const last = merged.at(-1);
    if (last?.high !== undefined && interval.low !== undefined && compareCuts(last.high, interval.low) >= 0)
      merged[merged.length - 1] = { low: last.low, high: interval.high };
    else merged.push(interval);
  }
  return merged;
}

export const sameRegion = (a: Region, b: Region): boolean =>
  a.length === b.length && a.every((interval, index) => sameInterval(interval, b[index]));

const sameCut = (a: Cut | undefined, b: Cut | undefined): boolean =>
  a === undefined || b === undefined ? a === b : compareCuts(a, b) === 0;

export const sameInterval = (a: Interval, b: Interval | undefined): boolean =>
  b !== undefined && sameCut(a.low, b.low) && sameCut(a.high, b.high);

export const contains = (interval: Interval, value: Rational): boolean =>
  (interval.low === undefined || compareCuts(interval.low, { value, after: true }) < 0) &&
  (interval.high === undefined || compareCuts({ value, after: false }, interval.high) < 0);

// --- arithmetic on whole intervals, to bound expressions by their parts' limits -----------------------------------

/** The interval of factor times x. */
export function scaleInterval(interval: Interval, factor: Rational): Interval {
  const scaled = (cut: Cut | undefined, flip: boolean): Cut | undefined =>
    cut && { value: multiply(cut.value, factor), after: flip ? !cut.after : cut.after };
  if (factor.numerator > 0n) return { low: scaled(interval.low, false), high: scaled(interval.high, false) };
  if (factor.numerator < 0n) return { low: scaled(interval.high, true), high: scaled(interval.low, true) };
  return { low: { value: rational(0), after: false }, high: { value: rational(0), after: true } };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return {
    low: a.low && b.low && { value: add(a.low.value, b.low.value), after: a.low.after || b.low.after },
    high: a.high && b.high && { value: add(a.high.value, b.high.value), after: a.high.after && b.high.after },
  };
}

export const isNonNegative = (interval: Interval): boolean =>
  interval.low !== undefined && interval.low.value.numerator >= 0n;
export const isPositive = (interval: Interval): boolean =>
  interval.low !== undefined &&
  (interval.low.value.numerator > 0n || (interval.low.value.numerator === 0n && interval.low.after));
export const isNonPositive = (interval: Interval): boolean =>
  interval.high !== undefined && interval.high.value.numerator <= 0n;

/** Products of factors that are never negative; other products are left without bounds. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  if (!isNonNegative(a) || !isNonNegative(b)) return EVERYTHING;
  const positive = isPositive(a) && isPositive(b);
  const low = a.low && b.low && { value: multiply(a.low.value, b.low.value), after: a.low.after || b.low.after };
  return {
    low: low && (low.value.numerator === 0n ? { value: low.value, after: positive } : low),
    high: a.high && b.high && { value: multiply(a.high.value, b.high.value), after: a.high.after && b.high.after },
  };
}
