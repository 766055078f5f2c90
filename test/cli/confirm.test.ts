/** A case is shown only where generated code answers it as the reference evaluator does. */
import { describe, expect, test } from "vitest";
import { confirmCases } from "../../cli/confirm.ts";
import { loadPolicy } from "../../cli/load.ts";
import { compile, SourceFile } from "../../compiler/index.ts";

const text = `政策 试

输入
  人数: 人

结果
  补贴: 元

条款 小
  人数 <= 10人 => 补贴 100元

条款 大
  人数 >= 10人 且 人数 <= 20人 => 补贴 200元
`;

/** The gap above twenty people, told of the outcome, and then the collision at ten, of its clauses. */
const { policies } = compile([new SourceFile("试.policy", text)]);

describe("an overlap and a gap", () => {
  test("are what both evaluators find them to be", async () => {
    const asked: unknown[] = [];
    await confirmCases(policies, async (program) => {
      const { evaluate } = await loadPolicy(program);
      return { evaluate: (given) => (asked.push(given), evaluate(given)) };
    });
    expect(asked).toEqual([{ 人数: 21 }, { 人数: 10 }]);
  });

  test("are asked once, where it is remembered", async () => {
    const confirmed = new WeakSet<object>();
    await confirmCases(policies, loadPolicy, confirmed);
    let loads = 0;
    await confirmCases(policies, (program) => ((loads += 1), loadPolicy(program)), confirmed);
    expect(loads).toBe(0);
  });

  test("are an internal error where generated code answers otherwise", async () => {
    const otherwise = confirmCases(policies, async (program) => {
      const { evaluate } = await loadPolicy(program);
      return { evaluate: () => evaluate({ 人数: 11 }) };
    });
    await expect(otherwise).rejects.toThrow(/这是规矩的缺陷.*\n {2}\[gap\] \{"人数":21\}/u);
  });
});
