/** The emitter: programs to TypeScript modules, an index of them, and a manifest. */
import { createHash } from "node:crypto";
import { byCodePoint } from "../../diagnostics/source.ts";
import type { Program } from "../lowered.ts";
import { declarationStatements, moduleStatements } from "./module.ts";
import { Names, quote } from "./names.ts";

export interface Emission {
  readonly program: Program;
  /** Of its module, relative to the generated folder: `六保/稳岗返还`. */
  readonly path: string;
}

export interface EmitOptions {
  /** The compiler's version, for the manifest alone. */
  readonly version?: string;
}

const prettierOptions = {
  parser: "babel-ts",
  printWidth: 120,
  tabWidth: 2,
  useTabs: false,
  semi: true,
  singleQuote: false,
  quoteProps: "as-needed",
  trailingComma: "all",
  bracketSpacing: true,
  objectWrap: "preserve",
  arrowParens: "always",
  endOfLine: "lf",
} as const;

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

/**
 * The printer and the formatter, which are slow to load and faster the more they have done: kept by who emits often.
 * A program that was emitted before is not emitted again.
 */
export class Emitter {
  readonly #print: Printer;
  readonly #format: (text: string) => Promise<string>;
  readonly #modules = new WeakMap<Program, string>();
  readonly #entries = new WeakMap<Program, ModuleEntry>();
  #index = { text: "", formatted: "" };

  private constructor(print: Printer, format: (text: string) => Promise<string>) {
    this.#print = print;
    this.#format = format;
  }

  static async load(): Promise<Emitter> {
    const [print, { format }] = await Promise.all([printer(), import("prettier")]);
    return new Emitter(print, (text) => layOut(HEADER + text, (plain) => format(plain, prettierOptions)));
  }

  /** The text of one module. */
  async module(program: Program): Promise<string> {
    const text = this.#modules.get(program) ?? (await this.#format(this.#print(program)));
    this.#modules.set(program, text);
    return text;
  }

  /** What a module declares, and nothing else: a `.d.ts` file. */
  declaration(program: Program): Promise<string> {
    return this.#format(this.#print(program, declarationStatements));
  }

  /** One module, not formatted: to be run, not read. */
  unformatted(program: Program): string {
    return this.#print(program);
  }

  entry({ program, path }: Emission): ModuleEntry {
    const known = this.#entries.get(program);
    if (known?.path === path) return known;
    const sha256 = createHash("sha256").update(program.file.text).digest("hex");
    const entry = { policy: program.policy, path, source: program.file.path, sha256 };
    this.#entries.set(program, entry);
    return entry;
  }

  /** The index and the manifest of modules. */
  async listing(entries: readonly ModuleEntry[], { version }: EmitOptions): Promise<ReadonlyMap<string, string>> {
    const sorted = entries.toSorted((a, b) => byCodePoint(a.path, b.path));
    const text = indexText(sorted);
    if (this.#index.text !== text) this.#index = { text, formatted: await this.#format(text) };
    return new Map([
      ["index.ts", this.#index.formatted],
      ["manifest.json", manifestText(sorted, version)],
    ]);
  }
}

type Printer = (program: Program, parts?: typeof moduleStatements) => string;

/** How wide each figure is taken to be while lines are laid out. */
const FIGURE_WIDTH = 6;

/**
 * Lays a module out as if all its figures were of one width: a longer figure in place of a shorter one moves no line
 * break, so that a changed figure is one changed line.
 */
async function layOut(text: string, format: (text: string) => Promise<string>): Promise<string> {
  const first = 9 * 10 ** (FIGURE_WIDTH - 1);
  const figures: string[] = [];
  // Days and months are of one width as they are, and none of their numbers is taken for one of these.
  const stands = text.replaceAll(/(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?![\d_])|\d[\d_]*/g, (figure) =>
    figure.includes("-") ? figure : String(first + figures.push(figure) - 1),
  );
  const laidOut = await format(stands);
  return laidOut.replaceAll(/\d+/g, (place) => figures[Number(place) - first] ?? place);
}

/** Writes the text of modules as ts-morph prints it, before it is formatted. */
async function printer(): Promise<Printer> {
  const { Project, StructureKind, IndentationText } = await import("ts-morph");
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
  return (program, parts = moduleStatements) => {
    const statements = parts(program, StructureKind);
    return project.createSourceFile("module.ts", { statements }, { overwrite: true }).getFullText();
  };
}

/** One module, not formatted: to be run, not read. */
export const moduleText = async (program: Program): Promise<string> => (await printer())(program);

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
  const entries = sorted.map((emission) => emitter.entry(emission));
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
