/** Reads the suite: see README.md beside this. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Question {
  readonly input: string;
  readonly result?: unknown;
  readonly faults?: readonly string[];
}

export interface ConformanceCase {
  readonly file: string;
  readonly number: string;
  readonly title: string;
  /** One set of files for each form. */
  readonly variants: readonly (readonly string[])[];
  readonly documents: readonly string[];
  readonly diagnostics: readonly string[];
  readonly questions: readonly Question[];
}

const folder = fileURLToPath(new URL("./", import.meta.url));

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

function readCase(file: string, section: string): ConformanceCase {
  const [, number = "", title = ""] = /^(\d+\.\d\d) (.+)\n/.exec(section) ?? [];
  const blocks = [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind = "", text = ""]) => ({
    kind,
    text,
  }));
  const texts = (kind: string): string[] => blocks.filter((block) => block.kind === kind).map(({ text }) => text);
  const policies = texts("policy");
  const forms = texts("forms").flatMap(linesOf);
  const questions = blocks.flatMap(({ kind, text }, index): Question[] => {
    if (kind !== "input") return [];
    const answer = blocks[index + 1];
    if (answer?.kind === "result") return [{ input: text, result: JSON.parse(answer.text) as unknown }];
    if (answer?.kind === "faults") return [{ input: text, faults: linesOf(answer.text) }];
    throw new Error(`${file} ${number}: an input without an answer`);
  });
  return {
    file,
    number,
    title,
    variants: forms.length === 0 ? [policies] : forms.map((form) => policies.map((text) => text.replaceAll("◇", form))),
    documents: texts("document"),
    diagnostics: texts("diagnostics").flatMap(linesOf),
    questions,
  };
}

export const conformanceCases: readonly ConformanceCase[] = readdirSync(folder)
  .filter((name) => /^\d\d-.*\.md$/.test(name))
  .toSorted()
  .flatMap((file) =>
    readFileSync(folder + file, "utf8")
      .split(/^## /m)
      .slice(1)
      .map((section) => readCase(file, section)),
  );
