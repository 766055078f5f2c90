import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { run } from "../../cli/main.ts";
import { pages, readPage, repository } from "../../docs/replay.ts";

/** The text without its fenced blocks, which have tests of their own. */
const prose = (page: string): string => readPage(page).replace(/^(```+)[\s\S]*?^\1$/gm, "");

async function commands(): Promise<readonly string[]> {
  let help = "";
  const write = (text: string): void => void (help += text);
  const output = { write, drained: () => Promise.resolve(), isTTY: false, columns: 100 };
  const stdin = Readable.from([]);
  const interrupted = () => new Promise<void>(() => {});
  await run(["--help"], { cwd: repository, env: {}, stdout: output, stderr: output, stdin, now: () => 0, interrupted });
  return [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
}

describe.each(pages)("%s", (page) => {
  test("names commands that there are", async () => {
    const known = await commands();
    expect(known).toContain("check");
    for (const [, name = ""] of prose(page).matchAll(/`guiju ([a-z]+)/g)) expect(known, page).toContain(name);
  });

  test("links to files and headings that there are", () => {
    const slug = (heading: string): string =>
      heading
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number} _-]/gu, "")
        .replaceAll(" ", "-");
    const headings = (text: string): readonly string[] =>
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => slug(heading));
    for (const [, path = "", place = ""] of prose(page).matchAll(/\]\(([^)\s#]*)#?([^)\s]*)\)/g)) {
      const target = path === "" ? page : join(dirname(page), path);
      expect(existsSync(join(repository, target)), `${page}: ${path}`).toBe(true);
      if (place !== "") expect(headings(readPage(target)), `${page}: ${path}`).toContain(place);
    }
  });

  test("names files and folders of this repository that there are", () => {
    const paths = [...prose(page).matchAll(/`((?:grammar|compiler|diagnostics|runtime|cli|docs)\/[\w./-]*\w)`/g)];
    for (const [, path = ""] of paths) expect(existsSync(join(repository, path)), `${page}: ${path}`).toBe(true);
  });
});

test.each([
  ["syntax.html", "docs/generate-diagrams.ts"],
  ["rules.md", "docs/generate-rules.ts"],
])(
  "docs/%s is what its script makes",
  (_page, script) => {
    const tsx = join(repository, "node_modules/.bin/tsx");
    const { status, stderr } = spawnSync(tsx, [script, "--check"], { cwd: repository, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  },
  60_000,
);
