/** The last day of a deadline. The start day is not counted. */
import { addWorkdays } from "../../runtime/calendar.ts";
import type { Deadline } from "../lowered.ts";
import type { Environment } from "./environment.ts";
import { evaluateExpression, move } from "./expression.ts";
import { determined, isUndetermined, undecidable, type State } from "./state.ts";
import { showExpression } from "./wording.ts";

/** A determined date, or what stands in the way of one. */
export function evaluateDeadline(deadline: Deadline, environment: Environment): State {
  const start = deadline.kind === "on" ? deadline.date : deadline.from;
  const state = evaluateExpression(start, environment);
  if (isUndetermined(state)) return state;
  if (state.status !== "determined" || state.value.kind !== "date")
    return undecidable(`「${showExpression(start)}」不是确定的一天,推算不出期限`);
  if (deadline.kind === "on") return state;
  const { count, unit } = deadline;
  if (unit !== "workday") {
    const last = move(state.value, count, unit);
    return last === undefined ? undecidable(`${state.value.iso} 起的期限超出公历9999年`) : determined(last);
  }
  const last = addWorkdays(state.value.iso, count);
  if (last === undefined)
    return undecidable(`${state.value.iso} 起 ${count}个工作日超出已公布的工作日历(2004年至2026年),推算不出期限`);
  return determined({ kind: "date", iso: last });
}
