/** The JSON Schema (draft 2020-12) of a policy's input. */
import type { Bound, InputType } from "./input.ts";
import { QuantityInput } from "./input.ts";
import { isEnding } from "./decimal.ts";
import { plainValue, RATIO, scalarText } from "./text.ts";
import type { Scalar } from "./values.ts";

export type Schema = { readonly [key: string]: SchemaValue };
export type SchemaValue = string | number | boolean | readonly SchemaValue[] | Schema;

const DECIMAL = "^-?\\d+(\\.\\d+)?$";
const RATIO_PATTERN = "^-?\\d+(\\.\\d+)?%?$";

export function schemaOf(policy: string, inputs: readonly InputType[]): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: policy,
    type: "object",
    properties: Object.fromEntries(inputs.map((input) => [input.name, inputSchema(input)])),
    additionalProperties: false,
  };
}

function inputSchema(input: InputType): Schema {
  const { kind, fallback } = input;
  const byDefault =
    fallback === undefined || typeof fallback === "object" ? {} : { default: plainValue(fallback as Scalar, kind) };
  switch (kind.kind) {
    case "quantity":
      return { ...quantitySchema(input), ...byDefault };
    case "date":
    case "month":
      return { ...timeSchema(input), ...byDefault };
    case "choice":
      return { enum: kind.values, ...byDefault };
    default:
      return { type: "boolean", ...byDefault };
  }
}

/** Numbers and decimal text alike; limits bind both, though a schema can state them for numbers only. */
function quantitySchema(input: InputType): Schema {
  const { kind, minimum, maximum } = input;
  const unit = kind.kind === "quantity" ? kind.unit : "";
  const step = input instanceof QuantityInput ? input.step : undefined;
  const number: Schema = {
    type: step === "1" ? "integer" : "number",
    ...limit("minimum", "exclusiveMinimum", minimum, input),
    ...limit("maximum", "exclusiveMaximum", maximum, input),
  };
  return {
    description: description(input, unit),
    anyOf: [number, { type: "string", pattern: unit === RATIO ? RATIO_PATTERN : DECIMAL }],
  };
}

function limit(inclusive: string, exclusive: string, bound: Bound | undefined, { kind }: InputType): Schema {
  if (bound === undefined) return {};
  const text = String(plainValue(bound.value, kind));
  return isEnding(text) ? { [bound.inclusive ? inclusive : exclusive]: Number(text) } : {};
}

function timeSchema(input: InputType): Schema {
  const isDate = input.kind.kind === "date";
  return {
    type: "string",
    ...(isDate ? { format: "date" } : { pattern: "^\\d{4}-(0[1-9]|1[0-2])$" }),
    description: description(input, isDate ? "日期" : "月份"),
  };
}

/** `人, 至少 1人` */
function description({ kind, minimum, maximum }: InputType, unit: string): string {
  const words = (bound: Bound | undefined, inclusive: string, exclusive: string): string =>
    bound === undefined ? "" : `, ${bound.inclusive ? inclusive : exclusive} ${scalarText(bound.value, kind)}`;
  return unit + words(minimum, "至少", "大于") + words(maximum, "至多", "小于");
}
