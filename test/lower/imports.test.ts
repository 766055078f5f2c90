import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runCase } from "../../compiler/evaluate/index.ts";
import { SourceFile } from "../../diagnostics/source.ts";

const standard = `政策 低保标准
输入
  地区: 城市 | 农村地区
  不满一年: 是否
结果
  低保标准: 元/月
  档次: 甲等 | 乙等
条款 城市
  地区 = 城市 => 低保标准 830元/月, 档次 甲等
条款 农村
  地区 = 农村地区 且 非 不满一年 => 低保标准 635元/月, 档次 乙等
其余 不适用
`;

/** Codes of the findings, and the verdict on every case, of the last of the files. */
function check(...texts: readonly string[]): { readonly codes: readonly string[]; readonly cases: readonly string[] } {
  const { policies, diagnostics } = compile(texts.map((text, index) => new SourceFile(`${index}.policy`, text)));
  const program = policies.at(-1)?.program;
  const cases = (program?.cases ?? []).map((one) => {
    const faults = program === undefined ? [] : runCase(program, one);
    return `${one.name} ${faults.length === 0 ? "passed" : faults.map(({ message }) => message).join()}`;
  });
  return { codes: diagnostics.map(({ code }) => code), cases };
}

describe("a case of an importing policy", () => {
  const relief = (cases: string): string => `政策 临时救助
引用 低保标准 自 《低保标准》
输入
  月数: 月
结果
  救助金: 元
条款 救助
  => 救助金 低保标准 * 月数
${cases}`;

  it("gives the inputs that only the imported policy declares, and their listed values", () => {
    const text = relief(`算例 城市三个月
  地区 = 城市, 月数 = 3个月
  => 救助金 2490元
算例 农村两个月
  地区 = 农村地区, 不满一年 = 否, 月数 = 2个月
  => 救助金 1270元
`);
    expect(check(standard, text)).toEqual({ codes: [], cases: ["城市三个月 passed", "农村两个月 passed"] });
  });

  it("gives those of policies imported at one remove", () => {
    const text = `政策 临时救助办法
引用 救助金 自 《临时救助》
结果
  合计额: 元
条款 合计
  => 合计额 救助金 * 2
算例 城市一个月
  地区 = 城市, 月数 = 1个月
  => 合计额 1660元
`;
    expect(check(standard, relief(""), text)).toEqual({ codes: [], cases: ["城市一个月 passed"] });
  });

  it("takes no value that the list does not have, and no name that nothing declares", () => {
    const text = relief(`算例 错
  地区 = 城镇, 月数 = 3个月, 地域 = 城市
  => 救助金 2490元
`);
    expect(check(standard, text).codes).toEqual(["unknown-term", "unknown-term"]);
  });

  it("does not lend those inputs to its clauses", () => {
    expect(check(standard, relief("").replace("  => 救助金", "  地区 = 城市 => 救助金")).codes).toEqual([
      "unknown-term",
      "unknown-term",
    ]);
  });
});

describe("an imported outcome with listed values", () => {
  it("brings its values along", () => {
    const text = `政策 慰问
引用 档次 自 《低保标准》
结果
  慰问金: 元
条款 甲
  档次 = 甲等 => 慰问金 500元
条款 乙
  档次 属于 乙等 => 慰问金 300元
算例 城市
  地区 = 城市
  => 慰问金 500元
`;
    expect(check(standard, text)).toEqual({ codes: [], cases: ["城市 passed"] });
  });
});

describe("a pool of an imported policy", () => {
  const relief = `政策 纾困贷款
输入
  申请金额: 元
  已用额度: 元
结果
  贷款: 元
定义
  全部额度 = 100万元
资金池 纾困资金
  总额 全部额度 * 2
  已用 已用额度
条款 贷款
  => 贷款 申请金额, 支用 纾困资金 申请金额
`;
  const subsidy = `政策 贴息
引用 贷款 自 《纾困贷款》
结果
  贴息金额: 元
  奖金: 元
资金池 纾困资金
  总额 5万元
条款 贴息
  => 贴息金额 贷款 * 3%, 四舍五入到分
条款 奖金
  => 奖金 1万元, 支用 纾困资金 6万元
算例 额度之内
  申请金额 = 100万元, 已用额度 = 100万元
  => 贴息金额 30000元, 奖金 超出额度
算例 额度用尽
  申请金额 = 100万元, 已用额度 = 1000001元
  => 贴息金额 超出额度, 奖金 超出额度
`;

  it("limits what imported rules grant, apart from a pool of the same name", () => {
    expect(check(relief, subsidy)).toEqual({ codes: [], cases: ["额度之内 passed", "额度用尽 passed"] });
  });

  it("does so at one remove too", () => {
    const report = `政策 汇总
引用 贴息金额 自 《贴息》
结果
  合计额: 元
条款 合计
  => 合计额 贴息金额 * 2
算例 额度之内
  申请金额 = 100万元, 已用额度 = 100万元
  => 合计额 60000元
算例 额度用尽
  申请金额 = 100万元, 已用额度 = 1000001元
  => 合计额 超出额度
`;
    expect(check(relief, subsidy, report)).toEqual({ codes: [], cases: ["额度之内 passed", "额度用尽 passed"] });
  });
});
