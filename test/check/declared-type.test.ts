import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { formatRational } from "../../grammar/rational.ts";

/** The step of an input's values by its declared type; `any` where it takes any decimals. */
function grains(types: readonly string[]): Readonly<Record<string, string>> {
  const inputs = types.map((type, index) => `  数量${index}: ${type}\n`).join("");
  const { policies } = compile([new SourceFile("例.policy", `政策 例\n单位 兆瓦\n输入\n${inputs}`)]);
  const declared = policies[0]?.program?.inputs ?? [];
  return Object.fromEntries(
    types.map((type, index) => {
      const grain = declared.find(({ name }) => name === `数量${index}`)?.grain;
      return [type, grain === undefined ? "any" : formatRational(grain)];
    }),
  );
}

test("what is counted is whole, in whatever unit it is counted", () => {
  const counts = "人 名 岁 周岁 个 户 家 件 次 台 辆 套 座 所 项 处 头 只 份 笔 张 株 月 年 季度 天 日 工作日".split(
    " ",
  );
  expect(grains(counts)).toEqual(Object.fromEntries(counts.map((unit) => [unit, "1"])));
});

test("what is measured takes any decimals, money and its rates two", () => {
  expect(grains(["吨", "亩", "平方米", "小时", "千瓦时", "兆瓦", "台/天", "比例", "数", "元", "元/台"])).toEqual({
    吨: "any",
    亩: "any",
    平方米: "any",
    小时: "any",
    千瓦时: "any",
    兆瓦: "any",
    "台/天": "any",
    比例: "any",
    数: "any",
    元: "0.01",
    "元/台": "0.01",
  });
});
