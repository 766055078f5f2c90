/**
 * Writes calendar.generated.ts: how the working days of each year depart from Monday to Friday, as the maintained
 * package chinese-days has them (the State Council's calendar as extended or amended). Run by `npm run generate`;
 * `--check` fails where the file is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { addDays, dayNumber } from "./dates.ts";

// The package makes its calendar of midnights in Greenwich as it is loaded, and is a day early in zones west of it.
process.env["TZ"] = "UTC";
const { default: chineseDays } = await import("chinese-days");

const FIRST_YEAR = 2004;
const FINAL_YEAR = 2026;
const target = new URL("calendar.generated.ts", import.meta.url);

const on: Record<string, string[]> = {};
const off: Record<string, string[]> = {};
for (let day = `${FIRST_YEAR}-01-01`; Number(day.slice(0, 4)) <= FINAL_YEAR; day = addDays(day, 1) ?? "9999") {
  const isWeekday = (dayNumber(day) - 1) % 7 < 5;
  const works = chineseDays.isWorkday(day);
  if (works !== isWeekday) ((works ? on : off)[day.slice(0, 4)] ??= []).push(day.slice(5, 7) + day.slice(8));
}

const table = (years: Record<string, string[]>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(years).map(([year, days]) => [year, days.join(" ")])));

const text = await format(
  `// Made from chinese-days by generate-calendar.ts. Update that package instead.
export const FIRST_YEAR = ${FIRST_YEAR};
export const FINAL_YEAR = ${FINAL_YEAR};
/** Saturdays and Sundays that are worked, as month and day. */
export const daysOn: Readonly<Record<string, string>> = ${table(on)};
/** Mondays to Fridays that are not. */
export const daysOff: Readonly<Record<string, string>> = ${table(off)};
`,
  { parser: "babel-ts", printWidth: 120 },
);

const current = (() => {
  try {
    return readFileSync(target, "utf8");
  } catch {
    return undefined;
  }
})();
if (current !== text) {
  if (process.argv.includes("--check")) {
    console.error("runtime/calendar.generated.ts is stale: run npm run generate");
    process.exitCode = 1;
  } else writeFileSync(target, text);
}
