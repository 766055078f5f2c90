// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 指标与约束 asks for. */
export interface Input {
  /** 个, 至少 0个 */
  readonly 工业项目: number | string;
  /** 个, 至少 1个 */
  readonly 招商项目: number | string;
  /** 吨, 至少 0吨 */
  readonly 库存: number | string;
  /** 吨/天, 大于 0吨/天 */
  readonly 日供应量: number | string;
  /** 是否 */
  readonly 疫情期间: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, keyof typeof targets, keyof typeof constraints, Facts>;

export type Result = $.Answer<Outcomes, keyof typeof targets, keyof typeof constraints, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 工业项目: $.Quantity;
  readonly 招商项目: $.Quantity;
  readonly 库存: $.Quantity;
  readonly 日供应量: $.Quantity;
  readonly 疫情期间: $.Truth;
};

export type ExactOutcomes = {};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  工业项目: $.quantity("工业项目", "个", 1, { step: "1", atLeast: "0" }),
  招商项目: $.quantity("招商项目", "个", 1, { step: "1", atLeast: "1" }),
  库存: $.quantity("库存", "吨", 10000, { atLeast: "0" }),
  日供应量: $.quantity("日供应量", "吨/天", 10000, { above: "0" }),
  疫情期间: $.flag("疫情期间"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(_facts: $.Open<Facts>, _ledger: $.Ledger): void {}

const targets = {
  工业项目占比: {
    measure: {
      unit: "比例",
      scale: 1,
      actual: (facts) => $.over(facts.工业项目, facts.招商项目, "工业项目", "招商项目"),
      operator: ">=",
      target: () => $.fraction(1n, 3n),
    },
    due: () => $.by("2020-12-31", "2020-12-31"),
  },
} satisfies $.Requirements<Facts>;

const constraints = {
  库存: {
    when: (facts) => facts.疫情期间,
    measure: {
      unit: "天",
      scale: 1,
      actual: (facts) => $.over(facts.库存, facts.日供应量, "库存", "日供应量"),
      operator: ">=",
      target: () => 30,
    },
  },
} satisfies $.Requirements<Facts>;

const source: $.PolicySource<Facts> = {
  name: "指标与约束",
  inputs,
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
