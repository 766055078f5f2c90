/** A result as a person reads it in a terminal: one line an outcome, the values in one column. */
import { printable } from "../diagnostics/printable.ts";
import { displayWidth } from "../diagnostics/width.ts";
import type { EvaluationResult, Modality, Outcome, RequirementResult } from "../runtime/contract.ts";

export const modalityWords: Readonly<Record<Modality, string>> = {
  must: "应当",
  may: "可",
  mustNot: "不得",
  exempt: "无需",
};

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

export function resultAsText(result: EvaluationResult): string {
  const rows = [
    ...Object.entries(result.outcomes).map(([name, outcome]) => [name, outcomeText(name, outcome)] as const),
    ...Object.entries(result.targets).map(([name, one]) => [`指标 ${name}`, requirementText(one, 0)] as const),
    ...Object.entries(result.constraints).map(([name, one]) => [`约束 ${name}`, requirementText(one, 1)] as const),
  ];
  const width = Math.max(0, ...rows.map(([name]) => displayWidth(name)));
  const lines = rows.map(([name, text]) => `  ${name}${" ".repeat(width - displayWidth(name))}  ${text}`);
  return `${[result.policy, ...lines].map(printable).join("\n")}\n`;
}
