/** Cuts a run of text into words and literals: longest first, shorter where the longest does not reach the end. */
import type { Dictionary } from "./dictionary.ts";
import type { Keyword } from "./keywords.ts";
import { type Grain, type Literal, readGrain, readLiterals } from "./literals.ts";
import type { UnitReader } from "./units.ts";
import { isNumeralCharacter } from "./numerals.ts";
import { isDigit, isNameUnit, quoteMarks } from "./width.ts";

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly keyword?: Keyword;
  readonly literal?: Literal;
  readonly grain?: Grain;
  /** A name of another namespace (pool, target, constraint) that the keyword before it introduces. */
  readonly name?: { readonly text: string; readonly start: number; readonly end: number };
  readonly kind: "keyword" | "term" | "literal" | "item" | "unknown";
}

export interface Names {
  readonly pools: readonly string[];
  readonly targets: readonly string[];
  readonly constraints: readonly string[];
}

const hardDelimiters = new Set([" ", "\t", "\n", ",", ";", "。", ":", "|", "《", "」", "』", "”", "’", "》", ""]);

/** Where a run ends, whatever it holds. */
export function isDelimiter(text: string, index: number): boolean {
  const unit = text[index] ?? "";
  return hardDelimiters.has(unit) || quoteMarks.has(unit) || (unit === "/" && text[index + 1] === "/");
}

const itemPattern = /\((?:[一二三四五六七八九十]+|\d{1,2})\)/y;

export class Cutter {
  readonly #names: Readonly<Record<"Draw" | "TargetWord" | "ConstraintWord", readonly string[]>>;

  constructor(
    readonly text: string,
    readonly dictionary: Dictionary,
    readonly units: UnitReader,
    names: Names,
  ) {
    const longestFirst = (list: readonly string[]): readonly string[] => [...list].sort((a, b) => b.length - a.length);
    this.#names = {
      Draw: longestFirst(names.pools),
      TargetWord: longestFirst(names.targets),
      ConstraintWord: longestFirst(names.constraints),
    };
  }

  /** What may stand at `start`, in the order in which it is tried. */
  candidates(start: number, inCase: boolean): Piece[] {
    const { text } = this;
    const pieces: Piece[] = [];
    const item = this.#item(start);
    if (item !== undefined) pieces.push(item);
    const accepts = (keyword: Keyword, end: number): boolean => {
      if (keyword.place === "case") return inCase;
      return keyword.place !== "quoted" || quoteMarks.has(text[skipSpaces(text, end)] ?? "");
    };
    for (const { end, keyword } of this.dictionary.matches(text, start, inCase, accepts)) {
      if (keyword === undefined) pieces.push({ kind: "term", start, end });
      else pieces.push(this.#keyword(keyword, start, end));
    }
    for (const { end, literal } of readLiterals(text, start, this.units))
      pieces.push({ kind: "literal", start, end, literal });
    return pieces;
  }

  /** Some keywords take along what follows them: a grain, or a name of another namespace. */
  #keyword(keyword: Keyword, start: number, end: number): Piece {
    if (keyword.token === "Rounding" || keyword.token === "Grain") {
      const grain = readGrain(this.text, end, this.units);
      return grain === undefined
        ? { kind: "keyword", start, end, keyword }
        : { kind: "keyword", start, end: grain.end, keyword, grain };
    }
    if (keyword.token === "Draw" || keyword.token === "TargetWord" || keyword.token === "ConstraintWord") {
      const name = this.#nameAfter(end, this.#names[keyword.token]);
      if (name !== undefined) return { kind: "keyword", start, end: name.end, keyword, name };
    }
    return { kind: "keyword", start, end, keyword };
  }

  #nameAfter(end: number, known: readonly string[]): Piece["name"] {
    const { text } = this;
    const start = skipSpaces(text, end);
    const declared = known.find((name) => text.startsWith(name, start));
    if (declared !== undefined) return { text: declared, start, end: start + declared.length };
    let stop = start;
    while (isNameUnit(text.charCodeAt(stop))) stop += 1;
    return stop > start ? { text: text.slice(start, stop), start, end: stop } : undefined;
  }

  /** `(一)` and `(1)` at the head of a line or after `:` or `;`. */
  #item(start: number): Piece | undefined {
    if (this.text[start] !== "(") return undefined;
    itemPattern.lastIndex = start;
    const match = itemPattern.exec(this.text);
    if (match === null) return undefined;
    let before = start - 1;
    while (this.text[before] === " " || this.text[before] === "\t") before -= 1;
    if (!["\n", ":", ";", "。", ",", "的", undefined].includes(this.text[before])) return undefined;
    return { kind: "item", start, end: start + match[0].length };
  }

  /** Whether the last cut passed over a shorter word or number that something else could follow. */
  passedOver = false;

  /** The first cut of the run at `start` that reaches a delimiter; undefined where there is none. */
  cut(start: number, inCase: boolean, skip?: (piece: Piece) => boolean): Piece[] | undefined {
    const dead = new Set<number>();
    const frames: { readonly pieces: readonly Piece[]; next: number }[] = [];
    const list = (at: number): Piece[] => {
      const pieces = this.candidates(at, inCase);
      return skip === undefined ? pieces : pieces.filter((piece) => !skip(piece));
    };
    let position = start;
    frames.push({ pieces: list(start), next: 0 });
    for (;;) {
      if (position > start && isDelimiter(this.text, position)) return this.#chosen(frames);
      const frame = frames.at(-1);
      if (frame === undefined) return undefined;
      if (position !== start && frame.next === 0 && dead.has(position)) frame.next = frame.pieces.length;
      const piece = frame.pieces[frame.next];
      if (piece === undefined) {
        frames.pop();
        dead.add(position);
        const previous = frames.at(-1);
        if (previous === undefined) return undefined;
        position = previous.pieces[0]?.start ?? start;
        continue;
      }
      frame.next += 1;
      if (dead.has(piece.end)) continue;
      position = piece.end;
      if (!isDelimiter(this.text, position)) frames.push({ pieces: list(position), next: 0 });
    }
  }

  #chosen(frames: readonly { readonly pieces: readonly Piece[]; readonly next: number }[]): Piece[] {
    const path: Piece[] = [];
    this.passedOver = false;
    for (const { pieces, next } of frames) {
      const piece = pieces[next - 1];
      if (piece === undefined) continue;
      path.push(piece);
      if (pieces.length > next) this.passedOver ||= pieces.some((other) => this.#leadsOn(other, piece));
    }
    return path;
  }

  #leadsOn(shorter: Piece, chosen: Piece): boolean {
    if (shorter.end >= chosen.end) return false;
    const code = this.text.charCodeAt(shorter.end);
    return this.dictionary.mayBegin(code) || isDigit(code) || isNumeralCharacter(this.text[shorter.end] ?? "");
  }

  /**
   * Short words are more often part of a name that no one declared (自主创业, 一次性) than words of their own; least so
   * at the head of a run, where 不 and 可 do stand before names.
   */
  #weight(piece: Piece, atHead: boolean): number {
    if (piece.kind === "literal") return /^\d/.test(this.text.slice(piece.start, piece.end)) ? 1 : 25;
    if (piece.kind !== "keyword" || piece.end - piece.start > 1) return 1;
    return atHead && piece.keyword?.category !== "态度" && piece.keyword?.token !== "Not" ? 15 : 5;
  }

  /** Where no cut reaches the end: the one with the fewest and shortest unknown names. */
  repair(start: number, inCase: boolean): Piece[] {
    const { text } = this;
    let end = start;
    while (end === start || !isDelimiter(text, end)) end += 1;
    const size = end - start;
    const cost = Array.from({ length: size + 1 }, () => 0);
    const within = Array.from({ length: size + 1 }, () => 0);
    const choice = Array.from({ length: size + 1 }, (): Piece | undefined => undefined);
    for (let index = size - 1; index >= 0; index -= 1) {
      const at = start + index;
      const pieces = this.candidates(at, inCase);
      let best = Infinity;
      for (const piece of pieces) {
        const weight = this.#weight(piece, index === 0);
        const total = weight + (piece.end >= end ? 0 : (cost[piece.end - start] ?? 0));
        if (total < best) [best, choice[index]] = [total, piece];
      }
      const known = best;
      // Signs cannot be part of a name: one that nothing reads stands alone and is reported as unreadable.
      const inside = isNameUnit(text.charCodeAt(at))
        ? 10 + Math.min(within[index + 1] ?? 0, cost[index + 1] ?? 0)
        : Infinity;
      const alone = isNameUnit(text.charCodeAt(at)) ? Infinity : 5000 + (cost[index + 1] ?? 0);
      within[index] = inside;
      const unknown = Math.min(1000 + inside, alone);
      if (unknown < known) {
        cost[index] = unknown;
        choice[index] = undefined;
      } else cost[index] = known;
    }
    const result: Piece[] = [];
    for (let index = 0; index < size;) {
      const piece = choice[index];
      const at = start + index;
      if (piece !== undefined) {
        result.push(piece);
        index = piece.end - start;
        continue;
      }
      let stop = index + 1;
      if (isNameUnit(text.charCodeAt(at)))
        while (stop < size && (within[stop] ?? Infinity) <= (cost[stop] ?? 0)) stop += 1;
      result.push({ kind: "unknown", start: at, end: start + stop });
      index = stop;
    }
    return result;
  }
}

function skipSpaces(text: string, start: number): number {
  let index = start;
  while (text[index] === " " || text[index] === "\t") index += 1;
  return index;
}
