// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 保运转支出 asks for. */
export interface Input {
  /** 是否 */
  readonly 保运转支出: boolean;
  /** 是否 */
  readonly 预算安排存在缺口: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 其中之一 */
  readonly 补足缺口: $.CompleteOutcome;
  /** 事项 */
  readonly 按时足额落实: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = { 保运转支出: $.Truth; 预算安排存在缺口: $.Truth; 补足缺口: $.Text; 按时足额落实: $.Truth };

const inputs = {
  保运转支出: $.flag("保运转支出"),
  预算安排存在缺口: $.flag("预算安排存在缺口"),
  基准日: $.date("基准日"),
};

const outcomes = {
  补足缺口: $.answer("补足缺口", ["调整预算", "调剂预算"]),
  按时足额落实: $.matter("按时足额落实"),
};

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 补足缺口: $.Text = outcomes.补足缺口.none;
  let 按时足额落实: $.Truth = outcomes.按时足额落实.none;
  let truth: $.Truth;

  clauses: {
    // 保运转支出/补足缺口
    if ((truth = facts.保运转支出) !== false && (truth = $.and(truth, facts.预算安排存在缺口)) !== false) {
      const id = "保运转支出/补足缺口";
      补足缺口 = new $.Options(["调整预算", "调剂预算"]);
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["对保运转支出预算安排存在缺口的,及时调整或者调剂预算补足"],
          results: { 补足缺口: $.must(补足缺口) },
        });
      }
    }

    // 保运转支出/按时足额
    if ((truth = facts.保运转支出) !== false) {
      const id = "保运转支出/按时足额";
      按时足额落实 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["确保保运转支出按时足额落实"],
          results: { 按时足额落实: $.must(按时足额落实) },
        });
      }
    }
  }

  facts.补足缺口 = ledger?.settle("补足缺口", 补足缺口) ?? 补足缺口;
  facts.按时足额落实 = ledger?.settle("按时足额落实", 按时足额落实) ?? 按时足额落实;
  return facts;
}

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    保运转支出: $.readFlag(inputs.保运转支出, given.保运转支出),
    预算安排存在缺口: $.readFlag(inputs.预算安排存在缺口, given.预算安排存在缺口),
    补足缺口: outcomes.补足缺口.none,
    按时足额落实: outcomes.按时足额落实.none,
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 2 + $.isGiven(given.基准日), given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "保运转支出",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["六(二)"] },
  issued: "2020-05-13",
  responsible: ["市财政局", "各区人民政府"],
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
