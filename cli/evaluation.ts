/** What `eval` and `explain` share: one policy, one input, one evaluation, or the findings that stand in the way. */
import { compile } from "../compiler/compile.ts";
import { evaluate, readInput } from "../compiler/evaluate/index.ts";
import type { Evaluation } from "../compiler/evaluate/index.ts";
import type { Program } from "../compiler/lowered.ts";
import { isError } from "../diagnostics/diagnostic.ts";
import { confirmCases } from "./confirm.ts";
import type { ExitCode, Io } from "./io.ts";
import { dataFinding, readData } from "./input.ts";
import { isAsked, openPolicy } from "./project.ts";
import { tell } from "./report.ts";

export interface Evaluated {
  readonly program: Program;
  readonly evaluation: Evaluation;
}

/** The policy's lowered form, or tells what stands in the way and answers the exit code. Warnings are left to `check`. */
export async function compilePolicy(
  io: Io,
  policy: string,
  path: string | undefined,
  json = false,
): Promise<Program | ExitCode> {
  const project = openPolicy(io, policy, path);
  const { policies, diagnostics } = compile(project.files, { documents: project.documents });
  const errors = [...project.faults, ...diagnostics].filter(isError);
  const program = policies.find(isAsked(project.asked))?.program;
  if (errors.length === 0 && program !== undefined) return program;
  await confirmCases(policies);
  tell(io, json, errors);
  return 1;
}

/** Evaluates, or tells why not and answers the exit code. */
export async function evaluatePolicy(
  io: Io,
  policy: string,
  path: string | undefined,
  options: { readonly input: string; readonly json?: true },
): Promise<Evaluated | ExitCode> {
  const json = options.json === true;
  const program = await compilePolicy(io, policy, path, json);
  if (typeof program === "number") return program;
  const data = await readData(io, options.input);
  if (!data.ok) {
    tell(io, json, data.faults);
    return 1;
  }
  const input = readInput(program, data.object.value);
  const evaluation = input.kind === "faults" ? input : evaluate(program, input.values);
  if (evaluation.kind === "faults") {
    tell(
      io,
      json,
      evaluation.faults.map((fault) => dataFinding(program, data, fault)),
    );
    return 1;
  }
  return { program, evaluation };
}
