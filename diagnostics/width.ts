import { eastAsianWidth } from "get-east-asian-width";

// Letters, Han characters and the punctuation of Chinese text need no cutting into clusters.
const common = /^[\u0020-\u007E\u3000-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF60“”‘’…—·×÷≤≥]*$/;
const wide = /[\u3000-\uFF60]/g;

const unseen = /^[\p{Control}\p{Format}\p{Mark}\p{Surrogate}\p{Default_Ignorable_Code_Point}]+/u;
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}[\s\S]*[\uFE0F\u200D]|^[\d#*]\uFE0F?\u20E3/u;
const trailingHalfWidth = /[\uFF61-\uFF9F]/g;

let segmenter: Intl.Segmenter | undefined;

/** The characters as a reader sees them. The tables for it take a tenth of a start to load: only where one is needed. */
export function clustersOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "grapheme" });
  return segmenter.segment(text);
}

function clusterWidth(cluster: string): number {
  const seen = cluster.replace(unseen, "");
  const first = seen.codePointAt(0);
  if (first === undefined) return 0;
  if (emoji.test(cluster)) return 2;
  // Half-width voice marks join the letter before them, yet take a column of their own.
  return eastAsianWidth(first) + (seen.slice(1).match(trailingHalfWidth)?.length ?? 0);
}

/**
 * How many columns of a terminal a text takes. Curly quotes and other characters of ambiguous width count as one, as
 * terminals draw them by default. The same as string-width gives, without its tables of emoji.
 */
export function displayWidth(text: string): number {
  if (common.test(text)) return text.length + (text.match(wide)?.length ?? 0);
  let width = 0;
  for (const { segment } of clustersOf(text)) width += clusterWidth(segment);
  return width;
}
