/** Pages of this folder that a script makes. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Writes the page, or with `--check` says whether the one that is there is stale. */
export function writeGenerated(name: string, page: string, script: string): void {
  const path = fileURLToPath(new URL(name, import.meta.url));
  if (!process.argv.includes("--check")) writeFileSync(path, page);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== page) {
    console.error(`docs/${name} is stale: run npx tsx ${script}`);
    process.exitCode = 1;
  }
}
