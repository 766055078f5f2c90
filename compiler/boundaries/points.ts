/** Cases just below a threshold, on it and just above, in which it matters. */
import { add, decimalPlaces, multiply, ONE, rational, type Rational, sign, subtract } from "../../grammar/rational.ts";
import { type Box, Space } from "../4-analyze/box.ts";
import { all, any, type Formula } from "../4-analyze/dimension.ts";
import type { Conditions } from "../4-analyze/formula.ts";
import { NormalForms } from "../4-analyze/normal-form.ts";
import { floor } from "../4-analyze/interval.ts";
import { properTerms, type Variable } from "../4-analyze/polynomial.ts";
import { fromNumber, toNumber } from "../4-analyze/quantity.ts";
import type { Witnesses } from "../4-analyze/witness.ts";
import { mapChildren } from "../3-lower/link.ts";
import { type Statement, statementsOf, subjectOf } from "../cases/statement.ts";
import { withDefaults } from "../evaluate/data.ts";
import { type Evaluation, evaluate } from "../evaluate/index.ts";
import { limitFaults } from "../evaluate/limits.ts";
import type { Expression, Input, Program, Value } from "../lowered.ts";
import type { Comparison } from "../day.ts";
import type { Context, Threshold } from "./threshold.ts";

export type Side = "below" | "at" | "above";
type Values = ReadonlyMap<string, Value>;

export interface Point {
  readonly side: Side;
  readonly values: Values;
  readonly statement: Statement;
}

/** How many boxes of a context are searched. */
const BOX_LIMIT = 32;
const FIGURE: Value = { kind: "quantity", value: rational(1000) };

/** Fewer than three where the limits of the input leave no room; none where the threshold shows in no case. */
export function pointsOf(threshold: Threshold, conditions: Conditions, witnesses: Witnesses): readonly Point[] {
  const probe = new Probe(threshold, conditions, witnesses);
  // First a case with both neighbours in which the result turns; then whatever there is.
  for (const isGood of [turnsWithRoom, turns])
    for (const context of threshold.contexts) {
      const points = probe.search(context, isGood);
      if (points !== undefined) return points;
    }
  for (const context of threshold.contexts) {
    const points = probe.search(context, (list, deciding) => list.length > 1 && deciding(context.clause));
    if (points !== undefined) return points;
  }
  return [];
}

const turns = (points: readonly Point[]): boolean => new Set(points.map(({ statement }) => statement.text)).size > 1;
const turnsWithRoom = (points: readonly Point[]): boolean => points.length === 3 && turns(points);

type Wanted = (points: readonly Point[], decides: (clause: string | undefined) => boolean) => boolean;

class Probe {
  readonly #program: Program;
  readonly #shown: ReadonlySet<string>;
  readonly #moved: { readonly variable: Variable; readonly input: Input; readonly isRising: boolean } | undefined;

  constructor(
    readonly threshold: Threshold,
    readonly conditions: Conditions,
    readonly witnesses: Witnesses,
  ) {
    this.#program = conditions.program;
    this.#moved = this.#movedInput();
    this.#shown = this.#shownInputs();
  }

  search(context: Context, isWanted: Wanted): readonly Point[] | undefined {
    if (this.#moved === undefined) return undefined;
    const { start, sides } = this.#start();
    const { exceptions, rivals, rules } = context;
    const free = all(exceptions.map((exception) => this.conditions.read(exception, false)));
    const others = [free, ...rivals.map((rival) => all([free, this.conditions.read(rival)])), all([])];
    for (const other of others) {
      const region = all([
        start,
        other,
        this.#matters(context),
        ...rules.flatMap(({ condition }) => (condition === undefined ? [] : this.conditions.read(condition))),
      ]);
      const space = new Space([region]);
      const boxes: readonly Box[] = new NormalForms(space).of(region) ?? [];
      for (const box of boxes.slice(0, BOX_LIMIT)) {
        let found: readonly Point[] | undefined;
        this.witnesses.exhibit(space, box, ({ values }) => {
          const deciding = new Set<string>();
          const given = this.#withFigures(values);
          const points = sides.flatMap(([side, steps]) => this.#point(side, steps, given, deciding) ?? []);
          const isGood = isWanted(points, (clause) => clause === undefined || deciding.has(clause));
          if (isGood) found = points;
          return isGood;
        });
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** The input that is moved across the threshold: of the left side where there is one. */
  #movedInput() {
    const { left, right } = this.threshold.comparison;
    for (const [expression, isLeft] of [[left, true] as const, [right, false] as const]) {
      const quotient = this.conditions.quantities.expand(expression);
      for (const { variables, coefficient } of quotient === undefined ? [] : properTerms(quotient.numerator)) {
        const variable = variables.find(({ input, scale }) => input !== undefined && scale !== "list");
        const input = this.#program.inputs.find(({ name }) => name === variable?.input);
        if (variable !== undefined && input !== undefined)
          return { variable, input, isRising: coefficient.numerator > 0n === isLeft };
      }
    }
    return undefined;
  }

  /** Where to begin: on the threshold, or where no value of the input lies on it, on the last one below. */
  #start(): { readonly start: Formula; readonly sides: readonly (readonly [Side, number])[] } {
    const { comparison } = this.threshold;
    const at = this.conditions.read({ ...comparison, operator: "=" });
    const up = this.#moved?.isRising === false ? -1 : 1;
    const around = { start: at, sides: [["below", -up] as const, ["at", 0] as const, ["above", up] as const] };
    const { left, right } = comparison;
    const grain = left.kind === "input" ? this.#moved?.variable.grain : undefined;
    if (at.kind !== "constant" || at.value || grain === undefined || right.kind !== "literal") return around;
    const bound = toNumber(right.value, right.type);
    if (bound === undefined || right.value.kind !== "quantity") return around;
    const below = multiply(rational(floor({ ...multiply(bound, inverse(grain)) })), grain);
    const beside: Expression = { ...right, value: { kind: "quantity", value: below } };
    const start = this.conditions.read({ ...comparison, operator: "=", right: beside });
    return { start, sides: [["below", 0] as const, ["above", 1] as const] };
  }

  /** Where the comparison, by itself, settles whether the condition holds. */
  #matters({ condition }: Context): Formula {
    const { quantities } = this.conditions;
    const keyOf = (part: Comparison): string => quantities.key({ ...part, operator: "=" });
    const own = keyOf(this.threshold.comparison);
    const settled = (truth: boolean): Expression => {
      const put = (part: Expression): Expression =>
        part.kind === "comparison" && keyOf(part) === own
          ? { ...part, kind: "literal", value: { kind: "boolean", value: truth } }
          : mapChildren(part, put);
      return put(condition);
    };
    const [yes, no] = [settled(true), settled(false)];
    return any([
      all([this.conditions.read(yes), this.conditions.read(no, false)]),
      all([this.conditions.read(yes, false), this.conditions.read(no)]),
    ]);
  }

  /** Nothing of nothing is nothing: what only results read gets a figure that shows in them. */
  #withFigures(values: Values): Values {
    const given = new Map(values);
    for (const name of this.#shown) {
      const input = this.#program.inputs.find((one) => one.name === name);
      const value = values.get(name);
      if (input === undefined || value?.kind !== "quantity" || sign(value.value) !== 0) continue;
      if (limitFaults(input, FIGURE).length === 0) given.set(name, FIGURE);
    }
    return given;
  }

  /** The inputs that what is granted depends on, and no condition. */
  #shownInputs(): ReadonlySet<string> {
    const { kind, name } = this.threshold.target;
    const outcome = this.#program.outcomes.find((one) => kind === "outcome" && one.name === name);
    const inputsOf = (expressions: readonly Expression[]): string[] =>
      expressions.flatMap((expression) => [...this.conditions.quantities.inputsOf(expression)]);
    const rules = outcome?.rules ?? [];
    const shown = new Set(
      inputsOf(rules.flatMap(({ value }) => (value.kind === "expression" ? [value.expression] : []))),
    );
    const read = inputsOf([...rules.flatMap(({ condition }) => condition ?? []), this.threshold.comparison]);
    for (const each of read) shown.delete(each);
    return shown;
  }

  #point(side: Side, steps: number, values: Values, deciding: Set<string>): Point | undefined {
    const { target } = this.threshold;
    const moved = this.#move(values, steps);
    const evaluation = moved && this.#evaluate(moved);
    if (moved === undefined || evaluation === undefined) return undefined;
    for (const clause of evaluation.outcomes.get(target.name)?.clauses ?? []) deciding.add(clause);
    const statement = statementsOf(evaluation).get(subjectOf(target.kind, target.name));
    return statement === undefined ? undefined : { side, values: moved, statement };
  }

  #move(values: Values, steps: number): Values | undefined {
    if (steps === 0 || this.#moved === undefined) return values;
    const { input, variable } = this.#moved;
    const value = values.get(input.name);
    const number = value && toNumber(value, input.type);
    if (number === undefined) return undefined;
    const grain = variable.grain ?? naturalStep(number, input);
    const next = fromNumber((steps > 0 ? add : subtract)(number, grain), input.type);
    return next && limitFaults(input, next).length === 0 ? new Map(values).set(input.name, next) : undefined;
  }

  #evaluate(values: Values): Evaluation | undefined {
    const evaluation = evaluate(this.#program, withDefaults(this.#program, values));
    return evaluation.kind === "faults" ? undefined : evaluation;
  }
}

const inverse = ({ numerator, denominator }: Rational): Rational => rational(denominator, numerator);

/** Of what takes any decimals: a hundredth of a measure, 0.1% of a share, 1 of a number; finer where the figure is. */
function naturalStep(number: Rational, { type }: Input): Rational {
  const usual = type.kind !== "quantity" || type.notation === "number" ? 0 : type.notation === "ratio" ? 3 : 2;
  const places = Math.max(usual, decimalPlaces(number) ?? 0);
  return places === 0 ? ONE : rational(1n, 10n ** BigInt(places));
}
