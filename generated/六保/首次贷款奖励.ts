// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 首次贷款奖励 asks for. */
export interface Input {
  /** 是否 */
  readonly 普惠型小微企业首次贷款: boolean;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 首次贷款额度: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元 */
  readonly 奖励金额: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 普惠型小微企业首次贷款: $.Truth; readonly 首次贷款额度: $.Quantity };

export type ExactOutcomes = { readonly 奖励金额: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  普惠型小微企业首次贷款: $.flag("普惠型小微企业首次贷款"),
  首次贷款额度: $.quantity("首次贷款额度", "元", 100, { step: "0.01", atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  奖励金额: $.amount("奖励金额", "元", 100),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 首次贷款奖励/奖励
  ledger.clause("首次贷款奖励/奖励", facts.普惠型小微企业首次贷款, {
    quotations: ["对金融机构发放的普惠型小微企业首次贷款,市财政部门按首次发放贷款额度的0.5‰予以奖励"],
    assumptions: ["文件未写取整"],
    results: {
      奖励金额: $.must($.halfUp($.times(facts.首次贷款额度, 5), 10000)),
    },
  });
  facts.奖励金额 = ledger.settle("奖励金额");
}

const source: $.PolicySource<Facts> = {
  name: "首次贷款奖励",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["一(四)"] },
  issued: "2020-05-13",
  responsible: ["市财政局", "市科技局", "市人力资源社会保障局", "市市场监管局", "各区人民政府", "人行武汉分行营管部"],
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
