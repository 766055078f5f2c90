/** Expressions with the figures put in: 裁员人数 55人 ÷ 参保职工人数 1000人 = 5.5%. */
import type { Environment } from "../evaluate/environment.ts";
import { evaluateExpression } from "../evaluate/expression.ts";
import { showState } from "../evaluate/result.ts";
import { arithmeticSigns, bindingStrength, roundingPhrase, showExpression } from "../evaluate/wording.ts";
import type { Expression } from "../lowered.ts";
import { walk } from "../walk.ts";
import type { Finding } from "./explanation.ts";

/** The value of an expression in words, or that it is not known. */
export function answerOf(expression: Expression, environment: Environment): string {
  const state = evaluateExpression(expression, environment);
  if (state.status === "missing") return expression.kind === "input" ? "未给出" : "还不能算出";
  return showState(environment.program, state, expression.type);
}

const isOpen = (expression: Expression, environment: Environment): boolean =>
  evaluateExpression(expression, environment).status === "missing";

/** A name with its value: `裁员人数 55人`, `裁员人数(未给出)`. */
function nameWithValue(name: string, expression: Expression, environment: Environment): string {
  const answer = answerOf(expression, environment);
  return isOpen(expression, environment) ? `${name}(${answer})` : `${name} ${answer}`;
}

function inside(expression: Expression, strength: number, environment: Environment): string {
  const text = withFigures(expression, environment);
  return bindingStrength(expression) < strength ? `(${text})` : text;
}

/** Each name followed by its value. */
export function withFigures(expression: Expression, environment: Environment): string {
  switch (expression.kind) {
    case "input":
    case "definition":
    case "outcome":
      return nameWithValue(expression.name, expression, environment);
    case "arithmetic": {
      const strength = bindingStrength(expression);
      const left = inside(expression.left, strength, environment);
      return `${left} ${arithmeticSigns[expression.operator]} ${inside(expression.right, strength + 1, environment)}`;
    }
    case "shift": {
      const sign = expression.direction === 1 ? "+" : "−";
      return `${inside(expression.date, 6, environment)} ${sign} ${inside(expression.amount, 7, environment)}`;
    }
    case "extreme": {
      const operands = expression.operands.map((operand) => withFigures(operand, environment));
      return `${expression.which === "min" ? "取低" : "取高"}(${operands.join("、")})`;
    }
    case "round": {
      const phrase = roundingPhrase(expression.method, expression.step, expression.type);
      return `${sumOf(expression.operand, environment)},${phrase}`;
    }
    case "interval":
      return `${inside(expression.low, 6, environment)}—${inside(expression.high, 6, environment)}`;
    default:
      return showExpression(expression);
  }
}

const isPlain = ({ kind }: Expression): boolean => kind === "literal" || kind === "input" || kind === "outcome";

/** The whole sum of an expression: its name where it is a definition, the figures, and what they come to. */
export function sumOf(expression: Expression, environment: Environment): string {
  const result = isOpen(expression, environment) ? "" : ` = ${answerOf(expression, environment)}`;
  if (expression.kind === "literal") return answerOf(expression, environment);
  if (isPlain(expression)) return withFigures(expression, environment);
  if (expression.kind !== "definition") return `${withFigures(expression, environment)}${result}`;
  const definition = environment.definitions.get(expression.name);
  if (definition === undefined || definition.expression.kind === "literal") return `${expression.name}${result}`;
  return `${expression.name} = ${withFigures(definition.expression, environment)}${result}`;
}

/** The sums of the definitions that an expression reads, each once; `shown` are those already told. */
export function definitionSums(
  expression: Expression,
  environment: Environment,
  shown: ReadonlySet<string> = new Set(),
): readonly Finding[] {
  const sums: Finding[] = [];
  const seen = new Set(shown);
  const pending = [expression];
  for (let root = pending.shift(); root !== undefined; root = pending.shift())
    for (const part of walk(root)) {
      if (part.kind !== "definition") continue;
      const definition = environment.definitions.get(part.name);
      if (definition === undefined) continue;
      if (!seen.has(part.name) && part.type.kind !== "boolean")
        sums.push({ text: `其中 ${sumOf(part, environment)}`, truth: undefined, parts: [] });
      if (!seen.has(part.name) || shown.has(part.name)) pending.push(definition.expression);
      seen.add(part.name);
    }
  return sums;
}
