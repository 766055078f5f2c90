/** Chevrotain's token types. The lexer makes the tokens by hand, since where a word ends depends on the file's terms. */
import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { type Keyword, keywords, type KeywordToken } from "./keywords.ts";
import type { Grain, Literal } from "./literals.ts";
import type { Rational } from "./rational.ts";
import type { UnitFactor } from "./units.ts";

function token(name: string, label: string, ...categories: TokenType[]): TokenType {
  return createToken({ name, label, pattern: Lexer.NA, ...(categories.length > 0 ? { categories } : {}) });
}

/** A word for something declared, or a name in 「」. */
export const Reference = token("Reference", "词");
/** A name where a declaration or another namespace stands. */
export const AnyName = token("AnyName", "名称");
/** `<=` `超过` and all other comparisons that stand before their number. */
export const Comparison = token("Comparison", "比较");

const structural = {
  Named: token("Named", "名称", AnyName),
  Quoted: token("Quoted", "「…」", Reference, AnyName),
  Title: token("Title", "《…》"),
  Term: token("Term", "词", Reference),
  UnknownTerm: token("UnknownTerm", "词", Reference),
  Quantity: token("Quantity", "数"),
  DateValue: token("DateValue", "日期"),
  MonthValue: token("MonthValue", "月份"),
  MonthSpan: token("MonthSpan", "起止月份"),
  True: token("True", "是"),
  TypeWord: token("TypeWord", "类型"),
  UnitType: token("UnitType", "单位"),
  BrokenType: token("BrokenType", "类型"),
  AnyCell: token("AnyCell", "-"),
  EmptyCell: token("EmptyCell", "空格"),
  ConditionEnd: token("ConditionEnd", "的,"),
  ItemEnd: token("ItemEnd", ";"),
  ItemMark: token("ItemMark", "(一)"),
  Comma: token("Comma", ","),
  Colon: token("Colon", ":"),
  Bar: token("Bar", "|"),
  HeaderBar: token("HeaderBar", "|"),
  Stop: token("Stop", "。"),
  Unreadable: token("Unreadable", "无法识别的字符"),
  StatementEnd: token("StatementEnd", "句末"),
} as const;

/** One start token a kind of line: the grammar chooses by it, and recovery skips to the next one. */
export const starts = {
  heading: token("HeadingStart", "标题行"),
  inputs: token("InputStart", "输入行"),
  definitions: token("DefinitionStart", "定义行"),
  outcomes: token("OutcomeStart", "结果行"),
  clause: token("ClauseLineStart", "条款行"),
  target: token("TargetLineStart", "指标行"),
  constraint: token("ConstraintLineStart", "约束行"),
  table: token("TableLineStart", "表行"),
  pool: token("PoolLineStart", "资金池行"),
  case: token("CaseLineStart", "算例行"),
} as const;
export type LineKind = Exclude<keyof typeof starts, "heading">;

/** One token a heading: the grammar chooses by it. */
export const headings = {
  policy: token("PolicyHeading", "政策"),
  amendment: token("AmendmentHeading", "修订"),
  basis: token("BasisHeading", "依据"),
  issued: token("IssuedHeading", "发布"),
  responsible: token("ResponsibleHeading", "责任单位"),
  period: token("PeriodHeading", "施行"),
  units: token("UnitsHeading", "单位"),
  convention: token("ConventionHeading", "以下"),
  rest: token("RestHeading", "其余"),
  import: token("ImportHeading", "引用"),
  nonRule: token("NonRuleHeading", "非规则"),
  inputs: token("InputsHeading", "输入"),
  definitions: token("DefinitionsHeading", "定义"),
  outcomes: token("OutcomesHeading", "结果"),
  clause: token("ClauseHeading", "条款"),
  replace: token("ReplaceHeading", "替换"),
  add: token("AddHeading", "增加"),
  repeal: token("RepealHeading", "废止"),
  target: token("TargetHeading", "指标"),
  constraint: token("ConstraintHeading", "约束"),
  table: token("TableHeading", "表"),
  pool: token("PoolHeading", "资金池"),
  case: token("CaseHeading", "算例"),
} as const;
export type HeadingKind = keyof typeof headings;
export const isHeadingKind = (value: string): value is HeadingKind => Object.hasOwn(headings, value);
/** A clause that an amendment brings reads as any other. */
export const lineKindOf = (kind: HeadingKind): string =>
  kind === "replace" || kind === "add" || kind === "repeal" ? "clause" : kind;
export const isLineKind = (value: string): value is LineKind => value !== "heading" && Object.hasOwn(starts, value);

const comparisonTokens: ReadonlySet<KeywordToken> = new Set(["Equal", "NotEqual", "AtMost", "Above", "Compare"]);

const keywordTypes = new Map<KeywordToken, TokenType>();
for (const { token: name, word } of keywords)
  if (!keywordTypes.has(name))
    keywordTypes.set(name, comparisonTokens.has(name) ? token(name, word, Comparison) : token(name, word));

export function keywordType(name: KeywordToken): TokenType {
  const type = keywordTypes.get(name);
  if (type === undefined) throw new Error(`no keyword uses the token ${name}`);
  return type;
}

export const T = structural;

export const allTokens: TokenType[] = [
  Reference,
  AnyName,
  Comparison,
  ...Object.values(structural),
  ...Object.values(starts),
  ...Object.values(headings),
  ...keywordTypes.values(),
];

export interface DeclaredName {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the lexer knows of a token beyond its type and place. */
export interface Payload {
  readonly keyword?: Keyword;
  readonly literal?: Literal;
  /** A name in normalised width, or the words inside quotation marks as they were written. */
  readonly text?: string;
  readonly grain?: Grain;
  readonly factors?: readonly UnitFactor[];
  /** On the start of a line that declares a name: it stays declared where the line cannot be read. */
  readonly declares?: DeclaredName;
  /** On the start of a heading whose name cannot be read. */
  readonly heading?: HeadingKind;
  readonly step?: Rational;
}

export interface Lexeme extends IToken {
  readonly payload: Payload;
  /** First on its physical line. */
  readonly lineStart: boolean;
  /** Which statement of the file it belongs to. */
  statement: number;
}

const NOTHING: Payload = {};

export function lexeme(
  type: TokenType,
  text: string,
  start: number,
  end: number,
  lineStart: boolean,
  payload: Payload = NOTHING,
): Lexeme {
  return {
    image: text.slice(start, end),
    startOffset: start,
    endOffset: end - 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
    payload,
    lineStart,
    statement: -1,
  };
}

export const endOf = (of: IToken): number => (of.endOffset ?? of.startOffset - 1) + 1;
