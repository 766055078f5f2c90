/** Numbers with their units, dates and months, as they stand in running text. */
import { isNumeralCharacter, multipliers, readFraction, readNumeral } from "./numerals.ts";
import { multiply, ONE, parseDecimal, rational, type Rational } from "./rational.ts";
import type { UnitFactor, UnitReader } from "./units.ts";
import { isDigit, isLatin } from "./width.ts";

export type Notation = "bare" | "percent" | "perMille" | "fraction" | "times" | "unit";

export type Literal =
  | {
      readonly kind: "quantity";
      readonly value: Rational;
      readonly factors: readonly UnitFactor[] | undefined;
      readonly notation: Notation;
      /** What 万, 亿, % or ‰ multiplied by: the lower end of `1—2万元` shares it. */
      readonly scale: Rational;
      /** `5。5` and `1,000`: read as the number most likely meant, and reported. */
      readonly separated: boolean;
    }
  | { readonly kind: "date" | "month"; readonly iso: string; readonly exists: boolean }
  | { readonly kind: "monthSpan"; readonly from: string; readonly to: string; readonly exists: boolean };

export interface LiteralMatch {
  readonly end: number;
  readonly literal: Literal;
}

const pad = (digits: string): string => digits.padStart(2, "0");

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const monthExists = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12;
const dayExists = (year: string, month: string, day: string): boolean =>
  monthExists(month) && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));

const spanPattern = /(\d{4})年(\d{1,2})月?份?(?:—+|~|-|至)(\d{1,2})月份?/y;
const datePattern = /(\d{4})(?:-(\d{1,2})-(\d{1,2})(?!\d)|年(\d{1,2})月(\d{1,2})[日号])/y;
const monthPattern = /(\d{4})(?:-(\d{1,2})(?![\d-])|年(\d{1,2})月份?)/y;
/** `2020年3月1日至6月30日`: the second date takes the year of the first. */
const dayPattern = /(\d{1,2})月(\d{1,2})[日号]/y;
const yearBefore = /(\d{4})年\d{1,2}月\d{1,2}[日号]\s*(?:至|—+|~)\s*$/;
const decimalPattern = /\d+(?:\.\d+)?/y;
/** Digits that a comma, a full stop or a second point goes on with. */
const separatedPattern = /(?:[,。.]\d+)+/y;

function at(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

function readCalendar(text: string, start: number): LiteralMatch[] {
  const found: LiteralMatch[] = [];
  const span = at(spanPattern, text, start);
  if (span !== null) {
    const [whole, year = "", from = "", to = ""] = span;
    const exists = monthExists(from) && monthExists(to) && Number(from) <= Number(to);
    const literal = { kind: "monthSpan", from: `${year}-${pad(from)}`, to: `${year}-${pad(to)}`, exists } as const;
    found.push({ end: start + whole.length, literal });
  }
  const date = at(datePattern, text, start);
  if (date !== null) {
    const [whole, year = "", m1, d1, m2, d2] = date;
    const [month, day] = [m1 ?? m2 ?? "", d1 ?? d2 ?? ""];
    const iso = `${year}-${pad(month)}-${pad(day)}`;
    found.push({ end: start + whole.length, literal: { kind: "date", iso, exists: dayExists(year, month, day) } });
  }
  const day = at(dayPattern, text, start);
  const year = day === null ? undefined : yearBefore.exec(text.slice(Math.max(0, start - 24), start))?.[1];
  if (day !== null && year !== undefined) {
    const [whole, month = "", number = ""] = day;
    const iso = `${year}-${pad(month)}-${pad(number)}`;
    found.push({ end: start + whole.length, literal: { kind: "date", iso, exists: dayExists(year, month, number) } });
  }
  const month = at(monthPattern, text, start);
  if (month !== null) {
    const [whole, year = "", m1, m2] = month;
    const number = m1 ?? m2 ?? "";
    const literal = { kind: "month", iso: `${year}-${pad(number)}`, exists: monthExists(number) } as const;
    found.push({ end: start + whole.length, literal });
  }
  return found.sort((a, b) => b.end - a.end);
}

const PERCENT = rational(1, 100);
const PER_MILLE = rational(1, 1000);

interface Magnitude {
  readonly value: Rational;
  readonly separated: boolean;
}

/** The offset where a unit may stand: here, or after the one space that may part a number from its unit. */
function unitStarts(text: string, end: number): readonly number[] {
  const next = text.charCodeAt(end + 1);
  return text[end] === " " && next !== 32 && next !== 10 ? [end, end + 1] : [end];
}

/** Adds every reading of what may follow a magnitude: 万, 亿, %, ‰, 倍, a unit, nothing. */
function addSuffixes(text: string, end: number, magnitude: Magnitude, units: UnitReader, found: LiteralMatch[]): void {
  const push = (
    to: number,
    scale: Rational,
    notation: Notation,
    factors: readonly UnitFactor[] | undefined = undefined,
  ): void => {
    const value = scale === ONE ? magnitude.value : multiply(magnitude.value, scale);
    found.push({
      end: to,
      literal: { kind: "quantity", value, factors, notation, scale, separated: magnitude.separated },
    });
  };
  const pushUnits = (from: number, scale: Rational): void => {
    for (const { end: to, factors } of units.readAll(text, from)) push(to, scale, "unit", factors);
  };
  for (const from of unitStarts(text, end)) {
    if (text[from] === "%") push(from + 1, PERCENT, "percent");
    if (text[from] === "‰") push(from + 1, PER_MILLE, "perMille");
    if (text[from] === "倍") push(from + 1, ONE, "times");
    pushUnits(from, ONE);
    let scale = ONE;
    let after = from;
    for (;;) {
      const factor = multipliers.get(text[after] ?? "");
      if (factor === undefined) break;
      scale = multiply(scale, rational(factor));
      after += 1;
      push(after, scale, "bare");
      if (text[after] === "倍") push(after + 1, scale, "times");
      for (const next of unitStarts(text, after)) pushUnits(next, scale);
    }
  }
  push(end, ONE, "bare");
}

/** `1,000` is most likely 1000, and `5。5` is 5.5. */
function repair(written: string): Rational {
  const digits = written.includes("。") ? written.replace("。", ".") : written;
  return parseDecimal(digits.replaceAll(",", "")) ?? parseDecimal(/^\d+/.exec(written)?.[0] ?? "0") ?? ONE;
}

function readDigits(text: string, start: number, units: UnitReader): LiteralMatch[] {
  const plain = at(decimalPattern, text, start)?.[0] ?? "";
  const rest = at(separatedPattern, text, start + plain.length)?.[0] ?? "";
  const end = start + plain.length + rest.length;
  // 5G: digits that a letter goes on with are no number.
  if (isLatin(text.charCodeAt(end))) return [];
  const found: LiteralMatch[] = [];
  const value = rest === "" ? (parseDecimal(plain) ?? ONE) : repair(plain + rest);
  addSuffixes(text, end, { value, separated: rest !== "" }, units, found);
  return found;
}

const fractionNotation: ReadonlyMap<string, Notation> = new Map([
  ["百", "percent"],
  ["千", "perMille"],
]);

function readChinese(text: string, start: number, units: UnitReader): LiteralMatch[] {
  let end = start;
  while (isNumeralCharacter(text[end] ?? "")) end += 1;
  if (text[end] === "点" && isNumeralCharacter(text[end + 1] ?? ""))
    for (end += 1; isNumeralCharacter(text[end] ?? "");) end += 1;
  const found: LiteralMatch[] = [];
  if (text.startsWith("分之", end)) {
    const from = end + 2;
    let to = from;
    while (isNumeralCharacter(text[to] ?? "") || text[to] === "点") to += 1;
    if (to === from) to = from + (at(decimalPattern, text, from)?.[0].length ?? 0);
    const denominator = text.slice(start, end);
    const value = readFraction(denominator, text.slice(from, to));
    const notation = fractionNotation.get(denominator) ?? "fraction";
    if (value !== undefined)
      found.push({
        end: to,
        literal: { kind: "quantity", value, factors: undefined, notation, scale: ONE, separated: false },
      });
  }
  // 一千克 is one 千克: the last characters may belong to the unit.
  for (let stop = end; stop > start; stop -= 1) {
    const value = readNumeral(text.slice(start, stop));
    if (value !== undefined) addSuffixes(text, stop, { value, separated: false }, units, found);
  }
  return found;
}

/** Every reading of a literal at `start`, the longest first; none where there is none. */
export function readLiterals(text: string, start: number, units: UnitReader): LiteralMatch[] {
  const unit = text[start] ?? "";
  if (isDigit(text.charCodeAt(start))) {
    const calendar = readCalendar(text, start);
    if (calendar.length > 0) return calendar;
    return readDigits(text, start, units).sort((a, b) => b.end - a.end);
  }
  if (isNumeralCharacter(unit)) return readChinese(text, start, units).sort((a, b) => b.end - a.end);
  return [];
}

export interface Grain {
  readonly end: number;
  readonly step: Rational;
  readonly unit: string | undefined;
}

/** What a value is rounded to, after 四舍五入到 or 精确到: `分`, `百元`, `0.1%`, ` 1`, `整数`, `两位小数`. */
export function readGrain(text: string, start: number, units: UnitReader): Grain | undefined {
  const from = text[start] === " " ? start + 1 : start;
  for (const name of ["整数", "个位"])
    if (text.startsWith(name, from)) return { end: from + 2, step: ONE, unit: undefined };
  let found: Grain | undefined;
  const offer = (grain: Grain): void => {
    if (found === undefined || grain.end > found.end) found = grain;
  };
  const single = (factors: readonly UnitFactor[] | undefined): string | undefined =>
    factors?.length === 1 ? factors[0]?.unit : undefined;
  const bare = units.readAll(text, from).find(({ factors }) => factors.length === 1);
  if (bare !== undefined) offer({ end: bare.end, step: ONE, unit: single(bare.factors) });
  let step = ONE;
  for (let index = from; ;) {
    const factor = multipliers.get(text[index] ?? "");
    if (factor === undefined) break;
    step = multiply(step, rational(factor));
    index += 1;
    const unit = units.readAll(text, index).find(({ factors }) => factors.length === 1);
    if (unit !== undefined) offer({ end: unit.end, step, unit: single(unit.factors) });
  }
  for (const { end, literal } of readLiterals(text, from, units)) {
    if (literal.kind !== "quantity") continue;
    if (text.startsWith("位小数", end) && literal.factors === undefined && literal.value.denominator === 1n) {
      const places = literal.value.numerator;
      if (places <= 30n) offer({ end: end + 3, step: rational(1n, 10n ** places), unit: undefined });
    }
    if (literal.value.numerator === 0n || (literal.factors?.length ?? 0) > 1) continue;
    offer({ end, step: literal.value, unit: single(literal.factors) });
  }
  return found;
}
