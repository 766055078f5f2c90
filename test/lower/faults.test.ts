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
