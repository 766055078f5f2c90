/** Years, months and days as running text writes them; one without a year takes the year last named before it. */
import { readNumeral } from "../../grammar/numerals.ts";
import type { FigureValue } from "./figures.ts";

interface CalendarPart {
  readonly start: number;
  readonly end: number;
  /** Where it begins without its year: a quotation may start after that, as the year is carried on anyway. */
  readonly core: number;
  readonly values: readonly FigureValue[];
}

interface CalendarFigure {
  readonly end: number;
  /** Where the text names a span, one for each of its ends. */
  readonly parts: readonly CalendarPart[];
  /** The year named here, if any. */
  readonly year: number | undefined;
  readonly needed: boolean;
}

const years = "\\d{4}|[〇零一二三四五六七八九]{4}";
const months = "\\d{1,2}|[正一二三四五六七八九]|十[一二]?";
const days = "\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]";
const dash = "(?:—+|~|-|至|到)";

const sticky = (source: string): RegExp => new RegExp(source, "dy");
const iso = sticky("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
const isoMonth = sticky("(\\d{4})-(\\d{2})(?![\\d-])");
const day = sticky(`(?:(${years})年)?(${months})月(${days})[日号]`);
const monthSpan = sticky(`(?:(${years})年)?(${months})月?份?${dash}(${months})月份?(?!\\d)`);
const month = sticky(`(?:(${years})年)?(${months})月份?(底|末)?`);
const yearSpan = sticky(`(${years})年?度?${dash}(${years})年`);
const year = sticky(`(${years})年(?<tail>底|末|度|上半年|下半年)?`);
const relative = sticky("全年|年底|年末|年内");

const numberOf = (written: string): number => {
  if (/^\d+$/.test(written)) return Number(written);
  const value = written === "正" ? undefined : readNumeral(written);
  return value === undefined ? 1 : Number(value.numerator);
};

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");
const monthIso = (y: number, m: number): string => `${pad(y, 4)}-${pad(m)}`;
const isMonth = (m: number): boolean => m >= 1 && m <= 12;
/** The last day of a month, in the proleptic calendar. */
const lastOf = (y: number, m: number): number =>
  m === 2 ? ((y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;

const dateValue = (y: number, m: number, d: number): FigureValue => ({
  kind: "date",
  iso: `${monthIso(y, m)}-${pad(d)}`,
});
const monthValue = (y: number, m: number): FigureValue => ({ kind: "month", iso: monthIso(y, m) });

/** Reads at `start` of a width-normalised text; `current` is the year last named, or that of 发布. */
export function readCalendarFigure(text: string, start: number, current: number): CalendarFigure | undefined {
  const at = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = start;
    return pattern.exec(text);
  };
  const one: OneFigure = (match, values, named, needed = true) => {
    const end = start + match[0].length;
    const core = match.groups?.["tail"] === undefined ? (match.indices?.[2]?.[0] ?? start) : start;
    return { end, parts: [{ start, end, core, values }], year: named, needed };
  };
  const yearIn = (written: string | undefined): number | undefined =>
    written === undefined ? undefined : numberOf(written);

  const exact = at(iso) ?? at(day);
  if (exact !== null) {
    const named = yearIn(exact[1]);
    const [m, d] = [numberOf(exact[2] ?? ""), numberOf(exact[3] ?? "")];
    if (isMonth(m) && d >= 1 && d <= 31) return one(exact, [dateValue(named ?? current, m, d)], named);
  }
  const span = at(monthSpan);
  if (span !== null) {
    const named = yearIn(span[1]);
    const [from, to] = [numberOf(span[2] ?? ""), numberOf(span[3] ?? "")];
    const [y, end] = [named ?? current, start + span[0].length];
    // 11月至次年2月 is written otherwise; 11—2月 runs into the next year.
    const toYear = to < from ? y + 1 : y;
    const cut = span.indices?.[2]?.[1] ?? end;
    const cutTo = span.indices?.[3]?.[0] ?? end;
    if (isMonth(from) && isMonth(to)) {
      const parts = [
        { start, end: cut, core: span.indices?.[2]?.[0] ?? start, values: [monthValue(y, from)] },
        { start: cutTo, end, core: cutTo, values: [monthValue(toYear, to)] },
      ];
      return { end, parts, year: named, needed: true };
    }
  }
  const alone = at(isoMonth) ?? at(month);
  if (alone !== null) {
    const named = yearIn(alone[1]);
    const m = numberOf(alone[2] ?? "");
    const y = named ?? current;
    const value = alone[3] === undefined ? monthValue(y, m) : dateValue(y, m, lastOf(y, m));
    if (isMonth(m)) return one(alone, [value], named);
  }
  return readYear(at, one, current);
}

type OneFigure = (
  match: RegExpExecArray,
  values: readonly FigureValue[],
  named: number | undefined,
  needed?: boolean,
) => CalendarFigure;

function readYear(
  at: (pattern: RegExp) => RegExpExecArray | null,
  one: OneFigure,
  current: number,
): CalendarFigure | undefined {
  const both = at(yearSpan);
  if (both !== null) {
    const [from, to] = [numberOf(both[1] ?? ""), numberOf(both[2] ?? "")];
    const start = both.index;
    const end = start + both[0].length;
    const cut = both.indices?.[1]?.[1] ?? end;
    const upper = both.indices?.[2]?.[0] ?? end;
    const parts = [
      { start, end: cut, core: start, values: [{ kind: "year" as const, year: from }] },
      { start: upper, end, core: upper, values: [{ kind: "year" as const, year: to }] },
    ];
    return { end, parts, year: to, needed: true };
  }
  const whole = at(year);
  if (whole !== null) {
    const named = numberOf(whole[1] ?? "");
    const tail = whole.groups?.["tail"];
    const plain: FigureValue = { kind: "year", year: named };
    const [from, to] = tail === "上半年" ? [1, 6] : [7, 12];
    const halves = [monthValue(named, from), monthValue(named, to), dateValue(named, to, lastOf(named, to))];
    const values =
      tail === "底" || tail === "末"
        ? [dateValue(named, 12, 31)]
        : tail?.endsWith("半年")
          ? [plain, ...halves]
          : [plain];
    return one(whole, values, named);
  }
  const plain = at(relative);
  if (plain === null) return undefined;
  // 全年 and 年内 say when without always setting a date; 年底 does.
  return one(plain, [dateValue(current, 12, 31)], undefined, /[底末]$/.test(plain[0]));
}
