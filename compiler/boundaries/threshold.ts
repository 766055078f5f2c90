/** Every place at which a policy's answers may turn: comparisons of quantities and dates, periods, the end of a pool. */
import { WritingOut } from "../cases/written-out.ts";
import { grantKey } from "../4-analyze/agreement.ts";
import type { Conditions } from "../4-analyze/formula.ts";
import { type Comparison, periodComparisons } from "../day.ts";
import { type Expression, type Origin, type Outcome, type Pool, type Requirement, type Rule } from "../lowered.ts";
import { walk } from "../walk.ts";

/** The result that turns. */
export interface Target {
  readonly kind: "outcome" | "target" | "constraint";
  readonly name: string;
}

export interface Threshold {
  readonly target: Target;
  /** What is compared with what, all outcomes of clauses written out. */
  readonly comparison: Comparison;
  /** As the drafter wrote it. */
  readonly written: Comparison;
  /** Conditions that the comparison is part of: it matters where all others of one of them hold. */
  readonly contexts: readonly Context[];
}

export interface Context {
  readonly condition: Expression;
  /** Rules of other outcomes that must hold for the values written out. */
  readonly rules: readonly Rule[];
  /** Of the exceptions that would win: none of them should hold. */
  readonly exceptions: readonly Expression[];
  readonly clause: string | undefined;
  /** Conditions under which something else would come out, were it not for this one. */
  readonly rivals: readonly Expression[];
}

export function thresholdsOf(conditions: Conditions): readonly Threshold[] {
  const { program } = conditions;
  const found = new Map<string, { readonly threshold: Threshold; readonly contexts: Context[] }>();
  const writingOut = new WritingOut(program);
  const note = (target: Target, place: Place): void => {
    for (const { rules, expressions } of writingOut.ways([place.condition]) ?? []) {
      const [condition] = expressions;
      if (condition === undefined) continue;
      const { exceptions, clause, rivals } = place;
      for (const comparison of walk(condition)) {
        if (!isComparison(comparison) || comparison.left.type.kind === "choice") continue;
        const key = `${target.kind} ${target.name} ${place.clause ?? ""} ${conditions.quantities.key({ ...comparison, operator: "=" })}`;
        const contexts = found.get(key)?.contexts ?? [];
        contexts.push({ condition, rules, exceptions, clause, rivals });
        const asWritten = writingOut.writtenAs(comparison);
        const written = isComparison(asWritten) ? asWritten : comparison;
        if (!found.has(key)) found.set(key, { threshold: { target, comparison, written, contexts }, contexts });
      }
    }
  };
  for (const outcome of program.outcomes)
    if (outcome.importedFrom === undefined)
      for (const place of outcomePlaces(outcome, conditions, writingOut))
        note({ kind: "outcome", name: outcome.name }, place);
  for (const kind of ["target", "constraint"] as const)
    for (const requirement of program[`${kind}s`])
      note({ kind, name: requirement.name }, requirementPlace(requirement));
  return [...found.values()].map(({ threshold }) => threshold);
}

const isComparison = (part: Expression): part is Comparison =>
  part.kind === "comparison" && part.left.type.kind !== "boolean";

type Place = Omit<Context, "rules">;

const both = (operands: readonly Expression[], origin: Origin): Expression => {
  const [only] = operands;
  return operands.length === 1 && only !== undefined
    ? only
    : { kind: "and", operands, type: { kind: "boolean" }, origin };
};

function outcomePlaces(outcome: Outcome, conditions: Conditions, writingOut: WritingOut): readonly Place[] {
  const { pools } = conditions.program;
  const { rules, origin, formula, period } = outcome;
  if (formula !== undefined)
    return period === undefined ? [] : [{ condition: both(periodComparisons(period, origin), origin), ...ALONE }];
  return rules.map((rule) => {
    const parts = [
      ...(rule.condition === undefined ? [] : [rule.condition]),
      ...periodComparisons(rule.period, rule.origin),
      ...rule.draws.flatMap(({ pool, amount }) => {
        const drawn = pools.find(({ name }) => name === pool);
        return drawn === undefined ? [] : [drawComparison(amount, drawn, writingOut)];
      }),
    ];
    const winning = rules.filter((other) => other.beats.includes(rule.clause) || (rule.otherwise && !other.otherwise));
    return {
      condition: both(parts, rule.origin),
      exceptions: winning.flatMap(({ condition }) => condition ?? []),
      clause: rule.clause,
      rivals: rules
        .filter((other) => grantKey(other, conditions) !== grantKey(rule, conditions))
        .flatMap(({ condition }) => condition ?? []),
    };
  });
}

const ALONE = { exceptions: [], clause: undefined, rivals: [] } as const;

function requirementPlace({ condition, requirement, period, origin }: Requirement): Place {
  const parts = [...(condition === undefined ? [] : [condition]), requirement, ...periodComparisons(period, origin)];
  return { condition: both(parts, origin), ...ALONE };
}

/** The amount fits into what is left. */
function drawComparison(amount: Expression, { name, total, used, origin }: Pool, writingOut: WritingOut): Comparison {
  const { type } = total;
  const rest: Expression =
    used === undefined ? total : { kind: "arithmetic", operator: "-", left: total, right: used, type, origin };
  const fits = { kind: "comparison", operator: "<=", type: { kind: "boolean" }, origin } as const;
  const comparison: Comparison = { ...fits, left: amount, right: rest };
  const named: Expression = { kind: "definition", name: `${name}的余额`, type, origin };
  writingOut.show(comparison, { ...fits, left: amount, right: named });
  return comparison;
}
