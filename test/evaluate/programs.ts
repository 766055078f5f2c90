/** Builds lowered programs by hand, so that the evaluator is tested apart from the front end. */
import { SourceFile } from "../../diagnostics/source.ts";
import { rational, type Rational } from "../../grammar/rational.ts";
import {
  REFERENCE_DATE,
  type Case,
  type Clause,
  type ComparisonOperator,
  type Deadline,
  type Definition,
  type Expression,
  type Input,
  type Modality,
  type Origin,
  type Outcome,
  type Period,
  type Pool,
  type Program,
  type QuantityType,
  type Requirement,
  type Rule,
  type RuleValue,
  type Value,
  type ValueType,
} from "../../compiler/lowered.ts";

const POLICY = "试行";
const file = new SourceFile("试行.policy", "政策 试行\n");
export const origin: Origin = { file, span: { start: 0, end: 5 } };

const unit = (name: string, dimension: Readonly<Record<string, number>>): QuantityType => ({
  kind: "quantity",
  dimension,
  notation: "unit",
  unit: name,
});
export const people = unit("人", { 人: 1 });
export const money = unit("元", { 元: 1 });
export const perPerson = unit("元/人", { 人: -1, 元: 1 });
export const days = unit("天", { 天: 1 });
export const months = unit("月", { 月: 1 });
export const posts = unit("个", { 个: 1 });
export const ratio: QuantityType = { kind: "quantity", dimension: {}, notation: "ratio", unit: "比例" };
export const number: QuantityType = { kind: "quantity", dimension: {}, notation: "number", unit: "数" };
export const date: ValueType = { kind: "date" };
export const month: ValueType = { kind: "month" };
export const flag: ValueType = { kind: "boolean" };
export const action = { kind: "action" } as const;
export const choice = (...values: string[]): ValueType => ({ kind: "choice", values });

export const amount = (numerator: number | bigint, denominator: number | bigint = 1): Value => ({
  kind: "quantity",
  value: rational(numerator, denominator),
});
export const day = (iso: string): Value => ({ kind: "date", iso });
export const yes: Value = { kind: "boolean", value: true };
export const no: Value = { kind: "boolean", value: false };
export const named = (value: string): Value => ({ kind: "choice", value });

// --- expressions ----------------------------------------------------------------------------------------------------

export const lit = (value: Value, type: ValueType): Expression => ({ kind: "literal", value, type, origin });
export const num = (type: QuantityType, numerator: number, denominator = 1): Expression =>
  lit(amount(numerator, denominator), type);
export const read = (name: string, type: ValueType): Expression => ({ kind: "input", name, type, origin });
export const defined = (name: string, type: ValueType): Expression => ({ kind: "definition", name, type, origin });
export const resulting = (name: string, type: ValueType): Expression => ({ kind: "outcome", name, type, origin });
export const compute = (
  left: Expression,
  operator: "+" | "-" | "*" | "/",
  right: Expression,
  type: ValueType,
): Expression => ({
  kind: "arithmetic",
  operator,
  left,
  right,
  type,
  origin,
});
export const compare = (left: Expression, operator: ComparisonOperator, right: Expression): Expression => ({
  kind: "comparison",
  operator,
  left,
  right,
  type: flag,
  origin,
});
export const all = (...operands: Expression[]): Expression => ({ kind: "and", operands, type: flag, origin });
export const any = (...operands: Expression[]): Expression => ({ kind: "or", operands, type: flag, origin });
export const not = (operand: Expression): Expression => ({ kind: "not", operand, type: flag, origin });
export const among = (subject: Expression, ...values: string[]): Expression => ({
  kind: "membership",
  subject,
  values: values.map(named),
  type: flag,
  origin,
});
export const between = (low: Expression, high: Expression): Expression => ({
  kind: "interval",
  low,
  high,
  type: low.type,
  origin,
});
export const extreme = (which: "min" | "max", ...operands: Expression[]): Expression => ({
  kind: "extreme",
  which,
  operands,
  type: operands[0]?.type ?? number,
  origin,
});
export const rounded = (
  operand: Expression,
  method: "halfUp" | "down" | "up" | "halfEven",
  step: Rational,
): Expression => ({ kind: "round", method, step, operand, type: operand.type, origin });
export const shifted = (
  from: Expression,
  count: Expression,
  by: "day" | "month",
  direction: 1 | -1 = 1,
): Expression => ({
  kind: "shift",
  date: from,
  direction,
  amount: count,
  unit: by,
  type: from.type,
  origin,
});

// --- declarations ---------------------------------------------------------------------------------------------------

const INEXACT_UNITS = new Set(["比例", "数"]);

/** Counts are whole and money has two decimals, neither negative, unless `limits` says otherwise. */
export function input(name: string, type: ValueType, limits: Partial<Input> = {}): Input {
  const counted = type.kind === "quantity" && !INEXACT_UNITS.has(type.unit);
  return {
    name,
    type,
    minimum: counted ? { value: amount(0), inclusive: true } : undefined,
    maximum: undefined,
    grain: counted ? rational(1, type.unit.includes("元") ? 100 : 1) : undefined,
    default: undefined,
    assumptions: [],
    origin,
    importedFrom: undefined,
    ...limits,
  };
}

export const definition = (name: string, expression: Expression): Definition => ({
  name,
  expression,
  assumptions: [],
  origin,
  importedFrom: undefined,
});

const id = (clause: string): string => `${POLICY}/${clause}`;

export interface RuleOptions {
  readonly when?: Expression;
  readonly beats?: readonly string[];
  readonly modality?: Modality;
  readonly otherwise?: boolean;
  readonly period?: Period;
  readonly deadline?: Deadline;
  readonly draws?: Rule["draws"];
}

/** A rule without its outcome, which `outcome` fills in. */
export type RuleSketch = Omit<Rule, "outcome">;

export function rule(clause: string, value: Expression | RuleValue, options: RuleOptions = {}): RuleSketch {
  return {
    clause: id(clause),
    otherwise: options.otherwise ?? false,
    condition: options.when,
    period: options.period,
    beats: (options.beats ?? []).map(id),
    modality: options.modality ?? "must",
    value: "type" in value ? { kind: "expression", expression: value } : value,
    deadline: options.deadline,
    draws: options.draws ?? [],
    origin,
  };
}

export const outcome = (name: string, type: Outcome["type"], ...rules: RuleSketch[]): Outcome => ({
  name,
  type,
  formula: undefined,
  period: undefined,
  rules: rules.map((sketch) => ({ ...sketch, outcome: name })),
  assumptions: [],
  origin,
  importedFrom: undefined,
});

export const formula = (name: string, expression: Expression, period?: Period): Outcome => ({
  ...outcome(name, expression.type),
  formula: expression,
  period,
});

export const requirement = (name: string, holds: Expression, details: Partial<Requirement> = {}): Requirement => ({
  name,
  condition: undefined,
  requirement: holds,
  measure:
    holds.kind === "comparison" && holds.left.type.kind === "quantity"
      ? { actual: holds.left, operator: holds.operator, target: holds.right }
      : undefined,
  deadline: undefined,
  period: undefined,
  quotations: [],
  assumptions: [],
  wording: "",
  origin,
  ...details,
});

export const pool = (name: string, total: Expression, used: Expression | undefined): Pool => ({
  name,
  total,
  used,
  quotations: [],
  assumptions: [],
  origin,
  importedFrom: undefined,
});

export const expectedCase = (
  name: string,
  inputs: Readonly<Record<string, Value>>,
  ...expectations: Case["expectations"]
): Case => ({
  name,
  inputs: new Map(Object.entries(inputs)),
  places: new Map(),
  expectations,
  origin,
});

const clauseOf = (clauseId: string): Clause => ({
  id: clauseId,
  name: clauseId.slice(clauseId.lastIndexOf("/") + 1),
  quotations: [],
  assumptions: [],
  wording: "",
  period: undefined,
  origin,
  importedFrom: undefined,
  exceptionTo: [],
});

/** Clauses are derived from the rules, in their order, unless given; 基准日 is added to the inputs. */
export function program(parts: Partial<Program> & { readonly outcomes?: readonly Outcome[] }): Program {
  const outcomes = parts.outcomes ?? [];
  const clauseIds = new Set(outcomes.flatMap(({ rules }) => rules.map(({ clause }) => clause)));
  return {
    policy: POLICY,
    file,
    document: undefined,
    issued: undefined,
    responsible: [],
    definitions: [],
    evaluationOrder: outcomes.map(({ name }) => name),
    clauses: [...clauseIds].map(clauseOf),
    targets: [],
    constraints: [],
    pools: [],
    cases: [],
    restNotApplicable: false,
    imports: [],
    ...parts,
    outcomes,
    inputs: [...(parts.inputs ?? []), input(REFERENCE_DATE, date)],
  };
}

// --- 稳岗返还, the refund of the language reference -----------------------------------------------------------------

const rate = defined("裁员率", ratio);
const staff = read("参保职工人数", people);

export const refund: Program = program({
  inputs: [
    input("参保职工人数", people, { minimum: { value: amount(1), inclusive: true } }),
    input("裁员人数", people),
    input("上年度缴纳失业保险费", money),
  ],
  definitions: [definition("裁员率", compute(read("裁员人数", people), "/", staff, ratio))],
  outcomes: [
    outcome(
      "返还",
      ratio,
      rule("裁员率不高的企业", num(ratio, 1), { when: compare(rate, "<=", num(ratio, 11, 200)) }),
      rule("裁员率高的企业", num(ratio, 7, 10), { when: compare(rate, ">", num(ratio, 11, 200)) }),
      rule("小型企业", num(ratio, 1), {
        when: compare(staff, "<=", num(people, 500)),
        beats: ["裁员率高的企业"],
        modality: "may",
      }),
    ),
    formula(
      "返还金额",
      rounded(
        compute(read("上年度缴纳失业保险费", money), "*", resulting("返还", ratio), money),
        "halfUp",
        rational(1, 100),
      ),
    ),
  ],
});
