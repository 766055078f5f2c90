/** The plugin in the bundlers themselves: what they build is run, and what the dev server reloads is asked again. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as buildWithEsbuild } from "esbuild";
import { rollup as rollupBundle } from "rollup";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { build as buildWithVite, createServer, type ViteDevServer } from "vite";
import { readBlocks } from "../../docs/examples.ts";
import * as guiju from "../../cli/plugin/index.ts";
import { folderWith, smallPolicy } from "../cli/harness.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const importer = "政策 总补贴\n引用 补贴 自 《岗位补贴》\n\n结果\n  翻倍补贴: 元 = 补贴 * 2\n";
const main = `import { evaluate } from "./policies/总补贴.policy";
export const answer = () => evaluate({ 新增岗位: 10 }).翻倍补贴.text;
`;
/** A page that takes the new policy without being loaded again. */
const page =
  'import "./policies/总补贴.policy";\nif (import.meta.hot) import.meta.hot.accept("./policies/总补贴.policy", () => {});\n';

/** A project that has this package installed. */
function project(): string {
  const cwd = folderWith({
    "policies/岗位补贴.policy": smallPolicy(),
    "policies/总补贴.policy": importer,
    "main.js": main,
    "package.json": '{ "type": "module" }',
  });
  mkdirSync(join(cwd, "node_modules"));
  symlinkSync(repository, join(cwd, "node_modules/guiju"));
  return cwd;
}

const answerOf = async (file: string): Promise<string> => {
  const built = (await import(pathToFileURL(file).href)) as { readonly answer: () => string };
  return built.answer();
};

const servers: ViteDevServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

beforeAll(() => {
  if (!existsSync(join(repository, "dist/runtime.js"))) throw new Error("dist/ is not built: run npm test");
});

describe("a policy that is imported", () => {
  // Ten posts at 1000元 each are 10000元, doubled.
  test("is built by Rollup", async () => {
    const cwd = project();
    const bundle = await rollupBundle({
      input: join(cwd, "main.js"),
      external: ["guiju/runtime"],
      plugins: [guiju.rollup()],
    });
    await bundle.write({ file: join(cwd, "out.js"), format: "es" });
    expect(await answerOf(join(cwd, "out.js"))).toBe("20000元");
  });

  test("is built by esbuild", async () => {
    const cwd = project();
    await buildWithEsbuild({
      entryPoints: [join(cwd, "main.js")],
      outfile: join(cwd, "out.js"),
      bundle: true,
      format: "esm",
      logLevel: "silent",
      plugins: [guiju.esbuild()],
    });
    expect(await answerOf(join(cwd, "out.js"))).toBe("20000元");
  });

  test("is built by Vite", async () => {
    const cwd = project();
    await buildWithVite({
      root: cwd,
      configFile: false,
      logLevel: "silent",
      plugins: [guiju.vite()],
      build: { lib: { entry: "main.js", formats: ["es"], fileName: "out" }, outDir: "out" },
    });
    expect(await answerOf(join(cwd, "out/out.js"))).toBe("20000元");
  });

  test("is reloaded by Vite's server when it changes, and when what it imports does", async () => {
    const cwd = project();
    writeFileSync(join(cwd, "page.js"), page);
    const server = await createServer({
      root: cwd,
      configFile: false,
      logLevel: "silent",
      appType: "custom",
      server: { middlewareMode: true, ws: false },
      plugins: [guiju.vite()],
    });
    servers.push(server);
    /** The next thing that the server tells the page. */
    const told = (): Promise<unknown> =>
      new Promise((resolve) => {
        server.environments.client.hot.send = (...payload: unknown[]) => resolve(payload[0]);
      });
    const answer = async (): Promise<string> => {
      await server.transformRequest("/page.js");
      await server.transformRequest("/policies/总补贴.policy?import");
      return ((await server.ssrLoadModule("/main.js")) as { readonly answer: () => string }).answer();
    };
    /** What runs in the server is told of a change a little after the page is, or before. */
    const answers = async (expected: string): Promise<void> => {
      while ((await answer()) !== expected) await new Promise((resolve) => setImmediate(resolve));
    };
    const save = (path: string, text: string): void => {
      writeFileSync(join(cwd, `${path}~`), text);
      renameSync(join(cwd, `${path}~`), join(cwd, path));
    };
    expect(await answer()).toBe("20000元");

    let next = told();
    save("policies/总补贴.policy", importer.replace("* 2", "* 3"));
    expect(await next).toMatchObject({ type: "update" });
    await answers("30000元");

    next = told();
    save("policies/岗位补贴.policy", smallPolicy("岗位补贴", "900元/人"));
    expect(await next).toMatchObject({ type: "update" });
    await answers("27000元");
  });

  test("works as the page about it says", async () => {
    const page = readFileSync(join(repository, "docs/bundlers.md"), "utf8");
    const cwd = project();
    for (const { options, text } of readBlocks("docs/bundlers.md", page)) {
      const path = options.get("file");
      if (path !== undefined) writeFileSync(join(cwd, path), text);
    }
    await buildWithVite({
      root: cwd,
      configFile: join(cwd, "vite.config.js"),
      logLevel: "silent",
      build: { lib: { entry: "main.js", formats: ["es"], fileName: "out" }, outDir: "out" },
    });
    const built = (await import(pathToFileURL(join(cwd, "out/out.js")).href)) as { readonly answer: string };
    expect(page).toContain(`// ${built.answer}\n`);
    const tsc = join(repository, "node_modules/typescript-native/bin/tsc");
    writeFileSync(
      join(cwd, "typed.ts"),
      'import { evaluate } from "./policies/岗位补贴.policy";\nevaluate({ 新岗位: 10 });\n',
    );
    const { stdout } = spawnSync(process.execPath, [tsc, "--project", cwd, "--noEmit", "--pretty", "false"], {
      encoding: "utf8",
    });
    expect(stdout).toMatch(/\btyped\.ts\(2,\d+\): error TS/);
  });

  test("with errors stops the build with their words and their place", async () => {
    const cwd = project();
    const path = join(cwd, "policies/岗位补贴.policy");
    writeFileSync(path, smallPolicy().replace("> 10人", "> 10元"));
    const bundling = rollupBundle({ input: join(cwd, "main.js"), plugins: [guiju.rollup()] });
    await expect(bundling).rejects.toMatchObject({
      message: expect.stringMatching(/岗位补贴\.policy:14:\d+ \[unit-mismatch\]/),
      loc: { file: path, line: 14 },
    });
    const { errors } = await buildWithEsbuild({
      entryPoints: [join(cwd, "main.js")],
      bundle: true,
      write: false,
      logLevel: "silent",
      plugins: [guiju.esbuild()],
    }).catch((error: unknown) => error as { readonly errors: readonly { readonly text: string }[] });
    expect(errors[0]?.text).toContain("[unit-mismatch]");
  });

  test("with warnings is built, and they are told", async () => {
    const cwd = project();
    writeFileSync(
      join(cwd, "policies/岗位补贴.policy"),
      smallPolicy().replace("  新增岗位: 人", "  新增岗位: 人\n  别的: 人"),
    );
    const warnings: string[] = [];
    await rollupBundle({
      input: join(cwd, "main.js"),
      external: ["guiju/runtime"],
      onwarn: ({ message }) => void warnings.push(message),
      plugins: [guiju.rollup()],
    });
    expect(warnings).toEqual([expect.stringContaining("[unread-input]")]);
  });

  test("has its types in a declaration beside it, which is left alone where someone else wrote it", async () => {
    const cwd = project();
    const bundle = (): Promise<unknown> =>
      rollupBundle({ input: join(cwd, "main.js"), external: ["guiju/runtime"], plugins: [guiju.rollup()] });
    await bundle();
    writeFileSync(
      join(cwd, "typed.ts"),
      `import { evaluate, type Input } from "./policies/总补贴.policy";
const input: Input = { 新增岗位: 10 };
export const text: string = evaluate(input).翻倍补贴.text;
evaluate({ 新岗位: 10 });
evaluate(input).没有的;
`,
    );
    const compilerOptions = {
      allowArbitraryExtensions: true,
      module: "esnext",
      moduleResolution: "bundler",
      target: "es2022",
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
    };
    writeFileSync(join(cwd, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["typed.ts"] }));
    const tsc = join(repository, "node_modules/typescript-native/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "--project", cwd, "--pretty", "false"], { encoding: "utf8" });
    const found = [...stdout.matchAll(/typed\.ts\((\d+),\d+\): error (TS\d+)/g)].map(([, line, code]) => [line, code]);
    expect(found).toEqual([
      ["4", expect.stringMatching(/^TS/)],
      ["5", "TS2339"],
    ]);
    expect(stdout.match(/error TS/g)).toHaveLength(2);

    const declaration = join(cwd, "policies/总补贴.d.policy.ts");
    writeFileSync(declaration, "export const 自己写的: number;\n");
    await bundle();
    expect(readFileSync(declaration, "utf8")).toBe("export const 自己写的: number;\n");
  });
});
