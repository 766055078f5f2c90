/** Region tables as text for a terminal, and as data. */
import type { Program } from "../lowered.ts";
import type { Condition, Region, RegionTable } from "./index.ts";

export const ANY_CASE = "任何情形";

/** As a policy would write it: 且 binds more tightly than 或. */
export function conditionsText(conditions: readonly Condition[], otherwise = ANY_CASE): string {
  const [only, more] = conditions;
  if (only === undefined) return otherwise;
  if (more === undefined) return only.text;
  return conditions.map(({ text }) => (text.includes(" 或 ") ? `(${text})` : text)).join(" 且 ");
}

export const clausesText = ({ answer: { clauses } }: Region): string => clauses.map((name) => `「${name}」`).join("");

/** The example, with its own figure where the answer is a formula. */
export const exampleText = ({ answer: { varies, result }, example: { text } }: Region): string => {
  if (!varies && result.status !== "refused") return text;
  return text === "" ? result.text : `${text} → ${result.text}`;
};

export function tablesAsText({ policy }: Program, tables: readonly RegionTable[]): string {
  if (tables.length === 0) return `政策 ${policy} 没有结果可列\n`;
  return `${[`政策 ${policy}`, ...tables.map(tableAsText)].join("\n\n")}\n`;
}

function tableAsText({ outcome, regions, unlisted }: RegionTable): string {
  const lines = regions.flatMap((region, index) => {
    const example = exampleText(region);
    const clauses = clausesText(region);
    return [
      `  ${index + 1}. ${conditionsText(region.conditions)}`,
      `     → ${region.answer.words}${clauses === "" ? "" : `  由${clauses}决定`}`,
      ...(example === "" ? [] : [`     例 ${example}`]),
    ];
  });
  const missing = unlisted.map(
    ({ conditions, reason }) =>
      `  未能列全 ${conditions.length === 0 ? "" : `${conditionsText(conditions)} 时,`}${reason}`,
  );
  return [`结果 ${outcome}`, ...lines, ...missing].join("\n");
}

/** The form of `analyze --json`. */
export const tablesAsJson = ({ policy }: Program, tables: readonly RegionTable[]): unknown => ({
  policy,
  outcomes: tables.map(({ outcome, regions, unlisted }) => ({
    outcome,
    regions: regions.map(({ conditions, answer: { words, varies, result }, example }) => ({
      conditions,
      answer: words,
      varies,
      example: example.input,
      result,
    })),
    unlisted,
  })),
});
