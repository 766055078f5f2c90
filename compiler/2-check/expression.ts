/** Gives every value expression its type and its lowered form in one walk; conditions are in condition.ts. */
import type { Span } from "../../diagnostics/source.ts";
import type * as syntax from "../../grammar/ast.ts";
import { multiply, ONE, subtract, add, type Rational } from "../../grammar/rational.ts";
import { didYouMean, nearest } from "../../grammar/nearest.ts";
import { declaredHere, symbolSpan } from "../1-resolve/scope.ts";
import type { Expression, QuantityType, ValueType } from "../lowered.ts";
import { checkCondition } from "./condition.ts";
import { describeType, originOf, type CheckContext } from "./context.ts";
import { literalOf, literalQuantity } from "./literal.ts";
import {
  combine,
  isDimensionless,
  NUMBER,
  numerator,
  quantityType,
  RATIO,
  sameDimension,
  unitMeaning,
} from "./units.ts";

/** A checked expression, or nothing where a fault has been reported already. */
export type Checked = Expression | undefined;

/**
 * `expected` is the type that the place asks for. It settles what a listed value, a bare year or a boolean names; it
 * is no demand, except that callers compare the answer with it.
 */
export function checkExpression(context: CheckContext, node: syntax.Expression, expected?: ValueType): Checked {
  const origin = originOf(context, node.span);
  switch (node.kind) {
    case "TermReference":
      return checkTerm(context, node, expected);
    case "QuantityLiteral":
      return literalQuantity(context, node, expected);
    case "DateLiteral":
      return literalOf({ kind: "date", iso: node.iso }, { kind: "date" }, origin);
    case "MonthLiteral":
      return literalOf({ kind: "month", iso: node.iso }, { kind: "month" }, origin);
    case "BooleanLiteral":
      return literalOf({ kind: "boolean", value: node.value }, { kind: "boolean" }, origin);
    case "MonthSpanLiteral":
      context.reporter.report("span-as-value", { text: context.reporter.quote(node.span) }, node.span);
      return undefined;
    case "Arithmetic":
      return checkArithmetic(context, node);
    case "Call":
      return checkCall(context, node);
    case "Adjustment":
      return checkAdjustment(context, node);
    case "Rounding":
      return checkRounding(context, node);
    case "Comparison":
    case "Between":
    case "Membership":
    case "And":
    case "Or":
    case "Not":
      return checkCondition(context, node);
    case "BrokenExpression":
      return undefined;
  }
}

function checkTerm(context: CheckContext, node: syntax.TermReference, expected: ValueType | undefined): Checked {
  const { scope, reporter } = context;
  const origin = originOf(context, node.span);
  const symbol = scope.terms.get(node.name);
  if (symbol === undefined) {
    if (!node.unknown) {
      reporter.report(
        "unknown-term",
        { name: node.name },
        node.span,
        didYouMean(nearest(node.name, [...scope.terms.keys()])),
      );
    }
    return undefined;
  }
  if (symbol.kind === "duplicate") return undefined;
  if (symbol.kind === "value") {
    if (expected?.kind === "choice" && expected.values.includes(node.name))
      return literalOf({ kind: "choice", value: node.name }, expected, origin);
    if (expected?.kind === "choice")
      reporter.report("not-a-listed-value", { value: node.name, values: expected.values.join("、") }, node.span, {
        related: [{ ...declaredHere(scope, symbolSpan(symbol)), message: `「${node.name}」列在这里` }],
      });
    else
      reporter.report("value-without-term", { value: node.name }, node.span, {
        related: [declaredHere(scope, symbolSpan(symbol))],
      });
    return undefined;
  }
  const type = context.types.get(node.name);
  if (type === undefined) return undefined;
  if (type.kind === "action") {
    reporter.report("action-as-value", { name: node.name }, node.span, {
      related: [declaredHere(scope, symbolSpan(symbol))],
    });
    return undefined;
  }
  const isDefinition = symbol.kind === "definition" || context.importedDefinitions.has(node.name);
  const kind = symbol.kind === "input" ? "input" : isDefinition ? "definition" : "outcome";
  return { kind, name: node.name, type, origin };
}

/** Demands a quantity; says what stands there instead. */
function checkQuantity(
  context: CheckContext,
  node: syntax.Expression,
): (Expression & { type: QuantityType }) | undefined {
  const checked = checkExpression(context, node);
  if (checked === undefined) return undefined;
  if (isQuantity(checked)) return checked;
  context.reporter.report(
    "not-a-quantity",
    { text: context.reporter.quote(node.span), type: describeType(checked.type) },
    node.span,
  );
  return undefined;
}

const isQuantity = (expression: Expression): expression is Expression & { type: QuantityType } =>
  expression.type.kind === "quantity";

export function reportMismatch(
  context: CheckContext,
  verb: string,
  left: { readonly span: Span; readonly type: Expression["type"] },
  right: { readonly span: Span; readonly type: Expression["type"] },
  at: Span,
  hint?: string,
): void {
  const { reporter, scope } = context;
  const related = [left, right].flatMap(({ span }) => {
    const symbol = scope.terms.get(reporter.quote(span));
    return symbol === undefined ? [] : [declaredHere(scope, symbolSpan(symbol))];
  });
  reporter.report(
    "unit-mismatch",
    {
      left: `「${reporter.quote(left.span)}」`,
      leftUnit: describeType(left.type),
      right: reporter.quote(right.span),
      rightUnit: describeType(right.type),
      verb,
    },
    at,
    { related, ...(hint === undefined ? {} : { hint }) },
  );
}

type ArithmeticNode = Extract<syntax.Expression, { kind: "Arithmetic" }>;

function checkArithmetic(context: CheckContext, node: ArithmeticNode): Checked {
  const left = checkExpression(context, node.left);
  const right = checkExpression(context, node.right);
  if (left === undefined || right === undefined) return undefined;
  const origin = originOf(context, node.span);
  const additive = node.operator === "+" || node.operator === "-";
  if (additive && (left.type.kind === "date" || left.type.kind === "month")) {
    if (right.type.kind === left.type.kind && node.operator === "-") {
      const type = quantityType(left.type.kind === "date" ? { 天: 1 } : { 月: 1 });
      return { kind: "arithmetic", operator: "-", left, right, type, origin };
    }
    return checkShift(context, left, right, node.operator === "+" ? 1 : -1, node.span);
  }
  for (const side of [left, right])
    if (!isQuantity(side)) {
      context.reporter.report(
        "not-a-quantity",
        { text: context.reporter.quote(side.origin.span), type: describeType(side.type) },
        side.origin.span,
      );
      return undefined;
    }
  if (!isQuantity(left) || !isQuantity(right)) return undefined;
  if (additive) {
    if (!sameDimension(left.type.dimension, right.type.dimension)) {
      reportMismatch(
        context,
        node.operator === "+" ? "相加" : "相减",
        { span: node.left.span, type: left.type },
        { span: node.right.span, type: right.type },
        node.span,
      );
      return undefined;
    }
    const type = left.type.notation === right.type.notation ? left.type : quantityType(left.type.dimension);
    return { kind: "arithmetic", operator: node.operator, left, right, type, origin };
  }
  const dimension = combine(left.type.dimension, right.type.dimension, node.operator === "*" ? 1 : -1);
  return {
    kind: "arithmetic",
    operator: node.operator,
    left,
    right,
    type: productType(left.type, right.type, dimension),
    origin,
  };
}

/** 人 over 人 is a 比例, and so is anything made with one; the rest of the dimensionless are plain numbers. */
function productType(left: QuantityType, right: QuantityType, dimension: QuantityType["dimension"]): QuantityType {
  if (!isDimensionless(dimension)) return quantityType(dimension);
  const bothPlain = left.notation === "number" && right.notation === "number";
  return bothPlain ? NUMBER : RATIO;
}

/** `D + 1年`, `延长1年`, `D - 30天` */
function checkShift(
  context: CheckContext,
  date: Expression,
  amount: Expression,
  direction: 1 | -1,
  span: Span,
): Checked {
  const dimension = amount.type.kind === "quantity" ? amount.type.dimension : undefined;
  const unit =
    dimension !== undefined && sameDimension(dimension, { 月: 1 })
      ? "month"
      : dimension !== undefined && sameDimension(dimension, { 天: 1 }) && date.type.kind === "date"
        ? "day"
        : undefined;
  if (unit === undefined) {
    const toDate = date.type.kind === "date";
    reportMismatch(
      context,
      direction === 1 ? "相加" : "相减",
      { span: date.origin.span, type: date.type },
      { span: amount.origin.span, type: amount.type },
      span,
      toDate ? "日期加减的是期间,如 1年、3个月、30天" : "月份加减的是月数,如 1年、3个月",
    );
    return undefined;
  }
  return { kind: "shift", date, direction, amount, unit, type: date.type, origin: originOf(context, span) };
}

function checkCall(context: CheckContext, node: Extract<syntax.Expression, { kind: "Call" }>): Checked {
  const operands = node.arguments.map((argument) => checkExpression(context, argument));
  const [first, ...rest] = operands;
  if (first === undefined) return undefined;
  const verb = node.function === "sum" ? "合计" : "比较高低";
  const allowed =
    first.type.kind === "quantity" ||
    (node.function !== "sum" && (first.type.kind === "date" || first.type.kind === "month"));
  if (!allowed) {
    const parameters = { text: context.reporter.quote(first.origin.span), type: describeType(first.type) };
    context.reporter.report("not-a-quantity", parameters, first.origin.span);
    return undefined;
  }
  const origin = originOf(context, node.span);
  const checked: Expression[] = [first];
  for (const operand of rest) {
    if (operand === undefined) return undefined;
    const fits =
      operand.type.kind === "quantity" && first.type.kind === "quantity"
        ? sameDimension(operand.type.dimension, first.type.dimension)
        : operand.type.kind === first.type.kind;
    if (!fits) {
      const sides = [first, operand].map(({ origin: place, type }) => ({ span: place.span, type }));
      reportMismatch(context, verb, sides[0] as (typeof sides)[0], sides[1] as (typeof sides)[0], node.span);
      return undefined;
    }
    checked.push(operand);
  }
  if (node.function !== "sum")
    return { kind: "extreme", which: node.function, operands: checked, type: first.type, origin };
  return checked.reduce((left, right) => ({
    kind: "arithmetic",
    operator: "+",
    left,
    right,
    type: first.type,
    origin,
  }));
}

function checkAdjustment(context: CheckContext, node: Extract<syntax.Expression, { kind: "Adjustment" }>): Checked {
  const operand = checkExpression(context, node.operand);
  const amount = checkExpression(context, node.amount);
  if (operand === undefined || amount === undefined) return undefined;
  const origin = originOf(context, node.span);
  if (operand.type.kind === "date" || operand.type.kind === "month")
    return checkShift(context, operand, amount, node.adjustment === "reduceBy" ? -1 : 1, node.span);
  const sides = () =>
    [operand, amount].map((side) => ({ span: side.origin.span, type: side.type })) as [
      { span: Span; type: ValueType },
      { span: Span; type: ValueType },
    ];
  if (!isQuantity(operand) || !isQuantity(amount)) {
    reportMismatch(context, "调整", ...sides(), node.span);
    return undefined;
  }
  const type = operand.type;
  const relative = isDimensionless(amount.type.dimension);
  if (!relative && !sameDimension(type.dimension, amount.type.dimension)) {
    reportMismatch(context, "调整", ...sides(), node.span);
    return undefined;
  }
  const toLevel = node.adjustment === "increaseTo" || node.adjustment === "reduceTo";
  if (!relative) {
    if (toLevel) return { ...amount, origin };
    const operator = node.adjustment === "reduceBy" ? "-" : "+";
    return { kind: "arithmetic", operator, left: operand, right: amount, type, origin };
  }
  const factor = toLevel ? amount : relativeFactor(amount, node.adjustment === "reduceBy" ? -1 : 1);
  return { kind: "arithmetic", operator: "*", left: operand, right: factor, type, origin };
}

/** 提高10% multiplies by 1.1, 减少15% by 0.85: literals are folded, so that the figure stays one figure. */
function relativeFactor(amount: Expression, direction: 1 | -1): Expression {
  if (amount.kind === "literal" && amount.value.kind === "quantity") {
    const { value } = amount.value;
    return { ...amount, value: { kind: "quantity", value: direction === 1 ? add(ONE, value) : subtract(ONE, value) } };
  }
  const one: Expression = {
    kind: "literal",
    value: { kind: "quantity", value: ONE },
    type: RATIO,
    origin: amount.origin,
  };
  return {
    kind: "arithmetic",
    operator: direction === 1 ? "+" : "-",
    left: one,
    right: amount,
    type: RATIO,
    origin: amount.origin,
  };
}

function checkRounding(context: CheckContext, node: Extract<syntax.Expression, { kind: "Rounding" }>): Checked {
  const operand = checkQuantity(context, node.operand);
  if (operand === undefined) return undefined;
  const step = roundingStep(context, node.step, node.unit, operand.type);
  if (step === undefined) {
    const unit = node.unit ?? "";
    const parameters = { unit, type: describeType(operand.type), text: context.reporter.quote(node.operand.span) };
    context.reporter.report("rounding-unit", parameters, node.span);
    return undefined;
  }
  return {
    kind: "round",
    method: node.method,
    step,
    operand,
    type: operand.type,
    origin: originOf(context, node.span),
  };
}

/** The step in base units; 到分 on 元/月 rounds the rate. A step without a unit is in the quantity's own base unit. */
export function roundingStep(
  context: CheckContext,
  step: Rational,
  unit: string | undefined,
  type: QuantityType,
): Rational | undefined {
  if (unit === undefined) return step;
  const meaning = unitMeaning([{ unit, power: 1 }], context.declaredUnits);
  if (meaning === undefined) return undefined;
  const fits =
    sameDimension(meaning.dimension, type.dimension) || sameDimension(meaning.dimension, numerator(type.dimension));
  return fits ? multiply(step, meaning.factor) : undefined;
}
