/** One thing written wrongly: what stands there, and what a hasty drafter might have put instead. */
import type { SourceFile, Span } from "../../diagnostics/source.ts";
import type { PolicyFile } from "../../grammar/ast.ts";

export type SlipKind =
  "operator" | "figure" | "unit" | "condition" | "exception" | "period" | "modality" | "otherwise" | "value";

export interface Slip {
  readonly kind: SlipKind;
  readonly span: Span;
  /** `「<=」写成「<」`, `漏写「有劳动能力」` */
  readonly change: string;
  /** The node of the tree, and what takes its place. */
  readonly node: object;
  readonly by: unknown;
}

/** The words at a place, on one line. */
export const wordsAt = (file: SourceFile, { start, end }: Span): string =>
  file.text.slice(start, end).replace(/\s+/g, " ").trim();

/** The place without the space around it. */
export function trimmed(file: SourceFile, { start, end }: Span): Span {
  const text = file.text.slice(start, end);
  const from = start + text.length - text.trimStart().length;
  return { start: from, end: Math.max(from, start + text.trimEnd().length) };
}

export const written = (from: string, to: string): string => `「${from}」写成「${to}」`;
export const leftOut = (words: string): string => `漏写「${words}」`;

/** The tree with one node replaced wherever it stands; all other nodes are the same objects. */
export const replaceNode = (tree: PolicyFile, { node, by }: Slip): PolicyFile => replace(tree, node, by) as PolicyFile;

function replace(value: unknown, node: object, by: unknown): unknown {
  if (value === node) return by;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    let isSame = true;
    const items = value.map((item: unknown) => {
      const next = replace(item, node, by);
      if (next !== item) isSame = false;
      return next;
    });
    return isSame ? value : items;
  }
  let changed: Record<string, unknown> | undefined;
  for (const [key, part] of Object.entries(value)) {
    const next = replace(part, node, by);
    if (next !== part) (changed ??= { ...value })[key] = next;
  }
  return changed ?? value;
}
