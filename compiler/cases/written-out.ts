/**
 * Expressions with abbreviations, formulas and outcomes of clauses put in their place. An outcome of clauses has the
 * value of a rule that holds, so there is one way to write it out for each of its rules.
 */
import { mapChildren } from "../3-lower/link.ts";
import type { Expression, Program, Rule } from "../lowered.ts";
import { walk } from "../walk.ts";

export interface Way {
  /** The rules whose values stand in it: it is said of cases in which they hold. */
  readonly rules: readonly Rule[];
  readonly expressions: readonly Expression[];
}

/** How many ways there may be, and how long each. */
const WAY_LIMIT = 64;
const PART_LIMIT = 2000;

export class WritingOut {
  readonly #meanings = new Map<string, Expression>();
  readonly #writtenAs = new Map<Expression, Expression>();

  constructor(readonly program: Program) {
    for (const { name, expression } of program.definitions) this.#meanings.set(`definition ${name}`, expression);
    for (const { name, formula, period } of program.outcomes)
      if (formula !== undefined && period === undefined) this.#meanings.set(`outcome ${name}`, formula);
  }

  /** Has a comparison that nobody wrote shown in other words. */
  show(expression: Expression, words: Expression): void {
    this.#writtenAs.set(expression, words);
  }

  /** How the drafter wrote a comparison that has been written out. */
  writtenAs(expression: Expression): Expression {
    return this.#writtenAs.get(expression) ?? expression;
  }

  /** Undefined where it would be too long, or too many. Outcomes that leave a choice have no single value to put. */
  ways(expressions: readonly Expression[]): readonly Way[] | undefined {
    let parts = 0;
    const inline = (part: Expression): Expression => {
      parts += 1;
      if (parts > PART_LIMIT) return part;
      const meaning = isName(part) ? this.#meanings.get(`${part.kind} ${part.name}`) : undefined;
      if (meaning === undefined) return this.#kept(part, mapChildren(part, inline));
      const inlined = inline(meaning);
      // A plain abbreviation keeps its name: it is how the quantity is called.
      return inlined.type.kind !== "boolean" && ![...walk(inlined)].some(isOutcome) ? part : inlined;
    };
    const whole = expressions.map(inline);
    if (parts > PART_LIMIT) return undefined;
    let ways: readonly Way[] = [{ rules: [], expressions: whole }];
    for (const { name, formula, rules } of this.program.outcomes) {
      if (formula !== undefined || !ways.some((way) => way.expressions.some((root) => reads(root, name)))) continue;
      if (ways.length * rules.length > WAY_LIMIT) return undefined;
      ways = ways.flatMap((way) => rules.flatMap((rule) => this.#put(way, name, rule)));
    }
    return ways;
  }

  #put(way: Way, name: string, rule: Rule): readonly Way[] {
    const { value } = rule;
    if (value.kind !== "expression") return [];
    const put = (part: Expression): Expression =>
      isOutcome(part) && part.name === name ? value.expression : this.#kept(part, mapChildren(part, put));
    return [{ rules: [...way.rules, rule], expressions: way.expressions.map(put) }];
  }

  #kept(before: Expression, after: Expression): Expression {
    if (before.kind === "comparison") this.#writtenAs.set(after, this.writtenAs(before));
    return after;
  }
}

const isName = (part: Expression): part is Extract<Expression, { kind: "definition" | "outcome" }> =>
  part.kind === "definition" || part.kind === "outcome";
const isOutcome = (part: Expression): part is Extract<Expression, { kind: "outcome" }> => part.kind === "outcome";

const reads = (root: Expression, name: string): boolean =>
  [...walk(root)].some((part) => isOutcome(part) && part.name === name);
