/**
 * Random policies as text, over one fixed set of inputs: alone, or with another policy that they import from. Rules may
 * collide, leave gaps or never hold: evaluation must have one meaning for all of them.
 */
import fc from "fast-check";
import { clauses, periodText } from "./rules.ts";
import { pools, requirements, table } from "./sections.ts";
import { offered, type Terms } from "./terms.ts";
import * as words from "./words.ts";

export const declarations = ({ prefix }: Terms): string => `输入
  甲数: 人
  乙数: 人, 至少 1人
  金额: 元
  申请额: 元
  已用额: 元
  系数: 数
  面积: 亩
  类别: 甲类 | 乙类 | 丙类
  合格: 是否
  到期日: 日期
  所属月: 月份
${prefix === "旧" ? "  旧数: 人, 默认 10人\n" : ""}
定义
  ${prefix}占比 = 甲数 / 乙数
  ${prefix}亩均 = 金额 / 2
  ${prefix}合适 = 合格 且 面积 < 10亩 或 甲数 > 乙数

结果
  ${prefix}比率: 比例
  ${prefix}数额: 元
  ${prefix}标准: 元
  ${prefix}办理: 事项
  ${prefix}到期: 日期
  ${prefix}实得: 元 = 金额 * ${prefix}比率, 四舍五入到分
  ${prefix}合计额: 元 = 取低(${prefix}数额, ${prefix}标准) + ${prefix}数额
`;

const importLine = ({ imported }: Terms): string =>
  imported.length === 0 ? "" : `引用 ${imported.join("、")} 自 《旧策》\n`;

const policy = (name: string, terms: Terms): fc.Arbitrary<string> =>
  fc.option(table(terms), { freq: 2, nil: undefined }).chain((rows) =>
    fc
      .record({
        period: terms.isPlain
          ? fc.constant("")
          : fc.oneof({ weight: 2, arbitrary: fc.constant("") }, words.oneOf(words.periods).map(periodText)),
        rules: clauses(terms, rows),
        drawn: terms.isPlain ? fc.constant("") : pools(terms),
        required: fc.option(requirements(terms), { freq: 2, nil: "" }),
      })
      .map(({ period, rules, drawn, required }) => {
        const head = `政策 ${name}${period}\n${importLine(terms)}其余 不适用\n`;
        const parts = [head, declarations(terms), rules, rows?.text ?? "", drawn, required];
        return parts.filter((part) => part !== "").join("\n");
      }),
  );

/** One policy that imports nothing. */
export const randomPolicy: fc.Arbitrary<string> = words
  .onceIn(3)
  .chain((isPlain) => policy("随机", { prefix: "", imported: [], isPlain }));

/** The texts of one folder by the name of their policy; the one to be asked is the last. */
export type Folder = Readonly<Record<string, string>>;

/** Half of the folders hold a second policy, which takes outcomes and definitions of the first. */
export const randomFolder: fc.Arbitrary<Folder> = fc
  .record({
    isPlain: words.onceIn(3),
    isOtherPlain: words.onceIn(4),
    imported: fc.oneof(fc.constant([]), fc.subarray(offered, { minLength: 1, maxLength: 4 })),
  })
  .chain(({ isPlain, isOtherPlain, imported }) => {
    const own = policy("新策", { prefix: "", imported, isPlain });
    if (imported.length === 0) return own.map((text): Folder => ({ 新策: text }));
    const other = policy("旧策", { prefix: "旧", imported: [], isPlain: isPlain || isOtherPlain });
    return fc.tuple(other, own).map(([first, second]): Folder => ({ 旧策: first, 新策: second }));
  });
