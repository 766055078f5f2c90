import { defineConfig } from "tsdown";

// The command line starts in a fraction of the time where everything it needs at once is in one bundle. What only
// `build` needs (ts-morph, prettier), and z3, stay outside and are loaded when asked for.
const shared = {
  format: "esm",
  target: "node20.19",
  fixedExtension: false,
  dts: true,
  minify: true,
  report: false,
  checks: { pluginTimings: false },
} as const;

export default defineConfig([
  {
    ...shared,
    entry: { guiju: "cli/guiju.ts", index: "compiler/index.ts", plugin: "cli/plugin/index.ts" },
    platform: "node",
    deps: {
      alwaysBundle: [/./],
      neverBundle: ["ts-morph", "prettier", "z3-solver", "unplugin", "vite", /^typescript/],
      onlyBundle: false,
    },
  },
  // By itself: generated modules run in browsers too, where nothing of Node is.
  { ...shared, entry: { runtime: "runtime/index.ts" }, platform: "neutral", target: "es2022" },
]);
