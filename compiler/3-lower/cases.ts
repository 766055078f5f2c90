/** 算例: inputs of the right kind, and expectations that the policy can meet at all. */
import type * as syntax from "../../grammar/ast.ts";
import { didYouMean, nearest } from "../../grammar/nearest.ts";
import { isDuplicate } from "../1-resolve/scope.ts";
import { originOf, type CheckContext } from "../2-check/context.ts";
import { compareValues, literalValue } from "../2-check/declarations.ts";
import { checkResultValue } from "../2-check/value.ts";
import {
  type Bound,
  type Case,
  type ExpectedValue,
  type Expectation,
  type Input,
  type Origin,
  type Outcome,
  type RequirementStatus,
  type Value,
} from "../lowered.ts";

/** Everything that a case may name, own and linked. */
export interface CaseNames {
  readonly inputs: ReadonlyMap<string, Input>;
  readonly outcomes: ReadonlyMap<string, Outcome["type"]>;
}

export function lowerCase(check: CheckContext, node: syntax.Case, names: CaseNames): Case {
  const inputs = new Map<string, Value>();
  const places = new Map<string, Origin>();
  for (const { name, value: valueNode, span } of node.inputs) {
    if (isDuplicate(check.scope, name.text)) continue;
    const input = names.inputs.get(name.text);
    if (input === undefined) {
      reportUnknownInput(check, name, names);
      continue;
    }
    if (inputs.has(name.text)) {
      check.reporter.report("duplicate-name", { noun: "算例输入", name: name.text }, name.span);
      continue;
    }
    const value = literalValue(check, valueNode, input.type, `「${name.text}」`);
    if (value === undefined) continue;
    checkLimits(check, input, value, span);
    inputs.set(name.text, value);
    places.set(name.text, originOf(check, span));
  }
  return {
    name: node.name.text,
    inputs,
    places,
    expectations: node.expectations.flatMap((expectation) => lowerExpectation(check, expectation, names)),
    origin: originOf(check, node.name.span),
  };
}

function reportUnknownInput(check: CheckContext, name: syntax.Name, names: CaseNames): void {
  const symbol = check.scope.terms.get(name.text);
  if (symbol !== undefined && symbol.kind !== "input") {
    check.reporter.report("not-an-input", { name: name.text }, name.span);
    return;
  }
  if (symbol !== undefined) return;
  check.reporter.report(
    "unknown-term",
    { name: name.text },
    name.span,
    didYouMean(nearest(name.text, [...names.inputs.keys()])),
  );
}

function checkLimits(check: CheckContext, input: Input, value: Value, span: syntax.Case["span"]): void {
  const beyond = (bound: Bound | undefined, direction: 1 | -1): boolean => {
    if (bound === undefined) return false;
    const order = compareValues(value, bound.value) * direction;
    return order > 0 || (order === 0 && !bound.inclusive);
  };
  if (!beyond(input.minimum, -1) && !beyond(input.maximum, 1)) return;
  const text = check.reporter.quote(span);
  check.reporter.report("value-out-of-range", { text, name: input.name }, span, {
    related: [{ ...input.origin, message: `「${input.name}」的限制在这里` }],
  });
}

function lowerExpectation(check: CheckContext, node: syntax.Expectation, names: CaseNames): Expectation[] {
  const origin = originOf(check, node.span);
  if (node.kind === "TargetExpectation" || node.kind === "ConstraintExpectation") {
    const [name, known, noun] =
      node.kind === "TargetExpectation"
        ? ([node.target, check.scope.targets, "指标"] as const)
        : ([node.constraint, check.scope.constraints, "约束"] as const);
    if (!known.has(name.text)) {
      check.reporter.report(
        "unknown-requirement",
        { name: name.text, noun },
        name.span,
        didYouMean(nearest(name.text, [...known.keys()])),
      );
      return [];
    }
    const status: RequirementStatus = node.met === true ? "met" : node.met === false ? "unmet" : node.met;
    return [{ kind: node.kind === "TargetExpectation" ? "target" : "constraint", name: name.text, status, origin }];
  }
  if (isDuplicate(check.scope, node.outcome.text)) return [];
  const type = names.outcomes.get(node.outcome.text);
  if (type === undefined) {
    if (check.scope.terms.has(node.outcome.text)) {
      if (check.scope.terms.get(node.outcome.text)?.kind !== "outcome")
        check.reporter.report("not-an-outcome", { name: node.outcome.text }, node.outcome.span);
      return [];
    }
    check.reporter.report(
      "unknown-term",
      { name: node.outcome.text },
      node.outcome.span,
      didYouMean(nearest(node.outcome.text, [...names.outcomes.keys()])),
    );
    return [];
  }
  const value = node.value === undefined ? undefined : expectedValue(check, node.value, type, node.outcome.text);
  if (node.value !== undefined && value === undefined) return [];
  const due = node.due === undefined ? undefined : literalValue(check, node.due, { kind: "date" }, "期限");
  return [
    {
      kind: "outcome",
      outcome: node.outcome.text,
      status: node.status,
      modality: node.modality,
      value,
      due: due?.kind === "date" ? due.iso : undefined,
      origin,
    },
  ];
}

function expectedValue(
  check: CheckContext,
  node: syntax.ResultValue,
  type: Outcome["type"],
  outcome: string,
): ExpectedValue | undefined {
  const value = checkResultValue(check, node, type, outcome);
  if (value === undefined || value.kind === "action") return undefined;
  if (value.kind === "elsewhere") return { kind: "elsewhere" };
  if (value.kind === "options") return value;
  const { expression } = value;
  if (expression.kind === "literal") return { kind: "value", value: expression.value };
  if (expression.kind === "interval" && expression.low.kind === "literal" && expression.high.kind === "literal")
    return { kind: "interval", low: expression.low.value, high: expression.high.value };
  check.reporter.report("not-a-constant", { text: check.reporter.quote(node.span), noun: "算例的结果" }, node.span);
  return undefined;
}
