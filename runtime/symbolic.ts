/**
 * Tracing: the clauses of a module are run once on values that are not known yet, and each operation writes down the
 * code that will compute it. What has no such code is untraceable, and stays with the clauses as they stand.
 */
import { Special } from "./values.ts";
import type { Value } from "./values.ts";

/** Some operation has no code in plain numbers, or might pass what they hold exactly. */
export class Untraceable extends Error {}

/** Counts stay far enough below 2^53 that a quotient's distance from a half is more than its error as a double. */
export const EXACT_LIMIT = 2 ** 50;

/** A condition that is not made of others, and what holds where it does not. */
export interface Part {
  readonly code: string;
  readonly opposite: string;
}

export class Symbolic extends Special {
  readonly kind = "symbolic";
  /** Whether other code computes with it. */
  isRead = false;

  constructor(
    readonly code: string,
    readonly type: "quantity" | "text" | "truth",
    /** Of a quantity: the whole counts that it may be. */
    readonly low = 0,
    readonly high = 0,
    /** Of a condition: what must hold together for it to hold. */
    readonly parts: readonly Part[] = [{ code, opposite: `!${code}` }],
  ) {
    super();
    if (low < -EXACT_LIMIT || high > EXACT_LIMIT) throw new Untraceable();
  }

  /** No operation may take it for a plain value unawares. */
  [Symbol.toPrimitive](): never {
    throw new Untraceable();
  }
}

const isTraced = (values: readonly Value[]): boolean => values.some((value) => value instanceof Symbolic);

/** Before an operation that has no code in plain numbers. */
export function refuseTraced(...values: readonly Value[]): void {
  if (isTraced(values)) throw new Untraceable();
}

/** The code of a value, to compute with it. */
export function codeOf(value: Value): string {
  if (value instanceof Symbolic) {
    value.isRead = true;
    return value.code;
  }
  if (typeof value === "string") return literal(value);
  if (typeof value === "boolean" || Number.isSafeInteger(value)) return String(value);
  throw new Untraceable();
}

/** A string as code; the separators that end a line in scripts are escaped too. */
export const literal = (text: string): string =>
  JSON.stringify(text).replace(/[\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);

function boundsOf(value: Value): readonly [number, number] {
  if (value instanceof Symbolic && value.type === "quantity") return [value.low, value.high];
  if (typeof value === "number" && Number.isSafeInteger(value)) return [value, value];
  throw new Untraceable();
}

/** Quantities and texts are ordered, and neither is ever NaN: one of the two opposites holds. */
const comparisons = {
  "<": ["<", ">="],
  "<=": ["<=", ">"],
  ">": [">", "<="],
  ">=": [">=", "<"],
  "=": ["===", "!=="],
  "!=": ["!==", "==="],
} as const;

const single = (code: string, opposite: string): Symbolic => new Symbolic(code, "truth", 0, 0, [{ code, opposite }]);

export function comparison(operator: keyof typeof comparisons, a: Value, b: Value): Symbolic | undefined {
  if (!isTraced([a, b])) return undefined;
  const [sign, opposite] = comparisons[operator];
  const [left, right] = [codeOf(a), codeOf(b)];
  return single(`(${left} ${sign} ${right})`, `(${left} ${opposite} ${right})`);
}

export function membership(subject: Value, values: readonly Value[]): Symbolic | undefined {
  if (!isTraced([subject])) return undefined;
  const code = codeOf(subject);
  return new Symbolic(`(${values.map((value) => `${code} === ${codeOf(value)}`).join(" || ")})`, "truth");
}

const partsOf = (truth: Value): readonly Part[] => (truth instanceof Symbolic ? truth.parts : []);

export function connection(operator: "&&" | "||", a: Value, b: Value): Symbolic | undefined {
  if (!isTraced([a, b])) return undefined;
  const code = `(${codeOf(a)} ${operator} ${codeOf(b)})`;
  return operator === "&&"
    ? new Symbolic(code, "truth", 0, 0, [...partsOf(a), ...partsOf(b)])
    : new Symbolic(code, "truth");
}

export function negation(truth: Value): Symbolic | undefined {
  if (!(truth instanceof Symbolic)) return undefined;
  truth.isRead = true;
  const [only, ...others] = truth.parts;
  return only === undefined || others.length > 0
    ? new Symbolic(`!${truth.code}`, "truth")
    : single(only.opposite, only.code);
}

const ends = {
  "+": ([a, b], [c, d]) => [a + c, b + d],
  "-": ([a, b], [c, d]) => [a - d, b - c],
  "*": ([a, b], [c, d]) => [a * c, a * d, b * c, b * d],
} as const satisfies Record<string, (x: readonly [number, number], y: readonly [number, number]) => readonly number[]>;

export function arithmetic(operator: keyof typeof ends, a: Value, b: Value): Symbolic | undefined {
  if (!isTraced([a, b])) return undefined;
  const possible = ends[operator](boundsOf(a), boundsOf(b));
  return new Symbolic(
    `(${codeOf(a)} ${operator} ${codeOf(b)})`,
    "quantity",
    Math.min(...possible),
    Math.max(...possible),
  );
}

export function extreme(which: "min" | "max", values: readonly Value[]): Symbolic | undefined {
  if (!isTraced(values)) return undefined;
  const pick = Math[which];
  const bounds = values.map(boundsOf);
  const [low, high] = [pick(...bounds.map(([least]) => least)), pick(...bounds.map(([, most]) => most))];
  return new Symbolic(`Math.${which}(${values.map(codeOf).join(", ")})`, "quantity", low, high);
}

const roundings = {
  halfUp: (value: string, step: number) => `Math.floor(${value} / ${step} + 0.5)`,
  down: (value: string, step: number) => `Math.floor(${value} / ${step})`,
  up: (value: string, step: number) => `Math.ceil(${value} / ${step})`,
} as const;

/** Of what may be negative, the runtime's own function takes care: it is called `round` in traced code. */
export function rounding(method: keyof typeof roundings, value: Value, step: number | bigint): Symbolic | undefined {
  if (!isTraced([value])) return undefined;
  const [low, high] = boundsOf(value);
  if (typeof step !== "number") throw new Untraceable();
  const code = codeOf(value);
  return new Symbolic(
    low < 0 ? `round.${method}(${code}, ${step})` : roundings[method](code, step),
    "quantity",
    -Math.ceil(-low / step),
    Math.ceil(high / step),
  );
}
