import { emit } from "../../compiler/5-emit/index.ts";
import { compile, evaluate, readInput, SourceFile, toResult } from "../../compiler/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { loadModule, type GeneratedModule } from "../properties/load.ts";

/** Compiles policies that have no errors, without the proof. */
export function programsOf(files: Readonly<Record<string, string>>): Program[] {
  const sources = Object.entries(files).map(([name, text]) => new SourceFile(`${name}.policy`, text));
  const { policies, diagnostics } = compile(sources, { prove: false });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return policies.map(({ program }) => {
    if (program === undefined) throw new Error("no program");
    return program;
  });
}

export const programOf = (text: string): Program => {
  const [program] = programsOf({ 政策: text });
  if (program === undefined) throw new Error("no program");
  return program;
};

export const emitOne = async (program: Program): Promise<string> =>
  (await emit([{ program, path: "甲" }])).get("甲.ts") ?? "";

export async function load(text: string): Promise<GeneratedModule & Readonly<Record<string, unknown>>> {
  return loadModule(await emitOne(programOf(text))) as GeneratedModule & Readonly<Record<string, unknown>>;
}

/** What the reference evaluator answers, or the faults that it finds. */
export function reference(program: Program, data: unknown): unknown {
  const read = readInput(program, data);
  if (read.kind === "faults") return { faults: read.faults };
  const evaluated = evaluate(program, read.values);
  return evaluated.kind === "faults" ? { faults: evaluated.faults } : toResult(program, evaluated);
}

export function generated(module: GeneratedModule, data: Readonly<Record<string, unknown>>): unknown {
  try {
    return JSON.parse(JSON.stringify(module.evaluate(data))) as unknown;
  } catch (error) {
    const { faults } = error as { faults?: unknown };
    if (faults === undefined) throw error;
    return { faults };
  }
}
