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

/** All values, quantities as whole counts of their smallest units: see the scales below. */
export type Facts = {
  从事公益性岗位: $.Truth;
  仍未实现稳定就业: $.Truth;
  政策期满日: $.Text;
  补贴期满: $.Truth;
  难以通过其他渠道就业: $.Truth;
  人员类别: $.Text;
  享受期限至: $.Text;
  再次安置: $.Truth;
};

const inputs = {
  从事公益性岗位: $.flag("从事公益性岗位"),
  仍未实现稳定就业: $.flag("仍未实现稳定就业"),
  政策期满日: $.date("政策期满日"),
  补贴期满: $.flag("补贴期满"),
  难以通过其他渠道就业: $.flag("难以通过其他渠道就业"),
  人员类别: $.choice("人员类别", ["大龄就业困难人员", "零就业家庭成员", "重度残疾人", "其他特殊困难人员", "其他"]),
  基准日: $.date("基准日"),
};

const outcomes = {
  享受期限至: $.answer("享受期限至", "date"),
  再次安置: $.matter("再次安置"),
};

/**
 * All clauses, in the order of the policy, then the outcomes. Without a ledger, for facts that are complete and within
 * their limits: nothing is checked.
 */
export function decide(facts: Facts, ledger?: $.Ledger): Facts {
  let 享受期限至: $.Text = outcomes.享受期限至.none;
  let 再次安置: $.Truth = outcomes.再次安置.none;
  let truth: $.Truth;

  clauses: {
    // 公益性岗位/期限延长
    if ((truth = facts.从事公益性岗位) !== false && (truth = $.and(truth, facts.仍未实现稳定就业)) !== false) {
      const id = "公益性岗位/期限延长";
      享受期限至 = $.plusMonths(facts.政策期满日, 12, "12月");
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: ["对从事公益性岗位政策期满仍未实现稳定就业的就业困难人员,政策享受期限再延长1年"],
          assumptions: ["从事公益性岗位的,即为就业困难人员;从原期满日起再延长"],
          results: { 享受期限至: $.must(享受期限至) },
        });
      }
    }

    // 公益性岗位/再次安置
    if (
      (truth = facts.补贴期满) !== false &&
      (truth = $.and(truth, facts.难以通过其他渠道就业)) !== false &&
      (truth = $.and(
        truth,
        $.oneOf(facts.人员类别, ["大龄就业困难人员", "零就业家庭成员", "重度残疾人", "其他特殊困难人员"]),
      )) !== false
    ) {
      const id = "公益性岗位/再次安置";
      再次安置 = true;
      if (ledger === undefined) {
        if (policy.ends[id]) break clauses;
      } else {
        ledger.clause(id, truth, {
          quotations: [
            "对补贴期满后仍然难以通过其他渠道实现就业的大龄就业困难人员、零就业家庭成员、重度残疾人等特殊困难人员,再次通过公益性岗位予以安置",
          ],
          results: { 再次安置: $.must(再次安置) },
        });
      }
    }
  }

  facts.享受期限至 = ledger?.settle("享受期限至", 享受期限至) ?? 享受期限至;
  facts.再次安置 = ledger?.settle("再次安置", 再次安置) ?? 再次安置;
  return facts;
}

function read(given: Partial<Input>): Facts {
  const names = $.begin(given);
  const facts: Facts = {
    从事公益性岗位: $.readFlag(inputs.从事公益性岗位, given.从事公益性岗位),
    仍未实现稳定就业: $.readFlag(inputs.仍未实现稳定就业, given.仍未实现稳定就业),
    政策期满日: $.readTime(inputs.政策期满日, given.政策期满日),
    补贴期满: $.readFlag(inputs.补贴期满, given.补贴期满),
    难以通过其他渠道就业: $.readFlag(inputs.难以通过其他渠道就业, given.难以通过其他渠道就业),
    人员类别: $.readChoice(inputs.人员类别, given.人员类别),
    享受期限至: outcomes.享受期限至.none,
    再次安置: outcomes.再次安置.none,
  };
  inputs.基准日.check(given.基准日);
  $.end(names, 6 + $.isGiven(given.基准日), given, source);
  return facts;
}

const source: $.PolicySource<Facts> = {
  name: "公益性岗位",
  document: { title: "市人民政府关于做好“六保”工作的意见", paragraphs: ["一(三)"] },
  issued: "2020-05-13",
  responsible: ["市人力资源社会保障局", "各区人民政府"],
  inputs,
  outcomes,
  read,
  decide,
  isPlain: true,
  passes: 1,
  canFault: true,
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
