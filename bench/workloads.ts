/** Three policies, each with data and the same decision written by hand in doubles and as JSON Logic. */

export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly policy: string;
  /** The outcome that contenders are asked for, and how many smallest units make one unit of it. */
  readonly outcome: string;
  readonly scale: number;
  readonly data: readonly Readonly<Record<string, unknown>>[];
  /** Hand-written in doubles, as fast as it goes: no validation, no reasons, wrong by a fen here and there. */
  readonly byHand: string;
  readonly jsonLogic: unknown;
}

const ROWS = 1024;

/** The same data in every run. */
function rows<T>(make: (roll: (below: number) => number) => T): readonly T[] {
  let state = 20200513;
  const roll = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  return Array.from({ length: ROWS }, () => make(roll));
}

const variable = (name: string): unknown => ({ var: name });

const refund: Workload = {
  name: "W1",
  title: "稳岗返还: the refund",
  policy: `政策 稳岗返还
输入
  参保职工人数: 人, 至少 1人
  裁员人数: 人
  上年度缴纳失业保险费: 元
定义
  裁员率 = 裁员人数 / 参保职工人数
结果
  返还: 比例
  返还金额: 元 = 上年度缴纳失业保险费 * 返还, 四舍五入到分
条款 裁员率不高的企业
  裁员率 <= 5.5% => 返还 100%
条款 裁员率高的企业
  裁员率 > 5.5% => 返还 70%
条款 小型企业 例外于 裁员率高的企业
  参保职工人数 <= 500人 => 可 返还 100%
`,
  outcome: "返还金额",
  scale: 100,
  data: rows((roll) => ({
    参保职工人数: 1 + roll(2000),
    裁员人数: roll(100),
    上年度缴纳失业保险费: roll(10_000_000) / 100,
  })),
  byHand: `const rate = d.裁员人数 / d.参保职工人数;
    const share = rate <= 0.055 ? 1 : d.参保职工人数 <= 500 ? 1 : 0.7;
    return Math.round(d.上年度缴纳失业保险费 * share * 100) / 100;`,
  jsonLogic: {
    "*": [
      variable("上年度缴纳失业保险费"),
      {
        if: [
          { "<=": [{ "/": [variable("裁员人数"), variable("参保职工人数")] }, 0.055] },
          1,
          { "<=": [variable("参保职工人数"), 500] },
          1,
          0.7,
        ],
      },
    ],
  },
};

const brackets = [
  [36000, 3, 0],
  [144000, 10, 2520],
  [300000, 20, 16920],
  [420000, 25, 31920],
  [660000, 30, 52920],
  [960000, 35, 85920],
  [Infinity, 45, 181920],
] as const;

const bracketCell = (index: number): string => {
  const [above, upTo] = [brackets[index - 1]?.[0], brackets[index]?.[0]];
  if (above === undefined) return `${upTo}元以下`;
  return upTo === Infinity ? `超过${above}元` : `超过${above}元至${upTo}元`;
};

const tax: Workload = {
  name: "W2",
  title: "seven brackets of income tax, as a table",
  policy: `政策 个人所得税
输入
  应纳税所得额: 元
结果
  税率: 比例
  速算扣除数: 元
  应纳税额: 元 = 应纳税所得额 * 税率 - 速算扣除数, 四舍五入到分
表 税率表
  | 应纳税所得额 | 税率 | 速算扣除数 |
${brackets.map(([, rate, deduction], index) => `  | ${bracketCell(index)} | ${rate}% | ${deduction}元 |`).join("\n")}
`,
  outcome: "应纳税额",
  scale: 100,
  data: rows((roll) => ({ 应纳税所得额: roll(120_000_000) / 100 })),
  byHand: `const x = d.应纳税所得额;
    ${brackets.map(([upTo, rate, deduction]) => `${upTo === Infinity ? "" : `if (x <= ${upTo}) `}return Math.round((x * ${rate / 100} - ${deduction}) * 100) / 100;`).join("\n    ")}`,
  jsonLogic: {
    if: brackets.flatMap(([upTo, rate, deduction]) => {
      const due = { "-": [{ "*": [variable("应纳税所得额"), rate / 100] }, deduction] };
      return upTo === Infinity ? [due] : [{ "<=": [variable("应纳税所得额"), upTo] }, due];
    }),
  },
};

const districts = ["江岸", "江汉", "硚口", "汉阳", "武昌", "青山", "洪山", "蔡甸", "江夏", "黄陂"];
const sizes = [20, 100, 300, 1000] as const;
const flags = ["首次申报", "信用良好", "吸纳毕业生", "稳定用工", "纳入名单", "按时缴费", "暂时困难", "重点行业"];

interface Cell {
  readonly district: string;
  readonly above: number | undefined;
  readonly upTo: number | undefined;
  readonly flag: string;
  readonly grant: number;
}

/** Ten districts by five sizes, each with one more thing asked. */
const cells: readonly Cell[] = districts.flatMap((district, row) =>
  [...sizes, undefined].map((upTo, column) => ({
    district,
    above: sizes[column - 1],
    upTo,
    flag: flags[(row * 5 + column) % flags.length] ?? "",
    grant: 1000 + row * 500 + column * 100,
  })),
);

const sizeText = ({ above, upTo }: Cell): string =>
  above === undefined
    ? `职工人数 <= ${upTo}人`
    : upTo === undefined
      ? `职工人数 > ${above}人`
      : `职工人数 > ${above}人 且 职工人数 <= ${upTo}人`;

const grants: Workload = {
  name: "W3",
  title: "fifty clauses over ten inputs",
  policy: `政策 五十条
其余 不适用
输入
  所在区: ${districts.join(" | ")}
  职工人数: 人
${flags.map((flag) => `  ${flag}: 是否`).join("\n")}
结果
  补助: 元
${cells.map((cell, index) => `条款 第${index + 1}\n  所在区 是 ${cell.district} 且 ${sizeText(cell)} 且 ${cell.flag} => 补助 ${cell.grant}元`).join("\n")}
`,
  outcome: "补助",
  scale: 100,
  data: rows((roll) => ({
    所在区: districts[roll(10)],
    职工人数: roll(1500),
    // A row that no clause fits would have no number to add up.
    ...Object.fromEntries(flags.map((flag) => [flag, true])),
  })),
  byHand: `${cells
    .map(({ district, above, upTo, flag, grant }) => {
      const size = [
        ...(above === undefined ? [] : [`d.职工人数 > ${above}`]),
        ...(upTo === undefined ? [] : [`d.职工人数 <= ${upTo}`]),
      ];
      return `if (d.所在区 === ${JSON.stringify(district)} && ${size.join(" && ")} && d.${flag}) return ${grant};`;
    })
    .join("\n    ")}
    return 0;`,
  jsonLogic: {
    if: [
      ...cells.flatMap(({ district, above, upTo, flag, grant }) => [
        {
          and: [
            { "===": [variable("所在区"), district] },
            ...(above === undefined ? [] : [{ ">": [variable("职工人数"), above] }]),
            ...(upTo === undefined ? [] : [{ "<=": [variable("职工人数"), upTo] }]),
            variable(flag),
          ],
        },
        grant,
      ]),
      0,
    ],
  },
};

export const workloads: readonly Workload[] = [refund, tax, grants];
