/** The lines on which conditions draw their boundaries: one input, a ratio of two, or a sum of several. */
import type { Rational } from "../../grammar/rational.ts";
import { ONE, ZERO, divide, multiply as times, negate, rational, sign } from "../../grammar/rational.ts";
import type { ComparisonOperator } from "../lowered.ts";
import type { Cut, Interval, Region } from "./interval.ts";
import * as intervals from "./interval.ts";
import type { Polynomial, Term, Variable } from "./polynomial.ts";
import * as polynomial from "./polynomial.ts";

export interface Dimension {
  readonly key: string;
  readonly numerator: Polynomial;
  /** Of a ratio: a product that is positive wherever the ratio is spoken of. */
  readonly denominator: readonly Variable[] | undefined;
  readonly variables: readonly Variable[];
  /** What the inputs' limits leave possible. */
  readonly range: Interval;
  readonly grain: Rational | undefined;
}

/** A condition over dimensions, with negations carried out. */
export type Formula =
  /** `restated`: it only repeats a limit of its input, and does no harm. */
  | { readonly kind: "constant"; readonly value: boolean; readonly restated: boolean }
  | { readonly kind: "atom"; readonly dimension: Dimension; readonly region: Region }
  | { readonly kind: "all" | "any"; readonly operands: readonly Formula[] };

export const TRUE: Formula = { kind: "constant", value: true, restated: false };
export const FALSE: Formula = { kind: "constant", value: false, restated: false };

export function all(operands: readonly Formula[]): Formula {
  const open = operands.filter((operand) => operand.kind !== "constant" || !operand.value);
  const refuted = open.find((operand) => operand.kind === "constant");
  const [first] = open;
  if (first === undefined) return operands[0] ?? TRUE;
  return refuted ?? (open.length === 1 ? first : { kind: "all", operands: open });
}

export function any(operands: readonly Formula[]): Formula {
  const open = operands.filter((operand) => operand.kind !== "constant" || operand.value);
  const settled = open.find((operand) => operand.kind === "constant");
  const [first] = open;
  if (first === undefined) return operands[0] ?? FALSE;
  return settled ?? (open.length === 1 ? first : { kind: "any", operands: open });
}

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "=": "=",
  "!=": "!=",
};
export const mirror = (operator: ComparisonOperator): ComparisonOperator => mirrored[operator];

const opposites: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "=": "!=",
  "!=": "=",
};
export const opposite = (operator: ComparisonOperator): ComparisonOperator => opposites[operator];

function greatestCommonGrain(a: Rational, b: Rational): Rational {
  let [x, y] = [a.numerator * b.denominator, b.numerator * a.denominator];
  while (y !== 0n) [x, y] = [y, x % y];
  return rational(x < 0n ? -x : x, a.denominator * b.denominator);
}

/** The step that all values of a sum keep to, where all its parts keep to one. */
function grainOf(form: Polynomial): Rational | undefined {
  let common: Rational | undefined;
  for (const term of form.values()) {
    let grain: Rational = term.coefficient;
    for (const variable of term.variables) {
      if (variable.grain === undefined) return undefined;
      grain = times(grain, variable.grain);
    }
    common = common === undefined ? grain : greatestCommonGrain(common, grain);
  }
  return common;
}

function ratioRange(numerator: readonly Variable[], denominator: readonly Variable[]): Interval {
  const top = polynomial.monomialRange(numerator);
  const bottom = polynomial.monomialRange(denominator);
  if (!intervals.isNonNegative(top)) return intervals.EVERYTHING;
  const least: Cut = { value: ZERO, after: intervals.isPositive(top) };
  const low: Cut =
    top.low && bottom.high && sign(top.low.value) > 0
      ? { value: divide(top.low.value, bottom.high.value), after: false }
      : least;
  const high: Cut | undefined =
    top.high && bottom.low && sign(bottom.low.value) > 0
      ? { value: divide(top.high.value, bottom.low.value), after: true }
      : undefined;
  return { low, high };
}

/** Makes each dimension once. */
export class Dimensions {
  readonly #known = new Map<string, Dimension>();

  /** `divisors`: inputs that the policy itself divides by; ratios are read the way it writes them. */
  constructor(readonly divisors: ReadonlySet<Variable>) {}

  #dimension(key: string, make: () => Omit<Dimension, "key">): Dimension {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = { key, ...make() };
    this.#known.set(key, made);
    return made;
  }

  sum(form: Polynomial): Dimension {
    return this.#dimension(polynomial.polynomialKey(form), () => ({
      numerator: form,
      denominator: undefined,
      variables: polynomial.variablesOf(form),
      range: polynomial.rangeOf(form),
      grain: grainOf(form),
    }));
  }

  #ratio(numerator: Term, denominator: Term): Dimension {
    return this.#dimension(`${numerator.key} per ${denominator.key}`, () => ({
      numerator: polynomial.product(numerator.variables),
      denominator: denominator.variables,
      variables: [...new Set([...denominator.variables, ...numerator.variables])],
      range: ratioRange(numerator.variables, denominator.variables),
      grain: undefined,
    }));
  }

  /** `dimension operator value`, within the dimension's limits. */
  atom(dimension: Dimension, operator: ComparisonOperator, value: Rational): Formula {
    const written = intervals.snapRegion(intervals.fromComparison(operator, value), dimension.grain);
    const { range } = dimension;
    const region = intervals.intersectRegion(written, range);
    if (region.length > 0 && !intervals.sameRegion(region, [range])) return { kind: "atom", dimension, region };
    const restated = intervals
      .fromComparison(operator, value)
      .some(
        ({ low, high }) =>
          (low !== undefined && range.low !== undefined && intervals.compareCuts(low, range.low) === 0) ||
          (high !== undefined && range.high !== undefined && this.#reaches(high, range.high, dimension.grain)),
      );
    return { kind: "constant", value: region.length > 0, restated };
  }

  #reaches(high: Cut, limit: Cut, grain: Rational | undefined): boolean {
    return intervals.compareCuts(grain === undefined ? high : intervals.snapCut(high, grain), limit) === 0;
  }

  /** Membership of a set of numbers. */
  within(dimension: Dimension, values: readonly Rational[], positive: boolean): Formula {
    const { range } = dimension;
    const chosen = values
      .flatMap((value) => intervals.fromComparison("=", value))
      .sort((a, b) => (a.low && b.low ? intervals.compareCuts(a.low, b.low) : 0));
    const inside = intervals.intersectRegion(intervals.snapRegion(chosen, dimension.grain), range);
    const region = positive ? inside : intervals.complement(inside, range);
    if (region.length === 0) return FALSE;
    return intervals.sameRegion(region, [range]) ? TRUE : { kind: "atom", dimension, region };
  }

  /** `polynomial operator 0`, where each of `divisors` must be positive besides. */
  relation(operator: ComparisonOperator, form: Polynomial, divisors: readonly Polynomial[]): Formula {
    const positive = new Set<Variable>();
    for (const divisor of divisors)
      if (divisor.size === 1) for (const variable of polynomial.variablesOf(divisor)) positive.add(variable);
    return all([
      ...divisors.map((divisor) => this.#core(">", divisor, new Set())),
      this.#core(operator, form, positive),
    ]);
  }

  #core(operator: ComparisonOperator, form: Polynomial, positive: ReadonlySet<Variable>): Formula {
    if (polynomial.isConstant(form)) return this.#decide(operator, polynomial.constantTerm(form));
    const terms = polynomial.properTerms(form);
    const constant = polynomial.constantTerm(form);
    const shared = sign(constant) === 0 && terms.length > 1 ? this.#sharedFactor(terms) : undefined;
    if (shared !== undefined) {
      const rest = this.#core(operator, withoutFactor(terms, shared), positive);
      if (positive.has(shared) || intervals.isPositive(shared.range)) return rest;
      return any([
        all([this.#core(">", polynomial.single(shared), positive), rest]),
        all([this.#core("=", polynomial.single(shared), positive), this.#decide(operator, ZERO)]),
      ]);
    }
    const [first, second, third] = terms;
    if (first !== undefined && second !== undefined && third === undefined && sign(constant) === 0)
      return this.#homogeneous(operator, form, first, second, positive);
    const proper = polynomial.difference(form, polynomial.constant(constant));
    const { form: normal, factor } = polynomial.normalise(proper);
    return this.atom(
      this.sum(normal),
      sign(factor) < 0 ? mirror(operator) : operator,
      divide(negate(constant), factor),
    );
  }

  #decide(operator: ComparisonOperator, value: Rational): Formula {
    return intervals.fromComparison(operator, ZERO).some((interval) => intervals.contains(interval, value))
      ? TRUE
      : FALSE;
  }

  /** A never negative variable that stands in every term. */
  #sharedFactor(terms: readonly Term[]): Variable | undefined {
    return terms[0]?.variables.find(
      (variable) => intervals.isNonNegative(variable.range) && terms.every((term) => term.variables.includes(variable)),
    );
  }

  /** a·x + b·y against 0 is x/y against -b/a where y is positive; y = 0 is a case of its own. */
  #homogeneous(
    operator: ComparisonOperator,
    form: Polynomial,
    first: Term,
    second: Term,
    positive: ReadonlySet<Variable>,
  ): Formula {
    const [rankFirst, rankSecond] = [this.#rank(first), this.#rank(second)];
    if (Math.max(rankFirst, rankSecond) === 0) {
      const { form: normal, factor } = polynomial.normalise(form);
      return this.atom(this.sum(normal), sign(factor) < 0 ? mirror(operator) : operator, ZERO);
    }
    const [numerator, denominator] = rankFirst >= rankSecond ? [second, first] : [first, second];
    const bound = divide(negate(denominator.coefficient), numerator.coefficient);
    const ratio = this.atom(
      this.#ratio(numerator, denominator),
      sign(numerator.coefficient) < 0 ? mirror(operator) : operator,
      bound,
    );
    const doubtful = [...new Set(denominator.variables)].filter(
      (variable) => !positive.has(variable) && !intervals.isPositive(variable.range),
    );
    if (doubtful.length === 0) return ratio;
    return any([
      all([...doubtful.map((variable) => this.#core(">", polynomial.single(variable), positive)), ratio]),
      ...doubtful.map((variable) =>
        all([
          this.#core("=", polynomial.single(variable), positive),
          this.#core(operator, polynomial.substitute(form, new Map([[variable, ZERO]])), positive),
        ]),
      ),
    ]);
  }

  /** How well a term serves as a denominator; by limits alone, so that all conditions choose alike. */
  #rank(term: Term): number {
    if (!term.variables.every((variable) => intervals.isNonNegative(variable.range))) return 0;
    const divided = term.variables.every((variable) => this.divisors.has(variable)) ? 2 : 0;
    return 1 + divided + (term.variables.every((variable) => intervals.isPositive(variable.range)) ? 1 : 0);
  }
}

function withoutFactor(terms: readonly Term[], factor: Variable): Polynomial {
  let rest: Polynomial = new Map();
  for (const term of terms) {
    const index = term.variables.indexOf(factor);
    const variables = term.variables.filter((_, position) => position !== index);
    const monomial = variables.length === 0 ? polynomial.constant(ONE) : polynomial.product(variables);
    rest = polynomial.sum(rest, polynomial.scale(monomial, term.coefficient));
  }
  return rest;
}
