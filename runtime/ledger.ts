/** Weighing a policy with all its clauses in view: what is missing, what is beaten, what lies out of its period. */
import { clausesOf, decideOutcome, forceOf, REFERENCE_DATE } from "./decide.ts";
import type { Rule, Verdict } from "./decide.ts";
import type { Result } from "./results.ts";
import { mergeAll, missing, Obstacle } from "./values.ts";
import type { Period, Text, Truth, Value } from "./values.ts";

/** All that a clause says besides its condition. */
export interface Clause {
  /** Where it is not the last part of the id. */
  readonly name?: string;
  readonly quotations?: readonly string[];
  readonly assumptions?: readonly string[];
  /** Ids of the clauses named after 例外于. */
  readonly exceptionTo?: readonly string[];
  readonly period?: Period;
  /** 否则: holds where no other clause for the outcome does. */
  readonly otherwise?: boolean;
  readonly results: Readonly<Record<string, Result>>;
}

/** What the clauses of a generated module report to, where the quick way will not do. */
export interface Ledger {
  clause(id: string, truth: Truth, clause: Clause): void;
  /** Decides an outcome that clauses give; `found` is what the clauses heard last would give. */
  settle<V extends Value>(outcome: string, found: V): V;
  /** Takes note of an outcome that a formula gives. */
  derive(outcome: string, reads: readonly string[], period?: Period): void;
}

/** The values of one evaluation by term name. */
export type Facts = Record<string, Value>;

/** Of each outcome: what it is where no clause gives it, and whether it is an action. */
export type Grounds = Readonly<Record<string, { readonly none: Obstacle; readonly isAction: boolean }>>;

export class Weighing implements Ledger {
  readonly verdicts = new Map<string, Verdict>();
  #rules = new Map<string, Rule[]>();

  constructor(
    readonly facts: Facts,
    readonly grounds: Grounds,
    /** Each clause's place in the author's order. */
    readonly places: ReadonlyMap<string, number>,
    /** The one outcome to weigh, where all are decided and only its reasons are asked for. */
    readonly only?: string,
  ) {}

  /** Before each run through the clauses. */
  open(): void {
    this.#rules = new Map();
  }

  clause(id: string, truth: Truth, clause: Clause): void {
    if (this.only !== undefined && clause.results[this.only] === undefined) return;
    const force = forceOf(clause.period, this.facts[REFERENCE_DATE] as Text | undefined);
    const place = this.places.get(id) ?? 0;
    for (const [outcome, result] of Object.entries(clause.results)) {
      const beats = result.beats ?? clause.exceptionTo ?? [];
      const rule: Rule = { ...result, clause: id, place, truth, force, otherwise: clause.otherwise ?? false, beats };
      const rules = this.#rules.get(outcome);
      if (rules === undefined) this.#rules.set(outcome, [rule]);
      else rules.push(rule);
    }
  }

  settle<V extends Value>(outcome: string, _found: V): V {
    if (this.only !== undefined && outcome !== this.only) return this.facts[outcome] as V;
    const ground = this.grounds[outcome];
    if (ground === undefined) throw new Error(`no outcome is called ${outcome}`);
    const verdict = decideOutcome(this.#rules.get(outcome) ?? [], ground.none, ground.isAction);
    this.verdicts.set(outcome, verdict);
    return verdict.value as V;
  }

  derive(outcome: string, reads: readonly string[], period?: Period): void {
    const force = forceOf(period, this.facts[REFERENCE_DATE] as Text | undefined);
    const found = this.facts[outcome] ?? missing([]);
    const value =
      force.kind === "out"
        ? new Obstacle({ status: "notInForce", period: force.period, phase: force.phase, clauses: [] })
        : force.kind === "unknown"
          ? (mergeAll([missing([REFERENCE_DATE]), found]) ?? found)
          : found;
    const clauses =
      value instanceof Obstacle ? clausesOf(value) : reads.flatMap((name) => this.verdicts.get(name)?.clauses ?? []);
    this.facts[outcome] = value;
    this.verdicts.set(outcome, { value, clauses, modality: undefined, due: undefined, otherwise: undefined });
  }
}

export interface ClauseRecord {
  readonly id: string;
  readonly name: string;
  readonly quotations: readonly string[];
  readonly assumptions: readonly string[];
  readonly exceptionTo: readonly string[];
  readonly period?: Period;
}

/** One condition of a clause, with the outcomes that it gives and the clauses that it wins over there. */
interface Branch {
  readonly clause: string;
  readonly otherwise: boolean;
  readonly outcomes: readonly string[];
  readonly beats: readonly string[];
}

/** Hears every clause once, with no data given, so that what a clause is stands in one place: beside its code. */
export class Register implements Ledger {
  readonly clauses = new Map<string, ClauseRecord>();
  readonly branches: Branch[] = [];

  constructor(readonly policy: string) {}

  clause(id: string, _truth: Truth, clause: Clause): void {
    const { quotations = [], assumptions = [], exceptionTo = [], period } = clause;
    if (!this.clauses.has(id)) {
      const name = clause.name ?? id.slice(this.policy.length + 1);
      const record = { id, name, quotations, assumptions, exceptionTo };
      this.clauses.set(id, period === undefined ? record : { ...record, period });
    }
    const results = Object.entries(clause.results);
    this.branches.push({
      clause: id,
      otherwise: clause.otherwise ?? false,
      outcomes: results.map(([outcome]) => outcome),
      beats: results.flatMap(([, result]) => result.beats ?? exceptionTo),
    });
  }

  get outcomes(): ReadonlySet<string> {
    return new Set(this.branches.flatMap(({ outcomes }) => outcomes));
  }

  settle<V extends Value>(_outcome: string, found: V): V {
    return found;
  }

  derive(): void {}
}

/**
 * For the quick way, which takes branches in turn: the clauses after which no other can change anything, since none
 * that follows beats them and they give all that clauses give. Undefined where the quick way would be wrong: where a
 * clause is no such end, but beats one that follows.
 */
export function endsOf({ branches, outcomes }: Register): Readonly<Record<string, boolean>> | undefined {
  const ends: Record<string, boolean> = {};
  const last = new Map<string, number>();
  const lastBeating = new Map<string, number>();
  let lastOrdinary = -1;
  for (const [place, { clause, beats, otherwise }] of branches.entries()) {
    ends[clause] = true;
    last.set(clause, place);
    for (const beaten of beats) lastBeating.set(beaten, place);
    if (!otherwise) lastOrdinary = place;
  }
  for (const [place, branch] of branches.entries()) {
    const isBeaten = (lastBeating.get(branch.clause) ?? -1) > place || (branch.otherwise && lastOrdinary > place);
    if (isBeaten || branch.outcomes.length < outcomes.size) ends[branch.clause] = false;
  }
  const isSafe = branches.every(
    ({ clause, beats }, place) => ends[clause] === true || beats.every((beaten) => (last.get(beaten) ?? -1) < place),
  );
  return isSafe ? ends : undefined;
}
