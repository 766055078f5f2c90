/**
 * What generated code computes with. A quantity is a count of its smallest unit (分, one ten-thousandth), known when the
 * code is generated: a plain `number` up to 2^53 − 1, a `bigint` beyond, a `Fraction` where it is no whole count.
 * Dates and months are ISO text, listed values their names, conditions `boolean`. All else is a `Special`.
 */
import type { InputFault } from "./contract.ts";

/** A value that is no single plain one; fast paths leave these to the slow ones. */
export abstract class Special {
  abstract readonly kind: "fraction" | "interval" | "options" | "elsewhere" | "obstacle" | "symbolic";
}

/** In lowest terms; the bottom is above 1. */
export class Fraction extends Special {
  readonly kind = "fraction";
  constructor(
    readonly top: bigint,
    readonly bottom: bigint,
  ) {
    super();
  }
}

/** 裁量: any value from low to high. */
export class Interval extends Special {
  readonly kind = "interval";
  constructor(
    readonly low: Scalar,
    readonly high: Scalar,
  ) {
    super();
  }
}

/** 择一 */
export class Options extends Special {
  readonly kind = "options";
  constructor(readonly options: readonly string[]) {
    super();
  }
}

/** 另行规定: granted, the amount stands elsewhere. */
export class Elsewhere extends Special {
  readonly kind = "elsewhere";
  constructor(readonly text: string) {
    super();
  }
}

export type Exact = number | bigint | Fraction;
/** A single value. */
export type Scalar = Exact | string | boolean;
export type Quantity = number | bigint | Special;
/** A date, a month or a listed value. */
export type Text = string | Special;
/** Three-valued: yes, no, or what stands in the way of telling. */
export type Truth = boolean | Special;
export type Value = Quantity | string | boolean;

export interface Period {
  readonly from: string;
  readonly to?: string;
}

export type Trouble =
  | { readonly status: "fault"; readonly faults: readonly InputFault[] }
  | { readonly status: "conflict"; readonly clauses: readonly string[] }
  | {
      readonly status: "notInForce";
      readonly period: Period;
      readonly phase: "before" | "after";
      readonly clauses: readonly string[];
    }
  | { readonly status: "notApplicable"; readonly reason: string }
  | {
      readonly status: "exhausted";
      readonly pool: string;
      /** An exact decimal. */
      readonly remaining: string;
      readonly unit: string;
      /** What remains, as a person reads it. */
      readonly text: string;
      readonly clauses: readonly string[];
    }
  | { readonly status: "missing"; readonly needs: readonly string[]; readonly reason: string | undefined };

/** What keeps something from having a value. */
export class Obstacle extends Special {
  readonly kind = "obstacle";
  constructor(readonly trouble: Trouble) {
    super();
  }
}

/** Through arithmetic and conditions alike, the first of these wins. */
const precedence: readonly Trouble["status"][] = [
  "fault",
  "conflict",
  "notInForce",
  "notApplicable",
  "exhausted",
  "missing",
];

export const missing = (needs: readonly string[], reason?: string): Obstacle =>
  new Obstacle({ status: "missing", needs, reason });

/** No input would decide it. */
export const undecidable = (reason: string): Obstacle => missing([], reason);

export const fault = (code: InputFault["code"], term: string, message: string): Obstacle =>
  new Obstacle({ status: "fault", faults: [{ code, term, message }] });

const union = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

/** Names the period or the pool of what stands in the way; of several, the first by it is told, whatever the order of clauses. */
function nameOf(trouble: Trouble): string {
  if (trouble.status === "notInForce") return `${trouble.period.from} ${trouble.period.to ?? "~"}`;
  return trouble.status === "exhausted" ? trouble.pool : "";
}

function mergeAlike(first: Obstacle, alike: readonly Obstacle[]): Obstacle {
  if (alike.length === 1) return first;
  const troubles = alike.map(({ trouble }) => trouble);
  switch (first.trouble.status) {
    case "fault":
      return new Obstacle({
        status: "fault",
        faults: troubles.flatMap((trouble) => (trouble.status === "fault" ? trouble.faults : [])),
      });
    case "conflict":
      return new Obstacle({
        status: "conflict",
        clauses: union(troubles.map((trouble) => (trouble.status === "conflict" ? trouble.clauses : []))),
      });
    case "missing":
      return missing(
        union(troubles.map((trouble) => (trouble.status === "missing" ? trouble.needs : []))),
        troubles.flatMap((trouble) =>
          trouble.status === "missing" && trouble.reason !== undefined ? [trouble.reason] : [],
        )[0],
      );
    case "notInForce":
    case "exhausted": {
      const [name] = troubles.map(nameOf).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const named = troubles.filter((trouble) => nameOf(trouble) === name);
      const clauses = union(named.map((trouble) => ("clauses" in trouble ? trouble.clauses : [])));
      return new Obstacle({ ...(named[0] ?? first.trouble), clauses } as Trouble);
    }
    default:
      return first;
  }
}

/** What stands in the way, where any one of these may settle the matter: all that is missing would help. */
export function mergeAny(values: readonly Value[]): Obstacle | undefined {
  const obstacles = values.filter((value) => value instanceof Obstacle);
  for (const status of precedence) {
    const alike = obstacles.filter(({ trouble }) => trouble.status === status);
    const [first] = alike;
    if (first !== undefined) return mergeAlike(first, alike);
  }
  return undefined;
}

/** What stands in the way, where all of these are needed: once one is out of reach, no input would help. */
export function mergeAll(values: readonly Value[]): Obstacle | undefined {
  const merged = mergeAny(values);
  if (merged?.trouble.status !== "missing") return merged;
  for (const value of values)
    if (value instanceof Obstacle && value.trouble.status === "missing" && value.trouble.needs.length === 0)
      return value;
  return merged;
}
