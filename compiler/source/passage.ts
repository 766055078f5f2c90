/** A passage of a document as markup: its own text, each sentence marked by whoever shows it. */
import type { Span } from "../../diagnostics/source.ts";
import { escape } from "../markup.ts";
import type { CoveredSentence } from "./coverage.ts";
import type { Furniture, SourceDocument } from "./document.ts";

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

export const sentencesWithin = (sentences: readonly CoveredSentence[], span: Span): readonly CoveredSentence[] =>
  sentences.filter((sentence) => isWithin(sentence.span, span));

/** Headings, brackets of responsible bodies and the like, the title left out: a page has it at its head. */
export const furnitureWithin = (document: SourceDocument, span: Span): readonly Furniture[] =>
  document.furniture.filter((one) => one.kind !== "title" && isWithin(one.span, span));

/** The paragraph's own text, its sentences marked; only blank lines between its lines are dropped. */
export function passageOf(
  document: SourceDocument,
  span: Span,
  sentences: readonly CoveredSentence[],
  mark: (sentence: CoveredSentence) => string,
): string {
  const pieces = [
    ...sentences.map((sentence) => ({ span: sentence.span, html: mark(sentence) })),
    ...furnitureWithin(document, span).map((one) => ({ span: one.span, html: furnitureOf(one, document.text) })),
  ].toSorted((a, b) => a.span.start - b.span.start);
  const title = document.furniture.find(({ kind }) => kind === "title");
  let from = title !== undefined && isWithin(title.span, span) ? title.span.end : span.start;
  let html = "";
  for (const piece of pieces) {
    html += escape(document.text.slice(from, piece.span.start).replace(/\s*\n\s*/g, "\n")) + piece.html;
    from = piece.span.end;
  }
  return `${html}${escape(document.text.slice(from, span.end))}`.trim();
}

function furnitureOf({ kind, span }: Furniture, text: string): string {
  const words = escape(text.slice(span.start, span.end).replace(/^#+\s*/, ""));
  return kind === "heading" ? `<strong>${words}</strong>` : `<span class="furniture">${words}</span>`;
}
