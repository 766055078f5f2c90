/** Compiles a workload's policy and loads the module that the emitter makes of it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { emit } from "../compiler/5-emit/index.ts";
import { compile, SourceFile } from "../compiler/index.ts";

type Facts = Record<string, unknown>;

export interface GeneratedModule {
  evaluate(input: Readonly<Record<string, unknown>>): { readonly exact: Facts; toJSON(): unknown };
  decide(facts: Facts): Facts;
}

const runtime = pathToFileURL(fileURLToPath(new URL("../runtime/index.ts", import.meta.url))).href;

export async function moduleOf(policy: string): Promise<GeneratedModule> {
  const { policies, diagnostics } = compile([new SourceFile("bench.policy", policy)]);
  const program = policies[0]?.program;
  if (program === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const text = (await emit([{ program, path: "bench" }])).get("bench.ts") ?? "";
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const folder = mkdtempSync(join(tmpdir(), "guiju-bench-"));
  try {
    const file = join(folder, "bench.mjs");
    writeFileSync(file, outputText.replace('"guiju/runtime"', JSON.stringify(runtime)));
    return (await import(pathToFileURL(file).href)) as GeneratedModule;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
