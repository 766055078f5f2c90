/** The words of one line as the formatter writes them: what stands between two of them, and in what width. */
import type { TokenType } from "chevrotain";
import { Comparison, endOf, keywordType, type Lexeme, T } from "./tokens.ts";

/** A token, a comment, or text that no token holds (a full stop after a heading). */
export interface Atom {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly token: Lexeme | undefined;
  readonly comment: boolean;
}

/** Letters, digits, punctuation and spaces in half width; 。 and 、 have no half width in Chinese text. */
export const settleWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2000-\u200a\u202f]/g, " ");

const K = {
  dash: keywordType("Dash"),
  enumerate: keywordType("Enumerate"),
  lparen: keywordType("LParen"),
  rparen: keywordType("RParen"),
  call: keywordType("Call"),
  plus: keywordType("Plus"),
  minus: keywordType("Minus"),
  times: keywordType("Times"),
  divide: keywordType("Divide"),
  implies: keywordType("Implies"),
  of: keywordType("Of"),
  assumption: keywordType("Assumption"),
  quotation: keywordType("Quotation"),
  elsewhere: keywordType("Elsewhere"),
  reason: keywordType("Reason"),
} as const;

const signs: readonly TokenType[] = [K.plus, K.minus, K.times, K.divide, K.implies];

const typeOf = (atom: Atom | undefined): TokenType | undefined => atom?.token?.tokenType;
const isHeading = (atom: Atom): boolean => atom.token?.tokenType.name.endsWith("Heading") === true;

/** An operator written as a sign, which stands between spaces; one written in words keeps what the drafter chose. */
function isSign(atom: Atom): boolean {
  const type = typeOf(atom);
  if (atom.text === "|") return true;
  if (type === undefined) return false;
  if (signs.includes(type)) return true;
  return type.CATEGORIES?.includes(Comparison) === true && /^[<>=!≤≥≠]/.test(atom.text);
}

/** A sign before a number rather than between two: so placed by what precedes it, or so written. */
function isPrefix(atom: Atom, before: Atom | undefined, touches: boolean): boolean {
  if (typeOf(atom) !== K.minus) return false;
  if (touches && before !== undefined && before.end < atom.start) return true;
  const type = typeOf(before);
  return (
    before === undefined ||
    isSign(before) ||
    type === K.lparen ||
    type === T.Comma ||
    before.token?.payload.keyword !== undefined
  );
}

/** Whether a statement is written as running text, where commas take no space after them. */
export function isRunning(atoms: readonly Atom[]): boolean {
  return atoms.some((atom, index) => typeOf(atom) === K.of && typeOf(atoms[index + 1]) === T.Comma);
}

/** What stands between two neighbours on a line. */
function between(a: Atom, b: Atom, before: Atom | undefined, spaced: boolean, running: boolean): string {
  const [left, right] = [typeOf(a), typeOf(b)];
  const kept = spaced ? " " : "";
  if (b.comment) return "  ";
  if (right === T.Comma || right === T.Stop || right === T.Colon || /^[,;。]/.test(b.text)) return "";
  if (right === K.assumption) return left === T.Stop || left === T.ConditionEnd ? kept : "    ";
  if (left === K.enumerate || right === K.enumerate || left === K.dash || right === K.dash) return "";
  if (left === K.lparen || right === K.rparen) return "";
  if (left === K.call && right === K.lparen) return "";
  if (isPrefix(a, before, a.end === b.start)) return "";
  if (isSign(a) || isSign(b)) return " ";
  if (left === T.Comma || left === T.Stop || left === T.Colon) return running ? kept : " ";
  if (right === T.Quoted && left !== undefined && takesQuotation(a)) return "";
  if (isHeading(a) || left === T.Title || right === T.Title || right === K.reason) return " ";
  if (left === T.Quoted && right === T.Quoted) return " ";
  return kept;
}

function takesQuotation(atom: Atom): boolean {
  const type = typeOf(atom);
  return (
    type === K.quotation ||
    type === K.assumption ||
    type === K.elsewhere ||
    type === K.reason ||
    type?.name === "NonRuleHeading"
  );
}

/** One line of atoms, with settled spacing. */
export function writeLine(atoms: readonly Atom[], text: string, running: boolean): string {
  let line = "";
  for (const [index, atom] of atoms.entries()) {
    const previous = atoms[index - 1];
    if (previous !== undefined)
      line += between(previous, atom, atoms[index - 2], /\s/.test(text.slice(previous.end, atom.start)), running);
    line += atom.text;
  }
  return line;
}

/** The text of a token as it is written out. Quotations keep their words; a line break within is indented anew. */
export function atomOf(token: Lexeme, original: string, indent: string): Atom {
  const [start, end] = [token.startOffset, endOf(token)];
  const raw = original.slice(start, end);
  const quoted = token.tokenType === T.Quoted || token.tokenType === T.Title;
  const gap = token.tokenType === T.UnitType ? "" : " ";
  const text = quoted
    ? raw.replace(/[ \t\u3000\r]*\n[ \t\u3000]*/g, `\n${indent}`)
    : settleWidth(raw).replace(/\s+/g, gap);
  return { text, start, end, token, comment: false };
}
