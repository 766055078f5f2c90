/** Modules change as little as their policies do. */
import { structuredPatch } from "diff";
import { describe, expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import { emitOne, programOf } from "./helpers.ts";
import { zoo } from "./zoo.ts";

/** Runs of changed lines between two texts. */
function hunks(before: string, after: string): { removed: string[]; added: string[] }[] {
  const marked = (lines: readonly string[], sign: string): string[] =>
    lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
  return structuredPatch("", "", before, after, "", "", { context: 0 }).hunks.map(({ lines }) => ({
    removed: marked(lines, "-"),
    added: marked(lines, "+"),
  }));
}

async function difference(before: string, after: string): Promise<{ removed: string[]; added: string[] }[]> {
  return hunks(await emitOne(programOf(before)), await emitOne(programOf(after)));
}

const { 稳岗 = "", 个税 = "", 目标 = "" } = zoo;

describe("one figure changed in one clause changes one line", () => {
  test.each([
    ["a result", 稳岗, "返还 70%", "返还 75%", "返还: $.must(7000),", "返还: $.must(7500),"],
    [
      "a result of more decimals than ten-thousandths hold",
      稳岗,
      "返还 70%",
      "返还 三分之一",
      "返还: $.must(7000),",
      "返还: $.must($.fraction(10000n, 3n)),",
    ],
    [
      "the threshold of a ratio",
      稳岗,
      "裁员率 <= 5.5%",
      "裁员率 <= 5%",
      'ledger.clause("稳岗/裁员率不高的企业", $.shareAtMost(facts.裁员人数, facts.参保职工人数, 550, 1_0000), {',
      'ledger.clause("稳岗/裁员率不高的企业", $.shareAtMost(facts.裁员人数, facts.参保职工人数, 500, 1_0000), {',
    ],
    [
      "the threshold of a count",
      稳岗,
      "参保职工人数 <= 500人",
      "参保职工人数 <= 300人",
      'ledger.clause("稳岗/小型企业", $.atMost(facts.参保职工人数, 500), {',
      'ledger.clause("稳岗/小型企业", $.atMost(facts.参保职工人数, 300), {',
    ],
    ["a cell of a table", 个税, "2520元", "2530元", "速算扣除数: $.must(2520_00),", "速算扣除数: $.must(2530_00),"],
  ])("%s", async (_what, text, from, to, removed, added) => {
    const found = await difference(text, text.replace(from, to));
    expect(found).toHaveLength(1);
    expect(found[0]?.removed.map((line) => line.trim())).toEqual([removed]);
    expect(found[0]?.added.map((line) => line.trim())).toEqual([added]);
  });

  test("a target", async () => {
    const [only, ...others] = await difference(目标, 目标.replace("25万个", "30万个"));
    expect(others).toEqual([]);
    expect(only?.removed).toHaveLength(1);
    expect(only?.added).toHaveLength(1);
  });
});

describe("a clause added adds one hunk", () => {
  const medium = "条款 中型企业 例外于 裁员率高的企业\n  参保职工人数 在 501人 至 1000人 => 可 返还 90%\n";
  test.each([
    ["at the end", 稳岗, `${稳岗}${medium}`],
    ["before the last", 稳岗, 稳岗.replace("条款 小型企业", `${medium}条款 小型企业`)],
    ["at the head", 稳岗, 稳岗.replace("条款 裁员率不高", `${medium}条款 裁员率不高`)],
    [
      "in other forms than the module uses so far",
      稳岗,
      `${稳岗}条款 其他\n  否则 => 不得 返还 取低(参保职工人数 / 裁员人数, 50%)\n`,
    ],
    ["a target", 目标, 目标.replace("指标 工业占比", "指标 岗位二\n  筹集企业岗位 >= 2个\n指标 工业占比")],
  ])("%s", async (_where, before, after) => {
    const found = (await difference(before, after)).filter(
      // Whether the quick way is open is a fact about the whole policy.
      ({ removed }) => !removed.some((line) => /isPlain/.test(line)),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.removed).toEqual([]);
  });
});

test("the same policies always give the same files, whatever order they come in", async () => {
  const emissions = ["稳岗", "个税", "目标"].map((name) => ({
    program: programOf(zoo[name] ?? ""),
    path: `甲/${name}`,
  }));
  const [once, again] = [await emit(emissions), await emit(emissions.toReversed())];
  expect([...again]).toEqual([...once]);
  expect([...once.keys()]).toEqual(["甲/个税.ts", "甲/目标.ts", "甲/稳岗.ts", "index.ts", "manifest.json"]);
});

test("modules hold no version, time or place; the manifest holds them", async () => {
  const files = await emit([{ program: programOf(稳岗), path: "甲" }], { version: "9.8.7" });
  expect(files.get("甲.ts")).not.toMatch(/9\.8\.7|\.policy:|sha256|20\d\d-\d\d-\d\dT/);
  expect(JSON.parse(files.get("manifest.json") ?? "")).toEqual({
    compiler: "9.8.7",
    policies: [
      {
        policy: "稳岗",
        module: "甲.ts",
        source: "政策.policy",
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ],
  });
});

test("the index gives each policy its own name", async () => {
  const emissions = [
    { program: programOf(稳岗), path: "甲/稳岗" },
    { program: programOf(个税), path: "乙/个税" },
    { program: programOf(个税), path: "丙/个税" },
  ];
  const index = (await emit(emissions)).get("index.ts") ?? "";
  expect(index.split("\n").filter((line) => line.startsWith("export"))).toEqual([
    'export * as _丙_2f_个税 from "./丙/个税.js";',
    'export * as _乙_2f_个税 from "./乙/个税.js";',
    'export * as 稳岗 from "./甲/稳岗.js";',
  ]);
});

test("a thousand clauses stay flat", async () => {
  const clauses = Array.from({ length: 1000 }, (_, index) => `条款 第${index}\n  人数 = ${index}人 => 额 ${index}元`);
  const text = `政策 千条\n其余 不适用\n输入\n  人数: 人\n结果\n  额: 元\n\n${clauses.join("\n")}\n`;
  const code = await emitOne(programOf(text));
  const depths = code.split("\n").map((line) => (/^ */.exec(line)?.[0].length ?? 0) / 2);
  expect(Math.max(...depths)).toBeLessThan(7);
}, 30_000);
