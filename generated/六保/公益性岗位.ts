// Made from a .policy file by guiju build. Edit the policy, not this.
import * as $ from "guiju/runtime";

/** What 公益性岗位 asks for. */
export interface Input {
  /** 是否 */
  readonly 从事公益性岗位: boolean;
  /** 是否 */
  readonly 仍未实现稳定就业: boolean;
  /** 日期 */
  readonly 政策期满日: string;
  /** 是否 */
  readonly 补贴期满: boolean;
  /** 是否 */
  readonly 难以通过其他渠道就业: boolean;
  /** 其中之一 */
  readonly 人员类别: "大龄就业困难人员" | "零就业家庭成员" | "重度残疾人" | "其他特殊困难人员" | "其他";
  /** 日期 */
  readonly 基准日?: string;
}

/** What it answers where every input is given. */
export interface CompleteOutcomes {
  /** 日期 */
  readonly 享受期限至: $.CompleteOutcome;
  /** 事项 */
  readonly 再次安置: $.CompleteOutcome;
}

/** What it answers where some inputs may not be given. */
export type Outcomes = { readonly [Name in keyof CompleteOutcomes]: $.Outcome };

export type CompleteResult = $.Answer<CompleteOutcomes, never, never, Facts>;

export type Result = $.Answer<Outcomes, never, never, Facts>;

/** What is asked for, quantities as whole counts of their smallest units: see the scales below. */
export type ExactInput = {
  readonly 从事公益性岗位: $.Truth;
  readonly 仍未实现稳定就业: $.Truth;
  readonly 政策期满日: $.Text;
  readonly 补贴期满: $.Truth;
  readonly 难以通过其他渠道就业: $.Truth;
  readonly 人员类别: $.Text;
};

export type ExactOutcomes = { readonly 享受期限至: $.Text; readonly 再次安置: $.Truth };

export type Facts = ExactInput & ExactOutcomes;

const inputs = {
  从事公益性岗位: $.flag("从事公益性岗位"),
  仍未实现稳定就业: $.flag("仍未实现稳定就业"),
  政策期满日: $.date("政策期满日"),
  补贴期满: $.flag("补贴期满"),
  难以通过其他渠道就业: $.flag("难以通过其他渠道就业"),
  人员类别: $.choice("人员类别", ["大龄就业困难人员", "零就业家庭成员", "重度残疾人", "其他特殊困难人员", "其他"]),
  基准日: $.date("基准日", { isUnread: true }),
};

const outcomes = {
  享受期限至: $.answer("享受期限至", "date"),
  再次安置: $.matter("再次安置"),
};

/** All clauses in the order of the policy, each with what is known of it, then the outcomes. */
function weigh(facts: $.Open<Facts>, ledger: $.Ledger): void {
  // 公益性岗位/期限延长
  ledger.clause("公益性岗位/期限延长", $.and(facts.从事公益性岗位, facts.仍未实现稳定就业), {
    quotations: ["对从事公益性岗位政策期满仍未实现稳定就业的就业困难人员,政策享受期限再延长1年"],
    assumptions: ["从事公益性岗位的,即为就业困难人员;从原期满日起再延长"],
    results: {
      享受期限至: $.must($.plusMonths(facts.政策期满日, 12, "12个月")),
    },
  });

  // 公益性岗位/再次安置
  ledger.clause(
    "公益性岗位/再次安置",
    $.and(
      facts.补贴期满,
      facts.难以通过其他渠道就业,
      $.oneOf(facts.人员类别, ["大龄就业困难人员", "零就业家庭成员", "重度残疾人", "其他特殊困难人员"]),
    ),
    {
      quotations: [
        "对补贴期满后仍然难以通过其他渠道实现就业的大龄就业困难人员、零就业家庭成员、重度残疾人等特殊困难人员,再次通过公益性岗位予以安置",
      ],
      results: {
        再次安置: $.must(true),
      },
    },
  );
  facts.享受期限至 = ledger.settle("享受期限至");
  facts.再次安置 = ledger.settle("再次安置");
}

const source: $.PolicySource<Facts> = {
  name: "公益性岗位",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["一(三)"] },
  issued: "2020-05-13",
  responsible: ["市人力资源社会保障局", "各区人民政府"],
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
