// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 纾困资金 asks for. */
export interface Input {
  /** 其中之一 */
  readonly 主体: "中小微企业" | "个体工商户" | "其他";
  /** 是否 */
  readonly 受疫情影响暂时流动性资金困难: boolean;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 申请金额: number | string;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 已使用额度: number | string;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 定向已使用额度: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 无息贷款: $.CompleteOutcome;
  /** 月 */
  readonly 贷款期限: $.CompleteOutcome;
  /** 比例 */
  readonly 利率: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 主体: $.Text;
  readonly 受疫情影响暂时流动性资金困难: $.Truth;
  readonly 申请金额: $.Quantity;
  readonly 已使用额度: $.Quantity;
  readonly 定向已使用额度: $.Quantity;
};

export type ExactOutcomes = { readonly 无息贷款: $.Truth; readonly 贷款期限: $.Quantity; readonly 利率: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  主体: $.choice("主体", ["中小微企业", "个体工商户", "其他"]),
  受疫情影响暂时流动性资金困难: $.flag("受疫情影响暂时流动性资金困难"),
  申请金额: $.quantity("申请金额", "元", 100, { step: "0.01", atLeast: "0" }),
  已使用额度: $.quantity("已使用额度", "元", 100, { step: "0.01", atLeast: "0" }),
  定向已使用额度: $.quantity("定向已使用额度", "元", 100, { step: "0.01", atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  无息贷款: $.matter("无息贷款"),
  贷款期限: $.amount("贷款期限", "月", 1),
  利率: $.amount("利率", "比例", 10000),
};

const pools = {
  中小微企业纾困专项资金: (facts: Facts): $.Pool => ({
    pool: "中小微企业纾困专项资金",
    unit: "元",
    scale: 100,
    total: 40000000000_00,
    used: facts.已使用额度,
  }),
  定向纾困资金: (facts: Facts): $.Pool => ({
    pool: "定向纾困资金",
    unit: "元",
    scale: 100,
    total: 20000000000_00,
    used: facts.定向已使用额度,
  }),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 纾困资金/专项贷款
  ledger.clause("纾困资金/专项贷款", $.oneOf(facts.主体, ["中小微企业", "个体工商户"]), {
    quotations: ["对中小微企业和个体工商户提供一年期的无息贷款"],
    results: {
      无息贷款: $.must(true, { draws: [$.drawn(pools.中小微企业纾困专项资金(facts), facts.申请金额, "申请金额")] }),
      贷款期限: $.must(12, { draws: [$.drawn(pools.中小微企业纾困专项资金(facts), facts.申请金额, "申请金额")] }),
      利率: $.must(0, { draws: [$.drawn(pools.中小微企业纾困专项资金(facts), facts.申请金额, "申请金额")] }),
    },
  });

  // 纾困资金/定向贷款
  ledger.clause("纾困资金/定向贷款", $.and($.is(facts.主体, "个体工商户"), facts.受疫情影响暂时流动性资金困难), {
    quotations: ["对受疫情影响而产生暂时流动性资金困难的个体工商户给予支持"],
    assumptions: ["文件未写定向支持的期限和利率,与前句的一年期无息贷款相同;定向纾困资金不够时,不再用专项资金"],
    exceptionTo: ["纾困资金/专项贷款"],
    results: {
      无息贷款: $.must(true, { draws: [$.drawn(pools.定向纾困资金(facts), facts.申请金额, "申请金额")] }),
      贷款期限: $.must(12, { draws: [$.drawn(pools.定向纾困资金(facts), facts.申请金额, "申请金额")] }),
      利率: $.must(0, { draws: [$.drawn(pools.定向纾困资金(facts), facts.申请金额, "申请金额")] }),
    },
  });
  facts.无息贷款 = ledger.settle("无息贷款");
  facts.贷款期限 = ledger.settle("贷款期限");
  facts.利率 = ledger.settle("利率");
}

const source: $.PolicySource<Facts> = {
  name: "纾困资金",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["三(二)"] },
  issued: "2020-05-13",
  responsible: ["市地方金融工作局", "市财政局", "市国资委", "市经济和信息化局", "各区人民政府"],
  inputs,
  outcomes,
  pools: [
    { pool: "中小微企业纾困专项资金", countedBy: "已使用额度" },
    { pool: "定向纾困资金", countedBy: "定向已使用额度" },
  ],
  weigh,
  isPlain: false,
  passes: 1,
};

const policy = new $.Policy<
  ExactInput,
  ExactOutcomes,
  $.Evaluate<Input, CompleteResult, Result>,
  $.DrawDown<Input, CompleteResult, Result>
>(source);

/** JSON Schema (draft 2020-12) of the input. */
export const schema: $.Schema = policy.schema;

/** The document, the terms and their units, the clauses and their words. */
export const metadata: $.Metadata = policy.metadata;

/** Answers all outcomes; throws an InputError with every fault of the data. */
export const { evaluate } = policy;

/** The outcomes alone, of facts that are complete and within their limits, such as `evaluate` makes of sound data. */
export const { decide } = policy;

/** Answers rows in their order, each with what those before it left in the pools; a row at fault draws nothing. */
export const { drawDown } = policy;
