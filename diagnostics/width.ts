import stringWidth from "string-width";

// Letters, Han characters and the punctuation of Chinese text. string-width would give the same, but compiles tables of
// all emoji first, which takes longer than checking a policy.
const common = /^[\u0020-\u007E\u3000-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF60“”‘’…—·×÷≤≥]*$/;
const wide = /[\u3000-\uFF60]/g;

/**
 * How many columns of a terminal a text takes. Curly quotes and other characters of ambiguous width count as one, as
 * terminals draw them by default.
 */
export const displayWidth = (text: string): number =>
  common.test(text) ? text.length + (text.match(wide)?.length ?? 0) : stringWidth(text);
