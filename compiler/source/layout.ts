/** What the head of a line says: the number of a part or paragraph, and whether the line is a heading alone. */

interface LineHead {
  /** As 依据 names it: `一`, `(二)`, `1`, `第三条`. */
  readonly marker: string | undefined;
  /** How deep the marker stands: 一、 over (一) over 1. over (1). */
  readonly level: number;
  /** A heading holds no sentence. */
  readonly heading: boolean;
  /** Where the words begin, after `#` and marker. */
  readonly body: number;
}

const numeral = "[一二三四五六七八九十百]+";
/** Each with its level; the first that fits counts. 条 are numbered through, over all parts. */
const markers: readonly (readonly [pattern: RegExp, level: number])[] = [
  [new RegExp(`^(第${numeral}[编章节])`), 0],
  [new RegExp(`^(第(?:${numeral}|\\d+)条)`), 0],
  [new RegExp(`^(${numeral})、`), 0],
  [new RegExp(`^(\\(${numeral}\\))`), 1],
  [/^(\d{1,3})[.、](?!\d)/, 2],
  [/^(\(\d{1,3}\))/, 3],
];

/** Of one line, trimmed and width-normalised. */
export function readLine(text: string): LineHead {
  const hashes = /^#+\s*/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(hashes);
  for (const [pattern, level] of markers) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    const heading = hashes > 0 || (level === 0 && !/[。;]/.test(rest) && match[1]?.endsWith("条") !== true);
    return { marker: match[1], level, heading, body: hashes + match[0].length };
  }
  return { marker: undefined, level: 0, heading: hashes > 0, body: hashes };
}

/** The offset just past the bracket that closes the one at `start`; undefined where none does before `limit`. */
export function closingBracket(text: string, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let index = start; index < limit; index += 1) {
    if (text[index] === "(") depth += 1;
    if (text[index] === ")" && (depth -= 1) === 0) return index + 1;
  }
  return undefined;
}
