/** Sums on dates as ISO strings, by the civil calendar: no clock, no time zone. */
import { daysInMonth } from "../calendar.ts";

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

const LAST_YEAR = 9999;

interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const split = (iso: string): CivilDate => ({
  year: Number(iso.slice(0, 4)),
  month: Number(iso.slice(5, 7)),
  day: Number(iso.slice(8, 10)),
});

const join = ({ year, month, day }: CivilDate): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

const inRange = (year: number): boolean => year >= 1 && year <= LAST_YEAR;

/** Days before 1 January of a year, counted from 1 January of year 1. */
const daysBeforeYear = (year: number): number => {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

/** The number of a day: 0001-01-01 is 1. */
export function dayNumber(iso: string): number {
  const { year, month, day } = split(iso);
  let days = daysBeforeYear(year) + day;
  for (let earlier = 1; earlier < month; earlier += 1) days += daysInMonth(year, earlier);
  return days;
}

/** The day of a number; undefined outside the years 1 to 9999. */
export function dayOfNumber(number: number): string | undefined {
  if (number < 1 || number > daysBeforeYear(LAST_YEAR + 1)) return undefined;
  let year = Math.max(1, Math.floor(number / 366));
  while (daysBeforeYear(year + 1) < number) year += 1;
  let day = number - daysBeforeYear(year);
  let month = 1;
  for (; day > daysInMonth(year, month); month += 1) day -= daysInMonth(year, month);
  return join({ year, month, day });
}

export const addDays = (iso: string, count: number): string | undefined => dayOfNumber(dayNumber(iso) + count);

/** The number of a month, `2020-04` or the month of a day. */
export const monthNumber = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;

export function monthOfNumber(number: number): string | undefined {
  const year = Math.floor(number / 12);
  return inRange(year) ? `${pad(year, 4)}-${pad(number - year * 12 + 1, 2)}` : undefined;
}

/** Keeps the day of the month, or takes the month's last: 2020-01-31 and one month is 2020-02-29. */
export function addMonthsToDay(iso: string, count: number): string | undefined {
  const moved = monthOfNumber(monthNumber(iso) + count);
  if (moved === undefined) return undefined;
  const { year, month } = split(`${moved}-01`);
  return join({ year, month, day: Math.min(split(iso).day, daysInMonth(year, month)) });
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = split(text);
  return inRange(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function isMonth(text: string): boolean {
  if (!/^\d{4}-\d{2}$/.test(text)) return false;
  const { year, month } = split(`${text}-01`);
  return inRange(year) && month >= 1 && month <= 12;
}
