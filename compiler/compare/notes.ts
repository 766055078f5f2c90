/** What changed beside the rules: 算例, and what has no effect on any result. */
import { plainValue } from "../evaluate/values.ts";
import type { Case, Program } from "../lowered.ts";

export interface CaseChange {
  readonly kind: "added" | "removed" | "changed";
  readonly name: string;
}

export function caseChanges(before: Program, after: Program): readonly CaseChange[] {
  const known = new Map(before.cases.map((one) => [one.name, said(one)]));
  const names = new Set(after.cases.map(({ name }) => name));
  return [
    ...after.cases.flatMap((one): CaseChange[] => {
      const other = known.get(one.name);
      if (other === said(one)) return [];
      return [{ kind: other === undefined ? "added" : "changed", name: one.name }];
    }),
    ...[...known.keys()].filter((name) => !names.has(name)).map((name): CaseChange => ({ kind: "removed", name })),
  ];
}

const said = ({ inputs, expectations }: Case): string =>
  JSON.stringify(
    [[...inputs].map(([name, value]) => [name, plainValue(value)]).sort(), expectations],
    (key, value: unknown) => (key === "origin" ? undefined : typeof value === "bigint" ? `${value}` : value),
  );

export function noteChanges(before: Program, after: Program): readonly string[] {
  const notes: [word: string, of: (program: Program) => unknown][] = [
    ["依据", ({ document }) => document],
    ["发布", ({ issued }) => issued],
    ["责任单位", ({ responsible }) => responsible],
    ["引用", ({ imports }) => imports],
    ["其余 不适用", ({ restNotApplicable }) => restNotApplicable],
    [
      "推定",
      ({ inputs, definitions, outcomes, pools }) =>
        [inputs, definitions, outcomes, pools].map((parts) => parts.flatMap(noted).toSorted()),
    ],
    [
      "指标、约束和资金池的原文",
      ({ targets, constraints, pools }) => [targets, constraints, pools].map((parts) => parts.map(quoted)),
    ],
  ];
  return notes.flatMap(([word, of]) =>
    JSON.stringify(of(before)) === JSON.stringify(of(after)) ? [] : [`「${word}」有改动`],
  );
}

interface Assuming {
  readonly name: string;
  readonly assumptions: readonly string[];
}

/** What is assumed of a part, where anything is; as text, since the order of parts is no matter. */
const noted = ({ name, assumptions }: Assuming): readonly string[] =>
  assumptions.length === 0 ? [] : [JSON.stringify([name, assumptions])];
const quoted = ({ name, quotations }: { readonly name: string; readonly quotations: readonly string[] }): unknown => [
  name,
  quotations,
];
