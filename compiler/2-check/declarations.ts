/** Checks 输入, 定义 and 结果, and so gives every term its type before any clause is looked at. */
import type * as syntax from "../../grammar/ast.ts";
import { compare } from "../../grammar/rational.ts";
import { isDuplicate, type Scope } from "../1-resolve/scope.ts";
import { itemsOf } from "../items.ts";
import type { Bound, Definition, Input, Outcome, Program, Value, ValueType } from "../lowered.ts";
import { orderByDependency } from "../order.ts";
import type { Reporter } from "../report.ts";
import { describeType, originOf, type CheckContext, type Limits } from "./context.ts";
import { declaredType, naturalGrain, naturalMinimum } from "./declared-type.ts";
import { checkExpression, roundingStep } from "./expression.ts";
import { checkAssignable } from "./value.ts";

export interface Declarations {
  readonly context: CheckContext;
  readonly inputs: readonly Input[];
  readonly definitions: readonly Definition[];
  /** Without their rules; formulas are checked. */
  readonly outcomes: readonly Omit<Outcome, "rules">[];
}

const textsOf = (assumptions: readonly syntax.Assumption[]): readonly string[] => assumptions.map(({ text }) => text);

interface Growing extends CheckContext {
  readonly types: Map<string, Outcome["type"]>;
  readonly limits: Map<string, Limits>;
  readonly importedDefinitions: Set<string>;
}

export function checkDeclarations(
  scope: Scope,
  reporter: Reporter,
  imported: ReadonlyMap<string, Program>,
): Declarations {
  const context: Growing = {
    scope,
    reporter,
    types: new Map(),
    limits: new Map(),
    importedDefinitions: new Set(),
    declaredUnits: new Set(scope.declaredUnits.keys()),
  };
  addImportedTypes(context, imported);
  const inputs = itemsOf(scope.tree, "InputSection").flatMap((section) =>
    section.inputs.flatMap((declaration) => checkInput(context, declaration)),
  );
  const outcomeNodes = itemsOf(scope.tree, "OutcomeSection")
    .flatMap((section) => section.outcomes)
    .filter(({ name }) => !isDuplicate(scope, name.text));
  for (const { name, type } of outcomeNodes) {
    const meaning = declaredType(context, type);
    if (meaning !== undefined) context.types.set(name.text, meaning);
  }
  const definitions = checkDefinitions(context);
  const outcomes = outcomeNodes.flatMap((declaration) => checkOutcome(context, declaration));
  return { context, inputs, definitions, outcomes };
}

function addImportedTypes(context: Growing, imported: ReadonlyMap<string, Program>): void {
  for (const item of itemsOf(context.scope.tree, "Import")) {
    const program = imported.get(item.policy.text);
    if (program === undefined) continue;
    for (const name of item.names) {
      const source =
        program.outcomes.find((outcome) => outcome.name === name.text && outcome.importedFrom === undefined) ??
        program.definitions.find(
          (definition) => definition.name === name.text && definition.importedFrom === undefined,
        );
      if (source === undefined) {
        const own = [...program.outcomes, ...program.definitions].filter((term) => term.importedFrom === undefined);
        const known = own.map((term) => `「${term.name}」`).join("、");
        context.reporter.report("import-not-found", { name: name.text, policy: item.policy.text, known }, name.span);
        continue;
      }
      if ("expression" in source) context.importedDefinitions.add(name.text);
      context.types.set(name.text, "expression" in source ? source.expression.type : source.type);
    }
  }
}

function checkInput(context: Growing, node: syntax.InputDeclaration): Input[] {
  const type = declaredType(context, node.type);
  if (type === undefined) return [];
  if (type.kind === "action") {
    context.reporter.report("action-as-input", { name: node.name.text }, node.type.span);
    return [];
  }
  context.types.set(node.name.text, type);
  const natural = type.kind === "quantity" ? naturalMinimum(type) : undefined;
  let minimum = natural;
  let maximum: Bound | undefined;
  let grain = type.kind === "quantity" ? naturalGrain(type) : undefined;
  for (const limit of node.limits) {
    if (limit.kind === "GrainLimit") {
      const step = type.kind === "quantity" ? roundingStep(context, limit.step, limit.unit, type) : undefined;
      if (step === undefined) reportGrain(context, node.name.text, limit, type);
      else grain = step;
      continue;
    }
    const bound = limitBound(context, node.name.text, limit, type);
    if (bound === undefined) continue;
    if (limit.operator === ">" || limit.operator === ">=") minimum = bound;
    else maximum = bound;
  }
  if (minimum !== undefined && maximum !== undefined && isEmpty(minimum, maximum))
    context.reporter.report("limits-contradict", { name: node.name.text }, node.span);
  if (node.limits.some(({ kind }) => kind === "BoundLimit"))
    context.limits.set(node.name.text, { minimum, maximum, span: node.span });
  const fallback = node.default === undefined ? undefined : literalValue(context, node.default, type, "默认值");
  return [
    {
      name: node.name.text,
      type,
      minimum,
      maximum,
      grain,
      default: fallback,
      assumptions: textsOf(node.assumptions),
      origin: originOf(context, node.name.span),
      importedFrom: undefined,
    },
  ];
}

function reportGrain(
  context: CheckContext,
  name: string,
  limit: Extract<syntax.LimitSyntax, { kind: "GrainLimit" }>,
  type: ValueType,
): void {
  context.reporter.report(
    "rounding-unit",
    { unit: limit.unit ?? "", type: describeType(type), text: name },
    limit.span,
  );
}

function limitBound(
  context: CheckContext,
  name: string,
  limit: Extract<syntax.LimitSyntax, { kind: "BoundLimit" }>,
  type: ValueType,
): Bound | undefined {
  if (type.kind === "boolean" || type.kind === "choice") {
    context.reporter.report("no-order", { text: name, type: describeType(type) }, limit.span);
    return undefined;
  }
  const value = literalValue(context, limit.value, type, "限制");
  return value === undefined ? undefined : { value, inclusive: limit.operator === ">=" || limit.operator === "<=" };
}

/** A constant of the type asked for: limits and defaults cannot read other terms. */
export function literalValue(
  context: CheckContext,
  node: syntax.Expression,
  type: ValueType,
  noun: string,
): Value | undefined {
  const checked = checkAssignable(context, node, type, noun);
  if (checked === undefined) return undefined;
  if (checked.kind === "literal") return checked.value;
  context.reporter.report("not-a-constant", { text: context.reporter.quote(node.span), noun }, node.span);
  return undefined;
}

function isEmpty(minimum: Bound, maximum: Bound): boolean {
  const order = compareValues(minimum.value, maximum.value);
  return order > 0 || (order === 0 && !(minimum.inclusive && maximum.inclusive));
}

/** Order of two values of one ordered kind; ISO dates and months compare as text. */
export function compareValues(left: Value, right: Value): number {
  if (left.kind === "quantity" && right.kind === "quantity") return compare(left.value, right.value);
  if ((left.kind === "date" || left.kind === "month") && left.kind === right.kind)
    return left.iso < right.iso ? -1 : left.iso > right.iso ? 1 : 0;
  return 0;
}

function checkDefinitions(context: Growing): Definition[] {
  const nodes = itemsOf(context.scope.tree, "DefinitionSection").flatMap((section) => section.definitions);
  const byName = new Map(nodes.map((node) => [node.name.text, node]));
  const ordering = orderByDependency(nodes, (node) =>
    [...termsRead(node.value)].flatMap((name) => (isDuplicate(context.scope, name) ? [] : (byName.get(name) ?? []))),
  );
  if (ordering.kind === "cycle") {
    const [first] = ordering.cycle;
    if (first !== undefined)
      reportCircle(
        context,
        "definition-cycle",
        ordering.cycle.map(({ name }) => name),
      );
    return [];
  }
  return ordering.order.flatMap((node) => {
    const expression = checkExpression(context, node.value);
    if (expression === undefined) return [];
    context.types.set(node.name.text, expression.type);
    const origin = originOf(context, node.name.span);
    const assumptions = textsOf(node.assumptions);
    return [{ name: node.name.text, expression, assumptions, origin, importedFrom: undefined }];
  });
}

/** `甲 → 乙 → 甲`, at the first, with the others as related places. */
export function reportCircle(
  context: { readonly reporter: Reporter },
  code: "definition-cycle" | "outcome-cycle" | "exception-cycle",
  cycle: readonly syntax.Name[],
): void {
  const [first, ...rest] = cycle;
  if (first === undefined) return;
  const path = [...cycle, first].map(({ text }) => text).join(" → ");
  context.reporter.report(code, { path }, first.span, {
    related: rest.map(({ span, text }) => context.reporter.here(span, `「${text}」在这里`)),
  });
}

/** The names that an expression mentions, at any depth. */
function termsRead(node: unknown, found: Set<string> = new Set()): Set<string> {
  const pending: unknown[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const { kind, name } = next as { kind?: unknown; name?: unknown };
    if (kind === "TermReference" && typeof name === "string") found.add(name);
    pending.push(...Object.values(next).filter((child) => typeof child === "object" && child !== null));
  }
  return found;
}

function checkOutcome(context: Growing, node: syntax.OutcomeDeclaration): Omit<Outcome, "rules">[] {
  const type = context.types.get(node.name.text);
  if (type === undefined) return [];
  const common = {
    name: node.name.text,
    type,
    period: undefined,
    assumptions: textsOf(node.assumptions),
    origin: originOf(context, node.name.span),
    importedFrom: undefined,
  };
  if (node.formula === undefined) return [{ ...common, formula: undefined }];
  if (type.kind === "action") {
    context.reporter.report("action-with-formula", { name: node.name.text }, node.formula.span);
    return [];
  }
  const formula = checkAssignable(context, node.formula, type, `「${node.name.text}」`);
  return formula === undefined ? [] : [{ ...common, formula }];
}
