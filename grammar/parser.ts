/**
 * The parser: a file is lines, each opened by a token of its kind. Recovery takes hold at `line` alone: a line that
 * cannot be read is skipped to the next opening token, so that every mistake is reported once and good lines are kept.
 */
import type { ParserMethod } from "chevrotain";
import type { Span } from "../diagnostics/source.ts";
import type { CaseInput, Deadline, Expectation, Expression, Name, ResultValue, Rule, TableCell } from "./ast.ts";
import { DeclarationParser } from "./declaration-lines.ts";
import { asLexeme, inner } from "./formulas.ts";
import type { CaseLine, Line } from "./line-nodes.ts";
import { lacksSubject, nameNode, spanOf } from "./nodes.ts";
import { modalityOf, type Mutable, noOutcomes, type Outcomes } from "./results.ts";
import { AnyName, Comparison, keywordType, type Lexeme, Reference, starts, T } from "./tokens.ts";

/** One line as read, with the token that opened it; none where it could not be read. */
export interface ReadLine {
  readonly start: Lexeme;
  readonly line: Line | undefined;
}

type OutcomeExpectation = Extract<Expectation, { kind: "OutcomeExpectation" }>;

export class PolicyParser extends DeclarationParser {
  text = "";
  /** The words of a table cell as a reader sees them. */
  cellText: (span: Span) => string = (span) => this.textOf(span);

  constructor() {
    super();
    this.performSelfAnalysis();
  }

  protected textOf(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  file: ParserMethod<[], ReadLine[]> = this.RULE("file", (): ReadLine[] => {
    const lines: ReadLine[] = [];
    this.MANY(() => {
      const start = this.next();
      const line = this.SUBRULE(this.line);
      lines.push({ start, line });
    });
    this.CONSUME(T.FileEnd);
    return lines;
  });

  line: ParserMethod<[], Line | undefined> = this.RULE(
    "line",
    (): Line | undefined => {
      const line = this.OR<Line>([
        { ALT: () => this.SUBRULE(this.headingLine) },
        { ALT: () => this.SUBRULE(this.inputLine) },
        { ALT: () => this.SUBRULE(this.definitionLine) },
        { ALT: () => this.SUBRULE(this.outcomeLine) },
        { ALT: () => this.SUBRULE(this.clauseLine) },
        { ALT: () => this.SUBRULE(this.targetLine) },
        { ALT: () => this.SUBRULE(this.constraintLine) },
        { ALT: () => this.SUBRULE(this.tableLine) },
        { ALT: () => this.SUBRULE(this.poolLine) },
        { ALT: () => this.SUBRULE(this.caseLine) },
      ]);
      this.CONSUME(T.StatementEnd);
      return line;
    },
    { resyncEnabled: true, recoveryValueFunc: () => undefined },
  );

  clauseLine: ParserMethod<[], Line> = this.RULE(
    "clauseLine",
    (): Line => {
      this.CONSUME(starts.clause);
      return this.OR<Line>([
        { ALT: () => this.SUBRULE(this.annotation) },
        {
          ALT: () => {
            const condition = this.SUBRULE(this.proviso);
            const assumptions = this.SUBRULE(this.assumptions);
            return this.ACTION(() => ({ kind: "proviso" as const, condition: this.whole(condition), assumptions }));
          },
        },
        {
          ALT: () => {
            const rule = this.SUBRULE(this.rule);
            return { kind: "rule" as const, rule };
          },
        },
      ]);
    },
    inner,
  );

  rule: ParserMethod<[], Rule> = this.RULE(
    "rule",
    (): Rule => {
      const first = this.next();
      const outcomes = noOutcomes();
      let otherwise = false;
      let condition: Expression | undefined;
      this.OR([
        {
          ALT: () => {
            this.CONSUME(keywordType("Otherwise"));
            otherwise = true;
            this.OPTION(() => {
              this.OR2([{ ALT: () => this.CONSUME(keywordType("Implies")) }, { ALT: () => this.CONSUME(T.Comma) }]);
            });
          },
        },
        {
          ALT: () => {
            this.CONSUME2(keywordType("Implies"));
          },
        },
        {
          ALT: () => {
            condition = this.SUBRULE(this.expression);
            this.SUBRULE(this.arrow);
          },
        },
      ]);
      this.SUBRULE(this.results, { ARGS: [outcomes] });
      return this.ACTION(() => this.#rule(first, otherwise, condition, outcomes));
    },
    inner,
  );

  #rule(first: Lexeme, otherwise: boolean, condition: Expression | undefined, outcomes: Outcomes): Rule {
    return {
      kind: "Rule",
      otherwise,
      condition: condition === undefined ? undefined : this.whole(condition),
      provisos: outcomes.provisos.map((proviso) => this.whole(proviso)),
      results: outcomes.results,
      draws: outcomes.draws,
      assumptions: outcomes.assumptions,
      span: this.span(first),
    };
  }

  arrow: ParserMethod<[], void> = this.RULE(
    "arrow",
    (): void => {
      this.OR([{ ALT: () => this.CONSUME(keywordType("Implies")) }, { ALT: () => this.CONSUME(T.ConditionEnd) }]);
    },
    inner,
  );

  targetLine: ParserMethod<[], Line> = this.RULE(
    "targetLine",
    (): Line => {
      this.CONSUME(starts.target);
      return this.SUBRULE(this.measured);
    },
    inner,
  );

  constraintLine: ParserMethod<[], Line> = this.RULE(
    "constraintLine",
    (): Line => {
      this.CONSUME(starts.constraint);
      return this.SUBRULE(this.measured);
    },
    inner,
  );

  /** `[条件 =>] 要求[, 期限 …]` */
  measured: ParserMethod<[], Line> = this.RULE(
    "measured",
    (): Line =>
      this.OR<Line>([
        { ALT: () => this.SUBRULE(this.annotation) },
        {
          ALT: () => {
            const deadline = this.SUBRULE(this.deadline);
            const assumptions = this.SUBRULE(this.assumptions);
            return { kind: "deadline" as const, deadline, assumptions };
          },
        },
        { ALT: () => this.SUBRULE(this.requirement) },
      ]),
    inner,
  );

  requirement: ParserMethod<[], Line> = this.RULE(
    "requirement",
    (): Line => {
      let condition: Expression | undefined;
      let required: Expression | undefined;
      let deadline: Deadline | undefined;
      this.OR([
        {
          ALT: () => {
            this.CONSUME(keywordType("Implies"));
            required = this.SUBRULE(this.expression);
          },
        },
        {
          ALT: () => {
            required = this.SUBRULE2(this.expression);
            this.OPTION(() => {
              this.SUBRULE(this.arrow);
              condition = required;
              required = this.SUBRULE3(this.expression);
            });
          },
        },
      ]);
      this.OPTION2(() => {
        this.CONSUME(T.Comma);
        deadline = this.SUBRULE(this.deadline);
      });
      const assumptions = this.SUBRULE(this.assumptions);
      return this.ACTION(() => ({
        kind: "requirement" as const,
        condition: condition === undefined ? undefined : this.whole(condition),
        requirement: this.whole(required ?? { kind: "BrokenExpression", span: spanOf(this.last()) }),
        deadline,
        assumptions,
      }));
    },
    inner,
  );

  tableLine: ParserMethod<[], Line> = this.RULE(
    "tableLine",
    (): Line => {
      this.CONSUME(starts.table);
      return this.OR<Line>([
        { ALT: () => this.SUBRULE(this.annotation) },
        { ALT: () => this.SUBRULE(this.header) },
        { ALT: () => this.SUBRULE(this.row) },
      ]);
    },
    inner,
  );

  header: ParserMethod<[], Line> = this.RULE(
    "header",
    (): Line => {
      this.CONSUME(T.HeaderBar);
      const columns: Name[] = [];
      this.AT_LEAST_ONE(() => {
        columns.push(this.SUBRULE(this.columnName));
        this.CONSUME(T.Bar);
      });
      return { kind: "header" as const, columns };
    },
    inner,
  );

  columnName: ParserMethod<[], Name> = this.RULE(
    "columnName",
    (): Name => {
      const token = this.take(AnyName);
      return this.ACTION(() => nameNode(token));
    },
    inner,
  );

  row: ParserMethod<[], Line> = this.RULE(
    "row",
    (): Line => {
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
    },
    inner,
  );

  cell: ParserMethod<[], TableCell> = this.RULE(
    "cell",
    (): TableCell => {
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
    },
    inner,
  );

  cellFormula: ParserMethod<[], ResultValue> = this.RULE(
    "cellFormula",
    (): ResultValue => {
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
    },
    inner,
  );

  poolLine: ParserMethod<[], Line> = this.RULE(
    "poolLine",
    (): Line => {
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
    },
    inner,
  );

  caseLine: ParserMethod<[], Line> = this.RULE(
    "caseLine",
    (): Line => {
      this.CONSUME(starts.case);
      const inputs: CaseInput[] = [];
      const expectations: Expectation[] = [];
      this.OR([
        {
          ALT: () => {
            inputs.push(this.SUBRULE(this.caseInput));
            this.MANY(() => {
              this.SUBRULE(this.separator);
              this.OPTION(() => {
                inputs.push(this.SUBRULE2(this.caseInput));
              });
            });
            this.OPTION2(() => {
              this.CONSUME(keywordType("Implies"));
              this.SUBRULE(this.expectations, { ARGS: [expectations] });
            });
          },
        },
        {
          ALT: () => {
            this.CONSUME2(keywordType("Implies"));
            this.SUBRULE2(this.expectations, { ARGS: [expectations] });
          },
        },
      ]);
      return { kind: "case", inputs, expectations } satisfies CaseLine;
    },
    inner,
  );

  caseInput: ParserMethod<[], CaseInput> = this.RULE(
    "caseInput",
    (): CaseInput => {
      const token = this.take(Reference);
      this.OPTION(() => this.CONSUME(keywordType("Equal")));
      const value = this.SUBRULE(this.caseValue);
      return this.ACTION(() => {
        this.unknown(token);
        return { kind: "CaseInput" as const, name: nameNode(token), value, span: this.span(token) };
      });
    },
    inner,
  );

  caseValue: ParserMethod<[], Expression> = this.RULE("caseValue", (): Expression => this.SUBRULE(this.sum), inner);

  expectations: ParserMethod<[Expectation[]], void> = this.RULE(
    "expectations",
    (list: Expectation[]): void => {
      list.push(this.SUBRULE(this.expectation));
      this.MANY(() => {
        this.SUBRULE(this.separator);
        this.OR([
          {
            ALT: () => {
              const word = this.take(keywordType("Deadline"));
              const due = this.SUBRULE(this.sum);
              this.ACTION(() => this.#due(list, word, due));
            },
          },
          {
            ALT: () => {
              list.push(this.SUBRULE2(this.expectation));
            },
          },
        ]);
      });
    },
    inner,
  );

  #due(list: Expectation[], word: Lexeme, due: Expression): void {
    const last = list.at(-1);
    if (last?.kind === "OutcomeExpectation" && last.due === undefined)
      list.splice(-1, 1, { ...last, due, span: { start: last.span.start, end: due.span.end } });
    else this.report("deadline-without-result", {}, word.startOffset, due.span.end);
  }

  expectation: ParserMethod<[], Expectation> = this.RULE(
    "expectation",
    (): Expectation =>
      this.OR<Expectation>([
        {
          ALT: () => {
            const word = this.take(keywordType("TargetWord"));
            const target = this.SUBRULE(this.poolName);
            const met = this.SUBRULE(this.verdict);
            return this.ACTION(() => ({ kind: "TargetExpectation" as const, target, met, span: this.span(word) }));
          },
        },
        {
          ALT: () => {
            const word = this.take(keywordType("ConstraintWord"));
            const constraint = this.SUBRULE2(this.poolName);
            const met = this.SUBRULE2(this.verdict);
            return this.ACTION(() => ({
              kind: "ConstraintExpectation" as const,
              constraint,
              met,
              span: this.span(word),
            }));
          },
        },
        { ALT: () => this.SUBRULE(this.outcomeExpectation) },
      ]),
    inner,
  );

  outcomeExpectation: ParserMethod<[], Expectation> = this.RULE(
    "outcomeExpectation",
    (): Expectation => {
      const first = this.next();
      let modality: Lexeme | undefined;
      let status: Lexeme | undefined;
      let value: ResultValue | undefined;
      this.OPTION(() => {
        modality = this.take(keywordType("Modality"));
      });
      const outcome = this.SUBRULE(this.outcomeName);
      this.OPTION2(() => this.CONSUME(keywordType("Equal")));
      this.OPTION3(() => {
        this.OR([
          {
            ALT: () => {
              status = this.take(keywordType("Status"));
            },
          },
          {
            ALT: () => {
              value = this.SUBRULE(this.resultValue);
            },
          },
        ]);
      });
      return this.ACTION((): OutcomeExpectation => {
        const expected: Mutable<OutcomeExpectation> = {
          kind: "OutcomeExpectation",
          modality: modalityOf(modality),
          outcome,
          status: undefined,
          value,
          due: undefined,
          span: this.span(first),
        };
        const word = status?.payload.keyword?.value;
        if (word === "notApplicable" || word === "notInForce" || word === "expired" || word === "missing" || word === "exhausted" || word === "conflict")
          expected.status = word;
        else if (status !== undefined) this.report("verdict-on-outcome", { word: status.image }, status.startOffset, this.span(status).end);
        return expected;
      });
    },
    inner,
  );

  /** 达到, 未达到, 满足, 不满足, 不适用, 缺失 */
  verdict: ParserMethod<[], boolean | "notApplicable" | "missing"> = this.RULE(
    "verdict",
    (): boolean | "notApplicable" | "missing" => {
      const token = asLexeme(
        this.OR([{ ALT: () => this.CONSUME(Comparison) }, { ALT: () => this.CONSUME(keywordType("Status")) }]),
      );
      return this.ACTION(() => {
        const value = token.payload.keyword?.value;
        if (value === "notApplicable" || value === "missing") return value;
        if (value === "unmet" || (value === "<" && token.image === "未达到")) return false;
        if (value !== "met" && token.image !== "达到")
          this.report("verdict-unknown", { word: token.image }, token.startOffset, spanOf(token).end);
        return true;
      });
    },
    inner,
  );
}
