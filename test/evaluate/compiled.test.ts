import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runCase } from "../../compiler/evaluate/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { outcomeOf, result } from "./answer.ts";

/** The last of the policies, the others being there to be imported. */
function compiled(...texts: readonly string[]): Program {
  const { policies, diagnostics } = compile(texts.map((text, index) => new SourceFile(`${index}.policy`, text)));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  const program = policies.at(-1)?.program;
  if (program === undefined) throw new Error("no program");
  return program;
}

const standard = `政策 低保标准 施行 2020-04-01

输入
  地区: 城市 | 农村

结果
  低保标准: 元/月

条款 城市标准
  地区 是 城市 => 低保标准 830元/月

条款 农村标准
  地区 是 农村 => 低保标准 680元/月
`;

const hardship = `政策 残疾人困难补贴

引用 低保标准 自 《低保标准》

输入
  类别: 在岗残疾人职工 | 农村残疾人 | 其他
  地区: 城市 | 农村
  连续未发放工资月数: 月
  因疫情损失较重: 是否
  纳入低保: 是否

结果
  一次性困难补贴: 元

条款 困难补贴
  符合下列条件之一的:
    (一)类别是在岗残疾人职工且连续未发放工资月数3个月以上;
    (二)类别是农村残疾人且因疫情损失较重
  => 一次性困难补贴 低保标准 * 一个月
  但 纳入低保 的除外

其余 不适用

算例 欠薪三个月
  类别 = 在岗残疾人职工, 地区 = 城市, 连续未发放工资月数 = 3个月, 纳入低保 = 否, 基准日 = 2020-05-13
  => 一次性困难补贴 830元

算例 尚未施行
  类别 = 在岗残疾人职工, 地区 = 城市, 连续未发放工资月数 = 3个月, 纳入低保 = 否, 基准日 = 2020-03-31
  => 一次性困难补贴 未生效

算例 写错的预期
  类别 = 其他, 地区 = 城市, 纳入低保 = 否
  => 一次性困难补贴 830元
`;

describe("compiled policies", () => {
  const program = compiled(standard, hardship);

  test("an imported outcome is computed but is no result of this policy", () => {
    const data = { 类别: "农村残疾人", 地区: "农村", 因疫情损失较重: true, 纳入低保: false, 基准日: "2020-05-13" };
    expect(result(program, data).outcomes).toEqual({
      一次性困难补贴: {
        status: "determined",
        value: "680",
        unit: "元",
        text: "680元",
        modality: "must",
        clauses: ["残疾人困难补贴/困难补贴"],
      },
    });
  });

  test("a period of the imported policy is taken over, with its own clause", () => {
    const data = { 类别: "农村残疾人", 地区: "农村", 因疫情损失较重: true, 纳入低保: false, 基准日: "2020-03-31" };
    expect(outcomeOf(program, "一次性困难补贴", data)).toEqual({
      status: "notInForce",
      from: "2020-04-01",
      text: "未生效(2020-04-01起)",
      clauses: ["低保标准/农村标准"],
    });
  });

  test("only what may still decide is needed", () => {
    expect(outcomeOf(program, "一次性困难补贴", { 纳入低保: true })).toMatchObject({ status: "notApplicable" });
    expect(outcomeOf(program, "一次性困难补贴", { 类别: "其他" })).toMatchObject({ status: "notApplicable" });
    expect(
      outcomeOf(program, "一次性困难补贴", { 类别: "农村残疾人", 地区: "城市", 基准日: "2020-05-13" }),
    ).toMatchObject({
      status: "missing",
      needs: ["因疫情损失较重", "纳入低保"],
    });
  });

  test("its cases run", () => {
    const findings = program.cases.flatMap((one) => runCase(program, one));
    expect(findings.map(({ message }) => message)).toEqual([
      "算例「写错的预期」不符:「一次性困难补贴」应为 830元,实际为 不适用",
    ]);
  });

  test("a discretionary standard times a count", () => {
    const subsidy = compiled(`政策 吸纳就业补贴

输入
  人员类别: 高校毕业生 | 农村劳动力 | 其他
  吸纳人数: 人
  符合条件: 是否

结果
  补贴标准: 元/人
  补贴金额: 元 = 补贴标准 * 吸纳人数

条款 标准
  符合条件 且 人员类别 属于 高校毕业生、农村劳动力 => 补贴标准 1000元/人—2000元/人

其余 不适用
`);
    expect(result(subsidy, { 人员类别: "高校毕业生", 吸纳人数: 7, 符合条件: true }).outcomes).toMatchObject({
      补贴标准: { status: "discretion", min: "1000", max: "2000", unit: "元/人", text: "1000元/人—2000元/人" },
      补贴金额: { status: "discretion", min: "7000", max: "14000", unit: "元", clauses: ["吸纳就业补贴/标准"] },
    });
    expect(result(subsidy, { 人员类别: "其他", 吸纳人数: 7 }).outcomes["补贴金额"]).toMatchObject({
      status: "notApplicable",
    });
  });
});
