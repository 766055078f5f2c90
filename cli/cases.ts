/** Runs the 算例 of compiled policies. */
import type { CompiledPolicy } from "../compiler/compile.ts";
import { runCase } from "../compiler/evaluate/index.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

export interface CaseResult {
  readonly policy: CompiledPolicy;
  readonly name: string;
  /** What went against expectation; none: it passed. */
  readonly findings: readonly Diagnostic[];
}

/** All cases of the policies that could be lowered, in the author's order. */
export const runCases = (policies: readonly CompiledPolicy[]): readonly CaseResult[] =>
  policies.flatMap((policy) =>
    (policy.program?.cases ?? []).map((one) => ({
      policy,
      name: one.name,
      findings: policy.program === undefined ? [] : runCase(policy.program, one),
    })),
  );
