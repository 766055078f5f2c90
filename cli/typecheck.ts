/** Type-checks generated modules with the native TypeScript, against this package's own runtime, wherever they lie. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { API, Snapshot } from "typescript-native/unstable/async";
import { SourceFile } from "../diagnostics/source.ts";
import { asOperationError } from "./files.ts";
import { OperationError } from "./io.ts";
import { runtimeTypings } from "./package.ts";

/** Generated code is held to more than `strict`, so that it passes in stricter projects too. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2023"],
  module: "esnext",
  moduleResolution: "bundler",
  resolveJsonModule: true,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
};

function nativeCompiler(): string {
  try {
    const typescript = createRequire(import.meta.url).resolve("typescript-native/package.json");
    const platform = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
    const folder = dirname(createRequire(typescript).resolve(platform));
    return join(folder, "lib", process.platform === "win32" ? "tsc.exe" : "tsc");
  } catch {
    throw new OperationError(
      `没有找到适用于本机(${process.platform}-${process.arch})的类型检查程序,请重新运行 npm install`,
    );
  }
}

/** Modules stand in no folder of the disk while they are checked: the compiler asks for them here. */
const FOLDER = "/guiju-generated";
const CONFIG = `${FOLDER}/tsconfig.json`;

const configOf = (files: readonly string[]): readonly [path: string, text: string] => {
  const paths = { "guiju/runtime": [runtimeTypings()] };
  return ["tsconfig.json", JSON.stringify({ compilerOptions: { ...compilerOptions, paths }, files })];
};

/**
 * So many modules are looked at together, however many there are: the compiler keeps all that it looks at. Each is put in
 * one of so many places, which are always there: where only what stands in them changes, the compiler starts no program
 * anew.
 */
const AT_ONCE = 64;
const PLACES = Array.from({ length: AT_ONCE }, (_, index) => `${index}.ts`);
const INDEX = "index.ts";
/** Stands in for a module, with what modules import: none but the index reads another, and that by name alone. */
const NO_MODULE = 'import * as $ from "guiju/runtime";\nexport {};\n';

const pathIn = (file: string): string | undefined =>
  file.startsWith(`${FOLDER}/`) ? file.slice(FOLDER.length + 1) : undefined;

/** A compiler that stays warm in a process of its own, and checks what changed. */
export class TypeChecker {
  readonly #api: API;
  #files: ReadonlyMap<string, string> = new Map();
  /** The text of each module that last passed. */
  readonly #passed = new Map<string, string>();
  /** Where the modules stand that the compiler holds, and their texts, the one looked at last at the end. */
  readonly #places = new Map<string, { readonly place: string; readonly text: string }>();
  #snapshot: Snapshot | undefined;

  private constructor(load: typeof API) {
    this.#api = new load({
      tsserverPath: nativeCompiler(),
      cwd: dirname(runtimeTypings()),
      fs: {
        readFile: (file) => {
          const path = pathIn(file);
          return path === undefined ? undefined : (this.#files.get(path) ?? null);
        },
        fileExists: (file) => {
          const path = pathIn(file);
          return path === undefined ? undefined : this.#files.has(path);
        },
        directoryExists: (folder) => this.#isFolder(folder),
        realpath: (file) => (pathIn(file) === undefined ? undefined : file),
      },
    });
  }

  static async load(): Promise<TypeChecker> {
    const { API: load } = await import("typescript-native/unstable/async");
    return new TypeChecker(load);
  }

  #isFolder(folder: string): boolean | undefined {
    if (folder === FOLDER) return true;
    const path = pathIn(folder);
    return path === undefined ? undefined : [...this.#files.keys()].some((file) => file.startsWith(`${path}/`));
  }

  /**
   * The faults of each module that has some, as the compiler words them. `modules`: by path, all that there are; they
   * import the runtime alone, and the index them.
   */
  async check(modules: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly string[]>> {
    const paths = [...modules.keys()].filter((path) => path.endsWith(".ts"));
    for (const path of this.#passed.keys()) if (!modules.has(path)) this.#passed.delete(path);
    const pending = paths.filter((path) => this.#passed.get(path) !== modules.get(path));
    const own = pending.filter((path) => path !== INDEX);
    const looks = Array.from({ length: Math.ceil(own.length / AT_ONCE) }, (_, index) => {
      const part = own.slice(index * AT_ONCE, (index + 1) * AT_ONCE);
      return { part, files: () => this.#lookAt(part, modules) };
    });
    if (pending.includes(INDEX)) looks.push({ part: [INDEX], files: () => this.#lookAtIndex(modules) });
    const faults = new Map<string, readonly string[]>();
    try {
      for (const { part, files } of looks)
        for (const [path, found] of await this.#checkPart(part, files(), modules))
          if (found.length === 0) this.#passed.set(path, modules.get(path) ?? "");
          else faults.set(path, found);
    } catch (error) {
      throw asOperationError(error, "运行不了类型检查程序");
    }
    return faults;
  }

  async #checkPart(
    part: readonly string[],
    files: ReadonlyMap<string, string>,
    modules: ReadonlyMap<string, string>,
  ): Promise<readonly (readonly [string, readonly string[]])[]> {
    const last = this.#snapshot;
    this.#snapshot = await this.#api.updateSnapshot({ openProjects: [CONFIG], fileChanges: this.#take(files) });
    await last?.dispose();
    const program = this.#snapshot.getProject(CONFIG)?.program;
    if (program === undefined) throw new OperationError("类型检查程序没有读到要检查的代码");
    return Promise.all(
      part.map(async (path) => {
        const file = `${FOLDER}/${this.#places.get(path)?.place ?? path}`;
        const syntax = await program.getSyntacticDiagnostics(file);
        const types = await program.getSemanticDiagnostics(file);
        const source = new SourceFile(path, modules.get(path) ?? "");
        return [path, [...syntax, ...types].map((one) => faultLine(source, one))] as const;
      }),
    );
  }

  /** Those looked at last stay: whoever edits a policy saves it many times. */
  #lookAt(part: readonly string[], modules: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    for (const path of part) {
      const place = this.#places.get(path)?.place ?? PLACES[this.#places.size] ?? this.#clearOldest();
      this.#places.delete(path);
      this.#places.set(path, { place, text: modules.get(path) ?? "" });
    }
    const files = new Map([configOf(PLACES), ...PLACES.map((place) => [place, NO_MODULE] as const)]);
    for (const { place, text } of this.#places.values()) files.set(place, text);
    return files;
  }

  #clearOldest(): string {
    const [[path, { place }] = ["", { place: "" }]] = this.#places;
    this.#places.delete(path);
    return place;
  }

  /** By itself: it names all modules, wherever they lie. */
  #lookAtIndex(modules: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    this.#places.clear();
    const paths = [...modules.keys()].filter((path) => path.endsWith(".ts"));
    return new Map([
      configOf([INDEX]),
      ...paths.map((path) => [path, path === INDEX ? (modules.get(path) ?? "") : NO_MODULE] as const),
    ]);
  }

  /** Puts these files in the place of those before, and answers which differ. */
  #take(wanted: ReadonlyMap<string, string>): { changed: string[]; created: string[]; deleted: string[] } {
    const changes = { changed: [] as string[], created: [] as string[], deleted: [] as string[] };
    for (const path of this.#files.keys()) if (!wanted.has(path)) changes.deleted.push(`${FOLDER}/${path}`);
    for (const [path, text] of wanted) {
      const before = this.#files.get(path);
      if (before === text) continue;
      (before === undefined ? changes.created : changes.changed).push(`${FOLDER}/${path}`);
    }
    this.#files = wanted;
    return changes;
  }

  async close(): Promise<void> {
    await this.#api.close();
  }
}

function faultLine(
  file: SourceFile,
  fault: { readonly pos: number; readonly code: number; readonly text: string },
): string {
  const { line, column } = file.positionAt(fault.pos);
  return `${file.path}(${line},${column}): error TS${fault.code}: ${fault.text}`;
}

/** Checks modules once. */
export async function typeCheck(modules: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const checker = await TypeChecker.load();
  try {
    return [...(await checker.check(modules)).values()].flat();
  } finally {
    await checker.close();
  }
}
