/** Concrete cases: filled up with the simplest values, run through the evaluator, and put into words. */
import type { WitnessInput } from "../../diagnostics/diagnostic.ts";
import type { Rational } from "../../grammar/rational.ts";
import { ONE, ZERO, rational } from "../../grammar/rational.ts";
import { dayNumber, monthNumber } from "../evaluate/dates.ts";
import type { Evaluation } from "../evaluate/index.ts";
import { writeInput } from "../evaluate/index.ts";
import { withDefaults } from "../evaluate/data.ts";
import { equalValues, showValue } from "../evaluate/values.ts";
import type { Input, Period, Program, Value } from "../lowered.ts";
import { REFERENCE_DATE } from "../lowered.ts";
import { everyExpression } from "../walk.ts";
import { type Box, Space } from "./box.ts";
import { simplest } from "./candidate.ts";
import { all, any, type Formula } from "./dimension.ts";
import type { Conditions } from "./formula.ts";
import { NormalForms } from "./normal-form.ts";
import { contains } from "./interval.ts";
import type { Variable } from "./polynomial.ts";
import { fromNumber, toNumber } from "./quantity.ts";
import type { Assignment, Solutions, Usual } from "./solve.ts";
import { CASE_LIMIT, isPlain, solve } from "./solve.ts";

/** Runs a case through the reference evaluator; undefined where the data is refused. */
export type Replay = (values: ReadonlyMap<string, Value>) => Evaluation | undefined;

export interface Witness {
  readonly input: WitnessInput;
  readonly evaluation: Evaluation;
  /** `参保职工人数 1000人、裁员人数 56人 时`: what the finding turns on. */
  readonly words: string;
}

export type Exhibit =
  | { readonly kind: "witness"; readonly witness: Witness }
  /** No such case exists; or it is none, since it divides by zero. */
  | { readonly kind: "impossible" }
  | { readonly kind: "unknown" };

/** How many inputs of a case a message names; the witness holds them all. */
const NAMED = 8;
/** How many ways to have an answer at all are looked into. */
const ANSWERED_LIMIT = 64;

const IMPOSSIBLE: Exhibit = { kind: "impossible" };

export class Witnesses {
  readonly #program: Program;
  readonly #usual = new Map<string, Value>();
  readonly #isDated: boolean;

  constructor(
    readonly conditions: Conditions,
    readonly replay: Replay,
  ) {
    this.#program = conditions.program;
    const periods = periodsOf(this.#program);
    this.#isDated = periods.length > 0 || readsReferenceDate(this.#program);
    const day = usualDay(this.#program, periods);
    for (const input of this.#program.inputs) {
      const value = this.#simplestOf(input, day);
      if (value !== undefined) this.#usual.set(input.name, value);
    }
  }

  /** The simplest case of all: every input that has such a value. */
  get usualCase(): ReadonlyMap<string, Value> {
    return this.#usual;
  }

  /** What an input is given where nothing asks for another value. */
  readonly usual: Usual = (variable) => {
    const input = this.#input(variable);
    const value = input && this.#usual.get(input.name);
    return input && value && toNumber(value, input.type);
  };

  usualOf(name: string): Value | undefined {
    return this.#usual.get(name);
  }

  /** The simplest case in the box that the evaluator finds to be as claimed. */
  exhibit(space: Space, box: Box, isAsClaimed: (evaluation: Evaluation) => boolean): Exhibit {
    const found = this.#search(space, box, isAsClaimed);
    if (found !== "refused") return found;
    // A condition that stops early need not divide: cases of that kind are looked for by themselves.
    for (const [narrower, each] of this.#answeredWithin(space, box)) {
      const other = this.#search(narrower, each, isAsClaimed);
      if (other !== "refused" && other.kind !== "impossible") return other;
    }
    return IMPOSSIBLE;
  }

  #search(space: Space, box: Box, isAsClaimed: (evaluation: Evaluation) => boolean): Exhibit | "refused" {
    let refused = 0;
    let tried = 0;
    // Nearly always the first case will do, and looking for more is what takes time.
    for (const limit of [1, CASE_LIMIT]) {
      const { impossible, cases } = this.#solve(space, box, limit);
      if (impossible) return IMPOSSIBLE;
      for (const numbers of cases.slice(tried)) {
        tried += 1;
        const values = this.#complete(numbers);
        const evaluation = values && this.replay(values);
        if (evaluation === undefined) refused += 1;
        else if (isAsClaimed(evaluation)) return { kind: "witness", witness: this.#witness(numbers, evaluation) };
      }
    }
    return tried > 0 && refused === tried ? "refused" : { kind: "unknown" };
  }

  /** The part of the box in which every condition of a rule has an answer. */
  #answeredWithin(space: Space, box: Box): readonly (readonly [Space, Box])[] {
    const inside = [...box].flatMap(([axis, cells]): Formula[] => {
      const dimension = space.axes[axis]?.dimension;
      return dimension === undefined ? [] : [{ kind: "atom", dimension, region: space.intervals(axis, cells) }];
    });
    const region = all([...inside, this.#answered()]);
    const narrower = new Space([region]);
    return (new NormalForms(narrower).of(region) ?? []).slice(0, ANSWERED_LIMIT).map((each) => [narrower, each]);
  }

  #answered(): Formula {
    const conditions = this.#program.outcomes.flatMap(({ rules }) => rules.flatMap(({ condition }) => condition ?? []));
    return all(
      conditions.map((condition) => any([this.conditions.read(condition), this.conditions.read(condition, false)])),
    );
  }

  /** The case of these values, where the evaluator finds it to be as claimed; other inputs take their usual ones. */
  exhibitCase(
    given: ReadonlyMap<string, Value>,
    isAsClaimed: (evaluation: Evaluation) => boolean,
  ): Witness | undefined {
    const evaluation = this.replay(withDefaults(this.#program, new Map([...this.#usual, ...given])));
    if (evaluation === undefined || !isAsClaimed(evaluation)) return undefined;
    const numbers = [...given].flatMap(([name, value]): [Variable, Rational][] => {
      const variable = this.conditions.quantities.input(name);
      const input = variable && this.#input(variable);
      const number = input && toNumber(value, input.type);
      return variable === undefined || number === undefined ? [] : [[variable, number]];
    });
    return this.#witness(new Map(numbers), evaluation);
  }

  /** Certain that the box holds no case. */
  isEmpty(space: Space, box: Box): boolean {
    return !isPlain(space, box) && this.#solve(space, box, 1).impossible;
  }

  /** Certain that the box holds a case, by its conditions alone. */
  isInhabited(space: Space, box: Box): boolean {
    return this.#solve(space, box, 1).cases.length > 0;
  }

  #solve(space: Space, box: Box, limit: number): Solutions {
    return solve(space, box, this.conditions.quantities, this.usual, limit);
  }

  #witness(numbers: Assignment, evaluation: Evaluation): Witness {
    const values = new Map(evaluation.values);
    if (!this.#isDated) values.delete(REFERENCE_DATE);
    for (const { name, orElse } of this.#program.inputs)
      if (orElse !== undefined && isSameValue(values.get(name), values.get(orElse))) values.delete(name);
    const words = (input: Input | undefined): readonly string[] => {
      const value = input && values.get(input.name);
      return input && value ? [`${input.name} ${showValue(value, input.type)}`] : [];
    };
    const named = [...numbers.keys()].sort((a, b) => a.order - b.order);
    return {
      input: writeInput(this.#program, values),
      evaluation,
      words: sentence(named.flatMap((variable) => words(this.#input(variable)))),
    };
  }

  #input(variable: Variable): Input | undefined {
    return this.#program.inputs[variable.order]?.name === variable.input
      ? this.#program.inputs[variable.order]
      : undefined;
  }

  #complete(numbers: Assignment): ReadonlyMap<string, Value> | undefined {
    const values = new Map(this.#usual);
    for (const [variable, number] of numbers) {
      const input = this.#input(variable);
      const value = input && fromNumber(number, input.type);
      if (input === undefined || value === undefined) return undefined;
      values.set(input.name, value);
    }
    return withDefaults(this.#program, values);
  }

  #simplestOf(input: Input, day: string): Value | undefined {
    const variable = this.conditions.quantities.input(input.name);
    if (input.default !== undefined || input.orElse !== undefined || variable === undefined) return input.default;
    const wished = this.#wish(input, variable, day);
    const number = contains(variable.range, wished) ? wished : simplest(variable.range, variable.grain);
    return number && fromNumber(number, input.type);
  }

  #wish(input: Input, variable: Variable, day: string): Rational {
    switch (input.type.kind) {
      case "date":
        return rational(dayNumber(day));
      case "month":
        return rational(monthNumber(day));
      case "quantity":
        return this.conditions.divisors.has(variable)
          ? ONE
          : ((input.minimum && toNumber(input.minimum.value, input.type)) ?? ZERO);
      default:
        return ZERO;
    }
  }
}

const isSameValue = (a: Value | undefined, b: Value | undefined): boolean =>
  a !== undefined && b !== undefined && equalValues(a, b);

function sentence(words: readonly string[]): string {
  if (words.length === 0) return "无论什么情形";
  const shown = words.slice(0, NAMED).join("、");
  return words.length > NAMED ? `${shown}等 ${words.length} 项的情形` : `${shown} 时`;
}

function periodsOf(program: Program): readonly Period[] {
  return [
    ...program.outcomes.flatMap((outcome) => [outcome.period, ...outcome.rules.map((rule) => rule.period)]),
    ...[...program.targets, ...program.constraints].map((requirement) => requirement.period),
  ].filter((period) => period !== undefined);
}

/** The day on which most is in force; the day of issue, where that is as good. */
function usualDay(program: Program, periods: readonly Period[]): string {
  const days = [...(program.issued === undefined ? [] : [program.issued]), ...new Set(periods.map(({ from }) => from))];
  const inForce = (day: string): number =>
    periods.filter(({ from, to }) => from <= day && (to === undefined || day <= to)).length;
  let best = days[0] ?? "2020-01-01";
  let most = inForce(best);
  for (const day of days.slice(1, 100)) {
    const count = inForce(day);
    if (count > most) [best, most] = [day, count];
  }
  return best;
}

function readsReferenceDate(program: Program): boolean {
  for (const part of everyExpression(program)) if (part.kind === "input" && part.name === REFERENCE_DATE) return true;
  return false;
}
