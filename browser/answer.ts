/** What generated code answered, as a person reads it. */
import { requirementWords } from "../compiler/evaluate/cases.ts";
import { modalityWords } from "../compiler/evaluate/wording.ts";
import type { Outcome as OutcomeTerm } from "../compiler/lowered.ts";
import { formatRational, multiply, parseDecimal, rational } from "../grammar/rational.ts";
import { unitAfterNumber } from "../grammar/units.ts";
import type { Outcome, RequirementResult } from "../runtime/contract.ts";
import { type Child, element, joined } from "./element.ts";
import { linked, type Places } from "./explanation.ts";

/** `可 100%`; an action says its modality itself. */
export function outcomeWords(outcome: Outcome, type: OutcomeTerm["type"] | undefined): string {
  const isValue = outcome.status === "determined" || outcome.status === "discretion";
  if (!isValue || outcome.modality === undefined || type?.kind === "action") return outcome.text;
  return `${modalityWords[outcome.modality]} ${outcome.text}`;
}

const badge = (words: string): HTMLElement => element("p", {}, element("span", { class: "badge" }, words));

/** A link to the control of an input that is not given. */
type Asked = (name: string) => Child;

export function outcomeAnswer(
  name: string,
  outcome: Outcome,
  words: string,
  clauses: ReadonlyMap<string, string>,
  places: Places,
  asked: Asked,
): HTMLElement {
  const { status } = outcome;
  const isValue = status === "determined" || status === "discretion";
  // What is missing is listed as links, below.
  const isListed = status === "missing" && outcome.needs.length > 0;
  const by = outcome.clauses.map((id) => linked(places, id, clauses.get(id) ?? id));
  return element(
    "div",
    { class: "answer" },
    element("h3", {}, name),
    ...(isValue
      ? [element("p", { class: "value" }, words), badge(status === "determined" ? "确定" : "裁量")]
      : [element("div", { class: "value" }, badge(isListed ? "缺失" : words))]),
    ...(isListed ? [element("p", {}, "还需要:", ...joined(outcome.needs.map(asked), "、"))] : []),
    ...(by.length === 0 ? [] : [element("p", { class: "by" }, "依据:", ...joined(by, "、"))]),
  );
}

/** `1/3` stays as it is: no decimal says it. */
function figure(value: string, unit: string | undefined): string {
  const number = parseDecimal(value);
  if (unit === "比例") return number === undefined ? value : `${formatRational(multiply(number, rational(100)))}%`;
  return `${value}${unit === undefined || unit === "数" ? "" : unitAfterNumber(unit)}`;
}

export const requirementStatus = (kind: "target" | "constraint", { status }: RequirementResult): string =>
  requirementWords[kind][status];

export function requirementAnswer(
  kind: "target" | "constraint",
  name: string,
  result: RequirementResult,
  places: Places,
  asked: Asked,
): HTMLElement {
  const { target, actual, unit, due, needs = [] } = result;
  const line = (word: string, value: string | undefined): readonly HTMLElement[] =>
    value === undefined ? [] : [element("p", {}, `${word}:${value}`)];
  return element(
    "div",
    { class: "answer" },
    element("h3", {}, `${kind === "target" ? "指标" : "约束"} `, linked(places, `${kind} ${name}`, name)),
    element("div", { class: "value" }, badge(requirementStatus(kind, result))),
    ...line("要求", target === undefined ? undefined : figure(target, unit)),
    ...line("实际", actual === undefined ? undefined : figure(actual, unit)),
    ...(needs.length === 0 ? [] : [element("p", {}, "还需要:", ...joined(needs.map(asked), "、"))]),
    ...line("期限", due),
  );
}
