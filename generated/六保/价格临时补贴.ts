// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 价格临时补贴 asks for. */
export interface Input {
  /** 月份 */
  readonly 月份: string;
  /** 元, 精确到 0.01, 至少 0元 */
  readonly 原补贴标准: number | string;
  /** 是否, 默认 否 */
  readonly 大型商超企业或电商平台?: boolean;
  /** 其中之一, 默认 其他 */
  readonly 市场行为?: "哄抬物价" | "囤积居奇" | "不正当竞争" | "其他";
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元 */
  readonly 补贴标准: $.CompleteOutcome;
  /** 事项 */
  readonly 设立本地农产品销售专柜: $.CompleteOutcome;
  /** 事项 */
  readonly 重点打击: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 月份: $.Text;
  readonly 原补贴标准: $.Quantity;
  readonly 大型商超企业或电商平台: $.Truth;
  readonly 市场行为: $.Text;
};

export type ExactOutcomes = {
  readonly 补贴标准: $.Quantity;
  readonly 设立本地农产品销售专柜: $.Truth;
  readonly 重点打击: $.Truth;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  月份: $.month("月份"),
  原补贴标准: $.quantity("原补贴标准", "元", 100, { step: "0.01", atLeast: "0" }),
  大型商超企业或电商平台: $.flag("大型商超企业或电商平台", { byDefault: false }),
  市场行为: $.choice("市场行为", ["哄抬物价", "囤积居奇", "不正当竞争", "其他"], { byDefault: "其他" }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  补贴标准: $.amount("补贴标准", "元", 100),
  设立本地农产品销售专柜: $.matter("设立本地农产品销售专柜"),
  重点打击: $.matter("重点打击"),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 价格临时补贴/提高标准
  ledger.clause("价格临时补贴/提高标准", $.and($.atLeast(facts.月份, "2020-03"), $.atMost(facts.月份, "2020-06")), {
    quotations: [
      "启动社会救助和保障标准与物价上涨挂钩联动机制,及时发放价格临时补贴,按国家有关规定,将2020年3—6月价格临时补贴标准提高1倍",
    ],
    results: {
      补贴标准: $.must($.inUnitsOf($.times(facts.原补贴标准, 2_0000), 10000)),
    },
  });

  // 价格临时补贴/原标准
  ledger.clause("价格临时补贴/原标准", true, {
    quotations: ["将2020年3—6月价格临时补贴标准提高1倍"],
    assumptions: ["文件未写其他月份,按原补贴标准"],
    otherwise: true,
    results: {
      补贴标准: $.must(facts.原补贴标准),
    },
  });

  // 价格临时补贴/销售专柜
  ledger.clause("价格临时补贴/销售专柜", facts.大型商超企业或电商平台, {
    quotations: [
      "开展农超对接,建立完善本地农产品与重点商超企业和重点电商平台产销对接常态工作机制,在各大型商超企业和电商平台设立本地农产品销售专柜(专区)",
    ],
    assumptions: ["专柜和专区任设一种"],
    results: {
      设立本地农产品销售专柜: $.must(true),
    },
  });

  // 价格临时补贴/市场监督
  ledger.clause("价格临时补贴/市场监督", $.oneOf(facts.市场行为, ["哄抬物价", "囤积居奇", "不正当竞争"]), {
    quotations: [
      "加强对重要生活物资的监督检查,加大市场监督检查力度,重点打击哄抬物价、囤积居奇、不正当竞争行为,确保市场稳定有序",
    ],
    results: {
      重点打击: $.must(true),
    },
  });
  facts.补贴标准 = ledger.settle("补贴标准");
  facts.设立本地农产品销售专柜 = ledger.settle("设立本地农产品销售专柜");
  facts.重点打击 = ledger.settle("重点打击");
}

const source: $.PolicySource<Facts> = {
  name: "价格临时补贴",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(四)"] },
  issued: "2020-05-13",
  responsible: ["市发展改革委", "市农业农村局", "市商务局", "市财政局", "市市场监管局", "各区人民政府"],
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
