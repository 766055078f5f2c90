// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 低保收入核算 asks for. */
export interface Input {
  /** 是否 */
  readonly 低保或低收入对象: boolean;
  /** 是否 */
  readonly 疫情后务工复工或个体经营: boolean;
  /** 月份 */
  readonly 月份: string;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 实际收入: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元 */
  readonly 计入收入: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = {
  低保或低收入对象: $.Truth;
  疫情后务工复工或个体经营: $.Truth;
  月份: $.Text;
  实际收入: $.Quantity;
  计入收入: $.Quantity;
};

const inputs = {
  低保或低收入对象: $.flag("低保或低收入对象"),
  疫情后务工复工或个体经营: $.flag("疫情后务工复工或个体经营"),
  月份: $.month("月份"),
  实际收入: $.quantity("实际收入", "元", 100, { step: "0.01", atLeast: "0" }),
  基准日: $.date("基准日"),
};

const outcomes = {
  计入收入: $.amount("计入收入", "元", 100, {
    assumptions: ["月份是取得收入的月份;实际收入是该月因务工、复工或者经营取得的收入"],
  }),
};

export function 适用核算办法(facts: Facts): $.Truth {
  return $.and(facts.低保或低收入对象, facts.疫情后务工复工或个体经营);
}

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 计入收入: $.Quantity = outcomes.计入收入.none;
  let truth: $.Truth;

  clauses: {
    // 低保收入核算/不计算收入
    if (
      (truth = 适用核算办法(facts)) !== false &&
      (truth = $.and(truth, $.and($.atLeast(facts.月份, "2020-04"), $.atMost(facts.月份, "2020-06")))) !== false
    ) {
      const id = "低保收入核算/不计算收入";
      计入收入 = 0;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: [
            "对疫情后外出务工、返岗复工、个体经营的低保及低收入对象,2020年4—6月不计算收入,7—12月减半计算收入",
          ],
          results: { 计入收入: $.must(计入收入) },
        });
      }
    }

    // 低保收入核算/减半计算收入
    if (
      (truth = 适用核算办法(facts)) !== false &&
      (truth = $.and(truth, $.and($.atLeast(facts.月份, "2020-07"), $.atMost(facts.月份, "2020-12")))) !== false
    ) {
      const id = "低保收入核算/减半计算收入";
      计入收入 = $.inUnitsOf($.times(facts.实际收入, 5000), 10000);
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: [
            "对疫情后外出务工、返岗复工、个体经营的低保及低收入对象,2020年4—6月不计算收入,7—12月减半计算收入",
          ],
          results: { 计入收入: $.must(计入收入) },
        });
      }
    }

    // 低保收入核算/全额计算收入
    if (ledger !== undefined || 计入收入 === outcomes.计入收入.none) {
      const id = "低保收入核算/全额计算收入";
      计入收入 = facts.实际收入;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, true, {
          quotations: [
            "对疫情后外出务工、返岗复工、个体经营的低保及低收入对象,2020年4—6月不计算收入,7—12月减半计算收入",
          ],
          assumptions: ["文件未写其他对象和其他月份,全额计算"],
          otherwise: true,
          results: { 计入收入: $.must(计入收入) },
        });
      }
    }
  }

  facts.计入收入 = ledger?.settle("计入收入", 计入收入) ?? 计入收入;
  return facts;
}

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    低保或低收入对象: $.readFlag(inputs.低保或低收入对象, given.低保或低收入对象),
    疫情后务工复工或个体经营: $.readFlag(inputs.疫情后务工复工或个体经营, given.疫情后务工复工或个体经营),
    月份: $.readTime(inputs.月份, given.月份),
    实际收入: $.readDecimal(inputs.实际收入, given.实际收入),
    计入收入: outcomes.计入收入.none,
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 4 + $.isGiven(given.基准日), given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "低保收入核算",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(一)"] },
  issued: "2020-05-13",
  responsible: ["市民政局", "市财政局", "市人力资源社会保障局", "各区人民政府"],
  inputs,
  definitions: [{ name: "适用核算办法" }],
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
