/** Each clause as one branch: its condition, what it gives, and all that is known about it, in one place. */
import { apartFromLaw } from "../day.ts";
import type { Clause, Deadline, Expression, Modality, Period, Program, Rule } from "../lowered.ts";
import { showExpression } from "../evaluate/wording.ts";
import type { Writer } from "./expression.ts";
import { commentText, list, member, quote, record, tallRecord } from "./names.ts";
import { countedIn } from "./unit.ts";

const modalities = { must: "must", may: "may", mustNot: "mustNot", exempt: "exempt" } as const satisfies Record<
  Modality,
  string
>;

/** Rules of one clause that share their condition. A statement is one branch: it draws once for all its results. */
interface Branch {
  readonly condition: Expression | undefined;
  readonly otherwise: boolean;
  readonly period: Period | undefined;
  readonly rules: readonly Rule[];
}

function branchesOf(clause: Clause, rules: readonly Rule[]): readonly Branch[] {
  const branches: { -readonly [Key in keyof Branch]: Branch[Key] extends readonly Rule[] ? Rule[] : Branch[Key] }[] =
    [];
  const own = rules.filter((rule) => rule.clause === clause.id);
  for (const rule of own.toSorted((a, b) => a.origin.span.start - b.origin.span.start)) {
    const { condition, otherwise, period } = rule;
    const shared = branches.find(
      (branch) =>
        branch.otherwise === otherwise &&
        branch.period === period &&
        branch.rules.every(
          (other) => isSameStatement(other, rule) || (condition === other.condition && !draws(rule, other)),
        ) &&
        branch.rules.every(({ outcome }) => outcome !== rule.outcome),
    );
    if (shared === undefined) branches.push({ condition, otherwise, period, rules: [rule] });
    else shared.rules.push(rule);
  }
  return branches;
}

const isSameStatement = (a: Rule, b: Rule): boolean => a.origin.span.start === b.origin.span.start;

const draws = (...rules: readonly Rule[]): boolean => rules.some((rule) => rule.draws.length > 0);

/** The clauses in the author's order, each by itself. */
export function clauseBranches(program: Program, writer: Writer): readonly string[] {
  const rules = program.outcomes.flatMap((outcome) => outcome.rules);
  return program.clauses
    .map((clause) =>
      branchesOf(clause, rules)
        .map((branch, index) => branchCode(clause, branch, index === 0, program, writer))
        .join("\n"),
    )
    .filter((code) => code !== "");
}

function branchCode(clause: Clause, branch: Branch, isFirst: boolean, program: Program, writer: Writer): string {
  const { condition } = apartFromLaw(branch.condition);
  const head = isFirst ? `// ${commentText(clause.id)}\n` : "";
  const truth = condition === undefined ? "true" : writer.condition(condition);
  return `${head}ledger.clause(${quote(clause.id)}, ${truth}, ${aboutCode(clause, branch, isFirst, program, writer)});`;
}

function valueCode({ value, outcome }: Rule, writer: Writer): string {
  switch (value.kind) {
    case "action":
      return "true";
    case "options":
      return `new $.Options(${list(value.options) ?? "[]"})`;
    case "elsewhere":
      return `new $.Elsewhere(${quote(value.text)})`;
    case "expression":
      return countedIn(writer.counted(value.expression), writer.outcomeUnit(outcome));
  }
}

function aboutCode(
  clause: Clause,
  { condition, rules, otherwise, period }: Branch,
  isFirst: boolean,
  program: Program,
  writer: Writer,
): string {
  const isOwnName = clause.id === `${program.policy}/${clause.name}`;
  const law = apartFromLaw(condition).law.map((part) => writer.condition(part));
  const results = rules.map((rule) => [rule.outcome, resultCode(rule, clause, writer)] as const);
  return tallRecord([
    ["name", isFirst && !isOwnName ? quote(clause.name) : undefined],
    ["quotations", isFirst ? list(clause.quotations) : undefined],
    ["assumptions", isFirst ? list(clause.assumptions) : undefined],
    ["exceptionTo", list(clause.exceptionTo)],
    ["period", period === undefined ? undefined : periodCode(period)],
    ["law", law.length > 1 ? `$.and(${law.join(", ")})` : law[0]],
    ["otherwise", otherwise ? "true" : undefined],
    ["results", tallRecord(results)],
  ]);
}

export const periodCode = ({ from, to }: Period): string =>
  record([
    ["from", quote(from)],
    ["to", to === undefined ? undefined : quote(to)],
  ]);

function resultCode(rule: Rule, clause: Clause, writer: Writer): string {
  const isUsual = rule.beats.join("\n") === clause.exceptionTo.join("\n");
  const draws = rule.draws.map(({ pool, amount }) => {
    const unit = poolUnit(pool, writer);
    return `$.drawn(pools${member(pool)}(facts), ${writer.codeIn(amount, unit)}, ${quote(showExpression(amount))})`;
  });
  const terms = [
    ["due", rule.deadline === undefined ? undefined : deadlineCode(rule.deadline, writer)],
    ["draws", draws.length === 0 ? undefined : `[${draws.join(", ")}]`],
    ["beats", isUsual ? undefined : (list(rule.beats) ?? "[]")],
  ] as const;
  const given = valueCode(rule, writer);
  const more = terms.some(([, code]) => code !== undefined) ? `, ${record(terms)}` : "";
  return `$.${modalities[rule.modality]}(${given}${more})`;
}

export function deadlineCode(deadline: Deadline, writer: Writer): string {
  const start = deadline.kind === "on" ? deadline.date : deadline.from;
  const name = quote(showExpression(start));
  if (deadline.kind === "on") return `$.by(${writer.code(start)}, ${name})`;
  return `$.within(${writer.code(start)}, ${deadline.count}, ${quote(deadline.unit)}, ${name})`;
}

/** The finer unit of what a pool holds and what is used of it. */
export function poolUnit(name: string, writer: Writer): ReturnType<Writer["outcomeUnit"]> {
  const pool = writer.program.pools.find((candidate) => candidate.name === name);
  if (pool === undefined) throw new Error(`no pool is called ${name}`);
  return writer.commonUnit(pool.used === undefined ? [pool.total] : [pool.total, pool.used]);
}
