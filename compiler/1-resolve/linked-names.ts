/** The names that imports bring into a file: its text is cut over them as over its own. */
import type { SourceFile } from "../../diagnostics/source.ts";
import type { Expression, InputDeclaration, PolicyFile, TypeSyntax } from "../../grammar/ast.ts";
import { type LinkedName, parse, type ParseResult } from "../../grammar/index.ts";
import { itemsOf } from "../items.ts";
import { Memory } from "../memory.ts";
import { joinAmendments } from "./amendments.ts";

export interface ReadFile extends ParseResult {
  readonly file: SourceFile;
  readonly linked: readonly LinkedName[];
}

/** Reads files that may import or amend each other: one answer for a policy and all that amends it. Only once their imports are known can all of their text be cut. */
export function readFiles(files: readonly SourceFile[], memory: Memory = new Memory()): readonly ReadFile[] {
  const first = joinAmendments(files, memory).map((file) => ({
    file,
    ...memory.parsed.of(file, [], () => parse(file)),
  }));
  const trees = new Map<string, PolicyFile>();
  for (const { tree } of first)
    for (const item of tree.items)
      if (item.kind === "PolicyHeading" && !trees.has(item.name.text)) trees.set(item.name.text, tree);
  return first.map(({ file, tree, diagnostics }) => {
    const linked = linkedNames(tree, trees);
    const from = linked.flatMap(({ text, role, caseOnly, policy }) => [text, role, caseOnly, policy]);
    return memory.read.of(file, from, () =>
      linked.length === 0 ? { file, tree, diagnostics, linked } : { file, ...parse(file, linked), linked },
    );
  });
}

/**
 * What an imported name may be compared with, its listed values, is a word of the file like any other. The inputs that
 * imported outcomes read become inputs of the file: its cases, and they alone, give them.
 */
function linkedNames(tree: PolicyFile, trees: ReadonlyMap<string, PolicyFile>): readonly LinkedName[] {
  const found = new Map<string, LinkedName>();
  const add = (name: LinkedName): void => {
    if (!name.caseOnly || !found.has(name.text)) found.set(name.text, name);
  };
  for (const item of itemsOf(tree, "Import")) {
    const imported = trees.get(item.policy.text);
    if (imported === undefined) continue;
    const { policy } = item;
    for (const name of item.names)
      for (const text of valuesOf(imported, name.text)) add({ text, role: "value", caseOnly: false, policy });
    for (const each of reached(imported, trees))
      for (const { name, type } of inputsOf(each)) {
        add({ text: name.text, role: "input", caseOnly: true, policy });
        for (const text of listed(type)) add({ text, role: "value", caseOnly: true, policy });
      }
  }
  return [...found.values()];
}

/** The policy and all that it imports, directly or not. */
function reached(tree: PolicyFile, trees: ReadonlyMap<string, PolicyFile>): ReadonlySet<PolicyFile> {
  const found = new Set([tree]);
  // The set grows while it is walked.
  for (const each of found)
    for (const { policy } of itemsOf(each, "Import")) {
      const next = trees.get(policy.text);
      if (next !== undefined) found.add(next);
    }
  return found;
}

/** The listed values of what a policy calls `name`; a definition has those of the term that it stands for. */
function valuesOf(tree: PolicyFile, name: string, seen: ReadonlySet<string> = new Set()): readonly string[] {
  if (seen.has(name)) return [];
  const declared = [...inputsOf(tree), ...itemsOf(tree, "OutcomeSection").flatMap(({ outcomes }) => outcomes)];
  const term = declared.find((one) => one.name.text === name);
  if (term !== undefined) return listed(term.type);
  const meaning = itemsOf(tree, "DefinitionSection")
    .flatMap(({ definitions }) => definitions)
    .find((one) => one.name.text === name)?.value;
  return isTerm(meaning) ? valuesOf(tree, meaning.name, new Set([...seen, name])) : [];
}

const isTerm = (node: Expression | undefined): node is Extract<Expression, { kind: "TermReference" }> =>
  node?.kind === "TermReference";

const listed = (type: TypeSyntax): readonly string[] =>
  type.kind === "ListType" ? type.values.map(({ text }) => text) : [];

const inputsOf = (tree: PolicyFile): readonly InputDeclaration[] =>
  itemsOf(tree, "InputSection").flatMap(({ inputs }) => inputs);
