import { describe, expect, test } from "vitest";
import { faultDiagnostics, readInput, writeInput } from "../../compiler/evaluate/index.ts";
import type { Value } from "../../compiler/lowered.ts";
import { rational } from "../../grammar/rational.ts";
import { faultsOf, outcomeOf, result } from "./answer.ts";
import * as p from "./programs.ts";

const program = p.program({
  inputs: [
    p.input("参保职工人数", p.people, { minimum: { value: p.amount(1), inclusive: true } }),
    p.input("金额", p.money, { maximum: { value: p.amount(1000000000), inclusive: true } }),
    p.input("裁员率", p.ratio),
    p.input("日供应量", p.number, { minimum: { value: p.amount(0), inclusive: false } }),
    p.input("认定日期", p.date),
    p.input("月份", p.month),
    p.input("有劳动能力", p.flag),
    p.input("地区", p.choice("城市", "农村")),
    p.input("补贴人数", p.people, { default: p.amount(0) }),
    p.input("利率", p.number, { grain: rational(1, 20) }),
  ],
  outcomes: [p.formula("所得", p.read("金额", p.money))],
});

function read(data: unknown): Record<string, Value> {
  const reading = readInput(program, data);
  if (reading.kind === "faults") throw new Error(reading.faults.map(({ message }) => message).join("\n"));
  return Object.fromEntries(reading.values);
}

const only = (data: unknown): { code: string; term: string; message: string } | undefined => {
  const faults = faultsOf(program, data);
  expect(faults).toHaveLength(1);
  return faults[0];
};

describe("values as they are read", () => {
  test("all kinds, and defaults", () => {
    const values = read({
      参保职工人数: 1000,
      金额: "100000.00",
      裁员率: "5.5%",
      认定日期: "2020-05-13",
      月份: "2020-04",
      有劳动能力: false,
      地区: "农村",
    });
    expect(values).toEqual({
      参保职工人数: p.amount(1000),
      金额: p.amount(100000),
      裁员率: p.amount(11, 200),
      认定日期: p.day("2020-05-13"),
      月份: { kind: "month", iso: "2020-04" },
      有劳动能力: p.no,
      地区: p.named("农村"),
      补贴人数: p.amount(0),
    });
  });

  test("a number stands for its shortest decimal form", () => {
    expect(read({ 金额: 0.1 })["金额"]).toEqual(p.amount(1, 10));
    expect(read({ 裁员率: 1e-7 })["裁员率"]).toEqual(p.amount(1, 10000000));
    expect(read({ 裁员率: 2.5e-7 })["裁员率"]).toEqual(p.amount(1, 4000000));
    expect(read({ 金额: 1234.57 })["金额"]).toEqual(p.amount(123457, 100));
    expect(read({ 金额: -0 })["金额"]).toEqual(p.amount(0));
  });

  test("a string may be larger than any exact number", () => {
    expect(read({ 参保职工人数: "9007199254740993" })["参保职工人数"]).toEqual(p.amount(9007199254740993n));
  });

  test("an input that is undefined is not given", () => {
    expect(read({ 金额: undefined })).toEqual({ 补贴人数: p.amount(0) });
  });
});

describe("faults", () => {
  test("every fault is told, each naming the term", () => {
    const faults = faultsOf(program, {
      参保职工人: 5,
      参保职工人数: 0,
      金额: "12.345",
      有劳动能力: "是",
      地区: "郊区",
      认定日期: "2020-02-30",
    });
    expect(faults.map(({ code, term }) => [code, term])).toEqual([
      ["out-of-range", "参保职工人数"],
      ["too-precise", "金额"],
      ["wrong-type", "认定日期"],
      ["wrong-type", "有劳动能力"],
      ["wrong-type", "地区"],
      ["unknown-input", "参保职工人"],
    ]);
    expect(faults.map(({ message }) => message)).toEqual([
      "「参保职工人数」应至少 1人,给出的是0人",
      "「金额」最多 2 位小数,给出的是12.345元",
      "「认定日期」应是存在的日期,写如「2020-05-13」,给出的是「2020-02-30」",
      "「有劳动能力」应是是或否,写 true 或 false,给出的是「是」",
      "「地区」应是城市、农村之一,给出的是「郊区」",
      "没有名为「参保职工人」的输入,是否指「参保职工人数」?",
    ]);
  });

  test("limits, with the bound left out where it is", () => {
    expect(only({ 日供应量: 0 })).toMatchObject({ code: "out-of-range", message: "「日供应量」应大于 0,给出的是0" });
    expect(only({ 金额: "1000000000.01" })).toMatchObject({
      message: "「金额」应至多 1000000000元,给出的是1000000000.01元",
    });
    expect(only({ 金额: -1 })).toMatchObject({ message: "「金额」不能是负数,给出的是-1元" });
  });

  test("precision", () => {
    expect(only({ 参保职工人数: 5.5 })).toMatchObject({
      code: "too-precise",
      message: "「参保职工人数」应是整数,给出的是5.5人",
    });
    expect(only({ 利率: "0.12" })).toMatchObject({ message: "「利率」应是 0.05 的整数倍,给出的是0.12" });
  });

  test("numbers that are none, or that a number cannot hold exactly", () => {
    expect(only({ 金额: NaN })).toMatchObject({ code: "not-finite", term: "金额" });
    expect(only({ 金额: -Infinity })).toMatchObject({ code: "not-finite", term: "金额" });
    expect(only({ 裁员率: 9007199254740992 })).toMatchObject({ code: "out-of-range", term: "裁员率" });
    expect(only({ 裁员率: 1e21 })).toMatchObject({ code: "out-of-range", term: "裁员率" });
  });

  test("other ways to write a figure are not guessed at", () => {
    for (const text of ["1,000", "1万", " 5", "5人", "5.", ".5", "１００", "", "1e3", "5.5%"])
      expect(only({ 金额: text })).toMatchObject({ code: "wrong-type", term: "金额" });
    for (const value of [null, true, [], {}, "2020/05/13"])
      expect(only({ 认定日期: value })).toMatchObject({ code: "wrong-type", term: "认定日期" });
  });

  test("what the policy computes is no input", () => {
    expect(only({ 所得: 5 })).toMatchObject({ message: "没有名为「所得」的输入,它由政策算出,不需要给出" });
  });

  test("names of the language itself are no inputs", () => {
    expect(only(JSON.parse('{"__proto__": 1}'))).toMatchObject({ code: "unknown-input", term: "__proto__" });
    expect(only({ constructor: 1 })).toMatchObject({ code: "unknown-input", term: "constructor" });
  });

  test("data that is no object", () => {
    for (const data of [[], null, 5, "x", undefined])
      expect(only(data)).toMatchObject({ code: "wrong-type", term: "输入" });
  });

  test("as findings they point at the declaration", () => {
    const faults = faultsOf(program, { 参保职工人数: 0 });
    expect(faultDiagnostics(program, faults)).toMatchObject([
      { code: "out-of-range", severity: "error", span: p.origin.span },
    ]);
  });
});

describe("division by zero", () => {
  const share = p.compute(p.read("工业项目", p.posts), "/", p.read("招商项目", p.posts), p.ratio);
  const inputs = [p.input("工业项目", p.posts), p.input("招商项目", p.posts)];

  test("refuses the data and names the divisor", () => {
    const dividing = p.program({ inputs, outcomes: [p.formula("占比", share), p.formula("倍数", share)] });
    expect(faultsOf(dividing, { 工业项目: 3, 招商项目: 0 })).toEqual([
      { code: "division-by-zero", term: "招商项目", message: "「招商项目」是 0,不能作「工业项目」的除数" },
    ]);
  });

  test("but only where its result is needed", () => {
    const guarded = p.program({
      inputs,
      outcomes: [
        p.outcome(
          "达标",
          p.action,
          p.rule(
            "一",
            { kind: "action" },
            {
              when: p.all(
                p.compare(share, ">=", p.num(p.ratio, 1, 3)),
                p.compare(p.read("招商项目", p.posts), ">", p.num(p.posts, 0)),
              ),
            },
          ),
        ),
      ],
    });
    expect(outcomeOf(guarded, "达标", { 工业项目: 3, 招商项目: 0 })).toMatchObject({ status: "notApplicable" });
    expect(outcomeOf(guarded, "达标", { 工业项目: 1, 招商项目: 3 })).toMatchObject({ status: "determined" });
  });
});

test("values are written in the form in which they are read", () => {
  const data = {
    参保职工人数: 1000,
    金额: "1234.57",
    裁员率: "0.055",
    认定日期: "2020-05-13",
    月份: "2020-04",
    有劳动能力: true,
    地区: "城市",
    补贴人数: 3,
  };
  expect(writeInput(program, new Map(Object.entries(read(data))))).toEqual(data);
  expect(result(program, data).outcomes["所得"]).toMatchObject({ value: "1234.57" });
});
