/** Type-checks generated modules with the native TypeScript, against this package's own runtime, wherever they lie. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
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

export type TypeCheck = { readonly ok: true } | { readonly ok: false; readonly faults: readonly string[] };

const run = (program: string, parameters: readonly string[], cwd: string): Promise<TypeCheck> =>
  new Promise((resolve, reject) => {
    execFile(program, parameters, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) return resolve({ ok: true });
      // A number is the compiler's own exit code; a word is the system's refusal to run it.
      if (typeof error.code !== "number") return reject(asOperationError(error, "运行不了类型检查程序"));
      resolve({ ok: false, faults: `${stdout}${stderr}`.split("\n").filter((line) => line !== "") });
    });
  });

/** Checks modules, by path relative to their folder, in a temporary folder of their own. */
export async function typeCheck(modules: ReadonlyMap<string, string>): Promise<TypeCheck> {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), "guiju-"));
    for (const [path, text] of modules) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const files = [...modules.keys()].filter((path) => path.endsWith(".ts"));
    if (files.length === 0) return { ok: true };
    const paths = { "guiju/runtime": [runtimeTypings()] };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...compilerOptions, paths }, files }),
    );
    return await run(nativeCompiler(), ["--project", folder, "--pretty", "false"], folder);
  } catch (error) {
    throw asOperationError(error, "写不了临时文件夹");
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
