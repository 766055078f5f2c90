import { resolve } from "node:path";
import { compile } from "../../compiler/compile.ts";
import { compare } from "../../compiler/compare/index.ts";
import { lawOn } from "../../compiler/compare/on-day.ts";
import { comparisonAsMarkdown, comparisonAsText, type Style } from "../../compiler/compare/report.ts";
import type { Program } from "../../compiler/lowered.ts";
import { type Diagnostic, isError } from "../../diagnostics/diagnostic.ts";
import { printable } from "../../diagnostics/printable.ts";
import { dayOf } from "../day.ts";
import { kindOf, type ReadFiles } from "../files.ts";
import { commitOf, readRevision, repositoryOf } from "../git.ts";
import { type ExitCode, type Io, UsageError } from "../io.ts";
import { DEFAULT_FOLDER, isAsked, openFiles } from "../project.ts";
import { asJson, paletteFor, tell } from "../report.ts";

export interface DiffOptions {
  readonly json?: true;
  readonly markdown?: true;
  readonly policies?: string;
  readonly exitCode?: true;
  /** Of two days. */
  readonly from?: string;
  readonly to?: string;
}

/** What one side of a comparison is, and what it holds. */
interface Version {
  readonly name: string;
  readonly programs: readonly Program[];
  readonly errors: readonly Diagnostic[];
}

const WORKING_TREE = "工作区";
const LAST_COMMIT = "HEAD";

/** What changed in meaning from one version to another: folders, files, revisions of the repository, or days. */
export async function diffVersions(
  io: Io,
  first: string | undefined,
  second: string | undefined,
  options: DiffOptions,
): Promise<ExitCode> {
  const [before, after] = versionsOf(io, first, second, options);
  const errors = [...before.errors, ...after.errors];
  if (errors.length > 0) {
    tell(io, options.json === true, errors);
    return 1;
  }
  const isOneModule = options.from !== undefined && second === undefined;
  const comparison = compare(before.programs, after.programs, { isOneModule });
  const names = { before: before.name, after: after.name };
  if (options.json === true) io.stdout.write(asJson({ ...names, policies: comparison }));
  else {
    const text =
      options.markdown === true
        ? comparisonAsMarkdown(shown(comparison), names)
        : comparisonAsText(shown(comparison), styleFor(io));
    io.stdout.write(text);
  }
  const isSame = comparison.every(({ kind, verdict }) => kind === "kept" && verdict === "equivalent");
  return options.exitCode === true && !isSame ? 1 : 0;
}

function versionsOf(
  io: Io,
  first: string | undefined,
  second: string | undefined,
  { policies: folder = DEFAULT_FOLDER, from, to }: DiffOptions,
): readonly [Version, Version] {
  const isPath = (argument: string): boolean => kindOf(resolve(io.cwd, argument)) !== undefined;
  const open = (argument: string): Version =>
    isPath(argument) ? onDisk(io, argument, argument) : revision(io, argument, folder);
  if (from !== undefined || to !== undefined) {
    if (from === undefined || to === undefined) throw new UsageError("比较两天的条文,--from 和 --to 都要给出");
    const days = [dayOf("--from", from), dayOf("--to", to)] as const;
    const one = open(first ?? folder);
    const other = second === undefined ? one : open(second);
    return [onDay(one, days[0]), onDay(other, days[1])];
  }
  if (first === undefined) throw new UsageError("还缺 <甲>。用法见 guiju diff --help");
  if (second !== undefined) return [open(first), open(second)];
  return isPath(first)
    ? [revision(io, LAST_COMMIT, first), onDisk(io, first, WORKING_TREE)]
    : [open(first), onDisk(io, folder, WORKING_TREE)];
}

/** The law of a day, of one version. */
const onDay = ({ name, programs, errors }: Version, day: string): Version => ({
  name: `${name} ${day}`,
  programs: programs.map((program) => lawOn(program, day)),
  errors,
});

function onDisk(io: Io, path: string, name: string): Version {
  const { files, asked, faults } = openFiles(io, path);
  return compiled(name, { files, faults }, asked);
}

function revision(io: Io, argument: string, folder: string): Version {
  const repository = repositoryOf(io.cwd);
  if (repository === undefined)
    throw new UsageError(`没有「${argument}」这个文件或文件夹;这里也不在 git 仓库里,不能当作修订版本`);
  const commit = commitOf(repository, argument);
  if (commit === undefined) throw new UsageError(`没有「${argument}」这个文件或文件夹,仓库里也没有这个修订版本`);
  const read = readRevision(repository, commit, resolve(io.cwd, folder), argument);
  if (read.files.length === 0 && read.faults.length === 0)
    throw new UsageError(`修订版本「${argument}」的「${folder}」里没有 .policy 文件;在别处的,请用 --policies 指明`);
  return compiled(argument, read, read.files);
}

/** Without the proof and the documents: neither bears on what the policies mean. */
function compiled(name: string, { files, faults }: ReadFiles, asked: ReadFiles["files"]): Version {
  const { policies, diagnostics } = compile(files, { prove: false });
  return {
    name,
    programs: policies.filter(isAsked(asked)).flatMap(({ program }) => program ?? []),
    errors: [...faults, ...diagnostics].filter(isError),
  };
}

function styleFor(io: Io): Style {
  const { strong, quiet, error, warning, good, info } = paletteFor(io, io.stdout);
  return { strong, quiet, removed: info, added: good, impact: { breaking: error, dangerous: warning, safe: quiet } };
}

/** The same with nothing in it that a terminal would act on. */
function shown<T>(value: T): T {
  if (typeof value === "string") return printable(value) as T;
  if (Array.isArray(value)) return value.map(shown) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shown(part)])) as T;
}
