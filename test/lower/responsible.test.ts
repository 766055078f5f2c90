import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { SourceFile } from "../../diagnostics/source.ts";

test("a body that several 责任单位 lines name is responsible once", () => {
  const text = `政策 例
责任单位 市商务局、市财政局
责任单位 市财政局,各区人民政府

输入
  自主创业: 是否

结果
  走访: 事项

条款 甲
  自主创业 => 应当 走访
`;
  const { diagnostics, policies } = compile([new SourceFile("例.policy", text)]);
  expect(diagnostics).toEqual([]);
  expect(policies[0]?.program?.responsible).toEqual(["市商务局", "市财政局", "各区人民政府"]);
});
