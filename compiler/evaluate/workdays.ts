import chineseDays from "chinese-days";
import { addDays } from "./dates.ts";

const FIRST_YEAR = 2004;
const FINAL_YEAR = 2026;

const isCovered = (iso: string): boolean => {
  const year = Number(iso.slice(0, 4));
  return year >= FIRST_YEAR && year <= FINAL_YEAR;
};

/** The last of `count` working days after a day; undefined where the State Council's calendar is not known. */
export function addWorkdays(iso: string, count: number): string | undefined {
  let day: string | undefined = iso;
  if (!isCovered(iso)) return undefined;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (day === undefined || !isCovered(day)) return undefined;
    if (chineseDays.isWorkday(day)) left -= 1;
  }
  return day;
}
