/**
 * What the boxes leave unproven is put to z3, which is loaded only then. It proves that there is no such case, or gives
 * one, which is run through the reference evaluator like any other; or it stops at its limit, and the matter stays
 * 未能证明.
 */
import { isError, type Diagnostic } from "../../diagnostics/diagnostic.ts";
import { replayIn } from "../4-analyze/index.ts";
import { Conditions } from "../4-analyze/formula.ts";
import { reportGap } from "../4-analyze/gap.ts";
import { conflicting, reportOverlap } from "../4-analyze/overlap.ts";
import type { Question } from "../4-analyze/question.ts";
import { regionsOf } from "../4-analyze/region.ts";
import { Witnesses } from "../4-analyze/witness.ts";
import type { Compilation } from "../compile.ts";
import type { Value } from "../lowered.ts";
import { Memory } from "../memory.ts";
import { type Claim, Meaning, Unspoken, type Z3 } from "./meaning.ts";

/** z3's own count of its steps for one question, some seconds' worth: the same on every machine. */
const STEP_LIMIT = 20_000_000;

/** `memory` of earlier compilations: a question that did not change is not asked again. */
export async function settle(compilation: Compilation, memory: Memory = new Memory()): Promise<Compilation> {
  if (compilation.open.length === 0) return compilation;
  const prover = new Prover();
  try {
    const answers = new Map<Diagnostic, readonly Diagnostic[]>();
    for (const question of compilation.open)
      answers.set(question.diagnostic, await memory.answers.of(question, [], () => prover.answer(question)));
    const settled = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
      diagnostics.flatMap((diagnostic) => answers.get(diagnostic) ?? [diagnostic]);
    const policies = compilation.policies.map((policy) => {
      const diagnostics = settled(policy.diagnostics);
      return { ...policy, diagnostics, program: diagnostics.some(isError) ? undefined : policy.program };
    });
    return { policies, diagnostics: settled(compilation.diagnostics), open: [] };
  } finally {
    await prover.close();
  }
}

/** z3, loaded with the first question. */
class Prover {
  #loaded: ReturnType<(typeof import("z3-solver"))["init"]> | undefined;

  async answer(question: Question): Promise<readonly Diagnostic[]> {
    this.#loaded ??= import("z3-solver").then(({ init }) => init());
    return answer(question, (await this.#loaded).Context("main"));
  }

  async close(): Promise<void> {
    if (this.#loaded !== undefined) (await this.#loaded).em.PThread.terminateAllThreads();
  }
}

/** What stands in place of the warning. */
async function answer(question: Question, z3: Z3): Promise<readonly Diagnostic[]> {
  const { program, diagnostic } = question;
  const conditions = new Conditions(program);
  const witnesses = new Witnesses(conditions, replayIn(program));
  try {
    const meaning = new Meaning(z3, program);
    const claim = claimOf(question, meaning);
    const found = await findCase(claim, meaning, witnesses);
    if (found === "none") return [];
    return (found && report(question, found, conditions, witnesses)) ?? [diagnostic];
  } catch (error) {
    if (error instanceof Unspoken) return [diagnostic];
    throw error;
  }
}

function claimOf(question: Question, meaning: Meaning): Claim {
  if (question.kind === "gap")
    return meaning.all(
      question.outcome.rules.map(({ condition }) =>
        condition === undefined ? meaning.any([]) : meaning.not(meaning.truth(condition)),
      ),
    );
  const [a, b] = question.pair;
  return meaning.all([
    meaning.holds(a),
    meaning.holds(b),
    meaning.differ(a, b),
    ...question.above.map((rule) => meaning.not(meaning.holds(rule))),
  ]);
}

type Found = ReadonlyMap<string, Value>;

/** Nobody writes more decimals than these. */
const DECIMALS = [0, 2, 4, 10];

/** The case that z3 gives, made as simple as it can be; undefined where it stops. */
async function findCase(claim: Claim, meaning: Meaning, witnesses: Witnesses): Promise<Found | "none" | undefined> {
  const solver = new meaning.z3.Solver();
  solver.set("rlimit", STEP_LIMIT);
  solver.add(claim, ...meaning.limits);
  const verdict = await solver.check();
  if (verdict !== "sat") return verdict === "unsat" ? "none" : undefined;
  let found = meaning.read(solver.model());
  for (const name of found?.keys() ?? []) {
    const usual = witnesses.usualOf(name);
    const wishes = [
      usual && meaning.is(name, usual),
      ...DECIMALS.map((decimals) => meaning.hasDecimals(name, decimals)),
    ];
    for (const wish of wishes) {
      if (wish === undefined) continue;
      solver.push();
      solver.add(wish);
      if ((await solver.check()) === "sat") {
        found = meaning.read(solver.model());
        break;
      }
      solver.pop();
    }
  }
  return found;
}

/** Undefined where the evaluator does not find the case to be as claimed. */
function report(
  question: Question,
  found: Found,
  conditions: Conditions,
  witnesses: Witnesses,
): readonly Diagnostic[] | undefined {
  if (question.kind === "gap") {
    const { outcome } = question;
    const witness = witnesses.exhibitCase(
      found,
      ({ outcomes }) => outcomes.get(outcome.name)?.state.status === "notApplicable",
    );
    return witness && [reportGap(outcome, witness)];
  }
  const [a, b] = question.pair;
  const outcome = question.program.outcomes.find(({ name }) => name === a.outcome);
  if (outcome === undefined) return undefined;
  const witness = witnesses.exhibitCase(found, (evaluation) => {
    const clauses = conflicting(evaluation, outcome.name);
    return clauses.includes(a.clause) && clauses.includes(b.clause);
  });
  const regions = regionsOf(outcome, conditions);
  const [first, second] = [a, b].map((rule) => regions.rules.find((region) => region.rule === rule));
  if (witness === undefined || first === undefined || second === undefined) return undefined;
  const clauses = conflicting(witness.evaluation, outcome.name);
  return [reportOverlap([first, second], clauses, witness, regions, conditions)];
}
