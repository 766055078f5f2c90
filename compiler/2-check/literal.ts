/** Literals in base units, and the calendar spans that dates and months may be compared with. */
import type * as syntax from "../../grammar/ast.ts";
import { compare, isInteger, multiply, ONE, rational } from "../../grammar/rational.ts";
import { addMonths, lastDayOfMonth } from "../calendar.ts";
import type { Expression, Origin, Value, ValueType } from "../lowered.ts";
import { originOf, type CheckContext } from "./context.ts";
import { isDimensionless, NUMBER, quantityType, RATIO, unitMeaning } from "./units.ts";

export const literalOf = (value: Value, type: ValueType, origin: Origin): Expression => ({
  kind: "literal",
  value,
  type,
  origin,
});

/** `2019年` names a year where it has four digits: a period of two thousand years occurs in no policy. */
function yearOf(node: syntax.Expression): number | undefined {
  if (node.kind !== "QuantityLiteral" || node.unit === undefined || !isInteger(node.value)) return undefined;
  const [factor, ...more] = node.unit.factors;
  if (factor?.unit !== "年" || factor.power !== 1 || more.length > 0) return undefined;
  const year = Number(node.value.numerator);
  return year >= 1000 && year <= 9999 ? year : undefined;
}

export function literalQuantity(
  context: CheckContext,
  node: syntax.QuantityLiteral,
  expected: ValueType | undefined,
): Expression | undefined {
  const origin = originOf(context, node.span);
  const wanted = expected?.kind === "quantity" ? expected : undefined;
  const year = yearOf(node);
  if (year !== undefined && wanted?.notation === "number")
    return literalOf({ kind: "quantity", value: rational(year) }, NUMBER, origin);
  if (node.unit === undefined) {
    const bare = node.notation === "bare";
    if (bare && wanted?.notation === "ratio" && compare(node.value, ONE) > 0) {
      const text = context.reporter.quote(node.span);
      context.reporter.report("percent-missing", { text }, node.span);
      return undefined;
    }
    const plain = bare || node.notation === "times";
    return literalOf({ kind: "quantity", value: node.value }, plain ? NUMBER : RATIO, origin);
  }
  const meaning = unitMeaning(node.unit.factors, context.declaredUnits);
  if (meaning === undefined) {
    context.reporter.report("unknown-unit", { unit: node.unit.text }, node.unit.span);
    return undefined;
  }
  const type = isDimensionless(meaning.dimension) ? NUMBER : quantityType(meaning.dimension);
  return literalOf({ kind: "quantity", value: multiply(node.value, meaning.factor) }, type, origin);
}

export interface CalendarSpan {
  readonly first: Value;
  readonly last: Value;
}

/**
 * The first and last day (or month) of a month, a span of months or a year, where a date (or month) is compared with
 * one. Undefined for anything else, a plain date or month of the subject's own kind included.
 */
export function calendarSpan(node: syntax.Expression, kind: "date" | "month"): CalendarSpan | undefined {
  const months = monthsOf(node, kind);
  if (months === undefined) return undefined;
  if (kind === "month") return { first: { kind: "month", iso: months.from }, last: { kind: "month", iso: months.to } };
  return {
    first: { kind: "date", iso: `${months.from}-01` },
    last: { kind: "date", iso: lastDayOfMonth(months.to) },
  };
}

function monthsOf(node: syntax.Expression, kind: "date" | "month"): { from: string; to: string } | undefined {
  if (node.kind === "MonthSpanLiteral") return { from: node.from, to: node.to };
  if (node.kind === "MonthLiteral") return kind === "date" ? { from: node.iso, to: node.iso } : undefined;
  const year = yearOf(node);
  return year === undefined ? undefined : { from: `${year}-01`, to: addMonths(`${year}-01`, 11) };
}
