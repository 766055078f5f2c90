/** The reference evaluator: a whole policy, by the meaning of the language and nothing else. */
import type { Rational } from "../../grammar/rational.ts";
import type { InputFault } from "../../runtime/contract.ts";
import type { Program, Requirement, Value } from "../lowered.ts";
import { walk } from "../walk.ts";
import { evaluateOutcome } from "./decide.ts";
import { environmentOf, type Environment } from "./environment.ts";
import type { Evaluation, OutcomeEvaluation, Refusal, RequirementEvaluation } from "./evaluation.ts";
import { evaluateDefinition } from "./expression.ts";
import { evaluateRequirement } from "./requirement.ts";
import { mergeAny, type State } from "./state.ts";

/**
 * Answers every outcome, target and constraint from the inputs given (defaults are not added here). Refuses only where
 * a result that is needed would be divided by zero. `drawn`: what is gone from the pools beyond their 已用.
 */
export function evaluate(
  program: Program,
  values: ReadonlyMap<string, Value>,
  drawn?: ReadonlyMap<string, Rational>,
): Evaluation | Refusal {
  const environment = environmentOf(program, values, drawn);
  evaluatePlainDefinitions(program, environment);
  const outcomesInOrder = [...program.evaluationOrder, ...program.outcomes.map(({ name }) => name)];
  for (const name of outcomesInOrder) {
    const outcome = environment.outcomes.get(name);
    if (outcome !== undefined && !environment.outcomeEvaluations.has(name))
      environment.outcomeEvaluations.set(name, evaluateOutcome(outcome, environment));
  }
  const outcomes = new Map<string, OutcomeEvaluation>();
  for (const { name } of program.outcomes) {
    const evaluation = environment.outcomeEvaluations.get(name);
    if (evaluation !== undefined) outcomes.set(name, evaluation);
  }
  const requirements = (list: readonly Requirement[]): ReadonlyMap<string, RequirementEvaluation> =>
    new Map(list.map((requirement) => [requirement.name, evaluateRequirement(requirement, environment)]));
  const targets = requirements(program.targets);
  const constraints = requirements(program.constraints);

  const results: readonly State[] = [
    ...[...outcomes.values()].filter(({ outcome }) => outcome.importedFrom === undefined).map(({ state }) => state),
    ...[...targets.values(), ...constraints.values()]
      .filter(({ status }) => status !== "notApplicable")
      .flatMap(({ condition, verdict }) => [condition, verdict]),
  ];
  const obstacle = mergeAny(results);
  if (obstacle?.status === "fault") return { kind: "faults", faults: distinct(obstacle.faults) };
  return { kind: "evaluation", values, outcomes, targets, constraints };
}

/** Definitions that rest on inputs alone come first, in order, so that a long chain of them is no deep recursion. */
function evaluatePlainDefinitions(program: Program, environment: Environment): void {
  const resting = new Set<string>();
  for (const { name, expression } of program.definitions) {
    const parts = [...walk(expression)];
    const isPlain = parts.every(
      (part) => part.kind !== "outcome" && (part.kind !== "definition" || !resting.has(part.name)),
    );
    if (isPlain) evaluateDefinition(name, environment);
    else resting.add(name);
  }
}

const distinct = (faults: readonly InputFault[]): readonly InputFault[] =>
  faults.filter(({ message }, index) => faults.findIndex((other) => other.message === message) === index);
