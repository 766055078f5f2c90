/** What `build --verbose` says about how policies compute: every way is exact, and some are slower. */
import type { LoadedPolicy } from "./load.ts";

const HEAD = "怎样计算(答案都精确,只是快慢不同;逐条计算时,哪一步的数值超过 9007199254740991,哪一步就改用大整数 bigint)";

/** Quantities as a person names them. */
const amount = (text: string, unit: string): string => `${text}${unit === "比例" || unit === "数" ? "" : unit}`;

const linesOf = ({ metadata: { policy }, quickLimits }: LoadedPolicy): readonly string[] => {
  if (quickLimits === undefined) return [`  ${policy}:逐条计算`];
  const open = quickLimits.filter(({ isAll }) => !isAll);
  if (open.length === 0) return [`  ${policy}:快路,输入都在范围以内,用不到大整数`];
  return [
    `  ${policy}:快路,以下输入超出范围或者小数位更多时逐条计算`,
    ...open.map(({ input, unit, least, most }) => `    ${input} ${amount(least, unit)}—${amount(most, unit)}`),
  ];
};

export const computingLines = (policies: readonly LoadedPolicy[]): readonly string[] => [
  HEAD,
  ...policies.flatMap(linesOf),
];
