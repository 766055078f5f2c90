import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { folderWith, guiju, smallPolicy } from "../cli/harness.ts";
import { contents, startWatching, type Watching } from "./support.ts";

const started: Watching[] = [];
afterEach(async () => {
  for (const watching of started.splice(0)) await watching.stop();
});

/** A folder that is watched, past its first build. */
async function watched(files: Readonly<Record<string, string>>, isTTY = false) {
  const cwd = folderWith(files);
  const watching = startWatching(cwd, [], isTTY);
  started.push(watching);
  await watching.until((printed) => printed.includes("份政策有代码"));
  let read = watching.printed.length;
  return {
    cwd,
    watching,
    modules: () => contents(join(cwd, "generated")),
    write: (path: string, text: string) => {
      writeFileSync(join(cwd, `${path}.new`), text);
      renameSync(join(cwd, `${path}.new`), join(cwd, path));
    },
    /** What is printed from one call to the next, once it says this. */
    says: async (words: string) => {
      await watching.until((printed) => printed.slice(read).includes(words) && printed.endsWith("\n"));
      const said = watching.printed.slice(read);
      read = watching.printed.length;
      return said;
    },
  };
}

const importer = `政策 总补贴
引用 补贴 自 《岗位补贴》

结果
  翻倍补贴: 元 = 补贴 * 2
`;

describe("watch", () => {
  test("builds at once, then what is saved and what imports it", async () => {
    const { cwd, modules, write, says } = await watched({
      "policies/甲.policy": smallPolicy(),
      "policies/深/乙.policy": importer,
      "policies/丙.policy": smallPolicy("别的"),
    });
    const before = modules();
    expect(Object.keys(before)).toEqual(["index.ts", "manifest.json", "丙.ts", "深/乙.ts", "甲.ts"].toSorted());

    write("policies/甲.policy", smallPolicy("岗位补贴", "900元/人").replace("10000元", "9000元"));
    const said = await says("更新 总补贴、岗位补贴\n");
    expect(said).toContain("读取 0 · 解析 0 · 检查 0 · 生成 0 · 类型检查 0 · 写入 0,共 0 毫秒\n");
    expect(said).toContain("3 份政策有代码,没有错误,也没有警告\n");
    const after = modules();
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(changed.toSorted()).toEqual(["manifest.json", "深/乙.ts", "甲.ts"].toSorted());
    expect((await guiju(["build", "--check"], { cwd })).code).toBe(0);
  });

  test("a 算例 that fails is told, and stops no module", async () => {
    const { modules, write, says } = await watched({
      "policies/甲.policy": smallPolicy(),
      "policies/乙.policy": importer,
    });
    const before = modules();
    write("policies/甲.policy", smallPolicy("岗位补贴", "900元/人"));
    const said = await says("2 份政策有代码,1 个错误\n");
    expect(said).toContain("[case-failed]");
    expect(said).toContain("更新 总补贴、岗位补贴\n");
    expect(modules()["甲.ts"]).not.toBe(before["甲.ts"]);

    // Another policy saved: it is told as long as it fails.
    write("policies/乙.policy", importer.replace("* 2", "* 3"));
    expect(await says("2 份政策有代码,1 个错误\n")).toContain("[case-failed]");
    write("policies/甲.policy", smallPolicy());
    await says("没有错误,也没有警告\n");
  });

  test("a policy at fault keeps its last good module, and so does what imports it; both say so", async () => {
    const { modules, write, says } = await watched({
      "policies/甲.policy": smallPolicy(),
      "policies/乙.policy": importer,
    });
    const before = modules();
    write("policies/甲.policy", smallPolicy().replace("> 10人", "> 10元"));
    const said = await says("2 个错误\n");
    expect(said).toContain("[unit-mismatch]");
    expect(said).toContain("保留 policies/乙.policy、policies/甲.policy:有错误,沿用上一次编译通过的代码\n");
    expect(said).toContain("代码没有变化\n");
    expect(said).toContain("2 份政策有代码,2 个错误\n");
    expect(modules()).toEqual(before);

    // Half of a file, as some editors save it.
    write("policies/甲.policy", smallPolicy().slice(0, smallPolicy().indexOf("岗位 * 标准")));
    await says("[unknown-term]");
    expect(modules()).toEqual(before);

    write("policies/甲.policy", smallPolicy("岗位补贴", "900元/人"));
    await says("更新 总补贴、岗位补贴\n");
  });

  test("a policy at fault from the start keeps what an earlier build made of it", async () => {
    const cwd = folderWith({ "policies/甲.policy": smallPolicy("甲"), "policies/乙.policy": smallPolicy("乙") });
    await guiju(["build"], { cwd });
    const before = contents(join(cwd, "generated"));
    writeFileSync(join(cwd, "policies/甲.policy"), "政策 甲\n结果\n  额: 元元\n");
    writeFileSync(join(cwd, "policies/丙.policy"), "");
    const watching = startWatching(cwd);
    started.push(watching);
    await watching.until((printed) => printed.includes("份政策有代码"));
    expect(watching.printed).toContain("保留 policies/甲.policy:有错误,沿用上一次编译通过的代码\n");
    expect(watching.printed).toContain("没有代码 policies/丙.policy:有错误,还没有编译通过过\n");
    expect(contents(join(cwd, "generated"))).toEqual(before);
  });

  test("follows files that are renamed and deleted, and folders, and leaves alone what it did not write", async () => {
    const { cwd, modules, says } = await watched({
      "policies/甲.policy": smallPolicy("甲"),
      "policies/深/乙.policy": smallPolicy("乙"),
      "policies/深/丙.policy": smallPolicy("丙"),
    });
    writeFileSync(join(cwd, "generated/自己写的.ts"), "export const 数 = 1;\n");
    renameSync(join(cwd, "policies/甲.policy"), join(cwd, "policies/丁.policy"));
    await says("删除 甲\n");
    expect(Object.keys(modules())).toEqual(expect.arrayContaining(["丁.ts", "自己写的.ts"]));
    rmSync(join(cwd, "policies/深"), { recursive: true });
    await says("删除 深/丙、深/乙\n");
    expect(Object.keys(modules()).toSorted()).toEqual(["index.ts", "manifest.json", "丁.ts", "自己写的.ts"].toSorted());
    mkdirSync(join(cwd, "policies/新"));
    writeFileSync(join(cwd, "policies/新/戊.policy"), smallPolicy("戊"));
    await says("更新 戊\n");
  });

  test("waits for the folder to come back", async () => {
    const { cwd, modules, says } = await watched({ "policies/甲.policy": smallPolicy("甲") });
    const before = modules();
    renameSync(join(cwd, "policies"), join(cwd, "别处"));
    await says("「policies」不见了,代码保持原样,等它回来\n");
    expect(modules()).toEqual(before);
    writeFileSync(join(cwd, "别处/甲.policy"), smallPolicy("甲", "900元/人"));
    renameSync(join(cwd, "别处"), join(cwd, "policies"));
    await says("更新 甲\n");
  });

  test("checks quotations again when the document changes", async () => {
    const policy = `政策 甲
依据 《办法》
其余 不适用

输入
  人数: 人

结果
  补贴: 元

条款 一
  原文「人数在10人以下的,补贴100元」
  人数 <= 10人 => 补贴 100元
`;
    const { write, says } = await watched({
      "policies/甲.policy": policy,
      "办法.md": "# 办法\n\n人数在10人以下的,补贴100元。\n",
    });
    write("办法.md", "# 办法\n\n人数在10人以下的,补贴200元。\n");
    expect(await says("1 个错误")).toContain("[quotation-not-found]");
    write("办法.md", "# 办法\n\n人数在10人以下的,补贴100元。\n");
    await says("没有错误,也没有警告\n");
  });

  test("says what stands in the way of writing, and goes on", async () => {
    const { cwd, write, says } = await watched({ "policies/甲.policy": smallPolicy("甲") });
    rmSync(join(cwd, "generated/甲.ts"));
    mkdirSync(join(cwd, "generated/甲.ts/内"), { recursive: true });
    write("policies/甲.policy", smallPolicy("甲", "900元/人"));
    expect(await says("它是文件夹")).toContain("甲.ts");
    rmSync(join(cwd, "generated/甲.ts"), { recursive: true });
    write("policies/甲.policy", smallPolicy("甲", "800元/人"));
    await says("更新 甲\n");
    expect(readFileSync(join(cwd, "generated/甲.ts"), "utf8")).toContain("800");
  });

  test("repaints a terminal, and clears nothing where nobody looks on", async () => {
    const files = { "policies/甲.policy": smallPolicy("甲") };
    const terminal = await watched(files, true);
    expect(terminal.watching.printed.startsWith("\u001B[2J\u001B[3J\u001B[H正在看着 policies/")).toBe(true);
    terminal.write("policies/甲.policy", smallPolicy("甲", "900元/人"));
    expect((await terminal.says("更新 甲\n")).startsWith("\u001B[2J")).toBe(true);
    const piped = await watched(files);
    expect(piped.watching.printed).not.toContain("\u001B");
    expect(await piped.watching.stop()).toBe(0);
  });

  test("wants a folder", async () => {
    const cwd = folderWith({ "甲.policy": smallPolicy("甲") });
    expect(await guiju(["watch"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("没有 policies/"),
    });
    expect(await guiju(["watch", "甲.policy"], { cwd })).toEqual({
      code: 2,
      stdout: "",
      stderr: "guiju: 「甲.policy」是文件,请指明它所在的文件夹\n",
    });
  });
});
