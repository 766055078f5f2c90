/** What only neighbours can settle once the words are cut: 是, 的, the ends of statements, the cells of a table. */
import type { TokenType } from "chevrotain";
import { keywordType, type Lexeme, Reference, T } from "./tokens.ts";

const is = (token: Lexeme | undefined, ...types: readonly TokenType[]): boolean =>
  token !== undefined && types.includes(token.tokenType);
const isReference = (token: Lexeme | undefined): boolean => token?.tokenType.CATEGORIES?.includes(Reference) === true;

const K = {
  is: keywordType("Is"),
  equal: keywordType("Equal"),
  of: keywordType("Of"),
  implies: keywordType("Implies"),
  falseValue: keywordType("False"),
  lparen: keywordType("LParen"),
  rparen: keywordType("RParen"),
  call: keywordType("Call"),
  minus: keywordType("Minus"),
  halve: keywordType("Halve"),
  allOf: keywordType("AllOf"),
  anyOf: keywordType("AnyOf"),
  assumption: keywordType("Assumption"),
  dash: keywordType("Dash"),
} as const;

const values = [T.Quantity, T.DateValue, T.MonthValue, T.MonthSpan, T.True, K.falseValue] as const;
const endsOperand = (token: Lexeme | undefined): boolean =>
  isReference(token) || is(token, ...values, K.rparen, K.halve);
const startsOperand = (token: Lexeme | undefined): boolean =>
  isReference(token) || is(token, ...values, K.lparen, K.call, K.minus, K.is);

const retyped = (token: Lexeme, type: TokenType, last: Lexeme = token): Lexeme => ({
  ...token,
  tokenType: type,
  tokenTypeIdx: type.tokenTypeIdx ?? 0,
  ...(last === token ? {} : { endOffset: last.endOffset ?? token.startOffset, image: token.image + last.image }),
});

/** Splits the tokens of one extent into statements, each settled. */
export function settle(tokens: readonly Lexeme[]): Lexeme[][] {
  const statements: Lexeme[][] = [];
  let current: Lexeme[] = [];
  let listing = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const next = tokens[index + 1];
    if (is(token, K.is)) {
      const operator = endsOperand(current.at(-1)) && startsOperand(next);
      current.push(retyped(token, operator ? K.equal : T.True));
    } else if (is(token, K.of) && is(next, T.Comma) && next !== undefined) {
      current.push(retyped(token, T.ConditionEnd, next));
      listing = false;
      index += 1;
    } else if (is(token, K.of) && listing && (next === undefined || is(next, T.Stop, T.ItemMark, K.implies))) {
      continue;
    } else if (is(token, T.Stop)) {
      if (is(next, K.assumption)) continue;
      if (listing) current.push(retyped(token, T.ItemEnd));
      else {
        if (current.length > 0) statements.push(current);
        current = [];
      }
    } else {
      if (is(token, K.allOf, K.anyOf)) listing = true;
      if (is(token, K.implies)) listing = false;
      current.push(token);
    }
  }
  if (current.length > 0) statements.push(current);
  return statements;
}

/** Marks the cells of a row that hold only `-`, and those that hold nothing; closes a row left open. */
export function settleRow(tokens: readonly Lexeme[]): Lexeme[] {
  const row: Lexeme[] = [];
  let cell: Lexeme[] | undefined;
  for (const token of tokens) {
    if (!is(token, T.Bar)) {
      if (cell === undefined) row.push(token);
      else cell.push(token);
      continue;
    }
    if (cell !== undefined) row.push(...settleCell(cell, token));
    row.push(token);
    cell = [];
  }
  const last = row.at(-1);
  if (cell === undefined || last === undefined) return row;
  // 推定 may follow the last bar; anything else there is a cell whose bar is missing.
  if (cell.length > 0 && !is(cell[0], K.assumption)) {
    const end = cell.at(-1) ?? last;
    const bar = {
      ...retyped(end, T.Bar),
      image: "",
      startOffset: (end.endOffset ?? 0) + 1,
      endOffset: end.endOffset ?? 0,
    };
    return [...row, ...settleCell(cell, end), bar];
  }
  return [...row, ...cell];
}

function settleCell(cell: readonly Lexeme[], close: Lexeme): Lexeme[] {
  const [first] = cell;
  if (first === undefined)
    return [{ ...retyped(close, T.EmptyCell), image: "", endOffset: close.startOffset - 1, payload: {} }];
  if (cell.length === 1 && is(first, K.minus, K.dash)) return [retyped(first, T.AnyCell)];
  return [...cell];
}
