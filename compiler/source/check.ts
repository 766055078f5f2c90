/**
 * Ties rules to the text: each quotation stands in its document, each figure of a statement in its quotation, each figure
 * of a quotation in some statement that quotes it, and boundary words agree with operators. Works on the syntax tree, so
 * that it also tells where other errors stand in the way of lowering.
 */
import { diagnose, type Diagnostic, type Extras } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../diagnostics/source.ts";
import type { Basis, ComparisonOperator, DateLiteral, NonRule, PolicyFile, Quotation } from "../../grammar/ast.ts";
import { Reporter } from "../report.ts";
import { sameWords } from "./comparable.ts";
import { type BoundaryOperator, complement, type Convention } from "./boundary.ts";
import { SourceDocument } from "./document.ts";
import type { EncodedFigure } from "./encoded.ts";
import { agrees, liesIn } from "./figures.ts";
import { type DocumentText, figuresIn, type Library, type ReadDocument, type ReadFigure } from "./library.ts";
import { Bases, basesOf, place, type Placed } from "./quotations.ts";
import { checkResponsible } from "./responsible.ts";
import { nounOf, type OwnFigure, type QuotingStatement, type PolicyStatements, statementsOf } from "./statements.ts";

export type { DocumentText };

/** What one policy's quotations give, whatever other policies quote. */
export interface QuotationFindings {
  readonly found: readonly Diagnostic[];
  readonly notes: readonly EncodingNote[];
}

/** A figure that a policy quotes, and whether it encodes it: another policy may, that quotes the same sentence. */
interface EncodingNote {
  /** The document, or the policy itself where its document is not known. */
  readonly text: string;
  readonly figure: ReadFigure;
  readonly encoded: boolean;
  readonly missing: () => Diagnostic;
}

/** `sound`: read without errors; where lines were lost, a figure may have been encoded in them. */
export function checkQuotations(
  { file, tree }: { readonly file: SourceFile; readonly tree: PolicyFile },
  sound: boolean,
  library: Library,
): QuotationFindings {
  const all = basesOf(tree);
  if (all.length === 0) return { found: [], notes: [] };
  const reporter = new Reporter(file);
  const bases = new Bases(library, reporter);
  bases.checkParagraphs(all);
  checkResponsible(tree, bases.documentsOf(all), reporter);
  const notes = new PolicyCheck(tree, reporter, bases, sound).check();
  return { found: reporter.diagnostics, notes };
}

/** Of all policies: for each, its figures that none of them encodes. Who quotes a figure first is told. */
export function unencodedFigures(policies: readonly QuotationFindings[]): readonly (readonly Diagnostic[])[] {
  const figures = new Map<string, { encoded: boolean; readonly policy: number; readonly missing: () => Diagnostic }>();
  for (const [policy, { notes }] of policies.entries())
    for (const { text, figure, encoded, missing } of notes) {
      const place = `${figure.start}-${figure.end} ${text}`;
      const known = figures.get(place);
      if (known === undefined) figures.set(place, { encoded, policy, missing });
      else known.encoded ||= encoded;
    }
  const told = policies.map((): Diagnostic[] => []);
  for (const { encoded, policy, missing } of figures.values()) if (!encoded) told[policy]?.push(missing());
  return told;
}

const boundaryPhrases: Readonly<Record<ComparisonOperator, string>> = {
  "<": "小于,不含本数",
  "<=": "小于或等于,含本数",
  ">": "大于,不含本数",
  ">=": "大于或等于,含本数",
  "=": "等于",
  "!=": "不等于",
};

const isBoundary = (operator: ComparisonOperator): operator is BoundaryOperator =>
  operator !== "=" && operator !== "!=";

/** Where the text turns its boundary round: 超过30日的不予受理 is coded as 30日以内 being accepted. */
const turnsRound = /除外|不予|不得|不再|不享受|不适用|方可|之外|以外|取消|停止|停发/;
/** A 推定 about the boundary itself settles it. */
const aboutBoundary = /本数|以[上下内外]|含/;

class PolicyCheck {
  readonly #statements: PolicyStatements;
  readonly #issuedYear: number;
  readonly #conventions: readonly Convention[];
  readonly #notes: EncodingNote[] = [];
  /** Of all quotations of the policy, for definitions and formulas, which cannot quote. */
  readonly #quoted: ReadFigure[] = [];
  #quotesAll = true;
  #quotes = false;

  constructor(
    readonly tree: PolicyFile,
    readonly reporter: Reporter,
    readonly bases: Bases,
    readonly sound: boolean,
  ) {
    const issued = tree.items.find((item) => item.kind === "Issued");
    this.#issuedYear = issued === undefined ? 0 : yearOf(issued.date);
    this.#conventions = tree.items.flatMap((item) =>
      item.kind === "BoundaryConvention"
        ? item.words.map((word) => ({ word, inclusive: item.inclusive, from: 0 }))
        : [],
    );
    this.#statements = statementsOf(tree, this.#issuedYear);
  }

  check(): readonly EncodingNote[] {
    for (const statement of this.#statements.statements) this.#statement(statement);
    for (const item of this.tree.items) if (item.kind === "NonRule") this.#nonRule(item);
    this.#sums();
    return this.#notes;
  }

  /** The year that dates of a document mean where they give none: that of its own 发布. */
  #yearOf(document: SourceDocument): number {
    const own = basesOf(this.tree).find(
      ({ title, issued }) => issued !== undefined && sameWords(title, document.title),
    );
    const year = own?.issued === undefined ? this.#issuedYear : yearOf(own.issued);
    return year === 0 ? issuedIn(document) : year;
  }

  #readingOf(document: SourceDocument): ReadDocument {
    const year = this.#yearOf(document);
    return this.bases.library.reading(document, year, this.#conventions);
  }

  #nonRule({ quotation, basis: own }: NonRule): void {
    const basis = own.length > 0 ? own : this.#statements.basis;
    const placed = place(quotation, this.bases.documentsOf(basis), basis, this.reporter);
    if (placed === undefined) return;
    const reading = this.#readingOf(placed.document);
    // What holds no rule holds no figure to encode.
    for (const index of figuresIn(reading, placed.passages)) {
      const figure = reading.figures[index];
      if (figure !== undefined) this.#note(placed, figure, true);
    }
  }

  #statement(statement: QuotingStatement): void {
    const { basis, quotations, node } = statement;
    if (basis.length === 0) return;
    const documents = this.bases.documentsOf(basis);
    const known = documents.length > 0;
    if (quotations.length === 0 && !known) return;
    const placed = this.#placeAll(quotations, documents, basis);
    const said = placed.flatMap((one) => this.#figuresOf(one));
    // Its own words count too where a quotation is not found: its fault is told already.
    const lost = quotations.filter((quotation) => !placed.some((one) => one.found && one.quotation === quotation));
    const own = lost.flatMap((quotation) => this.#figuresOf(wholeOf(pseudoDocument([quotation]), quotation)));
    const figures = [...said, ...own].map(({ figure }) => figure);
    this.#quoted.push(...figures);
    this.#quotes ||= quotations.length > 0;
    this.#quotesAll &&= known;
    const unquoted = this.#checkQuoted(statement, figures);
    if (quotations.length === 0) {
      if (!unquoted && !statement.assumed && !isBare(statement))
        this.reporter.report("quotation-missing", { noun: nounOf[node.kind], name: node.name.text }, node.name.span);
      return;
    }
    this.#checkBoundaries(statement, figures, placed);
    if (this.sound && lost.length === 0) this.#noteEncoded(statement, said);
  }

  #placeAll(
    quotations: readonly Quotation[],
    documents: readonly SourceDocument[],
    basis: readonly Basis[],
  ): readonly Placed[] {
    if (documents.length > 0)
      return quotations.flatMap((quotation) => place(quotation, documents, basis, this.reporter) ?? []);
    // Without its document a quotation is taken at its word.
    const document = pseudoDocument(quotations);
    return quotations.map((quotation) => wholeOf(document, quotation));
  }

  #figuresOf(placed: Placed): readonly { readonly placed: Placed; readonly figure: ReadFigure }[] {
    const reading = this.#readingOf(placed.document);
    return figuresIn(reading, placed.passages).flatMap((index) => {
      const figure = reading.figures[index];
      return figure === undefined ? [] : [{ placed, figure }];
    });
  }

  /** Answers whether something was told. */
  #checkQuoted(statement: QuotingStatement, said: readonly ReadFigure[]): boolean {
    const lacking = statement.figures.filter(
      (figure) => figure.assumptions.length === 0 && !figure.incidental && !said.some((one) => isSaid(figure, one)),
    );
    const { node } = statement;
    for (const { span } of lacking)
      this.#reportUnquoted(span, `${nounOf[node.kind]}「${node.name.text}」`, said, statement.quotations.length === 0);
    return lacking.length > 0;
  }

  #reportUnquoted(span: EncodedFigure["span"], owner: string, said: readonly ReadFigure[], noQuotation: boolean): void {
    const words = [...new Set(said.map(({ text }) => text))];
    const extras: Extras = noQuotation
      ? { hint: "请用「原文」引用写出这个数的那句话;文件没有写的,用「推定」说明" }
      : words.length === 0
        ? {}
        : { hint: `原文里的数是:${words.join("、")};数从别处来的,补上那句原文,或用「推定」说明` };
    this.reporter.report("figure-not-quoted", { figure: this.reporter.quote(span), owner }, span, extras);
  }

  /** Definitions and formulas cannot quote: their figures have to stand in some quotation of the policy. */
  #sums(): void {
    if (!this.#quotes || !this.#quotesAll) return;
    for (const { name, figures } of this.#statements.sums)
      for (const figure of figures)
        if (!figure.incidental && !this.#quoted.some((said) => isSaid(figure, said)))
          this.#reportUnquoted(figure.span, `「${name.text}」`, [], false);
  }

  #checkBoundaries(statement: QuotingStatement, said: readonly ReadFigure[], placed: readonly Placed[]): void {
    const text = placed.map(({ document, passages }) =>
      passages.map((one) => document.normal.slice(one.start, one.end)),
    );
    const turned = turnsRound.test(text.flat().join("。"));
    const compared = [...statement.figures, ...statement.defined];
    const check = (figure: EncodedFigure, lenient: boolean): void => {
      const { operator } = figure;
      if (operator === undefined || figure.incidental) return;
      const same = said.filter((one) => isSaid(figure, one));
      const drawn = same.flatMap((one) => (one.boundary === undefined ? [] : [{ one, boundary: one.boundary }]));
      const [first] = drawn;
      if (first === undefined || drawn.some(({ boundary }) => boundary.operator === operator)) return;
      if (operator === "=" && drawn.length < same.length) return;
      const isComplement = drawn.some(({ boundary }) => complement[boundary.operator] === operator);
      const direct = (one: BoundaryOperator): boolean =>
        compared.some((other) => other.operator === one && isSaid(other, first.one));
      if (isComplement && (lenient || turned || direct(first.boundary.operator))) return;
      this.#reportBoundary(figure, first.one, first.boundary, operator);
    };
    for (const figure of statement.figures) if (!settlesBoundary(figure)) check(figure, false);
    for (const figure of statement.defined) check(figure, true);
  }

  #reportBoundary(
    figure: EncodedFigure,
    said: ReadFigure,
    boundary: { readonly operator: BoundaryOperator; readonly word: string },
    operator: ComparisonOperator,
  ): void {
    const { file, span: place } = this.reporter.file.placeOf(figure.span);
    const already = this.reporter.diagnostics.some(
      (one) =>
        one.code === "boundary-word" &&
        one.file === file &&
        one.span.start === place.start &&
        one.span.end === place.end,
    );
    if (already) return;
    const parameters = {
      word: boundary.word,
      figure: said.text,
      meaning: boundaryPhrases[boundary.operator],
      operator: isBoundary(operator) ? operator : `「${boundaryPhrases[operator]}」`,
      coded: boundaryPhrases[operator],
      proper: boundary.operator,
    };
    this.reporter.report("boundary-word", parameters, figure.span);
  }

  /** A figure within its quotation; the whole of it where the figure is written otherwise there, or twice. */
  #writtenAt(span: Quotation["span"], figure: string): Quotation["span"] {
    const written = this.reporter.file.text.slice(span.start, span.end);
    const at = written.indexOf(figure);
    if (at === -1 || at !== written.lastIndexOf(figure)) return span;
    return { start: span.start + at, end: span.start + at + figure.length };
  }

  #noteEncoded(
    statement: QuotingStatement,
    said: readonly { readonly placed: Placed; readonly figure: ReadFigure }[],
  ): void {
    const encoded = [...statement.figures, ...statement.defined].flatMap(({ values }) => values);
    const all = [...encoded, ...statement.implied];
    for (const { placed, figure } of said) {
      // The year of issue is said by 发布: 2020年部门预算.
      const issuedYear = this.#yearOf(placed.document);
      const isYearOfIssue = figure.values.every((value) => value.kind === "year" && value.year === issuedYear);
      const isEncoded =
        !figure.needed ||
        isYearOfIssue ||
        figure.values.some((value) => all.some((one) => agrees(one, value) || liesIn(one, value)));
      this.#note(placed, figure, isEncoded, statement.node.name.text);
    }
  }

  #note({ document, quotation }: Placed, figure: ReadFigure, encoded: boolean, name = ""): void {
    const { file } = this.reporter;
    // A pseudo-document is the policy's own.
    const text = document.path === "" ? file.path : document.path;
    const missing = (): Diagnostic =>
      diagnose("figure-not-encoded", { figure: figure.text, name }, file, this.#writtenAt(quotation.span, figure.text));
    this.#notes.push({ text, figure, encoded, missing });
  }
}

const isSaid = ({ values }: EncodedFigure, said: ReadFigure): boolean =>
  values.some((value) => said.values.some((one) => agrees(value, one)));

const settlesBoundary = ({ assumptions }: OwnFigure): boolean => assumptions.some((text) => aboutBoundary.test(text));

/** Nothing in it could be quoted: it was not read, or is told elsewhere. */
const isBare = ({ node }: QuotingStatement): boolean => node.kind === "Clause" && node.rules.length === 0;

const yearOf = ({ iso }: DateLiteral): number => Number(iso.slice(0, 4));

/** The year of the document's own date, for a policy without 发布. */
function issuedIn(document: SourceDocument): number {
  const date = document.furniture.find(({ kind }) => kind === "date");
  const year =
    date === undefined ? undefined : /\d{4}/.exec(document.normal.slice(date.span.start, date.span.end))?.[0];
  return Number(year ?? 0);
}

/** The quotations themselves as a document, where theirs is not found. */
const pseudoDocument = (quotations: readonly Quotation[]): SourceDocument =>
  new SourceDocument("", `\n${quotations.map(({ text }) => text).join("\n")}`);

function wholeOf(document: SourceDocument, quotation: Quotation): Placed {
  const start = document.text.indexOf(quotation.text);
  return { quotation, document, passages: [{ start, end: start + quotation.text.length }], found: true };
}
