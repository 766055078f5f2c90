/** What a declared type means: its values, its grain, and the limits that come with it. */
import type * as syntax from "../../grammar/ast.ts";
import { ONE, rational, ZERO, type Rational } from "../../grammar/rational.ts";
import { unitTable } from "../../grammar/units.ts";
import type { Bound, Outcome, QuantityType } from "../lowered.ts";
import type { CheckContext } from "./context.ts";
import { quantityType, NUMBER, RATIO, unitMeaning } from "./units.ts";

/** Undefined where the declaration could not be read. */
export function declaredType(context: CheckContext, node: syntax.TypeSyntax): Outcome["type"] | undefined {
  switch (node.kind) {
    case "UnitType": {
      const meaning = unitMeaning(node.unit.factors, context.declaredUnits);
      if (meaning !== undefined) return quantityType(meaning.dimension);
      context.reporter.report("unknown-unit", { unit: node.unit.text }, node.unit.span);
      return undefined;
    }
    case "RatioType":
      return RATIO;
    case "NumberType":
      return NUMBER;
    case "DateType":
      return { kind: "date" };
    case "MonthType":
      return { kind: "month" };
    case "BooleanType":
      return { kind: "boolean" };
    case "ActionType":
      return { kind: "action" };
    case "ListType":
      return { kind: "choice", values: node.values.map((value) => value.text) };
    case "BrokenType":
      return undefined;
  }
}

const MONEY = "元";
const FEN = rational(1, 100);

/**
 * Counts and periods are whole; money and money rates have two decimals; measures, ratios and rates of other things
 * take any decimals (language reference, quantities).
 */
export function naturalGrain(type: QuantityType): Rational | undefined {
  const above = Object.entries(type.dimension).filter(([, power]) => power > 0);
  const [only, ...more] = above;
  if (only === undefined || more.length > 0 || only[1] !== 1) return undefined;
  if (only[0] === MONEY) return FEN;
  const isRate = Object.keys(type.dimension).length > 1;
  return !isRate && unitTable.get(only[0])?.whole === true ? ONE : undefined;
}

/** Counts, money, rates and measures are not negative unless a limit says so; a bare 数 or 比例 may be. */
export function naturalMinimum(type: QuantityType): Bound | undefined {
  return type.notation === "unit" ? { value: { kind: "quantity", value: ZERO }, inclusive: true } : undefined;
}
