/** The figures that expressions of the syntax tree encode, with the operator that each is compared by. */
import type { Span } from "../../diagnostics/source.ts";
import type { ComparisonOperator, Deadline, Expression, QuantityLiteral, ResultValue } from "../../grammar/ast.ts";
import { add, divide, equals, negate, ONE, sign } from "../../grammar/rational.ts";
import { complement, mirrored } from "./boundary.ts";
import { type FigureValue, quantityValue, ratioValue } from "./figures.ts";

export interface EncodedFigure {
  readonly span: Span;
  /** Any of them may stand in the text: 提高10% is 1.1 times, and 10%. */
  readonly values: readonly FigureValue[];
  /** As it is compared: subject, operator, figure. */
  readonly operator: ComparisonOperator | undefined;
  /** Part of how the sum is written, and no figure of the law: the 1 of `1 - 15%`, the 0 of `取高(0元, …)` or `> 0人`. */
  readonly incidental: boolean;
}

export interface Reading {
  readonly figures: EncodedFigure[];
  /** Names of the terms that are read. */
  readonly names: Set<string>;
}

export const emptyReading = (): Reading => ({ figures: [], names: new Set() });

const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { ...complement, "=": "!=", "!=": "=" };
const turned: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { ...mirrored, "=": "=", "!=": "!=" };

const isOne = (expression: Expression): boolean =>
  expression.kind === "QuantityLiteral" && expression.notation !== "unit" && equals(expression.value, ONE);
/** 1/3 is one figure. */
const isNumber = (expression: Expression): expression is QuantityLiteral =>
  expression.kind === "QuantityLiteral" && expression.notation === "bare";
const isZero = (expression: Expression): boolean =>
  expression.kind === "QuantityLiteral" && sign(expression.value) === 0;

function literalValue({ value, unit, notation }: QuantityLiteral): FigureValue {
  if (unit !== undefined) return quantityValue(value, unit.factors);
  return notation === "bare" ? quantityValue(value, undefined) : ratioValue(value);
}

/** The figure of `提高10%`, `提高1倍`, `减少15%`, `延长1年`. */
function adjustmentValues(amount: QuantityLiteral, adjustment: string): readonly FigureValue[] {
  const value = literalValue(amount);
  if (amount.unit !== undefined) return [value];
  if (adjustment === "increaseBy") {
    const risen = ratioValue(add(ONE, amount.value));
    return amount.notation === "times" ? [risen] : [risen, value];
  }
  return adjustment === "reduceBy" ? [value, ratioValue(add(ONE, negate(amount.value)))] : [value];
}

interface Context {
  readonly operator?: ComparisonOperator | undefined;
  readonly incidental?: boolean;
  readonly negated?: boolean;
}

class Visitor {
  constructor(readonly into: Reading) {}

  #add(span: Span, values: readonly FigureValue[], { operator, incidental = false }: Context): void {
    this.into.figures.push({ span, values, operator, incidental });
  }

  visit(expression: Expression | undefined, context: Context = {}): void {
    if (expression === undefined) return;
    const { span } = expression;
    const { negated = false } = context;
    const inner: Context = { negated };
    switch (expression.kind) {
      case "TermReference":
        this.into.names.add(expression.name);
        return;
      case "QuantityLiteral":
        return this.#add(span, [literalValue(expression)], context);
      case "DateLiteral":
        return this.#add(span, [{ kind: "date", iso: expression.iso }], context);
      case "MonthLiteral":
        return this.#add(span, [{ kind: "month", iso: expression.iso }], context);
      case "MonthSpanLiteral":
        for (const iso of [expression.from, expression.to]) this.#add(span, [{ kind: "month", iso }], context);
        return;
      case "Arithmetic":
        return this.#arithmetic(expression, context);
      case "Call":
        for (const one of expression.arguments) this.visit(one, { ...inner, incidental: isZero(one) });
        return;
      case "Adjustment":
        this.visit(expression.operand, inner);
        if (expression.amount.kind === "QuantityLiteral")
          this.#add(expression.amount.span, adjustmentValues(expression.amount, expression.adjustment), inner);
        else this.visit(expression.amount, inner);
        return;
      case "Rounding":
        return this.visit(expression.operand, context);
      case "Not":
        return this.visit(expression.operand, { ...context, negated: !negated });
      case "And":
      case "Or":
        for (const operand of expression.operands) this.visit(operand, inner);
        return;
      case "Membership":
        for (const one of [expression.subject, ...expression.values]) this.visit(one, inner);
        return;
      case "Comparison":
      case "Between":
        return this.#compared(expression, negated);
      default:
    }
  }

  /** Multiplying keeps the side of the boundary: `库存 >= 30天 * 日供应量`. */
  #arithmetic(expression: Extract<Expression, { kind: "Arithmetic" }>, context: Context): void {
    const { operator, left, right } = expression;
    const { negated = false } = context;
    if (operator === "/" && isNumber(left) && isNumber(right) && sign(right.value) !== 0)
      return this.#add(expression.span, [ratioValue(divide(left.value, right.value))], context);
    const scaled = operator === "*" ? context : { negated };
    this.visit(left, {
      ...(operator === "/" ? context : scaled),
      incidental: operator === "-" && isOne(left),
    });
    this.visit(right, { ...scaled, incidental: false });
  }

  #compared(expression: Extract<Expression, { kind: "Comparison" | "Between" }>, negated: boolean): void {
    const as = (operator: ComparisonOperator): ComparisonOperator => (negated ? opposite[operator] : operator);
    if (expression.kind === "Between") {
      this.visit(expression.subject, { negated });
      this.visit(expression.low, { operator: as(expression.lowIncluded ? ">=" : ">"), negated });
      this.visit(expression.high, { operator: as(expression.highIncluded ? "<=" : "<"), negated });
      return;
    }
    const { left, operator, right } = expression;
    this.visit(left, { operator: as(turned[operator]), incidental: left !== undefined && isZero(left), negated });
    this.visit(right, { operator: as(operator), incidental: isZero(right), negated });
  }
}

export const readExpression = (expression: Expression | undefined, into: Reading): void =>
  new Visitor(into).visit(expression);

/** Of what a rule gives, or a cell of a table holds. `不超过 X` compares with X. */
export function readResultValue(value: ResultValue | undefined, into: Reading): void {
  const visitor = new Visitor(into);
  switch (value?.kind) {
    case undefined:
    case "ElsewhereValue":
      return;
    case "ChoiceValue":
      for (const { text } of value.options) into.names.add(text);
      return;
    case "IntervalValue":
      visitor.visit(value.low);
      visitor.visit(value.high);
      return;
    case "UpToValue":
      visitor.visit(value.high, { operator: "<=" });
      return;
    default:
      visitor.visit(value);
  }
}

const deadlineUnits = { workday: "工作日", day: "天", month: "月" } as const;

export function readDeadline(deadline: Deadline | undefined, into: Reading): void {
  if (deadline === undefined) return;
  readExpression(deadline.date, into);
  const { within } = deadline;
  if (within === undefined) return;
  const values = [quantityValue(within.count, [{ unit: deadlineUnits[within.unit], power: 1 }])];
  into.figures.push({ span: within.span, values, operator: undefined, incidental: false });
}
