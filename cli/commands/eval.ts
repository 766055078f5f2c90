import { toResult } from "../../compiler/evaluate/index.ts";
import { evaluatePolicy } from "../evaluation.ts";
import type { ExitCode, Io } from "../io.ts";
import { asJson } from "../report.ts";
import { resultAsText } from "../result.ts";
import { planRows, type RowOptions } from "../rows/formats.ts";

export type EvalOptions = RowOptions;

export async function evaluateInput(
  io: Io,
  policy: string,
  path: string | undefined,
  options: EvalOptions,
): Promise<ExitCode> {
  const plan = planRows(options);
  if (plan !== undefined) return (await import("./rows.ts")).evaluateRows(io, policy, path, plan);
  const evaluated = await evaluatePolicy(io, policy, path, options);
  if (typeof evaluated === "number") return evaluated;
  const result = toResult(evaluated.program, evaluated.evaluation);
  io.stdout.write(options.json === true ? asJson(result) : resultAsText(result));
  return 0;
}
