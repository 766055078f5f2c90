/** What a clause gives where it holds: a value, in its manner, by a day, out of a pool. */
import type { Modality } from "./contract.ts";
import { addWorkdays } from "./calendar.ts";
import { FIRST_YEAR, FINAL_YEAR } from "./calendar.generated.ts";
import { move } from "./dates.ts";
import { decimalText } from "./decimal.ts";
import { compareExact, isExact, minus } from "./exact.ts";
import { quantityText } from "./text.ts";
import { refuseTraced } from "./symbolic.ts";
import { mergeAll, Obstacle, undecidable } from "./values.ts";
import type { Quantity, Text, Value } from "./values.ts";

export interface Terms {
  readonly due?: Text | undefined;
  readonly draws?: readonly Draw[] | undefined;
  /** Where it wins over other clauses than those named after 例外于. */
  readonly beats?: readonly string[];
}

export interface Result extends Terms {
  readonly modality: Modality;
  readonly value: Value;
}

export const must = (value: Value, terms: Terms = {}): Result => ({ modality: "must", value, ...terms });
export const may = (value: Value, terms: Terms = {}): Result => ({ modality: "may", value, ...terms });
export const mustNot = (value: Value, terms: Terms = {}): Result => ({ modality: "mustNot", value, ...terms });
export const exempt = (value: Value, terms: Terms = {}): Result => ({ modality: "exempt", value, ...terms });

const workdayCalendar = `${FIRST_YEAR}年至${FINAL_YEAR}年`;

/** The last day of a period that starts on the day after `from`, which is named as the policy writes it. */
export function within(from: Text, count: number, unit: "workday" | "day" | "month", name: string): Text {
  if (from instanceof Obstacle) return from;
  refuseTraced(from);
  if (typeof from !== "string") return notOneDay(name);
  if (unit !== "workday") return move(from, count, unit) ?? undecidable(`${from} 起的期限超出公历9999年`);
  return (
    addWorkdays(from, count) ??
    undecidable(`${from} 起 ${count}个工作日超出已公布的工作日历(${workdayCalendar}),推算不出期限`)
  );
}

const notOneDay = (name: string): Obstacle => undecidable(`「${name}」不是确定的一天,推算不出期限`);

export const by = (day: Text, name: string): Text =>
  typeof day === "string" || day instanceof Obstacle ? day : notOneDay(name);

export interface Pool {
  readonly pool: string;
  readonly unit: string;
  /** Smallest units in one unit. */
  readonly scale: number;
  readonly total: Quantity;
  readonly used: Quantity;
}

export interface Draw extends Pool {
  readonly amount: Quantity;
  /** As the policy writes it. */
  readonly amountText: string;
}

/** 支用: the amount is counted in the pool's smallest units, and named as the policy writes it. */
export const drawn = (pool: Pool, amount: Quantity, amountText: string): Draw => ({ ...pool, amount, amountText });

/** What stands in the way of a draw; undefined where it fits into what the pool has left. */
export function drawObstacle(draw: Draw, clause: string): Obstacle | undefined {
  const { pool, unit, scale, total, used, amount } = draw;
  const obstacle = mergeAll([total, amount, used]);
  if (obstacle !== undefined) return obstacle;
  if (!isExact(total) || !isExact(used) || !isExact(amount))
    return undecidable(`「${pool}」的余额或者支用的「${draw.amountText}」没有确定的数额`);
  const left = minus(total, used);
  const remaining = isExact(left) && compareExact(left, 0) > 0 ? left : 0;
  if (compareExact(amount, remaining) <= 0) return undefined;
  return new Obstacle({
    status: "exhausted",
    pool,
    remaining: decimalText(remaining, scale),
    unit,
    text: quantityText(remaining, unit, scale),
    clauses: [clause],
  });
}
