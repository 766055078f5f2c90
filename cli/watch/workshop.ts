/**
 * Everything that stays warm between rebuilds: texts, what the compiler remembers, the emitter, the type checker, and
 * what stands in the folder of generated modules. A rebuild costs what changed and what imports it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Emitter, moduleEntry, type ModuleEntry } from "../../compiler/5-emit/index.ts";
import { type ReadFile, readFiles } from "../../compiler/1-resolve/linked-names.ts";
import { type CompiledPolicy, compileRead } from "../../compiler/compile.ts";
import { Memory } from "../../compiler/memory.ts";
import type { Program } from "../../compiler/lowered.ts";
import { settle } from "../../compiler/settle/index.ts";
import { isError, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import { compareGenerated, type Difference, isModuleLike, modulePath, updateGenerated } from "../generated.ts";
import { runCases } from "../cases.ts";
import { confirmCases } from "../confirm.ts";
import type { Io } from "../io.ts";
import { loadModule } from "../load.ts";
import { packageVersion } from "../package.ts";
import { TypeChecker } from "../typecheck.ts";
import { giveBack } from "./memory.ts";
import { type Changed, Sources, type Texts } from "./sources.ts";

/** A module that stands, or may stand, in the folder. */
interface Module {
  /** `六保/稳岗返还.ts` */
  readonly file: string;
  readonly entry: ModuleEntry;
  readonly text: string;
}

/** A policy with errors. */
export interface Held {
  readonly path: string;
  /** Whether the module that it last made stays in use. */
  readonly hasModule: boolean;
}

export interface Rebuilt {
  readonly findings: readonly Diagnostic[];
  readonly difference: Difference;
  /** The policies of the modules that were written. */
  readonly written: readonly string[];
  readonly held: readonly Held[];
  /** Of modules that did not pass, and were not written. */
  readonly typeFaults: readonly string[];
  /** How many modules stand. */
  readonly modules: number;
  /** Each step with what it took in milliseconds, one after the other. */
  readonly steps: readonly (readonly [name: string, milliseconds: number])[];
}

export interface WorkshopOptions {
  /** false leaves out the type check: for measuring it. */
  readonly typeCheck?: boolean;
}

/** After how many modules of a first build what they left is given back. */
const MODULES_AT_A_TIME = 200;

export class Workshop {
  readonly #io: Pick<Io, "cwd" | "now">;
  readonly #root: string;
  readonly #out: string;
  readonly #options: WorkshopOptions;
  readonly #sources: Sources;
  readonly #memory = new Memory();
  #emitter: Promise<Emitter> | undefined;
  #checker: Promise<TypeChecker> | undefined;
  readonly #made = new WeakMap<Program, Module>();
  /** The last good module of each policy file, by the module's own. */
  #good: ReadonlyMap<string, Module> | undefined;
  /** What stands in the folder, as far as it was written or looked at here. */
  #standing: ReadonlyMap<string, string> | undefined;
  #lacksDocument = false;
  /** Of each program, what its 算例 tell. */
  readonly #cases = new WeakMap<Program, readonly Diagnostic[]>();
  /** Findings whose cases generated code has answered. */
  readonly #confirmed = new WeakSet<Diagnostic>();

  /** `root`: the folder of policies; `out`: that of the modules. Both absolute. */
  constructor(io: Pick<Io, "cwd" | "now">, root: string, out: string, options: WorkshopOptions = {}) {
    this.#io = io;
    this.#root = root;
    this.#out = out;
    this.#options = options;
    this.#sources = new Sources(root, io.cwd);
  }

  get sources(): Sources {
    return this.#sources;
  }

  async rebuild(changed: Changed): Promise<Rebuilt> {
    const steps: (readonly [string, number])[] = [];
    const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
      const start = this.#io.now();
      const result = await work();
      steps.push([name, this.#io.now() - start]);
      return result;
    };
    try {
      const texts = await timed("读取", () => this.#sources.refresh(changed, this.#lacksDocument));
      const read = await timed("解析", () => readFiles(texts.files, this.#memory));
      const compiled = await timed("检查", () => this.#compile(read, texts));
      const made = await timed("生成", () => this.#emit(compiled.programs, compiled.broken));
      const typeFaults = await timed("类型检查", () => this.#check(made));
      const difference = await timed("写入", () => this.#write(made, changed === "all"));
      if (changed === "all" && made.modules.size >= MODULES_AT_A_TIME) giveBack();
      return {
        findings: compiled.findings,
        difference,
        written: [...difference.added, ...difference.changed].flatMap(
          (file) => made.modules.get(file)?.entry.policy ?? [],
        ),
        held: compiled.broken.map((path) => ({ path, hasModule: made.modules.has(this.#fileOf(path)) })),
        typeFaults,
        modules: made.modules.size,
        steps,
      };
    } catch (error) {
      // What was being done when it failed is not known to be done.
      this.#standing = undefined;
      await this.close();
      throw error;
    }
  }

  /** Of the module of a policy file. */
  #fileOf(path: string): string {
    return `${modulePath(this.#io.cwd, this.#root, path)}.ts`;
  }

  async #compile(
    read: readonly ReadFile[],
    { documents, faults }: Texts,
  ): Promise<{
    readonly findings: readonly Diagnostic[];
    readonly programs: readonly Program[];
    readonly broken: readonly string[];
  }> {
    const memory = this.#memory;
    const { policies, diagnostics } = await settle(compileRead(read, { documents, memory }), memory);
    await confirmCases(
      policies,
      async (program) => loadModule((await this.#loadEmitter()).unformatted(program)),
      this.#confirmed,
    );
    this.#lacksDocument = diagnostics.some(({ code }) => code === "document-not-found");
    const isBroken = ({ diagnostics: own }: (typeof policies)[number]): boolean => own.some(isError);
    return {
      findings: [...faults, ...diagnostics, ...policies.flatMap((policy) => this.#failedCases(policy))],
      programs: policies.flatMap((policy) => (isBroken(policy) ? [] : (policy.program ?? []))),
      broken: [...faults.map(({ file }) => file.path), ...policies.filter(isBroken).map(({ file }) => file.path)],
    };
  }

  /** A 算例 that fails stops no module, as with `build`; who edits is told of it as by `check`. */
  #failedCases(policy: CompiledPolicy): readonly Diagnostic[] {
    const { program } = policy;
    if (program === undefined) return [];
    const failed = this.#cases.get(program) ?? runCases([policy]).flatMap(({ findings }) => findings);
    this.#cases.set(program, failed);
    return failed;
  }

  #loadEmitter(): Promise<Emitter> {
    return (this.#emitter ??= Emitter.load());
  }

  /** The modules of sound policies, and of the others those that they last made. */
  async #emit(programs: readonly Program[], broken: readonly string[]): Promise<Made> {
    const emitter = await this.#loadEmitter();
    const isFirst = this.#good === undefined;
    const before = (this.#good ??= modulesStandingIn(this.#out));
    const modules = new Map<string, Module>();
    for (const program of programs) {
      const module = this.#made.get(program) ?? (await this.#make(program, emitter));
      modules.set(module.file, module);
      if (isFirst && modules.size % MODULES_AT_A_TIME === 0) giveBack();
    }
    for (const path of broken) {
      const last = before.get(this.#fileOf(path));
      if (last !== undefined) modules.set(last.file, last);
    }
    return { emitter, modules, wanted: await wantedOf(emitter, modules) };
  }

  async #make(program: Program, emitter: Emitter): Promise<Module> {
    const path = modulePath(this.#io.cwd, this.#root, program.file.path);
    const module = { file: `${path}.ts`, entry: moduleEntry({ program, path }), text: await emitter.module(program) };
    this.#made.set(program, module);
    return module;
  }

  /** Puts the last good module in the place of one that does not pass. */
  async #check(made: Made): Promise<readonly string[]> {
    if (this.#options.typeCheck === false) return [];
    const checker = await (this.#checker ??= TypeChecker.load());
    const faults = await checker.check(made.wanted);
    for (const file of faults.keys()) {
      const last = this.#good?.get(file);
      if (last === undefined) made.modules.delete(file);
      else made.modules.set(file, last);
    }
    if (faults.size > 0) made.wanted = await wantedOf(made.emitter, made.modules);
    return [...faults.values()].flat();
  }

  /** Looks into the folder where modules come or go, or where all may be otherwise than it was left. */
  #write({ wanted, modules }: Made, afresh: boolean): Difference {
    const standing = this.#standing;
    const isAlike = !afresh && standing?.size === wanted.size && [...wanted.keys()].every((path) => standing.has(path));
    const difference = isAlike
      ? {
          added: [],
          changed: [...wanted.keys()].filter((path) => standing.get(path) !== wanted.get(path)),
          removed: [],
        }
      : compareGenerated(this.#out, wanted, isModuleLike(wanted));
    updateGenerated(this.#out, wanted, difference);
    this.#standing = wanted;
    this.#good = modules;
    return difference;
  }

  async close(): Promise<void> {
    const checker = this.#checker;
    this.#checker = undefined;
    // One that never came up, or is gone already, needs no closing.
    await checker?.then((one) => one.close()).catch(() => {});
  }
}

interface Made {
  readonly emitter: Emitter;
  /** By file. */
  readonly modules: Map<string, Module>;
  /** All files of the folder. */
  wanted: ReadonlyMap<string, string>;
}

async function wantedOf(emitter: Emitter, modules: ReadonlyMap<string, Module>): Promise<ReadonlyMap<string, string>> {
  const files = [...modules.values()].map(({ file, text }) => [file, text] as const);
  const entries = [...modules.values()].map(({ entry }) => entry);
  return new Map([...files, ...(await emitter.listing(entries, { version: packageVersion() }))]);
}

/** The modules that an earlier build left, as its manifest lists them; none where there is none that can be read. */
function modulesStandingIn(folder: string): ReadonlyMap<string, Module> {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
      readonly policies: readonly (Omit<ModuleEntry, "path"> & { readonly module: string })[];
    };
    return new Map(
      manifest.policies.map(({ policy, module, source, sha256 }) => {
        const entry = { policy, path: module.replace(/\.ts$/, ""), source, sha256 };
        return [module, { file: module, entry, text: readFileSync(join(folder, module), "utf8") }];
      }),
    );
  } catch {
    return new Map();
  }
}
