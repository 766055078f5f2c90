/** One file, from text to tree. */
import type { Related } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source.ts";
import type { Item, PolicyFile } from "./ast.ts";
import { contrast, divided, secondReadings } from "./ambiguity.ts";
import { Assembler, type Block } from "./assemble.ts";
import { familiar } from "./familiar.ts";
import { type LexedFile, lexFile, type LinkedName, lineOf, type Statement } from "./file.ts";
import { keywords } from "./keywords.ts";
import { bodiless } from "./layout.ts";
import { Lexer } from "./lexer.ts";
import type { SectionHeading } from "./line-nodes.ts";
import { explain } from "./mistakes.ts";
import { didYouMean, nearest } from "./nearest.ts";
import { nameNode, nameText } from "./nodes.ts";
import { PolicyParser, type ReadLine } from "./parser.ts";
import { Findings } from "./report.ts";
import { readStatement } from "./statements.ts";
import { endOf, isHeadingKind, keywordType, type Lexeme, T } from "./tokens.ts";

// Building the parser analyses the grammar; it holds nothing of a file once that has been read.
let shared: PolicyParser | undefined;

/** Beyond this many unknown names a file is in another language, and looking for what was meant only costs time. */
const MOST_SUGGESTIONS = 200;

export class FileReader {
  readonly #findings: Findings;
  readonly #lexed: LexedFile;
  readonly #parser = (shared ??= new PolicyParser());
  readonly #unknown = new Map<string, Lexeme[]>();

  constructor(
    readonly file: SourceFile,
    readonly linked: readonly LinkedName[],
  ) {
    this.#findings = new Findings(file);
    this.#lexed = lexFile(file, linked, this.#findings.report);
  }

  read(): { tree: PolicyFile; diagnostics: Findings["list"] } {
    const lines = this.#parse();
    this.#checkTerms();
    this.#reportUnknown();
    const tree = this.#assemble(lines);
    return { tree, diagnostics: this.#findings.list.sort((a, b) => a.span.start - b.span.start) };
  }

  #parse(): ReadLine[] {
    const parser = this.#parser;
    const { text, names, conventions, statements } = this.#lexed;
    const values = this.#values();
    parser.text = text;
    parser.conventions = conventions;
    parser.isValue = (name) => values.has(name);
    parser.report = this.#findings.report;
    parser.unknown = (token) => {
      const known = token.tokenType !== T.UnknownTerm && names.has(nameText(token));
      if (!known && token.tokenType !== T.UnknownTerm) this.#note(token);
      return !known;
    };
    for (const { tokens } of statements) this.#noteUnknown(tokens);
    const lines = statements.map((statement, index) => parser.read(lineOf(statement, index, text)));
    const errors = lines.flatMap((line) => line.errors);
    const explained = this.#checkReadings();
    for (const error of errors) {
      const { statement: index } = error.token as Lexeme;
      const statement = statements[index];
      if (statement === undefined || explained.has(index)) continue;
      explained.add(index);
      const holdsTaken = statement.tokens.some((token) => this.#lexed.taken.has(token.image));
      if (!statement.unsound && !holdsTaken) explain(error, statement, this.#findings.report);
    }
    return lines;
  }

  /** Names that are listed values and nothing else. */
  #values(): Set<string> {
    const { terms } = this.#lexed;
    const values = new Set(terms.filter(({ role }) => role === "value").map(({ text }) => text));
    for (const { role, text } of this.linked) if (role === "value") values.add(text);
    for (const { role, text } of terms) if (role !== "value") values.delete(text);
    return values;
  }

  #note(token: Lexeme): void {
    const name = nameText(token);
    const places = this.#unknown.get(name);
    if (places === undefined) this.#unknown.set(name, [token]);
    else places.push(token);
  }

  /** Options of 择一 are names of their own, declared or not. */
  #noteUnknown(tokens: readonly Lexeme[]): void {
    let choosing = false;
    for (const token of tokens) {
      if (token.tokenType === keywordType("ChooseOne")) choosing = true;
      else if (token.tokenType === T.UnknownTerm) {
        if (!choosing) this.#note(token);
      } else if (
        token.tokenType !== keywordType("Enumerate") &&
        token.tokenType !== keywordType("Or") &&
        token.tokenType !== T.Term
      )
        choosing = false;
    }
  }

  #reportUnknown(): void {
    const candidates = [...this.#lexed.names];
    const words = keywords
      .filter(({ place, word }) => place === "anywhere" && word.length > 1 && word.length <= 4)
      .map(({ word }) => word);
    let suggested = 0;
    for (const [name, places] of this.#unknown) {
      const [first, ...more] = places;
      if (first === undefined) continue;
      suggested += 1;
      const instead = familiar(name);
      const meant = suggested > MOST_SUGGESTIONS ? undefined : (nearest(name, candidates) ?? nearest(name, words));
      const related = more.map((token): Related => ({
        file: this.file,
        span: { start: token.startOffset, end: endOf(token) },
        message: `这里也用了「${name}」`,
      }));
      this.#findings.report("unknown-term", { name }, first.startOffset, endOf(first), {
        related,
        ...(instead === undefined ? didYouMean(meant) : { hint: instead }),
      });
    }
  }

  /** Text that reads well in two ways is not for the compiler to decide. Answers the statements where it does. */
  #checkReadings(): Set<number> {
    const { lexer } = this.#lexed;
    const ambiguous = new Set<number>();
    for (const [index, statement] of this.#lexed.statements.entries()) {
      if (statement.unsound) continue;
      for (const run of statement.runs) {
        const inCase = statement.kind === "case";
        const second = secondReadings(run, lexer.cutter, inCase).find((reading) => this.#reads(statement, reading));
        if (second === undefined) continue;
        ambiguous.add(index);
        const { start, end, first, second: other } = contrast(lexer.text, run.pieces, second.pieces);
        this.#findings.report(
          "ambiguous-term",
          { text: lexer.text.slice(start, end), first, second: other },
          start,
          end,
        );
      }
    }
    return ambiguous;
  }

  /** Whether a statement can be read with one of its runs cut in another way. */
  #reads(statement: Statement, run: Statement["runs"][number]): boolean {
    const { lexer, text } = this.#lexed;
    if (statement.kind === "heading") return false;
    let fault = false;
    const other = new Lexer(text, lexer.original, lexer.cutter, () => {
      fault = true;
    });
    other.forced = run;
    const extent = statement.declaration?.extent ?? statement.extent;
    const read = readStatement(other, statement.kind, statement.section, extent, statement.declaration, false);
    const parser = this.#parser;
    const { report, unknown } = parser;
    parser.report = () => {
      fault = true;
    };
    parser.unknown = (token) => token.tokenType === T.UnknownTerm && (fault = true);
    const sound = read.every((each, index) => parser.read(lineOf(each, index, text)).errors.length === 0) && !fault;
    parser.report = report;
    parser.unknown = unknown;
    return sound;
  }

  /** A term that other words make up whole would be read in two ways wherever it stands. */
  #checkTerms(): void {
    const { terms, lexer } = this.#lexed;
    const { dictionary } = lexer.cutter;
    const seen = new Set<string>();
    for (const { text, start, end, quoted } of terms) {
      if (seen.has(text) || quoted) continue;
      seen.add(text);
      const second = divided(text, dictionary, lexer.cutter.units);
      if (second === undefined) continue;
      this.#findings.report("ambiguous-term", { text, first: text, second }, start, end, {
        hint: "请换一个名称,使它不能由别的词拼成",
      });
    }
  }

  #assemble(lines: readonly ReadLine[]): PolicyFile {
    const { statements, terms, text } = this.#lexed;
    const outcomes = new Set(terms.filter(({ role }) => role === "outcome").map((term) => term.text));
    const assembler = new Assembler(this.#findings.report, outcomes);
    const items: Item[] = [];
    let block: { heading: SectionHeading; lines: ReadLine[]; start: number; end: number } | undefined;
    const close = (): void => {
      if (block === undefined) return;
      const whole: Block = { ...block, span: { start: block.start, end: block.end } };
      items.push(assembler.section(whole));
      block = undefined;
    };
    for (const read of lines) {
      const statement = statements[read.start.statement];
      if (statement === undefined) continue;
      const { start, end } = statement.extent;
      if (statement.kind !== "heading") {
        // Declarations whose heading was left out have none to open their section.
        if (block === undefined && statement.kind === "inputs")
          block = {
            heading: { kind: "section", heading: "inputs", name: undefined, exceptionTo: [], period: undefined },
            lines: [],
            start,
            end,
          };
        block?.lines.push(read);
        if (block !== undefined) block.end = Math.max(block.end, end);
        continue;
      }
      close();
      if (read.line?.kind === "item") items.push(read.line.item);
      const heading = read.line?.kind === "section" ? read.line : this.#unreadHeading(statement);
      if (read.line === undefined) items.push(...this.#unreadAmendment(statement));
      if (read.line?.kind !== "item" && heading !== undefined) block = { heading, lines: [], start, end };
    }
    close();
    return assembler.file(items, text.length);
  }

  /** A heading that could not be read still opens its section, under the name it seems to have. */
  #unreadHeading({ tokens, section }: Statement): SectionHeading | undefined {
    const kind = this.#lexed.sections[section]?.kind ?? "unknown";
    if (!isHeadingKind(kind) || bodiless.has(kind)) return undefined;
    const token = tokens.slice(1).find(({ tokenType }) => tokenType === T.Named || tokenType === T.Quoted);
    const name = token === undefined ? undefined : nameNode(token);
    return { kind: "section", heading: kind, name, exceptionTo: [], period: undefined };
  }

  /** Whatever else its heading says, an amendment belongs to its policy, which is not to be taken without it. */
  #unreadAmendment({ tokens, section, extent }: Statement): Item[] {
    if (this.#lexed.sections[section]?.kind !== "amendment") return [];
    const token = tokens.find(({ tokenType }) => [T.Title, T.Named, T.Quoted].includes(tokenType));
    if (token === undefined) return [];
    const policy = nameNode(token);
    return [{ kind: "AmendmentHeading", policy, period: undefined, reaching: undefined, isBroken: true, span: extent }];
  }
}
