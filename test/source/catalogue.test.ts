import { describe, expect, it } from "vitest";
import { compile, SourceFile } from "../../compiler/index.ts";
import { catalogueSamples, type Example } from "../samples/catalogue.ts";

const codesIn = ({ policies, documents }: Example): readonly string[] =>
  compile(
    policies.map((text, index) => new SourceFile(`${index}.policy`, text)),
    { documents: documents.map((text, index) => ({ path: `${index}.md`, text })) },
  ).diagnostics.map(({ code }) => code);

describe("examples of the catalogue on quotations", () => {
  const samples = catalogueSamples().filter(({ group }) => group === "quotation" || group === "coverage");
  it.each(samples)("$code", ({ code, bad, good }) => {
    expect(codesIn(bad)).toEqual([code]);
    expect(codesIn(good)).toEqual([]);
  });
});
