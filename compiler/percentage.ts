/** A share with one decimal, cut off and not rounded: 100.0% is said of the whole alone. */
export function percentageOf(part: number, whole: number): string {
  const tenths = whole === 0 ? 1000 : Math.floor((part * 1000) / whole);
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
