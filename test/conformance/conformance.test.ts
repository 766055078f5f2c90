/** This implementation against the suite: its findings, its reference evaluator and the code that it generates. */
import { describe, expect, test } from "vitest";
import { readJsonObject } from "../../cli/json.ts";
import { emit } from "../../compiler/5-emit/index.ts";
import { type Compilation, compile, runCase, SourceFile } from "../../compiler/index.ts";
import { settle } from "../../compiler/settle/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { generated, reference } from "../emit/helpers.ts";
import { type GeneratedModule, loadModule } from "../properties/load.ts";
import { type ConformanceCase, conformanceCases, type Question } from "./cases.ts";

interface Compiled {
  readonly compilation: Compilation;
  readonly program: Program | undefined;
  readonly module: GeneratedModule | undefined;
  readonly text: string;
}

async function compiled(one: ConformanceCase): Promise<readonly Compiled[]> {
  const documents = one.documents.map((text, index) => ({ path: `文件${index}.md`, text }));
  const compilations = await Promise.all(
    one.variants.map((texts) => {
      const files = texts.map((text, index) => new SourceFile(`${index + 1}.policy`, text));
      return settle(compile(files, documents.length === 0 ? {} : { documents }));
    }),
  );
  const asked = compilations.map(({ policies }) => policies[0]?.program);
  const modules =
    one.questions.length === 0
      ? new Map<string, string>()
      : await emit(asked.flatMap((program, index) => (program === undefined ? [] : [{ program, path: `${index}` }])));
  return compilations.map((compilation, index) => {
    const module = modules.get(`${index}.ts`);
    return {
      compilation,
      program: asked[index],
      module: module === undefined ? undefined : loadModule(module),
      text: one.variants[index]?.[0] ?? "",
    };
  });
}

function findings({ policies, diagnostics }: Compilation): readonly Diagnostic[] {
  const ofCases = policies.flatMap(({ program }) =>
    (program?.cases ?? []).flatMap((one) => runCase(program as Program, one)),
  );
  return [...diagnostics, ...ofCases];
}

/** As the suite writes them. */
function written({ severity, code, file, span }: Diagnostic): string {
  const name = file.path.replace(".policy", "");
  return `${name === "1" ? "" : `${name}:`}${severity} ${code} ${file.positionAt(span.start).line}`;
}

/** What is expected of an answer, taken from it: equal where all that is expected is so. */
function asTold(expected: unknown, actual: unknown): unknown {
  if (expected === null) return actual === undefined ? null : actual;
  if (typeof expected !== "object" || Array.isArray(expected)) return actual;
  if (typeof actual !== "object" || actual === null) return actual;
  return Object.fromEntries(
    Object.entries(expected).map(([name, part]) => [name, asTold(part, (actual as Record<string, unknown>)[name])]),
  );
}

const faultsOf = (answer: unknown): readonly string[] =>
  (answer as { faults?: { code: string; term: string }[] }).faults?.map(({ code, term }) => `${code} ${term}`) ?? [];

function answersTo({ input }: Question, { program, module }: Compiled): readonly unknown[] {
  const reading = readJsonObject(new SourceFile("输入.json", input));
  if (!reading.ok) return [{ faults: reading.faults.map(({ code }) => ({ code, term: "" })) }];
  if (program === undefined || module === undefined) return ["there is no program"];
  return [reference(program, reading.object.value), generated(module, reading.object.value)];
}

test("every case has a number of its own, which begins with its file's", () => {
  const numbers = conformanceCases.map(({ number }) => number);
  expect(numbers.length).toBeGreaterThanOrEqual(120);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const { file, number } of conformanceCases)
    expect(Number(number.split(".")[0]), number).toBe(Number(file.slice(0, 2)));
});

describe.each([...new Set(conformanceCases.map(({ file }) => file))])("%s", (file) => {
  test.each(conformanceCases.filter((one) => one.file === file))("$number $title", async (one) => {
    for (const variant of await compiled(one)) {
      const found = findings(variant.compilation);
      const messages = found.map(({ message }) => message).join("\n");
      expect(found.map(written).toSorted(), `${variant.text}\n${messages}`).toEqual(one.diagnostics.toSorted());
      for (const question of one.questions)
        for (const answer of answersTo(question, variant)) {
          const context = `${variant.text}\n${question.input}`;
          if (question.faults === undefined) expect(asTold(question.result, answer), context).toEqual(question.result);
          else
            expect(
              faultsOf(answer)
                .map((fault) => fault.trim())
                .toSorted(),
              context,
            ).toEqual(question.faults.toSorted());
        }
    }
  });
});
