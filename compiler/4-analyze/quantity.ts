/** Expressions as quotients of polynomials over inputs, so that one quantity written in two ways is one quantity. */
import type { Rational } from "../../grammar/rational.ts";
import { ONE, formatRational, multiply as times, negate, rational } from "../../grammar/rational.ts";
import { addMonthsToDay, dayNumber, dayOfNumber, monthNumber, monthOfNumber } from "../evaluate/dates.ts";
import { magnitude, plainValue } from "../evaluate/values.ts";
import type { Expression, Input, Program, Value, ValueType } from "../lowered.ts";
import { outcomeReads, walk } from "../walk.ts";
import type { Cut, Interval } from "./interval.ts";
import { EVERYTHING, isNonNegative, isNonPositive, isPositive, snap } from "./interval.ts";
import type { Polynomial, Variable } from "./polynomial.ts";
import * as polynomial from "./polynomial.ts";

/** Longer sums are taken as they stand: multiplied out, they would grow without end. */
const TERM_LIMIT = 100;

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const valueKey = (value: Value): string => `${value.kind} ${plainValue(value)}`;

/** numerator / denominator; the denominator is never negative, and positive wherever the expression has a value. */
export interface Quotient {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
  /** Each must be positive for the expression to have a value. */
  readonly divisors: readonly Polynomial[];
}

const UNIT = polynomial.constant(ONE);

const closed = (low: number, high: number): Interval => ({
  low: { value: rational(low), after: false },
  high: { value: rational(high), after: true },
});

const naturalRange = (type: ValueType): Interval => {
  switch (type.kind) {
    case "quantity":
      return EVERYTHING;
    case "date":
      return closed(dayNumber("0001-01-01"), dayNumber("9999-12-31"));
    case "month":
      return closed(monthNumber("0001-01"), monthNumber("9999-12"));
    case "boolean":
      return closed(0, 1);
    case "choice":
      return closed(0, type.values.length - 1);
  }
};

function scaleOf({ kind }: ValueType): Variable["scale"] {
  if (kind === "quantity") return kind;
  return kind === "date" || kind === "month" ? "time" : "list";
}

/** A value as a number: days, months, 否 0 and 是 1, the place in the list of values. */
export function toNumber(value: Value, type: ValueType): Rational | undefined {
  switch (value.kind) {
    case "boolean":
      return rational(value.value ? 1 : 0);
    case "choice": {
      const index = type.kind === "choice" ? type.values.indexOf(value.value) : -1;
      return index < 0 ? undefined : rational(index);
    }
    default:
      return magnitude(value);
  }
}

/** The way back; undefined where no such value exists. */
export function fromNumber(number: Rational, type: ValueType): Value | undefined {
  if (type.kind === "quantity") return { kind: "quantity", value: number };
  if (number.denominator !== 1n) return undefined;
  const index = Number(number.numerator);
  switch (type.kind) {
    case "boolean":
      return { kind: "boolean", value: index !== 0 };
    case "choice": {
      const value = type.values[index];
      return value === undefined ? undefined : { kind: "choice", value };
    }
    case "date":
    case "month": {
      const iso = type.kind === "date" ? dayOfNumber(index) : monthOfNumber(index);
      return iso === undefined ? undefined : { kind: type.kind, iso };
    }
  }
}

function inputRange(input: Input): Interval {
  const natural = naturalRange(input.type);
  const cut = (bound: Input["minimum"], isHigh: boolean): Cut | undefined => {
    const value = bound && toNumber(bound.value, input.type);
    return value && bound && { value, after: isHigh === bound.inclusive };
  };
  return { low: cut(input.minimum, false) ?? natural.low, high: cut(input.maximum, true) ?? natural.high };
}

function isTooLong(operator: "+" | "-" | "*" | "/", left: Quotient, right: Quotient): boolean {
  const [a, b, c, d] = [left.numerator.size, left.denominator.size, right.numerator.size, right.denominator.size];
  if (operator === "+" || operator === "-") return a * d + c * b > TERM_LIMIT || b * d > TERM_LIMIT;
  return Math.max(a * c, a * d, b * c, b * d) > TERM_LIMIT;
}

/** What conditions are about: looks expressions up by what they mean. One for a program. */
export class Quantities {
  readonly #variables = new Map<string, Variable>();
  readonly #definitions = new Map<string, Expression>();
  readonly #formulas = new Map<string, Expression>();
  readonly #expanded = new Map<string, Quotient | undefined>();
  readonly #keys = new Map<Expression, string>();
  readonly #opaque = new Map<Variable, Expression>();
  readonly #presences = new Map<Variable, Variable>();

  constructor(readonly program: Program) {
    for (const definition of program.definitions) this.#definitions.set(definition.name, definition.expression);
    for (const outcome of program.outcomes)
      if (outcome.formula !== undefined && outcome.period === undefined)
        this.#formulas.set(outcome.name, outcome.formula);
    for (const [order, input] of program.inputs.entries()) {
      const grain = input.type.kind === "quantity" ? input.grain : ONE;
      const range = inputRange(input);
      this.#variables.set(`input ${input.name}`, {
        key: `input ${input.name}`,
        order,
        input: input.name,
        reads: [input.name],
        range: snap(range, grain) ?? range,
        grain,
        scale: scaleOf(input.type),
      });
    }
    // In their order, so that a long chain of abbreviations is never followed at one go.
    for (const { name, expression } of program.definitions)
      if (scaleOf(expression.type) !== "list") this.#expanded.set(`definition ${name}`, this.expand(expression));
  }

  input(name: string): Variable | undefined {
    return this.#variables.get(`input ${name}`);
  }

  /** What an abbreviation stands for. */
  definition(name: string): Expression | undefined {
    return this.#definitions.get(name);
  }

  /** An expression taken as one unknown; equal writings share it. */
  opaque(expression: Expression): Variable {
    const key = this.key(expression);
    const known = this.#variables.get(key);
    if (known !== undefined) return known;
    const variable: Variable = {
      key,
      order: this.#variables.size,
      input: undefined,
      reads: this.inputsOf(expression),
      range: naturalRange(expression.type),
      grain: expression.type.kind === "quantity" ? undefined : ONE,
      scale: scaleOf(expression.type),
    };
    this.#variables.set(key, variable);
    this.#opaque.set(variable, expression);
    return variable;
  }

  /** Whether what is taken as one unknown has a value at all: 1 where it has. */
  presenceOf(variable: Variable): Variable {
    const key = `presence of ${variable.key}`;
    const known = this.#variables.get(key);
    if (known !== undefined) return known;
    const range = naturalRange({ kind: "boolean" });
    const made: Variable = { ...variable, key, order: this.#variables.size, range, grain: ONE, scale: "list" };
    this.#variables.set(key, made);
    this.#presences.set(made, variable);
    return made;
  }

  /** The unknown that it tells the presence of. */
  presentIn(presence: Variable): Variable | undefined {
    return this.#presences.get(presence);
  }

  /** What stands behind an unknown that is no input. */
  opaqueExpression(variable: Variable): Expression | undefined {
    return this.#opaque.get(variable);
  }

  /** Undefined for an interval, or what else is no single number. */
  expand(expression: Expression): Quotient | undefined {
    switch (expression.kind) {
      case "literal": {
        const value = toNumber(expression.value, expression.type);
        return value && this.#plain(polynomial.constant(value));
      }
      case "input": {
        const variable = this.input(expression.name);
        return variable && this.#plain(polynomial.single(variable));
      }
      case "definition":
        return this.#expandNamed(`definition ${expression.name}`, this.#definitions.get(expression.name), expression);
      case "outcome":
        return this.#expandNamed(`outcome ${expression.name}`, this.#formulas.get(expression.name), expression);
      case "arithmetic":
        return this.#arithmetic(expression);
      case "shift":
        return this.#shift(expression);
      case "interval":
        return undefined;
      default:
        return this.#plain(polynomial.single(this.opaque(expression)));
    }
  }

  #plain(numerator: Polynomial): Quotient {
    return { numerator, denominator: UNIT, divisors: [] };
  }

  #expandNamed(key: string, meaning: Expression | undefined, reference: Expression): Quotient | undefined {
    if (meaning === undefined) return this.#plain(polynomial.single(this.opaque(reference)));
    if (!this.#expanded.has(key)) this.#expanded.set(key, this.expand(meaning));
    return this.#expanded.get(key);
  }

  #arithmetic(expression: Expression & { kind: "arithmetic" }): Quotient | undefined {
    const left = this.expand(expression.left);
    const right = this.expand(expression.right);
    if (left === undefined || right === undefined) return undefined;
    if (isTooLong(expression.operator, left, right)) return this.#plain(polynomial.single(this.opaque(expression)));
    const divisors = [...left.divisors, ...right.divisors];
    switch (expression.operator) {
      case "+":
      case "-": {
        const combine = expression.operator === "+" ? polynomial.sum : polynomial.difference;
        return {
          numerator: combine(
            polynomial.multiply(left.numerator, right.denominator),
            polynomial.multiply(right.numerator, left.denominator),
          ),
          denominator: polynomial.multiply(left.denominator, right.denominator),
          divisors,
        };
      }
      case "*":
        return {
          numerator: polynomial.multiply(left.numerator, right.numerator),
          denominator: polynomial.multiply(left.denominator, right.denominator),
          divisors,
        };
      case "/": {
        const range = polynomial.rangeOf(right.numerator);
        const flip = isNonPositive(range) && !isNonNegative(range);
        if (!flip && !isNonNegative(range)) return this.#plain(polynomial.single(this.opaque(expression)));
        const divisor = flip ? polynomial.scale(right.numerator, negate(ONE)) : right.numerator;
        const over = flip ? polynomial.scale(right.denominator, negate(ONE)) : right.denominator;
        return {
          numerator: polynomial.multiply(left.numerator, over),
          denominator: polynomial.multiply(left.denominator, divisor),
          divisors: isPositive(polynomial.rangeOf(divisor)) ? divisors : [...divisors, divisor],
        };
      }
    }
  }

  #shift(expression: Expression & { kind: "shift" }): Quotient | undefined {
    const date = this.expand(expression.date);
    const amount = this.expand(expression.amount);
    if (date === undefined || amount === undefined) return undefined;
    const linear = expression.unit === "day" || expression.type.kind === "month";
    if (linear && polynomial.isConstant(date.denominator) && polynomial.isConstant(amount.denominator)) {
      const moved = polynomial.scale(amount.numerator, rational(expression.direction));
      return this.#plain(polynomial.sum(date.numerator, moved));
    }
    const fixed = this.#shiftFixedDate(date, amount, expression.direction);
    return fixed ?? this.#plain(polynomial.single(this.opaque(expression)));
  }

  #shiftFixedDate(date: Quotient, amount: Quotient, direction: 1 | -1): Quotient | undefined {
    if (!polynomial.isConstant(date.numerator) || !polynomial.isConstant(amount.numerator)) return undefined;
    const day = dayOfNumber(Number(polynomial.constantTerm(date.numerator).numerator));
    const months = times(polynomial.constantTerm(amount.numerator), rational(direction));
    if (day === undefined || months.denominator !== 1n) return undefined;
    const moved = addMonthsToDay(day, Number(months.numerator));
    return moved === undefined ? undefined : this.#plain(polynomial.constant(rational(dayNumber(moved))));
  }

  /** The same for expressions of the same form. */
  key(expression: Expression): string {
    const known = this.#keys.get(expression);
    if (known !== undefined) return known;
    const key = this.#makeKey(expression);
    this.#keys.set(expression, key);
    return key;
  }

  #makeKey(expression: Expression): string {
    const list = (items: readonly Expression[]): string => items.map((item) => this.key(item)).join(", ");
    switch (expression.kind) {
      case "literal":
        return valueKey(expression.value);
      case "input":
        return `input ${expression.name}`;
      case "outcome":
        return `outcome ${expression.name}`;
      case "definition":
        return `definition ${expression.name}`;
      case "arithmetic": {
        const sides = [this.key(expression.left), this.key(expression.right)];
        const commutes = expression.operator === "+" || expression.operator === "*";
        return `(${(commutes ? sides.sort(byCodePoint) : sides).join(` ${expression.operator} `)})`;
      }
      case "shift":
        return `shift(${list([expression.date, expression.amount])}, ${expression.direction}${expression.unit})`;
      case "extreme":
        return `${expression.which}(${list(expression.operands)})`;
      case "round":
        return `${expression.method}(${this.key(expression.operand)}, ${formatRational(expression.step)})`;
      case "interval":
        return `interval(${list([expression.low, expression.high])})`;
      case "comparison":
        return `(${this.key(expression.left)} ${expression.operator} ${this.key(expression.right)})`;
      case "membership":
        return `member(${this.key(expression.subject)}, ${expression.values.map(valueKey).join(", ")})`;
      case "and":
      case "or":
        return `${expression.kind}(${list(expression.operands)})`;
      case "not":
        return `not(${this.key(expression.operand)})`;
    }
  }

  /** The inputs that it depends on, through abbreviations and outcomes. */
  inputsOf(expression: Expression): readonly string[] {
    const found = new Set<string>();
    const seen = new Set<string>();
    // Its own stack: a long chain of abbreviations must not end the process.
    const open = [walk(expression)];
    for (let parts = open.at(-1); parts !== undefined; parts = open.at(-1)) {
      const { value: part } = parts.next();
      if (part === undefined) open.pop();
      else if (part.kind === "input") found.add(part.name);
      else if ((part.kind === "definition" || part.kind === "outcome") && !seen.has(part.name)) {
        seen.add(part.name);
        open.push(...this.#within(part).map(walk).toReversed());
      }
    }
    return [...found];
  }

  /** What a name is made of. */
  #within({ kind, name }: Expression & { kind: "definition" | "outcome" }): readonly Expression[] {
    const definition = kind === "definition" ? this.#definitions.get(name) : undefined;
    const outcome = this.program.outcomes.find((candidate) => kind === "outcome" && candidate.name === name);
    return [
      ...(definition === undefined ? [] : [definition]),
      ...(outcome === undefined ? [] : outcomeReads(outcome, this.program.pools)),
    ];
  }
}
