// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 就业创业服务补贴 asks for. */
export interface Input {
  /** 人, 至少 0人 */
  readonly 介绍就业人数: number | string;
  /** 是否 */
  readonly 符合条件: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元 */
  readonly 补贴金额: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = { 介绍就业人数: $.Quantity; 符合条件: $.Truth; 补贴金额: $.Quantity };

const inputs = {
  介绍就业人数: $.quantity("介绍就业人数", "人", 1, { step: "1", atLeast: "0" }),
  符合条件: $.flag("符合条件"),
  基准日: $.date("基准日"),
};

const outcomes = {
  补贴金额: $.amount("补贴金额", "元", 100),
};

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 补贴金额: $.Quantity = outcomes.补贴金额.none;
  let truth: $.Truth;

  clauses: {
    // 就业创业服务补贴/人力资源服务机构
    if ((truth = facts.符合条件) !== false) {
      const id = "就业创业服务补贴/人力资源服务机构";
      补贴金额 = $.times(1000_00, facts.介绍就业人数);
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["对介绍各类劳动者到企业就业的人力资源服务机构,符合条件的给予1000元/人的就业创业服务补贴"],
          results: { 补贴金额: $.must(补贴金额) },
        });
      }
    }
  }

  facts.补贴金额 = ledger?.settle("补贴金额", 补贴金额) ?? 补贴金额;
  return facts;
}

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    介绍就业人数: $.readCount(inputs.介绍就业人数, given.介绍就业人数),
    符合条件: $.readFlag(inputs.符合条件, given.符合条件),
    补贴金额: outcomes.补贴金额.none,
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 2 + $.isGiven(given.基准日), given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "就业创业服务补贴",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["一(二)"] },
  issued: "2020-05-13",
  responsible: ["市人力资源社会保障局", "各区人民政府"],
  inputs,
  outcomes,
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
