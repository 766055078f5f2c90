/**
 * What an answer turns on: the conditions by which the evaluator came to it. Where none of them changes, the same
 * clauses decide, and the answer is of the same kind.
 */
import { addWorkdays } from "../../runtime/calendar.ts";
import { FINAL_YEAR, FIRST_YEAR } from "../../runtime/calendar.generated.ts";
import { ZERO } from "../../grammar/rational.ts";
import { disagreement } from "../4-analyze/agreement.ts";
import type { Formula } from "../4-analyze/dimension.ts";
import type { Conditions } from "../4-analyze/formula.ts";
import { addDays, dayNumber, dayOfNumber } from "../evaluate/dates.ts";
import type { Evaluation, RuleEvaluation } from "../evaluate/evaluation.ts";
import { isPossible } from "../evaluate/rule.ts";
import type { ComparisonOperator, Deadline, Expression, Outcome, Period, Rule } from "../lowered.ts";
import { walk } from "../walk.ts";
import { granting, type Meanings, Resolver, withoutExceptions } from "./resolve.ts";

export interface Turning {
  /** Those that earlier evaluations have not told yet. */
  readonly formulas: readonly Formula[];
  /** What cannot be put as a condition on inputs, in words. */
  readonly beyond: readonly string[];
}

/** What the answer to one outcome turns on. */
export class Turnings {
  /** Conditions and outcomes of which all has been told that does not depend on the case. */
  readonly told = new Set<Expression | Outcome>();

  constructor(
    readonly conditions: Conditions,
    readonly meanings: Meanings,
  ) {}

  /** In cases like the one evaluated. */
  of(evaluation: Evaluation, outcome: string): Turning {
    const collector = new Collector(evaluation, this);
    collector.outcome(outcome);
    return collector;
  }
}

class Collector {
  readonly formulas: Formula[] = [];
  readonly beyond: string[] = [];
  readonly #resolver: Resolver;
  readonly #seen = new Set<string>();

  constructor(
    readonly evaluation: Evaluation,
    readonly turnings: Turnings,
  ) {
    this.#resolver = new Resolver(turnings.meanings, evaluation);
  }

  outcome(name: string): void {
    const evaluated = this.evaluation.outcomes.get(name);
    if (evaluated === undefined || this.#seen.has(name)) return;
    this.#seen.add(name);
    const { formula, period, rules } = evaluated.outcome;
    if (!this.#isTold(evaluated.outcome)) this.#periods([period, ...rules.map((rule) => rule.period)]);
    if (formula !== undefined) this.#value(formula);
    for (const { condition } of rules) if (condition !== undefined) this.#condition(condition);
    this.#grants(evaluated.rules);
    this.#grants(withoutExceptions(evaluated));
  }

  #isTold(one: Expression | Outcome): boolean {
    const isTold = this.turnings.told.has(one);
    this.turnings.told.add(one);
    return isTold;
  }

  #periods(all: readonly (Period | undefined)[]): void {
    const periods = all.filter((period) => period !== undefined);
    const from = (day: string | undefined): void => {
      if (day !== undefined) this.formulas.push(this.turnings.conditions.inForce({ from: day, to: undefined }));
    };
    for (const period of periods) {
      from(period.from);
      if (period.to === undefined) continue;
      from(addDays(period.to, 1));
      // Between two periods the nearer one is named; halfway, the coming one.
      for (const later of periods)
        if (later.from > period.to) from(dayOfNumber(Math.ceil((dayNumber(period.to) + dayNumber(later.from)) / 2)));
    }
  }

  #condition(condition: Expression): void {
    if (!this.turnings.meanings.readsOutcome(condition)) {
      if (this.#isTold(condition)) return;
      // Where a divisor is zero, a condition is neither true nor false.
      this.formulas.push(this.turnings.conditions.read(condition), this.turnings.conditions.read(condition, false));
      return;
    }
    switch (condition.kind) {
      case "and":
      case "or":
        condition.operands.forEach((operand) => this.#condition(operand));
        return;
      case "not":
        this.#condition(condition.operand);
        return;
      default:
        this.#outcomesIn(condition);
        this.#resolved(condition, (resolved, isSpread) => {
          this.#condition(resolved);
          // An interval equals nothing, and is sure to be unequal only where all of it lies on one side.
          if (isSpread) for (const order of ordersOf(resolved)) this.#condition(order);
        });
    }
  }

  /** At each end of the intervals that it is made of. */
  #resolved(expression: Expression, use: (resolved: Expression, isSpread: boolean) => void): void {
    const resolved = this.#resolver.resolve(expression);
    if (resolved === undefined) return;
    const ends = this.turnings.meanings.ends(resolved);
    if (ends === undefined) this.beyond.push("有几项裁量幅度一起参与的条件");
    else for (const end of ends) use(end, ends.length > 1);
  }

  #outcomesIn(expression: Expression): void {
    for (const part of walk(expression)) {
      if (part.kind === "outcome") this.outcome(part.name);
      const meaning = part.kind === "definition" ? this.turnings.meanings.definition(part.name) : undefined;
      if (meaning !== undefined && this.turnings.meanings.readsOutcome(meaning)) this.#outcomesIn(meaning);
    }
  }

  /** Whether it has a value at all: what it reads, and its divisors. */
  #value(expression: Expression): void {
    this.#outcomesIn(expression);
    this.#resolved(expression, (resolved) => this.#divisors(resolved, new Set()));
  }

  #divisors(expression: Expression, seen: Set<string>): void {
    for (const part of walk(expression)) {
      if (part.kind === "arithmetic" && part.operator === "/" && part.right.kind !== "literal")
        this.#compare(part.right, "=", zeroLike(part.right));
      if (part.kind !== "definition" || seen.has(part.name)) continue;
      seen.add(part.name);
      const meaning = this.turnings.meanings.definition(part.name);
      if (meaning !== undefined) this.#divisors(meaning, seen);
    }
  }

  #compare(left: Expression, operator: ComparisonOperator, right: Expression): void {
    const { origin } = left;
    this.#condition({ kind: "comparison", operator, left, right, type: { kind: "boolean" }, origin });
  }

  #grants(rules: readonly RuleEvaluation[]): void {
    const winners = granting(rules);
    const isOrdinary = winners.some(({ rule }) => !rule.otherwise);
    const open = rules.filter((one) => isPossible(one) && !(isOrdinary && one.rule.otherwise));
    const candidates = [...winners, ...open].map(({ rule }) => rule);
    for (const rule of candidates) {
      if (rule.value.kind === "expression") this.#value(rule.value.expression);
      if (rule.deadline !== undefined) this.#deadline(rule.deadline);
      for (const draw of rule.draws) this.#draw(draw);
    }
    for (const [place, first] of candidates.entries())
      for (const second of candidates.slice(place + 1)) this.#agreement(first, second);
  }

  #agreement(first: Rule, second: Rule): void {
    const [a, b] = [this.#resolvedRule(first), this.#resolvedRule(second)];
    if (a === undefined || b === undefined) return;
    const differing = disagreement(a, b, this.turnings.conditions);
    this.formulas.push(differing);
    const isFixed = ({ value }: Rule): boolean =>
      value.kind !== "expression" || this.turnings.meanings.isFixed(value.expression);
    if (differing.kind === "constant" && differing.value && !(isFixed(a) && isFixed(b)))
      this.beyond.push("几条同时适用的条款给出的结果是否一样");
  }

  #resolvedRule(rule: Rule): Rule | undefined {
    if (rule.value.kind !== "expression") return rule;
    const expression = this.#resolver.resolve(rule.value.expression);
    return expression && { ...rule, value: { kind: "expression", expression } };
  }

  #deadline(deadline: Deadline): void {
    const start = deadline.kind === "on" ? deadline.date : deadline.from;
    this.#value(start);
    if (deadline.kind === "on" || deadline.unit !== "workday") return;
    // The working days of some years alone are known.
    const known = knownStarts(deadline.count);
    if (known === undefined) return;
    const { origin } = start;
    const day = (iso: string): Expression => ({
      kind: "literal",
      value: { kind: "date", iso },
      type: { kind: "date" },
      origin,
    });
    this.#resolved(start, (from) => {
      this.#compare(from, ">=", day(known.first));
      this.#compare(from, "<=", day(known.last));
    });
  }

  #draw({ pool: name, amount }: Rule["draws"][number]): void {
    const pool = this.turnings.meanings.program.pools.find((one) => one.name === name);
    if (pool === undefined) return;
    const { total, used } = pool;
    const { type, origin } = total;
    const left: Expression =
      used === undefined ? total : { kind: "arithmetic", operator: "-", left: total, right: used, type, origin };
    this.#value(amount);
    this.#value(left);
    this.#resolved(left, (rest) =>
      this.#resolved(amount, (wanted) => {
        this.#compare(wanted, "<=", rest);
        this.#compare(wanted, "<=", zeroLike(wanted));
      }),
    );
  }
}

function ordersOf(condition: Expression): readonly Expression[] {
  const against = (left: Expression, right: Expression): readonly Expression[] =>
    (["<", ">"] as const).map((operator) => {
      const { origin } = condition;
      return { kind: "comparison", operator, left, right, type: { kind: "boolean" }, origin };
    });
  if (condition.kind === "comparison" && (condition.operator === "=" || condition.operator === "!="))
    return condition.left.type.kind === "boolean" || condition.left.type.kind === "choice"
      ? []
      : against(condition.left, condition.right);
  if (condition.kind !== "membership" || condition.subject.type.kind === "choice") return [];
  const { subject, values, origin } = condition;
  return values.flatMap((value) => against(subject, { kind: "literal", value, type: subject.type, origin }));
}

const zeroLike = ({ type, origin }: Expression): Expression => ({
  kind: "literal",
  value: { kind: "quantity", value: ZERO },
  type,
  origin,
});

/** The first and the last day from which so many working days can be counted; none, where there are too many. */
function knownStarts(count: number): { readonly first: string; readonly last: string } | undefined {
  const first = `${FIRST_YEAR}-01-01`;
  if (addWorkdays(first, count) === undefined) return undefined;
  let [known, unknown] = [dayNumber(first), dayNumber(`${FINAL_YEAR + 1}-01-01`)];
  while (unknown - known > 1) {
    const middle = Math.floor((known + unknown) / 2);
    if (addWorkdays(dayOfNumber(middle) ?? first, count) === undefined) unknown = middle;
    else known = middle;
  }
  return { first, last: dayOfNumber(known) ?? first };
}
