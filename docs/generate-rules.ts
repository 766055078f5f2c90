/** Writes docs/rules.md from the policies: `npx tsx docs/generate-rules.ts`; `--check` fails where it is stale. */
import { join } from "node:path";
import { listPolicies, readAll } from "../cli/files.ts";
import { compile } from "../compiler/index.ts";
import { writeGenerated } from "./generated-page.ts";
import { repository } from "./replay.ts";
import { rulePage } from "./rule-table.ts";

const { paths } = listPolicies(join(repository, "policies"), repository);
const { policies } = compile(readAll(paths, repository).files);
writeGenerated("rules.md", rulePage(policies.flatMap(({ program }) => program ?? [])), "docs/generate-rules.ts");
