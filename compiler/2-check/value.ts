/** What may stand where a value of a known type is asked for: results, formulas, limits, inputs of a case. */
import type * as syntax from "../../grammar/ast.ts";
import { ZERO } from "../../grammar/rational.ts";
import type { Expression, Outcome, RuleValue, ValueType } from "../lowered.ts";
import { describeType, describeWanted, originOf, sameType, type CheckContext } from "./context.ts";
import { missingUnitHint } from "./condition.ts";
import { checkExpression, type Checked } from "./expression.ts";
import { literalOf } from "./literal.ts";
import { numerator, sameDimension } from "./units.ts";

/** `noun` names the place in a message: 「返还」, 默认值. */
export function checkAssignable(
  context: CheckContext,
  node: syntax.Expression,
  type: ValueType,
  noun: string,
): Checked {
  const checked = checkExpression(context, node, type);
  if (checked === undefined) return undefined;
  if (sameType(checked.type, type)) return { ...checked, type };
  reportWrongKind(context, checked, type, noun);
  return undefined;
}

function reportWrongKind(context: CheckContext, checked: Expression, type: ValueType, noun: string): void {
  const { reporter } = context;
  const span = checked.origin.span;
  const text = reporter.quote(span);
  const actual = describeType(checked.type);
  if (checked.type.kind === "quantity" && type.kind === "quantity") {
    const wanted: Expression = literalOf({ kind: "quantity", value: ZERO }, type, checked.origin);
    const hint =
      checked.kind === "literal"
        ? missingUnitHint(context, checked, { ...wanted, kind: "input", name: "" })
        : undefined;
    const sides = { left: noun, leftUnit: describeType(type), right: text, rightUnit: actual, verb: "作它的值" };
    reporter.report("unit-mismatch", sides, span, hint === undefined ? {} : { hint });
    return;
  }
  reporter.report("wrong-kind", { noun, ...describeWanted(type), text, actual }, span);
}

/** The value of a result for an outcome of this type. */
export function checkResultValue(
  context: CheckContext,
  node: syntax.ResultValue,
  type: Outcome["type"],
  outcome: string,
): RuleValue | undefined {
  const noun = `「${outcome}」`;
  switch (node.kind) {
    case "ElsewhereValue":
      return { kind: "elsewhere", text: node.text };
    case "ChoiceValue":
      return checkOptions(context, node, type, noun);
    default: {
      if (type.kind === "action") {
        context.reporter.report("action-with-value", { name: outcome }, node.span);
        return undefined;
      }
      const expression = checkValueExpression(context, node, type, noun);
      return expression === undefined ? undefined : { kind: "expression", expression };
    }
  }
}

function checkOptions(
  context: CheckContext,
  node: Extract<syntax.ResultValue, { kind: "ChoiceValue" }>,
  type: Outcome["type"],
  noun: string,
): RuleValue | undefined {
  if (type.kind !== "action" && type.kind !== "choice") {
    const parameters = {
      noun,
      ...describeWanted(type),
      text: context.reporter.quote(node.span),
      actual: "是几个可选的名目",
    };
    context.reporter.report("wrong-kind", parameters, node.span);
    return undefined;
  }
  if (type.kind === "choice")
    for (const option of node.options)
      if (!type.values.includes(option.text)) {
        const parameters = { value: option.text, values: type.values.join("、") };
        context.reporter.report("not-a-listed-value", parameters, option.span);
        return undefined;
      }
  return { kind: "options", options: node.options.map(({ text }) => text) };
}

/** A plain value, an interval, or 不超过. */
function checkValueExpression(
  context: CheckContext,
  node: Exclude<syntax.ResultValue, { kind: "ChoiceValue" | "ElsewhereValue" }>,
  type: ValueType,
  noun: string,
): Checked {
  const origin = originOf(context, node.span);
  switch (node.kind) {
    case "IntervalValue": {
      const high = checkAssignable(context, node.high, type, noun);
      const low = checkLowEnd(context, node.low, type, noun);
      if (low === undefined || high === undefined) return undefined;
      return { kind: "interval", low, high, type, origin };
    }
    case "UpToValue": {
      const high = checkAssignable(context, node.high, type, noun);
      if (high === undefined) return undefined;
      if (type.kind !== "quantity") {
        const text = context.reporter.quote(node.span);
        context.reporter.report("wrong-kind", { noun, ...describeWanted(type), text, actual: "是上限" }, node.span);
        return undefined;
      }
      const low = literalOf({ kind: "quantity", value: ZERO }, type, origin);
      return { kind: "interval", low, high, type, origin };
    }
    default:
      return checkAssignable(context, node, type, noun);
  }
}

/** `1000元—2000元/人` says the rate once, at its end: the low end takes the divisor over. */
function checkLowEnd(context: CheckContext, node: syntax.Expression, type: ValueType, noun: string): Checked {
  if (type.kind !== "quantity") return checkAssignable(context, node, type, noun);
  const low = checkExpression(context, node, type);
  if (low === undefined) return undefined;
  const lacksDivisor =
    low.type.kind === "quantity" &&
    !sameDimension(low.type.dimension, type.dimension) &&
    sameDimension(low.type.dimension, numerator(type.dimension));
  if (low.kind === "literal" && lacksDivisor) return { ...low, type };
  if (sameType(low.type, type)) return { ...low, type };
  reportWrongKind(context, low, type, noun);
  return undefined;
}
