/** Targets and constraints: met, unmet, not applicable, or not to be told. */
import type { RequirementResult } from "./contract.ts";
import { forceOf, REFERENCE_DATE } from "./decide.ts";
import { decimalText } from "./decimal.ts";
import { compareExact, isExact, minus } from "./exact.ts";
import type { Facts } from "./ledger.ts";
import { above, atLeast, atMost, below, equal, unequal } from "./truth.ts";
import { mergeAny, missing, Obstacle } from "./values.ts";
import type { Period, Quantity, Text, Truth } from "./values.ts";

type Operator = "<" | "<=" | ">" | ">=" | "=" | "!=";

export interface Measure<F> {
  readonly unit: string;
  /** So many smallest units, in which both sides are counted, make one unit. */
  readonly scale: number;
  readonly actual: (facts: F) => Quantity;
  readonly operator: Operator;
  readonly target: (facts: F) => Quantity;
}

export interface RequirementType<F> {
  readonly when?: (facts: F) => Truth;
  /** Left out where the measure says it all. */
  readonly requires?: (facts: F) => Truth;
  readonly measure?: Measure<F>;
  readonly due?: (facts: F) => Text;
  readonly period?: Period;
  readonly quotations?: readonly string[];
  readonly assumptions?: readonly string[];
}

export interface RequirementOutcome {
  readonly result: RequirementResult;
  /** What faults of the data would stand in, where it applies. */
  readonly condition: Truth;
  readonly verdict: Truth;
}

const comparisons = { "<": below, "<=": atMost, ">": above, ">=": atLeast, "=": equal, "!=": unequal } as const;

export function evaluateRequirement<F extends Facts>(
  requirement: RequirementType<F>,
  facts: F,
  inOrder: (needs: readonly string[]) => readonly string[],
): RequirementOutcome {
  const { measure } = requirement;
  const force = forceOf(requirement.period, facts[REFERENCE_DATE] as Text | undefined);
  const condition = requirement.when?.(facts) ?? true;
  const [actual, target] = [measure?.actual(facts), measure?.target(facts)];
  const verdict =
    requirement.requires?.(facts) ??
    (measure === undefined || actual === undefined || target === undefined
      ? missing([])
      : comparisons[measure.operator](actual, target));
  const due = requirement.due?.(facts);
  const parts = { condition, verdict };
  if (force.kind === "out" || condition === false)
    return { condition, verdict: false, result: { status: "notApplicable" } };
  const dated = force.kind === "unknown" ? [missing([REFERENCE_DATE])] : [];
  const obstacle = mergeAny([...dated, condition]) ?? mergeAny([verdict]);
  if (obstacle !== undefined && isSettledAsNone(obstacle))
    return { condition, verdict: false, result: { status: "notApplicable" } };
  const figures = figuresOf(measure, target, actual, obstacle === undefined ? verdict : undefined);
  const dueDay = typeof due === "string" ? { due } : {};
  if (obstacle === undefined) {
    const status = verdict === true ? "met" : "unmet";
    return { ...parts, result: { status, ...figures, ...dueDay } };
  }
  const lacking =
    obstacle.trouble.status === "missing" && isMissing(verdict) ? mergeAny([obstacle, verdict]) : obstacle;
  const needs = lacking?.trouble.status === "missing" ? inOrder(lacking.trouble.needs) : [];
  return { ...parts, result: { status: "missing", ...figures, needs, ...dueDay } };
}

const isMissing = (truth: Truth): boolean => truth instanceof Obstacle && truth.trouble.status === "missing";

const isSettledAsNone = ({ trouble: { status } }: Obstacle): boolean =>
  status === "notApplicable" || status === "notInForce" || status === "exhausted";

type Figures = Pick<RequirementResult, "target" | "actual" | "shortfall" | "unit">;

function figuresOf<F>(
  measure: Measure<F> | undefined,
  target: Quantity | undefined,
  actual: Quantity | undefined,
  /** None where something stands in the way of one. */
  verdict: Truth | undefined,
): Figures {
  if (measure === undefined || target === undefined || actual === undefined) return {};
  const { unit, scale, operator } = measure;
  const isKnown = isExact(target) && isExact(actual) && typeof verdict === "boolean";
  const lacking = isKnown ? lack(operator, verdict, target, actual) : undefined;
  return {
    ...(isExact(target) ? { target: decimalText(target, scale) } : {}),
    ...(isExact(actual) ? { actual: decimalText(actual, scale) } : {}),
    ...(lacking !== undefined && isExact(lacking) ? { shortfall: decimalText(lacking, scale) } : {}),
    unit,
  };
}

/** How far the actual figure is on the wrong side of the target. */
function lack(operator: Operator, isMet: boolean, target: Quantity, actual: Quantity): Quantity {
  if (isMet) return 0;
  const [under, over] = [minus(target, actual), minus(actual, target)];
  if (operator === ">=" || operator === ">") return under;
  if (operator === "<=" || operator === "<") return over;
  return isExact(under) && compareExact(under, 0) > 0 ? under : over;
}
