/** One rule by itself: whether it holds, and what it grants where it does. */
import { compare, sign, subtract, ZERO, type Rational } from "../../grammar/rational.ts";
import { REFERENCE_DATE, type Rule } from "../lowered.ts";
import { evaluateDeadline } from "./deadline.ts";
import type { Environment } from "./environment.ts";
import type { RuleEvaluation } from "./evaluation.ts";
import { evaluateExpression } from "./expression.ts";
import { forceOf } from "./period.ts";
import {
  isFalse,
  isKnown,
  isTrue,
  mergeAll,
  mergeAny,
  missing,
  truth,
  undecidable,
  type Known,
  type State,
  type Undetermined,
} from "./state.ts";
import { asTruth } from "./truth.ts";
import { equalValues } from "./values.ts";
import { showExpression } from "./wording.ts";

export function evaluateRule(rule: Rule, environment: Environment): RuleEvaluation {
  const { condition } = rule;
  return {
    rule,
    force: forceOf(rule.period, environment),
    condition: condition === undefined ? truth(true) : asTruth(evaluateExpression(condition, environment), condition),
  };
}

export const isHolding = ({ force, condition }: RuleEvaluation): boolean => force.kind === "in" && isTrue(condition);

/** It may hold: some of what would tell is not there. */
export const isPossible = (evaluation: RuleEvaluation): boolean =>
  evaluation.force.kind !== "out" && !isFalse(evaluation.condition) && !isHolding(evaluation);

/** What keeps a possible rule from being told true or false. */
export function obstacleOf({ force, condition }: RuleEvaluation): Undetermined {
  const needsDate: State = force.kind === "unknown" ? missing([REFERENCE_DATE]) : truth(true);
  return mergeAny([needsDate, condition]) ?? undecidable("");
}

/** What is taken from a pool, and what the pool has left before. */
export interface Drawing {
  readonly pool: string;
  readonly amount: Rational;
  readonly left: Rational;
}

export interface KnownGrant {
  readonly kind: "known";
  readonly value: Known;
  readonly due: string | undefined;
  readonly draws: readonly Drawing[];
  readonly rule: Rule;
}

/** What a rule grants: its value, or what stands in the way of it. */
export type Grant = KnownGrant | { readonly kind: "undetermined"; readonly state: Undetermined; readonly rule: Rule };

export function grantOf(rule: Rule, environment: Environment): Grant {
  const value = grantedValue(rule, environment);
  const due = rule.deadline === undefined ? undefined : evaluateDeadline(rule.deadline, environment);
  const draws = rule.draws.map(({ pool, amount }) =>
    drawFrom(pool, evaluateExpression(amount, environment), showExpression(amount), rule, environment),
  );
  const obstacles = draws.flatMap((draw) => ("status" in draw ? [draw] : []));
  const obstacle = mergeAll([value, ...(due === undefined ? [] : [due]), ...obstacles]);
  if (obstacle !== undefined || !isKnown(value))
    return { kind: "undetermined", state: obstacle ?? undecidable(""), rule };
  const dueDay = due?.status === "determined" && due.value.kind === "date" ? due.value.iso : undefined;
  const drawings = draws.flatMap((draw) => ("status" in draw ? [] : [draw]));
  return { kind: "known", value, due: dueDay, draws: drawings, rule };
}

function grantedValue({ value }: Rule, environment: Environment): State {
  switch (value.kind) {
    case "expression":
      return evaluateExpression(value.expression, environment);
    case "action":
      return truth(true);
    case "options":
      return { status: "options", options: value.options };
    case "elsewhere":
      return { status: "elsewhere", text: value.text };
  }
}

/** A draw that fits, or why it does not: beyond 总额 less 已用 the pool is exhausted. */
function drawFrom(
  name: string,
  amount: State,
  amountText: string,
  rule: Rule,
  environment: Environment,
): Drawing | Undetermined {
  const pool = environment.pools.get(name);
  if (pool === undefined) return undecidable(`资金池「${name}」的总额没有给出`);
  const total = evaluateExpression(pool.total, environment);
  const used = pool.used === undefined ? undefined : evaluateExpression(pool.used, environment);
  const obstacle = mergeAll([total, amount, ...(used === undefined ? [] : [used])]);
  if (obstacle !== undefined) return obstacle;
  const whole = singleQuantity(total);
  const spent = used === undefined ? ZERO : singleQuantity(used);
  const wanted = singleQuantity(amount);
  if (whole === undefined || spent === undefined || wanted === undefined || pool.total.type.kind !== "quantity")
    return undecidable(`「${name}」的余额或者支用的「${amountText}」没有确定的数额`);
  const left = subtract(subtract(whole, spent), environment.drawn.get(name) ?? ZERO);
  const remaining = sign(left) < 0 ? ZERO : left;
  if (compare(wanted, remaining) <= 0) return { pool: name, amount: wanted, left };
  return { status: "exhausted", pool: name, remaining, type: pool.total.type, clauses: [rule.clause] };
}

const singleQuantity = (state: State) =>
  state.status === "determined" && state.value.kind === "quantity" ? state.value.value : undefined;

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function equalKnown(a: Known, b: Known): boolean {
  switch (a.status) {
    case "determined":
      return b.status === "determined" && equalValues(a.value, b.value);
    case "discretion":
      return b.status === "discretion" && equalValues(a.low, b.low) && equalValues(a.high, b.high);
    case "options":
      return (
        b.status === "options" &&
        a.options.toSorted(byCodePoint).join("、") === b.options.toSorted(byCodePoint).join("、")
      );
    case "elsewhere":
      return b.status === "elsewhere" && a.text === b.text;
  }
}

/** 应当 and 可 differ only in strength; 不得 and 无需 are other things altogether. */
const direction = ({ modality }: Rule): string => (modality === "may" ? "must" : modality);

/** The same in value, deadline and direction: both may decide. */
export const agree = (a: Grant, b: Grant): boolean =>
  a.kind === "known" &&
  b.kind === "known" &&
  a.due === b.due &&
  direction(a.rule) === direction(b.rule) &&
  equalKnown(a.value, b.value);
