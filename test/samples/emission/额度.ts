// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 额度 asks for. */
export interface Input {
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 申请金额: number | string;
  /** 元, 精确到 0.01, 至少 0元, 默认 0元 */
  readonly 已用?: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 贷款: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 申请金额: $.Quantity; readonly 已用: $.Quantity };

export type ExactOutcomes = { readonly 贷款: $.Truth };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  申请金额: $.quantity("申请金额", "元", 100, { step: "0.01", atLeast: "0" }),
  已用: $.quantity("已用", "元", 100, { step: "0.01", atLeast: "0", byDefault: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  贷款: $.matter("贷款"),
};

const pools = {
  专项资金: (facts: Facts): $.Pool => ({
    pool: "专项资金",
    unit: "元",
    scale: 100,
    total: 40000000000_00,
    used: facts.已用,
  }),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 额度/贷款
  ledger.clause("额度/贷款", $.above(facts.申请金额, 0), {
    results: {
      贷款: $.must(true, { draws: [$.drawn(pools.专项资金(facts), facts.申请金额, "申请金额")] }),
    },
  });
  facts.贷款 = ledger.settle("贷款");
}

const source: $.PolicySource<Facts> = {
  name: "额度",
  inputs,
  outcomes,
  pools: [{ pool: "专项资金", countedBy: "已用" }],
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
