/** Who is responsible for what: the bodies that a document's brackets name, and those that policies name after them. */
import type { PolicyFile } from "../../grammar/ast.ts";
import { nearest } from "../../grammar/nearest.ts";
import { normalizeWidth } from "../../grammar/width.ts";
import type { Reporter } from "../report.ts";
import { sameWords, wordsOf } from "./comparable.ts";
import type { SourceDocument } from "./document.ts";

/** Without a bracket that says what it includes. */
const plainName = (name: string): string =>
  normalizeWidth(name)
    .replace(/[(〈].*$/u, "")
    .trim();

/** Every body that the document's brackets name, in their order, with what it includes. */
function responsibleUnits(document: SourceDocument): ReadonlyMap<string, readonly string[]> {
  const units = new Map<string, readonly string[]>();
  for (const { units: named, includes } of document.responsibilities)
    for (const unit of named) if (!units.has(unit) || includes.has(unit)) units.set(unit, includes.get(unit) ?? []);
  return units;
}

/** A body whose name the document does not know is most likely a slip of the pen. */
export function checkResponsible(tree: PolicyFile, documents: readonly SourceDocument[], reporter: Reporter): void {
  const known = documents.flatMap((document) =>
    [...responsibleUnits(document)].flatMap(([unit, includes]) => [unit, ...includes]),
  );
  if (known.length === 0) return;
  const words = new Set(known.map(wordsOf));
  for (const item of tree.items) {
    if (item.kind !== "Responsible") continue;
    for (const { text, span } of item.units) {
      const name = plainName(text);
      if (name === "" || words.has(wordsOf(name))) continue;
      // A body that the list names anyway is not the one that was meant.
      const taken = new Set(item.units.map((other) => wordsOf(plainName(other.text))));
      const near = nearest(
        name,
        known.filter((unit) => !taken.has(wordsOf(unit))),
      );
      const hint = near === undefined ? {} : { hint: `是否指「${near}」?同一个单位只用一种写法` };
      reporter.report("unknown-responsible-unit", { unit: name }, span, hint);
    }
  }
}

export interface ResponsibleUnit {
  readonly unit: string;
  readonly includes: readonly string[];
  /** Paragraphs whose bracket names it. */
  readonly paragraphs: readonly string[];
  /** Policies that name it, in the order given. */
  readonly policies: readonly string[];
}

/** The table of who is responsible for what; a body that only policies name comes last. */
export function responsibilityTable(
  document: SourceDocument,
  policies: readonly { readonly name: string; readonly tree: PolicyFile }[],
): readonly ResponsibleUnit[] {
  const known = responsibleUnits(document);
  const named = policies.map(({ name, tree }) => ({
    name,
    units: tree.items.flatMap((item) =>
      item.kind === "Responsible" ? item.units.map(({ text }) => plainName(text)) : [],
    ),
  }));
  const all = [...known.keys()];
  for (const { units } of named) for (const unit of units) if (!all.some((one) => sameWords(one, unit))) all.push(unit);
  return all.map((unit) => ({
    unit,
    includes: known.get(unit) ?? [],
    paragraphs: document.responsibilities.filter(({ units }) => units.includes(unit)).map(({ paragraph }) => paragraph),
    policies: named.filter(({ units }) => units.some((one) => sameWords(one, unit))).map(({ name }) => name),
  }));
}
