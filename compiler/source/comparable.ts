/**
 * Text as quotations are compared: spaces, the width of signs and the shape of quotation marks, brackets and dashes say
 * nothing. Every unit kept knows where it stands in the original.
 */
import { normalizeWidth } from "../../grammar/width.ts";

export interface Comparable {
  readonly text: string;
  /** For each unit of `text`, its offset in the original. */
  readonly offsets: readonly number[];
}

const folded: ReadonlyMap<string, string> = new Map(
  Object.entries({ "“”‘’「」『』'": '"', "〈〔【[": "(", "〉〕】]": ")", "–―-~〜": "—", "⋯": "…" }).flatMap(
    ([many, one]) => [...many].map((sign): [string, string] => [sign, one]),
  ),
);

export function comparable(original: string, start = 0, end = original.length): Comparable {
  const normal = normalizeWidth(original.slice(start, end));
  const units: string[] = [];
  const offsets: number[] = [];
  for (let index = 0; index < normal.length; index += 1) {
    const unit = normal[index] ?? "";
    if (unit === " " || unit === "\n" || unit === "\t" || unit === "\ufeff") continue;
    const sign = folded.get(unit) ?? unit;
    // `——` and `—` are one dash.
    if (sign === "—" && units.at(-1) === "—") continue;
    units.push(sign);
    offsets.push(start + index);
  }
  return { text: units.join(""), offsets };
}

/** Two names of documents or bodies are one where these are the same: width, spaces and the shape of marks aside. */
export const wordsOf = (name: string): string => comparable(name).text;

export const sameWords = (a: string, b: string): boolean => a === b || wordsOf(a) === wordsOf(b);
