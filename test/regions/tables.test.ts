/** Tables of small policies, worked out by hand. */
import { describe, expect, test } from "vitest";
import { linesOf, tableOf } from "./support.ts";

const subsidy = (rules: string, rest = "其余 不适用"): string => `政策 补贴
${rest}

输入
  人数: 人
  总数: 人
  类别: 甲类 | 乙类 | 丙类
  合格: 是否
  金额: 元
  认定日: 日期
  月份: 月份

定义
  占比 = 人数 / 总数

结果
  补贴: 元
  比率: 比例
  办理: 事项

${rules}
`;

describe("one quantity", () => {
  test("limits are named with the figures and on the side that the policy names", () => {
    expect(
      linesOf(
        "补贴",
        subsidy("条款 甲\n  人数 <= 500人 => 补贴 1000元\n条款 乙\n  人数 > 500人 且 人数 < 1000人 => 补贴 2000元"),
      ),
    ).toEqual([
      "人数 不高于 500人 → 应当 1000元 (甲)",
      "人数 高于 500人、低于 1000人 → 应当 2000元 (乙)",
      "人数 不低于 1000人 → 不适用 ()",
    ]);
  });

  test("one figure taken out of a line", () => {
    expect(linesOf("补贴", subsidy("条款 甲\n  人数 = 5人 => 补贴 1元\n条款 乙\n  否则 => 补贴 2元"))).toEqual([
      "人数 不等于 5人 → 应当 2元 (乙)",
      "人数 等于 5人 → 应当 1元 (甲)",
    ]);
  });

  test("large figures as the policy writes them", () => {
    expect(linesOf("办理", subsidy("条款 甲\n  金额 达到 10亿元 => 应当 办理"))).toEqual([
      "金额 低于 10亿元 → 不适用 ()",
      "金额 不低于 10亿元 → 应当办理 (甲)",
    ]);
  });

  test("months, and a span of them that both sides leave", () => {
    expect(linesOf("补贴", subsidy("条款 甲\n  月份 在 2020年4月 至 2020年6月 => 补贴 1元"))).toEqual([
      "月份 早于 2020-04 或 晚于 2020-06 → 不适用 ()",
      "月份 不早于 2020-04、不晚于 2020-06 → 应当 1元 (甲)",
    ]);
  });

  test("listed values that are treated alike are one region", () => {
    expect(linesOf("补贴", subsidy("条款 甲\n  类别 属于 甲类、丙类 => 补贴 1元"))).toEqual([
      "类别 属于 甲类、丙类 → 应当 1元 (甲)",
      "类别 是 乙类 → 不适用 ()",
    ]);
  });

  test("a table's rows", () => {
    expect(
      linesOf(
        "比率",
        subsidy(
          "表 税率表\n  | 金额 | 比率 |\n  | 36000元以下 | 3% |\n  | 超过36000元至144000元 | 10% |\n  | 超过144000元 | 20% |",
        ),
      ),
    ).toEqual([
      "金额 不高于 36000元 → 应当 3% (税率表 36000元以下)",
      "金额 高于 36000元、不高于 144000元 → 应当 10% (税率表 超过36000元至144000元)",
      "金额 高于 144000元 → 应当 20% (税率表 超过144000元)",
    ]);
  });
});

describe("several quantities", () => {
  test("the worked example: a ratio by the name that the policy gives it, and an exception that leaves a choice", () => {
    const rules =
      "条款 不高\n  占比 <= 5.5% => 比率 100%\n条款 高\n  占比 > 5.5% => 比率 70%\n" +
      "条款 小型 例外于 高\n  总数 <= 500人 => 可 比率 100%";
    const text = subsidy(rules).replace("总数: 人", "总数: 人, 至少 1人");
    expect(linesOf("比率", text)).toEqual([
      "占比 不高于 5.5% 且 总数 不高于 500人 → 应当 100% (不高、小型)",
      "占比 不高于 5.5% 且 总数 高于 500人 → 应当 100% (不高)",
      "占比 高于 5.5% 且 总数 不高于 500人 → 可 100%,不按例外办理的为 70% (小型)",
      "占比 高于 5.5% 且 总数 高于 500人 → 应当 70% (高)",
    ]);
    expect(tableOf("比率", text).regions.map(({ example }) => example.input)).toEqual([
      { 人数: 27, 总数: 500 },
      { 人数: 55, 总数: 1000 },
      { 人数: 28, 总数: 500 },
      { 人数: 56, 总数: 1000 },
    ]);
  });

  test("where the divisor is zero, the data is refused", () => {
    expect(
      linesOf("补贴", subsidy("条款 甲\n  合格 且 占比 <= 5.5% => 补贴 1元\n条款 乙\n  否则 => 补贴 2元")),
    ).toEqual([
      "非 合格 → 应当 2元 (乙)",
      "合格 且 总数 等于 0人 → 不能计算 ()",
      "合格 且 总数 高于 0人 且 占比 不高于 5.5% → 应当 1元 (甲)",
      "合格 且 总数 高于 0人 且 占比 高于 5.5% → 应当 2元 (乙)",
    ]);
  });

  test("inputs that the outcome does not rest on are left out, of its example too", () => {
    const [region] = tableOf("补贴", subsidy("条款 甲\n  合格 => 补贴 1元\n条款 乙\n  人数 > 5人 => 比率 50%")).regions;
    expect(region?.example).toEqual({ input: { 合格: false }, text: "合格 否" });
  });

  test("two quantities in one condition", () => {
    expect(linesOf("补贴", subsidy("条款 甲\n  人数 + 总数 >= 10人 => 补贴 1元"))).toEqual([
      "人数 + 总数 低于 10人 → 不适用 ()",
      "人数 + 总数 不低于 10人 → 应当 1元 (甲)",
    ]);
  });

  test("neighbours of one answer and one clause are one region", () => {
    const text = subsidy(
      "条款 甲\n  合格 且 人数 <= 5人 => 补贴 1元\n  合格 且 人数 > 5人 => 补贴 1元\n条款 乙\n  否则 => 补贴 2元",
    );
    expect(linesOf("补贴", text)).toEqual(["非 合格 → 应当 2元 (乙)", "合格 → 应当 1元 (甲)"]);
  });
});

describe("answers", () => {
  test("a formula in words, with the figure of the example", () => {
    const [without, region] = tableOf("补贴", subsidy("条款 甲\n  合格 => 补贴 金额的50%, 四舍五入到元")).regions;
    expect(without?.answer).toMatchObject({ words: "不适用", varies: false });
    expect(region?.answer).toMatchObject({
      words: "应当 金额 × 50%(四舍五入到元)",
      varies: true,
      result: { status: "determined", value: "500" },
    });
    expect(region?.example.input).toEqual({ 合格: true, 金额: 1000 });
  });

  test("an interval stays one", () => {
    expect(linesOf("补贴", subsidy("条款 甲\n  => 可 补贴 1000元—2000元"))).toEqual([
      "任何情形 → 可 1000元—2000元 (甲)",
    ]);
  });

  test("a condition on an interval is known only where all of it is on one side", () => {
    const text = subsidy(
      "条款 甲\n  合格 => 补贴 1000元—2000元\n条款 乙\n  补贴 >= 金额 => 比率 50%\n条款 丙\n  否则 => 比率 10%",
    );
    expect(linesOf("比率", text)).toEqual([
      "非 合格 → 不适用 ()",
      "合格 且 金额 不高于 1000元 → 应当 50% (乙)",
      "合格 且 金额 高于 1000元、不高于 2000元 → 缺失 ()",
      "合格 且 金额 高于 2000元 → 应当 10% (丙)",
    ]);
  });

  test("an interval is sure to be unequal only where all of it lies on one side", () => {
    const text = subsidy("条款 甲\n  => 补贴 1000元—2000元\n条款 乙\n  非 (补贴 = 金额) => 比率 50%");
    expect(linesOf("比率", text)).toEqual([
      "金额 低于 1000元 或 高于 2000元 → 应当 50% (乙)",
      "金额 不低于 1000元、不高于 2000元 → 缺失 ()",
    ]);
  });

  test("what an outcome reads is put in", () => {
    const text = subsidy("条款 甲\n  人数 <= 5人 => 比率 100%\n条款 乙\n  人数 > 5人 => 比率 50%").replace(
      "补贴: 元",
      "补贴: 元 = 金额 * 比率",
    );
    expect(linesOf("补贴", text)).toEqual(["人数 不高于 5人 → 金额 × 100% (甲)", "人数 高于 5人 → 金额 × 50% (乙)"]);
  });

  test("periods: 未生效, 已失效, and the day halfway between two", () => {
    const text = subsidy(
      "条款 早 施行 2020-01-01 至 2020-01-31\n  => 补贴 1元\n条款 晚 施行 2020-02-10\n  => 补贴 2元",
    );
    // From 31 January to 10 February: 5 February is as near to the one as to the other, and the coming one is named.
    expect(linesOf("补贴", text)).toEqual([
      "基准日 早于 2020-01-01 → 未生效(2020-01-01至2020-01-31) (早)",
      "基准日 不早于 2020-01-01、不晚于 2020-01-31 → 应当 1元 (早)",
      "基准日 晚于 2020-01-31、早于 2020-02-05 → 已失效(2020-01-01至2020-01-31) (早)",
      "基准日 不早于 2020-02-05、早于 2020-02-10 → 未生效(2020-02-10起) (晚)",
      "基准日 不早于 2020-02-10 → 应当 2元 (晚)",
    ]);
  });

  test("working days are known from 2004 to 2026", () => {
    expect(linesOf("办理", subsidy("条款 甲\n  => 应当 办理, 期限 认定日 起 5个工作日内"))).toEqual([
      // The last five working days of 2026 are 25 and 28 to 31 December.
      "认定日 早于 2004-01-01 或 不早于 2026-12-25 → 缺失 (甲)",
      "认定日 不早于 2004-01-01、早于 2026-12-25 → 应当办理, 期限 认定日起5个工作日内 (甲)",
    ]);
  });

  test("a pool that is drawn on", () => {
    const pool = "资金池 池\n  总额 100元\n条款 甲\n  => 应当 办理, 支用 池 金额";
    expect(linesOf("办理", subsidy(pool))).toEqual([
      "金额 不高于 100元 → 应当办理 (甲)",
      "金额 高于 100元 → 超出额度「池」 (甲)",
    ]);
  });

  test("rules that collide, where an unproven overlap has let them", () => {
    expect(linesOf("补贴", subsidy("条款 甲\n  人数 < 10人 => 补贴 1元\n条款 乙\n  人数 > 5人 => 补贴 2元"))).toEqual([
      "人数 不高于 5人 → 应当 1元 (甲)",
      "人数 高于 5人、低于 10人 → 冲突:甲与乙 (甲、乙)",
      "人数 不低于 10人 → 应当 2元 (乙)",
    ]);
  });

  test("imports", () => {
    const standard =
      "政策 标准\n\n输入\n  地区: 城市 | 农村\n\n结果\n  标准: 元/月\n\n条款 城\n  地区 是 城市 => 标准 830元/月\n条款 乡\n  地区 是 农村 => 标准 680元/月\n";
    const text = "政策 救助\n引用 标准 自 《标准》\n\n结果\n  救助: 元\n\n条款 甲\n  => 救助 标准 * 2个月\n";
    expect(linesOf("救助", text, standard)).toEqual([
      "地区 是 城市 → 应当 1660元 (甲)",
      "地区 是 农村 → 应当 1360元 (甲)",
    ]);
  });
});

describe("what cannot be listed is said to be so", () => {
  test("a condition that inputs do not split", () => {
    expect(
      linesOf(
        "补贴",
        subsidy("条款 甲\n  非 合格 => 补贴 1元\n条款 乙\n  合格 且 认定日 + 1个月 > 2020-03-31 => 补贴 2元"),
      ),
    ).toEqual(["非 合格 → 应当 1元 (甲)", "未能列全 合格: 还取决于「认定日 + 1个月」,不能按输入划分"]);
  });

  test("more cases than anybody would read", () => {
    // 50 figures of each cut the plane into 51 times 51.
    const rows = Array.from(
      { length: 50 },
      (_, index) => `  人数 <= ${index}人 => 补贴 ${index}元\n  总数 <= ${index}人 => 补贴 ${index}元`,
    );
    expect(linesOf("补贴", subsidy(`条款 甲\n${rows.join("\n")}`))).toEqual([
      "未能列全 任何情形: 要分的情形超过 2000 种",
    ]);
  });
});

/** Taken together, the pieces of a region may be too much to look for a case in; each has one of its own. */
test("a region of several pieces has a case, if only that of a piece", () => {
  const text = `政策 合计
其余 不适用

输入
  乙数: 人, 至少 1人
  金额: 元
  申请额: 元
  已用额: 元

结果
  数额: 元
  标准: 元
  合计额: 元 = 数额 + 标准

条款 数额
  => 应当 数额 金额, 支用 余池 申请额

条款 少许
  乙数 > 3人 => 可 标准 0.05元, 支用 余池 1000元

条款 等额
  => 可 标准 金额

资金池 余池
  总额 36000元
  已用 已用额
`;
  const { regions, unlisted } = tableOf("合计额", text);
  expect(unlisted).toEqual([]);
  // 少许 and 等额 differ but for 0.05元; beyond the pool either is out.
  expect(new Set(regions.map(({ answer }) => answer.result.status))).toEqual(
    new Set(["determined", "conflict", "exhausted"]),
  );
});
