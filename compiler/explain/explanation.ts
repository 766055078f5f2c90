/** An answer with its grounds, before it is laid out as text. */

/** One thing that was found: a condition with its figures, or a sum. */
export interface Finding {
  readonly text: string;
  /** None for a sum or a remark. */
  readonly truth: "holds" | "fails" | "open" | undefined;
  readonly parts: readonly Finding[];
}

/** What a clause did for one outcome. */
export type Role = "decides" | "beaten" | "inactive" | "fails" | "open" | "outOfForce";

export interface ClauseExplanation {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Why it has that role, where its findings do not say so. */
  readonly remark: string | undefined;
  readonly wording: string;
  readonly quotations: readonly string[];
  readonly assumptions: readonly string[];
  readonly findings: readonly Finding[];
}

export interface OutcomeExplanation {
  readonly name: string;
  readonly importedFrom: string | undefined;
  /** As a person reads it: `可 100%` */
  readonly answer: string;
  readonly remarks: readonly string[];
  /** Of a formula: the sum. */
  readonly findings: readonly Finding[];
  readonly assumptions: readonly string[];
  /** Those that decided first, then the others, each in the author's order. */
  readonly clauses: readonly ClauseExplanation[];
}

export interface RequirementExplanation {
  readonly kind: "target" | "constraint";
  readonly name: string;
  readonly answer: string;
  readonly remarks: readonly string[];
  readonly wording: string;
  readonly quotations: readonly string[];
  readonly assumptions: readonly string[];
  readonly findings: readonly Finding[];
}

export interface InputExplanation {
  readonly name: string;
  /** None where it is not given. */
  readonly text: string | undefined;
  readonly assumptions: readonly string[];
}

/** A definition, where the drafter settled by it what the text leaves open. */
export interface DefinitionExplanation {
  readonly name: string;
  readonly sum: string;
  readonly assumptions: readonly string[];
}

export interface Explanation {
  readonly policy: string;
  readonly document: string | undefined;
  readonly inputs: readonly InputExplanation[];
  readonly definitions: readonly DefinitionExplanation[];
  readonly outcomes: readonly OutcomeExplanation[];
  readonly requirements: readonly RequirementExplanation[];
}
