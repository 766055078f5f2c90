/** Gathers lines under their headings into the tree. */
import type { Span } from "../diagnostics/source.ts";
import type {
  Assumption,
  Basis,
  Case,
  Clause,
  Constraint,
  Definition,
  Expectation,
  CaseInput,
  InputDeclaration,
  Item,
  Name,
  OutcomeDeclaration,
  Pool,
  PolicyFile,
  Quotation,
  Rule,
  Table,
  TableRow,
  Target,
} from "./ast.ts";
import type { Line, SectionHeading } from "./line-nodes.ts";
import { asOutcomeCell } from "./nodes.ts";
import type { ReadLine } from "./parser.ts";
import type { Report } from "./report.ts";
import type { Mutable } from "./results.ts";
import type { DeclaredName, Lexeme } from "./tokens.ts";

/** A heading with the lines below it. */
export interface Block {
  readonly span: Span;
  readonly heading: SectionHeading;
  readonly lines: readonly ReadLine[];
}

const broken = (of: DeclaredName): { name: Name; type: { kind: "BrokenType"; span: Span }; span: Span } => {
  const span = { start: of.start, end: of.end };
  return { name: { kind: "Name", text: of.text, span }, type: { kind: "BrokenType", span }, span };
};

interface Notes {
  readonly basis: Basis[];
  readonly quotations: Quotation[];
  readonly assumptions: Assumption[];
}

/** Takes 原文, 依据 and 推定 out of a section's lines; what remains is for the section itself. */
function notesOf(lines: readonly ReadLine[], rest: (line: Line | undefined, start: Lexeme) => void): Notes {
  const notes: Notes = { basis: [], quotations: [], assumptions: [] };
  for (const { line, start } of lines) {
    if (line?.kind === "quotations") notes.quotations.push(...line.quotations);
    else if (line?.kind === "basis") notes.basis.push(line.basis);
    else if (line?.kind === "assumptions") notes.assumptions.push(...line.assumptions);
    else rest(line, start);
  }
  return notes;
}

/** 推定 on a line of its own among declarations belongs to the declaration above it. */
function declarations<Node extends { readonly assumptions: readonly Assumption[] }>(
  lines: readonly ReadLine[],
  read: (line: Line) => Node | undefined,
  poisoned: (declared: DeclaredName) => Node,
  report: Report,
): Node[] {
  const nodes: Node[] = [];
  let unread = false;
  for (const { line, start } of lines) {
    const { declares } = start.payload;
    const node = line === undefined ? undefined : read(line);
    if (node !== undefined) nodes.push(node);
    else if (declares !== undefined && declares.text !== "") nodes.push(poisoned(declares));
    else if (line?.kind === "assumptions") {
      const last = nodes.pop();
      if (last !== undefined) nodes.push({ ...last, assumptions: [...last.assumptions, ...line.assumptions] });
      else if (!unread)
        for (const { span } of line.assumptions) report("assumption-without-statement", {}, span.start, span.end);
    } else unread ||= line === undefined;
  }
  return nodes;
}

export class Assembler {
  constructor(
    readonly report: Report,
    /** Names declared in 结果: columns of a table under them hold results. */
    readonly outcomes: ReadonlySet<string>,
  ) {}

  file(items: readonly Item[], length: number): PolicyFile {
    return { kind: "PolicyFile", items, span: { start: 0, end: length } };
  }

  section(block: Block): Item {
    const { heading, lines, span } = block;
    const name = heading.name ?? { kind: "Name" as const, text: "", span };
    switch (heading.heading) {
      case "inputs":
        return { kind: "InputSection", inputs: this.#inputs(lines), span };
      case "definitions":
        return { kind: "DefinitionSection", definitions: this.#definitions(lines), span };
      case "outcomes":
        return { kind: "OutcomeSection", outcomes: this.#outcomes(lines), span };
      case "replace":
      case "add":
        return { kind: "ClauseAmendment", change: heading.heading, clause: this.#clause(name, block), span };
      case "repeal":
        return { kind: "ClauseAmendment", change: "repeal", clause: this.#clause(name, block), span };
      case "target":
        return this.#target(name, block);
      case "constraint":
        return this.#constraint(name, block);
      case "table":
        return this.#table(name, block);
      case "pool":
        return this.#pool(name, block);
      case "case":
        return this.#case(name, block);
      default:
        return this.#clause(name, block);
    }
  }

  #inputs(lines: readonly ReadLine[]): InputDeclaration[] {
    return declarations(
      lines,
      (line) => (line.kind === "input" ? line.node : undefined),
      (declared) => ({
        kind: "InputDeclaration",
        ...broken(declared),
        limits: [],
        default: undefined,
        assumptions: [],
      }),
      this.report,
    );
  }

  #definitions(lines: readonly ReadLine[]): Definition[] {
    return declarations(
      lines,
      (line) => (line.kind === "definition" ? line.node : undefined),
      (declared) => {
        const { name, span } = broken(declared);
        return { kind: "Definition", name, value: { kind: "BrokenExpression", span }, assumptions: [], span };
      },
      this.report,
    );
  }

  #outcomes(lines: readonly ReadLine[]): OutcomeDeclaration[] {
    return declarations(
      lines,
      (line) => (line.kind === "outcome" ? line.node : undefined),
      (declared) => ({
        kind: "OutcomeDeclaration",
        ...broken(declared),
        limits: [],
        formula: undefined,
        assumptions: [],
      }),
      this.report,
    );
  }

  #clause(name: Name, { heading, lines, span }: Block): Clause {
    const rules: Mutable<Rule>[] = [];
    let last: Mutable<Rule> | undefined;
    let unread = false;
    const notes = notesOf(lines, (line, start) => {
      if (line === undefined) {
        unread = true;
        last = undefined;
      } else if (line.kind === "rule") rules.push((last = { ...line.rule }));
      else if (line.kind === "proviso") {
        if (last !== undefined) {
          last.provisos = [...last.provisos, line.condition];
          last.assumptions = [...last.assumptions, ...line.assumptions];
          last.span = { start: last.span.start, end: Math.max(last.span.end, line.condition.span.end) };
        } else if (!unread) this.report("proviso-without-rule", {}, start.startOffset, line.condition.span.end);
      }
    });
    if (rules.length === 0 && !unread && heading.heading !== "repeal")
      this.report("clause-without-rule", { clause: name.text }, span.start, headingEnd(name, span));
    return { kind: "Clause", name, exceptionTo: heading.exceptionTo, period: heading.period, ...notes, rules, span };
  }

  #target(name: Name, { lines, span }: Block): Target {
    return { kind: "Target", name, ...this.#measured(name, lines, span, "指标"), span };
  }

  #constraint(name: Name, { lines, span }: Block): Constraint {
    const { deadline, ...rest } = this.#measured(name, lines, span, "约束");
    if (deadline !== undefined) this.report("deadline-without-result", {}, deadline.span.start, deadline.span.end);
    return { kind: "Constraint", name, ...rest, span };
  }

  #measured(name: Name, lines: readonly ReadLine[], span: Span, word: string): Omit<Target, "kind" | "name" | "span"> {
    let found: Extract<Line, { kind: "requirement" }> | undefined;
    let deadline: Target["deadline"];
    let unread = false;
    const extra: Assumption[] = [];
    const notes = notesOf(lines, (line, start) => {
      if (line === undefined) unread = true;
      else if (line.kind === "requirement") {
        if (found !== undefined)
          this.report("second-requirement", { word }, start.startOffset, line.requirement.span.end);
        found ??= line;
        extra.push(...line.assumptions);
        deadline = line.deadline ?? deadline;
      } else if (line.kind === "deadline") {
        deadline = line.deadline;
        extra.push(...line.assumptions);
      }
    });
    if (found === undefined && !unread)
      this.report("requirement-missing", { word, name: name.text }, span.start, headingEnd(name, span));
    return {
      ...notes,
      condition: found?.condition,
      requirement: found?.requirement,
      deadline,
      assumptions: [...notes.assumptions, ...extra],
    };
  }

  #table(name: Name, { lines, span }: Block): Table {
    let columns: readonly Name[] | undefined;
    let unread = false;
    const rows: TableRow[] = [];
    const extra: Assumption[] = [];
    const notes = notesOf(lines, (line) => {
      if (line === undefined) unread = true;
      else if (line.kind === "header") columns ??= line.columns;
      else if (line.kind === "row") {
        rows.push(this.#row(line.row, columns ?? []));
        extra.push(...line.assumptions);
      }
    });
    if (!unread && (columns === undefined || rows.length === 0))
      this.report("table-without-rows", { table: name.text }, span.start, headingEnd(name, span));
    return {
      kind: "Table",
      name,
      basis: notes.basis,
      quotations: notes.quotations,
      columns: columns ?? [],
      rows,
      assumptions: [...notes.assumptions, ...extra],
      span,
    };
  }

  #row(row: TableRow, columns: readonly Name[]): TableRow {
    if (columns.length > 0 && row.cells.length !== columns.length)
      this.report(
        "table-cell-count",
        { cells: String(row.cells.length), columns: String(columns.length) },
        row.span.start,
        row.span.end,
      );
    const cells = row.cells.map((cell, index) => {
      const column = columns[index]?.text;
      if (cell.content === undefined)
        this.report("table-empty-cell", { column: column ?? "" }, cell.span.start, cell.span.end);
      if (cell.content === undefined || cell.content.kind === "AnyCell") return cell;
      if (column === undefined || !this.outcomes.has(column)) return cell;
      return { ...cell, content: asOutcomeCell(cell.content) };
    });
    return { ...row, cells };
  }

  #pool(name: Name, { lines, span }: Block): Pool {
    let total: Pool["total"];
    let used: Pool["used"];
    const extra: Assumption[] = [];
    const notes = notesOf(lines, (line) => {
      if (line?.kind !== "amount") return;
      if (line.of === "total") total ??= line.value;
      else used ??= line.value;
      extra.push(...line.assumptions);
    });
    return { kind: "Pool", name, ...notes, total, used, assumptions: [...notes.assumptions, ...extra], span };
  }

  #case(name: Name, { lines, span }: Block): Case {
    const inputs: CaseInput[] = [];
    const expectations: Expectation[] = [];
    let unread = false;
    for (const { line } of lines) {
      if (line === undefined) unread = true;
      if (line?.kind !== "case") continue;
      inputs.push(...line.inputs);
      expectations.push(...line.expectations);
    }
    if (expectations.length === 0 && !unread)
      this.report("case-without-expectation", { case: name.text }, span.start, headingEnd(name, span));
    return { kind: "Case", name, inputs, expectations, span };
  }
}

const headingEnd = (name: Name, span: Span): number => Math.max(name.span.end, span.start);
