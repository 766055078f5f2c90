/** Inputs and outcomes: how they are declared, read and typed. */
import { compare, divide, formatRational, rational } from "../../grammar/rational.ts";
import { REFERENCE_DATE, type Bound, type Expression, type Input, type Outcome, type Program } from "../lowered.ts";
import { plainValue, showValue } from "../evaluate/values.ts";
import { outcomeExpressions, poolExpressions, walk } from "../walk.ts";
import type { Writer } from "./expression.ts";
import { list, quote, record } from "./names.ts";
import { inputUnit, scaleOf } from "./unit.ts";

/** All expressions of a program. */
const expressionsOf = (program: Program): readonly Expression[] => [
  ...program.definitions.map(({ expression }) => expression),
  ...program.outcomes.flatMap(outcomeExpressions),
  ...[...program.targets, ...program.constraints].flatMap(({ condition, requirement, measure, deadline }) => [
    ...(condition === undefined ? [] : [condition]),
    requirement,
    ...(measure === undefined ? [] : [measure.actual, measure.target]),
    ...(deadline === undefined ? [] : [deadline.kind === "on" ? deadline.date : deadline.from]),
  ]),
  ...program.pools.flatMap(poolExpressions),
];

/** Names of the inputs that something reads; 基准日 where something has a period. */
export function inputsRead(program: Program): ReadonlySet<string> {
  const read = new Set<string>();
  for (const expression of expressionsOf(program))
    for (const part of walk(expression)) if (part.kind === "input") read.add(part.name);
  const periods = [
    ...program.outcomes.flatMap((outcome) => [outcome.period, ...outcome.rules.map(({ period }) => period)]),
    ...[...program.targets, ...program.constraints].map(({ period }) => period),
  ];
  if (periods.some((period) => period !== undefined)) read.add(REFERENCE_DATE);
  return read;
}

/** Whether data is complete without it. */
export const isOptional = ({ name, default: byDefault, orElse }: Input, read: ReadonlySet<string>): boolean =>
  byDefault !== undefined || orElse !== undefined || !read.has(name);

const boundText = ({ value }: Bound): string =>
  value.kind === "quantity" ? exactText(value.value) : String(plainValue(value));

const exactText = (value: ReturnType<typeof rational>): string => formatRational(value);

function limits({ minimum, maximum }: Input): readonly (readonly [string, string | undefined])[] {
  const of = (bound: Bound | undefined, isInclusive: boolean): string | undefined =>
    bound?.inclusive === isInclusive ? quote(boundText(bound)) : undefined;
  return [
    ["atLeast", of(minimum, true)],
    ["above", of(minimum, false)],
    ["atMost", of(maximum, true)],
    ["below", of(maximum, false)],
  ];
}

/** `$.quantity("参保职工人数", "人", 1, { step: "1", atLeast: "1" })` */
export function inputCode(input: Input, isRead: boolean): string {
  const { name, type, grain, orElse } = input;
  const { default: byDefault } = input;
  const fallback = byDefault === undefined ? undefined : quote(String(plainValue(byDefault)));
  const options = (own: readonly (readonly [string, string | undefined])[]): string => {
    const entries = [
      ...own,
      ["orElse", orElse === undefined ? undefined : quote(orElse)] as const,
      ["isUnread", isRead ? undefined : "true"] as const,
      ["assumptions", list(input.assumptions)] as const,
    ];
    return entries.some(([, code]) => code !== undefined) ? `, ${record(entries)}` : "";
  };
  switch (type.kind) {
    case "quantity": {
      const step = grain === undefined ? undefined : quote(exactText(grain));
      const more = options([["step", step], ...limits(input), ["byDefault", fallback]]);
      return `$.quantity(${quote(name)}, ${quote(type.unit)}, ${scaleOf(inputUnit(input))}${more})`;
    }
    case "date":
    case "month":
      return `$.${type.kind}(${quote(name)}${options([...limits(input), ["byDefault", fallback]])})`;
    case "boolean":
      return `$.flag(${quote(name)}${options([["byDefault", byDefault?.kind === "boolean" ? String(byDefault.value) : undefined]])})`;
    case "choice":
      return `$.choice(${quote(name)}, ${list(type.values) ?? "[]"}${options([["byDefault", fallback]])})`;
  }
}

export function inputType({ type }: Input): string {
  switch (type.kind) {
    case "quantity":
      return "number | string";
    case "date":
    case "month":
      return "string";
    case "boolean":
      return "boolean";
    case "choice":
      return type.values.map(quote).join(" | ");
  }
}

/** What a value is while code computes with it. */
export const factType = ({ type }: Pick<Input | Outcome, "type">): "$.Quantity" | "$.Text" | "$.Truth" =>
  type.kind === "quantity" ? "$.Quantity" : type.kind === "boolean" || type.kind === "action" ? "$.Truth" : "$.Text";

/** `人, 至少 1人`, as a person reads it. */
export function inputWords(input: Input): string {
  const { type, minimum, maximum, grain, importedFrom } = input;
  const what = { date: "日期", month: "月份", boolean: "是否", choice: "其中之一" };
  const limit = (bound: Bound | undefined, inclusive: string, exclusive: string): string[] =>
    bound === undefined ? [] : [`${bound.inclusive ? inclusive : exclusive} ${showValue(bound.value, type)}`];
  const isUsual = grain === undefined || type.kind !== "quantity" || compare(grain, rational(1)) === 0;
  return [
    type.kind === "quantity" ? type.unit : what[type.kind],
    ...(isUsual ? [] : [`精确到 ${formatRational(divide(grain, rational(1)))}`]),
    ...limit(minimum, "至少", "大于"),
    ...limit(maximum, "至多", "小于"),
    ...(input.default === undefined ? [] : [`默认 ${showValue(input.default, type)}`]),
    ...(input.orElse === undefined ? [] : [`不给出时同${input.orElse}`]),
    ...(importedFrom === undefined ? [] : [`见《${importedFrom}》`]),
  ].join(", ");
}

export function outcomeCode(outcome: Outcome, writer: Writer): string {
  const { name, type, assumptions, importedFrom } = outcome;
  const entries = [
    ["assumptions", list(assumptions)],
    ["isImported", importedFrom === undefined ? undefined : "true"],
  ] as const;
  const more = entries.some(([, code]) => code !== undefined) ? `, ${record(entries)}` : "";
  switch (type.kind) {
    case "quantity":
      return `$.amount(${quote(name)}, ${quote(type.unit)}, ${scaleOf(writer.outcomeUnit(name))}${more})`;
    case "action":
      return `$.matter(${quote(name)}${more})`;
    case "choice":
      return `$.answer(${quote(name)}, ${list(type.values) ?? "[]"}${more})`;
    default:
      return `$.answer(${quote(name)}, ${quote(type.kind)}${more})`;
  }
}
