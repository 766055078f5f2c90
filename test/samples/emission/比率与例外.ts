// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 比率与例外 asks for. */
export interface Input {
  /** 人, 至少 1人 */
  readonly 职工人数: number | string;
  /** 人, 至少 0人 */
  readonly 裁员人数: number | string;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 缴费: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 比例 */
  readonly 返还: $.CompleteOutcome;
  /** 元 */
  readonly 金额: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 职工人数: $.Quantity; readonly 裁员人数: $.Quantity; readonly 缴费: $.Quantity };

export type ExactOutcomes = { readonly 返还: $.Quantity; readonly 金额: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  职工人数: $.quantity("职工人数", "人", 1, { step: "1", atLeast: "1" }),
  裁员人数: $.quantity("裁员人数", "人", 1, { step: "1", atLeast: "0" }),
  缴费: $.quantity("缴费", "元", 100, { step: "0.01", atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  返还: $.amount("返还", "比例", 10000),
  金额: $.amount("金额", "元", 100),
};

export function 裁员率(facts: Facts): $.Quantity {
  return $.over(facts.裁员人数, facts.职工人数, "裁员人数", "职工人数");
}

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 比率与例外/不高
  ledger.clause("比率与例外/不高", $.shareAtMost(facts.裁员人数, facts.职工人数, 550, 1_0000), {
    results: {
      返还: $.must(1_0000),
    },
  });

  // 比率与例外/高
  ledger.clause("比率与例外/高", $.shareAbove(facts.裁员人数, facts.职工人数, 550, 1_0000), {
    results: {
      返还: $.must(7000),
    },
  });

  // 比率与例外/小
  ledger.clause("比率与例外/小", $.atMost(facts.职工人数, 30), {
    quotations: ["职工在30人以下的,可全额返还"],
    exceptionTo: ["比率与例外/高"],
    results: {
      返还: $.may(1_0000),
    },
  });
  facts.返还 = ledger.settle("返还");
  facts.金额 = ledger.derive("金额", $.halfUp($.times(facts.缴费, facts.返还), 10000), ["返还"]);
}

const source: $.PolicySource<Facts> = {
  name: "比率与例外",
  inputs,
  definitions: [{ name: "裁员率" }],
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
