import type { Extras } from "../diagnostics/diagnostic.ts";

export { nearest } from "../runtime/nearest.ts";

/** `是否指「裁员率」?` in place of the general way to mend, where something near was found. */
export const didYouMean = (meant: string | undefined): Extras =>
  meant === undefined ? {} : { hint: `是否指「${meant}」?` };
