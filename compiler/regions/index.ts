/**
 * For each outcome, which inputs give which answer, and which clauses decide: the cases that there are, cut where some
 * condition changes, with neighbours of the same answer taken together. Each region shows a case of its own, and the
 * answer is the one that the reference evaluator gives to it. What cannot be listed is said to be so.
 */
import { rational, sign } from "../../grammar/rational.ts";
import type { WitnessInput } from "../../diagnostics/diagnostic.ts";
import { replayIn } from "../4-analyze/index.ts";
import type { Box, Cells } from "../4-analyze/box.ts";
import { intersectBoxes, Space } from "../4-analyze/box.ts";
import type { Formula } from "../4-analyze/dimension.ts";
import { Conditions } from "../4-analyze/formula.ts";
import { contains } from "../4-analyze/interval.ts";
import { type Witness, Witnesses } from "../4-analyze/witness.ts";
import type { Evaluation } from "../evaluate/index.ts";
import { showValue } from "../evaluate/values.ts";
import type { Outcome, Program } from "../lowered.ts";
import { type Answer, answerKey, answerOf } from "./answer.ts";
import { compareBoxes, divide, FormulaKeys, isOpaque, joinBoxes, PIECE_LIMIT, type Piece } from "./divide.ts";
import { Meanings } from "./resolve.ts";
import { sliceOf } from "./slice.ts";
import { Turnings } from "./turning.ts";
import { type Condition, RegionWords } from "./words.ts";

export type { Condition } from "./words.ts";

/** Outcomes that read outcomes that read outcomes: each step may bring new conditions to light. */
const ROUND_LIMIT = 20;

export interface Region {
  /** All of them hold; none: every case. */
  readonly conditions: readonly Condition[];
  readonly answer: Answer;
  /** Run through the reference evaluator. */
  readonly example: { readonly input: WitnessInput; readonly text: string };
  /** Place on each axis of the table; an axis that is not named is covered from end to end. */
  readonly cells: ReadonlyMap<number, Cells>;
}

/** Cases for which no answer is claimed. */
export interface Unlisted {
  readonly conditions: readonly Condition[];
  readonly reason: string;
}

/** A quantity on which regions differ, cut where they do. */
export interface Axis {
  readonly subject: string;
  /** What each stretch between two cuts says, in order. */
  readonly stretches: readonly Condition[];
}

export interface RegionTable {
  readonly outcome: string;
  readonly axes: readonly Axis[];
  readonly regions: readonly Region[];
  readonly unlisted: readonly Unlisted[];
}

/** The tables of the policy's own outcomes, in the author's order. */
export const regionTables = (program: Program): readonly RegionTable[] =>
  program.outcomes
    .filter(({ importedFrom }) => importedFrom === undefined)
    .map((outcome) => regionTable(program, outcome));

function regionTable(program: Program, outcome: Outcome): RegionTable {
  return new Tabulation(sliceOf(program, [outcome]), outcome.name).table();
}

/** Boxes of the same answer, each with a case. */
interface Group {
  readonly answer: Answer;
  readonly pieces: { readonly box: Box; readonly witness: Witness }[];
}

class Tabulation {
  readonly #conditions: Conditions;
  readonly #witnesses: Witnesses;
  readonly #meanings: Meanings;
  readonly #turnings: Turnings;
  readonly #keys = new FormulaKeys();
  readonly #formulas = new Map<string, Formula>();
  readonly #words: RegionWords;

  constructor(
    readonly slice: Program,
    readonly outcome: string,
  ) {
    this.#conditions = new Conditions(slice);
    this.#witnesses = new Witnesses(this.#conditions, replayIn(slice));
    this.#meanings = new Meanings(slice);
    this.#turnings = new Turnings(this.#conditions, this.#meanings);
    this.#words = new RegionWords(this.#conditions);
  }

  table(): RegionTable {
    for (let round = 0; round < ROUND_LIMIT; round += 1) {
      const space = new Space([...this.#formulas.values()]);
      const pieces = divide(space, [...this.#formulas.values()]);
      if (pieces === undefined) return this.#nothing(`要分的情形超过 ${PIECE_LIMIT} 种`);
      const before = this.#formulas.size;
      const table = this.#tabulate(space, pieces);
      if (this.#formulas.size === before) return table;
    }
    return this.#nothing("结果之间的引用太深");
  }

  #nothing(reason: string): RegionTable {
    return { outcome: this.outcome, axes: [], regions: [], unlisted: [{ conditions: [], reason }] };
  }

  /** Learns by the way what else the answers turn on. */
  #tabulate(space: Space, pieces: readonly Piece[]): RegionTable {
    const groups = new Map<string, Group>();
    const left = new Map<string, Box[]>();
    const leave = (reason: string, box: Box): void => void left.set(reason, [...(left.get(reason) ?? []), box]);
    for (const { box, pending } of pieces) {
      const opaque = pending.flatMap((axis) => space.axes[axis]?.dimension ?? []).filter(isOpaque);
      if (pending.length > 0) {
        const names = [...new Set(opaque.flatMap((dimension) => this.#words.opaque(dimension)))];
        leave(`还取决于${names.join("、")},不能按输入划分`, box);
        continue;
      }
      const exhibit = this.#witnesses.exhibit(space, box, () => true);
      if (exhibit.kind === "impossible") continue;
      if (exhibit.kind === "unknown") {
        leave("没有找到这样的情形,也不能证明没有", box);
        continue;
      }
      const { evaluation } = exhibit.witness;
      const { formulas, beyond } = this.#turnings.of(evaluation, this.outcome);
      for (const formula of formulas)
        if (formula.kind !== "constant") this.#formulas.set(this.#keys.of(formula), formula);
      const answer = answerOf(evaluation, this.outcome, this.#meanings);
      if (answer === undefined) continue;
      if (beyond[0] !== undefined) leave(`还取决于${beyond[0]},不能按输入划分`, box);
      else {
        const key = answerKey(answer);
        const group = groups.get(key);
        const shown = { box, witness: exhibit.witness };
        if (group === undefined) groups.set(key, { answer, pieces: [shown] });
        else group.pieces.push(shown);
      }
    }
    return this.#describe(space, [...groups.values()], left);
  }

  #describe(space: Space, groups: readonly Group[], left: ReadonlyMap<string, readonly Box[]>): RegionTable {
    const joined = groups
      .flatMap((group) => {
        const boxes = group.pieces.map(({ box }) => box);
        return joinBoxes(boxes, space).map((box) => ({ group, box }));
      })
      .sort((a, b) => compareBoxes(a.box, b.box, space));
    const axes = new AxisCuts(
      joined.map(({ box }) => box),
      (axis) => space.size(axis),
    );
    const regions = joined.map(({ group, box }): Region => {
      const key = answerKey(group.answer);
      const isSame = (evaluation: Evaluation): boolean => {
        const answer = answerOf(evaluation, this.outcome, this.#meanings);
        return answer !== undefined && answerKey(answer) === key;
      };
      const [first, more] = group.pieces.filter((piece) => intersectBoxes(piece.box, box) !== undefined);
      if (first === undefined) throw new Error(`a region of ${this.outcome} has lost its case`);
      // The plainest of all its cases, unless none but those of its pieces are found.
      const found = more === undefined ? first : this.#witnesses.exhibit(space, box, isSame);
      const { witness } = "witness" in found ? found : first;
      const { evaluation, input } =
        (group.answer.varies ? this.#livelier(space, witness, isSame) : undefined) ?? witness;
      return {
        conditions: this.#conditionsOf(space, box),
        answer: answerOf(evaluation, this.outcome, this.#meanings) ?? group.answer,
        example: { input, text: this.#caseText(evaluation) },
        cells: axes.place(box),
      };
    });
    const unlisted = [...left].flatMap(([reason, boxes]) =>
      joinBoxes(boxes, space).map((box) => ({ conditions: this.#conditionsOf(space, box), reason })),
    );
    return {
      outcome: this.outcome,
      axes: axes.all.map(({ axis, cuts }): Axis => {
        const stretches = cuts
          .slice(1)
          .map((end, place) => this.#words.condition(space, axis, [cuts[place] ?? 0, end]));
        return { subject: stretches[0]?.subject ?? "", stretches };
      }),
      regions,
      unlisted,
    };
  }

  /** The same case with figures in place of zeros, where no condition is about them: a formula of zeros shows little. */
  #livelier(space: Space, { evaluation }: Witness, isSame: (evaluation: Evaluation) => boolean): Witness | undefined {
    const bound = new Set(space.axes.flatMap(({ dimension }) => dimension.variables.map(({ input }) => input)));
    const given = new Map(evaluation.values);
    for (const { name, type } of this.slice.inputs) {
      const value = given.get(name);
      const range = this.#conditions.quantities.input(name)?.range;
      if (bound.has(name) || type.kind !== "quantity" || value?.kind !== "quantity" || range === undefined) continue;
      const figure = type.notation === "ratio" ? rational(1, 10n) : rational(1000);
      if (sign(value.value) === 0 && contains(range, figure)) given.set(name, { kind: "quantity", value: figure });
    }
    return this.#witnesses.exhibitCase(given, isSame);
  }

  #conditionsOf(space: Space, box: Box): readonly Condition[] {
    return [...box].sort(([a], [b]) => a - b).map(([axis, cells]) => this.#words.condition(space, axis, cells));
  }

  #caseText({ values }: Evaluation): string {
    const parts = this.slice.inputs.flatMap((input) => {
      const value = values.get(input.name);
      return value === undefined ? [] : [`${input.name} ${showValue(value, input.type)}`];
    });
    return parts.join("、");
  }
}

/** The dimensions on which regions differ, cut only where one of them begins or ends. */
class AxisCuts {
  readonly all: readonly { readonly axis: number; readonly cuts: readonly number[] }[];

  constructor(boxes: readonly Box[], sizes: (axis: number) => number) {
    const cuts = new Map<number, Set<number>>();
    for (const box of boxes)
      for (const [axis, cells] of box) {
        const known = cuts.get(axis) ?? new Set([0, sizes(axis)]);
        for (const cell of cells) known.add(cell);
        cuts.set(axis, known);
      }
    this.all = [...cuts]
      .map(([axis, found]) => ({ axis, cuts: [...found].sort((a, b) => a - b) }))
      .sort((a, b) => a.axis - b.axis);
  }

  place(box: Box): ReadonlyMap<number, Cells> {
    const placed = new Map<number, Cells>();
    for (const [place, { axis, cuts }] of this.all.entries()) {
      const cells = box.get(axis);
      if (cells !== undefined)
        placed.set(
          place,
          cells.map((cell) => cuts.indexOf(cell)),
        );
    }
    return placed;
  }
}
