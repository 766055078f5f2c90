/** The catalogue's own examples are samples: the 错例 raises its code and the 对例 does not. */
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runCase } from "../../compiler/evaluate/index.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { catalogueSamples, type Example } from "./catalogue.ts";

function codesOf(example: Example): string[] {
  const files = example.policies.map((text, index) => new SourceFile(`例/${index}.policy`, text));
  const { policies, diagnostics } = compile(files, {
    documents: example.documents.map((text, index) => ({ path: `例/${index}.md`, text })),
  });
  const failed = policies.flatMap(({ program }) =>
    program === undefined ? [] : program.cases.flatMap((one) => runCase(program, one)),
  );
  return [...diagnostics, ...failed].map(({ code }) => code);
}

/** These groups show only the lines that matter, without the declarations around them. */
const showFragments = new Set(["terms", "proof", "cases", "coverage"]);

const samples = catalogueSamples().filter(
  ({ bad, group }) => !showFragments.has(group) && bad.policies.some((text) => text.trim() !== ""),
);

describe("the catalogue's policies", () => {
  it.each(samples)("$group: $code is raised by its 错例 and not by its 对例", ({ code, bad, good }) => {
    expect(codesOf(bad)).toContain(code);
    expect(codesOf(good)).not.toContain(code);
  });
});
