/** The part of a program that some outcomes rest on: what does not bear on it takes no part in its regions. */
import type { Expression, Outcome, Program } from "../lowered.ts";
import { REFERENCE_DATE } from "../lowered.ts";
import { outcomeReads, walk } from "../walk.ts";

/**
 * The outcomes, definitions and inputs that the outcomes read, directly or not. All outcomes are marked as imported, so
 * that evaluating the slice tells a division by zero as the outcome's state and refuses nothing.
 */
export function sliceOf(program: Program, roots: readonly Outcome[]): Program {
  const names = roots.map(({ name }) => name);
  const read = { input: new Set<string>(), definition: new Set<string>(), outcome: new Set(names) };
  const pending: Expression[] = roots.flatMap((outcome) => outcomeReads(outcome, program.pools));
  if (roots.some(isDated)) read.input.add(REFERENCE_DATE);
  for (let root = pending.pop(); root !== undefined; root = pending.pop())
    for (const part of walk(root)) {
      if (part.kind !== "input" && part.kind !== "definition" && part.kind !== "outcome") continue;
      if (read[part.kind].has(part.name)) continue;
      read[part.kind].add(part.name);
      if (part.kind === "definition")
        pending.push(...program.definitions.filter(({ name }) => name === part.name).map((one) => one.expression));
      if (part.kind !== "outcome") continue;
      for (const other of program.outcomes.filter(({ name }) => name === part.name)) {
        pending.push(...outcomeReads(other, program.pools));
        if (isDated(other)) read.input.add(REFERENCE_DATE);
      }
    }
  return {
    ...program,
    inputs: program.inputs.filter(({ name }) => read.input.has(name)),
    definitions: program.definitions.filter(({ name }) => read.definition.has(name)),
    outcomes: program.outcomes
      .filter(({ name }) => read.outcome.has(name))
      .map((one) => ({ ...one, importedFrom: one.importedFrom ?? program.policy })),
    evaluationOrder: program.evaluationOrder.filter((name) => read.outcome.has(name)),
    targets: [],
    constraints: [],
    cases: [],
  };
}

const isDated = ({ period, rules }: Outcome): boolean =>
  period !== undefined || rules.some((rule) => rule.period !== undefined);
