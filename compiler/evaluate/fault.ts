/** Faults of the data, worded by the message catalogue. */
import type { Parameters } from "../../diagnostics/catalogue.generated.ts";
import { catalogue } from "../../diagnostics/catalogue.generated.ts";
import { diagnose, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { InputFault } from "../../runtime/contract.ts";
import type { Origin, Program } from "../lowered.ts";
import type { Faulty } from "./state.ts";

/** One fault as an answer. `term` is what it names: an input, or the words of a divisor. */
export function inputFault<C extends InputFault["code"]>(
  code: C,
  parameters: Parameters[C],
  term: string,
  origin: Origin,
): InputFault {
  return { code, term, message: diagnose(code, parameters, origin.file, origin.span).message };
}

export function fault<C extends InputFault["code"]>(
  code: C,
  parameters: Parameters[C],
  term: string,
  origin: Origin,
): Faulty {
  return { status: "fault", faults: [inputFault(code, parameters, term, origin)] };
}

/** Faults of the data as findings, placed where the policy declares the input (or at its head). */
export function faultDiagnostics(program: Program, faults: readonly InputFault[]): readonly Diagnostic[] {
  return faults.map(({ code, term, message }) => {
    const input = program.inputs.find(({ name }) => name === term);
    const declared = input !== undefined && input.origin.file === program.file;
    return {
      code,
      severity: "error",
      message,
      hint: catalogue[code].hint,
      file: program.file,
      span: declared ? input.origin.span : { start: 0, end: 0 },
      related: [],
    };
  });
}
