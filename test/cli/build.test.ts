import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, guiju, smallPolicy } from "./harness.ts";

const modulesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .toSorted();

describe("build", () => {
  it("writes one module a policy, in the policies' folders, and says when nothing changed", async () => {
    const cwd = folderWith({ "policies/甲.policy": smallPolicy("甲"), "policies/六保/乙.policy": smallPolicy("乙") });
    const first = await guiju(["build"], { cwd });
    expect(first).toEqual({ code: 0, stdout: "已把 2 份政策写成代码,在 generated/\n", stderr: "" });
    expect(modulesIn(join(cwd, "generated"))).toEqual(expect.arrayContaining(["六保/乙.ts", "甲.ts"]));

    const before = statSync(join(cwd, "generated/甲.ts")).mtimeMs;
    expect((await guiju(["build"], { cwd })).stdout).toBe("已把 2 份政策写成代码,在 generated/(没有变化)\n");
    expect(statSync(join(cwd, "generated/甲.ts")).mtimeMs).toBe(before);
    expect(await guiju(["build", "--check"], { cwd })).toEqual({
      code: 0,
      stdout: "generated/ 是最新的:2 份政策\n",
      stderr: "",
    });
  });

  it("fails --check where a policy changed, came or went, and writes nothing then", async () => {
    const cwd = folderWith({ "policies/甲.policy": smallPolicy("甲"), "policies/乙.policy": smallPolicy("乙") });
    await guiju(["build"], { cwd });
    const module = readFileSync(join(cwd, "generated/甲.ts"), "utf8");
    writeFileSync(join(cwd, "policies/甲.policy"), smallPolicy("甲", "900元/人").replace("10000元", "9000元"));
    writeFileSync(join(cwd, "policies/丙.policy"), smallPolicy("丙"));
    rmSync(join(cwd, "policies/乙.policy"));

    const stale = await guiju(["build", "--check"], { cwd });
    expect([stale.code, stale.stdout]).toEqual([1, ""]);
    expect(stale.stderr).toContain("generated/ 不是最新的,请运行 guiju build:\n");
    for (const line of ["  新增 丙.ts\n", "  改动 甲.ts\n", "  删除 乙.ts\n"]) expect(stale.stderr).toContain(line);
    expect(readFileSync(join(cwd, "generated/甲.ts"), "utf8")).toBe(module);
    expect(existsSync(join(cwd, "generated/丙.ts"))).toBe(false);

    expect((await guiju(["build"], { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, "generated/乙.ts"))).toBe(false);
    expect((await guiju(["build", "--check"], { cwd })).code).toBe(0);
  });

  it("removes emptied folders, and nothing that it did not write", async () => {
    const cwd = folderWith({ "policies/深/甲.policy": smallPolicy("甲"), "policies/乙.policy": smallPolicy("乙") });
    await guiju(["build"], { cwd });
    writeFileSync(join(cwd, "generated/自己写的.ts"), "export const 数 = 1;\n");
    rmSync(join(cwd, "policies/深"), { recursive: true });
    expect((await guiju(["build"], { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, "generated/深"))).toBe(false);
    expect(existsSync(join(cwd, "generated/自己写的.ts"))).toBe(true);
  });

  it("leaves the last good output where a policy has errors", async () => {
    const cwd = folderWith({ "policies/甲.policy": smallPolicy("甲"), "policies/乙.policy": smallPolicy("乙") });
    await guiju(["build"], { cwd });
    const before = readFileSync(join(cwd, "generated/甲.ts"), "utf8");
    writeFileSync(join(cwd, "policies/甲.policy"), smallPolicy("甲", "900元/人"));
    writeFileSync(join(cwd, "policies/乙.policy"), smallPolicy("乙").replace("新增岗位 > 10人", "新增岗位 > 10元"));
    const { code, stdout, stderr } = await guiju(["build"], { cwd });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("[unit-mismatch]");
    expect(stderr.endsWith("没有生成代码,generated/ 保持原样\n")).toBe(true);
    expect(readFileSync(join(cwd, "generated/甲.ts"), "utf8")).toBe(before);
  });

  it("writes to --out, and beside a policies/ folder that lies elsewhere", async () => {
    const cwd = folderWith();
    const elsewhere = folderWith({ "policies/深/甲.policy": smallPolicy("甲") });
    expect((await guiju(["build", join(elsewhere, "policies"), "--out", "产出"], { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, "产出/深/甲.ts"))).toBe(true);
    expect((await guiju(["build", join(elsewhere, "policies/深")], { cwd })).code).toBe(0);
    expect(existsSync(join(elsewhere, "generated/深/甲.ts"))).toBe(true);
    expect(readdirSync(cwd)).toEqual(["产出"]);
  });

  it("tells what stands in the way of writing", async () => {
    const cwd = folderWith({ "policies/甲.policy": smallPolicy("甲"), generated: "一个文件" });
    expect(await guiju(["build"], { cwd })).toMatchObject({
      code: 2,
      stderr: "guiju: 「generated」是文件,不是文件夹\n",
    });
    const blocked = folderWith({ "policies/甲.policy": smallPolicy("甲") });
    mkdirSync(join(blocked, "generated/甲.ts/内"), { recursive: true });
    const { code, stderr } = await guiju(["build"], { cwd: blocked });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^guiju: 读不了「.*甲\.ts」:它是文件夹,不是文件\n$/);
  });

  it("tells each phase and each file with --verbose", async () => {
    const cwd = folderWith({ "policies/甲.policy": smallPolicy("甲") });
    const { stdout } = await guiju(["build", "--verbose"], { cwd });
    for (const phase of ["读取", "编译", "生成代码", "类型检查", "写入"]) expect(stdout).toContain(`${phase} 0 毫秒\n`);
    expect(stdout).toContain("  新增 甲.ts\n");
  });

  it("says with --verbose which policies compute the quick way, and within what", async () => {
    const inputs = (lines: string, rest: string): string => `输入\n${lines}结果\n  补助: 元\n${rest}`;
    const cwd = folderWith({
      "policies/甲.policy": `政策 甲\n${inputs("  人数: 人, 至多 1000人\n", "条款 一\n  => 补助 10元/人 * 人数\n")}`,
      "policies/乙.policy": `政策 乙\n${inputs("  金额: 元\n  人数: 人, 至多 9人\n", "条款 一\n  人数 > 1人 => 补助 金额\n条款 二\n  否则 => 补助 0元\n")}`,
      "policies/丙.policy": `政策 丙\n${inputs("  金额: 元\n", "资金池 专款\n  总额 9元\n条款 一\n  => 补助 金额, 支用 专款 金额\n")}`,
    });
    const { stdout } = await guiju(["build", "--verbose"], { cwd });
    // By path. 10^14 分 stay below 2^50, and are the most that is tried.
    expect(stdout).toContain(
      [
        "怎样计算(答案都精确,只是快慢不同;逐条计算时,哪一步的数值超过 9007199254740991,哪一步就改用大整数 bigint)",
        "  丙:逐条计算",
        "  乙:快路,以下输入超出范围或者小数位更多时逐条计算",
        "    金额 0元—1000000000000元",
        "  甲:快路,输入都在范围以内,用不到大整数",
        "写入 ",
      ].join("\n"),
    );
    expect((await guiju(["build"], { cwd })).stdout).not.toContain("怎样计算");
  });
});

describe("init", () => {
  it("writes a policy that passes its cases, builds and answers, in a folder of its own", async () => {
    const cwd = folderWith();
    const started = await guiju(["init", "新项目"], { cwd });
    expect([started.code, started.stderr]).toEqual([0, ""]);
    expect(started.stdout).toContain("  新项目/policies/小微企业稳岗补贴.policy\n");
    const inside = { cwd: join(cwd, "新项目") };
    expect(await guiju(["check"], inside)).toMatchObject({ code: 0, stderr: "" });
    expect(await guiju(["fmt", "--check"], inside)).toMatchObject({ code: 0, stderr: "" });
    const tested = await guiju(["test"], inside);
    expect([tested.code, tested.stdout.split("\n").at(-2)]).toEqual([0, "3 个算例:3 个通过,0 个失败"]);
    expect(await guiju(["build"], inside)).toMatchObject({ code: 0, stderr: "" });
    const answer = await guiju(["eval", "小微企业稳岗补贴", "--input", "小微企业稳岗补贴.json", "--json"], inside);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      outcomes: { 返还金额: { status: "determined", value: "70000" } },
    });
  });

  it("never overwrites", async () => {
    const cwd = folderWith();
    await guiju(["init"], { cwd });
    const path = join(cwd, "policies/小微企业稳岗补贴.policy");
    writeFileSync(path, "我改过了");
    rmSync(join(cwd, "小微企业稳岗补贴.json"));
    expect(await guiju(["init"], { cwd })).toEqual({
      code: 2,
      stdout: "",
      stderr: "guiju: 「policies/小微企业稳岗补贴.policy」已经存在,没有改动任何文件\n",
    });
    expect(readFileSync(path, "utf8")).toBe("我改过了");
    expect(existsSync(join(cwd, "小微企业稳岗补贴.json"))).toBe(false);
  });
});
