// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 保运转支出 asks for. */
export interface Input {
  /** 是否 */
  readonly 保运转支出: boolean;
  /** 是否 */
  readonly 预算安排存在缺口: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 其中之一 */
  readonly 补足缺口: $.CompleteOutcome;
  /** 事项 */
  readonly 按时足额落实: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 保运转支出: $.Truth; readonly 预算安排存在缺口: $.Truth };

export type ExactOutcomes = { readonly 补足缺口: $.Text; readonly 按时足额落实: $.Truth };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  保运转支出: $.flag("保运转支出"),
  预算安排存在缺口: $.flag("预算安排存在缺口"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  补足缺口: $.answer("补足缺口", ["调整预算", "调剂预算"]),
  按时足额落实: $.matter("按时足额落实"),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 保运转支出/补足缺口
  ledger.clause("保运转支出/补足缺口", $.and(facts.保运转支出, facts.预算安排存在缺口), {
    quotations: ["对保运转支出预算安排存在缺口的,及时调整或者调剂预算补足"],
    results: {
      补足缺口: $.must(new $.Options(["调整预算", "调剂预算"])),
    },
  });

  // 保运转支出/按时足额
  ledger.clause("保运转支出/按时足额", facts.保运转支出, {
    quotations: ["确保保运转支出按时足额落实"],
    results: {
      按时足额落实: $.must(true),
    },
  });
  facts.补足缺口 = ledger.settle("补足缺口");
  facts.按时足额落实 = ledger.settle("按时足额落实");
}

const source: $.PolicySource<Facts> = {
  name: "保运转支出",
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
