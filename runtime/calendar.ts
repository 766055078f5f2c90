/** The State Council's working days. Outside the years it knows, it has no answer rather than a guess. */
import { daysOff, daysOn, FIRST_YEAR, FINAL_YEAR } from "./calendar.generated.ts";
import { addDays, dayNumber } from "./dates.ts";

const unfold = (years: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(
    Object.entries(years).flatMap(([year, days]) =>
      days.split(" ").map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
    ),
  );

let exceptions: { readonly on: ReadonlySet<string>; readonly off: ReadonlySet<string> } | undefined;

const isCovered = (iso: string): boolean => {
  const year = Number(iso.slice(0, 4));
  return year >= FIRST_YEAR && year <= FINAL_YEAR;
};

/** Undefined outside the years known. */
export function isWorkday(iso: string): boolean | undefined {
  if (!isCovered(iso)) return undefined;
  exceptions ??= { on: unfold(daysOn), off: unfold(daysOff) };
  if (exceptions.on.has(iso)) return true;
  // 0001-01-01 was a Monday.
  const weekday = (dayNumber(iso) - 1) % 7;
  return weekday < 5 && !exceptions.off.has(iso);
}

/** The last of `count` working days after a day; undefined where the calendar does not reach. */
export function addWorkdays(iso: string, count: number): string | undefined {
  if (!isCovered(iso)) return undefined;
  let day = iso;
  for (let left = count; left > 0;) {
    const next = addDays(day, 1);
    const works = next === undefined ? undefined : isWorkday(next);
    if (next === undefined || works === undefined) return undefined;
    day = next;
    if (works) left -= 1;
  }
  return day;
}
