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

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = {
  城镇零就业家庭成员: $.Truth;
  有劳动能力: $.Truth;
  有就业意愿: $.Truth;
  认定日期: $.Text;
  推荐上岗: $.Truth;
  零就业家庭动态清零: $.Truth;
};

const inputs = {
  城镇零就业家庭成员: $.flag("城镇零就业家庭成员"),
  有劳动能力: $.flag("有劳动能力"),
  有就业意愿: $.flag("有就业意愿"),
  认定日期: $.date("认定日期"),
  基准日: $.date("基准日"),
};

const outcomes = {
  推荐上岗: $.matter("推荐上岗"),
  零就业家庭动态清零: $.matter("零就业家庭动态清零"),
};

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 推荐上岗: $.Truth = outcomes.推荐上岗.none;
  let 零就业家庭动态清零: $.Truth = outcomes.零就业家庭动态清零.none;
  let truth: $.Truth;

  clauses: {
    // 零就业家庭推荐上岗/推荐
    if (
      (truth = facts.城镇零就业家庭成员) !== false &&
      (truth = $.and(truth, facts.有劳动能力)) !== false &&
      (truth = $.and(truth, facts.有就业意愿)) !== false
    ) {
      const id = "零就业家庭推荐上岗/推荐";
      推荐上岗 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["对城镇零就业家庭成员中有劳动能力和就业意愿的,在10个工作日内推荐上岗"],
          assumptions: [
            "文件未写从何日起算,自认定日期的次日起算;工作日按国务院公布的放假调休安排,不含本地另行延长的假期",
          ],
          results: { 推荐上岗: $.must(推荐上岗, { due: $.within(facts.认定日期, 10, "workday", "认定日期") }) },
        });
      }
    }

    // 零就业家庭推荐上岗/清零
    if ((truth = facts.城镇零就业家庭成员) !== false) {
      const id = "零就业家庭推荐上岗/清零";
      零就业家庭动态清零 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["确保零就业家庭动态清零"],
          results: { 零就业家庭动态清零: $.must(零就业家庭动态清零) },
        });
      }
    }
  }

  facts.推荐上岗 = ledger?.settle("推荐上岗", 推荐上岗) ?? 推荐上岗;
  facts.零就业家庭动态清零 = ledger?.settle("零就业家庭动态清零", 零就业家庭动态清零) ?? 零就业家庭动态清零;
  return facts;
}

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    城镇零就业家庭成员: $.readFlag(inputs.城镇零就业家庭成员, given.城镇零就业家庭成员),
    有劳动能力: $.readFlag(inputs.有劳动能力, given.有劳动能力),
    有就业意愿: $.readFlag(inputs.有就业意愿, given.有就业意愿),
    认定日期: $.readTime(inputs.认定日期, given.认定日期),
    推荐上岗: outcomes.推荐上岗.none,
    零就业家庭动态清零: outcomes.零就业家庭动态清零.none,
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 4 + $.isGiven(given.基准日), given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "零就业家庭推荐上岗",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["一(三)"] },
  issued: "2020-05-13",
  responsible: ["市人力资源社会保障局", "各区人民政府"],
  inputs,
  outcomes,
  read,
  decide,
  isPlain: false,
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
