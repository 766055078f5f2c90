/** The emitter: programs to TypeScript modules, an index of them, and a manifest. */
import { createHash } from "node:crypto";
import type { Program } from "../lowered.ts";
import { moduleStatements } from "./module.ts";
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

const HEADER = "// Made from a .policy file by guiju build. Edit the policy, not this.\n";

const byCodePoint = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]];
  for (const [index, letter] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = (letter.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
};

/** Writes the text of modules as ts-morph prints it, before it is formatted. */
async function printer(): Promise<(program: Program) => string> {
  const { Project, StructureKind, IndentationText } = await import("ts-morph");
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
  return (program) => {
    const statements = moduleStatements(program, StructureKind);
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
  const [print, { format }] = await Promise.all([printer(), import("prettier")]);
  const files = new Map<string, string>();
  const sorted = programs
    .map(({ program, path }) => ({ program, path: path.replace(/\.ts$/, "") }))
    .toSorted((a, b) => byCodePoint(a.path, b.path));
  for (const { program, path } of sorted)
    files.set(`${path}.ts`, await format(HEADER + print(program), prettierOptions));
  files.set("index.ts", await format(HEADER + indexText(sorted), prettierOptions));
  files.set("manifest.json", manifestText(sorted, options.version));
  return files;
}

/** Each policy under its own name; policies of the same name in different folders under their paths. */
function indexText(emissions: readonly Emission[]): string {
  const names = new Names([]);
  const count = new Map<string, number>();
  for (const { program } of emissions) count.set(program.policy, (count.get(program.policy) ?? 0) + 1);
  const lines = emissions.map(({ program, path }) => {
    const name = names.identifier(count.get(program.policy) === 1 ? program.policy : path);
    return `export * as ${name} from ${quote(`./${path}.js`)};`;
  });
  return lines.length === 0 ? "export {};" : lines.join("\n");
}

function manifestText(emissions: readonly Emission[], version: string | undefined): string {
  const policies = emissions.map(({ program, path }) => ({
    policy: program.policy,
    module: `${path}.ts`,
    source: program.file.path,
    sha256: createHash("sha256").update(program.file.text).digest("hex"),
  }));
  return `${JSON.stringify({ ...(version === undefined ? {} : { compiler: version }), policies }, null, 2)}\n`;
}
