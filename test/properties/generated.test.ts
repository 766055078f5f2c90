/** Generated code answers as the reference evaluator does, on random policies and random data. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import { compile, evaluate, readInput, SourceFile, toResult } from "../../compiler/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { loadModule } from "./load.ts";
import { randomData, randomPolicy } from "./random-policy.ts";

const policies = Number(process.env["GUIJU_RANDOM_POLICIES"] ?? 60);
const dataEach = 40;

function referenceAnswer(program: Program, data: unknown): unknown {
  const read = readInput(program, data);
  if (read.kind === "faults") return { faults: read.faults.map(({ code, term }) => `${code} ${term}`) };
  const evaluated = evaluate(program, read.values);
  if (evaluated.kind === "faults") return { faults: evaluated.faults.map(({ code, term }) => `${code} ${term}`) };
  return toResult(program, evaluated);
}

function generatedAnswer(module: ReturnType<typeof loadModule>, data: Readonly<Record<string, unknown>>): unknown {
  try {
    return JSON.parse(JSON.stringify(module.evaluate(data).toJSON())) as unknown;
  } catch (error) {
    const { faults } = error as { faults?: readonly { code: string; term: string }[] };
    if (faults === undefined) throw error;
    return { faults: faults.map(({ code, term }) => `${code} ${term}`) };
  }
}

test(`${policies} random policies, ${dataEach} data each: generated code and the reference evaluator agree`, async () => {
  const texts = fc.sample(randomPolicy, policies);
  const programs = texts.map((text, index) => {
    const { policies: compiled, diagnostics } = compile([new SourceFile(`随机${index}.policy`, text)], {
      prove: false,
    });
    expect(
      diagnostics.filter(({ severity }) => severity === "error"),
      text,
    ).toEqual([]);
    return { program: compiled[0]?.program as Program, path: `随机${index}` };
  });
  const modules = await emit(programs);
  for (const [index, { program, path }] of programs.entries()) {
    const module = loadModule(modules.get(`${path}.ts`) ?? "");
    for (const data of fc.sample(randomData, dataEach))
      expect(generatedAnswer(module, data), `${texts[index]}\n${JSON.stringify(data)}`).toEqual(
        referenceAnswer(program, data),
      );
  }
}, 120_000);
