/** Runs the commands of a page in a folder of their own that holds the repository's policies. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Block, type Command, type Folder, replay } from "./examples.ts";

export const repository = dirname(dirname(fileURLToPath(import.meta.url)));

/** The pages with examples. */
export const pages: readonly string[] = [
  "README.md",
  "README.zh-CN.md",
  "CONTRIBUTING.md",
  "docs/language.md",
  "docs/handbook.zh-CN.md",
  "docs/architecture.md",
];

export const readPage = (page: string): string => readFileSync(join(repository, page), "utf8");
