import { describe, expect, it } from "vitest";
import { SourceFile } from "../../diagnostics/source.ts";
import type { Expression } from "../../compiler/lowered.ts";
import {
  and,
  arithmetic,
  choice,
  compare,
  flag,
  input,
  member,
  not,
  or,
  people,
  ratio,
  read,
  rule,
} from "./builder.ts";
import { codes, findings, only } from "./support.ts";

const staff = input("参保职工人数", people, { minimum: "1" });
const cut = input("裁员人数", people, { minimum: "0" });
const rate = arithmetic(read(cut), "/", read(staff), ratio);
const size = input("人数", people, { minimum: "0" });
const kind = input("类别", choice("甲", "乙", "丙"));
const poor = input("困难", flag);

const text = new SourceFile("试.policy", "人数 > 500人 且 人数 < 300人");
const at = (expression: Expression, start: number, end: number): Expression => ({
  ...expression,
  origin: { file: text, span: { start, end } },
});

describe("dead-rule", () => {
  it("points at the two parts that contradict each other", () => {
    const condition = and(read(poor), at(compare(size, ">", "500"), 0, 9), at(compare(size, "<", "300"), 12, 21));
    const found = only({ inputs: [poor, size], restNotApplicable: true, rules: [rule("中型", condition, "1")] });
    expect(found.code).toBe("dead-rule");
    expect(found.severity).toBe("error");
    expect(found.message).toContain("「中型」");
    expect(found.message).toContain("「人数 > 500人」和「人数 < 300人」不可能同时成立");
    expect(found.span).toEqual({ start: 12, end: 21 });
    expect(found.related.map(({ span }) => span)).toEqual([{ start: 0, end: 9 }]);
  });

  it("points at the part that the input's limits exclude", () => {
    const condition = and(read(poor), at(compare(staff, "<", "1"), 0, 9));
    const found = only({ inputs: [poor, staff], restNotApplicable: true, rules: [rule("空", condition, "1")] });
    expect(found.message).toContain("「人数 > 500人」不可能成立");
    expect(found.span).toEqual({ start: 0, end: 9 });
    expect(found.related).toHaveLength(1);
  });

  it("takes two bounds written as one for one part", () => {
    const condition = and(at(compare(size, ">", "5"), 0, 9), at(compare(size, "<=", "3"), 0, 9), read(poor));
    const found = only({ inputs: [poor, size], restNotApplicable: true, rules: [rule("空", condition, "1")] });
    expect(found.message).toContain(":「人数 > 500人」不可能成立");
    expect(found.span).toEqual({ start: 0, end: 9 });
  });

  it("knows that nothing whole lies between 5 and 6", () => {
    const between = and(compare(size, ">", "5"), compare(size, "<", "6"));
    expect(codes({ inputs: [size], restNotApplicable: true, rules: [rule("间", between, "1")] })).toEqual([
      "dead-rule",
    ]);
    expect(
      codes({
        inputs: [input("长度", ratio)],
        restNotApplicable: true,
        rules: [rule("间", and(compare(input("长度", ratio), ">", "5"), compare(input("长度", ratio), "<", "6")), "1")],
      }),
    ).toEqual([]);
  });

  it("weighs proportions against counts", () => {
    // 100 of at most 1000 is at least 10%.
    const condition = and(compare(cut, ">=", "100"), compare(staff, "<=", "1000"), compare(rate, "<", "10%"));
    expect(codes({ inputs: [staff, cut], restNotApplicable: true, rules: [rule("空", condition, "1")] })).toEqual([
      "dead-rule",
    ]);
    const close = and(compare(cut, ">=", "100"), compare(staff, "<=", "1000"), compare(rate, "<=", "10%"));
    expect(codes({ inputs: [staff, cut], restNotApplicable: true, rules: [rule("恰", close, "1")] })).toEqual([]);
  });

  it("is a rule whose exceptions always hold where it does", () => {
    const rules = [
      rule("一般", compare(size, "<=", "10"), "1"),
      rule("例外甲", compare(size, "<", "5"), "0", { beats: ["一般"] }),
      rule("例外乙", compare(size, ">=", "5"), "50%", { beats: ["一般"] }),
    ];
    const found = only({ inputs: [size], rules });
    expect(found.code).toBe("dead-rule");
    expect(found.message).toContain("「一般」");
    expect(found.message).toContain("例外「例外甲」、「例外乙」");
    const open = [rules[0], rules[1]].filter((each) => each !== undefined);
    expect(codes({ inputs: [size], restNotApplicable: true, rules: open })).toEqual([]);
  });

  it("is 否则 only where the others leave nothing", () => {
    const otherwise = rule("其他", undefined, "0", { otherwise: true });
    const all = rule("全", member(kind, "甲", "乙"), "1");
    expect(codes({ inputs: [kind], rules: [all, otherwise] })).toEqual([]);
    const found = only({ inputs: [kind], rules: [all, rule("末", compare(kind, "=", "丙"), "50%"), otherwise] });
    expect(found.code).toBe("dead-rule");
    expect(found.message).toContain("「其他」");
    const dated = rule("全", undefined, "1", { period: { from: "2020-01-01", to: undefined } });
    expect(codes({ inputs: [], rules: [dated, otherwise] })).toEqual([]);
  });

  it("is no rule that merely says what another says", () => {
    const rules = [rule("甲", read(poor), "1"), rule("乙", read(poor), "1"), rule("丙", not(read(poor)), "0")];
    expect(codes({ inputs: [poor], rules })).toEqual([]);
  });
});

describe("parts that make no difference", () => {
  it("warns of a part that the limits already settle", () => {
    const condition = or(compare(size, ">", "10"), at(compare(staff, "<", "1"), 0, 9));
    const found = findings({ inputs: [size, staff], restNotApplicable: true, rules: [rule("甲", condition, "1")] });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([["never-true", "warning"]]);
    const always = and(compare(size, ">", "10"), compare(staff, ">=", "0"));
    expect(codes({ inputs: [size, staff], restNotApplicable: true, rules: [rule("甲", always, "1")] })).toEqual([
      "always-true",
    ]);
  });

  it("lets a bracket repeat its input's limit", () => {
    const bracket = and(compare(size, ">=", "0"), compare(size, "<=", "10"));
    expect(codes({ inputs: [size], restNotApplicable: true, rules: [rule("甲", bracket, "1")] })).toEqual([]);
  });
});
