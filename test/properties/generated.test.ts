/**
 * Generated code answers as the reference evaluator does, on random policies and random data. GUIJU_RANDOM_POLICIES
 * asks for more policies than the usual run has, GUIJU_RANDOM_SEED for others.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import { compile, SourceFile } from "../../compiler/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { generated, reference } from "../emit/helpers.ts";
import { loadModule, type GeneratedModule } from "./load.ts";
import { asText, known, randomData, type Data } from "./random/data.ts";
import { randomFolder, type Folder } from "./random/policy.ts";
import { dataFeatures, policyFeatures } from "./random/features.ts";

const folders = Number(process.env["GUIJU_RANDOM_POLICIES"] ?? 60);
const seed = Number(process.env["GUIJU_RANDOM_SEED"] ?? 20200513);
const dataEach = 30;
/** Folders compiled and emitted together. */
const together = 40;
const mostShown = 3;

class Tally {
  readonly counts = new Map<string, number>();
  total = 0;

  add(features: Iterable<string>): void {
    this.total += 1;
    for (const feature of features) this.counts.set(feature, (this.counts.get(feature) ?? 0) + 1);
  }

  share(feature: string): number {
    return (this.counts.get(feature) ?? 0) / this.total;
  }
}

const policies = new Tally();
const answers = new Tally();
const disagreements: string[] = [];

/** The policies of a folder, each with its module; those that are imported are asked too. */
async function modulesOf(batch: readonly Folder[]): Promise<readonly { program: Program; code: string }[]> {
  const programs = batch.flatMap((folder, index) => {
    const files = Object.entries(folder).map(([name, text]) => new SourceFile(`${index}/${name}.policy`, text));
    const { policies: compiled, diagnostics } = compile(files, { prove: false });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors, Object.values(folder).join("\n")).toEqual([]);
    return compiled.map(({ program, file }) => ({ program: program as Program, path: file.path }));
  });
  const modules = await emit(programs);
  return programs.map(({ program, path }) => ({ program, code: modules.get(`${path}.ts`) ?? "" }));
}

/** Answers that were not made by the clauses themselves are of a class of their own. */
function wayOf(module: GeneratedModule, data: Data): object | undefined {
  try {
    return Object.getPrototypeOf(module.evaluate(data)) as object;
  } catch {
    return undefined;
  }
}

const shown = (answer: unknown): string => JSON.stringify(answer, undefined, 1);
const isRefused = (answer: unknown): boolean => typeof answer === "object" && answer !== null && "faults" in answer;

function ask(program: Program, module: GeneratedModule, data: Data): void {
  const [plain, text] = [data, asText(data)].map((form) => {
    const [expected, actual] = [reference(program, form), generated(module, form)];
    if (shown(expected) !== shown(actual)) disagree(program, form, { reference: expected, generated: actual });
    return expected;
  });
  // Faults tell what was given as it was given.
  if (!isRefused(plain) && shown(plain) !== shown(text)) disagree(program, data, { plain, text });
  const isQuick = wayOf(module, data) !== wayOf(module, asText(data));
  answers.add([...dataFeatures(program, data, plain), ...(isQuick ? ["quick"] : ["by clauses"])]);
}

function disagree(program: Program, data: Data, answer: Readonly<Record<string, unknown>>): void {
  if (disagreements.length < mostShown)
    disagreements.push(`${program.file.text}\n${JSON.stringify(data)}\n${shown(answer)}`);
}

beforeAll(async () => {
  const sampled = fc.sample(randomFolder, { numRuns: folders, seed });
  for (let start = 0; start < sampled.length; start += together) {
    const modules = await modulesOf(sampled.slice(start, start + together));
    for (const [index, { program, code }] of modules.entries()) {
      policies.add(policyFeatures(program));
      const module = loadModule(code);
      for (const data of fc.sample(randomData, { numRuns: dataEach, seed: seed + start + index }))
        ask(program, module, known(program, data));
    }
  }
  if (process.env["GUIJU_RANDOM_POLICIES"] !== undefined)
    for (const [what, { total, counts }] of Object.entries({ policies, answers }))
      process.stdout.write(`${total} ${what}: ${JSON.stringify(Object.fromEntries(counts))}\n`);
}, 3_600_000);

test("generated code and the reference evaluator agree, on plain data and on the same written as text", () => {
  expect(disagreements).toEqual([]);
});

describe("the random policies really have", () => {
  test.each([
    ["a clause with a period", 0.25],
    ["a period of the whole policy", 0.1],
    ["periods of one outcome that overlap", 0.06],
    ["a draw on a pool", 0.15],
    ["a draw on a pool that rests on an outcome", 0.03],
    ["an imported outcome", 0.15],
    ["an imported definition", 0.08],
    ["an imported input", 0.15],
    ["an imported draw on a pool", 0.04],
    ["a row of a table", 0.25],
    ["months across a turn of the year", 0.2],
    ["a deadline in working days", 0.15],
    ["a target", 0.25],
  ])("%s: at least %d of all", (feature, share) => {
    expect(policies.share(feature)).toBeGreaterThanOrEqual(share);
  });
});

describe("the answers really are", () => {
  test.each([
    ["determined", 0.3],
    ["discretion", 0.04],
    ["notApplicable", 0.3],
    ["notInForce", 0.1],
    ["missing", 0.08],
    ["missing for want of a calendar", 0.005],
    ["exhausted", 0.01],
    ["conflict", 0.04],
    ["refused", 0.02],
    ["on the first day of a period", 0.03],
    ["on the last day of a period", 0.03],
    ["on the day before a period", 0.03],
    ["on the day after a period", 0.03],
    ["quick", 0.03],
    ["by clauses", 0.4],
  ])("%s: at least %d of all", (feature, share) => {
    expect(answers.share(feature)).toBeGreaterThanOrEqual(share);
  });
});
