import { describe, expect, it } from "vitest";
import type { Input } from "../../compiler/lowered.ts";
import {
  and,
  arithmetic,
  choice,
  compare,
  date,
  flag,
  input,
  literal,
  member,
  money,
  month,
  people,
  ratio,
  read,
  rule,
} from "./builder.ts";
import { codes, findings, only, witnesses } from "./support.ts";

const staff = input("参保职工人数", people, { minimum: "1" });
const cut = input("裁员人数", people, { minimum: "0" });
const rate = arithmetic(read(cut), "/", read(staff), ratio);
const low = rule("裁员率不高的企业", compare(rate, "<=", "5.5%"), "100%");
const high = rule("裁员率高的企业", compare(rate, ">", "5.5%"), "70%");

const size = input("人数", people, { minimum: "0" });
const fee = input("缴费", money, { minimum: "0" });
const kind = input("类别", choice("甲", "乙", "丙"));
const poor = input("困难", flag);

describe("overlap", () => {
  it("shows a small firm with a high rate, where the exception is not written", () => {
    const found = only({
      inputs: [staff, cut],
      rules: [low, high, rule("小型企业", compare(staff, "<=", "500"), "100%")],
    });
    expect(found.code).toBe("overlap");
    expect(found.severity).toBe("error");
    // 27 of 500 is 5.4%, 28 of 500 is 5.6%.
    expect(found.witness).toEqual({ 参保职工人数: 500, 裁员人数: 28 });
    expect(found.message).toContain("「裁员率高的企业」和「小型企业」");
    expect(found.message).toContain("参保职工人数 500人、裁员人数 28人 时");
    expect(found.message).toContain("「裁员率高的企业」规定结果 70%,「小型企业」规定结果 100%");
    expect(found.related).toHaveLength(2);
  });

  it("is content once the exception is written", () => {
    const small = rule("小型企业", compare(staff, "<=", "500"), "100%", { beats: ["裁员率高的企业"] });
    expect(codes({ inputs: [staff, cut], rules: [low, high, small] })).toEqual([]);
  });

  it("chooses round figures where the conditions leave them free", () => {
    const rules = [low, high, rule("其他", compare(rate, ">=", "5%"), "60%")];
    expect(witnesses({ inputs: [staff, cut], rules }, "overlap")).toEqual([
      { 参保职工人数: 1000, 裁员人数: 50 },
      { 参保职工人数: 1000, 裁员人数: 56 },
    ]);
  });

  it("finds one quantity under two writings", () => {
    const byProduct = arithmetic(read(staff), "*", literal("5.5%", ratio));
    expect(codes({ inputs: [staff, cut], rules: [low, rule("高", compare(cut, ">", byProduct), "70%")] })).toEqual([]);
    expect(codes({ inputs: [staff, cut], rules: [low, rule("高", compare(byProduct, "<", cut), "70%")] })).toEqual([]);
    const rest = arithmetic(literal("1", ratio), "-", rate);
    expect(codes({ inputs: [staff, cut], rules: [low, rule("高", compare(rest, "<", "94.5%"), "70%")] })).toEqual([]);
  });

  it("does not mind rules that say the same", () => {
    const rules = [rule("大", compare(size, ">=", "10"), "100%"), rule("小", compare(size, "<=", "10"), "100%")];
    expect(codes({ inputs: [size], rules })).toEqual([]);
  });

  it("meets in one point where both bounds are included", () => {
    const rules = [rule("大", compare(size, ">=", "10"), "100%"), rule("小", compare(size, "<=", "10"), "70%")];
    expect(only({ inputs: [size], rules }).witness).toEqual({ 人数: 10 });
  });

  it("knows that people are whole", () => {
    const above = rule("甲", and(compare(size, ">", "4"), compare(size, "<", "6")), "100%");
    const others = [rule("乙", compare(size, "<=", "4"), "70%"), rule("丙", compare(size, ">", "5"), "70%")];
    expect(codes({ inputs: [size], rules: [above, ...others] })).toEqual([]);
  });

  it("compares formulas by their value in the case shown", () => {
    const half = arithmetic(read(fee), "*", literal("0.5", ratio));
    const most = arithmetic(read(fee), "*", literal("0.7", ratio));
    const found = only({
      inputs: [fee],
      type: money,
      rules: [rule("半", undefined, half), rule("多", undefined, most)],
    });
    expect(found.code).toBe("overlap");
    // At 0元 the two agree; 1元 is the plainest case where they do not.
    expect(found.witness).toEqual({ 缴费: 1 });
    const doubled = arithmetic(arithmetic(read(fee), "*", literal("0.25", ratio)), "*", literal("2", ratio));
    expect(
      codes({ inputs: [fee], type: money, rules: [rule("半", undefined, half), rule("同", undefined, doubled)] }),
    ).toEqual([]);
  });

  it("names every clause that takes part", () => {
    const rules = ["一", "二", "三"].map((name, index) => rule(name, compare(size, "=", "10"), `${index + 1}`));
    const found = only({ inputs: [size], rules, restNotApplicable: true });
    expect(found.message).toContain("「一」、「二」和「三」");
    expect(found.related).toHaveLength(3);
  });

  it("sees two lines of one clause", () => {
    const rules = [rule("标准", member(kind, "甲", "乙"), "100%"), rule("标准", member(kind, "乙", "丙"), "70%")];
    const found = only({ inputs: [kind], rules });
    expect(found.message).toContain("「标准」的两行");
    expect(found.witness).toEqual({ 类别: "乙" });
  });

  it("lets an exception to an exception beat the rule at the root", () => {
    const rules = [
      rule("一般", undefined, "50%"),
      rule("例外", read(poor), "70%", { beats: ["一般"] }),
      rule("再例外", and(read(poor), compare(kind, "=", "甲")), "100%", { beats: ["例外", "一般"] }),
    ];
    expect(codes({ inputs: [poor, kind], rules })).toEqual([]);
  });

  it("is silent where a third rule beats one of two that would clash", () => {
    const rules = [
      rule("甲", compare(size, "<=", "10"), "50%"),
      rule("乙", compare(size, ">=", "10"), "70%"),
      rule("丙", compare(size, "=", "10"), "100%", { beats: ["甲", "乙"] }),
    ];
    expect(codes({ inputs: [size], rules })).toEqual([]);
  });

  it("reads listed values and memberships", () => {
    const rules = [rule("甲", member(kind, "甲", "乙"), "50%"), rule("乙", compare(kind, "!=", "甲"), "70%")];
    expect(only({ inputs: [kind], rules }).witness).toEqual({ 类别: "乙" });
  });

  it("reads months and dates", () => {
    const time = input("月份", month);
    const spans = (from: string, to: string) => and(compare(time, ">=", from), compare(time, "<=", to));
    const spring = rule("春", spans("2020-04", "2020-06"), "0");
    expect(
      codes({
        inputs: [time],
        restNotApplicable: true,
        rules: [spring, rule("夏", spans("2020-07", "2020-12"), "50%")],
      }),
    ).toEqual([]);
    const found = only({
      inputs: [time],
      restNotApplicable: true,
      rules: [spring, rule("夏", spans("2020-06", "2020-12"), "50%")],
    });
    expect(found.witness).toEqual({ 月份: "2020-06" });

    const day = input("认定日", date);
    const rules = [
      rule("前", compare(day, "<=", "2020-04-01"), "0"),
      rule("后", compare(day, ">", "2020-03-31"), "50%"),
    ];
    expect(only({ inputs: [day], rules }).witness).toEqual({ 认定日: "2020-04-01" });
  });

  it("keeps rules of different periods apart", () => {
    const old = rule("旧", undefined, "50%", { period: { from: "2019-01-01", to: "2020-03-31" } });
    const now = rule("新", undefined, "70%", { period: { from: "2020-04-01", to: undefined } });
    expect(codes({ inputs: [], rules: [old, now] })).toEqual([]);
    const early = { ...now, period: { from: "2020-03-31", to: undefined } };
    expect(only({ inputs: [], rules: [old, early] }).witness).toEqual({ 基准日: "2020-03-31" });
  });

  it("weighs proportions and counts together", () => {
    // Fewer than 10 dismissed of more than 200 is always below 5%.
    const few = rule("少", and(compare(cut, "<", "10"), compare(staff, ">", "200")), "100%");
    const many = rule("多", compare(rate, ">=", "5%"), "70%");
    expect(codes({ inputs: [staff, cut], rules: [few, many], restNotApplicable: true })).toEqual([]);
    // 10 of 200 is exactly 5%.
    const some = rule("少", and(compare(cut, "<=", "10"), compare(staff, ">=", "200")), "100%");
    expect(only({ inputs: [staff, cut], rules: [some, many], restNotApplicable: true }).witness).toEqual({
      参保职工人数: 200,
      裁员人数: 10,
    });
  });

  it("meets where bounds of a sum and of its parts touch", () => {
    const town = input("城镇", ratio, { minimum: "0" });
    const country = input("农村", ratio, { minimum: "0" });
    const sum = compare(arithmetic(read(town), "+", read(country)), ">=", "100");
    const sketch = (limit: "<" | "<=") => ({
      inputs: [town, country],
      restNotApplicable: true,
      rules: [
        rule("合计", sum, "100%"),
        rule("各自", and(compare(town, limit, "50"), compare(country, "<=", "50")), "70%"),
      ],
    });
    expect(codes(sketch("<"))).toEqual([]);
    expect(only(sketch("<=")).witness).toEqual({ 城镇: 50, 农村: 50 });
  });

  it("reads 不得 and 应当 of one action as different, 可 and 应当 as not", () => {
    const act = (modality: "must" | "may" | "mustNot") => rule(modality, read(poor), { kind: "action" }, { modality });
    const sketch = (a: "must" | "may" | "mustNot", b: "must" | "may" | "mustNot") => ({
      inputs: [poor],
      type: { kind: "action" } as const,
      rules: [act(a), act(b)],
    });
    expect(codes(sketch("must", "may"))).toEqual([]);
    const found = only(sketch("must", "mustNot"));
    expect(found.witness).toEqual({ 困难: true });
    expect(found.message).toContain("应当结果");
    expect(found.message).toContain("不得结果");
  });

  it("compares the two ends of 裁量", () => {
    const between = (a: string, b: string) =>
      ({
        kind: "interval",
        low: literal(a, money),
        high: literal(b, money),
        type: money,
        origin: literal(a, money).origin,
      }) as const;
    const sketch = (b: string) => ({
      inputs: [],
      type: money,
      rules: [rule("甲", undefined, between("1000", "2000")), rule("乙", undefined, between("1000", b))],
    });
    expect(codes(sketch("2000"))).toEqual([]);
    expect(codes(sketch("3000"))).toEqual(["overlap"]);
  });

  it("says so where it cannot decide, and only once", () => {
    const side = input("边长", money, { minimum: "0" });
    const other = input("另一边", money, { minimum: "0" });
    const square = (each: Input) => arithmetic(read(each), "*", read(each));
    const sum = arithmetic(square(side), "+", square(other));
    const twice = arithmetic(arithmetic(read(side), "*", read(other)), "*", literal("2", ratio));
    // a² + b² < 2ab never holds, which takes more than linear reasoning.
    const rules = [rule("甲", compare(sum, "<", twice), "100%"), rule("乙", compare(side, ">=", "0"), "70%")];
    const found = findings({ inputs: [side, other], rules });
    expect(found.map(({ code }) => code)).toEqual(["unproven"]);
    expect(found[0]?.message).toContain("「甲」和「乙」");
  });
});
