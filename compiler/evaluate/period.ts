/** What is in force on 基准日. */
import { REFERENCE_DATE, type Period } from "../lowered.ts";
import { dayNumber } from "./dates.ts";
import type { Environment } from "./environment.ts";
import type { Force } from "./evaluation.ts";

export function forceOf(period: Period | undefined, environment: Environment): Force {
  if (period === undefined) return { kind: "in" };
  const reference = environment.values.get(REFERENCE_DATE);
  if (reference?.kind !== "date") return { kind: "unknown" };
  const day = reference.iso;
  if (day < period.from) return { kind: "out", period, phase: "before", days: dayNumber(period.from) - dayNumber(day) };
  if (period.to !== undefined && day > period.to)
    return { kind: "out", period, phase: "after", days: dayNumber(day) - dayNumber(period.to) };
  return { kind: "in" };
}
