/** Which of an outcome's rules decide it, and what they decide. */
import type { Modality } from "./contract.ts";
import { dayNumber } from "./dates.ts";
import { drawObstacle } from "./results.ts";
import type { Result } from "./results.ts";
import { isSame } from "./truth.ts";
import { mergeAll, mergeAny, missing, Obstacle } from "./values.ts";
import type { Period, Text, Truth, Value } from "./values.ts";

export const REFERENCE_DATE = "基准日";

/** Whether something with a period is in force on 基准日. */
export type Force =
  | { readonly kind: "in" | "unknown" }
  | { readonly kind: "out"; readonly period: Period; readonly phase: "before" | "after"; readonly days: number };

export function forceOf(period: Period | undefined, reference: Text | undefined): Force {
  if (period === undefined) return { kind: "in" };
  if (typeof reference !== "string") return { kind: "unknown" };
  const { from, to } = period;
  if (reference < from) return { kind: "out", period, phase: "before", days: dayNumber(from) - dayNumber(reference) };
  if (to !== undefined && reference > to)
    return { kind: "out", period, phase: "after", days: dayNumber(reference) - dayNumber(to) };
  return { kind: "in" };
}

/** One way to one outcome, as it stands with the data given. */
export interface Rule extends Result {
  readonly clause: string;
  /** The clause's place in the author's order. */
  readonly place: number;
  /** Which statement of the policy it comes from: those that share one draw on a pool together. */
  readonly line: number;
  readonly truth: Truth;
  readonly force: Force;
  readonly otherwise: boolean;
  readonly beats: readonly string[];
}

export interface Verdict {
  readonly value: Value;
  /** Those that decided, in the author's order. */
  readonly clauses: readonly string[];
  readonly modality: Modality | undefined;
  readonly due: string | undefined;
  /** What would hold without the exception, where 可 leaves that open. */
  readonly otherwise: Value | undefined;
  /** The rules that give the value, in the author's order; none for formulas and obstacles. */
  readonly granting: readonly Rule[];
}

const isHolding = ({ force, truth }: Rule): boolean => force.kind === "in" && truth === true;

/** It may hold: some of what would tell is not there. */
const isPossible = (rule: Rule): boolean => rule.force.kind !== "out" && rule.truth !== false && !isHolding(rule);

const obstacleOf = ({ force, truth }: Rule): Obstacle =>
  mergeAny([...(force.kind === "unknown" ? [missing([REFERENCE_DATE])] : []), truth]) ?? missing([]);

/** What keeps a rule's result from being told; undefined where it is known. */
function resultObstacle({ value, due, draws = [], clause }: Rule): Obstacle | undefined {
  const obstacles = draws.map((draw) => drawObstacle(draw, clause)).filter((obstacle) => obstacle !== undefined);
  return mergeAll([value, ...(due === undefined ? [] : [due]), ...obstacles]);
}

/** 应当 and 可 differ only in strength; 不得 and 无需 are other things altogether. */
const direction = ({ modality }: Rule): string => (modality === "may" ? "must" : modality);

/** The same in value, deadline and direction: both may decide. */
const agree = (a: Rule, b: Rule): boolean =>
  resultObstacle(a) === undefined &&
  resultObstacle(b) === undefined &&
  a.due === b.due &&
  direction(a) === direction(b) &&
  isSame(a.value, b.value);

/** The holding rules that no other holding rule beats. */
function unbeaten(rules: readonly Rule[]): readonly Rule[] {
  const holding = rules.filter(isHolding);
  const beaten = new Set(holding.flatMap(({ beats }) => beats));
  return holding.filter(({ clause }) => !beaten.has(clause));
}

/** Possible rules that may stand in the winners' place. */
const challengersOf = (rules: readonly Rule[], winners: readonly Rule[]): readonly Rule[] =>
  rules.filter(
    (rule) => isPossible(rule) && (winners.length === 0 || winners.some(({ clause }) => rule.beats.includes(clause))),
  );

/**
 * Those that would change the answer: they would give another, or would beat one that would. Where there is no answer
 * yet, or more than one, all would.
 */
function rivalsOf(challengers: readonly Rule[], winners: readonly Rule[]): readonly Rule[] {
  const [answer] = winners;
  if (answer === undefined || !winners.every((winner) => agree(winner, answer))) return challengers;
  const differing = challengers.filter((rule) => !agree(rule, answer));
  return challengers.filter((rule) => differing.some((other) => other === rule || rule.beats.includes(other.clause)));
}

const inAuthorsOrder = (rules: readonly Rule[]): readonly string[] => [
  ...new Set(rules.toSorted((a, b) => a.place - b.place).map(({ clause }) => clause)),
];

const standstill = (obstacle: Obstacle, clauses: readonly string[] = clausesOf(obstacle)): Verdict => ({
  value: obstacle,
  clauses,
  modality: undefined,
  due: undefined,
  otherwise: undefined,
  granting: [],
});

/** The clauses that an obstacle itself names. */
export const clausesOf = ({ trouble }: Obstacle): readonly string[] =>
  trouble.status === "conflict" || trouble.status === "notInForce" || trouble.status === "exhausted"
    ? trouble.clauses
    : [];

/** Decides an outcome; `none` is the answer where no rule does. */
export function decideOutcome(rules: readonly Rule[], none: Obstacle, isAction: boolean): Verdict {
  const verdict = decide(rules, none);
  if (isAction || verdict.modality !== "may") return verdict;
  const exceptions = rules.filter(
    (rule) => isHolding(rule) && verdict.clauses.includes(rule.clause) && rule.beats.length > 0,
  );
  if (exceptions.length === 0) return verdict;
  const { value } = decide(
    rules.filter((rule) => !exceptions.includes(rule)),
    none,
  );
  const isSingle = typeof value !== "object" || value.kind === "fraction";
  return isSingle ? { ...verdict, otherwise: value } : verdict;
}

function decide(rules: readonly Rule[], none: Obstacle): Verdict {
  const ordinary = rules.filter(({ otherwise }) => !otherwise);
  const winners = unbeaten(ordinary);
  const challengers = challengersOf(ordinary, winners);
  if (winners.length > 0) return settle(winners, rivalsOf(challengers, winners));
  const fallbacks = rules.filter(({ otherwise }) => otherwise);
  const fallback = unbeaten(fallbacks);
  // An open rule that would give what 否则 gives leaves nothing open.
  const open = [...rivalsOf(challengers, fallback), ...rivalsOf(challengersOf(fallbacks, fallback), fallback)];
  if (fallback.length > 0 || open.length > 0) return settle(fallback, open);
  return outOfForce(rules) ?? standstill(none);
}

/** The winners' answer, unless a rival leaves it open. */
function settle(winners: readonly Rule[], rivals: readonly Rule[]): Verdict {
  const obstacle = mergeAny(rivals.map(obstacleOf));
  if (obstacle === undefined) return conclude(winners);
  const { trouble } = obstacle;
  if (trouble.status !== "missing") return standstill(obstacle);
  const lacking = [...rivals, ...winners].flatMap((rule) => {
    const lack = resultObstacle(rule)?.trouble;
    return lack?.status === "missing" ? lack.needs : [];
  });
  return standstill(missing([...new Set([...trouble.needs, ...lacking])], trouble.reason));
}

function conclude(winners: readonly Rule[]): Verdict {
  const clauses = inAuthorsOrder(winners);
  const known = winners.filter((rule) => resultObstacle(rule) === undefined);
  const [first] = known;
  const isDiffering = first !== undefined && known.some((rule) => !agree(rule, first));
  const obstacles = winners.map(resultObstacle).filter((obstacle) => obstacle !== undefined);
  if (isDiffering) obstacles.push(new Obstacle({ status: "conflict", clauses }));
  const obstacle = mergeAll(obstacles);
  if (obstacle !== undefined || first === undefined) {
    const state = obstacle ?? missing([]);
    const named = clausesOf(state);
    return standstill(state, named.length > 0 ? named : clauses);
  }
  const modality = known.some((rule) => rule.modality === "must") ? "must" : first.modality;
  const due = typeof first.due === "string" ? first.due : undefined;
  return { value: first.value, clauses, modality, due, otherwise: undefined, granting: known };
}

/** Of periods that are equally near, the one that begins, then ends, first is named. */
const periodKey = ({ from, to }: { readonly from: string; readonly to?: string | undefined }): string =>
  `${from} ${to ?? "~"}`;

/** No rule in force holds, but one out of its period would: the nearest such period, the coming one before the past. */
function outOfForce(rules: readonly Rule[]): Verdict | undefined {
  const candidates = rules
    .flatMap((rule) => (rule.force.kind === "out" && rule.truth !== false ? [{ rule, force: rule.force }] : []))
    .toSorted(
      (a, b) =>
        a.force.days - b.force.days ||
        (a.force.phase === b.force.phase ? 0 : a.force.phase === "before" ? -1 : 1) ||
        (periodKey(a.force.period) < periodKey(b.force.period) ? -1 : 1),
    );
  const nearest = candidates.find(({ rule }) => rule.truth === true);
  const { period, phase } = nearest?.force ?? {};
  const isNearest = ({ force }: (typeof candidates)[number]): boolean =>
    force.period.from === period?.from && force.period.to === period?.to;
  const unclear = candidates
    .slice(0, nearest === undefined ? undefined : candidates.indexOf(nearest))
    .filter((candidate) => !isNearest(candidate));
  const obstacle = mergeAny(unclear.map(({ rule }) => rule.truth));
  if (obstacle !== undefined) return standstill(obstacle);
  if (period === undefined || phase === undefined) return undefined;
  const deciding = candidates.filter((candidate) => isNearest(candidate) && candidate.rule.truth === true);
  const clauses = inAuthorsOrder(deciding.map(({ rule }) => rule));
  return standstill(new Obstacle({ status: "notInForce", period, phase, clauses }));
}
