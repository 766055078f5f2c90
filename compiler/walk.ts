/** Walking lowered expressions; every part that asks what a program reads uses this. */
import type { Deadline, Expression, Outcome, Pool, Program, Requirement, Rule } from "./lowered.ts";

export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "arithmetic":
    case "comparison":
      return [expression.left, expression.right];
    case "shift":
      return [expression.date, expression.amount];
    case "extreme":
    case "and":
    case "or":
      return expression.operands;
    case "round":
    case "not":
      return [expression.operand];
    case "interval":
      return [expression.low, expression.high];
    case "membership":
      return [expression.subject];
    default:
      return [];
  }
}

/** The same expression over other operands, each made from the one before. */
export function mapOperands(expression: Expression, map: (operand: Expression) => Expression): Expression {
  switch (expression.kind) {
    case "arithmetic":
    case "comparison":
      return { ...expression, left: map(expression.left), right: map(expression.right) };
    case "shift":
      return { ...expression, date: map(expression.date), amount: map(expression.amount) };
    case "extreme":
    case "and":
    case "or":
      return { ...expression, operands: expression.operands.map(map) };
    case "round":
    case "not":
      return { ...expression, operand: map(expression.operand) };
    case "interval":
      return { ...expression, low: map(expression.low), high: map(expression.high) };
    case "membership":
      return { ...expression, subject: map(expression.subject) };
    default:
      return expression;
  }
}

/** The expression and all within it, outermost first. */
export function* walk(root: Expression): Generator<Expression> {
  const pending = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    pending.push(...operandsOf(next).toReversed());
  }
}

const deadlineExpressions = (deadline: Deadline | undefined): Expression[] =>
  deadline === undefined ? [] : [deadline.kind === "on" ? deadline.date : deadline.from];

export const ruleExpressions = (rule: Rule): Expression[] => [
  ...(rule.condition === undefined ? [] : [rule.condition]),
  ...(rule.value.kind === "expression" ? [rule.value.expression] : []),
  ...deadlineExpressions(rule.deadline),
  ...rule.draws.map(({ amount }) => amount),
];

export const outcomeExpressions = (outcome: Outcome): Expression[] => [
  ...(outcome.formula === undefined ? [] : [outcome.formula]),
  ...outcome.rules.flatMap(ruleExpressions),
];

const requirementExpressions = (requirement: Requirement): Expression[] => [
  ...(requirement.condition === undefined ? [] : [requirement.condition]),
  requirement.requirement,
  ...deadlineExpressions(requirement.deadline),
];

export const poolExpressions = ({ total, used }: Pool): Expression[] => (used === undefined ? [total] : [total, used]);

/** All that an outcome rests on: its own expressions, and those of the pools that its rules draw on. */
export const outcomeReads = (outcome: Outcome, pools: readonly Pool[]): Expression[] => {
  const drawn = new Set(outcome.rules.flatMap(({ draws }) => draws.map(({ pool }) => pool)));
  return [...outcomeExpressions(outcome), ...pools.filter(({ name }) => drawn.has(name)).flatMap(poolExpressions)];
};

/** Everything that a program computes, and all within it; imported parts included. */
export function* everyExpression({
  definitions,
  outcomes,
  targets,
  constraints,
  pools,
}: Pick<Program, "definitions" | "outcomes" | "targets" | "constraints" | "pools">): Generator<Expression> {
  const roots = [
    ...definitions.map(({ expression }) => expression),
    ...outcomes.flatMap(outcomeExpressions),
    ...[...targets, ...constraints].flatMap(requirementExpressions),
    ...pools.flatMap(poolExpressions),
  ];
  for (const root of roots) yield* walk(root);
}

/** The program with each of its expressions, and all within it, put by another; innermost first. */
export function mapExpressions(program: Program, put: (part: Expression) => Expression): Program {
  const map = (expression: Expression): Expression => put(mapOperands(expression, map));
  const mapDeadline = (deadline: Deadline): Deadline =>
    deadline.kind === "on" ? { ...deadline, date: map(deadline.date) } : { ...deadline, from: map(deadline.from) };
  const mapRule = (rule: Rule): Rule => ({
    ...rule,
    condition: rule.condition && map(rule.condition),
    value: rule.value.kind === "expression" ? { ...rule.value, expression: map(rule.value.expression) } : rule.value,
    deadline: rule.deadline && mapDeadline(rule.deadline),
    draws: rule.draws.map((draw) => ({ ...draw, amount: map(draw.amount) })),
  });
  const mapRequirement = (one: Requirement): Requirement => ({
    ...one,
    condition: one.condition && map(one.condition),
    requirement: map(one.requirement),
    measure: one.measure && { ...one.measure, actual: map(one.measure.actual), target: map(one.measure.target) },
    deadline: one.deadline && mapDeadline(one.deadline),
  });
  return {
    ...program,
    definitions: program.definitions.map((one) => ({ ...one, expression: map(one.expression) })),
    outcomes: program.outcomes.map((one) => ({
      ...one,
      formula: one.formula && map(one.formula),
      rules: one.rules.map(mapRule),
    })),
    targets: program.targets.map(mapRequirement),
    constraints: program.constraints.map(mapRequirement),
    pools: program.pools.map((pool) => ({ ...pool, total: map(pool.total), used: pool.used && map(pool.used) })),
  };
}
