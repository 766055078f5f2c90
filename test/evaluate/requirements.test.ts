import { describe, expect, test } from "vitest";
import type { Requirement } from "../../compiler/lowered.ts";
import { outcomeOf, result } from "./answer.ts";
import * as p from "./programs.ts";

const target = (requirement: Requirement, inputs: readonly ReturnType<typeof p.input>[]) =>
  p.program({ inputs, targets: [requirement] });

describe("targets", () => {
  const posts = target(
    p.requirement("企业岗位", p.compare(p.read("筹集企业岗位", p.posts), ">=", p.num(p.posts, 250000)), {
      deadline: { kind: "on", date: p.lit(p.day("2020-12-31"), p.date) },
    }),
    [p.input("筹集企业岗位", p.posts)],
  );

  test("met, unmet with what is lacking, and missing", () => {
    const status = (data: Readonly<Record<string, unknown>>) => result(posts, data).targets["企业岗位"];
    expect(status({ 筹集企业岗位: 240000 })).toEqual({
      status: "unmet",
      target: "250000",
      actual: "240000",
      shortfall: "10000",
      unit: "个",
      due: "2020-12-31",
    });
    expect(status({ 筹集企业岗位: 250001 })).toMatchObject({ status: "met", shortfall: "0", actual: "250001" });
    expect(status({})).toEqual({
      status: "missing",
      target: "250000",
      unit: "个",
      needs: ["筹集企业岗位"],
      due: "2020-12-31",
    });
  });

  test("exactly one third is met: 1 of 3, 333 of 999; 33 of 100 is not", () => {
    const share = p.compute(p.read("工业招商项目", p.posts), "/", p.read("招商项目", p.posts), p.ratio);
    const thirds = target(p.requirement("占比", p.compare(share, ">=", p.num(p.ratio, 1, 3))), [
      p.input("工业招商项目", p.posts),
      p.input("招商项目", p.posts),
    ]);
    const of = (part: number, whole: number) => result(thirds, { 工业招商项目: part, 招商项目: whole }).targets["占比"];
    expect(of(1, 3)).toEqual({ status: "met", target: "1/3", actual: "1/3", shortfall: "0", unit: "比例" });
    expect(of(333, 999)).toMatchObject({ status: "met" });
    // 1/3 − 33/100 = 1/300
    expect(of(33, 100)).toMatchObject({ status: "unmet", actual: "0.33", shortfall: "1/300" });
  });
});

describe("constraints", () => {
  const supply = p.compute(p.read("成品粮库存", p.number), "/", p.read("日供应量", p.number), p.days);
  const program = p.program({
    inputs: [
      p.input("疫情期间", p.flag),
      p.input("成品粮库存", p.number),
      p.input("日供应量", p.number),
      p.input("用途改变", p.flag),
    ],
    constraints: [
      p.requirement("库存", p.compare(supply, ">=", p.num(p.days, 30)), { condition: p.read("疫情期间", p.flag) }),
      p.requirement("用途不改变", p.not(p.read("用途改变", p.flag))),
    ],
  });

  test("met, unmet, and without figures", () => {
    const constraints = result(program, {
      疫情期间: true,
      成品粮库存: "295",
      日供应量: 10,
      用途改变: true,
    }).constraints;
    expect(constraints).toEqual({
      库存: { status: "unmet", target: "30", actual: "29.5", shortfall: "0.5", unit: "天" },
      用途不改变: { status: "unmet" },
    });
    expect(
      result(program, { 疫情期间: true, 成品粮库存: 300, 日供应量: 10, 用途改变: false }).constraints,
    ).toMatchObject({
      库存: { status: "met", shortfall: "0" },
      用途不改变: { status: "met" },
    });
  });

  test("its condition false, it does not apply and needs nothing", () => {
    expect(result(program, { 疫情期间: false }).constraints).toEqual({
      库存: { status: "notApplicable" },
      用途不改变: { status: "missing", needs: ["用途改变"] },
    });
    expect(result(program, { 日供应量: 10 }).constraints["库存"]).toMatchObject({ needs: ["疫情期间", "成品粮库存"] });
  });

  test("a limit from above tells by how much it is passed", () => {
    const capped = p.program({
      inputs: [p.input("支出", p.money)],
      constraints: [p.requirement("上限", p.compare(p.read("支出", p.money), "<=", p.num(p.money, 850)))],
    });
    expect(result(capped, { 支出: "900.50" }).constraints["上限"]).toMatchObject({
      status: "unmet",
      shortfall: "50.5",
    });
  });
});

describe("pools", () => {
  const draws = [{ pool: "定向纾困资金", amount: p.read("申请金额", p.money) }];
  const program = p.program({
    inputs: [p.input("申请金额", p.money), p.input("已使用额度", p.money)],
    outcomes: [
      p.outcome("无息贷款", p.action, p.rule("定向贷款", { kind: "action" }, { draws })),
      p.outcome("利率", p.ratio, p.rule("定向贷款", p.num(p.ratio, 0), { draws })),
    ],
    pools: [p.pool("定向纾困资金", p.num(p.money, 20000000000), p.read("已使用额度", p.money))],
  });
  const loan = (amount: string, used: string) => result(program, { 申请金额: amount, 已使用额度: used }).outcomes;

  test("what just fits is granted; both outcomes of a rule share one draw", () => {
    expect(loan("100000", "19999900000")).toMatchObject({
      无息贷款: { status: "determined", text: "应当无息贷款" },
      利率: { value: "0", text: "0%" },
    });
  });

  test("beyond it every outcome of the rule is exhausted, with what is left", () => {
    const exhausted = {
      status: "exhausted",
      pool: "定向纾困资金",
      remaining: "100",
      unit: "元",
      text: "超出额度(余100元)",
      clauses: ["试行/定向贷款"],
    };
    expect(loan("100.01", "19999999900")).toEqual({ 无息贷款: exhausted, 利率: exhausted });
  });

  test("a pool drawn beyond its size has nothing left, not less than nothing", () => {
    expect(loan("1", "20000000001")["利率"]).toMatchObject({ status: "exhausted", remaining: "0" });
  });

  test("the amount and what is used are needed", () => {
    expect(outcomeOf(program, "利率")).toMatchObject({ status: "missing", needs: ["申请金额", "已使用额度"] });
  });
});

describe("exact sums", () => {
  test("rounding of halves, and below zero", () => {
    const half = (method: "halfUp" | "down" | "up" | "halfEven") =>
      p.formula(
        method,
        p.rounded(p.compute(p.read("甲", p.number), "/", p.num(p.number, 2), p.number), method, {
          numerator: 1n,
          denominator: 1n,
        }),
      );
    const program = p.program({
      inputs: [p.input("甲", p.number)],
      outcomes: [half("halfUp"), half("down"), half("up"), half("halfEven")],
    });
    const values = (n: number) =>
      Object.values(result(program, { 甲: n }).outcomes).map((outcome) =>
        outcome.status === "determined" ? outcome.value : "",
      );
    expect(values(5)).toEqual(["3", "2", "3", "2"]);
    expect(values(7)).toEqual(["4", "3", "4", "4"]);
    expect(values(-5)).toEqual(["-3", "-2", "-3", "-2"]);
    expect(values(4)).toEqual(["2", "2", "2", "2"]);
  });

  test("results keep every digit", () => {
    const program = p.program({
      inputs: [p.input("实际收入", p.money)],
      outcomes: [p.formula("计入收入", p.compute(p.read("实际收入", p.money), "*", p.num(p.ratio, 1, 2), p.money))],
    });
    expect(outcomeOf(program, "计入收入", { 实际收入: "1234.57" })).toMatchObject({
      value: "617.285",
      text: "617.285元",
    });
  });
});
