import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, GBK_POLICY, guiju, smallPolicy } from "./harness.ts";

const inputOf = (posts: unknown): string => JSON.stringify({ 新增岗位: posts });

interface JsonDiagnostic {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly related: readonly unknown[];
}

const diagnosticsIn = (stdout: string): readonly JsonDiagnostic[] =>
  (JSON.parse(stdout) as { readonly diagnostics: readonly JsonDiagnostic[] }).diagnostics;

describe("check", () => {
  it("passes a folder without findings, by default policies/", async () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy() });
    const expected = { code: 0, stdout: "检查通过:1 份政策,没有错误,也没有警告\n", stderr: "" };
    expect(await guiju(["check"], { cwd })).toEqual(expected);
    expect(await guiju(["check", "policies/岗位补贴.policy"], { cwd })).toEqual(expected);
  });

  it("does not count a file that only accounts for sentences as a policy", async () => {
    const cwd = folderWith({
      "policies/岗位补贴.policy": smallPolicy(),
      "policies/开头.policy": "依据 《意见》\n\n非规则「为做好工作,提出如下意见」 理由「说明目的」\n",
      "policies/意见.md": "# 意见\n\n为做好工作,提出如下意见。\n",
    });
    expect((await guiju(["check"], { cwd })).stdout).toBe("检查通过:1 份政策,没有错误,也没有警告\n");
    expect((await guiju(["build"], { cwd })).stdout).toBe("已把 1 份政策写成代码,在 generated/\n");
    expect((await guiju(["build", "--check"], { cwd })).stdout).toBe("generated/ 是最新的:1 份政策\n");
  });

  it("prints an empty list as JSON where there is nothing to tell", async () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy() });
    expect(await guiju(["check", "--json"], { cwd })).toEqual({
      code: 0,
      stdout: '{\n  "diagnostics": []\n}\n',
      stderr: "",
    });
  });

  it("tells errors on stderr with the place marked, and fails", async () => {
    const cwd = folderWith({
      "policies/岗位补贴.policy": smallPolicy().replace("新增岗位 > 10人", "新增岗位数 > 10人"),
    });
    const { code, stdout, stderr } = await guiju(["check"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("policies/岗位补贴.policy:14:");
    expect(stderr).toContain(" 错误 [unknown-term] ");
    expect(stderr).toMatch(/ 14 \| {3}新增岗位数 > 10人 => 标准 800元\/人\n {4}\s+\| {3}\s*\^+\n/);
  });

  it("gives the same as JSON on stdout, lines and columns from 1", async () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy().replace("新增岗位 > 10人", "甲乙丙 > 10人") });
    const { code, stdout, stderr } = await guiju(["check", "--json"], { cwd });
    expect([code, stderr]).toEqual([1, ""]);
    const found = diagnosticsIn(stdout).find((diagnostic) => diagnostic.code === "unknown-term");
    expect(found).toMatchObject({
      severity: "error",
      file: "policies/岗位补贴.policy",
      start: { line: 14, column: 3 },
      end: { line: 14, column: 6 },
      related: [],
    });
    expect(found?.message).toContain("甲乙丙");
  });

  it("counts a failing 算例 among the errors", async () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy().replace("补贴 10000元", "补贴 9999元") });
    const { code, stdout } = await guiju(["check", "--json"], { cwd });
    expect(code).toBe(1);
    expect(diagnosticsIn(stdout).map((diagnostic) => diagnostic.code)).toEqual(["case-failed"]);
  });

  it("tells files that cannot be read, and still checks the others", async () => {
    const cwd = folderWith({
      "policies/岗位补贴.policy": smallPolicy(),
      "policies/甲.policy": GBK_POLICY,
      "policies/乙.policy": "",
      "policies/丙.policy": Uint8Array.from([0, 1, 2]),
    });
    const { code, stdout } = await guiju(["check", "--json"], { cwd });
    expect(code).toBe(1);
    expect(diagnosticsIn(stdout).map(({ file, code: found }) => `${file} ${found}`)).toEqual([
      "policies/丙.policy not-text",
      "policies/乙.policy empty-file",
      "policies/甲.policy encoding-gbk",
    ]);
  });

  it("reads UTF-8 with a byte-order mark and Windows line ends", async () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": `\uFEFF${smallPolicy().replaceAll("\n", "\r\n")}` });
    expect((await guiju(["check"], { cwd })).code).toBe(0);
  });
});

describe("eval", () => {
  const cwdWith = (input: string): string =>
    folderWith({ "policies/岗位补贴.policy": smallPolicy(), "输入.json": input });

  it("answers in the form of the JSON contract, by the policy's name or its file", async () => {
    const cwd = cwdWith(inputOf(10));
    for (const policy of [
      "岗位补贴",
      "《岗位补贴》",
      "policies/岗位补贴.policy",
      join(cwd, "policies/岗位补贴.policy"),
    ]) {
      const { code, stdout, stderr } = await guiju(["eval", policy, "--input", "输入.json", "--json"], { cwd });
      expect([code, stderr]).toEqual([0, ""]);
      expect(JSON.parse(stdout)).toMatchObject({
        policy: "岗位补贴",
        outcomes: {
          补贴: { status: "determined", value: "10000", unit: "元", text: "10000元" },
          标准: { status: "determined", value: "1000", clauses: ["岗位补贴/十人以下"] },
        },
        targets: {},
        constraints: {},
      });
    }
  });

  it("reads - as standard input", async () => {
    const cwd = cwdWith("");
    const { code, stdout } = await guiju(["eval", "岗位补贴", "--input", "-", "--json"], { cwd, stdin: inputOf(11) });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcomes: { 补贴: { value: "8800" } } });
  });

  it("answers in lines for a person without --json", async () => {
    const { code, stdout } = await guiju(["eval", "岗位补贴", "--input", "输入.json"], { cwd: cwdWith(inputOf(10)) });
    expect(code).toBe(0);
    expect(stdout).toBe("岗位补贴\n  补贴  10000元\n  标准  应当 1000元/人\n");
  });

  it("tells every fault of the data where the data give it", async () => {
    const cwd = cwdWith('{\n  "新增岗位": -1,\n  "新增岗": 2\n}\n');
    const { code, stdout, stderr } = await guiju(["eval", "岗位补贴", "--input", "输入.json"], { cwd });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("输入.json:2:3 错误 [out-of-range] ");
    expect(stderr).toContain("输入.json:3:3 错误 [unknown-input] ");
    expect(stderr).toContain('  2 |   "新增岗位": -1,\n    |   ^^^^^^^^^^\n');
    expect(stderr).toContain("在这里声明");
  });

  it("gives the faults of the data as JSON with --json", async () => {
    const { code, stdout, stderr } = await guiju(["eval", "岗位补贴", "--input", "-", "--json"], {
      cwd: cwdWith(""),
      stdin: inputOf("十"),
    });
    expect([code, stderr]).toEqual([1, ""]);
    expect(diagnosticsIn(stdout)).toMatchObject([
      { code: "wrong-type", severity: "error", file: "标准输入", start: { line: 1, column: 2 } },
    ]);
  });

  it("tells an empty input from one that gives nothing", async () => {
    const cwd = cwdWith(" \n");
    const empty = await guiju(["eval", "岗位补贴", "--input", "输入.json"], { cwd });
    expect(empty.code).toBe(1);
    expect(empty.stderr).toContain("输入.json:1:1 错误 [empty-input] 输入是空的\n");
    const nothing = await guiju(["eval", "岗位补贴", "--input", "-", "--json"], { cwd, stdin: "{}" });
    expect(nothing.code).toBe(0);
    expect(JSON.parse(nothing.stdout)).toMatchObject({
      outcomes: { 标准: { status: "missing", needs: ["新增岗位"] } },
    });
  });

  it("tells the line of a JSON that is none", async () => {
    const cwd = cwdWith('{\n  "新增岗位": 10人\n}\n');
    const { code, stderr } = await guiju(["eval", "岗位补贴", "--input", "输入.json"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("输入.json:2:11 错误 [invalid-json] 输入不合 JSON 的写法,第 2 行:数后面不写「人」");
  });

  it("refuses a policy with errors, and an input in another encoding", async () => {
    const cwd = folderWith({
      "policies/甲.policy": smallPolicy("甲").replace("新增岗位 > 10人", "新增岗位 > 10元"),
      "policies/乙.policy": smallPolicy("乙"),
      "输入.json": inputOf(1),
      "旧.json": Uint8Array.from([0x7b, 0xbc, 0xd7, 0x7d]),
    });
    const refused = await guiju(["eval", "甲", "--input", "输入.json"], { cwd });
    expect([refused.code, refused.stdout]).toEqual([1, ""]);
    expect(refused.stderr).toContain("[unit-mismatch]");
    // The errors of another policy do not stand in the way of this one.
    expect((await guiju(["eval", "乙", "--input", "输入.json"], { cwd })).code).toBe(0);
    expect((await guiju(["eval", "乙", "--input", "旧.json"], { cwd })).stderr).toContain("[encoding-gbk]");
  });

  it("looks a file's imports up beside it, and in the policy root above it", async () => {
    const importing = "政策 乙\n引用 补贴 自 《甲》\n结果\n  双份: 元 = 补贴 * 2\n";
    const beside = folderWith({ "甲.policy": smallPolicy("甲"), "乙.policy": importing, "输入.json": inputOf(10) });
    const above = folderWith({
      "policies/深/甲.policy": smallPolicy("甲"),
      "policies/浅/乙.policy": importing,
      "policies/无关.policy": "政策 无关\n错\n",
      "输入.json": inputOf(10),
    });
    for (const [cwd, policy] of [
      [beside, "乙.policy"],
      [above, "policies/浅/乙.policy"],
      [above, "乙"],
    ] as const) {
      const { code, stdout, stderr } = await guiju(["eval", policy, "--input", "输入.json", "--json"], { cwd });
      expect([code, stderr]).toEqual([0, ""]);
      expect(JSON.parse(stdout)).toMatchObject({ outcomes: { 双份: { value: "20000" } } });
    }
  });
});

describe("explain", () => {
  it("gives the grounds in Chinese", async () => {
    const cwd = folderWith({ "policies/岗位补贴.policy": smallPolicy() });
    const { code, stdout, stderr } = await guiju(["explain", "岗位补贴", "--input", "-"], { cwd, stdin: inputOf(10) });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("十人以下");
    expect(stdout).toContain("新增岗位:10人");
    expect(stdout.endsWith("\n")).toBe(true);
    expect(stdout.endsWith("\n\n")).toBe(false);
  });
});

describe("test", () => {
  it("lists the cases by policy and counts them", async () => {
    const cwd = folderWith({ "policies/甲.policy": smallPolicy("甲"), "policies/乙.policy": smallPolicy("乙") });
    expect(await guiju(["test"], { cwd })).toEqual({
      code: 0,
      stdout: [
        "乙 policies/乙.policy",
        "  通过 恰为十人",
        "",
        "甲 policies/甲.policy",
        "  通过 恰为十人",
        "",
        "2 个算例:2 个通过,0 个失败",
        "",
      ].join("\n"),
      stderr: "",
    });
  });

  it("shows what a failing case expected, and fails", async () => {
    const cwd = folderWith({ "policies/甲.policy": smallPolicy("甲").replace("补贴 10000元", "补贴 9999元") });
    const { code, stdout } = await guiju(["test"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("  失败 恰为十人\n    policies/甲.policy:18:");
    expect(stdout).toContain("9999元");
    expect(stdout.endsWith("\n1 个算例:0 个通过,1 个失败\n")).toBe(true);
  });

  it("runs the cases of sound policies, and fails where another has errors", async () => {
    const cwd = folderWith({
      "policies/甲.policy": smallPolicy("甲"),
      "policies/乙.policy": smallPolicy("乙").replace("新增岗位 > 10人", "新增岗位 > 10元"),
    });
    const { code, stdout, stderr } = await guiju(["test"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("[unit-mismatch]");
    expect(stdout.endsWith("1 个算例:1 个通过,0 个失败,有错误的政策没有运行\n")).toBe(true);
  });
});

describe("fmt", () => {
  const untidy = smallPolicy().replace("新增岗位: 人", "新增岗位:人");

  it("settles the format, once", async () => {
    const cwd = folderWith({ "policies/甲.policy": untidy });
    const path = join(cwd, "policies/甲.policy");
    expect(await guiju(["fmt", "--check"], { cwd })).toMatchObject({
      code: 1,
      stderr: "1 个文件的格式未整理,请运行 guiju fmt:\n  policies/甲.policy\n",
    });
    expect(readFileSync(path, "utf8")).toBe(untidy);
    expect(await guiju(["fmt"], { cwd })).toMatchObject({
      code: 0,
      stdout: "整理了 1 个文件:\n  policies/甲.policy\n",
    });
    expect(readFileSync(path, "utf8")).toContain("新增岗位: 人");
    expect(await guiju(["fmt", "--check"], { cwd })).toMatchObject({ code: 0, stdout: "1 个文件的格式都已整理\n" });
    const before = statSync(path).mtimeMs;
    expect(await guiju(["fmt"], { cwd })).toMatchObject({ code: 0, stdout: "没有需要整理的文件\n" });
    expect(statSync(path).mtimeMs).toBe(before);
  });

  it("settles a file whose terms are not all known, and tells one that it cannot settle", async () => {
    const unknown = untidy.replace("新增岗位 > 10人", "甲乙丙 > 10人");
    const cwd = folderWith({
      "policies/甲.policy": unknown,
      "policies/乙.policy": untidy.replace("<= 10人", "<= <= 10人"),
    });
    const { code, stdout, stderr } = await guiju(["fmt"], { cwd });
    expect([code, stdout]).toEqual([1, "整理了 1 个文件:\n  policies/甲.policy\n"]);
    expect(stderr).toContain("policies/乙.policy:11:");
  });

  it("knows the inputs that a policy's cases may give for another that it imports", async () => {
    const importing = `政策 乙

引用 补贴 自 《甲》

结果
  加倍补贴: 元

条款 加倍
  => 加倍补贴 补贴 * 2

算例 两人
  不满一年 =是
  => 加倍补贴 20000元
`;
    const cwd = folderWith({
      "policies/甲.policy": smallPolicy("甲").replaceAll("新增岗位: 人", "不满一年: 是否\n  新增岗位: 人"),
      "policies/乙.policy": importing,
    });
    expect(await guiju(["fmt", "policies/乙.policy"], { cwd })).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(cwd, "policies/乙.policy"), "utf8")).toBe(importing.replace("=是", "= 是"));
  });

  it("leaves a file that it cannot read as it is", async () => {
    const cwd = folderWith({ "policies/甲.policy": GBK_POLICY });
    const { code, stderr } = await guiju(["fmt"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("[encoding-gbk]");
    expect(new Uint8Array(readFileSync(join(cwd, "policies/甲.policy")))).toEqual(GBK_POLICY);
  });
});
