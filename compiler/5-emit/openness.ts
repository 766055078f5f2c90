/** What may be left open even where every input is given: an interval, a choice, an amount set elsewhere. */
import type { Expression, Program } from "../lowered.ts";
import { operandsOf, outcomeReads, poolExpressions, walk } from "../walk.ts";

export function openness(program: Program): (expression: Expression) => boolean {
  const definitions = new Map(program.definitions.map(({ name, expression }) => [name, expression]));
  const outcomes = new Map(program.outcomes.map((outcome) => [outcome.name, outcome]));
  const known = new Map<string, boolean>();
  const remembered = (name: string, tell: () => boolean): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = tell();
    known.set(name, found);
    return found;
  };
  const isOpen = (expression: Expression): boolean => {
    switch (expression.kind) {
      case "interval":
        return true;
      case "definition": {
        const definition = definitions.get(expression.name);
        return definition !== undefined && remembered(`definition ${expression.name}`, () => isOpen(definition));
      }
      case "outcome":
        return remembered(`outcome ${expression.name}`, () => isOutcomeOpen(expression.name));
      case "comparison":
      case "membership":
      case "and":
      case "or":
      case "not":
        return false;
      default:
        return operandsOf(expression).some(isOpen);
    }
  };
  const isOutcomeOpen = (name: string): boolean => {
    const outcome = outcomes.get(name);
    if (outcome === undefined) return false;
    if (outcome.formula !== undefined) return isOpen(outcome.formula);
    return outcome.rules.some(
      ({ value }) =>
        value.kind === "options" ||
        value.kind === "elsewhere" ||
        (value.kind === "expression" && isOpen(value.expression)),
    );
  };
  return isOpen;
}

/**
 * Outcomes that may stay missing though every input is given: a working day may lie outside the calendar, and a
 * condition may turn on what the text leaves open.
 */
export function unsettled(program: Program): ReadonlySet<string> {
  const isOpen = openness(program);
  const definitions = new Map(program.definitions.map(({ name, expression }) => [name, expression]));
  const found = new Set<string>();
  const turnsOnOpen = (root: Expression): boolean =>
    [...walk(root)].some((part) => {
      if (part.kind === "outcome") return found.has(part.name);
      const definition = part.kind === "definition" ? definitions.get(part.name) : undefined;
      if (definition !== undefined) return turnsOnOpen(definition);
      if (part.kind === "membership") return isOpen(part.subject);
      if (part.kind === "comparison") return isOpen(part.left) || isOpen(part.right);
      return part.type.kind === "boolean" && isOpen(part);
    });
  const amounts = new Map(program.pools.map((pool) => [pool.name, poolExpressions(pool)]));
  const isUnsettled = (outcome: Program["outcomes"][number]): boolean =>
    outcomeReads(outcome, program.pools).some(turnsOnOpen) ||
    outcome.rules.some(
      ({ deadline, draws }) =>
        (deadline?.kind === "within" && deadline.unit === "workday") ||
        draws.some(({ pool, amount }) => isOpen(amount) || (amounts.get(pool) ?? []).some(isOpen)),
    );
  const outcomes = new Map(program.outcomes.map((outcome) => [outcome.name, outcome]));
  for (const name of program.evaluationOrder) {
    const outcome = outcomes.get(name);
    if (outcome !== undefined && isUnsettled(outcome)) found.add(name);
  }
  return found;
}
