/** An outcome that may not terminate needs its rounding written; 比例 and 数 may stay fractions. */
import { decimalPlaces, divide, multiply, add, subtract, type Rational } from "../../grammar/rational.ts";
import type { Expression, Outcome, Program } from "../lowered.ts";
import type { Reporter } from "../report.ts";

/** What is known of an expression's decimals: a constant, or whether they always end. */
type Decimals = { readonly constant: Rational } | { readonly ends: boolean };

const ends = (decimals: Decimals): boolean =>
  "constant" in decimals ? decimalPlaces(decimals.constant) !== undefined : decimals.ends;

export function reportInexactOutcomes(program: Program, reporter: Reporter): void {
  const definitions = new Map<string, Decimals>();
  const outcomes = new Map<string, boolean>();

  const decimalsOf = (expression: Expression): Decimals => {
    switch (expression.kind) {
      case "literal":
        return expression.value.kind === "quantity" ? { constant: expression.value.value } : { ends: true };
      case "definition":
        return definitions.get(expression.name) ?? { ends: true };
      case "outcome":
        return { ends: outcomes.get(expression.name) ?? true };
      case "arithmetic":
        return ofArithmetic(expression.operator, decimalsOf(expression.left), decimalsOf(expression.right));
      case "extreme":
        return { ends: expression.operands.every((operand) => ends(decimalsOf(operand))) };
      case "interval":
        return { ends: ends(decimalsOf(expression.low)) && ends(decimalsOf(expression.high)) };
      default:
        return { ends: true };
    }
  };

  for (const { name, expression } of program.definitions) definitions.set(name, decimalsOf(expression));
  const byName = new Map(program.outcomes.map((outcome) => [outcome.name, outcome]));
  for (const name of program.evaluationOrder) {
    const outcome = byName.get(name);
    if (outcome === undefined) continue;
    const endless = valuesOf(outcome).filter((value) => !ends(decimalsOf(value)));
    outcomes.set(name, endless.length === 0);
    if (outcome.type.kind !== "quantity" || outcome.type.notation !== "unit" || outcome.importedFrom !== undefined)
      continue;
    for (const { origin } of endless)
      reporter.report("inexact-outcome", { name, text: reporter.quote(origin.span) }, origin.span);
  }
}

function valuesOf(outcome: Outcome): Expression[] {
  const ofRules = outcome.rules.flatMap(({ value }) => (value.kind === "expression" ? [value.expression] : []));
  return outcome.formula === undefined ? ofRules : [outcome.formula, ...ofRules];
}

function ofArithmetic(operator: "+" | "-" | "*" | "/", left: Decimals, right: Decimals): Decimals {
  if ("constant" in left && "constant" in right) {
    const [a, b] = [left.constant, right.constant];
    if (operator === "/") return b.numerator === 0n ? { ends: true } : { constant: divide(a, b) };
    return { constant: operator === "+" ? add(a, b) : operator === "-" ? subtract(a, b) : multiply(a, b) };
  }
  if (operator !== "/") return { ends: ends(left) && ends(right) };
  const inverseEnds =
    "constant" in right &&
    right.constant.numerator !== 0n &&
    ends({ constant: divide({ numerator: 1n, denominator: 1n }, right.constant) });
  return { ends: ends(left) && inverseEnds };
}
