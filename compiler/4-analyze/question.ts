/** What the boxes could not decide, and said to be unproven: put so that another prover may. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Outcome, Program, Rule } from "../lowered.ts";

export type Question = {
  readonly program: Program;
  /** The warning that an answer replaces. */
  readonly diagnostic: Diagnostic;
} & (
  | {
      /** Whether both can hold with different values while none of those above holds. */
      readonly kind: "overlap";
      readonly pair: readonly [Rule, Rule];
      readonly above: readonly Rule[];
    }
  /** Whether there is a case in which no condition holds. */
  | { readonly kind: "gap"; readonly outcome: Outcome }
);

export type LeaveOpen = (question: Question) => void;
