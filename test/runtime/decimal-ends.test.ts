/**
 * Where counts outgrow what a double holds: amounts up to 10^15 元 and in 厘, denominators up to 10^9. Answers are worked
 * out by hand, and the reference evaluator must give the same.
 */
import { describe, expect, it } from "vitest";
import type { EvaluationResult, Outcome } from "../../runtime/contract.ts";
import { generated, load, programOf, reference } from "../emit/helpers.ts";

type Row = Readonly<Record<string, unknown>>;

async function answerer(text: string): Promise<(row: Row) => Readonly<Record<string, Outcome>>> {
  const [module, program] = [await load(text), programOf(text)];
  return (row) => {
    const answer = generated(module, row);
    expect(answer).toEqual(reference(program, row));
    return (answer as EvaluationResult).outcomes;
  };
}

const valueOf = (outcome: Outcome | undefined): unknown =>
  outcome?.status === "determined" ? outcome.value : outcome?.status;

describe("amounts up to 10^15 元", () => {
  const text = `政策 甲
输入
  缴费: 元, 至多 1000000000000000元
  人数: 人
  裁员: 人
结果
  档次: 是否
  七成: 元 = 缴费 * 70%, 四舍五入到分
  人均: 元/人 = 缴费 / 人数, 四舍五入到分
  比率: 比例
条款 高
  裁员 / 人数 > 5.5% => 档次 是, 比率 三分之一
条款 低
  否则 => 档次 否, 比率 100%
`;

  it.each([
    // 10^15 × 0.7; 10^15 / 3 = 333333333333333.33…; 55000000 of 10^9 is 5.5% and no more.
    [{ 缴费: "1000000000000000", 人数: 3, 裁员: 0 }, ["700000000000000", "333333333333333.33", false, "1"]],
    [
      { 缴费: "1000000000000000.00", 人数: 1_000_000_000, 裁员: 55_000_000 },
      ["700000000000000", "1000000", false, "1"],
    ],
    [{ 缴费: "1000000000000000", 人数: 1_000_000_000, 裁员: 55_000_001 }, ["700000000000000", "1000000", true, "1/3"]],
    // 999999999999999.99 × 0.7 = 699999999999999.993; over 7: 142857142857142.85571…
    [{ 缴费: "999999999999999.99", 人数: 7, 裁员: 1 }, ["699999999999999.99", "142857142857142.86", true, "1/3"]],
    // 90071992547409.93 元 are 2^53 + 1 分: × 0.7 = 63050394783186.951.
    [{ 缴费: "90071992547409.93", 人数: 1, 裁员: 0 }, ["63050394783186.95", "90071992547409.93", false, "1"]],
    // 2^53 − 17 分 fit a double and their 0.7 does not: 9007199254740975 × 0.7 = 6305039478318682.5, half a 分 goes up.
    [{ 缴费: "90071992547409.75", 人数: 1, 裁员: 0 }, ["63050394783186.83", "90071992547409.75", false, "1"]],
    // 9007199254740985 × 0.7 = 6305039478318689.5
    [{ 缴费: "90071992547409.85", 人数: 1, 裁员: 0 }, ["63050394783186.9", "90071992547409.85", false, "1"]],
    // 9007199254740991 × 0.7 = 6305039478318693.7
    [{ 缴费: "90071992547409.91", 人数: 1, 裁员: 0 }, ["63050394783186.94", "90071992547409.91", false, "1"]],
    // One 分 over halves: 0.05 × 0.7 = 0.035 goes up, and so does it beside 10^14.
    [{ 缴费: "0.05", 人数: 1, 裁员: 0 }, ["0.04", "0.05", false, "1"]],
    [{ 缴费: "100000000000000.05", 人数: 1, 裁员: 0 }, ["70000000000000.04", "100000000000000.05", false, "1"]],
  ])("%j", async (row, expected) => {
    const { 七成, 人均, 档次, 比率 } = (await answerer(text))(row);
    expect([七成, 人均, 档次, 比率].map(valueOf)).toEqual(expected);
  });

  it("refuses a 分 more than the limit, as text and beyond what numbers say", async () => {
    const [module, program] = [await load(text), programOf(text)];
    const row = { 缴费: "1000000000000000.01", 人数: 1, 裁员: 0 };
    const refusal = {
      faults: [
        {
          code: "out-of-range",
          term: "缴费",
          message: "「缴费」应至多 1000000000000000元,给出的是1000000000000000.01元",
        },
      ],
    };
    expect(generated(module, row)).toEqual(refusal);
    expect(reference(program, row)).toEqual(refusal);
  });
});

describe("denominators up to 10^9", () => {
  const text = `政策 乙
输入
  比率: 比例
  甲数: 人, 至少 1人
  乙数: 人, 至少 1人
结果
  达标: 是否
  相等: 是否
条款 一
  比率 > 0.000000001 => 达标 是
条款 二
  否则 => 达标 否
条款 三
  甲数 / 乙数 = 比率 => 相等 是
条款 四
  否则 => 相等 否
`;

  it.each([
    [{ 比率: "0.000000001", 甲数: 1, 乙数: 1_000_000_000 }, [false, true]],
    [{ 比率: "0.0000000010000000001", 甲数: 1, 乙数: 1_000_000_000 }, [true, false]],
    [{ 比率: "0.0000001%", 甲数: 1, 乙数: 1_000_000_000 }, [false, true]],
    // 333333333 of 10^9, and of 10^9 − 1, where it is a third.
    [{ 比率: "0.333333333", 甲数: 333_333_333, 乙数: 1_000_000_000 }, [true, true]],
    [{ 比率: "0.333333333", 甲数: 333_333_333, 乙数: 999_999_999 }, [true, false]],
    // In doubles, 999999999 / 10^9 and 0.999999999 meet by luck; one more digit sets them apart.
    [{ 比率: 0.999999999, 甲数: 999_999_999, 乙数: 1_000_000_000 }, [true, true]],
    [{ 比率: "0.9999999990000000000000000001", 甲数: 999_999_999, 乙数: 1_000_000_000 }, [true, false]],
  ])("%j", async (row, expected) => {
    const { 达标, 相等 } = (await answerer(text))(row);
    expect([达标, 相等].map(valueOf)).toEqual(expected);
  });
});

describe("money in 厘", () => {
  const text = `政策 丙
输入
  单价: 元, 精确到厘, 至多 1000000000000000元
  数量: 数, 精确到 1
结果
  总价: 元 = 单价 * 数量, 四舍五入到分
  一半: 元 = 单价 * 50%
  免收: 是否
条款 一
  单价 <= 0.001元 => 免收 是
条款 二
  否则 => 免收 否
`;

  it.each([
    [{ 单价: "0.001", 数量: 5 }, ["0.01", "0.0005", true]],
    [{ 单价: 0.002, 数量: 2 }, ["0", "0.001", false]],
    // 999999999999999.999 × 10^9: past any double; half a 厘 is kept.
    [{ 单价: "999999999999999.999", 数量: 1_000_000_000 }, ["999999999999999999000000", "499999999999999.9995", false]],
    // 1.005 × 1000000001 = 1005000001.005: halves go up.
    [{ 单价: "1.005", 数量: 1_000_000_001 }, ["1005000001.01", "0.5025", false]],
    [{ 单价: "9007199254740.993", 数量: 1 }, ["9007199254740.99", "4503599627370.4965", false]],
  ])("%j", async (row, expected) => {
    const { 总价, 一半, 免收 } = (await answerer(text))(row);
    expect([总价, 一半, 免收].map(valueOf)).toEqual(expected);
  });

  it("refuses a tenth of a 厘", async () => {
    const row = { 单价: "0.0001", 数量: 1 };
    expect(generated(await load(text), row)).toEqual({
      faults: [{ code: "too-precise", term: "单价", message: "「单价」最多 3 位小数,给出的是0.0001元" }],
    });
    expect(reference(programOf(text), row)).toEqual(generated(await load(text), row));
  });
});
