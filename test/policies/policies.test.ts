import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runCase } from "../../compiler/evaluate/index.ts";
import { SourceFile } from "../../diagnostics/source.ts";

const folder = "policies/六保";
const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const names = readdirSync(join(repository, folder))
  .filter((name) => name.endsWith(".policy"))
  .toSorted();
const files = names.map(
  (name) => new SourceFile(`${folder}/${name}`, readFileSync(join(repository, folder, name), "utf8")),
);
const document = readFileSync(join(repository, folder, "六保意见.md"), "utf8");
const compilation = compile(files, { documents: [{ path: `${folder}/六保意见.md`, text: document }] });

interface Names {
  readonly inputs: readonly string[];
  readonly outcomes: readonly string[];
  readonly targets?: readonly string[];
  readonly constraints?: readonly string[];
}

/** What callers type: inputs, outcomes, targets and constraints of each policy. */
const vocabulary: Readonly<Record<string, Names>> = {
  稳岗返还: { inputs: ["参保职工人数", "裁员人数", "上年度缴纳失业保险费"], outcomes: ["返还", "返还金额"] },
  困难企业稳岗返还: {
    inputs: ["暂时生产经营困难且恢复有望", "坚持不裁员或者少裁员", "参保职工人数", "当地月人均失业保险金"],
    outcomes: ["返还标准"],
  },
  吸纳就业补贴: { inputs: ["人员类别", "吸纳人数", "符合条件"], outcomes: ["补贴标准", "补贴金额"] },
  就业创业服务补贴: { inputs: ["介绍就业人数", "符合条件"], outcomes: ["补贴金额"] },
  就业目标: {
    inputs: [
      "筹集企业岗位",
      "国有企业新增就业岗位",
      "专门招聘应届高校毕业生岗位",
      "新增社区工作岗位",
      "新增就业见习岗位",
      "三支一扶岗位",
      "帮扶就业困难人员就业",
    ],
    outcomes: [],
    targets: [
      "招聘应届高校毕业生企业岗位",
      "国有企业新增岗位招聘应届高校毕业生占比",
      "新增社区工作岗位",
      "新增就业见习岗位",
      "三支一扶岗位",
      "帮扶就业困难人员就业",
    ],
  },
  零就业家庭推荐上岗: {
    inputs: ["城镇零就业家庭成员", "有劳动能力", "有就业意愿", "认定日期"],
    outcomes: ["推荐上岗", "零就业家庭动态清零"],
  },
  公益性岗位: {
    inputs: ["从事公益性岗位", "仍未实现稳定就业", "政策期满日", "补贴期满", "难以通过其他渠道就业", "人员类别"],
    outcomes: ["享受期限至", "再次安置"],
  },
  首次贷款奖励: { inputs: ["普惠型小微企业首次贷款", "首次贷款额度"], outcomes: ["奖励金额"] },
  创业扶持: {
    inputs: ["主体", "已发放创业担保贷款", "提交场所合法使用证明", "自主创业"],
    outcomes: ["临时性延期偿还", "住所登记", "一次性创业补贴"],
  },
  低保标准: { inputs: ["地区"], outcomes: ["低保标准"] },
  低保收入核算: {
    inputs: ["低保或低收入对象", "疫情后务工复工或个体经营", "月份", "实际收入"],
    outcomes: ["计入收入"],
  },
  低保保障: {
    inputs: [
      "受疫情影响生活困难",
      "新冠肺炎患者家庭生活困难",
      "低保对象",
      "家庭成员病亡",
      "低保新申请",
      "困难残疾人或重度残疾人",
      "月份",
    ],
    outcomes: ["纳入低保或特困供养", "退出低保", "降低保障水平", "简化审核审批程序", "容缺审批", "提高护理补贴标准"],
  },
  失业保险金: { inputs: ["当地月最低工资标准", "领取期满仍未就业"], outcomes: ["失业保险金标准", "申领"] },
  临时救助: {
    inputs: [
      "新冠肺炎确诊病例",
      "困难类别",
      "无法外出务工的灵活务工人员",
      "地区",
      "生活无着的流浪乞讨人员",
      "急难情形",
    ],
    outcomes: ["确诊困难群众临时救助", "灵活务工人员一次性临时救助", "先行救助"],
  },
  残疾人困难补贴: {
    inputs: ["类别", "本市", "纳入低保", "因疫情损失较重", "连续未发放工资月数", "地区"],
    outcomes: ["一次性困难补贴"],
  },
  防贫: {
    inputs: ["边缘户", "区", "贫困户", "染疫", "受疫情直接影响", "困难退役军人", "涉军利益群体困难人员"],
    outcomes: ["与贫困户同等政策", "防贫保", "动态监测", "加大帮扶力度", "提高兜底保障水平", "帮扶援助"],
  },
  价格临时补贴: {
    inputs: ["月份", "原补贴标准", "大型商超企业或电商平台", "市场行为"],
    outcomes: ["补贴标准", "设立本地农产品销售专柜", "重点打击"],
  },
  产销对接: {
    inputs: [],
    outcomes: ["建立常态化对接机制", "明确产品推广目录", "明确采购单位名录", "制定产品推广应用政策"],
  },
  纾困资金: {
    inputs: ["主体", "受疫情影响暂时流动性资金困难", "申请金额", "已使用额度", "定向已使用额度"],
    outcomes: ["无息贷款", "贷款期限", "利率"],
  },
  财政贴息: {
    inputs: ["纳入定向纾困专项资金支持名单", "个体工商户", "本市辖区银行业金融机构新发放贷款", "贷款利息"],
    outcomes: ["贴息比例", "贴息金额"],
  },
  个体工商户经营便利: {
    inputs: [
      "个体工商户",
      "符合复工复产规定",
      "便民经营",
      "证照范围内网上销售蔬菜水果",
      "自建线下配送站点",
      "无力足额缴纳2020年上半年水电气费",
    ],
    outcomes: ["经营批准", "划定场所", "延长时间", "豁免登记", "站点证照", "停供"],
  },
  基本农田: {
    inputs: ["上期面积", "本期面积", "上期质量等级", "本期质量等级", "用途改变"],
    outcomes: [],
    constraints: ["面积不减少", "质量不降低", "用途不改变"],
  },
  粮食储备: {
    inputs: ["疫情期间", "成品粮库存", "日供应量"],
    outcomes: ["实施粮食供应总量动态平衡管理", "核查米面油库存", "确保粮油供应不脱销", "确保粮油供应不空档"],
    constraints: ["成品粮库存不低于30天供应量"],
  },
  能源储备: {
    inputs: ["储煤", "日耗煤", "天然气储备能力"],
    outcomes: ["制订完善煤电油气调度保障应急管理预案"],
    targets: ["天然气储备能力"],
    constraints: ["燃煤电厂储煤不低于18天"],
  },
  产业链目标: {
    inputs: ["行业", "产值", "工业招商项目", "招商项目", "5G基站"],
    outcomes: ["定期走访"],
    targets: ["工业项目占招商项目比重", "5G基站"],
  },
  产业链保障: {
    inputs: ["重点行业或者重点企业", "重大项目"],
    outcomes: ["建立绿色物流通道", "优先支持项目审批", "优先支持建设用地", "优先支持项目融资"],
  },
  预算压减: {
    inputs: ["支出类别", "原预算", "压减后预算", "用于六保或疫情防控", "新增支政策"],
    outcomes: ["最低压减比例", "压减后上限", "从严控制支出", "出台新增支政策"],
    constraints: ["压减达标"],
  },
  结转结余: {
    inputs: ["资金年度", "结转结余资金", "社区相关经费"],
    outcomes: ["制定盘活存量资金措施", "收回金额", "纳入区级财政预算", "市级转移支付补助"],
  },
  保运转支出: { inputs: ["保运转支出", "预算安排存在缺口"], outcomes: ["补足缺口", "按时足额落实"] },
  社区治理: {
    inputs: ["城乡社区结对共建"],
    outcomes: ["由各区制定社区工作者管理实施细则", "由各区兑现社区工作人员报酬", "由各区培训和考核社区工作者"],
    targets: ["城乡社区结对共建"],
  },
};

test("the policies compile without any message", () => {
  expect(compilation.diagnostics.map(({ file, code, message }) => `${file.path} ${code} ${message}`)).toEqual([]);
});

// A file may hold nothing but sentences that it accounts for.
const policies = compilation.policies.filter(({ program }) => program !== undefined);

describe.each(policies)("$file.path", ({ file, program, tree }) => {
  test("has cases, and all of them hold", () => {
    const cases = program?.cases ?? [];
    expect(cases.length).toBeGreaterThan(0);
    const failures = cases.flatMap((one) => (program === undefined ? [] : runCase(program, one)));
    expect(failures.map(({ message }) => message)).toEqual([]);
  });

  test("names its document, its date and who is responsible", () => {
    expect(program?.document?.title).toBe("市人民政府关于做好“六保”工作的意见");
    expect(program?.issued).toBe("2020-05-13");
    const brackets = [...file.text.matchAll(/^责任单位 (.*)$/gm)].map(([, units]) => `(责任单位:${units}`);
    expect(brackets.length).toBeGreaterThan(0);
    for (const bracket of brackets) expect(document).toContain(bracket);
  });

  test("quotes the document word for word", () => {
    const quotations = tree.items.flatMap((item) =>
      item.kind === "NonRule" ? [item.quotation] : "quotations" in item ? item.quotations : [],
    );
    expect(quotations.length).toBeGreaterThan(0);
    for (const { text } of quotations) for (const part of text.split("……")) expect(document).toContain(part);
  });

  test("every clause, target and constraint rests on a quotation", () => {
    const bare = [...(program?.clauses ?? []), ...(program?.targets ?? []), ...(program?.constraints ?? [])].filter(
      ({ quotations }) => quotations.length === 0,
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});

describe.each(Object.entries(vocabulary))("the public names of %s", (name, names) => {
  const { inputs, outcomes, targets = [], constraints = [] } = names;
  const program = compilation.policies.find((policy) => policy.program?.policy === name)?.program;

  test("stay as they are", () => {
    expect(program?.inputs.map((input) => input.name).filter((input) => input !== "基准日")).toEqual(inputs);
    const own = program?.outcomes.filter(({ importedFrom }) => importedFrom === undefined);
    expect(own?.map((outcome) => outcome.name)).toEqual(outcomes);
    expect(program?.targets.map((target) => target.name)).toEqual(targets);
    expect(program?.constraints.map((constraint) => constraint.name)).toEqual(constraints);
  });
});

/** What stands before the first part, then part by part. */
const parts = document
  .slice(0, document.indexOf("\n武汉市人民政府\n"))
  .split(/^(?=[一二三四五六]、)/m)
  .map((text) => ({ heading: /^.*$/m.exec(text)?.[0], text }));

test.each(parts)("all is quoted or accounted for, to the last sentence: $heading", ({ text: part }) => {
  const quotations = compilation.policies.flatMap(({ tree }) =>
    tree.items.flatMap((item) =>
      item.kind === "NonRule" ? [item.quotation] : "quotations" in item ? item.quotations : [],
    ),
  );
  const said = new Set<number>();
  for (const text of quotations.flatMap((quotation) => quotation.text.split("……"))) {
    const start = part.indexOf(text);
    if (start >= 0) for (let index = start; index < start + text.length; index += 1) said.add(index);
  }
  const left = [...part.matchAll(/./gsu)].map(({ 0: sign, index }) => (said.has(index) ? "" : sign)).join("");
  const rest = left
    .replace(/^# .*$/m, "")
    .replace(/^.*:$/m, "")
    .replace(/^[一二三四五六]、.*$/m, "")
    .replace(/\(责任单位:.*\)$/gm, "")
    .replace(/^\([一二三四]\)/gm, "")
    .replace(/[,。;、\s]/g, "");
  expect(rest).toBe("");
});
