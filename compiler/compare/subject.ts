/** What is compared of two versions: each result of the policy, with all that the answer to it tells. */
import { periodComparisons } from "../day.ts";
import { requirementWords } from "../evaluate/cases.ts";
import {
  type Expression,
  type Origin,
  type Outcome,
  type Program,
  type Requirement,
  type Rule,
  type ValueType,
} from "../lowered.ts";

export type SubjectKind = "outcome" | "target" | "constraint" | "pool";

/** Of a target or a constraint: whether it applies at all. What keeps that from being told comes before all else. */
export const APPLIES = "适用";

/** A figure of a result, computed like an outcome. */
interface Part {
  /** Empty for the answer itself. */
  readonly label: string;
  readonly outcome: string;
}

export interface Subject {
  readonly kind: SubjectKind;
  readonly name: string;
  readonly parts: readonly Part[];
}

export interface Spread {
  /** With targets, constraints and pools as further outcomes, so that all are compared in one way. */
  readonly program: Program;
  /** The policy's own, in the author's order. */
  readonly subjects: readonly Subject[];
}

/** No name of a policy begins so. */
const APART = "\uE001";

export function spread(program: Program): Spread {
  const requirements = (["target", "constraint"] as const).flatMap((kind) =>
    program[kind === "target" ? "targets" : "constraints"].map((requirement) => ofRequirement(kind, requirement)),
  );
  const pools = program.pools.filter(({ importedFrom }) => importedFrom === undefined).map(ofPool);
  const added = [...requirements, ...pools];
  const outcomes = added.flatMap((one) => one.outcomes);
  const own = program.outcomes.filter(({ importedFrom }) => importedFrom === undefined);
  return {
    program: {
      ...program,
      outcomes: [...program.outcomes, ...outcomes],
      evaluationOrder: [...program.evaluationOrder, ...outcomes.map(({ name }) => name)],
    },
    subjects: [
      ...own.map(({ name }): Subject => ({ kind: "outcome", name, parts: [{ label: "", outcome: name }] })),
      ...added.map(({ subject }) => subject),
    ],
  };
}

interface Made {
  readonly subject: Subject;
  readonly outcomes: readonly Outcome[];
}

const BOOLEAN = { kind: "boolean" } as const;

function allOf(operands: readonly Expression[], origin: Origin): Expression {
  const [only, more] = operands;
  return only !== undefined && more === undefined ? only : { kind: "and", operands, type: BOOLEAN, origin };
}

function ofRequirement(kind: "target" | "constraint", one: Requirement): Made {
  const { name, condition, requirement, measure, deadline, period, origin } = one;
  const words = requirementWords[kind];
  const type: ValueType = { kind: "choice", values: [words.met, words.unmet] };
  const outcomeName = (label: string): string => `${APART}${kind} ${name} ${label}`;
  const unmet: Expression = { kind: "not", operand: requirement, type: BOOLEAN, origin };
  const rule = (
    label: string,
    holds: Expression | undefined,
    expression: Expression,
    due?: Rule["deadline"],
  ): Rule => ({
    clause: `${APART}${name}`,
    outcome: outcomeName(label),
    otherwise: false,
    condition: holds,
    period: undefined,
    beats: [],
    modality: "must",
    value: { kind: "expression", expression },
    deadline: due,
    draws: [],
    origin,
  });
  // Out of force it does not apply, whatever else may be open: the period is a condition like the others.
  const applies = [...periodComparisons(period, origin), ...(condition === undefined ? [] : [condition])];
  const both = (holds: Expression): Expression => allOf([...applies, holds], origin);
  const verdict = (value: string): Expression => ({ kind: "literal", value: { kind: "choice", value }, type, origin });
  const outcome = (label: string, rules: readonly Rule[], own: ValueType): Outcome => ({
    name: outcomeName(label),
    type: own,
    formula: undefined,
    period: undefined,
    rules,
    assumptions: [],
    origin,
    importedFrom: undefined,
  });
  const figure = (label: string, expression: Expression, due?: Rule["deadline"]): Outcome =>
    outcome(
      label,
      [rule(label, applies.length === 0 ? undefined : allOf(applies, origin), expression, due)],
      expression.type,
    );
  const yes: Expression = { kind: "literal", value: { kind: "boolean", value: true }, type: BOOLEAN, origin };
  const outcomes = [
    ...(applies.length === 0 ? [] : [figure(APPLIES, yes)]),
    outcome("", [rule("", both(requirement), verdict(words.met)), rule("", both(unmet), verdict(words.unmet))], type),
    ...(measure === undefined ? [] : [figure("目标", measure.target), figure("实际", measure.actual)]),
    ...(deadline === undefined ? [] : [figure("期限", yes, deadline)]),
  ];
  const parts = outcomes.map((made): Part => ({ label: made.name.split(" ").at(-1) ?? "", outcome: made.name }));
  return { subject: { kind, name, parts }, outcomes };
}

function ofPool({ name, total, used, origin }: Program["pools"][number]): Made {
  const figure = (label: string, formula: Expression): Outcome => ({
    name: `${APART}pool ${name} ${label}`,
    type: formula.type,
    formula,
    period: undefined,
    rules: [],
    assumptions: [],
    origin,
    importedFrom: undefined,
  });
  const outcomes = [figure("总额", total), ...(used === undefined ? [] : [figure("已用", used)])];
  const parts = outcomes.map((made): Part => ({ label: made.name.split(" ").at(-1) ?? "", outcome: made.name }));
  return { subject: { kind: "pool", name, parts }, outcomes };
}
