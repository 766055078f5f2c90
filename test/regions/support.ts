import { compile, SourceFile } from "../../compiler/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { conditionsText } from "../../compiler/regions/report.ts";
import { type RegionTable, regionTables } from "../../compiler/regions/index.ts";

/** The first of the policies, which may import the others. */
export function programOf(...texts: readonly string[]): Program {
  const files = texts.map((text, index) => new SourceFile(`${index}.policy`, text));
  const { policies, diagnostics } = compile(files, { prove: false });
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  const program = policies[0]?.program;
  if (program === undefined || errors.length > 0) throw new Error(errors.join("\n"));
  return program;
}

export function tableOf(outcome: string, ...texts: readonly string[]): RegionTable {
  const table = regionTables(programOf(...texts)).find((one) => one.outcome === outcome);
  if (table === undefined) throw new Error(`no outcome is called ${outcome}`);
  return table;
}

/** `condition → answer (clauses)`, a line a region; what is not listed after it. */
export function linesOf(outcome: string, ...texts: readonly string[]): readonly string[] {
  const { regions, unlisted } = tableOf(outcome, ...texts);
  return [
    ...regions.map(
      ({ conditions, answer }) => `${conditionsText(conditions)} → ${answer.words} (${answer.clauses.join("、")})`,
    ),
    ...unlisted.map(({ conditions, reason }) => `未能列全 ${conditionsText(conditions)}: ${reason}`),
  ];
}
