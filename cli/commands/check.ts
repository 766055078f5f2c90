import { compile } from "../../compiler/compile.ts";
import { settle } from "../../compiler/settle/index.ts";
import { runCases } from "../cases.ts";
import { confirmCases } from "../confirm.ts";
import type { ExitCode, Io } from "../io.ts";
import { isError } from "../../diagnostics/diagnostic.ts";
import { isAsked, openProject } from "../project.ts";

export interface CheckOptions {
  readonly json?: true;
}

/** Tells every finding; a failing 算例 is one, as it shows that the policy does not say what its drafter expects. */
export async function check(io: Io, path: string | undefined, options: CheckOptions): Promise<ExitCode> {
  const project = openProject(io, path);
  const { policies, diagnostics } = await settle(compile(project.files, { documents: project.documents }));
  await confirmCases(policies);
  const asked = policies.filter(isAsked(project.asked));
  const cases = runCases(asked);
  const findings = [...project.faults, ...diagnostics, ...cases.flatMap(({ findings: failed }) => failed)];
  if (findings.length === 0 && options.json !== true) {
    const count = asked.filter(({ program }) => program !== undefined).length;
    io.stdout.write(`检查通过:${count} 份政策,没有错误,也没有警告\n`);
    return 0;
  }
  // Loaded only where there is something to show, so that a clean check, the commonest, starts sooner.
  const { tell } = await import("../report.ts");
  tell(io, options.json === true, findings);
  return findings.some(isError) ? 1 : 0;
}
