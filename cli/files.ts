/** Reading and writing files: the listing is deterministic, and a write is whole or does not happen. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { byCodePoint, type SourceFile } from "../diagnostics/source.ts";
import { decode, fileFault, type Reading } from "./decode.ts";
import { errorCode, OperationError, systemReason } from "./io.ts";

export const POLICY_EXTENSION = ".policy";
const MEGABYTE = 1024 * 1024;
const LARGEST_FILE_IN_MEGABYTES = 16;

/** Whether a path is a folder or lies within it. */
export function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

const withForwardSlashes = (path: string): string => (sep === "/" ? path : path.replaceAll(sep, "/"));

/** A path from one folder, with forward slashes. */
export const pathFrom = (folder: string, path: string): string => withForwardSlashes(relative(folder, path));

/** A path as messages show it: from the working folder where it lies inside, else whole. */
export const displayPath = (cwd: string, path: string): string =>
  isInside(cwd, path) ? pathFrom(cwd, path) || "." : withForwardSlashes(path);

/** Of an existing path; undefined where there is none. */
export function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return undefined;
    throw asOperationError(error, `打不开「${path}」`);
  }
}

/** Turns a refusal of the system into a message; anything else is passed on as it is. */
export function asOperationError(error: unknown, what: string): unknown {
  const reason = systemReason(error);
  return reason === undefined ? error : new OperationError(`${what}:${reason}`);
}

export interface Listing {
  /** Absolute paths. */
  readonly paths: readonly string[];
  readonly faults: readonly Diagnostic[];
}

/** All policy files under a folder, by code point; hidden folders and node_modules are left out. */
export function listPolicies(folder: string, cwd: string): Listing {
  const paths: string[] = [];
  const faults: Diagnostic[] = [];
  // By their real paths: links may lead in circles, or twice to one folder.
  const seen = new Set<string>();
  const tolerate = (path: string, visit: () => void): void => {
    try {
      visit();
    } catch (error) {
      const reason = systemReason(error);
      if (reason === undefined) throw error;
      // A link that leads nowhere hides no policy unless it is named as one.
      if (errorCode(error) === "ELOOP" && !path.endsWith(POLICY_EXTENSION)) return;
      faults.push(fileFault("unreadable-file", { reason }, displayPath(cwd, path)));
    }
  };
  const walk = (current: string): void => {
    const real = realpathSync(current);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of readdirSync(current).toSorted(byCodePoint)) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const path = join(current, name);
      tolerate(path, () => {
        if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) walk(path);
        else if (name.endsWith(POLICY_EXTENSION)) paths.push(path);
      });
    }
  };
  tolerate(folder, () => walk(folder));
  return { paths: paths.toSorted(byCodePoint), faults };
}

/** The policy files right in a folder, for imports of a file that stands alone; none where it cannot be listed. */
export function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(POLICY_EXTENSION) && !name.startsWith("."))
      .toSorted(byCodePoint)
      .map((name) => join(folder, name));
  } catch (error) {
    if (systemReason(error) === undefined) throw error;
    return [];
  }
}

/** Reads and decodes one file; what stands in the way comes back as a diagnostic. */
export function readText(path: string, cwd: string): Reading {
  const shown = displayPath(cwd, path);
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE_IN_MEGABYTES * MEGABYTE) {
      const parameters = { size: String(Math.ceil(size / MEGABYTE)), limit: String(LARGEST_FILE_IN_MEGABYTES) };
      return { ok: false, fault: fileFault("file-too-large", parameters, shown) };
    }
    return decode(shown, readFileSync(path));
  } catch (error) {
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    return { ok: false, fault: fileFault("unreadable-file", { reason }, shown) };
  }
}

export interface ReadFiles {
  readonly files: readonly SourceFile[];
  readonly faults: readonly Diagnostic[];
}

/** Reads policies: an empty one is a fault too, as it would silently be a policy less. */
export function readAll(paths: readonly string[], cwd: string): ReadFiles {
  const files: SourceFile[] = [];
  const faults: Diagnostic[] = [];
  for (const path of paths) {
    const reading = readText(path, cwd);
    if (!reading.ok) faults.push(reading.fault);
    else if (reading.file.text.trim() === "") faults.push(fileFault("empty-file", {}, reading.file.path));
    else files.push(reading.file);
  }
  return { files, faults };
}

/** Folder by folder: asked to make them all at once, Node never returns where the system refuses in a certain way. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}

/** A file that is written piece by piece and then put in its place. */
export interface WholeFile {
  write(text: string): void;
  /** Puts it in its place. */
  finish(): void;
  /** Leaves what stood there before. */
  abandon(): void;
}

/**
 * Writes beside and renames, so that a reader sees the old text or the new and never half of one. A link stays a link,
 * and the file keeps its permissions.
 */
export function openWholeFile(path: string): WholeFile {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asOperationError(error, `写不了「${path}」`);
    }
  };
  return guarded(() => {
    makeFolder(dirname(path));
    const existing = statSync(path, { throwIfNoEntry: false });
    const target = existing === undefined ? path : realpathSync(path);
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.new`);
    const descriptor = openSync(beside, "w");
    return {
      write: (text) => guarded(() => writeFileSync(descriptor, text)),
      finish: () =>
        guarded(() => {
          if (existing !== undefined) fchmodSync(descriptor, existing.mode);
          fsyncSync(descriptor);
          closeSync(descriptor);
          renameSync(beside, target);
        }),
      abandon: () => rmSync(beside, { force: true }),
    };
  });
}

export function writeWhole(path: string, text: string): void {
  const file = openWholeFile(path);
  try {
    file.write(text);
    file.finish();
  } catch (error) {
    file.abandon();
    throw error;
  }
}

/** The folders from one up to the root of the disk. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === dirname(folder)) return folders;
  }
}
