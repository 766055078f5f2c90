import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "guiju/runtime": fileURLToPath(new URL("runtime/index.ts", import.meta.url)) } },
  test: {
    include: ["test/**/*.test.ts"],
    // Chinese text must read the same in any time zone and locale; this one is far from both UTC and China.
    env: { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8" },
    testTimeout: 20_000,
    coverage: {
      include: ["cli/**", "compiler/**", "diagnostics/**", "grammar/**", "runtime/**"],
      exclude: ["diagnostics/generate.ts"],
      reporter: ["text-summary", "html"],
    },
  },
});
