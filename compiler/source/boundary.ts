/** The boundary that a text draws at a figure: 不高于5.5%, 500人以下(含本数), 超过A至B. */
import type { Figure } from "./read-figures.ts";

export type BoundaryOperator = "<" | "<=" | ">" | ">=";

export interface Boundary {
  readonly operator: BoundaryOperator;
  /** As written: `不高于`, `以下`. */
  readonly word: string;
}

/** 以下 and the like include the number, unless the text says otherwise (Civil Code art. 1259). */
export interface Convention {
  readonly word: string;
  readonly inclusive: boolean;
  /** It holds from here on. */
  readonly from: number;
}

const not = "(?:不得|不应|不能|不可|不准|不宜|不|未)";
const filler = "(?:人民币|每人|每户|每亩|每月|每年|全年|累计|连续|合计|共|约|其|的)?";
const before: readonly (readonly [pattern: RegExp, operator: BoundaryOperator])[] = (
  [
    [`${not}(?:高于|超过|大于|多于|超出)|至多|最多|最高|最长|不逾`, "<="],
    [`${not}(?:低于|少于|小于|短于)|至少|最低|最少|最短`, ">="],
    ["低于|小于|少于|短于|不足|不满|未满|不到|未到|未达到?|不达|不及", "<"],
    ["高于|大于|多于|超过|超出|长于|逾", ">"],
    ["达到|达|(?<![不未])满", ">="],
  ] as const
).map(([words, operator]) => [new RegExp(`(${words})${filler}$`), operator]);

const bracket = "\\((不含|不包括|含|包括|包含)(?:本数|本级|本身|该数|\\d[^()]*)?\\)";
const afterwards = new RegExp(`^(?:${bracket})?(及?)(以下|以内|之内|以上|以外|以前|之前|以后|之后)(?:${bracket})?`);

const direction: Readonly<Record<string, "below" | "above">> = {
  以下: "below",
  以内: "below",
  之内: "below",
  以前: "below",
  之前: "below",
  以上: "above",
  以外: "above",
  以后: "above",
  之后: "above",
};

/** Whether a word includes its number where nothing else is said. */
const includesByLaw = (word: string): boolean => !/[外前后]$/.test(word);

const isRange = /^(?:—+|~|-|至|到)$/;

/** Of one figure among those of a width-normalised text; undefined where the text draws none, or contradicts itself. */
export function boundaryAt(
  text: string,
  figures: readonly Figure[],
  index: number,
  conventions: readonly Convention[],
): Boundary | undefined {
  const figure = figures[index];
  if (figure === undefined) return undefined;
  const head = headBoundary(text, figure, figures[index - 1]);
  const tail = tailBoundary(text, figure, conventions) ?? rangeStart(text, figure, figures[index + 1], head);
  if (head === undefined || tail === undefined) return head ?? tail;
  // 达到10亿元以上 says one thing twice; 超过10人以上 says two.
  return head.operator === tail.operator ? { ...head, word: `${head.word}…${tail.word}` } : undefined;
}

function headBoundary(text: string, figure: Figure, previous: Figure | undefined): Boundary | undefined {
  const between = previous === undefined ? undefined : text.slice(previous.end, figure.start);
  if (between !== undefined && isRange.test(between) && isQuantity(figure)) return { operator: "<=", word: between };
  const lead = text.slice(Math.max(0, figure.start - 12), figure.start);
  for (const [pattern, operator] of before) {
    const word = pattern.exec(lead)?.[1];
    if (word !== undefined) return { operator, word };
  }
  return undefined;
}

/** The lower end of a range is included, unless 超过 stands before it. */
function rangeStart(
  text: string,
  figure: Figure,
  next: Figure | undefined,
  head: Boundary | undefined,
): Boundary | undefined {
  const between = next === undefined ? "" : text.slice(figure.end, next.start);
  return head === undefined && isRange.test(between) && isQuantity(figure)
    ? { operator: ">=", word: between }
    : undefined;
}

const isQuantity = (figure: Figure): boolean => figure.values.every(({ kind }) => kind === "quantity");

function tailBoundary(text: string, figure: Figure, conventions: readonly Convention[]): Boundary | undefined {
  const match = afterwards.exec(text.slice(figure.end, figure.end + 40));
  if (match === null) return undefined;
  const [, inside, also = "", word = "", outside] = match;
  const said = outside ?? inside;
  const convention = conventions.findLast((one) => one.word === word && one.from <= figure.start);
  const inclusive =
    said !== undefined ? !said.startsWith("不") : also !== "" || (convention?.inclusive ?? includesByLaw(word));
  const strict = direction[word] === "above" ? ">" : "<";
  return { operator: inclusive ? `${strict}=` : strict, word: `${also}${word}` };
}

const conventionPattern =
  /((?:["“”「」]?以[上下内外]["“”「」]?[、,和及与]?)+)[^。;,、()]{0,8}?(均?不含|均?不包括|均?含|均?包括|均?包含)(?:本数|本级|本身)/g;

/** What the text itself says about its boundary words: `(以下含本数,下同)`, `本办法所称以上、以下不含本数`. */
export function conventionsOf(text: string): Convention[] {
  return [...text.matchAll(conventionPattern)].flatMap((match) => {
    const start = Math.max(text.lastIndexOf("。", match.index), text.lastIndexOf("\n", match.index)) + 1;
    const general = /所称|所指|本(?:办法|规定|意见|通知|细则|条例|文件|方案)/.test(text.slice(start, match.index));
    const inclusive = !(match[2] ?? "").includes("不");
    return [...(match[1] ?? "").matchAll(/以[上下内外]/g)].map(([word]) => ({
      word,
      inclusive,
      from: general ? 0 : start,
    }));
  });
}

/** An operator and its complement draw the boundary at the same place: 500人以下, and what is above it. */
export const complement: Readonly<Record<BoundaryOperator, BoundaryOperator>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};
export const mirrored: Readonly<Record<BoundaryOperator, BoundaryOperator>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};
