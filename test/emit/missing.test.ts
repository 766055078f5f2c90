/** What is missing is every input that would decide, and none that would not. */
import { describe, expect, test } from "vitest";
import { generated, load, programOf, reference } from "./helpers.ts";

const text = `政策 先后
其余 不适用
输入
  月数: 月
  人数: 人
结果
  办理: 事项
条款 一般
  => 可 办理
条款 免办 例外于 一般
  月数 >= 3个月 => 无需 办理
条款 仍办 例外于 免办
  人数 > 5人 => 可 办理
`;

describe("an exception to an exception that would give what holds without either", () => {
  // With 月数 alone, 3 of them or more leave 人数 open; with fewer, or with 人数 above 5, 可 holds either way.
  test.each([
    [{}, { status: "missing", needs: ["月数", "人数"] }],
    [{ 月数: 3 }, { status: "missing", needs: ["人数"] }],
    [{ 人数: 5 }, { status: "missing", needs: ["月数"] }],
    [{ 人数: 6 }, { status: "determined", modality: "may", clauses: ["先后/仍办"] }],
    [{ 月数: 2 }, { status: "determined", modality: "may", clauses: ["先后/一般"] }],
  ])("%j", async (data, expected) => {
    const module = await load(text);
    for (const answer of [reference(programOf(text), data), generated(module, data)])
      expect(answer).toMatchObject({ outcomes: { 办理: expected } });
  });
});
