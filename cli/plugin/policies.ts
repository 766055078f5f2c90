/** A folder of policies as a bundler asks for it, file by file: what does not change is compiled once. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Emitter, HEADER } from "../../compiler/5-emit/index.ts";
import { compile, type CompiledPolicy } from "../../compiler/compile.ts";
import { itemsOf } from "../../compiler/items.ts";
import { Memory } from "../../compiler/memory.ts";
import { settle } from "../../compiler/settle/index.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isError } from "../../diagnostics/diagnostic.ts";
import { confirmCases } from "../confirm.ts";
import { displayPath, writeWhole } from "../files.ts";
import { OperationError } from "../io.ts";
import { loadPolicy, scriptOf } from "../load.ts";
import { Sources } from "../watch/sources.ts";

export interface Loaded {
  /** None where errors stand in the way. */
  readonly script: string | undefined;
  /** Of the policy and of all that it imports. */
  readonly findings: readonly Diagnostic[];
  /** What the script depends on besides its own file: absolute paths. */
  readonly dependencies: readonly string[];
}

export class Policies {
  readonly #root: string;
  readonly #cwd: string;
  readonly #sources: Sources;
  readonly #memory = new Memory();
  #emitter: Promise<Emitter> | undefined;
  /** Findings whose cases generated code has answered. */
  readonly #confirmed = new WeakSet<Diagnostic>();

  constructor(root: string, cwd: string) {
    this.#root = root;
    this.#cwd = cwd;
    this.#sources = new Sources(root, cwd);
  }

  /** One policy file as a script; `typed`: its declaration is written beside it. */
  async load(path: string, typed: boolean): Promise<Loaded> {
    // Imports may have changed too: whatever differs is read again.
    const texts = this.#sources.refresh(new Set([this.#root, path]), true);
    const { documents } = texts;
    const compiled = compile(texts.files, { documents, memory: this.#memory });
    const { policies } = await settle(compiled, this.#memory);
    const needed = withImports(this.#fileOf(path, policies), policies);
    await confirmCases(needed, loadPolicy, this.#confirmed);
    // What is imported comes first: it is to be mended first.
    const own = needed.toReversed().flatMap(({ diagnostics }) => diagnostics);
    const faults = texts.faults.filter(({ file }) => resolve(this.#cwd, file.path) === path);
    const findings = [...faults, ...own];
    const program = needed[0]?.program;
    const dependencies = [...needed.flatMap(({ file }) => file.parts), ...documents].map((file) =>
      resolve(this.#cwd, file.path),
    );
    if (program === undefined || findings.some(isError)) return { script: undefined, findings, dependencies };
    const emitter = await (this.#emitter ??= Emitter.load());
    if (typed) writeDeclaration(path, await emitter.declaration(program));
    return { script: await scriptOf(emitter.unformatted(program), "ESNext"), findings, dependencies };
  }

  #fileOf(path: string, policies: readonly CompiledPolicy[]): CompiledPolicy | undefined {
    const found = policies.find(({ file }) => file.parts.some((part) => resolve(this.#cwd, part.path) === path));
    if (found === undefined || resolve(this.#cwd, found.file.path) === path) return found;
    const shown = displayPath(this.#cwd, path);
    throw new OperationError(`「${shown}」是修订,请引用它所修订的政策「${found.file.path}」,其中已有修订`);
  }
}

/** A policy and all that it imports, directly or not, itself first. */
function withImports(
  policy: CompiledPolicy | undefined,
  policies: readonly CompiledPolicy[],
): readonly CompiledPolicy[] {
  const found = new Set(policy === undefined ? [] : [policy]);
  // The set grows while it is walked.
  for (const { tree } of found)
    for (const item of itemsOf(tree, "Import"))
      for (const other of policies)
        if (itemsOf(other.tree, "PolicyHeading").some(({ name }) => name.text === item.policy.text)) found.add(other);
  return [...found];
}

/** `稳岗返还.policy` is declared by `稳岗返还.d.policy.ts`. A file that was not made here is left alone. */
function writeDeclaration(path: string, text: string): void {
  const file = path.replace(/\.policy$/, ".d.policy.ts");
  let before: string | undefined;
  try {
    before = readFileSync(file, "utf8");
  } catch {
    before = undefined;
  }
  if (before !== text && (before === undefined || before.startsWith(HEADER))) writeWhole(file, text);
}
