/** Reading the data given for a policy: every fault is told, and nothing is guessed. */
import type { WitnessInput } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../grammar/nearest.ts";
import { divide, formatRational, parseDecimal, rational, type Rational } from "../../grammar/rational.ts";
import type { InputFault } from "../../runtime/contract.ts";
import type { Input, Program, QuantityType, Value, ValueType } from "../lowered.ts";
import { isDay, isMonth } from "./dates.ts";
import { inputFault } from "./fault.ts";
import { limitFaults } from "./limits.ts";

export type InputReading =
  | { readonly kind: "values"; readonly values: ReadonlyMap<string, Value> }
  | { readonly kind: "faults"; readonly faults: readonly InputFault[] };

/** Reads data in the form of the JSON contract. Inputs not given take their default, or stay missing. */
export function readInput(program: Program, data: unknown): InputReading {
  if (!isRecord(data)) return { kind: "faults", faults: [notAnObject(program, data)] };
  const given = new Map(Object.entries(data).filter(([, value]) => value !== undefined));
  const values = new Map<string, Value>();
  const faults: InputFault[] = [];
  for (const input of program.inputs) {
    if (!given.has(input.name)) continue;
    const value = readValue(input, given.get(input.name));
    if ("code" in value) faults.push(value);
    else {
      faults.push(...limitFaults(input, value));
      values.set(input.name, value);
    }
  }
  const names = new Set(program.inputs.map(({ name }) => name));
  for (const name of given.keys()) if (!names.has(name)) faults.push(unknownInput(program, name));
  return faults.length > 0 ? { kind: "faults", faults } : { kind: "values", values: withDefaults(program, values) };
}

/** Adds what inputs that are not among the values take instead. */
export function withDefaults(program: Program, values: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const complete = new Map(values);
  for (const { name, default: byDefault, orElse } of program.inputs) {
    const value = byDefault ?? (orElse === undefined ? undefined : complete.get(orElse));
    if (!complete.has(name) && value !== undefined) complete.set(name, value);
  }
  return complete;
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null && !Array.isArray(data);

const notAnObject = (program: Program, data: unknown): InputFault =>
  inputFault(
    "wrong-type",
    { term: "输入", expected: '一个按名称给出各项数据的对象,如 { "名称": 值 }', given: describe(data) },
    "输入",
    { file: program.file, span: { start: 0, end: 0 } },
  );

export function unknownInput(program: Program, name: string): InputFault {
  const computed = [...program.definitions, ...program.outcomes].some((term) => term.name === name);
  const near = nearest(
    name,
    program.inputs.map((input) => input.name),
  );
  const suggestion = computed ? ",它由政策算出,不需要给出" : near === undefined ? "" : `,是否指「${near}」?`;
  return inputFault("unknown-input", { term: name, suggestion }, name, {
    file: program.file,
    span: { start: 0, end: 0 },
  });
}

/** How a value given is called in a message. */
export function describe(value: unknown): string {
  if (typeof value === "string") return `「${value.length > 40 ? `${value.slice(0, 40)}……` : value}」`;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return ` ${String(value)}`;
  if (value === null) return "空值(null)";
  if (value === undefined) return "空值";
  return Array.isArray(value) ? "一个列表" : "一个对象";
}

/** What an input takes, in words. */
export function expectedOf(type: ValueType): string {
  switch (type.kind) {
    case "quantity":
      if (type.notation === "ratio") return "比例,写小数或者百分数,如「0.055」「5.5%」";
      if (type.notation === "number") return "数,写如 2019 或「0.5」";
      return `以${type.unit}计的数,写如 1000 或「1000」,不带单位和千分位`;
    case "boolean":
      return "是或否,写 true 或 false";
    case "date":
      return "存在的日期,写如「2020-05-13」";
    case "month":
      return "存在的月份,写如「2020-04」";
    case "choice":
      return `${type.values.join("、")}之一`;
  }
}

function readValue(input: Input, given: unknown): Value | InputFault {
  const { type } = input;
  const value = type.kind === "quantity" ? readQuantity(input, type, given) : readPlain(type, given);
  if (value !== undefined) return value;
  const parameters = { term: input.name, expected: expectedOf(type), given: describe(given) };
  return inputFault("wrong-type", parameters, input.name, input.origin);
}

function readPlain(type: Exclude<ValueType, QuantityType>, given: unknown): Value | undefined {
  if (type.kind === "boolean") return typeof given === "boolean" ? { kind: "boolean", value: given } : undefined;
  if (typeof given !== "string") return undefined;
  if (type.kind === "choice") return type.values.includes(given) ? { kind: "choice", value: given } : undefined;
  const exists = type.kind === "date" ? isDay(given) : isMonth(given);
  return exists ? { kind: type.kind, iso: given } : undefined;
}

/** Undefined where it is not written as a figure. */
function readQuantity({ name, origin }: Input, type: QuantityType, given: unknown): Value | InputFault | undefined {
  if (typeof given === "string") {
    const value = readDecimal(given, type);
    return value === undefined ? undefined : { kind: "quantity", value };
  }
  if (typeof given !== "number") return undefined;
  if (!Number.isFinite(given)) return inputFault("not-finite", { term: name, given: describe(given) }, name, origin);
  if (Math.abs(given) > Number.MAX_SAFE_INTEGER) {
    const limit = "的数超过 9007199254740991,以数字给出会失真,请改写为字符串";
    return inputFault("out-of-range", { term: name, limit, given: describe(given) }, name, origin);
  }
  return { kind: "quantity", value: shortestDecimal(given) };
}

function readDecimal(text: string, type: QuantityType): Rational | undefined {
  if (type.notation !== "ratio" || !text.endsWith("%")) return parseDecimal(text);
  const percents = parseDecimal(text.slice(0, -1));
  return percents === undefined ? undefined : divide(percents, rational(100));
}

/** The decimal that a number prints as: 0.1 is one tenth, not the binary fraction nearest to it. */
function shortestDecimal(value: number): Rational {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const mantissa = parseDecimal(digits);
  if (mantissa === undefined) throw new Error(`${value} does not print as a decimal`);
  return divide(mantissa, rational(10n ** BigInt(-Number(exponent))));
}

/** Values in the form that `eval` takes: counts as numbers, other figures as exact decimals. */
export function writeInput(program: Program, values: ReadonlyMap<string, Value>): WitnessInput {
  const data: Record<string, string | number | boolean> = {};
  for (const { name } of program.inputs) {
    const value = values.get(name);
    if (value !== undefined) data[name] = writeValue(value);
  }
  return data;
}

function writeValue(value: Value): string | number | boolean {
  if (value.kind === "date" || value.kind === "month") return value.iso;
  if (value.kind !== "quantity") return value.value;
  const text = formatRational(value.value);
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}
