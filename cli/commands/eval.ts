import { toResult } from "../../compiler/evaluate/index.ts";
import { evaluatePolicy } from "../evaluation.ts";
import type { ExitCode, Io } from "../io.ts";
import { asJson } from "../report.ts";
import { resultAsText } from "../result.ts";

export interface EvalOptions {
  readonly input: string;
  readonly json?: true;
}

export async function evaluateInput(
  io: Io,
  policy: string,
  path: string | undefined,
  options: EvalOptions,
): Promise<ExitCode> {
  const evaluated = await evaluatePolicy(io, policy, path, options);
  if (typeof evaluated === "number") return evaluated;
  const result = toResult(evaluated.program, evaluated.evaluation);
  io.stdout.write(options.json === true ? asJson(result) : resultAsText(result));
  return 0;
}
