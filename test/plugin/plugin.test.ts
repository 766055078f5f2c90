/** The plugin in the bundlers themselves: what they build is run, and what the dev server reloads is asked again. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as buildWithEsbuild } from "esbuild";
import { rollup as rollupBundle } from "rollup";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { build as buildWithVite, createLogger, createServer, type ViteDevServer } from "vite";
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

/** A policy that quotes 意见.md, which stands above it. */
const quotingPolicy = smallPolicy()
  .replace("\n\n输入", "\n依据 《意见》\n\n输入")
  .replace("十人以下\n", "十人以下\n  原文「新增岗位10人以下的,每人补贴1000元」\n")
  .replace("超过十人\n", "超过十人\n  原文「超过10人的,每人补贴800元」\n");
const document = "# 意见\n\n新增岗位10人以下的,每人补贴1000元;超过10人的,每人补贴800元。\n";

const update = expect.objectContaining({ type: "update" });
interface Served {
  /** Asks for the page, as a browser would, and runs the program in the server. */
  readonly answer: () => Promise<string>;
  /** Saves a file as editors do, and answers what the page is told of it. */
  readonly saved: (path: string, text: string) => Promise<unknown>;
  readonly removed: (path: string) => Promise<unknown>;
  /** The codes of the warnings since this was last asked. */
  readonly warned: () => readonly string[];
}

const servers: ViteDevServer[] = [];

async function serve(cwd: string): Promise<Served> {
  writeFileSync(join(cwd, "page.js"), page);
  const warnings = new Set<string>();
  const customLogger = createLogger("silent");
  customLogger.warn = (message) => void warnings.add(/\[([\w-]+)\]/.exec(message)?.[1] ?? message);
  /** What the page has been told, handed over once all that runs in the server knows as well. */
  let told: unknown;
  let tell: (payload: unknown) => void = () => {};
  const server = await createServer({
    root: cwd,
    configFile: false,
    customLogger,
    appType: "custom",
    server: {
      middlewareMode: true,
      ws: false,
      preTransformRequests: false,
      hotUpdateEnvironments: async ({ environments }, update) => {
        for (const environment of Object.values(environments)) await update(environment);
        if (told !== undefined) tell(told);
        told = undefined;
      },
    },
    plugins: [guiju.vite()],
  });
  servers.push(server);
  server.environments.client.hot.send = (...payload: unknown[]) => {
    told = payload[0];
  };
  const after = (change: () => void): Promise<unknown> =>
    new Promise((resolve) => {
      tell = resolve;
      change();
    });
  return {
    answer: async () => {
      await server.transformRequest("/page.js");
      await server.transformRequest("/policies/总补贴.policy?import");
      return ((await server.ssrLoadModule("/main.js")) as { readonly answer: () => string }).answer();
    },
    saved: (path, text) =>
      after(() => {
        writeFileSync(join(cwd, `${path}~`), text);
        renameSync(join(cwd, `${path}~`), join(cwd, path));
      }),
    removed: (path) => after(() => rmSync(join(cwd, path))),
    warned: () => {
      const codes = [...warnings];
      warnings.clear();
      return codes;
    },
  };
}

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
    const served = await serve(cwd);
    expect(await served.answer()).toBe("20000元");
    expect(await served.saved("policies/总补贴.policy", importer.replace("* 2", "* 3"))).toEqual(update);
    expect(await served.answer()).toBe("30000元");
    expect(await served.saved("policies/岗位补贴.policy", smallPolicy("岗位补贴", "900元/人"))).toEqual(update);
    expect(await served.answer()).toBe("27000元");
  });

  test("is reloaded by Vite's server when the document changes, and reports what no longer stands in it", async () => {
    const cwd = project();
    writeFileSync(join(cwd, "policies/岗位补贴.policy"), quotingPolicy);
    writeFileSync(join(cwd, "意见.md"), document);
    const served = await serve(cwd);
    expect(await served.answer()).toBe("20000元");

    // What is amended is told first, and is mended in the policy.
    expect(await served.saved("意见.md", document.replace("1000元", "1200元"))).toEqual(update);
    await expect(served.answer()).rejects.toThrow("岗位补贴.policy:12:3 [quotation-not-found]");
    const amended = quotingPolicy.replaceAll("1000元", "1200元").replace("10000元", "12000元");
    expect(await served.saved("policies/岗位补贴.policy", amended)).toEqual(update);
    expect(await served.answer()).toBe("24000元");
  });

  test("is reloaded by Vite's server when the document that it lacked comes, and when it goes", async () => {
    const cwd = project();
    writeFileSync(join(cwd, "policies/岗位补贴.policy"), quotingPolicy);
    const served = await serve(cwd);
    expect(await served.answer()).toBe("20000元");
    expect(served.warned()).toEqual(["document-not-found"]);

    expect(await served.saved("意见.md", document)).toEqual(update);
    expect(await served.answer()).toBe("20000元");
    expect(served.warned()).toEqual([]);

    expect(await served.removed("意见.md")).toEqual(update);
    expect(await served.answer()).toBe("20000元");
    expect(served.warned()).toEqual(["document-not-found"]);
  });

  test("is reloaded by Vite's server when an amendment comes, changes and goes", async () => {
    const cwd = project();
    writeFileSync(join(cwd, "main.js"), main.replace("新增岗位: 10", '新增岗位: 10, 基准日: "2021-06-01"'));
    const served = await serve(cwd);
    expect(await served.answer()).toBe("20000元");

    const amendment = "修订 《岗位补贴》 施行 2021-01-01\n\n替换 条款 十人以下\n  新增岗位 <= 10人 => 标准 1500元/人\n";
    expect(await served.saved("policies/修订.policy", amendment)).toEqual(update);
    expect(await served.answer()).toBe("30000元");
    expect(await served.saved("policies/修订.policy", amendment.replace("1500元", "1600元"))).toEqual(update);
    expect(await served.answer()).toBe("32000元");
    expect(await served.removed("policies/修订.policy")).toEqual(update);
    expect(await served.answer()).toBe("20000元");
  });

  test("that is an amendment is none: its policy is to be imported", async () => {
    const cwd = project();
    writeFileSync(join(cwd, "policies/修订.policy"), "修订 《岗位补贴》 施行 2021-01-01\n\n废止 条款 超过十人\n");
    writeFileSync(join(cwd, "main.js"), 'import "./policies/修订.policy";\n');
    const built = rollupBundle({ input: join(cwd, "main.js"), plugins: [guiju.rollup()] });
    await expect(built).rejects.toThrow(/修订.policy」是修订,请引用它所修订的政策「.*岗位补贴.policy」/u);
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
