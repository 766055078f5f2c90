/** Cutting text over terms and keywords: longest first, shorter where needed, and never two readings. */
import { describe, expect, it } from "vitest";
import { places, read, rules } from "./support.ts";

const over = (inputs: string, text: string): string[] => {
  const { tree, diagnostics } = read(
    `输入\n  ${inputs.split("; ").join("\n  ")}\n结果\n  返还: 比例\n条款 甲\n  ${text}\n`,
  );
  return diagnostics.length > 0 ? diagnostics.map(({ message }) => message) : rules(tree);
};

describe("the longest word wins", () => {
  it.each([
    ["坚持不裁员或者少裁员: 是否; 裁员: 是否", "坚持不裁员或者少裁员的,返还1%", "坚持不裁员或者少裁员 => 返还 1/100"],
    ["5G基站: 个", "5G基站5个以上的,返还1%", "5G基站 >= 5个 => 返还 1/100"],
    ["三支一扶岗位: 个", "三支一扶岗位500个以上的,返还1%", "三支一扶岗位 >= 500个 => 返还 1/100"],
    ["或有负债: 元", "或有负债5元以上的,返还1%", "或有负债 >= 5元 => 返还 1/100"],
    [
      "无力足额缴纳2020年上半年水电气费: 是否",
      "无力足额缴纳2020年上半年水电气费的,返还1%",
      "无力足额缴纳2020年上半年水电气费 => 返还 1/100",
    ],
    ["企业类别A: 是否; 企业类别: 是否", "企业类别A的,返还1%", "企业类别A => 返还 1/100"],
  ])("over %s", (inputs, text, tree) => expect(over(inputs, text)).toEqual([tree]));
});

describe("shorter words are tried where the longest do not reach the end", () => {
  it.each([
    ["人数: 人; 金额: 元/人", "金额 > 10元/人数的,返还1%", "金额 > (10元 / 人数) => 返还 1/100"],
    ["满意: 是否", "不满意的,返还1%", "Not(满意) => 返还 1/100"],
  ])("over %s", (inputs, text, tree) => expect(over(inputs, text)).toEqual([tree]));
});

describe("a second reading", () => {
  it("is an error where it crosses a boundary and parses too", () => {
    const text = `输入
  甲乙: 人
  丙丁: 人
  甲: 人
  乙丙丁: 人
结果
  返还: 比例
条款 一
  甲乙丙丁以下的,返还1%
`;
    expect(places(text)).toEqual(["ambiguous-term 9:3 「甲乙丙丁」"]);
    expect(read(text).diagnostics[0]?.message).toBe("「甲乙丙丁」有两种读法:甲乙|丙丁,或者 甲|乙丙丁");
  });

  it("is none where a space or 「」 settles it, or where only one reading parses", () => {
    const inputs = "甲乙: 人; 丙丁: 人; 甲: 人; 乙丙丁: 人";
    expect(over(inputs, "甲乙 丙丁以下的,返还1%")).toEqual(["甲乙 <= 丙丁 => 返还 1/100"]);
    expect(over(inputs, "甲「乙丙丁」以下的,返还1%")).toEqual(["甲 <= 乙丙丁 => 返还 1/100"]);
    expect(over("参保职工人数: 人; 参保: 人; 职工: 人", "参保职工人数5人以下的,返还1%")).toEqual([
      "参保职工人数 <= 5人 => 返还 1/100",
    ]);
  });

  it("of a term by other words is an error where it is declared", () => {
    expect(places("输入\n  纳入低保: 是否\n  未纳入低保: 是否\n")).toEqual(["ambiguous-term 3:3 「未纳入低保」"]);
    expect(places("输入\n  在职: 是否\n  人数: 人\n  类别: 在职人数 | 其他\n")).toEqual([
      "ambiguous-term 4:7 「在职人数」",
    ]);
  });
});
