import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../diagnostics/catalogue.generated.ts";
import { byCodePoint } from "../../diagnostics/source.ts";
import { catalogueSamples } from "./catalogue.ts";
import { expectedFolder, expectedText, outputOf } from "./render.ts";

/** The codes of the frames in what a command printed. */
const codesIn = (output: string): string[] =>
  [...output.matchAll(/(?:^| )\[([a-z-]+)\] /gm)].map((match) => match[1] ?? "");

/** What else a 错例 cannot but raise: an import is broken by a fault in the policy imported. */
const causes: Readonly<Record<string, readonly string[]>> = { "import-broken": ["unit-mismatch"] };

const samples = catalogueSamples();

describe("the samples of the catalogue", () => {
  it("are there for every code, and no expected output is left over", () => {
    const codes = Object.keys(catalogue);
    expect(samples.map(({ code }) => code).toSorted(byCodePoint)).toEqual(codes);
    expect(readdirSync(expectedFolder).toSorted(byCodePoint)).toEqual(codes.map((code) => `${code}.txt`));
  });

  it.each(samples)("$group: the 错例 of $code raises it alone, and prints what is expected", async (sample) => {
    const text = await expectedText(sample);
    const output = text.slice(text.lastIndexOf("────"));
    expect(codesIn(output)).toEqual([...(causes[sample.code] ?? []), sample.code]);
    expect(text).toBe(readFileSync(join(expectedFolder, `${sample.code}.txt`), "utf8"));
  });

  const mended = samples.filter(({ good }) => good.policies.length > 0);
  it.each(mended)("$group: the 对例 of $code raises nothing", async ({ good }) => {
    expect(codesIn(await outputOf(good))).toEqual([]);
  });
});
