import { describe, expect, it } from "vitest";
import type { Expression } from "../../compiler/lowered.ts";
import {
  and,
  arithmetic,
  choice,
  compare,
  flag,
  input,
  literal,
  member,
  money,
  month,
  number,
  or,
  people,
  ratio,
  read,
  rule,
} from "./builder.ts";
import { codes, findings, only, witnesses } from "./support.ts";

const staff = input("参保职工人数", people, { minimum: "1" });
const cut = input("裁员人数", people, { minimum: "0" });
const rate = arithmetic(read(cut), "/", read(staff), ratio);
const income = input("应纳税所得额", money, { minimum: "0" });
const size = input("人数", people, { minimum: "0" });
const kind = input("类别", choice("甲", "乙", "丙"));
const poor = input("困难", flag);

describe("gap", () => {
  it("lies exactly on a boundary that neither side includes", () => {
    const rules = [rule("低", compare(rate, "<", "5.5%"), "100%"), rule("高", compare(rate, ">", "5.5%"), "70%")];
    const found = only({ inputs: [staff, cut], rules });
    expect(found.code).toBe("gap");
    expect(found.severity).toBe("warning");
    expect(found.witness).toEqual({ 参保职工人数: 1000, 裁员人数: 55 });
    expect(found.message).toContain("参保职工人数 1000人、裁员人数 55人");
  });

  it("takes a base that makes one third a whole number", () => {
    const third = arithmetic(literal("1", ratio), "/", literal("3", ratio));
    const rules = [rule("低", compare(rate, "<", third), "1"), rule("高", compare(rate, ">", third), "0")];
    const found = only({ inputs: [staff, cut], rules });
    expect(Number(found.witness?.["参保职工人数"])).toBe(Number(found.witness?.["裁员人数"]) * 3);
  });

  it("is none in brackets that follow on each other", () => {
    const rules = [
      rule("一", compare(income, "<=", "36000"), "3%"),
      rule("二", and(compare(income, ">", "36000"), compare(income, "<=", "144000")), "10%"),
      rule("三", compare(income, ">", "144000"), "20%"),
    ];
    expect(codes({ inputs: [income], rules })).toEqual([]);
  });

  it("is the fen between two brackets", () => {
    const rules = [
      rule("一", compare(income, "<=", "36000"), "3%"),
      rule("二", compare(income, ">=", "36000.02"), "10%"),
    ];
    expect(only({ inputs: [income], rules }).witness).toEqual({ 应纳税所得额: "36000.01" });
  });

  it("is none between whole numbers", () => {
    const rules = [rule("小", compare(size, "<=", "5"), "1"), rule("大", compare(size, ">=", "6"), "0")];
    expect(codes({ inputs: [size], rules })).toEqual([]);
  });

  it("counts listed values, one by one or together", () => {
    const all = ["甲", "乙", "丙"].map((name, index) => rule(name, compare(kind, "=", name), `${index}`));
    expect(codes({ inputs: [kind], rules: all })).toEqual([]);
    expect(
      codes({
        inputs: [kind],
        rules: [rule("前", member(kind, "甲", "乙"), "1"), rule("后", compare(kind, "=", "丙"), "0")],
      }),
    ).toEqual([]);
    expect(witnesses({ inputs: [kind], rules: all.slice(0, 2) }, "gap")).toEqual([{ 类别: "丙" }]);
  });

  it("tells the distinct gaps and not every cell of them, the plainest first", () => {
    const rules = [rule("补贴", and(read(poor), member(kind, "甲", "乙"), compare(size, ">=", "10")), "1")];
    const found = findings({ inputs: [poor, kind, size], rules });
    expect(found.map(({ code }) => code)).toEqual(["gap", "gap", "gap"]);
    expect(found.map(({ message }) => message.split(":")[1]?.split(" 时")[0])).toEqual([
      "困难 否",
      "困难 是、类别 丙",
      "困难 是、类别 甲、人数 9人",
    ]);
  });

  it("shows three at most, and counts the others", () => {
    const flags = ["一", "二", "三", "四", "五"].map((name) => input(name, flag));
    const found = findings({ inputs: flags, rules: [rule("全", and(...flags.map(read)), "1")] });
    expect(found).toHaveLength(3);
    expect(found[2]?.message).toContain("此外还有 2 处");
  });

  it("is none with 否则, with 其余 不适用, for actions, and where a rule has no condition", () => {
    const some = rule("甲", read(poor), "1");
    expect(codes({ inputs: [poor], rules: [some, rule("其他", undefined, "0", { otherwise: true })] })).toEqual([]);
    expect(codes({ inputs: [poor], rules: [some], restNotApplicable: true })).toEqual([]);
    expect(
      codes({ inputs: [poor], type: { kind: "action" }, rules: [rule("甲", read(poor), { kind: "action" })] }),
    ).toEqual([]);
    expect(codes({ inputs: [poor], rules: [rule("甲", undefined, "1")] })).toEqual([]);
  });

  it("is not the time before or after a period", () => {
    const period = { from: "2020-04-01", to: "2020-12-31" };
    expect(codes({ inputs: [], rules: [rule("标准", undefined, "1", { period })] })).toEqual([]);
    const halves = [rule("甲", compare(kind, "=", "甲"), "1", { period })];
    expect(witnesses({ inputs: [kind], rules: halves }, "gap")).toEqual([{ 类别: "乙", 基准日: "2020-05-13" }]);
  });

  it("is the months that no rule names", () => {
    const time = input("月份", month);
    const rules = [
      rule("春", and(compare(time, ">=", "2020-04"), compare(time, "<=", "2020-06")), "0"),
      rule("后", compare(time, ">", "2020-07"), "1"),
    ];
    const found = witnesses({ inputs: [time], rules }, "gap");
    expect(found).toHaveLength(1);
    expect(["2020-03", "2020-07"]).toContain(found[0]?.["月份"]);
  });

  it("takes a sum of parts as one quantity", () => {
    const town = input("城镇", people, { minimum: "0" });
    const country = input("农村", people, { minimum: "0" });
    const sum = arithmetic(read(town), "+", read(country));
    const rules = [
      rule("少", compare(sum, "<", "100"), "1"),
      rule("多", compare(arithmetic(read(country), "+", read(town)), ">=", "100"), "0"),
    ];
    expect(codes({ inputs: [town, country], rules })).toEqual([]);
    expect(codes({ inputs: [town, country], rules: [rule("少", compare(sum, ">=", "0"), "1")] })).toEqual([]);
  });

  it("does not take a division by zero for a gap", () => {
    const base = input("总数", people, { minimum: "0" });
    const share = arithmetic(read(cut), "/", read(base), ratio);
    const rules = [rule("低", compare(share, "<=", "5%"), "1"), rule("高", compare(share, ">", "5%"), "0")];
    expect(codes({ inputs: [base, cut], rules })).toEqual([]);
  });

  it("covers a zero base where nothing is divided", () => {
    const base = input("总数", people, { minimum: "0" });
    const part = arithmetic(read(base), "*", literal("5%", ratio));
    const rules = [rule("低", compare(cut, "<", part), "1"), rule("高", compare(cut, ">", part), "0")];
    const found = findings({ inputs: [base, cut], rules });
    expect(found.map(({ code }) => code)).toEqual(["gap", "gap"]);
    expect(found.map(({ witness }) => witness)).toContainEqual({ 总数: 0, 裁员人数: 0 });
    const closed = [rules[0], rule("高", compare(cut, ">=", part), "0")].filter((each) => each !== undefined);
    expect(codes({ inputs: [base, cut], rules: closed })).toEqual([]);
  });

  it("looks through abbreviations", () => {
    const named = { kind: "definition", name: "裁员率", type: ratio, origin: staff.origin } as const;
    const rules = [rule("低", compare(named, "<=", "5.5%"), "1"), rule("高", compare(rate, ">", "5.5%"), "0")];
    const definitions = [{ name: "裁员率", expression: rate }];
    expect(codes({ inputs: [staff, cut], definitions, rules })).toEqual([]);
    expect(witnesses({ inputs: [staff, cut], definitions, rules: rules.slice(0, 1) }, "gap")).toEqual([
      { 参保职工人数: 1000, 裁员人数: 56 },
    ]);
  });

  it("reads a table's rows, where a cell may mean any", () => {
    const row = (name: string, region: string | undefined, level: Expression, gives: string) =>
      rule(name, region === undefined ? level : and(compare(kind, "=", region), level), gives);
    const rows = [
      row("甲低", "甲", compare(size, "<=", "10"), "1"),
      row("甲高", "甲", compare(size, ">", "10"), "2"),
      row("乙低", "乙", compare(size, "<=", "10"), "3"),
      row("丙低", "丙", compare(size, "<=", "10"), "4"),
    ];
    expect(witnesses({ inputs: [kind, size], rules: rows }, "gap")).toEqual([{ 类别: "乙", 人数: 11 }]);
    const any = row("其余高", undefined, and(compare(kind, "!=", "甲"), compare(size, ">", "10")), "5");
    expect(codes({ inputs: [kind, size], rules: [...rows, any] })).toEqual([]);
  });

  it("sees through 取高 and alternatives", () => {
    const more = {
      kind: "extreme",
      which: "max",
      operands: [read(staff), read(cut)],
      type: people,
      origin: staff.origin,
    } as const;
    const rules = [
      rule("小", compare(more, "<=", "10"), "1"),
      rule("大", or(compare(staff, ">", "10"), compare(cut, ">", "10")), "0"),
    ];
    expect(codes({ inputs: [staff, cut], rules })).toEqual([]);
  });

  it("writes measures without a grid as plain decimals", () => {
    const share = input("占比", ratio, { minimum: "0", maximum: "100%" });
    const rules = [rule("低", compare(share, "<", "5.5%"), "1"), rule("高", compare(share, ">", "5.5%"), "0")];
    expect(only({ inputs: [share], rules }).witness).toEqual({ 占比: "0.055" });
    expect(number("5.5%")).toEqual({ numerator: 11n, denominator: 200n });
  });
});
