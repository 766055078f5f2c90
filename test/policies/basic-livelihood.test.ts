/** Part two of the document (保基本民生) as its generated modules answer it. Expected values are worked out by hand. */
import { describe, expect, test } from "vitest";
import * as generated from "../../generated/index.ts";

/** The day before 低保标准 applies: an answer with the day from which it does, and no value, least of all zero. */
const notInForce = { status: "notInForce", from: "2020-04-01" };
const notApplicable = { status: "notApplicable" };
const yuan = (value: string) => ({ status: "determined", value, unit: "元", modality: "must" });
const must = { status: "determined", value: true, modality: "must" };
const may = { status: "determined", value: true, modality: "may" };
const mustNot = { status: "determined", value: true, modality: "mustNot" };

type Outcomes = Readonly<Record<string, { readonly status: string }>>;

const outcomesOf = (answer: { toJSON(): { readonly outcomes: unknown } }): Outcomes =>
  JSON.parse(JSON.stringify(answer.toJSON().outcomes)) as Outcomes;

describe("低保标准", () => {
  test.each([
    ["城市", "2020-03-31", notInForce],
    ["城市", "2020-04-01", { status: "determined", value: "830", unit: "元/月" }],
    ["农村", "2020-03-31", notInForce],
    ["农村", "2020-04-01", { status: "determined", value: "680", unit: "元/月" }],
  ] as const)("%s on %s", (地区, 基准日, expected) => {
    const { 低保标准 } = outcomesOf(generated.低保标准.evaluate({ 地区, 基准日 }));
    expect(低保标准).toMatchObject(expected);
    expect(低保标准).not.toHaveProperty(expected.status === "notInForce" ? "value" : "from");
  });
});

describe("低保收入核算", () => {
  const worker = { 低保或低收入对象: true, 疫情后务工复工或个体经营: true, 实际收入: "1234.57" };

  test.each([
    ["2020-03", "1234.57"],
    ["2020-04", "0"],
    ["2020-06", "0"],
    ["2020-07", "617.285"],
    ["2020-12", "617.285"],
    ["2021-01", "1234.57"],
    ["2019-04", "1234.57"],
  ])("in %s counts %s元 of 1234.57元", (月份, counted) => {
    expect(outcomesOf(generated.低保收入核算.evaluate({ ...worker, 月份 }))).toMatchObject({ 计入收入: yuan(counted) });
  });

  test("counts all of what others earn", () => {
    const other = { ...worker, 低保或低收入对象: false, 月份: "2020-05" };
    expect(outcomesOf(generated.低保收入核算.evaluate(other))).toMatchObject({ 计入收入: yuan("1234.57") });
  });
});

describe("低保保障", () => {
  test.each([
    ["2020-02", notApplicable, notApplicable],
    ["2020-03", notApplicable, must],
    ["2020-04", mustNot, must],
    ["2020-06", mustNot, must],
    ["2020-07", notApplicable, notApplicable],
  ])("in %s", (月份, spared, raised) => {
    const household = { 低保对象: true, 家庭成员病亡: true, 困难残疾人或重度残疾人: true, 月份 };
    expect(outcomesOf(generated.低保保障.evaluate(household))).toMatchObject({
      退出低保: spared,
      降低保障水平: spared,
      提高护理补贴标准: raised,
    });
  });

  test.each([
    [true, true, must],
    [true, false, must],
    [false, true, must],
    [false, false, notApplicable],
  ])("affected %s, a patient's household %s", (受疫情影响生活困难, 新冠肺炎患者家庭生活困难, expected) => {
    expect(outcomesOf(generated.低保保障.evaluate({ 受疫情影响生活困难, 新冠肺炎患者家庭生活困难 }))).toMatchObject({
      纳入低保或特困供养: expected,
    });
  });

  test("lets a new application be approved before it is complete", () => {
    const asked = outcomesOf(generated.低保保障.evaluate({ 低保新申请: true }));
    expect(asked).toMatchObject({ 容缺审批: may, 简化审核审批程序: must });
    expect(outcomesOf(generated.低保保障.evaluate({ 低保新申请: false }))).toMatchObject({ 容缺审批: notApplicable });
  });
});

describe("失业保险金", () => {
  test.each([
    ["1750", "1575"],
    ["1500", "1350"],
    ["1750.05", "1575.045"],
    ["0", "0"],
  ])("of a minimum wage of %s元/月 is %s元/月", (当地月最低工资标准, value) => {
    const answer = generated.失业保险金.evaluate({ 当地月最低工资标准, 领取期满仍未就业: false });
    expect(outcomesOf(answer)).toMatchObject({
      失业保险金标准: { status: "determined", value, unit: "元/月" },
      申领: notApplicable,
    });
  });

  test("leaves the choice open once the benefit has ended", () => {
    const answer = generated.失业保险金.evaluate({ 当地月最低工资标准: 1750, 领取期满仍未就业: true });
    expect(outcomesOf(answer)).toMatchObject({ 申领: { ...may, options: ["失业保险金", "失业补助金"] } });
  });
});

describe("临时救助", () => {
  const person = {
    新冠肺炎确诊病例: true,
    无法外出务工的灵活务工人员: true,
    生活无着的流浪乞讨人员: false,
    急难情形: false,
  };

  test.each([
    ["低保对象", "城市", "2020-04-01", yuan("4980"), yuan("3320")],
    ["低收入家庭", "农村", "2020-04-01", yuan("4080"), yuan("2720")],
    ["孤儿", "农村", "2020-05-13", yuan("4080"), notApplicable],
    ["特困人员", "城市", "2020-05-13", yuan("4980"), notApplicable],
    ["其他", "城市", "2020-05-13", notApplicable, notApplicable],
    ["低保对象", "城市", "2020-03-31", notInForce, notInForce],
    ["孤儿", "农村", "2020-03-31", notInForce, notApplicable],
  ] as const)("%s, %s, on %s", (困难类别, 地区, 基准日, confirmed, casual) => {
    const outcomes = outcomesOf(generated.临时救助.evaluate({ ...person, 困难类别, 地区, 基准日 }));
    expect(outcomes).toMatchObject({ 确诊困难群众临时救助: confirmed, 灵活务工人员一次性临时救助: casual });
    for (const outcome of Object.values(outcomes))
      if (outcome.status === "notInForce") expect(outcome).not.toHaveProperty("value");
  });

  test.each([
    [true, true, may],
    [true, false, notApplicable],
    [false, true, notApplicable],
  ])("a vagrant %s, in distress %s", (生活无着的流浪乞讨人员, 急难情形, expected) => {
    expect(outcomesOf(generated.临时救助.evaluate({ 生活无着的流浪乞讨人员, 急难情形 }))).toMatchObject({
      先行救助: expected,
    });
  });
});

describe("残疾人困难补贴", () => {
  const person = {
    类别: "在岗残疾人职工",
    本市: true,
    纳入低保: false,
    因疫情损失较重: false,
    连续未发放工资月数: 3,
    地区: "城市",
    基准日: "2020-04-01",
  } as const;
  const selfEmployed = { 类别: "自主创业或灵活就业残疾人", 本市: false, 连续未发放工资月数: 0 } as const;
  const farmer = { 类别: "农村残疾人", 因疫情损失较重: true, 连续未发放工资月数: 0, 地区: "农村" } as const;

  test.each([
    ["two months unpaid", { 连续未发放工资月数: 2 }, notApplicable],
    ["three months unpaid", {}, yuan("830")],
    ["four months unpaid, in 低保", { 连续未发放工资月数: 4, 纳入低保: true }, yuan("830")],
    ["three months unpaid, of another city", { 本市: false }, notApplicable],
    ["three months unpaid, the day before", { 基准日: "2020-03-31" }, notInForce],
    ["two months unpaid, the day before", { 连续未发放工资月数: 2, 基准日: "2020-03-31" }, notApplicable],
    ["self-employed", selfEmployed, yuan("830")],
    ["self-employed, in 低保", { ...selfEmployed, 纳入低保: true }, notApplicable],
    ["a farmer with heavy losses", farmer, yuan("680")],
    ["a farmer with heavy losses, in 低保", { ...farmer, 纳入低保: true }, notApplicable],
    ["a farmer without", { ...farmer, 因疫情损失较重: false }, notApplicable],
    ["none of these", { 类别: "其他", 连续未发放工资月数: 12 }, notApplicable],
  ] as const)("%s", (_, difference, expected) => {
    const { 一次性困难补贴 } = outcomesOf(generated.残疾人困难补贴.evaluate({ ...person, ...difference }));
    expect(一次性困难补贴).toMatchObject(expected);
    if (expected === notInForce) expect(一次性困难补贴).not.toHaveProperty("value");
  });
});

describe("防贫", () => {
  test.each([
    ["蔡甸区", must],
    ["江夏区", must],
    ["黄陂区", must],
    ["新洲区", must],
    ["其他", notApplicable],
  ] as const)("%s", (区, insured) => {
    expect(outcomesOf(generated.防贫.evaluate({ 边缘户: true, 区 }))).toMatchObject({
      防贫保: insured,
      与贫困户同等政策: must,
    });
    expect(outcomesOf(generated.防贫.evaluate({ 边缘户: false, 区 }))).toMatchObject({
      防贫保: insured,
      与贫困户同等政策: notApplicable,
    });
  });

  test.each([
    [{ 贫困户: true, 染疫: true }, must, must, must],
    [{ 贫困户: true, 受疫情直接影响: true }, must, notApplicable, must],
    [{ 贫困户: true }, notApplicable, notApplicable, must],
    [{ 边缘户: true, 受疫情直接影响: true }, must, notApplicable, notApplicable],
    [{ 边缘户: true, 染疫: true }, notApplicable, notApplicable, notApplicable],
  ])("%o", (household, watched, helped, raised) => {
    expect(outcomesOf(generated.防贫.evaluate({ 边缘户: false, 区: "其他", ...household }))).toMatchObject({
      动态监测: watched,
      加大帮扶力度: helped,
      提高兜底保障水平: raised,
      帮扶援助: notApplicable,
    });
  });
});

describe("价格临时补贴", () => {
  test.each([
    ["2020-02", "43.21"],
    ["2020-03", "86.42"],
    ["2020-06", "86.42"],
    ["2020-07", "43.21"],
    ["2021-03", "43.21"],
  ])("in %s is %s元 where it was 43.21元", (月份, value) => {
    expect(outcomesOf(generated.价格临时补贴.evaluate({ 月份, 原补贴标准: "43.21" }))).toMatchObject({
      补贴标准: yuan(value),
    });
  });

  test.each([
    ["哄抬物价", must],
    ["囤积居奇", must],
    ["不正当竞争", must],
    ["其他", notApplicable],
  ] as const)("%s", (市场行为, expected) => {
    const answer = generated.价格临时补贴.evaluate({ 月份: "2020-05", 原补贴标准: 0, 市场行为 });
    expect(outcomesOf(answer)).toMatchObject({ 重点打击: expected, 补贴标准: yuan("0") });
  });
});
