/** Where the quotations of a policy stand; those that stand nowhere are told, with the passage that comes nearest. */
import type { Related } from "../../diagnostics/diagnostic.ts";
import { SourceFile, type Span } from "../../diagnostics/source.ts";
import type { Basis, PolicyFile, Quotation } from "../../grammar/ast.ts";
import type { Reporter } from "../report.ts";
import type { SourceDocument } from "./document.ts";
import { type Library, preferredSpans } from "./library.ts";
import { locate, nearestPassage, partsOf } from "./locate.ts";

export interface Placed {
  readonly quotation: Quotation;
  readonly document: SourceDocument;
  readonly passages: readonly Span[];
  /** The nearest passage stands in: the quotation itself is not there. */
  readonly found: boolean;
}

/** The documents that the 依据 of a policy name, each found once, and told where it is not. */
export class Bases {
  readonly #found = new Map<string, SourceDocument | undefined>();

  constructor(
    readonly library: Library,
    readonly reporter: Reporter,
  ) {}

  documentsOf(basis: readonly Basis[]): readonly SourceDocument[] {
    return [...new Set(basis.flatMap((one) => this.#find(one) ?? []))];
  }

  #find(basis: Basis): SourceDocument | undefined {
    if (this.#found.has(basis.title)) return this.#found.get(basis.title);
    const document = this.library.find(basis.title, this.reporter.file.path);
    this.#found.set(basis.title, document);
    if (document !== undefined) return document;
    const near = this.library.nearestTitle(basis.title);
    const hint = near === undefined ? {} : { hint: `是否指《${near}》?标题要与文件第一行完全一致` };
    const count = this.library.size === 0 ? "没有可查的文件" : `查过 ${this.library.size} 个文件`;
    this.reporter.report("document-not-found", { title: basis.title, searched: count }, basis.span, hint);
    return undefined;
  }

  /** Paragraphs that a 依据 names and its document does not have. */
  checkParagraphs(basis: readonly Basis[]): void {
    for (const one of basis)
      for (const paragraph of one.paragraphs) {
        const document = this.#find(one);
        if (document === undefined || document.spansOf(paragraph) !== undefined) continue;
        const known = document.paragraphs.map(({ id }) => id).filter((id) => id !== "");
        this.reporter.report("paragraph-not-found", { title: one.title, paragraph, known: known.join("、") }, one.span);
      }
  }
}

/** All 依据 of a file, those inside its statements included. */
export const basesOf = (tree: PolicyFile): readonly Basis[] =>
  tree.items.flatMap((item) => (item.kind === "Basis" ? [item] : "basis" in item ? item.basis : []));

const LONGEST_SHOWN = 80;

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}……`;
};

const passageIn = (document: SourceDocument, span: Span, message: string): Related => ({
  file: new SourceFile(document.path, document.text),
  span,
  message,
});

/** Places a quotation in the first of the documents that holds it, without telling anything. */
export function placeQuietly(
  quotation: Quotation,
  documents: readonly SourceDocument[],
  basis: readonly Basis[],
): (Placed & { readonly leaps: boolean }) | undefined {
  for (const document of documents) {
    const located = locate(document, quotation.text, preferredSpans(document, basis));
    if (located !== undefined) return { quotation, document, found: true, ...located };
  }
  return undefined;
}

/** Places a quotation, and tells where it does not stand or leaps over a sentence. */
export function place(
  quotation: Quotation,
  documents: readonly SourceDocument[],
  basis: readonly Basis[],
  reporter: Reporter,
): Placed | undefined {
  const [first] = documents;
  if (first === undefined) return undefined;
  const placed = placeQuietly(quotation, documents, basis);
  if (placed !== undefined) {
    if (placed.leaps) reporter.report("quotation-across-sentences", {}, quotation.span);
    return placed;
  }
  const near = documents
    .map((document) => ({ document, passage: nearestPassage(document, quotation.text) }))
    .find(({ passage }) => passage !== undefined);
  const titles = documents.map(({ title }) => `《${title}》`).join("、");
  const parameters = { titles, words: shorten(near?.passage?.part ?? quotation.text) };
  if (near?.passage === undefined) {
    const parts = partsOf(quotation.text);
    const allThere =
      parts.length > 1 && documents.some((one) => parts.every((part) => one.comparable.text.includes(part)));
    const hint = allThere ? { hint: "各段都在文件里,但先后次序不同;请按文件的次序引用,或分成几个原文" } : {};
    reporter.report("quotation-not-found", parameters, quotation.span, hint);
    return undefined;
  }
  const { document, passage } = near;
  const paragraph = document.paragraphAt(passage.span.start);
  const where = paragraph === "" ? "" : `,在${paragraph}`;
  const hint = `引文作「${shorten(passage.quoted)}」,文件作「${shorten(passage.said)}」;请照抄文件的原话`;
  const related = [passageIn(document, passage.span, `文件里最接近的一段${where}`)];
  reporter.report("quotation-not-found", parameters, quotation.span, { hint, related });
  return { quotation, document, passages: [passage.span], found: false };
}
