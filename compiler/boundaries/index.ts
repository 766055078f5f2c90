/**
 * Boundary cases: for each threshold the inputs just below, on and just above it, in the quantity's own grain, with
 * what comes out. The other inputs are the simplest with which the threshold matters.
 */
import { Conditions } from "../4-analyze/formula.ts";
import { Witnesses } from "../4-analyze/witness.ts";
import { statementsOf, subjectOf, withoutIdleInputs } from "../cases/statement.ts";
import { type WrittenCase, writeCase, caseLines } from "../cases/write.ts";
import { withDefaults } from "../evaluate/data.ts";
import { evaluate } from "../evaluate/index.ts";
import { equalValues } from "../evaluate/values.ts";
import { operatorWord, showExpression } from "../evaluate/wording.ts";
import type { Case, Expression, Origin, Program, Value } from "../lowered.ts";
import { type Point, pointsOf, type Side } from "./points.ts";
import { type Target, type Threshold, thresholdsOf } from "./threshold.ts";

export type { Side } from "./points.ts";

export interface BoundaryCase extends WrittenCase {
  readonly side: Side;
  /** The 算例 of the policy that says the same already. */
  readonly existing: string | undefined;
}

export interface Boundary {
  /** `参保职工人数`, and what it is held against: `500人`. */
  readonly subject: string;
  readonly limit: string;
  readonly target: Target;
  readonly origin: Origin;
  /** 低于, 恰为, 高于; of dates 早于, 恰为, 晚于. */
  readonly sides: Readonly<Record<Side, string>>;
  /** None: no case was found in which it matters. */
  readonly cases: readonly BoundaryCase[];
}

export function boundariesOf(program: Program): readonly Boundary[] {
  const conditions = new Conditions(program);
  const witnesses = new Witnesses(conditions, (values) => {
    const evaluation = evaluate(program, values);
    return evaluation.kind === "evaluation" ? evaluation : undefined;
  });
  const names = new Set(program.cases.map(({ name }) => name));
  const seen = new Set<string>();
  return thresholdsOf(conditions).flatMap((threshold): Boundary[] => {
    const { written, target } = threshold;
    const sides = sideWords(written);
    const [subject, limit] = [wordsOf(written.left, written), wordsOf(written.right, written)];
    const points = pointsOf(threshold, conditions, witnesses);
    const needed = neededInputs(points, program, target);
    const inputsAt = ({ values }: Point): WrittenCase["inputs"] =>
      new Map([...values].filter(([name]) => needed.has(name)));
    const key = points.map((point) => caseLines(program, { inputs: inputsAt(point), expectations: [] }).join(" "));
    // Two clauses that meet at a threshold share its cases.
    const shared = [target.kind, target.name, ...key].join("\n");
    if (points.length > 0 && seen.has(shared)) return [];
    seen.add(shared);
    const cases = points
      .filter(({ statement }) => statement.isWritable && statement.isSettled)
      .map((point): BoundaryCase => {
        const inputs = inputsAt(point);
        const existing = program.cases.find((one) => saysTheSame(one, inputs, point, program, target))?.name;
        const name = existing ?? freeName(`${subject}${sides[point.side]}${limit}`, target, names);
        return { side: point.side, name, inputs, expectations: [point.statement.text], existing };
      });
    return [{ subject, limit, target, origin: written.origin, sides, cases }];
  });
}

/** Inputs without which some of the points would come out otherwise. */
function neededInputs(points: readonly Point[], program: Program, { kind, name }: Target): ReadonlySet<string> {
  const [first] = points;
  if (first === undefined) return new Set();
  const subject = subjectOf(kind, name);
  const textOf = (values: ReadonlyMap<string, Value>): string | undefined => {
    const evaluation = evaluate(program, withDefaults(program, values));
    return evaluation.kind === "faults" ? undefined : statementsOf(evaluation).get(subject)?.text;
  };
  // What is varied is given in each case, even where leaving it out would come to the same.
  const varied = [...first.values].filter(([each, value]) =>
    points.some(({ values }) => !equalValues(values.get(each) ?? value, value)),
  );
  const kept = withoutIdleInputs(
    first.values,
    (fewer) =>
      varied.every(([each]) => fewer.has(each)) &&
      points.every(
        ({ values, statement }) => textOf(new Map([...values].filter(([each]) => fewer.has(each)))) === statement.text,
      ),
  );
  return new Set(kept.keys());
}

/** The case gives all of these inputs, and perhaps more; it expects something of the same result, which is the same. */
function saysTheSame(
  { inputs, expectations }: Case,
  wanted: ReadonlyMap<string, Value>,
  { statement }: Point,
  program: Program,
  { kind, name }: Target,
): boolean {
  const isAbout = expectations.some(
    (expectation) =>
      expectation.kind === kind && (expectation.kind === "outcome" ? expectation.outcome : expectation.name) === name,
  );
  const gives = [...wanted].every(([each, value]) => {
    const given = inputs.get(each);
    return given !== undefined && equalValues(given, value);
  });
  if (!isAbout || !gives) return false;
  const evaluation = evaluate(program, withDefaults(program, inputs));
  return (
    evaluation.kind === "evaluation" && statementsOf(evaluation).get(subjectOf(kind, name))?.text === statement.text
  );
}

const sideWords = ({ left }: Threshold["written"]): Readonly<Record<Side, string>> => ({
  below: operatorWord("<", left.type),
  at: "恰为",
  above: operatorWord(">", left.type),
});

/** A figure as it is written (三分之一, 10亿元), anything else by its name. */
function wordsOf(expression: Expression, { origin }: Expression): string {
  const { file, span } = expression.origin;
  const isFigure = expression.kind === "literal" && expression.value.kind === "quantity" && span !== origin.span;
  return isFigure ? file.text.slice(span.start, span.end).replace(/\s+/g, "") : showExpression(expression);
}

function freeName(wished: string, { name }: Target, taken: Set<string>): string {
  let found = wished;
  for (let count = 1; taken.has(found); count += 1) found = `${wished}(${name}${count === 1 ? "" : count})`;
  taken.add(found);
  return found;
}

/** The cases that the policy does not have yet, one for the same inputs, with all that is said of them. */
export function newCases(boundaries: readonly Boundary[], program: Program): readonly BoundaryCase[] {
  const found = new Map<string, BoundaryCase>();
  for (const one of boundaries.flatMap(({ cases }) => cases)) {
    if (one.existing !== undefined) continue;
    const key = caseLines(program, { ...one, expectations: [] }).join("\n");
    const before = found.get(key);
    const expectations = [...new Set([...(before?.expectations ?? []), ...one.expectations])];
    found.set(key, { ...(before ?? one), expectations });
  }
  return [...found.values()];
}

/** As they may be put at the end of the policy's file. */
export const newCasesAsText = (boundaries: readonly Boundary[], program: Program): string =>
  newCases(boundaries, program)
    .map((one) => writeCase(program, one))
    .join("\n");
