/** Where things stand in the site: paths of pages, links between them, and places within one. */
import { nounOf, type StatementNode } from "../source/statements.ts";

/** Below it stand the pages of policies, so that none can take the place of the site's own files. */
const POLICIES = "policies";

export const INDEX = "index.html";
export const SCRIPT = "assets/guiju.js";
export const STYLE = "assets/guiju.css";

/** `六保/稳岗返还` → `policies/六保/稳岗返还.html` */
export const pagePath = (modulePath: string): string => `${POLICIES}/${modulePath}.html`;

/** A link from one file of the site to another, as an address. */
export function linkTo(from: string, to: string, fragment = ""): string {
  const [source, target] = [from.split("/"), to.split("/")];
  let shared = 0;
  while (shared < source.length - 1 && shared < target.length - 1 && source[shared] === target[shared]) shared += 1;
  const parts = [...source.slice(shared + 1).map(() => ".."), ...target.slice(shared).map(encodeURIComponent)];
  return `${parts.join("/")}${fragment === "" ? "" : `#${encodeURIComponent(fragment)}`}`;
}

const place = (...words: readonly string[]): string => words.join("-").replace(/\s+/g, "_");

export const statementPlace = (node: StatementNode): string => place(nounOf[node.kind], node.name.text);
export const casePlace = (name: string): string => place("算例", name);
export const sentencePlace = (sentence: string): string => place("原文", sentence);

/** A clause's place on its policy's page; a row of a table has the place of its own. `id`: `政策/条款`, `政策/表/行`. */
export const clausePlace = (policy: string, id: string): string => place("条款", id.slice(policy.length + 1));

/** A requirement's place on the page. */
export const requirementPlace = (kind: "target" | "constraint", name: string): string =>
  place(kind === "target" ? nounOf.Target : nounOf.Constraint, name);
