import { evaluatePolicy } from "../evaluation.ts";
import type { ExitCode, Io } from "../io.ts";

export interface ExplainOptions {
  readonly input: string;
}

export async function explainInput(
  io: Io,
  policy: string,
  path: string | undefined,
  options: ExplainOptions,
): Promise<ExitCode> {
  const evaluated = await evaluatePolicy(io, policy, path, options);
  if (typeof evaluated === "number") return evaluated;
  const { explain } = await import("../../compiler/explain/index.ts");
  io.stdout.write(explain(evaluated.program, evaluated.evaluation));
  return 0;
}
