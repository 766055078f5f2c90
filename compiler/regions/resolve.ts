/** Expressions with the outcomes that they read put in: in one region, an outcome is decided by one rule. */
import { unbeaten } from "../evaluate/decide.ts";
import type { Evaluation, OutcomeEvaluation, RuleEvaluation } from "../evaluate/evaluation.ts";
import { isHolding } from "../evaluate/rule.ts";
import type { Expression, Program } from "../lowered.ts";
import { mapOperands, operandsOf, walk } from "../walk.ts";

/** How many combinations of the ends of intervals are looked at. */
const ENDS_LIMIT = 16;

/** The rules that grant: of the ordinary ones that hold, those that none beats; or else of 否则. */
export function granting(rules: readonly RuleEvaluation[]): readonly RuleEvaluation[] {
  const ordinary = unbeaten(rules.filter(({ rule }) => !rule.otherwise));
  return ordinary.length > 0 ? ordinary : unbeaten(rules.filter(({ rule }) => rule.otherwise));
}

/** The rules among which 可 leaves a choice: those that hold without the exceptions that decided. */
export function withoutExceptions({ modality, clauses, rules }: OutcomeEvaluation): readonly RuleEvaluation[] {
  if (modality !== "may") return [];
  const isException = (one: RuleEvaluation): boolean =>
    isHolding(one) && clauses.includes(one.rule.clause) && one.rule.beats.length > 0;
  return rules.some(isException) ? rules.filter((one) => !isException(one)) : [];
}

/** What stands in a program's expressions, abbreviations looked into. */
export class Meanings {
  readonly #definitions: ReadonlyMap<string, Expression>;
  readonly #found = {
    outcome: new Map<string, boolean>(),
    input: new Map<string, boolean>(),
    interval: new Map<string, boolean>(),
  };

  constructor(readonly program: Program) {
    this.#definitions = new Map(program.definitions.map(({ name, expression }) => [name, expression]));
    // In their order, so that a long chain of abbreviations is never followed at one go.
    for (const { name, expression } of program.definitions)
      for (const kind of ["outcome", "input", "interval"] as const)
        this.#found[kind].set(name, this.#has(expression, kind));
  }

  definition(name: string): Expression | undefined {
    return this.#definitions.get(name);
  }

  readsOutcome(expression: Expression): boolean {
    return this.#has(expression, "outcome");
  }

  /** Whether its value is the same in all cases. */
  isFixed(expression: Expression): boolean {
    return !this.#has(expression, "input") && !this.readsOutcome(expression);
  }

  #has(expression: Expression, kind: "outcome" | "input" | "interval"): boolean {
    for (const part of walk(expression))
      if (part.kind === kind || (part.kind === "definition" && this.#found[kind].get(part.name) === true)) return true;
    return false;
  }

  /** The expression at each end of the intervals in it; undefined where there are too many. */
  ends(expression: Expression): readonly Expression[] | undefined {
    if (!this.#has(expression, "interval")) return [expression];
    if (expression.kind === "definition") {
      const meaning = this.#definitions.get(expression.name);
      return meaning && this.ends(meaning);
    }
    const parts = operandsOf(expression).map((operand) => this.ends(operand));
    let combinations: readonly (readonly Expression[])[] = [[]];
    for (const part of parts) {
      if (part === undefined) return undefined;
      if (expression.kind === "interval") continue;
      combinations = combinations.flatMap((before) => part.map((one) => [...before, one]));
      if (combinations.length > ENDS_LIMIT) return undefined;
    }
    if (expression.kind === "interval") return parts.flatMap((part) => part ?? []);
    return combinations.map((operands) => {
      let place = 0;
      return mapOperands(expression, (operand) => operands[place++] ?? operand);
    });
  }
}

/** Reads expressions as they are in the cases like the one evaluated. */
export class Resolver {
  constructor(
    readonly meanings: Meanings,
    readonly evaluation: Evaluation,
  ) {}

  /** Undefined where an outcome that it reads has no value. */
  resolve(expression: Expression): Expression | undefined {
    try {
      return this.#resolve(expression);
    } catch (error) {
      if (error instanceof Valueless) return undefined;
      throw error;
    }
  }

  #resolve(expression: Expression): Expression {
    if (!this.meanings.readsOutcome(expression)) return expression;
    if (expression.kind === "definition") return this.#resolve(this.meanings.definition(expression.name) ?? expression);
    if (expression.kind !== "outcome") return mapOperands(expression, (operand) => this.#resolve(operand));
    const read = this.evaluation.outcomes.get(expression.name);
    const isKnown = read?.state.status === "determined" || read?.state.status === "discretion";
    const value = isKnown ? (read.outcome.formula ?? grantedExpression(granting(read.rules))) : undefined;
    if (value === undefined) throw new Valueless();
    return this.#resolve(value);
  }
}

/** Unwinds an expression of which some part has no value. */
class Valueless extends Error {}

function grantedExpression(rules: readonly RuleEvaluation[]): Expression | undefined {
  for (const { rule } of rules) if (rule.value.kind === "expression") return rule.value.expression;
  return undefined;
}
