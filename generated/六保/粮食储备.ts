// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 粮食储备 asks for. */
export interface Input {
  /** 是否 */
  readonly 疫情期间: boolean;
  /** 吨, 至少 0吨 */
  readonly 成品粮库存: number | string;
  /** 吨/天, 大于 0吨/天 */
  readonly 日供应量: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 实施粮食供应总量动态平衡管理: $.CompleteOutcome;
  /** 事项 */
  readonly 核查米面油库存: $.CompleteOutcome;
  /** 事项 */
  readonly 确保粮油供应不脱销: $.CompleteOutcome;
  /** 事项 */
  readonly 确保粮油供应不空档: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, keyof typeof constraints, Facts>;

export type Result = $.Answer<Outcomes, never, keyof typeof constraints, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 疫情期间: $.Truth; readonly 成品粮库存: $.Quantity; readonly 日供应量: $.Quantity };

export type ExactOutcomes = {
  readonly 实施粮食供应总量动态平衡管理: $.Truth;
  readonly 核查米面油库存: $.Truth;
  readonly 确保粮油供应不脱销: $.Truth;
  readonly 确保粮油供应不空档: $.Truth;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  疫情期间: $.flag("疫情期间"),
  成品粮库存: $.quantity("成品粮库存", "吨", 10000, { atLeast: "0" }),
  日供应量: $.quantity("日供应量", "吨/天", 10000, { above: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  实施粮食供应总量动态平衡管理: $.matter("实施粮食供应总量动态平衡管理"),
  核查米面油库存: $.matter("核查米面油库存"),
  确保粮油供应不脱销: $.matter("确保粮油供应不脱销"),
  确保粮油供应不空档: $.matter("确保粮油供应不空档"),
};

/** 推定 文件未写供应量怎样算,按日供应量算 */
export function 可供应天数(facts: Facts): $.Quantity {
  return $.over(facts.成品粮库存, facts.日供应量, "成品粮库存", "日供应量");
}

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 粮食储备/管理和核查
  ledger.clause("粮食储备/管理和核查", true, {
    quotations: ["实施粮食供应总量动态平衡管理,全面核查米面油库存情况"],
    results: {
      实施粮食供应总量动态平衡管理: $.must(true),
      核查米面油库存: $.must(true),
    },
  });

  // 粮食储备/不断供
  ledger.clause("粮食储备/不断供", facts.疫情期间, {
    quotations: ["确保疫情期间……粮油供应不脱销、不空档"],
    results: {
      确保粮油供应不脱销: $.must(true),
      确保粮油供应不空档: $.must(true),
    },
  });
  facts.实施粮食供应总量动态平衡管理 = ledger.settle("实施粮食供应总量动态平衡管理");
  facts.核查米面油库存 = ledger.settle("核查米面油库存");
  facts.确保粮油供应不脱销 = ledger.settle("确保粮油供应不脱销");
  facts.确保粮油供应不空档 = ledger.settle("确保粮油供应不空档");
}

const constraints = {
  成品粮库存不低于30天供应量: {
    quotations: ["确保疫情期间成品粮库存不低于30天供应量"],
    when: (facts) => facts.疫情期间,
    measure: { unit: "天", scale: 1, actual: (facts) => 可供应天数(facts), operator: ">=", target: () => 30 },
  },
} satisfies $.Requirements<Facts>;

const source: $.PolicySource<Facts> = {
  name: "粮食储备",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["四(二)"] },
  issued: "2020-05-13",
  responsible: ["市发展改革委", "市财政局", "市商务局", "市市场监管局"],
  inputs,
  definitions: [{ name: "可供应天数", assumptions: ["文件未写供应量怎样算,按日供应量算"] }],
  outcomes,
  constraints,
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
