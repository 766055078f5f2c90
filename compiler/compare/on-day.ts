/** The law of one day: a program with the day put in, so that the laws of two days are compared like two versions. */
import { environmentOf, type Environment } from "../evaluate/environment.ts";
import { evaluateExpression } from "../evaluate/expression.ts";
import {
  type Clause,
  type Expression,
  type Outcome,
  type Period,
  type Program,
  REFERENCE_DATE,
  type Requirement,
  type Rule,
  VERSION_DATE,
} from "../lowered.ts";
import { mapExpressions, operandsOf } from "../walk.ts";

/**
 * What is in force on a day (ISO), for applications of that day: 基准日 and 适用版本日 are no question any more. What is out
 * of force is left out, and a clause goes by its own name, whichever of its texts is the law. 算例 are left out.
 */
export function lawOn(program: Program, day: string): Program {
  const environment = environmentOf(program, new Map());
  const dated = mapExpressions(program, (part) => settled(part, day, environment));
  const ids = new Map(dated.clauses.map((clause) => [clause.id, plainId(clause)]));
  const renamed = (id: string): string => ids.get(id) ?? id;
  const outcomes = dated.outcomes.map((outcome) => outcomeOn(outcome, day, renamed));
  const standing = new Set(outcomes.flatMap(({ rules }) => rules.map(({ clause }) => clause)));
  // Of the texts of a clause one is the law at most, and that has rules.
  const isText = new Set(
    dated.outcomes.flatMap(({ rules }) => rules.filter((rule) => isLaw(rule, day)).map(({ clause }) => clause)),
  );
  const clauses = dated.clauses
    .filter(({ id }) => isText.has(id))
    .map(({ version, ...clause }) => ({
      ...clause,
      id: renamed(clause.id),
      name: version?.name ?? clause.name,
      period: undefined,
      exceptionTo: [...new Set(clause.exceptionTo.map(renamed))].filter((id) => standing.has(id)),
    }));
  return {
    ...dated,
    inputs: dated.inputs.filter(({ name }) => name !== VERSION_DATE),
    outcomes,
    clauses,
    targets: dated.targets.flatMap((one) => requirementOn(one, day)),
    constraints: dated.constraints.flatMap((one) => requirementOn(one, day)),
    cases: [],
  };
}

/** `政策/条款@2021-01-01` → `政策/条款` */
const plainId = ({ id, name, version }: Clause): string =>
  version === undefined ? id : id.slice(0, id.length - name.length) + version.name;

/** Puts the day in, and works out what it settles. */
function settled(part: Expression, day: string, environment: Environment): Expression {
  if (part.kind === "input" && (part.name === REFERENCE_DATE || part.name === VERSION_DATE))
    return { ...part, kind: "literal", value: { kind: "date", iso: day } };
  if (part.kind === "and" || part.kind === "or") {
    const decides = part.kind === "or";
    const open = part.operands.filter((operand) => truthOf(operand) !== !decides);
    if (open.some((operand) => truthOf(operand) === decides)) return flag(part, decides);
    const [only, ...more] = open;
    return only === undefined ? flag(part, !decides) : more.length === 0 ? only : { ...part, operands: open };
  }
  const operands = operandsOf(part);
  if (operands.length === 0 || !operands.every(({ kind }) => kind === "literal")) return part;
  const state = evaluateExpression(part, environment);
  return state.status === "determined" ? { ...bare(part), kind: "literal", value: state.value } : part;
}

const bare = ({ type, origin }: Expression): Pick<Expression, "type" | "origin"> => ({ type, origin });

const flag = (part: Expression, value: boolean): Expression => ({
  ...bare(part),
  kind: "literal",
  value: { kind: "boolean", value },
});

const truthOf = (part: Expression): boolean | undefined =>
  part.kind === "literal" && part.value.kind === "boolean" ? part.value.value : undefined;

const isInForce = (period: Period | undefined, day: string): boolean =>
  period === undefined || (period.from <= day && (period.to === undefined || day <= period.to));

const isLaw = ({ condition, period }: Rule, day: string): boolean =>
  isInForce(period, day) && (condition === undefined || truthOf(condition) !== false);

const withoutTruth = (condition: Expression | undefined): Expression | undefined =>
  condition === undefined || truthOf(condition) === true ? undefined : condition;

/** A formula out of force is no formula: nothing gives the result a value. */
const outcomeOn = (outcome: Outcome, day: string, renamed: (id: string) => string): Outcome => ({
  ...outcome,
  formula: isInForce(outcome.period, day) ? outcome.formula : undefined,
  period: undefined,
  rules: outcome.rules
    .filter((rule) => isLaw(rule, day))
    .map((rule) => ({
      ...rule,
      clause: renamed(rule.clause),
      condition: withoutTruth(rule.condition),
      period: undefined,
      beats: [...new Set(rule.beats.map(renamed))],
    })),
});

const requirementOn = (one: Requirement, day: string): readonly Requirement[] =>
  isInForce(one.period, day) ? [{ ...one, condition: withoutTruth(one.condition), period: undefined }] : [];
