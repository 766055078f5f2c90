/** The emitter: programs to TypeScript modules, an index of them, and a manifest. */
import { createHash } from "node:crypto";
import { byCodePoint } from "../../diagnostics/source.ts";
import type { Program } from "../lowered.ts";
import { Layout } from "./layout.ts";
import { declarationStatements, moduleStatements, type Statement } from "./module.ts";
import { Names, quote } from "./names.ts";
import { Recent } from "./recent.ts";

export interface Emission {
  readonly program: Program;
  /** Of its module, relative to the generated folder: `六保/稳岗返还`. */
  readonly path: string;
}

export interface EmitOptions {
  /** The compiler's version, for the manifest alone. */
  readonly version?: string;
}

export const HEADER = "// Made from a .policy file by guiju build. Edit the policy, not this.\n";

/** A module as the index and the manifest list it. */
export interface ModuleEntry {
  readonly policy: string;
  /** As of an `Emission`. */
  readonly path: string;
  /** Where the policy lies. */
  readonly source: string;
  /** Of the text that the module is made from. */
  readonly sha256: string;
}

/** The printer and the formatter, slow to load and the faster the more they have done: kept by who emits often. */
export class Emitter {
  readonly #printer: Printer;
  readonly #layout: Layout;
  #index: { readonly entries: readonly ModuleEntry[]; readonly text: string } | undefined;

  private constructor(printer: Printer, layout: Layout) {
    this.#printer = printer;
    this.#layout = layout;
  }

  static async load(): Promise<Emitter> {
    const [printer, layout] = await Promise.all([loadPrinter(), Layout.load()]);
    return new Emitter(printer, layout);
  }

  /** The text of one module. */
  module(program: Program): Promise<string> {
    return this.#laidOut(moduleStatements(program, this.#printer.kinds));
  }

  /** What a module declares, and nothing else: a `.d.ts` file. */
  declaration(program: Program): Promise<string> {
    return this.#laidOut(declarationStatements(program, this.#printer.kinds));
  }

  /** One module, not formatted: to be run, not read. */
  unformatted(program: Program): string {
    return this.#printer.print(moduleStatements(program, this.#printer.kinds));
  }

  /** The index and the manifest of modules. */
  async listing(entries: readonly ModuleEntry[], { version }: EmitOptions): Promise<ReadonlyMap<string, string>> {
    const sorted = entries.toSorted((a, b) => byCodePoint(a.path, b.path));
    if (this.#index === undefined || !areNamedAlike(this.#index.entries, sorted))
      this.#index = { entries: sorted, text: await this.#layout.format(HEADER + indexText(sorted)) };
    return new Map([
      ["index.ts", this.#index.text],
      ["manifest.json", manifestText(sorted, version)],
    ]);
  }

  async #laidOut(statements: readonly Statement[]): Promise<string> {
    const { printOne } = this.#printer;
    const parts = statements.map((statement) => {
      if (typeof statement === "string") return { head: statement, body: [] };
      if (!("statements" in statement)) return { head: printOne(statement), body: [] };
      return { head: printOne({ ...statement, statements: [] }), body: statement.statements };
    });
    return `${HEADER}${await this.#layout.of(parts)}`;
  }
}

/** Writes statements as ts-morph prints them, before they are laid out. */
interface Printer {
  readonly kinds: typeof import("ts-morph").StructureKind;
  readonly print: (statements: readonly Statement[]) => string;
  /** What was printed lately is not printed again. */
  readonly printOne: (statement: Exclude<Statement, string>) => string;
}

async function loadPrinter(): Promise<Printer> {
  const { Project, StructureKind, IndentationText } = await import("ts-morph");
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
  const print: Printer["print"] = (statements) =>
    project.createSourceFile("module.ts", { statements: [...statements] }, { overwrite: true }).getFullText();
  const printed = new Recent();
  return {
    kinds: StructureKind,
    print,
    printOne: (statement) => {
      const from = JSON.stringify(statement);
      return printed.keep(from, printed.get(from) ?? print([statement]).trimEnd());
    },
  };
}

/** A module as the index and the manifest list it. */
export function moduleEntry({ program, path }: Emission): ModuleEntry {
  const sha256 = createHash("sha256").update(program.file.text).digest("hex");
  return { policy: program.policy, path, source: program.file.path, sha256 };
}

const areNamedAlike = (some: readonly ModuleEntry[], others: readonly ModuleEntry[]): boolean =>
  some.length === others.length &&
  some.every(({ policy, path }, index) => policy === others[index]?.policy && path === others[index].path);

/** One module, not formatted: to be run, not read. */
export async function moduleText(program: Program): Promise<string> {
  const { print, kinds } = await loadPrinter();
  return print(moduleStatements(program, kinds));
}

/** The files of a generated folder by their path in it. The same programs always give the same text. */
export async function emit(
  programs: readonly Emission[],
  options: EmitOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const emitter = await Emitter.load();
  const files = new Map<string, string>();
  const sorted = programs
    .map(({ program, path }) => ({ program, path: path.replace(/\.ts$/, "") }))
    .toSorted((a, b) => byCodePoint(a.path, b.path));
  for (const { program, path } of sorted) files.set(`${path}.ts`, await emitter.module(program));
  const entries = sorted.map((emission) => moduleEntry(emission));
  return new Map([...files, ...(await emitter.listing(entries, options))]);
}

/** Each policy under its own name; policies of the same name in different folders under their paths. */
function indexText(entries: readonly ModuleEntry[]): string {
  const names = new Names([]);
  const count = new Map<string, number>();
  for (const { policy } of entries) count.set(policy, (count.get(policy) ?? 0) + 1);
  const lines = entries.map(({ policy, path }) => {
    const name = names.identifier(count.get(policy) === 1 ? policy : path);
    return `export * as ${name} from ${quote(`./${path}.js`)};`;
  });
  return lines.length === 0 ? "export {};" : lines.join("\n");
}

function manifestText(entries: readonly ModuleEntry[], version: string | undefined): string {
  const policies = entries.map(({ policy, path, source, sha256 }) => ({
    policy,
    module: `${path}.ts`,
    source,
    sha256,
  }));
  return `${JSON.stringify({ ...(version === undefined ? {} : { compiler: version }), policies }, null, 2)}\n`;
}
