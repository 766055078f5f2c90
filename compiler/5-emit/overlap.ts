/**
 * Whether two rules can surely not both hold: a look at one quantity at a time, enough for brackets, thresholds and
 * listed values. Where it cannot tell, generated code weighs all clauses; it never answers otherwise than it should.
 */
import { compare, type Rational } from "../../grammar/rational.ts";
import type { ComparisonOperator, Expression, Program, Rule, Value } from "../lowered.ts";
import { walk } from "../walk.ts";
import type { Writer } from "./expression.ts";

type Point = Rational | string;

interface End {
  readonly at: Point;
  readonly isIncluded: boolean;
}

/** What a term may be: between two ends, or one of some values. */
interface Side {
  readonly low?: End;
  readonly high?: End;
  readonly values?: ReadonlySet<string>;
}

/** Terms (by the text of their code) that a way for a condition to hold limits. */
type Box = ReadonlyMap<string, Side>;

const MOST_BOXES = 64;
const anywhere: readonly Box[] = [new Map()];

const comparePoints = (a: Point, b: Point): number =>
  typeof a === "object" && typeof b === "object" ? compare(a, b) : a < b ? -1 : a > b ? 1 : 0;

const inner = (a: End | undefined, b: End | undefined, wanted: 1 | -1): End | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  const order = comparePoints(a.at, b.at) * wanted;
  return order > 0 ? a : order < 0 ? b : a.isIncluded ? b : a;
};

function meet(a: Side, b: Side): Side | undefined {
  const low = inner(a.low, b.low, 1);
  const high = inner(a.high, b.high, -1);
  if (low !== undefined && high !== undefined) {
    const order = comparePoints(low.at, high.at);
    if (order > 0 || (order === 0 && !(low.isIncluded && high.isIncluded))) return undefined;
  }
  const { values: first } = a;
  const { values: second } = b;
  const values =
    first === undefined || second === undefined
      ? (first ?? second)
      : new Set([...first].filter((value) => second.has(value)));
  if (values?.size === 0) return undefined;
  return { ...(low && { low }), ...(high && { high }), ...(values && { values }) };
}

function meetBoxes(a: Box, b: Box): Box | undefined {
  const met = new Map(a);
  for (const [term, side] of b) {
    const before = met.get(term);
    const both = before === undefined ? side : meet(before, side);
    if (both === undefined) return undefined;
    met.set(term, both);
  }
  return met;
}

const opposites = { "<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "!=", "!=": "=" } as const;
const mirrored = { "<": ">", ">=": "<=", ">": "<", "<=": ">=", "=": "=", "!=": "!=" } as const;

/** All the ways in which a condition can hold (or fail); more than there are, where it cannot tell. */
function boxesOf(expression: Expression, isHeld: boolean, writer: Writer): readonly Box[] {
  switch (expression.kind) {
    case "not":
      return boxesOf(expression.operand, !isHeld, writer);
    case "and":
    case "or": {
      const parts = expression.operands.map((operand) => boxesOf(operand, isHeld, writer));
      if ((expression.kind === "or") === isHeld) {
        const all = parts.flat();
        return all.length > MOST_BOXES ? anywhere : all;
      }
      return parts.reduce((before, next) => {
        const met = before.flatMap((a) => next.flatMap((b) => meetBoxes(a, b) ?? []));
        return met.length > MOST_BOXES ? before : met;
      });
    }
    case "comparison": {
      const { operator, left, right } = expression;
      const wanted = isHeld ? operator : opposites[operator];
      if (right.kind === "literal") return compared(left, wanted, right.value, writer);
      return left.kind === "literal" ? compared(right, mirrored[wanted], left.value, writer) : anywhere;
    }
    case "membership":
      return listed(expression.subject, expression.values, isHeld, writer);
    case "literal":
      return expression.value.kind === "boolean" && expression.value.value !== isHeld ? [] : anywhere;
    default:
      return expression.type.kind === "boolean"
        ? [new Map([[writer.code(expression), { values: new Set([String(isHeld)]) }]])]
        : anywhere;
  }
}

function compared(term: Expression, operator: ComparisonOperator, value: Value, writer: Writer): readonly Box[] {
  const box = (side: Side): readonly Box[] => [new Map([[writer.code(term), side]])];
  if (value.kind === "choice" || value.kind === "boolean") return listed(term, [value], operator === "=", writer);
  const at = value.kind === "quantity" ? value.value : value.iso;
  switch (operator) {
    case "=":
      return box({ low: { at, isIncluded: true }, high: { at, isIncluded: true } });
    case "<":
    case "<=":
      return box({ high: { at, isIncluded: operator === "<=" } });
    case ">":
    case ">=":
      return box({ low: { at, isIncluded: operator === ">=" } });
    default:
      return anywhere;
  }
}

function listed(term: Expression, values: readonly Value[], isHeld: boolean, writer: Writer): readonly Box[] {
  const named = values.flatMap((value) =>
    value.kind === "choice" || value.kind === "boolean" ? [String(value.value)] : [],
  );
  if (named.length < values.length) return anywhere;
  const all = term.type.kind === "choice" ? term.type.values : ["true", "false"];
  const allowed = new Set(isHeld ? named : all.filter((value) => !named.includes(value)));
  return allowed.size === 0 ? [] : [new Map([[writer.code(term), { values: allowed }]])];
}

/** Whether the first rule that holds may be taken for its word, once every input is given. */
export function isPlain(program: Program, writer: Writer): boolean {
  const ruled = program.outcomes.filter(({ formula }) => formula === undefined);
  const rules = ruled.flatMap((outcome) => outcome.rules);
  if (rules.some((rule) => rule.period !== undefined || rule.deadline !== undefined || rule.draws.length > 0))
    return false;
  if (program.outcomes.some(({ period }) => period !== undefined)) return false;
  if (rules.some((rule) => needsWeighing(rule, program))) return false;
  const fallbacks = new Set<string>();
  for (const rule of rules.filter(({ otherwise }) => otherwise)) {
    if (fallbacks.has(rule.clause)) return false;
    fallbacks.add(rule.clause);
  }
  const boxes = new Map(
    rules.map((rule) => [rule, rule.condition === undefined ? anywhere : boxesOf(rule.condition, true, writer)]),
  );
  const canMeet = (a: Rule, b: Rule): boolean =>
    (boxes.get(a) ?? anywhere).some((x) => (boxes.get(b) ?? anywhere).some((y) => meetBoxes(x, y) !== undefined));
  return ruled.every(({ rules: own }) =>
    own.every((a, index) =>
      own
        .slice(index + 1)
        .every(
          (b) =>
            a.otherwise !== b.otherwise ||
            a.beats.includes(b.clause) ||
            b.beats.includes(a.clause) ||
            givesTheSame(a, b, writer) ||
            !canMeet(a, b),
        ),
    ),
  );
}

const direction = ({ modality }: Rule): string => (modality === "may" ? "must" : modality);

function givesTheSame(a: Rule, b: Rule, writer: Writer): boolean {
  if (direction(a) !== direction(b) || a.value.kind !== b.value.kind) return false;
  if (a.value.kind === "action") return true;
  return (
    a.value.kind === "expression" &&
    b.value.kind === "expression" &&
    writer.code(a.value.expression) === writer.code(b.value.expression) &&
    !writer.isOpen(a.value.expression)
  );
}

/**
 * A condition or value that reads an outcome takes more than one pass through the clauses, and one in which an
 * interval stands may be left open.
 */
function needsWeighing(rule: Rule, program: Program): boolean {
  const definitions = new Map(program.definitions.map(({ name, expression }) => [name, expression]));
  const holds = (root: Expression, kinds: readonly Expression["kind"][]): boolean =>
    [...walk(root)].some((part) => {
      const definition = part.kind === "definition" ? definitions.get(part.name) : undefined;
      return kinds.includes(part.kind) || (definition !== undefined && holds(definition, kinds));
    });
  return (
    (rule.condition !== undefined && holds(rule.condition, ["outcome", "interval"])) ||
    (rule.value.kind === "expression" && holds(rule.value.expression, ["outcome"]))
  );
}
