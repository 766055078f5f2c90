/** Habits of everyday writing and of other languages: the hint says what is written here instead. */
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { SourceFile } from "../../diagnostics/source.ts";

const policy = (rule: string): string => `政策 返还
输入
  裁员率: 比例
  申请日: 日期
结果
  返还: 比例
  推荐: 事项
条款 甲
  ${rule}
`;

const errorsOf = (rule: string): readonly (readonly [string, string])[] =>
  compile([new SourceFile("例.policy", policy(rule))], { prove: false })
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, hint = "" }) => [code, hint]);

const arrow = "条件和结果之间写「=>」";
const deadline = "期限写在结果之后,要写明从何日起算,如「应当 推荐上岗, 期限 认定日期 起 10个工作日内」";

test.each([
  ["裁员率 <= 5.5% 那么 返还 100%", [["unknown-term", arrow]]],
  ["裁员率 <= 5.5% → 返还 100%", [["unreadable-character", arrow]]],
  ["裁员率 >= 1% and 裁员率 <= 5.5% => 返还 100%", [["unknown-term", "几个条件都要成立,写「且」"]]],
  ["裁员率在3%到5.5%之间 => 返还 100%", [["unknown-term", "从几到几写「至」,如「3% 至 5.5%」"]]],
  ["裁员率 <= 5.5% => 返还 全部", [["unknown-term", "全部写「100%」"]]],
  ["申请日 < 2020/6/3 => 返还 100%", [["unit-mismatch", "日期是否想写「2020-06-03」?"]]],
  ["裁员率<=5.5%=>应当推荐,自申请日起10个工作日内", [["unfinished-statement", deadline]]],
  ["裁员率<=5.5%=>应当推荐,10个工作日内", [["unexpected-text", deadline]]],
])("%s", (rule, expected) => {
  expect(errorsOf(rule)).toEqual(expected);
});

test("a word that nobody brings along keeps the general hint", () => {
  expect(errorsOf("裁员率 <= 5.5% => 返还 甲乙丙丁")).toEqual([
    ["unknown-term", "请在「输入」「定义」或「结果」中声明它,或改用已经声明的词"],
  ]);
});
