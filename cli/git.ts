/** Revisions of a git repository, read without checking anything out. */
import { spawnSync } from "node:child_process";
import { posix } from "node:path";
import { byCodePoint } from "../diagnostics/source.ts";
import { decode, fileFault } from "./decode.ts";
import { pathFrom, POLICY_EXTENSION, type ReadFiles } from "./files.ts";
import { errorCode, OperationError } from "./io.ts";

const MOST_BYTES = 512 * 1024 * 1024;

interface Ran {
  readonly isDone: boolean;
  readonly output: Buffer;
}

function git(folder: string, argv: readonly string[], input?: string): Ran {
  const { error, status, stdout } = spawnSync("git", ["-C", folder, ...argv], {
    input,
    maxBuffer: MOST_BYTES,
    env: { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" },
  });
  if (errorCode(error) === "ENOENT") throw new OperationError("没有找到 git,不能读取修订版本");
  if (error !== undefined) throw new OperationError(`git 没有运行完:${error.message}`);
  return { isDone: status === 0, output: stdout };
}

/** A repository, asked from a folder in it. */
export interface Repository {
  readonly folder: string;
  /** The folder's path in the repository: empty, or with a slash at its end. */
  readonly prefix: string;
}

/** The repository that a folder lies in. */
export function repositoryOf(folder: string): Repository | undefined {
  const { isDone, output } = git(folder, ["rev-parse", "--show-prefix"]);
  return isDone ? { folder, prefix: output.toString("utf8").replace(/\n$/, "") } : undefined;
}

/** The full name of a revision; undefined where there is none of this name. */
export function commitOf({ folder }: Repository, revision: string): string | undefined {
  const argv = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const { isDone, output } = git(folder, argv);
  return isDone ? output.toString("utf8").trim() : undefined;
}

/** The policies of a folder, or the one file, as a revision has them; `shown` stands before their paths in messages. */
export function readRevision({ folder, prefix }: Repository, commit: string, path: string, shown: string): ReadFiles {
  const within = posix.join(prefix, pathFrom(folder, path)).replace(/^\.$|\/+$/g, "");
  if (within === ".." || within.startsWith("../")) throw new OperationError(`「${path}」不在这个 git 仓库里`);
  const listed = git(folder, ["ls-tree", "-r", "-z", "--full-tree", commit, ...(within === "" ? [] : ["--", within])]);
  if (!listed.isDone) throw new OperationError(`git 读不了「${shown}」`);
  const entries = listed.output
    .toString("utf8")
    .split("\0")
    .flatMap((line) => {
      const [, mode = "", kind, id = "", name = ""] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      const isHidden = name.split("/").some((part) => part.startsWith(".") || part === "node_modules");
      const isFile = kind === "blob" && mode !== "120000";
      return isFile && !isHidden && name.endsWith(POLICY_EXTENSION) ? [{ id, name }] : [];
    })
    .sort((a, b) => byCodePoint(a.name, b.name));
  const files: ReadFiles["files"][number][] = [];
  const faults: ReadFiles["faults"][number][] = [];
  const contents = blobsOf(
    folder,
    entries.map(({ id }) => id),
    shown,
  );
  for (const [index, { name }] of entries.entries()) {
    const reading = decode(`${shown}:${name}`, contents[index] ?? Buffer.alloc(0));
    if (!reading.ok) faults.push(reading.fault);
    else if (reading.file.text.trim() === "") faults.push(fileFault("empty-file", {}, reading.file.path));
    else files.push(reading.file);
  }
  return { files, faults };
}

/** Each as `<id> blob <size>`, its bytes, and a line end. */
function blobsOf(folder: string, ids: readonly string[], shown: string): readonly Buffer[] {
  if (ids.length === 0) return [];
  const { isDone, output } = git(folder, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  if (!isDone) throw new OperationError(`git 读不了「${shown}」`);
  const found: Buffer[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0x0a, at);
    const size = Number(output.subarray(at, end).toString("utf8").split(" ")[2]);
    if (!Number.isSafeInteger(size)) throw new OperationError(`git 读不了「${shown}」`);
    found.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return found;
}
