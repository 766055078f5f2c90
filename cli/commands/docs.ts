import { resolve } from "node:path";
import { compile, type CompiledPolicy } from "../../compiler/compile.ts";
import { ASSET_HEADER, PAGE_HEADER } from "../../compiler/pages/markup.ts";
import { INDEX } from "../../compiler/pages/place.ts";
import { settle } from "../../compiler/settle/index.ts";
import { isError } from "../../diagnostics/diagnostic.ts";
import { printable } from "../../diagnostics/printable.ts";
import { runCases } from "../cases.ts";
import { confirmCases } from "../confirm.ts";
import { displayPath } from "../files.ts";
import { compareGenerated, isFresh, modulePath, outFolder, readIfPresent, updateGenerated } from "../generated.ts";
import { type ExitCode, type Io, OperationError } from "../io.ts";
import { scriptOf } from "../load.ts";
import { pageScript } from "../package.ts";
import { openProject } from "../project.ts";
import { printFindings } from "../report.ts";

export interface DocsOptions {
  readonly out?: string;
}

/** Writes pages of the policies and of what they import. Nothing is written unless all is sound and every 算例 passes. */
export async function writeSite(io: Io, path: string | undefined, options: DocsOptions): Promise<ExitCode> {
  const project = openProject(io, path);
  const out = outFolder(io.cwd, project.root, "site", options.out);
  const shown = displayPath(io.cwd, out);

  const { policies, diagnostics } = await settle(compile(project.files, { documents: project.documents }));
  await confirmCases(policies);
  const findings = [...project.faults, ...diagnostics, ...runCases(policies).flatMap(({ findings: failed }) => failed)];
  printFindings(io, findings);
  if (findings.some(isError)) {
    io.stderr.write(`${printable(`没有写网页,${shown}/ 保持原样`)}\n`);
    return 1;
  }

  const paths = new Map(policies.map(({ file }) => [file, modulePath(io.cwd, project.root, file.path)]));
  const modules = await modulesOf(policies, paths);
  const { siteOf } = await import("../../compiler/pages/site.ts");
  const files = siteOf({
    policies: policies.map((policy) => {
      const place = paths.get(policy.file) ?? "";
      return { policy, path: place, code: modules.get(place) };
    }),
    documents: project.documents,
    script: pageScript(),
  });
  refuseToReplace(out, files.keys(), shown);
  const difference = compareGenerated(
    out,
    files,
    (file, text) => file.endsWith(".html") && text.startsWith(PAGE_HEADER),
  );
  updateGenerated(out, files, difference);
  const same = isFresh(difference) ? "(没有变化)" : "";
  io.stdout.write(`${printable(`已把 ${policies.length} 份政策写成网页,打开 ${shown}/${INDEX} 查看${same}`)}\n`);
  return 0;
}

/** What `build` would write of each policy, to be run: by the paths given. */
async function modulesOf(
  policies: readonly CompiledPolicy[],
  paths: ReadonlyMap<CompiledPolicy["file"], string>,
): Promise<ReadonlyMap<string, string>> {
  const { emit } = await import("../../compiler/5-emit/index.ts");
  const programs = policies.flatMap(({ file, program }) =>
    program === undefined ? [] : [{ program, path: paths.get(file) ?? "" }],
  );
  const emitted = await emit(programs);
  const entries = programs.map(
    async ({ path }) => [path, await scriptOf(emitted.get(`${path}.ts`) ?? "", "CommonJS")] as const,
  );
  return new Map(await Promise.all(entries));
}

/** A file that someone else put where the site's own would go is not lost. */
function refuseToReplace(out: string, paths: Iterable<string>, shown: string): void {
  for (const path of paths) {
    const text = readIfPresent(resolve(out, path));
    if (text === undefined || text.startsWith(PAGE_HEADER) || text.startsWith(ASSET_HEADER)) continue;
    throw new OperationError(`「${shown}/${path}」不是 guiju docs 写的,不能覆盖;请移开它,或用 --out 换一个文件夹`);
  }
}
