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

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 受疫情影响生活困难: $.Truth;
  readonly 新冠肺炎患者家庭生活困难: $.Truth;
  readonly 低保对象: $.Truth;
  readonly 家庭成员病亡: $.Truth;
  readonly 低保新申请: $.Truth;
  readonly 困难残疾人或重度残疾人: $.Truth;
  readonly 月份: $.Text;
};

export type ExactOutcomes = {
  readonly 纳入低保或特困供养: $.Truth;
  readonly 退出低保: $.Truth;
  readonly 降低保障水平: $.Truth;
  readonly 简化审核审批程序: $.Truth;
  readonly 容缺审批: $.Truth;
  readonly 提高护理补贴标准: $.Truth;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  受疫情影响生活困难: $.flag("受疫情影响生活困难"),
  新冠肺炎患者家庭生活困难: $.flag("新冠肺炎患者家庭生活困难"),
  低保对象: $.flag("低保对象"),
  家庭成员病亡: $.flag("家庭成员病亡"),
  低保新申请: $.flag("低保新申请"),
  困难残疾人或重度残疾人: $.flag("困难残疾人或重度残疾人"),
  月份: $.month("月份"),
  基准日: $.date("基准日", { isUnread: true }),
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

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 低保保障/纳入
  ledger.clause("低保保障/纳入", $.or(facts.受疫情影响生活困难, facts.新冠肺炎患者家庭生活困难), {
    quotations: [
      "对受疫情影响无法外出务工、经营和就业,收入下降导致基本生活困难的城乡居民以及生活困难的新冠肺炎患者及其家庭,按照相关规定及时纳入最低生活保障(以下简称低保)和特困人员供养范围",
    ],
    assumptions: ["受疫情影响生活困难,指因此收入下降导致基本生活困难;纳入低保还是特困人员供养,按相关规定,文件未写"],
    results: {
      纳入低保或特困供养: $.must(true),
    },
  });

  // 低保保障/暂停退出
  ledger.clause(
    "低保保障/暂停退出",
    $.and(facts.低保对象, $.and($.atLeast(facts.月份, "2020-04"), $.atMost(facts.月份, "2020-06"))),
    {
      quotations: ["2020年4—6月,暂停开展低保对象退出工作"],
      results: {
        退出低保: $.mustNot(true),
      },
    },
  );

  // 低保保障/暂不降低
  ledger.clause(
    "低保保障/暂不降低",
    $.and(facts.家庭成员病亡, $.and($.atLeast(facts.月份, "2020-04"), $.atMost(facts.月份, "2020-06"))),
    {
      quotations: ["2020年4—6月,暂停开展低保对象退出工作,低保家庭中有成员病亡的,暂不降低该家庭保障水平"],
      results: {
        降低保障水平: $.mustNot(true),
      },
    },
  );

  // 低保保障/新申请
  ledger.clause("低保保障/新申请", facts.低保新申请, {
    quotations: ["对低保新申请对象,简化审核审批程序,可以实行容缺审批"],
    results: {
      简化审核审批程序: $.must(true),
      容缺审批: $.may(true),
    },
  });

  // 低保保障/护理补贴
  ledger.clause(
    "低保保障/护理补贴",
    $.and(facts.困难残疾人或重度残疾人, $.and($.atLeast(facts.月份, "2020-03"), $.atMost(facts.月份, "2020-06"))),
    {
      quotations: ["2020年3—6月,提高困难残疾人和重度残疾人护理补贴标准"],
      results: {
        提高护理补贴标准: $.must(true),
      },
    },
  );
  facts.纳入低保或特困供养 = ledger.settle("纳入低保或特困供养");
  facts.退出低保 = ledger.settle("退出低保");
  facts.降低保障水平 = ledger.settle("降低保障水平");
  facts.简化审核审批程序 = ledger.settle("简化审核审批程序");
  facts.容缺审批 = ledger.settle("容缺审批");
  facts.提高护理补贴标准 = ledger.settle("提高护理补贴标准");
}

const source: $.PolicySource<Facts> = {
  name: "低保保障",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(一)"] },
  issued: "2020-05-13",
  responsible: ["市民政局", "市财政局", "市人力资源社会保障局", "各区人民政府"],
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
