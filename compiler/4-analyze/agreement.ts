/** Whether two rules that hold together say the same. */
import type { Expression, Rule, RuleValue } from "../lowered.ts";
import type { Formula } from "./dimension.ts";
import { FALSE, TRUE, any } from "./dimension.ts";
import type { Conditions } from "./formula.ts";

/** 应当 and 可 differ only in strength; 不得 and 无需 are other things altogether. */
const direction = ({ modality }: Rule): string => (modality === "may" ? "must" : modality);

const isInterval = (expression: Expression): expression is Expression & { kind: "interval" } =>
  expression.kind === "interval";

const listed = (options: readonly string[]): string => [...options].sort((a, b) => (a < b ? -1 : 1)).join("、");

function deadlineKey({ deadline }: Rule, conditions: Conditions): string {
  if (deadline === undefined) return "";
  return deadline.kind === "on"
    ? `on ${conditions.quantities.key(deadline.date)}`
    : `${deadline.count} ${deadline.unit} from ${conditions.quantities.key(deadline.from)}`;
}

/** The same for rules that always grant the same. */
export function grantKey(rule: Rule, conditions: Conditions): string {
  const { value } = rule;
  return [direction(rule), value.kind, valueKey(value, conditions), deadlineKey(rule, conditions)].join("\n");
}

function valueKey(value: RuleValue, conditions: Conditions): string {
  switch (value.kind) {
    case "action":
      return "";
    case "elsewhere":
      return value.text;
    case "options":
      return listed(value.options);
    case "expression":
      return conditions.quantities.key(value.expression);
  }
}

/** Where the two rules differ in what they grant, as far as can be told; nowhere, or perhaps everywhere. */
export function disagreement(a: Rule, b: Rule, conditions: Conditions): Formula {
  if (grantKey(a, conditions) === grantKey(b, conditions)) return FALSE;
  if (direction(a) !== direction(b) || deadlineKey(a, conditions) !== deadlineKey(b, conditions)) return TRUE;
  if (a.value.kind !== "expression" || b.value.kind !== "expression") return TRUE;
  return differingValues(a.value.expression, b.value.expression, conditions);
}

function differingValues(a: Expression, b: Expression, conditions: Conditions): Formula {
  if (conditions.quantities.key(a) === conditions.quantities.key(b)) return FALSE;
  if (isInterval(a) && isInterval(b))
    return any([differingValues(a.low, b.low, conditions), differingValues(a.high, b.high, conditions)]);
  if (isInterval(a) || isInterval(b)) return TRUE;
  return conditions.differ(a, b) ?? TRUE;
}
