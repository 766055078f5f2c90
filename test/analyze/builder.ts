/** Lowered programs by hand: small, and without the front end. */
import { SourceFile } from "../../diagnostics/source.ts";
import type {
  ComparisonOperator,
  Expression,
  Input,
  Modality,
  Origin,
  Outcome,
  Period,
  Program,
  QuantityType,
  Rule,
  RuleValue,
  Value,
  ValueType,
} from "../../compiler/lowered.ts";
import type { Rational } from "../../grammar/rational.ts";
import { divide, parseDecimal, rational } from "../../grammar/rational.ts";

export const origin: Origin = { file: new SourceFile("试.policy", "试"), span: { start: 0, end: 1 } };

export const people: QuantityType = { kind: "quantity", dimension: { 人: 1 }, notation: "unit", unit: "人" };
export const money: QuantityType = { kind: "quantity", dimension: { 元: 1 }, notation: "unit", unit: "元" };
export const ratio: QuantityType = { kind: "quantity", dimension: {}, notation: "ratio", unit: "比例" };
export const flag: ValueType = { kind: "boolean" };
export const date: ValueType = { kind: "date" };
export const month: ValueType = { kind: "month" };
export const choice = (...values: string[]): ValueType => ({ kind: "choice", values });

/** `5.5%`, `0.5` */
export function number(text: string): Rational {
  const isPercent = text.endsWith("%");
  const value = parseDecimal(isPercent ? text.slice(0, -1) : text);
  if (value === undefined) throw new Error(text);
  return isPercent ? divide(value, rational(100)) : value;
}

export function value(text: string | boolean, type: ValueType): Value {
  if (typeof text === "boolean") return { kind: "boolean", value: text };
  switch (type.kind) {
    case "quantity":
      return { kind: "quantity", value: number(text) };
    case "date":
    case "month":
      return { kind: type.kind, iso: text };
    case "boolean":
      return { kind: "boolean", value: text === "是" };
    case "choice":
      return { kind: "choice", value: text };
  }
}

export interface InputOptions {
  readonly minimum?: string;
  readonly maximum?: string;
  readonly above?: string;
  readonly grain?: string;
}

export function input(name: string, type: ValueType, options: InputOptions = {}): Input {
  const low = options.above ?? options.minimum;
  const grain = type === people ? "1" : type === money ? "0.01" : undefined;
  return {
    name,
    type,
    minimum: low === undefined ? undefined : { value: value(low, type), inclusive: options.above === undefined },
    maximum: options.maximum === undefined ? undefined : { value: value(options.maximum, type), inclusive: true },
    grain: options.grain !== undefined ? number(options.grain) : grain === undefined ? undefined : number(grain),
    default: undefined,
    assumptions: [],
    origin,
    importedFrom: undefined,
  };
}

export const read = (from: Input): Expression => ({ kind: "input", name: from.name, type: from.type, origin });
export const literal = (text: string | boolean, type: ValueType): Expression => ({
  kind: "literal",
  value: value(text, type),
  type,
  origin,
});
export const arithmetic = (
  left: Expression,
  operator: "+" | "-" | "*" | "/",
  right: Expression,
  type: ValueType = left.type,
): Expression => ({ kind: "arithmetic", operator, left, right, type, origin });

const toExpression = (side: Expression | Input): Expression => ("kind" in side ? side : read(side));

/** A plain text stands for a literal of the left side's type. */
export function compare(
  left: Expression | Input,
  operator: ComparisonOperator,
  right: Expression | Input | string | boolean,
): Expression {
  const side = toExpression(left);
  const other = typeof right === "object" ? toExpression(right) : literal(right, side.type);
  return { kind: "comparison", operator, left: side, right: other, type: flag, origin };
}
export const member = (subject: Input, ...values: string[]): Expression => ({
  kind: "membership",
  subject: read(subject),
  values: values.map((text) => value(text, subject.type)),
  type: flag,
  origin,
});
export const and = (...operands: Expression[]): Expression => ({ kind: "and", operands, type: flag, origin });
export const or = (...operands: Expression[]): Expression => ({ kind: "or", operands, type: flag, origin });
export const not = (operand: Expression): Expression => ({ kind: "not", operand, type: flag, origin });

export interface RuleOptions {
  readonly beats?: readonly string[];
  readonly otherwise?: boolean;
  readonly period?: Period;
  readonly modality?: Modality;
}

/** A rule of the outcome 结果; a plain text is a literal of its type. */
export interface RuleSketch extends RuleOptions {
  readonly clause: string;
  readonly when: Expression | undefined;
  readonly gives: string | Expression | RuleValue;
}

export const rule = (
  clause: string,
  when: Expression | undefined,
  gives: RuleSketch["gives"],
  options: RuleOptions = {},
): RuleSketch => ({ clause, when, gives, ...options });

function ruleValue(gives: RuleSketch["gives"], type: Outcome["type"]): RuleValue {
  if (typeof gives === "string")
    return type.kind === "action" ? { kind: "action" } : { kind: "expression", expression: literal(gives, type) };
  return "type" in gives ? { kind: "expression", expression: gives } : gives;
}

export interface ProgramSketch {
  readonly inputs: readonly Input[];
  readonly rules: readonly RuleSketch[];
  readonly type?: Outcome["type"];
  readonly definitions?: readonly { readonly name: string; readonly expression: Expression }[];
  readonly restNotApplicable?: boolean;
}

export function program(sketch: ProgramSketch): Program {
  const type = sketch.type ?? ratio;
  const rules: Rule[] = sketch.rules.map((each) => ({
    clause: each.clause,
    outcome: "结果",
    otherwise: each.otherwise ?? false,
    condition: each.when,
    period: each.period,
    beats: each.beats ?? [],
    modality: each.modality ?? "must",
    value: ruleValue(each.gives, type),
    deadline: undefined,
    draws: [],
    origin,
  }));
  const declared = sketch.inputs.some(({ name }) => name === "基准日");
  return {
    policy: "试",
    file: origin.file,
    document: undefined,
    issued: "2020-05-13",
    responsible: [],
    inputs: declared ? sketch.inputs : [...sketch.inputs, input("基准日", date)],
    definitions: (sketch.definitions ?? []).map((definition) => ({
      ...definition,
      assumptions: [],
      origin,
      importedFrom: undefined,
    })),
    outcomes: [
      {
        name: "结果",
        type,
        formula: undefined,
        period: undefined,
        rules,
        assumptions: [],
        origin,
        importedFrom: undefined,
      },
    ],
    evaluationOrder: ["结果"],
    clauses: [...new Set(rules.map(({ clause }) => clause))].map((id) => ({
      id,
      name: id,
      quotations: [],
      assumptions: [],
      wording: "",
      period: undefined,
      origin,
      importedFrom: undefined,
      exceptionTo: [],
    })),
    targets: [],
    constraints: [],
    pools: [],
    cases: [],
    restNotApplicable: sketch.restNotApplicable ?? false,
    imports: [],
  };
}
