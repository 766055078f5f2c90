/** Targets and constraints: met, unmet, not applicable, or not to be told. */
import { compare, subtract, ZERO, type Rational } from "../../grammar/rational.ts";
import { REFERENCE_DATE, type ComparisonOperator, type Requirement, type RequirementStatus } from "../lowered.ts";
import { evaluateDeadline } from "./deadline.ts";
import { inInputOrder, type Environment } from "./environment.ts";
import type { RequirementEvaluation } from "./evaluation.ts";
import { evaluateExpression } from "./expression.ts";
import { forceOf } from "./period.ts";
import { isFalse, isTrue, mergeAny, missing, truth, type State, type Undetermined } from "./state.ts";
import { asTruth } from "./truth.ts";

const statusOf = (obstacle: Undetermined): RequirementStatus =>
  obstacle.status === "notApplicable" || obstacle.status === "notInForce" || obstacle.status === "exhausted"
    ? "notApplicable"
    : "missing";

export function evaluateRequirement(requirement: Requirement, environment: Environment): RequirementEvaluation {
  const { measure } = requirement;
  const force = forceOf(requirement.period, environment);
  const condition =
    requirement.condition === undefined
      ? truth(true)
      : asTruth(evaluateExpression(requirement.condition, environment), requirement.condition);
  const verdict = asTruth(evaluateExpression(requirement.requirement, environment), requirement.requirement);
  const due = requirement.deadline === undefined ? undefined : evaluateDeadline(requirement.deadline, environment);
  const target = measure === undefined ? undefined : evaluateExpression(measure.target, environment);
  const actual = measure === undefined ? undefined : evaluateExpression(measure.actual, environment);
  const parts = {
    requirement,
    force,
    condition,
    verdict,
    target,
    actual,
    due: due?.status === "determined" && due.value.kind === "date" ? due.value.iso : undefined,
  };
  if (force.kind === "out" || isFalse(condition))
    return { ...parts, status: "notApplicable", shortfall: undefined, needs: [] };
  const needsDate: State = force.kind === "unknown" ? missing([REFERENCE_DATE]) : truth(true);
  const obstacle = mergeAny([needsDate, condition]) ?? mergeAny([verdict]);
  if (obstacle !== undefined) {
    const all = mergeAny([
      obstacle,
      ...(obstacle.status === "missing" && verdict.status === "missing" ? [verdict] : []),
    ]);
    const needs = all?.status === "missing" ? inInputOrder(environment.program, all.needs) : [];
    return { ...parts, status: statusOf(obstacle), shortfall: undefined, needs };
  }
  const met = isTrue(verdict);
  const shortfall =
    measure === undefined ? undefined : lacking(measure.operator, met, numberIn(target), numberIn(actual));
  return { ...parts, status: met ? "met" : "unmet", shortfall, needs: [] };
}

export const numberIn = (state: State | undefined): Rational | undefined =>
  state?.status === "determined" && state.value.kind === "quantity" ? state.value.value : undefined;

/** How far the actual figure is on the wrong side of the target. */
function lacking(
  operator: ComparisonOperator,
  met: boolean,
  target: Rational | undefined,
  actual: Rational | undefined,
): Rational | undefined {
  if (target === undefined || actual === undefined) return undefined;
  if (met) return ZERO;
  const below = subtract(target, actual);
  const above = subtract(actual, target);
  if (operator === ">=" || operator === ">") return below;
  if (operator === "<=" || operator === "<") return above;
  return compare(below, ZERO) > 0 ? below : above;
}
