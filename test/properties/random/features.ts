/** What random policies and answers really have in them, as their programs show it: a generator may miss what it aims at. */
import type { Expression, Period, Program } from "../../../compiler/lowered.ts";
import { outcomeExpressions, walk } from "../../../compiler/walk.ts";
import type { EvaluationResult } from "../../../runtime/contract.ts";
import { addDays } from "../../../runtime/dates.ts";
import type { Data } from "./data.ts";

const covers = ({ from, to }: Period, day: string): boolean => from <= day && (to === undefined || day <= to);

const overlap = (a: Period, b: Period): boolean => covers(a, b.from) || covers(b, a.from);

const isOtherYear = (from: string, to: string): boolean => from.slice(0, 4) !== to.slice(0, 4);

/** `所属月 在 A 至 B` and its like, lowered: bounds of one year below those of another. */
function hasMonthsAcrossYears(expression: Expression): boolean {
  if (expression.kind !== "and" && expression.kind !== "or") return false;
  const months = expression.operands.flatMap((part) =>
    part.kind === "comparison" && part.right.kind === "literal" && part.right.value.kind === "month"
      ? [part.right.value.iso]
      : [],
  );
  const [first, second] = months;
  return first !== undefined && second !== undefined && isOtherYear(first, second);
}

const periodsOf = (program: Program): readonly Period[] =>
  [...new Set(program.outcomes.flatMap(({ rules, period }) => [...rules.map((rule) => rule.period), period]))].filter(
    (period) => period !== undefined,
  );

export function* policyFeatures(program: Program): Generator<string> {
  const { outcomes, pools, clauses, targets, definitions, inputs } = program;
  const own = outcomes.filter(({ importedFrom }) => importedFrom === undefined);
  const rules = own.flatMap((outcome) => outcome.rules);
  const policyPeriod = own.find(({ formula }) => formula !== undefined)?.period;
  if (policyPeriod !== undefined) yield "a period of the whole policy";
  if (rules.some(({ period }) => period !== undefined && period !== policyPeriod)) yield "a clause with a period";
  const overlapping = own.some(({ rules: all }) =>
    all.some((a, index) =>
      all.slice(index + 1).some((b) => a.period && b.period && a.period !== b.period && overlap(a.period, b.period)),
    ),
  );
  if (overlapping) yield "periods of one outcome that overlap";
  const draws = rules.flatMap((rule) => rule.draws);
  if (draws.length > 0) yield "a draw on a pool";
  const resting = pools.filter(({ total }) => [...walk(total)].some(({ kind }) => kind === "outcome"));
  if (draws.some(({ pool }) => resting.some(({ name }) => name === pool)))
    yield "a draw on a pool that rests on an outcome";
  const isImported = ({ importedFrom }: { readonly importedFrom: string | undefined }): boolean =>
    importedFrom !== undefined;
  // What the importer does not name is called 政策/名 there.
  const isNamed = ({ name }: { readonly name: string }): boolean => !name.includes("/");
  if (outcomes.filter(isNamed).some(isImported)) yield "an imported outcome";
  if (definitions.filter(isNamed).some(isImported)) yield "an imported definition";
  if (outcomes.filter(isImported).some((outcome) => outcome.rules.some((rule) => rule.draws.length > 0)))
    yield "an imported draw on a pool";
  if (inputs.some(isImported)) yield "an imported input";
  if (clauses.some(({ id }) => id.split("/").length === 3)) yield "a row of a table";
  if (own.flatMap(outcomeExpressions).some((root) => [...walk(root)].some(hasMonthsAcrossYears)))
    yield "months across a turn of the year";
  if (rules.some(({ deadline }) => deadline?.kind === "within" && deadline.unit === "workday"))
    yield "a deadline in working days";
  if (targets.length > 0) yield "a target";
}

export function* dataFeatures(program: Program, data: Data, answer: unknown): Generator<string> {
  const { outcomes } = answer as Partial<EvaluationResult>;
  if (outcomes === undefined) {
    yield "refused";
    return;
  }
  const all = Object.values(outcomes);
  yield* new Set(all.map(({ status }) => status));
  if (all.some((outcome) => outcome.status === "missing" && outcome.reason?.includes("工作日历") === true))
    yield "missing for want of a calendar";
  const day = data["基准日"];
  if (typeof day !== "string") return;
  const [before, after] = [addDays(day, 1), addDays(day, -1)];
  const periods = periodsOf(program);
  if (periods.some(({ from }) => from === day)) yield "on the first day of a period";
  if (periods.some(({ to }) => to === day)) yield "on the last day of a period";
  if (periods.some(({ from }) => from === before)) yield "on the day before a period";
  if (periods.some(({ to }) => to === after)) yield "on the day after a period";
}
