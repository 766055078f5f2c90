import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runCase } from "../../compiler/evaluate/index.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { vocabulary } from "./vocabulary.ts";

const folder = "policies/六保";
const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const names = readdirSync(join(repository, folder))
  .filter((name) => name.endsWith(".policy"))
  .toSorted();
const files = names.map(
  (name) => new SourceFile(`${folder}/${name}`, readFileSync(join(repository, folder, name), "utf8")),
);
const document = readFileSync(join(repository, folder, "六保意见.md"), "utf8");
const compilation = compile(files, { documents: [{ path: `${folder}/六保意见.md`, text: document }] });

test("the policies compile without any message", () => {
  expect(compilation.diagnostics.map(({ file, code, message }) => `${file.path} ${code} ${message}`)).toEqual([]);
});

// A file may hold nothing but sentences that it accounts for.
const policies = compilation.policies.filter(({ program }) => program !== undefined);

describe.each(policies)("$file.path", ({ file, program, tree }) => {
  test("has cases, and all of them hold", () => {
    const cases = program?.cases ?? [];
    expect(cases.length).toBeGreaterThan(0);
    const failures = cases.flatMap((one) => (program === undefined ? [] : runCase(program, one)));
    expect(failures.map(({ message }) => message)).toEqual([]);
  });

  test("names its document, its date and who is responsible", () => {
    expect(program?.document?.title).toBe("市人民政府关于做好“六保”工作的意见");
    expect(program?.issued).toBe("2020-05-13");
    const brackets = [...file.text.matchAll(/^责任单位 (.*)$/gm)].map(([, units]) => `(责任单位:${units}`);
    expect(brackets.length).toBeGreaterThan(0);
    for (const bracket of brackets) expect(document).toContain(bracket);
  });

  test("quotes the document word for word", () => {
    const quotations = tree.items.flatMap((item) =>
      item.kind === "NonRule" ? [item.quotation] : "quotations" in item ? item.quotations : [],
    );
    expect(quotations.length).toBeGreaterThan(0);
    for (const { text } of quotations) for (const part of text.split("……")) expect(document).toContain(part);
  });

  test("every clause, target and constraint rests on a quotation", () => {
    const bare = [...(program?.clauses ?? []), ...(program?.targets ?? []), ...(program?.constraints ?? [])].filter(
      ({ quotations }) => quotations.length === 0,
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});

describe.each(Object.entries(vocabulary))("the public names of %s", (name, names) => {
  const { inputs, outcomes, targets = [], constraints = [] } = names;
  const program = compilation.policies.find((policy) => policy.program?.policy === name)?.program;

  test("stay as they are", () => {
    expect(program?.inputs.map((input) => input.name).filter((input) => input !== "基准日")).toEqual(inputs);
    const own = program?.outcomes.filter(({ importedFrom }) => importedFrom === undefined);
    expect(own?.map((outcome) => outcome.name)).toEqual(outcomes);
    expect(program?.targets.map((target) => target.name)).toEqual(targets);
    expect(program?.constraints.map((constraint) => constraint.name)).toEqual(constraints);
  });
});

/** What stands before the first part, then part by part. */
const parts = document
  .slice(0, document.indexOf("\n武汉市人民政府\n"))
  .split(/^(?=[一二三四五六]、)/m)
  .map((text) => ({ heading: /^.*$/m.exec(text)?.[0], text }));

test.each(parts)("all is quoted or accounted for, to the last sentence: $heading", ({ text: part }) => {
  const quotations = compilation.policies.flatMap(({ tree }) =>
    tree.items.flatMap((item) =>
      item.kind === "NonRule" ? [item.quotation] : "quotations" in item ? item.quotations : [],
    ),
  );
  const said = new Set<number>();
  for (const text of quotations.flatMap((quotation) => quotation.text.split("……"))) {
    const start = part.indexOf(text);
    if (start >= 0) for (let index = start; index < start + text.length; index += 1) said.add(index);
  }
  const left = [...part.matchAll(/./gsu)].map(({ 0: sign, index }) => (said.has(index) ? "" : sign)).join("");
  const rest = left
    .replace(/^# .*$/m, "")
    .replace(/^.*:$/m, "")
    .replace(/^[一二三四五六]、.*$/m, "")
    .replace(/\(责任单位:.*\)$/gm, "")
    .replace(/^\([一二三四]\)/gm, "")
    .replace(/[,。;、\s]/g, "");
  expect(rest).toBe("");
});
