/** Cases run through the reference evaluator in each version by itself, before they are shown. */
import { formatRational } from "../../grammar/rational.ts";
import type * as contract from "../../runtime/contract.ts";
import { withDefaults } from "../evaluate/data.ts";
import { evaluate, type OutcomeEvaluation } from "../evaluate/index.ts";
import { limitFaults } from "../evaluate/limits.ts";
import { outcomeResult, requirementResult, showState } from "../evaluate/result.ts";
import type { Program } from "../lowered.ts";
import type { Values } from "./difference.ts";
import type { SubjectKind } from "./subject.ts";

/** What an answer takes from a pool, which rows after it will miss. */
export interface Draw {
  readonly pool: string;
  readonly amount: string;
}

/** What a version answers; `refused`: its data cannot be used, or the result divides by zero. */
export type Answered =
  | (contract.Outcome & { readonly draws?: readonly Draw[] })
  | contract.RequirementResult
  | { readonly status: "refused"; readonly text: string }
  /** Of a pool: what it holds. */
  | { readonly status: "pool"; readonly total: string; readonly used?: string };

/** Answers one result alone, so that no other stands in its way. */
export function replay(program: Program, kind: SubjectKind, name: string, values: Values): Answered {
  const given = withDefaults(program, new Map([...values].filter(([input]) => declares(program, input))));
  for (const input of program.inputs) {
    const value = given.get(input.name);
    const [fault] = value === undefined ? [] : limitFaults(input, value);
    if (fault !== undefined) return { status: "refused", text: fault.message };
  }
  const alone: Program = {
    ...program,
    outcomes: program.outcomes.map((one) => ({ ...one, importedFrom: one.importedFrom ?? program.policy })),
    targets: program.targets.filter((one) => kind === "target" && one.name === name),
    constraints: program.constraints.filter((one) => kind === "constraint" && one.name === name),
  };
  const evaluation = evaluate(alone, given);
  if (evaluation.kind === "faults")
    return { status: "refused", text: evaluation.faults.map(({ message }) => message).join(";") };
  if (kind === "target" || kind === "constraint") {
    const found = evaluation[kind === "target" ? "targets" : "constraints"].get(name);
    if (found === undefined) throw new Error(`${program.policy} has no ${kind} ${name}`);
    return requirementResult(found);
  }
  const found = evaluation.outcomes.get(name);
  if (found === undefined) throw new Error(`${program.policy} has no outcome ${name}`);
  if (found.state.status === "fault")
    return { status: "refused", text: showState(program, found.state, found.outcome.type) };
  const draws = drawsOf(found);
  return { ...outcomeResult(program, found), ...(draws.length === 0 ? {} : { draws }) };
}

/** Several clauses that decide together draw once. */
function drawsOf({ grants }: OutcomeEvaluation): readonly Draw[] {
  const found = new Map<string, Draw>();
  for (const { draws } of grants)
    for (const { pool, amount } of draws) {
      const shown = formatRational(amount);
      found.set(`${pool} ${shown}`, { pool, amount: `${shown}元` });
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draw]) => draw);
}

const declares = ({ inputs }: Program, name: string): boolean => inputs.some((input) => input.name === name);

/** All that an answer tells, but for the clauses that decide and the words of a reason. */
export function sameAnswered(a: Answered, b: Answered): boolean {
  return JSON.stringify(bare(a)) === JSON.stringify(bare(b));
}

const REASONS: ReadonlySet<string> = new Set(["clauses", "reason", "needs"]);

/** Of 缺失 with every input given, what is lacking is no data; the text of 未生效 tells it from 已失效. */
function bare(answered: Answered): unknown {
  const { status } = answered;
  if (status === "refused") return status;
  return Object.entries(answered).flatMap(([key, value]: [string, unknown]) => {
    if (REASONS.has(key) || (key === "text" && status !== "notInForce")) return [];
    return [[key, Array.isArray(value) && key === "options" ? (value as readonly string[]).toSorted() : value]];
  });
}
