// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 临时救助 asks for. */
export interface Input {
  /** 是否 */
  readonly 新冠肺炎确诊病例: boolean;
  /** 其中之一 */
  readonly 困难类别: "低保对象" | "特困人员" | "低收入家庭" | "支出型贫困家庭" | "建档立卡贫困人口" | "孤儿" | "其他";
  /** 是否 */
  readonly 无法外出务工的灵活务工人员: boolean;
  /** 其中之一 */
  readonly 地区: "城市" | "农村";
  /** 是否 */
  readonly 生活无着的流浪乞讨人员: boolean;
  /** 是否 */
  readonly 急难情形: boolean;
  /** 日期 */
  readonly 基准日: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 元 */
  readonly 确诊困难群众临时救助: $.CompleteOutcome;
  /** 元 */
  readonly 灵活务工人员一次性临时救助: $.CompleteOutcome;
  /** 事项 */
  readonly 先行救助: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 新冠肺炎确诊病例: $.Truth;
  readonly 困难类别: $.Text;
  readonly 无法外出务工的灵活务工人员: $.Truth;
  readonly 地区: $.Text;
  readonly 生活无着的流浪乞讨人员: $.Truth;
  readonly 急难情形: $.Truth;
  readonly 基准日: $.Text;
};

export type ExactOutcomes = {
  readonly 确诊困难群众临时救助: $.Quantity;
  readonly 灵活务工人员一次性临时救助: $.Quantity;
  readonly 先行救助: $.Truth;
  readonly 低保标准: $.Quantity;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  新冠肺炎确诊病例: $.flag("新冠肺炎确诊病例"),
  困难类别: $.choice("困难类别", [
    "低保对象",
    "特困人员",
    "低收入家庭",
    "支出型贫困家庭",
    "建档立卡贫困人口",
    "孤儿",
    "其他",
  ]),
  无法外出务工的灵活务工人员: $.flag("无法外出务工的灵活务工人员"),
  地区: $.choice("地区", ["城市", "农村"]),
  生活无着的流浪乞讨人员: $.flag("生活无着的流浪乞讨人员"),
  急难情形: $.flag("急难情形"),
  基准日: $.date("基准日"),
};

const outcomes = {
  确诊困难群众临时救助: $.amount("确诊困难群众临时救助", "元", 100, {
    assumptions: ["「等困难群众」以列明的六类为限;文件未写按人还是按户,算一份"],
  }),
  灵活务工人员一次性临时救助: $.amount("灵活务工人员一次性临时救助", "元", 100, {
    assumptions: ["文件未写按人还是按户,算一份;所填的人是本市的"],
  }),
  先行救助: $.matter("先行救助"),
  低保标准: $.amount("低保标准", "元/月", 100, { isImported: true }),
};

/** 推定 低保标准按月计,文件未写取几个月,取一个月 */
export function 一个月的低保金(facts: Facts): $.Quantity {
  return $.times(facts.低保标准, 1);
}

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 临时救助/确诊困难群众
  ledger.clause(
    "临时救助/确诊困难群众",
    $.and(
      facts.新冠肺炎确诊病例,
      $.oneOf(facts.困难类别, ["低保对象", "特困人员", "低收入家庭", "支出型贫困家庭", "建档立卡贫困人口", "孤儿"]),
    ),
    {
      quotations: [
        "对新冠肺炎确诊病例中的低保对象、特困人员、低收入家庭、支出型贫困家庭、建档立卡贫困人口、孤儿(含事实无人抚养儿童)等困难群众,按照城乡低保标准的6倍给予临时救助",
      ],
      results: {
        确诊困难群众临时救助: $.must($.inUnitsOf($.times(一个月的低保金(facts), 6_0000), 10000)),
      },
    },
  );

  // 临时救助/灵活务工人员
  ledger.clause(
    "临时救助/灵活务工人员",
    $.and($.oneOf(facts.困难类别, ["低保对象", "低收入家庭"]), facts.无法外出务工的灵活务工人员),
    {
      quotations: ["对我市低保和低收入家庭中无法外出务工的灵活务工人员,按照城乡低保标准的4倍给予一次性临时救助"],
      results: {
        灵活务工人员一次性临时救助: $.must($.inUnitsOf($.times(一个月的低保金(facts), 4_0000), 10000)),
      },
    },
  );

  // 临时救助/先行救助
  ledger.clause("临时救助/先行救助", $.and(facts.生活无着的流浪乞讨人员, facts.急难情形), {
    quotations: ["加大生活无着的流浪乞讨人员救助力度,充分发挥临时救助救急救难功能,针对急难情形,可积极开展先行救助"],
    assumptions: ["先行救助写在流浪乞讨人员一句里,取为两项同时具备"],
    results: {
      先行救助: $.may(true),
    },
  });

  // 低保标准/城市标准
  ledger.clause("低保标准/城市标准", $.is(facts.地区, "城市"), {
    name: "城市标准",
    quotations: ["从4月1日起,城乡低保标准分别提高至830元/月和680元/月"],
    period: { from: "2020-04-01" },
    results: {
      低保标准: $.must(830_00),
    },
  });

  // 低保标准/农村标准
  ledger.clause("低保标准/农村标准", $.is(facts.地区, "农村"), {
    name: "农村标准",
    quotations: ["从4月1日起,城乡低保标准分别提高至830元/月和680元/月"],
    period: { from: "2020-04-01" },
    results: {
      低保标准: $.must(680_00),
    },
  });
  facts.低保标准 = ledger.settle("低保标准");
  facts.确诊困难群众临时救助 = ledger.settle("确诊困难群众临时救助");
  facts.灵活务工人员一次性临时救助 = ledger.settle("灵活务工人员一次性临时救助");
  facts.先行救助 = ledger.settle("先行救助");
}

const source: $.PolicySource<Facts> = {
  name: "临时救助",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(二)"] },
  issued: "2020-05-13",
  responsible: ["市民政局", "市财政局", "各区人民政府"],
  inputs,
  definitions: [{ name: "一个月的低保金", assumptions: ["低保标准按月计,文件未写取几个月,取一个月"] }],
  outcomes,
  weigh,
  isPlain: false,
  passes: 2,
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
