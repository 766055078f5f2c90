import { defineConfig } from "tsdown";

// The command line starts in a fraction of the time where everything it needs at once is in one bundle. What only
// `build` needs (ts-morph, prettier), and z3, stay outside and are loaded when asked for.
export default defineConfig({
  entry: { guiju: "cli/guiju.ts", index: "compiler/index.ts", runtime: "runtime/index.ts" },
  format: "esm",
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  deps: { alwaysBundle: [/./], neverBundle: ["ts-morph", "prettier", "z3-solver", /^typescript/], onlyBundle: false },
  dts: true,
  minify: true,
  report: false,
  checks: { pluginTimings: false },
});
