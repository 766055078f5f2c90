/**
 * Imports: the imported policy's lowered parts are copied in, under names that cannot meet the importer's own. A name
 * that the importer asks for keeps it; anything else that it reads there is called `政策/名`.
 */
import type * as syntax from "../../grammar/ast.ts";
import { sameType } from "../2-check/context.ts";
import type {
  Clause,
  Deadline,
  Definition,
  Expression,
  Input,
  Outcome,
  Pool,
  Program,
  Rule,
  RuleValue,
} from "../lowered.ts";
import type { Reporter } from "../report.ts";

export interface Linked {
  readonly inputs: readonly Input[];
  readonly definitions: readonly Definition[];
  readonly outcomes: readonly Outcome[];
  readonly clauses: readonly Clause[];
  readonly pools: readonly Pool[];
  readonly imports: readonly string[];
}

export function linkImports(
  items: readonly syntax.Import[],
  programs: ReadonlyMap<string, Program>,
  own: readonly Input[],
  reporter: Reporter,
): Linked {
  const direct = new Map<string, string>();
  for (const item of items) for (const name of item.names) direct.set(`${item.policy.text}/${name.text}`, name.text);
  const inputs = new Map<string, Input>();
  const definitions = new Map<string, Definition>();
  const outcomes = new Map<string, Outcome>();
  const clauses = new Map<string, Clause>();
  const pools = new Map<string, Pool>();
  const imports = new Set<string>();
  const ownByName = new Map(own.map((input) => [input.name, input]));

  for (const item of items) {
    const program = programs.get(item.policy.text);
    if (program === undefined) continue;
    imports.add(program.policy);
    for (const name of program.imports) imports.add(name);
    const rename = (name: string, importedFrom: string | undefined): string => {
      const identity = name.includes("/") ? name : `${importedFrom ?? program.policy}/${name}`;
      return direct.get(identity) ?? identity;
    };
    const owners = new Map([...program.definitions, ...program.outcomes].map((part) => [part.name, part.importedFrom]));
    const reference = (name: string): string => rename(name, owners.get(name));
    // A namespace of its own, which 引用 does not reach into.
    const poolName = (name: string): string => (name.includes("/") ? name : `${program.policy}/${name}`);
    const owner = (part: { readonly importedFrom: string | undefined }): string => part.importedFrom ?? program.policy;

    for (const input of program.inputs) {
      const known = ownByName.get(input.name);
      if (known === undefined) inputs.set(input.name, { ...input, importedFrom: owner(input) });
      else if (!sameType(known.type, input.type))
        reporter.report("import-input-differs", { name: input.name, policy: program.policy }, known.origin.span, {
          related: [{ ...input.origin, message: `「${program.policy}」这样声明它` }],
        });
    }
    for (const definition of program.definitions) {
      const name = reference(definition.name);
      const expression = renameIn(definition.expression, reference);
      definitions.set(name, { ...definition, name, expression, importedFrom: owner(definition) });
    }
    for (const outcome of program.outcomes) {
      const name = reference(outcome.name);
      const formula = outcome.formula === undefined ? undefined : renameIn(outcome.formula, reference);
      const rules = outcome.rules.map((rule) => renameRule(rule, name, reference, poolName));
      outcomes.set(name, { ...outcome, name, formula, rules, importedFrom: owner(outcome) });
    }
    for (const pool of program.pools) {
      const total = renameIn(pool.total, reference);
      const used = pool.used === undefined ? undefined : renameIn(pool.used, reference);
      pools.set(poolName(pool.name), { ...pool, name: poolName(pool.name), total, used, importedFrom: owner(pool) });
    }
    for (const clause of program.clauses) clauses.set(clause.id, { ...clause, importedFrom: owner(clause) });
  }
  return {
    inputs: [...inputs.values()],
    definitions: [...definitions.values()],
    outcomes: [...outcomes.values()],
    clauses: [...clauses.values()],
    pools: [...pools.values()],
    imports: [...imports],
  };
}

export type Rename = (name: string) => string;

export function renameRule(rule: Rule, outcome: string, rename: Rename, poolName: Rename): Rule {
  const value: RuleValue =
    rule.value.kind === "expression"
      ? { kind: "expression", expression: renameIn(rule.value.expression, rename) }
      : rule.value;
  return {
    ...rule,
    outcome,
    condition: rule.condition === undefined ? undefined : renameIn(rule.condition, rename),
    value,
    deadline: rule.deadline === undefined ? undefined : renameDeadline(rule.deadline, rename),
    draws: rule.draws.map((draw) => ({ pool: poolName(draw.pool), amount: renameIn(draw.amount, rename) })),
  };
}

const renameDeadline = (deadline: Deadline, rename: Rename): Deadline =>
  deadline.kind === "on"
    ? { ...deadline, date: renameIn(deadline.date, rename) }
    : { ...deadline, from: renameIn(deadline.from, rename) };

export function renameIn(expression: Expression, rename: Rename): Expression {
  if (expression.kind === "definition" || expression.kind === "outcome")
    return { ...expression, name: rename(expression.name) };
  return mapChildren(expression, (child) => renameIn(child, rename));
}

/** Rebuilds an expression with every direct operand replaced; literals and inputs are themselves. */
export function mapChildren(expression: Expression, replace: (child: Expression) => Expression): Expression {
  switch (expression.kind) {
    case "arithmetic":
    case "comparison":
      return { ...expression, left: replace(expression.left), right: replace(expression.right) };
    case "shift":
      return { ...expression, date: replace(expression.date), amount: replace(expression.amount) };
    case "extreme":
    case "and":
    case "or":
      return { ...expression, operands: expression.operands.map(replace) };
    case "round":
    case "not":
      return { ...expression, operand: replace(expression.operand) };
    case "interval":
      return { ...expression, low: replace(expression.low), high: replace(expression.high) };
    case "membership":
      return { ...expression, subject: replace(expression.subject) };
    default:
      return expression;
  }
}
