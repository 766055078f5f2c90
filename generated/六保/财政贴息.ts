// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 财政贴息 asks for. */
export interface Input {
  /** 是否 */
  readonly 纳入定向纾困专项资金支持名单: boolean;
  /** 是否 */
  readonly 个体工商户: boolean;
  /** 是否 */
  readonly 本市辖区银行业金融机构新发放贷款: boolean;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 贷款利息: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 比例 */
  readonly 贴息比例: $.CompleteOutcome;
  /** 元 */
  readonly 贴息金额: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 纳入定向纾困专项资金支持名单: $.Truth;
  readonly 个体工商户: $.Truth;
  readonly 本市辖区银行业金融机构新发放贷款: $.Truth;
  readonly 贷款利息: $.Quantity;
};

export type ExactOutcomes = { readonly 贴息比例: $.Quantity; readonly 贴息金额: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  纳入定向纾困专项资金支持名单: $.flag("纳入定向纾困专项资金支持名单"),
  个体工商户: $.flag("个体工商户"),
  本市辖区银行业金融机构新发放贷款: $.flag("本市辖区银行业金融机构新发放贷款"),
  贷款利息: $.quantity("贷款利息", "元", 100, { step: "0.01", atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  贴息比例: $.amount("贴息比例", "比例", 10000),
  贴息金额: $.amount("贴息金额", "元", 1000000),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 财政贴息/全额贴息
  ledger.clause(
    "财政贴息/全额贴息",
    $.and(facts.纳入定向纾困专项资金支持名单, facts.个体工商户, facts.本市辖区银行业金融机构新发放贷款),
    {
      quotations: [
        "对纳入定向纾困专项资金支持名单的个体工商户,其获得的本市辖区内银行业金融机构新发放贷款给予100%财政贴息",
      ],
      results: {
        贴息比例: $.must(1_0000),
      },
    },
  );
  facts.贴息比例 = ledger.settle("贴息比例");
  facts.贴息金额 = ledger.derive("贴息金额", $.times(facts.贷款利息, facts.贴息比例), ["贴息比例"]);
}

const source: $.PolicySource<Facts> = {
  name: "财政贴息",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["三(二)"] },
  issued: "2020-05-13",
  responsible: ["市地方金融工作局", "市财政局", "市国资委", "市经济和信息化局", "各区人民政府"],
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
