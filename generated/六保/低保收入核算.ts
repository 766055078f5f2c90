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

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 低保或低收入对象: $.Truth;
  readonly 疫情后务工复工或个体经营: $.Truth;
  readonly 月份: $.Text;
  readonly 实际收入: $.Quantity;
};

export type ExactOutcomes = { readonly 计入收入: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  低保或低收入对象: $.flag("低保或低收入对象"),
  疫情后务工复工或个体经营: $.flag("疫情后务工复工或个体经营"),
  月份: $.month("月份"),
  实际收入: $.quantity("实际收入", "元", 100, { step: "0.01", atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  计入收入: $.amount("计入收入", "元", 100, {
    assumptions: ["月份是取得收入的月份;实际收入是该月因务工、复工或者经营取得的收入"],
  }),
};

export function 适用核算办法(facts: Facts): $.Truth {
  return $.and(facts.低保或低收入对象, facts.疫情后务工复工或个体经营);
}

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 低保收入核算/不计算收入
  ledger.clause(
    "低保收入核算/不计算收入",
    $.and(适用核算办法(facts), $.and($.atLeast(facts.月份, "2020-04"), $.atMost(facts.月份, "2020-06"))),
    {
      quotations: [
        "对疫情后外出务工、返岗复工、个体经营的低保及低收入对象,2020年4—6月不计算收入,7—12月减半计算收入",
      ],
      results: {
        计入收入: $.must(0),
      },
    },
  );

  // 低保收入核算/减半计算收入
  ledger.clause(
    "低保收入核算/减半计算收入",
    $.and(适用核算办法(facts), $.and($.atLeast(facts.月份, "2020-07"), $.atMost(facts.月份, "2020-12"))),
    {
      quotations: [
        "对疫情后外出务工、返岗复工、个体经营的低保及低收入对象,2020年4—6月不计算收入,7—12月减半计算收入",
      ],
      results: {
        计入收入: $.must($.inUnitsOf($.times(facts.实际收入, 5000), 10000)),
      },
    },
  );

  // 低保收入核算/全额计算收入
  ledger.clause("低保收入核算/全额计算收入", true, {
    quotations: [
      "对疫情后外出务工、返岗复工、个体经营的低保及低收入对象,2020年4—6月不计算收入,7—12月减半计算收入",
    ],
    assumptions: ["文件未写其他对象和其他月份,全额计算"],
    otherwise: true,
    results: {
      计入收入: $.must(facts.实际收入),
    },
  });
  facts.计入收入 = ledger.settle("计入收入");
}

const source: $.PolicySource<Facts> = {
  name: "低保收入核算",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(一)"] },
  issued: "2020-05-13",
  responsible: ["市民政局", "市财政局", "市人力资源社会保障局", "各区人民政府"],
  inputs,
  definitions: [{ name: "适用核算办法" }],
  outcomes,
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
