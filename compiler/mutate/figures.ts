/** Slips in figures and their units: one grain too much or too little, a digit too many, 万元 for 元, 天 for 月. */
import type { SourceFile } from "../../diagnostics/source.ts";
import type { Expression, QuantityLiteral, UnitSyntax } from "../../grammar/ast.ts";
import {
  add,
  compare,
  decimalPlaces,
  divide,
  equals,
  formatRational,
  isInteger,
  multiply,
  ONE,
  rational,
  sign,
  subtract,
  type Rational,
} from "../../grammar/rational.ts";
import { unitAfterNumber, unitTable } from "../../grammar/units.ts";
import { writeNumber } from "../cases/write.ts";
import { addMonths } from "../calendar.ts";
import { addDays } from "../evaluate/dates.ts";
import { type Slip, type SlipKind, wordsAt, written } from "./slip.ts";

const TEN = rational(10);
const HUNDRED = rational(100);
const THOUSAND = rational(1000);
const MYRIAD = rational(10_000);
const HUNDREDTH = rational(1, 100);

export function quantitySlips(file: SourceFile, node: QuantityLiteral): readonly Slip[] {
  const grain = grainOf(node);
  const figures = [add(node.value, grain), subtract(node.value, grain), multiply(node.value, TEN)];
  return [
    ...figures.flatMap((value) => slipTo(file, node, "figure", { ...node, value })),
    ...scaleSlips(file, node),
    ...unitSlips(file, node),
  ];
}

function slipTo(file: SourceFile, node: QuantityLiteral, kind: SlipKind, by: QuantityLiteral): readonly Slip[] {
  if (equals(node.value, by.value) && node.unit === by.unit) return [];
  return [{ kind, span: node.span, change: written(wordsAt(file, node.span), figureText(by)), node, by }];
}

const soleFactor = (unit: UnitSyntax | undefined): string | undefined =>
  unit?.factors.length === 1 && unit.factors[0]?.power === 1 ? unit.factors[0].unit : undefined;

/** The last place written, but no coarser than the quantity's own: 1分 of money, 1 of what is counted, 1% of a share. */
function grainOf({ value, unit, notation }: QuantityLiteral): Rational {
  const places = decimalPlaces(value) ?? 0;
  const last = rational(1, 10n ** BigInt(places));
  const finer = (natural: Rational): Rational => (compare(last, natural) < 0 ? last : natural);
  if (notation === "percent" || notation === "fraction") return finer(HUNDREDTH);
  if (notation === "perMille") return finer(rational(1, 1000));
  const [first] = unit?.factors ?? [];
  const entry = first === undefined ? undefined : unitTable.get(first.unit);
  if (entry === undefined || isYear(value, unit)) return last;
  if (entry.base === "元") return finer(divide(HUNDREDTH, entry.factor));
  return entry.whole && unit?.factors.length === 1 ? divide(ONE, entry.factor) : last;
}

/** 2019年 names a year. */
const isYear = (value: Rational, unit: UnitSyntax | undefined): boolean =>
  soleFactor(unit) === "年" && isInteger(value) && value.numerator >= 1000n;

/** 万元 for 元 and back, % for ‰ and back. */
function scaleSlips(file: SourceFile, node: QuantityLiteral): readonly Slip[] {
  if (sign(node.value) === 0) return [];
  const to = (value: Rational, notation = node.notation): readonly Slip[] =>
    slipTo(file, node, "unit", { ...node, value, notation });
  if (node.notation === "percent") return to(divide(node.value, TEN), "perMille");
  if (node.notation === "perMille") return to(multiply(node.value, TEN), "percent");
  if (/[万亿]/.test(wordsAt(file, node.span))) return to(divide(node.value, MYRIAD));
  return node.unit?.factors[0]?.unit === "元" ? to(multiply(node.value, MYRIAD)) : [];
}

/** Units of time that are easily taken for one another; which of them fit is for the check of units to say. */
const periods = ["天", "月", "年"];

function unitSlips(file: SourceFile, node: QuantityLiteral): readonly Slip[] {
  const { unit, value } = node;
  if (unit === undefined || isYear(value, unit)) return [];
  return unit.factors.flatMap((factor, index) =>
    periods.includes(factor.unit)
      ? periods
          .filter((other) => other !== factor.unit)
          .flatMap((other) => {
            const factors = unit.factors.with(index, { ...factor, unit: other });
            const text = unit.factors.length === 1 ? other : unit.text.replace(factor.unit, other);
            return slipTo(file, node, "unit", { ...node, unit: { ...unit, factors, text } });
          })
      : [],
  );
}

function figureText({ value, unit, notation }: QuantityLiteral): string {
  // Eleven months are no part of a year that anybody writes.
  if (soleFactor(unit) === "年" && !isInteger(value)) return `${formatRational(multiply(value, rational(12)))}个月`;
  if (decimalPlaces(value) === undefined) {
    const text = `${value.denominator}分之${value.numerator}`;
    return unit === undefined ? text : `${text}${unit.text}`;
  }
  switch (notation) {
    case "percent":
    case "fraction":
      return `${formatRational(multiply(value, HUNDRED))}%`;
    case "perMille":
      return `${formatRational(multiply(value, THOUSAND))}‰`;
    case "times":
      return `${formatRational(value)}倍`;
    case "bare":
      return formatRational(value);
    case "unit":
      return `${isYear(value, unit) ? formatRational(value) : writeNumber(value)}${unitAfterNumber(unit?.text ?? "")}`;
  }
}

type Calendar = Extract<Expression, { kind: "DateLiteral" | "MonthLiteral" | "MonthSpanLiteral" }>;

/** A day, or a month, too early or too late. */
export function calendarSlips(file: SourceFile, node: Calendar, kind: SlipKind = "figure"): readonly Slip[] {
  const from = wordsAt(file, node.span);
  const to = (text: string, by: Calendar): Slip => ({
    kind,
    span: node.span,
    change: written(from, text),
    node,
    by,
  });
  switch (node.kind) {
    case "DateLiteral":
      return [-1, 1].flatMap((days) => {
        const iso = addDays(node.iso, days);
        return iso === undefined ? [] : [to(iso, { ...node, iso })];
      });
    case "MonthLiteral":
      return [-1, 1].map((months) => {
        const iso = addMonths(node.iso, months);
        return to(iso, { ...node, iso });
      });
    case "MonthSpanLiteral":
      return [-1, 1].flatMap((months) => {
        const [first, last] = [addMonths(node.from, months), addMonths(node.to, months)];
        return [
          ...(first <= node.to ? [to(`${first} 至 ${node.to}`, { ...node, from: first })] : []),
          ...(node.from <= last ? [to(`${node.from} 至 ${last}`, { ...node, to: last })] : []),
        ];
      });
  }
}
