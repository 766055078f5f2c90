/** Inputs that nothing reads, and outcomes that nothing sets. */
import { REFERENCE_DATE, type Program } from "../lowered.ts";
import type { Reporter } from "../report.ts";
import { everyExpression } from "../walk.ts";

export function reportUnused(program: Program, reporter: Reporter): void {
  const read = new Set<string>();
  for (const part of everyExpression(program)) if (part.kind === "input") read.add(part.name);
  for (const { name, origin, importedFrom } of program.inputs)
    if (importedFrom === undefined && name !== REFERENCE_DATE && !read.has(name))
      reporter.report("unread-input", { name }, origin.span);
  for (const { name, origin, rules, formula, importedFrom } of program.outcomes)
    if (importedFrom === undefined && formula === undefined && rules.length === 0)
      reporter.report("outcome-unset", { name }, origin.span);
}
