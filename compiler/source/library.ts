/** The source documents at hand: which one a 依据 means, and each one's figures as a policy's date reads them. */
import type { Basis } from "../../grammar/ast.ts";
import { nearest } from "../../grammar/nearest.ts";
import type { Span } from "../../diagnostics/source.ts";
import { type Boundary, boundaryAt, type Convention, conventionsOf } from "./boundary.ts";
import { sameWords } from "./comparable.ts";
import { SourceDocument, titleOf } from "./document.ts";
import { type Figure, readFigures } from "./read-figures.ts";

/** A `.md` or `.txt` file that may be a source document. */
export interface DocumentText {
  readonly path: string;
  readonly text: string;
}

const folderOf = (path: string): string => path.replaceAll("\\", "/").split("/").slice(0, -1).join("/");
const isAbsolute = (path: string): boolean => /^(?:\/|[A-Za-z]:)/.test(path);

/** How near a document's folder is above a policy's: larger is nearer; undefined where it is not above it. */
function nearness(document: string, policy: string): number | undefined {
  const [above, folder] = [folderOf(document), folderOf(policy)];
  if (above === folder || above === "" || `${folder}/`.startsWith(`${above}/`)) return above.length + 1;
  // Outside the working folder paths are shown whole: such a file was found above it.
  return isAbsolute(document) && !isAbsolute(policy) ? 0 : undefined;
}

export class Library {
  readonly #read = new Map<DocumentText, SourceDocument>();
  readonly #figures = new WeakMap<SourceDocument, Map<string, ReadDocument>>();
  readonly #titles: readonly { readonly title: string; readonly file: DocumentText }[];

  constructor(files: readonly DocumentText[]) {
    this.#titles = files.flatMap((file) => {
      const title = titleOf(file.text);
      return title === undefined ? [] : [{ title, file }];
    });
  }

  /** The nearest document of that title in the policy's folder or above. */
  find(title: string, policyPath: string): SourceDocument | undefined {
    let best: { readonly file: DocumentText; readonly near: number } | undefined;
    for (const one of this.#titles) {
      if (!sameWords(one.title, title)) continue;
      const near = nearness(one.file.path, policyPath);
      if (near !== undefined && (best === undefined || near > best.near)) best = { file: one.file, near };
    }
    if (best === undefined) return undefined;
    const known = this.#read.get(best.file);
    const document = known ?? new SourceDocument(best.file.path, best.file.text);
    this.#read.set(best.file, document);
    return document;
  }

  /** A document's figures as policies of one year and with the same boundary conventions read them, read once. */
  reading(document: SourceDocument, issuedYear: number, declared: readonly Convention[]): ReadDocument {
    const known = this.#figures.get(document) ?? new Map<string, ReadDocument>();
    this.#figures.set(document, known);
    const key = JSON.stringify([issuedYear, declared]);
    const reading = known.get(key) ?? readDocument(document, issuedYear, declared);
    known.set(key, reading);
    return reading;
  }

  nearestTitle(title: string): string | undefined {
    return nearest(
      title,
      this.#titles.map((one) => one.title),
    );
  }

  get size(): number {
    return this.#titles.length;
  }
}

export interface ReadFigure extends Figure {
  readonly text: string;
  readonly boundary: Boundary | undefined;
}

/** A document with its figures, as a policy of one year and with its boundary conventions reads it. */
export interface ReadDocument {
  readonly document: SourceDocument;
  readonly figures: readonly ReadFigure[];
}

export function readDocument(
  document: SourceDocument,
  issuedYear: number,
  declared: readonly Convention[],
): ReadDocument {
  const figures = readFigures(document.normal, issuedYear);
  // What the text says itself comes after, and so counts before, what the policy says about it.
  const conventions = [...declared, ...conventionsOf(document.normal)];
  return {
    document,
    figures: figures.map((figure, index) => ({
      ...figure,
      text: document.text.slice(figure.start, figure.end),
      // Worked out where asked for: a policy quotes few of a document's figures.
      get boundary() {
        return boundaryAt(document.normal, figures, index, conventions);
      },
    })),
  };
}

/** Indexes of the figures that stand whole in one of the passages. */
export function figuresIn({ figures }: ReadDocument, passages: readonly Span[]): number[] {
  const found = new Set<number>();
  for (const { start, end } of passages)
    for (let index = firstEndingAfter(figures, start); ; index += 1) {
      const figure = figures[index];
      if (figure === undefined || figure.end > end) break;
      if (start <= (figure.core ?? figure.start)) found.add(index);
    }
  return [...found].sort((a, b) => a - b);
}

/** Figures stand one after the other, so that where one ends says where to look. */
function firstEndingAfter(figures: readonly Figure[], offset: number): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The paragraphs that a 依据 names, where a quotation that stands several times is meant. */
export const preferredSpans = (document: SourceDocument, basis: readonly Basis[]): readonly Span[] =>
  basis
    .filter(({ title }) => sameWords(title, document.title))
    .flatMap(({ paragraphs }) => paragraphs.flatMap((id) => document.spansOf(id) ?? []));
