/** Second readings: the same characters cut at other places, where that would be a sentence too. */
import { Cutter, isDelimiter, type Piece } from "./cut.ts";
import type { Dictionary } from "./dictionary.ts";
import type { CutRun } from "./lexer.ts";
import type { UnitReader } from "./units.ts";

/** Enough to find the one that parses, and a bound on the work that odd vocabularies cause. */
const MOST_READINGS = 8;

/** Other cuts of a run in which some word crosses a boundary of the chosen one. */
export function secondReadings(run: CutRun, cutter: Cutter, inCase: boolean): CutRun[] {
  const boundaries = new Set(run.pieces.map(({ end }) => end));
  const before = new Map<number, Piece | undefined>([[run.start, undefined]]);
  const queue = [run.start];
  const readings: CutRun[] = [];
  for (const position of queue) {
    for (const piece of cutter.candidates(position, inCase)) {
      if (piece.end > run.end) continue;
      if (crosses(piece, boundaries)) {
        const rest = isDelimiter(cutter.text, piece.end) ? [] : cutter.cut(piece.end, inCase);
        if (rest !== undefined && (rest.at(-1)?.end ?? piece.end) <= run.end)
          readings.push({ start: run.start, end: run.end, pieces: [...pathTo(position, before), piece, ...rest] });
        if (readings.length >= MOST_READINGS) return readings;
        continue;
      }
      if (before.has(piece.end) || isDelimiter(cutter.text, piece.end)) continue;
      before.set(piece.end, piece);
      queue.push(piece.end);
    }
  }
  return readings;
}

function crosses(piece: Piece, boundaries: ReadonlySet<number>): boolean {
  for (let index = piece.start + 1; index < piece.end; index += 1) if (boundaries.has(index)) return true;
  return false;
}

function pathTo(position: number, before: ReadonlyMap<number, Piece | undefined>): Piece[] {
  const path: Piece[] = [];
  for (let piece = before.get(position); piece !== undefined; piece = before.get(piece.start)) path.unshift(piece);
  return path;
}

interface Contrast {
  readonly start: number;
  readonly end: number;
  readonly first: string;
  readonly second: string;
}

/** Where two readings differ, and their words there: 参保职工|人数 and 参保|职工人数. */
export function contrast(text: string, chosen: readonly Piece[], other: readonly Piece[]): Contrast {
  const [a, b] = [[...chosen], [...other]];
  const same = (one: Piece | undefined, two: Piece | undefined): boolean =>
    one !== undefined && one.start === two?.start && one.end === two.end;
  while (a.length > 1 && b.length > 1 && same(a[0], b[0])) {
    a.shift();
    b.shift();
  }
  while (a.length > 1 && b.length > 1 && same(a.at(-1), b.at(-1))) {
    a.pop();
    b.pop();
  }
  const words = (pieces: readonly Piece[]): string => pieces.map(({ start, end }) => text.slice(start, end)).join("|");
  return { start: a[0]?.start ?? 0, end: a.at(-1)?.end ?? 0, first: words(a), second: words(b) };
}

/** How a term may be cut wholly into other terms and keywords; undefined where it may not. */
export function divided(term: string, dictionary: Dictionary, units: UnitReader): string | undefined {
  const cutter = new Cutter(term, dictionary, units, { pools: [], targets: [], constraints: [] });
  const pieces = cutter.cut(0, false, (piece) => piece.kind === "literal" || piece.end - piece.start === term.length);
  return pieces?.map(({ start, end }) => term.slice(start, end)).join("|");
}
