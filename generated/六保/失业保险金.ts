// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 失业保险金 asks for. */
export interface Input {
  /** 元/月, 精确到 0.01, 至少 0元/月 */
  readonly 当地月最低工资标准: number | string;
  /** 是否 */
  readonly 领取期满仍未就业: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元/月 */
  readonly 失业保险金标准: $.CompleteOutcome;
  /** 其中之一 */
  readonly 申领: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 当地月最低工资标准: $.Quantity; readonly 领取期满仍未就业: $.Truth };

export type ExactOutcomes = { readonly 失业保险金标准: $.Quantity; readonly 申领: $.Text };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  当地月最低工资标准: $.quantity("当地月最低工资标准", "元/月", 100, { step: "0.01", atLeast: "0" }),
  领取期满仍未就业: $.flag("领取期满仍未就业"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  失业保险金标准: $.amount("失业保险金标准", "元/月", 100),
  申领: $.answer("申领", ["失业保险金", "失业补助金"]),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 失业保险金/标准
  ledger.clause("失业保险金/标准", true, {
    quotations: ["将失业保险金标准提高至当地月最低工资标准的90%"],
    results: {
      失业保险金标准: $.must($.inUnitsOf($.times(facts.当地月最低工资标准, 9000), 10000)),
    },
  });

  // 失业保险金/期满申领
  ledger.clause("失业保险金/期满申领", facts.领取期满仍未就业, {
    quotations: ["对领取失业保险期满仍未就业的失业人员,按不同情形可申领失业保险金或者失业补助金"],
    assumptions: ["何种情形申领哪一种,文件未写"],
    results: {
      申领: $.may(new $.Options(["失业保险金", "失业补助金"])),
    },
  });
  facts.失业保险金标准 = ledger.settle("失业保险金标准");
  facts.申领 = ledger.settle("申领");
}

const source: $.PolicySource<Facts> = {
  name: "失业保险金",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(一)"] },
  issued: "2020-05-13",
  responsible: ["市民政局", "市财政局", "市人力资源社会保障局", "各区人民政府"],
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
