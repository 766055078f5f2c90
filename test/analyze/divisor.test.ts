import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { SourceFile } from "../../diagnostics/source.ts";

const policy = (minimum: string): string => `政策 例
输入
  申请金额: 元
  年度预算: 元
  分配次数: 数${minimum}
结果
  贷款: 元
资金池 专项资金
  总额 年度预算 / 分配次数
条款 贷款
  => 贷款 申请金额, 支用 专项资金 申请金额
`;

const warned = (text: string): readonly string[] =>
  compile([new SourceFile("例.policy", text)]).diagnostics.map(({ message }) => message);

test("a divisor in a pool is warned of where its limits allow zero", () => {
  expect(warned(policy(""))).toEqual([expect.stringContaining("分配次数")]);
  expect(warned(policy(", 至少 1"))).toEqual([]);
});
