/** Expressions as calls into the runtime, with the unit that each result counts. */
import { compare, divide, multiply, rational, type Rational } from "../../grammar/rational.ts";
import type { ComparisonOperator, Expression, Program, Value, ValueType } from "../lowered.ts";
import { showExpression } from "../evaluate/wording.ts";
import { member, quote, wholeNumber, type Names } from "./names.ts";
import { openness } from "./openness.ts";
import { aligned, commonUnit, countedIn, inputUnit, literalIn, unitOf, type Counted } from "./unit.ts";

const comparisons = {
  "<": "below",
  "<=": "atMost",
  ">": "above",
  ">=": "atLeast",
  "=": "equal",
  "!=": "unequal",
} as const satisfies Record<ComparisonOperator, string>;
const shares = { "<": "shareBelow", "<=": "shareAtMost", ">": "shareAbove", ">=": "shareAtLeast" } as const;
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const arithmetic = { "+": "plus", "-": "minus", "*": "times", "/": "over" } as const;

/** Writes the expressions of one program. */
export class Writer {
  readonly #definitions: ReadonlyMap<string, Expression>;
  readonly #inputs: ReadonlyMap<string, Program["inputs"][number]>;
  readonly #outcomes: ReadonlyMap<string, Program["outcomes"][number]>;
  readonly #isOpen: (expression: Expression) => boolean;
  readonly #definitionUnits = new Map<string, Rational>();
  readonly #outcomeUnits = new Map<string, Rational>();

  constructor(
    readonly program: Program,
    readonly names: Names,
  ) {
    this.#definitions = new Map(program.definitions.map(({ name, expression }) => [name, expression]));
    this.#inputs = new Map(program.inputs.map((input) => [input.name, input]));
    this.#outcomes = new Map(program.outcomes.map((outcome) => [outcome.name, outcome]));
    this.#isOpen = openness(program);
  }

  isOpen(expression: Expression): boolean {
    return this.#isOpen(expression);
  }

  /** The unit that an outcome is counted in: a formula's own, or that of its type. */
  outcomeUnit(name: string): Rational {
    const known = this.#outcomeUnits.get(name);
    if (known !== undefined) return known;
    const outcome = this.#outcomes.get(name);
    if (outcome === undefined) throw new Error(`no outcome is called ${name}`);
    const found =
      outcome.formula === undefined || outcome.type.kind !== "quantity"
        ? unitOf(outcome.type)
        : rational(1n, this.counted(outcome.formula).unit.denominator);
    this.#outcomeUnits.set(name, found);
    return found;
  }

  #definitionUnit(name: string): Rational {
    const known = this.#definitionUnits.get(name);
    if (known !== undefined) return known;
    const found = this.counted(this.#definition(name)).unit;
    this.#definitionUnits.set(name, found);
    return found;
  }

  #definition(name: string): Expression {
    const expression = this.#definitions.get(name);
    if (expression === undefined) throw new Error(`no definition is called ${name}`);
    return expression;
  }

  /** The code alone: of anything but a quantity, or where the unit is known. */
  code(expression: Expression): string {
    return this.counted(expression).code;
  }

  /** The code, counted in the given unit. */
  codeIn(expression: Expression, unit: Rational): string {
    return countedIn(this.counted(expression), unit);
  }

  counted(expression: Expression): Counted {
    const plain = (code: string): Counted => ({ code, unit: rational(1) });
    switch (expression.kind) {
      case "literal":
        return this.#literal(expression.value, expression.type);
      case "input": {
        const input = this.#inputs.get(expression.name);
        return { code: `facts${member(expression.name)}`, unit: input === undefined ? rational(1) : inputUnit(input) };
      }
      case "definition":
        return {
          code: `${this.names.identifier(expression.name)}(facts)`,
          unit: this.#definitionUnit(expression.name),
        };
      case "outcome":
        return { code: `facts${member(expression.name)}`, unit: this.outcomeUnit(expression.name) };
      case "arithmetic":
        return this.#arithmetic(expression);
      case "shift": {
        const call = `$.${expression.direction === 1 ? "plus" : "minus"}${expression.unit === "day" ? "Days" : "Months"}`;
        const amount = this.codeIn(expression.amount, rational(1));
        return plain(`${call}(${this.code(expression.date)}, ${amount}, ${quote(showExpression(expression.amount))})`);
      }
      case "extreme": {
        const { codes, unit } = this.#together(expression.operands);
        return { code: `${expression.which === "min" ? "$.least" : "$.greatest"}(${codes.join(", ")})`, unit };
      }
      case "round":
        return this.#round(expression);
      case "interval": {
        const { codes, unit } = this.#together([expression.low, expression.high]);
        return { code: `$.between(${codes.join(", ")})`, unit };
      }
      case "comparison":
        return plain(this.#comparison(expression));
      case "membership": {
        const [only] = expression.values;
        if (expression.values.length === 1 && only?.kind === "choice" && !this.isOpen(expression.subject))
          return plain(`$.is(${this.code(expression.subject)}, ${quote(only.value)})`);
        const subject = this.counted(expression.subject);
        const values = expression.values.map((value) =>
          value.kind === "quantity"
            ? literalIn(value.value, subject.unit)
            : this.#literal(value, expression.subject.type).code,
        );
        const name = this.isOpen(expression.subject) ? `, ${quote(showExpression(expression.subject))}` : "";
        return plain(`$.oneOf(${subject.code}, [${values.join(", ")}]${name})`);
      }
      case "and":
      case "or":
        return plain(
          `$.${expression.kind}(${expression.operands.map((operand) => this.condition(operand)).join(", ")})`,
        );
      case "not":
        return plain(`$.not(${this.condition(expression.operand)})`);
    }
  }

  /** A condition: true, false, or what stands in the way of telling. */
  condition(expression: Expression): string {
    const code = this.code(expression);
    const isCondition =
      expression.kind === "comparison" ||
      expression.kind === "membership" ||
      expression.kind === "and" ||
      expression.kind === "or" ||
      expression.kind === "not";
    return isCondition || !this.isOpen(expression) ? code : `$.decided(${code}, ${quote(showExpression(expression))})`;
  }

  #literal(value: Value, type: ValueType): Counted {
    switch (value.kind) {
      case "quantity": {
        const unit = unitOf(type);
        return { code: literalIn(value.value, unit), unit, literal: value.value };
      }
      case "boolean":
        return { code: String(value.value), unit: rational(1) };
      case "choice":
        return { code: quote(value.value), unit: rational(1) };
      default:
        return { code: quote(value.iso), unit: rational(1) };
    }
  }

  /** The largest unit in which all of them are counted without loss. */
  commonUnit(expressions: readonly Expression[]): Rational {
    return commonUnit(expressions.map((expression) => this.counted(expression)));
  }

  /** Operands counted in one unit. */
  #together(operands: readonly Expression[]): { readonly codes: readonly string[]; readonly unit: Rational } {
    const counted = operands.map((operand) => this.counted(operand));
    if (operands[0]?.type.kind !== "quantity") return { codes: counted.map(({ code }) => code), unit: rational(1) };
    const unit = commonUnit(counted);
    return { codes: counted.map((operand) => countedIn(operand, unit)), unit };
  }

  #arithmetic(expression: Extract<Expression, { kind: "arithmetic" }>): Counted {
    const { operator, left, right } = expression;
    if (left.type.kind !== "quantity")
      return { code: `$.daysFrom(${this.code(left)}, ${this.code(right)})`, unit: rational(1) };
    const call = `$.${arithmetic[operator]}`;
    if (operator === "+" || operator === "-") {
      const { codes, unit } = this.#together([left, right]);
      return { code: `${call}(${codes.join(", ")})`, unit };
    }
    const [a, b] = [this.counted(left), this.counted(right)];
    if (operator === "*") return { code: `${call}(${a.code}, ${b.code})`, unit: multiply(a.unit, b.unit) };
    const named = `${quote(showExpression(left))}, ${quote(showExpression(right))}`;
    return { code: `${call}(${a.code}, ${b.code}, ${named})`, unit: divide(a.unit, b.unit) };
  }

  /** Surely above zero: a literal, or an input by its limits. */
  #isPositive(expression: Expression): boolean {
    if (expression.kind === "literal")
      return expression.value.kind === "quantity" && compare(expression.value.value, rational(0)) > 0;
    if (expression.kind !== "input") return false;
    const minimum = this.#inputs.get(expression.name)?.minimum;
    if (minimum?.value.kind !== "quantity") return false;
    return compare(minimum.value.value, rational(0)) >= (minimum.inclusive ? 1 : 0);
  }

  #round(expression: Extract<Expression, { kind: "round" }>): Counted {
    const { operand: inner, method, step } = expression;
    const { code, unit } = this.counted(inner);
    const { numerator, denominator } = divide(step, unit);
    const operand = denominator === 1n ? code : `$.times(${code}, ${wholeNumber(denominator, 1n)})`;
    return { code: `$.${method}(${operand}, ${wholeNumber(numerator, 1n)})`, unit: step };
  }

  #comparison(expression: Extract<Expression, { kind: "comparison" }>): string {
    const { operator, left, right } = expression;
    if (this.isOpen(left) || this.isOpen(right)) {
      const sides =
        left.type.kind === "quantity"
          ? aligned(this.counted(left), this.counted(right))
          : [this.code(left), this.code(right)];
      const named = `${quote(showExpression(left))}, ${quote(showExpression(right))}`;
      return `$.compared(${quote(operator)}, ${sides.join(", ")}, ${named})`;
    }
    if (left.type.kind === "boolean" && right.kind === "literal" && right.value.kind === "boolean") {
      const isSame = (operator === "=") === right.value.value;
      return isSame ? this.code(left) : `$.not(${this.code(left)})`;
    }
    if (operator === "=" && right.kind === "literal" && left.type.kind === "choice")
      return `$.is(${this.code(left)}, ${this.code(right)})`;
    if (left.type.kind !== "quantity") return `$.${comparisons[operator]}(${this.code(left)}, ${this.code(right)})`;
    return (
      this.#share(expression) ??
      `$.${comparisons[operator]}(${aligned(this.counted(left), this.counted(right)).join(", ")})`
    );
  }

  /** A quotient of two inputs held against a figure is not divided but multiplied out. */
  #share({ operator, left, right }: Extract<Expression, { kind: "comparison" }>): string | undefined {
    const quotient = left.kind === "definition" ? this.#definition(left.name) : left;
    if (operator === "=" || operator === "!=" || right.kind !== "literal" || right.value.kind !== "quantity")
      return undefined;
    if (quotient.kind !== "arithmetic" || quotient.operator !== "/" || !this.#isPositive(quotient.right))
      return undefined;
    const [part, whole] = [quotient.left, quotient.right];
    if (part.kind !== "input" || whole.kind !== "input" || part.type.kind !== "quantity") return undefined;
    const [a, b] = [this.counted(part), this.counted(whole)];
    const figure = divide(multiply(right.value.value, b.unit), a.unit);
    const inTenThousandths = multiply(figure, rational(10000));
    const [top, bottom] =
      inTenThousandths.denominator === 1n
        ? [inTenThousandths.numerator, 10000n]
        : [figure.numerator, figure.denominator];
    if (top > SAFE || top < -SAFE || bottom > SAFE) return undefined;
    const figures = `${wholeNumber(top, 10000n)}, ${wholeNumber(bottom, 10000n)}`;
    return `$.${shares[operator]}(${a.code}, ${b.code}, ${figures})`;
  }
}
