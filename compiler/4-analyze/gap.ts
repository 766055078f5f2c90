/** Cases of an outcome that no rule covers. */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Outcome } from "../lowered.ts";
import type { Box, Cells, Space } from "./box.ts";
import { uniteCells } from "./box.ts";
import type { LeaveOpen } from "./question.ts";
import type { OutcomeRegions, RuleRegion } from "./region.ts";
import type { Witness, Witnesses } from "./witness.ts";

/** How many gaps of an outcome are shown; the others are counted. */
const SHOWN = 3;
/** How many uncovered boxes are looked into. */
const BOX_LIMIT = 60;
/** How many steps the sweep may take. */
const SWEEP_LIMIT = 20_000;

export function findGaps(regions: OutcomeRegions, witnesses: Witnesses, leaveOpen: LeaveOpen): Diagnostic[] {
  const { outcome, rules, space } = regions;
  const unproven = (): Diagnostic[] => {
    const diagnostic = reportUnproven(regions);
    leaveOpen({ kind: "gap", program: witnesses.conditions.program, outcome, diagnostic });
    return [diagnostic];
  };
  if (outcome.type.kind === "action" || rules.length === 0 || rules.some(coversAll)) return [];
  // Such a rule has been reported already.
  if (rules.some(({ boxes }) => boxes === undefined)) return [];
  // A case that a rule out of its period would cover is 未生效 or 已失效, and no gap.
  const uncovered = sweep(
    rules.map(({ conditionBoxes }) => conditionBoxes),
    space,
  );
  if (uncovered === undefined) return unproven();
  const shown: Witness[] = [];
  let more = 0;
  let isCertain = uncovered.length <= BOX_LIMIT;
  for (const box of uncovered.slice(0, BOX_LIMIT)) {
    if (shown.length >= SHOWN) {
      if (witnesses.isInhabited(space, box)) more += 1;
      continue;
    }
    const exhibit = witnesses.exhibit(
      space,
      box,
      ({ outcomes }) => outcomes.get(outcome.name)?.state.status === "notApplicable",
    );
    if (exhibit.kind === "witness") shown.push(exhibit.witness);
    else if (exhibit.kind === "unknown") isCertain = false;
  }
  const found = shown.map((witness, index) => {
    const least = uncovered.length > BOX_LIMIT ? "至少" : "";
    return reportGap(outcome, witness, more > 0 && index === shown.length - 1 ? `(此外${least}还有 ${more} 处)` : "");
  });
  return found.length === 0 && !isCertain ? unproven() : found;
}

/** 否则 leaves nothing open; one that an amendment brought or ended has a condition, and does so only where it holds. */
const coversAll = ({ rule }: RuleRegion): boolean => rule.otherwise && rule.condition === undefined;

export function reportGap({ name, origin }: Outcome, { words, input }: Witness, more = ""): Diagnostic {
  return diagnose("gap", { outcome: name, case: words, more }, origin.file, origin.span, { witness: input });
}

function reportUnproven({ outcome }: OutcomeRegions): Diagnostic {
  const { file, span } = outcome.origin;
  return diagnose("unproven", { what: `「${outcome.name}」是否每种情形都有条款管到` }, file, span);
}

/** Whether the rules leave no case at all to 否则. */
export function leaveNothing(rules: readonly RuleRegion[], space: Space, witnesses: Witnesses): boolean {
  const uncovered = sweep(
    rules.map(({ boxes }) => boxes),
    space,
  );
  return (
    uncovered !== undefined && uncovered.length <= BOX_LIMIT && uncovered.every((box) => witnesses.isEmpty(space, box))
  );
}

/** A box from its first dimension on: boxes share their tails. */
interface Stretch {
  readonly axis: number;
  readonly cells: Cells;
  readonly rest: Stretch | undefined;
}

interface Uncovered {
  /** Equal for what leaves the same uncovered. */
  readonly id: number;
  /** BOX_LIMIT + 1 of them at most; undefined: everything. */
  readonly boxes: readonly (Stretch | undefined)[];
}

const COVERED: Uncovered = { id: 0, boxes: [] };
const OPEN: Uncovered = { id: 1, boxes: [undefined] };

/** Undefined where it would take too long. */
function sweep(lists: readonly (readonly Box[] | undefined)[], space: Space): readonly Box[] | undefined {
  const boxes: Box[] = [];
  for (const list of lists) {
    if (list === undefined) return undefined;
    boxes.push(...list);
  }
  return new Sweep(boxes, space).run();
}

/**
 * Finds the cases in none of the boxes, as few boxes as the order of dimensions allows: takes one dimension after the
 * other, and stretches of it that leave the same uncovered are one.
 */
class Sweep {
  /** Dimensions that most boxes limit come first. */
  readonly #order: readonly number[];
  /** Beyond the last dimension that it limits, a box covers everything. */
  readonly #depths: readonly number[];
  readonly #known = new Map<string, Uncovered>();
  readonly #ids = new Map<string, number>();
  #steps = 0;

  constructor(
    readonly boxes: readonly Box[],
    readonly space: Space,
  ) {
    const uses = space.axes.map(() => 0);
    for (const box of boxes) for (const axis of box.keys()) uses[axis] = (uses[axis] ?? 0) + 1;
    this.#order = space.axes.map((_, axis) => axis).sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b);
    const rank = new Map(this.#order.map((axis, depth) => [axis, depth]));
    this.#depths = boxes.map((box) => Math.max(0, ...[...box.keys()].map((axis) => (rank.get(axis) ?? 0) + 1)));
  }

  run(): readonly Box[] | undefined {
    const all = this.boxes.map((_, index) => index);
    return this.#visit(all, 0)
      ?.boxes.map(toBox)
      .sort((a, b) => a.size - b.size);
  }

  #visit(active: readonly number[], depth: number): Uncovered | undefined {
    if (active.length === 0) return OPEN;
    if (active.some((index) => (this.#depths[index] ?? 0) <= depth)) return COVERED;
    const axis = this.#order[depth];
    if (axis === undefined) return COVERED;
    const memo = `${depth}:${active.join(",")}`;
    const before = this.#known.get(memo);
    if (before !== undefined) return before;
    if ((this.#steps += 1) > SWEEP_LIMIT) return undefined;
    const result = this.#visitAxis(active, axis, depth);
    if (result !== undefined) this.#known.set(memo, result);
    return result;
  }

  #visitAxis(active: readonly number[], axis: number, depth: number): Uncovered | undefined {
    const current = new Set<number>();
    const starts = new Map<number, number[]>();
    const ends = new Map<number, number[]>();
    for (const index of active) {
      const cells = this.boxes[index]?.get(axis) ?? [];
      if (cells.length === 0) current.add(index);
      for (let place = 0; place < cells.length; place += 2) {
        note(starts, cells[place] ?? 0, index);
        note(ends, cells[place + 1] ?? 0, index);
      }
    }
    const size = this.space.size(axis);
    const cuts = [...new Set([0, ...starts.keys(), ...ends.keys(), size])].sort((a, b) => a - b);
    const stretches = new Map<number, { readonly rest: Uncovered; cells: Cells }>();
    for (const [place, cut] of cuts.entries()) {
      for (const index of ends.get(cut) ?? []) current.delete(index);
      for (const index of starts.get(cut) ?? []) current.add(index);
      const next = cuts[place + 1];
      if (next === undefined) break;
      const left = this.#visit(
        [...current].sort((a, b) => a - b),
        depth + 1,
      );
      if (left === undefined) return undefined;
      if (left.boxes.length === 0) continue;
      const same = stretches.get(left.id);
      if (same === undefined) stretches.set(left.id, { rest: left, cells: [cut, next] });
      else same.cells = uniteCells(same.cells, [cut, next]);
    }
    return this.#gather([...stretches.values()], axis, size);
  }

  #gather(
    stretches: readonly { readonly rest: Uncovered; readonly cells: Cells }[],
    axis: number,
    size: number,
  ): Uncovered {
    const [only] = stretches;
    if (only === undefined) return COVERED;
    if (only.cells.length === 2 && only.cells[0] === 0 && only.cells[1] === size) return only.rest;
    const key = stretches.map(({ rest, cells }) => `${axis}[${cells.join(",")}]${rest.id}`).join("|");
    const id = this.#ids.get(key) ?? this.#ids.size + 2;
    this.#ids.set(key, id);
    const boxes = stretches.flatMap(({ rest, cells }) => rest.boxes.map((tail) => ({ axis, cells, rest: tail })));
    return { id, boxes: boxes.slice(0, BOX_LIMIT + 1) };
  }
}

function note(at: Map<number, number[]>, cut: number, index: number): void {
  const known = at.get(cut);
  if (known === undefined) at.set(cut, [index]);
  else known.push(index);
}

function toBox(stretch: Stretch | undefined): Box {
  const box = new Map<number, Cells>();
  for (let next = stretch; next !== undefined; next = next.rest) box.set(next.axis, next.cells);
  return box;
}
