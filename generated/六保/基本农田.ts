// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 基本农田 asks for. */
export interface Input {
  /** 亩, 至少 0亩 */
  readonly 上期面积: number | string;
  /** 亩, 至少 0亩 */
  readonly 本期面积: number | string;
  /** 数 */
  readonly 上期质量等级: number | string;
  /** 数 */
  readonly 本期质量等级: number | string;
  /** 是否 */
  readonly 用途改变: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, keyof typeof constraints, Facts>;

export type Result = $.Answer<Outcomes, never, keyof typeof constraints, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 上期面积: $.Quantity;
  readonly 本期面积: $.Quantity;
  readonly 上期质量等级: $.Quantity;
  readonly 本期质量等级: $.Quantity;
  readonly 用途改变: $.Truth;
};

export type ExactOutcomes = {};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  上期面积: $.quantity("上期面积", "亩", 10000, { atLeast: "0" }),
  本期面积: $.quantity("本期面积", "亩", 10000, { atLeast: "0" }),
  上期质量等级: $.quantity("上期质量等级", "数", 1, { step: "1" }),
  本期质量等级: $.quantity("本期质量等级", "数", 1, { step: "1" }),
  用途改变: $.flag("用途改变"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(_facts: $.Open<Facts>, _ledger: $.Ledger): void {}

const constraints = {
  面积不减少: {
    quotations: ["坚决守住耕地“红线”,确保基本农田面积不减少"],
    assumptions: ["与上期的面积相比"],
    measure: {
      unit: "亩",
      scale: 10000,
      actual: (facts) => facts.本期面积,
      operator: ">=",
      target: (facts) => facts.上期面积,
    },
  },

  质量不降低: {
    quotations: ["质量不降低"],
    assumptions: ["与上期的质量等级相比,数越大等级越高"],
    measure: {
      unit: "数",
      scale: 1,
      actual: (facts) => facts.本期质量等级,
      operator: ">=",
      target: (facts) => facts.上期质量等级,
    },
  },

  用途不改变: { quotations: ["用途不改变"], requires: (facts) => $.not(facts.用途改变) },
} satisfies $.Requirements<Facts>;

const source: $.PolicySource<Facts> = {
  name: "基本农田",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["四(一)"] },
  issued: "2020-05-13",
  responsible: ["市农业农村局", "市发展改革委", "各有关区人民政府"],
  inputs,
  outcomes,
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
