/** Which rules decide an outcome, and what they decide. */
import type { Modality, Outcome, Period, Value } from "../lowered.ts";
import { inAuthorsOrder, type Environment } from "./environment.ts";
import type { OutcomeEvaluation, RuleEvaluation } from "./evaluation.ts";
import { evaluateExpression } from "./expression.ts";
import { outcomesRead } from "./reads.ts";
import {
  agree,
  evaluateRule,
  grantOf,
  isHolding,
  isPossible,
  obstacleOf,
  type Grant,
  type KnownGrant,
} from "./rule.ts";
import { forceOf } from "./period.ts";
import {
  isKnown,
  isTrue,
  isUndetermined,
  mergeAll,
  mergeAny,
  missing,
  type State,
  type Undetermined,
} from "./state.ts";
import { REFERENCE_DATE } from "../lowered.ts";

/** Works out one outcome; those that it reads must have been worked out before. */
export function evaluateOutcome(outcome: Outcome, environment: Environment): OutcomeEvaluation {
  if (outcome.formula !== undefined) return evaluateFormula(outcome, environment);
  const rules = outcome.rules.map((rule) => evaluateRule(rule, environment));
  const verdict = decide(rules, outcome, environment);
  return { outcome, rules, otherwise: otherwiseOf(verdict, rules, outcome, environment), ...verdict };
}

function evaluateFormula(outcome: Outcome, environment: Environment): OutcomeEvaluation {
  const { formula } = outcome;
  if (formula === undefined) throw new Error(`${outcome.name} has no formula`);
  const read = [...outcomesRead(formula, environment)];
  const clauses = read.flatMap((name) => environment.outcomeEvaluations.get(name)?.clauses ?? []);
  const force = forceOf(outcome.period, environment);
  const value = evaluateExpression(formula, environment);
  const state: State =
    force.kind === "out"
      ? { status: "notInForce", period: force.period, phase: force.phase, clauses: [] }
      : force.kind === "unknown"
        ? (mergeAll([missing([REFERENCE_DATE]), value]) ?? missing([REFERENCE_DATE]))
        : value;
  return {
    outcome,
    state,
    clauses: inAuthorsOrder(environment.program, isKnown(state) ? clauses : clausesOf(state)),
    modality: undefined,
    due: undefined,
    otherwise: undefined,
    rules: [],
    grants: [],
  };
}

/** The clauses that an obstacle itself names. */
const clausesOf = (state: State): readonly string[] =>
  state.status === "conflict" || state.status === "notInForce" || state.status === "exhausted" ? state.clauses : [];

interface Verdict {
  readonly state: State;
  readonly clauses: readonly string[];
  readonly modality: Modality | undefined;
  readonly due: string | undefined;
  readonly grants: readonly KnownGrant[];
}

const standstill = (state: Undetermined, environment: Environment): Verdict => ({
  state,
  clauses: inAuthorsOrder(environment.program, clausesOf(state)),
  modality: undefined,
  due: undefined,
  grants: [],
});

const beats = (a: RuleEvaluation, b: RuleEvaluation): boolean => a.rule.beats.includes(b.rule.clause);

/** The holding rules that no other holding rule beats. */
export function unbeaten(rules: readonly RuleEvaluation[]): readonly RuleEvaluation[] {
  const holding = rules.filter(isHolding);
  const beaten = new Set(holding.flatMap(({ rule }) => rule.beats));
  return holding.filter(({ rule }) => !beaten.has(rule.clause));
}

/**
 * Of the rules that may hold, those that could change the answer: they would give another value, or would beat one that
 * would. Where there is no answer yet, or a contradictory one, all of them could.
 */
function rivalsOf(
  possible: readonly RuleEvaluation[],
  winners: readonly RuleEvaluation[],
  environment: Environment,
): readonly RuleEvaluation[] {
  if (possible.length === 0) return [];
  const [answer, ...others] = winners.map(({ rule }) => grantOf(rule, environment));
  if (answer === undefined || !others.every((other) => agree(other, answer))) return possible;
  const differing = possible.filter(({ rule }) => !agree(grantOf(rule, environment), answer));
  return possible.filter((rule) => differing.some((other) => other === rule || beats(rule, other)));
}

function decide(rules: readonly RuleEvaluation[], outcome: Outcome, environment: Environment): Verdict {
  const ordinary = rules.filter(({ rule }) => !rule.otherwise);
  const fallbacks = rules.filter(({ rule }) => rule.otherwise);
  const possibleIn = (group: readonly RuleEvaluation[], winners: readonly RuleEvaluation[]) =>
    group.filter((rule) => isPossible(rule) && (winners.length === 0 || winners.some((winner) => beats(rule, winner))));

  const winners = unbeaten(ordinary);
  const exceptions = possibleIn(ordinary, winners);
  if (winners.length > 0) return settle(winners, rivalsOf(exceptions, winners, environment), environment);

  const fallback = unbeaten(fallbacks);
  const open = [
    ...rivalsOf(exceptions, fallback, environment),
    ...rivalsOf(possibleIn(fallbacks, fallback), fallback, environment),
  ];
  if (fallback.length > 0 || open.length > 0) return settle(fallback, open, environment);
  return outOfForce(rules, environment) ?? standstill(notApplicable(outcome), environment);
}

const notApplicable = (outcome: Outcome): Undetermined => ({
  status: "notApplicable",
  reason: `没有条款适用于这种情形,「${outcome.name}」不适用`,
});

/** The winners' answer, unless a rival leaves it open. */
function settle(
  winners: readonly RuleEvaluation[],
  rivals: readonly RuleEvaluation[],
  environment: Environment,
): Verdict {
  const obstacle = mergeAny(rivals.map(obstacleOf));
  if (obstacle === undefined)
    return conclude(
      winners.map(({ rule }) => grantOf(rule, environment)),
      environment,
    );
  if (obstacle.status !== "missing") return standstill(obstacle, environment);
  const lacking = [...rivals, ...winners].flatMap(({ rule }) => {
    const grant = grantOf(rule, environment);
    return grant.kind === "undetermined" && grant.state.status === "missing" ? grant.state.needs : [];
  });
  return standstill(missing([...obstacle.needs, ...lacking], obstacle.reason), environment);
}

function conclude(grants: readonly Grant[], environment: Environment): Verdict {
  const clauses = inAuthorsOrder(
    environment.program,
    grants.map(({ rule }) => rule.clause),
  );
  const known = grants.filter((grant) => grant.kind === "known");
  const [first] = known;
  const obstacles = grants.flatMap((grant) => (grant.kind === "undetermined" ? [grant.state] : []));
  const differing = first !== undefined && known.some((grant) => !agree(grant, first));
  const obstacle = mergeAll([...obstacles, ...(differing ? [{ status: "conflict", clauses } as const] : [])]);
  if (obstacle !== undefined || first === undefined) {
    const state = obstacle ?? missing([]);
    const named = clausesOf(state);
    const deciding = named.length > 0 ? inAuthorsOrder(environment.program, named) : clauses;
    return { state, clauses: deciding, modality: undefined, due: undefined, grants: [] };
  }
  const modality = known.some(({ rule }) => rule.modality === "must") ? "must" : first.rule.modality;
  return { state: first.value, clauses, modality, due: first.due, grants: known };
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of periods that are equally near, the one that begins, then ends, first: the order of clauses says nothing. */
const comparePeriods = (a: Period, b: Period): number =>
  byCodePoint(a.from, b.from) || byCodePoint(a.to ?? "~", b.to ?? "~");

/** No rule in force holds, but one out of its period would: the nearest such period, the coming one before the past. */
function outOfForce(rules: readonly RuleEvaluation[], environment: Environment): Verdict | undefined {
  const candidates = rules
    .flatMap(({ rule, force, condition }) =>
      force.kind === "out" && (isTrue(condition) || isUndetermined(condition)) ? [{ rule, force, condition }] : [],
    )
    .toSorted(
      (a, b) =>
        a.force.days - b.force.days ||
        (a.force.phase === b.force.phase ? 0 : a.force.phase === "before" ? -1 : 1) ||
        comparePeriods(a.force.period, b.force.period),
    );
  const nearest = candidates.find(({ condition }) => isTrue(condition));
  const samePeriod = candidates.filter(
    ({ force }) => force.period.from === nearest?.force.period.from && force.period.to === nearest.force.period.to,
  );
  const unclear = candidates
    .slice(0, nearest === undefined ? undefined : candidates.indexOf(nearest))
    .filter((candidate) => !samePeriod.includes(candidate));
  const obstacle = mergeAny(unclear.map(({ condition }) => condition));
  if (obstacle !== undefined) return standstill(obstacle, environment);
  if (nearest === undefined) return undefined;
  const { period, phase } = nearest.force;
  const clauses = samePeriod.filter(({ condition }) => isTrue(condition)).map(({ rule }) => rule.clause);
  return standstill({ status: "notInForce", period, phase, clauses }, environment);
}

/** 可 on an exception's value leaves the choice of what would hold without it. */
function otherwiseOf(
  verdict: Verdict,
  rules: readonly RuleEvaluation[],
  outcome: Outcome,
  environment: Environment,
): Value | undefined {
  if (outcome.type.kind === "action" || verdict.modality !== "may" || !isKnown(verdict.state)) return undefined;
  const exceptions = rules.filter(
    (evaluation) =>
      isHolding(evaluation) && verdict.clauses.includes(evaluation.rule.clause) && evaluation.rule.beats.length > 0,
  );
  if (exceptions.length === 0) return undefined;
  const without = decide(
    rules.filter((evaluation) => !exceptions.includes(evaluation)),
    outcome,
    environment,
  );
  return without.state.status === "determined" ? without.state.value : undefined;
}
