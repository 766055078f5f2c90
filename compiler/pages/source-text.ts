/** The paragraphs that a policy is based on, with the sentences that it quotes marked and linked. */
import type { Basis, Quotation } from "../../grammar/ast.ts";
import { type CoveredSentence, coverage, type Coverage } from "../source/coverage.ts";
import type { CompiledPolicy } from "../compile.ts";
import type { SourceDocument } from "../source/document.ts";
import { type Library, preferredSpans } from "../source/library.ts";
import { furnitureWithin, passageOf, sentencesWithin } from "../source/passage.ts";
import { basesOf, placeQuietly } from "../source/quotations.ts";
import { isStatement, nounOf } from "../source/statements.ts";
import { sameWords } from "../source/comparable.ts";
import { escape } from "../markup.ts";
import { link, section, within } from "./markup.ts";
import { sentencePlace, statementPlace } from "./place.ts";

export interface SourceText {
  readonly document: SourceDocument;
  readonly coverage: Coverage;
  /** Of a sentence, by its id: two documents may both have a 一(一)/1. */
  readonly placeOf: (sentence: string) => string;
}

/** The documents that a policy names, each with what it accounts for there. */
export function sourceTexts(
  { file, tree }: Pick<CompiledPolicy, "file" | "tree">,
  library: Library,
): readonly SourceText[] {
  const documents = new Set(basesOf(tree).flatMap(({ title }) => library.find(title, file.path) ?? []));
  return [...documents].map((document, index) => ({
    document,
    coverage: coverage(document, [{ file, tree }]),
    placeOf: (sentence) => sentencePlace(index === 0 ? sentence : `${index + 1}/${sentence}`),
  }));
}

/** The place of the sentence in which a quotation begins. */
export function quotedPlace(
  texts: readonly SourceText[],
  quotation: Quotation,
  basis: readonly Basis[],
): string | undefined {
  for (const { document, coverage: covered, placeOf } of texts) {
    const own = basis.filter(({ title }) => sameWords(title, document.title));
    const start = own.length === 0 ? undefined : placeQuietly(quotation, [document], own)?.passages[0]?.start;
    const sentence = covered.sentences.find(
      ({ span }) => start !== undefined && span.start <= start && start < span.end,
    );
    if (sentence !== undefined) return placeOf(sentence.id);
  }
  return undefined;
}

export const sourceSection = (policy: Pick<CompiledPolicy, "tree">, texts: readonly SourceText[]): string =>
  section("原文", "原文", texts.map((text) => documentOf(policy, text)).join("\n"));

function documentOf({ tree }: Pick<CompiledPolicy, "tree">, source: SourceText): string {
  const { document, coverage: covered } = source;
  const links = linksOf(tree, covered);
  const named = basesOf(tree).filter(({ title }) => sameWords(title, document.title));
  const wanted = preferredSpans(
    document,
    named.filter(({ paragraphs }) => paragraphs.length > 0),
  );
  const shown = document.paragraphs.filter(
    ({ span }) =>
      wanted.some(({ start, end }) => span.start >= start && span.end <= end) ||
      sentencesWithin(covered.sentences, span).some(isTouched),
  );
  const paragraphs = shown.flatMap(({ span }) => {
    const sentences = sentencesWithin(covered.sentences, span);
    if (sentences.length === 0 && furnitureWithin(document, span).length === 0) return [];
    return [
      `<div class="passage">${passageOf(document, span, sentences, (one) => sentenceOf(source, one, links))}</div>`,
    ];
  });
  return `<h3>《${escape(document.title)}》</h3>
<p class="note">着色的句子写成了下面的规则,句后是规则的名称;灰色的句子不是规则,理由列在下面;其余的句子不归这份政策。</p>
${paragraphs.join("\n")}`;
}

const isTouched = ({ statements, reasons }: CoveredSentence): boolean => statements.length + reasons.length > 0;

/** Of statements, by their ids in coverage. */
function linksOf(tree: CompiledPolicy["tree"], { statements }: Coverage): ReadonlyMap<string, string> {
  const nodes = tree.items.filter(isStatement);
  return new Map(
    statements.flatMap(({ id, name, noun }) => {
      const node = nodes.find((one) => one.name.text === name && nounOf[one.kind] === noun);
      const words = node?.kind === "Clause" ? name : `${noun} ${name}`;
      return node === undefined ? [] : [[id, link(within(statementPlace(node)), escape(words))] as const];
    }),
  );
}

function sentenceOf(
  { placeOf }: SourceText,
  { id, text, statements, reasons }: CoveredSentence,
  links: ReadonlyMap<string, string>,
): string {
  const words = escape(text);
  const named = `id="${escape(placeOf(id))}"`;
  if (statements.length > 0) {
    const marks = statements.flatMap((one) => links.get(one) ?? []);
    return `<mark ${named}>${words}</mark><sup>${marks.join("、")}</sup>`;
  }
  if (reasons.length === 0) return `<span ${named}>${words}</span>`;
  const why = escape(`不是规则:${reasons.map(({ reason }) => reason).join(";")}`);
  return `<span ${named} class="not-rule" title="${why}">${words}</span>`;
}
