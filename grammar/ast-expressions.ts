/** The part of the syntax tree that computes and compares: formulas, conditions and literals. */
import type { Span } from "../diagnostics/source.ts";
import type { Rational } from "./rational.ts";

export interface Node {
  readonly span: Span;
}

export type ComparisonOperator = "<" | "<=" | ">" | ">=" | "=" | "!=";

export type Expression =
  | TermReference
  | QuantityLiteral
  | DateLiteral
  | MonthLiteral
  | (Node & { readonly kind: "MonthSpanLiteral"; readonly from: string; readonly to: string })
  | (Node & { readonly kind: "BooleanLiteral"; readonly value: boolean })
  | (Node & {
      readonly kind: "Arithmetic";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Expression;
      readonly right: Expression;
    })
  /** 取低 取高 合计 */
  | (Node & {
      readonly kind: "Call";
      readonly function: "min" | "max" | "sum";
      readonly arguments: readonly Expression[];
    })
  /** 提高10% · 提高1倍 (twice) · 提高到2倍 · 减少15% · 减少到 · 减半 · 延长1年 */
  | (Node & {
      readonly kind: "Adjustment";
      readonly operand: Expression;
      readonly adjustment: "increaseBy" | "increaseTo" | "reduceBy" | "reduceTo" | "extend";
      /** 减半 is reduceBy 50%. */
      readonly amount: Expression;
    })
  /** `…, 四舍五入到分`: step 1 of 分; 进位到百元: step 100 of 元. */
  | (Node & {
      readonly kind: "Rounding";
      readonly operand: Expression;
      readonly method: RoundingMethod;
      readonly step: Rational;
      readonly unit: string | undefined;
    })
  /** `left` is none where the subject is left out after 且, 或, or in a table cell; the parser fills it where it can. */
  | (Node & {
      readonly kind: "Comparison";
      readonly operator: ComparisonOperator;
      readonly left: Expression | undefined;
      readonly right: Expression;
    })
  /** `在 A 至 B` (both ends in) and `超过 A 至 B` (A out). */
  | (Node & {
      readonly kind: "Between";
      readonly subject: Expression | undefined;
      readonly low: Expression;
      readonly lowIncluded: boolean;
      readonly high: Expression;
      readonly highIncluded: boolean;
    })
  /** `属于 甲、乙` and `不属于` */
  | (Node & {
      readonly kind: "Membership";
      readonly subject: Expression | undefined;
      readonly values: readonly Expression[];
      readonly negated: boolean;
    })
  /** 且 and 或, and the law's lists: 同时符合下列条件的 is And, 符合下列条件之一的 is Or. */
  | (Node & { readonly kind: "And" | "Or"; readonly operands: readonly Expression[] })
  | (Node & { readonly kind: "Not"; readonly operand: Expression })
  /** Could not be read; already reported. Checks stay silent about it. */
  | (Node & { readonly kind: "BrokenExpression" });

export type RoundingMethod = "halfUp" | "down" | "up" | "halfEven";

export interface TermReference extends Node {
  readonly kind: "TermReference";
  readonly name: string;
  /** Not among the declared terms: the lexer reported it (or 1-resolve will). */
  readonly unknown: boolean;
}

export interface QuantityLiteral extends Node {
  readonly kind: "QuantityLiteral";
  /** With 万, 亿, %, ‰, 分之 and 倍 applied: 5.5% is 11/200, 1.7万人 is 17000. */
  readonly value: Rational;
  readonly unit: UnitSyntax | undefined;
  /** `bare` is a plain number such as `100`: in the place of a 比例 its percent sign may be missing. */
  readonly notation: "bare" | "percent" | "perMille" | "fraction" | "times" | "unit";
}

export interface DateLiteral extends Node {
  readonly kind: "DateLiteral";
  /** `2020-04-01`: a day that exists. */
  readonly iso: string;
}

export interface MonthLiteral extends Node {
  readonly kind: "MonthLiteral";
  /** `2020-04` */
  readonly iso: string;
}

/** `元/(人·月)` is 元¹ 人⁻¹ 月⁻¹, in the order written. Multipliers such as 万 are folded into the literal's value. */
export interface UnitSyntax extends Node {
  readonly factors: readonly { readonly unit: string; readonly power: number }[];
  readonly text: string;
}
