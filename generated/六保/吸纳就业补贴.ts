// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 吸纳就业补贴 asks for. */
export interface Input {
  /** 其中之一 */
  readonly 人员类别: "高校毕业生" | "农村劳动力" | "贫困劳动力" | "下岗失业人员" | "就业困难人员" | "其他";
  /** 人, 至少 0人 */
  readonly 吸纳人数: number | string;
  /** 是否 */
  readonly 符合条件: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元/人 */
  readonly 补贴标准: $.CompleteOutcome;
  /** 元 */
  readonly 补贴金额: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 人员类别: $.Text; readonly 吸纳人数: $.Quantity; readonly 符合条件: $.Truth };

export type ExactOutcomes = { readonly 补贴标准: $.Quantity; readonly 补贴金额: $.Quantity };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  人员类别: $.choice("人员类别", ["高校毕业生", "农村劳动力", "贫困劳动力", "下岗失业人员", "就业困难人员", "其他"]),
  吸纳人数: $.quantity("吸纳人数", "人", 1, { step: "1", atLeast: "0" }),
  符合条件: $.flag("符合条件"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  补贴标准: $.amount("补贴标准", "元/人", 100),
  补贴金额: $.amount("补贴金额", "元", 100),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 吸纳就业补贴/重点群体
  ledger.clause(
    "吸纳就业补贴/重点群体",
    $.and(
      $.oneOf(facts.人员类别, ["高校毕业生", "农村劳动力", "贫困劳动力", "下岗失业人员", "就业困难人员"]),
      facts.符合条件,
    ),
    {
      quotations: [
        "对吸纳高校毕业生、农村劳动力、贫困劳动力、下岗失业和就业困难人员的企业,符合条件的给予1000元—2000元/人的一次性吸纳就业补贴",
      ],
      results: {
        补贴标准: $.must($.between(1000_00, 2000_00)),
      },
    },
  );
  facts.补贴标准 = ledger.settle("补贴标准");
  facts.补贴金额 = ledger.derive("补贴金额", $.times(facts.补贴标准, facts.吸纳人数), ["补贴标准"]);
}

const source: $.PolicySource<Facts> = {
  name: "吸纳就业补贴",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["一(二)"] },
  issued: "2020-05-13",
  responsible: ["市人力资源社会保障局", "各区人民政府"],
  inputs,
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
