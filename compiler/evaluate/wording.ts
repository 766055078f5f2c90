/** Expressions and conditions in the words a drafter would use. */
import type {
  ComparisonOperator,
  Enactment,
  Expression,
  Modality,
  RoundingMethod,
  ValueType,
  Version,
} from "../lowered.ts";
import { formatRational, type Rational } from "../../grammar/rational.ts";
import { showQuantity, showValue } from "./values.ts";

export const modalityWords: Readonly<Record<Modality, string>> = {
  must: "应当",
  may: "可",
  mustNot: "不得",
  exempt: "无需",
};

const measureWords: Readonly<Record<ComparisonOperator, string>> = {
  "<": "低于",
  "<=": "不高于",
  ">": "高于",
  ">=": "不低于",
  "=": "等于",
  "!=": "不等于",
};
const timeWords: typeof measureWords = {
  "<": "早于",
  "<=": "不晚于",
  ">": "晚于",
  ">=": "不早于",
  "=": "是",
  "!=": "不是",
};

export function operatorWord(operator: ComparisonOperator, type: ValueType): string {
  if (type.kind === "quantity") return measureWords[operator];
  return timeWords[operator];
}

export const arithmeticSigns = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

const roundingWords: Readonly<Record<RoundingMethod, string>> = {
  halfUp: "四舍五入",
  down: "舍去",
  up: "进位",
  halfEven: "取偶",
};

/** Steps of money that have a name. */
const moneySteps: ReadonlyMap<string, string> = new Map([
  ["0.001", "厘"],
  ["0.01", "分"],
  ["0.1", "角"],
  ["1", "元"],
  ["10", "十元"],
  ["100", "百元"],
  ["1000", "千元"],
  ["10000", "万元"],
]);

/** 四舍五入到分 */
export function roundingPhrase(method: RoundingMethod, step: Rational, type: ValueType): string {
  if (type.kind !== "quantity") return roundingWords[method];
  const money = type.unit === "元" ? moneySteps.get(formatRational(step)) : undefined;
  return `${roundingWords[method]}到${money ?? ` ${showQuantity(step, type)}`}`;
}

/** How tightly an expression holds together: a looser one inside a tighter one stands in brackets. */
export function bindingStrength(expression: Expression): number {
  switch (expression.kind) {
    case "or":
      return 1;
    case "and":
      return 2;
    case "not":
      return 3;
    case "comparison":
    case "membership":
      return 4;
    case "interval":
      return 5;
    case "arithmetic":
      return expression.operator === "+" || expression.operator === "-" ? 6 : 7;
    case "shift":
      return 6;
    case "round":
      return 5;
    default:
      return 9;
  }
}

const isFlag = (expression: Expression): boolean => expression.type.kind === "boolean";

/** `城镇零就业家庭成员 = 是` is said as the bare name. */
function showEquality(expression: Extract<Expression, { kind: "comparison" }>): string | undefined {
  const { operator, left, right } = expression;
  if (!isFlag(left) || right.kind !== "literal" || right.value.kind !== "boolean") return undefined;
  if (operator !== "=" && operator !== "!=") return undefined;
  const negated = (operator === "=") !== right.value.value;
  return negated ? `非 ${showInside(left, 3)}` : showExpression(left);
}

function showInside(expression: Expression, strength: number): string {
  const text = showExpression(expression);
  return bindingStrength(expression) < strength ? `(${text})` : text;
}

export function showExpression(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return showValue(expression.value, expression.type);
    case "input":
    case "definition":
    case "outcome":
      return expression.name;
    case "arithmetic": {
      const strength = bindingStrength(expression);
      const left = showInside(expression.left, strength);
      return `${left} ${arithmeticSigns[expression.operator]} ${showInside(expression.right, strength + 1)}`;
    }
    case "shift":
      return `${showInside(expression.date, 6)} ${expression.direction === 1 ? "+" : "−"} ${showInside(expression.amount, 7)}`;
    case "extreme":
      return `${expression.which === "min" ? "取低" : "取高"}(${expression.operands.map(showExpression).join("、")})`;
    case "round":
      return `${showExpression(expression.operand)}(${roundingPhrase(expression.method, expression.step, expression.type)})`;
    case "interval":
      return `${showInside(expression.low, 6)}—${showInside(expression.high, 6)}`;
    case "comparison": {
      const flag = showEquality(expression);
      if (flag !== undefined) return flag;
      const word = operatorWord(expression.operator, expression.left.type);
      return `${showInside(expression.left, 5)} ${word} ${showInside(expression.right, 5)}`;
    }
    case "membership": {
      const values = expression.values.map((value) => showValue(value, expression.subject.type));
      return `${showInside(expression.subject, 5)} 属于 ${values.join("、")}`;
    }
    case "and":
    case "or":
      return expression.operands
        .map((operand) => showInside(operand, bindingStrength(expression) + 1))
        .join(expression.kind === "and" ? " 且 " : " 或 ");
    case "not":
      return `非 ${showInside(expression.operand, 3)}`;
  }
}

/** `自 2021-01-01 起,追溯到 2020-07-01` */
export const enactmentWords = ({ day, reaching }: Enactment): string =>
  `自 ${day} 起${reaching === day ? "" : `,追溯到 ${reaching}`}`;

/** Which text of a clause it is, in an amended policy. */
export function versionWords(version: Version | undefined, isRepeal: boolean): readonly string[] {
  if (version === undefined) return [];
  const since = version.from === undefined ? [] : [enactmentWords(version.from)];
  if (isRepeal) return since.map((words) => `${words}废止`);
  return [...since.map((words) => `${words}的条文`), ...version.until.map((end) => `${enactmentWords(end)}有修订`)];
}
