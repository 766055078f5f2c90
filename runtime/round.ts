/** Rounding to whole steps of `step` smallest units; the result counts steps. */
import { fraction, narrow, onEnds, times } from "./exact.ts";
import { Fraction } from "./values.ts";
import type { Exact, Quantity } from "./values.ts";

type Method = "halfUp" | "down" | "up" | "halfEven";

function roundExact(value: Exact, step: number | bigint, method: Method): Exact {
  const [top, bottom] = value instanceof Fraction ? [value.top, value.bottom] : [BigInt(value), 1n];
  const divisor = bottom * BigInt(step);
  const size = top < 0n ? -top : top;
  const whole = size / divisor;
  const rest = size % divisor;
  const isUp =
    method === "up"
      ? rest > 0n
      : method === "down"
        ? false
        : rest * 2n > divisor || (rest * 2n === divisor && (method === "halfUp" || whole % 2n === 1n));
  const steps = isUp ? whole + 1n : whole;
  return narrow(top < 0n ? -steps : steps);
}

const roundSlowly = (value: Quantity, step: number | bigint, method: Method): Quantity =>
  onEnds(value, 0, (scalar) => roundExact(scalar as Exact, step, method)) as Quantity;

// Below this, a quotient's distance from a half is more than its error as a double: adding a half and cutting is exact.
const FAST_LIMIT = 2 ** 50;

/** 四舍五入: halves away from zero. */
export function halfUp(value: Quantity, step: number | bigint): Quantity {
  if (typeof value === "number" && typeof step === "number" && value >= 0 && value <= FAST_LIMIT && step <= FAST_LIMIT)
    return Math.floor(value / step + 0.5);
  return roundSlowly(value, step, "halfUp");
}

/** 四舍五入 of a product. */
export function halfUpProduct(a: Quantity, b: Quantity, step: number | bigint): Quantity {
  if (typeof a === "number" && typeof b === "number" && typeof step === "number") {
    const value = a * b;
    if (value >= 0 && value <= FAST_LIMIT && step <= FAST_LIMIT) return Math.floor(value / step + 0.5);
  }
  return roundSlowly(times(a, b), step, "halfUp");
}

/** 舍去: towards zero. */
export function down(value: Quantity, step: number | bigint): Quantity {
  if (typeof value === "number" && typeof step === "number" && value >= 0 && value <= FAST_LIMIT && step <= FAST_LIMIT)
    return Math.floor(value / step);
  return roundSlowly(value, step, "down");
}

/** 进位: away from zero. */
export function up(value: Quantity, step: number | bigint): Quantity {
  if (typeof value === "number" && typeof step === "number" && value >= 0 && value <= FAST_LIMIT && step <= FAST_LIMIT)
    return Math.ceil(value / step);
  return roundSlowly(value, step, "up");
}

/** 取偶: halves to the even step. */
export const halfEven = (value: Quantity, step: number | bigint): Quantity => roundSlowly(value, step, "halfEven");

/** The same amount in a unit `factor` times as large. */
export function inUnitsOf(value: Quantity, factor: number | bigint): Quantity {
  if (typeof value === "number" && typeof factor === "number") {
    const whole = Math.round(value / factor);
    if (whole * factor === value) return whole;
  }
  return onEnds(value, 0, (scalar) => {
    const [top, bottom] =
      scalar instanceof Fraction ? [scalar.top, scalar.bottom] : [BigInt(scalar as number | bigint), 1n];
    return fraction(top, bottom * BigInt(factor));
  }) as Quantity;
}
