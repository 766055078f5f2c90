import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readBlocks } from "../../docs/examples.ts";
import { pages, readPage, repository } from "../../docs/replay.ts";

/** The blocks stand in `docs/` of a folder that looks like the repository. */
const root = mkdtempSync(join(tmpdir(), "guiju-code-"));
for (const name of [
  "generated",
  "runtime",
  "compiler",
  "grammar",
  "diagnostics",
  "cli",
  "node_modules",
  "tsconfig.json",
  "package.json",
])
  symlinkSync(join(repository, name), join(root, name));
mkdirSync(join(root, "docs"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const blocks = pages.flatMap((page) => readBlocks(page, readPage(page)));

describe("the TypeScript in the documentation", () => {
  const modules = blocks.filter(({ language }) => language === "ts");
  const pathOf = (index: number): string => join(root, "docs", `example-${index}.ts`);
  modules.forEach((block, index) => writeFileSync(pathOf(index), block.text));
  const execute = (...words: readonly string[]): { readonly status: number | null; readonly output: string } => {
    const { status, stdout, stderr } = spawnSync(
      join(repository, "node_modules/.bin", words[0] ?? ""),
      words.slice(1),
      {
        cwd: root,
        encoding: "utf8",
      },
    );
    return { status, output: stdout + stderr };
  };

  test("passes the type check", () => {
    writeFileSync(
      join(root, "docs", "tsconfig.json"),
      JSON.stringify({
        extends: "../tsconfig.json",
        compilerOptions: { noUnusedLocals: false, preserveSymlinks: true },
        include: ["*.ts"],
      }),
    );
    expect(execute("tsc", "-p", "docs")).toEqual({ status: 0, output: "" });
  }, 60_000);

  test.each(modules.map((block, index) => ({ place: `${block.page}:${block.line}`, block, index })))(
    "$place prints what its comments say",
    ({ block, index }) => {
      const said = [...block.text.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
      const { status, output } = execute("tsx", "--preserve-symlinks", pathOf(index));
      expect({ status, printed: output.trimEnd().split("\n") }).toEqual({ status: 0, printed: said });
    },
    60_000,
  );
});

describe("the JSON in the documentation", () => {
  test.each(
    blocks
      .filter(({ language }) => language === "json")
      .map((block) => ({ place: `${block.page}:${block.line}`, block })),
  )("$place is JSON", ({ block }) => {
    expect(() => JSON.parse(block.text) as unknown).not.toThrow();
  });
});
