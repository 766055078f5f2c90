/** The pages of a folder of policies, as files by their path. The same policies always give the same text. */
import type { CompiledPolicy } from "../compile.ts";
import type { DocumentText } from "../source/check.ts";
import { Library } from "../source/library.ts";
import { indexPage } from "./index-page.ts";
import { ASSET_HEADER } from "./markup.ts";
import { INDEX, pagePath, SCRIPT, STYLE } from "./place.ts";
import { type PolicyEntry, policyPage } from "./policy-page.ts";
import { style } from "./style.ts";

export interface SiteParts {
  readonly policies: readonly {
    readonly policy: CompiledPolicy;
    /** Below the folder of policies, as generated modules have it: `六保/稳岗返还`. */
    readonly path: string;
    /** Its generated module without types, where the file holds a policy: what `evaluate` of the page is. */
    readonly code: string | undefined;
  }[];
  readonly documents: readonly DocumentText[];
  /** What pages run: the runtime, the form and the explanation, in one classic script. */
  readonly script: string;
}

export function siteOf({ policies, documents, script }: SiteParts): ReadonlyMap<string, string> {
  const library = new Library(documents);
  const entries = policies.map(({ policy, path, code }): PolicyEntry => {
    const name = policy.tree.items.find((item) => item.kind === "PolicyHeading")?.name.text;
    return { policy, code, name, title: name ?? path.split("/").at(-1) ?? path, path, page: pagePath(path) };
  });
  return new Map([
    [INDEX, indexPage(entries)],
    [STYLE, `${ASSET_HEADER}${style}`],
    [SCRIPT, `${ASSET_HEADER}${script}`],
    ...entries.map((entry) => [entry.page, policyPage(entry, entries, library)] as const),
  ]);
}
