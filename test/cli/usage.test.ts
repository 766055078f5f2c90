import { describe, expect, it } from "vitest";
import { folderWith, guiju, smallPolicy } from "./harness.ts";

const refused = async (...argv: readonly string[]): Promise<string> => {
  const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy(), "空/注.txt": "", "输入.json": "{}" });
  const { code, stdout, stderr } = await guiju(argv, { cwd });
  expect([code, stdout]).toEqual([2, ""]);
  return stderr;
};

describe("a faulty command line", () => {
  it.each([
    [["chek"], "没有「chek」这个命令,是否指 check?"],
    [["推倒重来"], "没有「推倒重来」这个命令。用法见 guiju --help"],
    [["check", "--jason"], "没有「--jason」这个选项,是否指 --json?"],
    [["build", "--chekc"], "没有「--chekc」这个选项,是否指 --check?"],
    [["check", "甲", "乙"], "参数给多了。用法见 guiju check --help"],
    [["eval"], "还缺选项 --input <文件>。用法见 guiju eval --help"],
    [["eval", "--input", "-"], "还缺 <政策>。用法见 guiju eval --help"],
    [["eval", "岗位补贴"], "还缺选项 --input <文件>。用法见 guiju eval --help"],
    [["eval", "岗位补贴", "--input"], "选项 --input <文件> 后面要给出值。用法见 guiju eval --help"],
    [["check", "没有"], "没有「没有」这个文件或文件夹"],
    [["check", "空"], "「空」里没有 .policy 文件"],
    [["eval", "岗位补助", "--input", "输入.json"], "「policies」里没有名为「岗位补助」的政策,是否指「岗位补贴」?"],
    [
      ["eval", "全然不同的名字", "--input", "输入.json"],
      "「policies」里没有名为「全然不同的名字」的政策,只有:岗位补贴",
    ],
    [["eval", "甲.policy", "--input", "输入.json"], "没有「甲.policy」这个文件或文件夹"],
    [["eval", "岗位补贴", "--input", "没有.json"], "没有「没有.json」这个文件"],
    [["eval", "岗位补贴", "--input", "policies"], "「policies」是文件夹,--input 后面要给出数据文件"],
  ])("%j is told in Chinese, with exit code 2", async (argv, message) => {
    expect(await refused(...argv)).toBe(`guiju: ${message}\n`);
  });

  it("says how to begin where there is no policies/ folder", async () => {
    expect(await guiju(["check"], { cwd: folderWith() })).toEqual({
      code: 2,
      stdout: "",
      stderr: "guiju: 这里没有 policies/ 文件夹。请指明政策所在的文件夹或文件,或先运行 guiju init\n",
    });
  });

  it("lets nothing in it act on the terminal", async () => {
    expect(await refused("\u001B[31m")).toContain("没有「\uFFFD[31m」这个命令");
  });
});

describe("help", () => {
  it("is in Chinese, for the program and for each command", async () => {
    const all = await guiju(["--help"]);
    expect([all.code, all.stderr]).toEqual([0, ""]);
    expect(all.stdout).toMatch(/^用法: guiju <命令> \[选项\]\n/);
    for (const name of ["build", "check", "eval", "explain", "test", "fmt", "init"]) {
      expect(all.stdout).toMatch(new RegExp(`^ {2}${name} .*\\p{Script=Han}`, "mu"));
      const one = await guiju([name, "--help"]);
      expect([one.code, one.stderr]).toEqual([0, ""]);
      expect(one.stdout.startsWith(`用法: guiju ${name} `)).toBe(true);
    }
    expect(all.stdout).not.toMatch(/Usage|Options|Commands|default|display/);
  });

  it("is shown where no command is given, which is a fault", async () => {
    const { code, stdout, stderr } = await guiju([]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^用法: guiju /);
  });

  it("has help of its own for each command that it offers", async () => {
    const { stdout } = await guiju(["--help"]);
    const offered = [...stdout.matchAll(/^ {2}([a-z]+) /gm)]
      .map(([, name = ""]) => name)
      .filter((name) => name !== "help");
    expect(offered).toEqual(expect.arrayContaining(["build", "check", "docs", "diff", "eval", "test", "watch"]));
    for (const name of offered) {
      const help = await guiju([name, "--help"]);
      expect(help.code, name).toBe(0);
      expect(help.stdout, name).toMatch(new RegExp(`^用法: guiju ${name}\\b`));
    }
  });

  it("tells the version of the package", async () => {
    for (const flag of ["--version", "-V"])
      expect(await guiju([flag])).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  });
});
