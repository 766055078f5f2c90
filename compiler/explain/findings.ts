/** Conditions taken apart: which parts hold, which fail, and with what figures. */
import type { Environment } from "../evaluate/environment.ts";
import { evaluateExpression } from "../evaluate/expression.ts";
import { isFalse, isTrue } from "../evaluate/state.ts";
import { asTruth } from "../evaluate/truth.ts";
import { showValue } from "../evaluate/values.ts";
import { operatorWord, showExpression } from "../evaluate/wording.ts";
import { lawIn } from "../day.ts";
import type { ComparisonOperator, Expression } from "../lowered.ts";
import type { Finding } from "./explanation.ts";
import { answerOf, definitionSums, sumOf, withFigures } from "./figures.ts";

type Truth = NonNullable<Finding["truth"]>;

const verdictWords: Readonly<Record<Truth, string>> = { holds: "成立", fails: "不成立", open: "还不能判断" };

function truthOf(expression: Expression, environment: Environment): Truth {
  const state = asTruth(evaluateExpression(expression, environment), expression);
  return isTrue(state) ? "holds" : isFalse(state) ? "fails" : "open";
}

/** The parts of a condition that decide it: of a failed 且 those that failed, of a fulfilled 或 those that hold. */
export function conditionFindings(condition: Expression, environment: Environment): readonly Finding[] {
  const truth = truthOf(condition, environment);
  const law = lawFinding(condition, truth);
  if (law !== undefined) return [law];
  if (condition.kind !== "and") return [finding(condition, truth, environment)];
  const deciding = decidingOperands(condition.operands, truth, environment);
  // What is not the law need not be looked into.
  const lawless = truth === "fails" ? deciding.filter((operand) => lawFinding(operand, truth) !== undefined) : [];
  return (lawless.length > 0 ? lawless : deciding).flatMap((operand) => conditionFindings(operand, environment));
}

/** Of the condition by which an amendment begins or ends a text. */
function lawFinding(condition: Expression, truth: Truth): Finding | undefined {
  const law = lawIn(condition);
  if (law === undefined) return undefined;
  const { kind, day, reaching } = law;
  const reach = reaching === day ? "" : `,追溯到 ${reaching}`;
  const text = kind === "begins" ? `${day} 起的条文${reach}` : `${day} 修订以前的条文${reach}`;
  const verdict = {
    holds: "",
    fails: kind === "begins" ? ",这时还没有" : ",这时已经修订",
    open: ",还不能判断是不是依它",
  };
  return { text: `${text}${verdict[truth]}`, truth, parts: [] };
}

const decidingOperands = (
  operands: readonly Expression[],
  truth: Truth,
  environment: Environment,
): readonly Expression[] => operands.filter((operand) => truthOf(operand, environment) === truth);

function finding(expression: Expression, truth: Truth, environment: Environment): Finding {
  const verdict = verdictWords[truth];
  switch (expression.kind) {
    case "comparison":
      return comparisonFinding(expression, truth, environment);
    case "membership": {
      const values = expression.values.map((value) => showValue(value, expression.subject.type)).join("、");
      const relation = truth === "fails" ? `不属于 ${values}` : `属于 ${values}`;
      return {
        text: `${sumOf(expression.subject, environment)},${relation}${ending(truth, `属于 ${values}`)}`,
        truth,
        parts: [],
      };
    }
    case "input":
      return { text: `${expression.name}:${answerOf(expression, environment)},${verdict}`, truth, parts: [] };
    case "outcome":
      return { text: `${withFigures(expression, environment)},${verdict}`, truth, parts: [] };
    case "definition": {
      const definition = environment.definitions.get(expression.name);
      const parts = definition === undefined ? [] : conditionFindings(definition.expression, environment);
      return { text: `「${expression.name}」${verdict}`, truth, parts };
    }
    case "or": {
      const operands = decidingOperands(expression.operands, truth, environment);
      const heading = { holds: "下列条件之一成立", fails: "下列条件都不成立", open: "下列条件之一是否成立,还不能判断" }[
        truth
      ];
      return { text: heading, truth, parts: operands.flatMap((operand) => conditionFindings(operand, environment)) };
    }
    case "and":
      return {
        text: `「${showExpression(expression)}」${verdict}`,
        truth,
        parts: conditionFindings(expression, environment),
      };
    case "not":
      return {
        text: `「${showExpression(expression)}」${verdict}`,
        truth,
        parts: conditionFindings(expression.operand, environment),
      };
    default:
      return { text: `${showExpression(expression)},${verdict}`, truth, parts: [] };
  }
}

const opposites: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  "=": "!=",
  "!=": "=",
};

/** A failed condition is told by what is so instead, and then by what the clause asked for. */
const ending = (truth: Truth, asked: string): string =>
  truth === "fails" ? `,「${asked}」不成立` : `,${verdictWords[truth]}`;

function comparisonFinding(
  expression: Extract<Expression, { kind: "comparison" }>,
  truth: Truth,
  environment: Environment,
): Finding {
  const { left, right, operator } = expression;
  if (left.type.kind === "boolean") {
    const text = `${left.kind === "input" ? left.name : showExpression(left)}:${answerOf(left, environment)}`;
    return { text: `${text}${ending(truth, showExpression(expression))}`, truth, parts: [] };
  }
  const { type } = left;
  const actual = operatorWord(truth === "fails" ? opposites[operator] : operator, type);
  const bound = sumOf(right, environment);
  const asked = `${operatorWord(operator, type)} ${answerOf(right, environment)}`;
  const shown = new Set([left, right].flatMap((side) => (side.kind === "definition" ? [side.name] : [])));
  if (truth === "open") {
    const text = `${sumOf(left, environment)},还不能判断是否${operatorWord(operator, type)} ${bound}`;
    return { text, truth, parts: definitionSums(expression, environment, shown) };
  }
  const equal = type.kind === "choice" && truth === "holds" && operator === "=";
  const relation = equal ? "" : `,${actual} ${bound}`;
  return {
    text: `${sumOf(left, environment)}${relation}${ending(truth, asked)}`,
    truth,
    parts: definitionSums(expression, environment, shown),
  };
}
