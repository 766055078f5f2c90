/** Reads a whole file into tokens: sections, then declarations, then everything else over the dictionary they make. */
import type { SourceFile } from "../diagnostics/source.ts";
import type { Name } from "./ast.ts";
import { Cutter, type Names } from "./cut.ts";
import {
  assumptionFollows,
  type Declaration,
  readDeclaration,
  splitStatements,
  type WrittenName,
} from "./declarations.ts";
import { Dictionary } from "./dictionary.ts";
import { readHeadingTokens } from "./headings.ts";
import { reservedWords } from "./keywords.ts";
import {
  type Extent,
  groupStatements,
  type Joint,
  type Line,
  readSections,
  type Section,
  skipBlank,
} from "./layout.ts";
import { type CutRun, Lexer } from "./lexer.ts";
import type { Conventions } from "./nodes.ts";
import type { Report } from "./report.ts";
import { readStatement } from "./statements.ts";
import { endOf, isLineKind, keywordType, lineKindOf, type Lexeme, lexeme, type LineKind, starts, T } from "./tokens.ts";
import { UnitReader } from "./units.ts";
import { isBareName, normalizeWidth } from "./width.ts";

/** One statement's tokens, between its opening token and its end. */
export interface Statement {
  readonly kind: LineKind | "heading";
  readonly section: number;
  readonly tokens: readonly Lexeme[];
  readonly extent: Extent;
  readonly runs: readonly CutRun[];
  /** A fault was reported that makes what the grammar says beside the point. */
  readonly unsound: boolean;
  readonly declaration: Declaration | undefined;
}

type DeclarationRole = "input" | "definition" | "outcome" | "value" | "import";

export interface DeclaredTerm extends WrittenName {
  readonly role: DeclarationRole;
}

/** A name that an import brings into the file. */
export interface LinkedName {
  readonly text: string;
  readonly role: "input" | "value";
  /** Only 算例 may use it. */
  readonly caseOnly: boolean;
  /** Whence: the name of the imported policy, where the file writes it. */
  readonly policy: Name;
}

export interface LexedFile {
  readonly text: string;
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  readonly terms: readonly DeclaredTerm[];
  readonly names: ReadonlySet<string>;
  /** Names reported as words of the language: what holds one of them reads wrongly for that reason alone. */
  readonly taken: ReadonlySet<string>;
  readonly conventions: Conventions;
  readonly lexer: Lexer;
  /** Tokens as cut, before neighbours settled anything, in the order of the text: what the formatter writes out. */
  readonly written: readonly Lexeme[];
  /** Where statements of section bodies begin; other lines of a body continue one. */
  readonly openings: ReadonlySet<number>;
}

/** 基准日 is an input that every policy accepts, 适用版本日 one that amended policies do. */
const DATES = ["基准日", "适用版本日"];

const declaring = ["inputs", "definitions", "outcomes"] as const;
type DeclaringKind = (typeof declaring)[number];
const isDeclaring = (kind: string): kind is DeclaringKind => declaring.some((candidate) => candidate === kind);

interface SectionHeads {
  readonly units: readonly string[];
  readonly conventions: Conventions;
  readonly names: Names;
  readonly imports: readonly WrittenName[];
  readonly headings: ReadonlyMap<Section, readonly Lexeme[]>;
}

function readHeads(sections: readonly Section[], lexer: Lexer): SectionHeads {
  const units: string[] = [];
  const conventions = new Map<string, boolean>();
  const imports: WrittenName[] = [];
  const names = { pools: new Array<string>(), targets: new Array<string>(), constraints: new Array<string>() };
  const headings = new Map<Section, readonly Lexeme[]>();
  for (const section of sections) {
    if (section.keyword === undefined || section.kind === "unknown" || section.kind === "orphan") continue;
    const tokens = readHeadingTokens(
      lexer,
      section.kind,
      section.heading.start,
      section.afterWord,
      section.heading.end,
    );
    headings.set(section, tokens);
    const written = tokens.slice(1).filter(({ tokenType }) => tokenType === T.Named || tokenType === T.Quoted);
    const words = written.map((token) => token.payload.text ?? "");
    const [name] = words;
    if (section.kind === "units") units.push(...words);
    else if (section.kind === "pool" && name !== undefined) names.pools.push(name);
    else if (section.kind === "target" && name !== undefined) names.targets.push(name);
    else if (section.kind === "constraint" && name !== undefined) names.constraints.push(name);
    else if (section.kind === "convention") readConvention(section.keyword.word, tokens, words, conventions);
    else if (section.kind === "import") imports.push(...importedNames(tokens));
  }
  return { units, conventions, names, imports, headings };
}

function readConvention(
  word: string,
  tokens: readonly Lexeme[],
  more: readonly string[],
  into: Map<string, boolean>,
): void {
  const boundary = tokens.find(({ tokenType }) => tokenType === keywordType("Inclusive"));
  if (boundary === undefined) return;
  for (const each of [word, ...more]) into.set(each, boundary.payload.keyword?.value === "included");
}

function importedNames(tokens: readonly Lexeme[]): WrittenName[] {
  const from = tokens.findIndex(({ tokenType }) => tokenType === keywordType("FromPolicy"));
  return tokens
    .slice(1, from === -1 ? undefined : from)
    .filter(({ tokenType }) => tokenType === T.Named || tokenType === T.Quoted)
    .map((token) => ({
      text: token.payload.text ?? "",
      start: token.startOffset,
      end: endOf(token),
      quoted: token.tokenType === T.Quoted,
    }));
}

const roles: Readonly<Record<DeclaringKind, DeclarationRole>> = {
  inputs: "input",
  definitions: "definition",
  outcomes: "outcome",
};

/** Declarations of one section, statement by statement; those that only hold 推定 have none. */
type Declared = ReadonlyMap<
  Section,
  readonly { readonly extent: Extent; readonly declaration: Declaration | undefined }[]
>;

function readDeclarations(sections: readonly Section[], text: string, openings: Set<number>): Declared {
  const declared = new Map<Section, { extent: Extent; declaration: Declaration | undefined }[]>();
  for (const section of sections) {
    const { kind } = section;
    if (!isDeclaring(kind)) continue;
    const whole = groupStatements(section, text, () => undefined);
    for (const { start } of whole) openings.add(start);
    const extents = whole.flatMap((extent) => splitStatements(text, extent));
    declared.set(
      section,
      extents.map((extent) => ({
        extent,
        declaration: assumptionFollows(text, extent.start, extent.end)
          ? undefined
          : readDeclaration(text, extent, kind),
      })),
    );
  }
  return declared;
}

function declaredTerms(declared: Declared, imports: readonly WrittenName[]): DeclaredTerm[] {
  const terms: DeclaredTerm[] = imports.map((name) => ({ ...name, role: "import" }));
  for (const [section, list] of declared)
    for (const { declaration } of list) {
      if (declaration === undefined || !isDeclaring(section.kind)) continue;
      terms.push({ ...declaration.name, role: roles[section.kind] });
      for (const value of declaration.values) terms.push({ ...value, role: "value" });
    }
  return terms.filter(({ text }) => text !== "");
}

/** Reports names that are no name, or that the language needs for itself, and answers the latter. */
function checkNames(terms: readonly DeclaredTerm[], report: Report): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { text, quoted, start, end, role } of terms) {
    if (quoted || role === "import") continue;
    if (!isBareName(text)) report("malformed-name", { name: text }, start, end);
    else if (reservedWords.has(text)) {
      report("name-is-keyword", { name: text }, start, end);
      taken.add(text);
    }
  }
  return taken;
}

/** What running text is cut over. A name equal to a keyword is only ever written in 「」, so it is left out. */
const cuttable = (terms: readonly { readonly text: string }[]): ReadonlySet<string> =>
  new Set(
    terms
      .map(({ text }) => normalizeWidth(text))
      .filter((text) => !reservedWords.has(text) && !/[\s,;。:|「」"]/.test(text)),
  );

export function lexFile(file: SourceFile, linked: readonly LinkedName[], report: Report): LexedFile {
  const original = file.text;
  const text = normalizeWidth(original);
  const sections = readSections(text, original, report);
  const plain = new Lexer(text, original, new Cutter(text, new Dictionary([]), new UnitReader(), emptyNames), report);
  const heads = readHeads(sections, plain);
  const openings = new Set<number>();
  const declared = readDeclarations(sections, text, openings);
  const terms = declaredTerms(declared, heads.imports);
  const taken = checkNames(terms, report);
  const anywhere = cuttable([
    ...DATES.map((text) => ({ text })),
    ...terms,
    ...linked.filter(({ caseOnly }) => !caseOnly),
  ]);
  const dictionary = new Dictionary(anywhere, cuttable(linked));
  const cutter = new Cutter(text, dictionary, new UnitReader(heads.units), heads.names);
  const lexer = new Lexer(text, original, cutter, report);
  const statements: Statement[] = [];
  for (const [index, section] of sections.entries()) {
    const heading = heads.headings.get(section);
    if (heading !== undefined) statements.push(headingStatement(index, section, heading));
    if (section.kind === "unknown" || section.kind === "orphan") continue;
    const lineKind = lineKindOf(section.kind);
    if (!isLineKind(lineKind)) continue;
    const list = declared.get(section);
    if (list !== undefined)
      for (const { extent, declaration } of list)
        statements.push(...readStatement(lexer, lineKind, index, extent, declaration, false));
    else readBody(lexer, section, lineKind, index, statements, openings);
  }
  return {
    text,
    sections,
    statements,
    terms,
    names: new Set([...DATES, ...[...terms, ...linked].map((term) => normalizeWidth(term.text))]),
    taken,
    conventions: heads.conventions,
    lexer,
    written: [...[...heads.headings.values()].flat(), ...lexer.written].sort((a, b) => a.startOffset - b.startOffset),
    openings,
  };
}

const emptyNames: Names = { pools: [], targets: [], constraints: [] };

function headingStatement(section: number, { heading }: Section, tokens: readonly Lexeme[]): Statement {
  return { kind: "heading", section, tokens, extent: heading, runs: [], unsound: false, declaration: undefined };
}

function readBody(
  lexer: Lexer,
  section: Section,
  kind: LineKind,
  index: number,
  statements: Statement[],
  openings: Set<number>,
): void {
  const joint = (line: Line): Joint => {
    const token = lexer.cutter.candidates(line.first, false)[0]?.keyword?.token;
    if (token === "Of" && lexer.text[skipBlank(lexer.text, line.first + 1, line.end)] === ",") return "arrow";
    return token === "Implies" ? "arrow" : token === "And" || token === "Or" ? "connective" : undefined;
  };
  let header = true;
  for (const extent of groupStatements(section, lexer.text, joint)) {
    openings.add(extent.start);
    const row = kind === "table" && lexer.text[extent.start] === "|";
    statements.push(...readStatement(lexer, kind, index, extent, undefined, row && header));
    if (row) header = false;
  }
}

/** What the parser reads of one statement: its tokens between one that opens it and one that ends it. */
export function lineOf({ kind, extent, tokens, declaration }: Statement, index: number, text: string): Lexeme[] {
  const { start, end } = extent;
  const payload = declaration === undefined ? {} : { declares: declaration.name };
  const open = lexeme(starts[kind], text, start, start, true, payload);
  const line = [open, ...tokens, lexeme(T.StatementEnd, text, end, end, false)];
  for (const token of line) token.statement = index;
  return line;
}
