/** Weighing a policy with all its clauses in view: what is missing, what is beaten, what lies out of its period. */
import { clausesOf, decideOutcome, forceOf, REFERENCE_DATE } from "./decide.ts";
import type { Rule, Verdict } from "./decide.ts";
import { plus } from "./exact.ts";
import type { Result } from "./results.ts";
import { and } from "./truth.ts";
import { mergeAll, missing, Obstacle } from "./values.ts";
import type { Exact, Period, Text, Truth, Value } from "./values.ts";

/** All that a clause says besides its condition. */
export interface Clause {
  /** Where it is not the last part of the id. */
  readonly name?: string;
  readonly quotations?: readonly string[];
  readonly assumptions?: readonly string[];
  /** Ids of the clauses named after 例外于. */
  readonly exceptionTo?: readonly string[];
  readonly period?: Period;
  /** Whether it is the law: an amendment brought it, or ends it. */
  readonly law?: Truth;
  /** 否则: holds where no other clause for the outcome does. */
  readonly otherwise?: boolean;
  readonly results: Readonly<Record<string, Result>>;
}

/** What the clauses of a generated module report to. */
export interface Ledger {
  clause(id: string, truth: Truth, clause: Clause): void;
  /** Decides an outcome that clauses give. */
  settle<V extends Value>(outcome: string): V;
  /** Takes note of an outcome that a formula gives. */
  derive<V extends Value>(outcome: string, found: V, reads: readonly string[], period?: Period): V;
}

/** The values of one evaluation by term name. */
export type Facts = Record<string, Value>;

/** Facts while they are worked out. */
export type Open<F> = { -readonly [Name in keyof F]: F[Name] };

/** Of each outcome: what it is where no clause gives it, and whether it is an action. */
export type Grounds = Readonly<Record<string, { readonly none: Obstacle; readonly isAction: boolean }>>;

export class Weighing implements Ledger {
  readonly verdicts = new Map<string, Verdict>();
  #rules = new Map<string, Rule[]>();
  #lines = 0;

  constructor(
    readonly facts: Facts,
    readonly grounds: Grounds,
    /** Each clause's place in the author's order. */
    readonly places: ReadonlyMap<string, number>,
    /** The one outcome to weigh, where all are decided and only its reasons are asked for. */
    readonly only?: string,
    /** What rows before have drawn from each pool beyond its 已用, in its smallest units. */
    readonly drawn?: ReadonlyMap<string, Exact>,
  ) {}

  /** Before each run through the clauses. */
  open(): void {
    this.#rules = new Map();
    this.#lines = 0;
  }

  clause(id: string, truth: Truth, clause: Clause): void {
    if (this.only !== undefined && clause.results[this.only] === undefined) return;
    const force = forceOf(clause.period, this.facts[REFERENCE_DATE] as Text | undefined);
    const place = this.places.get(id) ?? 0;
    const { otherwise = false, law } = clause;
    const holds = law === undefined ? truth : and(law, truth);
    const { drawn } = this;
    const line = (this.#lines += 1);
    for (const outcome of Object.keys(clause.results)) {
      const told = clause.results[outcome];
      if (told === undefined) continue;
      const { modality, value, due, draws, beats = clause.exceptionTo ?? [] } = told;
      // Spelled out: to spread a result here takes longer than all else that an evaluation does.
      const rule: Rule = {
        modality,
        value,
        due,
        draws:
          drawn === undefined
            ? draws
            : draws?.map((draw) => ({ ...draw, used: plus(draw.used, drawn.get(draw.pool) ?? 0) })),
        clause: id,
        place,
        line,
        truth: holds,
        force,
        otherwise,
        beats,
      };
      const rules = this.#rules.get(outcome);
      if (rules === undefined) this.#rules.set(outcome, [rule]);
      else rules.push(rule);
    }
  }

  settle<V extends Value>(outcome: string): V {
    if (this.only !== undefined && outcome !== this.only) return this.facts[outcome] as V;
    const ground = this.grounds[outcome];
    if (ground === undefined) throw new Error(`no outcome is called ${outcome}`);
    const verdict = decideOutcome(this.#rules.get(outcome) ?? [], ground.none, ground.isAction);
    this.verdicts.set(outcome, verdict);
    return verdict.value as V;
  }

  derive<V extends Value>(outcome: string, found: V, reads: readonly string[], period?: Period): V {
    const force = forceOf(period, this.facts[REFERENCE_DATE] as Text | undefined);
    const value: Value =
      force.kind === "out"
        ? new Obstacle({ status: "notInForce", period: force.period, phase: force.phase, clauses: [] })
        : force.kind === "unknown"
          ? (mergeAll([missing([REFERENCE_DATE]), found]) ?? found)
          : found;
    const clauses =
      value instanceof Obstacle ? clausesOf(value) : reads.flatMap((name) => this.verdicts.get(name)?.clauses ?? []);
    this.verdicts.set(outcome, {
      value,
      clauses,
      modality: undefined,
      due: undefined,
      otherwise: undefined,
      granting: [],
    });
    return value as V;
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

/** Hears every clause once, with no data given, so that what a clause is stands in one place: beside its condition. */
export class Register implements Ledger {
  readonly clauses = new Map<string, ClauseRecord>();
  /** Those that clauses give. */
  readonly outcomes = new Set<string>();

  constructor(readonly policy: string) {}

  clause(id: string, _truth: Truth, clause: Clause): void {
    for (const outcome of Object.keys(clause.results)) this.outcomes.add(outcome);
    if (this.clauses.has(id)) return;
    const { quotations = [], assumptions = [], exceptionTo = [], period } = clause;
    const name = clause.name ?? id.slice(this.policy.length + 1);
    const record = { id, name, quotations, assumptions, exceptionTo };
    this.clauses.set(id, period === undefined ? record : { ...record, period });
  }

  settle<V extends Value>(): V {
    return missing([]) as Value as V;
  }

  derive<V extends Value>(_outcome: string, found: V): V {
    return found;
  }
}
