import { expect, test } from "vitest";
import { loadModule, type GeneratedModule } from "../properties/load.ts";
import { emitOne, generated, programsOf, reference } from "./helpers.ts";

const loan = `政策 纾困贷款
输入
  申请金额: 元
  已用额度: 元
结果
  贷款: 元
资金池 纾困资金
  总额 200万元
  已用 已用额度
条款 贷款
  => 贷款 申请金额, 支用 纾困资金 申请金额
`;
const subsidy = `政策 贴息
引用 贷款 自 《纾困贷款》
结果
  贴息金额: 元
资金池 纾困资金
  总额 5万元
条款 贴息
  => 贴息金额 贷款 * 3%, 四舍五入到分, 支用 纾困资金 4万元
`;

test("a module draws on the pools of imported policies, apart from its own", async () => {
  const program = programsOf({ 纾困贷款: loan, 贴息: subsidy }).at(-1);
  if (program === undefined) throw new Error("no program");
  const module = loadModule(await emitOne(program)) as GeneratedModule;
  const within = { 申请金额: "1000000", 已用额度: "1000000" };
  const beyond = { 申请金额: "1000000", 已用额度: "1000000.01" };
  expect(generated(module, within)).toMatchObject({ outcomes: { 贴息金额: { status: "determined", value: "30000" } } });
  expect(generated(module, beyond)).toMatchObject({
    outcomes: { 贴息金额: { status: "exhausted", remaining: "999999.99" } },
  });
  for (const data of [within, beyond]) expect(generated(module, data)).toEqual(reference(program, data));
});
