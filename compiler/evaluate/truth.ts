/** Three-valued conditions: yes, no, or what stands in the way of telling. */
import type { ComparisonOperator, Expression, Value } from "../lowered.ts";
import { isFalse, isTrue, mergeAll, mergeAny, truth, undecidable, type State } from "./state.ts";
import { compareValues, equalValues } from "./values.ts";
import { showExpression } from "./wording.ts";

const opposites = { "<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "!=", "!=": "=" } as const;

/** All the single values that a state may stand for, the two ends of an interval included. */
function possibilities(state: State): readonly Value[] {
  switch (state.status) {
    case "determined":
      return [state.value];
    case "discretion":
      return [state.low, state.high];
    case "options":
      return state.options.map((value) => ({ kind: "choice", value }));
    default:
      return [];
  }
}

function holds(operator: ComparisonOperator, left: Value, right: Value): boolean {
  const order = compareValues(left, right);
  switch (operator) {
    case "=":
      return equalValues(left, right);
    case "!=":
      return !equalValues(left, right);
    case "<":
      return order === -1;
    case "<=":
      return order === -1 || order === 0;
    case ">":
      return order === 1;
    case ">=":
      return order === 1 || order === 0;
  }
}

const spans = (state: State): boolean => state.status === "discretion";

/** Two intervals are surely unequal only where one lies wholly below the other. */
function surely(operator: ComparisonOperator, left: State, right: State): boolean {
  const [lefts, rights] = [possibilities(left), possibilities(right)];
  const every = (by: ComparisonOperator): boolean => lefts.every((a) => rights.every((b) => holds(by, a, b)));
  if (operator === "!=" && (spans(left) || spans(right))) return every("<") || every(">");
  return every(operator);
}

const leftOpen = (expression: Expression): State =>
  undecidable(`「${showExpression(expression)}」在条款中留有裁量余地,不能判断`);

export function evaluateComparison(
  expression: Extract<Expression, { kind: "comparison" }>,
  left: State,
  right: State,
): State {
  const obstacle =
    mergeAll([left, right]) ?? setElsewhere(expression.left, left) ?? setElsewhere(expression.right, right);
  if (obstacle !== undefined) return obstacle;
  if (surely(expression.operator, left, right)) return truth(true);
  if (surely(opposites[expression.operator], left, right)) return truth(false);
  return leftOpen(left.status === "determined" ? expression.right : expression.left);
}

function setElsewhere(expression: Expression, state: State): State | undefined {
  if (state.status !== "elsewhere") return undefined;
  return undecidable(`「${showExpression(expression)}」的数额由其他规定确定,不能判断`);
}

/** 属于 */
export function evaluateMembership(expression: Extract<Expression, { kind: "membership" }>, subject: State): State {
  const obstacle = mergeAll([subject]) ?? setElsewhere(expression.subject, subject);
  if (obstacle !== undefined) return obstacle;
  const values = expression.values.map((value): State => ({ status: "determined", value }));
  const single = possibilities(subject);
  if (!spans(subject) && single.every((a) => expression.values.some((b) => equalValues(a, b)))) return truth(true);
  if (values.some((value) => surely("=", subject, value))) return truth(true);
  if (values.every((value) => surely("!=", subject, value))) return truth(false);
  return leftOpen(expression.subject);
}

/** 且 and 或 stop early: one 否 (or one 是) settles it, whatever the others are. */
export function conjunction(
  kind: "and" | "or",
  operands: readonly Expression[],
  evaluate: (operand: Expression) => State,
): State {
  const settles = kind === "and" ? isFalse : isTrue;
  const states: State[] = [];
  for (const operand of operands) {
    const state = asTruth(evaluate(operand), operand);
    if (settles(state)) return truth(kind === "or");
    states.push(state);
  }
  return mergeAny(states) ?? truth(kind === "and");
}

export function negation(state: State, operand: Expression): State {
  const known = asTruth(state, operand);
  return isTrue(known) ? truth(false) : isFalse(known) ? truth(true) : known;
}

/** A condition left open by a choice or granted elsewhere is neither true nor false. */
export function asTruth(state: State, expression: Expression): State {
  if (isTrue(state) || isFalse(state)) return state;
  return mergeAny([state]) ?? leftOpen(expression);
}
