import { spawn as spawnAlongside, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { folderWith, smallPolicy } from "./harness.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const program = join(repository, "dist/guiju.js");

interface Spawned {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function spawn(command: string, words: readonly string[], cwd: string, input = ""): Spawned {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, input, encoding: "utf8" });
  return { status, stdout, stderr };
}

const node = (words: readonly string[], cwd: string, input?: string): Spawned =>
  spawn(process.execPath, words, cwd, input);

describe("the program as it is installed", () => {
  beforeAll(() => {
    if (!existsSync(program)) throw new Error("dist/ is not built: run npm test, which builds it first");
  });

  it("evaluates what comes on standard input", () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy() });
    const { status, stdout, stderr } = node(
      [program, "eval", "岗位补贴", "--input", "-", "--json"],
      cwd,
      '{"新增岗位": 10}',
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ outcomes: { 补贴: { value: "10000" } } });
  });

  it("answers with its exit codes, without colours and stack traces where nobody looks on", () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy().replace("> 10人", "> 10元") });
    const faulty = node([program, "check"], cwd);
    expect(faulty.status).toBe(1);
    expect(faulty.stderr).toContain("[unit-mismatch]");
    expect(faulty.stderr).not.toMatch(/\p{Control}\[|^\s+at /mu);
    expect(node([program, "chek"], cwd)).toEqual({
      status: 2,
      stdout: "",
      stderr: "guiju: 没有「chek」这个命令,是否指 check?\n",
    });
  });

  it("writes pages that hold their script", () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy() });
    const { status, stdout, stderr } = node([program, "docs"], cwd);
    expect([status, stdout, stderr]).toEqual([0, "已把 1 份政策写成网页,打开 site/index.html 查看\n", ""]);
    const script = readFileSync(join(cwd, "site/assets/guiju.js"), "utf8");
    expect(script.split("\n", 1)).toEqual(["/* Part of the pages that guiju docs makes. */"]);
    // A module would not load from a disk.
    expect(script).not.toMatch(/\b(?:im|ex)port[\s{*"']/);
  });

  it("ends quietly where its reader goes away", () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`policies/甲${index}.policy`, smallPolicy(`甲${index}`)]),
    );
    const cwd = folderWith(files);
    const { stdout, stderr } = spawn("sh", ["-c", `"${process.execPath}" "${program}" test | head -n 1`], cwd);
    expect([stdout, stderr]).toEqual(["甲0 policies/甲0.policy\n", ""]);
  });

  it("checks, evaluates, tests and formats without anything installed: what only build needs is loaded by build", () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy(), "输入.json": '{"新增岗位": 10}' });
    cpSync(join(repository, "dist"), join(cwd, "guiju/dist"), { recursive: true });
    cpSync(join(repository, "package.json"), join(cwd, "guiju/package.json"));
    for (const words of [["check"], ["test"], ["fmt"], ["eval", "岗位补贴", "--input", "输入.json"]]) {
      const { status, stderr } = node([join(cwd, "guiju/dist/guiju.js"), ...words], cwd);
      expect({ words, status, stderr }).toEqual({ words, status: 0, stderr: "" });
    }
  });

  it("builds a folder anywhere on disk", () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy() });
    expect(node([program, "build"], cwd)).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(cwd, "generated/岗位补贴.ts"))).toBe(true);
  });

  it("watches until it is interrupted, which is no failure", async () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy() });
    const watching = spawnAlongside(process.execPath, [program, "watch"], { cwd });
    let printed = "";
    watching.stdout.on("data", (bytes: Buffer) => {
      printed += bytes.toString();
      if (printed.includes("1 份政策有代码")) watching.kill("SIGINT");
    });
    expect(await new Promise((resolve) => watching.on("close", (code, signal) => resolve([code, signal])))).toEqual([
      0,
      null,
    ]);
    expect(existsSync(join(cwd, "generated/岗位补贴.ts"))).toBe(true);
  });

  it("is a library and a runtime too", () => {
    const script = `
      const { compile, SourceFile } = await import("guiju");
      await import("guiju/runtime");
      console.log(compile([new SourceFile("甲.policy", ${JSON.stringify(smallPolicy("甲"))})]).policies[0].program.policy);
    `;
    expect(node(["--input-type=module", "--eval", script], repository)).toEqual({
      status: 0,
      stdout: "甲\n",
      stderr: "",
    });
    for (const typings of ["index.d.ts", "runtime.d.ts"])
      expect(existsSync(join(repository, "dist", typings))).toBe(true);
  });
});
