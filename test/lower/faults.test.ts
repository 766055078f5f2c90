import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { SourceFile } from "../../diagnostics/source.ts";

test("a fault in the condition does not hide one in the result", () => {
  const text = `政策 例

输入
  裁员率: 比例

结果
  返还: 比例

条款 甲
  裁员律 <= 5.5% => 返还 100
`;
  const { diagnostics } = compile([new SourceFile("例.policy", text)]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-term", "percent-missing"]);
});

test("a name that no phase knows is told of once", () => {
  const text = `政策 例

输入
  人数: 人

结果
  返还: 比例

条款 甲
  人数 > 3人 => 返还 100%

算例 乙
  人教 = 1000人
  => 反还 100%
`;
  const { diagnostics } = compile([new SourceFile("例.policy", text)]);
  expect(diagnostics.map(({ code, hint }) => [code, hint]).filter(([code]) => code !== "gap")).toEqual([
    ["unknown-term", "是否指「人数」?"],
    ["unknown-term", "是否指「返还」?"],
  ]);
});

test("a comparison without subject within a formula is told, and does not take its rule away in silence", () => {
  const text = `政策 例
其余 不适用

输入
  生效月: 月份

结果
  补贴: 元

条款 甲
  取高(生效月, 2020年4—6月) 是 2020-06 => 补贴 10元
`;
  const { diagnostics } = compile([new SourceFile("例.policy", text)]);
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
    "missing-subject",
  ]);
});
