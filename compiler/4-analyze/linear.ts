/**
 * Exact elimination (Fourier–Motzkin) over the rationals: whether inequalities can hold together, and how far one
 * unknown can move. Products of inputs count as unknowns of their own, so "impossible" is sound and "possible" is not.
 */
import type { Rational } from "../../grammar/rational.ts";
import { ZERO, add, compare, divide, multiply, negate, sign } from "../../grammar/rational.ts";
import type { Interval } from "./interval.ts";
import { EVERYTHING, intersect, snap } from "./interval.ts";
import type { Polynomial, Term } from "./polynomial.ts";
import { constantTerm, properTerms } from "./polynomial.ts";

/** Polynomial above zero, or with `strict` false at least zero. */
export interface Constraint {
  readonly form: Polynomial;
  readonly strict: boolean;
}

/** Sum of coefficient times unknown, plus a constant, above zero or at least zero. */
interface Row {
  readonly coefficients: ReadonlyMap<string, Rational>;
  readonly constant: Rational;
  readonly strict: boolean;
}

/** Elimination can square the number of rows at each step; beyond this it gives up. */
const ROW_LIMIT = 400;

/** Undefined: no such rows can hold together. */
type Rows = readonly Row[] | undefined;

const absolute = (value: Rational): Rational => (sign(value) < 0 ? negate(value) : value);

/** Keeps of all rows in one direction the narrowest. */
function tidy(rows: readonly Row[]): Rows {
  const narrowest = new Map<string, Row>();
  for (const row of rows) {
    const [lead] = row.coefficients.values();
    if (lead === undefined) {
      if (sign(row.constant) < 0 || (row.strict && sign(row.constant) === 0)) return undefined;
      continue;
    }
    const size = absolute(lead);
    const coefficients = new Map([...row.coefficients].map(([name, value]) => [name, divide(value, size)]));
    const scaled: Row = { coefficients, constant: divide(row.constant, size), strict: row.strict };
    const key = [...coefficients]
      .map(([name, { numerator, denominator }]) => `${name}:${numerator}/${denominator}`)
      .join(" ");
    const before = narrowest.get(key);
    const order = before === undefined ? -1 : compare(scaled.constant, before.constant);
    if (order < 0 || (order === 0 && scaled.strict)) narrowest.set(key, scaled);
  }
  return [...narrowest.values()];
}

const byCodePoint = ([a]: readonly [string, Rational], [b]: readonly [string, Rational]): number => (a < b ? -1 : 1);

function combine(lower: Row, upper: Row, unknown: string): Row {
  const [a, b] = [lower.coefficients.get(unknown) ?? ZERO, negate(upper.coefficients.get(unknown) ?? ZERO)];
  const sums = new Map<string, Rational>();
  for (const [row, factor] of [
    [lower, b],
    [upper, a],
  ] as const)
    for (const [name, value] of row.coefficients) sums.set(name, add(sums.get(name) ?? ZERO, multiply(value, factor)));
  return {
    coefficients: new Map([...sums].filter(([, value]) => sign(value) !== 0).sort(byCodePoint)),
    constant: add(multiply(lower.constant, b), multiply(upper.constant, a)),
    strict: lower.strict || upper.strict,
  };
}

function eliminate(rows: readonly Row[], unknown: string): Rows {
  const lowers: Row[] = [];
  const uppers: Row[] = [];
  const others: Row[] = [];
  for (const row of rows) {
    const direction = sign(row.coefficients.get(unknown) ?? ZERO);
    (direction > 0 ? lowers : direction < 0 ? uppers : others).push(row);
  }
  if (lowers.length * uppers.length + others.length > ROW_LIMIT) return others;
  for (const lower of lowers) for (const upper of uppers) others.push(combine(lower, upper, unknown));
  return tidy(others);
}

const toRow = (form: Polynomial, strict: boolean): Row => ({
  coefficients: new Map(
    properTerms(form)
      .map((term) => [term.key, term.coefficient] as const)
      .sort(byCodePoint),
  ),
  constant: constantTerm(form),
  strict,
});

function boundRows(key: string, { low, high }: Interval): Row[] {
  const coefficient = (value: 1n | -1n): ReadonlyMap<string, Rational> =>
    new Map([[key, { numerator: value, denominator: 1n }]]);
  return [
    ...(low === undefined ? [] : [{ coefficients: coefficient(1n), constant: negate(low.value), strict: low.after }]),
    ...(high === undefined ? [] : [{ coefficients: coefficient(-1n), constant: high.value, strict: !high.after }]),
  ];
}

/** A system of constraints, with the bounds that each unknown has by itself. */
function rowsOf(constraints: readonly Constraint[], bounds: (term: Term) => Interval): Rows {
  const terms = new Map<string, Term>();
  for (const { form } of constraints) for (const term of properTerms(form)) terms.set(term.key, term);
  return tidy([
    ...constraints.map(({ form, strict }) => toRow(form, strict)),
    ...[...terms.values()].flatMap((term) => boundRows(term.key, bounds(term))),
  ]);
}

const unknownsOf = (rows: readonly Row[]): Set<string> => new Set(rows.flatMap((row) => [...row.coefficients.keys()]));

/**
 * How far the unknown can move while the rest can still be chosen; undefined where nothing can. On a grid, the cut
 * after the last possible number. `own`: the narrowest known bounds of each unknown.
 */
export function reach(
  unknown: string,
  grain: Rational | undefined,
  constraints: readonly Constraint[],
  own: (term: Term) => Interval,
): Interval | undefined {
  let rows = rowsOf(constraints, own);
  if (rows === undefined) return undefined;
  for (const other of unknownsOf(rows)) {
    if (other === unknown) continue;
    rows = eliminate(rows, other);
    if (rows === undefined) return undefined;
  }
  let interval: Interval = EVERYTHING;
  for (const row of rows) {
    const coefficient = row.coefficients.get(unknown);
    if (coefficient === undefined || row.coefficients.size > 1) continue;
    const value = divide(negate(row.constant), coefficient);
    const bound: Interval =
      sign(coefficient) > 0
        ? { low: { value, after: row.strict }, high: undefined }
        : { low: undefined, high: { value, after: !row.strict } };
    const narrowed = intersect(interval, bound);
    if (narrowed === undefined) return undefined;
    interval = narrowed;
  }
  return snap(interval, grain);
}

/** Whether no numbers at all satisfy the constraints. */
export function isImpossible(constraints: readonly Constraint[], own: (term: Term) => Interval): boolean {
  let rows = rowsOf(constraints, own);
  for (const unknown of unknownsOf(rows ?? [])) {
    rows = rows && eliminate(rows, unknown);
  }
  return rows === undefined;
}
