import { compile } from "../../compiler/compile.ts";
import { settle } from "../../compiler/settle/index.ts";
import { isError } from "../../diagnostics/diagnostic.ts";
import { printable } from "../../diagnostics/printable.ts";
import { confirmCases } from "../confirm.ts";
import { displayPath } from "../files.ts";
import {
  compareGenerated,
  type Difference,
  outFolder,
  isFresh,
  isModuleLike,
  modulePath,
  typeErrors,
  updateGenerated,
} from "../generated.ts";
import { type ExitCode, type Io, OperationError } from "../io.ts";
import { loadModule } from "../load.ts";
import { packageVersion } from "../package.ts";
import { openWhole } from "../project.ts";
import { computingLines } from "../reach.ts";
import { printFindings } from "../report.ts";
import { typeCheck } from "../typecheck.ts";

export interface BuildOptions {
  readonly check?: true;
  readonly out?: string;
  readonly verbose?: true;
}

/** Compiles the whole policy root. Nothing is written unless everything compiles and what it makes type-checks. */
export async function build(io: Io, path: string | undefined, options: BuildOptions): Promise<ExitCode> {
  const timed = stopwatch(io, options.verbose === true);
  const project = await timed("读取", () => openWhole(io, path));
  const out = outFolder(io.cwd, project.root, "generated", options.out);

  const { policies, diagnostics } = await timed("编译", () =>
    settle(compile(project.files, { documents: project.documents })),
  );
  await confirmCases(policies);
  const findings = [...project.faults, ...diagnostics];
  printFindings(io, findings);
  if (findings.some(isError)) {
    io.stderr.write(`没有生成代码,${displayPath(io.cwd, out)}/ 保持原样\n`);
    return 1;
  }

  const programs = policies.flatMap(({ file, program }) =>
    program === undefined ? [] : [{ program, path: modulePath(io.cwd, project.root, file.path) }],
  );
  const modules = await timed("生成代码", async () => {
    const { emit } = await import("../../compiler/5-emit/index.ts");
    return emit(programs, { version: packageVersion() });
  });
  const faults = await timed("类型检查", () => typeCheck(modules));
  if (faults.length > 0) throw new OperationError(typeErrors(faults));

  if (options.verbose === true) io.stdout.write(await computing(modules));

  const difference = compareGenerated(out, modules, isModuleLike(modules));
  const shown = displayPath(io.cwd, out);
  if (options.check === true) {
    if (isFresh(difference)) io.stdout.write(`${shown}/ 是最新的:${programs.length} 份政策\n`);
    else io.stderr.write(`${shown}/ 不是最新的,请运行 guiju build:\n${listing(difference)}`);
    return isFresh(difference) ? 0 : 1;
  }
  await timed("写入", () => updateGenerated(out, modules, difference));
  io.stdout.write(`已把 ${programs.length} 份政策写成代码,在 ${shown}/${isFresh(difference) ? "(没有变化)" : ""}\n`);
  if (options.verbose === true) io.stdout.write(listing(difference));
  return 0;
}

/** How each policy computes, in the order of its module's path. */
async function computing(modules: ReadonlyMap<string, string>): Promise<string> {
  const texts = [...modules].filter(([path]) => path.endsWith(".ts") && path !== "index.ts").map(([, text]) => text);
  const policies = await Promise.all(texts.map(loadModule));
  return computingLines(policies)
    .map((line) => `${printable(line)}\n`)
    .join("");
}

const listing = ({ added, changed, removed }: Difference): string => {
  const lines = (word: string, paths: readonly string[]): readonly string[] =>
    paths.map((path) => `  ${word} ${printable(path)}\n`);
  return [...lines("新增", added), ...lines("改动", changed), ...lines("删除", removed)].join("");
};

type Timed = <T>(phase: string, work: () => T | Promise<T>) => Promise<T>;

/** Tells how long each phase took, where asked to. */
const stopwatch =
  (io: Io, verbose: boolean): Timed =>
  async (phase, work) => {
    const start = io.now();
    const result = await work();
    if (verbose) io.stdout.write(`${phase} ${Math.round(io.now() - start)} 毫秒\n`);
    return result;
  };
