/** Which outcomes an expression reads, through definitions too. */
import type { Expression } from "../lowered.ts";
import { walk } from "../walk.ts";
import type { Environment } from "./environment.ts";

export function outcomesRead(expression: Expression, environment: Environment): ReadonlySet<string> {
  const outcomes = new Set<string>();
  const definitions = new Set<string>();
  const pending = [expression];
  for (let root = pending.pop(); root !== undefined; root = pending.pop())
    for (const part of walk(root)) {
      if (part.kind === "outcome") outcomes.add(part.name);
      if (part.kind !== "definition" || definitions.has(part.name)) continue;
      definitions.add(part.name);
      const definition = environment.definitions.get(part.name);
      if (definition !== undefined) pending.push(definition.expression);
    }
  return outcomes;
}
