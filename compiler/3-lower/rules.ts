/** Clauses and the rows of tables become rules: one way to one outcome each. */
import type { Span } from "../../diagnostics/source.ts";
import type * as syntax from "../../grammar/ast.ts";
import { didYouMean, nearest } from "../../grammar/nearest.ts";
import { declaredHere, isDuplicate, symbolSpan } from "../1-resolve/scope.ts";
import { checkBoolean } from "../2-check/condition.ts";
import { describeWanted, originOf, type CheckContext } from "../2-check/context.ts";
import { checkAssignable, checkResultValue } from "../2-check/value.ts";
import { type Law, lawCondition } from "../day.ts";
import type {
  Clause,
  Deadline,
  Enactment,
  Expression,
  Origin,
  Outcome,
  Period,
  Rule,
  RuleValue,
  Version,
} from "../lowered.ts";

/** What a clause or a table's row contributes; `beats` is filled in once all clauses are known. */
export interface LoweredClause {
  readonly clause: Clause;
  /** What 例外于 calls it: the clause's name, or the table's for its rows. */
  readonly heading: string;
  readonly rules: readonly Rule[];
}

export interface LoweringContext {
  readonly check: CheckContext;
  readonly policy: string;
  /** Of the whole policy; a clause's own replaces it. */
  readonly period: Period | undefined;
}

export const periodOf = (node: syntax.Period | undefined): Period | undefined =>
  node === undefined ? undefined : { from: node.from.iso, to: node.to?.iso };

const texts = (nodes: readonly { readonly text: string }[]): string[] => nodes.map(({ text }) => text);

export function lowerClause(
  context: LoweringContext,
  node: syntax.Clause,
  exceptionTo: readonly string[],
): LoweredClause {
  const { check, policy } = context;
  const id = `${policy}/${node.name.text}`;
  const period = periodOf(node.period) ?? context.period;
  if (node.period?.to !== undefined && node.period.to.iso < node.period.from.iso)
    check.reporter.report("period-reversed", { from: node.period.from.iso, to: node.period.to.iso }, node.period.span);
  const clause: Clause = {
    id,
    name: node.name.text,
    ...(node.version === undefined ? {} : { version: versionOf(node.version) }),
    quotations: texts(node.quotations),
    assumptions: [...texts(node.assumptions), ...node.rules.flatMap((rule) => texts(rule.assumptions))],
    wording: node.rules.map((rule) => check.reporter.quote(rule.span)).join("\n"),
    period,
    origin: originOf(check, node.name.span),
    importedFrom: undefined,
    exceptionTo,
  };
  const law = lawOf(node.version, clause.origin.file);
  const rules = node.rules.flatMap((rule) => lowerRule(context, rule, { id, period, law }));
  return { clause, heading: node.name.text, rules };
}

const versionOf = ({ name, from, until }: syntax.Version): Version => {
  const plain = ({ day, reaching }: syntax.Enactment): Enactment => ({ day, reaching });
  return { name, from: from && plain(from), until: until.map(plain) };
};

/** Where this text of a clause is the law: one condition for each amendment that begins or ends it. */
function lawOf(version: syntax.Version | undefined, file: Origin["file"]): readonly Expression[] {
  const condition = (kind: Law["kind"], { day, reaching, span }: syntax.Enactment): Expression =>
    lawCondition({ kind, day, reaching }, { file, span });
  if (version === undefined) return [];
  return [
    ...(version.from === undefined ? [] : [condition("begins", version.from)]),
    ...version.until.map((end) => condition("ends", end)),
  ];
}

/** Of the clause that a rule stands in. */
interface Around {
  readonly id: string;
  readonly period: Period | undefined;
  readonly law: readonly Expression[];
}

function lowerRule(context: LoweringContext, node: syntax.Rule, { id: clause, period, law }: Around): Rule[] {
  const { check } = context;
  const condition = conditionOf(check, node, law);
  const draws = node.draws.flatMap((draw) => lowerDraw(check, draw));
  return node.results.flatMap((result) => {
    const type = outcomeType(check, result.outcome);
    if (type === undefined) return [];
    const value = resultValue(check, result, type);
    const deadline = result.deadline === undefined ? undefined : lowerDeadline(check, result.deadline);
    if (value === undefined || (result.deadline !== undefined && deadline === undefined)) return [];
    // Only now: a faulty condition must not hide the faults of its results.
    if (condition === "broken") return [];
    const rule: Rule = {
      clause,
      outcome: result.outcome.text,
      otherwise: node.otherwise,
      condition,
      period,
      beats: [],
      modality: result.modality ?? "must",
      value,
      deadline,
      draws,
      origin: originOf(check, node.span),
    };
    return [rule];
  });
}

/** `law`: where the rule is the law at all. */
function conditionOf(
  check: CheckContext,
  node: syntax.Rule,
  law: readonly Expression[],
): Expression | undefined | "broken" {
  const operands = [...law];
  for (const part of node.condition === undefined ? [] : [node.condition]) {
    const checked = checkBoolean(check, part);
    if (checked === undefined) return "broken";
    operands.push(checked);
  }
  for (const proviso of node.provisos) {
    const checked = checkBoolean(check, proviso);
    if (checked === undefined) return "broken";
    operands.push({ kind: "not", operand: checked, type: checked.type, origin: checked.origin });
  }
  return conjunction(operands, check, node.span);
}

function conjunction(operands: readonly Expression[], check: CheckContext, span: Span): Expression | undefined {
  const [first, ...rest] = operands;
  if (first === undefined || rest.length === 0) return first;
  return { kind: "and", operands, type: { kind: "boolean" }, origin: originOf(check, span) };
}

/** The outcome that a result names; anything else that the name means is told apart from a misspelling. */
function outcomeType(check: CheckContext, name: syntax.Name): Outcome["type"] | undefined {
  const symbol = check.scope.terms.get(name.text);
  if (symbol?.kind === "outcome") {
    if (symbol.declaration.formula === undefined) return check.types.get(name.text);
    check.reporter.report("outcome-has-formula", { name: name.text }, name.span, {
      related: [declaredHere(check.scope, symbolSpan(symbol))],
    });
    return undefined;
  }
  if (symbol === undefined) {
    const outcomes = [...check.scope.terms].filter(([, { kind }]) => kind === "outcome").map(([key]) => key);
    const hint = didYouMean(nearest(name.text, outcomes));
    check.reporter.report("unknown-term", { name: name.text }, name.span, hint);
    return undefined;
  }
  if (symbol.kind === "duplicate") return undefined;
  check.reporter.report("not-an-outcome", { name: name.text }, name.span, {
    related: [declaredHere(check.scope, symbolSpan(symbol))],
  });
  return undefined;
}

function resultValue(check: CheckContext, result: syntax.Result, type: Outcome["type"]): RuleValue | undefined {
  if (result.value !== undefined) return checkResultValue(check, result.value, type, result.outcome.text);
  if (type.kind === "action") return { kind: "action" };
  const parameters = { name: result.outcome.text, example: describeWanted(type).example };
  check.reporter.report("value-missing", parameters, result.span, {
    related: [declaredHere(check.scope, symbolSpan(check.scope.terms.get(result.outcome.text) as never))],
  });
  return undefined;
}

function lowerDraw(check: CheckContext, node: syntax.Draw): Rule["draws"] {
  const pool = check.scope.pools.get(node.pool.text);
  if (pool === undefined) {
    check.reporter.report(
      "unknown-pool",
      { name: node.pool.text },
      node.pool.span,
      didYouMean(nearest(node.pool.text, [...check.scope.pools.keys()])),
    );
    return [];
  }
  const amount = checkAssignable(check, node.amount, MONEY, `支用「${node.pool.text}」的数额`);
  return amount === undefined ? [] : [{ pool: node.pool.text, amount }];
}

export const MONEY = { kind: "quantity", dimension: { 元: 1 }, notation: "unit", unit: "元" } as const;

export function lowerDeadline(check: CheckContext, node: syntax.Deadline): Deadline | undefined {
  const date = checkAssignable(check, node.date, { kind: "date" }, "期限");
  if (date === undefined) return undefined;
  if (node.within === undefined) return { kind: "on", date };
  const count = Number(node.within.count.numerator);
  const isCount = node.within.count.denominator === 1n && Number.isSafeInteger(count) && count <= 100_000;
  if (!isCount) {
    check.reporter.report("deadline-count", { text: check.reporter.quote(node.within.span) }, node.within.span);
    return undefined;
  }
  return { kind: "within", from: date, count, unit: node.within.unit };
}

// --- tables ---------------------------------------------------------------------------------------------------------

export function lowerTable(context: LoweringContext, node: syntax.Table): LoweredClause[] {
  const { check } = context;
  const columns = node.columns.map((name) => ({
    name,
    isOutcome: check.scope.terms.get(name.text)?.kind === "outcome",
  }));
  for (const { name } of columns)
    if (!check.scope.terms.has(name.text)) {
      check.reporter.report(
        "unknown-term",
        { name: name.text },
        name.span,
        didYouMean(nearest(name.text, [...check.scope.terms.keys()])),
      );
      return [];
    }
  if (columns.some(({ name }) => isDuplicate(check.scope, name.text))) return [];
  if (!columns.some(({ isOutcome }) => isOutcome)) {
    check.reporter.report("table-without-outcome", { name: node.name.text }, node.name.span);
    return [];
  }
  const seen = new Map<string, Span>();
  return node.rows.flatMap((row) => {
    const label = row.cells
      .filter((_, index) => columns[index]?.isOutcome === false)
      .map(({ text }) => text)
      .join("、");
    const first = seen.get(label);
    if (first !== undefined) {
      check.reporter.report("duplicate-name", { noun: "表行", name: label }, row.span, {
        related: [check.reporter.here(first, "先在这里用了这个条件")],
      });
      return [];
    }
    seen.set(label, row.span);
    return [lowerRow(context, node, row, columns, label)];
  });
}

function lowerRow(
  context: LoweringContext,
  table: syntax.Table,
  row: syntax.TableRow,
  columns: readonly { readonly name: syntax.Name; readonly isOutcome: boolean }[],
  label: string,
): LoweredClause {
  const { check, policy, period } = context;
  const id = `${policy}/${table.name.text}/${label === "" ? "其他" : label}`;
  const clause: Clause = {
    id,
    name: `${table.name.text} ${label}`,
    quotations: texts(table.quotations),
    assumptions: texts(table.assumptions),
    wording: check.reporter.quote(row.span),
    period,
    origin: originOf(check, row.span),
    importedFrom: undefined,
    exceptionTo: [],
  };
  const operands: Expression[] = [];
  let broken = false;
  const results: { outcome: string; value: RuleValue; modality: syntax.Modality }[] = [];
  for (const [index, cell] of row.cells.entries()) {
    const column = columns[index];
    if (column === undefined || cell.content === undefined) {
      broken = true;
      continue;
    }
    if (cell.content.kind === "AnyCell") continue;
    if (column.isOutcome) {
      const type = outcomeType(check, column.name);
      const value = type === undefined ? undefined : checkResultValue(check, cell.content, type, column.name.text);
      if (value !== undefined) results.push({ outcome: column.name.text, value, modality: cell.modality ?? "must" });
      continue;
    }
    const condition = cellCondition(check, column.name, cell.content);
    if (condition === undefined) broken = true;
    else operands.push(condition);
  }
  const condition = conjunction(operands, check, row.span);
  const origin = originOf(check, row.span);
  const rules = broken
    ? []
    : results.map(({ outcome, value, modality }): Rule => ({
        clause: id,
        outcome,
        otherwise: false,
        condition,
        period,
        beats: [],
        modality,
        value,
        deadline: undefined,
        draws: [],
        origin,
      }));
  return { clause, heading: table.name.text, rules };
}

/** A condition cell: its column is the subject it leaves out; a plain value stands for being equal to it. */
function cellCondition(
  check: CheckContext,
  column: syntax.Name,
  content: Exclude<syntax.TableCell["content"], undefined>,
): Expression | undefined {
  const subject: syntax.TermReference = { kind: "TermReference", name: column.text, unknown: false, span: column.span };
  switch (content.kind) {
    case "AnyCell":
    case "ChoiceValue":
    case "ElsewhereValue":
      check.reporter.report(
        "cell-not-a-condition",
        { text: check.reporter.quote(content.span), name: column.text },
        content.span,
      );
      return undefined;
    case "IntervalValue":
      return checkBoolean(check, {
        kind: "Between",
        subject,
        low: content.low,
        lowIncluded: true,
        high: content.high,
        highIncluded: true,
        span: content.span,
      });
    case "UpToValue":
      return checkBoolean(check, {
        kind: "Comparison",
        operator: "<=",
        left: subject,
        right: content.high,
        span: content.span,
      });
    default:
      return checkBoolean(check, withSubject(content, subject));
  }
}

/** Fills the column in wherever a condition has no subject of its own. */
function withSubject(node: syntax.Expression, subject: syntax.TermReference): syntax.Expression {
  switch (node.kind) {
    case "Comparison":
      return { ...node, left: node.left ?? subject };
    case "Between":
    case "Membership":
      return { ...node, subject: node.subject ?? subject };
    case "And":
    case "Or":
      return { ...node, operands: node.operands.map((operand) => withSubject(operand, subject)) };
    case "Not":
      return { ...node, operand: withSubject(node.operand, subject) };
    case "MonthSpanLiteral":
      return { kind: "Membership", subject, values: [node], negated: false, span: node.span };
    default:
      return { kind: "Comparison", operator: "=", left: subject, right: node, span: node.span };
  }
}
