/** `eval` over many rows: one answer a row, streaming, in the rows' own order. */
import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Program } from "../../compiler/lowered.ts";
import { severityWords } from "../../diagnostics/frame.ts";
import { printable } from "../../diagnostics/printable.ts";
import { InputError } from "../../runtime/index.ts";
import { compilePolicy } from "../evaluation.ts";
import { asOperationError, displayPath, kindOf, openWholeFile } from "../files.ts";
import { inputPath, STANDARD_INPUT } from "../input.ts";
import { type ExitCode, type Io, UsageError } from "../io.ts";
import { type Answer, loadPolicy } from "../load.ts";
import { Progress } from "../progress.ts";
import { answerColumns, type Answered, type AnswerWriter, csvWriter, isFaulty, ndjsonWriter } from "../rows/answers.ts";
import type { RowPlan } from "../rows/formats.ts";
import { Lines } from "../rows/lines.ts";
import { NdjsonReader } from "../rows/ndjson.ts";
import { type Row, type RowFault, severityOf } from "../rows/row.ts";
import { TableReader } from "../rows/table.ts";

const CHUNK = 256 * 1024;

/** In a file of CSV, without it, spreadsheets take UTF-8 for the system's own encoding; a pipe wants none. */
const BYTE_ORDER_MARK = "\uFEFF";

interface Source {
  readonly shown: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly size: number | undefined;
}

function openSource(io: Io, argument: string): Source {
  if (argument === STANDARD_INPUT) return { shown: "标准输入", bytes: io.stdin, size: undefined };
  const path = inputPath(io, argument);
  return {
    shown: displayPath(io.cwd, path),
    bytes: createReadStream(path, { highWaterMark: CHUNK }),
    size: statSync(path).size,
  };
}

interface Sink {
  write(text: string): Promise<void>;
  finish(): void;
  abandon(): void;
}

function openSink(io: Io, argument: string | undefined): Sink {
  const nothing = (): void => {};
  if (argument === undefined)
    return {
      write: async (text) => {
        io.stdout.write(text);
        await io.stdout.drained();
      },
      finish: nothing,
      abandon: nothing,
    };
  const path = resolve(io.cwd, argument);
  if (kindOf(path) === "folder") throw new UsageError(`「${argument}」是文件夹,--output 后面要给出文件`);
  const file = openWholeFile(path);
  return {
    write: (text) => {
      file.write(text);
      return Promise.resolve();
    },
    finish: () => file.finish(),
    abandon: () => file.abandon(),
  };
}

interface Evaluator {
  /** Throws an InputError. */
  readonly evaluate: (given: unknown) => Answer;
  /** What is to be said of pools in the end. */
  readonly balances: () => readonly string[];
}

/** Answers rows one by one; those of a policy with pools draw them down. */
async function evaluatorOf(program: Program): Promise<Evaluator> {
  const policy = await loadPolicy(program);
  if (program.pools.length === 0) return { evaluate: policy.evaluate, balances: () => [] };
  const pools = policy.openPools();
  return {
    evaluate: (given) => pools.evaluate(given) as Answer,
    balances: () =>
      Object.entries(pools.balances).map(
        ([pool, { drawn, remaining, unit }]) => `资金池「${pool}」:这一批支用 ${drawn}${unit},余 ${remaining}${unit}`,
      ),
  };
}

/** 0 where every row is answered, 1 where the header or some row is at fault. */
export async function evaluateRows(io: Io, policy: string, path: string | undefined, plan: RowPlan): Promise<ExitCode> {
  const program = await compilePolicy(io, policy, path);
  if (typeof program === "number") return program;
  const run = new Run(io, program, plan, openSource(io, plan.input));
  return run.through(await evaluatorOf(program));
}

class Run {
  readonly #io: Io;
  readonly #program: Program;
  readonly #plan: RowPlan;
  readonly #source: Source;
  readonly #reader: TableReader | NdjsonReader;
  readonly #progress: Progress;
  /** From the first row on. */
  #out: { readonly writer: AnswerWriter; readonly sink: Sink } | undefined;
  #rows = 0;
  #faulty = 0;

  constructor(io: Io, program: Program, plan: RowPlan, source: Source) {
    this.#io = io;
    this.#program = program;
    this.#plan = plan;
    this.#source = source;
    this.#progress = new Progress(io, source.size);
    const toTable = plan.to === "csv";
    this.#reader =
      plan.from === "csv"
        ? new TableReader(program, plan.encoding, toTable ? answerColumns(program) : [])
        : new NdjsonReader(program, plan.encoding, toTable ? program.inputs.map(({ name }) => name) : []);
  }

  async through({ evaluate, balances }: Evaluator): Promise<ExitCode> {
    const lines = new Lines(this.#plan.encoding, this.#source.shown);
    const reader = this.#reader;
    try {
      let bytes = 0;
      for await (const chunk of this.#source.bytes) {
        bytes += chunk.length;
        if (!(await this.#take(reader.push(lines.push(chunk)), evaluate))) return 1;
        this.#progress.show(bytes, this.#rows);
      }
      if (!(await this.#take(reader.push(lines.end()), evaluate))) return 1;
      if (!(await this.#take(reader.end(), evaluate))) return 1;
      // There may have been a header and no row.
      if (this.#out === undefined && !(await this.#begin())) return 1;
      this.#out?.sink.finish();
    } catch (error) {
      this.#out?.sink.abandon();
      throw asOperationError(error, `读不了「${this.#source.shown}」`);
    } finally {
      this.#progress.clear();
    }
    for (const balance of balances()) this.#say(balance);
    const [rows, faulty] = [this.#rows, this.#faulty];
    this.#say(`${rows} 行:${rows - faulty} 行已算出${faulty === 0 ? "" : `,${faulty} 行有误,没有计算`}`);
    return faulty === 0 ? 0 : 1;
  }

  /** Answers rows; false where the header is at fault, so that none can be. */
  async #take(batch: Iterable<Row>, evaluate: Evaluator["evaluate"]): Promise<boolean> {
    let text = "";
    for (const row of batch) {
      if (this.#out === undefined && !(await this.#begin())) return false;
      const answered = answerOf(row, evaluate);
      this.#rows += 1;
      if (isFaulty(answered)) {
        this.#faulty += 1;
        for (const fault of answered) this.#report(row.line, fault);
      }
      text += this.#out?.writer.write(row, answered) ?? "";
    }
    if (text !== "") await this.#out?.sink.write(text);
    return true;
  }

  /** Tells once what is to be said of the columns, and opens the output where they are sound. */
  async #begin(): Promise<boolean> {
    const { header } = this.#reader;
    for (const fault of header.faults) {
      this.#report(header.line, fault);
      if (fault.hint !== undefined) this.#say(`  改法: ${fault.hint}`);
    }
    if (header.faults.some(({ code }) => severityOf(code) === "error")) return false;
    const { to, output } = this.#plan;
    const writer = to === "csv" ? csvWriter(this.#program, header.columns) : ndjsonWriter(this.#program);
    this.#out = { writer, sink: openSink(this.#io, output) };
    const mark = to === "csv" && output !== undefined ? BYTE_ORDER_MARK : "";
    if (writer.head !== "") await this.#out.sink.write(mark + writer.head);
    return true;
  }

  #report(line: number, { code, message }: RowFault): void {
    this.#say(`${this.#source.shown}:${line}: ${severityWords[severityOf(code)]} [${code}] ${message}`);
  }

  #say(text: string): void {
    this.#progress.clear();
    this.#io.stderr.write(`${printable(text)}\n`);
  }
}

function answerOf({ given, faults }: Row, evaluate: Evaluator["evaluate"]): Answered {
  if (given === undefined) return faults;
  try {
    return evaluate(given).toJSON();
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
}
