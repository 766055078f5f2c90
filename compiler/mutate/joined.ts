/**
 * A program beside itself as a slip would have it, in one program: what the slip changes, and what reads that, stands
 * in it twice, the second time under a primed name. So the proof reads the conditions of both over the same quantities.
 */
import { sameTree } from "../../grammar/index.ts";
import { type Rename, renameIn, renameRule } from "../3-lower/link.ts";
import type { Expression, Outcome, Pool, Program, Requirement } from "../lowered.ts";
import { outcomeReads, poolExpressions, walk } from "../walk.ts";

export interface Joined {
  readonly program: Program;
  /** Outcomes that the slip may change: as it should be, and as it would be. In an order in which each can be computed. */
  readonly outcomes: readonly (readonly [Outcome, Outcome])[];
  readonly requirements: readonly (readonly [Requirement, Requirement])[];
  /** Whether the outcome would itself be another, not only what it reads. */
  readonly isRewritten: (outcome: string) => boolean;
  /** The outcomes of both kinds that an outcome reads, through abbreviations. */
  readonly outcomesReadBy: (outcome: string) => ReadonlySet<string>;
}

export function join(program: Program, slipped: Program): Joined {
  const changed = changedNames(program, slipped);
  const prime: Rename = (name) => (changed.all.has(name) ? `${name}′` : name);
  const primePool: Rename = (name) => (changed.pools.has(name) ? `${name}′` : name);
  const definitions = slipped.definitions
    .filter(({ name }) => changed.all.has(name))
    .map((definition) => ({
      ...definition,
      name: prime(definition.name),
      expression: renameIn(definition.expression, prime),
    }));
  const renamed = (outcome: Outcome): Outcome => ({
    ...outcome,
    name: prime(outcome.name),
    formula: outcome.formula && renameIn(outcome.formula, prime),
    rules: outcome.rules.map((rule) => renameRule(rule, prime(outcome.name), prime, primePool)),
  });
  const outcomes = program.evaluationOrder.flatMap((name): (readonly [Outcome, Outcome])[] => {
    const [before, after] = [program, slipped].map((one) => one.outcomes.find((outcome) => outcome.name === name));
    return before === undefined || after === undefined || !changed.all.has(name) ? [] : [[before, renamed(after)]];
  });
  const requirements = (["targets", "constraints"] as const).flatMap((kind) =>
    program[kind].flatMap((before): (readonly [Requirement, Requirement])[] => {
      const found = slipped[kind].find(({ name }) => name === before.name);
      const after = found && {
        ...found,
        condition: found.condition && renameIn(found.condition, prime),
        requirement: renameIn(found.requirement, prime),
      };
      return after === undefined || sameTree(before, { ...after, measure: before.measure }) ? [] : [[before, after]];
    }),
  );
  return {
    program: {
      ...program,
      definitions: [...program.definitions, ...definitions],
      outcomes: [...program.outcomes, ...outcomes.map(([, after]) => after)],
    },
    outcomes,
    requirements,
    isRewritten: (outcome) => changed.own.has(outcome),
    outcomesReadBy: (outcome) => changed.reads.get(outcome) ?? new Set(),
  };
}

const isOther =
  (pools: readonly Pool[]) =>
  (pool: Pool): boolean =>
    !sameTree(
      pools.find(({ name }) => name === pool.name),
      pool,
    );

interface ChangedNames {
  /** Definitions and outcomes that the slip changes, or that read such. */
  readonly all: ReadonlySet<string>;
  /** Outcomes that it changes themselves, or through an abbreviation. */
  readonly own: ReadonlySet<string>;
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
  /** Pools that it changes themselves, or that rest on what it changes. */
  readonly pools: ReadonlySet<string>;
}

function changedNames(program: Program, slipped: Program): ChangedNames {
  const all = new Set<string>();
  const own = new Set<string>();
  const reads = new Map<string, ReadonlySet<string>>();
  const before = new Map<string, unknown>([...program.definitions, ...program.outcomes].map((one) => [one.name, one]));
  const pools = new Set(slipped.pools.filter(isOther(program.pools)).map(({ name }) => name));
  const visitPool = (pool: Pool): void => {
    const names = poolExpressions(pool)
      .flatMap((root) => [...walk(root)])
      .filter(isReference);
    if (names.some((part) => all.has(part.name))) pools.add(pool.name);
  };
  const visit = (name: string, after: unknown, expressions: readonly Expression[], isTouched: boolean): void => {
    const names = expressions.flatMap((root) => [...walk(root)]).filter(isReference);
    const outcomes = new Set(
      names.flatMap((part) => (part.kind === "outcome" ? [part.name] : [...(reads.get(part.name) ?? [])])),
    );
    reads.set(name, outcomes);
    const isOwn =
      isTouched ||
      !sameTree(before.get(name), after) ||
      names.some((part) => part.kind === "definition" && own.has(part.name));
    if (isOwn) own.add(name);
    if (isOwn || names.some((part) => all.has(part.name))) all.add(name);
  };
  const outcomes = new Map(slipped.outcomes.map((outcome) => [outcome.name, outcome]));
  // Definitions may read outcomes, and outcomes definitions: twice round settles what a chain of both passes on.
  for (let size = -1; size !== all.size + own.size + pools.size;) {
    size = all.size + own.size + pools.size;
    slipped.pools.forEach(visitPool);
    for (const definition of slipped.definitions) visit(definition.name, definition, [definition.expression], false);
    for (const name of slipped.evaluationOrder) {
      const outcome = outcomes.get(name);
      if (outcome === undefined) continue;
      const draws = outcome.rules.some((rule) => rule.draws.some(({ pool }) => pools.has(pool)));
      visit(name, outcome, outcomeReads(outcome, slipped.pools), draws);
    }
  }
  return { all, own, reads, pools };
}

const isReference = (part: Expression): part is Extract<Expression, { kind: "definition" | "outcome" }> =>
  part.kind === "definition" || part.kind === "outcome";
