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

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = {
  上期面积: $.Quantity;
  本期面积: $.Quantity;
  上期质量等级: $.Quantity;
  本期质量等级: $.Quantity;
  用途改变: $.Truth;
};

const inputs = {
  上期面积: $.quantity("上期面积", "亩", 10000, { atLeast: "0" }),
  本期面积: $.quantity("本期面积", "亩", 10000, { atLeast: "0" }),
  上期质量等级: $.quantity("上期质量等级", "数", 1, { step: "1" }),
  本期质量等级: $.quantity("本期质量等级", "数", 1, { step: "1" }),
  用途改变: $.flag("用途改变"),
  基准日: $.date("基准日"),
};

const outcomes = {};

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, _ledger?: $.Ledger): Facts {
  return facts;
}

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

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    上期面积: $.readDecimal(inputs.上期面积, given.上期面积),
    本期面积: $.readDecimal(inputs.本期面积, given.本期面积),
    上期质量等级: $.readCount(inputs.上期质量等级, given.上期质量等级),
    本期质量等级: $.readCount(inputs.本期质量等级, given.本期质量等级),
    用途改变: $.readFlag(inputs.用途改变, given.用途改变),
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 5 + $.isGiven(given.基准日), given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "基本农田",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["四(一)"] },
  issued: "2020-05-13",
  responsible: ["市农业农村局", "市发展改革委", "各有关区人民政府"],
  inputs,
  outcomes,
  constraints,
  read,
  decide,
  isPlain: true,
  passes: 1,
  canFault: false,
};

const policy = new $.Policy<Facts, Result>(source);

/** JSON Schema (draft 2020-12) of the input. */
export const schema: $.Schema = policy.schema;

/** The document, the terms and their units, the clauses and their words. */
export const metadata: $.Metadata = policy.metadata;

/** Answers all outcomes; throws an InputError with every fault of the data. */
export function evaluate(input: Input): CompleteResult;
export function evaluate(input: Partial<Input>): Result;
export function evaluate(input: Partial<Input>): Result {
  return policy.answer(read(input));
}
