/** Conditions: what can be compared with what, and their lowered form. */
import type { Span } from "../../diagnostics/source.ts";
import type * as syntax from "../../grammar/ast.ts";
import { describeType, originOf, type CheckContext } from "./context.ts";
import { checkExpression, reportMismatch, type Checked } from "./expression.ts";
import { calendarSpan, literalOf, type CalendarSpan } from "./literal.ts";
import { checkMagnitude } from "./magnitude.ts";
import { unitAfterNumber } from "../../grammar/units.ts";
import { isDimensionless, sameDimension } from "./units.ts";
import type { ComparisonOperator, Expression, Value, ValueType } from "../lowered.ts";

type ConditionNode = Extract<
  syntax.Expression,
  { kind: "Comparison" | "Between" | "Membership" | "And" | "Or" | "Not" }
>;

const BOOLEAN: ValueType = { kind: "boolean" };

/** Demands a condition: a comparison, or a term of type 是否. */
export function checkBoolean(context: CheckContext, node: syntax.Expression): Checked {
  const checked = checkExpression(context, node, BOOLEAN);
  if (checked === undefined || checked.type.kind === "boolean") return checked;
  const text = context.reporter.quote(node.span);
  context.reporter.report("not-a-condition", { text, type: describeType(checked.type) }, node.span);
  return undefined;
}

export function checkCondition(context: CheckContext, node: ConditionNode): Checked {
  const origin = originOf(context, node.span);
  switch (node.kind) {
    case "And":
    case "Or": {
      const operands = node.operands.map((operand) => checkBoolean(context, operand));
      if (operands.some((operand) => operand === undefined)) return undefined;
      const kind = node.kind === "And" ? "and" : "or";
      return { kind, operands: operands as Expression[], type: BOOLEAN, origin };
    }
    case "Not": {
      const operand = checkBoolean(context, node.operand);
      return operand === undefined ? undefined : negation(operand, node.span);
    }
    case "Comparison":
      return node.left === undefined
        ? missingSubject(context, node.span)
        : checkComparison(context, node.left, node.operator, node.right, node.span);
    case "Between": {
      if (node.subject === undefined) return missingSubject(context, node.span);
      const low = checkComparison(context, node.subject, node.lowIncluded ? ">=" : ">", node.low, node.span);
      if (low === undefined) return undefined;
      const high = checkComparison(context, node.subject, node.highIncluded ? "<=" : "<", node.high, node.span);
      return high === undefined ? undefined : { kind: "and", operands: [low, high], type: BOOLEAN, origin };
    }
    case "Membership":
      return checkMembership(context, node);
  }
}

/** The grammar has looked for subjects among 且 and 或; within a formula there is none to take. */
function missingSubject(context: CheckContext, span: Span): undefined {
  context.reporter.report("missing-subject", { comparison: context.reporter.quote(span) }, span);
}

const negation = (operand: Expression, span: Span): Expression => ({
  kind: "not",
  operand,
  type: BOOLEAN,
  origin: { file: operand.origin.file, span },
});

/** Such an operand takes its meaning from the other side: a listed value, a year, a bare number. */
function leansOnOtherSide(context: CheckContext, node: syntax.Expression): boolean {
  if (node.kind === "TermReference") return context.scope.terms.get(node.name)?.kind === "value";
  return node.kind === "QuantityLiteral" || node.kind === "BooleanLiteral";
}

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "=": "=",
  "!=": "!=",
};

function checkComparison(
  context: CheckContext,
  leftNode: syntax.Expression,
  operator: ComparisonOperator,
  rightNode: syntax.Expression,
  span: Span,
): Checked {
  if (leansOnOtherSide(context, leftNode) && !leansOnOtherSide(context, rightNode))
    return checkComparison(context, rightNode, mirrored[operator], leftNode, span);
  const left = checkExpression(context, leftNode);
  if (left === undefined) return undefined;
  if (left.type.kind === "date" || left.type.kind === "month") {
    const calendar = calendarSpan(rightNode, left.type.kind);
    if (calendar !== undefined) return compareWithSpan(left, operator, calendar, rightNode.span, span);
  }
  const right = checkExpression(context, rightNode, left.type);
  return right === undefined ? undefined : compareChecked(context, left, operator, right, span);
}

function compareChecked(
  context: CheckContext,
  left: Expression,
  operator: ComparisonOperator,
  right: Expression,
  span: Span,
): Checked {
  const origin = originOf(context, span);
  const sides = [left, right].map((side) => ({ span: side.origin.span, type: side.type }));
  const mismatch = (hint?: string): undefined => {
    reportMismatch(context, "比较", sides[0] as (typeof sides)[0], sides[1] as (typeof sides)[0], span, hint);
    return undefined;
  };
  if (left.type.kind === "quantity" && right.type.kind === "quantity") {
    if (!sameDimension(left.type.dimension, right.type.dimension))
      return mismatch(missingUnitHint(context, left, right));
    checkMagnitude(context, left, right);
    return { kind: "comparison", operator, left, right, type: BOOLEAN, origin };
  }
  if (left.type.kind !== right.type.kind) return mismatch(dayHint(context, right) ?? dayHint(context, left));
  if (left.type.kind === "date" || left.type.kind === "month")
    return { kind: "comparison", operator, left, right, type: BOOLEAN, origin };
  if (operator !== "=" && operator !== "!=") {
    context.reporter.report(
      "no-order",
      { text: context.reporter.quote(left.origin.span), type: describeType(left.type) },
      span,
    );
    return undefined;
  }
  const equal = left.type.kind === "boolean" ? sameTruth(left, right, span) : sameChoice(left, right, span);
  return operator === "=" ? equal : negation(equal, span);
}

/** A division, as the language reads it; a day, as it is often written. */
const WRITTEN_DAY = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;

function dayHint({ reporter }: CheckContext, { origin }: Expression): string | undefined {
  const [, year = "", month = "", day = ""] = WRITTEN_DAY.exec(reporter.quote(origin.span)) ?? [];
  return year === "" ? undefined : `日期是否想写「${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}」?`;
}

/** 500 where 人 is compared: the figure is right, only its unit was left out. */
export function missingUnitHint(context: CheckContext, left: Expression, right: Expression): string | undefined {
  const [literal, other] = right.kind === "literal" ? [right, left] : [left, right];
  if (literal.kind !== "literal" || literal.type.kind !== "quantity" || other.type.kind !== "quantity")
    return undefined;
  if (!isDimensionless(literal.type.dimension) || isDimensionless(other.type.dimension)) return undefined;
  return `数字要带单位,是否想写「${context.reporter.quote(literal.origin.span)}${unitAfterNumber(other.type.unit)}」?`;
}

function sameTruth(left: Expression, right: Expression, span: Span): Expression {
  const [literal, other] = right.kind === "literal" ? [right, left] : [left, right];
  if (literal.kind === "literal" && literal.value.kind === "boolean") {
    const place = { file: other.origin.file, span };
    return literal.value.value ? { ...other, origin: place } : negation(other, span);
  }
  const origin = { file: left.origin.file, span };
  const both = (operands: readonly Expression[]): Expression => ({ kind: "and", operands, type: BOOLEAN, origin });
  const operands = [both([left, right]), both([negation(left, span), negation(right, span)])];
  return { kind: "or", operands, type: BOOLEAN, origin };
}

function sameChoice(left: Expression, right: Expression, span: Span): Expression {
  const origin = { file: left.origin.file, span };
  const [literal, subject] = right.kind === "literal" ? [right, left] : [left, right];
  if (literal.kind === "literal")
    return { kind: "membership", subject, values: [literal.value], type: BOOLEAN, origin };
  return { kind: "comparison", operator: "=", left, right, type: BOOLEAN, origin };
}

/** A date against a month or year: 以前 and 以后 leave the whole of it out, 及以前 and 及以后 take it in. */
function compareWithSpan(
  subject: Expression,
  operator: ComparisonOperator,
  calendar: CalendarSpan,
  literalSpan: Span,
  span: Span,
): Expression {
  const origin = { file: subject.origin.file, span };
  const against = (single: ComparisonOperator, value: Value): Expression => {
    const right = literalOf(value, subject.type, { file: origin.file, span: literalSpan });
    return { kind: "comparison", operator: single, left: subject, right, type: BOOLEAN, origin };
  };
  switch (operator) {
    case "<":
    case ">=":
      return against(operator, calendar.first);
    case "<=":
    case ">":
      return against(operator, calendar.last);
    default: {
      const operands = [against(">=", calendar.first), against("<=", calendar.last)];
      const inside: Expression = { kind: "and", operands, type: BOOLEAN, origin };
      return operator === "=" ? inside : negation(inside, span);
    }
  }
}

function checkMembership(context: CheckContext, node: Extract<ConditionNode, { kind: "Membership" }>): Checked {
  if (node.subject === undefined) return missingSubject(context, node.span);
  const subject = checkExpression(context, node.subject);
  if (subject === undefined) return undefined;
  const origin = originOf(context, node.span);
  const alternatives: Expression[] = [];
  const values: Value[] = [];
  let broken = false;
  for (const valueNode of node.values) {
    const kind = subject.type.kind;
    const calendar = kind === "date" || kind === "month" ? calendarSpan(valueNode, kind) : undefined;
    if (calendar !== undefined) {
      alternatives.push(compareWithSpan(subject, "=", calendar, valueNode.span, valueNode.span));
      continue;
    }
    const value = checkExpression(context, valueNode, subject.type);
    const equal = value === undefined ? undefined : compareChecked(context, subject, "=", value, valueNode.span);
    if (value === undefined || equal === undefined) {
      // What is wrong with one span is wrong with all.
      if (valueNode.kind === "MonthSpanLiteral") return undefined;
      broken = true;
    } else if (value.kind === "literal") values.push(value.value);
    else alternatives.push(equal);
  }
  if (broken) return undefined;
  if (values.length > 0) alternatives.unshift({ kind: "membership", subject, values, type: BOOLEAN, origin });
  const [only] = alternatives;
  const member: Expression =
    alternatives.length === 1 && only !== undefined
      ? only
      : { kind: "or", operands: alternatives, type: BOOLEAN, origin };
  return node.negated ? negation(member, node.span) : member;
}
