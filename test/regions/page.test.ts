import { describe, expect, test } from "vitest";
import { regionTables } from "../../compiler/regions/index.ts";
import { regionsPage } from "../../compiler/regions/page.ts";
import { programOf } from "./support.ts";

const pageOf = (text: string): string => {
  const program = programOf(text);
  return regionsPage(program, regionTables(program));
};

const policy = (inputs: string, rules: string): string =>
  `政策 补贴\n其余 不适用\n\n输入\n${inputs}\n\n结果\n  补贴: 元\n\n条款 甲\n${rules}\n`;

/** Of the coloured areas: from left to right, from top to bottom. */
const areasIn = (page: string) =>
  [...page.matchAll(/class="area (\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(
    ([, colour, ...numbers]) => ({ colour, place: numbers.map(Number) }),
  );

describe("the page", () => {
  test("holds all that it shows, and runs nothing", () => {
    const page = pageOf(policy("  人数: 人", "  人数 <= 5人 => 补贴 1元"));
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).toContain("color-scheme: light dark");
    expect(page).not.toMatch(/<script|<link|<img|https?:/);
  });

  test("text of a policy never becomes markup", () => {
    const page = pageOf(policy("  「<b>人数」: 人", "  「<b>人数」 <= 5人 => 补贴 1元"));
    expect(page).not.toContain("<b>");
    expect(page).toContain("&lt;b&gt;人数");
  });

  test("a number line, with a dot on the side that a threshold belongs to", () => {
    const page = pageOf(policy("  人数: 人", "  人数 <= 5人 => 补贴 1元\n  人数 >= 10人 => 补贴 2元"));
    // Three stretches share the 1076 units between the margins.
    const step = 1076 / 3;
    expect(areasIn(page).map(({ colour, place }) => [colour, Math.round(place[0] ?? 0)])).toEqual([
      ["c0", 12],
      ["none", Math.round(12 + step)],
      ["c1", Math.round(12 + 2 * step)],
    ]);
    const dots = [...page.matchAll(/class="dot" cx="([\d.]+)"/g)].map(([, x]) => Math.round(Number(x)));
    expect(dots).toEqual([Math.round(12 + step - 5), Math.round(12 + 2 * step + 5)]);
  });

  test("a plane, in which figures grow to the right and upwards", () => {
    const page = pageOf(
      policy("  人数: 人\n  面积: 亩", "  人数 <= 5人 且 面积 <= 10亩 => 补贴 1元\n  人数 > 5人 => 补贴 2元"),
    );
    // 5人 below: 10亩 and less at the bottom, more above; 人数 > 5人 over the whole height.
    expect(areasIn(page)).toEqual([
      { colour: "c0", place: [190, 118, 449, 84] },
      { colour: "none", place: [190, 34, 449, 84] },
      { colour: "c1", place: [639, 34, 449, 168] },
    ]);
  });

  test("three quantities have a table and no drawing", () => {
    const page = pageOf(
      policy("  人数: 人\n  面积: 亩\n  合格: 是否", "  人数 <= 5人 且 面积 <= 10亩 且 合格 => 补贴 1元"),
    );
    expect(page).not.toContain("<svg");
    expect(page).toContain("<th>人数</th><th>面积</th><th>合格</th><th>结果</th>");
    expect(page).toContain("<td>不高于 5人</td><td>不高于 10亩</td><td>是</td><td><strong>应当 1元</strong></td>");
  });

  test("what is not listed stands below the table", () => {
    const page = pageOf(policy("  到期日: 日期", "  到期日 + 1个月 > 2020-03-31 => 补贴 1元"));
    expect(page).toContain('<p class="unlisted">未能列全:还取决于「到期日 + 1个月」,不能按输入划分</p>');
  });
});
