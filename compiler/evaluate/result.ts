/** The evaluation as the JSON contract has it. */
import { formatRational } from "../../grammar/rational.ts";
import type * as contract from "../../runtime/contract.ts";
import type { Outcome, Program, Value } from "../lowered.ts";
import { inInputOrder } from "./environment.ts";
import type { Evaluation, OutcomeEvaluation, RequirementEvaluation } from "./evaluation.ts";
import { numberIn } from "./requirement.ts";
import type { NotInForce, State } from "./state.ts";
import { plainValue, showQuantity, showValue } from "./values.ts";
import { modalityWords } from "./wording.ts";

export function toResult(program: Program, evaluation: Evaluation): contract.EvaluationResult {
  const outcomes: Record<string, contract.Outcome> = {};
  for (const [name, outcome] of evaluation.outcomes)
    if (outcome.outcome.importedFrom === undefined) outcomes[name] = outcomeResult(program, outcome);
  return {
    policy: program.policy,
    outcomes,
    targets: requirementResults(evaluation.targets),
    constraints: requirementResults(evaluation.constraints),
  };
}

const requirementResults = (
  evaluations: ReadonlyMap<string, RequirementEvaluation>,
): Record<string, contract.RequirementResult> =>
  Object.fromEntries([...evaluations].map(([name, evaluation]) => [name, requirementResult(evaluation)]));

const unitOf = (outcome: Outcome): { readonly unit?: string } =>
  outcome.type.kind === "quantity" ? { unit: outcome.type.unit } : {};

/** How a person reads what an outcome comes to; in 算例 and `explain` too. */
export function showOutcome(program: Program, evaluation: OutcomeEvaluation): string {
  const { outcome, state, modality, due } = evaluation;
  const withDue = (text: string): string => (due === undefined ? text : `${text}, 期限 ${due}`);
  if (state.status === "determined" && outcome.type.kind === "action")
    return withDue(`${modality === undefined ? "" : modalityWords[modality]}${outcome.name}`);
  return withDue(showState(program, state, outcome.type));
}

export function showState(program: Program, state: State, type: Outcome["type"]): string {
  switch (state.status) {
    case "determined":
      return showValue(state.value, type);
    case "discretion":
      return `${showValue(state.low, type)}—${showValue(state.high, type)}`;
    case "options":
      return `择一 ${state.options.join("、")}`;
    case "elsewhere":
      return "另行规定";
    case "fault":
      return state.faults.map(({ message }) => message).join(";");
    case "conflict":
      return `冲突:${clauseNames(program, state.clauses).join("与")}`;
    case "notInForce":
      return showPeriod(state);
    case "notApplicable":
      return "不适用";
    case "exhausted":
      return `超出额度(余${showQuantity(state.remaining, state.type)})`;
    case "missing":
      return state.needs.length === 0
        ? `缺失:${state.reason ?? "条款没有给出"}`
        : `缺失:${inInputOrder(program, state.needs).join("、")}`;
  }
}

export const clauseNames = (program: Program, ids: readonly string[]): readonly string[] =>
  ids.map((id) => program.clauses.find((clause) => clause.id === id)?.name ?? id);

function showPeriod({ phase, period: { from, to } }: NotInForce): string {
  const span = to === undefined ? `${from}起` : `${from}至${to}`;
  return `${phase === "before" ? "未生效" : "已失效"}(${span})`;
}

/** Not for a fault, which refuses the data. */
export function outcomeResult(program: Program, evaluation: OutcomeEvaluation): contract.Outcome {
  const { outcome, state, clauses, modality, due, otherwise } = evaluation;
  const text = showOutcome(program, evaluation);
  const manner = { ...(modality === undefined ? {} : { modality }), ...(due === undefined ? {} : { due }) };
  const without = otherwise === undefined ? {} : { otherwise: plainValue(otherwise) };
  switch (state.status) {
    case "determined":
      return {
        status: "determined",
        value: outcome.type.kind === "action" ? true : plainValue(state.value),
        ...unitOf(outcome),
        text,
        ...manner,
        ...without,
        clauses,
      };
    case "discretion":
      return {
        status: "discretion",
        min: plainText(state.low),
        max: plainText(state.high),
        ...unitOf(outcome),
        text,
        ...manner,
        ...without,
        clauses,
      };
    case "options":
      return { status: "determined", value: true, text, ...manner, ...without, options: state.options, clauses };
    case "elsewhere":
      return { status: "determined", value: true, text, ...manner, ...without, elsewhere: state.text, clauses };
    case "notApplicable":
      return { status: "notApplicable", reason: state.reason, text, clauses };
    case "notInForce": {
      const { from, to } = state.period;
      return { status: "notInForce", from, ...(to === undefined ? {} : { to }), text, clauses };
    }
    case "missing":
      return {
        status: "missing",
        needs: inInputOrder(program, state.needs),
        ...(state.needs.length > 0 || state.reason === undefined ? {} : { reason: state.reason }),
        text,
        clauses,
      };
    case "exhausted":
      return {
        status: "exhausted",
        pool: state.pool,
        remaining: formatRational(state.remaining),
        unit: state.type.unit,
        text,
        clauses,
      };
    case "conflict":
      return { status: "conflict", text, clauses };
    case "fault":
      throw new Error("faults are refused before any result is made");
  }
}

const plainText = (value: Value): string => String(plainValue(value));

export function requirementResult(evaluation: RequirementEvaluation): contract.RequirementResult {
  const { requirement, status, target, actual, shortfall, needs, due } = evaluation;
  const figures = { target: numberIn(target), actual: numberIn(actual) };
  const type = requirement.measure?.target.type;
  const shown = status !== "notApplicable" && type?.kind === "quantity";
  return {
    status,
    ...(shown && figures.target !== undefined ? { target: formatRational(figures.target) } : {}),
    ...(shown && figures.actual !== undefined ? { actual: formatRational(figures.actual) } : {}),
    ...(shown && shortfall !== undefined ? { shortfall: formatRational(shortfall) } : {}),
    ...(shown ? { unit: type.unit } : {}),
    ...(status === "missing" ? { needs } : {}),
    ...(status === "notApplicable" || due === undefined ? {} : { due }),
  };
}
