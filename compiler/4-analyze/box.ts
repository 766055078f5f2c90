/** Boxes: one set of cells for each dimension that they limit. All exact numbers are turned into cell indices first. */
import type { Dimension, Formula } from "./dimension.ts";
import type { Cut, Interval, Region } from "./interval.ts";
import { compareCuts, cutKey } from "./interval.ts";

/** Pairs [start, end) of cell indices, ascending, never touching. */
export type Cells = readonly number[];

/** By the index of the dimension; a dimension that is not named is not limited. Never empty in any dimension. */
export type Box = ReadonlyMap<number, Cells>;

/** One dimension, cut at every boundary that the conditions at hand draw on it. */
interface Axis {
  readonly dimension: Dimension;
  /** The limits of the cells: cell i lies between cuts i and i + 1. */
  readonly cuts: readonly (Cut | undefined)[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** The dimensions of some formulas, and their cells. */
export class Space {
  readonly axes: readonly Axis[];
  readonly #indexOf = new Map<Dimension, number>();

  constructor(formulas: readonly Formula[]) {
    const cuts = new Map<Dimension, Map<string, Cut>>();
    const seen = new Set<Formula>();
    const visit = (formula: Formula): void => {
      if (seen.has(formula) || formula.kind === "constant") return;
      seen.add(formula);
      if (formula.kind !== "atom") {
        formula.operands.forEach(visit);
        return;
      }
      let known = cuts.get(formula.dimension);
      if (known === undefined) cuts.set(formula.dimension, (known = new Map()));
      for (const { low, high } of formula.region)
        for (const cut of [low, high]) if (cut !== undefined) known.set(cutKey(cut), cut);
    };
    formulas.forEach(visit);
    this.axes = [...cuts].map(([dimension, found], index) => {
      this.#indexOf.set(dimension, index);
      const { low, high } = dimension.range;
      const inner = [...found.values()]
        .filter(
          (cut) =>
            (low === undefined || compareCuts(cut, low) > 0) && (high === undefined || compareCuts(cut, high) < 0),
        )
        .sort(compareCuts);
      return {
        dimension,
        cuts: [low, ...inner, high],
        indexOf: new Map(inner.map((cut, position) => [cutKey(cut), position + 1])),
      };
    });
  }

  /** How many cells the dimension has. */
  size(axis: number): number {
    return (this.axes[axis]?.cuts.length ?? 2) - 1;
  }

  /** Where an atom's region lies. */
  atom(dimension: Dimension, region: Region): { readonly axis: number; readonly cells: Cells } {
    const index = this.#indexOf.get(dimension) ?? -1;
    const axis = this.axes[index];
    const last = this.size(index);
    const cells = region.flatMap(({ low, high }) => [
      low === undefined ? 0 : (axis?.indexOf.get(cutKey(low)) ?? 0),
      high === undefined ? last : (axis?.indexOf.get(cutKey(high)) ?? last),
    ]);
    return { axis: index, cells };
  }

  /** Back from cells to numbers. */
  intervals(axis: number, cells: Cells): Interval[] {
    const cuts = this.axes[axis]?.cuts ?? [];
    const found: Interval[] = [];
    for (let index = 0; index < cells.length; index += 2)
      found.push({ low: cuts[cells[index] ?? 0], high: cuts[cells[index + 1] ?? 0] });
    return found;
  }
}

function intersectCells(a: Cells, b: Cells): Cells {
  const common: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [startA = 0, endA = 0, startB = 0, endB = 0] = [a[i], a[i + 1], b[j], b[j + 1]];
    const start = Math.max(startA, startB);
    const end = Math.min(endA, endB);
    if (start < end) common.push(start, end);
    if (endA < endB) i += 2;
    else j += 2;
  }
  return common;
}

export function uniteCells(a: Cells, b: Cells): Cells {
  const pairs: [number, number][] = [];
  for (const cells of [a, b])
    for (let index = 0; index < cells.length; index += 2) pairs.push([cells[index] ?? 0, cells[index + 1] ?? 0]);
  pairs.sort((x, y) => x[0] - y[0]);
  const united: number[] = [];
  for (const [start, end] of pairs) {
    const last = united.length - 1;
    if (last > 0 && start <= (united[last] ?? 0)) united[last] = Math.max(united[last] ?? 0, end);
    else united.push(start, end);
  }
  return united;
}

function complementCells(cells: Cells, size: number): Cells {
  const rest: number[] = [];
  let start = 0;
  for (let index = 0; index < cells.length; index += 2) {
    const from = cells[index] ?? 0;
    if (start < from) rest.push(start, from);
    start = cells[index + 1] ?? size;
  }
  if (start < size) rest.push(start, size);
  return rest;
}

const sameCells = (a: Cells, b: Cells): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

export function intersectBoxes(a: Box, b: Box): Box | undefined {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const common = new Map(large);
  for (const [axis, cells] of small) {
    const other = large.get(axis);
    const both = other === undefined ? cells : intersectCells(cells, other);
    if (both.length === 0) return undefined;
    common.set(axis, both);
  }
  return common;
}

/** What of `a` is not in `b`, as disjoint boxes. */
export function subtractBox(a: Box, b: Box, space: Space): Box[] {
  if (intersectBoxes(a, b) === undefined) return [a];
  const rest: Box[] = [];
  let kept: Box = a;
  for (const [axis, cells] of b) {
    const own = kept.get(axis);
    const outside = complementCells(cells, space.size(axis));
    const left = own === undefined ? outside : intersectCells(own, outside);
    if (left.length > 0) rest.push(new Map(kept).set(axis, left));
    kept = new Map(kept).set(axis, own === undefined ? cells : intersectCells(own, cells));
  }
  return rest;
}

/** The two as one box, where they differ in one dimension at most. */
export function mergeBoxes(a: Box, b: Box): Box | undefined {
  if (a.size !== b.size) return undefined;
  let different: number | undefined;
  for (const [axis, cells] of a) {
    const other = b.get(axis);
    if (other === undefined) return undefined;
    if (sameCells(cells, other)) continue;
    if (different !== undefined) return undefined;
    different = axis;
  }
  if (different === undefined) return a;
  return new Map(a).set(different, uniteCells(a.get(different) ?? [], b.get(different) ?? []));
}
