/** Runs emitted modules without a disk: transpiled, with the runtime that the sources have. */
import ts from "typescript";
import * as runtime from "../../runtime/index.ts";
import type { DrawDown } from "../../runtime/index.ts";
import type { EvaluationResult } from "../../runtime/contract.ts";

type Data = Readonly<Record<string, unknown>>;
type Answered = { toJSON(): EvaluationResult };

export interface GeneratedModule {
  readonly evaluate: (input: Data) => Answered;
  /** Of policies with pools. */
  readonly drawDown: DrawDown<Data, Answered, Answered>;
}

export function loadModule(text: string): GeneratedModule {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: Partial<GeneratedModule> = {};
  const require = (name: string): unknown => {
    if (name === "guiju/runtime") return runtime;
    throw new Error(`a generated module imports ${name}`);
  };
  new Function("exports", "require", outputText)(exports, require);
  return exports as GeneratedModule;
}
