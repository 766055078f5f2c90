/** Formulas as lists of boxes: the condition holds in the cases of each box, and in no others. */
import type { Box, Space } from "./box.ts";
import { intersectBoxes, mergeBoxes, subtractBox } from "./box.ts";
import type { Formula } from "./dimension.ts";

/** A condition that falls into more boxes than this is left unproven. */
export const BOX_LIMIT = 512;
/** Merging looks at all pairs, so only short lists are worth it. */
const MERGE_LIMIT = 64;

/** Undefined: beyond BOX_LIMIT. */
export type Boxes = readonly Box[] | undefined;

const ANYTHING: Box = new Map();

export class NormalForms {
  readonly #known = new Map<Formula, Boxes>();

  constructor(readonly space: Space) {}

  of(formula: Formula): Boxes {
    if (this.#known.has(formula)) return this.#known.get(formula);
    const boxes = this.#make(formula);
    this.#known.set(formula, boxes);
    return boxes;
  }

  #make(formula: Formula): Boxes {
    switch (formula.kind) {
      case "constant":
        return formula.value ? [ANYTHING] : [];
      case "atom": {
        const { axis, cells } = this.space.atom(formula.dimension, formula.region);
        return cells.length === 0 ? [] : [new Map([[axis, cells]])];
      }
      case "all":
        return this.#conjoin(formula.operands);
      case "any": {
        const found: Box[] = [];
        for (const operand of formula.operands) {
          const boxes = this.of(operand);
          if (boxes === undefined || found.length + boxes.length > BOX_LIMIT) return undefined;
          found.push(...boxes);
        }
        return merge(found);
      }
    }
  }

  #conjoin(operands: readonly Formula[]): Boxes {
    // Plain limits first: they rule out most of the combinations that alternatives would multiply into.
    const lists: (readonly Box[])[] = [];
    for (const operand of operands) {
      const boxes = this.of(operand);
      if (boxes === undefined) return undefined;
      lists.push(boxes);
    }
    lists.sort((a, b) => a.length - b.length);
    let found: readonly Box[] = [ANYTHING];
    for (const list of lists) {
      const next = intersectLists(found, list);
      if (next === undefined) return undefined;
      found = merge(next);
    }
    return found;
  }
}

export function intersectLists(a: readonly Box[], b: readonly Box[]): Boxes {
  const found: Box[] = [];
  for (const left of a)
    for (const right of b) {
      const both = intersectBoxes(left, right);
      if (both !== undefined) found.push(both);
      if (found.length > BOX_LIMIT) return undefined;
    }
  return found;
}

export function subtractLists(from: readonly Box[], away: readonly Box[], space: Space): Boxes {
  let rest = from;
  for (const box of away) {
    rest = rest.flatMap((piece) => subtractBox(piece, box, space));
    if (rest.length > BOX_LIMIT) return undefined;
  }
  return rest;
}

function merge(boxes: readonly Box[]): readonly Box[] {
  if (boxes.length < 2 || boxes.length > MERGE_LIMIT) return boxes;
  const merged: Box[] = [];
  for (const box of boxes) {
    let grown = box;
    for (let index = 0; index < merged.length;) {
      const joined = mergeBoxes(merged[index] ?? grown, grown);
      if (joined === undefined) {
        index += 1;
        continue;
      }
      grown = joined;
      merged.splice(index, 1);
      index = 0;
    }
    merged.push(grown);
  }
  return merged;
}
