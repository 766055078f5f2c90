import { describe, expect, it } from "vitest";
import { readJsonObject } from "../../cli/json.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { catalogueSamples } from "../samples/catalogue.ts";

const codesIn = (data: string): readonly string[] => {
  const reading = readJsonObject(new SourceFile("输入.json", data));
  return reading.ok ? [] : reading.faults.map((fault) => fault.code);
};

describe("the catalogue's examples of faulty JSON", () => {
  const samples = catalogueSamples().filter(({ group, bad }) => group === "files" && bad.data !== undefined);

  it.each(samples)("show $code, and how it is mended", ({ code, bad, good }) => {
    expect(codesIn(bad.data ?? "")).toEqual([code]);
    expect(codesIn(good.data ?? "")).toEqual([]);
  });

  it("are there for every code of JSON", () => {
    expect(samples.map(({ code }) => code)).toEqual([
      "invalid-json",
      "json-not-object",
      "duplicate-key",
      "inexact-number",
    ]);
  });
});
