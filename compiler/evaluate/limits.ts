/** Whether a value keeps to what its input's declaration allows. */
import type { InputFault } from "../../runtime/contract.ts";
import {
  decimalPlaces,
  divide,
  equals,
  isInteger,
  ONE,
  rational,
  sign,
  type Rational,
} from "../../grammar/rational.ts";
import type { Bound, Input, Value, ValueType } from "../lowered.ts";
import { inputFault } from "./fault.ts";
import { compareValues, showValue } from "./values.ts";

export function limitFaults(input: Input, value: Value): readonly InputFault[] {
  const faults: InputFault[] = [];
  const given = showValue(value, input.type);
  if (value.kind === "quantity" && input.grain !== undefined && !isInteger(divide(value.value, input.grain))) {
    const places = grainPhrase(input.grain, input.type);
    faults.push(inputFault("too-precise", { term: input.name, places, given }, input.name, input.origin));
  }
  const isTime = input.type.kind === "date" || input.type.kind === "month";
  const check = (bound: Bound | undefined, wrongSide: -1 | 1, phrase: string): void => {
    if (bound === undefined) return;
    const order = compareValues(value, bound.value);
    if (order !== wrongSide && (order !== 0 || bound.inclusive)) return;
    const isZero =
      wrongSide === -1 && bound.inclusive && bound.value.kind === "quantity" && sign(bound.value.value) === 0;
    const limit = isZero ? "不能是负数" : `${phrase} ${showValue(bound.value, input.type)}`;
    faults.push(inputFault("out-of-range", { term: input.name, limit, given }, input.name, input.origin));
  };
  const { minimum, maximum } = input;
  if (isTime) {
    check(minimum, -1, minimum?.inclusive === true ? "应不早于" : "应晚于");
    check(maximum, 1, maximum?.inclusive === true ? "应不晚于" : "应早于");
  } else {
    check(minimum, -1, minimum?.inclusive === true ? "应至少" : "应大于");
    check(maximum, 1, maximum?.inclusive === true ? "应至多" : "应小于");
  }
  return faults;
}

/** 1 is whole numbers, 1/100 two decimals, anything else a multiple. */
function grainPhrase(grain: Rational, type: ValueType): string {
  if (equals(grain, ONE)) return "应是整数";
  const places = decimalPlaces(grain);
  if (places !== undefined && equals(grain, rational(1n, 10n ** BigInt(places)))) return `最多 ${places} 位小数`;
  return `应是 ${showValue({ kind: "quantity", value: grain }, type)} 的整数倍`;
}

/** Of the kind that the input's declaration names, a listed value included. */
export const fitsType = (value: Value, type: ValueType): boolean =>
  value.kind === type.kind && (value.kind !== "choice" || type.kind !== "choice" || type.values.includes(value.value));
