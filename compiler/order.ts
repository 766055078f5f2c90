/** Ordering things by what they read: imports, definitions, outcomes and exceptions are all checked with this. */

export type Ordering<T> =
  | { readonly kind: "ordered"; readonly order: readonly T[] }
  /** A circle: each reads the next, the last reads the first. */
  | { readonly kind: "cycle"; readonly cycle: readonly T[] };

/**
 * Each after all that it reads, otherwise in the order given. Walks with its own stack: a chain of ten thousand
 * definitions must not end the process.
 */
export function orderByDependency<T>(nodes: readonly T[], reads: (node: T) => readonly T[]): Ordering<T> {
  const state = new Map<T, "open" | "done">();
  const order: T[] = [];
  for (const root of nodes) {
    if (state.has(root)) continue;
    state.set(root, "open");
    const path: { readonly node: T; readonly pending: readonly T[]; next: number }[] = [
      { node: root, pending: reads(root), next: 0 },
    ];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      if (top.next === top.pending.length) {
        state.set(top.node, "done");
        order.push(top.node);
        path.pop();
        continue;
      }
      const read = top.pending[top.next++] as T;
      const seen = state.get(read);
      if (seen === "open") {
        const from = path.findIndex((entry) => entry.node === read);
        return { kind: "cycle", cycle: path.slice(from).map((entry) => entry.node) };
      }
      if (seen === undefined) {
        state.set(read, "open");
        path.push({ node: read, pending: reads(read), next: 0 });
      }
    }
  }
  return { kind: "ordered", order };
}
