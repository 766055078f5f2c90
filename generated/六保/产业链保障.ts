// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 产业链保障 asks for. */
export interface Input {
  /** 是否 */
  readonly 重点行业或者重点企业: boolean;
  /** 是否 */
  readonly 重大项目: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 建立绿色物流通道: $.CompleteOutcome;
  /** 事项 */
  readonly 优先支持项目审批: $.CompleteOutcome;
  /** 事项 */
  readonly 优先支持建设用地: $.CompleteOutcome;
  /** 事项 */
  readonly 优先支持项目融资: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = { readonly 重点行业或者重点企业: $.Truth; readonly 重大项目: $.Truth };

export type ExactOutcomes = {
  readonly 建立绿色物流通道: $.Truth;
  readonly 优先支持项目审批: $.Truth;
  readonly 优先支持建设用地: $.Truth;
  readonly 优先支持项目融资: $.Truth;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  重点行业或者重点企业: $.flag("重点行业或者重点企业"),
  重大项目: $.flag("重大项目"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  建立绿色物流通道: $.matter("建立绿色物流通道"),
  优先支持项目审批: $.matter("优先支持项目审批"),
  优先支持建设用地: $.matter("优先支持建设用地"),
  优先支持项目融资: $.matter("优先支持项目融资"),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 产业链保障/绿色物流通道
  ledger.clause("产业链保障/绿色物流通道", facts.重点行业或者重点企业, {
    quotations: ["建立绿色物流通道,保障重点行业、重点企业生产原料、零部件、产品的运输畅通"],
    assumptions: ["哪些是重点行业、重点企业,文件未写,由责任单位认定"],
    results: {
      建立绿色物流通道: $.must(true),
    },
  });

  // 产业链保障/重大项目
  ledger.clause("产业链保障/重大项目", facts.重大项目, {
    quotations: [
      "加快推进一批重大项目开工、复工、建设,在项目审批、建设用地、项目融资等方面优先支持,解决产业链上下游不配套、交通物流不畅等问题",
    ],
    assumptions: ["哪些是重大项目,文件未写,由责任单位认定;“等方面”只取列明的三个方面"],
    results: {
      优先支持项目审批: $.must(true),
      优先支持建设用地: $.must(true),
      优先支持项目融资: $.must(true),
    },
  });
  facts.建立绿色物流通道 = ledger.settle("建立绿色物流通道");
  facts.优先支持项目审批 = ledger.settle("优先支持项目审批");
  facts.优先支持建设用地 = ledger.settle("优先支持建设用地");
  facts.优先支持项目融资 = ledger.settle("优先支持项目融资");
}

const source: $.PolicySource<Facts> = {
  name: "产业链保障",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["五(一)", "五(三)"] },
  issued: "2020-05-13",
  responsible: [
    "市经济和信息化局",
    "市发展改革委",
    "市财政局",
    "市卫生健康委",
    "市地方金融工作局",
    "市城乡建设局",
    "市住房保障房管局",
    "市税务局",
    "市人力资源社会保障局",
    "市交通运输局",
    "市商务局",
    "各区人民政府",
    "市科技局",
    "市委网信办",
    "市自然资源和规划局",
    "市生态环境局",
    "市政府服务和大数据管理局",
    "中国电信",
    "中国移动",
    "中国联通",
    "中国铁塔武汉分公司",
  ],
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
