/** What evaluating something can come to, and which of several answers wins. */
import type { Rational } from "../../grammar/rational.ts";
import type { InputFault } from "../../runtime/contract.ts";
import type { Period, QuantityType, Value } from "../lowered.ts";

export type Phase = "before" | "after";

export interface Determined {
  readonly status: "determined";
  readonly value: Value;
}

/** Any value from low to high. */
export interface Discretion {
  readonly status: "discretion";
  readonly low: Value;
  readonly high: Value;
}

/** 择一 */
export interface Options {
  readonly status: "options";
  readonly options: readonly string[];
}

/** 另行规定: granted, the amount stands elsewhere. */
export interface Elsewhere {
  readonly status: "elsewhere";
  readonly text: string;
}

export type Known = Determined | Discretion | Options | Elsewhere;

/** The data is at fault (a division by zero): nothing can be answered. */
export interface Faulty {
  readonly status: "fault";
  readonly faults: readonly InputFault[];
}

export interface Conflict {
  readonly status: "conflict";
  readonly clauses: readonly string[];
}

export interface NotInForce {
  readonly status: "notInForce";
  readonly period: Period;
  readonly phase: Phase;
  readonly clauses: readonly string[];
}

export interface NotApplicable {
  readonly status: "notApplicable";
  readonly reason: string;
}

export interface Exhausted {
  readonly status: "exhausted";
  readonly pool: string;
  readonly remaining: Rational;
  readonly type: QuantityType;
  readonly clauses: readonly string[];
}

export interface Missing {
  readonly status: "missing";
  /** Names of the inputs that would decide it; none where no input would. */
  readonly needs: readonly string[];
  /** Why no input would. */
  readonly reason: string | undefined;
}

export type Undetermined = Faulty | Conflict | NotInForce | NotApplicable | Exhausted | Missing;
export type State = Known | Undetermined;

/** The first of these wins through arithmetic and conditions alike. */
const precedence: readonly Undetermined["status"][] = [
  "fault",
  "conflict",
  "notInForce",
  "notApplicable",
  "exhausted",
  "missing",
];

export const isKnown = (state: State): state is Known =>
  state.status === "determined" ||
  state.status === "discretion" ||
  state.status === "options" ||
  state.status === "elsewhere";

export const isUndetermined = (state: State): state is Undetermined => !isKnown(state);

export const determined = (value: Value): Determined => ({ status: "determined", value });
export const quantity = (value: Rational): Value => ({ kind: "quantity", value });
export const truth = (value: boolean): Determined => determined({ kind: "boolean", value });
export const missing = (needs: readonly string[], reason?: string): Missing => ({ status: "missing", needs, reason });

/** No input would decide it: what it depends on is left open by the text itself, or is not known at all. */
export const undecidable = (reason: string): Missing => missing([], reason);

export const isTrue = (state: State): boolean =>
  state.status === "determined" && state.value.kind === "boolean" && state.value.value;
export const isFalse = (state: State): boolean =>
  state.status === "determined" && state.value.kind === "boolean" && !state.value.value;

const union = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

/** Of several periods or pools one is told, with all clauses that name it: which, the order of clauses must not say. */
function firstNamed<S extends NotInForce | Exhausted>(
  states: readonly S[],
  nameOf: (state: S) => string,
): S | undefined {
  const [name] = states.map(nameOf).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const named = states.filter((state) => nameOf(state) === name);
  const [first] = named;
  return first && { ...first, clauses: union(named.map(({ clauses }) => clauses)) };
}

function mergeAlike(first: Undetermined, alike: readonly Undetermined[]): Undetermined {
  switch (first.status) {
    case "fault":
      return { status: "fault", faults: alike.flatMap((state) => (state.status === "fault" ? state.faults : [])) };
    case "conflict":
      return {
        status: "conflict",
        clauses: union(alike.map((state) => (state.status === "conflict" ? state.clauses : []))),
      };
    case "missing":
      return missing(
        union(alike.map((state) => (state.status === "missing" ? state.needs : []))),
        alike.flatMap((state) => (state.status === "missing" && state.reason !== undefined ? [state.reason] : []))[0],
      );
    case "notInForce": {
      const states = alike.filter((state) => state.status === "notInForce");
      return firstNamed(states, ({ period }) => `${period.from} ${period.to ?? "~"}`) ?? first;
    }
    case "exhausted": {
      const states = alike.filter((state) => state.status === "exhausted");
      return firstNamed(states, ({ pool }) => pool) ?? first;
    }
    default:
      return first;
  }
}

/** What stands in the way, where any one of these may settle the matter: all that is missing would help. */
export function mergeAny(states: readonly State[]): Undetermined | undefined {
  const undeterminedStates = states.filter(isUndetermined);
  for (const status of precedence) {
    const alike = undeterminedStates.filter((state) => state.status === status);
    const [first] = alike;
    if (first !== undefined) return mergeAlike(first, alike);
  }
  return undefined;
}

/** What stands in the way, where all of these are needed: once one is out of reach, no input would help. */
export function mergeAll(states: readonly State[]): Undetermined | undefined {
  const merged = mergeAny(states);
  if (merged?.status !== "missing") return merged;
  const hopeless = states.find((state) => state.status === "missing" && state.needs.length === 0);
  return hopeless?.status === "missing" ? hopeless : merged;
}
