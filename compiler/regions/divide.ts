/** Cuts the cases that there are into boxes in which no condition changes, and takes boxes of the same answer together. */
import type { Box, Cells } from "../4-analyze/box.ts";
import { mergeBoxes, type Space, uniteCells } from "../4-analyze/box.ts";
import type { Dimension, Formula } from "../4-analyze/dimension.ts";
import { cutKey, isPositive } from "../4-analyze/interval.ts";

/** An outcome whose cases fall into more pieces than this is not listed: nobody would read it. */
export const PIECE_LIMIT = 2000;

/** In place of a condition that has become certain. */
const FALSE = 0;
const TRUE = 1;

/** Conditions with equal ones made one, so that they are compared by number. */
type Node =
  | { readonly kind: "atom"; readonly axis: number; readonly cells: Cells }
  | { readonly kind: "all" | "any"; readonly operands: readonly number[]; readonly axes: ReadonlySet<number> };

/** The same for formulas of the same form. */
export class FormulaKeys {
  readonly #known = new Map<Formula, string>();

  of(formula: Formula): string {
    const known = this.#known.get(formula);
    if (known !== undefined) return known;
    const key = this.#make(formula);
    this.#known.set(formula, key);
    return key;
  }

  #make(formula: Formula): string {
    switch (formula.kind) {
      case "constant":
        return String(formula.value);
      case "atom": {
        const cuts = formula.region.map(
          ({ low, high }) => `${low === undefined ? "" : cutKey(low)}~${high === undefined ? "" : cutKey(high)}`,
        );
        return `${formula.dimension.key}[${cuts.join(",")}]`;
      }
      default:
        return `${formula.kind}(${formula.operands.map((operand) => this.of(operand)).join(";")})`;
    }
  }
}

/** A dimension that is an expression the proof does not look into. */
export const isOpaque = ({ variables }: Dimension): boolean => variables.some(({ input }) => input === undefined);

export interface Piece {
  readonly box: Box;
  /** Dimensions of expressions that cannot be split, on which the answer still depends. */
  readonly pending: readonly number[];
}

/** Undefined: more than PIECE_LIMIT. `isThrough`: what cannot be put as a condition on inputs is cut all the same. */
export function divide(space: Space, formulas: readonly Formula[], isThrough = false): readonly Piece[] | undefined {
  const division = new Division(space, isThrough);
  const roots = formulas.map((formula) => division.node(formula));
  return division.run(roots) ? division.pieces : undefined;
}

class Division {
  readonly pieces: Piece[] = [];
  readonly #nodes: (Node | undefined)[] = [undefined, undefined];
  readonly #ids = new Map<string, number>();
  readonly #order: readonly number[];

  constructor(
    readonly space: Space,
    readonly isThrough: boolean,
  ) {
    this.#order = orderOf(space);
  }

  node(formula: Formula): number {
    switch (formula.kind) {
      case "constant":
        return formula.value ? TRUE : FALSE;
      case "atom": {
        const { axis, cells } = this.space.atom(formula.dimension, formula.region);
        return this.#intern({ kind: "atom", axis, cells }, `${axis}[${cells.join(",")}]`);
      }
      default:
        return this.#join(
          formula.kind,
          formula.operands.map((operand) => this.node(operand)),
        );
    }
  }

  #intern(node: Node, key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#nodes.length);
    this.#nodes.push(node);
    return this.#nodes.length - 1;
  }

  #join(kind: "all" | "any", operands: readonly number[]): number {
    const [settled, neutral] = kind === "all" ? [FALSE, TRUE] : [TRUE, FALSE];
    if (operands.includes(settled)) return settled;
    const open = [...new Set(operands)].filter((operand) => operand !== neutral).sort((a, b) => a - b);
    const [only] = open;
    if (only === undefined) return neutral;
    if (open.length === 1) return only;
    const axes = new Set(open.flatMap((operand) => [...this.#axes(operand)]));
    return this.#intern({ kind, operands: open, axes }, `${kind}(${open.join(",")})`);
  }

  #axes(id: number): Iterable<number> {
    const node = this.#nodes[id];
    if (node === undefined) return [];
    return node.kind === "atom" ? [node.axis] : node.axes;
  }

  #mentions(id: number, axis: number): boolean {
    const node = this.#nodes[id];
    if (node === undefined) return false;
    return node.kind === "atom" ? node.axis === axis : node.axes.has(axis);
  }

  /** What is left of the condition in one cell. */
  #within(id: number, axis: number, cell: number, known: Map<number, number>): number {
    const node = this.#nodes[id];
    if (node === undefined || !this.#mentions(id, axis)) return id;
    const before = known.get(id);
    if (before !== undefined) return before;
    const rest =
      node.kind === "atom"
        ? holds(node.cells, cell)
          ? TRUE
          : FALSE
        : this.#join(
            node.kind,
            node.operands.map((operand) => this.#within(operand, axis, cell, known)),
          );
    known.set(id, rest);
    return rest;
  }

  /** False: too many pieces. */
  run(conditions: readonly number[], box: Box = new Map()): boolean {
    const open = [...new Set(conditions)].filter((id) => id > TRUE);
    const axis = this.#order.find((candidate) => open.some((id) => this.#mentions(id, candidate)));
    const dimension = axis === undefined ? undefined : this.space.axes[axis]?.dimension;
    if (axis === undefined || dimension === undefined || (isOpaque(dimension) && !this.isThrough)) {
      const pending = [...new Set(open.flatMap((id) => [...this.#axes(id)]))].sort((a, b) => a - b);
      this.pieces.push({ box, pending });
      return this.pieces.length <= PIECE_LIMIT;
    }
    // Cells that leave the same are one.
    const branches = new Map<string, { readonly rest: readonly number[]; cells: Cells }>();
    for (let cell = 0; cell < this.space.size(axis); cell += 1) {
      const known = new Map<number, number>();
      const rest = open.map((id) => this.#within(id, axis, cell, known));
      const key = rest.join(",");
      const same = branches.get(key);
      if (same === undefined) branches.set(key, { rest, cells: [cell, cell + 1] });
      else same.cells = uniteCells(same.cells, [cell, cell + 1]);
    }
    for (const { rest, cells } of branches.values()) if (!this.run(rest, new Map(box).set(axis, cells))) return false;
    return true;
  }
}

function holds(cells: Cells, cell: number): boolean {
  for (let index = 0; index < cells.length; index += 2)
    if (cell >= (cells[index] ?? 0) && cell < (cells[index + 1] ?? 0)) return true;
  return false;
}

/**
 * As the conditions name them; but first the inputs that may be a divisor and zero, since there is no ratio to speak of
 * then, and last what cannot be split.
 */
function orderOf({ axes }: Space): readonly number[] {
  const doubtful = new Set(
    axes.flatMap(({ dimension }) => (dimension.denominator ?? []).filter(({ range }) => !isPositive(range))),
  );
  const rank = ({ variables, denominator }: Dimension): number => {
    const [only] = variables;
    return denominator === undefined && variables.length === 1 && only !== undefined && doubtful.has(only) ? 0 : 1;
  };
  return axes
    .map(({ dimension }, axis) => ({ axis, rank: isOpaque(dimension) ? 2 : rank(dimension) }))
    .sort((a, b) => a.rank - b.rank || a.axis - b.axis)
    .map(({ axis }) => axis);
}

/** As few boxes as joining two at a time gives, in the order of what they say. */
export function joinBoxes(boxes: readonly Box[], space: Space): readonly Box[] {
  let joined = boxes.map((box) => withoutWhole(box, space));
  for (let before = Infinity; joined.length < before;) {
    before = joined.length;
    joined = joinOnce(joined, space);
  }
  return joined;
}

function joinOnce(boxes: readonly Box[], space: Space): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    let grown = box;
    for (let index = 0; index < joined.length;) {
      const both = mergeBoxes(joined[index] ?? grown, grown);
      if (both === undefined) {
        index += 1;
        continue;
      }
      grown = withoutWhole(both, space);
      joined.splice(index, 1);
      index = 0;
    }
    joined.push(grown);
  }
  return joined;
}

/** A dimension limited to all of its cells is not limited. */
function withoutWhole(box: Box, space: Space): Box {
  return new Map([...box].filter(([axis, cells]) => !(cells[0] === 0 && cells[1] === space.size(axis))));
}

/** By their first cells, dimension by dimension. */
export function compareBoxes(a: Box, b: Box, space: Space): number {
  for (const axis of space.axes.keys()) {
    const by = (a.get(axis)?.[0] ?? 0) - (b.get(axis)?.[0] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
}
