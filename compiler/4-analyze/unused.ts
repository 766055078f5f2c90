/** Inputs that nothing reads, and outcomes that nothing sets. */
import { REFERENCE_DATE, type Program } from "../lowered.ts";
import type { Reporter } from "../report.ts";
import { everyExpression } from "../walk.ts";

export function reportUnused(program: Program, reporter: Reporter): void {
  const read = new Set<string>();
  for (const part of everyExpression(program)) if (part.kind === "input") read.add(part.name);
  // Every policy has 基准日, and an amended one a day that stands for it: nobody wrote them.
  for (const { name, origin, importedFrom, orElse } of program.inputs)
    if (importedFrom === undefined && name !== REFERENCE_DATE && orElse === undefined && !read.has(name))
      reporter.report("unread-input", { name }, origin.span);
  for (const { name, origin, rules, formula, importedFrom } of program.outcomes)
    if (importedFrom === undefined && formula === undefined && rules.length === 0)
      reporter.report("outcome-unset", { name }, origin.span);
}
