// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 产销对接 asks for. */
export interface Input {
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 建立常态化对接机制: $.CompleteOutcome;
  /** 事项 */
  readonly 明确产品推广目录: $.CompleteOutcome;
  /** 事项 */
  readonly 明确采购单位名录: $.CompleteOutcome;
  /** 事项 */
  readonly 制定产品推广应用政策: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = {
  建立常态化对接机制: $.Truth;
  明确产品推广目录: $.Truth;
  明确采购单位名录: $.Truth;
  制定产品推广应用政策: $.Truth;
};

const inputs = {
  基准日: $.date("基准日"),
};

const outcomes = {
  建立常态化对接机制: $.matter("建立常态化对接机制"),
  明确产品推广目录: $.matter("明确产品推广目录"),
  明确采购单位名录: $.matter("明确采购单位名录"),
  制定产品推广应用政策: $.matter("制定产品推广应用政策"),
};

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 建立常态化对接机制: $.Truth = outcomes.建立常态化对接机制.none;
  let 明确产品推广目录: $.Truth = outcomes.明确产品推广目录.none;
  let 明确采购单位名录: $.Truth = outcomes.明确采购单位名录.none;
  let 制定产品推广应用政策: $.Truth = outcomes.制定产品推广应用政策.none;

  clauses: {
    // 产销对接/对接机制
    {
      const id = "产销对接/对接机制";
      建立常态化对接机制 = true;
      明确产品推广目录 = true;
      明确采购单位名录 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, true, {
          quotations: [
            "建立常态化对接机制,明确产品推广目录和采购单位名录,促进中小企业与龙头企业、应用单位和销售企业开展对接",
          ],
          results: {
            建立常态化对接机制: $.must(建立常态化对接机制),
            明确产品推广目录: $.must(明确产品推广目录),
            明确采购单位名录: $.must(明确采购单位名录),
          },
        });
      }
    }

    // 产销对接/推广政策
    {
      const id = "产销对接/推广政策";
      制定产品推广应用政策 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, true, {
          quotations: ["制定产品推广应用政策"],
          results: { 制定产品推广应用政策: $.must(制定产品推广应用政策) },
        });
      }
    }
  }

  facts.建立常态化对接机制 = ledger?.settle("建立常态化对接机制", 建立常态化对接机制) ?? 建立常态化对接机制;
  facts.明确产品推广目录 = ledger?.settle("明确产品推广目录", 明确产品推广目录) ?? 明确产品推广目录;
  facts.明确采购单位名录 = ledger?.settle("明确采购单位名录", 明确采购单位名录) ?? 明确采购单位名录;
  facts.制定产品推广应用政策 = ledger?.settle("制定产品推广应用政策", 制定产品推广应用政策) ?? 制定产品推广应用政策;
  return facts;
}

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    建立常态化对接机制: outcomes.建立常态化对接机制.none,
    明确产品推广目录: outcomes.明确产品推广目录.none,
    明确采购单位名录: outcomes.明确采购单位名录.none,
    制定产品推广应用政策: outcomes.制定产品推广应用政策.none,
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 0 + $.isGiven(given.基准日), given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "产销对接",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["三(一)"] },
  issued: "2020-05-13",
  responsible: [
    "市经济和信息化局",
    "市发展改革委",
    "市财政局",
    "市农业农村局",
    "市城乡建设局",
    "市城管执法委",
    "市交通运输局",
    "市园林和林业局",
    "市水务局",
    "市商务局",
    "市卫生健康委",
    "市住房保障房管局",
    "各区人民政府",
  ],
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
