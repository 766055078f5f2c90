/** Lays an explanation out as text for a drafter or a citizen to read. */
import type {
  ClauseExplanation,
  Explanation,
  Finding,
  OutcomeExplanation,
  RequirementExplanation,
  Role,
} from "./explanation.ts";

export const marks = { holds: "✓", fails: "✗", open: "?" } as const;

export const roleHeadings: Readonly<Record<Role, string>> = {
  decides: "依据条款",
  beaten: "让位于例外的条款",
  inactive: "没有用到的条款",
  fails: "不适用的条款",
  open: "还不能判断的条款",
  outOfForce: "不在施行期内的条款",
};

const indent = (lines: readonly string[], depth = 1): readonly string[] =>
  lines.map((line) => `${"  ".repeat(depth)}${line}`);

const findingLines = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ text, truth, parts }) => [
    `${truth === undefined ? "·" : marks[truth]} ${text}`,
    ...indent(findingLines(parts)),
  ]);

interface Grounds {
  readonly wording: string;
  readonly quotations: readonly string[];
  readonly assumptions: readonly string[];
}

export const assumptionLines = (assumptions: readonly string[]): readonly string[] =>
  assumptions.map((assumption) => `推定:${assumption}`);

const groundLines = ({ wording, quotations, assumptions }: Grounds): readonly string[] => [
  ...(wording === "" ? [] : wording.split("\n").map((line, index) => `${index === 0 ? "条文:" : "   "}${line.trim()}`)),
  ...quotations.map((quotation) => `原文:「${quotation}」`),
  ...assumptionLines(assumptions),
];

function clauseLines(clause: ClauseExplanation): readonly string[] {
  const heading = `${roleHeadings[clause.role]}「${clause.name}」`;
  const grounds = clause.role === "decides" || clause.role === "beaten" ? groundLines(clause) : [];
  return [
    clause.remark === undefined ? heading : `${heading}:${clause.remark}`,
    ...indent([...grounds, ...findingLines(clause.findings)]),
  ];
}

function outcomeLines(outcome: OutcomeExplanation): readonly string[] {
  const source = outcome.importedFrom === undefined ? "" : `(引自政策「${outcome.importedFrom}」)`;
  return [
    `结果 ${outcome.name}${source}:${outcome.answer}`,
    ...indent([
      ...outcome.remarks,
      ...findingLines(outcome.findings),
      ...assumptionLines(outcome.assumptions),
      ...outcome.clauses.flatMap(clauseLines),
    ]),
  ];
}

function requirementLines(requirement: RequirementExplanation): readonly string[] {
  return [
    `${requirement.kind === "target" ? "指标" : "约束"} ${requirement.name}:${requirement.answer}`,
    ...indent([...requirement.remarks, ...groundLines(requirement), ...findingLines(requirement.findings)]),
  ];
}

export function printExplanation(explanation: Explanation): string {
  const document = explanation.document === undefined ? [] : [`依据 《${explanation.document}》`];
  const blocks = [
    [`政策 ${explanation.policy}`, ...document],
    [
      "给出的情形",
      ...indent(
        explanation.inputs.flatMap(({ name, text, assumptions }) => [
          `${name}:${text ?? "未给出"}`,
          ...indent(assumptionLines(assumptions)),
        ]),
      ),
    ],
    ...explanation.definitions.map(({ sum, assumptions }) => [`定义 ${sum}`, ...indent(assumptionLines(assumptions))]),
    ...explanation.outcomes.map(outcomeLines),
    ...explanation.requirements.map(requirementLines),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
