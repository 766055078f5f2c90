/** docs/rules.md holds every public name of the policies, each tried by a case. */
import { describe, expect, test } from "vitest";
import { readPage } from "../../docs/replay.ts";
import { rulePage, rulesOf } from "../../docs/rule-table.ts";
import { programOf } from "../emit/helpers.ts";
import { vocabulary } from "../policies/vocabulary.ts";

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly cases: string;
}

/** The rows of the page by policy. */
const page = new Map(
  readPage("docs/rules.md")
    .split(/^## /m)
    .slice(1)
    .map((section): [string, readonly Row[]] => [
      section.slice(0, section.indexOf("\n")),
      [...section.matchAll(/^\| (\S+) \| (.*?) \| .* \| (.*) \|$/gm)].map(([, kind = "", name = "", cases = ""]) => ({
        kind,
        name,
        cases,
      })),
    ]),
);

test("the page has the policies of the vocabulary, and no others", () => {
  expect([...page.keys()].toSorted()).toEqual(Object.keys(vocabulary).toSorted());
});

describe.each(Object.entries(vocabulary))("%s", (policy, { inputs, outcomes, targets = [], constraints = [] }) => {
  const names = [
    ...outcomes.map((name) => ["结果", name] as const),
    ...targets.map((name) => ["指标", name] as const),
    ...constraints.map((name) => ["约束", name] as const),
    ...inputs.map((name) => ["输入", name] as const),
  ];

  test.each(names)("%s %s has a row, and each of its rows a case", (kind, name) => {
    const rows = (page.get(policy) ?? []).filter((row) => row.kind === kind && row.name === name);
    expect(rows.length).toBeGreaterThan(0);
    for (const { cases } of rows) expect(cases).toMatch(/^[1-9]\d* 个/);
  });
});

const partly = programOf(`政策 半截
输入
  人数: 人
  面积: 亩
结果
  补贴: 元
  合计额: 元 = 补贴 * 2
  奖励: 元
条款 少
  人数 < 10人 => 补贴 1元
条款 多
  人数 >= 10人 => 补贴 2元
条款 大
  面积 > 5亩 => 奖励 3元
指标 人数
  人数 >= 20人
约束 面积
  面积 >= 1亩
算例 九人
  人数 = 9人
  => 补贴 1元, 指标 人数 未达到
算例 没填
  => 补贴 缺失
`);

describe("what no case tries", () => {
  test("is told row by row", () => {
    expect(rulesOf(partly).map(({ kind, name, source, cases, others }) => [kind, name, source, cases, others])).toEqual(
      [
        ["结果", "补贴", "条款 少", ["九人"], 1],
        ["结果", "补贴", "条款 多", [], 2],
        ["结果", "合计额", "公式 补贴 × 2", [], undefined],
        ["结果", "奖励", "条款 大", [], 0],
        ["指标", "人数", "人数 >= 20人", ["九人"], undefined],
        ["约束", "面积", "面积 >= 1亩", [], undefined],
        ["输入", "人数", "人, 至少 0人", ["九人"], undefined],
        ["输入", "面积", "亩, 至少 0亩", [], undefined],
      ],
    );
  });

  test("stands at the head of the page, and in its row", () => {
    const text = rulePage([partly]);
    expect(text).toContain(
      `没有算例的:

- 半截:结果 补贴(条款 多)
- 半截:结果 合计额(公式 补贴 × 2)
- 半截:结果 奖励(条款 大)
- 半截:约束 面积(面积 >= 1亩)
- 半截:输入 面积(亩, 至少 0亩)
`,
    );
    expect(text).toContain("| 结果 | 补贴 | 条款 多 | **没有算例**;另有 2 个问到而不由它得出 |");
  });
});
