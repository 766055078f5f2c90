/** Rows in order over pools: answers worked out by hand, and the generated code and the reference evaluator agree. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { drawDown, toResult } from "../../compiler/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { InputError } from "../../runtime/index.ts";
import { loadModule } from "../properties/load.ts";
import { emitOne, programOf, programsOf } from "../emit/helpers.ts";

type Row = Readonly<Record<string, unknown>>;

const byReference = (program: Program, rows: readonly Row[]): unknown =>
  drawDown(program, rows).map((answer) =>
    answer.kind === "faults" ? { faults: answer.faults } : toResult(program, answer),
  );

/** What generated code answers; the reference evaluator must answer the same. */
async function answersOf(policy: string | Program, rows: readonly Row[]) {
  const program = typeof policy === "string" ? programOf(policy) : policy;
  const { answers, pools } = loadModule(await emitOne(program)).drawDown(rows);
  const told = answers.map((answer) => (answer instanceof InputError ? { faults: answer.faults } : answer.toJSON()));
  expect(told).toEqual(byReference(program, rows));
  return { answers: told, pools };
}

type Told = Awaited<ReturnType<typeof answersOf>>["answers"][number];

const textsOf = (answer: Told): string =>
  "faults" in answer
    ? answer.faults.map(({ message }) => message).join(";")
    : Object.values(answer.outcomes)
        .map(({ text }) => text)
        .join(" ");

const relief = readFileSync(fileURLToPath(new URL("../../policies/六保/纾困资金.policy", import.meta.url)), "utf8");

const firm = (amount: string, more: Row = {}): Row => ({
  主体: "中小微企业",
  受疫情影响暂时流动性资金困难: false,
  申请金额: amount,
  ...more,
});
const stall = (amount: string, more: Row = {}): Row => ({
  主体: "个体工商户",
  受疫情影响暂时流动性资金困难: true,
  申请金额: amount,
  ...more,
});

describe("纾困资金: 400亿元 for firms, 200亿元 for stalls in difficulty", () => {
  const loan = "应当无息贷款 12个月 0%";
  const out = (left: string): string => Array(3).fill(`超出额度(余${left})`).join(" ");

  it("draws each pool down to the last 分, and goes on with smaller rows after one that does not fit", async () => {
    const { answers, pools } = await answersOf(relief, [
      firm("39000000000", { 已使用额度: "999999000", 定向已使用额度: "19999900000" }),
      stall("60000"),
      firm("1000.01"),
      firm("1000"),
      stall("40000.01"),
      firm("0.01"),
      stall("40000"),
      stall("0.01"),
    ]);
    // 40000000000 − 999999000 − 39000000000 = 1000; 20000000000 − 19999900000 − 60000 = 40000.
    expect(answers.map(textsOf)).toEqual([
      loan,
      loan,
      out("1000元"),
      loan,
      out("40000元"),
      out("0元"),
      loan,
      out("0元"),
    ]);
    expect(pools).toEqual({
      中小微企业纾困专项资金: { unit: "元", drawn: "39000001000", remaining: "0" },
      定向纾困资金: { unit: "元", drawn: "100000", remaining: "0" },
    });
  });

  it("takes 已使用额度 from the first row that gives it, again where repeated, and refuses another figure", async () => {
    const { answers } = await answersOf(relief, [
      firm("10"),
      firm("10", { 已使用额度: "39999999970" }),
      firm("10", { 已使用额度: "39999999970.00" }),
      firm("10", { 已使用额度: "39999999990" }),
      firm("10"),
      firm("0.01"),
    ]);
    expect(answers.map(textsOf)).toEqual([
      "缺失:已使用额度 缺失:已使用额度 缺失:已使用额度",
      loan,
      loan,
      "「已使用额度」给出的是 39999999990元,但这一批从 39999999970元 开始逐行累计",
      loan,
      out("0元"),
    ]);
  });

  it("draws nothing for a row at fault, nor for one that the policy does not apply to", async () => {
    const start = { 已使用额度: "39999999990", 定向已使用额度: "0" };
    const { answers } = await answersOf(relief, [
      firm("-1", start),
      firm("10", { ...start, 主体: "其他" }),
      firm("10", start),
      firm("0.01", start),
    ]);
    expect(answers.map(textsOf)).toEqual([
      "「申请金额」不能是负数,给出的是-1元",
      "不适用 不适用 不适用",
      loan,
      out("0元"),
    ]);
  });
});

const grant = (body: string, inputs = "金额: 元"): string =>
  `政策 补助\n输入\n  ${inputs}\n结果\n  补助: 元\n  奖励: 元\n资金池 专款\n  总额 100元\n${body}`;

describe("what draws", () => {
  it("counts from nothing where the policy has no 已用, and in fractions of a 分 where an amount has them", async () => {
    const policy = grant("条款 一\n  => 补助 1元, 奖励 1元, 支用 专款 金额 / 3\n");
    const { answers, pools } = await answersOf(policy, [{ 金额: 100 }, { 金额: 100 }, { 金额: 100 }, { 金额: "0.01" }]);
    // The third takes what is left to the last third of a 元: three thirds are one.
    expect(answers.map((answer) => ("faults" in answer ? answer.faults : answer.outcomes["补助"]?.status))).toEqual([
      "determined",
      "determined",
      "determined",
      "exhausted",
    ]);
    expect(pools).toEqual({ 专款: { unit: "元", drawn: "100", remaining: "0" } });
  });

  it("is one statement once, and two statements of one clause both", async () => {
    const policy = grant(
      "条款 一\n  => 补助 30元, 支用 专款 30元\n  => 奖励 30元, 支用 专款 30元\n",
      "金额: 元, 默认 0元",
    );
    const { answers, pools } = await answersOf(policy, [{}, {}]);
    expect(answers.map(textsOf)).toEqual([
      "30元 30元",
      "几条条款一共要从「专款」支用 60元,余额只有 40元,不能判定先给哪一条",
    ]);
    expect(pools).toEqual({ 专款: { unit: "元", drawn: "60", remaining: "40" } });
  });

  it("is once what two clauses grant together, and refused where they draw differently", async () => {
    const policy = grant(
      "条款 甲\n  小微 => 补助 10元, 支用 专款 10元\n条款 乙\n  困难 => 补助 10元, 奖励 5元, 支用 专款 金额\n",
      "小微: 是否\n  困难: 是否\n  金额: 元",
    );
    const { answers, pools } = await answersOf(policy, [
      { 小微: true, 困难: true, 金额: 10 },
      { 小微: true, 困难: true, 金额: 11 },
      { 小微: true, 困难: false, 金额: 11 },
      { 小微: false, 困难: true, 金额: 11 },
      // 10 + 10 + 11 are gone.
      { 小微: false, 困难: true, 金额: "69.01" },
      { 小微: false, 困难: true, 金额: 69 },
    ]);
    expect(answers.map(textsOf)).toEqual([
      "10元 5元",
      "「甲」和「乙」同时给出「补助」,支用却不一样,不能判定从哪里支用多少",
      "10元 不适用",
      "10元 5元",
      "超出额度(余69元) 超出额度(余69元)",
      "10元 5元",
    ]);
    expect(pools["专款"]).toEqual({ unit: "元", drawn: "100", remaining: "0" });
  });

  it("is no clause that an exception beats, and nothing that is forbidden or spared", async () => {
    const policy = grant(
      "条款 甲\n  => 补助 金额, 支用 专款 金额\n条款 乙 例外于 甲\n  停发 => 不得 补助 金额, 支用 专款 金额\n",
      "停发: 是否\n  金额: 元",
    );
    const { answers, pools } = await answersOf(policy, [
      { 停发: true, 金额: 60 },
      { 停发: false, 金额: 60 },
      { 停发: true, 金额: 40 },
    ]);
    expect(answers.map((answer) => ("faults" in answer ? "" : answer.outcomes["补助"]?.status))).toEqual(
      Array(3).fill("determined"),
    );
    expect(pools["专款"]).toEqual({ unit: "元", drawn: "60", remaining: "40" });
  });

  it("moves the count that conditions read, and that several pools share", async () => {
    const policy = `政策 补助
输入
  金额: 元
  累计: 元, 默认 0元
结果
  补助: 元
资金池 专款
  总额 100元
  已用 累计
资金池 备用
  总额 90元
  已用 累计
条款 先
  累计 < 50元 => 补助 金额, 支用 专款 金额
条款 后
  累计 >= 50元 => 补助 金额, 支用 备用 金额
`;
    const { answers, pools } = await answersOf(policy, [{ 金额: 49 }, { 金额: 11 }, { 金额: 31 }, { 金额: 30 }]);
    expect(answers.map(textsOf).map((text) => text.split(" ")[0])).toEqual([
      "49元",
      "11元",
      "超出额度(余30元)",
      "30元",
    ]);
    expect(pools).toEqual({
      专款: { unit: "元", drawn: "60", remaining: "40" },
      备用: { unit: "元", drawn: "30", remaining: "0" },
    });
  });

  it("adds to a 已用 that is a formula, which each row gives for itself", async () => {
    const policy = grant(
      "  已用 甲地 + 乙地\n条款 一\n  => 补助 金额, 支用 专款 金额\n",
      "金额: 元\n  甲地: 元\n  乙地: 元",
    );
    const { answers } = await answersOf(policy, [
      { 金额: 40, 甲地: 10, 乙地: 20 },
      { 金额: 30, 甲地: 10, 乙地: 20 },
      { 金额: "0.01", 甲地: 10, 乙地: 20 },
      { 金额: 25, 甲地: 0, 乙地: 5 },
    ]);
    expect(answers.map(textsOf).map((text) => text.split(" ")[0])).toEqual(["40元", "30元", "超出额度(余0元)", "25元"]);
  });
});

describe("a policy that imports what draws on a pool", () => {
  it("draws on that pool, rows in order included", async () => {
    const importer =
      "政策 备案\n引用 贷款期限 自 《纾困资金》\n结果\n  备案期限: 月\n条款 一\n  贷款期限 > 0个月 => 备案期限 贷款期限\n";
    const program = programsOf({ 纾困资金: relief, 备案: importer }).find(({ policy }) => policy === "备案");
    expect(program).toBeDefined();
    const { answers, pools } = await answersOf(program as Program, [
      firm("10", { 已使用额度: "39999999990" }),
      firm("0.01"),
    ]);
    expect(answers.map(textsOf)).toEqual(["12个月", "超出额度(余0元)"]);
    expect(pools).toEqual({ "纾困资金/中小微企业纾困专项资金": { unit: "元", drawn: "10", remaining: "0" } });
  });
});
