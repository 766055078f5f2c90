// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 低保标准 asks for. */
export interface Input {
  /** 其中之一 */
  readonly 地区: "城市" | "农村";
  /** 日期 */
  readonly 基准日: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元/月 */
  readonly 低保标准: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 地区: $.Text; readonly 基准日: $.Text };

export type ExactOutcomes = { readonly 低保标准: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  地区: $.choice("地区", ["城市", "农村"]),
  基准日: $.date("基准日"),
};

const outcomes = {
  低保标准: $.amount("低保标准", "元/月", 100),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 低保标准/城市标准
  ledger.clause("低保标准/城市标准", $.is(facts.地区, "城市"), {
    quotations: ["从4月1日起,城乡低保标准分别提高至830元/月和680元/月"],
    period: { from: "2020-04-01" },
    results: {
      低保标准: $.must(830_00),
    },
  });

  // 低保标准/农村标准
  ledger.clause("低保标准/农村标准", $.is(facts.地区, "农村"), {
    quotations: ["从4月1日起,城乡低保标准分别提高至830元/月和680元/月"],
    period: { from: "2020-04-01" },
    results: {
      低保标准: $.must(680_00),
    },
  });
  facts.低保标准 = ledger.settle("低保标准");
}

const source: $.PolicySource<Facts> = {
  name: "低保标准",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(一)"] },
  issued: "2020-05-13",
  responsible: ["市民政局", "市财政局", "市人力资源社会保障局", "各区人民政府"],
  inputs,
  outcomes,
  weigh,
  isPlain: false,
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
