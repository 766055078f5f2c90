/** Why an outcome is what it is: the clauses that decided it, those that gave way, and those that did not apply. */
import { inInputOrder, type Environment } from "../evaluate/environment.ts";
import type { Force, OutcomeEvaluation, RuleEvaluation } from "../evaluate/evaluation.ts";
import { evaluateDeadline } from "../evaluate/deadline.ts";
import { clauseNames, showOutcome } from "../evaluate/result.ts";
import { grantOf, isHolding } from "../evaluate/rule.ts";
import { isFalse, isKnown } from "../evaluate/state.ts";
import { showState } from "../evaluate/result.ts";
import { showValue } from "../evaluate/values.ts";
import { modalityWords } from "../evaluate/wording.ts";
import type { Deadline, Expression, Rule } from "../lowered.ts";
import type { ClauseExplanation, Finding, OutcomeExplanation, Role } from "./explanation.ts";
import { definitionSums, sumOf } from "./figures.ts";
import { conditionFindings } from "./findings.ts";

const remark = (text: string): Finding => ({ text, truth: undefined, parts: [] });

export function explainOutcome(evaluation: OutcomeEvaluation, environment: Environment): OutcomeExplanation {
  const { outcome } = evaluation;
  const clauses = evaluation.rules.map((rule) => explainRule(rule, evaluation, environment));
  return {
    name: outcome.name,
    importedFrom: outcome.importedFrom,
    answer: answer(evaluation, environment),
    remarks: remarks(evaluation, environment),
    findings: outcome.formula === undefined ? [] : sumFindings(outcome.name, outcome.formula, environment),
    assumptions: outcome.assumptions,
    clauses: [...clauses.filter(({ role }) => role === "decides"), ...clauses.filter(({ role }) => role !== "decides")],
  };
}

function answer(evaluation: OutcomeEvaluation, environment: Environment): string {
  const text = showOutcome(environment.program, evaluation);
  const { modality, outcome } = evaluation;
  return modality === undefined || outcome.type.kind === "action" ? text : `${modalityWords[modality]} ${text}`;
}

function remarks(evaluation: OutcomeEvaluation, environment: Environment): readonly string[] {
  const { state, otherwise, outcome } = evaluation;
  const { program } = environment;
  const texts: string[] = [];
  if (otherwise !== undefined) texts.push(`这是可以选择的例外;不按例外办理的,为 ${showValue(otherwise, outcome.type)}`);
  if (state.status === "conflict") texts.push("这些条款同时成立,结果不同,又没有写明谁是谁的例外,所以不能得出结果");
  if (state.status === "missing" && state.needs.length > 0)
    texts.push(`还需要知道:${inInputOrder(program, state.needs).join("、")}`);
  if (state.status === "missing" && state.reason !== undefined) texts.push(state.reason);
  if (state.status === "notApplicable") texts.push(state.reason);
  if (state.status === "exhausted") texts.push(`资金池「${state.pool}」的余额不足以支用这一笔`);
  if (state.status === "elsewhere") texts.push(`应予给付,数额按原文「${state.text}」由其他规定确定,这里不编造数字`);
  return texts;
}

function sumFindings(name: string, expression: Expression, environment: Environment): readonly Finding[] {
  const shown = new Set(expression.kind === "definition" ? [expression.name] : []);
  return [
    {
      text: `${name} = ${sumOf(expression, environment)}`,
      truth: undefined,
      parts: definitionSums(expression, environment, shown),
    },
  ];
}

function roleOf(rule: RuleEvaluation, beatenBy: readonly string[], evaluation: OutcomeEvaluation): Role {
  if (isFalse(rule.condition)) return "fails";
  if (rule.force.kind === "out") return "outOfForce";
  if (!isHolding(rule)) return "open";
  if (beatenBy.length > 0) return "beaten";
  return evaluation.clauses.includes(rule.rule.clause) || isKnown(evaluation.state) === false ? "decides" : "inactive";
}

function explainRule(rule: RuleEvaluation, evaluation: OutcomeEvaluation, environment: Environment): ClauseExplanation {
  const { program } = environment;
  const clause = program.clauses.find(({ id }) => id === rule.rule.clause);
  const holding = evaluation.rules.filter(isHolding);
  const beatenBy = holding
    .filter((other) => other.rule.beats.includes(rule.rule.clause))
    .map((other) => other.rule.clause);
  const others = holding.some((other) => !other.rule.otherwise);
  const yields = rule.rule.otherwise && others;
  const role = yields ? "inactive" : roleOf(rule, beatenBy, evaluation);
  const { condition } = rule.rule;
  return {
    id: rule.rule.clause,
    name: clause?.name ?? rule.rule.clause,
    role,
    remark: yields ? "只在没有其他条款成立时适用" : roleRemark(role, rule.force, clauseNames(program, beatenBy)),
    wording: clause?.wording ?? "",
    quotations: clause?.quotations ?? [],
    assumptions: clause?.assumptions ?? [],
    findings: [
      ...(condition === undefined || yields ? [] : conditionFindings(condition, environment)),
      ...(role === "decides" || role === "beaten" ? grantFindings(rule.rule, environment) : []),
    ],
  };
}

function roleRemark(role: Role, force: Force, beatenBy: readonly string[]): string | undefined {
  switch (role) {
    case "beaten":
      return `条件成立,但例外${beatenBy.map((name) => `「${name}」`).join("、")}也成立,以例外为准`;
    case "outOfForce":
      return force.kind === "out" ? outOfForce(force) : undefined;
    case "open":
      return force.kind === "unknown" ? "有施行日期,没有给出基准日,还不能判断是否施行" : undefined;
    default:
      return undefined;
  }
}

export function outOfForce({ period: { from, to }, phase }: Extract<Force, { kind: "out" }>): string {
  const span = to === undefined ? `自 ${from} 起施行` : `施行期为 ${from} 至 ${to}`;
  return `${span},基准日时${phase === "before" ? "尚未生效" : "已经失效"}`;
}

function grantFindings(rule: Rule, environment: Environment): readonly Finding[] {
  const { value, deadline, draws } = rule;
  const sums =
    value.kind === "expression" && value.expression.kind !== "literal"
      ? sumFindings(rule.outcome, value.expression, environment)
      : [remark(`给出的结果:${grantText(rule, environment)}`)];
  return [
    ...sums,
    ...(deadline === undefined ? [] : [deadlineFinding(deadline, environment)]),
    ...draws.map(({ pool, amount }) => drawFinding(pool, amount, environment)),
  ];
}

function grantText(rule: Rule, environment: Environment): string {
  const word = modalityWords[rule.modality];
  if (rule.value.kind === "action") return `${word}${rule.outcome}`;
  if (rule.value.kind === "elsewhere") return `${word} ${rule.outcome} 另行规定「${rule.value.text}」`;
  const grant = grantOf(rule, environment);
  const type = environment.outcomes.get(rule.outcome)?.type;
  const state = grant.kind === "known" ? grant.value : grant.state;
  if (rule.value.kind === "expression" && rule.value.expression.kind === "literal")
    return `${word} ${rule.outcome} ${showValue(rule.value.expression.value, rule.value.expression.type)}`;
  return `${word} ${rule.outcome}${type === undefined ? "" : ` ${showState(environment.program, state, type)}`}`;
}

const deadlineUnits = { workday: "个工作日", day: "日", month: "个月" } as const;

export function deadlineFinding(deadline: Deadline, environment: Environment): Finding {
  const last = evaluateDeadline(deadline, environment);
  const day =
    last.status === "missing" ? (last.reason ?? "还不能推算") : showState(environment.program, last, { kind: "date" });
  if (deadline.kind === "on") return remark(`期限:${sumOf(deadline.date, environment)}`);
  const span = `${deadline.count}${deadlineUnits[deadline.unit]}内`;
  return remark(`期限:${sumOf(deadline.from, environment)} 起 ${span}(起算日不计入),最后一天:${day}`);
}

function drawFinding(name: string, amount: Expression, environment: Environment): Finding {
  const pool = environment.pools.get(name);
  if (pool === undefined) return remark(`支用 ${name}`);
  const used = pool.used === undefined ? "" : `,已用 ${sumOf(pool.used, environment)}`;
  return remark(`支用「${name}」:总额 ${sumOf(pool.total, environment)}${used};这一笔 ${sumOf(amount, environment)}`);
}
