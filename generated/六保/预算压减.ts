// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 预算压减 asks for. */
export interface Input {
  /** 其中之一 */
  readonly 支出类别: "一般性支出" | "项目支出" | "归口管理专项资金";
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 原预算: number | string;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 压减后预算: number | string;
  /** 是否 */
  readonly 用于六保或疫情防控: boolean;
  /** 是否 */
  readonly 新增支政策: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 比例 */
  readonly 最低压减比例: $.CompleteOutcome;
  /** 元 */
  readonly 压减后上限: $.CompleteOutcome;
  /** 事项 */
  readonly 从严控制支出: $.CompleteOutcome;
  /** 事项 */
  readonly 出台新增支政策: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, keyof typeof constraints, Facts>;

export type Result = $.Answer<Outcomes, never, keyof typeof constraints, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 支出类别: $.Text;
  readonly 原预算: $.Quantity;
  readonly 压减后预算: $.Quantity;
  readonly 用于六保或疫情防控: $.Truth;
  readonly 新增支政策: $.Truth;
};

export type ExactOutcomes = {
  readonly 最低压减比例: $.Quantity;
  readonly 压减后上限: $.Quantity;
  readonly 从严控制支出: $.Truth;
  readonly 出台新增支政策: $.Truth;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  支出类别: $.choice("支出类别", ["一般性支出", "项目支出", "归口管理专项资金"]),
  原预算: $.quantity("原预算", "元", 100, { step: "0.01", atLeast: "0" }),
  压减后预算: $.quantity("压减后预算", "元", 100, { step: "0.01", atLeast: "0" }),
  用于六保或疫情防控: $.flag("用于六保或疫情防控"),
  新增支政策: $.flag("新增支政策"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  最低压减比例: $.amount("最低压减比例", "比例", 10000),
  压减后上限: $.amount("压减后上限", "元", 1000000),
  从严控制支出: $.matter("从严控制支出"),
  出台新增支政策: $.matter("出台新增支政策"),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 预算压减/从严控制
  ledger.clause("预算压减/从严控制", $.not(facts.用于六保或疫情防控), {
    quotations: ["严格控制“三公”经费等一般性支出,除“六保”和疫情防控支出外,其他支出一律从严控制"],
    results: {
      从严控制支出: $.must(true),
    },
  });

  // 预算压减/增支政策
  ledger.clause("预算压减/增支政策", $.and(facts.新增支政策, $.not(facts.用于六保或疫情防控)), {
    quotations: ["除“六保”和疫情防控支出外,其他支出一律从严控制,不再出台新的增支政策"],
    results: {
      出台新增支政策: $.mustNot(true),
    },
  });

  // 预算压减/一般性支出
  ledger.clause("预算压减/一般性支出", $.is(facts.支出类别, "一般性支出"), {
    quotations: ["2020年部门预算基本支出中一般性支出一律压减15%以上"],
    results: {
      最低压减比例: $.must(1500),
    },
  });

  // 预算压减/项目支出
  ledger.clause("预算压减/项目支出", $.is(facts.支出类别, "项目支出"), {
    quotations: ["各部门和单位项目支出一律压减20%以上"],
    results: {
      最低压减比例: $.must(2000),
    },
  });

  // 预算压减/归口管理专项资金
  ledger.clause("预算压减/归口管理专项资金", $.is(facts.支出类别, "归口管理专项资金"), {
    quotations: ["对部门归口管理的专项资金预算一律调减30%以上"],
    results: {
      最低压减比例: $.must(3000),
    },
  });
  facts.最低压减比例 = ledger.settle("最低压减比例");
  facts.压减后上限 = ledger.derive(
    "压减后上限",
    $.minus($.times(facts.原预算, 10000), $.times(facts.原预算, facts.最低压减比例)),
    ["最低压减比例"],
  );
  facts.从严控制支出 = ledger.settle("从严控制支出");
  facts.出台新增支政策 = ledger.settle("出台新增支政策");
}

const constraints = {
  压减达标: {
    quotations: [
      "2020年部门预算基本支出中一般性支出一律压减15%以上,各部门和单位项目支出一律压减20%以上,对部门归口管理的专项资金预算一律调减30%以上",
    ],
    measure: {
      unit: "元",
      scale: 1000000,
      actual: (facts) => $.times(facts.压减后预算, 10000),
      operator: "<=",
      target: (facts) => facts.压减后上限,
    },
  },
} satisfies $.Requirements<Facts>;

const source: $.PolicySource<Facts> = {
  name: "预算压减",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["六(一)"] },
  issued: "2020-05-13",
  responsible: ["市财政局", "各区人民政府"],
  inputs,
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
