/** What a policy says, statement by statement: the drafter's own words, and beside them the words of the document. */
import type { Assumption, Clause, Name, PolicyFile, Table } from "../../grammar/ast.ts";
import type { SourceFile, Span } from "../../diagnostics/source.ts";
import { versionWords } from "../evaluate/wording.ts";
import { itemsOf } from "../items.ts";
import type { Program } from "../lowered.ts";
import { escape } from "../markup.ts";
import { isStatement, type StatementNode } from "../source/statements.ts";
import { link, section, table, within } from "./markup.ts";
import { clausePlace, statementPlace } from "./place.ts";
import { quotedPlace, type SourceText } from "./source-text.ts";
import { ownWords, periodWords } from "./words.ts";

export interface Wording {
  /** None where the file holds nothing but 依据 and 非规则. */
  readonly program: Program | undefined;
  readonly file: SourceFile;
  readonly tree: PolicyFile;
  readonly texts: readonly SourceText[];
}

export function ruleSections(wording: Wording): string {
  const { tree } = wording;
  const cards = (kind: StatementNode["kind"], bodyOf: (node: StatementNode) => string): string =>
    tree.items
      .filter(isStatement)
      .filter((node) => node.kind === kind)
      .map((node) => cardOf(wording, node, bodyOf(node)))
      .join("\n");
  const words = (node: StatementNode): string => `<pre class="words">${escape(bodyWords(wording.file, node))}</pre>`;
  return [
    section("定义", "定义", definitions(wording)),
    section("结果", "结果", outcomes(wording)),
    section("条款", "条款", cards("Clause", words)),
    section(
      "表",
      "表",
      cards("Table", (node) => (node.kind === "Table" ? tableOf(wording, node) : "")),
    ),
    section("指标", "指标", cards("Target", words)),
    section("约束", "约束", cards("Constraint", words)),
    section("资金池", "资金池", cards("Pool", words)),
    section("非规则", "不是规则的句子", nonRules(tree)),
  ].join("\n");
}

const texts = (assumptions: readonly Assumption[]): readonly string[] => assumptions.map(({ text }) => text);

const assumed = (assumptions: readonly string[]): string =>
  assumptions.map((text) => `<p class="assumed"><b>推定</b> ${escape(text)}</p>`).join("");

/** A line of 定义 or 结果, up to what it assumes. */
const declared = (file: SourceFile, span: Span, assumptions: readonly Assumption[]): string =>
  `<dt><code>${escape(
    ownWords(
      file,
      span,
      assumptions.map((one) => one.span),
    ),
  )}</code></dt>${assumptions.length === 0 ? "" : `<dd>${assumed(texts(assumptions))}</dd>`}`;

const definitions = ({ file, tree }: Wording): string =>
  list(
    itemsOf(tree, "DefinitionSection")
      .flatMap((one) => one.definitions)
      .map(({ span, assumptions }) => declared(file, span, assumptions)),
  );

function outcomes({ program, file, tree }: Wording): string {
  const own = itemsOf(tree, "OutcomeSection")
    .flatMap((one) => one.outcomes)
    .map(({ span, assumptions }) => declared(file, span, assumptions));
  const rest = program?.restNotApplicable === true ? `<p class="note">其余情形,不适用。</p>` : "";
  return own.length === 0 ? "" : list(own) + rest;
}

const list = (entries: readonly string[]): string =>
  entries.length === 0 ? "" : `<dl class="declared">${entries.join("\n")}</dl>`;

/** What stands below a statement's heading, without its 依据, 原文 and 推定, which are shown beside. */
function bodyWords(file: SourceFile, node: StatementNode): string {
  const heading = [node.name, ...(node.kind === "Clause" ? [...node.exceptionTo, node.period] : [])];
  const start = Math.max(...heading.map((part) => part?.span.end ?? 0));
  const elsewhere = [...node.basis, ...node.quotations, ...assumptionsOf(node)].map(({ span }) => span);
  return ownWords(file, { start, end: node.span.end }, elsewhere);
}

const assumptionsOf = (node: StatementNode): readonly Assumption[] =>
  node.kind === "Clause" ? [...node.assumptions, ...node.rules.flatMap((rule) => rule.assumptions)] : node.assumptions;

function cardOf(wording: Wording, node: StatementNode, body: string): string {
  const { program, tree, texts: documents } = wording;
  const basis = node.basis.length > 0 ? node.basis : itemsOf(tree, "Basis");
  const quotations = node.quotations.map((quotation) => {
    const place = quotedPlace(documents, quotation, basis);
    const words = `「${escape(quotation.text)}」`;
    return `<blockquote>${place === undefined ? words : link(within(place), words)}</blockquote>`;
  });
  const remarks = node.kind === "Clause" ? clauseRemarks(program, tree, node) : [];
  return `<article class="rule" id="${escape(statementPlace(node))}">
<h3>${escape(node.name.text)}</h3>
${remarks.map((html) => `<p class="remark">${html}</p>`).join("")}
<div class="beside"><div>${body}${assumed(texts(assumptionsOf(node)))}</div>${quotations.length === 0 ? "" : `<div>${quotations.join("")}</div>`}</div>
</article>`;
}

function clauseRemarks(program: Program | undefined, tree: PolicyFile, node: Clause): readonly string[] {
  const lowered = program?.clauses.find(({ id }) => id === `${program.policy}/${node.name.text}`);
  const known = itemsOf(tree, "Clause");
  const linked = ({ text }: Name): string => {
    const other = known.find(({ name }) => name.text === text);
    return other === undefined ? escape(text) : link(within(statementPlace(other)), escape(text));
  };
  const exceptions = known.filter(({ exceptionTo }) => exceptionTo.some(({ text }) => text === node.name.text));
  return [
    ...(node.exceptionTo.length === 0 ? [] : [`例外于 ${node.exceptionTo.map(linked).join("、")}`]),
    ...(exceptions.length === 0 ? [] : [`另有例外 ${exceptions.map(({ name }) => linked(name)).join("、")}`]),
    // What a repeal ends is in no force of its own.
    ...(lowered?.period === undefined || node.rules.length === 0 ? [] : [escape(periodWords(lowered.period))]),
    ...versionWords(node.version, node.rules.length === 0).map(escape),
  ];
}

function tableOf({ program }: Wording, node: Table): string {
  const head = node.columns.map(({ text }) => `<th scope="col">${escape(text)}</th>`).join("");
  const rows = node.rows.map(({ cells, span }) => {
    const clause = program?.clauses.find(
      ({ origin, importedFrom }) => importedFrom === undefined && origin.span.start === span.start,
    );
    const place =
      program === undefined || clause === undefined ? "" : ` id="${escape(clausePlace(program.policy, clause.id))}"`;
    return `<tr${place}>${cells.map(({ text }) => `<td>${escape(text)}</td>`).join("")}</tr>`;
  });
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>`;
}

function nonRules(tree: PolicyFile): string {
  const rows = itemsOf(tree, "NonRule").map(({ quotation, reason }) => [escape(quotation.text), escape(reason)]);
  return rows.length === 0 ? "" : table(["原文", "为什么不是规则"], rows, ' class="non-rules"');
}
