/** The statements of a policy that quote: what each quotes, and which figures it encodes, by itself or through what it reads. */
import type {
  Assumption,
  Basis,
  Clause,
  Constraint,
  Definition,
  InputDeclaration,
  Name,
  OutcomeDeclaration,
  Period,
  PolicyFile,
  Pool,
  Quotation,
  Rule,
  Table,
  Target,
} from "../../grammar/ast.ts";
import { normalizeWidth } from "../../grammar/width.ts";
import {
  emptyReading,
  type EncodedFigure,
  readDeadline,
  readExpression,
  type Reading,
  readResultValue,
} from "./encoded.ts";
import { type FigureValue, ratioValue } from "./figures.ts";
import { readFigures } from "./read-figures.ts";
import { ZERO } from "../../grammar/rational.ts";

export type StatementNode = Clause | Target | Constraint | Table | Pool;

export const nounOf: Readonly<Record<StatementNode["kind"], string>> = {
  Clause: "条款",
  Target: "指标",
  Constraint: "约束",
  Table: "表",
  Pool: "资金池",
};

export interface OwnFigure extends EncodedFigure {
  /** What 推定 says about it: such a figure need not be quoted. */
  readonly assumptions: readonly string[];
}

export interface QuotingStatement {
  readonly node: StatementNode;
  readonly basis: readonly Basis[];
  readonly quotations: readonly Quotation[];
  /** 推定 says something about it. */
  readonly assumed: boolean;
  /** Written in the statement itself. */
  readonly figures: readonly OwnFigure[];
  /** Written in the definitions that it reads. */
  readonly defined: readonly EncodedFigure[];
  /** Said by its terms' names, its limits, its policy's period and formulas: they encode what a quotation says, and are not checked. */
  readonly implied: readonly FigureValue[];
}

/** A definition or formula, which cannot quote: its figures have to stand in some quotation of the policy. */
export interface UnquotedSum {
  readonly name: Name;
  readonly figures: readonly EncodedFigure[];
}

export interface PolicyStatements {
  readonly basis: readonly Basis[];
  readonly statements: readonly QuotingStatement[];
  readonly sums: readonly UnquotedSum[];
}

const statementKinds: ReadonlySet<string> = new Set(Object.keys(nounOf));
export const isStatement = (item: PolicyFile["items"][number]): item is StatementNode => statementKinds.has(item.kind);

/** Declarations by name, as statements read them. */
class Declarations {
  readonly definitions = new Map<string, Definition>();
  readonly outcomes = new Map<string, OutcomeDeclaration>();
  readonly inputs = new Map<string, InputDeclaration>();

  constructor(tree: PolicyFile) {
    for (const item of tree.items) {
      if (item.kind === "DefinitionSection")
        for (const one of item.definitions) this.definitions.set(one.name.text, one);
      if (item.kind === "OutcomeSection") for (const one of item.outcomes) this.outcomes.set(one.name.text, one);
      if (item.kind === "InputSection") for (const one of item.inputs) this.inputs.set(one.name.text, one);
    }
  }

  /** Everything read, directly or not, and the formulas that read what `names` hold. */
  reach(names: ReadonlySet<string>): Reading {
    const reached: Reading = { figures: [], names: new Set(names) };
    for (const [name, { formula }] of this.outcomes) {
      const reading = emptyReading();
      readExpression(formula, reading);
      if ([...reading.names].some((one) => names.has(one))) reached.names.add(name);
    }
    // The set grows while it is walked: what a definition reads is read too.
    for (const name of reached.names) {
      readExpression(this.definitions.get(name)?.value, reached);
      readExpression(this.outcomes.get(name)?.formula, reached);
    }
    return reached;
  }

  limitsOf(names: Iterable<string>): EncodedFigure[] {
    const reading = emptyReading();
    for (const name of names) {
      const input = this.inputs.get(name);
      for (const limit of [...(input?.limits ?? []), ...(this.outcomes.get(name)?.limits ?? [])])
        if (limit.kind === "BoundLimit") readExpression(limit.value, reading);
      readExpression(input?.default, reading);
    }
    return reading.figures;
  }
}

const textsOf = (assumptions: readonly Assumption[]): string[] => assumptions.map(({ text }) => text);

class StatementReader {
  readonly #figures: OwnFigure[] = [];
  readonly names = new Set<string>();
  /** A result that must not be, or need not, encodes nought: 不计息, 免收. */
  withholds = false;

  take(assumptions: readonly Assumption[], read: (into: Reading) => void): void {
    const reading = emptyReading();
    read(reading);
    for (const name of reading.names) this.names.add(name);
    for (const figure of reading.figures) this.#figures.push({ ...figure, assumptions: textsOf(assumptions) });
  }

  period(period: Period | undefined, assumptions: readonly Assumption[]): void {
    this.take(assumptions, (into) => {
      readExpression(period?.from, into);
      readExpression(period?.to, into);
    });
  }

  rule(rule: Rule, shared: readonly Assumption[]): void {
    this.take([...rule.assumptions, ...shared], (into) => {
      readExpression(rule.condition, into);
      // What a proviso takes out is the other side of its boundary, as the text says it: 但10人以下的除外.
      for (const proviso of rule.provisos) readExpression(proviso, into);
      for (const { outcome, value, deadline, modality } of rule.results) {
        into.names.add(outcome.text);
        readResultValue(value, into);
        readDeadline(deadline, into);
        this.withholds ||= modality === "mustNot" || modality === "exempt";
      }
      for (const { pool, amount } of rule.draws) {
        into.names.add(pool.text);
        readExpression(amount, into);
      }
    });
  }

  get figures(): readonly OwnFigure[] {
    return this.#figures;
  }
}

function readNode(node: StatementNode): StatementReader {
  const reader = new StatementReader();
  const { assumptions } = node;
  switch (node.kind) {
    case "Clause":
      reader.period(node.period, assumptions);
      for (const rule of node.rules) reader.rule(rule, assumptions);
      break;
    case "Table":
      for (const { text } of node.columns) reader.names.add(text);
      for (const row of node.rows)
        for (const { content } of row.cells)
          if (content?.kind !== "AnyCell") reader.take(assumptions, (into) => readResultValue(content, into));
      break;
    case "Pool":
      reader.take(assumptions, (into) => {
        readExpression(node.total, into);
        readExpression(node.used, into);
      });
      break;
    default:
      reader.take(assumptions, (into) => {
        readExpression(node.condition, into);
        readExpression(node.requirement, into);
        if (node.kind === "Target") readDeadline(node.deadline, into);
      });
  }
  return reader;
}

/** `issuedYear` dates what the names of terms say without a year. */
export function statementsOf(tree: PolicyFile, issuedYear: number): PolicyStatements {
  const declarations = new Declarations(tree);
  const basis = tree.items.filter((item): item is Basis => item.kind === "Basis");
  const heading = tree.items.find((item) => item.kind === "PolicyHeading");
  const period = emptyReading();
  for (const item of tree.items) {
    const dates = item.kind === "Period" ? item : item.kind === "PolicyHeading" ? item.period : undefined;
    readExpression(dates?.from, period);
    readExpression(dates?.to, period);
  }
  const figuresInName = (name: string): FigureValue[] =>
    readFigures(normalizeWidth(name), issuedYear).flatMap(({ values }) => values);
  // A formula may say what a clause quotes: it cannot quote itself.
  const summed = declarations.reach(
    new Set([...declarations.definitions.keys(), ...declarations.outcomes.keys()]),
  ).figures;
  const statements = tree.items.filter(isStatement).map((node): QuotingStatement => {
    const reader = readNode(node);
    const reached = declarations.reach(reader.names);
    const names = new Set([...reached.names, node.name.text, ...(heading === undefined ? [] : [heading.name.text])]);
    return {
      node,
      basis: node.basis.length > 0 ? node.basis : basis,
      quotations: node.quotations,
      assumed:
        node.assumptions.length > 0 ||
        (node.kind === "Clause" && node.rules.some((rule) => rule.assumptions.length > 0)),
      figures: reader.figures,
      defined: reached.figures,
      implied: [
        ...[...names].flatMap(figuresInName),
        ...[...declarations.limitsOf(names), ...period.figures, ...summed].flatMap(({ values }) => values),
        ...(reader.withholds ? [ratioValue(ZERO)] : []),
      ],
    };
  });
  return { basis, statements, sums: sumsOf(declarations) };
}

function sumsOf(declarations: Declarations): UnquotedSum[] {
  const sums = [...declarations.definitions.values(), ...declarations.outcomes.values()];
  return sums
    .filter(({ assumptions }) => assumptions.length === 0)
    .map((sum) => {
      const reading = emptyReading();
      readExpression(sum.kind === "Definition" ? sum.value : sum.formula, reading);
      return { name: sum.name, figures: reading.figures };
    });
}
