/** Random tables, pools, targets and constraints. */
import fc from "fast-check";
import { conditionFor } from "./conditions.ts";
import type { Table } from "./rules.ts";
import { sums, type Ruled, type Terms } from "./terms.ts";
import * as words from "./words.ts";

type Text = fc.Arbitrary<string>;

/** `不满10人`, `超过3人至10人`, `-` … */
const cells = (figures: readonly (string | number)[], unit: string): Text =>
  fc.tuple(words.oneOf(figures), words.oneOf(figures), fc.nat(6)).map(([a, b, form]) => {
    const one = `${a}${unit}`;
    const [low, high] = figures.indexOf(a) <= figures.indexOf(b) ? [one, `${b}${unit}`] : [`${b}${unit}`, one];
    return [`${one}以下`, `超过${one}`, `不满${one}`, `${one}以上`, one, `超过${low}至${high}`, "-"][form] ?? "-";
  });

interface Column {
  readonly name: string;
  readonly cell: Text;
}

const asked = (terms: Terms): readonly Column[] => [
  { name: "甲数", cell: cells(words.people, "人") },
  { name: "金额", cell: cells(sums(terms), "元") },
  { name: "类别", cell: words.oneOf(["甲类", "乙类", "丙类", "属于 甲类、乙类", "-"]) },
  { name: `${terms.prefix}占比`, cell: cells(["0%", "5.5%", "60%", "100%"], "") },
  { name: "所属月", cell: words.oneOf(words.monthSpans).map(([from, to]) => `${from}—${to}`) },
];

/** Whose cells leave no room for two rows at once. */
const apart: readonly Column[] = [
  { name: "甲数", cell: words.oneOf(["10人以下", "超过10人至500人", "超过500人不满1000人", "1000人以上"]) },
  { name: "类别", cell: words.oneOf(["甲类", "乙类", "丙类"]) },
];

const given = (terms: Terms): readonly (Column & { readonly outcome: Ruled })[] =>
  (["比率", "标准"] as const).map((outcome) => ({
    outcome,
    name: `${terms.prefix}${outcome}`,
    cell: words.oneOf(
      outcome === "比率"
        ? [...words.percents, "可 50%", "-"]
        : [...sums(terms).map((sum) => `${sum}元`), ...(terms.isPlain ? [] : ["1元—9元"]), "-"],
    ),
  }));

/** One or two columns of conditions; two rows with the same conditions would be one rule twice. */
export const table = (terms: Terms): fc.Arbitrary<Table> =>
  fc
    .tuple(
      terms.isPlain
        ? words.oneOf(apart).map((column) => [column])
        : fc.subarray([...asked(terms)], { minLength: 1, maxLength: 2 }),
      fc.subarray([...given(terms)], { minLength: 1 }),
    )
    .chain(([conditions, outcomes]) =>
      fc
        .uniqueArray(
          fc.record({
            condition: fc.tuple(...conditions.map(({ cell }) => cell)).map((texts) => texts.join(" | ")),
            values: fc.tuple(...outcomes.map(({ cell }) => cell)),
          }),
          { minLength: 1, maxLength: 4, selector: ({ condition }) => condition },
        )
        .map((rows) => {
          const name = `${terms.prefix}档`;
          const head = [...conditions, ...outcomes].map((column) => column.name).join(" | ");
          const lines = rows.map(({ condition, values }) => `  | ${condition} | ${values.join(" | ")} |`);
          return {
            name,
            outcomes: outcomes.flatMap(({ outcome }, place) =>
              rows.some(({ values }) => values[place] !== "-") ? [outcome] : [],
            ),
            text: `表 ${name}\n  | ${head} |\n${lines.join("\n")}\n`,
          };
        }),
    );

/** 浮池 rests on an outcome, the others on inputs and figures. */
export const pools = ({ prefix }: Terms): Text =>
  fc
    .tuple(words.oneOf(["1000元", "36000元", "10亿元"]), words.oneOf(["36000元", "金额 * 2"]))
    .map(
      ([fixed, total]) =>
        `资金池 ${prefix}定池\n  总额 ${fixed}\n\n资金池 ${prefix}余池\n  总额 ${total}\n  已用 已用额\n\n资金池 ${prefix}浮池\n  总额 ${prefix}数额 + 500元\n  已用 已用额 * 50%\n`,
    );

export const requirements = (terms: Terms): Text => {
  const { prefix } = terms;
  const condition = fc.option(conditionFor(terms, "比率"), { freq: 2, nil: undefined });
  const stated = (measures: readonly string[]): Text =>
    fc
      .tuple(condition, words.oneOf(measures))
      .map(([when, measure]) => (when === undefined ? measure : `${when} => ${measure}`));
  return fc
    .tuple(
      stated([
        `${prefix}数额 >= 1000元`,
        `${prefix}占比 > 5.5%`,
        "甲数不低于500人。",
        `${prefix}实得 >= 金额 * 三分之一`,
      ]),
      words.oneOf(["", "  期限 2020-12-31\n"]),
      stated([`${prefix}标准 <= 36000元`, `${prefix}合计额不超过金额`, "面积 * 2 >= 10亩", "合格"]),
    )
    .map(
      ([target, due, constraint]) => `指标 ${prefix}达标\n  ${target}\n${due}\n约束 ${prefix}守住\n  ${constraint}\n`,
    );
};
