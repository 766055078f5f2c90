/** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours each count one. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The candidate that was probably meant, the first of the nearest; undefined where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const letters = [...word];
  let best: { readonly candidate: string; readonly steps: number } | undefined;
  for (const candidate of candidates) {
    const others = [...candidate];
    const steps = distance(letters, others);
    const allowed = Math.max(1, Math.floor(Math.max(letters.length, others.length) / 2));
    if (steps <= allowed && steps < (best?.steps ?? Infinity)) best = { candidate, steps };
  }
  return best?.candidate;
}
