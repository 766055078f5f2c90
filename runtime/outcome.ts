/** The outcomes that a policy gives, as its generated module declares them. */
import type { Kind } from "./text.ts";
import { Obstacle } from "./values.ts";

export interface OutcomeOptions {
  readonly assumptions?: readonly string[];
  /** Read by others, but no result of this policy. */
  readonly isImported?: boolean;
}

export class OutcomeType {
  /** The answer where no clause gives one. */
  readonly none: Obstacle;
  readonly isAction: boolean;
  readonly isImported: boolean;
  readonly assumptions: readonly string[];

  constructor(
    readonly name: string,
    readonly kind: Kind,
    options: OutcomeOptions,
  ) {
    this.none = new Obstacle({ status: "notApplicable", reason: `没有条款适用于这种情形,「${name}」不适用` });
    this.isAction = kind.kind === "action";
    this.isImported = options.isImported ?? false;
    this.assumptions = options.assumptions ?? [];
  }
}

/** `scale`: so many smallest units make one `unit`. */
export const amount = (name: string, unit: string, scale: number, options: OutcomeOptions = {}): OutcomeType =>
  new OutcomeType(name, { kind: "quantity", unit, scale }, options);
export const matter = (name: string, options: OutcomeOptions = {}): OutcomeType =>
  new OutcomeType(name, { kind: "action" }, options);
export const answer = (
  name: string,
  kind: "date" | "month" | "boolean" | readonly string[],
  options: OutcomeOptions = {},
): OutcomeType =>
  new OutcomeType(name, typeof kind === "string" ? { kind } : { kind: "choice", values: kind }, options);
