import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBlocks, shownOf } from "../../docs/examples.ts";
import { pages, readPage, replayPage, repository } from "../../docs/replay.ts";

describe.each(pages)("the commands in %s", (page) => {
  test("print what the page says", async () => {
    for (const { command, actual } of await replayPage(page))
      expect(command.output.trimEnd(), `${page}:${command.line}: ${command.text}`).toBe(shownOf(command, actual));
  }, 60_000);

  test("are scripts that package.json has", () => {
    const description = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const known = new Set(["install", ...Object.keys(description.scripts)]);
    for (const block of readBlocks(page, readPage(page)).filter(({ language }) => language === "sh"))
      for (const [, script = ""] of block.text.matchAll(/npm (?:run )?([\w:-]+)/g))
        expect(known, `${page}:${block.line}`).toContain(script);
  });

  test("name tests and programs that are there", () => {
    for (const [command, path = ""] of readPage(page).matchAll(/npx (?:vitest run|tsx) ([\w./-]+)/g))
      expect(existsSync(join(repository, path)), command).toBe(true);
  });
});
