/**
 * Random policies of one file in the plainer forms, each one text with a declared head: for tests that put whole programs
 * beside each other. random/ has all forms, over several files.
 */
import fc from "fast-check";

/** What all random policies declare beside their results. */
export const declarations = `政策 随机
其余 不适用

输入
  甲数: 人
  乙数: 人, 至少 1人
  金额: 元
  系数: 数
  面积: 亩
  类别: 甲类 | 乙类 | 丙类
  合格: 是否
  到期日: 日期
  所属月: 月份

定义
  占比 = 甲数 / 乙数
  亩均 = 金额 / 2
`;

const head = `${declarations}
结果
  比率: 比例
  数额: 元
  标准: 元
  办理: 事项
  到期: 日期
  折半: 元 = 金额 / 2
  实得: 元 = 金额 * 比率, 四舍五入到分
  合计额: 元 = 取低(数额, 标准) + 数额
`;

const comparison = fc.constantFrom("<=", "<", ">=", ">", "=");
const count = fc.constantFrom(0, 1, 2, 3, 10, 55, 100, 499, 500, 501, 1000);
const amount = fc.constantFrom("0.01", "0.05", "1234.57", "1000", "36000", "144000.01", "90000000000000.01");
const percent = fc.constantFrom("5.5%", "0.5‰", "三分之一", "60%", "100%", "0%", "33.3%");
const day = fc.constantFrom("2020-01-31", "2020-02-29", "2020-04-01", "2020-04-26", "2020-12-31");
const month = fc.constantFrom("2020-03", "2020-04", "2020-06", "2020-07", "2020-12");

const atom: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(comparison, count).map(([op, value]) => `甲数 ${op} ${value}人`),
  fc.tuple(comparison, count).map(([op, value]) => `乙数 ${op} ${value}人`),
  fc.tuple(comparison, percent).map(([op, value]) => `占比 ${op} ${value}`),
  fc.tuple(comparison, percent).map(([op, value]) => `甲数 ${op} 乙数 * ${value}`),
  fc.tuple(comparison, amount).map(([op, value]) => `金额 ${op} ${value}元`),
  fc.tuple(comparison, amount).map(([op, value]) => `亩均 * 3 ${op} ${value}元`),
  fc.tuple(comparison, amount).map(([op, value]) => `折半 ${op} ${value}元`),
  fc.tuple(comparison, fc.constantFrom("0.1", "-2", "3.75")).map(([op, value]) => `系数 ${op} ${value}`),
  fc.tuple(comparison, fc.constantFrom("0.5", "10", "12.125")).map(([op, value]) => `面积 ${op} ${value}亩`),
  fc.constantFrom("类别 属于 甲类、乙类", "类别 是 丙类", "合格", "非 合格", "合格 是 否"),
  fc.tuple(comparison, day).map(([op, value]) => `到期日 ${op} ${value}`),
  fc.tuple(month, month).map(([from, to]) => `所属月 在 ${from} 至 ${to}`),
  fc.tuple(comparison, percent).map(([op, value]) => `比率 ${op} ${value}`),
);

const condition = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    atom,
    fc.tuple(tie("any"), tie("any")).map(([a, b]) => `(${a} 且 ${b})`),
    fc.tuple(tie("any"), tie("any")).map(([a, b]) => `(${a} 或 ${b})`),
    tie("any").map((a) => `非 (${a})`),
  ),
})).any;

/** 比率 must not be read by what decides it. */
const conditionFor = (outcome: string): fc.Arbitrary<string> =>
  outcome === "比率" ? condition.map((text) => text.replaceAll(/比率 (?:<=|<|>=|>|=) [^ )]+/g, "合格")) : condition;

const modality = fc.constantFrom("", "可 ", "应当 ");

const money = fc.oneof(
  amount.map((value) => `${value}元`),
  fc.constantFrom(
    "金额 * 50%",
    "金额 * 系数",
    "取高(金额, 100元) - 1元",
    "金额 减少15%",
    "10元/人 * 甲数",
    "金额 * 占比, 四舍五入到分",
  ),
  fc.tuple(amount, amount).map(([a, b]) => (Number(a) <= Number(b) ? `${a}元—${b}元` : `${b}元—${a}元`)),
  fc.constantFrom("不超过 金额 * 2", "不超过 100元/人 * 乙数"),
);

const result: fc.Arbitrary<{ outcome: string; text: string }> = fc.oneof(
  fc.tuple(modality, percent).map(([mode, value]) => ({ outcome: "比率", text: `${mode}比率 ${value}` })),
  fc.tuple(modality, money).map(([mode, value]) => ({ outcome: "数额", text: `${mode}数额 ${value}` })),
  fc.tuple(modality, money).map(([mode, value]) => ({ outcome: "标准", text: `${mode}标准 ${value}` })),
  fc
    .tuple(
      fc.constantFrom("应当 ", "可 ", "不得 ", "无需 "),
      fc.constantFrom("", ", 期限 到期日 起 10个工作日内", ", 期限 到期日 起 1个月内"),
    )
    .map(([mode, due]) => ({ outcome: "办理", text: `${mode}办理${due}` })),
  fc
    .constantFrom("到期日 + 1年", "到期日 + 1个月", "2020-12-31", "到期日 - 30天")
    .map((value) => ({ outcome: "到期", text: `到期 ${value}` })),
);

const rule = result.chain(({ outcome, text }) =>
  fc.record({
    outcome: fc.constant(outcome),
    text: fc.constant(text),
    condition: fc.option(conditionFor(outcome), { freq: 8 }),
    otherwise: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
    exceptions: fc.array(fc.nat(20), { maxLength: 2 }),
    period: fc.oneof(
      { weight: 6, arbitrary: fc.constant("") },
      { weight: 1, arbitrary: fc.constantFrom(" 施行 2020-04-01", " 施行 2020-01-01 至 2020-03-31") },
    ),
  }),
);

export const randomPolicy: fc.Arbitrary<string> = fc.array(rule, { minLength: 1, maxLength: 6 }).map((rules) => {
  const clauses = rules.map((one, index) => {
    const earlier = rules.flatMap((other, place) =>
      place < index && other.outcome === one.outcome ? [`条${place}`] : [],
    );
    const named = [...new Set(one.exceptions.flatMap((pick) => earlier[pick] ?? []))];
    const exception = named.length === 0 ? "" : ` 例外于 ${named.join("、")}`;
    const condition = one.otherwise ? "否则 => " : one.condition === null ? "=> " : `${one.condition} => `;
    return `条款 条${index}${exception}${one.period}\n  ${condition}${one.text}\n`;
  });
  return `${head}\n${clauses.join("\n")}`;
});

const near = (value: number): number[] => [Math.max(0, value - 1), value, value + 1];

/** Data with every input, some on boundaries; `missing` drops some names. */
export const randomData = fc
  .record({
    甲数: fc.oneof(
      count.chain((value) => fc.constantFrom(...near(value))),
      fc.nat(2000),
      fc.constant(9007199254740991),
    ),
    乙数: fc.oneof(
      count.chain((value) => fc.constantFrom(...near(value + 1))),
      fc.integer({ min: 1, max: 2000 }),
    ),
    金额: fc.oneof(
      amount,
      fc.nat(10_000_000).map((fen) => (fen / 100).toFixed(2)),
      fc.constant(100000),
      fc.constant(0.07),
    ),
    系数: fc.constantFrom("0.1", "-2", "3.75", 0, 0.3, "12345678901234567890.123"),
    面积: fc.constantFrom("0.5", 10, "12.125", 0.1, "1000000000000000.5"),
    类别: fc.constantFrom("甲类", "乙类", "丙类"),
    合格: fc.boolean(),
    到期日: fc.oneof(day, fc.constantFrom("2020-05-01", "2026-12-25", "2003-01-01", "2024-02-29")),
    所属月: fc.oneof(month, fc.constantFrom("2019-12", "2021-01")),
    基准日: fc.constantFrom("2020-03-31", "2020-04-01", "2019-12-31", "2021-01-01"),
  })
  .chain((full) =>
    fc
      .subarray(Object.keys(full), { minLength: 0 })
      .chain((missing) => fc.constantFrom([], missing))
      .map((missing): Record<string, string | number | boolean> =>
        Object.fromEntries(Object.entries(full).filter(([name]) => !(missing as string[]).includes(name))),
      ),
  );
