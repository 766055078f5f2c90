/** Answers as a person reads them, without the name of what is answered. */
import type { Outcome, RequirementResult } from "../../runtime/contract.ts";
import { modalityWords } from "./wording.ts";

const requirementWords: Readonly<Record<RequirementResult["status"], readonly [target: string, constraint: string]>> = {
  met: ["达到", "满足"],
  unmet: ["未达到", "不满足"],
  missing: ["缺失", "缺失"],
  notApplicable: ["不适用", "不适用"],
};

export function outcomeText(name: string, outcome: Outcome): string {
  const decided = outcome.status === "determined" || outcome.status === "discretion";
  const modality = decided && outcome.modality !== undefined ? modalityWords[outcome.modality] : "";
  // The text of an action already says its modality.
  const isAction = outcome.status === "determined" && outcome.value === true && outcome.text.endsWith(name);
  const prefix = modality === "" || isAction || outcome.text.startsWith(modality) ? "" : `${modality} `;
  return `${prefix}${outcome.text}`;
}

export function requirementText(result: RequirementResult, kind: 0 | 1): string {
  const unit = result.unit === undefined || result.unit === "比例" || result.unit === "数" ? "" : result.unit;
  const parts = [requirementWords[result.status][kind]];
  if (result.actual !== undefined && result.target !== undefined)
    parts.push(`实际 ${result.actual}${unit},应为 ${result.target}${unit}`);
  if (result.status === "unmet" && result.shortfall !== undefined) parts.push(`差 ${result.shortfall}${unit}`);
  if (result.needs !== undefined && result.needs.length > 0) parts.push(`需要 ${result.needs.join("、")}`);
  if (result.due !== undefined) parts.push(`期限 ${result.due}`);
  return parts.join(",");
}
