/** Puts one policy's lowered parts together, own and linked, in an order in which each can be computed. */
import type { Scope } from "../1-resolve/scope.ts";
import { checkDeclarations, reportCircle } from "../2-check/declarations.ts";
import { itemsOf } from "../items.ts";
import {
  REFERENCE_DATE,
  VERSION_DATE,
  type Definition,
  type Input,
  type Outcome,
  type Pool,
  type Program,
} from "../lowered.ts";
import { orderByDependency } from "../order.ts";
import type { Reporter } from "../report.ts";
import { outcomeReads, walk } from "../walk.ts";
import { lowerCase } from "./cases.ts";
import { applyExceptions, resolveExceptions } from "./exceptions.ts";
import { linkImports } from "./link.ts";
import { lowerPool, lowerRequirement } from "./requirements.ts";
import { lowerClause, lowerTable, periodOf, type LoweredClause, type LoweringContext } from "./rules.ts";

/** Reports every fault on the way; the answer is only to be used where none was. */
export function lowerPolicy(
  scope: Scope,
  policy: string,
  reporter: Reporter,
  imported: ReadonlyMap<string, Program>,
): Program {
  const declarations = checkDeclarations(scope, reporter, imported);
  const { context: check } = declarations;
  const { tree } = scope;

  const heading = itemsOf(tree, "PolicyHeading")[0];
  const period = periodOf(heading?.period ?? itemsOf(tree, "Period")[0]);
  const context: LoweringContext = { check, policy, period };
  const linked = linkImports(itemsOf(tree, "Import"), imported, declarations.inputs, reporter);

  const exceptions = resolveExceptions(scope, reporter);
  const lowered = tree.items.flatMap((item): LoweredClause[] => {
    if (item.kind === "Table") return lowerTable(context, item);
    if (item.kind !== "Clause") return [];
    const targets = (exceptions.get(item.name.text) ?? []).map((name) => `${policy}/${name}`);
    return [lowerClause(context, item, targets)];
  });
  const rules = applyExceptions(scope, reporter, lowered, exceptions);
  const own = declarations.outcomes.map((outcome): Outcome => ({
    ...outcome,
    period: outcome.formula === undefined ? undefined : period,
    rules: rules.filter((rule) => rule.outcome === outcome.name),
  }));
  const outcomes = [...own, ...linked.outcomes];
  const definitions = [...linked.definitions, ...declarations.definitions];
  const pools = [...itemsOf(tree, "Pool").flatMap((node) => lowerPool(context, node)), ...linked.pools];
  const inputs = withVersionDate(
    withReferenceDate([...declarations.inputs, ...linked.inputs], reporter),
    scope,
    reporter,
  );
  const names = {
    inputs: new Map(inputs.map((input) => [input.name, input])),
    outcomes: new Map(outcomes.map((outcome) => [outcome.name, outcome.type])),
  };
  const basis = itemsOf(tree, "Basis")[0];
  return {
    policy,
    file: scope.file,
    document: basis === undefined ? undefined : { title: basis.title, paragraphs: basis.paragraphs },
    issued: itemsOf(tree, "Issued")[0]?.date.iso,
    // One line a bracket: a body that several of them name is one.
    responsible: [...new Set(itemsOf(tree, "Responsible").flatMap(({ units }) => units.map(({ text }) => text)))],
    inputs,
    definitions,
    outcomes,
    evaluationOrder: outcomeOrder(outcomes, definitions, pools, scope, reporter),
    clauses: [...lowered.map(({ clause }) => clause), ...linked.clauses],
    targets: itemsOf(tree, "Target").flatMap((node) => lowerRequirement(context, node)),
    constraints: itemsOf(tree, "Constraint").flatMap((node) => lowerRequirement(context, node)),
    pools,
    cases: itemsOf(tree, "Case").map((node) => lowerCase(check, node, names)),
    restNotApplicable: itemsOf(tree, "RestNotApplicable").length > 0,
    imports: linked.imports,
  };
}

/** Every policy accepts 基准日; a declaration of another type would read dated clauses against nothing. */
function withReferenceDate(inputs: readonly Input[], reporter: Reporter): readonly Input[] {
  const declared = inputs.find(({ name }) => name === REFERENCE_DATE);
  if (declared === undefined) return [...inputs, impliedDate(REFERENCE_DATE, reporter)];
  if (declared.type.kind !== "date") reporter.report("reference-date-type", {}, declared.origin.span);
  return inputs;
}

/** What was amended, here or in an imported policy, accepts 适用版本日; it comes last, since it may take 基准日's value. */
function withVersionDate(inputs: readonly Input[], { tree }: Scope, reporter: Reporter): readonly Input[] {
  const isAmended = itemsOf(tree, "AmendmentHeading").length > 0;
  const known = inputs.find(({ name }) => name === VERSION_DATE);
  const isDeclared = known !== undefined && known.orElse === undefined;
  if (isDeclared && isAmended) reporter.report("version-date-declared", {}, known.origin.span);
  if (isDeclared || (known === undefined && !isAmended)) return inputs;
  const version = known ?? { ...impliedDate(VERSION_DATE, reporter), orElse: REFERENCE_DATE };
  return [...inputs.filter((input) => input !== known), version];
}

const impliedDate = (name: string, { file }: Reporter): Input => ({
  name,
  type: { kind: "date" },
  minimum: undefined,
  maximum: undefined,
  grain: undefined,
  default: undefined,
  assumptions: [],
  origin: { file, span: { start: 0, end: 0 } },
  importedFrom: undefined,
});

function outcomeOrder(
  outcomes: readonly Outcome[],
  definitions: readonly Definition[],
  pools: readonly Pool[],
  scope: Scope,
  reporter: Reporter,
): readonly string[] {
  const byName = new Map(outcomes.map((outcome) => [outcome.name, outcome]));
  const readByDefinition = new Map<string, readonly string[]>();
  const readBy = (expressions: Iterable<Outcome["formula"]>): string[] => {
    const found = new Set<string>();
    for (const root of expressions)
      for (const part of root === undefined ? [] : walk(root)) {
        if (part.kind === "outcome") found.add(part.name);
        if (part.kind === "definition") for (const name of readByDefinition.get(part.name) ?? []) found.add(name);
      }
    return [...found];
  };
  for (const { name, expression } of definitions) readByDefinition.set(name, readBy([expression]));
  const ordering = orderByDependency(
    outcomes.map(({ name }) => name),
    (name) => readBy(byName.has(name) ? outcomeReads(byName.get(name) as Outcome, pools) : []),
  );
  if (ordering.kind === "ordered") return ordering.order;
  const names = ordering.cycle.flatMap((name) => {
    const symbol = scope.terms.get(name);
    return symbol?.kind === "outcome" ? [symbol.declaration.name] : [];
  });
  reportCircle({ reporter }, "outcome-cycle", names);
  return outcomes.map(({ name }) => name);
}
