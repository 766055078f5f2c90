/** Random data for random policies: on the figures of their rules and beside them, with some of it left out. */
import fc from "fast-check";
import type { Program } from "../../../compiler/lowered.ts";
import * as words from "./words.ts";

export type Data = Readonly<Record<string, string | number | boolean>>;

const near = (value: number): number[] => [Math.max(0, value - 1), value, value + 1];

const count = words.oneOf(words.people).chain((value) => fc.constantFrom(...near(value)));

/** One unusual value in so many. */
const seldom = <A, B>(usual: fc.Arbitrary<A>, unusual: fc.Arbitrary<B>): fc.Arbitrary<A | B> =>
  fc.oneof({ weight: 19, arbitrary: usual }, { weight: 1, arbitrary: unusual });

/** Numbers for the most part: text goes another way in generated code. */
const money = seldom(
  fc.oneof(
    words.oneOf(words.amounts).map(Number),
    fc.constantFrom(0, 0.07, 100000),
    fc.nat(10_000_000).map((fen) => fen / 100),
  ),
  words.oneOf([...words.amounts, words.hugeAmount]),
);

const dayBefore: Readonly<Record<string, string>> = {
  "2019-07-01": "2019-06-30",
  "2020-01-01": "2019-12-31",
  "2020-02-01": "2020-01-31",
  "2020-03-31": "2020-03-30",
  "2020-04-01": "2020-03-31",
  "2021-01-01": "2020-12-31",
};
const dayAfter: Readonly<Record<string, string>> = {
  "2019-12-31": "2020-01-01",
  "2020-02-29": "2020-03-01",
  "2020-03-31": "2020-04-01",
  "2020-06-30": "2020-07-01",
  "2020-12-31": "2021-01-01",
};

/** The first and the last day of every period, the day before and the day after. */
const referenceDays: readonly string[] = [
  ...new Set(
    words.periods.flatMap(([from, to]) => [
      dayBefore[from] ?? from,
      from,
      ...(to === undefined ? [] : [to, dayAfter[to] ?? to]),
    ]),
  ),
].toSorted();

const full = fc.record({
  甲数: seldom(fc.oneof(count, fc.nat(2000)), fc.constant(9007199254740991)),
  // Zero is refused: at least one.
  乙数: seldom(
    fc.oneof(
      count.map((value) => value + 1),
      fc.integer({ min: 1, max: 2000 }),
    ),
    fc.constant(0),
  ),
  金额: money,
  申请额: money,
  已用额: fc.oneof(words.oneOf([0, 999.99, 1000, 35000, 36000]), money),
  系数: seldom(fc.constantFrom(0, 0.1, -2, 3.75, 0.3), fc.constant("12345678901234567890.123")),
  面积: seldom(fc.constantFrom(0.5, 10, 12.125, 0.1), fc.constant("1000000000000000.5")),
  类别: fc.constantFrom("甲类", "乙类", "丙类"),
  合格: fc.boolean(),
  到期日: words.oneOf([...words.days, ...words.holidays, "2003-01-01", "2020-05-01"]),
  所属月: words.oneOf([...new Set(words.monthSpans.flat()), "2019-11", "2020-02", "2020-12", "2021-01", "2021-03"]),
  旧数: count,
  基准日: words.oneOf(referenceDays),
});

/** Every input in half of them, else without some. */
export const randomData: fc.Arbitrary<Data> = full.chain((all) =>
  fc.oneof(
    fc.constant<Data>(all),
    fc
      .subarray(Object.keys(all), { maxLength: 4 })
      .map((left): Data => Object.fromEntries(Object.entries(all).filter(([name]) => !left.includes(name)))),
  ),
);

/** Only what the policy knows: a name that it does not know is a fault, which has tests of its own. */
export const known = (program: Program, data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => program.inputs.some((input) => input.name === name)));

/** The same data with every number written out. */
export const asText = (data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === "number" ? String(value) : value]),
  );
