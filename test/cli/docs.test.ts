import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, guiju, smallPolicy } from "./harness.ts";

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

const twoPolicies = { "policies/甲.policy": smallPolicy("甲"), "policies/六保/乙.policy": smallPolicy("乙") };

describe("docs", () => {
  it("writes a page a policy beside the folder of policies, and says when nothing changed", async () => {
    const cwd = folderWith(twoPolicies);
    expect(await guiju(["docs"], { cwd })).toEqual({
      code: 0,
      stdout: "已把 2 份政策写成网页,打开 site/index.html 查看\n",
      stderr: "",
    });
    const files = ["assets/guiju.css", "assets/guiju.js", "index.html", "policies/六保/乙.html", "policies/甲.html"];
    expect(filesIn(join(cwd, "site"))).toEqual(files);
    const before = statSync(join(cwd, "site/index.html")).mtimeMs;
    expect((await guiju(["docs"], { cwd })).stdout).toBe("已把 2 份政策写成网页,打开 site/index.html 查看(没有变化)\n");
    expect(statSync(join(cwd, "site/index.html")).mtimeMs).toBe(before);
  });

  it("writes the same bytes to any folder", async () => {
    const [one, other] = [folderWith(twoPolicies), folderWith(twoPolicies)];
    await guiju(["docs", "--out", "甲/乙"], { cwd: one });
    await guiju(["docs"], { cwd: other });
    for (const file of filesIn(join(other, "site")))
      expect(readFileSync(join(one, "甲/乙", file)).equals(readFileSync(join(other, "site", file))), file).toBe(true);
  });

  it("removes pages of policies that are gone, and nothing that it did not write", async () => {
    const cwd = folderWith(twoPolicies);
    await guiju(["docs"], { cwd });
    writeFileSync(join(cwd, "site/说明.html"), "<p>自己写的</p>\n");
    rmSync(join(cwd, "policies/六保"), { recursive: true });
    expect((await guiju(["docs"], { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, "site/policies/六保"))).toBe(false);
    expect(readFileSync(join(cwd, "site/说明.html"), "utf8")).toBe("<p>自己写的</p>\n");
  });

  it("does not take the place of someone else's page", async () => {
    const cwd = folderWith(twoPolicies);
    mkdirSync(join(cwd, "site"));
    writeFileSync(join(cwd, "site/index.html"), "<p>自己写的</p>\n");
    expect(await guiju(["docs"], { cwd })).toEqual({
      code: 1,
      stdout: "",
      stderr: "guiju: 「site/index.html」不是 guiju docs 写的,不能覆盖;请移开它,或用 --out 换一个文件夹\n",
    });
    expect(filesIn(join(cwd, "site"))).toEqual(["index.html"]);
  });

  it("leaves the last good site where a policy has errors or a 算例 fails", async () => {
    const cwd = folderWith(twoPolicies);
    await guiju(["docs"], { cwd });
    const good = readFileSync(join(cwd, "site/policies/甲.html"), "utf8");
    for (const [text, code] of [
      [smallPolicy("甲").replace("标准 800元/人", "标准 800元"), "unit-mismatch"],
      [smallPolicy("甲", "900元/人"), "case-failed"],
    ] as const) {
      writeFileSync(join(cwd, "policies/甲.policy"), text);
      const refused = await guiju(["docs"], { cwd });
      expect([refused.code, refused.stdout]).toEqual([1, ""]);
      expect(refused.stderr).toContain(`[${code}]`);
      expect(refused.stderr).toMatch(/没有写网页,site\/ 保持原样\n$/);
      expect(readFileSync(join(cwd, "site/policies/甲.html"), "utf8")).toBe(good);
    }
  });

  it("has a page for a file that accounts for sentences and holds no rule", async () => {
    const cwd = folderWith({
      "policies/文件.md": "# 意见\n\n(一)请各单位遵照执行。\n",
      "policies/开头.policy": "依据 《意见》 (一)\n\n非规则「请各单位遵照执行」 理由「只说执行」\n",
    });
    expect((await guiju(["docs"], { cwd })).code).toBe(0);
    const page = readFileSync(join(cwd, "site/policies/开头.html"), "utf8");
    expect(page).toContain("<h1>开头</h1>");
    expect(page).toContain('class="not-rule" title="不是规则:只说执行">请各单位遵照执行。</span>');
    expect(page).not.toContain("<form");
  });

  it("takes a file for --out as a fault of the command line", async () => {
    const cwd = folderWith({ ...twoPolicies, 网页: "x" });
    const { code, stderr } = await guiju(["docs", "--out", "网页"], { cwd });
    expect([code, stderr]).toEqual([2, "guiju: 「网页」是文件,不是文件夹\n"]);
  });
});
