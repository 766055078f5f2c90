import { compile, SourceFile } from "../../compiler/index.ts";
import type { CompiledPolicy } from "../../compiler/compile.ts";
import type { Case, Program } from "../../compiler/lowered.ts";
import { type MutationScore, mutationScore } from "../../compiler/mutate/index.ts";
import { type Judgement, judge } from "../../compiler/mutate/judge.ts";
import { replaceNode, type Slip } from "../../compiler/mutate/slip.ts";
import { slipsOf } from "../../compiler/mutate/statements.ts";
import { caseLines } from "../../compiler/cases/write.ts";

/** Overlaps and gaps are no matter here. */
export function policyOf(text: string): CompiledPolicy & { readonly program: Program } {
  const { policies, diagnostics } = compile([new SourceFile("试.policy", text)], { prove: false });
  const [policy] = policies;
  if (policy?.program === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { ...policy, program: policy.program };
}

export function scoreOf(text: string): MutationScore {
  const score = mutationScore(policyOf(text));
  if (score === undefined) throw new Error("a case of the policy fails");
  return score;
}

const lineOf = ({ program }: MutationScore, slip: Slip): string =>
  `${program.file.positionAt(slip.span.start).line} ${slip.change}`;

/** `12 「<=」写成「<」`, in the order of the text. */
export const unnoticed = (score: MutationScore): readonly string[] =>
  score.survivors.map(({ slip }) => lineOf(score, slip));
export const noticed = (score: MutationScore): readonly string[] => score.caught.map((slip) => lineOf(score, slip));
export const harmless = (score: MutationScore): readonly string[] =>
  score.equivalent.map((slip) => lineOf(score, slip));

/** The case that would notice it, and what would come out: `人数 = 11人 => 补贴 200元 | 冲突`. */
export function tellingOf(score: MutationScore, change: string): string {
  const found = score.survivors.find(({ slip }) => slip.change === change);
  if (found?.telling === undefined) throw new Error(`nothing tells ${change}`);
  const { inputs, right, wrong } = found.telling;
  return `${caseLines(score.program, { inputs, expectations: [right] }).join(" ")} | ${wrong}`;
}

export interface Judged {
  readonly slip: Slip;
  readonly slipped: Program;
  readonly judgement: Judgement;
}

/** Every slip of a policy, judged as if it had no cases. */
export function judgeAll(policy: CompiledPolicy & { readonly program: Program }): readonly Judged[] {
  const tree = { ...policy.tree, items: policy.tree.items.filter(({ kind }) => kind !== "Case") };
  const cases: readonly Case[] = [];
  const program = { ...policy.program, cases };
  return slipsOf(policy.file, tree).flatMap((slip) => {
    const lowered = policy.relower(replaceNode(tree, slip));
    if (lowered === undefined) return [];
    const slipped = { ...lowered, cases };
    return [{ slip, slipped, judgement: judge(program, slipped, () => []) }];
  });
}
