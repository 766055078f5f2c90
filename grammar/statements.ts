/** Turns one extent into statements of tokens, and reports what is wrong with words rather than with grammar. */
import type { Declaration } from "./declarations.ts";
import type { Statement } from "./file.ts";
import { readHeadingTokens } from "./headings.ts";
import { keywords } from "./keywords.ts";
import { type Extent, findOutside, skipBlank } from "./layout.ts";
import { type Lexer, typeWordKinds } from "./lexer.ts";
import { didYouMean, nearest } from "./nearest.ts";
import { settle, settleRow } from "./settle.ts";
import { endOf, keywordType, type Lexeme, type LineKind, T } from "./tokens.ts";
import { unitTable } from "./units.ts";
import { isDigit } from "./width.ts";

/** Formulas nested deeper than this would overflow the stack of whoever reads them. */
const DEEPEST = 60;

const lineStartWords = new Map(
  keywords.filter(({ place }) => place === "lineStart").map((keyword) => [keyword.word, keyword]),
);

export function readStatement(
  lexer: Lexer,
  kind: LineKind,
  section: number,
  extent: Extent,
  declaration: Declaration | undefined,
  header: boolean,
): Statement[] {
  lexer.unsound = false;
  lexer.inCase = kind === "case";
  const tokens = header ? readHeader(lexer, extent) : readTokens(lexer, kind, extent, declaration);
  if (declaration !== undefined) checkDeclaration(lexer, kind, declaration);
  lexer.written.push(...tokens);
  const { runs } = lexer;
  const split = header ? [tokens] : settle(tokens);
  const unsound = lexer.unsound;
  return split.flatMap((part, index): Statement[] => {
    const settled = kind === "table" && !header ? settleRow(part) : part;
    if (kind === "table" && isRule(settled)) return [];
    const shallow = checkDepth(lexer, settled);
    const sound = !unsound && shallow;
    const first = settled[0];
    const last = settled.at(-1);
    if (first === undefined || last === undefined) return [];
    return [
      {
        kind,
        section,
        tokens: !shallow ? [] : sound ? mergeUnits(lexer, settled) : settled,
        extent: { start: first.startOffset, end: endOf(last) },
        runs:
          split.length === 1 ? runs : runs.filter((run) => run.start >= first.startOffset && run.end <= endOf(last)),
        unsound: !sound,
        declaration: index === 0 ? declaration : undefined,
      },
    ];
  });
}

/** `|---|---|`, which tables in other notations have under their head. */
const isRule = (tokens: readonly Lexeme[]): boolean =>
  tokens.length > 1 &&
  tokens.every(({ tokenType, image }) => tokenType === T.Bar || /^[-—:]+$/.test(image)) &&
  tokens.some(({ image }) => /^[-—]/.test(image)) &&
  tokens.every(({ tokenType }) => tokenType !== T.AnyCell);

function readTokens(lexer: Lexer, kind: LineKind, extent: Extent, declaration: Declaration | undefined): Lexeme[] {
  const { text } = lexer;
  const { start, end } = extent;
  if (declaration !== undefined) return lexer.declaration(declaration, (words) => lexer.cutter.units.readWhole(words));
  for (const [word, keyword] of lineStartWords) {
    if (!text.startsWith(word, start)) continue;
    const after = start + word.length;
    if (word === "依据") {
      if (text[skipBlank(text, after, end)] !== "《") continue;
      const [first, ...rest] = readHeadingTokens(lexer, "basis", start, after, end);
      return first === undefined ? rest : [lexer.make(keywordType("BasisWord"), start, after, { keyword }), ...rest];
    }
    if (kind !== "pool") continue;
    const rest = lexer.read(after, end);
    return [lexer.make(keywordType(keyword.token), start, after, { keyword }), ...rest];
  }
  return lexer.read(start, end);
}

/** The first row of a table holds names as they were declared, whatever they contain. */
function readHeader(lexer: Lexer, { start, end }: Extent): Lexeme[] {
  const { text } = lexer;
  const tokens: Lexeme[] = [lexer.make(T.HeaderBar, start, start + 1)];
  for (let index = start + 1; index < end;) {
    const from = skipBlank(text, index, end);
    const stop = findOutside(text, from, end, (at) => text[at] === "|");
    if (from < stop) {
      const quotes: Lexeme[] = [];
      if (/["「『“‘]/.test(text[from] ?? "")) lexer.quoted(from, stop, quotes);
      let to = stop;
      while (to > from && /\s/.test(text[to - 1] ?? "")) to -= 1;
      tokens.push(quotes[0] ?? lexer.make(T.Named, from, to, { text: text.slice(from, to) }));
    } else if (stop < end) tokens.push(lexer.make(T.EmptyCell, stop, stop));
    if (from < stop || stop < end) tokens.push(lexer.make(T.Bar, Math.min(stop, end), Math.min(stop + 1, end)));
    index = stop + 1;
  }
  return tokens;
}

/** The missing colon, the unknown type: what readDeclaration saw and the grammar would say less clearly. */
function checkDeclaration(lexer: Lexer, kind: LineKind, of: Declaration): void {
  const { report, text } = lexer;
  const { start, end } = of.extent;
  if (of.separator === undefined) {
    const name = of.name.text === "" ? text.slice(start, end) : of.name.text;
    if (kind === "definitions") report("definition-without-value", { name }, start, end);
    else report("declaration-without-type", { name }, start, end);
    lexer.unsound = true;
    return;
  }
  if (of.name.text === "") {
    report("name-missing", {}, start, of.separator + 1);
    lexer.unsound = true;
  }
  if (of.type === undefined) return;
  const words = text.slice(of.type.start, of.type.end);
  if (words === "") {
    report("declaration-without-type", { name: of.name.text }, start, of.separator + 1);
    lexer.unsound = true;
  } else if (of.misparted) report("values-misparted", {}, of.type.start, of.type.end);
  else if (of.values.length < 2 && !typeWordKinds.has(words) && lexer.cutter.units.readWhole(words) === undefined) {
    const meant = nearest(words, [...typeWordKinds.keys(), ...lexer.cutter.units.names]);
    const money = /^[十百千万亿]+/.exec(words)?.[0];
    const base = money === undefined ? undefined : words.slice(money.length);
    const hint =
      base !== undefined && lexer.cutter.units.readWhole(base) !== undefined
        ? { hint: `类型只写单位「${base}」,「${money}」写在数里` }
        : meant === undefined || typeWordKinds.has(meant)
          ? didYouMean(meant)
          : unitHint(words, meant);
    lexer.unknownUnits.add(words);
    report("unknown-type", { type: words }, of.type.start, of.type.end, hint);
  }
}

const unitHint = (unit: string, meant: string | undefined): { readonly hint?: string } =>
  meant === undefined ? {} : { hint: `是否指「${meant}」?需要新的单位时,在文件开头写「单位 ${unit}」` };

function checkDepth(lexer: Lexer, tokens: readonly Lexeme[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === keywordType("LParen")) depth += 1;
    else if (token.tokenType === keywordType("RParen")) depth -= 1;
    if (depth <= DEEPEST) continue;
    lexer.report("nesting-too-deep", { limit: String(DEEPEST) }, token.startOffset, endOf(token));
    return false;
  }
  return true;
}

/** `500匹`: a number that touches a name which no one declared carries a unit that no one knows. */
function mergeUnits(lexer: Lexer, tokens: readonly Lexeme[]): Lexeme[] {
  const merged: Lexeme[] = [];
  for (const token of tokens) {
    const before = merged.at(-1);
    const literal = before?.payload.literal;
    const touches =
      token.tokenType === T.UnknownTerm &&
      before !== undefined &&
      endOf(before) === token.startOffset &&
      literal?.kind === "quantity" &&
      (literal.notation === "bare" || literal.notation === "unit") &&
      isDigit(before.image.charCodeAt(0));
    if (!touches || before === undefined) {
      merged.push(token);
      continue;
    }
    const written = lexer.text.slice(before.startOffset, endOf(token));
    const unit = written.replace(/^[\d.,。\s十百千万亿]+/, "");
    const meant = nearest(unit, [...unitTable.keys(), ...lexer.cutter.units.declared]);
    // One declaration mends them all, and the type that lacks it may have been reported already.
    if (!lexer.unknownUnits.has(unit))
      lexer.report("unknown-unit", { unit }, endOf(token) - unit.length, endOf(token), unitHint(unit, meant));
    lexer.unknownUnits.add(unit);
    // Without its literal it is read as broken: nothing more is said about it.
    merged.splice(-1, 1, { ...before, image: written, endOffset: endOf(token) - 1, payload: {} });
  }
  return merged;
}
