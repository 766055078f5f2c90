/** What is answered in a region, in words that hold for all of its cases. */
import type * as contract from "../../runtime/contract.ts";
import { deadlineWords } from "../4-analyze/wording.ts";
import type { Evaluation, OutcomeEvaluation, RuleEvaluation } from "../evaluate/evaluation.ts";
import { clauseNames, outcomeResult, showState } from "../evaluate/result.ts";
import { showValue } from "../evaluate/values.ts";
import { modalityWords, showExpression } from "../evaluate/wording.ts";
import type { Expression } from "../lowered.ts";
import { granting, type Meanings, Resolver, withoutExceptions } from "./resolve.ts";

/** The data is refused: a divisor is zero, or a date leaves the calendar. */
export interface Refused {
  readonly status: "refused";
  readonly text: string;
}

export interface Answer {
  /** In drafters' words; a formula where the figure depends on the case. */
  readonly words: string;
  /** The figure in `result` is that of the example alone. */
  readonly varies: boolean;
  /** The evaluator's answer to the example. */
  readonly result: contract.Outcome | Refused;
  /** The names of the clauses that decide. */
  readonly clauses: readonly string[];
}

/** Equal answers may share a region. */
export const answerKey = ({ words, varies, result, clauses }: Answer): string =>
  [result.status, words, String(varies), "modality" in result ? result.modality : "", ...clauses].join("\n");

export function answerOf(evaluation: Evaluation, name: string, meanings: Meanings): Answer | undefined {
  const evaluated = evaluation.outcomes.get(name);
  if (evaluated === undefined) return undefined;
  const { program } = meanings;
  const { state } = evaluated;
  const clauses = clauseNames(program, evaluated.clauses);
  if (state.status === "fault") {
    const text = showState(program, state, evaluated.outcome.type);
    return { words: "不能计算", varies: false, result: { status: "refused", text }, clauses };
  }
  const result = outcomeResult(program, evaluated);
  switch (state.status) {
    case "conflict":
    case "notInForce":
    case "notApplicable":
      return { words: result.text, varies: false, result, clauses };
    case "missing":
      // Every input is given: what is lacking is not data.
      return { words: "缺失", varies: true, result, clauses };
    case "exhausted":
      return { words: `超出额度「${state.pool}」`, varies: true, result, clauses };
    default: {
      const manner = mannerOf(evaluated);
      const resolver = new Resolver(meanings, evaluation);
      const { words, varies, isAction } = valueOf(evaluated, resolver);
      const said = [manner, words].filter((part) => part !== "").join(isAction ? "" : " ");
      return { words: `${said}${otherwiseWords(evaluated, resolver)}`, varies, result, clauses };
    }
  }
}

const mannerOf = ({ modality }: OutcomeEvaluation): string => (modality === undefined ? "" : modalityWords[modality]);

interface ValueWords {
  readonly words: string;
  readonly varies: boolean;
  readonly isAction: boolean;
}

function valueOf(evaluated: OutcomeEvaluation, resolver: Resolver): ValueWords {
  const { outcome, state, due } = evaluated;
  const [deciding] = granting(evaluated.rules);
  const deadline = deciding?.rule.deadline;
  const term = deadline === undefined || due === undefined ? "" : `, 期限 ${deadlineWords(deadline)}`;
  const isAction = outcome.type.kind === "action";
  const expression = outcome.formula ?? expressionOf(deciding);
  if (isAction) return { words: `${outcome.name}${term}`, varies: term !== "", isAction };
  if (expression !== undefined) {
    const resolved = resolver.resolve(expression);
    if (resolved !== undefined && !resolver.meanings.isFixed(resolved))
      return { words: `${showExpression(resolved)}${term}`, varies: true, isAction };
  }
  const { program } = resolver.meanings;
  return { words: `${showState(program, state, outcome.type)}${term}`, varies: term !== "", isAction };
}

const expressionOf = (evaluated: RuleEvaluation | undefined): Expression | undefined =>
  evaluated?.rule.value.kind === "expression" ? evaluated.rule.value.expression : undefined;

function otherwiseWords(evaluated: OutcomeEvaluation, resolver: Resolver): string {
  const { otherwise, outcome } = evaluated;
  if (otherwise === undefined) return "";
  const expression = expressionOf(granting(withoutExceptions(evaluated))[0]);
  const resolved = expression && resolver.resolve(expression);
  const isFixed = resolved === undefined || resolver.meanings.isFixed(resolved);
  const words = isFixed ? showValue(otherwise, outcome.type) : showExpression(resolved);
  return `,不按例外办理的为 ${words}`;
}
