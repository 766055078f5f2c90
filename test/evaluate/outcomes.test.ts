import { describe, expect, test } from "vitest";
import { rational } from "../../grammar/rational.ts";
import type { EvaluationResult } from "../../runtime/contract.ts";
import { outcomeOf, result } from "./answer.ts";
import * as p from "./programs.ts";

describe("the refund", () => {
  const firm = (staff: number, dismissed: number, fee: string | number = "100000.00"): EvaluationResult =>
    result(p.refund, { 参保职工人数: staff, 裁员人数: dismissed, 上年度缴纳失业保险费: fee });

  test("55 of 1000 is exactly 5.5%, and not above it", () => {
    expect(firm(1000, 55)).toEqual({
      policy: "试行",
      outcomes: {
        返还: {
          status: "determined",
          value: "1",
          unit: "比例",
          text: "100%",
          modality: "must",
          clauses: ["试行/裁员率不高的企业"],
        },
        返还金额: {
          status: "determined",
          value: "100000",
          unit: "元",
          text: "100000元",
          clauses: ["试行/裁员率不高的企业"],
        },
      },
      targets: {},
      constraints: {},
    });
  });

  test("the keys stand in the contract's order", () => {
    expect(Object.keys(firm(300, 100).outcomes["返还"] ?? {})).toEqual([
      "status",
      "value",
      "unit",
      "text",
      "modality",
      "otherwise",
      "clauses",
    ]);
  });

  test("other exact 5.5% rates: 1375 of 25000, 11 of 200", () => {
    expect(firm(25000, 1375).outcomes["返还"]).toMatchObject({ value: "1" });
    expect(firm(200, 11).outcomes["返还"]).toMatchObject({ value: "1" });
  });

  test("56 of 1000 gets 70%", () => {
    expect(firm(1000, 56, "1234.57").outcomes).toMatchObject({
      返还: { value: "0.7", text: "70%", clauses: ["试行/裁员率高的企业"] },
      // 1234.57 × 0.7 = 864.199
      返还金额: { value: "864.2", text: "864.2元" },
    });
  });

  test("500 people may have 100% instead of 70%, 501 may not", () => {
    expect(firm(500, 100).outcomes["返还"]).toEqual({
      status: "determined",
      value: "1",
      unit: "比例",
      text: "100%",
      modality: "may",
      otherwise: "0.7",
      clauses: ["试行/小型企业"],
    });
    expect(firm(501, 100).outcomes["返还"]).toMatchObject({ value: "0.7", clauses: ["试行/裁员率高的企业"] });
  });

  test("where two clauses agree both are listed in the author's order, and 应当 wins over 可", () => {
    expect(firm(300, 0).outcomes["返还"]).toEqual({
      status: "determined",
      value: "1",
      unit: "比例",
      text: "100%",
      modality: "must",
      clauses: ["试行/裁员率不高的企业", "试行/小型企业"],
    });
  });

  test("a firm of 300 needs no dismissals to be told 100%", () => {
    expect(outcomeOf(p.refund, "返还", { 参保职工人数: 300 })).toEqual({
      status: "determined",
      value: "1",
      unit: "比例",
      text: "100%",
      modality: "may",
      clauses: ["试行/小型企业"],
    });
  });

  test("a firm of 1000 does, and its fee besides for the sum", () => {
    expect(result(p.refund, { 参保职工人数: 1000 }).outcomes).toEqual({
      返还: { status: "missing", needs: ["裁员人数"], text: "缺失:裁员人数", clauses: [] },
      返还金额: {
        status: "missing",
        needs: ["裁员人数", "上年度缴纳失业保险费"],
        text: "缺失:裁员人数、上年度缴纳失业保险费",
        clauses: [],
      },
    });
  });

  test("with the staff unknown, everything that may count is needed", () => {
    expect(outcomeOf(p.refund, "返还", { 裁员人数: 5 })).toMatchObject({ needs: ["参保职工人数"] });
    expect(outcomeOf(p.refund, "返还")).toMatchObject({ needs: ["参保职工人数", "裁员人数"] });
  });
});

describe("clauses against each other", () => {
  const flags = ["甲况", "乙况", "丙况"] as const;
  const when = (name: (typeof flags)[number]) => p.read(name, p.flag);
  const inputs = flags.map((name) => p.input(name, p.flag));
  const grant = (clause: string, yuan: number, name: (typeof flags)[number], options: p.RuleOptions = {}) =>
    p.rule(clause, p.num(p.money, yuan), { when: when(name), ...options });

  test("an exception to an exception beats the rule at the root too", () => {
    const program = p.program({
      inputs,
      outcomes: [
        p.outcome(
          "补贴",
          p.money,
          grant("一", 100, "甲况"),
          grant("二", 50, "乙况", { beats: ["一"] }),
          grant("三", 100, "丙况", { beats: ["二", "一"] }),
        ),
      ],
    });
    expect(outcomeOf(program, "补贴", { 甲况: true, 乙况: true, 丙况: true })).toMatchObject({
      value: "100",
      clauses: ["试行/三"],
    });
    expect(outcomeOf(program, "补贴", { 甲况: true, 乙况: true, 丙况: false })).toMatchObject({ value: "50" });
    expect(outcomeOf(program, "补贴", { 甲况: true, 乙况: false, 丙况: true })).toMatchObject({ clauses: ["试行/三"] });
    // Where 甲况 alone holds, 丙况 would only confirm the 100元; 乙况 would change it.
    expect(outcomeOf(program, "补贴", { 甲况: true, 乙况: false })).toMatchObject({
      value: "100",
      clauses: ["试行/一"],
    });
    // With 乙况 open as well, 丙况 decides between them.
    expect(outcomeOf(program, "补贴", { 甲况: true })).toMatchObject({ status: "missing", needs: ["乙况", "丙况"] });
    expect(outcomeOf(program, "补贴", { 甲况: true, 丙况: false })).toMatchObject({
      status: "missing",
      needs: ["乙况"],
    });
  });

  test("unordered clauses with different values are a conflict that names both", () => {
    const program = p.program({
      inputs,
      outcomes: [p.outcome("补贴", p.money, grant("一", 100, "甲况"), grant("二", 50, "乙况"))],
    });
    expect(outcomeOf(program, "补贴", { 甲况: true, 乙况: true })).toEqual({
      status: "conflict",
      text: "冲突:一与二",
      clauses: ["试行/一", "试行/二"],
    });
    // One that surely holds is not held up by an unordered one that may.
    expect(outcomeOf(program, "补贴", { 甲况: true })).toMatchObject({ status: "determined", value: "100" });
  });

  test("an open exception beaten by what holds is not needed", () => {
    const program = p.program({
      inputs,
      outcomes: [p.outcome("补贴", p.money, grant("一", 100, "甲况"), grant("二", 50, "乙况", { beats: ["一"] }))],
    });
    expect(outcomeOf(program, "补贴", { 乙况: true })).toMatchObject({ value: "50", clauses: ["试行/二"] });
    expect(outcomeOf(program, "补贴", { 甲况: false })).toMatchObject({ status: "missing", needs: ["乙况"] });
  });

  test("否则 holds only where nothing else does", () => {
    const program = p.program({
      inputs,
      outcomes: [
        p.outcome("补贴", p.money, grant("一", 100, "甲况"), p.rule("其余", p.num(p.money, 10), { otherwise: true })),
      ],
    });
    expect(outcomeOf(program, "补贴", { 甲况: true })).toMatchObject({ value: "100", clauses: ["试行/一"] });
    expect(outcomeOf(program, "补贴", { 甲况: false })).toMatchObject({ value: "10", clauses: ["试行/其余"] });
    expect(outcomeOf(program, "补贴")).toMatchObject({ status: "missing", needs: ["甲况"] });
  });

  test("where no clause holds the outcome does not apply, and says so", () => {
    const program = p.program({ inputs, outcomes: [p.outcome("补贴", p.money, grant("一", 100, "甲况"))] });
    expect(outcomeOf(program, "补贴", { 甲况: false })).toEqual({
      status: "notApplicable",
      reason: "没有条款适用于这种情形,「补贴」不适用",
      text: "不适用",
      clauses: [],
    });
  });

  test("应当 and 可 the same action agree; 不得 conflicts with them", () => {
    const act = (clause: string, name: (typeof flags)[number], modality: "must" | "may" | "mustNot") =>
      p.rule(clause, { kind: "action" }, { when: when(name), modality });
    const program = p.program({
      inputs,
      outcomes: [
        p.outcome("走访", p.action, act("一", "甲况", "may"), act("二", "乙况", "must"), act("三", "丙况", "mustNot")),
      ],
    });
    expect(outcomeOf(program, "走访", { 甲况: true, 乙况: true, 丙况: false })).toEqual({
      status: "determined",
      value: true,
      text: "应当走访",
      modality: "must",
      clauses: ["试行/一", "试行/二"],
    });
    expect(outcomeOf(program, "走访", { 甲况: true, 乙况: false, 丙况: true })).toMatchObject({
      status: "conflict",
      clauses: ["试行/一", "试行/三"],
    });
    expect(outcomeOf(program, "走访", { 甲况: false, 乙况: false, 丙况: true })).toMatchObject({ text: "不得走访" });
  });

  test("a choice left open, and a grant whose amount stands elsewhere", () => {
    const program = p.program({
      inputs,
      outcomes: [
        p.outcome(
          "申领",
          p.choice("失业保险金", "失业补助金"),
          p.rule(
            "一",
            { kind: "options", options: ["失业保险金", "失业补助金"] },
            { when: when("甲况"), modality: "may" },
          ),
        ),
        p.outcome("补贴", p.money, p.rule("二", { kind: "elsewhere", text: "按照规定" }, { when: when("乙况") })),
        p.formula("两份补贴", p.compute(p.resulting("补贴", p.money), "*", p.num(p.number, 2), p.money)),
      ],
    });
    expect(result(program, { 甲况: true, 乙况: true }).outcomes).toEqual({
      申领: {
        status: "determined",
        value: true,
        text: "择一 失业保险金、失业补助金",
        modality: "may",
        options: ["失业保险金", "失业补助金"],
        clauses: ["试行/一"],
      },
      补贴: {
        status: "determined",
        value: true,
        text: "另行规定",
        modality: "must",
        elsewhere: "按照规定",
        clauses: ["试行/二"],
      },
      两份补贴: { status: "determined", value: true, text: "另行规定", elsewhere: "按照规定", clauses: ["试行/二"] },
    });
  });
});

describe("intervals", () => {
  const inputs = [p.input("人数", p.people), p.input("符合", p.flag)];
  const standard = p.outcome(
    "标准",
    p.perPerson,
    p.rule("一", p.between(p.num(p.perPerson, 1000), p.num(p.perPerson, 2000)), { when: p.read("符合", p.flag) }),
  );
  const product = p.compute(p.resulting("标准", p.perPerson), "*", p.read("人数", p.people), p.money);

  test("an interval times a count is an interval, and formulas carry no modality on", () => {
    const program = p.program({ inputs, outcomes: [standard, p.formula("金额", product)] });
    expect(result(program, { 人数: 3, 符合: true }).outcomes).toEqual({
      标准: {
        status: "discretion",
        min: "1000",
        max: "2000",
        unit: "元/人",
        text: "1000元/人—2000元/人",
        modality: "must",
        clauses: ["试行/一"],
      },
      金额: { status: "discretion", min: "3000", max: "6000", unit: "元", text: "3000元—6000元", clauses: ["试行/一"] },
    });
  });

  test("取低 and rounding act on both ends; subtraction crosses them", () => {
    const program = p.program({
      inputs,
      outcomes: [
        standard,
        p.formula("至多四千五", p.extreme("min", product, p.num(p.money, 4500))),
        p.formula("余额", p.compute(p.num(p.money, 10000), "-", product, p.money)),
        p.formula("百元", p.rounded(p.compute(product, "/", p.num(p.number, 7), p.money), "up", rational(100))),
      ],
    });
    expect(result(program, { 人数: 3, 符合: true }).outcomes).toMatchObject({
      至多四千五: { min: "3000", max: "4500" },
      余额: { min: "4000", max: "7000" },
      // 3000/7 = 428.57…, 6000/7 = 857.14…
      百元: { min: "500", max: "900" },
    });
  });

  test("a comparison holds or fails only if all of the interval does", () => {
    const check = (limit: number) =>
      p.program({
        inputs,
        outcomes: [
          standard,
          p.outcome(
            "审批",
            p.action,
            p.rule(
              "二",
              { kind: "action" },
              { when: p.compare(p.resulting("标准", p.perPerson), ">=", p.num(p.perPerson, limit)) },
            ),
          ),
        ],
      });
    expect(outcomeOf(check(1000), "审批", { 符合: true })).toMatchObject({ status: "determined" });
    expect(outcomeOf(check(2001), "审批", { 符合: true })).toMatchObject({ status: "notApplicable" });
    expect(outcomeOf(check(1500), "审批", { 符合: true })).toMatchObject({ status: "missing", needs: [] });
    // A condition that reads what has no value takes over why.
    expect(outcomeOf(check(1500), "审批", { 符合: false })).toMatchObject({
      status: "notApplicable",
      reason: "没有条款适用于这种情形,「标准」不适用",
    });
  });
});
