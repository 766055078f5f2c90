/** Builds nodes of the tree out of tokens, and settles what the law leaves out: the subject after 且 and 或. */
import type { Span } from "../diagnostics/source.ts";
import type {
  ComparisonOperator,
  Expression,
  MonthLiteral,
  Name,
  QuantityLiteral,
  ResultValue,
  UnitSyntax,
} from "./ast.ts";
import { multiply, type Rational } from "./rational.ts";
import { endOf, type Lexeme } from "./tokens.ts";
import { type UnitFactor, unitText } from "./units.ts";
import { normalizeWidth } from "./width.ts";

export const spanOf = (first: Lexeme, last: Lexeme = first): Span => ({ start: first.startOffset, end: endOf(last) });

export function unitNode(factors: readonly UnitFactor[], span: Span): UnitSyntax {
  return { factors, text: unitText(factors), span };
}

/** A name in normalised width: 「Ａ类」 names what 「A类」 does. */
export const nameText = (token: Lexeme): string => normalizeWidth(token.payload.text ?? token.image).trim();

export const nameNode = (token: Lexeme): Name => ({
  kind: "Name",
  text: nameText(token),
  span: spanOf(token),
});

const flipped: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "<=": "<",
  "<": "<=",
  ">=": ">",
  ">": ">=",
  "=": "=",
  "!=": "!=",
};

function isOperator(value: string): value is ComparisonOperator {
  return Object.hasOwn(flipped, value);
}

export function operatorOf(token: Lexeme): ComparisonOperator {
  const value = token.payload.keyword?.value ?? "=";
  return isOperator(value) ? value : "=";
}

/** Which boundary words this file reads against Civil Code art. 1259, and how. */
export type Conventions = ReadonlyMap<string, boolean>;

/** The operator of 以上, 以下, 以内 and the like, as the head of the file says. */
export function postfixOperator(token: Lexeme, conventions: Conventions): ComparisonOperator {
  const operator = operatorOf(token);
  const word = token.payload.keyword?.word ?? "";
  const inclusive = conventions.get(word) ?? (word === "以内" ? conventions.get("以下") : undefined);
  if (inclusive === undefined) return operator;
  return inclusive === operator.includes("=") ? operator : flipped[operator];
}

/** What a literal adds beyond its node: the lower end of a range may share it. */
const scales = new WeakMap<QuantityLiteral, Rational>();

export function literalNode(token: Lexeme): Expression {
  const span = spanOf(token);
  const { literal } = token.payload;
  if (literal === undefined) return { kind: "BrokenExpression", span };
  if (literal.kind === "quantity") {
    const node: QuantityLiteral = {
      kind: "QuantityLiteral",
      value: literal.value,
      unit: literal.factors === undefined ? undefined : unitNode(literal.factors, span),
      notation: literal.notation,
      span,
    };
    scales.set(node, literal.scale);
    return node;
  }
  if (!literal.exists) return { kind: "BrokenExpression", span };
  if (literal.kind === "monthSpan") return { kind: "MonthSpanLiteral", from: literal.from, to: literal.to, span };
  if (literal.kind === "month") return { kind: "MonthLiteral", iso: literal.iso, span };
  return { kind: "DateLiteral", iso: literal.iso, span };
}

/**
 * The two ends of a range as they are meant: `1000元—2000元/人` and `1—2万元` share the unit, and
 * `2020年4月 至 6月` shares the year.
 */
export function rangeEnds(low: Expression, high: Expression): readonly [Expression, Expression] {
  if (low.kind === "MonthLiteral" && high.kind === "QuantityLiteral") {
    const month = high.value.denominator === 1n ? Number(high.value.numerator) : 0;
    if (high.unit?.text === "月" && month >= 1 && month <= 12) {
      const iso = `${low.iso.slice(0, 4)}-${String(month).padStart(2, "0")}`;
      return [low, { kind: "MonthLiteral", iso, span: high.span }];
    }
  }
  if (low.kind !== "QuantityLiteral" || high.kind !== "QuantityLiteral") return [low, high];
  if (low.notation === "bare" && high.notation !== "bare") {
    const scale = scales.get(low)?.numerator === 1n ? scales.get(high) : undefined;
    const value = scale === undefined ? low.value : multiply(low.value, scale);
    return [{ ...low, value, unit: high.unit, notation: high.notation }, high];
  }
  const [first, ...rest] = high.unit?.factors ?? [];
  const [only, ...more] = low.unit?.factors ?? [];
  if (rest.length > 0 && more.length === 0 && only !== undefined && first?.unit === only.unit && only.power === 1)
    return [{ ...low, unit: high.unit }, high];
  return [low, high];
}

export function betweenNode(
  subject: Expression | undefined,
  low: Expression,
  high: Expression,
  lowIncluded: boolean,
  span: Span,
): Expression {
  const [from, to] = rangeEnds(low, high);
  return { kind: "Between", subject, low: from, lowIncluded, high: to, highIncluded: true, span };
}

/** `2020年4—6月` where a condition stands is the same as 在 2020年4月 至 2020年6月. */
export function monthSpanCondition(
  subject: Expression | undefined,
  of: Extract<Expression, { kind: "MonthSpanLiteral" }>,
  span: Span,
): Expression {
  const month = (iso: string): MonthLiteral => ({ kind: "MonthLiteral", iso, span: of.span });
  return {
    kind: "Between",
    subject,
    low: month(of.from),
    lowIncluded: true,
    high: month(of.to),
    highIncluded: true,
    span,
  };
}

/** Whether an expression is the tail of a comparison that still needs its subject. */
export function lacksSubject(expression: Expression): boolean {
  switch (expression.kind) {
    case "Comparison":
      return expression.left === undefined;
    case "Between":
    case "Membership":
      return expression.subject === undefined;
    default:
      return false;
  }
}

export function withSubject(expression: Expression, subject: Expression): Expression {
  switch (expression.kind) {
    case "Comparison":
      return expression.left === undefined ? { ...expression, left: subject } : expression;
    case "Between":
    case "Membership":
      return expression.subject === undefined ? { ...expression, subject } : expression;
    case "Not":
      return { ...expression, operand: withSubject(expression.operand, subject) };
    case "And":
    case "Or":
      return { ...expression, operands: expression.operands.map((operand) => withSubject(operand, subject)) };
    default:
      return expression;
  }
}

/** What carrySubjects needs to know of the file. */
export interface Carrying {
  /** Hears of comparisons that have no subject to take. */
  readonly orphan: (at: Expression) => void;
  /** Whether a name is a listed value and nothing else. */
  readonly isValue: (name: string) => boolean;
}

interface Carrier {
  subject: Expression | undefined;
  /** The subject of `类别是甲` or `类别属于甲、乙`, which a value after 或 takes. */
  listed: Expression | undefined;
}

/** Fills subjects left out after 且 and 或 with the one before: `面积10亩以上且不满50亩`, `类别是甲或乙`. */
export function carrySubjects(
  expression: Expression,
  carrying: Carrying,
  carrier: Carrier = { subject: undefined, listed: undefined },
): Expression {
  const visit = (inner: Expression): Expression => carrySubjects(inner, carrying, carrier);
  switch (expression.kind) {
    case "And":
      return { ...expression, operands: expression.operands.map(visit) };
    case "Or":
      return {
        ...expression,
        operands: expression.operands.map((operand) => listedValue(operand, carrying, carrier) ?? visit(operand)),
      };
    case "Not":
      return { ...expression, operand: visit(expression.operand) };
    case "Comparison":
    case "Between":
    case "Membership": {
      if (lacksSubject(expression)) {
        if (carrier.subject === undefined) {
          carrying.orphan(expression);
          return { kind: "BrokenExpression", span: expression.span };
        }
        return visit(withSubject(expression, carrier.subject));
      }
      carrier.subject = expression.kind === "Comparison" ? expression.left : expression.subject;
      carrier.listed = listsValues(expression) ? carrier.subject : undefined;
      return expression;
    }
    default:
      carrier.listed = undefined;
      return expression;
  }
}

function listsValues(expression: Expression): boolean {
  if (expression.kind === "Membership") return !expression.negated;
  return expression.kind === "Comparison" && expression.operator === "=" && expression.right.kind === "TermReference";
}

function listedValue(operand: Expression, carrying: Carrying, { listed }: Carrier): Expression | undefined {
  if (operand.kind !== "TermReference" || listed === undefined || !carrying.isValue(operand.name)) return undefined;
  return { kind: "Comparison", operator: "=", left: listed, right: operand, span: operand.span };
}

/** A cell of an outcome column: what reads as a condition without a subject is a range of values there. */
export function asOutcomeCell(content: ResultValue): ResultValue {
  if (content.kind === "Between" && content.subject === undefined && content.lowIncluded && content.highIncluded)
    return { kind: "IntervalValue", low: content.low, high: content.high, span: content.span };
  if (content.kind === "Comparison" && content.left === undefined && content.operator === "<=")
    return { kind: "UpToValue", high: content.right, span: content.span };
  return content;
}
