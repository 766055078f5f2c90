/** Productions for the lines of tables and pools. */
import type { ParserMethod } from "chevrotain";
import type { Span } from "../diagnostics/source.ts";
import type { Name, ResultValue, TableCell } from "./ast.ts";
import { CaseParser } from "./case-lines.ts";
import { asLexeme } from "./formulas.ts";
import type { Line } from "./line-nodes.ts";
import { lacksSubject, nameNode, spanOf } from "./nodes.ts";
import { modalityOf } from "./results.ts";
import { AnyName, keywordType, type Lexeme, starts, T } from "./tokens.ts";

export abstract class TableParser extends CaseParser {
  /** The words of a table cell as a reader sees them. */
  cellText: (span: Span) => string = (span) => this.textOf(span).replace(/\s+/g, " ").trim();

  tableLine: ParserMethod<[], Line> = this.RULE("tableLine", (): Line => {
    this.CONSUME(starts.table);
    return this.OR<Line>([
      { ALT: () => this.SUBRULE(this.annotation) },
      { ALT: () => this.SUBRULE(this.header) },
      { ALT: () => this.SUBRULE(this.row) },
    ]);
  });

  header: ParserMethod<[], Line> = this.RULE("header", (): Line => {
    this.CONSUME(T.HeaderBar);
    const columns: Name[] = [];
    this.AT_LEAST_ONE(() => {
      columns.push(this.SUBRULE(this.columnName));
      this.CONSUME(T.Bar);
    });
    return { kind: "header" as const, columns };
  });

  columnName: ParserMethod<[], Name> = this.RULE("columnName", (): Name => {
    const token = this.take(AnyName);
    return this.ACTION(() => nameNode(token));
  });

  row: ParserMethod<[], Line> = this.RULE("row", (): Line => {
    const first = this.take(T.Bar);
    const cells: TableCell[] = [];
    this.AT_LEAST_ONE(() => {
      cells.push(this.SUBRULE(this.cell));
      this.CONSUME2(T.Bar);
    });
    const span = this.ACTION(() => this.span(first));
    const assumptions = this.SUBRULE(this.assumptions);
    return this.ACTION(() => ({
      kind: "row" as const,
      row: { kind: "TableRow" as const, cells, span },
      assumptions,
    }));
  });

  cell: ParserMethod<[], TableCell> = this.RULE("cell", (): TableCell => {
    const first = this.next();
    let modality: Lexeme | undefined;
    let content: TableCell["content"];
    this.OPTION(() => {
      modality = this.take(keywordType("Modality"));
    });
    this.OR([
      {
        ALT: () => {
          const token = this.take(T.AnyCell);
          this.ACTION(() => {
            content = { kind: "AnyCell", span: spanOf(token) };
          });
        },
      },
      { ALT: () => this.CONSUME(T.EmptyCell) },
      {
        ALT: () => {
          content = this.SUBRULE(this.choice);
        },
      },
      {
        ALT: () => {
          content = this.SUBRULE(this.elsewhere);
        },
      },
      {
        ALT: () => {
          content = this.SUBRULE(this.cellFormula);
        },
      },
    ]);
    return this.ACTION(() => {
      const span = this.span(first);
      return { kind: "TableCell" as const, text: this.cellText(span), content, modality: modalityOf(modality), span };
    });
  });

  cellFormula: ParserMethod<[], ResultValue> = this.RULE("cellFormula", (): ResultValue => {
    const value = this.SUBRULE(this.expression);
    let rounding: Lexeme | undefined;
    this.OPTION(() => {
      this.OPTION2(() => this.CONSUME(T.Comma));
      rounding = this.take(keywordType("Rounding"));
    });
    return this.ACTION(() => {
      const filled = lacksSubject(value) || value.kind === "And" || value.kind === "Or" ? value : this.whole(value);
      return rounding === undefined ? filled : this.roundedValue(filled, rounding);
    });
  });

  poolLine: ParserMethod<[], Line> = this.RULE("poolLine", (): Line => {
    this.CONSUME(starts.pool);
    return this.OR<Line>([
      { ALT: () => this.SUBRULE(this.annotation) },
      {
        ALT: () => {
          const word = asLexeme(
            this.OR2([
              { ALT: () => this.CONSUME(keywordType("Total")) },
              { ALT: () => this.CONSUME(keywordType("Used")) },
            ]),
          );
          this.OPTION(() => this.CONSUME(keywordType("Equal")));
          const value = this.SUBRULE(this.sum);
          const assumptions = this.SUBRULE(this.assumptions);
          return this.ACTION(() => ({
            kind: "amount" as const,
            of: word.payload.keyword?.value === "used" ? ("used" as const) : ("total" as const),
            value,
            assumptions,
          }));
        },
      },
    ]);
  });
}
