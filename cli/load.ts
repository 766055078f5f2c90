/** A policy as its generated module computes it, in this process. */
import type { Program } from "../compiler/lowered.ts";
import * as runtime from "../runtime/index.ts";
import type { EvaluationResult } from "../runtime/contract.ts";

type Facts = Record<string, runtime.Quantity | runtime.Text | runtime.Truth>;
/** What a module's `evaluate` answers. */
export type Answer = { toJSON(): EvaluationResult };
export type LoadedPolicy = runtime.Policy<Facts, Facts, (given: unknown) => Answer>;

/** A module that the emitter made, as JavaScript. */
export async function scriptOf(text: string, kind: "CommonJS" | "ESNext"): Promise<string> {
  const { ts } = await import("ts-morph");
  const compilerOptions = { module: ts.ModuleKind[kind], target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

/** Runs a module that the emitter made, without its types. */
export async function loadModule(text: string): Promise<LoadedPolicy> {
  const outputText = await scriptOf(text, "CommonJS");
  // What a module exports are parts of this policy.
  const run = new Function("exports", "require", `${outputText}\nreturn policy;`) as (
    exports: object,
    require: () => typeof runtime,
  ) => LoadedPolicy;
  return run({}, () => runtime);
}

export async function loadPolicy(program: Program): Promise<LoadedPolicy> {
  const { moduleText } = await import("../compiler/5-emit/index.ts");
  return loadModule(await moduleText(program));
}
