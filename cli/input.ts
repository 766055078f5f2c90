/** The input of `eval` and `explain`, from a file or from standard input, and what is wrong with it. */
import { resolve } from "node:path";
import type { Program } from "../compiler/lowered.ts";
import { catalogue } from "../diagnostics/catalogue.generated.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source.ts";
import type { InputFault } from "../runtime/contract.ts";
import { decode, type Reading } from "./decode.ts";
import { asOperationError, kindOf, readText } from "./files.ts";
import { type Io, UsageError } from "./io.ts";
import { type JsonReading, readJsonObject } from "./json.ts";

export const STANDARD_INPUT = "-";

async function wholeOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readSource(io: Io, argument: string): Promise<Reading> {
  if (argument === STANDARD_INPUT)
    try {
      return decode("标准输入", await wholeOf(io.stdin));
    } catch (error) {
      throw asOperationError(error, "读不了标准输入");
    }
  return readText(inputPath(io, argument), io.cwd);
}

/** Of the file that --input names. */
export function inputPath(io: Io, argument: string): string {
  const path = resolve(io.cwd, argument);
  const kind = kindOf(path);
  if (kind === undefined) throw new UsageError(`没有「${argument}」这个文件`);
  if (kind === "folder") throw new UsageError(`「${argument}」是文件夹,--input 后面要给出数据文件`);
  return path;
}

export type InputData =
  | { readonly ok: true; readonly file: SourceFile; readonly object: Extract<JsonReading, { ok: true }>["object"] }
  | { readonly ok: false; readonly faults: readonly Diagnostic[] };

export async function readData(io: Io, argument: string): Promise<InputData> {
  const source = await readSource(io, argument);
  if (!source.ok) return { ok: false, faults: [source.fault] };
  const reading = readJsonObject(source.file);
  return reading.ok ? { ok: true, file: source.file, object: reading.object } : reading;
}

/** A fault of the data, shown where the data give it, with the declaration that it goes against. */
export function dataFinding(program: Program, data: Extract<InputData, { ok: true }>, fault: InputFault): Diagnostic {
  const declared = program.inputs.find(({ name }) => name === fault.term);
  // 基准日 need not be declared: it stands at an empty place then.
  const shown = declared !== undefined && declared.origin.span.end > declared.origin.span.start;
  return {
    code: fault.code,
    severity: "error",
    message: fault.message,
    hint: catalogue[fault.code].hint,
    file: data.file,
    span: data.object.places.get(fault.term) ?? { start: 0, end: 0 },
    related: shown ? [{ ...declared.origin, message: "在这里声明" }] : [],
  };
}
