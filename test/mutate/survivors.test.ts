/** Small policies of which it is plain by hand what no case notices. */
import { describe, expect, test } from "vitest";
import { mutationScore } from "../../compiler/mutate/index.ts";
import { harmless, noticed, policyOf, scoreOf, tellingOf, unnoticed } from "./support.ts";

const head = (rest: string): string => `政策 试
其余 不适用

${rest}`;

describe("a threshold with a case on it alone", () => {
  const score = scoreOf(
    head(`输入
  人数: 人

结果
  补贴: 元

条款 小
  人数 <= 10人 => 补贴 100元

条款 大
  人数 > 10人 => 补贴 200元

算例 恰为十人
  人数 = 10人
  => 应当 补贴 100元
`),
  );

  test("what changes at ten people is noticed", () => {
    expect(noticed(score)).toEqual([
      "11 「<=」写成「<」",
      "11 「10人」写成「9人」",
      "11 「应当」写成「可」",
      "11 「100元」写成「100.01元」",
      "11 「100元」写成「99.99元」",
      "11 「100元」写成「1000元」",
      "11 「100元」写成「100万元」",
      "14 漏写「人数 > 10人」",
      "14 「>」写成「>=」",
      "14 「10人」写成「9人」",
    ]);
  });

  test("what changes elsewhere is not", () => {
    expect(unnoticed(score)).toEqual([
      "11 漏写「人数 <= 10人」",
      "11 「<=」写成「>=」",
      "11 「10人」写成「11人」",
      "11 「10人」写成「100人」",
      "14 「>」写成「<」",
      "14 「10人」写成「11人」",
      "14 「10人」写成「100人」",
      "14 「应当」写成「可」",
      "14 「200元」写成「200.01元」",
      "14 「200元」写成「199.99元」",
      "14 「200元」写成「2000元」",
      "14 「200元」写成「200万元」",
    ]);
  });

  test("the case that would notice it is the simplest one beside the boundary", () => {
    expect(tellingOf(score, "「10人」写成「11人」")).toBe("人数 = 11人 => 应当 补贴 200元 | 补贴 冲突");
    expect(tellingOf(score, "「200元」写成「2000元」")).toBe("人数 = 11人 => 应当 补贴 200元 | 应当 补贴 2000元");
  });
});

/** The changes alone, of the lines that are of interest. */
const changes = (lines: readonly string[], line: number): readonly string[] =>
  lines.filter((text) => text.startsWith(`${line} `)).map((text) => text.slice(`${line} `.length));

describe("exceptions, provisos and periods", () => {
  const score = scoreOf(
    head(`输入
  人数: 人
  纳入低保: 是否

结果
  补贴: 元

条款 一般
  人数 >= 1人 => 补贴 100元
  但 纳入低保 的除外

条款 大户 例外于 一般 施行 2020-04-01 至 2020-06-30
  人数 >= 50人 => 可 补贴 80元

算例 一人
  人数 = 1人, 纳入低保 = 否, 基准日 = 2020-05-01
  => 应当 补贴 100元

算例 没有人
  人数 = 0人, 纳入低保 = 否, 基准日 = 2020-05-01
  => 补贴 不适用

算例 大户的第一日
  人数 = 50人, 纳入低保 = 否, 基准日 = 2020-04-01
  => 可 补贴 80元

算例 大户的前一日
  人数 = 50人, 纳入低保 = 否, 基准日 = 2020-03-31
  => 应当 补贴 100元
`),
  );

  test("the proviso and the last day are not noticed", () => {
    expect(changes(unnoticed(score), 13)).toEqual(["漏写「但 纳入低保 的除外」"]);
    expect(changes(unnoticed(score), 15)).toEqual([
      "「2020-06-30」写成「2020-06-29」",
      "「2020-06-30」写成「2020-07-01」",
    ]);
    expect(tellingOf(score, "漏写「但 纳入低保 的除外」")).toBe(
      "人数 = 50人, 纳入低保 = 是, 基准日 = 2020-03-31 => 补贴 未生效 | 应当 补贴 100元",
    );
    expect(tellingOf(score, "「2020-06-30」写成「2020-07-01」")).toBe(
      "人数 = 50人, 纳入低保 = 否, 基准日 = 2020-07-01 => 应当 补贴 100元 | 可 补贴 80元",
    );
  });

  test("the exception and the first day are", () => {
    expect(changes(noticed(score), 15)).toEqual([
      "漏写「例外于 一般」",
      "「2020-04-01」写成「2020-03-31」",
      "「2020-04-01」写成「2020-04-02」",
    ]);
  });
});

describe("units, deadlines, rounding and 否则", () => {
  const score = scoreOf(
    head(`输入
  申请日: 日期
  月数: 月
  收入: 元

结果
  到期: 日期
  办理: 事项
  计入: 元

条款 到期
  => 到期 申请日 + 6个月

条款 办理
  月数 >= 1年 => 应当 办理, 期限 申请日 起 10个工作日内

条款 计入
  月数 >= 3个月 => 计入 收入减半, 四舍五入到分

条款 全额
  否则 => 计入 收入

算例 十二个月
  月数 = 12个月, 收入 = 1元, 申请日 = 2020-06-01
  => 应当 到期 2020-12-01, 应当 办理, 应当 计入 0.50元
`),
  );

  test("months taken for days or years are a slip only where the units fit", () => {
    expect(changes(noticed(score), 15)).toContain("「6个月」写成「6天」");
    expect(changes(noticed(score), 18)).toContain("「1年」写成「13个月」");
    expect(changes(unnoticed(score), 18)).toContain("「1年」写成「11个月」");
    expect(changes(unnoticed(score), 18)).toContain("「1年」写成「1个月」");
    expect([...noticed(score), ...unnoticed(score)].filter((line) => line.includes("写成「3天」"))).toEqual([]);
  });

  test("a deadline that no case states goes unnoticed", () => {
    expect(changes(unnoticed(score), 18)).toEqual(
      expect.arrayContaining(["「10个工作日」写成「11个工作日」", "「10个工作日」写成「10日」"]),
    );
    expect(tellingOf(score, "「10个工作日」写成「10日」")).toBe(
      "申请日 = 2020-06-01, 月数 = 12个月 => 应当 办理, 期限 2020-06-15 | 应当 办理, 期限 2020-06-11",
    );
  });

  test("rounding shows in half a fen, 否则 where both would hold", () => {
    expect(tellingOf(score, "「四舍五入」写成「舍去」")).toMatch(
      /^月数 = \d+个月, 收入 = 0\.01元 => 应当 计入 0\.01元 \| 应当 计入 0元$/,
    );
    expect(changes(noticed(score), 24)).toEqual(["漏写「否则」"]);
  });
});

describe("slips that change nothing", () => {
  test("what another part of the condition settles anyway", () => {
    const score = scoreOf(
      head(`输入
  人数: 人

结果
  补贴: 元

条款 甲
  人数 >= 10人 且 人数 >= 5人 => 补贴 100元

算例 九人
  人数 = 9人
  => 补贴 不适用

算例 十人
  人数 = 10人
  => 应当 补贴 100元
`),
    );
    expect(harmless(score)).toEqual([
      "11 漏写「人数 >= 5人」",
      "11 「>=」写成「>」",
      "11 「5人」写成「6人」",
      "11 「5人」写成「4人」",
    ]);
    expect(unnoticed(score)).toEqual([]);
  });

  test("what an exception always takes away", () => {
    const score = scoreOf(
      head(`输入
  人数: 人

结果
  补贴: 元

条款 甲
  人数 <= 10人 => 补贴 100元

条款 乙 例外于 甲
  人数 <= 20人 => 补贴 50元

算例 十人
  人数 = 10人
  => 应当 补贴 50元
`),
    );
    expect(changes(harmless(score), 11)).toEqual([
      "「<=」写成「<」",
      "「10人」写成「11人」",
      "「10人」写成「9人」",
      "「应当」写成「可」",
      "「100元」写成「100.01元」",
      "「100元」写成「99.99元」",
      "「100元」写成「1000元」",
      "「100元」写成「100万元」",
    ]);
  });

  test("a figure between two grains of the input", () => {
    const score = scoreOf(
      head(`输入
  金额: 元

结果
  补贴: 元

条款 甲
  金额 <= 9.995元 => 补贴 100元

算例 九元九角九分
  金额 = 9.99元
  => 应当 补贴 100元

算例 十元
  金额 = 10元
  => 补贴 不适用
`),
    );
    expect(changes(harmless(score), 11)).toEqual([
      "「<=」写成「<」",
      "「9.995元」写成「9.996元」",
      "「9.995元」写成「9.994元」",
    ]);
    expect(unnoticed(score)).toEqual([]);
  });
});

test("where neither a case nor a proof is found, that is said", () => {
  const score = scoreOf(
    head(`输入
  人数: 人

结果
  补贴: 元 = 2元/人 * 人数, 四舍五入到分

算例 三人
  人数 = 3人
  => 补贴 6元
`),
  );
  expect(score.survivors.map(({ slip, telling }) => [slip.change, telling])).toEqual([
    ["「四舍五入」写成「舍去」", undefined],
    ["「四舍五入」写成「进位」", undefined],
    ["「四舍五入到分」写成「四舍五入到10分」", undefined],
  ]);
});

test("a limit made narrower is noticed by data at the limit; one made wider is no slip that a case could show", () => {
  const score = scoreOf(
    head(`输入
  人数: 人, 至少 2人, 至多 90人

结果
  补贴: 元

条款 甲
  => 补贴 1元

约束 人数够
  人数 >= 3人

算例 三人
  人数 = 3人
  => 应当 补贴 1元, 约束 人数够 满足
`),
  );
  expect(changes(unnoticed(score), 5)).toEqual(["「2人」写成「3人」", "「90人」写成「89人」"]);
  expect(changes(noticed(score), 5)).toEqual(["「2人」写成「20人」"]);
  expect(tellingOf(score, "「2人」写成「3人」")).toBe("人数 = 2人 => 约束 人数够 不满足 | 数据不能用");
});

test("tables: each cell's figures and the strength of its results", () => {
  const score = scoreOf(
    head(`输入
  所得: 元

结果
  税率: 比例

表 税率表
  | 所得          | 税率 |
  | 36000元以下   | 3%   |
  | 超过36000元   | 10%  |

算例 第一档
  所得 = 36000元
  => 应当 税率 3%
`),
  );
  expect(changes(noticed(score), 12)).toEqual([
    "「36000元」写成「35999.99元」",
    "「36000元以下」写成「低于36000元」",
    "「应当」写成「可」",
    "「3%」写成「4%」",
    "「3%」写成「2%」",
    "「3%」写成「30%」",
    "「3%」写成「3‰」",
  ]);
  expect(changes(unnoticed(score), 13)).toContain("「10%」写成「9%」");
});

test("a policy whose cases fail as it is has no score", () => {
  const policy = policyOf(
    head(`结果
  补贴: 元

条款 甲
  => 补贴 1元

算例 错
  => 补贴 2元
`),
  );
  expect(mutationScore(policy)).toBeUndefined();
});
