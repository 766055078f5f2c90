/** The blocks of the language's design, each with the tree it must give. */
import { describe, expect, it } from "vitest";
import { sameTree } from "../../grammar/format.ts";
import { clauses, find, read, rules, show, showRule, vocabulary } from "./support.ts";

const refund = `政策 稳岗返还
依据 《市人民政府关于做好“六保”工作的意见》 一(一)
发布 2020-05-13
责任单位 市人力资源社会保障局、市财政局

输入
  参保职工人数: 人, 至少 1人
  裁员人数: 人
  上年度缴纳失业保险费: 元

定义
  裁员率 = 裁员人数 / 参保职工人数    推定「文件未定义裁员率,取裁员人数占参保职工人数之比」

结果
  返还: 比例
  返还金额: 元 = 上年度缴纳失业保险费 * 返还, 四舍五入到分    推定「文件未写取整」

条款 裁员率不高的企业
  原文「对裁员(减员)率不高于5.5%的企业,企业及其职工上年度缴纳失业保险费按100%予以返还」
  RULE1

条款 裁员率高的企业
  原文「对裁员(减员)率高于5.5%的企业,按70%予以返还」
  RULE2

条款 小型企业 例外于 裁员率高的企业
  原文「对参保职工在500人以下(以下含本数,下同)的企业,可直接按100%予以返还」
  RULE3

算例 恰为百分之五点五
  参保职工人数 = 1000人, 裁员人数 = 55人, 上年度缴纳失业保险费 = 100000元
  => 返还 100%, 返还金额 100000元
`;
const written = (first: string, second: string, third: string): string =>
  refund.replace("RULE1", first).replace("RULE2", second).replace("RULE3", third);
const symbols = written(
  "裁员率 <= 5.5% => 返还 100%",
  "裁员率 > 5.5% => 返还 70%",
  "参保职工人数 <= 500人 => 可 返还 100%",
);
const running = written(
  "裁员率不高于5.5%的,返还100%。",
  "裁员率高于5.5%的,返还70%。",
  "参保职工人数500人以下的,可返还100%。",
);

describe("a whole policy", () => {
  const { tree, diagnostics } = read(symbols);

  it("is read without a finding", () => expect(diagnostics).toEqual([]));

  it("has its head in the tree", () => {
    expect(find(tree, "PolicyHeading")[0]?.name.text).toBe("稳岗返还");
    expect(find(tree, "Basis")[0]).toMatchObject({
      title: "市人民政府关于做好“六保”工作的意见",
      paragraphs: ["一(一)"],
    });
    expect(find(tree, "Issued")[0]?.date.iso).toBe("2020-05-13");
    expect(find(tree, "Responsible")[0]?.units.map(({ text }) => text)).toEqual(["市人力资源社会保障局", "市财政局"]);
  });

  it("has its declarations", () => {
    const [first] = find(tree, "InputSection")[0]?.inputs ?? [];
    expect(first).toMatchObject({ name: { text: "参保职工人数" }, type: { kind: "UnitType", unit: { text: "人" } } });
    expect(first?.limits).toMatchObject([{ kind: "BoundLimit", operator: ">=" }]);
    const [definition] = find(tree, "DefinitionSection")[0]?.definitions ?? [];
    expect(show(definition?.value)).toBe("(裁员人数 / 参保职工人数)");
    expect(definition?.assumptions.map(({ text }) => text)).toEqual(["文件未定义裁员率,取裁员人数占参保职工人数之比"]);
    const outcomes = find(tree, "OutcomeSection")[0]?.outcomes ?? [];
    expect(show(outcomes[1]?.formula)).toBe("halfUp[1分]((上年度缴纳失业保险费 * 返还))");
  });

  it("has its clauses", () => {
    expect(rules(tree)).toEqual([
      "裁员率 <= 11/200 => 返还 1",
      "裁员率 > 11/200 => 返还 7/10",
      "参保职工人数 <= 500人 => may 返还 1",
    ]);
    expect(clauses(tree).map(({ exceptionTo }) => exceptionTo.map(({ text }) => text))).toEqual([
      [],
      [],
      ["裁员率高的企业"],
    ]);
    expect(clauses(tree)[1]?.quotations.map(({ text }) => text)).toEqual([
      "对裁员(减员)率高于5.5%的企业,按70%予以返还",
    ]);
  });

  it("has its case", () => {
    const [example] = find(tree, "Case");
    expect(example?.inputs.map(({ name, value }) => `${name.text} ${show(value)}`)).toEqual([
      "参保职工人数 1000人",
      "裁员人数 55人",
      "上年度缴纳失业保险费 100000元",
    ]);
    expect(example?.expectations).toMatchObject([
      { kind: "OutcomeExpectation", outcome: { text: "返还" } },
      { kind: "OutcomeExpectation", outcome: { text: "返还金额" } },
    ]);
  });

  it("gives the same tree in running Chinese", () => {
    const other = read(running);
    expect(other.diagnostics).toEqual([]);
    expect(sameTree(tree, other.tree)).toBe(true);
  });

  it("gives the same tree in full width", () => {
    const wide = symbols.replace(/[!-~]/g, (unit) =>
      unit === '"' || unit === "'" ? unit : String.fromCharCode(unit.charCodeAt(0) + 0xfee0),
    );
    const other = read(wide);
    expect(other.diagnostics).toEqual([]);
    expect(rules(other.tree)).toEqual(rules(tree));
  });
});

describe("the law's ways of listing conditions and results", () => {
  const { tree, diagnostics } = read(`${vocabulary}条款 推荐
  城镇零就业家庭成员 且 有劳动能力 且 有就业意愿 => 应当 推荐上岗, 期限 认定日期 起 10个工作日内
条款 标准
  符合条件 且 人员类别 属于 高校毕业生、农村劳动力 => 补贴标准 1000元/人—2000元/人
条款 困难企业
  暂时生产经营困难且恢复有望 => 可 返还标准 不超过 6个月 * 当地月人均失业保险金 * 参保职工人数
条款 困难补贴
  符合下列条件之一的:
    (一)类别是在岗残疾人职工且连续未发放工资月数3个月以上;
    (二)类别是农村残疾人且因疫情损失较重
  => 一次性困难补贴 低保标准 * 一个月
  但 纳入低保 的除外
条款 申领
  领取期满仍未就业 => 可 申领 择一 失业保险金、失业补助金
条款 补贴
  自主创业 => 应当 一次性创业补贴 另行规定「按照规定」
`);

  it("are read without a finding", () => expect(diagnostics).toEqual([]));

  it("give these rules", () => {
    expect(rules(tree)).toEqual([
      "And(城镇零就业家庭成员; 有劳动能力; 有就业意愿) => must 推荐上岗 by 认定日期 + 10 workday",
      "And(符合条件; 人员类别 in {高校毕业生, 农村劳动力}) => 补贴标准 1000元/人 to 2000元/人",
      "暂时生产经营困难且恢复有望 => may 返还标准 up to ((6月 * 当地月人均失业保险金) * 参保职工人数)",
      "Or(And(类别 = 在岗残疾人职工; 连续未发放工资月数 >= 3月); And(类别 = 农村残疾人; 因疫情损失较重)) => " +
        "一次性困难补贴 (低保标准 * 1月) except 纳入低保",
      "领取期满仍未就业 => may 申领 one of 失业保险金, 失业补助金",
      "自主创业 => must 一次性创业补贴 elsewhere 「按照规定」",
    ]);
  });
});

describe("targets, constraints, tables, pools, imports and cases", () => {
  const { tree, diagnostics } = read(`${vocabulary.replace("  低保标准: 元/月\n", "")}引用 低保标准 自 《低保标准》

指标 招聘应届高校毕业生企业岗位
  原文「全年筹集25万个以上的企业岗位用于招聘应届高校毕业生」
  筹集企业岗位 >= 25万个
  期限 2020-12-31

约束 成品粮库存
  疫情期间 => 可供应天数 不低于 30天

表 税率表
  | 应纳税所得额         | 税率 | 速算扣除数 |
  | 36000元以下          | 3%  | 0元        |
  | 超过36000元至144000元 | 10% | 2520元     |
  | 超过144000元         | 20% | 16920元    |

资金池 定向纾困资金
  总额 200亿元
  已用 定向已使用额度
条款 定向贷款
  主体 是 个体工商户 => 应当 无息贷款, 贷款期限 1年, 利率 0%, 支用 定向纾困资金 申请金额

算例 个体工商户
  主体 = 个体工商户, 申请金额 = 10万元, 定向已使用额度 = 0元
  => 应当 无息贷款, 利率 0%
`);

  it("are read without a finding", () => expect(diagnostics).toEqual([]));

  it("give this tree", () => {
    expect(find(tree, "Import")[0]).toMatchObject({ names: [{ text: "低保标准" }], policy: { text: "低保标准" } });
    const [target] = find(tree, "Target");
    expect(show(target?.requirement)).toBe("筹集企业岗位 >= 250000个");
    expect(show(target?.deadline?.date)).toBe("2020-12-31");
    const [constraint] = find(tree, "Constraint");
    expect([show(constraint?.condition), show(constraint?.requirement)]).toEqual(["疫情期间", "可供应天数 >= 30天"]);
    const [pool] = find(tree, "Pool");
    expect([show(pool?.total), show(pool?.used)]).toEqual(["20000000000元", "定向已使用额度"]);
    expect(clauses(tree).flatMap((clause) => clause.rules.map(showRule))).toEqual([
      "主体 = 个体工商户 => must 无息贷款, 贷款期限 1年, 利率 0, draw 定向纾困资金 申请金额",
    ]);
  });

  it("leave the subject of a table's cells to its columns", () => {
    const [table] = find(tree, "Table");
    expect(table?.columns.map(({ text }) => text)).toEqual(["应纳税所得额", "税率", "速算扣除数"]);
    const cells = table?.rows.map((row) =>
      row.cells.map(({ content }) => (content?.kind === "AnyCell" ? "-" : show(content))),
    );
    expect(cells).toEqual([
      ["_ <= 36000元", "3/100", "0元"],
      ["_ in (36000元, 144000元]", "1/10", "2520元"],
      ["_ > 144000元", "1/5", "16920元"],
    ]);
    expect(table?.rows.map((row) => row.cells[0]?.text)).toEqual([
      "36000元以下",
      "超过36000元至144000元",
      "超过144000元",
    ]);
  });

  it("take these expectations in a case", () => {
    const { tree: other, diagnostics: findings } = read(`${vocabulary}算例 各种
  申请金额 = 10万元
  => 返还 不适用, 返还标准 未生效, 补贴标准 1000元/人—2000元/人
  => 应当 推荐上岗, 期限 2020-05-27, 利率 缺失
  => 指标 5G基站 达到, 指标 三支一扶岗位 未达到
  => 约束 面积不减少 满足, 约束 质量不降低 不满足
`);
    expect(findings).toEqual([]);
    const list = find(other, "Case")[0]?.expectations.map((each) => {
      if (each.kind === "TargetExpectation") return `${each.target.text} ${String(each.met)}`;
      if (each.kind === "ConstraintExpectation") return `${each.constraint.text} ${String(each.met)}`;
      return [each.modality, each.outcome.text, each.status, each.value && show(each.value), each.due && show(each.due)]
        .filter((part) => part !== undefined)
        .join(" ");
    });
    expect(list).toEqual([
      "返还 notApplicable",
      "返还标准 notInForce",
      "补贴标准 1000元/人 to 2000元/人",
      "must 推荐上岗 2020-05-27",
      "利率 missing",
      "5G基站 true",
      "三支一扶岗位 false",
      "面积不减少 true",
      "质量不降低 false",
    ]);
  });

  it.each([
    ["on lines of their own", "  申请金额 = 10万元\n  => 返还 不适用\n  => 应当 推荐上岗, 期限 2020-05-27\n"],
    ["deeper than the inputs", "  申请金额 = 10万元\n    => 返还 不适用\n    => 应当 推荐上岗, 期限 2020-05-27\n"],
    ["on one line", "  申请金额 = 10万元 => 返还 不适用 => 应当 推荐上岗, 期限 2020-05-27\n"],
    ["without inputs before them", "  申请金额 = 10万元\n  => 返还 不适用 => 应当 推荐上岗, 期限 2020-05-27\n"],
  ])("take several arrows in a case, %s", (_, lines) => {
    const once = "  申请金额 = 10万元 => 返还 不适用, 应当 推荐上岗, 期限 2020-05-27\n";
    const [several, one] = [lines, once].map((each) => read(`${vocabulary}算例 各种\n${each}`));
    expect(several?.diagnostics).toEqual([]);
    expect(sameTree(several?.tree, one?.tree)).toBe(true);
  });
});
