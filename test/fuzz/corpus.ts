/** Valid policies to start from: those of the repository, the examples of the documentation, and random ones. */
import fc from "fast-check";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readBlocks, wholePolicy } from "../../docs/examples.ts";
import { pages, readPage, repository } from "../../docs/replay.ts";
import { randomPolicy } from "../properties/random/policy.ts";

const folder = "policies/六保";

const ofRepository = readdirSync(join(repository, folder))
  .toSorted()
  .filter((name) => name.endsWith(".policy"))
  .map((name) => readPage(join(folder, name)));

const ofDocumentation = pages.flatMap((page) =>
  readBlocks(page, readPage(page))
    .filter(({ language, options }) => language === "policy" && !options.has("append"))
    .map(wholePolicy),
);

export const corpus: readonly string[] = [
  ...ofRepository,
  ...ofDocumentation,
  ...fc.sample(randomPolicy, { numRuns: 40, seed: 20200513 }),
];

/** The document that the policies of the repository quote. */
export const documents = [{ path: `${folder}/六保意见.md`, text: readPage(`${folder}/六保意见.md`) }];
