/** Texts near to valid ones, and bytes near to nothing. Sizes are bounded: a case is never large, only strange. */
import { keywords } from "../../grammar/index.ts";
import { corpus } from "./corpus.ts";
import type { Random } from "./random.ts";

/** UTF-16 units of the longest text, and bytes of the longest file. */
const LONGEST_TEXT = 6000;
const LONGEST_FILE = 400;

const signs = [
  ..."=>,,;。:: |()「」『』“”《》+-*/×÷%‰<>≤≥—、…·_@#\\'\"?",
  "//",
  "=>",
  "……",
  "\n",
  "\n  ",
  "\n    ",
  "\t",
  "\r\n",
  "　",
  "\u00a0",
  "\u200b",
  "\ufeff",
  "\u0000",
  "\ud800",
  "\udc00",
  "𠮷",
  "é",
  "__proto__",
  "constructor",
  "toString",
];

const figures = (
  "0 1 -1 0.01 5.5% 0.5‰ 500人 1.7万人 400亿元 830元/月 1元/(人·月) 6个月 10个工作日 30日 1年 三分之一 百分之六十 6倍 一个月 " +
  "2020-02-29 2020-02-30 2020-04 2020年4—6月 0000-00-00 9999-12-31 99999999999999999999999999 0.00000000000000000001 1,000 5。5 1e9 是 否 - " +
  "零分之一 〇 两 半 1亿亿亿元 100000000年 99999999个工作日 3.14天 0元 1000元/人—2000元/人"
).split(" ");

const words: readonly string[] = [...signs, ...figures, ...keywords.map(({ word }) => word)];

const terms = (text: string): readonly string[] => text.match(/[\p{Script=Han}\d.%]{1,8}/gu) ?? ["甲"];

function splice(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

function slip(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(12));
  const lines = text.split("\n");
  const line = random.below(lines.length);
  switch (random.below(10)) {
    case 0:
      return splice(text, start, end, "");
    case 1:
      return splice(text, start, start, random.pick(words));
    case 2:
      return splice(text, start, end, random.pick(words));
    case 3:
      return splice(text, start, start, text.slice(start, start + random.below(40)));
    case 4:
      return lines.toSpliced(line, 1).join("\n");
    case 5:
      return lines.toSpliced(random.below(lines.length), 0, lines[line] ?? "").join("\n");
    case 6: {
      const others = random.pick(corpus).split("\n");
      return lines.toSpliced(line, 0, ...others.slice(random.below(others.length)).slice(0, 3)).join("\n");
    }
    case 7:
      return splice(text, start, start, random.pick(terms(text)));
    case 8:
      // Another figure for a figure.
      return text.replace(random.pick(text.match(/\d[\d.]*/g) ?? ["0"]), random.pick(figures));
    default:
      return lines.with(line, " ".repeat(random.below(7)) + (lines[line] ?? "").trimStart()).join("\n");
  }
}

/** A policy of the corpus after up to five slips. */
export function mutatedPolicy(random: Random): string {
  let text = random.pick(corpus);
  for (let slips = random.below(6); slips > 0; slips -= 1) text = slip(text, random);
  return text.slice(0, LONGEST_TEXT);
}

/** Words of the language in any order, under some declarations or none. */
export function wordSalad(random: Random): string {
  const head = random.below(2) === 0 ? "" : "政策 甲\n输入\n  面积: 亩\n  人数: 人\n结果\n  返还: 比例\n条款 乙\n  ";
  const own = random.below(3) === 0 ? [] : ["面积", "人数", "返还", "10亩", "5人", "10%"];
  return head + random.times(40, () => random.pick(random.below(2) === 0 && own.length > 0 ? own : words)).join("");
}

/** Bytes of a file: any at all, or a piece of a policy with some of them changed. */
export function bytes(random: Random): Uint8Array {
  if (random.below(3) === 0) return Uint8Array.from(random.times(LONGEST_FILE / 2, () => random.below(256)));
  const whole = Buffer.from(random.pick(corpus));
  const start = random.below(whole.length);
  const piece = Uint8Array.from(whole.subarray(start, start + random.below(LONGEST_FILE)));
  for (let changes = random.below(4); changes > 0 && piece.length > 0; changes -= 1)
    piece[random.below(piece.length)] = random.below(256);
  return piece;
}
