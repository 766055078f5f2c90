/** This package on disk, whether it runs from `dist/` or from its sources. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { foldersAbove } from "./files.ts";

const here = dirname(fileURLToPath(import.meta.url));

const packageRoot = (): string => {
  const root = foldersAbove(here).find((folder) => existsSync(join(folder, "package.json")));
  if (root === undefined) throw new Error(`no package.json above ${here}`);
  return root;
};

export function packageVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  if (typeof description === "object" && description !== null && "version" in description)
    return String(description.version);
  throw new Error("package.json has no version");
}

/** What generated modules import as `guiju/runtime`: the typings as built, or the sources where nothing is built yet. */
export function runtimeTypings(): string {
  const candidates = ["dist/runtime.d.ts", "runtime/index.ts"].map((path) => join(packageRoot(), path));
  // Run from its sources, the sources are newer than whatever was built before.
  if (import.meta.url.endsWith(".ts")) candidates.reverse();
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new Error("the runtime's typings are missing from the package");
  return found;
}

/** What the pages of `docs` run, as it was bundled. */
export function pageScript(): string {
  const path = join(packageRoot(), "dist/browser/page.iife.js");
  if (!existsSync(path)) throw new Error("the script of pages is missing from the package");
  return readFileSync(path, "utf8");
}
