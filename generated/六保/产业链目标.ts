// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 产业链目标 asks for. */
export interface Input {
  /** 其中之一 */
  readonly 行业: "工业企业" | "服务业龙头企业" | "其他";
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 产值: number | string;
  /** 个, 至少 0个 */
  readonly 工业招商项目: number | string;
  /** 个, 至少 1个 */
  readonly 招商项目: number | string;
  /** 个, 至少 0个 */
  readonly "5G基站": number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 定期走访: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, keyof typeof targets, never, Facts>;

export type Result = $.Answer<Outcomes, keyof typeof targets, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 行业: $.Text;
  readonly 产值: $.Quantity;
  readonly 工业招商项目: $.Quantity;
  readonly 招商项目: $.Quantity;
  readonly "5G基站": $.Quantity;
};

export type ExactOutcomes = { readonly 定期走访: $.Truth };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  行业: $.choice("行业", ["工业企业", "服务业龙头企业", "其他"]),
  产值: $.quantity("产值", "元", 100, { step: "0.01", atLeast: "0" }),
  工业招商项目: $.quantity("工业招商项目", "个", 1, { step: "1", atLeast: "0" }),
  招商项目: $.quantity("招商项目", "个", 1, { step: "1", atLeast: "1" }),
  "5G基站": $.quantity("5G基站", "个", 1, { step: "1", atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  定期走访: $.matter("定期走访"),
};

export function 工业项目占比(facts: Facts): $.Quantity {
  return $.over(facts.工业招商项目, facts.招商项目, "工业招商项目", "招商项目");
}

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 产业链目标/定期走访
  ledger.clause(
    "产业链目标/定期走访",
    $.and($.oneOf(facts.行业, ["工业企业", "服务业龙头企业"]), $.atLeast(facts.产值, 1000000000_00)),
    {
      quotations: ["定期走访产值达10亿元以上工业企业和服务业龙头企业,推动复产向达产转变"],
      assumptions: ["产值达10亿元以上,对工业企业和服务业龙头企业都适用;文件未写多久走访一次"],
      results: {
        定期走访: $.must(true),
      },
    },
  );
  facts.定期走访 = ledger.settle("定期走访");
}

const targets = {
  工业项目占招商项目比重: {
    quotations: ["力争工业项目占全市招商项目比重达到三分之一以上"],
    assumptions: ["比重按项目个数计"],
    measure: {
      unit: "比例",
      scale: 1,
      actual: (facts) => 工业项目占比(facts),
      operator: ">=",
      target: () => $.fraction(1n, 3n),
    },
  },

  "5G基站": {
    quotations: ["全年累计建成5G基站(含微站及室内分布系统)2万个"],
    measure: {
      unit: "个",
      scale: 1,
      actual: (facts) => facts["5G基站"],
      operator: ">=",
      target: () => 20000,
    },
    due: () => $.by("2020-12-31", "2020-12-31"),
  },
} satisfies $.Requirements<Facts>;

const source: $.PolicySource<Facts> = {
  name: "产业链目标",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["五(一)", "五(二)", "五(三)"] },
  issued: "2020-05-13",
  responsible: [
    "市经济和信息化局",
    "市发展改革委",
    "市财政局",
    "市卫生健康委",
    "市地方金融工作局",
    "市城乡建设局",
    "市住房保障房管局",
    "市税务局",
    "市人力资源社会保障局",
    "市交通运输局",
    "市商务局",
    "各区人民政府",
    "市科技局",
    "市委网信办",
    "市自然资源和规划局",
    "市生态环境局",
    "市政府服务和大数据管理局",
    "中国电信",
    "中国移动",
    "中国联通",
    "中国铁塔武汉分公司",
  ],
  inputs,
  definitions: [{ name: "工业项目占比" }],
  outcomes,
  targets,
  weigh,
  isPlain: true,
  passes: 1,
};

const policy = new $.Policy<ExactInput, ExactOutcomes, $.Evaluate<Input, CompleteResult, Result>>(source);

/** JSON Schema (draft 2020-12) of the input. */
export const schema: $.Schema = policy.schema;

/** The document, the terms and their units, the clauses and their words. */
export const metadata: $.Metadata = policy.metadata;

/** Answers all outcomes; throws an InputError with every fault of the data. */
export const { evaluate } = policy;

/** The outcomes alone, of facts that are complete and within their limits, such as `evaluate` makes of sound data. */
export const { decide } = policy;
