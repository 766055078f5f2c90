/** Rounding to whole steps of `step` smallest units; the result counts steps. */
import { fraction, narrow, onEnds } from "./exact.ts";
import { EXACT_LIMIT, rounding } from "./symbolic.ts";
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

/** 四舍五入: halves away from zero. */
export function halfUp(value: Quantity, step: number | bigint): Quantity {
  if (
    typeof value === "number" &&
    typeof step === "number" &&
    value >= 0 &&
    value <= EXACT_LIMIT &&
    step <= EXACT_LIMIT
  )
    return Math.floor(value / step + 0.5);
  return rounding("halfUp", value, step) ?? roundSlowly(value, step, "halfUp");
}

/** 舍去: towards zero. */
export function down(value: Quantity, step: number | bigint): Quantity {
  if (
    typeof value === "number" &&
    typeof step === "number" &&
    value >= 0 &&
    value <= EXACT_LIMIT &&
    step <= EXACT_LIMIT
  )
    return Math.floor(value / step);
  return rounding("down", value, step) ?? roundSlowly(value, step, "down");
}

/** 进位: away from zero. */
export function up(value: Quantity, step: number | bigint): Quantity {
  if (
    typeof value === "number" &&
    typeof step === "number" &&
    value >= 0 &&
    value <= EXACT_LIMIT &&
    step <= EXACT_LIMIT
  )
    return Math.ceil(value / step);
  return rounding("up", value, step) ?? roundSlowly(value, step, "up");
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
