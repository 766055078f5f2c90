/** Cases that findings show, run through generated code as well as the reference evaluator, before anyone sees them. */
import type { CompiledPolicy } from "../compiler/compile.ts";
import { evaluate, readInput, toResult } from "../compiler/evaluate/index.ts";
import type { Program } from "../compiler/lowered.ts";
import type { Diagnostic, WitnessInput } from "../diagnostics/diagnostic.ts";
import { InputError } from "../runtime/index.ts";
import { OperationError } from "./io.ts";
import type { Answer } from "./load.ts";

/** What a case is asked of. */
interface Module {
  readonly evaluate: (given: unknown) => Pick<Answer, "toJSON">;
}
type Load = (program: Program) => Promise<Module>;

/** Loaded only where there is a case to run. */
const inMemory: Load = async (program) => (await import("./load.ts")).loadPolicy(program);

/**
 * Throws where a case comes out otherwise in generated code: such a finding is a defect of ours, not of the policy.
 * `confirmed`: findings that need not be asked again.
 */
export async function confirmCases(
  policies: readonly Pick<CompiledPolicy, "proved" | "diagnostics">[],
  load: Load = inMemory,
  confirmed: WeakSet<Diagnostic> = new WeakSet(),
): Promise<void> {
  for (const { proved, diagnostics } of policies) {
    if (proved === undefined) continue;
    let module: Module | undefined;
    for (const diagnostic of diagnostics) {
      const { witness } = diagnostic;
      if (witness === undefined || confirmed.has(diagnostic)) continue;
      module ??= await load(proved);
      const [expected, actual] = [byReference(proved, witness), byModule(module, witness)];
      if (expected !== actual) throw new OperationError(internalError(diagnostic, witness));
      confirmed.add(diagnostic);
    }
  }
}

function byReference(program: Program, witness: WitnessInput): string {
  const read = readInput(program, witness);
  const evaluation = read.kind === "faults" ? read : evaluate(program, read.values);
  return JSON.stringify(evaluation.kind === "faults" ? evaluation.faults : toResult(program, evaluation));
}

function byModule(module: Module, witness: WitnessInput): string {
  try {
    return JSON.stringify(module.evaluate(witness).toJSON());
  } catch (error) {
    if (error instanceof InputError) return JSON.stringify(error.faults);
    throw error;
  }
}

const internalError = ({ code, file }: Diagnostic, witness: WitnessInput): string =>
  `「${file.path}」的一个情形,生成的代码与参照求值算得不一样。这是规矩的缺陷,请连同政策文件一并反馈:\n  [${code}] ${JSON.stringify(witness)}`;
