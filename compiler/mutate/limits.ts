/** Limits of inputs: which way a slip moved one, and the values that it would wrongly refuse. */
import { add, divide, negate, rational } from "../../grammar/rational.ts";
import { sameTree } from "../../grammar/index.ts";
import { compareValues, magnitude } from "../evaluate/values.ts";
import { fromNumber } from "../4-analyze/quantity.ts";
import type { Bound, Input, Program, Value } from "../lowered.ts";

type Move = "same" | "narrower" | "wider";

/** What the slip made of an input's limits. That it takes more than it should, no 算例 can show. */
export function limitOf({ inputs }: Program, input: Input): Move {
  const other = inputs.find(({ name }) => name === input.name);
  if (other === undefined) return "same";
  const moves = [moved(input.minimum, other.minimum, 1), moved(input.maximum, other.maximum, -1)];
  return moves.find((move) => move !== "same") ?? "same";
}

function moved(before: Bound | undefined, after: Bound | undefined, inward: 1 | -1): Move {
  if (before === undefined || after === undefined || sameTree(before, after)) return "same";
  const order = compareValues(after.value, before.value) ?? 0;
  return order === inward ? "narrower" : "wider";
}

/** Values that the policy takes and the slip refuses, the one at the limit first. */
export function edgesOf(input: Input, slipped: Program): readonly Value[] {
  const other = slipped.inputs.find(({ name }) => name === input.name);
  const ends = [[input.minimum, other?.minimum, 1] as const, [input.maximum, other?.maximum, -1] as const];
  return ends.flatMap(([before, after, inward]) => {
    if (before === undefined || after === undefined || moved(before, after, inward) !== "narrower") return [];
    const [from, to] = [magnitude(before.value), magnitude(after.value)];
    if (from === undefined || to === undefined) return [];
    const grain = input.type.kind === "quantity" ? input.grain : rational(1);
    const step = grain === undefined ? undefined : inward === 1 ? grain : negate(grain);
    const numbers = [
      ...(before.inclusive ? [from] : []),
      step === undefined ? divide(add(from, to), rational(2)) : add(from, step),
    ];
    return numbers.flatMap((number) => fromNumber(number, input.type) ?? []);
  });
}
