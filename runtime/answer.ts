/**
 * Answers: what `evaluate` returns. Everything is decided when it returns; texts and the clauses behind a value are
 * worked out when they are asked for.
 */
import type { EvaluationResult, Outcome, RequirementResult } from "./contract.ts";
import type { Verdict } from "./decide.ts";
import { InputError } from "./faults.ts";
import type { ClauseRecord, Facts, Weighing } from "./ledger.ts";
import type { OutcomeType } from "./outcome.ts";
import type { PolicySource } from "./policy.ts";
import { evaluateRequirement } from "./requirement.ts";
import type { RequirementOutcome, RequirementType } from "./requirement.ts";
import { knownText, modalityWords, plainValue, troubleText } from "./text.ts";
import { Elsewhere, Interval, mergeAny, Obstacle, Options } from "./values.ts";
import type { Scalar, Trouble } from "./values.ts";

/** Names that an answer keeps for itself; outcomes of these names are found under `outcomes`. */
const reserved = new Set([
  "policy",
  "outcome",
  "outcomes",
  "targets",
  "constraints",
  "exact",
  "answers",
  "toJSON",
  "constructor",
]);

export type Requirements<F> = Readonly<Record<string, RequirementType<F>>>;

/** What `evaluate` returns: every outcome by its name, and all of them together as the JSON contract has it. */
export type Answer<O, T extends string, C extends string, F> = Omit<
  O,
  "policy" | "outcomes" | "targets" | "constraints" | "exact" | "toJSON"
> & {
  readonly policy: string;
  readonly outcomes: Readonly<O>;
  readonly targets: Readonly<Record<T, RequirementResult>>;
  readonly constraints: Readonly<Record<C, RequirementResult>>;
  /** All values, quantities as exact counts of their smallest units: for loops that want no text. */
  readonly exact: Readonly<F>;
  toJSON(): EvaluationResult;
};

/** Makes the answers of one policy. */
export class Answers<F extends Facts, R> {
  readonly source: PolicySource<F>;
  readonly #weigh: (facts: F, only?: string) => Weighing;
  readonly #ruled: ReadonlySet<string>;
  readonly #inputs: readonly string[];
  readonly #clauses: ReadonlyMap<string, { readonly place: number; readonly name: string }>;
  /** Where an answer holds what it is made of. */
  readonly FACTS: typeof FACTS = FACTS;
  readonly TOLD: typeof TOLD = TOLD;
  readonly Answer: new (facts: F, weighing?: Weighing) => LazyAnswer<F>;

  /** `ruled`: the outcomes that clauses give. */
  constructor(
    source: PolicySource<F>,
    clauses: readonly ClauseRecord[],
    ruled: ReadonlySet<string>,
    weigh: (facts: F, only?: string) => Weighing,
  ) {
    this.source = source;
    this.#weigh = weigh;
    this.#ruled = ruled;
    this.#inputs = Object.values(source.inputs).map(({ name }) => name);
    this.#clauses = new Map(clauses.map(({ id, name }, place) => [id, { place, name }]));
    this.Answer = answerOf<F, R>(this);
    for (const type of Object.values(source.outcomes))
      if (!type.isImported && !reserved.has(type.name))
        Object.defineProperty(this.Answer.prototype, type.name, {
          get(this: LazyAnswer<F>) {
            return this.outcome(type);
          },
          enumerable: true,
        });
  }

  /** Refuses where a result that is needed would be divided by zero. */
  weighed(weighing: Weighing): R {
    const facts = weighing.facts as F;
    this.#refuseFaults(facts);
    return new this.Answer(facts, weighing) as unknown as R;
  }

  #refuseFaults(facts: F): void {
    const { outcomes, targets = {}, constraints = {} } = this.source;
    const requirements = [...Object.values(targets), ...Object.values(constraints)].map((requirement) =>
      this.requirement(requirement, facts),
    );
    const obstacle = mergeAny([
      ...Object.values(outcomes).flatMap(({ name, isImported }) => (isImported ? [] : [facts[name] ?? true])),
      ...requirements.map(({ verdict }) => verdict),
      ...requirements.map(({ condition }) => condition),
    ]);
    if (obstacle?.trouble.status !== "fault") return;
    const { faults } = obstacle.trouble;
    throw new InputError(
      faults.filter(({ message }, index) => faults.findIndex((other) => other.message === message) === index),
    );
  }

  weigh(facts: F): Weighing {
    return this.#weigh(facts);
  }

  /** The reasons of one outcome among facts that are decided: no more is weighed than it takes. */
  weighOnly(facts: F, outcome: string): Weighing {
    return this.#weigh(facts, this.#ruled.has(outcome) ? outcome : undefined);
  }

  requirement(requirement: RequirementType<F>, facts: F): RequirementOutcome {
    return evaluateRequirement(requirement, facts, (needs) => this.#inInputOrder(needs));
  }

  outcome({ name, kind }: OutcomeType, verdict: Verdict): Outcome {
    const { value, modality, due, otherwise } = verdict;
    const placeOf = (id: string): number => this.#clauses.get(id)?.place ?? 0;
    const clauses = [...new Set(verdict.clauses)].toSorted((a, b) => placeOf(a) - placeOf(b));
    if (value instanceof Obstacle) return this.#trouble(value.trouble, clauses);
    const unit = kind.kind === "quantity" ? { unit: kind.unit } : {};
    const manner = {
      ...(modality === undefined ? {} : { modality }),
      ...(due === undefined ? {} : { due }),
      ...(otherwise === undefined ? {} : { otherwise: plainValue(otherwise as Scalar, kind) }),
    };
    const withDue = (text: string): string => (due === undefined ? text : `${text}, 期限 ${due}`);
    if (value instanceof Options) {
      const text = withDue(`择一 ${value.options.join("、")}`);
      return { status: "determined", value: true, text, ...manner, options: value.options, clauses };
    }
    if (value instanceof Elsewhere)
      return {
        status: "determined",
        value: true,
        text: withDue("另行规定"),
        ...manner,
        elsewhere: value.text,
        clauses,
      };
    if (value instanceof Interval) {
      const [min, max] = [value.low, value.high].map((end) => String(plainValue(end, kind)));
      const text = withDue(knownText(value, kind));
      return { status: "discretion", min: min ?? "", max: max ?? "", ...unit, text, ...manner, clauses };
    }
    if (kind.kind === "action") {
      const text = withDue(`${modality === undefined ? "" : modalityWords[modality]}${name}`);
      return { status: "determined", value: true, text, ...manner, clauses };
    }
    const text = withDue(knownText(value, kind));
    return { status: "determined", value: plainValue(value as Scalar, kind), ...unit, text, ...manner, clauses };
  }

  #trouble(trouble: Trouble, clauses: readonly string[]): Outcome {
    const sorted = trouble.status === "missing" ? { ...trouble, needs: this.#inInputOrder(trouble.needs) } : trouble;
    const text = troubleText(sorted, (id) => this.#clauses.get(id)?.name ?? id);
    switch (sorted.status) {
      case "conflict":
        return { status: "conflict", text, clauses };
      case "notInForce":
        return { status: "notInForce", ...sorted.period, text, clauses };
      case "notApplicable":
        return { status: "notApplicable", reason: sorted.reason, text, clauses };
      case "exhausted": {
        const { pool, remaining, unit } = sorted;
        return { status: "exhausted", pool, remaining, unit, text, clauses };
      }
      case "missing": {
        const { needs, reason } = sorted;
        return {
          status: "missing",
          needs,
          ...(needs.length > 0 || reason === undefined ? {} : { reason }),
          text,
          clauses,
        };
      }
      case "fault":
        throw new InputError(sorted.faults);
    }
  }

  #inInputOrder(needs: readonly string[]): readonly string[] {
    return this.#inputs.filter((name) => needs.includes(name));
  }
}

/** What has been worked out of an answer. */
interface Told {
  weighing: Weighing | undefined;
  outcomes: Readonly<Record<string, Outcome>> | undefined;
  readonly single: Map<string, Outcome>;
}

/** Held under symbols, so that an answer shows nothing but outcomes; few, since most answers are asked little. */
const FACTS = Symbol("facts");
const TOLD = Symbol("told");

interface LazyAnswer<F> extends EvaluationResult {
  readonly exact: F;
  /** One outcome by itself. */
  outcome(type: OutcomeType): Outcome | undefined;
  toJSON(): EvaluationResult;
}

/** A class for each policy: what makes answers knows its shape, and inherits nothing that takes time. */
function answerOf<F extends Facts, R>(answers: Answers<F, R>): new (facts: F, weighing?: Weighing) => LazyAnswer<F> {
  const { name, outcomes: types, targets = {}, constraints = {} } = answers.source;
  const toldOf = (answer: Answer): Told =>
    (answer[TOLD] ??= { weighing: undefined, outcomes: undefined, single: new Map() });

  function tellOne(answer: Answer, type: OutcomeType): Outcome | undefined {
    const weighing = toldOf(answer).weighing ?? answers.weighOnly(answer[FACTS], type.name);
    const verdict = weighing.verdicts.get(type.name);
    return verdict === undefined ? undefined : answers.outcome(type, verdict);
  }

  function tellAll(answer: Answer): Readonly<Record<string, Outcome>> {
    const { verdicts } = (toldOf(answer).weighing ??= answers.weigh(answer[FACTS]));
    return Object.fromEntries(
      Object.values(types).flatMap((type) => {
        const verdict = verdicts.get(type.name);
        return type.isImported || verdict === undefined ? [] : [[type.name, answers.outcome(type, verdict)]];
      }),
    );
  }

  const tellRequirements = (
    answer: Answer,
    requirements: Requirements<F>,
  ): Readonly<Record<string, RequirementResult>> =>
    Object.fromEntries(
      Object.entries(requirements).map(([requirement, type]) => [
        requirement,
        answers.requirement(type, answer[FACTS]).result,
      ]),
    );

  class Answer {
    declare readonly [FACTS]: F;
    declare [TOLD]: Told | undefined;

    constructor(facts: F, weighing?: Weighing) {
      this[FACTS] = facts;
      this[TOLD] = weighing === undefined ? undefined : { weighing, outcomes: undefined, single: new Map() };
    }

    get policy(): string {
      return name;
    }

    /** All inputs and outcomes as exact counts of their smallest units, for loops that want no text. */
    get exact(): F {
      return this[FACTS];
    }

    get outcomes(): Readonly<Record<string, Outcome>> {
      return (toldOf(this).outcomes ??= tellAll(this));
    }

    outcome(type: OutcomeType): Outcome | undefined {
      const { outcomes, single } = toldOf(this);
      const told = outcomes?.[type.name] ?? single.get(type.name) ?? tellOne(this, type);
      if (told !== undefined) single.set(type.name, told);
      return told;
    }

    get targets(): Readonly<Record<string, RequirementResult>> {
      return tellRequirements(this, targets);
    }

    get constraints(): Readonly<Record<string, RequirementResult>> {
      return tellRequirements(this, constraints);
    }

    /** What `console.log` shows in Node: the answer, not how it is held. */
    [Symbol.for("nodejs.util.inspect.custom")](): EvaluationResult {
      return this.toJSON();
    }

    toJSON(): EvaluationResult {
      const { policy, outcomes } = this;
      return { policy, outcomes, targets: this.targets, constraints: this.constraints };
    }
  }
  return Answer;
}
