/** Every case that the proof shows is so in the generated code too, not only in the reference evaluator. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import { compile } from "../../compiler/compile.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { loadModule } from "../properties/load.ts";
import { randomPolicy } from "../properties/random/policy.ts";

const POLICIES = Number(process.env["GUIJU_RANDOM_POLICIES"] ?? 60);

/** What a finding says that its case comes to. */
const claims: Readonly<Record<string, string>> = { overlap: "conflict", gap: "notApplicable" };

test("collisions collide, and gaps are gaps, in generated code", async () => {
  const shown = { overlap: 0, gap: 0 };
  for (const text of fc.sample(randomPolicy, { numRuns: POLICIES, seed: 20200513 })) {
    const files = [new SourceFile("随机.policy", text.replace("其余 不适用\n", ""))];
    const findings = compile(files).diagnostics.filter(({ witness }) => witness !== undefined);
    const program = compile(files, { prove: false }).policies[0]?.program;
    if (program === undefined || findings.length === 0) continue;
    const module = loadModule((await emit([{ program, path: "随机" }])).get("随机.ts") ?? "");
    for (const { code, witness = {}, message } of findings) {
      const outcomes = Object.entries(module.evaluate(witness).toJSON().outcomes);
      const claimed = outcomes.filter(([, { status }]) => status === claims[code]);
      expect(
        claimed.some(([name]) => message.includes(`「${name}」`)),
        `${message}\n${JSON.stringify(outcomes)}`,
      ).toBe(true);
      if (code === "overlap" || code === "gap") shown[code] += 1;
    }
  }
  expect(shown.overlap).toBeGreaterThan(10);
  expect(shown.gap).toBeGreaterThan(10);
}, 120_000);
