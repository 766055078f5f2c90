/** What a policy says about itself: its document, its terms and their units, its clauses and their words. */
import type { ClauseRecord, Facts } from "./ledger.ts";
import type { PolicySource } from "./policy.ts";
import type { RequirementType } from "./requirement.ts";
import type { Kind } from "./text.ts";
import type { Period } from "./values.ts";

export interface TermRecord {
  readonly name: string;
  readonly kind: Kind["kind"];
  /** Of quantities, in base units. */
  readonly unit?: string;
  /** Of listed values. */
  readonly values?: readonly string[];
  readonly assumptions: readonly string[];
}

export interface RequirementRecord {
  readonly name: string;
  readonly quotations: readonly string[];
  readonly assumptions: readonly string[];
  readonly period?: Period;
}

export interface Metadata {
  readonly policy: string;
  readonly document?: { readonly title: string; readonly paragraphs: readonly string[] };
  readonly issued?: string;
  readonly responsible: readonly string[];
  readonly inputs: readonly TermRecord[];
  readonly definitions: readonly { readonly name: string; readonly assumptions: readonly string[] }[];
  readonly outcomes: readonly TermRecord[];
  readonly clauses: readonly ClauseRecord[];
  readonly targets: readonly RequirementRecord[];
  readonly constraints: readonly RequirementRecord[];
}

interface Term {
  readonly name: string;
  readonly kind: Kind;
  readonly assumptions: readonly string[];
}

const term = ({ name, kind, assumptions }: Term): TermRecord => ({
  name,
  kind: kind.kind,
  ...(kind.kind === "quantity" ? { unit: kind.unit } : {}),
  ...(kind.kind === "choice" ? { values: kind.values } : {}),
  assumptions,
});

const requirements = <F>(types: Readonly<Record<string, RequirementType<F>>> = {}): readonly RequirementRecord[] =>
  Object.entries(types).map(([name, { quotations = [], assumptions = [], period }]) => ({
    name,
    quotations,
    assumptions,
    ...(period === undefined ? {} : { period }),
  }));

export function metadataOf<F extends Facts>(source: PolicySource<F>, clauses: readonly ClauseRecord[]): Metadata {
  const { name, document, issued, responsible = [], inputs, definitions = [], outcomes, targets, constraints } = source;
  return {
    policy: name,
    ...(document === undefined ? {} : { document }),
    ...(issued === undefined ? {} : { issued }),
    responsible,
    inputs: Object.values(inputs).map(term),
    definitions: definitions.map((definition) => ({ assumptions: [], ...definition })),
    outcomes: Object.values(outcomes)
      .filter(({ isImported }) => !isImported)
      .map(term),
    clauses,
    targets: requirements(targets),
    constraints: requirements(constraints),
  };
}
