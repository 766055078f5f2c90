/** Finds a quotation in its document, and where it does not stand there, the passage that comes nearest. */
import type { Span } from "../../diagnostics/source.ts";
import { comparable } from "./comparable.ts";
import type { SourceDocument } from "./document.ts";

interface Located {
  /** One for each part between the ……, in the original text. */
  readonly passages: readonly Span[];
  /** …… leaps over a 。 */
  readonly leaps: boolean;
}

const skip = /…+|\.{3,}|。{3,}/;

/** The parts of a quotation between its ……, as they are compared. */
export const partsOf = (quotation: string): readonly string[] =>
  comparable(quotation)
    .text.split(skip)
    .filter((part) => part !== "");

/** Undefined: it does not stand there. Where it stands twice, `preferred` (the paragraphs of 依据) decides, then order. */
export function locate(
  document: SourceDocument,
  quotation: string,
  preferred: readonly Span[] = [],
): Located | undefined {
  const [first, ...rest] = partsOf(quotation);
  if (first === undefined) return undefined;
  const { text, offsets } = document.comparable;
  const original = (start: number, length: number): Span => ({
    start: offsets[start] ?? 0,
    end: (offsets[start + length - 1] ?? 0) + 1,
  });
  let best: { readonly located: Located; readonly rank: number } | undefined;
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    const passages = [original(at, first.length)];
    let from = at + first.length;
    let leaps = false;
    for (const part of rest) {
      const next = text.indexOf(part, from);
      if (next === -1) return best?.located;
      leaps ||= text.slice(from, next).includes("。");
      passages.push(original(next, part.length));
      from = next + part.length;
    }
    const { start = 0 } = passages[0] ?? {};
    const isPreferred = preferred.length === 0 || preferred.some((span) => span.start <= start && start < span.end);
    const rank = (leaps ? 2 : 0) + (isPreferred ? 0 : 1);
    if (best === undefined || rank < best.rank) best = { located: { passages, leaps }, rank };
    if (rank === 0) break;
  }
  return best?.located;
}

interface NearPassage {
  readonly span: Span;
  /** The part of the quotation that does not stand in the document. */
  readonly part: string;
  /** Where the two first differ: what the quotation says, and what the document says. */
  readonly quoted: string;
  readonly said: string;
}

const LONGEST_COMPARED = 1_000;

/** The passage most like the first part that is not found; undefined where nothing is near. */
export function nearestPassage(document: SourceDocument, quotation: string): NearPassage | undefined {
  const part = partsOf(quotation).find((one) => !document.comparable.text.includes(one));
  if (part === undefined || part.length > LONGEST_COMPARED) return undefined;
  const { text, offsets } = document.comparable;
  const window = likelyWindow(text, part);
  const aligned = window === undefined ? undefined : align(part, text.slice(window.start, window.end));
  if (window === undefined || aligned === undefined || aligned.distance > part.length * 0.5) return undefined;
  const start = window.start + aligned.start;
  const end = window.start + aligned.end;
  return {
    span: { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 },
    part,
    ...firstDifference(part, text.slice(start, end)),
  };
}

/** The stretch of text that shares most pairs of neighbouring signs with `part`: alignment is dear, counting is cheap. */
function likelyWindow(text: string, part: string): Span | undefined {
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < part.length; index += 1) pairs.add(part.slice(index, index + 2));
  const size = Math.ceil(part.length * 1.5);
  const hits: number[] = [0];
  for (let index = 0; index + 1 < text.length; index += 1)
    hits.push((hits[index] ?? 0) + (pairs.has(text.slice(index, index + 2)) ? 1 : 0));
  let best = { start: 0, count: 0 };
  for (let start = 0; start < text.length; start += 1) {
    const count = (hits[Math.min(start + size, hits.length - 1)] ?? 0) - (hits[start] ?? 0);
    if (count > best.count) best = { start, count };
  }
  if (best.count === 0) return undefined;
  return { start: Math.max(0, best.start - part.length), end: Math.min(text.length, best.start + size + part.length) };
}

/** The substring of `text` with the fewest changes from `part`. */
function align(
  part: string,
  text: string,
): { readonly start: number; readonly end: number; readonly distance: number } {
  let last = Array.from({ length: text.length + 1 }, () => 0);
  let lastStarts = Array.from({ length: text.length + 1 }, (_, index) => index);
  for (let row = 1; row <= part.length; row += 1) {
    const distances = [row];
    const starts = [0];
    for (let column = 1; column <= text.length; column += 1) {
      const replaced = (last[column - 1] ?? 0) + (part[row - 1] === text[column - 1] ? 0 : 1);
      const dropped = (last[column] ?? 0) + 1;
      const inserted = (distances[column - 1] ?? 0) + 1;
      const least = Math.min(replaced, dropped, inserted);
      distances.push(least);
      starts.push(
        (least === replaced ? lastStarts[column - 1] : least === dropped ? lastStarts[column] : starts[column - 1]) ??
          0,
      );
    }
    [last, lastStarts] = [distances, starts];
  }
  let end = 0;
  for (let column = 1; column <= text.length; column += 1) if ((last[column] ?? 0) < (last[end] ?? 0)) end = column;
  return { start: lastStarts[end] ?? 0, end, distance: last[end] ?? 0 };
}

/** A few signs of each where they part, long enough to be found by eye. */
function firstDifference(quoted: string, said: string): { readonly quoted: string; readonly said: string } {
  let head = 0;
  while (head < quoted.length && quoted[head] === said[head]) head += 1;
  let tail = 0;
  const most = Math.min(quoted.length, said.length) - head;
  while (tail < most && quoted.at(-1 - tail) === said.at(-1 - tail)) tail += 1;
  const from = Math.max(0, head - 2);
  return { quoted: quoted.slice(from, quoted.length - tail + 2), said: said.slice(from, said.length - tail + 2) };
}
