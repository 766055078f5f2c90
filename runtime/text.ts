/** How a person reads an answer. */
import type { Modality } from "./contract.ts";
import { decimalText, isEnding } from "./decimal.ts";
import { Fraction, Interval } from "./values.ts";
import type { Exact, Scalar, Trouble, Value } from "./values.ts";

/** What kind of value an outcome or input has, and in which unit its smallest units are counted. */
export type Kind =
  | { readonly kind: "quantity"; readonly unit: string; readonly scale: number }
  | { readonly kind: "date" | "month" | "boolean" | "action" }
  | { readonly kind: "choice"; readonly values: readonly string[] };

export const RATIO = "比例";
export const NUMBER = "数";

export const modalityWords: Readonly<Record<Modality, string>> = {
  must: "应当",
  may: "可",
  mustNot: "不得",
  exempt: "无需",
};

const isExact = (value: Scalar): value is Exact =>
  typeof value === "number" || typeof value === "bigint" || value instanceof Fraction;

export function quantityText(value: Exact, unit: string, scale: number): string {
  const plain = decimalText(value, scale);
  if (unit === RATIO) return isEnding(plain) ? `${decimalText(value, scale, 100)}%` : plain;
  if (unit === NUMBER) return plain;
  // 3月 is March.
  return `${plain}${unit === "月" ? "个月" : unit}`;
}

export function scalarText(value: Scalar, kind: Kind): string {
  if (kind.kind === "quantity" && isExact(value)) return quantityText(value, kind.unit, kind.scale);
  if (typeof value === "boolean") return value ? "是" : "否";
  return String(value);
}

/** The form of the JSON contract: exact decimals, ISO dates, names. */
export function plainValue(value: Scalar, kind: Kind): string | boolean {
  if (kind.kind === "quantity" && isExact(value)) return decimalText(value, kind.scale);
  return typeof value === "boolean" ? value : String(value);
}

export const knownText = (value: Value, kind: Kind): string =>
  value instanceof Interval
    ? `${scalarText(value.low, kind)}—${scalarText(value.high, kind)}`
    : scalarText(value as Scalar, kind);

/** `needs` in the order of declaration; clauses by their names. */
export function troubleText(trouble: Trouble, nameOf: (clause: string) => string): string {
  switch (trouble.status) {
    case "fault":
      return trouble.faults.map(({ message }) => message).join(";");
    case "conflict":
      return `冲突:${trouble.clauses.map(nameOf).join("与")}`;
    case "notInForce": {
      const { from, to } = trouble.period;
      const span = to === undefined ? `${from}起` : `${from}至${to}`;
      return `${trouble.phase === "before" ? "未生效" : "已失效"}(${span})`;
    }
    case "notApplicable":
      return "不适用";
    case "exhausted":
      return `超出额度(余${trouble.text})`;
    case "missing":
      return `缺失:${trouble.needs.length === 0 ? (trouble.reason ?? "条款没有给出") : trouble.needs.join("、")}`;
  }
}
