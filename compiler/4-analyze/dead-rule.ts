/** Rules that can never decide anything, and parts of conditions that make no difference. */
import type { Diagnostic, Related } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Expression, Origin, Rule } from "../lowered.ts";
import type { Box } from "./box.ts";
import { Space } from "./box.ts";
import type { Formula } from "./dimension.ts";
import { all } from "./dimension.ts";
import type { Conditions } from "./formula.ts";
import { leaveNothing } from "./gap.ts";
import { BOX_LIMIT, NormalForms, subtractLists } from "./normal-form.ts";
import type { OutcomeRegions, RuleRegion } from "./region.ts";
import { clauseWords } from "./region.ts";
import type { Witnesses } from "./witness.ts";

/** Pairs of parts are compared; no drafter writes more of them in one condition. */
const PART_LIMIT = 40;

export function findDeadRules(regions: OutcomeRegions, conditions: Conditions, witnesses: Witnesses): Diagnostic[] {
  const isEmpty = (boxes: readonly Box[], space: Space): boolean => boxes.every((box) => witnesses.isEmpty(space, box));
  const never = (formula: Formula): boolean => {
    const space = new Space([formula]);
    const boxes = new NormalForms(space).of(formula);
    return boxes !== undefined && isEmpty(boxes, space);
  };
  let left: boolean | undefined;
  const nothingIsLeft = (): boolean =>
    (left ??= leaveNothing(
      regions.rules.filter((other) => !other.rule.otherwise),
      regions.space,
      witnesses,
    ));
  const found: Diagnostic[] = [];
  for (const region of regions.rules) {
    const { rule, boxes } = region;
    if (boxes === undefined) {
      found.push(reportTooLarge(rule, conditions));
      continue;
    }
    if (isEmpty(boxes, regions.space)) {
      found.push(reportContradiction(region, conditions, never));
      continue;
    }
    const above = regions.beatersOf(rule.clause);
    const rest = subtractLists(
      boxes,
      above.flatMap((beater) => beater.boxes ?? []),
      regions.space,
    );
    if (rest !== undefined && isEmpty(rest, regions.space)) {
      found.push(reportBeaten(rule, above, conditions));
      continue;
    }
    if (rule.otherwise && nothingIsLeft()) {
      found.push(report(rule, conditions, "其他条款已经管到所有情形,没有剩下的", rule.origin, []));
      continue;
    }
    if (rule.condition !== undefined) found.push(...findIdleParts(rule.condition, conditions));
  }
  return found;
}

function report(
  rule: Rule,
  conditions: Conditions,
  reason: string,
  at: Origin,
  related: readonly Related[],
): Diagnostic {
  const parameters = { clause: clauseWords(conditions.program, rule.clause), outcome: rule.outcome, reason };
  return diagnose("dead-rule", parameters, at.file, at.span, { related });
}

const quote = ({ file, span }: Origin): string =>
  `「${file.text.slice(span.start, span.end).replace(/\s+/g, " ").trim()}」`;

/** The conditions that must all hold, as written. */
function partsOf(condition: Expression | undefined): readonly Expression[] {
  if (condition === undefined) return [];
  return condition.kind === "and" ? condition.operands.flatMap(partsOf) : [condition];
}

function reportContradiction(
  { rule }: RuleRegion,
  conditions: Conditions,
  never: (formula: Formula) => boolean,
): Diagnostic {
  const parts = partsOf(rule.condition).slice(0, PART_LIMIT);
  const formulas = parts.map((part) => conditions.read(part));
  for (const [index, part] of parts.entries()) {
    const formula = formulas[index];
    if (formula !== undefined && never(formula))
      return reportImpossible(rule, part, conditions, limitsOf(part, conditions));
  }
  for (const [index, part] of parts.entries())
    for (const [other, earlier] of parts.slice(0, index).entries()) {
      const [a, b] = [formulas[index], formulas[other]];
      if (a === undefined || b === undefined || !never(all([b, a]))) continue;
      // 超过5人不超过3人 is two conditions in one breath.
      if (quote(earlier.origin) === quote(part.origin)) return reportImpossible(rule, part, conditions, []);
      const reason = `${quote(earlier.origin)}和${quote(part.origin)}不可能同时成立`;
      return report(rule, conditions, reason, part.origin, [{ ...earlier.origin, message: "与这里矛盾" }]);
    }
  return report(rule, conditions, "它的条件不可能全部成立", rule.origin, []);
}

const reportImpossible = (
  rule: Rule,
  part: Expression,
  conditions: Conditions,
  related: readonly Related[],
): Diagnostic => report(rule, conditions, `${quote(part.origin)}不可能成立`, part.origin, related);

/** Where the inputs that a part reads have their limits. */
function limitsOf(part: Expression, { quantities, program }: Conditions): readonly Related[] {
  return quantities.inputsOf(part).flatMap((name) => {
    const input = program.inputs.find((candidate) => candidate.name === name);
    return input === undefined || (input.minimum === undefined && input.maximum === undefined)
      ? []
      : [{ ...input.origin, message: `「${name}」的取值范围写在这里` }];
  });
}

function reportBeaten(rule: Rule, above: readonly RuleRegion[], conditions: Conditions): Diagnostic {
  const names = [...new Set(above.map((beater) => clauseWords(conditions.program, beater.rule.clause)))].join("、");
  const related = above.slice(0, 5).map((beater) => ({ ...beater.rule.origin, message: "例外在这里" }));
  return report(rule, conditions, `凡是它成立的情形,都适用例外${names}`, rule.origin, related);
}

function reportTooLarge(rule: Rule, conditions: Conditions): Diagnostic {
  const what = `${clauseWords(conditions.program, rule.clause)}的条件组合起来超过 ${BOX_LIMIT} 种情形,它有没有矛盾和遗漏、与其他条款是否冲突`;
  return diagnose("unproven", { what }, rule.origin.file, rule.origin.span);
}

/** Comparisons that the inputs' limits already settle. */
export function findIdleParts(condition: Expression, conditions: Conditions): Diagnostic[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.operands.flatMap((operand) => findIdleParts(operand, conditions));
    case "not":
      return findIdleParts(condition.operand, conditions);
    case "comparison":
    case "membership": {
      const formula = conditions.read(condition);
      if (formula.kind !== "constant" || formula.restated) return [];
      const code = formula.value ? "always-true" : "never-true";
      const { file, span } = condition.origin;
      return [
        diagnose(code, { part: quote(condition.origin) }, file, span, { related: limitsOf(condition, conditions) }),
      ];
    }
    default:
      return [];
  }
}
