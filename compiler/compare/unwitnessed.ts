/** Boxes in which no case was found, and of which it is not proved that there is none: what the rules would say there. */
import type { Box, Space } from "../4-analyze/box.ts";
import type { Conditions } from "../4-analyze/formula.ts";
import type { Outcome, Rule } from "../lowered.ts";
import type { Meanings } from "../regions/resolve.ts";
import { ruleExpressions, walk } from "../walk.ts";
import type { Forms } from "./forms.ts";
import { truthIn } from "./placement.ts";

export class Unwitnessed {
  constructor(
    readonly conditions: Conditions,
    readonly meanings: Meanings,
    readonly forms: Forms,
    readonly space: Space,
    readonly box: Box,
  ) {}

  /** Certain that the same rules, or rules of the same form, decide both. */
  isSame(a: Outcome, b: Outcome): boolean {
    const [first, second] = [this.#answer(a), this.#answer(b)];
    return first !== undefined && first === second;
  }

  /** Equal texts are equal answers; undefined where it cannot be told. */
  #answer(outcome: Outcome): string | undefined {
    if (outcome.formula !== undefined) return undefined;
    const isSimple = outcome.rules.every(
      (rule) =>
        rule.draws.length === 0 &&
        rule.period === undefined &&
        ruleExpressions(rule).every((expression) => !this.meanings.readsOutcome(expression)) &&
        ruleExpressions(rule).every((expression) => ![...walk(expression)].some(({ kind }) => kind === "interval")),
    );
    if (!isSimple) return undefined;
    const holding: Rule[] = [];
    for (const rule of outcome.rules) {
      const truth = this.#truth(rule);
      if (truth === undefined) return undefined;
      if (truth) holding.push(rule);
    }
    return this.#decided(holding);
  }

  #truth({ condition }: Rule): boolean | undefined {
    if (condition === undefined) return true;
    const { space, box } = this;
    const yes = truthIn(this.conditions.read(condition), space, box);
    const no = truthIn(this.conditions.read(condition, false), space, box);
    return yes === true && no === false ? true : yes === false && no === true ? false : undefined;
  }

  #decided(holding: readonly Rule[]): string | undefined {
    for (const otherwise of [false, true]) {
      const group = holding.filter((rule) => rule.otherwise === otherwise);
      const beaten = new Set(group.flatMap(({ beats }) => beats));
      const winners = group.filter(({ clause }) => !beaten.has(clause));
      const [first] = winners;
      if (first === undefined) continue;
      const grants = new Set(winners.map((rule) => this.forms.grant(rule)));
      // Several that give the same in other words, or contradict each other, are for the evaluator.
      if (grants.size > 1) return undefined;
      const modality = winners.some((rule) => rule.modality === "must") ? "must" : first.modality;
      const exceptions = winners.filter(({ beats }) => beats.length > 0);
      const without =
        modality === "may" && exceptions.length > 0
          ? this.#decided(holding.filter((rule) => !exceptions.includes(rule)))
          : "";
      return without === undefined ? undefined : JSON.stringify([modality, ...grants, without]);
    }
    return "none";
  }
}
