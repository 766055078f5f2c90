/** What generated modules import as "guiju/runtime". It depends on nothing. */
export type {
  CompleteOutcome,
  Conflict,
  Determined,
  Discretion,
  EvaluationResult,
  Exhausted,
  InputFault,
  Missing,
  Modality,
  NotApplicable,
  NotInForce,
  Outcome,
  RequirementResult,
} from "./contract.ts";
export { fraction, greatest, least, between, minus, over, plus, times } from "./exact.ts";
export { daysFrom, minusDays, minusMonths, plusDays, plusMonths } from "./dates.ts";
export type { Answer, Requirements } from "./answer.ts";
export type { DrawDown, DrawnDown, PoolBalance } from "./draw-down.ts";
export { InputError } from "./faults.ts";
export { choice, date, flag, month, quantity } from "./input.ts";
export type { Ledger, Open } from "./ledger.ts";
export type { Metadata } from "./metadata.ts";
export { amount, answer, matter } from "./outcome.ts";
export { Policy } from "./policy.ts";
export type { Evaluate, PolicySource } from "./policy.ts";
export { by, drawn, exempt, may, must, mustNot, within } from "./results.ts";
export type { Pool } from "./results.ts";
export { down, halfEven, halfUp, inUnitsOf, up } from "./round.ts";
export type { Schema } from "./schema.ts";
export {
  above,
  and,
  atLeast,
  atMost,
  below,
  compared,
  decided,
  equal,
  is,
  not,
  oneOf,
  or,
  shareAbove,
  shareAtLeast,
  shareAtMost,
  shareBelow,
  unequal,
} from "./truth.ts";
export { Elsewhere, Options } from "./values.ts";
export type { Quantity, Text, Truth } from "./values.ts";
