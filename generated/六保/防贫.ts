// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 防贫 asks for. */
export interface Input {
  /** 是否 */
  readonly 边缘户: boolean;
  /** 其中之一 */
  readonly 区: "蔡甸区" | "江夏区" | "黄陂区" | "新洲区" | "其他";
  /** 是否, 默认 否 */
  readonly 贫困户?: boolean;
  /** 是否, 默认 否 */
  readonly 染疫?: boolean;
  /** 是否, 默认 否 */
  readonly 受疫情直接影响?: boolean;
  /** 是否, 默认 否 */
  readonly 困难退役军人?: boolean;
  /** 是否, 默认 否 */
  readonly 涉军利益群体困难人员?: boolean;
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 事项 */
  readonly 与贫困户同等政策: $.CompleteOutcome;
  /** 事项 */
  readonly 防贫保: $.CompleteOutcome;
  /** 事项 */
  readonly 动态监测: $.CompleteOutcome;
  /** 事项 */
  readonly 加大帮扶力度: $.CompleteOutcome;
  /** 事项 */
  readonly 提高兜底保障水平: $.CompleteOutcome;
  /** 事项 */
  readonly 帮扶援助: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 边缘户: $.Truth;
  readonly 区: $.Text;
  readonly 贫困户: $.Truth;
  readonly 染疫: $.Truth;
  readonly 受疫情直接影响: $.Truth;
  readonly 困难退役军人: $.Truth;
  readonly 涉军利益群体困难人员: $.Truth;
};

export type ExactOutcomes = {
  readonly 与贫困户同等政策: $.Truth;
  readonly 防贫保: $.Truth;
  readonly 动态监测: $.Truth;
  readonly 加大帮扶力度: $.Truth;
  readonly 提高兜底保障水平: $.Truth;
  readonly 帮扶援助: $.Truth;
};

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  边缘户: $.flag("边缘户"),
  区: $.choice("区", ["蔡甸区", "江夏区", "黄陂区", "新洲区", "其他"]),
  贫困户: $.flag("贫困户", { byDefault: false }),
  染疫: $.flag("染疫", { byDefault: false }),
  受疫情直接影响: $.flag("受疫情直接影响", { byDefault: false }),
  困难退役军人: $.flag("困难退役军人", { byDefault: false }),
  涉军利益群体困难人员: $.flag("涉军利益群体困难人员", { byDefault: false }),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  与贫困户同等政策: $.matter("与贫困户同等政策"),
  防贫保: $.matter("防贫保"),
  动态监测: $.matter("动态监测"),
  加大帮扶力度: $.matter("加大帮扶力度"),
  提高兜底保障水平: $.matter("提高兜底保障水平"),
  帮扶援助: $.matter("帮扶援助"),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 防贫/同等政策
  ledger.clause("防贫/同等政策", facts.边缘户, {
    quotations: ["保障边缘户在小额贷款、技术培训、公益岗位安置上与贫困户享受同等政策"],
    results: {
      与贫困户同等政策: $.must(true),
    },
  });

  // 防贫/防贫保
  ledger.clause("防贫/防贫保", $.oneOf(facts.区, ["蔡甸区", "江夏区", "黄陂区", "新洲区"]), {
    quotations: ["在蔡甸、江夏、黄陂和新洲区全面实施“防贫保”,防止边缘人口因病因灾因疫致贫"],
    results: {
      防贫保: $.must(true),
    },
  });

  // 防贫/动态监测
  ledger.clause(
    "防贫/动态监测",
    $.or(
      $.and(facts.贫困户, facts.染疫),
      $.and(facts.贫困户, facts.受疫情直接影响),
      $.and(facts.边缘户, facts.受疫情直接影响),
    ),
    {
      quotations: ["加强对染疫贫困户和受疫情直接影响的贫困户、边缘户的动态监测"],
      assumptions: ["边缘户也以受疫情直接影响的为限"],
      results: {
        动态监测: $.must(true),
      },
    },
  );

  // 防贫/染疫贫困户
  ledger.clause("防贫/染疫贫困户", $.and(facts.贫困户, facts.染疫), {
    quotations: ["加大对染疫贫困户的帮扶力度"],
    assumptions: ["加大多少,文件未写"],
    results: {
      加大帮扶力度: $.must(true),
    },
  });

  // 防贫/贫困户
  ledger.clause("防贫/贫困户", facts.贫困户, {
    quotations: ["提高贫困户兜底保障水平"],
    assumptions: ["提高多少,文件未写"],
    results: {
      提高兜底保障水平: $.must(true),
    },
  });

  // 防贫/涉军人员
  ledger.clause("防贫/涉军人员", $.or(facts.困难退役军人, facts.涉军利益群体困难人员), {
    quotations: ["持续开展困难退役军人帮扶援助工作,加大涉军利益群体困难人员援助力度"],
    assumptions: ["援助什么、援助多少,文件未写"],
    results: {
      帮扶援助: $.must(true),
    },
  });
  facts.与贫困户同等政策 = ledger.settle("与贫困户同等政策");
  facts.防贫保 = ledger.settle("防贫保");
  facts.动态监测 = ledger.settle("动态监测");
  facts.加大帮扶力度 = ledger.settle("加大帮扶力度");
  facts.提高兜底保障水平 = ledger.settle("提高兜底保障水平");
  facts.帮扶援助 = ledger.settle("帮扶援助");
}

const source: $.PolicySource<Facts> = {
  name: "防贫",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["二(三)"] },
  issued: "2020-05-13",
  responsible: ["市退役军人事务局", "市扶贫开发办", "市财政局", "市残联", "各区人民政府"],
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
