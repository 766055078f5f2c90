/** Runs the commands of a page in a folder of their own that holds the repository's policies. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { run } from "../cli/main.ts";
import { type Command, type Folder, readBlocks, replay } from "./examples.ts";

export const repository = dirname(dirname(fileURLToPath(import.meta.url)));

/** The pages whose examples and links are tried. */
export const pages: readonly string[] = [
  "README.md",
  "README.zh-CN.md",
  "CONTRIBUTING.md",
  "docs/language.md",
  "docs/handbook.zh-CN.md",
  "docs/architecture.md",
  "docs/testing.md",
  "docs/rules.md",
  "docs/bundlers.md",
];

export const readPage = (page: string): string => readFileSync(join(repository, page), "utf8");

/** What a command line prints, both streams together as on a terminal without colours. */
export async function printed(words: readonly string[], cwd: string): Promise<string> {
  const [program, ...argv] = words;
  if (program !== "guiju") throw new Error(`not a command of this project: ${words.join(" ")}`);
  let text = "";
  const output = {
    write: (part: string) => {
      text += part;
    },
    drained: () => Promise.resolve(),
    isTTY: false,
    columns: undefined,
  };
  await run(argv, {
    cwd,
    env: {},
    stdout: output,
    stderr: output,
    stdin: Readable.from([]),
    now: () => 0,
    // What goes on until it is interrupted shows one round.
    interrupted: () => Promise.resolve(),
  });
  return text;
}

export interface Replayed {
  readonly command: Command;
  readonly actual: string;
}

/** Every command of the page with what it really prints. */
export async function replayPage(page: string): Promise<readonly Replayed[]> {
  const blocks = readBlocks(page, readPage(page));
  if (!blocks.some((block) => block.language === "console")) return [];
  const cwd = mkdtempSync(join(tmpdir(), "guiju-docs-"));
  const folder: Folder = {
    read: (path) => readFileSync(join(cwd, path), "utf8"),
    write: (path, text) => {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    },
  };
  try {
    cpSync(join(repository, "policies"), join(cwd, "policies"), { recursive: true });
    const results: Replayed[] = [];
    await replay(blocks, folder, async (words, command) => {
      results.push({ command, actual: await printed(words, cwd) });
    });
    return results;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
