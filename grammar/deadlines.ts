/** Productions for deadlines. */
import type { ParserMethod } from "chevrotain";
import type { Span } from "../diagnostics/source.ts";
import type { Deadline } from "./ast.ts";
import { ConditionParser } from "./conditions.ts";
import { spanOf } from "./nodes.ts";
import { multiply, rational } from "./rational.ts";
import { endOf, keywordType, type Lexeme, T } from "./tokens.ts";

export abstract class DeadlineParser extends ConditionParser {
  protected abstract textOf(span: Span): string;

  /** `期限 D 起 10个工作日内`, `期限 2020-12-31` */
  deadline: ParserMethod<[], Deadline> = this.RULE("deadline", (): Deadline => {
    const word = this.take(keywordType("Deadline"));
    this.OPTION(() => this.CONSUME(keywordType("From")));
    let date = this.SUBRULE(this.sum);
    let within: Deadline["within"];
    this.OPTION2(() => {
      this.OR([
        {
          ALT: () => {
            within = this.SUBRULE(this.period);
          },
        },
        {
          ALT: () => {
            this.SUBRULE(this.withinEnd);
            this.ACTION(() => {
              const end = endOf(this.last());
              const written = this.textOf({ start: date.span.start, end });
              this.report("deadline-without-start", { written }, word.startOffset, end);
              date = { kind: "BrokenExpression", span: date.span };
            });
          },
        },
      ]);
    });
    return this.ACTION(() => ({ kind: "Deadline" as const, date, within, span: this.span(word) }));
  });

  /** `自D起10个工作日内`, before the result it limits. */
  startingDeadline: ParserMethod<[], Deadline> = this.RULE("startingDeadline", (): Deadline => {
    const word = this.take(keywordType("From"));
    const date = this.SUBRULE(this.sum);
    const within = this.SUBRULE(this.period);
    return this.ACTION(() => ({ kind: "Deadline" as const, date, within, span: this.span(word) }));
  });

  /** `起10个工作日内` */
  period: ParserMethod<[], Deadline["within"]> = this.RULE("period", (): Deadline["within"] => {
    this.CONSUME(keywordType("Since"));
    this.OPTION(() => this.CONSUME(T.Comma));
    const count = this.take(T.Quantity);
    this.SUBRULE(this.withinEnd);
    return this.ACTION(() => this.#within(count));
  });

  withinEnd: ParserMethod<[], void> = this.RULE("withinEnd", (): void => {
    this.OR([{ ALT: () => this.CONSUME(keywordType("Within")) }, { ALT: () => this.CONSUME(keywordType("Postfix")) }]);
  });

  #within(token: Lexeme): Deadline["within"] {
    const { literal } = token.payload;
    const span = spanOf(token);
    const factors = literal?.kind === "quantity" ? literal.factors : undefined;
    const months = { 月: 1, 季度: 3, 年: 12 }[factors?.[0]?.unit ?? ""];
    if (literal?.kind === "quantity" && factors?.length === 1) {
      const [factor] = factors;
      if (months !== undefined) return { count: multiply(literal.value, rational(months)), unit: "month", span };
      if (factor?.unit === "工作日") return { count: literal.value, unit: "workday", span };
      if (factor?.unit === "天") return { count: literal.value, unit: "day", span };
    }
    this.report("deadline-unit", { written: token.image }, span.start, span.end);
    return undefined;
  }
}
