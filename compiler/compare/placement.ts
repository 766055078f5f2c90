/** Where a case lies, and what a condition comes to in a box in which it never changes. */
import { add, divide, multiply, ONE, type Rational, sign, ZERO } from "../../grammar/rational.ts";
import type { Box, Cells, Space } from "../4-analyze/box.ts";
import type { Dimension, Formula } from "../4-analyze/dimension.ts";
import { contains, isPositive } from "../4-analyze/interval.ts";
import type { Polynomial, Variable } from "../4-analyze/polynomial.ts";
import { type Quantities, toNumber } from "../4-analyze/quantity.ts";
import { environmentOf } from "../evaluate/environment.ts";
import { evaluateExpression } from "../evaluate/expression.ts";
import type { Evaluation } from "../evaluate/index.ts";
import type { Expression } from "../lowered.ts";
import { isOpaque } from "../regions/divide.ts";
import { walk } from "../walk.ts";

/** Whether a case lies in a box. One that was found in it keeps to what limits inputs; the rest is looked at here. */
export function liesIn(
  evaluation: Evaluation,
  space: Space,
  box: Box,
  quantities: Quantities,
  isWhole = false,
): boolean {
  for (const [axis, cells] of box) {
    const dimension = space.axes[axis]?.dimension;
    if (dimension === undefined || !(isWhole || isOpaque(dimension))) continue;
    const number = numberOf(dimension, evaluation, quantities);
    if (number === undefined || !space.intervals(axis, cells).some((interval) => contains(interval, number)))
      return false;
  }
  return true;
}

function numberOf(
  { numerator, denominator }: Dimension,
  evaluation: Evaluation,
  quantities: Quantities,
): Rational | undefined {
  const read = reader(evaluation, quantities);
  const top = valueOf(numerator, read);
  const bottom = productOf(denominator ?? [], read);
  return top === undefined || bottom === undefined || sign(bottom) === 0 ? undefined : divide(top, bottom);
}

type Read = (variable: Variable) => Rational | undefined;

function reader({ values, outcomes }: Evaluation, quantities: Quantities): Read {
  const { program } = quantities;
  const read: Read = (variable) => {
    const unknown = quantities.presentIn(variable);
    if (unknown !== undefined) return read(unknown) === undefined ? ZERO : ONE;
    const input = program.inputs.find(({ name }) => name === variable.input);
    const given = input && values.get(input.name);
    if (input !== undefined) return given && toNumber(given, input.type);
    const expression = quantities.opaqueExpression(variable);
    if (expression === undefined) return undefined;
    const environment = { ...environmentOf(program, values), outcomeEvaluations: new Map(outcomes) };
    const state = evaluateExpression(expression, environment);
    return state.status === "determined" ? toNumber(state.value, expression.type) : undefined;
  };
  return read;
}

function productOf(variables: readonly Variable[], read: Read): Rational | undefined {
  let product = ONE;
  for (const variable of variables) {
    const value = read(variable);
    if (value === undefined) return undefined;
    product = multiply(product, value);
  }
  return product;
}

function valueOf(form: Polynomial, read: Read): Rational | undefined {
  let total = ZERO;
  for (const { variables, coefficient } of form.values()) {
    const product = productOf(variables, read);
    if (product === undefined) return undefined;
    total = add(total, multiply(coefficient, product));
  }
  return total;
}

/** Of a condition that is the same in all of the box; undefined where the box says nothing of it. */
export function truthIn(formula: Formula, space: Space, box: Box): boolean | undefined {
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "atom": {
      const { axis, cells } = space.atom(formula.dimension, formula.region);
      return axis < 0 ? undefined : hasCell(cells, box.get(axis)?.[0] ?? 0);
    }
    default: {
      const parts = formula.operands.map((operand) => truthIn(operand, space, box));
      if (parts.includes(undefined)) return undefined;
      return formula.kind === "all" ? !parts.includes(false) : parts.includes(true);
    }
  }
}

function hasCell(cells: Cells, cell: number): boolean {
  for (let index = 0; index < cells.length; index += 2)
    if (cell >= (cells[index] ?? 0) && cell < (cells[index + 1] ?? 0)) return true;
  return false;
}

/** Certain that it has a value in every case: nothing in it can be divided by zero, leave the calendar or stay open. */
export function hasValue(expression: Expression, quantities: Quantities): boolean {
  for (const part of walk(expression)) {
    if (part.kind === "outcome" || part.kind === "shift" || part.kind === "interval") return false;
    if (part.kind === "arithmetic" && part.operator === "/" && !isNeverZero(part.right, quantities)) return false;
    const meaning = part.kind === "definition" ? quantities.definition(part.name) : undefined;
    if (part.kind === "definition" && (meaning === undefined || !hasValue(meaning, quantities))) return false;
  }
  return true;
}

function isNeverZero(divisor: Expression, quantities: Quantities): boolean {
  if (divisor.kind === "literal") return divisor.value.kind === "quantity" && sign(divisor.value.value) !== 0;
  const variable = divisor.kind === "input" ? quantities.input(divisor.name) : undefined;
  return variable !== undefined && isPositive(variable.range);
}
