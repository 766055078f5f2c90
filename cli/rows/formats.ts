/** Which of `eval`'s options mean rows, and in which formats they come and go. */
import { extname } from "node:path";
import { UsageError } from "../io.ts";
import type { Encoding } from "./lines.ts";

export const formats = ["ndjson", "csv"] as const;
export type Format = (typeof formats)[number];

export interface RowOptions {
  readonly input: string;
  readonly json?: true;
  readonly from?: Format;
  readonly format?: Format;
  readonly output?: string;
  readonly encoding?: Encoding;
}

export interface RowPlan {
  readonly input: string;
  readonly from: Format;
  readonly encoding: Encoding;
  /** Standard output where there is none. */
  readonly output: string | undefined;
  readonly to: Format;
}

const byExtension: ReadonlyMap<string, Format> = new Map([
  [".csv", "csv"],
  [".ndjson", "ndjson"],
  [".jsonl", "ndjson"],
]);

const formatOf = (path: string): Format | undefined => byExtension.get(extname(path).toLowerCase());

/** Undefined where the input is one JSON object. */
export function planRows({ input, json, from, format, output, encoding }: RowOptions): RowPlan | undefined {
  const isObject = extname(input).toLowerCase() === ".json";
  const source = from ?? formatOf(input) ?? (isObject ? undefined : format);
  if (source === undefined) {
    const only = Object.entries({ format, output, encoding }).find(([, value]) => value !== undefined);
    if (only !== undefined)
      throw new UsageError(`--${only[0]} 只用于逐行的输入:请用 .csv、.ndjson 文件,或写 --from 指明输入的格式`);
    return undefined;
  }
  if (json === true) throw new UsageError("逐行计算不用 --json,请写 --format ndjson");
  const to = format ?? (output === undefined ? undefined : formatOf(output)) ?? source;
  return { input, from: source, encoding: encoding ?? "utf-8", output, to };
}
