/** Days as conditions: the ends of periods, and of what amendments bring. */
import { type Expression, type Origin, type Period, REFERENCE_DATE, VERSION_DATE } from "./lowered.ts";

export type Comparison = Extract<Expression, { kind: "comparison" }>;

/** A date that is an input, against a day. */
export function dayComparison(
  input: string,
  operator: Comparison["operator"],
  iso: string,
  origin: Origin,
): Comparison {
  const date = { type: { kind: "date" }, origin } as const;
  return {
    kind: "comparison",
    operator,
    left: { kind: "input", name: input, ...date },
    right: { kind: "literal", value: { kind: "date", iso }, ...date },
    type: { kind: "boolean" },
    origin,
  };
}

/** Both ends as conditions on 基准日. */
export const periodComparisons = (period: Period | undefined, origin: Origin): readonly Comparison[] =>
  period === undefined
    ? []
    : [
        dayComparison(REFERENCE_DATE, ">=", period.from, origin),
        ...(period.to === undefined ? [] : [dayComparison(REFERENCE_DATE, "<=", period.to, origin)]),
      ];

/** Where a text of a clause is the law, as an amendment on `day` begins or ends it. */
export interface Law {
  readonly kind: "begins" | "ends";
  /** ISO: of 基准日. */
  readonly day: string;
  /** ISO: of 适用版本日. */
  readonly reaching: string;
}

/** The condition that an amendment puts on a clause. */
export function lawCondition({ kind, day, reaching }: Law, origin: Origin): Expression {
  const operator = kind === "begins" ? ">=" : "<";
  const operands = [
    dayComparison(VERSION_DATE, operator, reaching, origin),
    dayComparison(REFERENCE_DATE, operator, day, origin),
  ];
  return { kind: kind === "begins" ? "and" : "or", operands, type: { kind: "boolean" }, origin };
}

/** Reads `lawCondition` back: no drafter can write one. */
export function lawIn(condition: Expression): Law | undefined {
  if (condition.kind !== "and" && condition.kind !== "or") return undefined;
  const [pinned, reference, ...more] = condition.operands.map(comparedDay);
  if (pinned?.input !== VERSION_DATE || reference?.input !== REFERENCE_DATE || more.length > 0) return undefined;
  return { kind: condition.kind === "and" ? "begins" : "ends", day: reference.day, reaching: pinned.day };
}

function comparedDay(operand: Expression): { readonly input: string; readonly day: string } | undefined {
  if (operand.kind !== "comparison" || operand.left.kind !== "input" || operand.right.kind !== "literal")
    return undefined;
  const { value } = operand.right;
  return value.kind === "date" ? { input: operand.left.name, day: value.iso } : undefined;
}

/** A condition without the parts that say where it is the law, and those by themselves. */
export function apartFromLaw(condition: Expression | undefined): {
  readonly law: readonly Expression[];
  readonly condition: Expression | undefined;
} {
  if (condition === undefined) return { law: [], condition };
  if (lawIn(condition) !== undefined) return { law: [condition], condition: undefined };
  if (condition.kind !== "and") return { law: [], condition };
  const law = condition.operands.filter((operand) => lawIn(operand) !== undefined);
  const [first, ...others] = condition.operands.filter((operand) => !law.includes(operand));
  if (law.length === 0) return { law, condition };
  if (first === undefined || others.length === 0) return { law, condition: first };
  return { law, condition: { ...condition, operands: [first, ...others] } };
}
