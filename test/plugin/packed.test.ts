/** The package as npm packs it, in a project that has nothing of the repository but what the package asks for. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { folderWith, smallPolicy } from "../cli/harness.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

const compilerOptions = {
  allowArbitraryExtensions: true,
  module: "esnext",
  moduleResolution: "bundler",
  target: "es2022",
  strict: true,
  noEmit: true,
  types: [],
};

const files = {
  "package.json": '{ "type": "module" }',
  "policies/岗位补贴.policy": smallPolicy(),
  "policies/总补贴.policy": "政策 总补贴\n引用 补贴 自 《岗位补贴》\n\n结果\n  翻倍补贴: 元 = 补贴 * 2\n",
  "main.js": `import { evaluate } from "./policies/总补贴.policy";
console.log(evaluate({ 新增岗位: 10 }).翻倍补贴.text);
`,
  "vite.config.ts": `import * as guiju from "guiju/plugin";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [guiju.vite({ policies: "policies" })],
  build: { lib: { entry: "main.js", formats: ["es"], fileName: "vite" }, outDir: "out" },
});
`,
  "others.js": `import * as guiju from "guiju/plugin";
import { build } from "esbuild";
import { rollup } from "rollup";

const bundle = await rollup({ input: "main.js", external: ["guiju/runtime"], plugins: [guiju.rollup()] });
await bundle.write({ file: "out/rollup.js", format: "es" });
await build({
  entryPoints: ["main.js"],
  outfile: "out/esbuild.js",
  bundle: true,
  format: "esm",
  logLevel: "warning",
  plugins: [guiju.esbuild()],
});
`,
  "typed.ts": `import { evaluate, type Input } from "./policies/总补贴.policy";
const input: Input = { 新增岗位: 10 };
export const text: string = evaluate(input).翻倍补贴.text;
export const misuse = (): unknown[] => [
  // @ts-expect-error A misspelt input.
  evaluate({ 新岗位: 10 }),
  // @ts-expect-error A count is no boolean.
  evaluate({ 新增岗位: true }),
  // @ts-expect-error An outcome that the policy does not give.
  evaluate(input).补贴额,
  // @ts-expect-error Of complete data nothing is missing.
  evaluate(input).翻倍补贴.status === "missing",
];
`,
  "configured.ts": `import * as guiju from "guiju/plugin";
// @ts-expect-error An option that the plugin does not have.
export const misuse = () => guiju.vite({ policy: "policies" });
`,
  "tsconfig.json": JSON.stringify({ compilerOptions, files: ["typed.ts"] }),
  // What the bundlers' own declarations lack is not ours to report.
  "tsconfig.bundlers.json": JSON.stringify({
    compilerOptions: { ...compilerOptions, skipLibCheck: true },
    files: ["vite.config.ts", "configured.ts"],
  }),
};

/** Runs a program of the project and answers what it prints; it has to end well. */
function run(cwd: string, command: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: "utf8" });
  expect({ words, status, stderr, ...(status === 0 ? {} : { stdout }) }).toEqual({ words, status: 0, stderr: "" });
  return stdout;
}

const node = (cwd: string, ...words: readonly string[]): string => run(cwd, process.execPath, ...words);

/** A project that has installed the packed package, what that depends on, and three bundlers. */
function consumer(): string {
  const cwd = folderWith(files);
  const installed = join(cwd, "node_modules/guiju");
  mkdirSync(installed, { recursive: true });
  run(repository, "npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", cwd);
  run(cwd, "tar", "-xzf", `guiju-${version}.tgz`, "-C", installed, "--strip-components", "1");
  const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Description;
  for (const name of [...Object.keys(dependencies), "vite", "rollup", "esbuild"]) {
    const link = join(cwd, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), link);
  }
  return cwd;
}

interface Description {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as Description;
const vite = "node_modules/vite/bin/vite.js";
const tsc = join(repository, "node_modules/typescript-native/bin/tsc");

beforeAll(() => {
  if (!existsSync(join(repository, "dist/plugin.js"))) throw new Error("dist/ is not built: run npm test");
});

test("the packed plugin builds policies that are imported, in each bundler", () => {
  const cwd = consumer();
  node(cwd, vite, "build", "--logLevel", "warn");
  node(cwd, "others.js");
  // Ten posts at 1000元 each are 10000元, doubled.
  for (const bundler of ["vite", "rollup", "esbuild"])
    expect(node(cwd, `out/${bundler}.js`), bundler).toBe("20000元\n");
});

test("the packed plugin, and the policies imported through it, have their types", () => {
  const cwd = consumer();
  node(cwd, vite, "build", "--logLevel", "warn");
  expect(node(cwd, tsc, "--project", ".", "--pretty", "false")).toBe("");
  expect(node(cwd, tsc, "--project", "tsconfig.bundlers.json", "--pretty", "false")).toBe("");
});
