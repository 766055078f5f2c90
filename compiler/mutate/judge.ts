/** Whether a slip makes any difference: the simplest case that shows it, or the proof that there is none. */
import type { Rational } from "../../grammar/rational.ts";
import { divide, isInteger, rational } from "../../grammar/rational.ts";
import { Conditions } from "../4-analyze/formula.ts";
import { Witnesses } from "../4-analyze/witness.ts";
import { type Statements, statementsOf, withoutIdleInputs } from "../cases/statement.ts";
import { withDefaults } from "../evaluate/data.ts";
import { type Evaluation, evaluate } from "../evaluate/index.ts";
import { limitFaults } from "../evaluate/limits.ts";
import { edgesOf, limitOf } from "./limits.ts";
import type { Input, Program, Value } from "../lowered.ts";
import { join } from "./joined.ts";
import { type Difference, formulaDifference, requirementDifference, rulesDifference } from "./region.ts";

export type Values = ReadonlyMap<string, Value>;

/** A case that tells the policy from the slip. */
export interface Telling {
  readonly inputs: Values;
  /** As a case writes it: what should come out, and what would. */
  readonly right: string;
  readonly wrong: string;
  /** The 算例 of these inputs that the policy has already, and that does not say it. */
  readonly existing: string | undefined;
}

export type Judgement =
  | { readonly kind: "differs"; readonly telling: Telling }
  /** In all cases that there are, the same comes out. */
  | { readonly kind: "equivalent" }
  | { readonly kind: "unproven" };

/** How many pieces of one region are searched for a case. */
const PIECE_LIMIT = 64;
/** How many of the cases that the proof offers are varied where they show nothing themselves. */
const VARIED_LIMIT = 16;
const REFUSED = "数据不能用";

/** `probes`: cases in which it is likely to show, looked at only where the proof offers none. */
export function judge(program: Program, slipped: Program, probes: () => readonly Values[]): Judgement {
  const compare = new Comparer(program, slipped, probes);
  for (const { name, inputs } of program.cases) {
    const telling = compare.tell(withDefaults(program, inputs));
    if (telling !== undefined) return { kind: "differs", telling: { ...telling, existing: name } };
  }
  const limited = program.inputs.find((input) => limitOf(slipped, input) !== "same");
  return limited === undefined ? compare.search() : compare.atLimit(limited);
}

/** Answers of the policy and of the slip, side by side. */
class Comparer {
  constructor(
    readonly program: Program,
    readonly slipped: Program,
    readonly probes: () => readonly Values[],
  ) {}

  /** Data that is refused was among the cases tried: that all of them were is no proof that there are no others. */
  #refused = false;

  /** The case with what matters of it alone, told by the result that needs the least; undefined where all are alike. */
  tell(values: Values): Telling | undefined {
    const [right, wrong] = [answer(this.program, values), answer(this.slipped, values)];
    if (right === undefined) return undefined;
    let best: { readonly telling: Telling; readonly idle: number } | undefined;
    for (const [subject, statement] of right) {
      const before = statement.text;
      const after = wrong === undefined ? REFUSED : wrong.get(subject)?.text;
      if (!statement.isWritable || after === undefined || after === before) continue;
      const textIn = (program: Program, given: Values): string => answer(program, given)?.get(subject)?.text ?? REFUSED;
      const inputs = withoutIdleInputs(
        values,
        (fewer) => textIn(this.program, fewer) === before && textIn(this.slipped, fewer) === after,
      );
      const idle = [...inputs.keys()].filter((name) => textIn(this.program, without(inputs, name)) === before).length;
      if (best === undefined || idle < best.idle || (idle === best.idle && inputs.size < best.telling.inputs.size))
        best = { telling: { inputs, right: before, wrong: after, existing: undefined }, idle };
    }
    return best?.telling;
  }

  /** A narrower limit shows only in data that should be taken and would be refused. */
  atLimit(input: Input): Judgement {
    const { usualCase } = new Witnesses(new Conditions(this.program), () => undefined);
    for (const value of edgesOf(input, this.slipped)) {
      const telling = this.tell(new Map(usualCase).set(input.name, value));
      if (telling !== undefined) return { kind: "differs", telling };
    }
    return { kind: "unproven" };
  }

  search(): Judgement {
    const joined = join(this.program, this.slipped);
    const conditions = new Conditions(joined.program, { partial: true });
    const seen: Values[] = [];
    const witnesses = new Witnesses(conditions, (values) => {
      seen.push(values);
      const evaluation = evaluate(this.program, values);
      if (evaluation.kind === "evaluation") return evaluation;
      this.#refused = true;
      return undefined;
    });
    let isProven = true;
    const alike = new Set<string>();
    for (const [before, after] of joined.outcomes) {
      const reads = [...joined.outcomesReadBy(before.name)].filter((name) =>
        joined.outcomes.some(([outcome]) => outcome.name === name),
      );
      if (!joined.isRewritten(before.name) && reads.every((name) => alike.has(name))) {
        alike.add(before.name);
        continue;
      }
      const difference =
        before.formula === undefined || after.formula === undefined
          ? rulesDifference([before, after], conditions)
          : formulaDifference([before, after], conditions);
      const found = this.#look(difference, witnesses, seen);
      if (found.kind === "differs") return found;
      if (found.kind === "equivalent" && reads.every((name) => alike.has(name))) alike.add(before.name);
      else isProven = false;
    }
    for (const pair of joined.requirements) {
      const found = this.#look(requirementDifference(pair, conditions), witnesses, seen);
      if (found.kind === "differs") return found;
      if (found.kind === "unproven") isProven = false;
    }
    return isProven ? { kind: "equivalent" } : { kind: "unproven" };
  }

  /** The same with days of our time for those at the ends of the calendar, where that shows it as well. */
  #inOurTime(telling: Telling): Telling {
    let best = telling;
    for (const input of this.program.inputs) {
      const value = best.inputs.get(input.name);
      if (value === undefined || !("iso" in value) || /^(?:19|20)/.test(value.iso)) continue;
      for (const other of usualValues(input)) {
        const found = this.tell(new Map(best.inputs).set(input.name, other));
        if (found === undefined) continue;
        best = found;
        break;
      }
    }
    return best;
  }

  #look({ space, pieces }: Difference, witnesses: Witnesses, seen: Values[]): Judgement {
    let isProven = pieces !== undefined && pieces.length <= PIECE_LIMIT;
    let telling: Telling | undefined;
    const isTold = ({ values }: Evaluation): boolean => (telling = this.tell(values)) !== undefined;
    const varied: Values[] = [];
    for (const piece of (pieces ?? [new Map()]).slice(0, PIECE_LIMIT)) {
      seen.length = 0;
      this.#refused = false;
      const exhibit = witnesses.exhibit(space, piece, isTold);
      if (telling !== undefined) return { kind: "differs", telling: this.#inOurTime(telling) };
      if (exhibit.kind !== "impossible" || this.#refused) isProven = false;
      if (varied.length < VARIED_LIMIT) varied.push(...seen.slice(0, 1));
    }
    if (isProven) return { kind: "equivalent" };
    for (const values of [...varied, ...this.probes()])
      for (const each of variations(this.program, values)) {
        telling = this.tell(each);
        if (telling !== undefined) return { kind: "differs", telling };
      }
    return { kind: "unproven" };
  }
}

function without(values: Values, name: string): Values {
  const fewer = new Map(values);
  fewer.delete(name);
  return fewer;
}

/** Undefined where the data is refused. */
function answer(program: Program, values: Values): Statements | undefined {
  const given = withDefaults(program, values);
  if (isRefused(program, given)) return undefined;
  const evaluation = evaluate(program, given);
  return evaluation.kind === "faults" ? undefined : statementsOf(evaluation);
}

const isRefused = ({ inputs }: Program, values: Values): boolean =>
  inputs.some((input) => {
    const value = values.get(input.name);
    return value !== undefined && limitFaults(input, value).length > 0;
  });

/** Figures that show what rounding and small amounts do. */
const figures: readonly Rational[] = [
  ...Array.from({ length: 20 }, (_, index) => rational(index + 1, 100)),
  ...[1, 2, 3, 5, 7, 10, 33, 50, 99, 100, 500, 1000, 10_000, 1_000_000, 100_000_000].map((figure) => rational(figure)),
];

/** Days and months at which calendars differ in length. */
const days: readonly Value[] = ["2020-01-31", "2020-02-29", "2020-05-13"].map((iso) => ({ kind: "date", iso }));
const months: readonly Value[] = ["2020-02", "2020-05"].map((iso) => ({ kind: "month", iso }));

function usualValues({ type, grain }: Input): readonly Value[] {
  if (type.kind === "date") return days;
  if (type.kind === "month") return months;
  return type.kind === "quantity"
    ? figures
        .filter((figure) => grain === undefined || isInteger(divide(figure, grain)))
        .map((value) => ({ kind: "quantity", value }))
    : [];
}

/** The case itself, and with one figure or day another. */
function* variations(program: Program, values: Values): Generator<Values> {
  yield values;
  for (const input of program.inputs)
    if (values.has(input.name)) for (const value of usualValues(input)) yield new Map(values).set(input.name, value);
}
