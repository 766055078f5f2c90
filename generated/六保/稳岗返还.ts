// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 稳岗返还 asks for. */
export interface Input {
  /** 人, 至少 1人 */
  readonly 参保职工人数: number | string;
  /** 人, 至少 0人 */
  readonly 裁员人数: number | string;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 上年度缴纳失业保险费: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 比例 */
  readonly 返还: $.CompleteOutcome;
  /** 元 */
  readonly 返还金额: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 参保职工人数: $.Quantity;
  readonly 裁员人数: $.Quantity;
  readonly 上年度缴纳失业保险费: $.Quantity;
};

export type ExactOutcomes = { readonly 返还: $.Quantity; readonly 返还金额: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  参保职工人数: $.quantity("参保职工人数", "人", 1, { step: "1", atLeast: "1" }),
  裁员人数: $.quantity("裁员人数", "人", 1, { step: "1", atLeast: "0" }),
  上年度缴纳失业保险费: $.quantity("上年度缴纳失业保险费", "元", 100, { step: "0.01", atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  返还: $.amount("返还", "比例", 10000),
  返还金额: $.amount("返还金额", "元", 100, { assumptions: ["文件未写取整"] }),
};

/** 推定 文件未定义裁员率,取裁员人数占参保职工人数之比 */
export function 裁员率(facts: Facts): $.Quantity {
  return $.over(facts.裁员人数, facts.参保职工人数, "裁员人数", "参保职工人数");
}

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 稳岗返还/裁员率不高的企业
  ledger.clause("稳岗返还/裁员率不高的企业", $.shareAtMost(facts.裁员人数, facts.参保职工人数, 550, 1_0000), {
    quotations: ["对裁员(减员)率不高于5.5%的企业,企业及其职工上年度缴纳失业保险费按100%予以返还"],
    results: {
      返还: $.must(1_0000),
    },
  });

  // 稳岗返还/裁员率高的企业
  ledger.clause("稳岗返还/裁员率高的企业", $.shareAbove(facts.裁员人数, facts.参保职工人数, 550, 1_0000), {
    quotations: ["对裁员(减员)率高于5.5%的企业,按70%予以返还"],
    results: {
      返还: $.must(7000),
    },
  });

  // 稳岗返还/小型企业
  ledger.clause("稳岗返还/小型企业", $.atMost(facts.参保职工人数, 500), {
    quotations: ["对参保职工在500人以下(以下含本数,下同)的企业,可直接按100%予以返还"],
    exceptionTo: ["稳岗返还/裁员率高的企业"],
    results: {
      返还: $.may(1_0000),
    },
  });
  facts.返还 = ledger.settle("返还");
  facts.返还金额 = ledger.derive("返还金额", $.halfUp($.times(facts.上年度缴纳失业保险费, facts.返还), 10000), [
    "返还",
  ]);
}

const source: $.PolicySource<Facts> = {
  name: "稳岗返还",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["一(一)"] },
  issued: "2020-05-13",
  responsible: [
    "市人力资源社会保障局",
    "市财政局",
    "市税务局",
    "市商务局",
    "市经济和信息化局",
    "市市场监管局",
    "市总工会",
    "各区人民政府",
  ],
  inputs,
  definitions: [{ name: "裁员率", assumptions: ["文件未定义裁员率,取裁员人数占参保职工人数之比"] }],
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
