/** A comparison as text: for a terminal, and as Markdown for a review. */
import { escape } from "../markup.ts";
import { outcomeText, requirementText } from "../evaluate/spoken.ts";
import { conditionsText } from "../regions/report.ts";
import type { ChangedCases, PolicyComparison, ResultComparison, UnprovenCases, Verdict } from "./index.ts";
import type { Impact, PartChange, Example, Said } from "./index.ts";
import type { Answered, Draw } from "./replay.ts";

const impactWords: Readonly<Record<Impact, string>> = {
  breaking: "须改代码",
  dangerous: "须留意",
  safe: "不必改动",
};

const verdictWords: Readonly<Record<Verdict, string>> = {
  equivalent: "等价",
  changed: "有变化",
  unproven: "未能证明等价",
};

const subjectWords = { outcome: "结果", target: "指标", constraint: "约束", pool: "资金池" } as const;

const partWords = {
  clause: "条款",
  definition: "定义",
  formula: "算式",
  target: "指标",
  constraint: "约束",
  pool: "资金池",
} as const;

const changeWords = {
  added: "新增",
  removed: "删去",
  renamed: "改名,意思不变",
  reworded: "改写,意思不变",
  annotated: "改了原文或推定,意思不变",
  changed: "改动",
} as const;

const caseWords = { added: "新增算例", removed: "删去算例", changed: "改动算例" } as const;

/** Nothing in it but what has no effect. */
const isQuiet = ({ kind, verdict }: PolicyComparison): boolean => kind === "kept" && verdict === "equivalent";

const isUntouched = (one: PolicyComparison): boolean =>
  isQuiet(one) && one.parts.length + one.cases.length + one.notes.length === 0 && !one.isReordered;

function summaryOf(comparison: readonly PolicyComparison[]): string {
  const count = (isCounted: (one: PolicyComparison) => boolean): number => comparison.filter(isCounted).length;
  const parts: [number, string][] = [
    [count(({ kind }) => kind === "added"), "新增"],
    [count(({ kind }) => kind === "removed"), "删去"],
    [count(({ kind, verdict }) => kind === "kept" && verdict === "changed"), "有变化"],
    [count(({ kind, verdict }) => kind === "kept" && verdict === "unproven"), "未能证明等价"],
    [count((one) => isQuiet(one) && !isUntouched(one)), "改了写法、意思不变"],
    [count(isUntouched), "没有改动"],
  ];
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} 份${words}`);
  return `${comparison.length} 份政策:${told.join(",")}`;
}

function headingOf(one: PolicyComparison): string {
  if (one.kind === "added") return "新增";
  if (one.kind === "removed") return "删去";
  return one.verdict === "equivalent" ? "意思不变(已证明)" : verdictWords[one.verdict];
}

/** What is told of a policy, in order; empty for one that nothing happened to. */
export interface Told {
  readonly heading: string;
  readonly callers: readonly { readonly impact: Impact; readonly text: string }[];
  readonly results: readonly {
    readonly heading: string;
    readonly changed: readonly ChangedCases[];
    readonly unproven: readonly UnprovenCases[];
  }[];
  readonly parts: readonly { readonly heading: string; readonly change: PartChange }[];
  /** `新增算例「…」`, `条款调整了先后` */
  readonly others: readonly string[];
}

function toldOf(one: PolicyComparison): Told {
  const isKept = one.kind === "kept";
  const others = [
    ...(one.isReordered ? [`条款调整了先后${isQuiet(one) ? ",不影响结果" : ""}`] : []),
    ...one.notes.map((note) => `${note},不影响结果`),
    ...(["added", "removed", "changed"] as const).flatMap((kind) => {
      const names = one.cases.filter((change) => change.kind === kind).map(({ name }) => `「${name}」`);
      return names.length === 0 ? [] : [`${caseWords[kind]}${names.join("")}`];
    }),
  ];
  return {
    heading: headingOf(one),
    callers: one.callers,
    results: isKept ? one.results.filter(({ verdict }) => verdict !== "equivalent").map(resultTold) : [],
    parts: one.parts.map((change) => ({ heading: partHeading(change, one), change })),
    others,
  };
}

function resultTold({ kind, name, verdict, through, changed, unproven }: ResultComparison) {
  const because = through.length === 0 ? "" : `,因所引用的${through.map((policy) => `《${policy}》`).join("")}有变化`;
  return { heading: `${subjectWords[kind]} ${name}  ${verdictWords[verdict]}${because}`, changed, unproven };
}

function partHeading({ part, kind, name, before, outcomes }: PartChange, { results }: PolicyComparison): string {
  const names = before === undefined ? `「${name}」` : `「${before}」→「${name}」`;
  const own = results.filter((result) => result.kind === "outcome" && outcomes.includes(result.name));
  const isIdle =
    (kind === "changed" || kind === "added" || kind === "removed") &&
    own.length === outcomes.length &&
    own.length > 0 &&
    own.every(({ verdict }) => verdict === "equivalent");
  const about = outcomes.length === 0 ? "" : `(${outcomes.join("、")})`;
  return `${partWords[part]}${names}${about} ${changeWords[kind]}${isIdle ? ",不影响结果(已证明)" : ""}`;
}

const quoted = ({ clauses }: Said): string => clauses.map((name) => `「${name}」`).join("");

/** Which clauses decide, before and after. */
function deciding({ before, after }: Pick<ChangedCases, "before" | "after">): string {
  const [first, second] = [quoted(before), quoted(after)];
  if (first === second) return first === "" ? "" : `由${first}决定`;
  if (first === "") return `由${second}决定,原来没有条款适用`;
  return second === "" ? `原来由${first}决定,现在没有条款适用` : `原来由${first}决定,现在由${second}决定`;
}

function casesText({ conditions, omitted }: Pick<ChangedCases, "conditions" | "omitted">): string {
  const given = omitted === undefined ? "" : `不给出「${omitted}」`;
  if (conditions.length === 0) return given === "" ? conditionsText([]) : given;
  return given === "" ? conditionsText(conditions) : `${given},且 ${conditionsText(conditions)}`;
}

const COINCIDE = "算法不同,个别数字算出来可能恰好相同";

function answeredText(result: Pick<ResultComparison, "kind" | "name">, answered: Answered): string {
  switch (answered.status) {
    case "refused":
      return `不能计算:${answered.text}`;
    case "pool":
      return answered.used === undefined ? `总额 ${answered.total}` : `总额 ${answered.total},已用 ${answered.used}`;
    default:
      return "text" in answered && "clauses" in answered
        ? `${outcomeText(result.name, answered)}${drawingText(answered)}`
        : requirementText(answered as never, result.kind === "target" ? 0 : 1);
  }
}

const drawingText = ({ draws = [] }: { readonly draws?: readonly Draw[] }): string =>
  draws.map(({ pool, amount }) => `, 支用「${pool}」${amount}`).join("");

const exampleWords = (result: Pick<ResultComparison, "kind" | "name">, { before, after }: Example): string =>
  `${answeredText(result, before)} → ${answeredText(result, after)}`;

export interface Style {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  readonly impact: Readonly<Record<Impact, (text: string) => string>>;
}

export function comparisonAsText(comparison: readonly PolicyComparison[], style: Style): string {
  const told = comparison.filter((one) => !isUntouched(one)).map((one) => policyAsText(one, style));
  return `${[summaryOf(comparison), ...told].join("\n\n")}\n`;
}

function policyAsText(one: PolicyComparison, style: Style): string {
  const { heading, callers, parts: written, others } = toldOf(one);
  const lines = [`${style.strong(`政策 ${one.policy}`)}  ${heading}`];
  for (const { impact, text } of callers) lines.push(`  ${style.impact[impact](impactWords[impact])} ${text}`);
  for (const result of one.results) {
    if (result.verdict === "equivalent") continue;
    lines.push("", `  ${style.strong(resultTold(result).heading)}`, ...resultLines(result, style));
  }
  if (written.length + others.length > 0 && lines.length > 1) lines.push("");
  for (const { heading: about, change } of written) {
    lines.push(`  ${about}`);
    for (const line of change.lines.removed) lines.push(`    ${style.removed(`- ${line}`)}`);
    for (const line of change.lines.added) lines.push(`    ${style.added(`+ ${line}`)}`);
  }
  for (const other of others) lines.push(`  ${other}`);
  return lines.join("\n");
}

/** Where both versions say the same, it is a figure that only the case tells. */
function turnWords({ before, after }: ChangedCases, style: Style): string {
  return before.words === after.words
    ? `${before.words},数额不同`
    : `${style.removed(before.words)} → ${style.added(after.words)}`;
}

function resultLines(result: ResultComparison, style: Style): readonly string[] {
  const changed = result.changed.flatMap((set, index) => [
    `    ${index + 1}. ${casesText(set)}`,
    `       ${turnWords(set, style)}`,
    ...(deciding(set) === "" ? [] : [`       ${style.quiet(deciding(set))}`]),
    ...(set.mayCoincide ? [`       ${style.quiet(COINCIDE)}`] : []),
    `       例 ${[set.example.text, exampleWords(result, set.example)].filter((part) => part !== "").join(":")}`,
  ]);
  const unproven = result.unproven.flatMap(({ conditions, reason, example }) => [
    `    未能列全 ${conditions.length === 0 ? "" : `${conditionsText(conditions)} 时,`}${reason}`,
    ...(example === undefined ? [] : [`       例 ${example.text}:${exampleWords(result, example)}`]),
  ]);
  return [...changed, ...unproven];
}

// --- Markdown -------------------------------------------------------------------------------------------------------

/** Nothing of a policy may become markup or a mention. */
const plain = (text: string): string =>
  escape(text)
    .replaceAll(/[\\`*_[\]|~#]/g, (sign) => `\\${sign}`)
    .replaceAll("@", "&#64;")
    .replaceAll(/\s+/g, " ");

export function comparisonAsMarkdown(
  comparison: readonly PolicyComparison[],
  versions: { readonly before: string; readonly after: string },
): string {
  const told = comparison.filter((one) => !isUntouched(one)).map(policyAsMarkdown);
  const head = `## 政策对比:${plain(versions.before)} → ${plain(versions.after)}\n\n${plain(summaryOf(comparison))}`;
  return `${[head, ...told].join("\n\n")}\n`;
}

function policyAsMarkdown(one: PolicyComparison): string {
  const { heading, callers, parts: written, others } = toldOf(one);
  const parts = [`### ${plain(one.policy)}:${plain(heading)}`];
  if (callers.length > 0)
    parts.push(callers.map(({ impact, text }) => `- **${impactWords[impact]}** ${plain(text)}`).join("\n"));
  for (const result of one.results) {
    if (result.verdict === "equivalent") continue;
    parts.push(`**${plain(resultTold(result).heading)}**`);
    if (result.changed.length > 0)
      parts.push(
        [
          "| 情形 | 原来 | 现在 | 依据 | 例 |",
          "| --- | --- | --- | --- | --- |",
          ...result.changed
            .map((set) =>
              [
                casesText(set),
                set.before.words,
                set.after.words,
                [deciding(set), set.mayCoincide ? COINCIDE : ""].filter((part) => part !== "").join(";"),
                [set.example.text, exampleWords(result, set.example)].filter((part) => part !== "").join(":"),
              ]
                .map(plain)
                .join(" | "),
            )
            .map((row) => `| ${row} |`),
        ].join("\n"),
      );
    const open = result.unproven.map(({ conditions, reason, example }) => {
      const shown = example === undefined ? "" : `,例 ${example.text}:${exampleWords(result, example)}`;
      return `- 未能列全 ${plain(`${conditions.length === 0 ? "" : `${conditionsText(conditions)} 时,`}${reason}${shown}`)}`;
    });
    if (open.length > 0) parts.push(open.join("\n"));
  }
  for (const { heading: about, change } of written) {
    const lines = [
      ...change.lines.removed.map((line) => `- ${line}`),
      ...change.lines.added.map((line) => `+ ${line}`),
    ];
    parts.push(plain(about));
    if (lines.length > 0) parts.push(fenced(lines));
  }
  if (others.length > 0) parts.push(others.map((other) => `- ${plain(other)}`).join("\n"));
  return parts.join("\n\n");
}

/** A fence longer than any that the lines hold. */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(2, ...[...lines.join("\n").matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}diff`, ...lines, fence].join("\n");
}
