/**
 * 修订: a policy and what amends it are read as one text, each file after the other. Here every text of a clause becomes
 * a clause of its own, the later ones under `名@日期`, each with the days on which it is the law.
 */
import { byCodePoint, JoinedSource, type SourceFile, type Span } from "../../diagnostics/source.ts";
import type {
  AmendmentHeading,
  Basis,
  Clause,
  ClauseAmendment,
  Enactment,
  Item,
  Name,
  Period,
  PolicyFile,
  Version,
} from "../../grammar/ast.ts";
import { didYouMean, nearest } from "../../grammar/nearest.ts";
import { parse } from "../../grammar/index.ts";
import { addDays } from "../../runtime/dates.ts";
import { itemsOf } from "../items.ts";
import type { Memory } from "../memory.ts";
import type { Reporter } from "../report.ts";

// --- files ----------------------------------------------------------------------------------------------------------

/** The policy that a file amends; a policy's own file amends none. */
export const amendedBy = (tree: PolicyFile): AmendmentHeading | undefined =>
  itemsOf(tree, "PolicyHeading").length > 0 ? undefined : itemsOf(tree, "AmendmentHeading")[0];

/**
 * Puts amendments behind the policies that they amend, by their days. One whose policy is not there stays by itself. The
 * same files give the same objects.
 */
export function joinAmendments(files: readonly SourceFile[], memory: Memory): readonly SourceFile[] {
  const trees = files.map((file) => ({ file, tree: memory.parsed.of(file, [], () => parse(file)).tree }));
  const policies = new Map<string, SourceFile>();
  for (const { file, tree } of trees)
    for (const { name } of itemsOf(tree, "PolicyHeading").slice(0, 1))
      if (!policies.has(name.text)) policies.set(name.text, file);
  const amendments = new Map<SourceFile, { readonly file: SourceFile; readonly day: string }[]>();
  const attached = new Set<SourceFile>();
  for (const { file, tree } of trees) {
    const heading = amendedBy(tree);
    const policy = heading && policies.get(heading.policy.text);
    if (heading === undefined || policy === undefined) continue;
    attached.add(file);
    const known = amendments.get(policy) ?? [];
    amendments.set(policy, [...known, { file, day: heading.period?.from.iso ?? "~" }]);
  }
  return files.flatMap((file) => {
    if (attached.has(file)) return [];
    const others = amendments.get(file);
    if (others === undefined) return [file];
    const ordered = others
      .toSorted((a, b) => byCodePoint(a.day, b.day) || byCodePoint(a.file.path, b.file.path))
      .map((one) => one.file);
    return [memory.joined.of(file, ordered, () => new JoinedSource(file, ordered))];
  });
}

// --- versions -------------------------------------------------------------------------------------------------------

/** One text of a clause; a repeal has no rules. */
interface Text {
  readonly clause: Clause;
  readonly isRepeal: boolean;
  readonly enactment: Enactment | undefined;
}

/** One amendment: what stands in its file. */
interface Amendment {
  readonly heading: AmendmentHeading;
  readonly enactment: Enactment;
  readonly basis: readonly Basis[];
  readonly items: readonly Item[];
}

/** The policy's tree with all texts of its clauses; as it is where nothing amends it. */
export function withVersions(tree: PolicyFile, reporter: Reporter): PolicyFile {
  const { file } = reporter;
  const isOwn = ({ span }: Item): boolean => file.partAt(span.start) === 0;
  const own = tree.items.filter(isOwn);
  for (const item of own)
    if (item.kind === "AmendmentHeading" || item.kind === "ClauseAmendment")
      reporter.report("amendment-in-policy", {}, headingOf(item));
  if (file.parts.length === 1) return tree;
  const policy = itemsOf(tree, "PolicyHeading")[0];
  const period = policy?.period ?? itemsOf(tree, "Period")[0];
  const chains = new Map(
    own.flatMap((item) =>
      item.kind === "Clause" ? [[item.name.text, [{ clause: item, isRepeal: false, enactment: undefined }]]] : [],
    ) as (readonly [string, Text[]])[],
  );
  const parts = file.parts
    .slice(1)
    .map((_, index) => tree.items.filter((item) => file.partAt(item.span.start) === index + 1));
  const amendments = parts.flatMap((items) => amendmentOf(items, period, reporter) ?? []);
  const changes = new Changes(chains, period, reporter);
  for (const { items, enactment, basis } of amendments)
    for (const item of items) if (item.kind === "ClauseAmendment") changes.apply(item, enactment, basis);
  const kept = amendments.flatMap(({ heading, items, basis }) => [
    heading,
    ...items.flatMap((item) => keptOf(item, basis)),
  ]);
  return { ...tree, items: [...changes.put(own), ...kept] };
}

/** What an amendment brings besides clauses stays as it is, with the amendment's own 依据. */
function keptOf(item: Item, basis: readonly Basis[]): Item[] {
  switch (item.kind) {
    case "NonRule":
      return [{ ...item, basis }];
    case "InputSection":
    case "DefinitionSection":
    case "OutcomeSection":
    case "UnitDeclaration":
    case "Import":
    case "Responsible":
    case "Case":
      return [item];
    default:
      return [];
  }
}

/** What an amendment cannot bring, by what its heading says. */
const refused: Partial<Record<Item["kind"], string>> = {
  Clause: "「条款」",
  Target: "「指标」",
  Constraint: "「约束」",
  Table: "「表」",
  Pool: "「资金池」",
  Period: "「施行」",
  RestNotApplicable: "「其余 不适用」",
  BoundaryConvention: "以上、以下是否含本数的约定",
};

function amendmentOf(items: readonly Item[], period: Period | undefined, reporter: Reporter): Amendment | undefined {
  const [heading, ...more] = items.filter((item) => item.kind === "AmendmentHeading");
  if (heading === undefined) return undefined;
  for (const other of more) reporter.report("amendment-second", {}, other.span);
  for (const item of items) {
    const word = refused[item.kind];
    if (word === undefined) continue;
    const hint =
      item.kind === "Clause" ? { hint: `请写「增加 条款 ${item.name.text}」或「替换 条款 ${item.name.text}」` } : {};
    reporter.report("amendment-cannot-hold", { what: word }, headingOf(item), hint);
  }
  const enactment = enactmentOf(heading, period, reporter);
  if (enactment === undefined) return undefined;
  const issued = items.find((item) => item.kind === "Issued")?.date;
  const basis = items.flatMap((item) =>
    item.kind === "Basis" ? [issued === undefined ? item : { ...item, issued }] : [],
  );
  return { heading, enactment, basis, items };
}

/** The heading of a section, without its body. */
function headingOf(item: Item): Span {
  const name = item.kind === "ClauseAmendment" ? item.clause.name : "name" in item ? item.name : undefined;
  return name === undefined ? item.span : { start: item.span.start, end: Math.max(name.span.end, item.span.start) };
}

function enactmentOf(heading: AmendmentHeading, own: Period | undefined, reporter: Reporter): Enactment | undefined {
  const { policy, period, reaching, isBroken } = heading;
  if (isBroken) return undefined;
  const fault = (reason: string, span: Span): undefined =>
    reporter.report("amendment-date", { reason }, span) as undefined;
  if (period === undefined) return fault("没有写从哪一天起施行", heading.span);
  const day = period.from.iso;
  if (period.to !== undefined) return fault("修订只写从哪一天起,不写到哪一天止", period.span);
  if (own !== undefined && day <= own.from.iso)
    return fault(`修订从 ${day} 起,《${policy.text}》本身从 ${own.from.iso} 起才施行,修订要晚于它`, period.span);
  if (own?.to !== undefined && day > own.to.iso)
    return fault(`修订从 ${day} 起,《${policy.text}》施行到 ${own.to.iso} 为止,这时已经失效`, period.span);
  if (reaching !== undefined && reaching.iso > day)
    return fault(`追溯的日期 ${reaching.iso} 晚于施行的日期 ${day}`, reaching.span);
  return { kind: "Enactment", day, reaching: reaching?.iso ?? day, span: period.span };
}

class Changes {
  readonly #touched = new Map<string, Name>();

  constructor(
    readonly chains: Map<string, Text[]>,
    readonly period: Period | undefined,
    readonly reporter: Reporter,
  ) {}

  apply({ change, clause, span }: ClauseAmendment, enactment: Enactment, basis: readonly Basis[]): void {
    const { name } = clause;
    if (name.text === "") return;
    const { day } = enactment;
    const other = this.#touched.get(`${day} ${name.text}`);
    if (other !== undefined) {
      this.reporter.report("amendment-twice", { name: name.text, day }, name.span, {
        related: [this.reporter.here(other.span, "先在这里修订了这一条")],
      });
      return;
    }
    this.#touched.set(`${day} ${name.text}`, name);
    if (!this.#isFitting(change, clause, enactment)) return;
    if (change === "repeal" && clause.rules.length > 0) {
      this.reporter.report("amendment-cannot-hold", { what: "废止的条款的规则" }, clause.rules[0]?.span ?? name.span);
      return;
    }
    const texts = this.chains.get(name.text) ?? [];
    const renamed = change === "add" ? name : { ...name, text: `${name.text}@${day}` };
    const own = { ...clause, name: renamed, basis: clause.basis.length > 0 ? clause.basis : basis, span };
    texts.push({ clause: own, isRepeal: change === "repeal", enactment });
    this.chains.set(name.text, texts);
  }

  /** Tells what is wrong with a change, as against what the clause was before. */
  #isFitting(change: ClauseAmendment["change"], { name, period }: Clause, { day }: Enactment): boolean {
    const texts = this.chains.get(name.text);
    const last = texts?.at(-1);
    const known = (text: Text): { readonly related: [ReturnType<Reporter["here"]>] } => ({
      related: [this.reporter.here(text.clause.name.span, text.isRepeal ? "在这里废止" : "现在的条文在这里")],
    });
    if (last === undefined) {
      if (change === "add") return true;
      const names = [...this.chains.keys()];
      const listed = names.map((one) => `「${one}」`).join("、");
      this.reporter.report(
        "amendment-unknown-clause",
        { name: name.text, known: listed === "" ? "没有条款" : `有:${listed}` },
        name.span,
        didYouMean(nearest(name.text, names)),
      );
      return false;
    }
    if (last.isRepeal) {
      const since = last.enactment?.day ?? day;
      this.reporter.report("amendment-repealed", { name: name.text, since, day }, name.span, known(last));
      return false;
    }
    if (change === "add") {
      this.reporter.report("amendment-known-clause", { name: name.text }, name.span, known(last));
      return false;
    }
    if (change === "repeal") return true;
    const end = last.clause.period?.to?.iso;
    const [first, lastDay] =
      end !== undefined && end < dayBefore(day)
        ? [addDays(end, 1), dayBefore(day)]
        : period !== undefined && period.from.iso > day
          ? [day, dayBefore(period.from.iso)]
          : [undefined, undefined];
    if (first === undefined || lastDay === undefined) return true;
    this.reporter.report("amendment-gap", { name: name.text, first, last: lastDay }, name.span, known(last));
    return false;
  }

  /** The policy's own items with later texts behind the first, and added clauses at the end. */
  put(own: readonly Item[]): Item[] {
    const dressed = new Map(
      [...this.chains].map(([name, texts]) => [name, texts.map((_, index) => dress(name, texts, index))]),
    );
    const named = (clause: Clause): Clause => ({
      ...clause,
      exceptionTo: clause.exceptionTo.flatMap((name) => {
        const versions = dressed.get(name.text)?.filter(({ rules }) => rules.length > 0);
        // What was never the law on the same day needs no order; where nothing else is left, the name stays.
        const met = versions?.filter((other) => canMeet(clause, other));
        return met === undefined || met.length === 0
          ? [name]
          : met.map((other) => ({ ...name, text: other.name.text }));
      }),
    });
    const first = new Set(own.flatMap((item) => (item.kind === "Clause" ? [item.name.text] : [])));
    const added = [...dressed].flatMap(([name, clauses]) => (first.has(name) ? [] : clauses));
    const placed = own.flatMap((item): Item[] => {
      if (item.kind !== "Clause") return [item];
      const versions = dressed.get(item.name.text);
      // A name used twice has been reported; only one of the two has a history.
      return versions?.[0]?.span === item.span ? versions : [item];
    });
    return [...placed, ...added].map((item) => (item.kind === "Clause" ? named(item) : item));
  }
}

/** 0001-01-01 has none. */
const dayBefore = (day: string): string => addDays(day, -1) ?? day;

function dress(name: string, texts: readonly Text[], index: number): Clause {
  const [own, ...later] = texts.slice(index);
  if (own === undefined) throw new Error("a text of the chain is dressed");
  const until: Enactment[] = [];
  // One that reaches back no further than the one before it is in force only where that is.
  for (const { enactment } of later)
    if (enactment !== undefined && until.every(({ reaching }) => enactment.reaching < reaching)) until.push(enactment);
  return texts.length === 1 && own.enactment === undefined
    ? own.clause
    : { ...own.clause, version: { name, from: own.enactment, until } };
}

/** Whether two texts can be the law in one case. */
function canMeet(a: Clause, b: Clause): boolean {
  const isAfter = (later: Version | undefined, earlier: Version | undefined): boolean =>
    later?.from !== undefined &&
    (earlier?.until ?? []).some(
      ({ day, reaching }) => later.from !== undefined && later.from.day >= day && later.from.reaching >= reaching,
    );
  return !isAfter(a.version, b.version) && !isAfter(b.version, a.version);
}
