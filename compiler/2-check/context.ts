import type { Span } from "../../diagnostics/source.ts";
import type { Scope } from "../1-resolve/scope.ts";
import type { Bound, Origin, Outcome, ValueType } from "../lowered.ts";
import type { Reporter } from "../report.ts";

/** What checking an expression needs to know about the policy around it. */
export interface CheckContext {
  readonly scope: Scope;
  readonly reporter: Reporter;
  /** Types of inputs, definitions, outcomes and imports that could be read; others have been reported. */
  readonly types: ReadonlyMap<string, Outcome["type"]>;
  readonly declaredUnits: ReadonlySet<string>;
  /** Imported names that are definitions there; the others are outcomes. */
  readonly importedDefinitions: ReadonlySet<string>;
  /** Stated limits of inputs, to spot 元 written for 万元. */
  readonly limits: ReadonlyMap<string, Limits>;
}

export interface Limits {
  readonly minimum: Bound | undefined;
  readonly maximum: Bound | undefined;
  readonly span: Span;
}

export const originOf = (context: CheckContext, span: Span): Origin => ({ file: context.reporter.file, span });

/** How a type is called in messages: its unit, or the word that declares it. */
export function describeType(type: Outcome["type"]): string {
  switch (type.kind) {
    case "quantity":
      return type.unit;
    case "date":
      return "日期";
    case "month":
      return "月份";
    case "boolean":
      return "是否";
    case "choice":
      return type.values.join(" | ");
    case "action":
      return "事项";
  }
}

export const sameType = (left: ValueType, right: ValueType): boolean => {
  if (left.kind === "choice" && right.kind === "choice") return left.values.join("|") === right.values.join("|");
  if (left.kind === "quantity" && right.kind === "quantity")
    return JSON.stringify(left.dimension) === JSON.stringify(right.dimension);
  return left.kind === right.kind;
};
