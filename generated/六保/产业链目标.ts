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

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = {
  行业: $.Text;
  产值: $.Quantity;
  工业招商项目: $.Quantity;
  招商项目: $.Quantity;
  "5G基站": $.Quantity;
  定期走访: $.Truth;
};

const inputs = {
  行业: $.choice("行业", ["工业企业", "服务业龙头企业", "其他"]),
  产值: $.quantity("产值", "元", 100, { step: "0.01", atLeast: "0" }),
  工业招商项目: $.quantity("工业招商项目", "个", 1, { step: "1", atLeast: "0" }),
  招商项目: $.quantity("招商项目", "个", 1, { step: "1", atLeast: "1" }),
  "5G基站": $.quantity("5G基站", "个", 1, { step: "1", atLeast: "0" }),
  基准日: $.date("基准日"),
};

const outcomes = {
  定期走访: $.matter("定期走访"),
};

export function 工业项目占比(facts: Facts): $.Quantity {
  return $.over(facts.工业招商项目, facts.招商项目, "工业招商项目", "招商项目");
}

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 定期走访: $.Truth = outcomes.定期走访.none;
  let truth: $.Truth;

  clauses: {
    // 产业链目标/定期走访
    if (
      (truth = $.oneOf(facts.行业, ["工业企业", "服务业龙头企业"])) !== false &&
      (truth = $.and(truth, $.atLeast(facts.产值, 1000000000_00))) !== false
    ) {
      const id = "产业链目标/定期走访";
      定期走访 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["定期走访产值达10亿元以上工业企业和服务业龙头企业,推动复产向达产转变"],
          assumptions: ["产值达10亿元以上,对工业企业和服务业龙头企业都适用;文件未写多久走访一次"],
          results: { 定期走访: $.must(定期走访) },
        });
      }
    }
  }

  facts.定期走访 = ledger?.settle("定期走访", 定期走访) ?? 定期走访;
  return facts;
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
    measure: { unit: "个", scale: 1, actual: (facts) => facts["5G基站"], operator: ">=", target: () => 20000 },
    due: () => $.by("2020-12-31", "2020-12-31"),
  },
} satisfies $.Requirements<Facts>;

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    行业: $.readChoice(inputs.行业, given.行业),
    产值: $.readDecimal(inputs.产值, given.产值),
    工业招商项目: $.readCount(inputs.工业招商项目, given.工业招商项目),
    招商项目: $.readCount(inputs.招商项目, given.招商项目),
    "5G基站": $.readCount(inputs["5G基站"], given["5G基站"]),
    定期走访: outcomes.定期走访.none,
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 5 + $.isGiven(given.基准日), given, source);
  return facts;
}

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
  read,
  decide,
  isPlain: true,
  passes: 1,
  canFault: false,
};

const policy = new $.Policy<Facts, Result>(source);

/** JSON Schema (draft 2020-12) of the input. */
export const schema: $.Schema = policy.schema;

/** The document, the terms and their units, the clauses and their words. */
export const metadata: $.Metadata = policy.metadata;

/** Answers all outcomes; throws an InputError with every fault of the data. */
export function evaluate(input: Input): CompleteResult;
export function evaluate(input: Partial<Input>): Result;
export function evaluate(input: Partial<Input>): Result {
  return policy.answer(read(input));
}
