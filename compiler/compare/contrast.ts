/** Two answers to one case: whether they differ, and where in cases like it they would. */
import { formatRational, sign, ZERO } from "../../grammar/rational.ts";
import type { Formula } from "../4-analyze/dimension.ts";
import type { Conditions } from "../4-analyze/formula.ts";
import type { Evaluation, OutcomeEvaluation } from "../evaluate/evaluation.ts";
import { plainValue } from "../evaluate/values.ts";
import type { Deadline, Expression, Pool, RequirementStatus, Value } from "../lowered.ts";
import { isOpaque } from "../regions/divide.ts";
import { granting, type Meanings, Resolver, withoutExceptions } from "../regions/resolve.ts";
import { walk } from "../walk.ts";
import type { Forms } from "./forms.ts";
import { unmarked } from "./joined.ts";
import { APPLIES } from "./subject.ts";

const valueText = (value: Value): string => `${value.kind} ${plainValue(value)}`;

/** All that an answer tells, but for the clauses that decide and the words of a reason. */
function tellingOf({ state, modality, due, otherwise, grants }: OutcomeEvaluation): string {
  const parts: (string | undefined)[] = [state.status];
  switch (state.status) {
    case "determined":
      parts.push(valueText(state.value));
      break;
    case "discretion":
      parts.push(valueText(state.low), valueText(state.high));
      break;
    case "options":
      parts.push(...[...state.options].sort());
      break;
    case "elsewhere":
      parts.push(state.text);
      break;
    case "notInForce":
      parts.push(state.period.from, state.period.to, state.phase);
      break;
    case "exhausted":
      parts.push(unmarked(state.pool), formatRational(state.remaining));
      break;
    default:
      break;
  }
  const drawn = grants.flatMap(({ draws }) =>
    draws.map(({ pool, amount }) => `${unmarked(pool)} ${formatRational(amount)}`),
  );
  return JSON.stringify([parts, modality, due, otherwise && valueText(otherwise), [...new Set(drawn)].sort()]);
}

export interface Contrast {
  /** In the case evaluated. */
  readonly isDifferent: boolean;
  /** Where figures differ, in cases of the same clauses. */
  readonly formulas: readonly Formula[];
  /** Whether figures differ depends on more than conditions can say: rounding, months added to days, many ends. */
  readonly isOpen: boolean;
}

/** A figure of a result in both versions, by what the joined program calls it; undefined: that version lacks it. */
export interface Pair {
  /** Empty for the answer itself. */
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export type Side = "before" | "after";

/** A target or a constraint knows fewer ways of having no answer than an outcome; undefined where it has one. */
export function requirementStatus({ state: { status } }: OutcomeEvaluation): RequirementStatus | "refused" | undefined {
  switch (status) {
    case "notApplicable":
    case "notInForce":
    case "exhausted":
      return "notApplicable";
    case "missing":
    case "conflict":
      return "missing";
    case "fault":
      return "refused";
    default:
      return undefined;
  }
}

export class Contrasts {
  constructor(
    readonly conditions: Conditions,
    readonly meanings: Meanings,
    readonly forms: Forms,
    readonly isRequirement: boolean,
  ) {}

  of(evaluation: Evaluation, pairs: readonly Pair[]): Contrast {
    const collector = new Collector(this, new Resolver(this.meanings, evaluation));
    for (const { label, before, after } of pairs) {
      const [a, b] = [this.#answer(evaluation, label, before), this.#answer(evaluation, label, after)];
      if (a !== undefined && b !== undefined && a !== b) collector.answers(a, b);
      // Where it does not apply, it has no figures.
      if (this.#isClosed(label, a) || this.#isClosed(label, b)) break;
    }
    const [first, second] = [this.telling(evaluation, pairs, "before"), this.telling(evaluation, pairs, "after")];
    return { isDifferent: first !== second, formulas: collector.formulas, isOpen: collector.isOpen };
  }

  /** Equal texts tell the same. */
  telling(evaluation: Evaluation, pairs: readonly Pair[], side: Side): string {
    const told: (string | undefined)[] = [];
    for (const pair of pairs) {
      const answer = this.#answer(evaluation, pair.label, pair[side]);
      const status = this.isRequirement && answer !== undefined ? requirementStatus(answer) : undefined;
      const isClosed = this.#isClosed(pair.label, answer);
      if (pair.label !== APPLIES || isClosed) told.push(status ?? (answer && tellingOf(answer)));
      if (isClosed) break;
    }
    return told.join("\n");
  }

  /** Nothing more is told of it. */
  #isClosed(label: string, answer: OutcomeEvaluation | undefined): boolean {
    const status = this.isRequirement && answer !== undefined ? requirementStatus(answer) : undefined;
    return status === "notApplicable" || status === "refused" || (label === APPLIES && status !== undefined);
  }

  /** A figure beside an answer is told where it is one number, and not at all otherwise. */
  #answer({ outcomes }: Evaluation, label: string, name: string | undefined): OutcomeEvaluation | undefined {
    const found = name === undefined ? undefined : outcomes.get(name);
    return label !== "" && label !== APPLIES && this.isRequirement && found?.state.status !== "determined"
      ? undefined
      : found;
  }
}

class Collector {
  readonly formulas: Formula[] = [];
  isOpen = false;

  constructor(
    readonly contrasts: Contrasts,
    readonly resolver: Resolver,
  ) {}

  answers(a: OutcomeEvaluation, b: OutcomeEvaluation): void {
    const { status } = a.state;
    // These differ in all cases of the same clauses, whatever the figures come to.
    if (status !== b.state.status || a.modality !== b.modality) return;
    if ((a.otherwise === undefined) !== (b.otherwise === undefined)) return;
    if (status === "exhausted") {
      this.#remaining(a, b);
      return;
    }
    if (status !== "determined" && status !== "discretion" && status !== "options" && status !== "elsewhere") return;
    const [first, second] = [granting(a.rules), granting(b.rules)];
    this.#values(a.outcome.formula ?? valueOf(first), b.outcome.formula ?? valueOf(second));
    this.#deadlines(first[0]?.rule.deadline, second[0]?.rule.deadline);
    if (a.otherwise !== undefined && b.otherwise !== undefined)
      this.#values(valueOf(granting(withoutExceptions(a))), valueOf(granting(withoutExceptions(b))));
    this.#draws(a, b);
  }

  #values(x: Expression | undefined, y: Expression | undefined): void {
    if (x === undefined || y === undefined) return;
    const [a, b] = [this.resolver.resolve(x), this.resolver.resolve(y)];
    if (a === undefined || b === undefined) {
      this.isOpen ||= this.#form(x) !== this.#form(y);
      return;
    }
    this.#quantities(a, b);
  }

  #quantities(a: Expression, b: Expression): void {
    const { meanings, conditions } = this.contrasts;
    if (this.#form(a) === this.#form(b) || (meanings.isFixed(a) && meanings.isFixed(b))) return;
    const [x, y] = [this.#meaning(a), this.#meaning(b)];
    if (x.kind === "interval" && y.kind === "interval") {
      this.#quantities(x.low, y.low);
      this.#quantities(x.high, y.high);
      return;
    }
    // A day moved in two ways may leave the calendar in one of them.
    const isPlain = [x, y].every((one) => !this.#has(one, (part) => part.kind === "shift" || part.kind === "interval"));
    const formula = isPlain ? conditions.differ(a, b) : undefined;
    if (formula === undefined || hasOpaque(formula)) this.isOpen = true;
    else this.formulas.push(formula);
  }

  #deadlines(a: Deadline | undefined, b: Deadline | undefined): void {
    if (a === undefined || b === undefined) return;
    if (a.kind === "on" && b.kind === "on") {
      this.#values(a.date, b.date);
      return;
    }
    const [x, y] = [startOf(a), startOf(b)].map((one) => this.resolver.resolve(one));
    const isSameStart = x !== undefined && y !== undefined && this.#form(x) === this.#form(y);
    const isSameUnit = a.kind === "within" && b.kind === "within" && a.unit === b.unit;
    // From one day, other counts of one unit always end on other days.
    if (isSameStart && isSameUnit) return;
    if (isSameUnit && a.unit === "day" && a.count === b.count && x !== undefined && y !== undefined)
      this.#quantities(x, y);
    else this.isOpen = true;
  }

  #draws(a: OutcomeEvaluation, b: OutcomeEvaluation): void {
    const drawsOf = ({ grants }: OutcomeEvaluation) =>
      grants
        .flatMap(({ rule }) => rule.draws)
        .map(({ pool, amount }) => ({ pool: unmarked(pool), amount, form: this.#form(amount) }))
        .sort((x, y) => (`${x.pool} ${x.form}` < `${y.pool} ${y.form}` ? -1 : 1));
    const [first, second] = [drawsOf(a), drawsOf(b)];
    if (first.length !== second.length) this.isOpen = true;
    for (const [place, { amount }] of first.entries()) this.#values(amount, second[place]?.amount);
  }

  /** What a pool has left, which is never less than nothing. */
  #remaining(a: OutcomeEvaluation, b: OutcomeEvaluation): void {
    const lefts = [a, b].map(({ state }) => {
      const pool = this.contrasts.meanings.program.pools.find(
        ({ name }) => state.status === "exhausted" && name === state.pool,
      );
      const left = pool && this.resolver.resolve(leftIn(pool));
      if (left !== undefined) this.formulas.push(this.contrasts.conditions.read(isPositive(left)));
      return { left, isNothing: state.status === "exhausted" && sign(state.remaining) === 0 };
    });
    const [x, y] = lefts;
    if (x?.left === undefined || y?.left === undefined) this.isOpen = true;
    else if (!x.isNothing && !y.isNothing) this.#quantities(x.left, y.left);
  }

  #form(expression: Expression): string {
    return this.contrasts.forms.expression(expression);
  }

  #meaning(expression: Expression): Expression {
    const meaning = expression.kind === "definition" ? this.contrasts.meanings.definition(expression.name) : undefined;
    return meaning === undefined ? expression : this.#meaning(meaning);
  }

  #has(expression: Expression, isWanted: (part: Expression) => boolean): boolean {
    for (const part of walk(expression)) {
      if (isWanted(part)) return true;
      const meaning = part.kind === "definition" ? this.contrasts.meanings.definition(part.name) : undefined;
      if (meaning !== undefined && this.#has(meaning, isWanted)) return true;
    }
    return false;
  }
}

const leftIn = ({ total, used }: Pool): Expression =>
  used === undefined
    ? total
    : { kind: "arithmetic", operator: "-", left: total, right: used, type: total.type, origin: total.origin };

const isPositive = (left: Expression): Expression => ({
  kind: "comparison",
  operator: ">",
  left,
  right: { kind: "literal", value: { kind: "quantity", value: ZERO }, type: left.type, origin: left.origin },
  type: { kind: "boolean" },
  origin: left.origin,
});

const startOf = (deadline: Deadline): Expression => (deadline.kind === "on" ? deadline.date : deadline.from);

function valueOf(rules: ReturnType<typeof granting>): Expression | undefined {
  const [first] = rules;
  return first?.rule.value.kind === "expression" ? first.rule.value.expression : undefined;
}

function hasOpaque(formula: Formula): boolean {
  if (formula.kind === "constant") return false;
  return formula.kind === "atom" ? isOpaque(formula.dimension) : formula.operands.some(hasOpaque);
}
