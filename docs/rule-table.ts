/** The table of all rules: what each gives, by which clause, and the 算例 that try it. */
import { inputsRead, inputWords } from "../compiler/5-emit/declarations.ts";
import { withDefaults } from "../compiler/evaluate/data.ts";
import { evaluate } from "../compiler/evaluate/index.ts";
import { showExpression } from "../compiler/evaluate/wording.ts";
import type { Case, Clause, Expectation, Outcome, Program } from "../compiler/lowered.ts";

export type RuleKind = "输入" | "结果" | "指标" | "约束";

export interface RuleRow {
  readonly policy: string;
  readonly kind: RuleKind;
  readonly name: string;
  /** The clause that gives it, its formula, its wording or its type. */
  readonly source: string;
  /** Names of the cases that try it: see `rulesOf`. */
  readonly cases: readonly string[];
  /** How many more cases ask for it and are answered by another clause, or by none; undefined where that means nothing. */
  readonly others: number | undefined;
}

/** A case with the clauses that decide each outcome in it. */
interface Run {
  readonly test: Case;
  readonly deciding: ReadonlyMap<string, readonly string[]>;
}

function runOf(program: Program, test: Case): Run {
  const evaluation = evaluate(program, withDefaults(program, test.inputs));
  if (evaluation.kind === "faults") return { test, deciding: new Map() };
  return { test, deciding: new Map([...evaluation.outcomes].map(([name, { clauses }]) => [name, clauses])) };
}

const expects =
  (kind: Expectation["kind"], name: string) =>
  ({ test }: Run): boolean =>
    test.expectations.some((one) => one.kind === kind && (one.kind === "outcome" ? one.outcome : one.name) === name);

const namesOf = (runs: readonly Run[]): readonly string[] => runs.map(({ test }) => test.name);

const labelOf = (program: Program, { id, name, exceptionTo }: Clause): string => {
  const others = program.clauses.filter((other) => exceptionTo.includes(other.id)).map((other) => other.name);
  const row = id.slice(program.policy.length + 1);
  const label = row === name ? `条款 ${name}` : `表 ${row}`;
  return others.length === 0 ? label : `${label}(例外于 ${others.join("、")})`;
};

function outcomeRows(program: Program, outcome: Outcome, runs: readonly Run[]): readonly RuleRow[] {
  const asking = runs.filter(expects("outcome", outcome.name));
  const row = { policy: program.policy, kind: "结果", name: outcome.name } as const;
  if (outcome.formula !== undefined) {
    const source = `公式 ${showExpression(outcome.formula)}`;
    return [{ ...row, source, cases: namesOf(asking), others: undefined }];
  }
  const own = program.clauses.filter(({ id }) => outcome.rules.some(({ clause }) => clause === id));
  return own.map((clause): RuleRow => {
    const decided = asking.filter(({ deciding }) => deciding.get(outcome.name)?.includes(clause.id));
    const others = asking.length - decided.length;
    return { ...row, source: labelOf(program, clause), cases: namesOf(decided), others };
  });
}

/**
 * A row for every input, every clause of every outcome, every target and every constraint of a policy. A case tries a
 * clause where it expects something of an outcome which that clause decides in it; a formula, a target or a constraint
 * where it expects something of it; an input where it gives it.
 */
export function rulesOf(program: Program): readonly RuleRow[] {
  const runs = program.cases.map((test) => runOf(program, test));
  const { policy } = program;
  const read = inputsRead(program);
  const requirements = (kind: "指标" | "约束"): readonly RuleRow[] =>
    program[kind === "指标" ? "targets" : "constraints"].map(({ name, wording }) => ({
      policy,
      kind,
      name,
      source: wording,
      cases: namesOf(runs.filter(expects(kind === "指标" ? "target" : "constraint", name))),
      others: undefined,
    }));
  return [
    ...program.outcomes
      .filter(({ importedFrom }) => importedFrom === undefined)
      .flatMap((outcome) => outcomeRows(program, outcome, runs)),
    ...requirements("指标"),
    ...requirements("约束"),
    ...program.inputs
      .filter(({ name, importedFrom }) => importedFrom === undefined && read.has(name))
      .map((input): RuleRow => {
        const { type } = input;
        return {
          policy,
          kind: "输入",
          name: input.name,
          source: type.kind === "choice" ? type.values.join("、") : inputWords(input),
          cases: namesOf(runs.filter(({ test }) => test.inputs.has(input.name))),
          others: undefined,
        };
      }),
  ];
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");

const countOf = ({ kind, cases, others }: RuleRow): string => {
  const names = kind === "输入" ? "" : `:${cases.join("、")}`;
  const some = cases.length === 0 ? "**没有算例**" : `${cases.length} 个${names}`;
  return others === undefined || others === 0 ? some : `${some};另有 ${others} 个问到而不由它得出`;
};

function policySection(program: Program, path: string): string {
  const rows = rulesOf(program).map((row) => [row.kind, row.name, row.source, countOf(row)].map(cell));
  const paragraphs = program.document?.paragraphs.join("、") ?? "";
  return `## ${program.policy}

[${program.file.path}](${path})${paragraphs === "" ? "" : `,依据 ${paragraphs}`},${program.cases.length} 个算例。

| 种类 | 名称 | 由何得出 | 算例 |
| --- | --- | --- | --- |
${rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
`;
}

const numerals = "一二三四五六七八九十";

/** By the first paragraph that a policy rests on: a sign that is no numeral comes before all that are. */
const placeOf = ({ document }: Program): readonly number[] =>
  [...(document?.paragraphs[0] ?? "")].map((sign) => numerals.indexOf(sign));

function inOrderOfText(a: Program, b: Program): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  const differing = first.findIndex((place, index) => place !== second[index]);
  return differing === -1 ? first.length - second.length : (first[differing] ?? 0) - (second[differing] ?? -2);
}

/** The page, its links seen from docs/, its policies in the order of the text. */
export function rulePage(unordered: readonly Program[]): string {
  const programs = unordered.toSorted(inOrderOfText);
  const rows = programs.flatMap(rulesOf);
  const untried = rows.filter(({ cases }) => cases.length === 0);
  const clauses = programs.flatMap(({ clauses: all }) => all.filter(({ importedFrom }) => importedFrom === undefined));
  const count = (kind: RuleKind): number => rows.filter((row) => row.kind === kind).length;
  const cases = programs.reduce((sum, program) => sum + program.cases.length, 0);
  const lacking = untried.map(({ policy, kind, name, source }) => `- ${policy}:${kind} ${name}(${cell(source)})`);
  return `# 规则与算例

每份政策的每个结果由哪个条款得出,由哪些算例试过。这一页由编译好的政策生成(\`npm run generate\`),不要手改;过时了,检查不会通过。

条款的算例,是问到这个结果、并且由这个条款得出的算例;公式、指标和约束的算例,是问到它的算例;输入的算例,是填了它的算例。

共 ${programs.length} 份政策、${clauses.length} 个条款、${count("指标")} 个指标、${count("约束")} 个约束、${count("输入")} 个输入,${cases} 个算例。没有算例的:${lacking.length === 0 ? "无。" : `\n\n${lacking.join("\n")}`}

${programs.map((program) => policySection(program, `../${program.file.path}`)).join("\n")}`;
}
