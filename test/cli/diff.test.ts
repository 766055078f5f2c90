import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, guiju, smallPolicy } from "./harness.ts";

const changed = smallPolicy().replaceAll("800元/人", "900元/人");

/** A repository with one commit for each state of its files, the first called `first`. */
function repository(...states: readonly Readonly<Record<string, string | undefined>>[]): string {
  const folder = folderWith();
  const git = (...argv: readonly string[]): void =>
    void execFileSync("git", ["-C", folder, "-c", "user.name=甲", "-c", "user.email=a@b.c", ...argv], {
      stdio: "pipe",
    });
  git("init", "--quiet");
  for (const [index, files] of states.entries()) {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) rmSync(join(folder, path));
      else writeFileSync(join(folder, path), text);
    }
    git("add", "--all");
    git("commit", "--quiet", "--message", `${index}`, "--allow-empty");
    if (index === 0) git("tag", "first");
  }
  return folder;
}

const shownChange = [
  "政策 岗位补贴  有变化",
  "  须留意 同样的数据,「补贴」「标准」的结果可能不同",
  "",
  "  结果 补贴  有变化",
  "    1. 新增岗位 高于 10人",
  "       新增岗位 × 800元/人 → 新增岗位 × 900元/人",
  "       由「超过十人」决定",
  "       例 新增岗位 11人:8800元 → 9900元",
  "",
  "  结果 标准  有变化",
  "    1. 新增岗位 高于 10人",
  "       应当 800元/人 → 应当 900元/人",
  "       由「超过十人」决定",
  "       例 新增岗位 11人:应当 800元/人 → 应当 900元/人",
  "",
  "  条款「超过十人」(标准) 改动",
  "    - 新增岗位 > 10人 => 标准 800元/人",
  "    + 新增岗位 > 10人 => 标准 900元/人",
  "",
].join("\n");

describe("diff", () => {
  it("compares two files", async () => {
    const cwd = folderWith({ "甲.policy": smallPolicy(), "乙.policy": changed });
    const { code, stdout, stderr } = await guiju(["diff", "甲.policy", "乙.policy"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`1 份政策:1 份有变化\n\n${shownChange}`);
  });

  it("compares two folders, policies that came, went and stayed", async () => {
    const cwd = folderWith({
      "甲/岗位补贴.policy": smallPolicy(),
      "甲/旧.policy": smallPolicy("旧补贴"),
      "乙/里/岗位补贴.policy": smallPolicy(),
      "乙/新.policy": smallPolicy("新补贴").replaceAll("标准", "单价"),
    });
    const { stdout } = await guiju(["diff", "甲", "乙"], { cwd });
    expect(stdout).toBe(
      "3 份政策:1 份新增,1 份删去,1 份没有改动\n\n政策 新补贴  新增\n  不必改动 增加政策「新补贴」\n\n" +
        "政策 旧补贴  删去\n  须改代码 删去政策「旧补贴」\n",
    );
  });

  it("says that what is only worded otherwise has no effect", async () => {
    const other = smallPolicy()
      .replace("新增岗位 <= 10人 => 标准 1000元/人", "新增岗位不超过10人的,标准1000元/人。")
      .replace("条款 超过十人", "条款 多于十人")
      .replace("政策 岗位补贴\n", "// 说明\n政策 岗位补贴\n\n");
    const cwd = folderWith({ "甲.policy": smallPolicy(), "乙.policy": other });
    const { code, stdout } = await guiju(["diff", "甲.policy", "乙.policy", "--exit-code"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "1 份政策:1 份改了写法、意思不变",
        "",
        "政策 岗位补贴  意思不变(已证明)",
        "  条款「十人以下」(标准) 改写,意思不变",
        "    - 新增岗位 <= 10人 => 标准 1000元/人",
        "    + 新增岗位不超过10人的,标准1000元/人",
        "  条款「超过十人」→「多于十人」(标准) 改名,意思不变",
        "",
      ].join("\n"),
    );
  });

  it("gives the comparison as data", async () => {
    const cwd = folderWith({ "甲.policy": smallPolicy(), "乙.policy": changed });
    const { stdout } = await guiju(["diff", "甲.policy", "乙.policy", "--json"], { cwd });
    const { before, after, policies } = JSON.parse(stdout) as Record<string, unknown> & {
      policies: readonly { readonly results: readonly { readonly changed: readonly unknown[] }[] }[];
    };
    expect([before, after]).toEqual(["甲.policy", "乙.policy"]);
    expect(policies[0]).toMatchObject({ policy: "岗位补贴", kind: "kept", verdict: "changed" });
    expect(policies[0]?.results[1]?.changed[0]).toMatchObject({
      conditions: [{ subject: "新增岗位", spans: [{ from: { value: "10", included: false } }] }],
      mayCoincide: false,
      example: {
        input: { 新增岗位: 11 },
        before: { status: "determined", value: "800" },
        after: { status: "determined", value: "900" },
      },
    });
  });

  it("gives it as Markdown, in which nothing of a policy is markup", async () => {
    const cwd = folderWith({
      "甲.policy": smallPolicy().replace("超过十人", "「超过|十人<b>」"),
      "乙.policy": changed.replace("超过十人", "「超过|十人<b>」"),
    });
    const { stdout } = await guiju(["diff", "甲.policy", "乙.policy", "--markdown"], { cwd });
    expect(stdout).toContain("## 政策对比:甲.policy → 乙.policy\n\n1 份政策:1 份有变化\n");
    expect(stdout).toContain("| 新增岗位 高于 10人 | 应当 800元/人 | 应当 900元/人 | 由「超过\\|十人&lt;b&gt;」决定 |");
    expect(stdout).toContain("```diff\n- 新增岗位 > 10人 => 标准 800元/人\n+ 新增岗位 > 10人 => 标准 900元/人\n```");
    expect(stdout).not.toContain("<b>");
  });

  it("leaves with 1 where something changed, if asked to", async () => {
    const cwd = folderWith({ "甲.policy": smallPolicy(), "乙.policy": changed });
    expect((await guiju(["diff", "甲.policy", "乙.policy", "--exit-code"], { cwd })).code).toBe(1);
  });

  it("tells the errors of a version, and compares nothing", async () => {
    const cwd = folderWith({ "甲.policy": smallPolicy(), "乙.policy": changed.replace("900元/人", "900元/天") });
    const { code, stdout, stderr } = await guiju(["diff", "甲.policy", "乙.policy"], { cwd });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("乙.policy");
  });
});

describe("diff of revisions", () => {
  const path = "岗位补贴.policy";
  const policies = ["--policies", path];

  it("compares two of them", async () => {
    const cwd = repository({ [path]: smallPolicy() }, { [path]: changed });
    const { code, stdout, stderr } = await guiju(["diff", "HEAD~1", "HEAD", ...policies], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(shownChange);
    expect((await guiju(["diff", "first", "HEAD", ...policies], { cwd })).stdout).toBe(stdout);
  });

  it("compares one with what stands on disk, and a path with the last commit", async () => {
    const cwd = repository({ [path]: smallPolicy() });
    writeFileSync(join(cwd, path), changed);
    expect((await guiju(["diff", "HEAD", ...policies], { cwd })).stdout).toContain(shownChange);
    expect((await guiju(["diff", path], { cwd })).stdout).toContain(shownChange);
  });

  it("reads folders from where it is called", async () => {
    const folder = repository({ [path]: smallPolicy() });
    mkdirSync(join(folder, "下"));
    expect((await guiju(["diff", "HEAD", "--policies", `../${path}`], { cwd: join(folder, "下") })).stdout).toBe(
      "1 份政策:1 份没有改动\n",
    );
    expect((await guiju(["diff", "HEAD", "--policies", "/"], { cwd: folder })).stderr).toBe(
      "guiju: 「/」不在这个 git 仓库里\n",
    );
  });

  it("tells faults of a revision's files under its name", async () => {
    const cwd = repository({ [path]: "政策 甲\n输入\n  人数: 天天\n" }, { [path]: smallPolicy() });
    const { code, stderr } = await guiju(["diff", "HEAD~1", ...policies], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain(`HEAD~1:${path}`);
  });

  it.each([
    [["diff", "无此物"], "没有「无此物」这个文件或文件夹,仓库里也没有这个修订版本"],
    [["diff", "HEAD"], "修订版本「HEAD」的「policies」里没有 .policy 文件;在别处的,请用 --policies 指明"],
    [["diff", "--", "--output=x"], "没有「--output=x」这个文件或文件夹,仓库里也没有这个修订版本"],
  ])("%j", async (argv, message) => {
    const cwd = repository({ [path]: smallPolicy() });
    const { code, stdout, stderr } = await guiju(argv, { cwd });
    expect([code, stdout, stderr]).toEqual([2, "", `guiju: ${message}\n`]);
  });

  it("says so outside a repository", async () => {
    const { code, stderr } = await guiju(["diff", "HEAD"], { cwd: folderWith() });
    expect([code, stderr]).toEqual([2, "guiju: 没有「HEAD」这个文件或文件夹;这里也不在 git 仓库里,不能当作修订版本\n"]);
  });
});
