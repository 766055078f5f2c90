// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 零就业家庭推荐上岗 asks for. */
export interface Input {
  /** 是否 */
  readonly 城镇零就业家庭成员: boolean;
  /** 是否 */
  readonly 有劳动能力: boolean;
  /** 是否 */
  readonly 有就业意愿: boolean;
  /** 日期 */
  readonly 认定日期: string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 推荐上岗: $.Outcome;
  /** 事项 */
  readonly 零就业家庭动态清零: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 城镇零就业家庭成员: $.Truth;
  readonly 有劳动能力: $.Truth;
  readonly 有就业意愿: $.Truth;
  readonly 认定日期: $.Text;
};

export type ExactOutcomes = { readonly 推荐上岗: $.Truth; readonly 零就业家庭动态清零: $.Truth };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  城镇零就业家庭成员: $.flag("城镇零就业家庭成员"),
  有劳动能力: $.flag("有劳动能力"),
  有就业意愿: $.flag("有就业意愿"),
  认定日期: $.date("认定日期"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  推荐上岗: $.matter("推荐上岗"),
  零就业家庭动态清零: $.matter("零就业家庭动态清零"),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 零就业家庭推荐上岗/推荐
  ledger.clause("零就业家庭推荐上岗/推荐", $.and(facts.城镇零就业家庭成员, facts.有劳动能力, facts.有就业意愿), {
    quotations: ["对城镇零就业家庭成员中有劳动能力和就业意愿的,在10个工作日内推荐上岗"],
    assumptions: ["文件未写从何日起算,自认定日期的次日起算;工作日按国务院公布的放假调休安排,不含本地另行延长的假期"],
    results: {
      推荐上岗: $.must(true, { due: $.within(facts.认定日期, 10, "workday", "认定日期") }),
    },
  });

  // 零就业家庭推荐上岗/清零
  ledger.clause("零就业家庭推荐上岗/清零", facts.城镇零就业家庭成员, {
    quotations: ["确保零就业家庭动态清零"],
    results: {
      零就业家庭动态清零: $.must(true),
    },
  });
  facts.推荐上岗 = ledger.settle("推荐上岗");
  facts.零就业家庭动态清零 = ledger.settle("零就业家庭动态清零");
}

const source: $.PolicySource<Facts> = {
  name: "零就业家庭推荐上岗",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["一(三)"] },
  issued: "2020-05-13",
  responsible: ["市人力资源社会保障局", "各区人民政府"],
  inputs,
  outcomes,
  weigh,
  isPlain: false,
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
