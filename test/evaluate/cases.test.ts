import { describe, expect, test } from "vitest";
import { runCase } from "../../compiler/evaluate/index.ts";
import type { Expectation, Program, Value } from "../../compiler/lowered.ts";
import * as p from "./programs.ts";

type OutcomeExpectation = Extract<Expectation, { kind: "outcome" }>;

const expecting = (outcome: string, parts: Partial<OutcomeExpectation>): Expectation => ({
  kind: "outcome",
  outcome,
  status: undefined,
  modality: undefined,
  value: undefined,
  due: undefined,
  origin: p.origin,
  ...parts,
});
const value = (of: Value) => ({ value: { kind: "value", value: of } }) as const;

const run = (program: Program, inputs: Readonly<Record<string, Value>>, ...expectations: Expectation[]): string[] =>
  runCase(program, p.expectedCase("试算", inputs, ...expectations)).map(({ code, message }) => `${code}: ${message}`);

describe("cases of the refund", () => {
  const firm = (staff: number, dismissed: number) => ({
    参保职工人数: p.amount(staff),
    裁员人数: p.amount(dismissed),
    上年度缴纳失业保险费: p.amount(100000),
  });

  test("what comes out as expected says nothing", () => {
    expect(
      run(
        p.refund,
        firm(1000, 55),
        expecting("返还", value(p.amount(1))),
        expecting("返还", { modality: "must", ...value(p.amount(1)) }),
        expecting("返还金额", value(p.amount(100000))),
      ),
    ).toEqual([]);
  });

  test("what does not is told with expectation, answer and deciding clause", () => {
    const findings = runCase(
      p.refund,
      p.expectedCase("试算", firm(1000, 55), expecting("返还", value(p.amount(7, 10)))),
    );
    expect(findings).toMatchObject([
      {
        code: "case-failed",
        severity: "error",
        message: "算例「试算」不符:「返还」应为 70%,实际为 100%",
        related: [{ message: "由条款「裁员率不高的企业」决定", span: p.origin.span }],
      },
    ]);
  });

  test("the modality counts where it is written", () => {
    expect(run(p.refund, firm(500, 100), expecting("返还", { modality: "must", ...value(p.amount(1)) }))).toEqual([
      "case-failed: 算例「试算」不符:「返还」应为 应当 100%,实际为 可 100%",
    ]);
  });

  test("statuses", () => {
    const staff = { 参保职工人数: p.amount(1000) };
    expect(run(p.refund, staff, expecting("返还", { status: "missing" }))).toEqual([]);
    expect(run(p.refund, staff, expecting("返还", { status: "notApplicable" }))).toEqual([
      "case-failed: 算例「试算」不符:「返还」应为 不适用,实际为 缺失:裁员人数",
    ]);
  });

  test("data that the policy does not take", () => {
    expect(run(p.refund, { 参保职工人数: p.amount(0), 裁员: p.amount(1) })).toEqual([
      "case-input: 算例「试算」的数据不能用:「参保职工人数」应至少 1人,给出的是0人",
      "case-input: 算例「试算」的数据不能用:没有名为「裁员」的输入,是否指「裁员人数」?",
    ]);
    expect(run(p.refund, { 参保职工人数: p.yes })).toEqual([
      "case-input: 算例「试算」的数据不能用:「参保职工人数」应是以人计的数,写如 1000 或「1000」,不带单位和千分位,给出的是「是」",
    ]);
  });
});

describe("other expectations", () => {
  const act = p.read("有劳动能力", p.flag);
  const program = p.program({
    inputs: [
      p.input("有劳动能力", p.flag),
      p.input("认定日期", p.date),
      p.input("岗位", p.posts, { default: p.amount(3) }),
    ],
    outcomes: [
      p.outcome(
        "推荐上岗",
        p.action,
        p.rule(
          "推荐",
          { kind: "action" },
          {
            when: act,
            deadline: { kind: "within", from: p.read("认定日期", p.date), count: 10, unit: "workday" },
          },
        ),
      ),
      p.outcome(
        "补贴标准",
        p.perPerson,
        p.rule("补贴", p.between(p.num(p.perPerson, 1000), p.num(p.perPerson, 2000)), { when: act }),
      ),
      p.outcome(
        "申领",
        p.choice("甲", "乙"),
        p.rule("择", { kind: "options", options: ["甲", "乙"] }, { when: act, modality: "may" }),
      ),
      p.outcome("创业补贴", p.money, p.rule("创业", { kind: "elsewhere", text: "按照规定" }, { when: act })),
      p.outcome("标准", p.money, p.rule("旧", p.num(p.money, 1), { period: { from: "2019-01-01", to: "2019-12-31" } })),
    ],
    targets: [p.requirement("岗位数", p.compare(p.read("岗位", p.posts), ">=", p.num(p.posts, 5)))],
    constraints: [p.requirement("能劳动", act)],
  });
  const data = { 有劳动能力: p.yes, 认定日期: p.day("2020-05-13"), 基准日: p.day("2020-05-13") };

  test("deadline, interval, choice, elsewhere, expired, target, constraint; defaults count", () => {
    expect(
      run(
        program,
        data,
        expecting("推荐上岗", { modality: "must", due: "2020-05-27" }),
        expecting("推荐上岗", {}),
        expecting("补贴标准", { value: { kind: "interval", low: p.amount(1000), high: p.amount(2000) } }),
        expecting("申领", { modality: "may", value: { kind: "options", options: ["乙", "甲"] } }),
        expecting("创业补贴", { value: { kind: "elsewhere" } }),
        expecting("标准", { status: "expired" }),
        { kind: "target", name: "岗位数", status: "unmet", origin: p.origin },
        { kind: "constraint", name: "能劳动", status: "met", origin: p.origin },
      ),
    ).toEqual([]);
  });

  test("each that fails is told", () => {
    expect(
      run(
        program,
        data,
        expecting("推荐上岗", { modality: "must", due: "2020-05-28" }),
        expecting("补贴标准", value(p.amount(1500))),
        expecting("标准", { status: "notInForce" }),
        { kind: "target", name: "岗位数", status: "met", origin: p.origin },
        { kind: "constraint", name: "能劳动", status: "unmet", origin: p.origin },
      ),
    ).toEqual([
      "case-failed: 算例「试算」不符:「推荐上岗」应为 应当, 期限 2020-05-28,实际为 应当推荐上岗, 期限 2020-05-27",
      "case-failed: 算例「试算」不符:「补贴标准」应为 1500元/人,实际为 1000元/人—2000元/人",
      "case-failed: 算例「试算」不符:「标准」应为 未生效,实际为 已失效(2019-01-01至2019-12-31)",
      "case-failed: 算例「试算」不符:「岗位数」应为 达到,实际为 未达到",
      "case-failed: 算例「试算」不符:「能劳动」应为 不满足,实际为 满足",
    ]);
  });
});
