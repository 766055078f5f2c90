/** Why a target or a constraint is met or not. */
import type { Environment } from "../evaluate/environment.ts";
import type { RequirementEvaluation } from "../evaluate/evaluation.ts";
import { requirementWords } from "../evaluate/cases.ts";
import { isTrue } from "../evaluate/state.ts";
import { showQuantity } from "../evaluate/values.ts";
import type { RequirementExplanation } from "./explanation.ts";
import { conditionFindings } from "./findings.ts";
import { deadlineFinding, outOfForce } from "./outcomes.ts";

export function explainRequirement(
  kind: "target" | "constraint",
  evaluation: RequirementEvaluation,
  environment: Environment,
): RequirementExplanation {
  const { requirement, status, condition, needs } = evaluation;
  const conditions = requirement.condition === undefined ? [] : conditionFindings(requirement.condition, environment);
  const asked = evaluation.force.kind !== "out" && isTrue(condition);
  return {
    kind,
    name: requirement.name,
    answer: requirementWords[kind][status],
    remarks: [
      ...(evaluation.force.kind === "out" ? [outOfForce(evaluation.force)] : []),
      ...(needs.length > 0 ? [`还需要知道:${needs.join("、")}`] : []),
      ...shortfallRemark(evaluation),
    ],
    wording: requirement.wording,
    quotations: requirement.quotations,
    assumptions: requirement.assumptions,
    findings: [
      ...conditions,
      ...(asked ? conditionFindings(requirement.requirement, environment) : []),
      ...(requirement.deadline === undefined ? [] : [deadlineFinding(requirement.deadline, environment)]),
    ],
  };
}

function shortfallRemark({ requirement, status, shortfall }: RequirementEvaluation): readonly string[] {
  const type = requirement.measure?.target.type;
  if (status !== "unmet" || shortfall === undefined || type?.kind !== "quantity") return [];
  const upper = requirement.measure?.operator === "<=" || requirement.measure?.operator === "<";
  return [`${upper ? "超出" : "还差"} ${showQuantity(shortfall, type)}`];
}
