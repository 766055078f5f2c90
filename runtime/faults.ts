/** Faults of the data given, in the words that a drafter or a clerk understands. */
import type { InputFault } from "./contract.ts";
import { nearest } from "./nearest.ts";

/** The data is refused: `faults` lists all that is wrong with it, and nothing was computed. */
export class InputError extends Error {
  override readonly name = "InputError";
  constructor(readonly faults: readonly InputFault[]) {
    super(faults.map(({ message }) => message).join(";"));
  }
}

/** How a value given is called in a message. */
function describe(value: unknown): string {
  if (typeof value === "string") return `「${value.length > 40 ? `${value.slice(0, 40)}……` : value}」`;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return ` ${String(value)}`;
  if (value === null) return "空值(null)";
  if (value === undefined) return "空值";
  return Array.isArray(value) ? "一个列表" : "一个对象";
}

export const wrongType = (term: string, expected: string, given: unknown): InputFault => ({
  code: "wrong-type",
  term,
  message: `「${term}」应是${expected},给出的是${describe(given)}`,
});

export const notAnObject = (given: unknown): InputFault =>
  wrongType("输入", '一个按名称给出各项数据的对象,如 { "名称": 值 }', given);

export const notFinite = (term: string, given: number): InputFault => ({
  code: "not-finite",
  term,
  message: `「${term}」应是一个确定的数,给出的是${describe(given)}`,
});

/** `given` is the value as a person reads it. */
export const outOfRange = (term: string, limit: string, given: string): InputFault => ({
  code: "out-of-range",
  term,
  message: `「${term}」${limit},给出的是${given}`,
});

export const tooPrecise = (term: string, places: string, given: string): InputFault => ({
  code: "too-precise",
  term,
  message: `「${term}」${places},给出的是${given}`,
});

/** Of an input that counts what is used of a pool: rows in order count on from its start. */
export const usedDiffers = (term: string, given: string, start: string): InputFault => ({
  code: "used-differs",
  term,
  message: `「${term}」给出的是 ${given},但这一批从 ${start} 开始逐行累计`,
});

/** `clauses` by name. */
export const drawsDiffer = (outcome: string, clauses: readonly string[]): InputFault => ({
  code: "draws-differ",
  term: outcome,
  message: `${clauses.map((clause) => `「${clause}」`).join("和")}同时给出「${outcome}」,支用却不一样,不能判定从哪里支用多少`,
});

export const poolShort = (pool: string, wanted: string, left: string): InputFault => ({
  code: "pool-short",
  term: pool,
  message: `几条条款一共要从「${pool}」支用 ${wanted},余额只有 ${left},不能判定先给哪一条`,
});

/** `computed`: a definition or an outcome, which the policy works out itself. */
export function unknownInput(term: string, known: readonly string[], computed: boolean): InputFault {
  const near = nearest(term, known);
  const suggestion = computed ? ",它由政策算出,不需要给出" : near === undefined ? "" : `,是否指「${near}」?`;
  return { code: "unknown-input", term, message: `没有名为「${term}」的输入${suggestion}` };
}
