/** Conditions of the lowered form as formulas over dimensions. */
import type { Rational } from "../../grammar/rational.ts";
import { ONE, ZERO, rational } from "../../grammar/rational.ts";
import type { ComparisonOperator, Expression, Period, Program, Value } from "../lowered.ts";
import { REFERENCE_DATE } from "../lowered.ts";
import { dayNumber } from "../evaluate/dates.ts";
import { everyExpression } from "../walk.ts";
import type { Formula } from "./dimension.ts";
import { Dimensions, FALSE, TRUE, all, any, mirror, opposite } from "./dimension.ts";
import type { Polynomial, Variable } from "./polynomial.ts";
import * as polynomial from "./polynomial.ts";
import { Quantities, toNumber } from "./quantity.ts";

type Comparison = Expression & { readonly kind: "comparison" };

/** Reads the conditions of one program. */
export class Conditions {
  readonly quantities: Quantities;
  /** Inputs that the policy divides by. */
  readonly divisors: ReadonlySet<Variable>;
  readonly #dimensions: Dimensions;
  readonly #named = new Map<string, Formula>();

  /**
   * `partial`: what the proof does not look into, an outcome above all, may have no value. A comparison of it is then
   * neither true nor false, and what is said of all cases is said of those too.
   */
  constructor(
    readonly program: Program,
    readonly options: { readonly partial?: boolean } = {},
  ) {
    this.quantities = new Quantities(program);
    this.divisors = divisorsOf(program, this.quantities);
    this.#dimensions = new Dimensions(this.divisors);
  }

  /** Where the condition is true, or with `positive` false, where it is false. */
  read(condition: Expression, positive = true): Formula {
    switch (condition.kind) {
      case "literal":
        return condition.value.kind === "boolean" && condition.value.value === positive ? TRUE : FALSE;
      case "definition":
        return this.#readNamed(condition, positive);
      case "comparison":
        return this.#comparison(condition, positive ? condition.operator : opposite(condition.operator));
      case "membership":
        return this.#membership(condition.subject, condition.values, positive);
      case "and":
      case "or": {
        const parts = condition.operands.map((operand) => this.read(operand, positive));
        return (condition.kind === "and") === positive ? all(parts) : any(parts);
      }
      case "not":
        return this.read(condition.operand, !positive);
      default:
        return this.#truthOf(this.#variable(condition), positive);
    }
  }

  inForce(period: Period | undefined): Formula {
    const variable = this.quantities.input(REFERENCE_DATE);
    if (period === undefined || variable === undefined) return TRUE;
    const dimension = this.#dimensions.sum(polynomial.single(variable));
    return all([
      this.#dimensions.atom(dimension, ">=", rational(dayNumber(period.from))),
      period.to === undefined ? TRUE : this.#dimensions.atom(dimension, "<=", rational(dayNumber(period.to))),
    ]);
  }

  /** Where two quantities differ; undefined where that cannot be put as a condition. */
  differ(left: Expression, right: Expression): Formula | undefined {
    if (left.type.kind === "boolean" || left.type.kind === "choice")
      return this.#comparison({ ...left, kind: "comparison", operator: "!=", left, right }, "!=");
    const [a, b] = [this.quantities.expand(left), this.quantities.expand(right)];
    return a && b && this.#compareQuotients("!=", left, right);
  }

  #readNamed(reference: Expression & { kind: "definition" }, positive: boolean): Formula {
    const meaning = this.quantities.definition(reference.name);
    if (meaning === undefined) return this.#truthOf(this.quantities.opaque(reference), positive);
    const key = `${positive ? "" : "not "}${reference.name}`;
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    const formula = this.read(meaning, positive);
    this.#named.set(key, formula);
    return formula;
  }

  #truthOf(variable: Variable, positive: boolean): Formula {
    return this.#equals(variable, positive ? ONE : ZERO, true);
  }

  #equals(variable: Variable, value: Rational, positive: boolean): Formula {
    return this.#within(variable, [value], positive);
  }

  #within(variable: Variable, values: readonly Rational[], positive: boolean): Formula {
    const inside = this.#dimensions.within(this.#dimensions.sum(polynomial.single(variable)), values, positive);
    return this.#withValues([variable], inside);
  }

  /** The formula, where all of these have a value. */
  #withValues(variables: readonly Variable[], formula: Formula): Formula {
    if (this.options.partial !== true) return formula;
    const present = variables
      .filter(({ input }) => input === undefined)
      .map((variable) =>
        this.#dimensions.within(
          this.#dimensions.sum(polynomial.single(this.quantities.presenceOf(variable))),
          [ONE],
          true,
        ),
      );
    return all([...present, formula]);
  }

  /** What a name stands for in the end. */
  #meaning(expression: Expression): Expression {
    const meaning = expression.kind === "definition" ? this.quantities.definition(expression.name) : undefined;
    return meaning === undefined ? expression : this.#meaning(meaning);
  }

  #variable(expression: Expression): Variable {
    const meaning = this.#meaning(expression);
    const input = meaning.kind === "input" ? this.quantities.input(meaning.name) : undefined;
    return input ?? this.quantities.opaque(meaning);
  }

  #membership(subject: Expression, values: readonly Value[], positive: boolean): Formula {
    if (subject.type.kind === "choice") {
      const { type } = subject;
      const meaning = this.#meaning(subject);
      if (meaning.kind === "literal")
        return values.some((value) => valueName(value) === valueName(meaning.value)) === positive ? TRUE : FALSE;
      const places = values.flatMap((value) => toNumber(value, type) ?? []);
      return this.#within(this.#variable(subject), places, positive);
    }
    const parts = values.map((value) =>
      this.#comparison(
        {
          kind: "comparison",
          operator: "=",
          left: subject,
          right: { kind: "literal", value, type: subject.type, origin: subject.origin },
          type: { kind: "boolean" },
          origin: subject.origin,
        },
        positive ? "=" : "!=",
      ),
    );
    return positive ? any(parts) : all(parts);
  }

  #comparison(comparison: Comparison, operator: ComparisonOperator): Formula {
    const left = this.#meaning(comparison.left);
    const right = this.#meaning(comparison.right);
    if (left.type.kind === "boolean") return this.#compareTruth(left, right, operator === "=");
    if (left.type.kind === "choice") return this.#compareChoices(left, right, operator === "=");
    if (left.kind === "extreme") return this.#compareExtreme(comparison, operator, left, right);
    if (right.kind === "extreme") return this.#compareExtreme(comparison, mirror(operator), right, left);
    return this.#compareQuotients(operator, left, right) ?? this.#undecided(comparison, operator);
  }

  /** Taken as a whole: it is true, or it is not. */
  #undecided(comparison: Comparison, operator: ComparisonOperator): Formula {
    return this.#truthOf(this.quantities.opaque(comparison), operator === comparison.operator);
  }

  #compareQuotients(operator: ComparisonOperator, left: Expression, right: Expression): Formula | undefined {
    const [a, b] = [this.quantities.expand(left), this.quantities.expand(right)];
    if (a === undefined || b === undefined) return undefined;
    const form: Polynomial = polynomial.difference(
      polynomial.multiply(a.numerator, b.denominator),
      polynomial.multiply(b.numerator, a.denominator),
    );
    const read = [a.numerator, a.denominator, b.numerator, b.denominator].flatMap(polynomial.variablesOf);
    return this.#withValues(
      [...new Set(read)],
      this.#dimensions.relation(operator, form, [...a.divisors, ...b.divisors]),
    );
  }

  #compareTruth(left: Expression, right: Expression, equal: boolean): Formula {
    if (right.kind === "literal") return this.read(left, (valueName(right.value) === "true") === equal);
    if (left.kind === "literal") return this.#compareTruth(right, left, equal);
    return any([
      all([this.read(left, true), this.read(right, equal)]),
      all([this.read(left, false), this.read(right, !equal)]),
    ]);
  }

  #compareChoices(left: Expression, right: Expression, equal: boolean): Formula {
    if (right.kind === "literal") return this.#membership(left, [right.value], equal);
    if (left.kind === "literal") return this.#membership(right, [left.value], equal);
    const names = left.type.kind === "choice" ? left.type.values : [];
    const parts = names.map((name) => {
      const value: Value = { kind: "choice", value: name };
      return all([this.#membership(left, [value], true), this.#membership(right, [value], equal)]);
    });
    return any(parts);
  }

  /** 取低(a, b) is at most c where a or b is. */
  #compareExtreme(
    comparison: Comparison,
    operator: ComparisonOperator,
    extreme: Expression & { kind: "extreme" },
    other: Expression,
  ): Formula {
    const against = (each: ComparisonOperator): readonly Formula[] =>
      extreme.operands.map((operand) =>
        this.#comparison({ ...comparison, operator: each, left: operand, right: other }, each),
      );
    const below = (each: "<" | "<="): Formula => (extreme.which === "min" ? any(against(each)) : all(against(each)));
    const above = (each: ">" | ">="): Formula => (extreme.which === "min" ? all(against(each)) : any(against(each)));
    switch (operator) {
      case "<":
      case "<=":
        return below(operator);
      case ">":
      case ">=":
        return above(operator);
      case "=":
        return all([below("<="), above(">=")]);
      case "!=":
        return any([below("<"), above(">")]);
    }
  }
}

const valueName = (value: Value): string =>
  value.kind === "choice" || value.kind === "boolean" ? `${value.value}` : "";

function divisorsOf(program: Program, quantities: Quantities): ReadonlySet<Variable> {
  const found = new Set<Variable>();
  for (const part of everyExpression(program)) {
    if (part.kind !== "arithmetic" || part.operator !== "/" || part.right.kind !== "input") continue;
    const variable = quantities.input(part.right.name);
    if (variable !== undefined) found.add(variable);
  }
  return found;
}
