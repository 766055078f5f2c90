import type { Item, PolicyFile } from "../grammar/ast.ts";

/** What stands at a file's margin, of one kind, in the author's order. */
export const itemsOf = <K extends Item["kind"]>(tree: PolicyFile, kind: K): Extract<Item, { kind: K }>[] =>
  tree.items.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind);
