import { compile } from "../../compiler/compile.ts";
import { isError } from "../../diagnostics/diagnostic.ts";
import { printable } from "../../diagnostics/printable.ts";
import { type CaseResult, runCases } from "../cases.ts";
import { confirmCases } from "../confirm.ts";
import { type ExitCode, type Io, UsageError } from "../io.ts";
import { isAsked, openProject } from "../project.ts";
import { findingsAsJson, frame, indented, paletteFor, printFindings, titleOf } from "../report.ts";

export interface TestOptions {
  readonly json?: true;
  readonly mutate?: true;
  readonly boundaries?: true;
  readonly text?: true;
  readonly accept?: true;
}

/**
 * Runs every 算例; those of a policy with errors cannot run, and its errors are told instead. Only where all of them pass
 * is it asked how much they would notice.
 */
export async function test(io: Io, path: string | undefined, options: TestOptions): Promise<ExitCode> {
  if ((options.text === true || options.accept === true) && options.boundaries !== true)
    throw new UsageError("--text 和 --accept 要与 --boundaries 一起用");
  const project = openProject(io, path);
  const { policies, diagnostics } = compile(project.files, { documents: project.documents });
  const errors = [...project.faults, ...diagnostics].filter(isError);
  if (errors.length > 0) await confirmCases(policies);
  const asked = policies.filter(isAsked(project.asked));
  const results = runCases(asked);
  const failed = results.filter(({ findings }) => findings.length > 0);
  if (options.boundaries === true && errors.length === 0 && failed.length === 0) {
    const form = options.accept === true ? "accept" : options.text === true ? "text" : undefined;
    const { tellBoundaries } = await import("../boundaries.ts");
    return tellBoundaries(io, asked, form ?? (options.json === true ? "json" : "table"));
  }
  if (options.mutate === true && errors.length === 0 && failed.length === 0)
    return (await import("../slips.ts")).tellSlips(io, asked, options.json === true);
  const code = errors.length > 0 || failed.length > 0 ? 1 : 0;
  if (options.json === true) {
    io.stdout.write(findingsAsJson([...errors, ...failed.flatMap(({ findings }) => findings)]));
    return code;
  }
  io.stdout.write(listing(io, results));
  printFindings(io, errors);
  const unread = errors.length > 0 ? ",有错误的政策没有运行" : "";
  io.stdout.write(
    `${results.length} 个算例:${results.length - failed.length} 个通过,${failed.length} 个失败${unread}\n`,
  );
  return code;
}

function listing(io: Io, results: readonly CaseResult[]): string {
  const palette = paletteFor(io, io.stdout);
  let text = "";
  for (const [index, { policy, name, findings }] of results.entries()) {
    if (policy !== results[index - 1]?.policy) text += `${index === 0 ? "" : "\n"}${titleOf(policy, palette)}\n`;
    text += `  ${findings.length === 0 ? palette.good("通过") : palette.error("失败")} ${printable(name)}\n`;
    for (const finding of findings) text += `${indented(frame(finding, io, io.stdout))}\n`;
  }
  return text === "" ? "" : `${text}\n`;
}
