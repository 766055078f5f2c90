/**
 * Full and half width are alike. Normalisation keeps every UTF-16 unit in its place, so that spans of the normalised
 * text are spans of the original.
 */

const replacements: ReadonlyMap<number, string> = new Map(
  Object.entries({
    "\u3000": " ",
    "\u00a0": " ",
    "\u1680": " ",
    "\u202f": " ",
    "\u205f": " ",
    "\ufe50": ",",
    "\ufe54": ";",
    "\ufe55": ":",
    "\ufe59": "(",
    "\ufe5a": ")",
    "\ufe6a": "%",
    "\uff61": "。",
    "\uff64": "、",
    "\u30fb": "·",
    "\u2022": "·",
    "\u2013": "—",
    "\u2015": "—",
    "\u2212": "-",
    "\u00d7": "*",
    "\u00f7": "/",
    "\u2215": "/",
    "\u2264": "≤",
    "\u2265": "≥",
    "\u2266": "≤",
    "\u2267": "≥",
    "\r": " ",
    "\f": " ",
    "\v": " ",
    "\u2028": " ",
    "\u2029": " ",
  }).map(([from, to]) => [from.charCodeAt(0), to]),
);

/** Finds the units that may need replacing, so that plain text costs one scan. */
const suspects =
  /[\u00a0\u00d7\u00f7\u1680\u2000-\u200a\u2013\u2015\u2022\u2028\u2029\u202f\u205f\u2212\u2215\u2266\u2267\u3000\u30fb\ufe50-\ufe6a\uff01-\uff5e\uff61\uff64\r\f\v]/g;

function half(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x2000 && code <= 0x200a) return " ";
  return replacements.get(code) ?? unit;
}

/** The text with letters, digits, punctuation and spaces in half width, unit for unit. */
export const normalizeWidth = (text: string): string => text.replace(suspects, half);

const between = (code: number, low: number, high: number): boolean => code >= low && code <= high;

export const isDigit = (code: number): boolean => between(code, 48, 57);
export const isLatin = (code: number): boolean => between(code, 65, 90) || between(code, 97, 122);

/** Han characters, surrogates (the rarer Han characters stand there), Latin letters, digits, `·` and `_`. */
export function isNameUnit(code: number): boolean {
  return (
    between(code, 0x4e00, 0x9fff) ||
    isDigit(code) ||
    isLatin(code) ||
    between(code, 0x3400, 0x4dbf) ||
    between(code, 0xf900, 0xfaff) ||
    isRareHanUnit(code) ||
    code === 0xb7 ||
    code === 0x5f ||
    code === 0x3005 ||
    code === 0x3007 ||
    isForeignLetter(code)
  );
}

/** Surrogates of the supplementary ideographic planes: high halves D840–D88D, and any low half. */
const isRareHanUnit = (code: number): boolean => between(code, 0xd840, 0xd88d) || between(code, 0xdc00, 0xdfff);

/** Greek, Cyrillic and accented Latin letters, which names of goods and plans contain. */
const isForeignLetter = (code: number): boolean =>
  (between(code, 0xc0, 0x24f) && code !== 0xd7 && code !== 0xf7) || between(code, 0x370, 0x52f);

/** A bare name holds Han characters, letters, digits, `·` and `_`; any other needs 「」. */
export function isBareName(text: string): boolean {
  if (text === "") return false;
  let onlyDigits = true;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (!isNameUnit(code)) return false;
    if (!isDigit(code)) onlyDigits = false;
  }
  return !onlyDigits;
}

/** Opening marks of quotations and the marks that close them; a straight mark closes itself. */
export const quoteMarks: ReadonlyMap<string, string> = new Map([
  ["「", "」"],
  ["『", "』"],
  ["“", "”"],
  ["‘", "’"],
  ['"', '"'],
  ["'", "'"],
]);

/**
 * The offset just past the mark that closes the one at `start`, or undefined where none does before `limit`. Marks of
 * the same kind nest; other kinds inside are part of what is quoted.
 */
export function closingEnd(text: string, start: number, limit: number): number | undefined {
  const open = text[start] ?? "";
  const close = open === "《" ? "》" : (quoteMarks.get(open) ?? "");
  let depth = 0;
  for (let index = start; index < limit; index += 1) {
    const unit = text[index];
    if (unit === close && (open !== close || index > start)) {
      depth -= 1;
      if (depth <= 0 || open === close) return index + 1;
    } else if (unit === open) depth += 1;
  }
  return undefined;
}
