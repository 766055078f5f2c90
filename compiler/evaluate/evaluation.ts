/** The answer to a whole policy, with all that an explanation needs. */
import type { InputFault } from "../../runtime/contract.ts";
import type { Rational } from "../../grammar/rational.ts";
import type { Modality, Outcome, Period, Requirement, RequirementStatus, Rule, Value } from "../lowered.ts";
import type { KnownGrant } from "./rule.ts";
import type { Phase, State } from "./state.ts";

/** Whether a rule is in force on 基准日. */
export type Force =
  | { readonly kind: "in" }
  /** `days`: how far 基准日 is from it. */
  | { readonly kind: "out"; readonly period: Period; readonly phase: Phase; readonly days: number }
  /** 基准日 is not given. */
  | { readonly kind: "unknown" };

export interface RuleEvaluation {
  readonly rule: Rule;
  readonly force: Force;
  /** Determined 是 or 否, or why it is neither. */
  readonly condition: State;
}

export interface OutcomeEvaluation {
  readonly outcome: Outcome;
  /** An action that applies is a determined 是. */
  readonly state: State;
  /** Those that decided, in the author's order. */
  readonly clauses: readonly string[];
  /** None for formulas, and where nothing was decided. */
  readonly modality: Modality | undefined;
  readonly due: string | undefined;
  /** What would hold without the exception, where 可 leaves that open. */
  readonly otherwise: Value | undefined;
  /** Empty for formulas. */
  readonly rules: readonly RuleEvaluation[];
  /** What gives the value, where rules do. */
  readonly grants: readonly KnownGrant[];
}

export interface RequirementEvaluation {
  readonly requirement: Requirement;
  readonly status: RequirementStatus;
  readonly force: Force;
  readonly condition: State;
  readonly verdict: State;
  readonly target: State | undefined;
  readonly actual: State | undefined;
  /** How much is lacking; zero where met. */
  readonly shortfall: Rational | undefined;
  readonly needs: readonly string[];
  readonly due: string | undefined;
}

export interface Evaluation {
  readonly kind: "evaluation";
  readonly values: ReadonlyMap<string, Value>;
  /** Imported ones included, in the program's order. */
  readonly outcomes: ReadonlyMap<string, OutcomeEvaluation>;
  readonly targets: ReadonlyMap<string, RequirementEvaluation>;
  readonly constraints: ReadonlyMap<string, RequirementEvaluation>;
}

/** The data leads to a division by zero whose result is needed: nothing is answered. */
export interface Refusal {
  readonly kind: "faults";
  readonly faults: readonly InputFault[];
}
