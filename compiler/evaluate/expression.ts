/** The value of an expression: exact, and over intervals at both ends. */
import {
  add,
  compare,
  divide,
  formatRational,
  isInteger,
  multiply,
  rational,
  sign,
  subtract,
  type Rational,
} from "../../grammar/rational.ts";
import type { Expression, RoundingMethod, Value } from "../lowered.ts";
import { addDays, addMonthsToDay, monthOfNumber, monthNumber } from "./dates.ts";
import type { Environment } from "./environment.ts";
import { fault } from "./fault.ts";
import {
  determined,
  isKnown,
  mergeAll,
  missing,
  quantity,
  undecidable,
  type Determined,
  type Discretion,
  type State,
} from "./state.ts";
import { conjunction, evaluateComparison, evaluateMembership, negation } from "./truth.ts";
import { compareValues, magnitude } from "./values.ts";
import { showExpression } from "./wording.ts";

/** A single value is the interval from itself to itself. */
type Range = Determined | Discretion;

const lowEnd = (range: Range): Value => (range.status === "determined" ? range.value : range.low);
const highEnd = (range: Range): Value => (range.status === "determined" ? range.value : range.high);

const isRange = (state: State): state is Range => state.status === "determined" || state.status === "discretion";

/** The input to give where one's value is not known. */
const neededFor = (name: string, { program }: Environment): string =>
  program.inputs.find((input) => input.name === name)?.orElse ?? name;

export function evaluateExpression(expression: Expression, environment: Environment): State {
  const evaluate = (operand: Expression): State => evaluateExpression(operand, environment);
  switch (expression.kind) {
    case "literal":
      return determined(expression.value);
    case "input": {
      const value = environment.values.get(expression.name);
      return value === undefined ? missing([neededFor(expression.name, environment)]) : determined(value);
    }
    case "definition":
      return evaluateDefinition(expression.name, environment);
    case "outcome":
      return readOutcome(expression.name, environment);
    case "arithmetic":
      return onRanges([evaluate(expression.left), evaluate(expression.right)], (ranges) =>
        calculate(expression, ranges),
      );
    case "shift":
      return onRanges([evaluate(expression.date), evaluate(expression.amount)], (ranges) => shift(expression, ranges));
    case "extreme":
      return onRanges(expression.operands.map(evaluate), (ranges) => extreme(expression.which, ranges));
    case "round":
      return onRanges([evaluate(expression.operand)], (ranges) => {
        const rounded = (value: Value): Value =>
          value.kind === "quantity" ? quantity(round(value.value, expression.step, expression.method)) : value;
        return rangeOf(
          ranges,
          ranges.flatMap((range) => [rounded(lowEnd(range)), rounded(highEnd(range))]),
        );
      });
    case "interval":
      return onRanges([evaluate(expression.low), evaluate(expression.high)], (ranges) =>
        hull(ranges.flatMap((range) => [lowEnd(range), highEnd(range)])),
      );
    case "comparison":
      return evaluateComparison(expression, evaluate(expression.left), evaluate(expression.right));
    case "membership":
      return evaluateMembership(expression, evaluate(expression.subject));
    case "and":
    case "or":
      return conjunction(expression.kind, expression.operands, evaluate);
    case "not":
      return negation(evaluate(expression.operand), expression.operand);
  }
}

/** Worked out once for all that read it. */
export function evaluateDefinition(name: string, environment: Environment): State {
  const known = environment.definitionStates.get(name);
  if (known !== undefined) return known;
  const definition = environment.definitions.get(name);
  if (definition === undefined) throw new Error(`no definition is called ${name}`);
  const state = evaluateExpression(definition.expression, environment);
  environment.definitionStates.set(name, state);
  return state;
}

/** Outcomes are worked out in the program's order, each after those that it reads. */
function readOutcome(name: string, environment: Environment): State {
  const evaluation = environment.outcomeEvaluations.get(name);
  if (evaluation === undefined) throw new Error(`${name} is read before it is worked out`);
  return evaluation.state;
}

/** Whatever keeps an operand from having a value keeps the result from having one. */
function onRanges(states: readonly State[], combine: (ranges: readonly Range[]) => State): State {
  const obstacle = mergeAll(states);
  if (obstacle !== undefined) return obstacle;
  const ranges = states.filter(isRange);
  if (ranges.length === states.length) return combine(ranges);
  return states.find((state) => isKnown(state) && !isRange(state)) ?? undecidable("");
}

/** The least and the greatest of the values as an interval. */
function hull(values: readonly Value[]): Discretion {
  const sorted = values.toSorted((a, b) => compareValues(a, b) ?? 0);
  const [low] = sorted;
  const high = sorted.at(-1);
  if (low === undefined || high === undefined) throw new Error("an interval of nothing");
  return { status: "discretion", low, high };
}

/** An interval among the operands makes the result one, even where its ends meet. */
function rangeOf(operands: readonly Range[], results: readonly Value[]): Range {
  const [only] = results;
  if (only === undefined || operands.some((range) => range.status === "discretion")) return hull(results);
  return determined(only);
}

const measure = (value: Value): Rational => {
  const number = magnitude(value);
  if (number === undefined) throw new Error(`no arithmetic on ${value.kind}`);
  return number;
};

const operations = { "+": add, "-": subtract, "*": multiply, "/": divide } as const;

function calculate(expression: Extract<Expression, { kind: "arithmetic" }>, ranges: readonly Range[]): State {
  const [left, right] = ranges;
  if (left === undefined || right === undefined) throw new Error("arithmetic needs two operands");
  const lefts = [measure(lowEnd(left)), measure(highEnd(left))];
  const rights = [measure(lowEnd(right)), measure(highEnd(right))];
  if (expression.operator === "/" && sign(rights[0] ?? rational(0)) <= 0 && sign(rights[1] ?? rational(0)) >= 0)
    return divisionByZero(expression);
  const operate = operations[expression.operator];
  return rangeOf(
    ranges,
    lefts.flatMap((a) => rights.map((b) => quantity(operate(a, b)))),
  );
}

function divisionByZero({ left, right }: Extract<Expression, { kind: "arithmetic" }>): State {
  const divisor = showExpression(right);
  return fault("division-by-zero", { term: divisor, dividend: showExpression(left) }, divisor, right.origin);
}

function extreme(which: "min" | "max", ranges: readonly Range[]): State {
  const pick = (values: readonly Value[]): Value => {
    const sorted = values.toSorted((a, b) => compareValues(a, b) ?? 0);
    const picked = which === "min" ? sorted[0] : sorted.at(-1);
    if (picked === undefined) throw new Error("nothing to choose from");
    return picked;
  };
  return rangeOf(ranges, [pick(ranges.map(lowEnd)), pick(ranges.map(highEnd))]);
}

function shift(expression: Extract<Expression, { kind: "shift" }>, ranges: readonly Range[]): State {
  const [dates, amounts] = ranges;
  if (dates === undefined || amounts === undefined) throw new Error("a shift needs a date and an amount");
  const moved: Value[] = [];
  for (const date of [lowEnd(dates), highEnd(dates)])
    for (const amount of [lowEnd(amounts), highEnd(amounts)]) {
      const count = measure(amount);
      const name = showExpression(expression.amount);
      if (!isInteger(count)) {
        const given = formatRational(count);
        return fault("too-precise", { term: name, places: "应是整数", given }, name, expression.amount.origin);
      }
      const result = move(date, Number(count.numerator) * expression.direction, expression.unit);
      if (result === undefined)
        return fault(
          "out-of-range",
          { term: name, limit: "不使日期超出公元1年至9999年", given: String(count.numerator) },
          name,
          expression.amount.origin,
        );
      moved.push(result);
    }
  return rangeOf(ranges, moved);
}

/** Undefined beyond the calendar. */
export function move(date: Value, count: number, unit: "day" | "month"): Value | undefined {
  if (date.kind === "month") {
    const iso = monthOfNumber(monthNumber(date.iso) + count);
    return iso === undefined ? undefined : { kind: "month", iso };
  }
  if (date.kind !== "date") throw new Error(`${date.kind} is no date`);
  const iso = unit === "day" ? addDays(date.iso, count) : addMonthsToDay(date.iso, count);
  return iso === undefined ? undefined : { kind: "date", iso };
}

/** To a whole multiple of the step: 舍去 towards zero, 进位 away from it. */
function round(value: Rational, step: Rational, method: RoundingMethod): Rational {
  const { numerator, denominator } = divide(value, step);
  const size = numerator < 0n ? -numerator : numerator;
  const whole = size / denominator;
  const rest = size - whole * denominator;
  const half = compare(rational(rest * 2n, denominator), rational(1));
  const isUp = {
    down: false,
    up: rest > 0n,
    halfUp: half >= 0,
    halfEven: half > 0 || (half === 0 && whole % 2n === 1n),
  }[method];
  const steps = isUp ? whole + 1n : whole;
  return multiply(rational(numerator < 0n ? -steps : steps), step);
}
