import { evaluate, readInput, toResult } from "../../compiler/evaluate/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import type { EvaluationResult, InputFault, Outcome } from "../../runtime/contract.ts";

type Data = Readonly<Record<string, unknown>>;

const told = (faults: readonly InputFault[]): Error => new Error(faults.map(({ message }) => message).join("\n"));

/** The answer to data that is expected to be in order. */
export function result(program: Program, data: Data = {}): EvaluationResult {
  const reading = readInput(program, data);
  if (reading.kind === "faults") throw told(reading.faults);
  const evaluation = evaluate(program, reading.values);
  if (evaluation.kind === "faults") throw told(evaluation.faults);
  return toResult(program, evaluation);
}

export const outcomeOf = (program: Program, name: string, data: Data = {}): Outcome | undefined =>
  result(program, data).outcomes[name];

/** The faults of data that is expected to be refused, when read or when evaluated. */
export function faultsOf(program: Program, data: unknown): readonly InputFault[] {
  const reading = readInput(program, data);
  if (reading.kind === "faults") return reading.faults;
  const evaluation = evaluate(program, reading.values);
  return evaluation.kind === "faults" ? evaluation.faults : [];
}
