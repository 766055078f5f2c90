/** Chinese numerals, read exactly: 两百, 一万二千, 三分之一, 百分之六十, 五点五. What is only colloquial is refused. */
import { parseDecimal, rational, type Rational } from "./rational.ts";

const digits: ReadonlyMap<string, number> = new Map([
  ..."零一二三四五六七八九".split("").map((character, index): [string, number] => [character, index]),
  ["〇", 0],
  ["两", 2],
]);
const places: ReadonlyMap<string, bigint> = new Map([
  ["十", 10n],
  ["百", 100n],
  ["千", 1000n],
]);

/** 万 and 亿 multiply all that stands before them; so do 十, 百 and 千 after digits (3百万). */
export const multipliers: ReadonlyMap<string, bigint> = new Map([...places, ["万", 10_000n], ["亿", 100_000_000n]]);

export const isNumeralCharacter = (character: string): boolean =>
  digits.has(character) || multipliers.has(character) || character === "半";

/** 一千零五 without 万: each place at most once, in falling order; 零 stands for places left out. */
function readSection(text: string): bigint | undefined {
  let total = 0n;
  let lastPlace = 10_000n;
  let index = 0;
  let zero = false;
  while (index < text.length) {
    if (text[index] === "零" || text[index] === "〇") {
      if (zero || index === text.length - 1) return undefined;
      zero = true;
      index += 1;
      continue;
    }
    let digit = digits.get(text[index] ?? "");
    const leadingTen = digit === undefined && text[index] === "十" && index === 0;
    if (leadingTen) digit = 1;
    else index += 1;
    if (digit === undefined) return undefined;
    const place = places.get(text[index] ?? "");
    if (place === undefined) {
      // 一百二 is colloquial for 120 and reads like 102: only a last digit after 十, or after 零, is certain.
      if (index !== text.length || (lastPlace !== 10_000n && lastPlace !== 10n && !zero)) return undefined;
      return total + BigInt(digit);
    }
    if (place >= lastPlace) return undefined;
    total += BigInt(digit) * place;
    lastPlace = place;
    zero = false;
    index += 1;
  }
  return zero ? undefined : total;
}

/** 二〇二〇: digits one by one. */
function readDigits(text: string): bigint | undefined {
  let value = 0n;
  for (const character of text) {
    const digit = digits.get(character);
    if (digit === undefined) return undefined;
    value = value * 10n + BigInt(digit);
  }
  return value;
}

function readWhole(text: string): bigint | undefined {
  if (text === "") return undefined;
  if (text === "零" || text === "〇") return 0n;
  if (text.length > 1 && [...text].every((character) => digits.has(character))) return readDigits(text);
  for (const [mark, size] of [
    ["亿", 100_000_000n],
    ["万", 10_000n],
  ] as const) {
    const at = text.lastIndexOf(mark);
    if (at === -1) continue;
    const head = readWhole(text.slice(0, at));
    const rest = text.slice(at + 1);
    if (head === undefined) return undefined;
    if (rest === "") return head * size;
    const tail = readWhole(rest.replace(/^[零〇]/, ""));
    // 一万二 is colloquial for 12000.
    if (tail === undefined || tail >= size || (rest.length === 1 && digits.has(rest))) return undefined;
    return head * size + tail;
  }
  return readSection(text);
}

/** A numeral without 分之: 三十, 两百, 五点五, 半; undefined for anything else. */
export function readNumeral(text: string): Rational | undefined {
  if (text === "半" || text === "一半") return rational(1, 2);
  const point = text.indexOf("点");
  if (point === -1) {
    const whole = readWhole(text);
    return whole === undefined ? undefined : rational(whole);
  }
  const whole = readWhole(text.slice(0, point));
  const decimals = text.slice(point + 1);
  const fraction = decimals === "" ? undefined : readDigits(decimals);
  if (whole === undefined || fraction === undefined) return undefined;
  const scale = 10n ** BigInt(decimals.length);
  return rational(whole * scale + fraction, scale);
}

/** What `分之` joins: 三分之一 is 1/3, 百分之5.5 is 11/200. */
export function readFraction(denominator: string, numerator: string): Rational | undefined {
  const bottom = multipliers.get(denominator) ?? readWhole(denominator);
  const top = parseDecimal(numerator) ?? readNumeral(numerator);
  if (bottom === undefined || bottom === 0n || top === undefined) return undefined;
  return rational(top.numerator, top.denominator * bottom);
}
