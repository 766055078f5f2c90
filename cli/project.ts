/** Which policies a command is about: a folder, a file, or a policy by name, and what they import. */
import { basename, dirname, resolve } from "node:path";
import type { DocumentText } from "../compiler/source/library.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source.ts";
import type { PolicyFile } from "../grammar/ast.ts";
import { parse } from "../grammar/index.ts";
import {
  displayPath,
  foldersAbove,
  kindOf,
  listFolder,
  listPolicies,
  POLICY_EXTENSION,
  readAll,
  type ReadFiles,
} from "./files.ts";
import { findDocuments } from "./documents.ts";
import { type Io, UsageError } from "./io.ts";
import { nearest } from "../grammar/nearest.ts";

export const DEFAULT_FOLDER = "policies";

interface OpenFiles extends ReadFiles {
  /** The folder whose structure generated modules mirror: absolute. */
  readonly root: string;
  /** The files asked for, without those that they import or that amend them. */
  readonly asked: readonly SourceFile[];
}

export interface Project extends OpenFiles {
  /** Among which the documents of 依据 are found. */
  readonly documents: readonly DocumentText[];
}

/** The nearest folder called `policies`, at or above a path. */
export const policyRoot = (folder: string): string | undefined =>
  foldersAbove(folder).find((above) => basename(above) === DEFAULT_FOLDER);

interface Head {
  readonly file: SourceFile;
  readonly name: string | undefined;
  /** The policies that it imports or amends. */
  readonly wants: readonly string[];
  /** The policy that it amends: empty where its heading does not tell. */
  readonly amends: string | undefined;
}

const AMENDMENT = /^\s*修订(?!\S*[:=])/mu;

function headOf(file: SourceFile): Head {
  const items: PolicyFile["items"] = parse(file).tree.items;
  const name = items.find((item) => item.kind === "PolicyHeading")?.name.text;
  const heading = items.find((item) => item.kind === "AmendmentHeading");
  const imports = items.flatMap((item) => (item.kind === "Import" ? [item.policy.text] : []));
  const isAmendment = name === undefined && AMENDMENT.test(file.text);
  return {
    file,
    name,
    wants: heading === undefined ? imports : [...imports, heading.policy.text],
    amends: isAmendment ? (heading?.policy.text ?? "") : undefined,
  };
}

/** The files around those asked for, each looked into once and only where it may matter. */
class Surroundings {
  readonly #read: () => ReadFiles;
  #files: ReadFiles | undefined;
  #heads: readonly Head[] | undefined;
  #amendments: readonly Head[] | undefined;

  constructor(read: () => ReadFiles) {
    this.#read = read;
  }

  get #all(): ReadFiles {
    return (this.#files ??= this.#read());
  }

  get heads(): readonly Head[] {
    return (this.#heads ??= this.#all.files.map(headOf));
  }

  get amendments(): readonly Head[] {
    return (this.#amendments ??= this.#heads ?? this.#all.files.filter(({ text }) => AMENDMENT.test(text)).map(headOf));
  }

  get faults(): readonly Diagnostic[] {
    return this.#files?.faults ?? [];
  }
}

/**
 * The files with all that they import, directly or not, and all that amends any of them: without its amendments a policy
 * would be another law. Where the surroundings lack something, their unreadable files are told, as they may be the cause.
 */
function withRelated(asked: readonly SourceFile[], around: () => ReadFiles): ReadFiles {
  const surroundings = new Surroundings(around);
  const chosen = asked.map(headOf);
  const paths = new Set(asked.map((file) => file.path));
  const choose = (heads: readonly Head[]): void => {
    for (const head of heads)
      if (!paths.has(head.file.path)) {
        paths.add(head.file.path);
        chosen.push(head);
      }
  };
  let lacking = false;
  // `chosen` grows while it is walked.
  for (const { name, wants } of chosen) {
    // One whose heading cannot be read may amend this very policy.
    if (name !== undefined) choose(surroundings.amendments.filter(({ amends }) => amends === name || amends === ""));
    for (const wanted of wants) {
      if (chosen.some((head) => head.name === wanted)) continue;
      const found = surroundings.heads.filter((head) => head.name === wanted);
      lacking ||= found.length === 0;
      choose(found);
    }
  }
  return { files: chosen.map((head) => head.file), faults: lacking ? surroundings.faults : [] };
}

/** Whether a policy is one of those asked for, by its own file or by one that amends it. */
export const isAsked =
  (asked: readonly SourceFile[]) =>
  ({ file }: { readonly file: SourceFile }): boolean =>
    file.parts.some((part) => asked.includes(part));

/** Where what a file or a folder imports, and what amends it, is looked up: its policy root, or else the folder that it lies in. */
function surroundings(folder: string, cwd: string): ReadFiles {
  const root = policyRoot(folder);
  const listing = root === undefined ? { paths: listFolder(folder), faults: [] } : listPolicies(root, cwd);
  const { files, faults } = readAll(listing.paths, cwd);
  return { files, faults: [...listing.faults, ...faults] };
}

function missingPath(argument: string): UsageError {
  return argument === DEFAULT_FOLDER
    ? new UsageError(`这里没有 ${DEFAULT_FOLDER}/ 文件夹。请指明政策所在的文件夹或文件,或先运行 guiju init`)
    : new UsageError(`没有「${argument}」这个文件或文件夹`);
}

function readFolder(folder: string, argument: string, cwd: string): ReadFiles {
  const listing = listPolicies(folder, cwd);
  const { files, faults } = readAll(listing.paths, cwd);
  if (files.length === 0 && faults.length === 0 && listing.faults.length === 0)
    throw new UsageError(`「${argument}」里没有 ${POLICY_EXTENSION} 文件`);
  return { files, faults: [...listing.faults, ...faults] };
}

/** The files of a folder, or the one file, with what they import and what amends them. */
export function openFiles(io: Io, argument: string = DEFAULT_FOLDER): OpenFiles {
  const path = resolve(io.cwd, argument);
  const kind = kindOf(path);
  if (kind === undefined) throw missingPath(argument);
  const own = kind === "folder" ? readFolder(path, argument, io.cwd) : readAll([path], io.cwd);
  const folder = kind === "folder" ? path : dirname(path);
  const root = policyRoot(folder) ?? folder;
  // A whole folder lies in nothing else.
  const all = withRelated(own.files, () => (root === path ? own : surroundings(folder, io.cwd)));
  return {
    root,
    asked: own.files,
    files: all.files,
    faults: [...own.faults, ...all.faults],
  };
}

/** Opens a folder or a file of policies. */
export function openProject(io: Io, argument: string = DEFAULT_FOLDER): Project {
  const opened = openFiles(io, argument);
  return { ...opened, documents: findDocuments(opened.files, opened.root, io.cwd) };
}

/** Opens everything under the policy root of a path: what generated modules are made of. */
export function openWhole(io: Io, argument: string = DEFAULT_FOLDER): Project {
  const path = resolve(io.cwd, argument);
  const root = policyRoot(path);
  return openProject(io, root === undefined || kindOf(path) === undefined ? argument : displayPath(io.cwd, root));
}

/** The folder that `openWhole` opens all of; a file that belongs to none stands for no folder. */
export function wholeFolder(io: Io, argument: string = DEFAULT_FOLDER): string {
  const path = resolve(io.cwd, argument);
  const kind = kindOf(path);
  if (kind === undefined) throw missingPath(argument);
  const root = policyRoot(path) ?? path;
  if (kind === "file" && root === path) throw new UsageError(`「${argument}」是文件,请指明它所在的文件夹`);
  return root;
}

/** Opens one policy, given by its file or by its name among the policies of a folder, with what it imports. */
export function openPolicy(io: Io, policy: string, argument: string = DEFAULT_FOLDER): Project {
  const path = resolve(io.cwd, policy);
  const kind = kindOf(path);
  if (kind === "file") return openProject(io, policy);
  if (policy.endsWith(POLICY_EXTENSION) && kind === undefined) throw missingPath(policy);

  const whole = openProject(io, argument);
  const name = policy.replace(/^《(.*)》$/su, "$1");
  const heads = whole.files.map(headOf);
  const asked = heads.filter((head) => head.name === name).map((head) => head.file);
  if (asked.length === 0) throw unknownPolicy(name, argument, heads, whole.faults);
  const all = withRelated(asked, () => whole);
  return { ...whole, asked, files: all.files, faults: all.faults };
}

function unknownPolicy(
  name: string,
  argument: string,
  heads: readonly Head[],
  faults: readonly Diagnostic[],
): UsageError {
  const names = heads.flatMap((head) => head.name ?? []);
  const guess = nearest(name, names);
  const suggestion =
    guess !== undefined ? `,是否指「${guess}」?` : names.length <= 8 ? `,只有:${names.join("、")}` : "";
  const unread = faults.length === 0 ? "" : `(另有 ${faults.length} 个文件读不了,请用 guiju check 查看)`;
  return new UsageError(`「${argument}」里没有名为「${name}」的政策${suggestion}${unread}`);
}
