/** Inputs that nothing reads, and outcomes that nothing sets. */
import { REFERENCE_DATE, type Expression, type Program } from "../lowered.ts";
import type { Reporter } from "../report.ts";
import { outcomeExpressions, requirementExpressions, walk } from "../walk.ts";

export function reportUnused(program: Program, reporter: Reporter): void {
  const read = new Set<string>();
  for (const root of everyExpression(program))
    for (const part of walk(root)) if (part.kind === "input") read.add(part.name);
  for (const { name, origin, importedFrom } of program.inputs)
    if (importedFrom === undefined && name !== REFERENCE_DATE && !read.has(name))
      reporter.report("unread-input", { name }, origin.span);
  for (const { name, origin, rules, formula, importedFrom } of program.outcomes)
    if (importedFrom === undefined && formula === undefined && rules.length === 0)
      reporter.report("outcome-unset", { name }, origin.span);
}

const everyExpression = (program: Program): Expression[] => [
  ...program.definitions.map(({ expression }) => expression),
  ...program.outcomes.flatMap(outcomeExpressions),
  ...[...program.targets, ...program.constraints].flatMap(requirementExpressions),
  ...program.pools.flatMap(({ total, used }) => (used === undefined ? [total] : [total, used])),
];
