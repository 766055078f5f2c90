// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 分档 asks for. */
export interface Input {
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 所得: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 比例 */
  readonly 税率: $.CompleteOutcome;
  /** 元 */
  readonly 速算扣除: $.CompleteOutcome;
  /** 元 */
  readonly 税额: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 所得: $.Quantity };

export type ExactOutcomes = { readonly 税率: $.Quantity; readonly 速算扣除: $.Quantity; readonly 税额: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  所得: $.quantity("所得", "元", 100, { step: "0.01", atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  税率: $.amount("税率", "比例", 10000),
  速算扣除: $.amount("速算扣除", "元", 100),
  税额: $.amount("税额", "元", 100),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 分档/税率表/36000元以下
  ledger.clause("分档/税率表/36000元以下", $.atMost(facts.所得, 36000_00), {
    name: "税率表 36000元以下",
    results: {
      税率: $.must(300),
      速算扣除: $.must(0),
    },
  });

  // 分档/税率表/超过36000元至144000元
  ledger.clause(
    "分档/税率表/超过36000元至144000元",
    $.and($.above(facts.所得, 36000_00), $.atMost(facts.所得, 144000_00)),
    {
      name: "税率表 超过36000元至144000元",
      results: {
        税率: $.must(1000),
        速算扣除: $.must(2520_00),
      },
    },
  );

  // 分档/税率表/超过144000元
  ledger.clause("分档/税率表/超过144000元", $.above(facts.所得, 144000_00), {
    name: "税率表 超过144000元",
    results: {
      税率: $.must(2000),
      速算扣除: $.must(16920_00),
    },
  });
  facts.税率 = ledger.settle("税率");
  facts.速算扣除 = ledger.settle("速算扣除");
  facts.税额 = ledger.derive(
    "税额",
    $.halfUp($.minus($.times(facts.所得, facts.税率), $.times(facts.速算扣除, 10000)), 10000),
    ["税率", "速算扣除"],
  );
}

const source: $.PolicySource<Facts> = { name: "分档", inputs, outcomes, weigh, isPlain: true, passes: 1 };

const policy = new $.Policy<ExactInput, ExactOutcomes, $.Evaluate<Input, CompleteResult, Result>>(source);

/** JSON Schema (draft 2020-12) of the input. */
export const schema: $.Schema = policy.schema;

/** The document, the terms and their units, the clauses and their words. */
export const metadata: $.Metadata = policy.metadata;

/** Answers all outcomes; throws an InputError with every fault of the data. */
export const { evaluate } = policy;

/** The outcomes alone, of facts that are complete and within their limits, such as `evaluate` makes of sound data. */
export const { decide } = policy;
