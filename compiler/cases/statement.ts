/** What a 算例 can say of an answer. Two answers that no case can tell apart are the same here. */
import type { Evaluation, OutcomeEvaluation } from "../evaluate/index.ts";
import { requirementWords, statusOf, statusWords } from "../evaluate/cases.ts";
import { showValue } from "../evaluate/values.ts";
import { modalityWords } from "../evaluate/wording.ts";
import type { Outcome, Value } from "../lowered.ts";
import { writeName, writeValue } from "./write.ts";

export interface Statement {
  /** As a case writes it: `应当 返还 100%`, `指标 5G基站 达到`. */
  readonly text: string;
  /** False where no figure says it exactly: 1/3. */
  readonly isWritable: boolean;
  /** What decides is there: neither 缺失 nor 冲突. */
  readonly isSettled: boolean;
}

/** The policy's own results by subject: `返还`, `指标 5G基站`. */
export type Statements = ReadonlyMap<string, Statement>;

export const subjectOf = (kind: "outcome" | "target" | "constraint", name: string): string =>
  kind === "outcome" ? writeName(name) : `${kind === "target" ? "指标" : "约束"} ${writeName(name)}`;

export function statementsOf({ outcomes, targets, constraints }: Evaluation): Statements {
  const found = new Map<string, Statement>();
  for (const evaluation of outcomes.values()) {
    const { name, importedFrom } = evaluation.outcome;
    if (importedFrom === undefined) found.set(subjectOf("outcome", name), outcomeStatement(evaluation));
  }
  for (const [kind, list] of [["target", targets] as const, ["constraint", constraints] as const])
    for (const [name, { status }] of list) {
      const subject = subjectOf(kind, name);
      const text = `${subject} ${requirementWords[kind][status]}`;
      found.set(subject, { text, isWritable: true, isSettled: status !== "missing" });
    }
  return found;
}

function outcomeStatement({ outcome, state, modality, due }: OutcomeEvaluation): Statement {
  const subject = subjectOf("outcome", outcome.name);
  const status = statusOf(state);
  if (status !== undefined) {
    const text = `${subject} ${statusWords[status]}`;
    return { text, isWritable: true, isSettled: status !== "missing" && status !== "conflict" };
  }
  const manner = modality === undefined ? "" : `${modalityWords[modality]} `;
  const deadline = due === undefined ? "" : `, 期限 ${due}`;
  const said = (value: string, isWritable = true): Statement => ({
    text: `${manner}${subject}${value === "" ? "" : ` ${value}`}${deadline}`,
    isWritable,
    isSettled: true,
  });
  switch (state.status) {
    case "determined": {
      if (outcome.type.kind === "action") return said("");
      const { text, isWritable } = figure(state.value, outcome.type);
      return said(text, isWritable);
    }
    case "discretion": {
      const [low, high] = [figure(state.low, outcome.type), figure(state.high, outcome.type)];
      return said(`${low.text}—${high.text}`, low.isWritable && high.isWritable);
    }
    case "options":
      return said(`择一 ${state.options.map(writeName).join("、")}`);
    case "elsewhere":
      return said(`另行规定「${state.text}」`);
    default:
      return said("", false);
  }
}

function figure(value: Value, type: Outcome["type"]): { readonly text: string; readonly isWritable: boolean } {
  const text = writeValue(value, type);
  return { text: text ?? showValue(value, type), isWritable: text !== undefined };
}

/** Leaves out, one after the other, whatever makes no difference to what is asked for. */
export function withoutIdleInputs(
  values: ReadonlyMap<string, Value>,
  isAsBefore: (values: ReadonlyMap<string, Value>) => boolean,
): ReadonlyMap<string, Value> {
  let kept = values;
  for (const name of values.keys()) {
    const fewer = new Map(kept);
    fewer.delete(name);
    if (isAsBefore(fewer)) kept = fewer;
  }
  return kept;
}
