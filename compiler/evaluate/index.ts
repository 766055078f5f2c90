/** The reference evaluator: plain, exact, and the judge of what generated code must answer. */
export { runCase } from "./cases.ts";
export { readInput, writeInput, type InputReading } from "./data.ts";
export { drawDown } from "./draw-down.ts";
export { evaluate } from "./evaluate.ts";
export type { Evaluation, OutcomeEvaluation, Refusal, RequirementEvaluation, RuleEvaluation } from "./evaluation.ts";
export { faultDiagnostics } from "./fault.ts";
export { toResult } from "./result.ts";
export type { State } from "./state.ts";
