// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 困难企业稳岗返还 asks for. */
export interface Input {
  /** 是否 */
  readonly 暂时生产经营困难且恢复有望: boolean;
  /** 是否 */
  readonly 坚持不裁员或者少裁员: boolean;
  /** 人, 至少 0人 */
  readonly 参保职工人数: number | string;
  /** 元/(人·月), 精确到 0.01, 至少 0元/(人·月) */
  readonly 当地月人均失业保险金: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元 */
  readonly 返还标准: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 暂时生产经营困难且恢复有望: $.Truth;
  readonly 坚持不裁员或者少裁员: $.Truth;
  readonly 参保职工人数: $.Quantity;
  readonly 当地月人均失业保险金: $.Quantity;
};

export type ExactOutcomes = { readonly 返还标准: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  暂时生产经营困难且恢复有望: $.flag("暂时生产经营困难且恢复有望"),
  坚持不裁员或者少裁员: $.flag("坚持不裁员或者少裁员"),
  参保职工人数: $.quantity("参保职工人数", "人", 1, { step: "1", atLeast: "0" }),
  当地月人均失业保险金: $.quantity("当地月人均失业保险金", "元/(人·月)", 100, {
    step: "0.01",
    atLeast: "0",
  }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  返还标准: $.amount("返还标准", "元", 100),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 困难企业稳岗返还/困难企业
  ledger.clause("困难企业稳岗返还/困难企业", $.and(facts.暂时生产经营困难且恢复有望, facts.坚持不裁员或者少裁员), {
    quotations: [
      "对暂时生产经营困难且恢复有望、但坚持不裁员或者少裁员的参保企业,适当放宽其稳岗返还政策认定标准,重点向受疫情影响企业倾斜,返还标准可按不超过6个月的当地月人均失业保险金和参保职工人数确定",
    ],
    results: {
      返还标准: $.may($.between(0, $.times($.times(6, facts.当地月人均失业保险金), facts.参保职工人数))),
    },
  });
  facts.返还标准 = ledger.settle("返还标准");
}

const source: $.PolicySource<Facts> = {
  name: "困难企业稳岗返还",
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
