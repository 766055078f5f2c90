/** Figures by value: what a text says and what a statement encodes are one where these agree. */
import { equals, multiply, ONE, rational, type Rational, sign } from "../../grammar/rational.ts";
import { unitTable, type UnitFactor } from "../../grammar/units.ts";

export type FigureValue =
  | {
      readonly kind: "quantity";
      /** In base units: 1年 is 12. */
      readonly value: Rational;
      /** In the unit written, 万 and 亿 applied: what a bare number elsewhere would have to be. */
      readonly written: Rational;
      /** Base unit of the numerator; `ratio` for 5.5%, 6倍, 三分之一; none for a bare number. */
      readonly unit: string | undefined;
      /** Base units that it is a rate by: 元/(人·月) is 人 and 月. */
      readonly per: readonly string[];
    }
  | { readonly kind: "date" | "month"; readonly iso: string }
  | { readonly kind: "year"; readonly year: number };

const RATIO = "ratio";

/** Units that measure: the others count, and a count is the same whatever is counted (25万个岗位, 25万人). */
const measures: ReadonlySet<string> = new Set("元 月 天 工作日 小时 吨 亩 平方米 立方米 米 千瓦时 千瓦 岁".split(" "));

export const isCounting = (unit: string): boolean => !measures.has(unit) && unit !== RATIO;

/** `value` in the units given, none for a bare number. */
export function quantityValue(value: Rational, factors: readonly UnitFactor[] | undefined): FigureValue {
  if (factors === undefined) return { kind: "quantity", value, written: value, unit: undefined, per: [] };
  let based = value;
  const over: string[] = [];
  const per: string[] = [];
  for (const { unit, power } of factors) {
    const { base, factor } = unitTable.get(unit) ?? { base: unit, factor: ONE };
    const whole = rational(factor.numerator ** BigInt(Math.abs(power)), factor.denominator ** BigInt(Math.abs(power)));
    based = multiply(based, power > 0 ? whole : rational(whole.denominator, whole.numerator));
    (power > 0 ? over : per).push(base);
  }
  return { kind: "quantity", value: based, written: value, unit: over.join("·"), per };
}

export const ratioValue = (value: Rational): FigureValue => ({
  kind: "quantity",
  value,
  written: value,
  unit: RATIO,
  per: [],
});

const lastDay = (month: string): number => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  if (number === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(number) ? 30 : 31;
};

/** The first and last days of a month or year, and the months of its ends: what it begins and ends with. */
function edges(value: FigureValue): readonly string[] {
  if (value.kind === "month") return [value.iso, `${value.iso}-01`, `${value.iso}-${lastDay(value.iso)}`];
  if (value.kind !== "year") return value.kind === "date" ? [value.iso] : [];
  const year = String(value.year).padStart(4, "0");
  return [`${year}-01`, `${year}-12`, `${year}-01-01`, `${year}-12-31`];
}

const isoOf = (value: FigureValue): string =>
  value.kind === "date" || value.kind === "month" ? value.iso : value.kind === "year" ? String(value.year) : "";

/** Whether a figure that a statement encodes is the one that the text says. */
export function agrees(encoded: FigureValue, said: FigureValue): boolean {
  if (encoded.kind === "quantity" && said.kind === "quantity") return quantitiesAgree(encoded, said);
  if (encoded.kind === "quantity" || said.kind === "quantity") {
    const [quantity, time] = encoded.kind === "quantity" ? [encoded, said] : [said, encoded];
    // 2019年 and the number 2019.
    return time.kind === "year" && quantity.kind === "quantity" && equals(quantity.written, rational(time.year));
  }
  return isoOf(encoded) === isoOf(said) || edges(said).includes(isoOf(encoded)) || edges(encoded).includes(isoOf(said));
}

type Quantity = Extract<FigureValue, { readonly kind: "quantity" }>;

function quantitiesAgree(encoded: Quantity, said: Quantity): boolean {
  if (encoded.unit === undefined || said.unit === undefined) return equals(encoded.written, said.written);
  if (!equals(encoded.value, said.value)) return false;
  // Nought is nought: 不计算收入 is 0元.
  if (said.unit === RATIO && sign(said.value) === 0) return true;
  if (encoded.unit !== said.unit && !(isCounting(encoded.unit) && isCounting(said.unit))) return false;
  // A rate's denominator may be missing from the text (每亩1.2万元), but may not be another one.
  if (encoded.per.length === 0 || said.per.length === 0) return true;
  return [...encoded.per].sort().join() === [...said.per].sort().join();
}

/** Whether a date or month that a statement encodes lies in the year or month that the text names. */
export const liesIn = (encoded: FigureValue, said: FigureValue): boolean =>
  (said.kind === "year" || said.kind === "month") &&
  (encoded.kind === "date" || encoded.kind === "month") &&
  encoded.iso.startsWith(isoOf(said));
