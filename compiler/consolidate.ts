/** The text in force on a day: a policy with its amendments written into it, as one `.policy` file. */
import type { SourceFile, Span } from "../diagnostics/source.ts";
import type { Case, Clause, Item, Name, PolicyFile } from "../grammar/ast.ts";
import { itemsOf } from "./items.ts";
import { REFERENCE_DATE, VERSION_DATE } from "./lowered.ts";

/**
 * `tree` has all texts of the clauses; `day` is ISO. Clauses that an amendment brought or changed carry its 依据. 算例
 * stay where their 基准日 has the same texts. Not yet formatted.
 */
export function consolidate(
  { file, tree }: { readonly file: SourceFile; readonly tree: PolicyFile },
  day: string,
): string {
  const text = new Text(file, tree, day);
  const own = tree.items.filter(({ span }) => file.partAt(span.start) === 0);
  const others = tree.items.filter((item) => file.partAt(item.span.start) > 0 && text.isFrom(item));
  const placed = own.flatMap((item): Edit[] => {
    if (item.kind === "Case") return text.isAlike(item) ? [] : [{ span: text.whole(item.span), by: "" }];
    if (item.kind !== "Clause" || item.version === undefined) return item.kind === "Clause" ? text.unchanged(item) : [];
    const standing = text.standing(item.version.name);
    if (standing === item) return text.unchanged(item);
    return [{ span: text.whole(item.span), by: standing === undefined ? "" : text.clause(standing) }];
  });
  const first = own.find(({ kind }) => kind === "Clause") ?? own.at(-1);
  const last = own.findLast(({ kind }) => kind === "Clause") ?? own.at(-1);
  const written = new Set(own.flatMap((item) => (item.kind === "Clause" ? [nameOf(item)] : [])));
  const added = others.flatMap((item) =>
    item.kind === "Clause" && !written.has(nameOf(item)) && text.standing(nameOf(item)) === item
      ? [text.clause(item)]
      : [],
  );
  const wordsOf = ({ span }: Item): string => text.at(text.whole(span));
  const declared = others.filter(isDeclaration).map(wordsOf);
  const cases = others.filter((item) => item.kind === "Case" && text.isAlike(item)).map(wordsOf);
  const insert = (offset: number, texts: readonly string[]): Edit[] =>
    texts.length === 0 ? [] : [{ span: { start: offset, end: offset }, by: `\n\n${texts.join("\n\n")}\n\n` }];
  const end = file.parts[0]?.text.length ?? 0;
  return edited(file.parts[0]?.text ?? "", [
    ...placed,
    ...insert(first?.span.start ?? end, declared),
    ...insert(last === undefined ? end : text.whole(last.span).end, added),
    ...insert(end, cases),
  ]);
}

interface Edit {
  readonly span: Span;
  readonly by: string;
}

function edited(text: string, edits: readonly Edit[]): string {
  let done = "";
  let from = 0;
  for (const { span, by } of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    done += text.slice(from, span.start) + by;
    from = Math.max(from, span.end);
  }
  return done + text.slice(from);
}

const isDeclaration = ({ kind }: Item): boolean =>
  kind === "InputSection" ||
  kind === "DefinitionSection" ||
  kind === "OutcomeSection" ||
  kind === "UnitDeclaration" ||
  kind === "Import" ||
  kind === "Responsible";

const nameOf = ({ name, version }: Clause): string => version?.name ?? name.text;

class Text {
  readonly #clauses: readonly Clause[];
  /** The first days of all amendments. */
  readonly #days: readonly string[];

  constructor(
    readonly file: SourceFile,
    readonly tree: PolicyFile,
    readonly day: string,
  ) {
    this.#clauses = itemsOf(tree, "Clause");
    this.#days = itemsOf(tree, "AmendmentHeading").flatMap(({ period }) => period?.from.iso ?? []);
  }

  at = ({ start, end }: Span): string => this.file.text.slice(start, end).trimEnd();

  /** To the end of its last line: a sentence's mark and a comment after it are part of it. */
  whole({ start, end }: Span): Span {
    const newline = this.file.text.indexOf("\n", end);
    return { start, end: newline === -1 ? this.file.text.length : newline };
  }

  /** Whether what an amendment brings has come by the day. */
  isFrom({ span }: Item): boolean {
    const part = this.file.partAt(span.start);
    const heading = itemsOf(this.tree, "AmendmentHeading").find((one) => this.file.partAt(one.span.start) === part);
    return heading?.period !== undefined && heading.period.from.iso <= this.day;
  }

  /** The text of a clause that is the law on the day; none where it is not made yet, or repealed. */
  standing(name: string): Clause | undefined {
    return this.#clauses.find(
      (clause) =>
        nameOf(clause) === name &&
        clause.rules.length > 0 &&
        (clause.version?.from?.day ?? "") <= this.day &&
        (clause.version?.until ?? []).every(({ day }) => this.day < day),
    );
  }

  /** A 算例 belongs to the day if no amendment lies between its 基准日 and the day. */
  isAlike({ inputs }: Case): boolean {
    if (this.#days.length === 0) return true;
    if (inputs.some(({ name }) => name.text === VERSION_DATE)) return false;
    const given = inputs.find(({ name }) => name.text === REFERENCE_DATE)?.value;
    if (given?.kind !== "DateLiteral") return false;
    return this.#days.every((day) => day <= given.iso === day <= this.day);
  }

  /** A clause that stands, but for what it is an exception to and is no more. */
  unchanged(clause: Clause): Edit[] {
    const kept = this.#exceptions(clause);
    const names = clause.exceptionTo.map(({ span }) => span);
    const start = Math.min(...names.map((span) => span.start));
    const end = Math.max(...names.map((span) => span.end));
    if (names.length === 0 || kept.length === new Set(names.map((span) => span.start)).size) return [];
    const before = this.file.text.slice(0, start);
    const word = before.lastIndexOf("例外于");
    return [{ span: { start: word, end }, by: kept.length === 0 ? "" : `例外于 ${kept.join("、")}` }];
  }

  #exceptions({ exceptionTo }: Clause): readonly string[] {
    const isGone = (name: Name): boolean => {
      const named = this.#clauses.find((clause) => clause.name.text === name.text);
      return named?.version !== undefined && this.standing(named.version.name) === undefined;
    };
    return [...new Set(exceptionTo.filter((name) => !isGone(name)).map(({ span }) => this.at(span)))];
  }

  /** A clause of an amendment, as a clause of the policy. */
  clause(clause: Clause): string {
    const { name, exceptionTo, period, basis, span } = clause;
    const end = Math.max(name.span.end, ...exceptionTo.map((one) => one.span.end), period?.span.end ?? 0);
    const kept = this.#exceptions(clause);
    const heading = [
      `条款 ${this.at(name.span)}`,
      ...(kept.length === 0 ? [] : [`例外于 ${kept.join("、")}`]),
      ...(period === undefined ? [] : [this.at(period.span)]),
    ].join(" ");
    const body = this.file.text.slice(end, this.whole(span).end).trimEnd();
    // Its own 依据 stand in its body; the amendment's have to be said here.
    const outer = basis.filter((one) => one.span.start < span.start || one.span.end > span.end);
    const line = body.indexOf("\n");
    const rest = line === -1 ? "" : body.slice(line);
    return (
      [`${heading}${line === -1 ? body : body.slice(0, line)}`, ...outer.map((one) => `  ${this.at(one.span)}`)].join(
        "\n",
      ) + rest
    );
  }
}
