/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Throws RangeError on a zero denominator: callers decide what division by zero means. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  let top = BigInt(numerator);
  let bottom = BigInt(denominator);
  if (bottom === 0n) throw new RangeError("zero denominator");
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const divisor = greatestCommonDivisor(top, bottom);
  return divisor > 1n
    ? { numerator: top / divisor, denominator: bottom / divisor }
    : { numerator: top, denominator: bottom };
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const subtract = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);
export const negate = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });

export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}
export const equals = (a: Rational, b: Rational): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;
export const isInteger = (a: Rational): boolean => a.denominator === 1n;
export const sign = (a: Rational): -1 | 0 | 1 => compare(a, ZERO);

/** Reads plain decimal digits such as `-12.50`; undefined for anything else. */
export function parseDecimal(text: string): Rational | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, minus = "", whole = "", fraction = ""] = match;
  const magnitude = rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  return minus === "" ? magnitude : negate(magnitude);
}

/** The number of decimals needed to write the value out, or undefined where it does not terminate. */
export function decimalPlaces(value: Rational): number | undefined {
  let rest = value.denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** `0.055`, without trailing zeros; `1/3` where the decimals do not end. */
export function formatRational(value: Rational): string {
  const places = decimalPlaces(value);
  if (places === undefined) return `${value.numerator}/${value.denominator}`;
  const scaled = (value.numerator * 10n ** BigInt(places)) / value.denominator;
  if (places === 0) return String(scaled);
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, "0");
  return `${scaled < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
