// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 低保保障 asks for. */
export interface Input {
  /** 是否 */
  readonly 受疫情影响生活困难: boolean;
  /** 是否 */
  readonly 新冠肺炎患者家庭生活困难: boolean;
  /** 是否 */
  readonly 低保对象: boolean;
  /** 是否 */
  readonly 家庭成员病亡: boolean;
  /** 是否 */
  readonly 低保新申请: boolean;
  /** 是否 */
  readonly 困难残疾人或重度残疾人: boolean;
  /** 月份 */
  readonly 月份: string;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 纳入低保或特困供养: $.CompleteOutcome;
  /** 事项 */
  readonly 退出低保: $.CompleteOutcome;
  /** 事项 */
  readonly 降低保障水平: $.CompleteOutcome;
  /** 事项 */
  readonly 简化审核审批程序: $.CompleteOutcome;
  /** 事项 */
  readonly 容缺审批: $.CompleteOutcome;
  /** 事项 */
  readonly 提高护理补贴标准: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = {
  受疫情影响生活困难: $.Truth;
  新冠肺炎患者家庭生活困难: $.Truth;
  低保对象: $.Truth;
  家庭成员病亡: $.Truth;
  低保新申请: $.Truth;
  困难残疾人或重度残疾人: $.Truth;
  月份: $.Text;
  纳入低保或特困供养: $.Truth;
  退出低保: $.Truth;
  降低保障水平: $.Truth;
  简化审核审批程序: $.Truth;
  容缺审批: $.Truth;
  提高护理补贴标准: $.Truth;
};

const inputs = {
  受疫情影响生活困难: $.flag("受疫情影响生活困难"),
  新冠肺炎患者家庭生活困难: $.flag("新冠肺炎患者家庭生活困难"),
  低保对象: $.flag("低保对象"),
  家庭成员病亡: $.flag("家庭成员病亡"),
  低保新申请: $.flag("低保新申请"),
  困难残疾人或重度残疾人: $.flag("困难残疾人或重度残疾人"),
  月份: $.month("月份"),
  基准日: $.date("基准日"),
};

const outcomes = {
  纳入低保或特困供养: $.matter("纳入低保或特困供养"),
  退出低保: $.matter("退出低保"),
  降低保障水平: $.matter("降低保障水平", {
    assumptions: ["家庭成员病亡,指低保家庭中有成员病亡;句首的月份也管这一分句"],
  }),
  简化审核审批程序: $.matter("简化审核审批程序"),
  容缺审批: $.matter("容缺审批"),
  提高护理补贴标准: $.matter("提高护理补贴标准", { assumptions: ["提高多少,文件未写"] }),
};

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 纳入低保或特困供养: $.Truth = outcomes.纳入低保或特困供养.none;
  let 退出低保: $.Truth = outcomes.退出低保.none;
  let 降低保障水平: $.Truth = outcomes.降低保障水平.none;
  let 简化审核审批程序: $.Truth = outcomes.简化审核审批程序.none;
  let 容缺审批: $.Truth = outcomes.容缺审批.none;
  let 提高护理补贴标准: $.Truth = outcomes.提高护理补贴标准.none;
  let truth: $.Truth;

  clauses: {
    // 低保保障/纳入
    if ((truth = $.or(facts.受疫情影响生活困难, facts.新冠肺炎患者家庭生活困难)) !== false) {
      const id = "低保保障/纳入";
      纳入低保或特困供养 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: [
            "对受疫情影响无法外出务工、经营和就业,收入下降导致基本生活困难的城乡居民以及生活困难的新冠肺炎患者及其家庭,按照相关规定及时纳入最低生活保障(以下简称低保)和特困人员供养范围",
          ],
          assumptions: [
            "受疫情影响生活困难,指因此收入下降导致基本生活困难;纳入低保还是特困人员供养,按相关规定,文件未写",
          ],
          results: { 纳入低保或特困供养: $.must(纳入低保或特困供养) },
        });
      }
    }

    // 低保保障/暂停退出
    if (
      (truth = facts.低保对象) !== false &&
      (truth = $.and(truth, $.and($.atLeast(facts.月份, "2020-04"), $.atMost(facts.月份, "2020-06")))) !== false
    ) {
      const id = "低保保障/暂停退出";
      退出低保 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["2020年4—6月,暂停开展低保对象退出工作"],
          results: { 退出低保: $.mustNot(退出低保) },
        });
      }
    }

    // 低保保障/暂不降低
    if (
      (truth = facts.家庭成员病亡) !== false &&
      (truth = $.and(truth, $.and($.atLeast(facts.月份, "2020-04"), $.atMost(facts.月份, "2020-06")))) !== false
    ) {
      const id = "低保保障/暂不降低";
      降低保障水平 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["2020年4—6月,暂停开展低保对象退出工作,低保家庭中有成员病亡的,暂不降低该家庭保障水平"],
          results: { 降低保障水平: $.mustNot(降低保障水平) },
        });
      }
    }

    // 低保保障/新申请
    if ((truth = facts.低保新申请) !== false) {
      const id = "低保保障/新申请";
      简化审核审批程序 = true;
      容缺审批 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["对低保新申请对象,简化审核审批程序,可以实行容缺审批"],
          results: { 简化审核审批程序: $.must(简化审核审批程序), 容缺审批: $.may(容缺审批) },
        });
      }
    }

    // 低保保障/护理补贴
    if (
      (truth = facts.困难残疾人或重度残疾人) !== false &&
      (truth = $.and(truth, $.and($.atLeast(facts.月份, "2020-03"), $.atMost(facts.月份, "2020-06")))) !== false
    ) {
      const id = "低保保障/护理补贴";
      提高护理补贴标准 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["2020年3—6月,提高困难残疾人和重度残疾人护理补贴标准"],
          results: { 提高护理补贴标准: $.must(提高护理补贴标准) },
        });
      }
    }
  }

  facts.纳入低保或特困供养 = ledger?.settle("纳入低保或特困供养", 纳入低保或特困供养) ?? 纳入低保或特困供养;
  facts.退出低保 = ledger?.settle("退出低保", 退出低保) ?? 退出低保;
  facts.降低保障水平 = ledger?.settle("降低保障水平", 降低保障水平) ?? 降低保障水平;
  facts.简化审核审批程序 = ledger?.settle("简化审核审批程序", 简化审核审批程序) ?? 简化审核审批程序;
  facts.容缺审批 = ledger?.settle("容缺审批", 容缺审批) ?? 容缺审批;
  facts.提高护理补贴标准 = ledger?.settle("提高护理补贴标准", 提高护理补贴标准) ?? 提高护理补贴标准;
  return facts;
}

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    受疫情影响生活困难: $.readFlag(inputs.受疫情影响生活困难, given.受疫情影响生活困难),
    新冠肺炎患者家庭生活困难: $.readFlag(inputs.新冠肺炎患者家庭生活困难, given.新冠肺炎患者家庭生活困难),
    低保对象: $.readFlag(inputs.低保对象, given.低保对象),
    家庭成员病亡: $.readFlag(inputs.家庭成员病亡, given.家庭成员病亡),
    低保新申请: $.readFlag(inputs.低保新申请, given.低保新申请),
    困难残疾人或重度残疾人: $.readFlag(inputs.困难残疾人或重度残疾人, given.困难残疾人或重度残疾人),
    月份: $.readTime(inputs.月份, given.月份),
    纳入低保或特困供养: outcomes.纳入低保或特困供养.none,
    退出低保: outcomes.退出低保.none,
    降低保障水平: outcomes.降低保障水平.none,
    简化审核审批程序: outcomes.简化审核审批程序.none,
    容缺审批: outcomes.容缺审批.none,
    提高护理补贴标准: outcomes.提高护理补贴标准.none,
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 7 + $.isGiven(given.基准日), given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "低保保障",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(一)"] },
  issued: "2020-05-13",
  responsible: ["市民政局", "市财政局", "市人力资源社会保障局", "各区人民政府"],
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
