// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 结转结余 asks for. */
export interface Input {
  /** 数 */
  readonly 资金年度: number | string;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 结转结余资金: number | string;
  /** 是否 */
  readonly 社区相关经费: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 制定盘活存量资金措施: $.CompleteOutcome;
  /** 元 */
  readonly 收回金额: $.CompleteOutcome;
  /** 事项 */
  readonly 纳入区级财政预算: $.CompleteOutcome;
  /** 元 */
  readonly 市级转移支付补助: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 资金年度: $.Quantity;
  readonly 结转结余资金: $.Quantity;
  readonly 社区相关经费: $.Truth;
};

export type ExactOutcomes = {
  readonly 制定盘活存量资金措施: $.Truth;
  readonly 收回金额: $.Quantity;
  readonly 纳入区级财政预算: $.Truth;
  readonly 市级转移支付补助: $.Quantity;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  资金年度: $.quantity("资金年度", "数", 1, { step: "1" }),
  结转结余资金: $.quantity("结转结余资金", "元", 100, { step: "0.01", atLeast: "0" }),
  社区相关经费: $.flag("社区相关经费"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  制定盘活存量资金措施: $.matter("制定盘活存量资金措施"),
  收回金额: $.amount("收回金额", "元", 100),
  纳入区级财政预算: $.matter("纳入区级财政预算"),
  市级转移支付补助: $.amount("市级转移支付补助", "元", 100),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 结转结余/盘活存量资金
  ledger.clause("结转结余/盘活存量资金", true, {
    quotations: ["制定严格的盘活存量资金措施"],
    results: {
      制定盘活存量资金措施: $.must(true),
    },
  });

  // 结转结余/收回
  ledger.clause("结转结余/收回", $.atMost(facts.资金年度, 2019), {
    quotations: ["将2019年及以前年度结转结余资金一律收回"],
    results: {
      收回金额: $.must(facts.结转结余资金),
    },
  });

  // 结转结余/社区经费
  ledger.clause("结转结余/社区经费", facts.社区相关经费, {
    quotations: ["加大保基层运转资金支持力度,按照财政事权和支出责任,将社区相关经费纳入区级财政预算"],
    results: {
      纳入区级财政预算: $.must(true),
    },
  });

  // 结转结余/市级补助
  ledger.clause("结转结余/市级补助", facts.社区相关经费, {
    quotations: ["市级财政通过转移支付给予适当补助"],
    results: {
      市级转移支付补助: $.must(new $.Elsewhere("适当补助")),
    },
  });
  facts.制定盘活存量资金措施 = ledger.settle("制定盘活存量资金措施");
  facts.收回金额 = ledger.settle("收回金额");
  facts.纳入区级财政预算 = ledger.settle("纳入区级财政预算");
  facts.市级转移支付补助 = ledger.settle("市级转移支付补助");
}

const source: $.PolicySource<Facts> = {
  name: "结转结余",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["六(二)"] },
  issued: "2020-05-13",
  responsible: ["市财政局", "各区人民政府"],
  inputs,
  outcomes,
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
