/** Commands on amended policies: one file is never taken without what amends it, and places are those of its own file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, guiju } from "../cli/harness.ts";
import { amendingAgain, lifting, original, repealing } from "./cases.ts";

const files = { "policies/稳岗返还.policy": original, "policies/2021/提高.policy": lifting };
const all = { ...files, "policies/2021/废止.policy": repealing, "policies/2022.policy": amendingAgain };
const firm = JSON.stringify({ 参保职工人数: 1000, 裁员人数: 56, 基准日: "2021-01-01" });

async function valueOf(policy: string, world: Readonly<Record<string, string>>): Promise<unknown> {
  const ran = await guiju(["eval", policy, "--input", "-", "--json"], { cwd: folderWith(world), stdin: firm });
  expect(ran.stderr).toBe("");
  return (JSON.parse(ran.stdout) as { outcomes: Record<string, { value: unknown }> }).outcomes["返还"]?.value;
}

describe("one policy", () => {
  it("is read with its amendments, named by file, by name or by an amendment", async () => {
    for (const name of ["policies/稳岗返还.policy", "稳岗返还", "policies/2021/提高.policy"])
      expect(await valueOf(name, files)).toBe("1");
    expect(await valueOf("policies/稳岗返还.policy", { "policies/稳岗返还.policy": original })).toBe("0.7");
  });

  it("is read with an amendment beside it outside any policies folder", async () => {
    expect(await valueOf("甲.policy", { "甲.policy": original, "乙.policy": lifting })).toBe("1");
  });

  it("is refused while a neighbour's heading does not tell what it amends", async () => {
    const cwd = folderWith({ ...files, "policies/新.policy": "修订\n\n废止 条款 小型企业\n" });
    const ran = await guiju(["eval", "稳岗返还", "--input", "-"], { cwd, stdin: firm });
    expect([ran.code, ran.stdout]).toEqual([1, ""]);
    expect(ran.stderr).toContain("policies/新.policy:1");
  });
});

describe("places", () => {
  it("are those of the amendment's file", async () => {
    const cwd = folderWith({
      ...files,
      "policies/2021/提高.policy": lifting.replace("10% => 返还 70%", "10人 => 返还 70%"),
    });
    const ran = await guiju(["check", "policies", "--json"], { cwd });
    const [first] = (JSON.parse(ran.stdout) as { diagnostics: Record<string, unknown>[] }).diagnostics;
    expect(first).toMatchObject({
      code: "unit-mismatch",
      file: "policies/2021/提高.policy",
      start: { line: 7, column: 3 },
    });
  });

  it("of slips too", async () => {
    const ran = await guiju(["test", "--mutate", "--json"], { cwd: folderWith(files) });
    const { policies } = JSON.parse(ran.stdout) as {
      policies: { survivors: { file: string; start: { line: number }; change: string }[] }[];
    };
    const figures = policies.flatMap(({ survivors }) => survivors).filter(({ change }) => change.startsWith("「10%」"));
    expect(new Set(figures.map(({ file, start }) => `${file}:${start.line}`))).toEqual(
      new Set(["policies/2021/提高.policy:4", "policies/2021/提高.policy:7"]),
    );
  });
});

describe("consolidate", () => {
  const on = async (day: string): Promise<string> => {
    const ran = await guiju(["consolidate", "稳岗返还", "--on", day], { cwd: folderWith(all) });
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    return ran.stdout;
  };
  const head = (day: string): string => `// 《稳岗返还》${day} 的条文,由 guiju consolidate 合成\n`;

  it("prints the text in force on a day", async () => {
    expect(await on("2020-12-31")).toBe(head("2020-12-31") + original);
    const lifted = original.replaceAll("5.5%", "10%");
    expect(await on("2021-02-28")).toBe(head("2021-02-28") + lifted);
    const [before = ""] = lifted.split("\n条款 小型企业");
    expect(await on("2021-03-01")).toBe(head("2021-03-01") + before);
    expect(await on("2022-01-01")).toBe(
      head("2022-01-01") + before.replaceAll("10%", "8%").replace("返还 70%", "返还 60%"),
    );
  });

  it("keeps 算例 of the same law, and names no clause that is gone", async () => {
    const cases = `
算例 修订以前
  参保职工人数 = 1000人, 裁员人数 = 56人, 基准日 = 2020-12-31
  => 返还 70%

算例 修订以后
  参保职工人数 = 1000人, 裁员人数 = 56人, 基准日 = 2021-01-01
  => 返还 100%
`;
    const cwd = folderWith({ ...files, "policies/稳岗返还.policy": original + cases });
    const { stdout } = await guiju(["consolidate", "稳岗返还", "--on", "2021-06-01"], { cwd });
    expect(stdout).not.toContain("修订以前");
    expect(stdout).toContain("修订以后");
    const alone = folderWith({ "policies/稳岗返还.policy": stdout });
    expect((await guiju(["test"], { cwd: alone })).code).toBe(0);

    const without = {
      ...files,
      "policies/2021/提高.policy": "修订 《稳岗返还》 施行 2021-01-01\n\n废止 条款 裁员率高的企业\n",
    };
    const printed = await guiju(["consolidate", "稳岗返还", "--on", "2021-06-01"], { cwd: folderWith(without) });
    expect(printed.stdout).toContain("\n条款 小型企业\n");
    expect(printed.stdout).not.toContain("裁员率高的企业");
  });

  it("says what is wrong with a day", async () => {
    const ran = await guiju(["consolidate", "稳岗返还", "--on", "2021-02-29"], { cwd: folderWith(all) });
    expect([ran.code, ran.stderr]).toEqual([
      2,
      "guiju: 选项 --on 要一个存在的日期,写如 2021-01-01,这里是「2021-02-29」\n",
    ]);
  });
});

describe("diff on two days", () => {
  const diff = (...argv: readonly string[]) => guiju(["diff", ...argv], { cwd: folderWith(all) });

  it("tells what an amendment changed, and for whom", async () => {
    const { stdout, code } = await diff("--from", "2020-12-31", "--to", "2021-01-01");
    expect(code).toBe(0);
    expect(stdout).toContain(`    2. 裁员率 高于 5.5%、不高于 10% 且 参保职工人数 高于 500人
       应当 70% → 应当 100%
       原来由「裁员率高的企业」决定,现在由「裁员率不高的企业」决定
       例 参保职工人数 1000人、裁员人数 100人:应当 70% → 应当 100%`);
    expect(stdout).toContain("  条款「裁员率不高的企业」(返还) 改动\n    - 裁员率 <= 5.5% => 返还 100%\n");
    expect(stdout).not.toContain("基准日");
  });

  it("finds nothing between days of one law", async () => {
    const { stdout } = await diff("--from", "2021-01-01", "--to", "2021-02-28");
    expect(stdout).toBe("1 份政策:1 份没有改动\n");
  });

  it("tells of what comes into force and goes out of it by its own period", async () => {
    const { stdout } = await diff("--from", "2020-05-12", "--to", "2020-05-13");
    expect(stdout).toContain("不适用 → 应当 100%");
    expect(stdout).toContain("条款「小型企业」(返还) 新增");
    // One module answers on both days: whoever calls it has nothing to change.
    expect(stdout).not.toContain("须改代码");
    expect(stdout.match(/须留意.*/gu)).toEqual(["须留意 同样的数据,「返还」的结果可能不同"]);
  });

  it("asks for both days", async () => {
    expect(await diff("--from", "2021-01-01")).toMatchObject({
      code: 2,
      stderr: "guiju: 比较两天的条文,--from 和 --to 都要给出\n",
    });
    expect(await diff()).toMatchObject({ code: 2, stderr: "guiju: 还缺 <甲>。用法见 guiju diff --help\n" });
  });
});

describe("the words of the law", () => {
  const document = "# 稳岗办法\n\n裁员率不高于5.5%的企业,返还100%。\n裁员率高于5.5%的企业,返还70%。\n";
  const later =
    "# 修改稳岗办法的决定\n\n将5.5%改为10%,即裁员率不高于10%的企业,返还100%。\n自12月31日起,裁员率高于10%的企业,返还70%。\n";
  const quoting = original
    .replace("施行 2020-05-13\n", "施行 2020-05-13\n依据 《稳岗办法》\n发布 2020-05-13\n")
    .replace("  裁员率 <= 5.5%", "  原文「裁员率不高于5.5%的企业,返还100%」\n  裁员率 <= 5.5%")
    .replace("  裁员率 > 5.5%", "  原文「裁员率高于5.5%的企业,返还70%」\n  裁员率 > 5.5%")
    .replace(/\n条款 小型企业[\s\S]*$/u, "");
  const amendment = lifting
    .replace("2021-01-01\n", "2021-12-31\n依据 《修改稳岗办法的决定》\n发布 2021-06-01\n")
    .replace("  裁员率 <= 10%", "  原文「裁员率不高于10%的企业,返还100%」\n  裁员率 <= 10%")
    .replace("  裁员率 > 10%", "  原文「裁员率高于10%的企业,返还70%」\n  裁员率 > 10%");
  const folder = (changed: string) => ({
    "policies/稳岗.md": document,
    "policies/决定.md": later,
    "policies/稳岗返还.policy": quoting,
    "policies/修订.policy": changed,
  });

  it("are looked up in the amendment's own document", async () => {
    const sound = await guiju(["check"], { cwd: folderWith(folder(amendment)) });
    expect(sound).toMatchObject({ code: 0, stderr: "" });
    const wrong = amendment.replace("原文「裁员率不高于10%", "原文「裁员率不高于12%");
    const ran = await guiju(["check", "--json"], { cwd: folderWith(folder(wrong)) });
    const { diagnostics } = JSON.parse(ran.stdout) as { diagnostics: { code: string; file: string }[] };
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toContain(
      "quotation-not-found policies/修订.policy",
    );
  });

  it("are not those of the policy's document", async () => {
    const borrowed = amendment.replace("原文「裁员率高于10%的企业", "原文「裁员率高于5.5%的企业");
    const ran = await guiju(["check", "--json"], { cwd: folderWith(folder(borrowed)) });
    expect(ran.stdout).toContain("quotation-not-found");
  });

  it("may be accounted for as no rule, and mean the year of the amendment", async () => {
    const dated = `${amendment}\n非规则「将5.5%改为10%」 理由「只说改动」\n`;
    const yearly = dated.replace(
      "\n替换 条款 裁员率高的企业\n  原文「裁员率高于10%的企业,返还70%」",
      "\n替换 条款 裁员率高的企业 施行 2021-12-31\n  原文「自12月31日起,裁员率高于10%的企业,返还70%」",
    );
    expect(await guiju(["check"], { cwd: folderWith(folder(yearly)) })).toMatchObject({ code: 0, stderr: "" });
    const wrong = yearly.replace("发布 2021-06-01", "发布 2022-06-01");
    const ran = await guiju(["check"], { cwd: folderWith(folder(wrong)) });
    expect(ran.stderr).toContain("[figure-not-quoted]");
    const misquoted = yearly.replace("非规则「将5.5%", "非规则「将5.6%");
    expect((await guiju(["check"], { cwd: folderWith(folder(misquoted)) })).stderr).toMatch(
      /修订.policy:\d+:\d+ 错误 \[quotation-not-found\]/u,
    );
  });

  it("count as encoded, where the amendment says so", async () => {
    const ran = await guiju(["coverage", "--json"], { cwd: folderWith(folder(amendment)) });
    const { documents } = JSON.parse(ran.stdout) as {
      documents: { title: string; statements: { id: string; file: string; line: number }[] }[];
    };
    const own = documents.find(({ title }) => title === "修改稳岗办法的决定");
    expect(own?.statements.map(({ id, file, line }) => `${id} ${file}:${line}`)).toEqual([
      "稳岗返还/裁员率不高的企业@2021-12-31 policies/修订.policy:5",
      "稳岗返还/裁员率高的企业@2021-12-31 policies/修订.policy:9",
    ]);
  });
});

describe("fmt", () => {
  it("settles an amendment by the words of its policy, and each file for itself", async () => {
    const untidy = lifting
      .replace("裁员率 <= 10%  => ", "裁员率<=10%=>")
      .replace("裁员率 <= 10% => 返还", "裁员率<=10%=>返还");
    const cwd = folderWith({ ...files, "policies/2021/提高.policy": untidy });
    const ran = await guiju(["fmt", "policies/2021/提高.policy"], { cwd });
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(readFileSync(join(cwd, "policies/2021/提高.policy"), "utf8")).toBe(lifting);
    expect(readFileSync(join(cwd, "policies/稳岗返还.policy"), "utf8")).toBe(original);
    expect((await guiju(["fmt", "--check"], { cwd })).stdout).toBe("2 个文件的格式都已整理\n");
  });
});
