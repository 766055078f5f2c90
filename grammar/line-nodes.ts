/** What one line of a file holds, before lines are gathered under their headings. */
import type {
  Assumption,
  Basis,
  CaseInput,
  Deadline,
  Definition,
  Expectation,
  Expression,
  InputDeclaration,
  Item,
  Name,
  OutcomeDeclaration,
  Period,
  Quotation,
  Rule,
  TableRow,
} from "./ast.ts";
import type { HeadingKind } from "./tokens.ts";

export type Annotation =
  | { readonly kind: "quotations"; readonly quotations: readonly Quotation[] }
  | { readonly kind: "basis"; readonly basis: Basis }
  | { readonly kind: "assumptions"; readonly assumptions: readonly Assumption[] };

export type CaseLine = {
  readonly kind: "case";
  readonly inputs: readonly CaseInput[];
  readonly expectations: readonly Expectation[];
};

/** Sections that hold lines of their own. */
export type SectionHeading = {
  readonly kind: "section";
  readonly heading: HeadingKind;
  readonly name: Name | undefined;
  readonly exceptionTo: readonly Name[];
  readonly period: Period | undefined;
};

export type Line =
  | Annotation
  | CaseLine
  | SectionHeading
  | { readonly kind: "item"; readonly item: Item }
  | { readonly kind: "input"; readonly node: InputDeclaration }
  | { readonly kind: "definition"; readonly node: Definition }
  | { readonly kind: "outcome"; readonly node: OutcomeDeclaration }
  | { readonly kind: "rule"; readonly rule: Rule }
  | { readonly kind: "proviso"; readonly condition: Expression; readonly assumptions: readonly Assumption[] }
  | {
      readonly kind: "requirement";
      readonly condition: Expression | undefined;
      readonly requirement: Expression;
      readonly deadline: Deadline | undefined;
      readonly assumptions: readonly Assumption[];
    }
  | { readonly kind: "deadline"; readonly deadline: Deadline; readonly assumptions: readonly Assumption[] }
  | { readonly kind: "header"; readonly columns: readonly Name[] }
  | { readonly kind: "row"; readonly row: TableRow; readonly assumptions: readonly Assumption[] }
  | {
      readonly kind: "amount";
      readonly of: "total" | "used";
      readonly value: Expression;
      readonly assumptions: readonly Assumption[];
    };
