/** Answers of the generated modules on both sides of every boundary of parts three to six, worked out by hand. */
import { describe, expect, test } from "vitest";
import * as policies from "../../generated/index.ts";

const may = { status: "determined", modality: "may", value: true };
const must = { status: "determined", modality: "must", value: true };
const mustNot = { status: "determined", modality: "mustNot", value: true };
const exempt = { status: "determined", modality: "exempt", value: true };
const notApplicable = { status: "notApplicable" };

describe("纾困资金", () => {
  const { evaluate } = policies.纾困资金;
  const company = { 主体: "中小微企业", 受疫情影响暂时流动性资金困难: true, 定向已使用额度: 0 } as const;
  const trader = { 主体: "个体工商户", 受疫情影响暂时流动性资金困难: true, 已使用额度: 0 } as const;

  test("lends companies up to the last fen of 400亿元", () => {
    const exact = evaluate({ ...company, 申请金额: "0.01", 已使用额度: "39999999999.99" });
    expect(exact.outcomes.无息贷款).toMatchObject(must);
    expect(exact.outcomes.贷款期限).toMatchObject({ value: "12", unit: "月" });
    expect(exact.outcomes.利率).toMatchObject({ value: "0", text: "0%" });

    const over = evaluate({ ...company, 申请金额: "0.02", 已使用额度: "39999999999.99" });
    const exhausted = { status: "exhausted", remaining: "0.01", unit: "元" };
    expect(over.outcomes).toMatchObject({ 无息贷款: exhausted, 贷款期限: exhausted, 利率: exhausted });
  });

  test("lends traders in difficulty up to the last fen of 200亿元, and nothing of the 400亿元", () => {
    const exact = evaluate({ ...trader, 申请金额: "0.01", 定向已使用额度: "19999999999.99" });
    expect(exact.outcomes.无息贷款).toMatchObject({ ...must, clauses: ["纾困资金/定向贷款"] });
    const over = evaluate({ ...trader, 申请金额: "100000.01", 定向已使用额度: "19999900000" });
    expect(over.outcomes.无息贷款).toMatchObject({ status: "exhausted", remaining: "100000" });
  });

  test("lends traders without difficulty from the 400亿元", () => {
    const easy = { ...trader, 受疫情影响暂时流动性资金困难: false, 申请金额: "100000", 定向已使用额度: "20000000000" };
    expect(evaluate(easy).outcomes.无息贷款).toMatchObject({ ...must, clauses: ["纾困资金/专项贷款"] });
    const spent = evaluate({ ...easy, 已使用额度: "40000000000" });
    expect(spent.outcomes.无息贷款).toMatchObject({ status: "exhausted", remaining: "0" });
  });

  test("lends nobody else", () => {
    const other = evaluate({ ...trader, 主体: "其他", 申请金额: 1, 定向已使用额度: 0 });
    expect(other.outcomes).toMatchObject({ 无息贷款: notApplicable, 贷款期限: notApplicable, 利率: notApplicable });
  });
});

test("财政贴息 pays all interest, to the fen, where all three conditions hold", () => {
  const { evaluate } = policies.财政贴息;
  const trader = {
    纳入定向纾困专项资金支持名单: true,
    个体工商户: true,
    本市辖区银行业金融机构新发放贷款: true,
    贷款利息: "3850.07",
  };
  expect(evaluate(trader).outcomes).toMatchObject({
    贴息比例: { value: "1", text: "100%" },
    贴息金额: { value: "3850.07", unit: "元" },
  });
  for (const lacking of ["纳入定向纾困专项资金支持名单", "个体工商户", "本市辖区银行业金融机构新发放贷款"]) {
    const { outcomes } = evaluate({ ...trader, [lacking]: false });
    expect(outcomes).toMatchObject({ 贴息比例: notApplicable, 贴息金额: notApplicable });
  }
});

test("个体工商户经营便利 spares approval, licence and cut-off, and lets districts grant the rest", () => {
  const { evaluate } = policies.个体工商户经营便利;
  const trader = {
    个体工商户: true,
    符合复工复产规定: true,
    便民经营: "便民劳务",
    证照范围内网上销售蔬菜水果: true,
    自建线下配送站点: true,
    无力足额缴纳2020年上半年水电气费: true,
  } as const;
  expect(evaluate(trader).outcomes).toMatchObject({
    经营批准: exempt,
    划定场所: may,
    延长时间: may,
    豁免登记: may,
    站点证照: exempt,
    停供: mustNot,
  });
  const company = { ...trader, 个体工商户: false, 便民经营: "其他", 自建线下配送站点: false } as const;
  expect(evaluate(company).outcomes).toMatchObject({
    经营批准: notApplicable,
    划定场所: notApplicable,
    延长时间: notApplicable,
    豁免登记: notApplicable,
    站点证照: notApplicable,
    停供: notApplicable,
  });
});

test.each([
  ["1200.5", 5, false, ["met", "met", "met"]],
  ["1200.49", 4, true, ["unmet", "unmet", "unmet"]],
  ["1200.51", 6, false, ["met", "met", "met"]],
] as const)("基本农田 of %s亩, grade %i, put to other use %s", (本期面积, 本期质量等级, 用途改变, expected) => {
  const { constraints } = policies.基本农田.evaluate({
    上期面积: "1200.5",
    本期面积,
    上期质量等级: 5,
    本期质量等级,
    用途改变,
  });
  const { 面积不减少, 质量不降低, 用途不改变 } = constraints;
  expect([面积不减少.status, 质量不降低.status, 用途不改变.status]).toEqual(expected);
});

test.each([
  ["8997", "29.99", "unmet", "0.01"],
  ["9000", "30", "met", "0"],
  ["9003", "30.01", "met", "0"],
])("粮食储备 of %s吨 is %s天", (成品粮库存, actual, status, shortfall) => {
  const { constraints } = policies.粮食储备.evaluate({ 疫情期间: true, 成品粮库存, 日供应量: "300" });
  expect(constraints.成品粮库存不低于30天供应量).toMatchObject({ status, target: "30", actual, shortfall, unit: "天" });
});

test("粮食储备 binds only while the epidemic lasts, and refuses a daily supply of nought", () => {
  const { evaluate } = policies.粮食储备;
  const after = evaluate({ 疫情期间: false, 成品粮库存: 0, 日供应量: 300 });
  expect(after.constraints.成品粮库存不低于30天供应量.status).toBe("notApplicable");
  expect(() => evaluate({ 疫情期间: true, 成品粮库存: 1, 日供应量: 0 })).toThrow("日供应量");
});

test.each([
  ["89999.99", "unmet"],
  ["90000", "met"],
  ["90000.01", "met"],
])("能源储备 of %s吨, 18 days being 90000", (储煤, status) => {
  const { constraints } = policies.能源储备.evaluate({ 储煤, 日耗煤: "5000", 天然气储备能力: 0 });
  expect(constraints.燃煤电厂储煤不低于18天).toMatchObject({ status, target: "18" });
});

test.each([
  ["29999999.99", "unmet", "0.01"],
  ["30000000", "met", "0"],
])("能源储备 of %s立方米", (天然气储备能力, status, shortfall) => {
  const { targets } = policies.能源储备.evaluate({ 储煤: 0, 日耗煤: 1, 天然气储备能力 });
  expect(targets.天然气储备能力).toMatchObject({ status, target: "30000000", shortfall, due: "2020-12-31" });
});

describe("产业链目标", () => {
  const { evaluate } = policies.产业链目标;

  test.each([
    ["工业企业", "999999999.99", notApplicable],
    ["工业企业", "1000000000", must],
    ["服务业龙头企业", "1000000000", must],
    ["其他", "1000000000.01", notApplicable],
  ] as const)("visits to %s of %s元", (行业, 产值, expected) => {
    expect(evaluate({ 行业, 产值 }).outcomes.定期走访).toMatchObject(expected);
  });

  test.each([
    [1, 3, "met", "0"],
    [333, 999, "met", "0"],
    [332, 999, "unmet", "1/999"],
    [333, 1000, "unmet", "1/3000"],
    [334, 1000, "met", "0"],
  ])("%i of %i projects are a third or not", (工业招商项目, 招商项目, status, shortfall) => {
    const { targets } = evaluate({ 工业招商项目, 招商项目 });
    expect(targets.工业项目占招商项目比重).toMatchObject({ status, target: "1/3", shortfall });
  });

  test.each([
    [19999, "unmet", "1"],
    [20000, "met", "0"],
  ])("%i base stations", (count, status, shortfall) => {
    expect(evaluate({ "5G基站": count }).targets["5G基站"]).toMatchObject({ status, target: "20000", shortfall });
  });
});

describe("预算压减", () => {
  const { evaluate } = policies.预算压减;
  const budget = { 原预算: "1234.57", 用于六保或疫情防控: false, 新增支政策: true } as const;

  // 85%, 80% and 70% of 1234.57元
  test.each([
    ["一般性支出", "0.15", "1049.3845", "1049.38", "1049.39"],
    ["项目支出", "0.2", "987.656", "987.65", "987.66"],
    ["归口管理专项资金", "0.3", "864.199", "864.19", "864.2"],
  ] as const)("cuts %s by %s", (支出类别, least, ceiling, enough, over) => {
    const kept = evaluate({ ...budget, 支出类别, 压减后预算: enough });
    expect(kept.outcomes).toMatchObject({ 最低压减比例: { value: least }, 压减后上限: { value: ceiling } });
    expect(kept.constraints.压减达标).toMatchObject({ status: "met", target: ceiling, actual: enough });
    expect(evaluate({ ...budget, 支出类别, 压减后预算: over }).constraints.压减达标.status).toBe("unmet");
  });

  test.each([
    ["一般性支出", "850"],
    ["项目支出", "800"],
    ["归口管理专项资金", "700"],
  ] as const)("%s of 1000元 may keep exactly %s元", (支出类别, 压减后预算) => {
    const { constraints } = evaluate({ ...budget, 原预算: 1000, 支出类别, 压减后预算 });
    expect(constraints.压减达标).toMatchObject({ status: "met", shortfall: "0" });
  });

  test("forbids new spending, but for 六保 and the epidemic", () => {
    expect(evaluate(budget).outcomes).toMatchObject({ 从严控制支出: must, 出台新增支政策: mustNot });
    const { outcomes } = evaluate({ ...budget, 用于六保或疫情防控: true });
    expect(outcomes).toMatchObject({ 从严控制支出: notApplicable, 出台新增支政策: notApplicable });
  });
});

test.each([
  [2018, { status: "determined", value: "12345.67", modality: "must" }],
  [2019, { status: "determined", value: "12345.67", modality: "must" }],
  [2020, notApplicable],
])("结转结余 of %i", (资金年度, expected) => {
  const { outcomes } = policies.结转结余.evaluate({ 资金年度, 结转结余资金: "12345.67", 社区相关经费: true });
  expect(outcomes).toMatchObject({
    收回金额: expected,
    纳入区级财政预算: must,
    市级转移支付补助: { modality: "must", elsewhere: "适当补助" },
  });
});

test.each([
  [99, "unmet", "1"],
  [100, "met", "0"],
])("社区治理 of %i communities", (count, status, shortfall) => {
  const { targets } = policies.社区治理.evaluate({ 城乡社区结对共建: count });
  expect(targets.城乡社区结对共建).toMatchObject({ status, target: "100", shortfall });
});

test("duties hold for the bodies responsible whatever the input", () => {
  expect(policies.产销对接.evaluate({}).outcomes).toMatchObject({
    建立常态化对接机制: must,
    明确产品推广目录: must,
    明确采购单位名录: must,
    制定产品推广应用政策: must,
  });
  expect(policies.粮食储备.evaluate({}).outcomes).toMatchObject({
    实施粮食供应总量动态平衡管理: must,
    核查米面油库存: must,
    确保粮油供应不脱销: { status: "missing", needs: ["疫情期间"] },
  });
  expect(policies.能源储备.evaluate({}).outcomes).toMatchObject({ 制订完善煤电油气调度保障应急管理预案: must });
  expect(policies.结转结余.evaluate({}).outcomes).toMatchObject({ 制定盘活存量资金措施: must });
  expect(policies.社区治理.evaluate({}).outcomes).toMatchObject({
    由各区制定社区工作者管理实施细则: must,
    由各区兑现社区工作人员报酬: must,
    由各区培训和考核社区工作者: must,
  });
});

test("保运转支出 with a gap is made up in one of two ways, and 产业链保障 supports large projects", () => {
  const { evaluate } = policies.保运转支出;
  expect(evaluate({ 保运转支出: true, 预算安排存在缺口: true }).outcomes).toMatchObject({
    补足缺口: { modality: "must", options: ["调整预算", "调剂预算"] },
    按时足额落实: must,
  });
  expect(evaluate({ 保运转支出: true, 预算安排存在缺口: false }).outcomes.补足缺口).toMatchObject(notApplicable);
  expect(policies.产业链保障.evaluate({ 重点行业或者重点企业: true, 重大项目: false }).outcomes).toMatchObject({
    建立绿色物流通道: must,
    优先支持项目审批: notApplicable,
    优先支持建设用地: notApplicable,
    优先支持项目融资: notApplicable,
  });
});
