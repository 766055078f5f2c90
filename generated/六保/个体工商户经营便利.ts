// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 个体工商户经营便利 asks for. */
export interface Input {
  /** 是否 */
  readonly 个体工商户: boolean;
  /** 是否 */
  readonly 符合复工复产规定: boolean;
  /** 其中之一 */
  readonly 便民经营: "农副产品" | "日常生活用品" | "便民劳务" | "其他";
  /** 是否 */
  readonly 证照范围内网上销售蔬菜水果: boolean;
  /** 是否 */
  readonly 自建线下配送站点: boolean;
  /** 是否 */
  readonly 无力足额缴纳2020年上半年水电气费: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 经营批准: $.CompleteOutcome;
  /** 事项 */
  readonly 划定场所: $.CompleteOutcome;
  /** 事项 */
  readonly 延长时间: $.CompleteOutcome;
  /** 事项 */
  readonly 豁免登记: $.CompleteOutcome;
  /** 事项 */
  readonly 站点证照: $.CompleteOutcome;
  /** 事项 */
  readonly 停供: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 个体工商户: $.Truth;
  readonly 符合复工复产规定: $.Truth;
  readonly 便民经营: $.Text;
  readonly 证照范围内网上销售蔬菜水果: $.Truth;
  readonly 自建线下配送站点: $.Truth;
  readonly 无力足额缴纳2020年上半年水电气费: $.Truth;
};

export type ExactOutcomes = {
  readonly 经营批准: $.Truth;
  readonly 划定场所: $.Truth;
  readonly 延长时间: $.Truth;
  readonly 豁免登记: $.Truth;
  readonly 站点证照: $.Truth;
  readonly 停供: $.Truth;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  个体工商户: $.flag("个体工商户"),
  符合复工复产规定: $.flag("符合复工复产规定"),
  便民经营: $.choice("便民经营", ["农副产品", "日常生活用品", "便民劳务", "其他"]),
  证照范围内网上销售蔬菜水果: $.flag("证照范围内网上销售蔬菜水果"),
  自建线下配送站点: $.flag("自建线下配送站点"),
  无力足额缴纳2020年上半年水电气费: $.flag("无力足额缴纳2020年上半年水电气费"),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  经营批准: $.matter("经营批准"),
  划定场所: $.matter("划定场所"),
  延长时间: $.matter("延长时间"),
  豁免登记: $.matter("豁免登记"),
  站点证照: $.matter("站点证照"),
  停供: $.matter("停供"),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 个体工商户经营便利/复工复产
  ledger.clause("个体工商户经营便利/复工复产", $.and(facts.个体工商户, facts.符合复工复产规定), {
    quotations: ["符合复工复产规定的个体工商户,无需批准即可依法依规开展经营活动"],
    results: {
      经营批准: $.exempt(true),
    },
  });

  // 个体工商户经营便利/便民经营
  ledger.clause("个体工商户经营便利/便民经营", $.oneOf(facts.便民经营, ["农副产品", "日常生活用品", "便民劳务"]), {
    quotations: [
      "对销售农副产品、日常生活用品或者个人利用自己的技能从事依法无须取得许可的便民劳务活动的个体经营者,特别是在疫情期间从事群众基本生活保障的零售业个体经营者,各区可根据实际情况划定场所、延长时间、依法予以豁免登记",
    ],
    assumptions: ["是否划定场所、延长时间、豁免登记,由各区决定;“特别是”所说的零售业,已在前面所列的经营之内"],
    results: {
      划定场所: $.may(true),
      延长时间: $.may(true),
      豁免登记: $.may(true),
    },
  });

  // 个体工商户经营便利/配送站点
  ledger.clause("个体工商户经营便利/配送站点", $.and(facts.证照范围内网上销售蔬菜水果, facts.自建线下配送站点), {
    quotations: ["在证照确定的范围内网上销售蔬菜、水果相关商品,自建的网络销售线下配送站点无需办理相关证照"],
    results: {
      站点证照: $.exempt(true),
    },
  });

  // 个体工商户经营便利/欠费不停供
  ledger.clause("个体工商户经营便利/欠费不停供", $.and(facts.个体工商户, facts.无力足额缴纳2020年上半年水电气费), {
    quotations: ["对无力足额缴纳2020年上半年水、电、气费用的个体工商户,实行“欠费不停供”措施"],
    results: {
      停供: $.mustNot(true),
    },
  });
  facts.经营批准 = ledger.settle("经营批准");
  facts.划定场所 = ledger.settle("划定场所");
  facts.延长时间 = ledger.settle("延长时间");
  facts.豁免登记 = ledger.settle("豁免登记");
  facts.站点证照 = ledger.settle("站点证照");
  facts.停供 = ledger.settle("停供");
}

const source: $.PolicySource<Facts> = {
  name: "个体工商户经营便利",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["三(三)"] },
  issued: "2020-05-13",
  responsible: ["市市场监管局", "市交通运输局", "市城管执法委", "市水务局", "各区人民政府", "武汉供电公司"],
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
