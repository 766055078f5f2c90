/** 算例: each case's inputs are evaluated and held against what it expects. */
import { diagnose, type Diagnostic, type Related } from "../../diagnostics/diagnostic.ts";
import type { InputFault } from "../../runtime/contract.ts";
import {
  type Case,
  type ExpectedStatus,
  type ExpectedValue,
  type Expectation,
  type Outcome,
  type Program,
  REFERENCE_DATE,
  type RequirementStatus,
} from "../lowered.ts";
import { describe, expectedOf, unknownInput, withDefaults } from "./data.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluation, OutcomeEvaluation, RequirementEvaluation } from "./evaluation.ts";
import { inputFault } from "./fault.ts";
import { fitsType, limitFaults } from "./limits.ts";
import { showOutcome } from "./result.ts";
import type { State } from "./state.ts";
import { equalValues, showValue } from "./values.ts";
import { modalityWords } from "./wording.ts";

/** Findings of one case: none where all that it expects comes out. */
export function runCase(program: Program, test: Case): readonly Diagnostic[] {
  const faults = inputFaults(program, test);
  if (faults.length > 0) return faultFindings(test, faults);
  const evaluation = evaluate(program, withDefaults(program, test.inputs));
  if (evaluation.kind === "faults") return faultFindings(test, evaluation.faults);
  return test.expectations.flatMap((expectation) => checkExpectation(program, test, expectation, evaluation));
}

const faultFindings = (test: Case, faults: readonly InputFault[]): readonly Diagnostic[] =>
  faults.map(({ message, term }) => {
    const { file, span } = test.places.get(term) ?? test.origin;
    return diagnose("case-input", { name: test.name, fault: message }, file, span);
  });

function inputFaults(program: Program, test: Case): readonly InputFault[] {
  return [...test.inputs].flatMap(([name, value]) => {
    const input = program.inputs.find((declared) => declared.name === name);
    if (input === undefined) return [unknownInput(program, name)];
    if (fitsType(value, input.type)) return limitFaults(input, value);
    const parameters = { term: name, expected: expectedOf(input.type), given: describe(showValue(value, input.type)) };
    return [inputFault("wrong-type", parameters, name, input.origin)];
  });
}

function checkExpectation(
  program: Program,
  test: Case,
  expectation: Expectation,
  evaluation: Evaluation,
): readonly Diagnostic[] {
  if (expectation.kind !== "outcome") {
    const found = evaluation[expectation.kind === "target" ? "targets" : "constraints"].get(expectation.name);
    return found === undefined ? [] : checkRequirement(test, expectation, found);
  }
  const outcome = evaluation.outcomes.get(expectation.outcome);
  if (outcome === undefined || isMet(expectation, outcome)) return [];
  const related = outcome.clauses.flatMap((id): Related[] => {
    const clause = program.clauses.find((candidate) => candidate.id === id);
    return clause === undefined ? [] : [{ ...clause.origin, message: `由条款「${clause.name}」决定` }];
  });
  return [
    diagnose(
      "case-failed",
      {
        name: test.name,
        subject: expectation.outcome,
        expected: showExpected(expectation, outcome.outcome.type),
        actual: showActual(program, outcome, expectation),
      },
      expectation.origin.file,
      expectation.origin.span,
      { related, ...hintFor(outcome.state) },
    ),
  ];
}

/** A case that leaves out what its result turns on is told to give it. */
function hintFor(state: State): { readonly hint?: string } {
  if (state.status !== "missing" || state.needs.length === 0) return {};
  const day = state.needs.includes(REFERENCE_DATE) ? ";条款有施行日期或有修订的,要写明是哪一天" : "";
  return { hint: `请在这个算例里写上${state.needs.map((name) => `「${name}」`).join("、")}${day}` };
}

type OutcomeExpectation = Extract<Expectation, { kind: "outcome" }>;
type RequirementExpectation = Exclude<Expectation, OutcomeExpectation>;

function isMet(expectation: OutcomeExpectation, actual: OutcomeEvaluation): boolean {
  if (expectation.status !== undefined) return statusOf(actual.state) === expectation.status;
  if (expectation.modality !== undefined && expectation.modality !== actual.modality) return false;
  if (expectation.due !== undefined && expectation.due !== actual.due) return false;
  return expectation.value === undefined ? isGranted(actual.state) : isExpectedValue(expectation.value, actual.state);
}

/** Named without a value: it applies, whatever its value. */
const isGranted = ({ status }: State): boolean =>
  status === "determined" || status === "discretion" || status === "options" || status === "elsewhere";

export const statusOf = (state: State): ExpectedStatus | undefined => {
  switch (state.status) {
    case "notInForce":
      return state.phase === "before" ? "notInForce" : "expired";
    case "notApplicable":
    case "missing":
    case "exhausted":
    case "conflict":
      return state.status;
    default:
      return undefined;
  }
};

function isExpectedValue(expected: ExpectedValue, state: State): boolean {
  switch (expected.kind) {
    case "value":
      return state.status === "determined" && equalValues(state.value, expected.value);
    case "interval":
      return (
        state.status === "discretion" && equalValues(state.low, expected.low) && equalValues(state.high, expected.high)
      );
    case "options":
      return (
        state.status === "options" &&
        state.options.length === expected.options.length &&
        expected.options.every((option) => state.options.includes(option))
      );
    case "elsewhere":
      return state.status === "elsewhere";
  }
}

export const statusWords: Readonly<Record<ExpectedStatus, string>> = {
  notApplicable: "不适用",
  notInForce: "未生效",
  expired: "已失效",
  missing: "缺失",
  exhausted: "超出额度",
  conflict: "冲突",
};

function showExpected({ status, modality, value, due }: OutcomeExpectation, type: Outcome["type"]): string {
  if (status !== undefined) return statusWords[status];
  const manner = modality === undefined ? "" : modalityWords[modality];
  const what = value === undefined ? (manner === "" ? "适用" : "") : showExpectedValue(value, type);
  const words = [manner, what].filter((word) => word !== "").join(" ");
  return due === undefined ? words : `${words}, 期限 ${due}`;
}

function showExpectedValue(value: ExpectedValue, type: Outcome["type"]): string {
  switch (value.kind) {
    case "value":
      return showValue(value.value, type);
    case "interval":
      return `${showValue(value.low, type)}—${showValue(value.high, type)}`;
    case "options":
      return `择一 ${value.options.join("、")}`;
    case "elsewhere":
      return "另行规定";
  }
}

/** With its modality where the expectation is about it. */
function showActual(program: Program, actual: OutcomeEvaluation, expected: OutcomeExpectation): string {
  const text = showOutcome(program, actual);
  const { modality, outcome } = actual;
  if (modality === undefined || expected.modality === undefined || outcome.type.kind === "action") return text;
  return `${modalityWords[modality]} ${text}`;
}

export const requirementWords: Readonly<
  Record<RequirementExpectation["kind"], Readonly<Record<RequirementStatus, string>>>
> = {
  target: { met: "达到", unmet: "未达到", missing: "缺失", notApplicable: "不适用" },
  constraint: { met: "满足", unmet: "不满足", missing: "缺失", notApplicable: "不适用" },
};

function checkRequirement(
  test: Case,
  expectation: RequirementExpectation,
  actual: RequirementEvaluation,
): readonly Diagnostic[] {
  if (actual.status === expectation.status) return [];
  const words = requirementWords[expectation.kind];
  const missing = actual.needs.length === 0 ? "" : `(缺 ${actual.needs.join("、")})`;
  const { requirement } = actual;
  return [
    diagnose(
      "case-failed",
      {
        name: test.name,
        subject: expectation.name,
        expected: words[expectation.status],
        actual: `${words[actual.status]}${missing}`,
      },
      expectation.origin.file,
      expectation.origin.span,
      { related: [{ ...requirement.origin, message: `「${requirement.name}」在这里` }] },
    ),
  ];
}
