/**
 * The syntax tree of one `.policy` file: what is written, not yet what it means.
 *
 * Running Chinese and symbols give the same tree (`裁员率不高于5.5%的,返还100%` = `裁员率 <= 5.5% => 返还 100%`), so
 * no node remembers which was chosen; the formatter works on tokens. Every node has the span of its text.
 */
import type { Span } from "../diagnostics/source.ts";
import type { ComparisonOperator, DateLiteral, Expression, Node, UnitSyntax } from "./ast-expressions.ts";
import type { Rational } from "./rational.ts";

export type * from "./ast-expressions.ts";

/** A name as written: a declaration, or a reference that 1-resolve will look up in the namespace of its place. */
export interface Name extends Node {
  readonly kind: "Name";
  readonly text: string;
}

export interface PolicyFile extends Node {
  readonly kind: "PolicyFile";
  /** Everything at the margin, in the author's order. */
  readonly items: readonly Item[];
}

export type Item =
  | PolicyHeading
  | AmendmentHeading
  | ClauseAmendment
  | Basis
  | Issued
  | Responsible
  | Period
  | UnitDeclaration
  | BoundaryConvention
  | RestNotApplicable
  | Import
  | NonRule
  | InputSection
  | DefinitionSection
  | OutcomeSection
  | Clause
  | Target
  | Constraint
  | Table
  | Pool
  | Case;

// --- head of the file -----------------------------------------------------------------------------------------------

/** `政策 低保标准 施行 2020-04-01` */
export interface PolicyHeading extends Node {
  readonly kind: "PolicyHeading";
  readonly name: Name;
  readonly period: Period | undefined;
}

/** `修订 《稳岗返还》 施行 2021-01-01 追溯 2020-07-01` */
export interface AmendmentHeading extends Node {
  readonly kind: "AmendmentHeading";
  readonly policy: Name;
  readonly period: Period | undefined;
  /** 追溯: it also settles what is pinned to the law of a day from here on. */
  readonly reaching: DateLiteral | undefined;
  /** Not all of the heading could be read, which has been told. */
  readonly isBroken: boolean;
}

/** `替换 条款 甲` `增加 条款 甲` `废止 条款 甲`: of a repeal, the clause has no rules. */
export interface ClauseAmendment extends Node {
  readonly kind: "ClauseAmendment";
  readonly change: "replace" | "add" | "repeal";
  readonly clause: Clause;
}

/** `依据 《标题》 一(二)、一(三)`: at the head of the file, or inside a clause. */
export interface Basis extends Node {
  readonly kind: "Basis";
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The amendment's 发布, where the 依据 is an amendment's. */
  readonly issued?: DateLiteral;
}

/** `发布 2020-05-13` */
export interface Issued extends Node {
  readonly kind: "Issued";
  readonly date: DateLiteral;
}

/** `责任单位 甲、乙` */
export interface Responsible extends Node {
  readonly kind: "Responsible";
  readonly units: readonly Name[];
}

/** `施行 A [至 B]`, both ends included. */
export interface Period extends Node {
  readonly kind: "Period";
  readonly from: DateLiteral;
  readonly to: DateLiteral | undefined;
}

/** `单位 兆瓦` */
export interface UnitDeclaration extends Node {
  readonly kind: "UnitDeclaration";
  readonly names: readonly Name[];
}

/** `以下 不含本数`: this text's 以上, 以下, 以内 depart from Civil Code art. 1259. The parser already applies it. */
export interface BoundaryConvention extends Node {
  readonly kind: "BoundaryConvention";
  readonly words: readonly string[];
  readonly inclusive: boolean;
}

/** `其余 不适用` */
export interface RestNotApplicable extends Node {
  readonly kind: "RestNotApplicable";
}

/** `引用 甲、乙 自 《低保标准》` */
export interface Import extends Node {
  readonly kind: "Import";
  readonly names: readonly Name[];
  readonly policy: Name;
}

/** `非规则「…」 理由「…」` */
export interface NonRule extends Node {
  readonly kind: "NonRule";
  /** The amendment's 依据, where it stands in an amendment; else that of the file. */
  readonly basis: readonly Basis[];
  readonly quotation: Quotation;
  readonly reason: string;
}

/** `原文「…」`: the words of the law, `……` skipping within a sentence. */
export interface Quotation extends Node {
  readonly kind: "Quotation";
  readonly text: string;
}

/** `推定「…」`: what the text leaves open and the drafter settled. */
export interface Assumption extends Node {
  readonly kind: "Assumption";
  readonly text: string;
}

// --- declarations ---------------------------------------------------------------------------------------------------

export interface InputSection extends Node {
  readonly kind: "InputSection";
  readonly inputs: readonly InputDeclaration[];
}

export interface InputDeclaration extends Node {
  readonly kind: "InputDeclaration";
  readonly name: Name;
  readonly type: TypeSyntax;
  readonly limits: readonly LimitSyntax[];
  readonly default: Expression | undefined;
  readonly assumptions: readonly Assumption[];
}

export type TypeSyntax =
  | UnitType
  | (Node & { readonly kind: "RatioType" | "NumberType" | "DateType" | "MonthType" | "BooleanType" | "ActionType" })
  | (Node & { readonly kind: "ListType"; readonly values: readonly Name[] })
  /** Could not be read; the fault is reported and the name counts as declared, so that its uses raise no more. */
  | (Node & { readonly kind: "BrokenType" });

export interface UnitType extends Node {
  readonly kind: "UnitType";
  readonly unit: UnitSyntax;
}

export type LimitSyntax =
  /** `至少 1人` `大于 0吨/天` `至多 10亿元` `小于 1` */
  | (Node & { readonly kind: "BoundLimit"; readonly operator: ComparisonOperator; readonly value: Expression })
  /** `精确到厘` `精确到 1`: the grain, in the unit written (none for a bare number). */
  | (Node & { readonly kind: "GrainLimit"; readonly step: Rational; readonly unit: string | undefined });

export interface DefinitionSection extends Node {
  readonly kind: "DefinitionSection";
  readonly definitions: readonly Definition[];
}

/** `裁员率 = 裁员人数 / 参保职工人数`; the right side may be a condition too. */
export interface Definition extends Node {
  readonly kind: "Definition";
  readonly name: Name;
  readonly value: Expression;
  readonly assumptions: readonly Assumption[];
}

export interface OutcomeSection extends Node {
  readonly kind: "OutcomeSection";
  readonly outcomes: readonly OutcomeDeclaration[];
}

/** `返还: 比例`, or with a formula `返还金额: 元 = 上年度缴纳失业保险费 * 返还, 四舍五入到分`. */
export interface OutcomeDeclaration extends Node {
  readonly kind: "OutcomeDeclaration";
  readonly name: Name;
  readonly type: TypeSyntax;
  readonly limits: readonly LimitSyntax[];
  readonly formula: Expression | undefined;
  readonly assumptions: readonly Assumption[];
}

// --- statements -----------------------------------------------------------------------------------------------------

export interface Clause extends Node {
  readonly kind: "Clause";
  readonly name: Name;
  readonly exceptionTo: readonly Name[];
  readonly period: Period | undefined;
  readonly basis: readonly Basis[];
  readonly quotations: readonly Quotation[];
  readonly rules: readonly Rule[];
  /** Standing alone, for the whole clause. */
  readonly assumptions: readonly Assumption[];
  /** Where amendments touch it. No parser fills it in: it follows from all files together. */
  readonly version?: Version;
}

/** When one text of a clause is the law. */
export interface Version {
  /** What the clause is called, whatever the text. */
  readonly name: string;
  /** None: since its policy was made. */
  readonly from: Enactment | undefined;
  /** It gives way as soon as one of these is in force. */
  readonly until: readonly Enactment[];
}

/** What brings a text of a clause, or ends one. */
export interface Enactment extends Node {
  readonly kind: "Enactment";
  /** ISO: the first 基准日. */
  readonly day: string;
  /** ISO: the first 适用版本日, earlier than `day` where 追溯 says so. */
  readonly reaching: string;
}

export interface Rule extends Node {
  readonly kind: "Rule";
  /** `否则 => …` */
  readonly otherwise: boolean;
  readonly condition: Expression | undefined;
  /** `但 … 的除外` */
  readonly provisos: readonly Expression[];
  readonly results: readonly Result[];
  readonly draws: readonly Draw[];
  readonly assumptions: readonly Assumption[];
}

export type Modality = "must" | "may" | "mustNot" | "exempt";

export interface Result extends Node {
  readonly kind: "Result";
  readonly modality: Modality | undefined;
  readonly outcome: Name;
  /** None: the outcome is an action (or is missing its value, which 2-check reports). */
  readonly value: ResultValue | undefined;
  readonly deadline: Deadline | undefined;
}

export type ResultValue =
  | Expression
  /** `1000元/人—2000元/人` */
  | (Node & { readonly kind: "IntervalValue"; readonly low: Expression; readonly high: Expression })
  /** `不超过 X`: from 0 to X */
  | (Node & { readonly kind: "UpToValue"; readonly high: Expression })
  /** `择一 甲、乙` */
  | (Node & { readonly kind: "ChoiceValue"; readonly options: readonly Name[] })
  /** `另行规定「按照规定」` */
  | (Node & { readonly kind: "ElsewhereValue"; readonly text: string });

/** `期限 D 起 10个工作日内`; `期限 2020-12-31` has only `date`. */
export interface Deadline extends Node {
  readonly kind: "Deadline";
  readonly date: Expression;
  /** Counted from `date`, the start day excluded. None: `date` itself is the last day. */
  readonly within:
    { readonly count: Rational; readonly unit: "workday" | "day" | "month"; readonly span: Span } | undefined;
}

/** `支用 定向纾困资金 申请金额` */
export interface Draw extends Node {
  readonly kind: "Draw";
  readonly pool: Name;
  readonly amount: Expression;
}

export interface Target extends Node {
  readonly kind: "Target";
  readonly name: Name;
  readonly basis: readonly Basis[];
  readonly quotations: readonly Quotation[];
  readonly condition: Expression | undefined;
  /** What must hold; none only where the statement could not be read. */
  readonly requirement: Expression | undefined;
  readonly deadline: Deadline | undefined;
  readonly assumptions: readonly Assumption[];
}

export interface Constraint extends Node {
  readonly kind: "Constraint";
  readonly name: Name;
  readonly basis: readonly Basis[];
  readonly quotations: readonly Quotation[];
  readonly condition: Expression | undefined;
  readonly requirement: Expression | undefined;
  readonly assumptions: readonly Assumption[];
}

export interface Table extends Node {
  readonly kind: "Table";
  readonly name: Name;
  readonly basis: readonly Basis[];
  readonly quotations: readonly Quotation[];
  readonly columns: readonly Name[];
  readonly rows: readonly TableRow[];
  readonly assumptions: readonly Assumption[];
}

export interface TableRow extends Node {
  readonly kind: "TableRow";
  readonly cells: readonly TableCell[];
}

export interface TableCell extends Node {
  readonly kind: "TableCell";
  /** The cell's words as a reader sees them, normalised in width and spacing: rows are named by them. */
  readonly text: string;
  /**
   * `-` is AnyCell. `超过36000元至144000元` is a Comparison, Between or other condition without a subject: the column
   * is its subject. A plain value is that value: equal to it in a condition column, the result in an outcome column.
   */
  readonly content: ResultValue | (Node & { readonly kind: "AnyCell" }) | undefined;
  readonly modality: Modality | undefined;
}

export interface Pool extends Node {
  readonly kind: "Pool";
  readonly name: Name;
  readonly basis: readonly Basis[];
  readonly quotations: readonly Quotation[];
  readonly total: Expression | undefined;
  readonly used: Expression | undefined;
  readonly assumptions: readonly Assumption[];
}

export interface Case extends Node {
  readonly kind: "Case";
  readonly name: Name;
  readonly inputs: readonly CaseInput[];
  readonly expectations: readonly Expectation[];
}

export interface CaseInput extends Node {
  readonly kind: "CaseInput";
  readonly name: Name;
  readonly value: Expression;
}

export type ExpectedStatus = "notApplicable" | "notInForce" | "expired" | "missing" | "exhausted" | "conflict";

export type Expectation =
  | (Node & {
      readonly kind: "OutcomeExpectation";
      readonly modality: Modality | undefined;
      readonly outcome: Name;
      readonly status: ExpectedStatus | undefined;
      readonly value: ResultValue | undefined;
      readonly due: Expression | undefined;
    })
  | (Node & {
      readonly kind: "TargetExpectation";
      readonly target: Name;
      readonly met: boolean | "notApplicable" | "missing";
    })
  | (Node & {
      readonly kind: "ConstraintExpectation";
      readonly constraint: Name;
      readonly met: boolean | "notApplicable" | "missing";
    });
