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
const reserved = new Set(["policy", "outcomes", "targets", "constraints", "exact", "toJSON", "constructor"]);

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
  readonly #Answer: new (answers: Answers<F, R>, facts: F, weighing: Weighing | undefined) => LazyAnswer<F, R>;

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
    this.#Answer = class extends LazyAnswer<F, R> {};
    for (const type of Object.values(source.outcomes))
      if (!type.isImported && !reserved.has(type.name))
        Object.defineProperty(this.#Answer.prototype, type.name, {
          get(this: LazyAnswer<F, R>) {
            return this.outcome(type);
          },
          enumerable: true,
        });
  }

  /** Of facts decided the quick way. */
  decided(facts: F): R {
    return new this.#Answer(this, facts, undefined) as unknown as R;
  }

  /** Of facts weighed clause by clause. Refuses where a result that is needed would be divided by zero. */
  weighed(weighing: Weighing): R {
    const facts = weighing.facts as F;
    if (this.source.canFault) this.#refuseFaults(facts);
    return new this.#Answer(this, facts, weighing) as unknown as R;
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

abstract class LazyAnswer<F extends Facts, R> {
  readonly #answers: Answers<F, R>;
  readonly #facts: F;
  #weighing: Weighing | undefined;
  #outcomes: Readonly<Record<string, Outcome>> | undefined;
  #told: Map<string, Outcome> | undefined;

  constructor(answers: Answers<F, R>, facts: F, weighing: Weighing | undefined) {
    this.#answers = answers;
    this.#facts = facts;
    this.#weighing = weighing;
  }

  get policy(): string {
    return this.#answers.source.name;
  }

  /** All inputs and outcomes as exact counts of their smallest units, for loops that want no text. */
  get exact(): F {
    return this.#facts;
  }

  get outcomes(): Readonly<Record<string, Outcome>> {
    return (this.#outcomes ??= this.#tellOutcomes());
  }

  /** One outcome by itself. */
  outcome(type: OutcomeType): Outcome | undefined {
    const told = this.#outcomes?.[type.name] ?? this.#told?.get(type.name) ?? this.#tell(type);
    if (told !== undefined) (this.#told ??= new Map()).set(type.name, told);
    return told;
  }

  #tell(type: OutcomeType): Outcome | undefined {
    const weighing = this.#weighing ?? this.#answers.weighOnly(this.#facts, type.name);
    const verdict = weighing.verdicts.get(type.name);
    return verdict === undefined ? undefined : this.#answers.outcome(type, verdict);
  }

  #tellOutcomes(): Readonly<Record<string, Outcome>> {
    const { verdicts } = (this.#weighing ??= this.#answers.weigh(this.#facts));
    return Object.fromEntries(
      Object.values(this.#answers.source.outcomes).flatMap((type) => {
        const verdict = verdicts.get(type.name);
        return type.isImported || verdict === undefined ? [] : [[type.name, this.#answers.outcome(type, verdict)]];
      }),
    );
  }

  get targets(): Readonly<Record<string, RequirementResult>> {
    return this.#tellRequirements(this.#answers.source.targets ?? {});
  }

  get constraints(): Readonly<Record<string, RequirementResult>> {
    return this.#tellRequirements(this.#answers.source.constraints ?? {});
  }

  #tellRequirements(requirements: Requirements<F>): Readonly<Record<string, RequirementResult>> {
    return Object.fromEntries(
      Object.entries(requirements).map(([name, requirement]) => [
        name,
        this.#answers.requirement(requirement, this.#facts).result,
      ]),
    );
  }

  toJSON(): EvaluationResult {
    const { policy, outcomes, targets, constraints } = this;
    return { policy, outcomes, targets, constraints };
  }
}
