/**
 * Two versions of the law, policy by policy: what changed in meaning, whom it concerns, and what callers must do. Knows
 * nothing of files: the versions are programs, of two folders, two revisions or two days.
 */
import type { WitnessInput } from "../../diagnostics/diagnostic.ts";
import { boundariesOf } from "../boundaries/index.ts";
import { writeInput } from "../evaluate/index.ts";
import { showValue } from "../evaluate/values.ts";
import type { Input, Program } from "../lowered.ts";
import { sliceOf } from "../regions/slice.ts";
import type { Condition } from "../regions/words.ts";
import { acceptsAlike, type CallerChange, inputChanges, outcomeChanges } from "./callers.ts";
import type { Pair } from "./contrast.ts";
import { Comparison, type Difference, type Values } from "./difference.ts";
import type { Said } from "./said.ts";
import { Forms, Interner } from "./forms.ts";
import { join, type Joined } from "./joined.ts";
import { type Answered, replay, sameAnswered } from "./replay.ts";
import { isReordered, type PartChange, partChanges } from "./parts.ts";
import { type CaseChange, caseChanges, noteChanges } from "./notes.ts";
import { omissions } from "./omitted.ts";
import { type Spread, spread, type Subject, type SubjectKind } from "./subject.ts";
import { through } from "./through.ts";

export type { CallerChange, Impact } from "./callers.ts";
export type { PartChange, PartChangeKind, PartKind } from "./parts.ts";
export type { CaseChange } from "./notes.ts";
export type { Said } from "./said.ts";
export type { SubjectKind } from "./subject.ts";

/** A case, and what the two versions answer to it: both have been run. */
export interface Example {
  readonly input: WitnessInput;
  /** `裁员人数 56人、参保职工人数 1000人` */
  readonly text: string;
  readonly before: Answered;
  readonly after: Answered;
}

/** Cases in which a result comes out otherwise. */
export interface ChangedCases {
  /** All of them hold; none: every case. */
  readonly conditions: readonly Condition[];
  /** The input that is not given, where its default is another. */
  readonly omitted: string | undefined;
  readonly before: Said;
  readonly after: Said;
  /** In some of them the two may come to the same after all. */
  readonly mayCoincide: boolean;
  readonly example: Example;
}

/** Cases of which it is not known whether the result comes out otherwise. */
export interface UnprovenCases {
  readonly conditions: readonly Condition[];
  readonly reason: string;
  readonly example: Example | undefined;
}

/** `unproven`: no case was found that comes out otherwise, and no proof that there is none. */
export type Verdict = "equivalent" | "changed" | "unproven";

export interface ResultComparison {
  readonly kind: SubjectKind;
  readonly name: string;
  readonly verdict: Verdict;
  readonly changed: readonly ChangedCases[];
  readonly unproven: readonly UnprovenCases[];
  /** Imported policies that the change comes from; where it is none of this policy's own. */
  readonly through: readonly string[];
}

export interface PolicyComparison {
  readonly policy: string;
  readonly kind: "added" | "removed" | "kept";
  /** Equivalent: the same data is taken, and all of it answered alike. */
  readonly verdict: Verdict;
  readonly callers: readonly CallerChange[];
  readonly results: readonly ResultComparison[];
  /** Clauses, abbreviations, formulas, targets, constraints and pools that are written otherwise. */
  readonly parts: readonly PartChange[];
  /** Clauses stand in another order, which has no effect. */
  readonly isReordered: boolean;
  readonly cases: readonly CaseChange[];
  /** What has no effect on results: 责任单位, 依据, 发布, and the like. */
  readonly notes: readonly string[];
}

export interface CompareOptions {
  /** Both are what one module answers, as on two days: whoever calls it has nothing to change. */
  readonly isOneModule?: boolean;
}

/**
 * Policies are matched by name, in the order of the second version, with those that are gone after them. Where just one
 * is gone and just one is new, and both give results of the same names, it is one policy under another name.
 */
export function compare(
  before: readonly Program[],
  after: readonly Program[],
  { isOneModule = false }: CompareOptions = {},
): readonly PolicyComparison[] {
  const isIn = (programs: readonly Program[], { policy }: Program): boolean =>
    programs.some((program) => program.policy === policy);
  const gone = before.filter((program) => !isIn(after, program));
  const added = after.filter((program) => !isIn(before, program));
  const [only] = gone;
  const renamed = gone.length === 1 && added.length === 1 && isAlike(only, added[0]) ? only : undefined;
  const kept = after.map((program) => {
    const other = before.find(({ policy }) => policy === program.policy) ?? renamed;
    return other === undefined ? whole(program, "added") : comparePolicy(other, program, isOneModule);
  });
  return [...kept, ...gone.filter((program) => program !== renamed).map((program) => whole(program, "removed"))];
}

const isAlike = (a: Program | undefined, b: Program | undefined): boolean =>
  a !== undefined && b !== undefined && ownNames(a).join("\n") === ownNames(b).join("\n");

const ownNames = ({ outcomes }: Program): readonly string[] =>
  outcomes.filter(({ importedFrom }) => importedFrom === undefined).map(({ name }) => name);

/** Callers name a policy, and its module. */
const renaming = (before: Program, after: Program): readonly CallerChange[] =>
  before.policy === after.policy
    ? []
    : [
        {
          impact: "breaking",
          subject: "policy",
          name: after.policy,
          text: `政策「${before.policy}」改名为「${after.policy}」`,
        },
      ];

const whole = ({ policy }: Program, kind: "added" | "removed"): PolicyComparison => ({
  policy,
  kind,
  verdict: "changed",
  callers: [
    kind === "added"
      ? { impact: "safe", subject: "policy", name: policy, text: `增加政策「${policy}」` }
      : { impact: "breaking", subject: "policy", name: policy, text: `删去政策「${policy}」` },
  ],
  results: [],
  parts: [],
  isReordered: false,
  cases: [],
  notes: [],
});

function comparePolicy(before: Program, after: Program, isOneModule: boolean): PolicyComparison {
  const versions = new Versions(before, after);
  const results = regrouped(versions.results(), versions.joined);
  const answered = [...outcomeChanges(before, after), ...versions.newStatuses];
  const callers = isOneModule ? [] : [...renaming(before, after), ...inputChanges(before, after), ...answered];
  const isTaken = before.inputs.every((input) => acceptsAlike(input, inputOf(after, input.name) ?? input));
  const isChanged =
    callers.length + answered.length > 0 || !isTaken || results.some(({ verdict }) => verdict === "changed");
  const isUnproven = results.some(({ verdict }) => verdict === "unproven");
  const altered = results.filter(({ verdict }) => verdict === "changed").map(({ name }) => name);
  return {
    policy: after.policy,
    kind: "kept",
    verdict: isChanged ? "changed" : isUnproven ? "unproven" : "equivalent",
    callers: [
      ...callers,
      ...(altered.length === 0
        ? []
        : [
            {
              impact: "dangerous" as const,
              subject: "policy" as const,
              name: after.policy,
              text: `同样的数据,「${altered.join("」「")}」的结果可能不同`,
            },
          ]),
    ],
    results,
    parts: partChanges(new Forms(before, versions.interner), new Forms(after, versions.interner)),
    isReordered: isReordered(before, after),
    cases: caseChanges(before, after),
    notes: noteChanges(before, after),
  };
}

/** Rows in order count a statement's draw once: statements joined or taken apart may count otherwise. */
function regrouped(results: readonly ResultComparison[], { forms }: Joined): readonly ResultComparison[] {
  const isSame = results.every(({ verdict }) => verdict === "equivalent");
  if (!isSame || forms.before.drawing() === forms.after.drawing()) return results;
  const reason = "规则的支用分合变了,逐行扣减没有比较";
  return results.map((result) =>
    result.kind === "pool"
      ? { ...result, verdict: "unproven", unproven: [{ conditions: [], reason, example: undefined }] }
      : result,
  );
}

const inputOf = ({ inputs }: Program, name: string): Input | undefined => inputs.find((input) => input.name === name);

class Versions {
  readonly interner = new Interner();
  readonly joined: Joined;
  readonly newStatuses: CallerChange[] = [];
  readonly #spread: { readonly before: Spread; readonly after: Spread };
  #probes: readonly Values[] | undefined;

  constructor(
    readonly before: Program,
    readonly after: Program,
  ) {
    this.#spread = { before: spread(before), after: spread(after) };
    this.joined = join(this.#spread.before.program, this.#spread.after.program);
  }

  results(): readonly ResultComparison[] {
    return this.#spread.after.subjects.flatMap((subject) => {
      const other = this.#spread.before.subjects.find(
        ({ kind, name }) => kind === subject.kind && name === subject.name,
      );
      return other === undefined ? [] : [this.#result(other, subject)];
    });
  }

  #result(before: Subject, after: Subject): ResultComparison {
    const { kind, name } = after;
    const pairs = pairsOf(before, after, this.joined.renamed);
    const isSame = pairs.every((pair) => pair.before === pair.after);
    const found = isSame ? NO_DIFFERENCE : this.#difference(this.joined, kind, pairs);
    const changed = found.changed.map((set): ChangedCases => {
      const example = this.#example(after, set.example, [this.before, this.after]);
      return { ...set, omitted: undefined, example };
    });
    const unproven = found.unproven.map((one): UnprovenCases => ({
      ...one,
      example: one.example && this.#example(after, one.example, [this.before, this.after]),
    }));
    const omitted = this.#omitted(before, after);
    const all = [...changed, ...omitted.changed];
    const open = [...unproven, ...omitted.unproven];
    const isChanged = all.length > 0 || open.some(({ example }) => example !== undefined);
    if (kind === "outcome" && open.length === 0) this.#noteStatuses(name, found);
    return {
      kind,
      name,
      verdict: isChanged ? "changed" : open.length > 0 ? "unproven" : "equivalent",
      changed: all,
      unproven: open,
      through: isChanged ? through(this.joined.forms, before, after) : [],
    };
  }

  #difference(joined: Joined, kind: SubjectKind, pairs: readonly Pair[]): Difference {
    const slice = restingOn(joined.program, pairs);
    const [strange] = slice.inputs.filter(({ name }) => joined.incompatible.has(name));
    if (strange !== undefined)
      return unprovenEverywhere(`输入「${strange.name}」换了类型,或者没有两版都能用的数据,不能逐项比较`);
    return new Comparison(slice, pairs, kind === "target" || kind === "constraint", () => this.#allProbes()).run();
  }

  #allProbes(): readonly Values[] {
    this.#probes ??= [this.before, this.after].flatMap((program) => [
      ...program.cases.map(({ inputs }) => inputs),
      ...boundariesOf(program).flatMap(({ cases }) => cases.map(({ inputs }) => inputs)),
    ]);
    return this.#probes;
  }

  /** Inputs left out, where their default is another now. */
  #omitted(before: Subject, after: Subject): Pick<ResultComparison, "changed" | "unproven"> {
    const changed: ChangedCases[] = [];
    const unproven: UnprovenCases[] = [];
    const whole = restingOn(this.joined.program, pairsOf(before, after, this.joined.renamed));
    for (const { input, versions } of omissions(this.before, this.after)) {
      if (!whole.inputs.some(({ name }) => name === input)) continue;
      const [first, second] = versions;
      const [a, b] = [spread(first), spread(second)];
      const joined = join(a.program, b.program);
      const pairs = pairsOf(before, after, joined.renamed);
      if (pairs.every((pair) => pair.before === pair.after)) continue;
      const found = this.#difference(joined, after.kind, pairs);
      for (const set of found.changed) {
        const example = this.#example(after, set.example, [this.before, this.after]);
        changed.push({ ...set, omitted: input, example });
      }
      for (const one of found.unproven)
        unproven.push({ ...one, reason: `不给出「${input}」时,${one.reason}`, example: undefined });
    }
    return { changed, unproven };
  }

  /** Both versions answer the case by themselves, and otherwise; anything else would be a fault of ours. */
  #example({ kind, name }: Subject, values: Values, versions: readonly [Program, Program]): Example {
    const [before, after] = versions.map((program) => this.#replay(program, kind, name, values));
    if (before === undefined || after === undefined || sameAnswered(before, after))
      throw new Error(
        `a case shown for ${name} does not come out otherwise: ` +
          JSON.stringify([writeInput(this.joined.program, values), before, after]),
      );
    const input = writeInput(this.joined.program, values);
    return { input, text: caseText(this.joined.program, values), before, after };
  }

  #replay(program: Program, kind: SubjectKind, name: string, values: Values): Answered {
    if (kind !== "pool") return replay(program, kind, name, values);
    const { program: whole, subjects } = spread(program);
    const subject = subjects.find((one) => one.kind === kind && one.name === name);
    const [total = "", used] = (subject?.parts ?? []).map(({ outcome }) => {
      const answered = replay(whole, "outcome", outcome, values);
      return "text" in answered ? (answered.text ?? "") : "";
    });
    return { status: "pool", total, ...(used === undefined ? {} : { used }) };
  }

  #noteStatuses(name: string, { statuses }: Difference): void {
    const added = [...statuses.after].filter((status) => !statuses.before.has(status));
    const words = added.flatMap((status) => statusNames[status] ?? []);
    if (words.length > 0 && statuses.before.size > 0)
      this.newStatuses.push({
        impact: "dangerous",
        subject: "outcome",
        name,
        text: `结果「${name}」现在还可能是「${words.join("」「")}」`,
      });
  }
}

const statusNames: Readonly<Record<string, string>> = {
  determined: "确定",
  discretion: "裁量",
  options: "择一",
  elsewhere: "另行规定",
  notApplicable: "不适用",
  notInForce: "未生效或已失效",
  missing: "缺失",
  exhausted: "超出额度",
  conflict: "冲突",
  fault: "数据不能用",
};

const NO_DIFFERENCE: Difference = {
  changed: [],
  unproven: [],
  statuses: { before: new Set(), after: new Set() },
};

const unprovenEverywhere = (reason: string): Difference => ({
  ...NO_DIFFERENCE,
  unproven: [{ conditions: [], reason, example: undefined }],
});

/** What the results rest on. */
function restingOn(program: Program, pairs: readonly Pair[]): Program {
  const roots = new Set(pairs.flatMap(({ before, after }) => [before, after]));
  return sliceOf(
    program,
    program.outcomes.filter(({ name }) => roots.has(name)),
  );
}

function pairsOf(before: Subject, after: Subject, renamed: (name: string) => string): readonly Pair[] {
  const labels = [...new Set([...before.parts, ...after.parts].map(({ label }) => label))];
  return labels.map((label) => {
    const [a, b] = [before, after].map(({ parts }) => parts.find((part) => part.label === label)?.outcome);
    return { label, before: a, after: b === undefined ? undefined : renamed(b) };
  });
}

function caseText({ inputs }: Program, values: Values): string {
  return inputs
    .flatMap(({ name, type }) => {
      const value = values.get(name);
      return value === undefined ? [] : [`${name} ${showValue(value, type)}`];
    })
    .join("、");
}
