/** Programs in the terms of z3: the same meaning as the reference evaluator's, where z3 has words for it. */
import type { Arith, Bool, Context, Model } from "z3-solver";
import { type Rational, rational } from "../../grammar/rational.ts";
import { fromNumber, toNumber } from "../4-analyze/quantity.ts";
import { dayNumber } from "../evaluate/dates.ts";
import {
  REFERENCE_DATE,
  type ComparisonOperator,
  type Expression,
  type Input,
  type Program,
  type Rule,
  type Value,
} from "../lowered.ts";

export type Z3 = Context<"main">;
export type Claim = Bool<"main">;
type Term = Arith<"main">;

/** z3 is not asked about this: rounding, months added to a day, outcomes that clauses give. */
export class Unspoken extends Error {}

/** Days, months, listed values and booleans are whole numbers, as everywhere in the proof. */
export class Meaning {
  /** What must be so for a case to be one: the limits of inputs, and that nothing is divided by zero. */
  readonly limits: Claim[] = [];
  readonly #numbers = new Map<string, Term>();
  readonly #definitions: ReadonlyMap<string, Expression>;
  readonly #inputs: ReadonlyMap<string, Input>;

  constructor(
    readonly z3: Z3,
    readonly program: Program,
  ) {
    this.#definitions = new Map(program.definitions.map(({ name, expression }) => [name, expression]));
    this.#inputs = new Map(program.inputs.map((input) => [input.name, input]));
  }

  holds(rule: Rule): Claim {
    const { condition, period } = rule;
    const parts = condition === undefined ? [] : [this.truth(condition)];
    if (period !== undefined) {
      const day = this.#input(REFERENCE_DATE);
      parts.push(day.ge(dayNumber(period.from)));
      if (period.to !== undefined) parts.push(day.le(dayNumber(period.to)));
    }
    return this.all(parts);
  }

  /** Where two rules grant different values; everywhere, where that is no matter of numbers. */
  differ({ value: a }: Rule, { value: b }: Rule): Claim {
    const isNumber = (value: Rule["value"]): value is Rule["value"] & { kind: "expression" } =>
      value.kind === "expression" && value.expression.kind !== "interval";
    return isNumber(a) && isNumber(b) ? this.#compare("!=", a.expression, b.expression) : this.z3.Bool.val(true);
  }

  truth(condition: Expression): Claim {
    switch (condition.kind) {
      case "comparison":
        return this.#compare(condition.operator, condition.left, condition.right);
      case "membership": {
        const subject = this.#number(condition.subject);
        return this.any(condition.values.map((value) => subject.eq(this.#value(value, condition.subject))));
      }
      case "and":
        return this.all(condition.operands.map((operand) => this.truth(operand)));
      case "or":
        return this.any(condition.operands.map((operand) => this.truth(operand)));
      case "not":
        return this.not(this.truth(condition.operand));
      default:
        return this.#number(condition).neq(0);
    }
  }

  all(claims: readonly Claim[]): Claim {
    return this.z3.And(this.z3.Bool.val(true), ...claims);
  }

  any(claims: readonly Claim[]): Claim {
    return this.z3.Or(this.z3.Bool.val(false), ...claims);
  }

  not(claim: Claim): Claim {
    return this.z3.Not(claim);
  }

  #compare(operator: ComparisonOperator, left: Expression, right: Expression): Claim {
    if (left.type.kind === "boolean") {
      const isSame = this.z3.Iff(this.truth(left), this.truth(right));
      return operator === "=" ? isSame : this.not(isSame);
    }
    const [a, b] = [this.#number(left), this.#number(right)];
    switch (operator) {
      case "<":
        return a.lt(b);
      case "<=":
        return a.le(b);
      case ">":
        return a.gt(b);
      case ">=":
        return a.ge(b);
      case "=":
        return a.eq(b);
      case "!=":
        return a.neq(b);
    }
  }

  #number(expression: Expression): Term {
    switch (expression.kind) {
      case "literal":
        return this.#value(expression.value, expression);
      case "input":
        return this.#input(expression.name);
      case "definition": {
        const meaning = this.#definitions.get(expression.name);
        if (meaning === undefined) throw new Unspoken();
        return meaning.type.kind === "boolean"
          ? this.z3.If(this.truth(meaning), this.#plain(1), this.#plain(0))
          : this.#number(meaning);
      }
      case "arithmetic": {
        const [a, b] = [this.#number(expression.left), this.#number(expression.right)];
        if (expression.operator === "+") return a.add(b);
        if (expression.operator === "-") return a.sub(b);
        if (expression.operator === "*") return a.mul(b);
        this.limits.push(b.neq(0));
        return a.div(b);
      }
      case "shift": {
        if (expression.unit !== "day" || expression.date.type.kind !== "date") throw new Unspoken();
        const [date, days] = [this.#number(expression.date), this.#number(expression.amount)];
        return expression.direction === 1 ? date.add(days) : date.sub(days);
      }
      case "extreme":
        return expression.operands
          .map((operand) => this.#number(operand))
          .reduce((a, b) => this.z3.If(expression.which === "min" ? a.le(b) : a.ge(b), a, b));
      default:
        throw new Unspoken();
    }
  }

  #plain(number: number): Term {
    return this.z3.Real.val(number);
  }

  #value(value: Value, { type }: Expression | Input): Term {
    const number = toNumber(value, type);
    if (number === undefined) throw new Unspoken();
    return this.#rational(number);
  }

  #rational({ numerator, denominator }: Rational): Term {
    return this.z3.Real.val({ numerator, denominator });
  }

  /** A multiple of its grain, within its limits. */
  #input(name: string): Term {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const input = this.#inputs.get(name);
    if (input === undefined) throw new Unspoken();
    const { type, minimum, maximum } = input;
    const grain = type.kind === "quantity" ? input.grain : rational(1);
    const term: Term =
      grain === undefined
        ? this.z3.Real.const(name)
        : this.z3.ToReal(this.z3.Int.const(name)).mul(this.#rational(grain));
    this.#numbers.set(name, term);
    if (minimum !== undefined) {
      const least = this.#value(minimum.value, input);
      this.limits.push(minimum.inclusive ? term.ge(least) : term.gt(least));
    }
    if (maximum !== undefined) {
      const most = this.#value(maximum.value, input);
      this.limits.push(maximum.inclusive ? term.le(most) : term.lt(most));
    }
    if (type.kind === "boolean") this.limits.push(term.ge(0), term.le(1));
    if (type.kind === "choice") this.limits.push(term.ge(0), term.le(type.values.length - 1));
    if (type.kind === "date") this.limits.push(term.ge(dayNumber("0001-01-01")), term.le(dayNumber("9999-12-31")));
    return term;
  }

  /** That an input has a value. */
  is(name: string, value: Value): Claim | undefined {
    const [input, term] = [this.#inputs.get(name), this.#numbers.get(name)];
    return input && term && term.eq(this.#value(value, input));
  }

  /** That an input has so many decimals at most. */
  hasDecimals(name: string, decimals: number): Claim | undefined {
    const count = this.z3.ToReal(this.z3.Int.const(`${name} ${decimals}`));
    return this.#numbers
      .get(name)
      ?.mul(10 ** decimals)
      .eq(count);
  }

  /** The inputs asked about, as a model has them; undefined where one is no rational number. */
  read(model: Model<"main">): ReadonlyMap<string, Value> | undefined {
    const values = new Map<string, Value>();
    for (const [name, term] of this.#numbers) {
      const found = model.eval(term, true);
      const input = this.#inputs.get(name);
      if (input === undefined || !this.z3.isRealVal(found)) return undefined;
      const { numerator, denominator } = found.value();
      const value = fromNumber(rational(numerator, denominator), input.type);
      if (value === undefined) return undefined;
      values.set(name, value);
    }
    return values;
  }
}
