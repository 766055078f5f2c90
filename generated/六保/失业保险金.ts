// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 失业保险金 asks for. */
export interface Input {
  /** 元/月, 精确到 0.01, 至少 0元/月 */
  readonly 当地月最低工资标准: number | string;
  /** 是否 */
  readonly 领取期满仍未就业: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元/月 */
  readonly 失业保险金标准: $.CompleteOutcome;
  /** 其中之一 */
  readonly 申领: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = {
  当地月最低工资标准: $.Quantity;
  领取期满仍未就业: $.Truth;
  失业保险金标准: $.Quantity;
  申领: $.Text;
};

const inputs = {
  当地月最低工资标准: $.quantity("当地月最低工资标准", "元/月", 100, { step: "0.01", atLeast: "0" }),
  领取期满仍未就业: $.flag("领取期满仍未就业"),
  基准日: $.date("基准日"),
};

const outcomes = {
  失业保险金标准: $.amount("失业保险金标准", "元/月", 100),
  申领: $.answer("申领", ["失业保险金", "失业补助金"]),
};

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 失业保险金标准: $.Quantity = outcomes.失业保险金标准.none;
  let 申领: $.Text = outcomes.申领.none;
  let truth: $.Truth;

  clauses: {
    // 失业保险金/标准
    {
      const id = "失业保险金/标准";
      失业保险金标准 = $.inUnitsOf($.times(facts.当地月最低工资标准, 9000), 10000);
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, true, {
          quotations: ["将失业保险金标准提高至当地月最低工资标准的90%"],
          results: { 失业保险金标准: $.must(失业保险金标准) },
        });
      }
    }

    // 失业保险金/期满申领
    if ((truth = facts.领取期满仍未就业) !== false) {
      const id = "失业保险金/期满申领";
      申领 = new $.Options(["失业保险金", "失业补助金"]);
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["对领取失业保险期满仍未就业的失业人员,按不同情形可申领失业保险金或者失业补助金"],
          assumptions: ["何种情形申领哪一种,文件未写"],
          results: { 申领: $.may(申领) },
        });
      }
    }
  }

  facts.失业保险金标准 = ledger?.settle("失业保险金标准", 失业保险金标准) ?? 失业保险金标准;
  facts.申领 = ledger?.settle("申领", 申领) ?? 申领;
  return facts;
}

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    当地月最低工资标准: $.readDecimal(inputs.当地月最低工资标准, given.当地月最低工资标准),
    领取期满仍未就业: $.readFlag(inputs.领取期满仍未就业, given.领取期满仍未就业),
    失业保险金标准: outcomes.失业保险金标准.none,
    申领: outcomes.申领.none,
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 2 + $.isGiven(given.基准日), given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "失业保险金",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(一)"] },
  issued: "2020-05-13",
  responsible: ["市民政局", "市财政局", "市人力资源社会保障局", "各区人民政府"],
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
