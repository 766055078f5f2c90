/** Divisors that the limits of the inputs allow to be zero. */
import { compare, sign, ZERO, type Rational } from "../../grammar/rational.ts";
import type { Expression, Program } from "../lowered.ts";
import type { Reporter } from "../report.ts";
import { everyExpression } from "../walk.ts";

/** The least an expression can be; `strict` where it is always above that. None: nothing is known. */
interface Floor {
  readonly value: Rational;
  readonly strict: boolean;
}

export function reportPossibleZeroDivisors(program: Program, reporter: Reporter): void {
  const inputs = new Map(program.inputs.map((input) => [input.name, input]));
  const definitions = new Map(program.definitions.map(({ name, expression }) => [name, expression]));

  const floorOf = (expression: Expression): Floor | undefined => {
    switch (expression.kind) {
      case "literal":
        return expression.value.kind === "quantity" ? { value: expression.value.value, strict: false } : undefined;
      case "input": {
        const minimum = inputs.get(expression.name)?.minimum;
        return minimum?.value.kind === "quantity"
          ? { value: minimum.value.value, strict: !minimum.inclusive }
          : undefined;
      }
      case "definition": {
        const definition = definitions.get(expression.name);
        return definition === undefined ? undefined : floorOf(definition);
      }
      case "arithmetic": {
        const left = floorOf(expression.left);
        const right = floorOf(expression.right);
        if (left === undefined || right === undefined || expression.operator === "-") return undefined;
        if (sign(left.value) < 0 || sign(right.value) < 0) return undefined;
        const bothPositive = isPositive(left) && isPositive(right);
        if (expression.operator === "+") return { value: ZERO, strict: isPositive(left) || isPositive(right) };
        return { value: ZERO, strict: bothPositive };
      }
      default:
        return undefined;
    }
  };

  const own = {
    ...program,
    definitions: program.definitions.filter(isOwn),
    outcomes: program.outcomes.filter(isOwn),
    pools: program.pools.filter(isOwn),
  };
  for (const part of everyExpression(own)) {
    if (part.kind !== "arithmetic" || part.operator !== "/") continue;
    const floor = floorOf(part.right);
    if (floor !== undefined && isPositive(floor)) continue;
    if (part.right.kind === "literal" && floor !== undefined && compare(floor.value, ZERO) !== 0) continue;
    const divisor = reporter.quote(part.right.origin.span);
    const text = reporter.quote(part.origin.span);
    const { type } = part.right;
    const zero = type.kind === "quantity" && type.notation === "unit" ? `0${type.unit}` : "0";
    reporter.report("possible-zero-divisor", { divisor, text, zero }, part.right.origin.span);
  }
}

const isOwn = ({ importedFrom }: { readonly importedFrom: string | undefined }): boolean => importedFrom === undefined;

const isPositive = ({ value, strict }: Floor): boolean => sign(value) > 0 || (strict && sign(value) === 0);
