// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 创业扶持 asks for. */
export interface Input {
  /** 其中之一 */
  readonly 主体: "个人" | "小微企业" | "其他";
  /** 是否 */
  readonly 已发放创业担保贷款: boolean;
  /** 是否 */
  readonly 提交场所合法使用证明: boolean;
  /** 是否 */
  readonly 自主创业: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 临时性延期偿还: $.CompleteOutcome;
  /** 事项 */
  readonly 住所登记: $.CompleteOutcome;
  /** 元 */
  readonly 一次性创业补贴: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 主体: $.Text;
  readonly 已发放创业担保贷款: $.Truth;
  readonly 提交场所合法使用证明: $.Truth;
  readonly 自主创业: $.Truth;
};

export type ExactOutcomes = {
  readonly 临时性延期偿还: $.Truth;
  readonly 住所登记: $.Truth;
  readonly 一次性创业补贴: $.Quantity;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  主体: $.choice("主体", ["个人", "小微企业", "其他"]),
  已发放创业担保贷款: $.flag("已发放创业担保贷款"),
  提交场所合法使用证明: $.flag("提交场所合法使用证明"),
  自主创业: $.flag("自主创业"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  临时性延期偿还: $.matter("临时性延期偿还"),
  住所登记: $.matter("住所登记"),
  一次性创业补贴: $.amount("一次性创业补贴", "元", 100),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 创业扶持/延期偿还
  ledger.clause("创业扶持/延期偿还", $.and(facts.已发放创业担保贷款, $.oneOf(facts.主体, ["个人", "小微企业"])), {
    quotations: ["对已发放的个人、小微企业创业担保贷款,可按照规定向贷款银行申请临时性延期偿还"],
    results: {
      临时性延期偿还: $.may(true),
    },
  });

  // 创业扶持/登记
  ledger.clause("创业扶持/登记", facts.提交场所合法使用证明, {
    quotations: ["简化住所(经营场所)登记手续,申请人提交场所合法使用证明即可登记"],
    results: {
      住所登记: $.may(true),
    },
  });

  // 创业扶持/创业补贴
  ledger.clause("创业扶持/创业补贴", facts.自主创业, {
    quotations: ["按照规定对自主创业的人员给予一次性创业补贴"],
    results: {
      一次性创业补贴: $.must(new $.Elsewhere("按照规定")),
    },
  });
  facts.临时性延期偿还 = ledger.settle("临时性延期偿还");
  facts.住所登记 = ledger.settle("住所登记");
  facts.一次性创业补贴 = ledger.settle("一次性创业补贴");
}

const source: $.PolicySource<Facts> = {
  name: "创业扶持",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["一(四)"] },
  issued: "2020-05-13",
  responsible: ["市财政局", "市科技局", "市人力资源社会保障局", "市市场监管局", "各区人民政府", "人行武汉分行营管部"],
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
