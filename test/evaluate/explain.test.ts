import { describe, expect, test } from "vitest";
import { evaluate, readInput } from "../../compiler/evaluate/index.ts";
import { explain, explanationOf, type Explanation } from "../../compiler/explain/index.ts";
import type { Evaluation } from "../../compiler/evaluate/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import * as p from "./programs.ts";

type Data = Readonly<Record<string, unknown>>;

function evaluated(program: Program, data: Data): Evaluation {
  const reading = readInput(program, data);
  const evaluation = reading.kind === "values" ? evaluate(program, reading.values) : reading;
  if (evaluation.kind === "faults") throw new Error(evaluation.faults.map(({ message }) => message).join("\n"));
  return evaluation;
}

const explained = (program: Program, data: Data): Explanation => explanationOf(program, evaluated(program, data));

/** Clause, role and findings of one outcome, one line each. */
const lines = (explanation: Explanation, name: string): readonly string[] =>
  (explanation.outcomes.find((outcome) => outcome.name === name)?.clauses ?? []).map(
    (clause) => `${clause.name} ${clause.role}: ${clause.findings.map(({ text }) => text).join("; ")}`,
  );

const firm = (staff: number, dismissed: number) => ({
  参保职工人数: staff,
  裁员人数: dismissed,
  上年度缴纳失业保险费: "1234.57",
});

describe("an explanation", () => {
  test("puts the figures in, and tells which part of a condition failed", () => {
    expect(lines(explained(p.refund, firm(1000, 55)), "返还")).toEqual([
      "裁员率不高的企业 decides: 裁员率 = 裁员人数 55人 ÷ 参保职工人数 1000人 = 5.5%,不高于 5.5%,成立; 给出的结果:应当 返还 100%",
      "裁员率高的企业 fails: 裁员率 = 裁员人数 55人 ÷ 参保职工人数 1000人 = 5.5%,不高于 5.5%,「高于 5.5%」不成立",
      "小型企业 fails: 参保职工人数 1000人,高于 500人,「不高于 500人」不成立",
    ]);
  });

  test("tells what an exception beat, and what would hold without it", () => {
    const outcome = explained(p.refund, firm(500, 100)).outcomes[0];
    expect(outcome?.answer).toBe("可 100%");
    expect(outcome?.remarks).toEqual(["这是可以选择的例外;不按例外办理的,为 70%"]);
    expect(outcome?.clauses.map(({ name, role, remark }) => [name, role, remark])).toEqual([
      ["小型企业", "decides", undefined],
      ["裁员率不高的企业", "fails", undefined],
      ["裁员率高的企业", "beaten", "条件成立,但例外「小型企业」也成立,以例外为准"],
    ]);
  });

  test("shows the sum behind a formula, with its rounding", () => {
    expect(explained(p.refund, firm(1000, 56)).outcomes[1]?.findings.map(({ text }) => text)).toEqual([
      "返还金额 = 上年度缴纳失业保险费 1234.57元 × 返还 70% = 864.199元,四舍五入到分 = 864.2元",
    ]);
  });

  test("tells what the drafter assumed", () => {
    const [rate] = p.refund.definitions;
    if (rate === undefined) throw new Error("the rate is gone");
    const assumed = { ...p.refund, definitions: [{ ...rate, assumptions: ["文件未定义裁员率"] }] };
    expect(explained(assumed, firm(1000, 55)).definitions).toEqual([
      {
        name: "裁员率",
        sum: "裁员率 = 裁员人数 55人 ÷ 参保职工人数 1000人 = 5.5%",
        assumptions: ["文件未定义裁员率"],
      },
    ]);
  });

  test("says what is still needed", () => {
    const outcome = explained(p.refund, { 参保职工人数: 1000 }).outcomes[0];
    expect(outcome?.remarks).toEqual(["还需要知道:裁员人数"]);
    expect(lines(explained(p.refund, { 参保职工人数: 1000 }), "返还")[0]).toBe(
      "裁员率不高的企业 open: 裁员率 = 裁员人数(未给出) ÷ 参保职工人数 1000人,还不能判断是否不高于 5.5%",
    );
  });

  test("takes and, or, not and named conditions apart", () => {
    const kind = p.choice("在岗", "农村", "其他");
    const program = p.program({
      inputs: [p.input("类别", kind), p.input("月数", p.months), p.input("受灾", p.flag), p.input("纳入低保", p.flag)],
      definitions: [
        p.definition(
          "受损农户",
          p.all(p.compare(p.read("类别", kind), "=", p.lit(p.named("农村"), kind)), p.read("受灾", p.flag)),
        ),
      ],
      outcomes: [
        p.outcome(
          "补贴",
          p.action,
          p.rule(
            "困难补贴",
            { kind: "action" },
            {
              when: p.all(
                p.any(
                  p.all(
                    p.among(p.read("类别", kind), "在岗"),
                    p.compare(p.read("月数", p.months), ">=", p.num(p.months, 3)),
                  ),
                  p.defined("受损农户", p.flag),
                ),
                p.not(p.read("纳入低保", p.flag)),
              ),
            },
          ),
        ),
      ],
    });
    const tree = (data: Data) => explained(program, data).outcomes[0]?.clauses[0]?.findings;
    expect(tree({ 类别: "在岗", 月数: 2, 受灾: false, 纳入低保: false })).toEqual([
      {
        text: "下列条件都不成立",
        truth: "fails",
        parts: [
          { text: "月数 2个月,低于 3个月,「不低于 3个月」不成立", truth: "fails", parts: [] },
          {
            text: "「受损农户」不成立",
            truth: "fails",
            parts: [
              { text: "类别 在岗,不是 农村,「是 农村」不成立", truth: "fails", parts: [] },
              { text: "受灾:否,不成立", truth: "fails", parts: [] },
            ],
          },
        ],
      },
    ]);
    expect(tree({ 类别: "在岗", 月数: 3, 受灾: false, 纳入低保: true })).toEqual([
      {
        text: "「非 纳入低保」不成立",
        truth: "fails",
        parts: [{ text: "纳入低保:是,成立", truth: "holds", parts: [] }],
      },
    ]);
    const held = tree({ 类别: "农村", 月数: 0, 受灾: true, 纳入低保: false });
    expect(held?.[0]).toMatchObject({
      text: "下列条件之一成立",
      parts: [{ text: "「受损农户」成立", parts: [{ text: "类别 农村,成立" }, { text: "受灾:是,成立" }] }],
    });
    expect(held?.[1]).toMatchObject({ text: "「非 纳入低保」成立", parts: [{ text: "纳入低保:否,不成立" }] });
  });

  test("shows deadlines, draws and periods", () => {
    const program = p.program({
      inputs: [p.input("认定日期", p.date), p.input("申请金额", p.money)],
      outcomes: [
        p.outcome(
          "贷款",
          p.action,
          p.rule(
            "新规",
            { kind: "action" },
            {
              period: { from: "2020-04-01", to: undefined },
              deadline: { kind: "within", from: p.read("认定日期", p.date), count: 10, unit: "workday" },
              draws: [{ pool: "资金", amount: p.read("申请金额", p.money) }],
            },
          ),
          p.rule("旧规", { kind: "action" }, { period: { from: "2019-01-01", to: "2020-03-31" }, modality: "mustNot" }),
        ),
      ],
      pools: [p.pool("资金", p.num(p.money, 1000), undefined)],
    });
    const data = { 认定日期: "2020-05-13", 申请金额: 100, 基准日: "2020-05-13" };
    const [now, old] = explained(program, data).outcomes[0]?.clauses ?? [];
    expect(now?.findings.map(({ text }) => text)).toEqual([
      "给出的结果:应当贷款",
      "期限:认定日期 2020-05-13 起 10个工作日内(起算日不计入),最后一天:2020-05-27",
      "支用「资金」:总额 1000元;这一笔 申请金额 100元",
    ]);
    expect(old).toMatchObject({ role: "outOfForce", remark: "施行期为 2019-01-01 至 2020-03-31,基准日时已经失效" });
  });

  test("tells how far a target is missed", () => {
    const program = p.program({
      inputs: [p.input("5G基站数", p.posts)],
      targets: [
        p.requirement("5G基站", p.compare(p.read("5G基站数", p.posts), ">=", p.num(p.posts, 20000)), {
          quotations: ["新建5G基站2万个以上"],
        }),
      ],
    });
    expect(explain(program, evaluated(program, { "5G基站数": 15000 }))).toBe(`政策 试行

给出的情形
  5G基站数:15000个

指标 5G基站:未达到
  还差 5000个
  原文:「新建5G基站2万个以上」
  ✗ 5G基站数 15000个,低于 20000个,「不低于 20000个」不成立
`);
  });

  test("of a conflict names the clauses and what each gives", () => {
    const program = p.program({
      inputs: [p.input("甲况", p.flag)],
      outcomes: [
        p.outcome(
          "补贴",
          p.money,
          p.rule("一", p.num(p.money, 100), { when: p.read("甲况", p.flag) }),
          p.rule("二", p.num(p.money, 50)),
          p.rule("其余", p.num(p.money, 10), { otherwise: true }),
        ),
      ],
    });
    expect(explain(program, evaluated(program, { 甲况: true }))).toBe(`政策 试行

给出的情形
  甲况:是

结果 补贴:冲突:一与二
  这些条款同时成立,结果不同,又没有写明谁是谁的例外,所以不能得出结果
  依据条款「一」
    ✓ 甲况:是,成立
    · 给出的结果:应当 补贴 100元
  依据条款「二」
    · 给出的结果:应当 补贴 50元
  没有用到的条款「其余」:只在没有其他条款成立时适用
`);
  });
});
