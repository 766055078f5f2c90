/** A folder that a command writes, of modules or of pages: what stands there, what differs from what should, and bringing it up to date. */
import { readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { byCodePoint } from "../diagnostics/source.ts";
import { asOperationError, displayPath, isInside, kindOf, pathFrom, writeWhole } from "./files.ts";
import { errorCode, UsageError } from "./io.ts";
import { DEFAULT_FOLDER } from "./project.ts";

const MOST_TYPE_ERRORS = 20;

/** Where a command writes: where asked, or a folder of this name beside `policies`; for other folders, in the working folder if they lie within it. */
export function outFolder(cwd: string, root: string, name: string, asked: string | undefined): string {
  const beside = basename(root) === DEFAULT_FOLDER ? dirname(root) : isInside(cwd, root) ? cwd : root;
  const folder = asked === undefined ? join(beside, name) : resolve(cwd, asked);
  if (kindOf(folder) === "file") throw new UsageError(`「${displayPath(cwd, folder)}」是文件,不是文件夹`);
  return folder;
}

/** `policies/六保/稳岗返还.policy` makes the module `六保/稳岗返还`. */
export const modulePath = (cwd: string, root: string, path: string): string =>
  pathFrom(root, resolve(cwd, path)).replace(/\.policy$/, "");

export const typeErrors = (faults: readonly string[]): string =>
  [
    "生成的代码没有通过类型检查,没有写出。这是规矩的缺陷,请连同政策文件一并反馈:",
    ...faults.slice(0, MOST_TYPE_ERRORS).map((line) => `  ${line}`),
    ...(faults.length > MOST_TYPE_ERRORS ? [`  ……还有 ${faults.length - MOST_TYPE_ERRORS} 行`] : []),
  ].join("\n");

export interface Difference {
  /** Paths relative to the folder, by code point. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** What was written of policies that are gone. */
  readonly removed: readonly string[];
}

const listFiles = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => pathFrom(folder, join(entry.parentPath, entry.name)))
      .toSorted(byCodePoint);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw asOperationError(error, `读不了「${folder}」`);
  }
};

export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return undefined;
    throw asOperationError(error, `读不了「${path}」`);
  }
}

/** Every module begins with the same line, by which one that is no longer wanted is known. */
export function isModuleLike(modules: ReadonlyMap<string, string>): (path: string, text: string) => boolean {
  const [header = ""] = (modules.get("index.ts") ?? "").split("\n", 1);
  return (path, text) => path.endsWith(".ts") && header !== "" && text.startsWith(`${header}\n`);
}

/**
 * Compares a folder with what should stand in it. `isOurs` tells by the text of a file that this command wrote it:
 * whatever else stands in the folder was put there by someone and stays.
 */
export function compareGenerated(
  folder: string,
  wanted: ReadonlyMap<string, string>,
  isOurs: (path: string, text: string) => boolean,
): Difference {
  const paths = [...wanted.keys()].toSorted(byCodePoint);
  const current = new Map(paths.map((path) => [path, readIfPresent(join(folder, path))]));
  return {
    added: paths.filter((path) => current.get(path) === undefined),
    changed: paths.filter((path) => current.get(path) !== undefined && current.get(path) !== wanted.get(path)),
    removed: listFiles(folder).filter(
      (path) => !wanted.has(path) && isOurs(path, readIfPresent(join(folder, path)) ?? ""),
    ),
  };
}

export const isFresh = ({ added, changed, removed }: Difference): boolean =>
  added.length + changed.length + removed.length === 0;

/** Writes only what differs, each file whole, and removes what is left over last. */
export function updateGenerated(folder: string, wanted: ReadonlyMap<string, string>, difference: Difference): void {
  for (const path of [...difference.added, ...difference.changed])
    writeWhole(join(folder, path), wanted.get(path) ?? "");
  for (const path of difference.removed) removeWithEmptyFolders(folder, path);
}

function removeWithEmptyFolders(folder: string, path: string): void {
  try {
    rmSync(join(folder, path));
    for (let above = dirname(path); above !== "."; above = dirname(above)) rmdirSync(join(folder, above));
  } catch (error) {
    if (errorCode(error) === "ENOTEMPTY" || errorCode(error) === "EEXIST") return;
    throw asOperationError(error, `删不了「${join(folder, path)}」`);
  }
}
