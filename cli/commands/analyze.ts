import { resolve } from "node:path";
import { regionTables } from "../../compiler/regions/index.ts";
import { tablesAsJson, tablesAsText } from "../../compiler/regions/report.ts";
import { printable } from "../../diagnostics/printable.ts";
import { compilePolicy } from "../evaluation.ts";
import { displayPath, writeWhole } from "../files.ts";
import type { ExitCode, Io } from "../io.ts";
import { asJson } from "../report.ts";

export interface AnalyzeOptions {
  readonly json?: true;
  readonly html?: string;
}

/** Which inputs give which answer, for each outcome of a policy. */
export async function analyzePolicy(
  io: Io,
  policy: string,
  path: string | undefined,
  options: AnalyzeOptions,
): Promise<ExitCode> {
  const program = await compilePolicy(io, policy, path, options.json === true);
  if (typeof program === "number") return program;
  const tables = regionTables(program);
  if (options.html !== undefined) {
    const { regionsPage } = await import("../../compiler/regions/page.ts");
    const file = resolve(io.cwd, options.html);
    writeWhole(file, regionsPage(program, tables));
    // With --json the standard output holds that alone.
    io.stderr.write(`${printable(`已写出 ${displayPath(io.cwd, file)}`)}\n`);
  }
  if (options.json === true) io.stdout.write(asJson(tablesAsJson(program, tables)));
  else if (options.html === undefined)
    io.stdout.write(tablesAsText(program, tables).split("\n").map(printable).join("\n"));
  return 0;
}
