import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, guiju, smallPolicy } from "./harness.ts";

const path = "policies/岗位补贴.policy";
const cases = `
算例 十一人
  新增岗位 = 11人
  => 应当 标准 800元/人

算例 十人
  新增岗位 = 10人
  => 应当 标准 1000元/人
`;

describe("test --mutate", () => {
  it("shows each slip that no case notices, with the case that would, and fails", async () => {
    const cwd = folderWith({ [path]: smallPolicy() + cases.replace("应当 标准 800元/人", "标准 800元/人") });
    const { code, stdout, stderr } = await guiju(["test", "--mutate"], { cwd });
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toBe(`岗位补贴 ${path}
  95.4% 逐处改错 22 处,算例看出 21 处,没有看出 1 处

    ${path}:14:17 警告 [slip-unnoticed] 「应当」写成「可」,没有算例看得出来:算例「十一人」的情形现在是「应当 标准 800元/人」,写错后是「可 标准 800元/人」
      14 |   新增岗位 > 10人 => 标准 800元/人
         |                      ^^^^
      改法: 请对照原文核对答案,在这个算例的 => 后面写上:
        应当 标准 800元/人

1 份政策:95.4% 逐处改错 22 处,算例看出 21 处,没有看出 1 处
`);
  });

  it("passes where every slip is noticed", async () => {
    const cwd = folderWith({ [path]: smallPolicy() + cases });
    expect(await guiju(["test", "--mutate"], { cwd })).toEqual({
      code: 0,
      stdout: `岗位补贴 ${path}
  100.0% 逐处改错 22 处,算例看出 22 处,没有看出 0 处

1 份政策:100.0% 逐处改错 22 处,算例看出 22 处,没有看出 0 处
`,
      stderr: "",
    });
  });

  it("gives the same as JSON, the case in the form that eval takes", async () => {
    const cwd = folderWith({ [path]: smallPolicy() + cases.replace("应当 标准 800元/人", "标准 800元/人") });
    const { code, stdout } = await guiju(["test", "--mutate", "--json"], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      policies: [
        {
          policy: "岗位补贴",
          file: path,
          caught: 21,
          unnoticed: 1,
          equivalent: 0,
          score: "95.4%",
          survivors: [
            {
              kind: "modality",
              change: "「应当」写成「可」",
              file: path,
              start: { line: 14, column: 17 },
              end: { line: 14, column: 19 },
              proven: true,
              witness: { 新增岗位: 11 },
              expected: "应当 标准 800元/人",
              slipped: "可 标准 800元/人",
              existing: "十一人",
              case: ["新增岗位 = 11人", "=> 应当 标准 800元/人"],
            },
          ],
          changesNothing: [],
        },
      ],
      total: { caught: 21, unnoticed: 1, equivalent: 0, score: "95.4%" },
    });
  });

  it("gives a whole case where no 算例 has such inputs", async () => {
    const cwd = folderWith({ [path]: smallPolicy() + cases.slice(cases.indexOf("\n算例 十人")) });
    const { code, stdout } = await guiju(["test", "--mutate"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain(
      "「10人」写成「11人」,没有算例看得出来:下面的情形现在是「补贴 8800元」,写错后是「补贴 冲突」",
    );
    expect(stdout).toContain("补上算例:\n        新增岗位 = 11人\n        => 补贴 8800元\n");
  });

  it("first has the cases pass: a failing one is told, and nothing is changed", async () => {
    const cwd = folderWith({ [path]: smallPolicy().replace("补贴 10000元", "补贴 9999元") });
    const { code, stdout } = await guiju(["test", "--mutate"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("1 个算例:0 个通过,1 个失败");
    expect(stdout).not.toContain("逐处改错");
  });
});

describe("test --boundaries", () => {
  it("lists what lies below, on and above each threshold, and which of it has a case", async () => {
    const cwd = folderWith({ [path]: smallPolicy() + cases });
    expect(await guiju(["test", "--boundaries"], { cwd })).toEqual({
      code: 0,
      stdout: `岗位补贴 ${path}
  新增岗位与 10人 第 11 行,结果「标准」
    低于  新增岗位 = 9人   应当 标准 1000元/人
    恰为  新增岗位 = 10人  应当 标准 1000元/人  已有算例「十人」
    高于  新增岗位 = 11人  应当 标准 800元/人   已有算例「十一人」

1 份政策有界限 1 处,情形 3 个;还没有的 1 个,加 --text 列成算例,加 --accept 写进政策
`,
      stderr: "",
    });
  });

  it("gives the same as JSON", async () => {
    const cwd = folderWith({ [path]: smallPolicy() + cases });
    const { stdout } = await guiju(["test", "--boundaries", "--json"], { cwd });
    expect(JSON.parse(stdout)).toEqual({
      policies: [
        {
          policy: "岗位补贴",
          file: path,
          boundaries: [
            {
              subject: "新增岗位",
              limit: "10人",
              decides: { kind: "outcome", name: "标准" },
              file: path,
              start: { line: 11, column: 3 },
              end: { line: 11, column: 14 },
              cases: [
                { side: "below", input: { 新增岗位: 9 }, expected: ["应当 标准 1000元/人"] },
                { side: "at", input: { 新增岗位: 10 }, expected: ["应当 标准 1000元/人"], existing: "十人" },
                { side: "above", input: { 新增岗位: 11 }, expected: ["应当 标准 800元/人"], existing: "十一人" },
              ],
            },
          ],
          cases: "算例 新增岗位低于10人\n  新增岗位 = 9人\n  => 应当 标准 1000元/人\n",
        },
      ],
    });
  });

  it("writes what is missing as 算例, to read or into the policy", async () => {
    const cwd = folderWith({ [path]: smallPolicy() + cases });
    const added = "算例 新增岗位低于10人\n  新增岗位 = 9人\n  => 应当 标准 1000元/人\n";
    const text = await guiju(["test", "--boundaries", "--text"], { cwd });
    expect(text).toEqual({ code: 0, stdout: `// ${path}\n\n${added}\n`, stderr: "" });
    const accepted = await guiju(["test", "--boundaries", "--accept"], { cwd });
    expect(accepted).toEqual({
      code: 0,
      stdout: `已写在政策文件末尾。答案是按现在的条款算出来的,请对照原文逐个核对:\n  ${path}:1 个算例\n`,
      stderr: "",
    });
    expect(readFileSync(join(cwd, path), "utf8")).toBe(`${smallPolicy()}${cases}\n${added}`);
    expect((await guiju(["fmt", "--check"], { cwd })).code).toBe(0);
    expect((await guiju(["test"], { cwd })).code).toBe(0);
    const again = await guiju(["test", "--boundaries", "--accept"], { cwd });
    expect(again.stdout).toBe("每个界限的两侧和界限上都已有算例\n");
  });

  it("does not go with --mutate, and its own options not without it", async () => {
    expect(await guiju(["test", "--mutate", "--boundaries"])).toEqual({
      code: 2,
      stdout: "",
      stderr: "guiju: --mutate 和 --boundaries 不能一起用\n",
    });
    expect(await guiju(["test", "--accept"])).toEqual({
      code: 2,
      stdout: "",
      stderr: "guiju: --text 和 --accept 要与 --boundaries 一起用\n",
    });
  });
});
