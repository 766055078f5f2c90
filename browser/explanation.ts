/** Why an answer is what it is, laid out as `guiju explain` lays it out as text. */
import type {
  ClauseExplanation,
  Finding,
  OutcomeExplanation,
  RequirementExplanation,
} from "../compiler/explain/explanation.ts";
import { marks, roleHeadings } from "../compiler/explain/print.ts";
import { type Child, element } from "./element.ts";

/** Links to where clauses are shown, by their ids. */
export type Places = Readonly<Record<string, string>>;

export const linked = (places: Places, id: string, words: string): Child =>
  Object.hasOwn(places, id) ? element("a", { href: places[id] ?? "" }, words) : words;

const list = (items: readonly HTMLElement[]): readonly HTMLElement[] =>
  items.length === 0 ? [] : [element("ul", {}, ...items)];

const item = (text: string, mark = "·"): HTMLElement => element("li", { "data-mark": mark }, text);

const ground = (text: string): HTMLElement => element("li", { class: "ground" }, text);

const findingItems = (findings: readonly Finding[]): readonly HTMLElement[] =>
  findings.map(({ text, truth, parts }) =>
    element("li", { "data-mark": truth === undefined ? "·" : marks[truth] }, text, ...list(findingItems(parts))),
  );

interface Grounds {
  readonly wording: string;
  readonly quotations: readonly string[];
  readonly assumptions: readonly string[];
}

const groundItems = ({ wording, quotations, assumptions }: Grounds): readonly HTMLElement[] => [
  ...wording
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => ground(`${index === 0 ? "条文:" : ""}${line.trim()}`)),
  ...quotations.map((quotation) => ground(`原文:「${quotation}」`)),
  ...assumptions.map((assumption) => ground(`推定:${assumption}`)),
];

function clauseParts(clause: ClauseExplanation, places: Places): readonly HTMLElement[] {
  const isWeighty = clause.role === "decides" || clause.role === "beaten";
  return [
    element(
      "h4",
      {},
      roleHeadings[clause.role],
      "「",
      linked(places, clause.id, clause.name),
      "」",
      clause.remark === undefined ? "" : `:${clause.remark}`,
    ),
    ...list([...(isWeighty ? groundItems(clause) : []), ...findingItems(clause.findings)]),
  ];
}

export function whyOutcome(outcome: OutcomeExplanation, places: Places): HTMLElement {
  const { remarks, findings, assumptions, clauses } = outcome;
  const [near, far] = [
    clauses.filter(({ role }) => role === "decides" || role === "beaten" || role === "open"),
    clauses.filter(({ role }) => role === "fails" || role === "inactive" || role === "outOfForce"),
  ];
  const rest = far.flatMap((clause) => clauseParts(clause, places));
  return element(
    "div",
    { class: "why" },
    ...list([
      ...remarks.map((text) => item(text)),
      ...findingItems(findings),
      ...assumptions.map((text) => ground(`推定:${text}`)),
    ]),
    ...near.flatMap((clause) => clauseParts(clause, places)),
    // Where nothing decides, why each clause does not is the answer.
    ...(near.length === 0 || far.length === 0
      ? rest
      : [element("details", {}, element("summary", {}, `另有 ${far.length} 条没有适用`), ...rest)]),
  );
}

export const whyRequirement = (requirement: RequirementExplanation): HTMLElement =>
  element(
    "div",
    { class: "why" },
    ...list([
      ...requirement.remarks.map((text) => item(text)),
      ...groundItems(requirement),
      ...findingItems(requirement.findings),
    ]),
  );
