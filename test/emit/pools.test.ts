/** Pools that rest on outcomes, and pools that come with what is imported. */
import { describe, expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import { compile, SourceFile } from "../../compiler/index.ts";
import type { EvaluationResult } from "../../runtime/contract.ts";
import { loadModule } from "../properties/load.ts";
import { generated, programsOf, reference } from "./helpers.ts";

/** The outcomes of the last of these policies, as both ways to an answer have them. */
async function answers(
  texts: readonly string[],
  data: Readonly<Record<string, unknown>>,
): Promise<readonly EvaluationResult["outcomes"][]> {
  const programs = programsOf(Object.fromEntries(texts.map((text, index) => [String(index), text])));
  const program = programs.at(-1);
  if (program === undefined) throw new Error("no policy");
  const code = (await emit([{ program, path: "甲" }])).get("甲.ts") ?? "";
  return [reference(program, data), generated(loadModule(code), data)].map(
    (answer) => (answer as EvaluationResult).outcomes,
  );
}

const resting = `政策 奖励
其余 不适用
输入
  金额: 元
  申请额: 元
结果
  额度: 元
  发放: 事项
资金池 奖金
  总额 额度 + 100元
条款 额度
  => 额度 金额 减半
条款 发放
  => 应当 发放, 支用 奖金 申请额
`;

describe("a pool that rests on an outcome", () => {
  // Half of 1000 and 100 more.
  test.each([
    ["600", { status: "determined", value: true, text: "应当发放", modality: "must", clauses: ["奖励/发放"] }],
    [
      "600.01",
      {
        status: "exhausted",
        pool: "奖金",
        remaining: "600",
        unit: "元",
        text: "超出额度(余600元)",
        clauses: ["奖励/发放"],
      },
    ],
  ])("is worked out after it: %s元 are asked for", async (申请额, expected) => {
    for (const outcomes of await answers([resting], { 金额: "1000", 申请额 }))
      expect(outcomes["发放"]).toEqual(expected);
  });

  test("wherever the outcome stands", async () => {
    const turned = resting.replace("  额度: 元\n  发放: 事项\n", "  发放: 事项\n  额度: 元\n");
    for (const outcomes of await answers([turned], { 金额: "1000", 申请额: "600" }))
      expect(outcomes["发放"]).toMatchObject({ status: "determined" });
  });

  test("may not be what its own draw decides", () => {
    const circular = resting.replace("=> 额度 金额 减半", "=> 额度 金额 减半, 支用 奖金 申请额");
    const { diagnostics } = compile([new SourceFile("圈.policy", circular)]);
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "outcome-cycle",
    ]);
  });
});

test("a pool divided by what may be zero is warned of, as anything else is", () => {
  const divided = resting
    .replace("总额 额度 + 100元", "总额 额度 / 份数")
    .replace("申请额: 元", "申请额: 元\n  份数: 数");
  const found = compile([new SourceFile("份.policy", divided)]).diagnostics;
  expect(found.map(({ code, file, span }) => `${code} ${file.text.slice(span.start, span.end)}`)).toContain(
    "possible-zero-divisor 份数",
  );
});

const importing = `政策 复查
引用 额度 自 《奖励》
其余 不适用
输入
  金额: 元
  申请额: 元
结果
  另付: 事项
  复查额: 元 = 额度 * 2
资金池 奖金
  总额 5元
条款 另付
  => 应当 另付, 支用 奖金 申请额
`;

describe("an imported outcome", () => {
  const drawing = resting
    .replace("总额 额度 + 100元", "总额 金额 + 100元")
    .replace("=> 额度 金额 减半", "=> 额度 金额 减半, 支用 奖金 申请额");

  test("draws on the pool of its own policy, though there is one of that name here", async () => {
    // 1,000 and 100 are enough for the one, 5 too little for the other.
    for (const outcomes of await answers([drawing, importing], { 金额: "1000", 申请额: "1100" })) {
      expect(outcomes["复查额"]).toMatchObject({ status: "determined", value: "1000" });
      expect(outcomes["另付"]).toMatchObject({ status: "exhausted", pool: "奖金", remaining: "5" });
    }
    for (const outcomes of await answers([drawing, importing], { 金额: "1000", 申请额: "1100.01" }))
      expect(outcomes["复查额"]).toMatchObject({
        status: "exhausted",
        pool: "奖励/奖金",
        remaining: "1100",
        clauses: ["奖励/额度"],
      });
  });
});
