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

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = {
  疫情期间: $.Truth;
  成品粮库存: $.Quantity;
  日供应量: $.Quantity;
  实施粮食供应总量动态平衡管理: $.Truth;
  核查米面油库存: $.Truth;
  确保粮油供应不脱销: $.Truth;
  确保粮油供应不空档: $.Truth;
};

const inputs = {
  疫情期间: $.flag("疫情期间"),
  成品粮库存: $.quantity("成品粮库存", "吨", 10000, { atLeast: "0" }),
  日供应量: $.quantity("日供应量", "吨/天", 10000, { above: "0" }),
  基准日: $.date("基准日"),
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

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 实施粮食供应总量动态平衡管理: $.Truth = outcomes.实施粮食供应总量动态平衡管理.none;
  let 核查米面油库存: $.Truth = outcomes.核查米面油库存.none;
  let 确保粮油供应不脱销: $.Truth = outcomes.确保粮油供应不脱销.none;
  let 确保粮油供应不空档: $.Truth = outcomes.确保粮油供应不空档.none;
  let truth: $.Truth;

  clauses: {
    // 粮食储备/管理和核查
    {
      const id = "粮食储备/管理和核查";
      实施粮食供应总量动态平衡管理 = true;
      核查米面油库存 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, true, {
          quotations: ["实施粮食供应总量动态平衡管理,全面核查米面油库存情况"],
          results: {
            实施粮食供应总量动态平衡管理: $.must(实施粮食供应总量动态平衡管理),
            核查米面油库存: $.must(核查米面油库存),
          },
        });
      }
    }

    // 粮食储备/不断供
    if ((truth = facts.疫情期间) !== false) {
      const id = "粮食储备/不断供";
      确保粮油供应不脱销 = true;
      确保粮油供应不空档 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["确保疫情期间……粮油供应不脱销、不空档"],
          results: { 确保粮油供应不脱销: $.must(确保粮油供应不脱销), 确保粮油供应不空档: $.must(确保粮油供应不空档) },
        });
      }
    }
  }

  facts.实施粮食供应总量动态平衡管理 =
    ledger?.settle("实施粮食供应总量动态平衡管理", 实施粮食供应总量动态平衡管理) ?? 实施粮食供应总量动态平衡管理;
  facts.核查米面油库存 = ledger?.settle("核查米面油库存", 核查米面油库存) ?? 核查米面油库存;
  facts.确保粮油供应不脱销 = ledger?.settle("确保粮油供应不脱销", 确保粮油供应不脱销) ?? 确保粮油供应不脱销;
  facts.确保粮油供应不空档 = ledger?.settle("确保粮油供应不空档", 确保粮油供应不空档) ?? 确保粮油供应不空档;
  return facts;
}

const constraints = {
  成品粮库存不低于30天供应量: {
    quotations: ["确保疫情期间成品粮库存不低于30天供应量"],
    when: (facts) => facts.疫情期间,
    measure: { unit: "天", scale: 1, actual: (facts) => 可供应天数(facts), operator: ">=", target: () => 30 },
  },
} satisfies $.Requirements<Facts>;

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    疫情期间: $.readFlag(inputs.疫情期间, given.疫情期间),
    成品粮库存: $.readDecimal(inputs.成品粮库存, given.成品粮库存),
    日供应量: $.readDecimal(inputs.日供应量, given.日供应量),
    实施粮食供应总量动态平衡管理: outcomes.实施粮食供应总量动态平衡管理.none,
    核查米面油库存: outcomes.核查米面油库存.none,
    确保粮油供应不脱销: outcomes.确保粮油供应不脱销.none,
    确保粮油供应不空档: outcomes.确保粮油供应不空档.none,
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 3 + $.isGiven(given.基准日), given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "粮食储备",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["四(二)"] },
  issued: "2020-05-13",
  responsible: ["市发展改革委", "市财政局", "市商务局", "市市场监管局"],
  inputs,
  definitions: [{ name: "可供应天数", assumptions: ["文件未写供应量怎样算,按日供应量算"] }],
  outcomes,
  constraints,
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
