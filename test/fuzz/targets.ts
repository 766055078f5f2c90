/** What is fed, and what must hold whatever is fed: an answer or a finding, and no exception. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { decode } from "../../cli/decode.ts";
import { readJsonObject } from "../../cli/json.ts";
import { run as runCommand } from "../../cli/main.ts";
import { emit } from "../../compiler/5-emit/index.ts";
import { compile, explain, evaluate, readInput, SourceFile } from "../../compiler/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { runCase } from "../../compiler/evaluate/index.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { plainPalette, renderDiagnostics } from "../../diagnostics/frame.ts";
import { sameTree } from "../../grammar/format.ts";
import { format, parse, preventsFormatting } from "../../grammar/index.ts";
import { generated, reference } from "../emit/helpers.ts";
import { type GeneratedModule, loadModule } from "../properties/load.ts";
import { corpus, documents } from "./corpus.ts";
import { dataFor, jsonFor } from "./data.ts";
import { bytes, mutatedPolicy, wordSalad } from "./mutate.ts";
import type { Random } from "./random.ts";

export interface Target {
  readonly name: string;
  /** How many of a thousand cases. */
  readonly share: number;
  /** Runs one case; throws where something does not hold. `show` keeps what was fed, before it is fed. */
  readonly run: (random: Random, show: (fed: unknown) => void) => void | Promise<void>;
}

class Broken extends Error {}

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}

const sourceOf = (text: string): SourceFile => new SourceFile("policies/六保/试.policy", text);

function findingsStand(diagnostics: readonly Diagnostic[]): void {
  for (const { code, message, span, file } of diagnostics) {
    must(span.start >= 0 && span.start <= span.end && span.end <= file.text.length, `${code} stands outside the text`);
    must(
      message !== "" && !/undefined|\[object|NaN/.test(message.replaceAll(/「[^」]*」/g, "")),
      `${code}: ${message}`,
    );
  }
  const shown = renderDiagnostics(diagnostics, { palette: plainPalette, columns: 80 });
  must(diagnostics.length === 0 || shown !== "", "findings are shown");
}

function parses(text: string): void {
  const { tree, diagnostics } = parse(sourceOf(text));
  must(tree.kind === "PolicyFile", "there is a tree");
  findingsStand(diagnostics);
}

function formats(text: string): void {
  const before = parse(sourceOf(text));
  const once = format(sourceOf(text));
  const after = parse(sourceOf(once));
  must(
    before.diagnostics.some(preventsFormatting) ? once === text : sameTree(before.tree, after.tree),
    "the same tree",
  );
  must(format(sourceOf(once)) === once, "formatted text is left as it is");
}

function checks(text: string): void {
  const { policies, diagnostics } = compile([sourceOf(text)], { documents });
  findingsStand(diagnostics);
  const program = policies[0]?.program;
  for (const one of program?.cases ?? []) if (program !== undefined) findingsStand(runCase(program, one));
}

interface Ready {
  readonly program: Program;
  readonly module: GeneratedModule;
}

let ready: Promise<readonly Ready[]> | undefined;

/** Policies of the corpus that stand alone, as programs and as generated code. */
export function programs(): Promise<readonly Ready[]> {
  ready ??= (async () => {
    const compiled = corpus.flatMap((text) => compile([sourceOf(text)], { prove: false }).policies[0]?.program ?? []);
    const some = compiled.filter(({ inputs }) => inputs.length > 0).filter((_, index) => index % 3 === 0);
    const modules = await emit(some.map((program, index) => ({ program, path: `政策${index}` })));
    return some.map((program, index) => ({ program, module: loadModule(modules.get(`政策${index}.ts`) ?? "") }));
  })();
  return ready;
}

/** Both evaluators refuse the same faults or give the same answer. */
function answers({ program, module }: Ready, data: Readonly<Record<string, unknown>>): void {
  const expected = reference(program, data);
  const actual = generated(module, data);
  must(
    isDeepStrictEqual(actual, expected),
    `${JSON.stringify(actual)}\n  but the reference has\n${JSON.stringify(expected)}`,
  );
}

function explains(program: Program, data: unknown): void {
  const read = readInput(program, data);
  if (read.kind === "faults") return must(read.faults.length > 0, "refused data has faults");
  const evaluation = evaluate(program, read.values);
  if (evaluation.kind !== "faults") must(explain(program, evaluation) !== "", "an answer is explained");
}

/** The folder that the command line reads from; none: it is left out. */
let folder: string | undefined;
export function useFolder(path: string): void {
  folder = path;
}

async function commandsRun(random: Random, show: (fed: unknown) => void): Promise<void> {
  const text = random.below(2) === 0 ? mutatedPolicy(random) : bytes(random);
  const file = "试.policy";
  const input = jsonFor({ 参保职工人数: 1000, 裁员人数: 55, 上年度缴纳失业保险费: "100000" }, random);
  const command = random.pick([
    ["check", file],
    ["check", file, "--json"],
    ["fmt", file],
    ["test", file],
    ["coverage", file],
    ["eval", file, "--input", "-"],
    ["explain", file, "--input", "-"],
  ]);
  show({ command, text: typeof text === "string" ? text : Buffer.from(text).toString("base64"), input });
  if (folder === undefined) return;
  writeFileSync(join(folder, file), text);
  let printed = "";
  const output = {
    write: (part: string) => void (printed += part),
    drained: () => Promise.resolve(),
    isTTY: false,
    columns: undefined,
  };
  const code = await runCommand(command, {
    cwd: folder,
    env: {},
    stdout: output,
    stderr: output,
    stdin: (async function* () {
      yield Buffer.from(input);
    })(),
    now: () => 0,
    interrupted: () => new Promise(() => {}),
  });
  must(code === 0 || code === 1, `the exit code is ${code}`);
  must(!printed.includes("程序内部出错") && !/^\s+at .*:\d+/m.test(printed), printed.slice(0, 2000));
}

const fed =
  <Fed>(make: (random: Random) => Fed, run: (fed: Fed) => void): Target["run"] =>
  (random, show) => {
    const made = make(random);
    show(made);
    run(made);
  };

export const targets: readonly Target[] = [
  {
    name: "bytes",
    share: 650,
    run: fed(bytes, (given) => {
      const reading = decode("试.policy", given);
      if (reading.ok) parses(reading.file.text);
      else findingsStand([reading.fault]);
    }),
  },
  { name: "words", share: 120, run: fed(wordSalad, parses) },
  { name: "parser", share: 40, run: fed(mutatedPolicy, parses) },
  {
    name: "formatter",
    share: 15,
    run: fed((random) => (random.below(2) === 0 ? mutatedPolicy : wordSalad)(random), formats),
  },
  { name: "checker", share: 20, run: fed(mutatedPolicy, checks) },
  {
    name: "values",
    share: 90,
    run: async (random, show) => {
      const one = random.pick(await programs());
      const data = dataFor(one.program, random);
      show(data);
      answers(one, data);
      explains(one.program, data);
    },
  },
  {
    name: "json",
    share: 62,
    run: async (random, show) => {
      const one = random.pick(await programs());
      const text = jsonFor(dataFor(one.program, random), random);
      show(text);
      const reading = readJsonObject(new SourceFile("输入.json", text));
      if (reading.ok) answers(one, reading.object.value);
      else findingsStand(reading.faults);
    },
  },
  { name: "commands", share: 3, run: commandsRun },
];

/** By their shares, the same for an index in every run. */
export function targetOf(index: number): Target {
  let place = (index * 7919) % targets.reduce((sum, { share }) => sum + share, 0);
  for (const target of targets) {
    if (place < target.share) return target;
    place -= target.share;
  }
  throw new Error("the shares do not add up");
}
