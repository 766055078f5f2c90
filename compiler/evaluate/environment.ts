/** What an expression is read against: the inputs given, and the definitions and outcomes worked out so far. */
import type { Rational } from "../../grammar/rational.ts";
import type { Definition, Outcome, Pool, Program, Value } from "../lowered.ts";
import type { OutcomeEvaluation } from "./evaluation.ts";
import type { State } from "./state.ts";

export interface Environment {
  readonly program: Program;
  readonly values: ReadonlyMap<string, Value>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly pools: ReadonlyMap<string, Pool>;
  /** What rows before have drawn from each pool beyond its 已用. */
  readonly drawn: ReadonlyMap<string, Rational>;
  /** Filled as they are worked out. */
  readonly definitionStates: Map<string, State>;
  readonly outcomeEvaluations: Map<string, OutcomeEvaluation>;
}

const byName = <T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.name, item]));

export function environmentOf(
  program: Program,
  values: ReadonlyMap<string, Value>,
  drawn: ReadonlyMap<string, Rational> = new Map(),
): Environment {
  return {
    program,
    values,
    definitions: byName(program.definitions),
    outcomes: byName(program.outcomes),
    pools: byName(program.pools),
    drawn,
    definitionStates: new Map(),
    outcomeEvaluations: new Map(),
  };
}

/** Clause ids in the author's order, each once. */
export function inAuthorsOrder(program: Program, clauses: Iterable<string>): readonly string[] {
  const wanted = new Set(clauses);
  return program.clauses.map((clause) => clause.id).filter((id) => wanted.has(id));
}

/** Input names in the order of their declaration, each once. */
export function inInputOrder(program: Program, needs: Iterable<string>): readonly string[] {
  const wanted = new Set(needs);
  return program.inputs.map((input) => input.name).filter((name) => wanted.has(name));
}
