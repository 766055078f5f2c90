/** What tests ask of the proof's findings. */
import { analyze } from "../../compiler/4-analyze/index.ts";
import type { Diagnostic, WitnessInput } from "../../diagnostics/diagnostic.ts";
import type { ProgramSketch } from "./builder.ts";
import { program } from "./builder.ts";

export const findings = (sketch: ProgramSketch): readonly Diagnostic[] => analyze(program(sketch));

export const codes = (sketch: ProgramSketch): readonly string[] => findings(sketch).map(({ code }) => code);

/** The one finding expected. */
export function only(sketch: ProgramSketch): Diagnostic {
  const found = findings(sketch);
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(`expected one finding, got ${found.map(({ code, message }) => `${code}: ${message}`).join("; ")}`);
  return first;
}

export const witnesses = (sketch: ProgramSketch, code: string): readonly (WitnessInput | undefined)[] =>
  findings(sketch)
    .filter((one) => one.code === code)
    .map(({ witness }) => witness);
