/**
 * The parser: a file is lines, each opened by a token of its kind. Each is read by itself, so that a mistake in one is
 * reported once and the others are kept; Chevrotain's own recovery, which would guess, stays off.
 */
import type { IRecognitionException, ParserMethod } from "chevrotain";
import type { Span } from "../diagnostics/source.ts";
import type { Deadline, Expression, Rule } from "./ast.ts";
import { TableParser } from "./table-lines.ts";
import type { Line } from "./line-nodes.ts";
import { spanOf } from "./nodes.ts";
import { noOutcomes, type Outcomes } from "./results.ts";
import { keywordType, type Lexeme, starts, T } from "./tokens.ts";

/** One line as read, with the token that opened it; none where it could not be read. */
export interface ReadLine {
  readonly start: Lexeme;
  readonly line: Line | undefined;
  readonly errors: readonly IRecognitionException[];
}

export class PolicyParser extends TableParser {
  text = "";

  constructor(validate = false) {
    super(validate);
    this.performSelfAnalysis();
  }

  protected textOf(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** The line that a statement's tokens make, from its opening to its end. */
  read(statement: readonly Lexeme[]): ReadLine {
    this.input = [...statement];
    const start = this.next();
    const line = this.line();
    const { errors } = this;
    return { start, line: errors.length === 0 ? line : undefined, errors };
  }

  line: ParserMethod<[], Line | undefined> = this.RULE("line", (): Line | undefined => {
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
  });

  clauseLine: ParserMethod<[], Line> = this.RULE("clauseLine", (): Line => {
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
  });

  rule: ParserMethod<[], Rule> = this.RULE("rule", (): Rule => {
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
  });

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

  arrow: ParserMethod<[], void> = this.RULE("arrow", (): void => {
    this.OR([{ ALT: () => this.CONSUME(keywordType("Implies")) }, { ALT: () => this.CONSUME(T.ConditionEnd) }]);
  });

  targetLine: ParserMethod<[], Line> = this.RULE("targetLine", (): Line => {
    this.CONSUME(starts.target);
    return this.SUBRULE(this.measured);
  });

  constraintLine: ParserMethod<[], Line> = this.RULE("constraintLine", (): Line => {
    this.CONSUME(starts.constraint);
    return this.SUBRULE(this.measured);
  });

  /** `[条件 =>] 要求[, 期限 …]` */
  measured: ParserMethod<[], Line> = this.RULE("measured", (): Line =>
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
  );

  requirement: ParserMethod<[], Line> = this.RULE("requirement", (): Line => {
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
  });
}
