/** The catalogue's own examples, as samples: each 错例 must raise its code and no other, each 对例 nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Example {
  /** One text per ```policy block: several are files that import each other. */
  readonly policies: readonly string[];
  /** The ```document blocks: source documents that the policies quote. */
  readonly documents: readonly string[];
  /** The ```json block: data given to `eval`. */
  readonly data: string | undefined;
  /** The ```text block: describes a file that cannot be shown. */
  readonly described: string | undefined;
  /** The ```csv block: rows given to `eval`. */
  readonly rows: string | undefined;
}

export interface CatalogueSample {
  readonly code: string;
  readonly group: string;
  readonly bad: Example;
  readonly good: Example;
}

const folder = fileURLToPath(new URL("../../diagnostics/messages/", import.meta.url));

function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    (match) => match[1] ?? "",
  );
}

function example(section: string, title: string): Example {
  const part = section.split(/^### /m).find((candidate) => candidate.startsWith(title)) ?? "";
  return {
    policies: blocks(part, "policy"),
    documents: blocks(part, "document"),
    data: blocks(part, "json")[0],
    described: blocks(part, "text")[0],
    rows: blocks(part, "csv")[0],
  };
}

export function catalogueSamples(): CatalogueSample[] {
  return readdirSync(folder).flatMap((file) =>
    readFileSync(folder + file, "utf8")
      .split(/^## /m)
      .slice(1)
      .map((section) => ({
        code: section.slice(0, section.indexOf("\n")).trim(),
        group: file.replace(/\.md$/, ""),
        bad: example(section, "错例"),
        good: example(section, "对例"),
      })),
  );
}
