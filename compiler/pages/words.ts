/** A policy's own words, cut from its file, and what its inputs take. */
import { formatRational } from "../../grammar/rational.ts";
import type { Span, SourceFile } from "../../diagnostics/source.ts";
import { showQuantity, showValue } from "../evaluate/values.ts";
import type { Bound, Input, Period, ValueType } from "../lowered.ts";

/** The text of a span without the parts shown elsewhere, without comments, as far to the left as it goes. */
export function ownWords(file: SourceFile, span: Span, elsewhere: readonly Span[] = []): string {
  let text = "";
  let from = span.start;
  for (const part of elsewhere.filter(({ end }) => end > span.start).toSorted((a, b) => a.start - b.start)) {
    if (part.start > from) text += file.text.slice(from, Math.min(part.start, span.end));
    from = Math.max(from, part.end);
  }
  if (from < span.end) text += file.text.slice(from, span.end);
  const [first = "", ...rest] = text.split(/\r?\n/).map((line) => line.trimEnd());
  const lines = [first.trimStart(), ...rest].filter((line) => line.trim() !== "" && !line.trim().startsWith("//"));
  const depth = Math.min(...lines.slice(first.trim() === "" ? 0 : 1).map((line) => /^\s*/.exec(line)?.[0].length ?? 0));
  return lines.map((line) => line.slice(Math.min(depth, /^\s*/.exec(line)?.[0].length ?? 0))).join("\n");
}

/** `人`, `比例`, `城市、农村之一` */
export function typeWords(type: ValueType): string {
  switch (type.kind) {
    case "quantity":
      return type.unit;
    case "date":
      return "日期";
    case "month":
      return "月份";
    case "boolean":
      return "是或否";
    case "choice":
      return `${type.values.join("、")}之一`;
  }
}

/** `至少 1人`, `整数` */
export function limitWords({ type, minimum, maximum, grain }: Input): readonly string[] {
  const isTime = type.kind === "date" || type.kind === "month";
  const bound = (one: Bound | undefined, inclusive: string, exclusive: string): readonly string[] =>
    one === undefined ? [] : [`${one.inclusive ? inclusive : exclusive} ${showValue(one.value, type)}`];
  const step = grain === undefined ? undefined : formatRational(grain);
  return [
    ...bound(minimum, isTime ? "不早于" : "至少", isTime ? "晚于" : "大于"),
    ...bound(maximum, isTime ? "不晚于" : "至多", isTime ? "早于" : "小于"),
    ...(grain === undefined || type.kind !== "quantity"
      ? []
      : [step === "1" ? "整数" : `精确到 ${showQuantity(grain, type)}`]),
  ];
}

export const defaultWords = ({ default: value, type }: Input): string | undefined =>
  value === undefined ? undefined : showValue(value, type);

export const periodWords = ({ from, to }: Period): string =>
  to === undefined ? `自 ${from} 起施行` : `${from} 至 ${to} 施行`;
