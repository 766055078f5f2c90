/** The civil calendar on ISO text: no clock, no time zone, no locale. */
import { decimalText } from "./decimal.ts";
import { onEnds } from "./exact.ts";
import { fault, Fraction } from "./values.ts";
import type { Exact, Quantity, Scalar, Text, Value } from "./values.ts";

const LAST_YEAR = 9999;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isYearAndMonth = (year: number, month: number): boolean => year >= 1 && month >= 1 && month <= 12;

/** An existing day of the years 1 to 9999. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isYearAndMonth(year, month) && day >= 1 && day <= daysInMonth(year, month);
}

export function isMonth(text: string): boolean {
  const match = MONTH.exec(text);
  return match !== null && isYearAndMonth(Number(match[1]), Number(match[2]));
}

const daysBeforeYear = (year: number): number => {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

/** 0001-01-01 is day 1. */
export function dayNumber(iso: string): number {
  const [year, month] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7))];
  let days = daysBeforeYear(year) + Number(iso.slice(8, 10));
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return days;
}

function dayOfNumber(number: number): string | undefined {
  if (number < 1 || number > daysBeforeYear(LAST_YEAR + 1)) return undefined;
  let year = Math.max(1, Math.floor(number / 366));
  while (daysBeforeYear(year + 1) < number) year += 1;
  let day = number - daysBeforeYear(year);
  let month = 1;
  for (; day > daysInMonth(year, month); month += 1) day -= daysInMonth(year, month);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export const addDays = (iso: string, count: number): string | undefined => dayOfNumber(dayNumber(iso) + count);

const monthNumber = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

function addToMonth(iso: string, count: number): string | undefined {
  const number = monthNumber(iso) + count;
  const year = Math.floor(number / 12);
  return year >= 1 && year <= LAST_YEAR ? `${pad(year, 4)}-${pad(number - year * 12 + 1, 2)}` : undefined;
}

/** Keeps the day of the month, or takes the month's last: 2020-01-31 and one month is 2020-02-29. */
function addMonths(iso: string, count: number): string | undefined {
  const month = addToMonth(iso, count);
  if (month === undefined || iso.length === 7) return month;
  const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${pad(Math.min(Number(iso.slice(8, 10)), last), 2)}`;
}

/** Undefined beyond the calendar. */
export const move = (iso: string, count: number, unit: "day" | "month"): string | undefined =>
  unit === "day" && iso.length === 10 ? addDays(iso, count) : addMonths(iso, count);

/** From the second date (or month) to the first. */
export const daysFrom = (later: Text, earlier: Text): Quantity =>
  onEnds(later, earlier, (a, b) => placeOf(a as string) - placeOf(b as string)) as Quantity;

const placeOf = (iso: string): number => (iso.length === 7 ? monthNumber(iso) : dayNumber(iso));

function shift(date: Text, amount: Quantity, unit: "day" | "month", direction: 1 | -1, name: string): Text {
  const moved = onEnds(date, amount, (iso: Scalar, count: Scalar): Value => {
    if (count instanceof Fraction)
      return fault("too-precise", name, `「${name}」应是整数,给出的是${decimalText(count, 1)}`);
    const days = Number(count as Exact);
    return (
      move(iso as string, days * direction, unit) ??
      fault("out-of-range", name, `「${name}」不使日期超出公元1年至9999年,给出的是${String(days)}`)
    );
  });
  return moved as Text;
}

/** The amount is named as the policy writes it, for the refusal where it leads out of the calendar. */
export const plusMonths = (date: Text, amount: Quantity, name: string): Text => shift(date, amount, "month", 1, name);
export const minusMonths = (date: Text, amount: Quantity, name: string): Text => shift(date, amount, "month", -1, name);
export const plusDays = (date: Text, amount: Quantity, name: string): Text => shift(date, amount, "day", 1, name);
export const minusDays = (date: Text, amount: Quantity, name: string): Text => shift(date, amount, "day", -1, name);
