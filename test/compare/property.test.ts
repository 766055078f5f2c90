/**
 * On random policies and random edits of them: what is called equivalent answers all data alike, each case shown comes
 * out as it says, and the set of cases shown holds the data that is answered otherwise, and no other.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { boundariesOf } from "../../compiler/boundaries/index.ts";
import { compare, type PolicyComparison, type ResultComparison } from "../../compiler/compare/index.ts";
import { compile, evaluate, readInput, SourceFile, toResult } from "../../compiler/index.ts";
import { writeInput } from "../../compiler/evaluate/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import type { Condition } from "../../compiler/regions/index.ts";
import { conditionsText } from "../../compiler/regions/report.ts";
import { type Data, randomData } from "../properties/random/data.ts";
import { randomFolder, type Folder } from "../properties/random/policy.ts";
import { randomEdit } from "./edits.ts";

const pairs = Number(process.env["GUIJU_RANDOM_POLICIES"] ?? 10);
const seed = Number(process.env["GUIJU_RANDOM_SEED"] ?? 20200513);
const dataEach = 30;

/** The last policy of a folder, with what it imports; undefined where something has errors. */
function compiled(folder: Folder): Program | undefined {
  const files = Object.entries(folder).map(([name, text]) => new SourceFile(`${name}.policy`, text));
  const { policies, diagnostics } = compile(files, { prove: false });
  return diagnostics.some(({ severity }) => severity === "error") ? undefined : policies.at(-1)?.program;
}

/** Answers to one result by itself, without the clauses that decide, or "refused". */
function answer(program: Program, { kind, name }: ResultComparison, data: Data): string {
  const known = Object.fromEntries(
    Object.entries(data).filter(([input]) => program.inputs.some((one) => one.name === input)),
  );
  const input = readInput(program, known);
  if (input.kind === "faults") return "refused";
  const alone: Program = {
    ...program,
    outcomes: program.outcomes.map((one) =>
      kind === "outcome" && one.name === name ? one : { ...one, importedFrom: one.importedFrom ?? "其他" },
    ),
    targets: kind === "target" ? program.targets.filter((one) => one.name === name) : [],
    constraints: kind === "constraint" ? program.constraints.filter((one) => one.name === name) : [],
  };
  const evaluation = evaluate(alone, input.values);
  if (evaluation.kind === "faults") return "refused";
  const result = toResult(alone, evaluation);
  const drawn = (evaluation.outcomes.get(kind === "outcome" ? name : "")?.grants ?? []).flatMap(({ draws }) =>
    draws.map(({ pool, amount }) => `${pool} ${amount.numerator}/${amount.denominator}`),
  );
  const told = result.outcomes[name] ?? result.targets[name] ?? result.constraints[name];
  return JSON.stringify([told, [...new Set(drawn)].sort()], (key, value: unknown) =>
    key === "clauses" || key === "reason" || (key === "text" && isReason(told?.status)) ? undefined : value,
  );
}

/** The text of these says why, not what. */
const isReason = (status: string | undefined): boolean =>
  status === "conflict" || status === "missing" || status === "notApplicable";

/** The words of conditions, read back as those of a policy with the same terms; undefined where some cannot be read. */
function reader(folder: Folder, conditions: readonly (readonly Condition[])[]): Program | undefined {
  const [name, text] = Object.entries(folder).at(-1) ?? ["", ""];
  const head = /^[\s\S]*?\n结果\n(?: {2}[^\n]*\n)+/.exec(text)?.[0] ?? "";
  const plain = head.replace(/(?<=政策 新策)[^\n]*/, "").replace("输入\n", "输入\n  基准日: 日期\n");
  const results = conditions.map((_, place) => `  域${place}: 数`).join("\n");
  const clauses = conditions.map((one, place) => `条款 域${place}\n  ${conditionsText(one, "")} => 域${place} 1\n`);
  return compiled({ ...folder, [name]: `${plain.trimEnd()}\n${results}\n\n${clauses.join("\n")}` });
}

interface Tally {
  equivalent: number;
  changed: number;
  unproven: number;
  differing: number;
  alike: number;
  unread: number;
}

const tally: Tally = { equivalent: 0, changed: 0, unproven: 0, differing: 0, alike: 0, unread: 0 };

function holdsIn(where: Program, place: number, data: Data): boolean {
  const known = Object.fromEntries(
    Object.entries(data).filter(([input]) => where.inputs.some((one) => one.name === input)),
  );
  const input = readInput(where, known);
  if (input.kind === "faults") return false;
  const evaluation = evaluate(
    { ...where, outcomes: where.outcomes.map((one) => ({ ...one, importedFrom: "域" })) },
    input.values,
  );
  return evaluation.kind === "evaluation" && evaluation.outcomes.get(`域${place}`)?.state.status === "determined";
}

function check(
  folder: Folder,
  versions: readonly [Program, Program],
  { results }: PolicyComparison,
  data: readonly Data[],
  context: string,
): void {
  for (const result of results) {
    tally[result.verdict] += 1;
    // No evaluation tells what a pool holds; draws on it are part of outcomes.
    if (result.kind === "pool") continue;
    const about = `${context}\n${result.kind} ${result.name}`;
    for (const { example } of [...result.changed, ...result.unproven]) {
      if (example === undefined) continue;
      const [before, after] = versions.map((version) => answer(version, result, example.input));
      expect(before, `${about}\n${JSON.stringify(example)}`).not.toBe(after);
    }
    const sets = [
      // The data leaves nothing out.
      ...result.changed
        .filter(({ omitted }) => omitted === undefined)
        .map(({ conditions, mayCoincide }) => ({ conditions, isExact: !mayCoincide })),
      ...result.unproven.map(({ conditions }) => ({ conditions, isExact: false })),
    ];
    const readable = sets.filter(({ conditions }) => !conditions.some(({ text: words }) => words.includes("「")));
    const where =
      readable.length === 0
        ? undefined
        : reader(
            folder,
            readable.map(({ conditions }) => conditions),
          );
    const isUnread = readable.length < sets.length || (where === undefined && sets.length > 0);
    for (const one of data) {
      const [before, after] = versions.map((version) => answer(version, result, one));
      const shown = `${about}\n${JSON.stringify(one)}\n${before}\n${after}\n${sets.map(({ conditions }) => conditionsText(conditions)).join("\n")}`;
      const isDifferent = before !== after;
      tally[isDifferent ? "differing" : "alike"] += 1;
      if (result.verdict === "equivalent") expect(isDifferent, `called equivalent\n${shown}`).toBe(false);
      if (isUnread) tally.unread += 1;
      const within = readable.filter((_, place) => where !== undefined && holdsIn(where, place, one));
      if (isDifferent && !isUnread) expect(within.length, `in no set\n${shown}`).toBeGreaterThan(0);
      if (!isDifferent) expect(within.filter(({ isExact }) => isExact).length, `in a set\n${shown}`).toBe(0);
      expect(within.length, `in two sets\n${shown}`).toBeLessThan(2);
    }
  }
}

/** Every input is given, and both versions take it. */
const isWhole = (versions: readonly Program[], data: Data): boolean =>
  versions.every((program) => {
    const known = Object.fromEntries(
      Object.entries(data).filter(([input]) => program.inputs.some((one) => one.name === input)),
    );
    return program.inputs.every(({ name }) => name in data) && readInput(program, known).kind === "values";
  });

test(`${pairs} random policies and an edit of each, ${dataEach} data each`, () => {
  for (const [index, folder] of fc.sample(randomFolder, { numRuns: pairs, seed }).entries()) {
    const [name, text] = Object.entries(folder).at(
      fc.sample(fc.constantFrom(0, -1), { numRuns: 1, seed: seed + index })[0] ?? 0,
    ) ?? ["", ""];
    const before = compiled(folder);
    if (before === undefined) throw new Error(`a random policy has errors\n${text}`);
    for (const edit of fc.sample(randomEdit(text), { numRuns: 3, seed: seed + index })) {
      const after = compiled({ ...folder, [name]: edit.text });
      if (after === undefined) continue;
      const context = `${Object.values(folder).join("\n")}\n=== ${edit.name}\n${edit.text}`;
      let comparison: PolicyComparison | undefined;
      try {
        [comparison] = compare([before], [after]);
      } catch (error) {
        throw new Error(context, { cause: error });
      }
      if (comparison === undefined) throw new Error("nothing is compared");
      const versions = [before, after] as const;
      const data = [
        ...fc.sample(randomData, { numRuns: dataEach, seed: seed + index }),
        ...versions.flatMap((version) =>
          boundariesOf(version).flatMap(({ cases }) => cases.map(({ inputs }) => writeInput(version, inputs))),
        ),
      ].filter((one) => isWhole(versions, one));
      check(folder, versions, comparison, data, context);
      if (comparison.verdict === "equivalent")
        for (const one of fc.sample(randomData, { numRuns: dataEach, seed: seed + index }))
          for (const result of comparison.results)
            if (isWhole([before], one) || isWhole([after], one))
              expect(answer(after, result, one), context).toBe(answer(before, result, one));
    }
  }
  if (process.env["GUIJU_RANDOM_POLICIES"] !== undefined) process.stdout.write(`${JSON.stringify(tally)}\n`);
  expect(tally.equivalent).toBeGreaterThan(0);
  expect(tally.changed).toBeGreaterThan(0);
  expect(tally.differing).toBeGreaterThan(0);
}, 3_600_000);
