// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 残疾人困难补贴 asks for. */
export interface Input {
  /** 其中之一 */
  readonly 类别: "在岗残疾人职工" | "自主创业或灵活就业残疾人" | "农村残疾人" | "其他";
  /** 是否 */
  readonly 本市: boolean;
  /** 是否 */
  readonly 纳入低保: boolean;
  /** 是否 */
  readonly 因疫情损失较重: boolean;
  /** 月, 至少 0月 */
  readonly 连续未发放工资月数: number | string;
  /** 其中之一 */
  readonly 地区: "城市" | "农村";
  /** 日期 */
  readonly 基准日: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元 */
  readonly 一次性困难补贴: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = {
  类别: $.Text;
  本市: $.Truth;
  纳入低保: $.Truth;
  因疫情损失较重: $.Truth;
  连续未发放工资月数: $.Quantity;
  地区: $.Text;
  基准日: $.Text;
  一次性困难补贴: $.Quantity;
  低保标准: $.Quantity;
};

const inputs = {
  类别: $.choice("类别", ["在岗残疾人职工", "自主创业或灵活就业残疾人", "农村残疾人", "其他"]),
  本市: $.flag("本市"),
  纳入低保: $.flag("纳入低保"),
  因疫情损失较重: $.flag("因疫情损失较重"),
  连续未发放工资月数: $.quantity("连续未发放工资月数", "月", 1, { step: "1", atLeast: "0" }),
  地区: $.choice("地区", ["城市", "农村"]),
  基准日: $.date("基准日"),
};

const outcomes = {
  一次性困难补贴: $.amount("一次性困难补贴", "元", 100, {
    assumptions: [
      "连续三个月未发放工资的,即为因疫情导致生活困难",
      "「本市」只限在岗残疾人职工;「未纳入低保」不限在岗残疾人职工",
      "因疫情损失较重,指从事种养业的损失",
      "参照,即等于当地低保标准",
    ],
  }),
  低保标准: $.amount("低保标准", "元/月", 100, { isImported: true }),
};

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 一次性困难补贴: $.Quantity = outcomes.一次性困难补贴.none;
  let 低保标准: $.Quantity = outcomes.低保标准.none;
  let truth: $.Truth;

  clauses: {
    // 残疾人困难补贴/困难补贴
    if (
      (truth = $.or(
        $.or(
          $.and($.and($.is(facts.类别, "在岗残疾人职工"), facts.本市), $.atLeast(facts.连续未发放工资月数, 3)),
          $.and($.is(facts.类别, "自主创业或灵活就业残疾人"), $.not(facts.纳入低保)),
        ),
        $.and($.and($.is(facts.类别, "农村残疾人"), facts.因疫情损失较重), $.not(facts.纳入低保)),
      )) !== false
    ) {
      const id = "残疾人困难补贴/困难补贴";
      一次性困难补贴 = $.times(facts.低保标准, 1);
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: [
            "对因疫情连续3个月及以上未发放工资导致生活困难的本市在岗残疾人职工、未纳入低保的自主创业和灵活就业残疾人,以及从事种养业因疫情损失较重、未纳入低保的农村残疾人,参照当地低保标准给予一个月的一次性困难补贴",
          ],
          results: { 一次性困难补贴: $.must(一次性困难补贴) },
        });
      }
    }

    // 低保标准/城市标准
    if ((truth = $.is(facts.地区, "城市")) !== false) {
      const id = "低保标准/城市标准";
      低保标准 = 830_00;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          name: "城市标准",
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
          name: "农村标准",
          quotations: ["从4月1日起,城乡低保标准分别提高至830元/月和680元/月"],
          period: { from: "2020-04-01" },
          results: { 低保标准: $.must(低保标准) },
        });
      }
    }
  }

  facts.低保标准 = ledger?.settle("低保标准", 低保标准) ?? 低保标准;
  facts.一次性困难补贴 = ledger?.settle("一次性困难补贴", 一次性困难补贴) ?? 一次性困难补贴;
  return facts;
}

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    类别: $.readChoice(inputs.类别, given.类别),
    本市: $.readFlag(inputs.本市, given.本市),
    纳入低保: $.readFlag(inputs.纳入低保, given.纳入低保),
    因疫情损失较重: $.readFlag(inputs.因疫情损失较重, given.因疫情损失较重),
    连续未发放工资月数: $.readCount(inputs.连续未发放工资月数, given.连续未发放工资月数),
    地区: $.readChoice(inputs.地区, given.地区),
    基准日: $.readTime(inputs.基准日, given.基准日),
    一次性困难补贴: outcomes.一次性困难补贴.none,
    低保标准: outcomes.低保标准.none,
  };
  $.end(names, 7, given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "残疾人困难补贴",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(三)"] },
  issued: "2020-05-13",
  responsible: ["市退役军人事务局", "市扶贫开发办", "市财政局", "市残联", "各区人民政府"],
  inputs,
  outcomes,
  read,
  decide,
  isPlain: false,
  passes: 2,
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
