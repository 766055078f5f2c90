/** What a rule grants, in the words of a message. */
import { divide } from "../../grammar/rational.ts";
import { showValue } from "../evaluate/values.ts";
import { modalityWords, showExpression } from "../evaluate/wording.ts";
import type { Deadline, Expression, Rule, RuleValue } from "../lowered.ts";
import type { Conditions } from "./formula.ts";
import * as polynomial from "./polynomial.ts";
import { fromNumber } from "./quantity.ts";
import type { Assignment } from "./solve.ts";

/** `返还 100%`, `不得推荐上岗`, `补贴 另行规定`; a formula's figure in the case given, where it can be told. */
export function grantWords(rule: Rule, conditions: Conditions, numbers: Assignment): string {
  const deadline = rule.deadline === undefined ? "" : `(期限 ${deadlineWords(rule.deadline)})`;
  if (rule.value.kind === "action") return `${modalityWords[rule.modality]}${rule.outcome}${deadline}`;
  const modality = rule.modality === "must" ? "" : modalityWords[rule.modality];
  return `${modality}${rule.outcome} ${valueWords(rule.value, conditions, numbers)}${deadline}`;
}

function valueWords(
  value: Exclude<RuleValue, { kind: "action" }>,
  conditions: Conditions,
  numbers: Assignment,
): string {
  switch (value.kind) {
    case "options":
      return `择一 ${value.options.join("、")}`;
    case "elsewhere":
      return "另行规定";
    case "expression":
      return expressionWords(value.expression, conditions, numbers);
  }
}

function deadlineWords(deadline: Deadline): string {
  if (deadline.kind === "on") return showExpression(deadline.date);
  const unit = { workday: "个工作日", day: "日", month: "个月" }[deadline.unit];
  return `${showExpression(deadline.from)}起${deadline.count}${unit}内`;
}

function expressionWords(expression: Expression, conditions: Conditions, numbers: Assignment): string {
  if (expression.kind === "interval")
    return `${expressionWords(expression.low, conditions, numbers)}—${expressionWords(expression.high, conditions, numbers)}`;
  if (expression.type.kind === "boolean" || expression.type.kind === "choice") return showExpression(expression);
  const quotient = conditions.quantities.expand(expression);
  if (quotient === undefined) return showExpression(expression);
  const top = polynomial.substitute(quotient.numerator, numbers);
  const bottom = polynomial.substitute(quotient.denominator, numbers);
  if (!polynomial.isConstant(top) || !polynomial.isConstant(bottom) || bottom.size === 0)
    return showExpression(expression);
  const number = divide(polynomial.constantTerm(top), polynomial.constantTerm(bottom));
  const value = fromNumber(number, expression.type);
  return value === undefined ? showExpression(expression) : showValue(value, expression.type);
}
