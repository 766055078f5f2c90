/** 指标 and 约束, and the pools that clauses draw on. */
import type * as syntax from "../../grammar/ast.ts";
import { checkBoolean } from "../2-check/condition.ts";
import { originOf } from "../2-check/context.ts";
import { checkAssignable } from "../2-check/value.ts";
import type { Expression, Pool, Requirement } from "../lowered.ts";
import { lowerDeadline, MONEY, type LoweringContext } from "./rules.ts";

export function lowerRequirement(context: LoweringContext, node: syntax.Target | syntax.Constraint): Requirement[] {
  const { check, period } = context;
  if (node.requirement === undefined) return [];
  const condition = node.condition === undefined ? undefined : checkBoolean(check, node.condition);
  const requirement = checkBoolean(check, node.requirement);
  if (requirement === undefined || (node.condition !== undefined && condition === undefined)) return [];
  const stated = node.kind === "Target" ? node.deadline : undefined;
  return [
    {
      name: node.name.text,
      condition,
      requirement,
      measure: measureOf(requirement),
      deadline: stated === undefined ? undefined : lowerDeadline(check, stated),
      period,
      quotations: node.quotations.map(({ text }) => text),
      assumptions: node.assumptions.map(({ text }) => text),
      wording: check.reporter.quote(
        node.condition === undefined
          ? node.requirement.span
          : { start: node.condition.span.start, end: node.requirement.span.end },
      ),
      origin: originOf(check, node.name.span),
    },
  ];
}

/** Only a comparison of quantities has a figure to reach and a distance to it. */
function measureOf(requirement: Expression): Requirement["measure"] {
  if (requirement.kind !== "comparison" || requirement.left.type.kind !== "quantity") return undefined;
  return { actual: requirement.left, operator: requirement.operator, target: requirement.right };
}

export function lowerPool(context: LoweringContext, node: syntax.Pool): Pool[] {
  const { check } = context;
  if (node.total === undefined) {
    check.reporter.report("pool-without-total", { name: node.name.text }, node.name.span);
    return [];
  }
  const total = checkAssignable(check, node.total, MONEY, "总额");
  const used = node.used === undefined ? undefined : checkAssignable(check, node.used, MONEY, "已用");
  if (total === undefined || (node.used !== undefined && used === undefined)) return [];
  return [
    {
      name: node.name.text,
      total,
      used,
      quotations: node.quotations.map(({ text }) => text),
      assumptions: node.assumptions.map(({ text }) => text),
      origin: originOf(check, node.name.span),
      importedFrom: undefined,
    },
  ];
}
