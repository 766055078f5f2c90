/** Productions for the lines of 算例: inputs, and what they should give. */
import type { ParserMethod } from "chevrotain";
import type { CaseInput, Expectation, ExpectedStatus, Expression, ResultValue } from "./ast.ts";
import { DeclarationParser } from "./declaration-lines.ts";
import { asLexeme } from "./formulas.ts";
import type { CaseLine, Line } from "./line-nodes.ts";
import { nameNode, spanOf } from "./nodes.ts";
import { modalityOf } from "./results.ts";
import { Comparison, endOf, keywordType, type Lexeme, Reference, starts } from "./tokens.ts";

const statuses: readonly string[] = ["notApplicable", "notInForce", "expired", "missing", "exhausted", "conflict"];
const isStatus = (value: string): value is ExpectedStatus => statuses.includes(value);

export abstract class CaseParser extends DeclarationParser {
  caseLine: ParserMethod<[], Line> = this.RULE("caseLine", (): Line => {
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
          this.MANY2(() => this.SUBRULE(this.expected, { ARGS: [expectations] }));
        },
      },
      { ALT: () => this.AT_LEAST_ONE(() => this.SUBRULE2(this.expected, { ARGS: [expectations] })) },
    ]);
    return { kind: "case", inputs, expectations } satisfies CaseLine;
  });

  caseInput: ParserMethod<[], CaseInput> = this.RULE("caseInput", (): CaseInput => {
    const token = this.take(Reference);
    this.OPTION(() => this.CONSUME(keywordType("Equal")));
    const value = this.SUBRULE(this.caseValue);
    return this.ACTION(() => {
      this.unknown(token);
      return { kind: "CaseInput" as const, name: nameNode(token), value, span: this.span(token) };
    });
  });

  caseValue: ParserMethod<[], Expression> = this.RULE("caseValue", (): Expression => this.SUBRULE(this.sum));

  /** Expectations may stand after one `=>` or after several, deeper than the inputs or not. */
  expected: ParserMethod<[Expectation[]], void> = this.RULE("expected", (list: Expectation[]): void => {
    this.CONSUME(keywordType("Implies"));
    this.SUBRULE(this.expectations, { ARGS: [list] });
  });

  expectations: ParserMethod<[Expectation[]], void> = this.RULE("expectations", (list: Expectation[]): void => {
    const first = this.SUBRULE(this.expectation);
    this.ACTION(() => list.push(first));
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
            const next = this.SUBRULE2(this.expectation);
            this.ACTION(() => list.push(next));
          },
        },
      ]);
    });
  });

  #due(list: Expectation[], word: Lexeme, due: Expression): void {
    const last = list.at(-1);
    if (last?.kind === "OutcomeExpectation" && last.due === undefined)
      list.splice(-1, 1, { ...last, due, span: { start: last.span.start, end: due.span.end } });
    else this.report("deadline-without-result", {}, word.startOffset, due.span.end);
  }

  expectation: ParserMethod<[], Expectation> = this.RULE("expectation", (): Expectation =>
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
  );

  outcomeExpectation: ParserMethod<[], Expectation> = this.RULE("outcomeExpectation", (): Expectation => {
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
    return this.ACTION(() => ({
      kind: "OutcomeExpectation" as const,
      modality: modalityOf(modality),
      outcome,
      status: this.#status(status),
      value,
      due: undefined,
      span: this.span(first),
    }));
  });

  #status(token: Lexeme | undefined): ExpectedStatus | undefined {
    const value = token?.payload.keyword?.value ?? "";
    if (token === undefined || isStatus(value)) return isStatus(value) ? value : undefined;
    this.report("verdict-on-outcome", { word: token.image }, token.startOffset, endOf(token));
    return undefined;
  }

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
  );
}
