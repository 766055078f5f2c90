/** A program as data in a page, and back: what explains an answer there reads the same lowered form as here. */
import { SourceFile } from "../../diagnostics/source.ts";
import { rational } from "../../grammar/rational.ts";
import type { Program } from "../lowered.ts";

/** Stands for a fraction: no name of a policy begins so. */
const RATIO = "$ratio";

const isFraction = (value: unknown): value is { readonly numerator: bigint; readonly denominator: bigint } =>
  typeof value === "object" && value !== null && "numerator" in value && typeof value.numerator === "bigint";

/** Places in files and 算例 stay behind: a page has other uses for both. */
export const encodeProgram = (program: Program): string =>
  JSON.stringify({ ...program, cases: [] }, (key, value: unknown) => {
    if (key === "origin" || key === "file") return 0;
    return isFraction(value) ? { [RATIO]: `${value.numerator}/${value.denominator}` } : value;
  });

export function decodeProgram(text: string): Program {
  const file = new SourceFile("", "");
  const origin = { file, span: { start: 0, end: 0 } };
  return JSON.parse(text, (key, value: unknown) => {
    if (key === "origin" && value === 0) return origin;
    if (key === "file" && value === 0) return file;
    if (typeof value !== "object" || value === null || !(RATIO in value) || typeof value[RATIO] !== "string")
      return value;
    const [numerator = "", denominator = ""] = value[RATIO].split("/");
    return rational(BigInt(numerator), BigInt(denominator));
  }) as Program;
}
