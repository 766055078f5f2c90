/** Accounts for every sentence of a document: encoded (where), not a rule (why), or missing. */
import type { SourceFile, Span } from "../../diagnostics/source.ts";
import type { Basis, PolicyFile, Quotation } from "../../grammar/ast.ts";
import { sameWords } from "./comparable.ts";
import type { Sentence, SourceDocument } from "./document.ts";
import { placeQuietly } from "./quotations.ts";
import { type ResponsibleUnit, responsibilityTable } from "./responsible.ts";
import { isStatement, nounOf, type StatementNode } from "./statements.ts";
import { percentageOf } from "../percentage.ts";

export interface CoveringPolicy {
  readonly file: SourceFile;
  readonly tree: PolicyFile;
}

interface Writing {
  readonly policy: string;
  readonly file: string;
  readonly line: number;
}

/** A statement that quotes the document. */
export interface CoveringStatement extends Writing {
  /** `政策/条款`, or `政策/指标 名称`: stable. */
  readonly id: string;
  /** 条款, 指标, 约束, 表, 资金池 */
  readonly noun: string;
  readonly name: string;
  readonly wording: string;
  /** Ids of the sentences that it quotes. */
  readonly sentences: readonly string[];
}

export interface NotRule extends Writing {
  readonly reason: string;
}

/** `partial`: quoted, or accounted for, but not to its end; `rest` is what is left. */
export type SentenceStatus = "encoded" | "notRule" | "partial" | "missing";

export interface CoveredSentence {
  /** Paragraph and number: `一(二)/4`. */
  readonly id: string;
  readonly paragraph: string;
  readonly line: number;
  readonly text: string;
  readonly span: Span;
  readonly status: SentenceStatus;
  /** Ids of the statements that quote it. */
  readonly statements: readonly string[];
  readonly reasons: readonly NotRule[];
  readonly rest: readonly string[];
}

export interface Coverage {
  readonly document: SourceDocument;
  readonly sentences: readonly CoveredSentence[];
  readonly statements: readonly CoveringStatement[];
  readonly units: readonly ResponsibleUnit[];
}

export interface CoverageSummary {
  readonly sentences: number;
  readonly encoded: number;
  readonly notRule: number;
  readonly partial: number;
  readonly missing: number;
  /** Of sentences accounted for, to one decimal and never rounded up: `99.0%`. */
  readonly percentage: string;
}

const sentenceId = ({ paragraph, number }: Sentence): string => `${paragraph === "" ? "开头" : paragraph}/${number}`;

/** What stands in a sentence: each statement's or 非规则's words, from the first to the last that it quotes there. */
interface Mark<T> {
  readonly by: T;
  readonly spans: readonly Span[];
}

/** `policies` may include ones on other documents; they account for nothing here. */
export function coverage(document: SourceDocument, policies: readonly CoveringPolicy[]): Coverage {
  const marks: Mark<CoveringStatement>[] = [];
  const notes: Mark<NotRule>[] = [];
  const basing = policies.map((policy) => ({ ...policy, name: nameOf(policy) }));
  for (const { file, tree, name } of basing) {
    const basis = tree.items.filter((item): item is Basis => item.kind === "Basis");
    const writing = (span: Span): Writing => {
      const place = file.placeOf(span);
      return { policy: name, file: place.file.path, line: place.file.positionAt(place.span.start).line };
    };
    for (const item of tree.items) {
      if (item.kind === "NonRule") {
        const spans = quotedSpans(document, [item.quotation], item.basis.length > 0 ? item.basis : basis);
        if (spans.length > 0) notes.push({ by: { ...writing(item.span), reason: item.reason }, spans });
      } else if (isStatement(item)) {
        const own = item.basis.length > 0 ? item.basis : basis;
        const spans = quotedSpans(document, item.quotations, own);
        if (spans.length > 0)
          marks.push({ by: { ...writing(item.span), ...describe(item, file, name, document, spans) }, spans });
      }
    }
  }
  return {
    document,
    sentences: document.sentences.map((sentence) => coverSentence(document, sentence, marks, notes)),
    statements: marks.map(({ by }) => by),
    units: responsibilityTable(
      document,
      basing.filter(({ tree }) => isBasedOn(tree, document)),
    ),
  };
}

export function summarize({ sentences }: Coverage): CoverageSummary {
  const count = (status: SentenceStatus): number => sentences.filter((sentence) => sentence.status === status).length;
  const [encoded, notRule] = [count("encoded"), count("notRule")];
  return {
    sentences: sentences.length,
    encoded,
    notRule,
    partial: count("partial"),
    missing: count("missing"),
    percentage: percentageOf(encoded + notRule, sentences.length),
  };
}

export const isAccountedFor = ({ status }: CoveredSentence): boolean => status === "encoded" || status === "notRule";

/** Whether a policy, or some statement of it, names the document in its 依据. */
export const isBasedOn = (tree: PolicyFile, { title }: SourceDocument): boolean =>
  tree.items.some((item) => {
    const bases = item.kind === "Basis" ? [item] : "basis" in item ? item.basis : [];
    return bases.some((basis) => sameWords(basis.title, title));
  });

const nameOf = ({ file, tree }: CoveringPolicy): string =>
  tree.items.find((item) => item.kind === "PolicyHeading")?.name.text ?? file.path;

/** Within a sentence …… skips words that are accounted for with the rest; across sentences nothing is. */
function quotedSpans(document: SourceDocument, quotations: readonly Quotation[], basis: readonly Basis[]): Span[] {
  const bases = basis.filter(({ title }) => sameWords(title, document.title));
  if (bases.length === 0) return [];
  return quotations.flatMap((quotation): readonly Span[] => {
    const placed = placeQuietly(quotation, [document], bases);
    if (placed === undefined) return [];
    const [first, last] = [placed.passages[0], placed.passages.at(-1)];
    if (placed.leaps || first === undefined || last === undefined) return placed.passages;
    return [{ start: first.start, end: last.end }];
  });
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function describe(
  node: StatementNode,
  file: SourceFile,
  policy: string,
  document: SourceDocument,
  spans: readonly Span[],
): Omit<CoveringStatement, keyof Writing> {
  return {
    // Clauses, targets and the rest are namespaces of their own.
    id: node.kind === "Clause" ? `${policy}/${node.name.text}` : `${policy}/${nounOf[node.kind]} ${node.name.text}`,
    noun: nounOf[node.kind],
    name: node.name.text,
    wording: file.text.slice(node.span.start, node.span.end).trimEnd(),
    sentences: document.sentences.filter(({ span }) => spans.some((one) => overlaps(one, span))).map(sentenceId),
  };
}

function coverSentence(
  document: SourceDocument,
  sentence: Sentence,
  marks: readonly Mark<CoveringStatement>[],
  notes: readonly Mark<NotRule>[],
): CoveredSentence {
  const { span } = sentence;
  const here = <T>(all: readonly Mark<T>[]): readonly Mark<T>[] =>
    all.filter(({ spans }) => spans.some((one) => overlaps(one, span)));
  const [quoting, noted] = [here(marks), here(notes)];
  const rest = restOf(
    document,
    span,
    [...quoting, ...noted].flatMap(({ spans }) => spans),
  );
  const untouched = quoting.length === 0 && noted.length === 0;
  const accounted = quoting.length > 0 ? "encoded" : "notRule";
  return {
    id: sentenceId(sentence),
    paragraph: sentence.paragraph,
    line: document.text.slice(0, span.start).split("\n").length,
    text: document.text.slice(span.start, span.end),
    span,
    status: untouched ? "missing" : rest.length > 0 ? "partial" : accounted,
    statements: [...new Set(quoting.map(({ by }) => by.id))],
    reasons: noted.map(({ by }) => by),
    rest: untouched ? [] : rest,
  };
}

/** Signs and joining words say nothing by themselves. */
const empty = /^(?:其中|但是?|并且?|且|同时|以及|和|与|或者?|其|的|等|对|将|此外|另外)?$/;

/** What no span covers, without the signs at its ends. */
function restOf(document: SourceDocument, { start, end }: Span, spans: readonly Span[]): string[] {
  const rest: string[] = [];
  let from = start;
  const add = (to: number): void => {
    const words = document.text.slice(from, to).replace(/^[^\p{L}\p{N}“「(《]+|[^\p{L}\p{N}”」)》%‰]+$/gu, "");
    if (/[\p{L}\p{N}]/u.test(words) && !empty.test(words)) rest.push(words);
  };
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start > from) add(Math.min(span.start, end));
    from = Math.max(from, span.end);
    if (from >= end) return rest;
  }
  add(end);
  return rest;
}
