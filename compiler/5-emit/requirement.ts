/** Targets, constraints and pools. */
import { rational } from "../../grammar/rational.ts";
import type { Program, Requirement } from "../lowered.ts";
import { deadlineCode, periodCode, poolUnit } from "./clause.ts";
import type { Writer } from "./expression.ts";
import { key, list, quote, record } from "./names.ts";
import { scaleOf } from "./unit.ts";

const lambda = (code: string): string => (code.includes("facts") ? `(facts) => ${code}` : `() => ${code}`);

export function requirementsCode(kind: "targets" | "constraints", program: Program, writer: Writer): string {
  const requirements = program[kind];
  if (requirements.length === 0) return "";
  return `const ${kind} = {
    ${requirements.map((requirement) => `${key(requirement.name)}: ${requirementCode(requirement, writer)},`).join("\n\n")}
  } satisfies $.Requirements<Facts>;`;
}

function requirementCode(requirement: Requirement, writer: Writer): string {
  const { condition, measure, deadline, period, quotations, assumptions } = requirement;
  const measured = measureCode(requirement, writer);
  const isSaidByMeasure = measured !== undefined && isSameComparison(requirement) && !isMeasureOpen(measure, writer);
  return record([
    ["quotations", list(quotations)],
    ["assumptions", list(assumptions)],
    ["period", period === undefined ? undefined : periodCode(period)],
    ["when", condition === undefined ? undefined : lambda(writer.condition(condition))],
    ["measure", measured],
    ["requires", isSaidByMeasure ? undefined : lambda(writer.condition(requirement.requirement))],
    ["due", deadline === undefined ? undefined : lambda(deadlineCode(deadline, writer))],
  ]);
}

const isMeasureOpen = (measure: Requirement["measure"], writer: Writer): boolean =>
  measure !== undefined && (writer.isOpen(measure.actual) || writer.isOpen(measure.target));

/** Whether the requirement is nothing but its measure. */
function isSameComparison({ requirement, measure }: Requirement): boolean {
  return (
    requirement.kind === "comparison" &&
    measure !== undefined &&
    requirement.left === measure.actual &&
    requirement.right === measure.target &&
    requirement.operator === measure.operator
  );
}

function measureCode({ measure }: Requirement, writer: Writer): string | undefined {
  if (measure?.target.type.kind !== "quantity") return undefined;
  const { actual, operator, target } = measure;
  const common = writer.commonUnit([actual, target]);
  const unit = rational(1n, common.denominator);
  return record([
    ["unit", quote(measure.target.type.unit)],
    ["scale", scaleOf(unit)],
    ["actual", lambda(writer.codeIn(actual, unit))],
    ["operator", quote(operator)],
    ["target", lambda(writer.codeIn(target, unit))],
  ]);
}

export function poolsCode(program: Program, writer: Writer): string {
  if (program.pools.length === 0) return "";
  const pools = program.pools.map(({ name, total, used }) => {
    const unit = poolUnit(name, writer);
    const code = record([
      ["pool", quote(name)],
      ["unit", quote(total.type.kind === "quantity" ? total.type.unit : "")],
      ["scale", scaleOf(unit)],
      ["total", writer.codeIn(total, unit)],
      ["used", used === undefined ? "0" : writer.codeIn(used, unit)],
    ]);
    return `${key(name)}: (${code.includes("facts") ? "facts: Facts" : "_facts: Facts"}): $.Pool => (${code}),`;
  });
  return `const pools = {\n${pools.join("\n")}\n};`;
}

/** What rows in order need to know of the pools. */
export function poolTypesCode({ pools }: Program): string | undefined {
  if (pools.length === 0) return undefined;
  const types = pools.map(({ name, used }) =>
    record([
      ["pool", quote(name)],
      ["countedBy", used?.kind === "input" ? quote(used.name) : undefined],
    ]),
  );
  return `[${types.join(", ")}]`;
}
