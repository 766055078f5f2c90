/** What a generated module hands over once, and what it gets back to answer with. */
import { Answers } from "./answer.ts";
import { OpenPools } from "./draw-down.ts";
import type { DrawnDown, PoolType } from "./draw-down.ts";
import { InputError } from "./faults.ts";
import { read } from "./input.ts";
import type { Inputs } from "./input.ts";
import { Register, Weighing } from "./ledger.ts";
import type { Facts, Ledger, Open } from "./ledger.ts";
import { metadataOf } from "./metadata.ts";
import type { Metadata } from "./metadata.ts";
import type { OutcomeType } from "./outcome.ts";
import type { RequirementType } from "./requirement.ts";
import { schemaOf } from "./schema.ts";
import type { Schema } from "./schema.ts";
import { specialize } from "./specialize.ts";
import type { QuickLimit } from "./specialize.ts";
import type { Exact, Value } from "./values.ts";

export interface PolicySource<F extends Facts> {
  readonly name: string;
  readonly document?: { readonly title: string; readonly paragraphs: readonly string[] };
  /** ISO date */
  readonly issued?: string;
  readonly responsible?: readonly string[];
  readonly inputs: Inputs;
  readonly definitions?: readonly { readonly name: string; readonly assumptions?: readonly string[] }[];
  readonly outcomes: Readonly<Record<string, OutcomeType>>;
  readonly targets?: Readonly<Record<string, RequirementType<F>>>;
  readonly constraints?: Readonly<Record<string, RequirementType<F>>>;
  readonly pools?: readonly PoolType[];
  /** Tells all clauses and formulas to the ledger, and notes in the facts what it makes of them. */
  weigh(facts: Open<F>, ledger: Ledger): void;
  /**
   * No two clauses that can both hold give different values without one being an exception to the other, and no
   * condition is left open once every input is given: then the first that holds may decide.
   */
  readonly isPlain: boolean;
  /** How often the clauses must be gone through until every outcome that one reads is settled. */
  readonly passes: number;
}

/** Where all of the input is given, nothing is missing from the answer. */
export interface Evaluate<Input, CompleteResult, Result> {
  /** Answers all outcomes; throws an InputError with every fault of the data. */
  (input: Input): CompleteResult;
  /** Answers all outcomes, as far as the data tells; throws an InputError with every fault of the data. */
  (input: Partial<Input>): Result;
}

export class Policy<Input extends Facts, Outcomes extends Facts, E, D = unknown> {
  readonly metadata: Metadata;
  readonly schema: Schema;
  readonly evaluate: E;
  readonly decide: (facts: Input) => Outcomes;
  /** What the quick way takes of each quantity; none where there is no quick way. */
  readonly quickLimits: readonly QuickLimit[] | undefined;
  readonly drawDown: D;
  /** Opens the pools for rows that come one by one. */
  readonly openPools: () => OpenPools<Input & Outcomes, unknown>;
  readonly #source: PolicySource<Input & Outcomes>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #none: Facts;

  constructor(source: PolicySource<Input & Outcomes>) {
    type F = Input & Outcomes;
    this.#source = source;
    const outcomes = Object.values(source.outcomes);
    this.#none = Object.fromEntries(outcomes.map(({ name, none }) => [name, none]));
    const register = new Register(source.name);
    const inputs = Object.values(source.inputs);
    const blank = Object.fromEntries(inputs.map((input): [string, Value] => [input.name, input.missing]));
    source.weigh({ ...blank, ...this.#none } as F, register);
    const clauses = [...register.clauses.values()];
    this.#places = new Map(clauses.map(({ id }, place) => [id, place]));
    this.metadata = metadataOf(source, clauses);
    this.schema = schemaOf(source.name, inputs);
    const computed = [...(source.definitions ?? []).map(({ name }) => name), ...outcomes.map(({ name }) => name)];
    const readFacts = (given: unknown): F => ({ ...read(source.inputs, computed, given), ...this.#none }) as F;
    const answers = new Answers<F, unknown>(source, clauses, register.outcomes, (facts, only) =>
      this.#weigh(facts, only),
    );
    const slowly = {
      evaluate: (given: unknown): unknown => answers.weighed(this.#weigh(readFacts(given))),
      decide: (facts: Input): Outcomes => {
        const { verdicts } = this.#weigh({ ...facts, ...this.#none } as F);
        return Object.fromEntries([...verdicts].map(([name, { value }]) => [name, value])) as Outcomes;
      },
    };
    const quickly = specialize(source, answers, slowly);
    const { evaluate, decide } = quickly ?? slowly;
    this.quickLimits = quickly?.limits;
    this.evaluate = evaluate as unknown as E;
    this.decide = decide;
    this.openPools = () =>
      new OpenPools<F, unknown>({
        source,
        read: readFacts,
        weigh: (facts, drawn) => this.#weigh(facts, undefined, drawn),
        answer: (weighing) => answers.weighed(weighing),
        nameOf: (clause) => register.clauses.get(clause)?.name ?? clause,
      });
    this.drawDown = ((rows: Iterable<unknown>) => drawDown(this.openPools(), rows)) as D;
  }

  /** Leaves what it decides in the facts. */
  #weigh(facts: Input & Outcomes, only?: string, drawn?: ReadonlyMap<string, Exact>): Weighing {
    const weighing = new Weighing(facts, this.#source.outcomes, this.#places, only, drawn);
    for (let pass = 0; pass < this.#source.passes; pass += 1) {
      weighing.open();
      this.#source.weigh(facts, weighing);
    }
    return weighing;
  }
}

function drawDown<F extends Facts>(pools: OpenPools<F, unknown>, rows: Iterable<unknown>): DrawnDown<unknown> {
  const answers = Array.from(rows, (row) => {
    try {
      return pools.evaluate(row);
    } catch (error) {
      if (error instanceof InputError) return error;
      throw error;
    }
  });
  return { answers, pools: pools.balances };
}
