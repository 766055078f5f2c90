/** Decimal text and exact values: `12.50`, `-3`; what a value is in text, without trailing zeros. */
import { fraction } from "./exact.ts";
import { Fraction } from "./values.ts";
import type { Exact } from "./values.ts";

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** In smallest units of one `scale`-th; undefined for anything but plain decimal digits. */
export function parseDecimal(text: string, scale: number): Exact | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, minus = "", whole = "", decimals = ""] = match;
  const magnitude = BigInt(whole + decimals) * BigInt(scale);
  return fraction(minus === "" ? magnitude : -magnitude, 10n ** BigInt(decimals.length));
}

/** `1/3` too: how generated code writes limits. */
export function parseRational(text: string, scale: number): Exact {
  const [top = "", bottom] = text.split("/");
  if (bottom !== undefined) return fraction(BigInt(top) * BigInt(scale), BigInt(bottom));
  const value = parseDecimal(text, scale);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
}

/** The decimal that a number prints as: 0.1 is one tenth, not the binary fraction nearest to it. */
export function shortestDecimal(value: number, scale: number): Exact {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const mantissa = parseDecimal(digits, scale);
  if (mantissa === undefined) throw new Error(`${value} does not print as a decimal`);
  const power = 10n ** BigInt(Math.abs(Number(exponent)));
  const [top, bottom] = mantissa instanceof Fraction ? [mantissa.top, mantissa.bottom] : [BigInt(mantissa), 1n];
  return Number(exponent) < 0 ? fraction(top, bottom * power) : fraction(top * power, bottom);
}

/** How many decimals it takes to write a fraction out; undefined where they do not end. */
function decimalPlaces(bottom: bigint): number | undefined {
  let rest = bottom;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** `0.055`; `1/3` where the decimals do not end. `factor` multiplies the value shown, as for percentages. */
export function decimalText(value: Exact, scale: number, factor = 1): string {
  const [count, parts] = value instanceof Fraction ? [value.top, value.bottom] : [BigInt(value), 1n];
  const amount = fraction(count * BigInt(factor), parts * BigInt(scale));
  if (!(amount instanceof Fraction)) return String(amount);
  const { top, bottom } = amount;
  const places = decimalPlaces(bottom);
  if (places === undefined) return `${top}/${bottom}`;
  const scaled = (top * 10n ** BigInt(places)) / bottom;
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, "0");
  return `${scaled < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export const isEnding = (text: string): boolean => !text.includes("/");
