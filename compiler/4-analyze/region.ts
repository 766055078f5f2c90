/** The rules of one outcome as regions of the cases that there are. */
import type { Outcome, Program, Rule } from "../lowered.ts";
import { grantKey } from "./agreement.ts";
import { Space } from "./box.ts";
import type { Formula } from "./dimension.ts";
import { TRUE, all } from "./dimension.ts";
import type { Conditions } from "./formula.ts";
import type { Boxes } from "./normal-form.ts";
import { NormalForms } from "./normal-form.ts";

export interface RuleRegion {
  readonly rule: Rule;
  readonly condition: Formula;
  /** The condition is true and the rule in force. */
  readonly holds: Formula;
  /** Where the condition is true, in force or not. */
  readonly conditionBoxes: Boxes;
  readonly boxes: Boxes;
  /** Rules of the same key always grant the same. */
  readonly grant: string;
}

export interface OutcomeRegions {
  readonly outcome: Outcome;
  readonly space: Space;
  readonly forms: NormalForms;
  readonly rules: readonly RuleRegion[];
  /** Those that win over the clause. */
  readonly beatersOf: (clause: string) => readonly RuleRegion[];
}

export function regionsOf(outcome: Outcome, conditions: Conditions): OutcomeRegions {
  const formulas = outcome.rules.map((rule) => {
    const condition = rule.condition === undefined ? TRUE : conditions.read(rule.condition);
    return { rule, condition, holds: all([condition, conditions.inForce(rule.period)]) };
  });
  const space = new Space(formulas.flatMap(({ condition, holds }) => [condition, holds]));
  const forms = new NormalForms(space);
  const rules = formulas.map((formula) => ({
    ...formula,
    conditionBoxes: forms.of(formula.condition),
    boxes: forms.of(formula.holds),
    grant: grantKey(formula.rule, conditions),
  }));
  const beaters = new Map<string, RuleRegion[]>();
  for (const region of rules)
    for (const beaten of region.rule.beats) {
      const known = beaters.get(beaten);
      if (known === undefined) beaters.set(beaten, [region]);
      else known.push(region);
    }
  return { outcome, space, forms, rules, beatersOf: (clause) => beaters.get(clause) ?? [] };
}

export const clauseName = (program: Program, id: string): string =>
  program.clauses.find((clause) => clause.id === id)?.name ?? id;

/** The clause's name in quotation marks. */
export const clauseWords = (program: Program, id: string): string => `「${clauseName(program, id)}」`;
