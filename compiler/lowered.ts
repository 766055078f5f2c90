/**
 * The one lowered form: names resolved, units checked, literals in base units, sugar gone. The evaluator, the proof,
 * the emitter and the comparison all read this and nothing earlier.
 *
 * Imported outcomes are linked in: their rules, definitions and inputs stand in the importing program, marked with
 * the policy that they come from, so no reader needs to know about imports.
 */
import type { SourceFile, Span } from "../diagnostics/source.ts";
import type { ComparisonOperator, ExpectedStatus, Modality, RoundingMethod } from "../grammar/ast.ts";
import type { Rational } from "../grammar/rational.ts";

export type { ComparisonOperator, ExpectedStatus, Modality, RoundingMethod };

/** Where something is written. */
export interface Origin {
  readonly file: SourceFile;
  readonly span: Span;
}

// --- types and values -----------------------------------------------------------------------------------------------

/** Base units to powers: 元/(人·月) is { 人: -1, 元: 1, 月: -1 }, keys in code-point order, no zero powers. */
export type Dimension = Readonly<Record<string, number>>;

export interface QuantityType {
  readonly kind: "quantity";
  readonly dimension: Dimension;
  /** 比例 is shown as a percentage, 数 as a bare number, all else with `unit`. */
  readonly notation: "ratio" | "number" | "unit";
  /** The unit of the JSON contract, in base units: `元/(人·月)`, `比例`, `数`. */
  readonly unit: string;
}

export type ValueType =
  | QuantityType
  | { readonly kind: "date" }
  | { readonly kind: "month" }
  | { readonly kind: "boolean" }
  | { readonly kind: "choice"; readonly values: readonly string[] };

export type Value =
  /** In base units: 10亿元 is 1000000000, 1年 is 12 (月), 5.5% is 11/200. */
  | { readonly kind: "quantity"; readonly value: Rational }
  /** ISO: `2020-04-01` */
  | { readonly kind: "date"; readonly iso: string }
  /** `2020-04` */
  | { readonly kind: "month"; readonly iso: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "choice"; readonly value: string };

export interface Bound {
  readonly value: Value;
  readonly inclusive: boolean;
}

// --- declarations ---------------------------------------------------------------------------------------------------

export interface Input {
  readonly name: string;
  readonly type: ValueType;
  readonly minimum: Bound | undefined;
  readonly maximum: Bound | undefined;
  /** The step of its values in base units: 1 for counts, 1/100 for money; none: any decimals. */
  readonly grain: Rational | undefined;
  readonly default: Value | undefined;
  /** The input whose value it takes where it is not given. */
  readonly orElse?: string;
  readonly assumptions: readonly string[];
  readonly origin: Origin;
  /** The policy that brought it in, where this one does not declare it itself. */
  readonly importedFrom: string | undefined;
}

/** An abbreviation for an expression; `expression.type` is its type. */
export interface Definition {
  readonly name: string;
  readonly expression: Expression;
  readonly assumptions: readonly string[];
  readonly origin: Origin;
  readonly importedFrom: string | undefined;
}

export interface Outcome {
  readonly name: string;
  readonly type: ValueType | { readonly kind: "action" };
  /** Given once for all cases, instead of by rules. */
  readonly formula: Expression | undefined;
  /** Of a formula: the policy's period. Rules carry their own. */
  readonly period: Period | undefined;
  /** In the author's order; empty for a formula. */
  readonly rules: readonly Rule[];
  readonly assumptions: readonly string[];
  readonly origin: Origin;
  /** Imported outcomes are read by others but are no result of this policy. */
  readonly importedFrom: string | undefined;
}

/** Both ends included, ISO dates. */
export interface Period {
  readonly from: string;
  readonly to: string | undefined;
}

/** What an amendment brings or ends, and for whom: ISO dates of 基准日 and of 适用版本日. */
export interface Enactment {
  readonly day: string;
  /** Earlier than `day` where 追溯 says so. */
  readonly reaching: string;
}

/** Which text of a clause it is. */
export interface Version {
  /** What the clause is called in all its texts; a later one is 名@日期. */
  readonly name: string;
  /** None: the text that the policy was made with. */
  readonly from: Enactment | undefined;
  readonly until: readonly Enactment[];
}

/** What rules come from: a clause, or a row of a table. */
export interface Clause {
  /** `政策/条款`, a table's row `政策/表/条件格`: stable, never an ordinal. */
  readonly id: string;
  readonly name: string;
  /** Where amendments touch it. */
  readonly version?: Version;
  readonly quotations: readonly string[];
  readonly assumptions: readonly string[];
  /** Its statements as written, for `explain`. */
  readonly wording: string;
  readonly period: Period | undefined;
  readonly origin: Origin;
  readonly importedFrom: string | undefined;
  /** Ids of the clauses that it names after 例外于. */
  readonly exceptionTo: readonly string[];
}

/** One way to one outcome. `条款` lines with several results give several rules. */
export interface Rule {
  /** The clause's id; several rules of an outcome may share it. */
  readonly clause: string;
  readonly outcome: string;
  /** 否则: holds where no other rule of the outcome does. */
  readonly otherwise: boolean;
  /** Provisos included; none: always. */
  readonly condition: Expression | undefined;
  readonly period: Period | undefined;
  /** Ids of all clauses whose rules for this outcome it wins over, transitively. */
  readonly beats: readonly string[];
  /** must where the text says nothing. */
  readonly modality: Modality;
  readonly value: RuleValue;
  readonly deadline: Deadline | undefined;
  readonly draws: readonly { readonly pool: string; readonly amount: Expression }[];
  readonly origin: Origin;
}

export type RuleValue =
  | { readonly kind: "expression"; readonly expression: Expression }
  | { readonly kind: "action" }
  | { readonly kind: "options"; readonly options: readonly string[] }
  | { readonly kind: "elsewhere"; readonly text: string };

export type Deadline =
  | { readonly kind: "on"; readonly date: Expression }
  | {
      readonly kind: "within";
      readonly from: Expression;
      readonly count: number;
      readonly unit: "workday" | "day" | "month";
    };

/** A target or a constraint: `requirement` is to hold wherever `condition` does. */
export interface Requirement {
  readonly name: string;
  readonly condition: Expression | undefined;
  readonly requirement: Expression;
  /** The two sides where the requirement compares quantities, for target, actual and shortfall. */
  readonly measure:
    { readonly actual: Expression; readonly operator: ComparisonOperator; readonly target: Expression } | undefined;
  readonly deadline: Deadline | undefined;
  readonly period: Period | undefined;
  readonly quotations: readonly string[];
  readonly assumptions: readonly string[];
  readonly wording: string;
  readonly origin: Origin;
}

export interface Pool {
  readonly name: string;
  readonly total: Expression;
  readonly used: Expression | undefined;
  readonly quotations: readonly string[];
  readonly assumptions: readonly string[];
  readonly origin: Origin;
  /** Imported rules draw on it, under the name `政策/池`; the policy's own do not. */
  readonly importedFrom: string | undefined;
}

// --- expressions ----------------------------------------------------------------------------------------------------

interface Typed {
  readonly type: ValueType;
  readonly origin: Origin;
}

export type Expression = Typed &
  (
    | { readonly kind: "literal"; readonly value: Value }
    | { readonly kind: "input"; readonly name: string }
    | { readonly kind: "definition"; readonly name: string }
    | { readonly kind: "outcome"; readonly name: string }
    /** Quantities; also date - date (天). */
    | {
        readonly kind: "arithmetic";
        readonly operator: "+" | "-" | "*" | "/";
        readonly left: Expression;
        readonly right: Expression;
      }
    /** Date or month moved by whole months (keeping the day, or taking the month's last) or days. */
    | {
        readonly kind: "shift";
        readonly date: Expression;
        readonly direction: 1 | -1;
        readonly amount: Expression;
        readonly unit: "day" | "month";
      }
    | { readonly kind: "extreme"; readonly which: "min" | "max"; readonly operands: readonly Expression[] }
    /** To whole multiples of `step`, in base units (四舍五入到分: 1/100). Halves go away from zero for halfUp. */
    | {
        readonly kind: "round";
        readonly method: RoundingMethod;
        readonly step: Rational;
        readonly operand: Expression;
      }
    /** 裁量: any value from low to high. */
    | { readonly kind: "interval"; readonly low: Expression; readonly high: Expression }
    | {
        readonly kind: "comparison";
        readonly operator: ComparisonOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    /** 属于: equal to one of the literal values. */
    | { readonly kind: "membership"; readonly subject: Expression; readonly values: readonly Value[] }
    | { readonly kind: "and" | "or"; readonly operands: readonly Expression[] }
    | { readonly kind: "not"; readonly operand: Expression }
  );

// --- cases ----------------------------------------------------------------------------------------------------------

export interface Case {
  readonly name: string;
  readonly inputs: ReadonlyMap<string, Value>;
  /** Where each input is given. */
  readonly places: ReadonlyMap<string, Origin>;
  readonly expectations: readonly Expectation[];
  readonly origin: Origin;
}

export type RequirementStatus = "met" | "unmet" | "missing" | "notApplicable";

export type Expectation =
  | {
      readonly kind: "outcome";
      readonly outcome: string;
      readonly status: ExpectedStatus | undefined;
      readonly modality: Modality | undefined;
      readonly value: ExpectedValue | undefined;
      /** ISO date */
      readonly due: string | undefined;
      readonly origin: Origin;
    }
  | {
      readonly kind: "target" | "constraint";
      readonly name: string;
      readonly status: RequirementStatus;
      readonly origin: Origin;
    };

export type ExpectedValue =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "interval"; readonly low: Value; readonly high: Value }
  | { readonly kind: "options"; readonly options: readonly string[] }
  | { readonly kind: "elsewhere" };

// --- the program ----------------------------------------------------------------------------------------------------

/** The input that every policy accepts and that one with dated rules reads. */
export const REFERENCE_DATE = "基准日";

/** Optional, of a policy that was amended: whose day's law an application is under; 基准日 where it is not given. */
export const VERSION_DATE = "适用版本日";

export interface Program {
  readonly policy: string;
  readonly file: SourceFile;
  readonly document: { readonly title: string; readonly paragraphs: readonly string[] } | undefined;
  /** ISO date of 发布 */
  readonly issued: string | undefined;
  readonly responsible: readonly string[];
  /**
   * Author's order, then imported, then 基准日 (always present: read only if some rule is dated, or declared), and last
   * 适用版本日 where some clause, own or imported, was amended.
   */
  readonly inputs: readonly Input[];
  /** Each after those it reads. */
  readonly definitions: readonly Definition[];
  /** The policy's own in the author's order, then imported ones. An outcome may read others, never in a circle. */
  readonly outcomes: readonly Outcome[];
  /** Outcome names, each after those it reads. */
  readonly evaluationOrder: readonly string[];
  readonly clauses: readonly Clause[];
  readonly targets: readonly Requirement[];
  readonly constraints: readonly Requirement[];
  /** The policy's own in the author's order, then those that imported rules draw on. */
  readonly pools: readonly Pool[];
  readonly cases: readonly Case[];
  /** `其余 不适用`: gaps are meant. */
  readonly restNotApplicable: boolean;
  /** Names of the policies linked in. */
  readonly imports: readonly string[];
}
