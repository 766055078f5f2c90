/** Comparisons of small policies, worked out by hand. */
import { describe, expect, test } from "vitest";
import { compare, type PolicyComparison } from "../../compiler/compare/index.ts";
import { compile, SourceFile } from "../../compiler/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { conditionsText } from "../../compiler/regions/report.ts";

function programs(...texts: readonly string[]): readonly Program[] {
  const files = texts.map((text, index) => new SourceFile(`${index}.policy`, text));
  const { policies, diagnostics } = compile(files, { prove: false });
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return policies.flatMap(({ program }) => program ?? []);
}

const base = `政策 补贴
其余 不适用

输入
  人数: 人
  总数: 人, 至少 1人
  金额: 元
  类别: 甲类 | 乙类
  合格: 是否
  认定日: 日期

定义
  占比 = 人数 / 总数

结果
  补贴: 元
  办理: 事项

条款 低
  占比 <= 5.5% => 补贴 1000元

条款 高
  占比 > 5.5% => 补贴 700元

条款 小 例外于 低、高
  总数 <= 500人 => 可 补贴 金额 * 50%, 四舍五入到分

条款 办
  合格 => 应当 办理, 期限 认定日 起 10个工作日内
`;

function compared(from: string | RegExp, to: string, text = base): PolicyComparison {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing is changed by ${String(from)}`);
  const [comparison] = compare(programs(text), programs(changed));
  if (comparison === undefined) throw new Error("nothing is compared");
  return comparison;
}

/** `result: conditions: before → after`, and what is not proved. */
const linesOf = ({ results }: PolicyComparison): readonly string[] =>
  results.flatMap(({ name, changed, unproven }) => [
    ...changed.map(
      ({ conditions, omitted, before, after, mayCoincide }) =>
        `${name}: ${omitted === undefined ? "" : `无${omitted} `}${conditionsText(conditions)}: ${before.words} → ${after.words}${mayCoincide ? " ~" : ""}`,
    ),
    ...unproven.map(({ conditions, reason }) => `${name}: ${conditionsText(conditions)}: ${reason}`),
  ]);

const callersOf = ({ callers }: PolicyComparison): readonly string[] =>
  callers.filter(({ subject }) => subject !== "policy").map(({ impact, text }) => `${impact} ${text}`);

describe("no effect on results", () => {
  test.each([
    ["spacing and comments", "条款 低\n", "// 说明\n条款 低\n"],
    ["other words", "占比 <= 5.5% => 补贴 1000元", "占比不高于千分之五十五的,补贴1000元。"],
    ["sides turned round", "总数 <= 500人", "500人 >= 总数"],
    ["a law of arithmetic", "占比 <= 5.5%", "人数 * 1000 <= 总数 * 55"],
    ["a law of logic", "占比 > 5.5% =>", "非 (占比 <= 5.5%) =>"],
    ["whole numbers", "总数 <= 500人", "总数 < 501人"],
    ["an idle addition", "合格 =>", "合格 且 人数 >= 0人 =>"],
    ["a factor written otherwise", "金额 * 50%, 四舍五入到分", "50% * 金额, 四舍五入到分"],
  ])("%s", (_what, from, to) => {
    const comparison = compared(from, to);
    expect([comparison.verdict, linesOf(comparison), callersOf(comparison)]).toEqual(["equivalent", [], []]);
  });

  test("clauses in another order", () => {
    const comparison = compared(/(条款 低[^]*?\n\n)(条款 高[^]*?\n\n)/, "$2$1");
    expect([comparison.verdict, comparison.isReordered, comparison.parts]).toEqual(["equivalent", true, []]);
  });

  test("a clause by another name, which an exception names too", () => {
    const { verdict, parts } = compared(/条款 高|(?<=例外于 低、)高/g, "$&者");
    expect(verdict).toBe("equivalent");
    expect(parts).toMatchObject([{ part: "clause", kind: "renamed", before: "高", name: "高者" }]);
  });

  test("an abbreviation by another name", () => {
    const { verdict, parts } = compared(/占比/g, "比重");
    expect(verdict).toBe("equivalent");
    expect(parts.filter(({ part }) => part === "definition")).toMatchObject([{ kind: "renamed", before: "占比" }]);
  });
});

describe("cases that come out otherwise", () => {
  test("a threshold", () => {
    // From 5.5% to 10%, 700 becomes 1000: by itself, or as what holds without the exception.
    expect(linesOf(compared(/5\.5%/g, "10%"))).toEqual([
      "补贴: 占比 高于 5.5%、不高于 10% 且 总数 不高于 500人: 可 金额 × 50%(四舍五入到分),不按例外办理的为 700元 → 可 金额 × 50%(四舍五入到分),不按例外办理的为 1000元",
      "补贴: 占比 高于 5.5%、不高于 10% 且 总数 高于 500人: 应当 700元 → 应当 1000元",
    ]);
  });

  test("an exception taken away", () => {
    expect(linesOf(compared(/条款 小[^]*?\n\n/, ""))).toEqual([
      "补贴: 占比 不高于 5.5% 且 总数 不高于 500人: 可 金额 × 50%(四舍五入到分),不按例外办理的为 1000元 → 应当 1000元",
      "补贴: 占比 高于 5.5% 且 总数 不高于 500人: 可 金额 × 50%(四舍五入到分),不按例外办理的为 700元 → 应当 700元",
    ]);
  });

  test("可 becomes 应当", () => {
    expect(linesOf(compared("=> 应当 办理", "=> 可 办理"))).toEqual([
      "办理: 合格 且 认定日 不早于 2004-01-01、早于 2026-12-18: 应当办理, 期限 认定日起10个工作日内 → 可办理, 期限 认定日起10个工作日内",
    ]);
  });

  test("a deadline", () => {
    // The last day from which 10 working days are known is 2026-12-17; for 15 it is 2026-12-10.
    expect(linesOf(compared("10个工作日", "15个工作日"))).toEqual([
      "办理: 合格 且 认定日 不早于 2004-01-01、早于 2026-12-11: 应当办理, 期限 认定日起10个工作日内 → 应当办理, 期限 认定日起15个工作日内",
      "办理: 合格 且 认定日 不早于 2026-12-11、早于 2026-12-18: 应当办理, 期限 认定日起10个工作日内 → 缺失",
    ]);
  });

  test("rounding: in some cases both come to the same", () => {
    const comparison = compared("四舍五入到分", "舍去到元");
    expect(linesOf(comparison)).toEqual([
      "补贴: 占比 不高于 5.5% 且 总数 不高于 500人: 可 金额 × 50%(四舍五入到分),不按例外办理的为 1000元 → 可 金额 × 50%(舍去到元),不按例外办理的为 1000元 ~",
      "补贴: 占比 高于 5.5% 且 总数 不高于 500人: 可 金额 × 50%(四舍五入到分),不按例外办理的为 700元 → 可 金额 × 50%(舍去到元),不按例外办理的为 700元 ~",
    ]);
    const { before, after } = comparison.results[0]?.changed[0]?.example ?? {};
    expect(before).not.toEqual(after);
  });

  test("a plain formula: zero comes to the same, and is left out", () => {
    const text = base.replace("金额 * 50%, 四舍五入到分", "金额 * 50%");
    expect(linesOf(compared("金额 * 50%", "金额 * 60%", text))).toEqual([
      "补贴: 占比 不高于 5.5% 且 总数 不高于 500人 且 金额 高于 0元: 可 金额 × 50%,不按例外办理的为 1000元 → 可 金额 × 60%,不按例外办理的为 1000元",
      "补贴: 占比 高于 5.5% 且 总数 不高于 500人 且 金额 高于 0元: 可 金额 × 50%,不按例外办理的为 700元 → 可 金额 × 60%,不按例外办理的为 700元",
    ]);
  });

  test("targets, with the figure to reach", () => {
    const text = `${base}\n指标 人头\n  合格 => 人数 >= 10人\n  期限 2020-12-31\n`;
    expect(linesOf(compared("10人", "20人", text))).toEqual([
      "人头: 合格 且 人数 低于 10人: 未达到,目标 10人 → 未达到,目标 20人",
      "人头: 合格 且 人数 不低于 10人、低于 20人: 达到,目标 10人 → 未达到,目标 20人",
      "人头: 合格 且 人数 不低于 20人: 达到,目标 10人 → 达到,目标 20人",
    ]);
    expect(linesOf(compared("2020-12-31", "2021-12-31", text))).toEqual([
      "人头: 合格 且 人数 低于 10人: 未达到,期限 2020-12-31 → 未达到,期限 2021-12-31",
      "人头: 合格 且 人数 不低于 10人: 达到,期限 2020-12-31 → 达到,期限 2021-12-31",
    ]);
  });

  test("what is imported", () => {
    const standard =
      "政策 标准\n\n输入\n  地区: 城 | 乡\n\n结果\n  标准: 元\n\n条款 城\n  地区 是 城 => 标准 830元\n条款 乡\n  地区 是 乡 => 标准 680元\n";
    const user = "政策 救助\n引用 标准 自 《标准》\n\n结果\n  救助: 元\n\n条款 甲\n  => 救助 标准 * 2\n";
    const [first, second] = compare(programs(user, standard), programs(user, standard.replace("830", "900")));
    expect(first && linesOf(first)).toEqual(["救助: 地区 是 城: 应当 1660元 → 应当 1800元"]);
    expect(first?.results[0]?.through).toEqual(["标准"]);
    expect(first?.parts).toEqual([]);
    expect(second && linesOf(second)).toEqual(["标准: 地区 是 城: 应当 830元 → 应当 900元"]);
    expect(second?.results[0]?.through).toEqual([]);
  });
});

describe("callers", () => {
  test.each([
    [
      "an input that must be given",
      "  合格: 是否\n",
      "  合格: 是否\n  新: 人\n",
      "合格 =>",
      "合格 且 新 > 1人 =>",
      ["breaking 增加输入「新」(人, 至少 0人),必须给出"],
    ],
    [
      "one that need not be",
      "  合格: 是否\n",
      "  合格: 是否\n  新: 人, 默认 5人\n",
      "合格 =>",
      "合格 且 新 > 1人 =>",
      ["safe 增加输入「新」(人, 至少 0人, 默认 5人),可以不给出"],
    ],
    [
      "narrower limits",
      "总数: 人, 至少 1人",
      "总数: 人, 至少 2人",
      "",
      "",
      ["dangerous 输入「总数」由「人, 至少 1人」改为「人, 至少 2人」:有的数据原来能用,现在会被拒绝"],
    ],
    [
      "wider limits",
      "总数: 人, 至少 1人",
      "总数: 人",
      "",
      "",
      ["safe 输入「总数」由「人, 至少 1人」改为「人, 至少 0人」:能用的数据多了"],
    ],
    [
      "another unit",
      "人数: 人",
      "人数: 户",
      "人数 / 总数",
      "人数 / 1户",
      ["breaking 输入「人数」由 「人」 改为 「户」"],
    ],
    ["a listed value more", "甲类 | 乙类", "甲类 | 乙类 | 丙类", "", "", ["safe 输入「类别」增加「丙类」"]],
    [
      "one put in place of another",
      "甲类 | 乙类",
      "甲类 | 丙类",
      "",
      "",
      ["breaking 输入「类别」不再有「乙类」", "safe 输入「类别」增加「丙类」"],
    ],
    [
      "a result more",
      "  办理: 事项\n",
      "  办理: 事项\n  新: 元\n",
      "合格 =>",
      "合格 => 新 1元\n  合格 =>",
      ["safe 增加结果「新」"],
    ],
  ])("%s", (_what, from, to, otherFrom, otherTo, expected) => {
    const [comparison] = compare(programs(base), programs(base.replace(from, to).replace(otherFrom, otherTo)));
    expect(comparison && callersOf(comparison)).toEqual(expected);
  });

  test("a default that is another", () => {
    const text = base.replace("金额: 元", "金额: 元, 默认 10元");
    const comparison = compared("默认 10元", "默认 20元", text);
    expect(callersOf(comparison)).toEqual([
      "dangerous 输入「金额」的默认值变了:由「元, 精确到 0.01, 至少 0元, 默认 10元」改为「元, 精确到 0.01, 至少 0元, 默认 20元」,不给出它的数据结果可能不同",
    ]);
    expect(linesOf(comparison)).toEqual([
      "补贴: 无金额 占比 不高于 5.5% 且 总数 不高于 500人: 可 5元,不按例外办理的为 1000元 → 可 10元,不按例外办理的为 1000元",
      "补贴: 无金额 占比 高于 5.5% 且 总数 不高于 500人: 可 5元,不按例外办理的为 700元 → 可 10元,不按例外办理的为 700元",
    ]);
  });

  test("a result that may be of another status now", () => {
    const comparison = compared("补贴 1000元", "补贴 1000元—2000元");
    expect(callersOf(comparison)).toEqual(["dangerous 结果「补贴」现在还可能是「裁量」"]);
  });
});

test("rules that draw, joined into one statement: rows in order may count otherwise", () => {
  const pool = "\n资金池 池\n  总额 100元\n";
  const text = base
    .replace(
      "条款 办\n  合格 => 应当 办理, 期限 认定日 起 10个工作日内",
      "条款 办\n  合格 => 应当 办理, 支用 池 金额\n  合格 => 应当 另办, 支用 池 金额",
    )
    .replace("  办理: 事项\n", "  办理: 事项\n  另办: 事项\n");
  const comparison = compared(
    "应当 办理, 支用 池 金额\n  合格 => 应当 另办, 支用 池 金额",
    "应当 办理, 应当 另办, 支用 池 金额",
    `${text}${pool}`,
  );
  expect([comparison.verdict, linesOf(comparison)]).toEqual([
    "unproven",
    ["池: 任何情形: 规则的支用分合变了,逐行扣减没有比较"],
  ]);
});

test("a policy by another name is the same policy, and callers must change", () => {
  const [comparison, ...others] = compare(programs(base), programs(base.replace("政策 补贴", "政策 补助")));
  expect(others).toEqual([]);
  expect(comparison?.callers).toMatchObject([{ impact: "breaking", text: "政策「补贴」改名为「补助」" }]);
  expect(comparison && linesOf(comparison)).toEqual([]);
});

test("of two periods that begin on one day, the order of their clauses says nothing", () => {
  const clauses = [
    "条款 一 施行 2020-04-01 至 2020-06-30\n  人数 > 5人 => 额 1元\n",
    "条款 二 施行 2020-04-01 至 2020-12-31\n  人数 > 3人 => 额 2元\n",
  ];
  const text = (all: readonly string[]): string =>
    `政策 甲\n其余 不适用\n\n输入\n  人数: 人\n\n结果\n  额: 元\n\n${all.join("\n")}`;
  const [comparison] = compare(programs(text(clauses)), programs(text(clauses.toReversed())));
  expect(comparison?.verdict).toBe("equivalent");
  expect(comparison && linesOf(comparison)).toEqual([]);
});

test("out of force a target does not apply, whatever it is asked about an interval", () => {
  const text =
    "政策 甲 施行 2020-01-01 至 2020-12-31\n其余 不适用\n\n输入\n  人数: 人\n\n结果\n  额: 元\n\n" +
    "条款 一 施行 2019-01-01\n  => 额 1元—2000元\n\n指标 足额\n  人数 < 5人 => 额 >= 1000元\n";
  expect(linesOf(compared("5人", "3人", text))).toEqual([
    "足额: 基准日 不早于 2020-01-01、不晚于 2020-12-31 且 人数 不低于 3人、低于 5人: 缺失 → 不适用",
  ]);
});

test("what keeps a constraint from applying comes before what keeps it from being told", () => {
  const clashing = `政策 额度
其余 不适用

输入
  人数: 人
  金额: 元

结果
  甲额: 元
  乙额: 元

条款 甲
  人数 >= 10人 => 甲额 100元

条款 乙一
  => 乙额 1元

条款 乙二
  金额 >= 0元 => 乙额 2元

约束 守住
  甲额 >= 50元 且 金额 <= 100元 => 乙额 <= 金额
`;
  // Of few, 甲额 is 不适用, and so is the constraint; of many, the clauses for 乙额 clash, where it applies.
  expect(linesOf(compared("金额 <= 100元", "金额 <= 200元", clashing))).toEqual([
    "守住: 人数 不低于 10人 且 金额 高于 100元、不高于 200元: 不适用 → 缺失",
  ]);
});

test("a result that does not read an input has nothing to do with its default", () => {
  const both = base.replace("  总数: 人, 至少 1人", "  总数: 人, 至少 1人, 默认 10人");
  const changed = both.replace("默认 10人", "默认 20人").replace("  合格 =>", "  非 合格 =>");
  const [comparison] = compare(programs(both), programs(changed));
  const lines = comparison === undefined ? [] : linesOf(comparison);
  expect(lines.filter((line) => line.startsWith("办理: 无总数"))).toEqual([]);
  expect(lines.filter((line) => line.startsWith("补贴: 无总数")).length).toBeGreaterThan(0);
});
