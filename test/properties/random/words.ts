/** What random policies and random data have in common: their figures, so that data stand on and beside boundaries. */
import fc from "fast-check";

export const people = [0, 1, 2, 3, 10, 55, 100, 499, 500, 501, 1000];
export const amounts = ["0.01", "0.05", "1234.57", "1000", "36000", "144000.01"];
/** Beyond what plain numbers hold in fen. */
export const hugeAmount = "90000000000000.01";
export const percents = ["5.5%", "0.5‰", "三分之一", "60%", "100%", "0%", "33.3%"];
export const factors = ["0.1", "-2", "3.75"];
export const areas = ["0.5", "10", "12.125"];
export const days = ["2020-01-31", "2020-02-29", "2020-04-01", "2020-04-26", "2020-12-31"];
/** Both sides of holidays with make-up days, of turns of the year, and of the years whose calendar is known. */
export const holidays = [
  "2003-12-31",
  "2004-01-01",
  "2019-12-31",
  "2020-01-23",
  "2020-04-30",
  "2020-09-25",
  "2021-02-10",
  "2024-02-29",
  "2026-12-25",
];

/** Spans of months, three of which cross a turn of the year. */
export const monthSpans: readonly (readonly [string, string])[] = [
  ["2020-03", "2020-06"],
  ["2020-04", "2020-04"],
  ["2020-11", "2021-02"],
  ["2019-12", "2020-01"],
  ["2019-07", "2021-06"],
];

/** Periods that lie apart, touch, share one day, share more, or hold one another. */
export const periods: readonly (readonly [string, string?])[] = [
  ["2020-01-01", "2020-03-31"],
  ["2020-03-31", "2020-06-30"],
  ["2020-04-01"],
  ["2020-04-01", "2020-12-31"],
  ["2020-02-01", "2020-02-29"],
  ["2019-07-01", "2019-12-31"],
  ["2021-01-01"],
];

export const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** True once in so many times. */
export const onceIn = (times: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 0, max: times - 1 }).map((roll) => roll === 0);

const comparisons = [
  ...["<=", "<", ">=", ">", "="].map((sign) => (left: string, right: string) => `${left} ${sign} ${right}`),
  ...["不高于", "不超过", "低于", "不足", "不低于", "达到", "高于", "超过", "等于"].map(
    (word) => (left: string, right: string) => `${left}${word}${right}`,
  ),
];
const bounds = ["以下", "以上", "以内", "以外"].map(
  (word) => (left: string, right: string) => `${left}${right}${word}`,
);

/** Left against right, in signs or in words. */
export const comparison = oneOf(comparisons);

/** Against a literal, which may also be bounded by what stands after it. */
export const literalComparison = oneOf([...comparisons, ...bounds]);
