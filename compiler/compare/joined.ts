/**
 * Two versions of a policy in one program, over the same inputs: what the second has otherwise stands in it under a
 * marked name. So one evaluation answers both, and the proof reads the conditions of both over the same quantities.
 */
import { divide, multiply, rational, type Rational } from "../../grammar/rational.ts";
import { compareValues } from "../evaluate/values.ts";
import type { Bound, Deadline, Expression, Input, Outcome, Pool, Program, Rule, ValueType } from "../lowered.ts";
import { mapOperands } from "../walk.ts";
import { Forms, Interner, typeForm } from "./forms.ts";

/** Not to be typed, and left out wherever something is shown. */
const MARK = "\uE000";
export const unmarked = (text: string): string => text.replaceAll(MARK, "");

export interface Joined {
  readonly program: Program;
  /** What an outcome of the second version is called; an outcome of equal meaning is one with that of the first. */
  readonly renamed: (outcome: string) => string;
  /** Inputs that no data can give both versions alike. */
  readonly incompatible: ReadonlySet<string>;
  readonly forms: { readonly before: Forms; readonly after: Forms };
}

export function join(before: Program, after: Program): Joined {
  const interner = new Interner();
  const forms = { before: new Forms(before, interner), after: new Forms(after, interner) };
  const { inputs, incompatible } = joinInputs(before, after);
  const taken = new Map<string, string>([
    ...before.definitions.map(({ name }) => [name, `definition ${forms.before.definition(name)}`] as const),
    ...before.outcomes.map(({ name }) => [name, `outcome ${forms.before.outcome(name)}`] as const),
  ]);
  const own = new Map<string, string>([
    ...after.definitions.map(({ name }) => [name, `definition ${forms.after.definition(name)}`] as const),
    ...after.outcomes.map(({ name }) => [name, `outcome ${forms.after.outcome(name)}`] as const),
  ]);
  const isShared = (name: string): boolean => taken.get(name) === own.get(name);
  const rename = (name: string): string => (taken.has(name) && !isShared(name) ? `${name}${MARK}` : name);
  const poolsBefore = new Map(before.pools.map((pool) => [pool.name, forms.before.pool(pool)]));
  const poolsAfter = new Map(after.pools.map((pool) => [pool.name, forms.after.pool(pool)]));
  const isSharedPool = (name: string): boolean => poolsBefore.get(name) === poolsAfter.get(name);
  const renamePool = (name: string): string => (poolsBefore.has(name) && !isSharedPool(name) ? `${name}${MARK}` : name);
  const first = rewriting((name) => name, typesIn(before, inputs));
  const second = rewriting(rename, typesIn(after, inputs));
  const added = after.outcomes.filter(({ name }) => !isShared(name));
  return {
    program: {
      ...before,
      inputs,
      definitions: [
        ...before.definitions.map((one) => ({ ...one, expression: first(one.expression) })),
        ...after.definitions
          .filter(({ name }) => !isShared(name))
          .map((one) => ({ ...one, name: rename(one.name), expression: second(one.expression) })),
      ],
      outcomes: [
        ...before.outcomes.map((outcome) => mapOutcome(outcome, outcome.name, first, (name) => name)),
        ...added.map((outcome) => mapOutcome(outcome, rename(outcome.name), second, renamePool)),
      ],
      evaluationOrder: [
        ...before.evaluationOrder,
        ...after.evaluationOrder.filter((name) => !isShared(name)).map(rename),
      ],
      clauses: [
        ...before.clauses,
        ...after.clauses.filter(({ id }) => !before.clauses.some((clause) => clause.id === id)),
      ],
      pools: [
        ...before.pools.map((pool) => mapPool(pool, pool.name, first)),
        ...after.pools
          .filter(({ name }) => !isSharedPool(name))
          .map((pool) => mapPool(pool, renamePool(pool.name), second)),
      ],
      targets: [],
      constraints: [],
      cases: [],
    },
    renamed: rename,
    incompatible,
    forms,
  };
}

type Rewrite = (expression: Expression) => Expression;

/** `typeOf`: of inputs, since listed values are those that both versions know, and of what stands for an input. */
function rewriting(rename: (name: string) => string, typeOf: (part: Reference) => ValueType | undefined): Rewrite {
  const rewrite: Rewrite = (expression) => {
    if (expression.kind === "input") return { ...expression, type: typeOf(expression) ?? expression.type };
    if (expression.kind === "definition" || expression.kind === "outcome")
      return { ...expression, name: rename(expression.name), type: typeOf(expression) ?? expression.type };
    return mapOperands(expression, rewrite);
  };
  return rewrite;
}

type Reference = Expression & { readonly kind: "input" | "definition" | "outcome" };

/** The types of inputs as both versions have them, and of abbreviations that stand for such an input. */
function typesIn(program: Program, inputs: readonly Input[]): (part: Reference) => ValueType | undefined {
  const types = new Map(inputs.map(({ name, type }) => [name, type]));
  const named = new Map<string, ValueType>();
  for (const { name, expression } of program.definitions) {
    const type = expression.kind === "input" ? types.get(expression.name) : named.get(nameOf(expression));
    if (type !== undefined) named.set(name, type);
  }
  return ({ kind, name }) => (kind === "input" ? types : kind === "definition" ? named : undefined)?.get(name);
}

const nameOf = (expression: Expression): string => (expression.kind === "definition" ? expression.name : "");

function mapOutcome(outcome: Outcome, name: string, rewrite: Rewrite, poolName: (name: string) => string): Outcome {
  const rules = outcome.rules.map((rule): Rule => {
    const { condition, value, deadline, draws } = rule;
    return {
      ...rule,
      outcome: name,
      condition: condition && rewrite(condition),
      value: value.kind === "expression" ? { kind: "expression", expression: rewrite(value.expression) } : value,
      deadline: deadline && mapDeadline(deadline, rewrite),
      draws: draws.map(({ pool, amount }) => ({ pool: poolName(pool), amount: rewrite(amount) })),
    };
  });
  return { ...outcome, name, formula: outcome.formula && rewrite(outcome.formula), rules };
}

const mapDeadline = (deadline: Deadline, rewrite: Rewrite): Deadline =>
  deadline.kind === "on"
    ? { ...deadline, date: rewrite(deadline.date) }
    : { ...deadline, from: rewrite(deadline.from) };

const mapPool = (pool: Pool, name: string, rewrite: Rewrite): Pool => ({
  ...pool,
  name,
  total: rewrite(pool.total),
  used: pool.used && rewrite(pool.used),
});

// --- inputs ---------------------------------------------------------------------------------------------------------

/** The inputs of both, with what both accept of each. */
function joinInputs(before: Program, after: Program) {
  const incompatible = new Set<string>();
  const inputs = before.inputs.map((input): Input => {
    const other = after.inputs.find(({ name }) => name === input.name);
    if (other === undefined) return input;
    const common = commonInput(input, other);
    if (common === undefined) incompatible.add(input.name);
    return common ?? input;
  });
  const added = after.inputs.filter(({ name }) => !before.inputs.some((input) => input.name === name));
  return { inputs: [...inputs, ...added], incompatible };
}

function commonInput(a: Input, b: Input): Input | undefined {
  const type = commonType(a.type, b.type);
  if (type === undefined) return undefined;
  const minimum = narrower(a.minimum, b.minimum, 1);
  const maximum = narrower(a.maximum, b.maximum, -1);
  const order = minimum && maximum && compareValues(minimum.value, maximum.value);
  const isEmpty = order === 1 || (order === 0 && !(minimum?.inclusive === true && maximum?.inclusive === true));
  if (isEmpty) return undefined;
  const isSameDefault = JSON.stringify(shown(a)) === JSON.stringify(shown(b));
  return {
    ...a,
    type,
    minimum,
    maximum,
    grain: coarser(a.grain, b.grain),
    default: isSameDefault ? a.default : undefined,
  };
}

const shown = ({ default: value }: Input): unknown =>
  value?.kind === "quantity" ? [`${value.value.numerator}`, `${value.value.denominator}`] : value;

function commonType(a: ValueType, b: ValueType): ValueType | undefined {
  if (a.kind !== "choice" || b.kind !== "choice") return typeForm(a) === typeForm(b) ? a : undefined;
  const values = a.values.filter((value) => b.values.includes(value));
  return values.length === 0 ? undefined : { kind: "choice", values };
}

/** `inward`: 1 for the lower end. */
function narrower(a: Bound | undefined, b: Bound | undefined, inward: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareValues(a.value, b.value);
  if (order === 0) return a.inclusive ? b : a;
  return order === inward ? a : b;
}

/** The least step that is a multiple of both. */
function coarser(a: Rational | undefined, b: Rational | undefined): Rational | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const ratio = divide(a, b);
  return multiply(a, rational(ratio.denominator));
}
