import { describe, expect, test } from "vitest";
import { addDays, addMonthsToDay, dayNumber, isDay, isMonth } from "../../compiler/evaluate/dates.ts";
import type { Deadline, Program } from "../../compiler/lowered.ts";
import { outcomeOf, result } from "./answer.ts";
import * as p from "./programs.ts";

describe("dates", () => {
  test("a date must exist", () => {
    expect(["2020-02-29", "2000-02-29", "2020-12-31"].map(isDay)).toEqual([true, true, true]);
    expect(["2019-02-29", "1900-02-29", "2020-13-01", "2020-04-31", "2020-4-1", "0000-01-01"].map(isDay)).toEqual(
      Array.from({ length: 6 }, () => false),
    );
    expect([isMonth("2020-04"), isMonth("2020-00"), isMonth("2020-13")]).toEqual([true, false, false]);
  });

  test("days are counted across months and leap years", () => {
    expect(dayNumber("0001-01-01")).toBe(1);
    expect(dayNumber("2020-03-01") - dayNumber("2020-02-28")).toBe(2);
    expect(addDays("2019-12-31", 1)).toBe("2020-01-01");
    expect(addDays("2020-03-01", -1)).toBe("2020-02-29");
    expect(addDays("2020-01-01", 366)).toBe("2021-01-01");
    expect(addDays("9999-12-31", 1)).toBeUndefined();
  });

  test("months keep the day or take the month's last", () => {
    expect(addMonthsToDay("2020-01-31", 1)).toBe("2020-02-29");
    expect(addMonthsToDay("2020-02-29", 12)).toBe("2021-02-28");
    expect(addMonthsToDay("2020-05-13", 12)).toBe("2021-05-13");
    expect(addMonthsToDay("2020-03-31", -1)).toBe("2020-02-29");
  });
});

describe("sums on dates", () => {
  const expiry = p.read("政策期满日", p.date);
  const program = p.program({
    inputs: [p.input("政策期满日", p.date), p.input("申请日", p.date), p.input("宽限", p.days)],
    outcomes: [
      p.formula("享受期限至", p.shifted(expiry, p.num(p.months, 12), "month")),
      p.formula("宽限至", p.shifted(expiry, p.read("宽限", p.days), "day")),
      p.formula("相隔", p.compute(p.read("申请日", p.date), "-", expiry, p.days)),
    ],
  });

  test("D + 1年 and D2 − D1", () => {
    expect(result(program, { 政策期满日: "2020-02-29", 申请日: "2020-03-31", 宽限: 30 }).outcomes).toEqual({
      享受期限至: { status: "determined", value: "2021-02-28", text: "2021-02-28", clauses: [] },
      宽限至: { status: "determined", value: "2020-03-30", text: "2020-03-30", clauses: [] },
      相隔: { status: "determined", value: "31", unit: "天", text: "31天", clauses: [] },
    });
  });
});

describe("deadlines", () => {
  const recommending = (deadline: Deadline): Program =>
    p.program({
      inputs: [p.input("有劳动能力", p.flag), p.input("认定日期", p.date)],
      outcomes: [
        p.outcome(
          "推荐上岗",
          p.action,
          p.rule("推荐", { kind: "action" }, { when: p.read("有劳动能力", p.flag), deadline }),
        ),
      ],
    });
  const within = (count: number, unit: "workday" | "day" | "month"): Deadline => ({
    kind: "within",
    from: p.read("认定日期", p.date),
    count,
    unit,
  });
  const due = (deadline: Deadline, from: string): unknown =>
    outcomeOf(recommending(deadline), "推荐上岗", { 有劳动能力: true, 认定日期: from });

  test("ten working days, the start day not counted", () => {
    expect(due(within(10, "workday"), "2020-05-13")).toEqual({
      status: "determined",
      value: true,
      text: "应当推荐上岗, 期限 2020-05-27",
      modality: "must",
      due: "2020-05-27",
      clauses: ["试行/推荐"],
    });
  });

  test("holidays are left out, make-up days count", () => {
    // 04-30, then 05-06 07 08, Saturday 05-09, 05-11 12 13 14 15
    expect(due(within(10, "workday"), "2020-04-29")).toMatchObject({ due: "2020-05-15" });
    // The holiday of January 2020 as extended: after 01-23 comes 02-03.
    expect(due(within(2, "workday"), "2020-01-22")).toMatchObject({ due: "2020-02-03" });
  });

  test("days and months", () => {
    expect(due(within(30, "day"), "2020-05-13")).toMatchObject({ due: "2020-06-12" });
    expect(due(within(3, "month"), "2020-11-30")).toMatchObject({ due: "2021-02-28" });
    expect(due({ kind: "on", date: p.lit(p.day("2020-12-31"), p.date) }, "2020-05-13")).toMatchObject({
      due: "2020-12-31",
    });
  });

  test("outside the known calendar nothing is guessed, and no input would help", () => {
    const reason = "2026-12-30 起 10个工作日超出已公布的工作日历(2004年至2026年),推算不出期限";
    expect(due(within(10, "workday"), "2026-12-30")).toEqual({
      status: "missing",
      needs: [],
      reason,
      text: `缺失:${reason}`,
      clauses: ["试行/推荐"],
    });
    expect(due(within(1, "workday"), "2003-12-31")).toMatchObject({ status: "missing", needs: [] });
  });

  test("the date is needed only where the clause may apply", () => {
    const program = recommending(within(10, "workday"));
    expect(outcomeOf(program, "推荐上岗")).toMatchObject({ needs: ["有劳动能力", "认定日期"] });
    expect(outcomeOf(program, "推荐上岗", { 有劳动能力: true })).toMatchObject({ needs: ["认定日期"] });
    expect(outcomeOf(program, "推荐上岗", { 有劳动能力: false })).toMatchObject({ status: "notApplicable" });
  });
});

describe("what is in force", () => {
  const area = p.read("地区", p.choice("城市", "农村"));
  const is = (value: string) => p.compare(area, "=", p.lit(p.named(value), p.choice("城市", "农村")));
  const program = (extra: p.RuleSketch[] = []): Program =>
    p.program({
      inputs: [p.input("地区", p.choice("城市", "农村"))],
      outcomes: [
        p.outcome(
          "低保标准",
          p.money,
          p.rule("城市", p.num(p.money, 830), { when: is("城市"), period: { from: "2020-04-01", to: undefined } }),
          p.rule("农村", p.num(p.money, 680), { when: is("农村"), period: { from: "2020-04-01", to: "2020-06-30" } }),
          ...extra,
        ),
        p.formula("救助", p.compute(p.resulting("低保标准", p.money), "*", p.num(p.number, 6), p.money)),
      ],
    });

  test("from its first day to its last", () => {
    expect(result(program(), { 地区: "城市", 基准日: "2020-04-01" }).outcomes).toMatchObject({
      低保标准: { value: "830" },
      救助: { value: "4980" },
    });
    expect(outcomeOf(program(), "低保标准", { 地区: "农村", 基准日: "2020-06-30" })).toMatchObject({ value: "680" });
  });

  test("before and after it, the outcome and what is computed from it say so", () => {
    const before = {
      status: "notInForce",
      from: "2020-04-01",
      text: "未生效(2020-04-01起)",
      clauses: ["试行/城市"],
    };
    expect(result(program(), { 地区: "城市", 基准日: "2020-03-31" }).outcomes).toEqual({
      低保标准: before,
      救助: before,
    });
    expect(outcomeOf(program(), "低保标准", { 地区: "农村", 基准日: "2020-07-01" })).toEqual({
      status: "notInForce",
      from: "2020-04-01",
      to: "2020-06-30",
      text: "已失效(2020-04-01至2020-06-30)",
      clauses: ["试行/农村"],
    });
  });

  test("the date is needed where a clause may apply", () => {
    expect(outcomeOf(program(), "低保标准", { 地区: "城市" })).toMatchObject({ status: "missing", needs: ["基准日"] });
    expect(outcomeOf(program(), "低保标准")).toMatchObject({ needs: ["地区", "基准日"] });
    expect(outcomeOf(program(), "低保标准", { 基准日: "2020-05-01" })).toMatchObject({ needs: ["地区"] });
  });

  test("a rule out of its period does not block 否则", () => {
    const rest = p.rule("其余", p.num(p.money, 500), { otherwise: true });
    expect(outcomeOf(program([rest]), "低保标准", { 地区: "城市", 基准日: "2020-03-31" })).toMatchObject({
      value: "500",
      clauses: ["试行/其余"],
    });
  });

  test("of several periods the nearest is told", () => {
    const old = p.rule("旧城市", p.num(p.money, 780), {
      when: is("城市"),
      period: { from: "2018-01-01", to: "2020-03-15" },
    });
    // 03-20 is 5 days after the old period and 12 before the new one.
    expect(outcomeOf(program([old]), "低保标准", { 地区: "城市", 基准日: "2020-03-20" })).toMatchObject({
      text: "已失效(2018-01-01至2020-03-15)",
      clauses: ["试行/旧城市"],
    });
    expect(outcomeOf(program([old]), "低保标准", { 地区: "城市", 基准日: "2020-03-30" })).toMatchObject({
      text: "未生效(2020-04-01起)",
    });
    expect(outcomeOf(program([old]), "低保标准", { 地区: "农村", 基准日: "2020-03-30" })).toMatchObject({
      text: "未生效(2020-04-01至2020-06-30)",
    });
  });

  test("a formula has its policy's period", () => {
    const dated = p.program({
      inputs: [p.input("工资", p.money)],
      outcomes: [p.formula("标准", p.read("工资", p.money), { from: "2020-04-01", to: undefined })],
    });
    expect(outcomeOf(dated, "标准", { 工资: 100, 基准日: "2020-04-01" })).toMatchObject({ value: "100" });
    expect(outcomeOf(dated, "标准", { 工资: 100, 基准日: "2020-03-01" })).toMatchObject({ status: "notInForce" });
    expect(outcomeOf(dated, "标准")).toMatchObject({ needs: ["工资", "基准日"] });
  });
});
