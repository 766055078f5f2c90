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
  readonly #weigh: (facts: F) => Weighing;
  readonly #order: { readonly clauses: readonly string[]; readonly inputs: readonly string[] };
  readonly #names: ReadonlyMap<string, string>;
  readonly #Answer: new (answers: Answers<F, R>, facts: F, weighing: Weighing | undefined) => LazyAnswer<F, R>;

  constructor(source: PolicySource<F>, clauses: readonly ClauseRecord[], weigh: (facts: F) => Weighing) {
    this.source = source;
    this.#weigh = weigh;
    this.#order = {
      clauses: clauses.map(({ id }) => id),
      inputs: Object.values(source.inputs).map(({ name }) => name),
    };
    this.#names = new Map(clauses.map(({ id, name }) => [id, name]));
    this.#Answer = class extends LazyAnswer<F, R> {};
    for (const { name, isImported } of Object.values(source.outcomes))
      if (!isImported && !reserved.has(name))
        Object.defineProperty(this.#Answer.prototype, name, {
          get(this: LazyAnswer<F, R>) {
            return this.outcomes[name];
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

  requirement(requirement: RequirementType<F>, facts: F): RequirementOutcome {
    return evaluateRequirement(requirement, facts, (needs) => this.#order.inputs.filter((name) => needs.includes(name)));
  }

  outcome({ name, kind }: OutcomeType, verdict: Verdict): Outcome {
    const { value, modality, due, otherwise } = verdict;
    const clauses = this.#order.clauses.filter((id) => verdict.clauses.includes(id));
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
      return { status: "determined", value: true, text: withDue("另行规定"), ...manner, elsewhere: value.text, clauses };
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
    const nameOf = (id: string): string => this.#names.get(id) ?? id;
    const sorted = this.#sorted(trouble);
    const text = troubleText(sorted, nameOf);
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
        return { status: "missing", needs, ...(needs.length > 0 || reason === undefined ? {} : { reason }), text, clauses };
      }
      case "fault":
        throw new InputError(sorted.faults);
    }
  }

  #sorted(trouble: Trouble): Trouble {
    if (trouble.status === "missing")
      return { ...trouble, needs: this.#order.inputs.filter((name) => trouble.needs.includes(name)) };
    return trouble;
  }
}

abstract class LazyAnswer<F extends Facts, R> {
  readonly #answers: Answers<F, R>;
  readonly #facts: F;
  #weighing: Weighing | undefined;
  #outcomes: Readonly<Record<string, Outcome>> | undefined;

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
