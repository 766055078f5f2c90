/**
 * The mutation score: whether the 算例 of a policy would notice a slip. Each is made by itself in the syntax tree, and
 * the tree lowered again, so that what the check of names and units refuses is no slip that a case would have to find.
 * What no case notices is judged: a case that would, or the proof that the slip changes no answer.
 */
import type { CompiledPolicy } from "../compile.ts";
import { runCase } from "../evaluate/index.ts";
import { sameTree } from "../../grammar/index.ts";
import type { PolicyFile } from "../../grammar/ast.ts";
import { boundariesOf } from "../boundaries/index.ts";
import type { Case, Program } from "../lowered.ts";
import { type Judgement, judge, type Telling } from "./judge.ts";
import { limitOf } from "./limits.ts";
import { replaceNode, type Slip } from "./slip.ts";
import { slipsOf } from "./statements.ts";

export type { Slip, SlipKind } from "./slip.ts";
export type { Telling } from "./judge.ts";

/** A slip that no case notices: the case that would, or none where it is not proved that any does. */
export interface Survivor {
  readonly slip: Slip;
  readonly telling: Telling | undefined;
}

export interface MutationScore {
  readonly program: Program;
  readonly caught: readonly Slip[];
  /** Proved to change no answer: they do not count. */
  readonly equivalent: readonly Slip[];
  readonly survivors: readonly Survivor[];
}

type Policy = Pick<CompiledPolicy, "file" | "tree" | "program" | "relower">;

/** Undefined where the policy has errors, or a 算例 of it fails as it is. */
export function mutationScore({ file, tree, program, relower }: Policy): MutationScore | undefined {
  if (program === undefined || program.cases.some((one) => runCase(program, one).length > 0)) return undefined;
  const caseless: PolicyFile = { ...tree, items: tree.items.filter(({ kind }) => kind !== "Case") };
  let known: readonly Case["inputs"][] | undefined;
  const probes = (): readonly Case["inputs"][] => (known ??= probesOf(program));
  const caught: Slip[] = [];
  const equivalent: Slip[] = [];
  const survivors: Survivor[] = [];
  for (const slip of slipsOf(file, caseless)) {
    const lowered = relower(replaceNode(caseless, slip));
    if (lowered === undefined) continue;
    const slipped: Program = { ...lowered, cases: program.cases };
    if (!isOther(program, slipped)) continue;
    if (program.cases.some((one) => runCase(slipped, one).length > 0)) {
      caught.push(slip);
      continue;
    }
    const judgement: Judgement = judge(program, slipped, probes);
    if (judgement.kind === "equivalent") equivalent.push(slip);
    else survivors.push({ slip, telling: judgement.kind === "differs" ? judgement.telling : undefined });
  }
  return { program, caught, equivalent, survivors };
}

/** What drafters thought worth a case, and what lies at the thresholds. */
const probesOf = (program: Program): readonly Case["inputs"][] => [
  ...program.cases.map(({ inputs }) => inputs),
  ...boundariesOf(program).flatMap(({ cases }) => cases.map(({ inputs }) => inputs)),
];

/** Whether anything that decides is another: 0% made ten times as large is not. */
function isOther(program: Program, slipped: Program): boolean {
  if (program.inputs.some((input) => limitOf(slipped, input) === "wider")) return false;
  const deciding = ({ inputs, definitions, outcomes, targets, constraints, pools }: Program) =>
    [inputs, definitions, outcomes, targets, constraints, pools] as const;
  return !sameTree(deciding(program), deciding(slipped));
}
