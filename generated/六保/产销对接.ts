// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 产销对接 asks for. */
export interface Input {
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 建立常态化对接机制: $.CompleteOutcome;
  /** 事项 */
  readonly 明确产品推广目录: $.CompleteOutcome;
  /** 事项 */
  readonly 明确采购单位名录: $.CompleteOutcome;
  /** 事项 */
  readonly 制定产品推广应用政策: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {};

export type ExactOutcomes = {
  readonly 建立常态化对接机制: $.Truth;
  readonly 明确产品推广目录: $.Truth;
  readonly 明确采购单位名录: $.Truth;
  readonly 制定产品推广应用政策: $.Truth;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  建立常态化对接机制: $.matter("建立常态化对接机制"),
  明确产品推广目录: $.matter("明确产品推广目录"),
  明确采购单位名录: $.matter("明确采购单位名录"),
  制定产品推广应用政策: $.matter("制定产品推广应用政策"),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 产销对接/对接机制
  ledger.clause("产销对接/对接机制", true, {
    quotations: [
      "建立常态化对接机制,明确产品推广目录和采购单位名录,促进中小企业与龙头企业、应用单位和销售企业开展对接",
    ],
    results: {
      建立常态化对接机制: $.must(true),
      明确产品推广目录: $.must(true),
      明确采购单位名录: $.must(true),
    },
  });

  // 产销对接/推广政策
  ledger.clause("产销对接/推广政策", true, {
    quotations: ["制定产品推广应用政策"],
    results: {
      制定产品推广应用政策: $.must(true),
    },
  });
  facts.建立常态化对接机制 = ledger.settle("建立常态化对接机制");
  facts.明确产品推广目录 = ledger.settle("明确产品推广目录");
  facts.明确采购单位名录 = ledger.settle("明确采购单位名录");
  facts.制定产品推广应用政策 = ledger.settle("制定产品推广应用政策");
}

const source: $.PolicySource<Facts> = {
  name: "产销对接",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["三(一)"] },
  issued: "2020-05-13",
  responsible: [
    "市经济和信息化局",
    "市发展改革委",
    "市财政局",
    "市农业农村局",
    "市城乡建设局",
    "市城管执法委",
    "市交通运输局",
    "市园林和林业局",
    "市水务局",
    "市商务局",
    "市卫生健康委",
    "市住房保障房管局",
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
