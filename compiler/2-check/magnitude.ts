/** 元 written for 万元: a figure outside the limits of its input that would be inside ten thousand times off. */
import { compare, divide, multiply, rational, type Rational } from "../../grammar/rational.ts";
import type { Bound, Expression } from "../lowered.ts";
import type { CheckContext, Limits } from "./context.ts";

const TEN_THOUSAND = rational(10_000);

function within(value: Rational, { minimum, maximum }: Limits): boolean {
  const beyond = (bound: Bound | undefined, direction: 1 | -1): boolean => {
    if (bound?.value.kind !== "quantity") return false;
    const order = compare(value, bound.value.value) * direction;
    return order > 0 || (order === 0 && !bound.inclusive);
  };
  return !beyond(minimum, -1) && !beyond(maximum, 1);
}

export function checkMagnitude(context: CheckContext, left: Expression, right: Expression): void {
  const [literal, subject] = right.kind === "literal" ? [right, left] : [left, right];
  if (literal.kind !== "literal" || literal.value.kind !== "quantity" || subject.kind !== "input") return;
  // 万 goes with units: 120% against 至多 100% is no slip of this kind.
  if (literal.type.kind !== "quantity" || literal.type.notation !== "unit") return;
  const limits = context.limits.get(subject.name);
  if (limits === undefined || within(literal.value.value, limits)) return;
  const { value } = literal.value;
  const larger = within(multiply(value, TEN_THOUSAND), limits);
  if (!larger && !within(divide(value, TEN_THOUSAND), limits)) return;
  const text = context.reporter.quote(literal.origin.span);
  context.reporter.report(
    "magnitude-slip",
    { text, name: subject.name, slip: larger ? "乘以一万" : "除以一万", unit: literal.type.unit },
    literal.origin.span,
    { related: [context.reporter.here(limits.span, `「${subject.name}」的限制在这里`)] },
  );
}
