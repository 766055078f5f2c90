// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 能源储备 asks for. */
export interface Input {
  /** 吨, 至少 0吨 */
  readonly 储煤: number | string;
  /** 吨/天, 大于 0吨/天 */
  readonly 日耗煤: number | string;
  /** 立方米, 至少 0立方米 */
  readonly 天然气储备能力: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 制订完善煤电油气调度保障应急管理预案: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, keyof typeof targets, keyof typeof constraints, Facts>;

export type Result = $.Answer<Outcomes, keyof typeof targets, keyof typeof constraints, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 储煤: $.Quantity;
  readonly 日耗煤: $.Quantity;
  readonly 天然气储备能力: $.Quantity;
};

export type ExactOutcomes = { readonly 制订完善煤电油气调度保障应急管理预案: $.Truth };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  储煤: $.quantity("储煤", "吨", 10000, { atLeast: "0" }),
  日耗煤: $.quantity("日耗煤", "吨/天", 10000, { above: "0" }),
  天然气储备能力: $.quantity("天然气储备能力", "立方米", 10000, { atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  制订完善煤电油气调度保障应急管理预案: $.matter("制订完善煤电油气调度保障应急管理预案"),
};

/** 推定 文件未写储煤的天数怎样算,按日耗煤算 */
export function 可用天数(facts: Facts): $.Quantity {
  return $.over(facts.储煤, facts.日耗煤, "储煤", "日耗煤");
}

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 能源储备/应急管理预案
  ledger.clause("能源储备/应急管理预案", true, {
    quotations: ["制订完善煤、电、油、气调度保障应急管理预案,实现能源供应保障安全有序"],
    results: {
      制订完善煤电油气调度保障应急管理预案: $.must(true),
    },
  });
  facts.制订完善煤电油气调度保障应急管理预案 = ledger.settle("制订完善煤电油气调度保障应急管理预案");
}

const targets = {
  天然气储备能力: {
    quotations: ["确保到2020年底我市投产的天然气储备能力达到3000万立方米"],
    measure: {
      unit: "立方米",
      scale: 10000,
      actual: (facts) => facts.天然气储备能力,
      operator: ">=",
      target: () => 30000000_0000,
    },
    due: () => $.by("2020-12-31", "2020-12-31"),
  },
} satisfies $.Requirements<Facts>;

const constraints = {
  燃煤电厂储煤不低于18天: {
    quotations: ["燃煤电厂储煤不低于18天"],
    measure: { unit: "天", scale: 1, actual: (facts) => 可用天数(facts), operator: ">=", target: () => 18 },
  },
} satisfies $.Requirements<Facts>;

const source: $.PolicySource<Facts> = {
  name: "能源储备",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["四(三)"] },
  issued: "2020-05-13",
  responsible: ["市发展改革委", "市经济和信息化局", "市商务局", "市城管执法委", "武汉供电公司"],
  inputs,
  definitions: [{ name: "可用天数", assumptions: ["文件未写储煤的天数怎样算,按日耗煤算"] }],
  outcomes,
  targets,
  constraints,
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
