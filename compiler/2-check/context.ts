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

/** What a message says about something of this type, right after its name. */
export function describeType(type: Outcome["type"]): string {
  switch (type.kind) {
    case "quantity":
      return type.notation === "unit" ? `的单位是${type.unit}` : `是${type.unit}`;
    case "date":
      return "是日期";
    case "month":
      return "是月份";
    case "boolean":
      return "只有是、否两种情形";
    case "choice":
      return `是${type.values.join("、")}之一`;
    case "action":
      return "是事项";
  }
}

/** What a message asks for where a value of this type belongs, and how it is written. */
export function describeWanted(type: Outcome["type"]): { readonly wanted: string; readonly example: string } {
  switch (type.kind) {
    case "quantity":
      if (type.notation === "unit") return { wanted: `以${type.unit}计的数`, example: `100${type.unit}` };
      return { wanted: type.unit, example: type.notation === "ratio" ? "50%" : "100" };
    case "date":
      return { wanted: "日期", example: "2020-05-13" };
    case "month":
      return { wanted: "月份", example: "2020-05" };
    case "boolean":
      return { wanted: "「是」或「否」", example: "是" };
    case "choice":
      return { wanted: `${type.values.join("、")}之一`, example: type.values[0] ?? "" };
    case "action":
      return { wanted: "事项", example: "应当" };
  }
}

export const sameType = (left: ValueType, right: ValueType): boolean => {
  if (left.kind === "choice" && right.kind === "choice") return left.values.join("|") === right.values.join("|");
  if (left.kind === "quantity" && right.kind === "quantity")
    return JSON.stringify(left.dimension) === JSON.stringify(right.dimension);
  return left.kind === right.kind;
};
