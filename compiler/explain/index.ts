/** Explains an answer: which clauses decided it, in whose words, and with what figures. */
import { environmentOf } from "../evaluate/environment.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { showValue } from "../evaluate/values.ts";
import { REFERENCE_DATE, type Program } from "../lowered.ts";
import type { Explanation } from "./explanation.ts";
import { sumOf } from "./figures.ts";
import { explainOutcome } from "./outcomes.ts";
import { printExplanation } from "./print.ts";
import { explainRequirement } from "./requirements.ts";

export type * from "./explanation.ts";

/** The grounds of every outcome (imported ones last), target and constraint. */
export function explanationOf(program: Program, evaluation: Evaluation): Explanation {
  const environment = environmentOf(program, evaluation.values);
  for (const [name, outcome] of evaluation.outcomes) environment.outcomeEvaluations.set(name, outcome);
  return {
    policy: program.policy,
    document: program.document?.title,
    inputs: program.inputs
      .filter(({ name }) => name !== REFERENCE_DATE || evaluation.values.has(name))
      .map(({ name, type, assumptions }) => {
        const value = evaluation.values.get(name);
        return { name, text: value === undefined ? undefined : showValue(value, type), assumptions };
      }),
    definitions: program.definitions
      .filter(({ assumptions }) => assumptions.length > 0)
      .map(({ name, expression, origin, assumptions }) => ({
        name,
        sum: sumOf({ kind: "definition", name, type: expression.type, origin }, environment),
        assumptions,
      })),
    outcomes: [...evaluation.outcomes.values()].map((outcome) => explainOutcome(outcome, environment)),
    requirements: [
      ...[...evaluation.targets.values()].map((target) => explainRequirement("target", target, environment)),
      ...[...evaluation.constraints.values()].map((rule) => explainRequirement("constraint", rule, environment)),
    ],
  };
}

/** The explanation in Chinese, laid out for reading. */
export const explain = (program: Program, evaluation: Evaluation): string =>
  printExplanation(explanationOf(program, evaluation));
