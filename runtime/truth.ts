/** Three-valued conditions. A comparison on an interval holds or fails only if all of it does. */
import { compareScalars, times } from "./exact.ts";
import { comparison, connection, membership, negation, refuseTraced } from "./symbolic.ts";
import { Elsewhere, Interval, mergeAll, mergeAny, Obstacle, Options, Special, undecidable } from "./values.ts";
import type { Quantity, Scalar, Text, Truth, Value } from "./values.ts";

type Operator = "<" | "<=" | ">" | ">=" | "=" | "!=";

const opposites = { "<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "!=", "!=": "=" } as const;

function holds(operator: Operator, a: Scalar, b: Scalar): boolean {
  const order = compareScalars(a, b);
  switch (operator) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function possibilities(value: Value): readonly Scalar[] {
  if (value instanceof Options) return value.options;
  return value instanceof Interval ? [value.low, value.high] : [value as Scalar];
}

/** Two intervals are surely unequal only where one lies wholly below the other. */
function surely(operator: Operator, a: Value, b: Value): boolean {
  const every = (by: Operator): boolean =>
    possibilities(a).every((x) => possibilities(b).every((y) => holds(by, x, y)));
  if (operator === "!=" && (a instanceof Interval || b instanceof Interval)) return every("<") || every(">");
  return every(operator);
}

const leftOpen = (name: string): Obstacle => undecidable(`「${name}」在条款中留有裁量余地,不能判断`);

const setElsewhere = (value: Value, name: string): Obstacle | undefined =>
  value instanceof Elsewhere ? undecidable(`「${name}」的数额由其他规定确定,不能判断`) : undefined;

/** For sides that may be left open, which are named as the policy writes them. */
export function compared(operator: Operator, a: Value, b: Value, left = "", right = ""): Truth {
  if (typeof a === "string" && typeof b === "string") return holds(operator, a, b);
  const traced = comparison(operator, a, b);
  if (traced !== undefined) return traced;
  const obstacle = mergeAll([a, b]) ?? setElsewhere(a, left) ?? setElsewhere(b, right);
  if (obstacle !== undefined) return obstacle;
  if (surely(operator, a, b)) return true;
  if (surely(opposites[operator], a, b)) return false;
  return leftOpen(a instanceof Interval || a instanceof Options ? left : right);
}

type Ordered = Quantity | Text;

const slowly =
  (operator: Operator) =>
  (a: Value, b: Value): Truth =>
    compared(operator, a, b);
const atMostSlowly = slowly("<=");
const belowSlowly = slowly("<");
const atLeastSlowly = slowly(">=");
const aboveSlowly = slowly(">");
const equalSlowly = slowly("=");
const unequalSlowly = slowly("!=");

// The comparisons below are kept small enough to be inlined whatever the size of the code that calls them.

/** 不高于; of dates, 不晚于 */
export function atMost(a: Ordered, b: Ordered): Truth {
  if (typeof a === "number" && typeof b === "number") return a <= b;
  return atMostSlowly(a, b);
}

/** 低于 */
export function below(a: Ordered, b: Ordered): Truth {
  if (typeof a === "number" && typeof b === "number") return a < b;
  return belowSlowly(a, b);
}

/** 不低于 */
export function atLeast(a: Ordered, b: Ordered): Truth {
  if (typeof a === "number" && typeof b === "number") return a >= b;
  return atLeastSlowly(a, b);
}

/** 高于 */
export function above(a: Ordered, b: Ordered): Truth {
  if (typeof a === "number" && typeof b === "number") return a > b;
  return aboveSlowly(a, b);
}

export function equal(a: Value, b: Value): Truth {
  if (typeof a === "string" && typeof b === "string") return a === b;
  return equalSlowly(a, b);
}

/** Equal to a value that the policy names. */
export function is(a: Text, value: string): Truth {
  if (typeof a === "string") return a === value;
  return equalSlowly(a, value);
}

export function unequal(a: Value, b: Value): Truth {
  if (typeof a === "string" && typeof b === "string") return a !== b;
  return unequalSlowly(a, b);
}

const LIMIT = Number.MAX_SAFE_INTEGER;

/** part ÷ whole 不高于 top ÷ bottom, without dividing; `whole` is positive. */
export function shareAtMost(part: Quantity, whole: Quantity, top: number, bottom: number): Truth {
  if (typeof part === "number" && typeof whole === "number") {
    const left = part * bottom;
    const right = whole * top;
    if (left <= LIMIT && left >= -LIMIT && right <= LIMIT) return left <= right;
  }
  return atMostSlowly(times(part, bottom), times(whole, top));
}

export function shareBelow(part: Quantity, whole: Quantity, top: number, bottom: number): Truth {
  if (typeof part === "number" && typeof whole === "number") {
    const left = part * bottom;
    const right = whole * top;
    if (left <= LIMIT && left >= -LIMIT && right <= LIMIT) return left < right;
  }
  return belowSlowly(times(part, bottom), times(whole, top));
}

export const shareAtLeast = (part: Quantity, whole: Quantity, top: number, bottom: number): Truth =>
  not(shareBelow(part, whole, top, bottom));

export const shareAbove = (part: Quantity, whole: Quantity, top: number, bottom: number): Truth =>
  not(shareAtMost(part, whole, top, bottom));

/** 属于 */
export function oneOf(subject: Value, values: readonly Scalar[], name = ""): Truth {
  if (typeof subject === "string") {
    for (const value of values) if (value === subject) return true;
    return false;
  }
  const stopped = membership(subject, values) ?? mergeAll([subject]) ?? setElsewhere(subject, name);
  if (stopped !== undefined) return stopped;
  const isOne = (scalar: Scalar): boolean => values.some((value) => compareScalars(scalar, value) === 0);
  if (!(subject instanceof Interval) && possibilities(subject).every(isOne)) return true;
  if (values.some((value) => surely("=", subject, value))) return true;
  if (values.every((value) => surely("!=", subject, value))) return false;
  return leftOpen(name);
}

/** 且: one 否 settles it, whatever the others are. */
export const and = (...truths: readonly Truth[]): Truth => truths.reduce(both);

/** 或: one 是 settles it, whatever the others are. */
export const or = (...truths: readonly Truth[]): Truth => truths.reduce(either);

function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  if (a === true) return b;
  return b === true ? a : (connection("&&", a, b) ?? mergeAny([a, b]) ?? true);
}

function either(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true;
  if (a === false) return b;
  return b === false ? a : (connection("||", a, b) ?? mergeAny([a, b]) ?? false);
}

export const not = (truth: Truth): Truth => (typeof truth === "boolean" ? !truth : (negation(truth) ?? truth));

/** A condition left open by a choice, or granted elsewhere, is neither true nor false. */
export function decided(truth: Truth, name: string): Truth {
  refuseTraced(truth);
  return typeof truth === "boolean" || truth instanceof Obstacle ? truth : leftOpen(name);
}

/** Whether two values are the same, special ones included. */
export function isSame(a: Value, b: Value): boolean {
  if (a instanceof Interval)
    return b instanceof Interval && compareScalars(a.low, b.low) === 0 && compareScalars(a.high, b.high) === 0;
  if (a instanceof Options)
    return b instanceof Options && a.options.toSorted().join("、") === b.options.toSorted().join("、");
  if (a instanceof Elsewhere) return b instanceof Elsewhere && a.text === b.text;
  if (b instanceof Special && b.kind !== "fraction") return false;
  return compareScalars(a as Scalar, b as Scalar) === 0;
}
