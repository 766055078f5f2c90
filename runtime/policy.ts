/** What a generated module hands over once, and what it gets back to answer with. */
import { Answers } from "./answer.ts";
import type { RequirementType } from "./requirement.ts";
import { BLANK, intake, refuseFaulty } from "./input.ts";
import type { Inputs } from "./input.ts";
import { endsOf, Register, Weighing } from "./ledger.ts";
import type { Facts, Ledger } from "./ledger.ts";
import { metadataOf } from "./metadata.ts";
import type { Metadata } from "./metadata.ts";
import type { OutcomeType } from "./outcome.ts";
import { schemaOf } from "./schema.ts";
import type { Schema } from "./schema.ts";

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
  /** All clauses and formulas: the quick way without a ledger. */
  decide(facts: F, ledger?: Ledger): F;
  read(given: object): F;
  /**
   * No two clauses that can both hold give different values without one being an exception to the other, and no
   * condition is left open once every input is given: then the first that holds may decide.
   */
  readonly isPlain: boolean;
  /** How often the clauses must be gone through until every outcome that one reads is settled. */
  readonly passes: number;
  /** Some data may lead to a division by zero or out of the calendar. */
  readonly canFault: boolean;
}

export class Policy<F extends Facts, R> {
  readonly metadata: Metadata;
  readonly schema: Schema;
  /** Clauses that end the quick way. */
  readonly ends: Readonly<Record<string, boolean>>;
  readonly #isQuick: boolean;
  readonly #places: ReadonlyMap<string, number>;
  readonly #answers: Answers<F, R>;

  constructor(readonly source: PolicySource<F>) {
    const register = new Register(source.name);
    const names = Object.values(source.inputs).map(({ name }) => name);
    source.decide(source.read(Object.fromEntries(names.map((name) => [name, BLANK]))), register);
    const ends = endsOf(register);
    const clauses = [...register.clauses.values()];
    this.ends = ends ?? {};
    this.#isQuick = source.isPlain && !source.canFault && ends !== undefined;
    this.#places = new Map(clauses.map(({ id }, place) => [id, place]));
    this.metadata = metadataOf(source, clauses);
    this.schema = schemaOf(source.name, Object.values(source.inputs));
    this.#answers = new Answers<F, R>(source, clauses, register.outcomes, (facts, only) => this.#weigh(facts, only));
  }

  #weigh(facts: F, only?: string): Weighing {
    const weighing = new Weighing(facts, this.source.outcomes, this.#places, only);
    for (let pass = 0; pass < this.source.passes; pass += 1) {
      weighing.open();
      this.source.decide(facts, weighing);
    }
    return weighing;
  }

  /** Decides facts just read, the quick way where it will do, and answers. */
  answer(facts: F): R {
    if (!this.#isQuick || intake.isPartial) return this.#answers.weighed(this.#weigh(facts));
    return this.#answers.decided(this.source.decide(facts));
  }
}

/** Before the inputs of one set of data are read: how many names it holds. */
export function begin(given: unknown): number {
  intake.isPartial = false;
  intake.isFaulty = false;
  if (typeof given !== "object" || given === null || Array.isArray(given)) refuseFaulty({}, [], given);
  let names = 0;
  for (const _name in given as object) names += 1;
  return names;
}

/** After they are read: `names` is what `begin` counted, `known` how many inputs are among them. */
export function end<F extends Facts>(names: number, known: number, given: object, source: PolicySource<F>): void {
  if (names !== known || intake.isFaulty) refuse(given, source);
  intake.isPartial ||= intake.isFaulty;
}

function refuse<F extends Facts>(given: object, { inputs, definitions = [], outcomes }: PolicySource<F>): void {
  const computed = [...definitions.map(({ name }) => name), ...Object.values(outcomes).map(({ name }) => name)];
  refuseFaulty(inputs, computed, given);
}

export const isGiven = (value: unknown): number => (value === undefined ? 0 : 1);
