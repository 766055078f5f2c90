/** The algebra of units: what a unit as written is in base units, and how a dimension is shown. */
import type { UnitSyntax } from "../../grammar/ast.ts";
import { divide, multiply, ONE, type Rational } from "../../grammar/rational.ts";
import { unitTable } from "../../grammar/units.ts";
import type { Dimension, QuantityType } from "../lowered.ts";

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const NO_DIMENSION: Dimension = {};

export const RATIO: QuantityType = { kind: "quantity", dimension: NO_DIMENSION, notation: "ratio", unit: "比例" };
export const NUMBER: QuantityType = { kind: "quantity", dimension: NO_DIMENSION, notation: "number", unit: "数" };

function normalise(powers: ReadonlyMap<string, number>): Dimension {
  return Object.fromEntries([...powers].filter(([, power]) => power !== 0).sort(([a], [b]) => byCodePoint(a, b)));
}

export function combine(left: Dimension, right: Dimension, direction: 1 | -1): Dimension {
  const powers = new Map(Object.entries(left));
  for (const [unit, power] of Object.entries(right)) powers.set(unit, (powers.get(unit) ?? 0) + direction * power);
  return normalise(powers);
}

export const sameDimension = (left: Dimension, right: Dimension): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

export const isDimensionless = (dimension: Dimension): boolean => Object.keys(dimension).length === 0;

/** 元/(人·月): money before what it is paid for, several divisors in brackets. */
function showDimension(dimension: Dimension): string {
  const part = (direction: 1 | -1): string[] =>
    Object.entries(dimension)
      .filter(([, power]) => Math.sign(power) === direction)
      .flatMap(([unit, power]) => Array.from({ length: Math.abs(power) }, () => unit));
  const above = part(1).join("·");
  const below = part(-1);
  if (below.length === 0) return above;
  return `${above === "" ? "1" : above}/${below.length === 1 ? below[0] : `(${below.join("·")})`}`;
}

/** 比例 and 数 aside, a quantity is shown with its unit in base units. */
export const quantityType = (dimension: Dimension): QuantityType =>
  isDimensionless(dimension)
    ? NUMBER
    : { kind: "quantity", dimension, notation: "unit", unit: showDimension(dimension) };

export interface UnitMeaning {
  readonly dimension: Dimension;
  /** How many base units one of it is: 1年 is 12 (月), 1分 is 1/100 (元). */
  readonly factor: Rational;
}

/** Units that the file declares are base units of their own. Undefined for a name that is no unit. */
export function unitMeaning(factors: UnitSyntax["factors"], declared: ReadonlySet<string>): UnitMeaning | undefined {
  const powers = new Map<string, number>();
  let factor = ONE;
  for (const { unit, power } of factors) {
    const known = declared.has(unit) ? { base: unit, factor: ONE } : unitTable.get(unit);
    if (known === undefined) return undefined;
    powers.set(known.base, (powers.get(known.base) ?? 0) + power);
    for (let step = 0; step < Math.abs(power); step += 1)
      factor = power > 0 ? multiply(factor, known.factor) : divide(factor, known.factor);
  }
  return { dimension: normalise(powers), factor };
}

/** The part above the line: 元 of 元/人. `1000元—2000元/人` and 舍去到元 on a rate mean the whole rate. */
export const numerator = (dimension: Dimension): Dimension =>
  Object.fromEntries(Object.entries(dimension).filter(([, power]) => power > 0));
