// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 就业目标 asks for. */
export interface Input {
  /** 个, 至少 0个 */
  readonly 筹集企业岗位: number | string;
  /** 个, 至少 1个 */
  readonly 国有企业新增就业岗位: number | string;
  /** 个, 至少 0个 */
  readonly 专门招聘应届高校毕业生岗位: number | string;
  /** 个, 至少 0个 */
  readonly 新增社区工作岗位: number | string;
  /** 个, 至少 0个 */
  readonly 新增就业见习岗位: number | string;
  /** 个, 至少 0个 */
  readonly 三支一扶岗位: number | string;
  /** 人, 至少 0人 */
  readonly 帮扶就业困难人员就业: number | string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, keyof typeof targets, never, Facts>;

export type Result = $.Answer<Outcomes, keyof typeof targets, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 筹集企业岗位: $.Quantity;
  readonly 国有企业新增就业岗位: $.Quantity;
  readonly 专门招聘应届高校毕业生岗位: $.Quantity;
  readonly 新增社区工作岗位: $.Quantity;
  readonly 新增就业见习岗位: $.Quantity;
  readonly 三支一扶岗位: $.Quantity;
  readonly 帮扶就业困难人员就业: $.Quantity;
};

export type ExactOutcomes = {};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  筹集企业岗位: $.quantity("筹集企业岗位", "个", 1, { step: "1", atLeast: "0" }),
  国有企业新增就业岗位: $.quantity("国有企业新增就业岗位", "个", 1, { step: "1", atLeast: "1" }),
  专门招聘应届高校毕业生岗位: $.quantity("专门招聘应届高校毕业生岗位", "个", 1, {
    step: "1",
    atLeast: "0",
  }),
  新增社区工作岗位: $.quantity("新增社区工作岗位", "个", 1, { step: "1", atLeast: "0" }),
  新增就业见习岗位: $.quantity("新增就业见习岗位", "个", 1, { step: "1", atLeast: "0" }),
  三支一扶岗位: $.quantity("三支一扶岗位", "个", 1, { step: "1", atLeast: "0" }),
  帮扶就业困难人员就业: $.quantity("帮扶就业困难人员就业", "人", 1, { step: "1", atLeast: "0" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {};

export function 专门招聘占比(facts: Facts): $.Quantity {
  return $.over(
    facts.专门招聘应届高校毕业生岗位,
    facts.国有企业新增就业岗位,
    "专门招聘应届高校毕业生岗位",
    "国有企业新增就业岗位",
  );
}

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(_facts: $.Open<Facts>, _ledger: $.Ledger): void {}

const targets = {
  招聘应届高校毕业生企业岗位: {
    quotations: ["将促进高校毕业生就业作为重中之重,全年筹集25万个以上的企业岗位用于招聘应届高校毕业生"],
    measure: { unit: "个", scale: 1, actual: (facts) => facts.筹集企业岗位, operator: ">=", target: () => 250000 },
    due: () => $.by("2020-12-31", "2020-12-31"),
  },

  国有企业新增岗位招聘应届高校毕业生占比: {
    quotations: ["其中国有企业要从新增就业岗位中拿出不低于60%的岗位专门用于招聘应届高校毕业生"],
    measure: {
      unit: "比例",
      scale: 1,
      actual: (facts) => 专门招聘占比(facts),
      operator: ">=",
      target: () => $.fraction(3n, 5n),
    },
  },

  新增社区工作岗位: {
    quotations: ["结合社会治理,增加2000个社区工作岗位"],
    measure: {
      unit: "个",
      scale: 1,
      actual: (facts) => facts.新增社区工作岗位,
      operator: ">=",
      target: () => 2000,
    },
  },

  新增就业见习岗位: {
    quotations: ["加大就业见习力度,增加5700个就业见习岗位"],
    measure: {
      unit: "个",
      scale: 1,
      actual: (facts) => facts.新增就业见习岗位,
      operator: ">=",
      target: () => 5700,
    },
  },

  三支一扶岗位: {
    quotations: ["增加“三支一扶”岗位至500个"],
    measure: { unit: "个", scale: 1, actual: (facts) => facts.三支一扶岗位, operator: ">=", target: () => 500 },
  },

  帮扶就业困难人员就业: {
    quotations: ["全年帮扶就业困难人员就业1.7万人以上"],
    measure: {
      unit: "人",
      scale: 1,
      actual: (facts) => facts.帮扶就业困难人员就业,
      operator: ">=",
      target: () => 17000,
    },
    due: () => $.by("2020-12-31", "2020-12-31"),
  },
} satisfies $.Requirements<Facts>;

const source: $.PolicySource<Facts> = {
  name: "就业目标",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["一(二)", "一(三)"] },
  issued: "2020-05-13",
  responsible: ["市人力资源社会保障局", "各区人民政府"],
  inputs,
  definitions: [{ name: "专门招聘占比" }],
  outcomes,
  targets,
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
