/**
 * What a change means to those who call the policy. Breaking: their code must change, or no data of theirs is taken any
 * more. Dangerous: their code stays as it is, and some data is refused or answered otherwise. Safe: neither.
 */
import { inputsRead, inputWords, isOptional } from "../5-emit/declarations.ts";
import { unsettled } from "../5-emit/openness.ts";
import { compare, divide, isInteger, type Rational } from "../../grammar/rational.ts";
import { compareValues, equalValues } from "../evaluate/values.ts";
import type { Bound, Input, Outcome, Program } from "../lowered.ts";
import { typeForm } from "./forms.ts";

export type Impact = "breaking" | "dangerous" | "safe";

export interface CallerChange {
  readonly impact: Impact;
  readonly subject: "input" | "outcome" | "target" | "constraint" | "pool" | "policy";
  readonly name: string;
  readonly text: string;
}

const words = (input: Input): string =>
  inputWords(input).replace(/^其中之一/, input.type.kind === "choice" ? input.type.values.join("、") : "其中之一");

/** Of the inputs; that of 基准日 too, which every policy takes and only some read. */
export function inputChanges(before: Program, after: Program): readonly CallerChange[] {
  const [readBefore, readAfter] = [inputsRead(before), inputsRead(after)];
  const change = (name: string, impact: Impact, text: string): CallerChange => ({
    impact,
    subject: "input",
    name,
    text,
  });
  const kept = before.inputs.flatMap((input): CallerChange[] => {
    const { name } = input;
    const other = after.inputs.find((one) => one.name === name);
    if (other === undefined) return [change(name, "breaking", `删去输入「${name}」:再给出它的数据会被拒绝`)];
    const [wasOptional, isNow] = [isOptional(input, readBefore), isOptional(other, readAfter)];
    const needed =
      wasOptional && !isNow
        ? [change(name, "breaking", `输入「${name}」原来可以不给出,现在必须给出`)]
        : !wasOptional && isNow
          ? [change(name, "safe", `输入「${name}」现在可以不给出`)]
          : [];
    return [...needed, ...typeChanges(input, other).map(({ impact, text }) => change(name, impact, text))];
  });
  const added = after.inputs
    .filter(({ name }) => !before.inputs.some((input) => input.name === name))
    .map((input) => {
      const { name } = input;
      const told = `增加输入「${name}」(${words(input)})`;
      return isOptional(input, readAfter)
        ? change(name, "safe", `${told},可以不给出`)
        : change(name, "breaking", `${told},必须给出`);
    });
  return [...kept, ...added];
}

function typeWords(type: Outcome["type"]): string {
  const names = { date: "日期", month: "月份", boolean: "是否", action: "事项" } as const;
  if (type.kind === "quantity") return `「${type.unit}」`;
  return `「${type.kind === "choice" ? type.values.join("、") : names[type.kind]}」`;
}

interface Told {
  readonly impact: Impact;
  readonly text: string;
}

function typeChanges(a: Input, b: Input): readonly Told[] {
  const { name } = a;
  const told = (impact: Impact, what: string): Told => ({ impact, text: `输入「${name}」${what}` });
  if (a.type.kind === "choice" && b.type.kind === "choice") {
    const [first, second] = [a.type.values, b.type.values];
    const removed = first.filter((value) => !second.includes(value));
    const added = second.filter((value) => !first.includes(value));
    return [
      ...(removed.length === 0 ? [] : [told("breaking", `不再有「${removed.join("」「")}」`)]),
      ...(added.length === 0 ? [] : [told("safe", `增加「${added.join("」「")}」`)]),
      ...defaultChanges(a, b, told),
    ];
  }
  if (typeForm(a.type) !== typeForm(b.type))
    return [told("breaking", `由 ${typeWords(a.type)} 改为 ${typeWords(b.type)}`)];
  const change = `由「${words(a)}」改为「${words(b)}」`;
  const moves = [moved(a.minimum, b.minimum, 1), moved(a.maximum, b.maximum, -1), movedGrain(a.grain, b.grain)];
  return [
    ...(moves.includes("narrower")
      ? [told("dangerous", `${change}:有的数据原来能用,现在会被拒绝`)]
      : moves.includes("wider")
        ? [told("safe", `${change}:能用的数据多了`)]
        : []),
    ...defaultChanges(a, b, told),
  ];
}

function defaultChanges(a: Input, b: Input, told: (impact: Impact, what: string) => Told): readonly Told[] {
  if (!isOtherDefault(a, b) || a.default === undefined || b.default === undefined) return [];
  return [told("dangerous", `的默认值变了:由「${words(a)}」改为「${words(b)}」,不给出它的数据结果可能不同`)];
}

export function isOtherDefault({ default: a }: Input, { default: b }: Input): boolean {
  return a === undefined || b === undefined ? a !== b : !equalValues(a, b);
}

type Move = "same" | "narrower" | "wider";

function moved(a: Bound | undefined, b: Bound | undefined, inward: 1 | -1): Move {
  if (a === undefined || b === undefined) return a === b ? "same" : b === undefined ? "wider" : "narrower";
  const order = compareValues(b.value, a.value) ?? 0;
  if (order === 0) return a.inclusive === b.inclusive ? "same" : b.inclusive ? "wider" : "narrower";
  return order === inward ? "narrower" : "wider";
}

function movedGrain(a: Rational | undefined, b: Rational | undefined): Move {
  if (a === undefined || b === undefined) return a === b ? "same" : b === undefined ? "wider" : "narrower";
  if (compare(a, b) === 0) return "same";
  return isInteger(divide(a, b)) ? "wider" : "narrower";
}

/** Whether both versions take the same data of the inputs that both declare. */
export const acceptsAlike = (a: Input, b: Input): boolean => typeChanges(a, b).length === 0 && !isOtherDefault(a, b);

const own = ({ outcomes }: Program): readonly Outcome[] =>
  outcomes.filter(({ importedFrom }) => importedFrom === undefined);

/** Of what is answered: names, types, and whether all data given may still leave a result open. */
export function outcomeChanges(before: Program, after: Program): readonly CallerChange[] {
  const change = (subject: CallerChange["subject"], name: string, impact: Impact, text: string): CallerChange => ({
    impact,
    subject,
    name,
    text,
  });
  const [openBefore, openAfter] = [unsettled(before), unsettled(after)];
  const outcomes = own(before).flatMap(({ name, type }): CallerChange[] => {
    const other = own(after).find((one) => one.name === name);
    if (other === undefined) return [change("outcome", name, "breaking", `删去结果「${name}」`)];
    if (typeForm(type) !== typeForm(other.type)) {
      // A caller that goes through all values by name meets one that it does not know.
      const isListing = type.kind === "choice" && other.type.kind === "choice";
      const impact =
        isListing && type.values.every((value) => listed(other).includes(value)) ? "dangerous" : "breaking";
      const text = isListing
        ? `结果「${name}」的取值由「${type.values.join("、")}」改为「${listed(other).join("、")}」`
        : `结果「${name}」由 ${typeWords(type)} 改为 ${typeWords(other.type)}`;
      return [change("outcome", name, impact, text)];
    }
    if (openBefore.has(name) || !openAfter.has(name)) return [];
    return [change("outcome", name, "dangerous", `结果「${name}」在数据齐全时也可能是「缺失」,代码里的类型随之变了`)];
  });
  const added = own(after)
    .filter(({ name }) => !own(before).some((one) => one.name === name))
    .map(({ name }) => change("outcome", name, "safe", `增加结果「${name}」`));
  const named = (
    [
      ["target", "指标", before.targets, after.targets],
      ["constraint", "约束", before.constraints, after.constraints],
      ["pool", "资金池", before.pools.filter(isOwn), after.pools.filter(isOwn)],
    ] as const
  ).flatMap(([subject, word, first, second]) => [
    ...missingIn(first, second).map((name) => change(subject, name, "breaking", `删去${word}「${name}」`)),
    ...missingIn(second, first).map((name) => change(subject, name, "safe", `增加${word}「${name}」`)),
  ]);
  return [...outcomes, ...added, ...named];
}

const listed = ({ type }: Outcome): readonly string[] => (type.kind === "choice" ? type.values : []);
const isOwn = ({ importedFrom }: { readonly importedFrom: string | undefined }): boolean => importedFrom === undefined;

const missingIn = (
  these: readonly { readonly name: string }[],
  others: readonly { readonly name: string }[],
): readonly string[] => these.map(({ name }) => name).filter((name) => !others.some((other) => other.name === name));
