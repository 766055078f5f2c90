/**
 * One result of two versions: the cases in which it comes out otherwise. The cases that there are are cut where an answer
 * of either version changes in kind, or the two come to differ; the reference evaluator answers a case of each piece.
 */
import { ONE, rational, sign } from "../../grammar/rational.ts";
import { replayIn } from "../4-analyze/index.ts";
import type { Box, Cells } from "../4-analyze/box.ts";
import { Space } from "../4-analyze/box.ts";
import type { Formula } from "../4-analyze/dimension.ts";
import { Conditions } from "../4-analyze/formula.ts";
import { contains } from "../4-analyze/interval.ts";
import { Witnesses } from "../4-analyze/witness.ts";
import { withoutIdleInputs } from "../cases/statement.ts";
import type { Evaluation } from "../evaluate/index.ts";
import { showExpression } from "../evaluate/wording.ts";
import type { Program, Value } from "../lowered.ts";
import { compareBoxes, divide, FormulaKeys, joinBoxes, PIECE_LIMIT } from "../regions/divide.ts";
import { Meanings } from "../regions/resolve.ts";
import { Turnings } from "../regions/turning.ts";
import { type Condition, RegionWords } from "../regions/words.ts";
import { Contrasts, type Pair, type Side } from "./contrast.ts";
import { Forms, Interner } from "./forms.ts";
import { unmarked } from "./joined.ts";
import { hasValue, liesIn } from "./placement.ts";
import { type Said, Saying } from "./said.ts";
import { APPLIES } from "./subject.ts";
import { Unwitnessed } from "./unwitnessed.ts";
import { variations } from "./variations.ts";

export type Values = ReadonlyMap<string, Value>;

/** Cases in which the result comes out otherwise. */
export interface ChangedSet {
  /** All of them hold; none: every case. */
  readonly conditions: readonly Condition[];
  readonly before: Said;
  readonly after: Said;
  /** In some of the cases the two may come to the same after all, as rounding does with small figures. */
  readonly mayCoincide: boolean;
  /** A case of the set, with every input that the result rests on. */
  readonly example: Values;
}

/** Cases of which nothing is claimed. */
export interface Unproven {
  readonly conditions: readonly Condition[];
  readonly reason: string;
  /** A case in which the result does come out otherwise. */
  readonly example: Values | undefined;
}

export interface Difference {
  readonly changed: readonly ChangedSet[];
  readonly unproven: readonly Unproven[];
  /** What each version can come to, over all cases looked at. */
  readonly statuses: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
}

const ROUND_LIMIT = 20;
/** How many cases are tried where it is not proved that there is none. */
const VARIED_LIMIT = 16;
const TRY_LIMIT = 1000;

interface Group {
  readonly before: Said;
  readonly after: Said;
  readonly key: string;
  readonly mayCoincide: boolean;
  readonly boxes: Box[];
}

/** `slice`: the joined program as far as the pairs rest on it. `probes`: cases that may show what the proof cannot. */
export class Comparison {
  readonly #conditions: Conditions;
  readonly #witnesses: Witnesses;
  readonly #meanings: Meanings;
  readonly #turnings: Turnings;
  readonly #contrasts: Contrasts;
  readonly #words: RegionWords;
  readonly #saying: Saying;
  readonly #keys = new FormulaKeys();
  readonly #formulas = new Map<string, Formula>();

  constructor(
    readonly slice: Program,
    readonly pairs: readonly Pair[],
    readonly isRequirement: boolean,
    readonly probes: () => readonly Values[],
  ) {
    this.#conditions = new Conditions(slice, { partial: true });
    this.#witnesses = new Witnesses(this.#conditions, replayIn(slice));
    this.#meanings = new Meanings(slice);
    this.#turnings = new Turnings(this.#conditions, this.#meanings);
    this.#contrasts = new Contrasts(this.#conditions, this.#meanings, new Forms(slice, new Interner()), isRequirement);
    this.#words = new RegionWords(this.#conditions);
    this.#saying = new Saying(this.#meanings, pairs, isRequirement);
  }

  run(): Difference {
    for (let round = 0; round < ROUND_LIMIT; round += 1) {
      const formulas = [...this.#formulas.values()];
      const space = new Space(formulas);
      const pieces = divide(space, formulas, true);
      if (pieces === undefined) return this.#nothing(`要分的情形超过 ${PIECE_LIMIT} 种`);
      const known = this.#formulas.size;
      const difference = this.#sort(
        space,
        pieces.map(({ box }) => box),
      );
      if (this.#formulas.size === known) return difference;
    }
    return this.#nothing("结果之间的引用太深");
  }

  #nothing(reason: string): Difference {
    const example = this.#search([this.#witnesses.usualCase]);
    return {
      changed: [],
      unproven: [{ conditions: [], reason, example }],
      statuses: { before: new Set(), after: new Set() },
    };
  }

  #sort(space: Space, boxes: readonly Box[]): Difference {
    const groups = new Map<string, Group>();
    const left = new Map<string, Box[]>();
    const statuses = { before: new Set<string>(), after: new Set<string>() };
    for (const box of boxes) {
      if (this.#isAbsurd(space, box)) continue;
      const isThere = (evaluation: Evaluation): boolean => liesIn(evaluation, space, box, this.#conditions.quantities);
      const exhibit = this.#witnesses.exhibit(space, box, isThere);
      if (exhibit.kind === "impossible") continue;
      if (exhibit.kind === "unknown") {
        if (!this.#isSameUnseen(space, box)) put(left, "没有找到这样的情形,也不能证明没有", box);
        continue;
      }
      const { evaluation } = exhibit.witness;
      const found = this.#look(evaluation);
      for (const [side, status] of found.statuses) statuses[side].add(status);
      const { isDifferent, isOpen } = found;
      if (found.beyond !== undefined && !(isDifferent && !isOpen)) {
        put(left, `还取决于${unmarked(found.beyond)},不能按输入划分`, box);
        continue;
      }
      if (!isDifferent && !isOpen) continue;
      const said = this.#saidKey(evaluation);
      const key = JSON.stringify([said, isOpen]);
      const group = groups.get(key);
      if (group === undefined)
        groups.set(key, { ...this.#saying.of(evaluation), key: said, mayCoincide: isOpen, boxes: [box] });
      else group.boxes.push(box);
    }
    return this.#describe(space, [...groups.values()], left, statuses);
  }

  /** Both answers to a case, and what they turn on, which is learnt by the way. */
  #look(evaluation: Evaluation) {
    let beyond: string | undefined;
    const statuses: [side: Side, status: string][] = [];
    for (const { before, after, label } of this.pairs) {
      // Whether a target applies at all decides whether its figures are told.
      if (before === after && !(this.isRequirement && (label === "" || label === APPLIES))) continue;
      for (const [side, name] of [["before", before] as const, ["after", after] as const]) {
        if (name === undefined) continue;
        const turning = this.#turnings.of(evaluation, name);
        turning.formulas.forEach((formula) => this.#learn(formula));
        beyond ??= turning.beyond[0];
        const status = evaluation.outcomes.get(name)?.state.status;
        if (status !== undefined && label === "") statuses.push([side, status]);
      }
    }
    const { isDifferent, isOpen, formulas } = this.#contrasts.of(evaluation, this.pairs);
    formulas.forEach((formula) => this.#learn(formula));
    return { isDifferent, isOpen, beyond, statuses };
  }

  #learn(formula: Formula): void {
    if (formula.kind !== "constant") this.#formulas.set(this.#keys.of(formula), formula);
  }

  #differs(evaluation: Evaluation): boolean {
    return this.#contrasts.of(evaluation, this.pairs).isDifferent;
  }

  #isSameUnseen(space: Space, box: Box): boolean {
    const unseen = new Unwitnessed(this.#conditions, this.#meanings, this.#contrasts.forms, space, box);
    return this.pairs.every(({ before, after }) => {
      if (before === after) return true;
      const [a, b] = [before, after].map((name) => this.slice.outcomes.find((outcome) => outcome.name === name));
      return a !== undefined && b !== undefined && unseen.isSame(a, b);
    });
  }

  /** The same case with figures in place of zeros, where no condition is about them: nothing of nothing shows little. */
  #lively(space: Space, box: Box, evaluation: Evaluation, isThere: (evaluation: Evaluation) => boolean): Evaluation {
    const given = new Map(evaluation.values);
    const bound = new Set([...box.keys()].flatMap((axis) => this.#inputsOf(space, axis)));
    for (const { name, type } of this.slice.inputs) {
      const value = given.get(name);
      const range = this.#conditions.quantities.input(name)?.range;
      if (bound.has(name) || type.kind !== "quantity" || value?.kind !== "quantity" || range === undefined) continue;
      const figure = type.notation === "ratio" ? rational(1, 10n) : rational(1000);
      if (sign(value.value) === 0 && contains(range, figure)) given.set(name, { kind: "quantity", value: figure });
    }
    const other = this.#witnesses.exhibitCase(given, isThere);
    return other?.evaluation ?? evaluation;
  }

  /** Cases that say the same of both versions belong together. */
  #saidKey(evaluation: Evaluation): string {
    const { before, after } = this.#saying.of(evaluation);
    return JSON.stringify([before.words, after.words]);
  }

  #describe(
    space: Space,
    groups: readonly Group[],
    left: Map<string, Box[]>,
    statuses: Difference["statuses"],
  ): Difference {
    const changed: { readonly box: Box; readonly set: ChangedSet }[] = [];
    for (const group of groups)
      for (const box of joinBoxes(group.boxes, space)) {
        const example = this.#exampleIn(space, box, group);
        if (example === undefined) {
          put(left, "两版的算法不同,没有找到结果不同的情形,也不能证明没有", box);
          continue;
        }
        const { before, after } = this.#saying.of(example);
        changed.push({
          box,
          set: {
            conditions: this.#conditionsOf(space, box),
            before: { ...group.before, clauses: before.clauses },
            after: { ...group.after, clauses: after.clauses },
            mayCoincide: group.mayCoincide,
            example: this.#withoutIdle(space, box, example),
          },
        });
      }
    const unproven = [...left].flatMap(([reason, boxes]) =>
      joinBoxes(boxes, space).map((box): Unproven => ({
        conditions: this.#conditionsOf(space, box),
        reason,
        example: this.#searchIn(space, box),
      })),
    );
    return {
      changed: changed.sort((a, b) => compareBoxes(a.box, b.box, space)).map(({ set }) => set),
      unproven,
      statuses,
    };
  }

  /** A case of the box in which the versions differ as those of the group do. */
  #exampleIn(space: Space, box: Box, group: Group): Evaluation | undefined {
    const isThere = (evaluation: Evaluation): boolean => liesIn(evaluation, space, box, this.#conditions.quantities);
    const isOne = (evaluation: Evaluation): boolean =>
      isThere(evaluation) && this.#differs(evaluation) && this.#saidKey(evaluation) === group.key;
    let found: Evaluation | undefined;
    const exhibit = this.#witnesses.exhibit(space, box, (evaluation) => {
      if (!isThere(evaluation)) return false;
      const { before, after } = this.#saying.of(evaluation);
      const varies = before.varies || after.varies;
      found = [...(varies ? [this.#lively(space, box, evaluation, isThere)] : []), evaluation].find(isOne);
      return found !== undefined;
    });
    if (found !== undefined || exhibit.kind === "impossible") return found;
    const tried: Values[] = [];
    this.#witnesses.exhibit(space, box, (evaluation) => {
      if (isThere(evaluation) && tried.length < VARIED_LIMIT) tried.push(evaluation.values);
      return false;
    });
    const isInBox = (evaluation: Evaluation): boolean =>
      liesIn(evaluation, space, box, this.#conditions.quantities, true) && isOne(evaluation);
    return this.#vary(tried, isInBox);
  }

  /** Without inputs that neither the conditions nor the answers ask for. */
  #withoutIdle(space: Space, box: Box, evaluated: Evaluation): Values {
    const asked = new Set([...box.keys()].flatMap((axis) => this.#inputsOf(space, axis)));
    const told = (found: Evaluation): string =>
      (["before", "after"] as const).map((side) => this.#contrasts.telling(found, this.pairs, side)).join("\n\n");
    const whole = told(evaluated);
    const replay = replayIn(this.slice);
    const isAsBefore = (fewer: Values): boolean => {
      const evaluation = replay(fewer);
      const isWhole = [...asked].every((name) => fewer.has(name));
      return isWhole && evaluation !== undefined && told(evaluation) === whole;
    };
    return withoutIdleInputs(evaluated.values, isAsBefore);
  }

  #inputsOf(space: Space, axis: number): readonly string[] {
    const variables = space.axes[axis]?.dimension.variables ?? [];
    return variables.flatMap(({ input, reads }) => [...(input === undefined ? [] : [input]), ...reads]);
  }

  #searchIn(space: Space, box: Box): Values | undefined {
    const tried: Values[] = [];
    this.#witnesses.exhibit(space, box, (evaluation) => {
      if (tried.length < VARIED_LIMIT) tried.push(evaluation.values);
      return false;
    });
    return this.#search(tried);
  }

  /** Any case at all in which the versions differ. */
  #search(start: readonly Values[]): Values | undefined {
    return this.#vary([...start, ...this.probes()], (evaluation) => this.#differs(evaluation))?.values;
  }

  /** First the cases themselves, then each with one input another. */
  #vary(cases: readonly Values[], isWanted: (evaluation: Evaluation) => boolean): Evaluation | undefined {
    const tries = [cases, ...cases.map((values) => variations(this.slice, values))];
    let left = TRY_LIMIT;
    for (const list of tries)
      for (const each of list) {
        if ((left -= 1) < 0) return undefined;
        const witness = this.#witnesses.exhibitCase(each, isWanted);
        if (witness !== undefined) return witness.evaluation;
      }
    return undefined;
  }

  #conditionsOf(space: Space, box: Box): readonly Condition[] {
    return [...box]
      .sort(([a], [b]) => a - b)
      .flatMap(([axis, cells]): Condition[] => {
        const presence = this.#presenceOf(space, axis, cells);
        if (presence !== undefined) return presence.isPresent ? [] : [this.#absence(presence.names)];
        const condition = this.#words.condition(space, axis, cells);
        const { subject, text, words } = condition;
        return [{ ...condition, subject: unmarked(subject), text: unmarked(text), words: unmarked(words) }];
      });
  }

  /** Of a dimension that says whether something has a value at all. */
  #presenceOf(space: Space, axis: number, cells: Cells) {
    const { quantities } = this.#conditions;
    const [variable] = space.axes[axis]?.dimension.variables ?? [];
    const unknown = variable && quantities.presentIn(variable);
    if (unknown === undefined) return undefined;
    const isPresent = space.intervals(axis, cells).some((interval) => contains(interval, ONE));
    const expression = quantities.opaqueExpression(unknown);
    const isCertain = expression !== undefined && hasValue(expression, quantities);
    return {
      isPresent,
      isCertain,
      names: expression === undefined ? unknown.reads.join("、") : showExpression(expression),
    };
  }

  /** Nothing that always has a value is without one. */
  #isAbsurd(space: Space, box: Box): boolean {
    return [...box].some(([axis, cells]) => {
      const presence = this.#presenceOf(space, axis, cells);
      return presence?.isCertain === true && !presence.isPresent;
    });
  }

  #absence(names: string): Condition {
    const subject = unmarked(`「${names}」`);
    return { subject, text: `${subject}算不出`, words: "算不出" };
  }
}

function put(left: Map<string, Box[]>, reason: string, box: Box): void {
  left.set(reason, [...(left.get(reason) ?? []), box]);
}
