/** What is written in two versions: clauses, abbreviations, formulas, targets, constraints and pools, part by part. */
import { showExpression, versionWords } from "../evaluate/wording.ts";
import type { Clause, Program } from "../lowered.ts";
import type { Forms } from "./forms.ts";

export type PartKind = "clause" | "definition" | "formula" | "target" | "constraint" | "pool";

export type PartChangeKind =
  | "added"
  | "removed"
  /** Another name, the same meaning. */
  | "renamed"
  /** Other words, the same meaning. */
  | "reworded"
  /** Quotations or 推定 alone. */
  | "annotated"
  | "changed";

export interface PartChange {
  readonly part: PartKind;
  readonly kind: PartChangeKind;
  readonly name: string;
  /** Of the renamed: what it was called. */
  readonly before: string | undefined;
  /** Of a clause: the results that it gives, in either version. */
  readonly outcomes: readonly string[];
  /** What is written otherwise. */
  readonly lines: { readonly removed: readonly string[]; readonly added: readonly string[] };
}

/** A part as it is matched and shown. */
interface Part {
  readonly name: string;
  readonly form: string;
  /** Of a table's row: its table. */
  readonly table: string | undefined;
  readonly lines: readonly string[];
  /** What it wins over. */
  readonly beats: readonly string[];
  readonly notes: string;
  readonly outcomes: readonly string[];
}

const isOwn = ({ importedFrom }: { readonly importedFrom: string | undefined }): boolean => importedFrom === undefined;

export function partChanges(before: Forms, after: Forms): readonly PartChange[] {
  const kinds: readonly [PartKind, (forms: Forms) => readonly Part[]][] = [
    ["clause", clausesOf],
    ["definition", definitionsOf],
    ["formula", formulasOf],
    ["target", (forms) => requirementsOf(forms, forms.program.targets)],
    ["constraint", (forms) => requirementsOf(forms, forms.program.constraints)],
    ["pool", poolsOf],
  ];
  return kinds.flatMap(([part, of]) => matched(part, of(before), of(after)));
}

/** Whether clauses that both have stand in another order. */
export function isReordered({ clauses: first }: Program, { clauses: second }: Program): boolean {
  const names = (these: readonly Clause[], others: readonly Clause[]): string =>
    JSON.stringify(these.filter(({ name }) => others.some((other) => other.name === name)).map(({ name }) => name));
  const [a, b] = [first.filter(isOwn), second.filter(isOwn)];
  return names(a, b) !== names(b, a);
}

function matched(kind: PartKind, first: readonly Part[], second: readonly Part[]): readonly PartChange[] {
  const pairs = new Map<Part, Part>();
  const taken = new Set<Part>();
  const match = (isMatch: (a: Part, b: Part) => boolean): void => {
    for (const a of first) {
      const b = pairs.has(a) ? undefined : second.find((other) => !taken.has(other) && isMatch(a, other));
      if (b === undefined) continue;
      pairs.set(a, b);
      taken.add(b);
    }
  };
  match((a, b) => a.name === b.name);
  match((a, b) => a.form === b.form);
  // Rows of one table are named by their cells: those left over are taken in their order.
  match((a, b) => a.table !== undefined && a.table === b.table);
  const names = new Map([...pairs].map(([a, b]) => [b.name, a.name]));
  const isSameHeading = (a: Part, b: Part): boolean =>
    sortedText(a.beats) === sortedText(b.beats.map((name) => names.get(name) ?? name));
  const kept = first.flatMap((a) => {
    const b = pairs.get(a);
    const change = b === undefined ? "removed" : changeOf(a, b, isSameHeading(a, b));
    return change === undefined ? [] : [made(kind, change, a, b)];
  });
  return [...kept, ...second.filter((b) => !taken.has(b)).map((b) => made(kind, "added", undefined, b))];
}

const sortedText = (names: readonly string[]): string => JSON.stringify([...names].sort());

function changeOf(a: Part, b: Part, isSameHeading: boolean): PartChangeKind | undefined {
  const isSameText = sameLines(a.lines, b.lines);
  // Where its own words stand, it is what they refer to that changed.
  if (!isSameHeading || (a.form !== b.form && !isSameText)) return "changed";
  if (a.name !== b.name) return "renamed";
  if (a.form === b.form && !isSameText) return "reworded";
  return a.notes === b.notes ? undefined : "annotated";
}

/** Spacing and lines are nobody's wording. */
const bare = (wording: string): string => wording.replace(/\s+/g, "");
const sameLines = (a: readonly string[], b: readonly string[]): boolean => bare(a.join("")) === bare(b.join(""));

function made(part: PartKind, kind: PartChangeKind, a: Part | undefined, b: Part | undefined): PartChange {
  const headed = (one: Part | undefined): readonly string[] =>
    one === undefined ? [] : [...(one.beats.length === 0 ? [] : [`例外于 ${one.beats.join("、")}`]), ...one.lines];
  const [removed, added] = [headed(a), headed(b)];
  const isOther = (lines: readonly string[]) => (line: string) => !lines.some((one) => bare(one) === bare(line));
  return {
    part,
    kind,
    name: b?.name ?? a?.name ?? "",
    before: a !== undefined && b !== undefined && a.name !== b.name ? a.name : undefined,
    outcomes: [...new Set([...(a?.outcomes ?? []), ...(b?.outcomes ?? [])])],
    lines:
      kind === "renamed" || kind === "annotated"
        ? { removed: [], added: [] }
        : { removed: removed.filter(isOther(added)), added: added.filter(isOther(removed)) },
  };
}

const linesIn = (wording: string): readonly string[] =>
  wording
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function clausesOf(forms: Forms): readonly Part[] {
  const { clauses, outcomes, policy } = forms.program;
  const names = new Map(clauses.map(({ id, name }) => [id, name]));
  return clauses.filter(isOwn).map((clause) => {
    const { id, name, exceptionTo, period, version, wording, quotations, assumptions } = clause;
    const given = outcomes.filter(({ rules }) => rules.some((rule) => rule.clause === id)).map((one) => one.name);
    const isRepeal = version !== undefined && given.length === 0;
    const [table, more] = id.slice(policy.length + 1).split("/");
    return {
      name,
      form: forms.clause(clause),
      table: more === undefined ? undefined : table,
      lines: [
        ...versionWords(version, isRepeal),
        ...(period === undefined || isRepeal
          ? []
          : [`施行 ${period.from}${period.to === undefined ? "" : ` 至 ${period.to}`}`]),
        ...linesIn(wording),
      ],
      beats: exceptionTo.map((beaten) => names.get(beaten) ?? beaten),
      notes: JSON.stringify([quotations, assumptions]),
      outcomes: given,
    };
  });
}

const plainPart = (name: string, form: string, lines: readonly string[], notes: unknown): Part => ({
  name,
  form,
  table: undefined,
  lines,
  beats: [],
  notes: JSON.stringify(notes),
  outcomes: [],
});

const definitionsOf = (forms: Forms): readonly Part[] =>
  forms.program.definitions
    .filter(isOwn)
    .map(({ name, expression, assumptions }) =>
      plainPart(name, forms.definition(name), [showExpression(expression)], assumptions),
    );

const formulasOf = (forms: Forms): readonly Part[] =>
  forms.program.outcomes
    .filter(isOwn)
    .flatMap(({ name, formula, assumptions }) =>
      formula === undefined ? [] : [plainPart(name, forms.expression(formula), [showExpression(formula)], assumptions)],
    );

const requirementsOf = (forms: Forms, all: Program["targets"]): readonly Part[] =>
  all.map((one) => {
    const { name, wording, deadline, quotations, assumptions } = one;
    const due =
      deadline === undefined ? [] : [`期限 ${showExpression(deadline.kind === "on" ? deadline.date : deadline.from)}`];
    return plainPart(name, forms.requirement(one), [...linesIn(wording), ...due], [quotations, assumptions]);
  });

const poolsOf = (forms: Forms): readonly Part[] =>
  forms.program.pools.filter(isOwn).map((pool) => {
    const { name, total, used, quotations } = pool;
    const lines = [`总额 ${showExpression(total)}`, ...(used === undefined ? [] : [`已用 ${showExpression(used)}`])];
    return plainPart(name, forms.pool(pool), lines, quotations);
  });
