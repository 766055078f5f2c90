/** Looks for numbers in a box, input by input, with elimination to see how far each can still move. */
import type { Rational } from "../../grammar/rational.ts";
import { ONE, ZERO, negate } from "../../grammar/rational.ts";
import type { Box, Space } from "./box.ts";
import { candidates } from "./candidate.ts";
import type { Dimension } from "./dimension.ts";
import type { Interval } from "./interval.ts";
import { EVERYTHING, contains, intersect, intersectRegion, isPositive, multiplyIntervals } from "./interval.ts";
import type { Constraint } from "./linear.ts";
import { isImpossible, reach } from "./linear.ts";
import type { Polynomial, Term, Variable } from "./polynomial.ts";
import * as polynomial from "./polynomial.ts";
import type { Quantities } from "./quantity.ts";

export type Assignment = ReadonlyMap<Variable, Rational>;

/** How many values may be tried for one group of dependent inputs. */
const STEP_LIMIT = 600;
/** How many dependent inputs may be looked at together: each step eliminates all the others. */
const GROUP_LIMIT = 24;
/** How many ways to split conditions such as ≠ may be looked at. */
const ALTERNATIVE_LIMIT = 32;
/** How many cases of one box are worth replaying. */
export const CASE_LIMIT = 24;

/** Inputs that conditions tie together, and the ways in which they may. */
interface Group {
  readonly variables: readonly Variable[];
  readonly bases: ReadonlySet<Variable>;
  readonly alternatives: readonly (readonly Constraint[])[];
  /** Not all alternatives were listed. */
  readonly cut: boolean;
}

export interface Solutions {
  /** It is certain that there are none. */
  readonly impossible: boolean;
  /** Simplest first; not all that exist. */
  readonly cases: readonly Assignment[];
}

const NONE: Solutions = { impossible: true, cases: [] };

const soleVariable = ({ numerator, denominator, variables }: Dimension): Variable | undefined => {
  const [term] = numerator.values();
  return denominator === undefined && numerator.size === 1 && term?.variables.length === 1 ? variables[0] : undefined;
};

interface Tie {
  readonly dimension: Dimension;
  readonly intervals: readonly Interval[];
}

/** By input: where the box lets it lie, whatever the other inputs are. */
type Domains = ReadonlyMap<Variable, readonly Interval[]>;

/** What an input is given where nothing asks for another value. */
export type Usual = (variable: Variable) => Rational | undefined;

/** Whether no condition of the box ties inputs to each other: then it surely holds cases. */
export const isPlain = (space: Space, box: Box): boolean =>
  [...box.keys()].every((axis) => {
    const sole = space.axes[axis] && soleVariable(space.axes[axis].dimension);
    return sole?.input !== undefined;
  });

/** Up to `limit` cases in the box. */
export function solve(space: Space, box: Box, quantities: Quantities, usual: Usual, limit: number): Solutions {
  const domains = new Map<Variable, readonly Interval[]>();
  const ties: Tie[] = [];
  for (const [axis, cells] of box) {
    const dimension = space.axes[axis]?.dimension;
    if (dimension === undefined) continue;
    const intervals = space.intervals(axis, cells);
    const sole = soleVariable(dimension);
    if (sole === undefined) ties.push({ dimension, intervals });
    else domains.set(sole, intervals);
  }
  const found: (readonly Assignment[])[] = [];
  for (const cluster of clustersOf(ties, domains)) {
    const search = new Search(domains, usual, limit);
    const cases = search.run(groupOf(cluster, quantities));
    if (cases.length === 0) return search.complete ? NONE : { impossible: false, cases: [] };
    found.push(cases);
  }
  return { impossible: false, cases: combine(found, limit) };
}

interface Cluster {
  readonly variables: ReadonlySet<Variable>;
  readonly ties: readonly Tie[];
}

/** Inputs that no tie links can be chosen apart. */
function clustersOf(ties: readonly Tie[], domains: Domains): readonly Cluster[] {
  let clusters: readonly Cluster[] = [];
  const join = (variables: readonly Variable[], own: readonly Tie[]): void => {
    const touches = (cluster: Cluster): boolean => variables.some((variable) => cluster.variables.has(variable));
    const touching = clusters.filter(touches);
    clusters = [
      ...clusters.filter((cluster) => !touches(cluster)),
      {
        variables: new Set([...touching.flatMap((cluster) => [...cluster.variables]), ...variables]),
        ties: [...touching.flatMap((cluster) => cluster.ties), ...own],
      },
    ];
  };
  for (const tie of ties) join(tie.dimension.variables, [tie]);
  for (const variable of domains.keys()) join([variable], []);
  return clusters;
}

function groupOf({ variables, ties }: Cluster, quantities: Quantities): Group {
  const bases = new Set(ties.flatMap(({ dimension }) => dimension.denominator ?? []));
  let alternatives: (readonly Constraint[])[] = [[]];
  let isCut = false;
  for (const { dimension, intervals } of ties) {
    const ways = waysOf(dimension, intervals);
    alternatives = alternatives.flatMap((before) => ways.map((way) => [...before, ...way]));
    if (alternatives.length > ALTERNATIVE_LIMIT) {
      isCut = true;
      alternatives.length = ALTERNATIVE_LIMIT;
    }
  }
  // An expression that the proof does not look into is varied by what it reads.
  const read = [...variables].flatMap((variable) =>
    variable.input === undefined ? variable.reads.flatMap((name) => quantities.input(name) ?? []) : [variable],
  );
  const ordered = [...new Set(read)].sort((a, b) => Number(bases.has(b)) - Number(bases.has(a)) || a.order - b.order);
  return { variables: ordered, bases, alternatives, cut: isCut };
}

/** What a term's inputs allow it by themselves. */
function boundsOf(term: Term, domains: Domains): Interval {
  const [first, ...others] = term.variables.map((variable) => hull(domains.get(variable)) ?? variable.range);
  return first === undefined ? EVERYTHING : others.reduce(multiplyIntervals, first);
}

function hull(intervals: readonly Interval[] | undefined): Interval | undefined {
  const [first, last] = [intervals?.[0], intervals?.at(-1)];
  return first && last && { low: first.low, high: last.high };
}

/** The constraints that put a dimension into one of the intervals. */
function waysOf(dimension: Dimension, intervals: readonly Interval[]): readonly (readonly Constraint[])[] {
  const { numerator, denominator } = dimension;
  const unit: Polynomial = denominator === undefined ? polynomial.constant(ONE) : polynomial.product(denominator);
  const positive: readonly Constraint[] = (denominator ?? [])
    .filter((variable) => !isPositive(variable.range))
    .map((variable) => ({ form: polynomial.single(variable), strict: true }));
  const inside = intervals.map(({ low, high }) => [
    ...positive,
    ...(low === undefined
      ? []
      : [{ form: polynomial.difference(numerator, polynomial.scale(unit, low.value)), strict: low.after }]),
    ...(high === undefined
      ? []
      : [{ form: polynomial.difference(polynomial.scale(unit, high.value), numerator), strict: !high.after }]),
  ]);
  // Where the denominator is zero there is no ratio, and what is said of it says nothing.
  const without = (denominator ?? [])
    .filter((variable) => !isPositive(variable.range))
    .map((variable) => [{ form: polynomial.scale(polynomial.single(variable), negate(ONE)), strict: false }]);
  return [...inside, ...without];
}

class Search {
  complete = true;
  #steps = STEP_LIMIT;

  constructor(
    readonly domains: Domains,
    readonly usual: Usual,
    readonly limit: number,
  ) {}

  readonly bounds = (term: Term): Interval => boundsOf(term, this.domains);

  run(group: Group): readonly Assignment[] {
    const cases: Assignment[] = [];
    if (group.cut) this.complete = false;
    if (group.variables.length > GROUP_LIMIT) {
      this.complete = false;
      return [];
    }
    for (const constraints of group.alternatives) {
      this.#steps = STEP_LIMIT;
      for (const found of this.#search(constraints, group.variables, new Map(), group.bases)) {
        cases.push(found);
        if (cases.length >= this.limit) return cases;
      }
    }
    return cases;
  }

  *#search(
    constraints: readonly Constraint[],
    pending: readonly Variable[],
    values: Assignment,
    bases: ReadonlySet<Variable>,
  ): Generator<Assignment> {
    const [variable, ...rest] = pending;
    if (variable === undefined) {
      if (!isImpossible(constraints, this.bounds)) yield values;
      return;
    }
    const range =
      constraints.length === 0 ? variable.range : reach(variable.key, variable.grain, constraints, this.bounds);
    const within = range && intersect(range, variable.range);
    if (within === undefined) return;
    const intervals = intersectRegion(this.domains.get(variable) ?? [within], within);
    if (intervals.length === 0) return;
    const { values: list, complete } = candidates(variable, intervals, bases.has(variable), this.usual(variable));
    if (!complete) this.complete = false;
    for (const value of list) {
      if ((this.#steps -= 1) < 0) {
        this.complete = false;
        return;
      }
      const put = new Map([[variable, value]]);
      const left: Constraint[] = [];
      let refuted = false;
      for (const { form, strict } of constraints) {
        const next = polynomial.substitute(form, put);
        const allowed = { low: { value: ZERO, after: strict }, high: undefined };
        if (!polynomial.isConstant(next)) left.push({ form: next, strict });
        else if (!contains(allowed, polynomial.constantTerm(next))) refuted = true;
      }
      if (!refuted) yield* this.#search(left, rest, new Map([...values, [variable, value]]), bases);
    }
  }
}

/** First the simplest of each group together, then each group's others in turn. */
function combine(groups: readonly (readonly Assignment[])[], limit: number): readonly Assignment[] {
  const join = (choice: (list: readonly Assignment[], group: number) => Assignment | undefined): Assignment =>
    new Map(groups.flatMap((list, group) => [...(choice(list, group) ?? [])]));
  const cases = [join((list) => list[0])];
  for (const [group, list] of groups.entries())
    for (const other of list.slice(1)) {
      if (cases.length >= limit) return cases;
      cases.push(join((first, index) => (index === group ? other : first[0])));
    }
  return cases;
}
