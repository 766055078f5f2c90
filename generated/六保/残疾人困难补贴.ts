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
  /** 月, 至少 0个月 */
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

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 类别: $.Text;
  readonly 本市: $.Truth;
  readonly 纳入低保: $.Truth;
  readonly 因疫情损失较重: $.Truth;
  readonly 连续未发放工资月数: $.Quantity;
  readonly 地区: $.Text;
  readonly 基准日: $.Text;
};

export type ExactOutcomes = { readonly 一次性困难补贴: $.Quantity; readonly 低保标准: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

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

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 残疾人困难补贴/困难补贴
  ledger.clause(
    "残疾人困难补贴/困难补贴",
    $.or(
      $.and($.is(facts.类别, "在岗残疾人职工"), facts.本市, $.atLeast(facts.连续未发放工资月数, 3)),
      $.and($.is(facts.类别, "自主创业或灵活就业残疾人"), $.not(facts.纳入低保)),
      $.and($.is(facts.类别, "农村残疾人"), facts.因疫情损失较重, $.not(facts.纳入低保)),
    ),
    {
      quotations: [
        "对因疫情连续3个月及以上未发放工资导致生活困难的本市在岗残疾人职工、未纳入低保的自主创业和灵活就业残疾人,以及从事种养业因疫情损失较重、未纳入低保的农村残疾人,参照当地低保标准给予一个月的一次性困难补贴",
      ],
      results: {
        一次性困难补贴: $.must($.times(facts.低保标准, 1)),
      },
    },
  );

  // 低保标准/城市标准
  ledger.clause("低保标准/城市标准", $.is(facts.地区, "城市"), {
    name: "城市标准",
    quotations: ["从4月1日起,城乡低保标准分别提高至830元/月和680元/月"],
    period: { from: "2020-04-01" },
    results: {
      低保标准: $.must(830_00),
    },
  });

  // 低保标准/农村标准
  ledger.clause("低保标准/农村标准", $.is(facts.地区, "农村"), {
    name: "农村标准",
    quotations: ["从4月1日起,城乡低保标准分别提高至830元/月和680元/月"],
    period: { from: "2020-04-01" },
    results: {
      低保标准: $.must(680_00),
    },
  });
  facts.低保标准 = ledger.settle("低保标准");
  facts.一次性困难补贴 = ledger.settle("一次性困难补贴");
}

const source: $.PolicySource<Facts> = {
  name: "残疾人困难补贴",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(三)"] },
  issued: "2020-05-13",
  responsible: ["市退役军人事务局", "市扶贫开发办", "市财政局", "市残联", "各区人民政府"],
  inputs,
  outcomes,
  weigh,
  isPlain: false,
  passes: 2,
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
