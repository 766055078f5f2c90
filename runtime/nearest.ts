/** What was most likely meant by a name that nothing bears: for the messages of the compiler and of generated code. */

/** Edit distance on code points, with neighbours swapped counting once, cut off at `limit`. */
function distance(a: readonly string[], b: readonly string[], limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/**
 * The candidate that was most likely meant by `name`, or undefined where none is near. A Chinese name is short and each
 * character carries meaning, so nearness is a share of the length, and at least one character must be shared. Drafters
 * also shorten names (参保人数 for 参保职工人数): a candidate that holds all the characters in order counts as near.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = [...name];
  let best: { readonly name: string; readonly score: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const letters = [...candidate];
    const longest = Math.max(wanted.length, letters.length);
    const limit = Math.max(1, Math.floor(longest * 0.4));
    const away = distance(wanted, letters, limit);
    const shortened =
      away > limit && wanted.length >= 2 && letters.length <= wanted.length * 3 && holdsInOrder(letters, wanted);
    if (away > limit && !shortened) continue;
    if (!wanted.some((letter) => letters.includes(letter))) continue;
    const score = shortened
      ? 0.5 + letters.length / 1000
      : away / longest + Math.abs(letters.length - wanted.length) / 100;
    if (best === undefined || score < best.score || (score === best.score && isLikelier(candidate, best.name, name)))
      best = { name: candidate, score };
  }
  return best?.name;
}

/** Of two equally near, slips stand late in a name rather than early: 市财务局 is 市财政局, not 市税务局. */
function isLikelier(candidate: string, best: string, name: string): boolean {
  const shared = (other: string): number => [...name].findIndex((letter, index) => letter !== [...other][index]);
  return shared(candidate) > shared(best) || (shared(candidate) === shared(best) && candidate < best);
}

function holdsInOrder(letters: readonly string[], wanted: readonly string[]): boolean {
  let next = 0;
  for (const letter of letters) if (letter === wanted[next]) next += 1;
  return next === wanted.length;
}
