/** A result as a person reads it in a terminal: one line an outcome, the values in one column. */
import { outcomeText, requirementText } from "../compiler/evaluate/spoken.ts";
import { printable } from "../diagnostics/printable.ts";
import { displayWidth } from "../diagnostics/width.ts";
import type { EvaluationResult } from "../runtime/contract.ts";

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
