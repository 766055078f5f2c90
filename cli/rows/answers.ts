/** Answers out: as the JSON contract has them, or as the columns of a table. */
import type { EvaluationResult, InputFault, Outcome } from "../../runtime/contract.ts";
import type { Program } from "../../compiler/lowered.ts";
import { outcomeText, requirementText } from "../../compiler/evaluate/spoken.ts";
import { modalityWords } from "../../compiler/evaluate/wording.ts";
import { csvRecord } from "./csv.ts";
import type { Row, RowFault } from "./row.ts";

export type Answered = EvaluationResult | readonly (RowFault | InputFault)[];

export interface AnswerWriter {
  readonly head: string;
  /** What is written for a row; one that is at fault keeps its place. */
  write(row: Row, answered: Answered): string;
}

export const isFaulty = (answered: Answered): answered is readonly (RowFault | InputFault)[] => Array.isArray(answered);

export const ndjsonWriter = ({ policy }: Program): AnswerWriter => ({
  head: "",
  write: ({ line }, answered) =>
    `${JSON.stringify(isFaulty(answered) ? { policy, line, faults: answered.map(asFault) } : answered)}\n`,
});

/** The form of the contract's own faults; a row that could not be read has no term to name. */
const asFault = (fault: RowFault | InputFault): object => ({
  code: fault.code,
  ...("term" in fault ? { term: fault.term } : {}),
  message: fault.message,
});

const FAULTS = "输入有误";
const explained = (name: string): string => `${name} 说明`;

const ownOutcomes = (program: Program): Program["outcomes"] =>
  program.outcomes.filter(({ importedFrom }) => importedFrom === undefined);

/** The columns that answers add to those given: of an outcome its value and its words, then the row's faults. */
export const answerColumns = (program: Program): readonly string[] => [
  ...ownOutcomes(program).flatMap(({ name }) => [name, explained(name)]),
  ...program.targets.map(({ name }) => `指标 ${name}`),
  ...program.constraints.map(({ name }) => `约束 ${name}`),
  FAULTS,
];

export function csvWriter(program: Program, columns: readonly string[]): AnswerWriter {
  const outcomes = ownOutcomes(program);
  const [targets, constraints] = [program.targets, program.constraints].map((list) => list.map(({ name }) => name));
  const added = answerColumns(program);
  const cells = (answered: EvaluationResult): readonly string[] => [
    ...outcomes.flatMap(({ name, type }) => {
      const outcome = answered.outcomes[name];
      if (outcome === undefined) return ["", ""];
      return [valueCell(outcome, type.kind === "action"), outcomeText(name, outcome)];
    }),
    ...(targets ?? []).map((name) => requirementCell(answered.targets[name], 0)),
    ...(constraints ?? []).map((name) => requirementCell(answered.constraints[name], 1)),
    "",
  ];
  return {
    head: csvRecord([...columns, ...added]),
    write: (row, answered) =>
      csvRecord([
        ...row.cells,
        ...(isFaulty(answered)
          ? added.map((name) => (name === FAULTS ? answered.map(({ message }) => message).join(";") : ""))
          : cells(answered)),
      ]),
  };
}

/**
 * What a spreadsheet can compute with: nothing but what is determined and granted. Of an action, how it is to be done: 是
 * could be misread where the text says 不得.
 */
function valueCell(outcome: Outcome, isAction: boolean): string {
  if (outcome.status !== "determined") return "";
  const { value, modality, options, elsewhere } = outcome;
  if (options !== undefined || elsewhere !== undefined) return "";
  if (isAction) return modality === undefined ? "" : modalityWords[modality];
  if (modality === "mustNot" || modality === "exempt") return "";
  return typeof value === "boolean" ? (value ? "是" : "否") : value;
}

const requirementCell = (result: EvaluationResult["targets"][string] | undefined, kind: 0 | 1): string =>
  result === undefined ? "" : requirementText(result, kind);
