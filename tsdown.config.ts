import { defineConfig } from "tsdown";

const shared = { fixedExtension: false, minify: true, report: false, checks: { pluginTimings: false } } as const;
const module = { ...shared, format: "esm", target: "node20.19", dts: true } as const;

export default defineConfig([
  // The command line starts in a fraction of the time where everything it needs at once is in one bundle. What only
  // `build` needs (ts-morph, prettier), and z3, stay outside and are loaded when asked for.
  {
    ...module,
    entry: { guiju: "cli/guiju.ts", index: "compiler/index.ts", plugin: "cli/plugin/index.ts" },
    platform: "node",
    deps: {
      alwaysBundle: [/./],
      neverBundle: ["ts-morph", "prettier", "z3-solver", "unplugin", "vite", /^typescript/],
      onlyBundle: false,
    },
  },
  // By itself: generated modules run in browsers too, where nothing of Node is.
  { ...module, entry: { runtime: "runtime/index.ts" }, platform: "neutral", target: "es2022" },
  // What the pages of `docs` run. A browser loads no module from a disk, so it is one classic script.
  {
    ...shared,
    entry: { page: "browser/page.ts" },
    outDir: "dist/browser",
    format: "iife",
    platform: "browser",
    target: "es2022",
    tsconfig: "browser/tsconfig.json",
    dts: false,
  },
]);
