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

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = { 地区: $.Text; 基准日: $.Text; 低保标准: $.Quantity };

const inputs = {
  地区: $.choice("地区", ["城市", "农村"]),
  基准日: $.date("基准日"),
};

const outcomes = {
  低保标准: $.amount("低保标准", "元/月", 100),
};

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 低保标准: $.Quantity = outcomes.低保标准.none;
  let truth: $.Truth;

  clauses: {
    // 低保标准/城市标准
    if ((truth = $.is(facts.地区, "城市")) !== false) {
      const id = "低保标准/城市标准";
      低保标准 = 830_00;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["从4月1日起,城乡低保标准分别提高至830元/月和680元/月"],
          period: { from: "2020-04-01" },
          results: { 低保标准: $.must(低保标准) },
        });
      }
    }

    // 低保标准/农村标准
    if ((truth = $.is(facts.地区, "农村")) !== false) {
      const id = "低保标准/农村标准";
      低保标准 = 680_00;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["从4月1日起,城乡低保标准分别提高至830元/月和680元/月"],
          period: { from: "2020-04-01" },
          results: { 低保标准: $.must(低保标准) },
        });
      }
    }
  }

  facts.低保标准 = ledger?.settle("低保标准", 低保标准) ?? 低保标准;
  return facts;
}

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    地区: $.readChoice(inputs.地区, given.地区),
    基准日: $.readTime(inputs.基准日, given.基准日),
    低保标准: outcomes.低保标准.none,
  };
  $.end(names, 2, given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "低保标准",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(一)"] },
  issued: "2020-05-13",
  responsible: ["市民政局", "市财政局", "市人力资源社会保障局", "各区人民政府"],
  inputs,
  outcomes,
  read,
  decide,
  isPlain: false,
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
