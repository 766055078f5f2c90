/** What the system tells of a folder and of single files elsewhere. */
import { basename, dirname } from "node:path";
import { isDocument } from "../documents.ts";
import { asOperationError, isInside, kindOf, POLICY_EXTENSION } from "../files.ts";
import { errorCode, OperationError } from "../io.ts";

export interface Watcher {
  add(paths: readonly string[]): void;
  close(): Promise<void>;
}

const isHidden = (path: string): boolean => basename(path).startsWith(".") || basename(path) === "node_modules";
const matters = (path: string): boolean => path.endsWith(POLICY_EXTENSION) || isDocument(path);

/** Tells of each policy, document and folder that changes, comes or goes, from when it is answered on. */
export async function watchFolder(
  root: string,
  out: string,
  note: (path: string) => void,
  fail: (error: unknown) => void,
): Promise<Watcher> {
  const { watch } = await import("chokidar");
  // From the folder above: only there is it seen that this one comes back.
  const above = dirname(root);
  const elsewhere = new Set<string>([above]);
  const isIgnored = (path: string, isFile: boolean): boolean => {
    if (path === root || elsewhere.has(path)) return false;
    return !isInside(root, path) || isHidden(path) || isInside(out, path) || (isFile && !matters(path));
  };
  const watcher = watch(above, {
    ignoreInitial: true,
    // Whether a file that went is back is seen when it is read.
    atomic: false,
    ignored: (path, stats) => isIgnored(path, stats?.isFile() === true),
  });
  watcher.on("all", (event, path) => {
    if (path !== above && (event.endsWith("Dir") || matters(path))) note(path);
  });
  watcher.on("error", (error) => fail(watchError(error, root)));
  await new Promise<void>((resolve) => void watcher.once("ready", resolve));
  return {
    add: (paths) => {
      const added = paths.filter((path) => !elsewhere.has(path));
      for (const path of added) elsewhere.add(path);
      if (added.length > 0) watcher.add(added);
    },
    close: () => watcher.close(),
  };
}

/** The system's word for too many watched files is that of a full disk. */
const watchError = (error: unknown, root: string): unknown =>
  errorCode(error) === "ENOSPC" || errorCode(error) === "EMFILE"
    ? new OperationError(`看不住「${root}」:文件太多,超过了系统允许同时监视的数目`)
    : asOperationError(error, `看不住「${root}」`);

export const isGone = (root: string): boolean => kindOf(root) !== "folder";
