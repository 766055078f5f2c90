/**
 * What `evaluate` answers and `eval` prints: the JSON contract of the language reference, section 10. Numbers are exact
 * decimals as strings, in base units, without trailing zeros; a ratio whose decimals do not end is `"1/3"`. Dates are
 * `2020-05-27`, months `2020-05`.
 */
export type Modality = "must" | "may" | "mustNot" | "exempt";

interface Decided {
  /** Ids of the clauses that decided, in the author's order. */
  readonly clauses: readonly string[];
  /** Present where a clause decided; formulas carry none. */
  readonly modality?: Modality;
  /** The last day, where the result has a deadline. */
  readonly due?: string;
}

export interface Determined extends Decided {
  readonly status: "determined";
  /** `true` for an action or something granted elsewhere: the modality applies; booleans are `true` and `false`. */
  readonly value: string | boolean;
  readonly unit?: string;
  /** As a person reads it: `100%`, `100000元`, `2020-05-27`. */
  readonly text: string;
  /** What would hold without the exception, where 可 makes it a choice and it is known. */
  readonly otherwise?: string | boolean;
  /** 择一: one of these, at the choice of whoever applies. */
  readonly options?: readonly string[];
  /** 另行规定: granted, but its amount stands in another text. The words of this one. */
  readonly elsewhere?: string;
}

export interface Discretion extends Decided {
  readonly status: "discretion";
  readonly min: string;
  readonly max: string;
  readonly unit?: string;
  readonly text: string;
  readonly otherwise?: string | boolean;
}

export interface NotApplicable {
  readonly status: "notApplicable";
  readonly reason: string;
  readonly text: string;
  readonly clauses: readonly string[];
}

export interface NotInForce {
  readonly status: "notInForce";
  readonly from: string;
  readonly to?: string;
  /** 未生效 or 已失效, with the dates. */
  readonly text: string;
  readonly clauses: readonly string[];
}

export interface Missing {
  readonly status: "missing";
  /** The inputs that would decide it; empty where none would (a working day outside the known calendar). */
  readonly needs: readonly string[];
  readonly reason?: string;
  readonly text: string;
  readonly clauses: readonly string[];
}

export interface Exhausted {
  readonly status: "exhausted";
  readonly pool: string;
  readonly remaining: string;
  readonly unit: string;
  readonly text: string;
  readonly clauses: readonly string[];
}

export interface Conflict {
  readonly status: "conflict";
  readonly text: string;
  readonly clauses: readonly string[];
}

/** The answer to one outcome where every input is given. */
export type CompleteOutcome = Determined | Discretion | NotApplicable | NotInForce | Exhausted | Conflict;
export type Outcome = CompleteOutcome | Missing;

export interface RequirementResult {
  readonly status: "met" | "unmet" | "missing" | "notApplicable";
  readonly target?: string;
  readonly actual?: string;
  /** How much is lacking; "0" where met. */
  readonly shortfall?: string;
  readonly unit?: string;
  readonly needs?: readonly string[];
  readonly due?: string;
}

export interface EvaluationResult {
  readonly policy: string;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly targets: Readonly<Record<string, RequirementResult>>;
  readonly constraints: Readonly<Record<string, RequirementResult>>;
}

/** One fault of the data given: nothing is computed from bad input. `term` is the input's name. */
export interface InputFault {
  readonly code:
    | "unknown-input"
    | "wrong-type"
    | "out-of-range"
    | "too-precise"
    | "not-finite"
    | "division-by-zero"
    // Of rows in order over pools alone.
    | "used-differs"
    | "draws-differ"
    | "pool-short";
  readonly term: string;
  /** Chinese, one sentence. */
  readonly message: string;
}
