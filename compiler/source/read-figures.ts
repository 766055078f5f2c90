/** Finds the figures of running text: digits and Chinese numerals with their units, shares, dates, and words like 减半. */
import { readLiterals, type Literal } from "../../grammar/literals.ts";
import { isNumeralCharacter } from "../../grammar/numerals.ts";
import { add, multiply, negate, ONE, rational, type Rational } from "../../grammar/rational.ts";
import { UnitReader, unitTable } from "../../grammar/units.ts";
import { isDigit, isLatin } from "../../grammar/width.ts";
import { readCalendarFigure } from "./calendar-figures.ts";
import { type FigureValue, isCounting, quantityValue, ratioValue } from "./figures.ts";
import { fallingBefore, figureWordsIn, maskedUnits, risingBefore } from "./words.ts";

export interface Figure {
  readonly start: number;
  readonly end: number;
  /** Where a quotation may start and still hold it: after the year of a date. */
  readonly core?: number;
  /** Ways to encode it: `提高10%` is 1.1 times, and 10%. */
  readonly values: readonly FigureValue[];
  /** Whether some statement has to encode it. */
  readonly needed: boolean;
}

type QuantityReading = { readonly end: number; readonly literal: Extract<Literal, { readonly kind: "quantity" }> };

const dashPattern = /(?:—+|~|-|至|到)/y;
const tenthPattern = /[成折](?![员果本立效为功都年人品熟绩])/y;
const pointsPattern = /\s?个?百分点/y;
/** Chinese numerals before these are words more often than figures (十分, 一度, 三角, 四处, 一头). */
const uncertainUnits: ReadonlySet<string> = new Set("分 度 角 厘 季度 头 处 只 千瓦时".split(" "));
const weakUnits: ReadonlySet<string> = new Set(["项"]);

const startsAt = (pattern: RegExp, text: string, start: number): number | undefined => {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length;
};

/** The figures of a width-normalised text, in order; a date without a year before any year is in `issuedYear`. */
export function readFigures(text: string, issuedYear: number, units: UnitReader = new UnitReader()): Figure[] {
  return new FigureReader(text, issuedYear, units).read();
}

class FigureReader {
  readonly #masked: Uint8Array;
  readonly #words: ReturnType<typeof figureWordsIn>;
  readonly #figures: Figure[] = [];
  #year: number;

  constructor(
    readonly text: string,
    issuedYear: number,
    readonly units: UnitReader,
  ) {
    this.#masked = maskedUnits(text);
    this.#words = figureWordsIn(text);
    this.#year = issuedYear;
  }

  read(): Figure[] {
    for (let index = 0; index < this.text.length;) {
      if (this.#masked[index] === 1) index += 1;
      else index = this.#calendar(index) ?? this.#word(index) ?? this.#number(index) ?? index + 1;
    }
    return this.#figures;
  }

  #calendar(start: number): number | undefined {
    const unit = this.text[start] ?? "";
    if (!"年全正".includes(unit) && !isDigit(unit.charCodeAt(0)) && !isNumeralCharacter(unit)) return undefined;
    const found = readCalendarFigure(this.text, start, this.#year);
    if (found === undefined) return undefined;
    for (const part of found.parts) this.#figures.push({ ...part, needed: found.needed });
    this.#year = found.year ?? this.#year;
    return found.end;
  }

  #word(start: number): number | undefined {
    const word = this.#words.get(start);
    if (word === undefined) return undefined;
    const { value, months, needed, end } = word;
    const figure = months ? quantityValue(value, [{ unit: "月", power: 1 }]) : ratioValue(value);
    this.#figures.push({ start, end, values: [figure], needed });
    return end;
  }

  /** The longest reading of a number that does not run into masked words. */
  #reading(start: number): QuantityReading | undefined {
    return readLiterals(this.text, start, this.units).find(
      (match): match is QuantityReading =>
        match.literal.kind === "quantity" && !this.#masked.subarray(start, match.end).includes(1),
    );
  }

  #number(start: number): number | undefined {
    const digits = isDigit(this.text.charCodeAt(start));
    if (!digits && !isNumeralCharacter(this.text[start] ?? "")) return undefined;
    const reading = this.#reading(start);
    if (reading === undefined) return digits ? this.#skipDigits(start) : undefined;
    const { end, literal } = reading;
    const bare = literal.factors === undefined && literal.notation === "bare";
    const special = this.#special(start, end, literal);
    if (special !== undefined) return special;
    if (bare && this.#rangeStart(start, end, literal.value)) return end;
    if (!digits && !this.#isFigure(literal)) return undefined;
    this.#figures.push({
      start,
      end,
      values: this.#valuesOf(start, end, literal),
      needed: this.#isNeeded(digits, end, literal),
    });
    return end;
  }

  #skipDigits(start: number): number {
    let end = start;
    while (isDigit(this.text.charCodeAt(end)) || isLatin(this.text.charCodeAt(end))) end += 1;
    return end;
  }

  /** 六成, 八折, 3个百分点. */
  #special(start: number, end: number, literal: QuantityReading["literal"]): number | undefined {
    const isPoints = literal.factors === undefined || literal.factors[0]?.unit === "个";
    const from = literal.factors === undefined ? end : end - 1;
    const points = isPoints ? startsAt(pointsPattern, this.text, from) : undefined;
    const tenths = literal.factors === undefined ? startsAt(tenthPattern, this.text, end) : undefined;
    const length = points ?? tenths;
    if (length === undefined) return undefined;
    const stop = (points === undefined ? end : from) + length;
    const value = multiply(literal.value, rational(1, points === undefined ? 10 : 100));
    this.#figures.push({ start, end: stop, values: this.#shares(start, value, false), needed: true });
    return stop;
  }

  /** `3—5年`, `1—2万元`, `10—20%`: the lower end shares the unit of the upper. */
  #rangeStart(start: number, end: number, value: Rational): boolean {
    const length = startsAt(dashPattern, this.text, end);
    const upper = length === undefined ? undefined : this.#reading(end + length);
    if (upper === undefined) return false;
    const { factors, notation, scale } = upper.literal;
    if (factors === undefined && notation === "bare") return false;
    const scaled = multiply(value, scale);
    const figure = factors === undefined ? ratioValue(scaled) : quantityValue(scaled, factors);
    this.#figures.push({ start, end, values: [figure], needed: true });
    return true;
  }

  /** A Chinese numeral is a figure where a unit or a share goes with it. */
  #isFigure({ factors, notation }: QuantityReading["literal"]): boolean {
    if (factors === undefined) return notation !== "bare";
    return !factors.some(({ unit }) => uncertainUnits.has(unit));
  }

  #isNeeded(digits: boolean, end: number, { factors, value }: QuantityReading["literal"]): boolean {
    const written = factors?.[0]?.unit;
    if (digits || written === undefined) return true;
    const unit = unitTable.get(written)?.base ?? written;
    // 一个, 一家, 三项: articles more than figures, unless a boundary is drawn at them.
    const boundary = /^及?以[上下内外]/.test(this.text.slice(end, end + 3));
    return (
      boundary || !(weakUnits.has(unit) || (isCounting(unit) && value.numerator === 1n && value.denominator === 1n))
    );
  }

  #valuesOf(start: number, end: number, literal: QuantityReading["literal"]): readonly FigureValue[] {
    const { factors, notation, value } = literal;
    if (notation === "percent" || notation === "perMille" || notation === "fraction" || notation === "times")
      return this.#shares(start, value, notation === "times");
    const quantity = quantityValue(value, factors);
    // 60分 may be points, and 20度 degrees: a bare number agrees with them too.
    const only = factors?.length === 1 ? factors[0]?.unit : undefined;
    const mayBePoints = (only === "分" || only === "千瓦时") && /[分度]/.test(this.text[end - 1] ?? "");
    return mayBePoints ? [quantity, quantityValue(value, undefined)] : [quantity];
  }

  #shares(start: number, value: Rational, times: boolean): readonly FigureValue[] {
    const before = this.text.slice(Math.max(0, start - 6), start);
    if (risingBefore.test(before)) {
      const risen = ratioValue(add(ONE, value));
      return times ? [risen] : [risen, ratioValue(value)];
    }
    if (!times && fallingBefore.test(before)) return [ratioValue(value), ratioValue(add(ONE, negate(value)))];
    return [ratioValue(value)];
  }
}
