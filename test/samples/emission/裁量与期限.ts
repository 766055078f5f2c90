// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 裁量与期限 asks for. */
export interface Input {
  /** 其中之一 */
  readonly 类别: "毕业生" | "农村劳动力" | "其他";
  /** 人, 至少 0人 */
  readonly 吸纳人数: number | string;
  /** 日期 */
  readonly 认定日期: string;
  /** 是否 */
  readonly 自主创业: boolean;
  /** 日期 */
  readonly 基准日: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元/人 */
  readonly 补贴标准: $.CompleteOutcome;
  /** 元 */
  readonly 补贴金额: $.CompleteOutcome;
  /** 事项 */
  readonly 推荐上岗: $.Outcome;
  /** 元 */
  readonly 创业补贴: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 类别: $.Text;
  readonly 吸纳人数: $.Quantity;
  readonly 认定日期: $.Text;
  readonly 自主创业: $.Truth;
  readonly 基准日: $.Text;
};

export type ExactOutcomes = {
  readonly 补贴标准: $.Quantity;
  readonly 补贴金额: $.Quantity;
  readonly 推荐上岗: $.Truth;
  readonly 创业补贴: $.Quantity;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  类别: $.choice("类别", ["毕业生", "农村劳动力", "其他"]),
  吸纳人数: $.quantity("吸纳人数", "人", 1, { step: "1", atLeast: "0" }),
  认定日期: $.date("认定日期"),
  自主创业: $.flag("自主创业"),
  基准日: $.date("基准日"),
};

const outcomes = {
  补贴标准: $.amount("补贴标准", "元/人", 100),
  补贴金额: $.amount("补贴金额", "元", 100),
  推荐上岗: $.matter("推荐上岗"),
  创业补贴: $.amount("创业补贴", "元", 100),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 裁量与期限/补贴
  ledger.clause("裁量与期限/补贴", $.oneOf(facts.类别, ["毕业生", "农村劳动力"]), {
    period: { from: "2020-04-01", to: "2020-12-31" },
    results: {
      补贴标准: $.must($.between(1000_00, 2000_00)),
    },
  });

  // 裁量与期限/推荐
  ledger.clause("裁量与期限/推荐", $.is(facts.类别, "农村劳动力"), {
    results: {
      推荐上岗: $.must(true, { due: $.within(facts.认定日期, 10, "workday", "认定日期") }),
    },
  });

  // 裁量与期限/创业
  ledger.clause("裁量与期限/创业", facts.自主创业, {
    results: {
      创业补贴: $.must(new $.Elsewhere("按照规定")),
    },
  });
  facts.补贴标准 = ledger.settle("补贴标准");
  facts.补贴金额 = ledger.derive("补贴金额", $.times(facts.补贴标准, facts.吸纳人数), ["补贴标准"]);
  facts.推荐上岗 = ledger.settle("推荐上岗");
  facts.创业补贴 = ledger.settle("创业补贴");
}

const source: $.PolicySource<Facts> = { name: "裁量与期限", inputs, outcomes, weigh, isPlain: false, passes: 1 };

const policy = new $.Policy<ExactInput, ExactOutcomes, $.Evaluate<Input, CompleteResult, Result>>(source);

/** JSON Schema (draft 2020-12) of the input. */
export const schema: $.Schema = policy.schema;

/** The document, the terms and their units, the clauses and their words. */
export const metadata: $.Metadata = policy.metadata;

/** Answers all outcomes; throws an InputError with every fault of the data. */
export const { evaluate } = policy;

/** The outcomes alone, of facts that are complete and within their limits, such as `evaluate` makes of sound data. */
export const { decide } = policy;
