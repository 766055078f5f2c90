/** Data that does not give an input is read with its default: a default that changed is a change of its own. */
import type { Expression, Program, Value } from "../lowered.ts";
import { mapExpressions } from "../walk.ts";
import { isOtherDefault } from "./callers.ts";

export interface Omission {
  readonly input: string;
  /** With the default in place of the input. */
  readonly versions: readonly [Program, Program];
}

export function omissions(before: Program, after: Program): readonly Omission[] {
  return before.inputs.flatMap((input): Omission[] => {
    const other = after.inputs.find(({ name }) => name === input.name);
    if (other?.default === undefined || input.default === undefined || !isOtherDefault(input, other)) return [];
    return [
      {
        input: input.name,
        versions: [without(before, input.name, input.default), without(after, input.name, other.default)],
      },
    ];
  });
}

function without(program: Program, name: string, value: Value): Program {
  const put = (part: Expression): Expression =>
    part.kind === "input" && part.name === name
      ? { kind: "literal", value, type: part.type, origin: part.origin }
      : part;
  return mapExpressions({ ...program, inputs: program.inputs.filter((input) => input.name !== name) }, put);
}
