/** Sums of products of variables with exact coefficients: the form in which unlike writings of a condition meet. */
import type { Rational } from "../../grammar/rational.ts";
import { ONE, ZERO, add as plus, divide, multiply as times, negate } from "../../grammar/rational.ts";
import type { Interval } from "./interval.ts";
import { EVERYTHING, addIntervals, multiplyIntervals, scaleInterval } from "./interval.ts";

/** An input as a number (days, months, the place in its list of values), or an expression taken as it stands. */
export interface Variable {
  readonly key: string;
  /** The author's order. */
  readonly order: number;
  /** None for an expression that the proof does not look into. */
  readonly input: string | undefined;
  /** The inputs that such an expression reads. */
  readonly reads: readonly string[];
  readonly range: Interval;
  readonly grain: Rational | undefined;
  /** A number of something, or a place on the calendar or in a list. */
  readonly scale: "quantity" | "time" | "list";
}

export interface Term {
  readonly key: string;
  /** In order, repeated for powers; empty for the constant. */
  readonly variables: readonly Variable[];
  readonly coefficient: Rational;
}

export type Polynomial = ReadonlyMap<string, Term>;

const monomialKey = (variables: readonly Variable[]): string =>
  variables.map((variable) => variable.key).join("\u0001");

function collect(terms: Iterable<Term>): Polynomial {
  const sum = new Map<string, Term>();
  for (const term of terms) {
    const before = sum.get(term.key);
    const coefficient = before === undefined ? term.coefficient : plus(before.coefficient, term.coefficient);
    if (coefficient.numerator === 0n) sum.delete(term.key);
    else sum.set(term.key, { ...term, coefficient });
  }
  return sum;
}

export const constant = (value: Rational): Polynomial => collect([{ key: "", variables: [], coefficient: value }]);
export const single = (variable: Variable): Polynomial =>
  collect([{ key: variable.key, variables: [variable], coefficient: ONE }]);
export const product = (variables: readonly Variable[]): Polynomial =>
  collect([{ key: monomialKey(variables), variables, coefficient: ONE }]);

export const sum = (a: Polynomial, b: Polynomial): Polynomial => collect([...a.values(), ...b.values()]);

export const scale = (a: Polynomial, factor: Rational): Polynomial =>
  collect([...a.values()].map((term) => ({ ...term, coefficient: times(term.coefficient, factor) })));

export const difference = (a: Polynomial, b: Polynomial): Polynomial => sum(a, scale(b, negate(ONE)));

export function multiply(a: Polynomial, b: Polynomial): Polynomial {
  const terms: Term[] = [];
  for (const left of a.values())
    for (const right of b.values()) {
      const variables = [...left.variables, ...right.variables].sort((x, y) => x.order - y.order);
      terms.push({
        key: monomialKey(variables),
        variables,
        coefficient: times(left.coefficient, right.coefficient),
      });
    }
  return collect(terms);
}

export const constantTerm = (a: Polynomial): Rational => a.get("")?.coefficient ?? ZERO;
export const isConstant = (a: Polynomial): boolean => a.size === 0 || (a.size === 1 && a.has(""));

/** In a fixed order, whatever order they were added in. */
export const properTerms = (a: Polynomial): Term[] =>
  [...a.values()].filter((term) => term.key !== "").sort((x, y) => firstDifference(x.variables, y.variables));

function firstDifference(a: readonly Variable[], b: readonly Variable[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const by = (a[index]?.order ?? 0) - (b[index]?.order ?? 0);
    if (by !== 0) return by;
  }
  return a.length - b.length;
}

export const polynomialKey = (a: Polynomial): string =>
  [...properTerms(a), ...(a.has("") ? [a.get("")] : [])]
    .map((term) => (term ? `${term.coefficient.numerator}/${term.coefficient.denominator}*${term.key}` : ""))
    .join("+");

export function variablesOf(a: Polynomial): Variable[] {
  const found = new Set<Variable>();
  for (const term of a.values()) for (const variable of term.variables) found.add(variable);
  return [...found].sort((x, y) => x.order - y.order);
}

export const monomialRange = (variables: readonly Variable[]): Interval => {
  const [first, ...others] = variables;
  return first === undefined
    ? EVERYTHING
    : others.reduce((range, variable) => multiplyIntervals(range, variable.range), first.range);
};

/** Bounds that follow from each term's own. */
export function rangeOf(a: Polynomial): Interval {
  const start: Interval = { low: { value: ZERO, after: false }, high: { value: ZERO, after: true } };
  let range = start;
  for (const term of a.values())
    range = addIntervals(
      range,
      term.key === ""
        ? { low: { value: term.coefficient, after: false }, high: { value: term.coefficient, after: true } }
        : scaleInterval(monomialRange(term.variables), term.coefficient),
    );
  return range;
}

/** Puts numbers for some variables. */
export function substitute(a: Polynomial, values: ReadonlyMap<Variable, Rational>): Polynomial {
  return collect(
    [...a.values()].map((term) => {
      let coefficient = term.coefficient;
      const variables = term.variables.filter((variable) => {
        const value = values.get(variable);
        if (value === undefined) return true;
        coefficient = times(coefficient, value);
        return false;
      });
      return { key: monomialKey(variables), variables, coefficient };
    }),
  );
}

/** Divides by the first term's coefficient: the factor is returned beside it. */
export function normalise(a: Polynomial): { readonly form: Polynomial; readonly factor: Rational } {
  const factor = properTerms(a)[0]?.coefficient ?? ONE;
  return { form: scale(a, divide(ONE, factor)), factor };
}
