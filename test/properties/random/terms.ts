/** The names of a random policy, and what may be read where. */
import { amounts, hugeAmount, percents } from "./words.ts";

/**
 * Rules give these outcomes. What decides one may read those before it, so that there are no circles; the prefix keeps
 * two policies of one folder apart.
 */
export const ruled = ["比率", "数额", "标准", "办理", "到期"] as const;
export type Ruled = (typeof ruled)[number];

export interface Terms {
  /** Of the names of outcomes and definitions. */
  readonly prefix: "" | "旧";
  /** Whole names of what is taken from the other policy. */
  readonly imported: readonly string[];
  /** Clauses never collide, have no period, deadline, draw, interval or sum that may not come out even: the quick way of
   * generated code can take them. */
  readonly isPlain: boolean;
}

/** Sums of money that rules speak of; the quick way takes no policy in which they may grow too large. */
export const sums = ({ isPlain }: Terms): readonly string[] => (isPlain ? amounts : [...amounts, hugeAmount]);

/** Shares that a quotient is held against: by multiplying across, but for zero. */
export const shares = ({ isPlain }: Terms): readonly string[] =>
  isPlain ? percents.filter((share) => share !== "0%") : percents;

/** Outcomes of this policy that a rule for `outcome` may read. */
export const readable = ({ isPlain }: Terms, outcome: Ruled): readonly Ruled[] =>
  isPlain ? [] : ruled.slice(0, ruled.indexOf(outcome));

/** What 旧 lets others read. */
export const offered = ["旧比率", "旧数额", "旧合计额", "旧标准", "旧到期", "旧占比", "旧合适"];
