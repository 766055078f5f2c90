/** Words of official Chinese that hold numerals without being figures, and words that are figures without a numeral. */
import { rational, ZERO, type Rational } from "../../grammar/rational.ts";

/** Numerals within these count nothing. */
const idioms = [
  "一次性 一律 一批 一般 一定 一切 一系列 一体 一流 一线 一些 一起 一并 一致 一站式 一把手 一票否决 一事一议 一企一策 一人一策",
  "一人一档 一户一策 一件事 一年一度 一日三餐 一度 一直 一旦 一方面 一对一 一网通办 一窗通办 进一步 统一 唯一 万一 单一 同一 专一",
  "每一 另一 任一 逐一 合一 三支一扶 三公 三农 三包 三无 三资 三保 四大 四好 五保 六稳 六保 双一流 三下乡 三品一标 三重一大",
  "四个意识 四个自信 两个维护 两个确立 三个代表 五个一 五位一体 四个全面 三重 三同时 三通一平 七通一平 (?<![\\d一二三四五六七八九])(?:百年|千年|百日) 百分百",
  "千家万户 千方百计 万众 万无一失 十分(?!之) 万分(?!之) 两会 两手 两岸 两地 两级 两新 一季度 二季度 三季度 四季度 三角 四处 五金 八角 上半年 下半年 前半年",
].flatMap((line) => line.split(" "));

/** `N强` `N热线`, `12号文`, `第N…`, `〔2020〕12号`, `7×24小时`, `1+8`, `5G`, `A4`, `COVID-19`. */
const patterns: readonly RegExp[] = [
  new RegExp(idioms.sort((a, b) => b.length - a.length).join("|"), "g"),
  /\d+(?:强|\s*热线|号(?:文件?|令|公告|线|楼))/g,
  /第[\d一二三四五六七八九十百〇零]+/g,
  /[〔[]\d{4}[〕\]]\s*(?:第?\d+号)?/g,
  /\d+(?:[+*:]\d+)+/g,
  /\d+\+|\+\d+/g,
  /[A-Za-z]+-?\d+(?:\.\d+)*/g,
  /^[ \t]*#*[ \t]*(?:\d{1,3}[.、](?!\d)|\(\d{1,3}\))/gm,
  /\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)(?![以及])/g,
];

/** Marks the units of a width-normalised text that hold no figure. */
export function maskedUnits(text: string): Uint8Array {
  const masked = new Uint8Array(text.length);
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) masked.fill(1, match.index, match.index + match[0].length);
  return masked;
}

interface FigureWord {
  readonly pattern: RegExp;
  readonly value: Rational;
  /** Of a span of time, in months; else a ratio. */
  readonly months: boolean;
  /** Has to be encoded. Others may be, and then agree: 免 and 全额 are often said without deciding a figure. */
  readonly needed: boolean;
}

const word = (pattern: RegExp, value: Rational, needed: boolean, months = false): FigureWord => ({
  pattern,
  value,
  needed,
  months,
});

const half = rational(1, 2);

const figureWords: readonly FigureWord[] = [
  word(/减半/g, half, true),
  word(/一半|半数|半价/g, half, true),
  word(/(?<![上下前后])半年/g, rational(6), true, true),
  word(/翻一番|翻番|翻倍|加倍|双倍/g, rational(2), true),
  word(/无息|免息|零利率|零费用|零收费|不(?:予)?计息|不(?:予)?计算|不计(?!其数)/g, ZERO, true),
  word(/(?<![避以难])免(?![疫职])/g, ZERO, false),
  word(/全额/g, rational(1), false),
];

/** Where a text holds such words, and where each ends; the first of the list, where two begin at one place. */
export function figureWordsIn(text: string): ReadonlyMap<number, FigureWord & { readonly end: number }> {
  const found = new Map<number, FigureWord & { readonly end: number }>();
  for (const each of figureWords) {
    const { pattern } = each;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (!found.has(match.index)) found.set(match.index, { ...each, end: pattern.lastIndex });
      // One may begin within another: 统一半价 holds 半价.
      pattern.lastIndex = match.index + 1;
    }
  }
  return found;
}

/** After these, a rise or a fall is written as a share: `提高10%` is 1.1 times, `提高1倍` twice, `压减15%` 0.85. */
export const risingBefore = /(?:提高|增加|增长|上浮|上调|上升|提升|增幅)了?(?:约|近)?$/;
export const fallingBefore = /(?:减少|降低|下降|压减|调减|下调|下浮|缩减|减征|减免|降幅)了?(?:约|近)?$/;
