// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 社区治理 asks for. */
export interface Input {
  /** 个, 至少 0个 */
  readonly 城乡社区结对共建: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 由各区制定社区工作者管理实施细则: $.CompleteOutcome;
  /** 事项 */
  readonly 由各区兑现社区工作人员报酬: $.CompleteOutcome;
  /** 事项 */
  readonly 由各区培训和考核社区工作者: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, keyof typeof targets, never, Facts>;

export type Result = $.Answer<Outcomes, keyof typeof targets, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 城乡社区结对共建: $.Quantity };

export type ExactOutcomes = {
  readonly 由各区制定社区工作者管理实施细则: $.Truth;
  readonly 由各区兑现社区工作人员报酬: $.Truth;
  readonly 由各区培训和考核社区工作者: $.Truth;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  城乡社区结对共建: $.quantity("城乡社区结对共建", "个", 1, { step: "1", atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  由各区制定社区工作者管理实施细则: $.matter("由各区制定社区工作者管理实施细则"),
  由各区兑现社区工作人员报酬: $.matter("由各区兑现社区工作人员报酬"),
  由各区培训和考核社区工作者: $.matter("由各区培训和考核社区工作者"),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 社区治理/各区的事
  ledger.clause("社区治理/各区的事", true, {
    quotations: [
      "各区要制定本区社区工作者管理实施细则,兑现社区工作人员报酬,加强对社区工作者的培训和考核,优胜劣汰,选优配强骨干力量",
    ],
    results: {
      由各区制定社区工作者管理实施细则: $.must(true),
      由各区兑现社区工作人员报酬: $.must(true),
      由各区培训和考核社区工作者: $.must(true),
    },
  });
  facts.由各区制定社区工作者管理实施细则 = ledger.settle("由各区制定社区工作者管理实施细则");
  facts.由各区兑现社区工作人员报酬 = ledger.settle("由各区兑现社区工作人员报酬");
  facts.由各区培训和考核社区工作者 = ledger.settle("由各区培训和考核社区工作者");
}

const targets = {
  城乡社区结对共建: {
    quotations: ["落实全市社区治理创新助力项目,开展100个城乡社区结对共建活动"],
    measure: {
      unit: "个",
      scale: 1,
      actual: (facts) => facts.城乡社区结对共建,
      operator: ">=",
      target: () => 100,
    },
  },
} satisfies $.Requirements<Facts>;

const source: $.PolicySource<Facts> = {
  name: "社区治理",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["六(三)"] },
  issued: "2020-05-13",
  responsible: ["市民政局", "各区人民政府"],
  inputs,
  outcomes,
  targets,
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
