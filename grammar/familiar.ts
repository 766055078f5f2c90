/** Words and signs that people bring along from everyday writing or from other languages, and what is written here. */

const CONDITION = "条件直接写在前面,条件之后写「=>」,如「裁员率 <= 5.5% => 返还 100%」";
const ARROW = "条件和结果之间写「=>」";
const RESULT = "直接写结果和它的值,如「=> 返还 100%」;要表示态度,写「应当」「可」「不得」或「无需」";

const hints: readonly (readonly [hint: string, words: string])[] = [
  [CONDITION, "如果 假如 若 若是 凡 凡是 对 对于 当 if when"],
  [ARROW, "那么 则 就 then → ⇒ ➔ ->"],
  [RESULT, "给予 予以 发给 发放 支付 给 享受 按"],
  ["几个条件都要成立,写「且」", "and 与 及 和 && &"],
  ["几个条件有一个成立即可,写「或」", "or || |"],
  ["条件的反面写「非」,如「非 纳入低保」", "not 没有 没 !"],
  ["从几到几写「至」,如「3% 至 5.5%」", "到 ~ 〜 ~"],
  ["全部写「100%」", "全部 全额 全数 全款"],
  ["一半写「50%」", "一半 半数"],
  ["写「不得」", "禁止 严禁 不准 不许 不能"],
  ["写「可」", "允许 准予 准许"],
  ["是否写「是」或「否」", "true false yes no TRUE FALSE 真 假 有 无"],
  ["不等于写「!=」", "<> =/="],
];

const known = new Map(hints.flatMap(([hint, words]) => words.split(" ").map((word) => [word, hint] as const)));

export const familiar = (word: string): string | undefined => known.get(word);
