/**
 * The proof: that the rules of each outcome do not contradict each other, that they leave nothing out, and that each
 * can decide something. Exact throughout; what cannot be decided is said to be unproven, never guessed.
 */
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Program } from "../lowered.ts";
import { findDeadRules, findIdleParts } from "./dead-rule.ts";
import { Conditions } from "./formula.ts";
import { findGaps } from "./gap.ts";
import { findOverlaps } from "./overlap.ts";
import type { LeaveOpen } from "./question.ts";
import { regionsOf } from "./region.ts";
import type { Replay } from "./witness.ts";
import { Witnesses } from "./witness.ts";

export type { Replay } from "./witness.ts";

/** The findings on a policy's own outcomes; imported ones are proved where they are written. */
export function analyze(
  program: Program,
  leaveOpen: LeaveOpen = () => {},
  replay: Replay = replayIn(program),
): readonly Diagnostic[] {
  const conditions = new Conditions(program);
  const witnesses = new Witnesses(conditions, replay);
  const found: Diagnostic[] = [];
  for (const outcome of program.outcomes) {
    if (outcome.importedFrom !== undefined || outcome.rules.length === 0) continue;
    const regions = regionsOf(outcome, conditions);
    found.push(...findDeadRules(regions, conditions, witnesses));
    found.push(...findOverlaps(regions, conditions, witnesses, leaveOpen));
    if (!program.restNotApplicable) found.push(...findGaps(regions, witnesses, leaveOpen));
  }
  for (const { condition } of [...program.targets, ...program.constraints])
    if (condition !== undefined) found.push(...findIdleParts(condition, conditions));
  return found;
}

/** Every case is run through the reference evaluator before it is shown. */
export function replayIn(program: Program): Replay {
  return (values) => {
    const evaluation = evaluate(program, values);
    return evaluation.kind === "evaluation" ? evaluation : undefined;
  };
}
