/** A case with one input another: what shows rounding, small amounts, and months of other lengths. */
import { divide, isInteger, rational, type Rational } from "../../grammar/rational.ts";
import { limitFaults } from "../evaluate/limits.ts";
import type { Input, Program, Value } from "../lowered.ts";

const figures: readonly Rational[] = [
  ...Array.from({ length: 20 }, (_, index) => rational(index + 1, 100n)),
  ...[1, 2, 3, 5, 7, 10, 33, 50, 99, 100, 500, 1000, 10_000, 1_000_000, 100_000_000].map((figure) => rational(figure)),
];

/** Days and months at which calendars differ in length. */
const days: readonly Value[] = ["2020-01-31", "2020-02-29", "2020-05-13"].map((iso) => ({ kind: "date", iso }));
const months: readonly Value[] = ["2020-02", "2020-05"].map((iso) => ({ kind: "month", iso }));

function usualValues({ type, grain }: Input): readonly Value[] {
  switch (type.kind) {
    case "date":
      return days;
    case "month":
      return months;
    case "boolean":
      return [true, false].map((value) => ({ kind: "boolean", value }));
    case "choice":
      return type.values.map((value) => ({ kind: "choice", value }));
    case "quantity":
      return figures
        .filter((figure) => grain === undefined || isInteger(divide(figure, grain)))
        .map((value) => ({ kind: "quantity", value }));
  }
}

/** The case with one input another that it may have. */
export function* variations(
  program: Program,
  values: ReadonlyMap<string, Value>,
): Generator<ReadonlyMap<string, Value>> {
  for (const input of program.inputs)
    for (const value of usualValues(input))
      if (limitFaults(input, value).length === 0) yield new Map(values).set(input.name, value);
}
