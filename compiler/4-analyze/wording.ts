/** What a rule grants, in the words of a message. */
import { environmentOf } from "../evaluate/environment.ts";
import { evaluateExpression } from "../evaluate/expression.ts";
import type { Evaluation } from "../evaluate/index.ts";
import { showState } from "../evaluate/result.ts";
import { modalityWords, showExpression } from "../evaluate/wording.ts";
import type { Deadline, Expression, Program, Rule, RuleValue } from "../lowered.ts";

/** `返还 100%`, `不得推荐上岗`, `补贴 另行规定`; a formula's figure in the case given, where it can be told. */
export function grantWords(rule: Rule, program: Program, evaluation: Evaluation): string {
  const deadline = rule.deadline === undefined ? "" : `(期限 ${deadlineWords(rule.deadline)})`;
  if (rule.value.kind === "action") return `${modalityWords[rule.modality]}${rule.outcome}${deadline}`;
  const modality = rule.modality === "must" ? "" : modalityWords[rule.modality];
  return `${modality}${rule.outcome} ${valueWords(rule.value, program, evaluation)}${deadline}`;
}

function valueWords(value: Exclude<RuleValue, { kind: "action" }>, program: Program, evaluation: Evaluation): string {
  switch (value.kind) {
    case "options":
      return `择一 ${value.options.join("、")}`;
    case "elsewhere":
      return "另行规定";
    case "expression":
      return figureOf(value.expression, program, evaluation);
  }
}

export function deadlineWords(deadline: Deadline): string {
  if (deadline.kind === "on") return showExpression(deadline.date);
  const unit = { workday: "个工作日", day: "日", month: "个月" }[deadline.unit];
  return `${showExpression(deadline.from)}起${deadline.count}${unit}内`;
}

function figureOf(expression: Expression, program: Program, { values, outcomes }: Evaluation): string {
  const environment = { ...environmentOf(program, values), outcomeEvaluations: new Map(outcomes) };
  const state = evaluateExpression(expression, environment);
  return state.status === "determined" || state.status === "discretion"
    ? showState(program, state, expression.type)
    : showExpression(expression);
}
