/** Productions for what stands after `=>`: results, their values, rounding and draws on pools. */
import type { ParserMethod } from "chevrotain";
import type { Assumption, Deadline, Draw, Expression, Modality, Name, Result, ResultValue } from "./ast.ts";
import { DeadlineParser } from "./deadlines.ts";
import { asLexeme } from "./formulas.ts";
import { nameNode, rangeEnds, spanOf } from "./nodes.ts";
import { endOf, keywordType, type Lexeme, Reference, T } from "./tokens.ts";

export type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** What follows one `=>`, as it is read. */
export interface Outcomes {
  readonly results: Mutable<Result>[];
  readonly draws: Draw[];
  readonly provisos: Expression[];
  readonly assumptions: Assumption[];
}

export const noOutcomes = (): Outcomes => ({ results: [], draws: [], provisos: [], assumptions: [] });

export function modalityOf(token: Lexeme | undefined): Modality | undefined {
  const value = token?.payload.keyword?.value;
  return value === "must" || value === "may" || value === "mustNot" || value === "exempt" ? value : undefined;
}

export abstract class ResultParser extends DeadlineParser {
  assumption: ParserMethod<[], Assumption> = this.RULE("assumption", (): Assumption => {
    const word = this.take(keywordType("Assumption"));
    const text = this.take(T.Quoted);
    return this.ACTION(() => ({
      kind: "Assumption" as const,
      text: text.payload.text ?? "",
      span: spanOf(word, text),
    }));
  });

  proviso: ParserMethod<[], Expression> = this.RULE("proviso", (): Expression => {
    this.CONSUME(keywordType("Except"));
    const condition = this.SUBRULE(this.expression);
    this.CONSUME(keywordType("ExceptEnd"));
    return condition;
  });

  results: ParserMethod<[Outcomes], void> = this.RULE("results", (outcomes: Outcomes): void => {
    this.OR([
      { ALT: () => this.SUBRULE(this.draw, { ARGS: [outcomes] }) },
      { ALT: () => this.SUBRULE(this.result, { ARGS: [outcomes] }) },
    ]);
    this.MANY(() => {
      this.OR2([
        {
          ALT: () => {
            this.SUBRULE(this.separator);
            this.SUBRULE(this.resultItem, { ARGS: [outcomes] });
          },
        },
        { ALT: () => this.SUBRULE(this.qualification, { ARGS: [outcomes] }) },
      ]);
    });
  });

  separator: ParserMethod<[], void> = this.RULE("separator", (): void => {
    this.OR([{ ALT: () => this.CONSUME(T.Comma) }, { ALT: () => this.CONSUME(keywordType("Enumerate")) }]);
  });

  resultItem: ParserMethod<[Outcomes], void> = this.RULE("resultItem", (outcomes: Outcomes): void => {
    this.OR([
      { ALT: () => this.SUBRULE(this.draw, { ARGS: [outcomes] }) },
      { ALT: () => this.SUBRULE(this.qualification, { ARGS: [outcomes] }) },
      { ALT: () => this.SUBRULE(this.result, { ARGS: [outcomes] }) },
    ]);
  });

  /** Rounding and a deadline belong to the result before them, 但 … 的除外 and 推定 to the rule. */
  qualification: ParserMethod<[Outcomes], void> = this.RULE("qualification", (outcomes: Outcomes): void => {
    this.OR([
      {
        ALT: () => {
          const rounding = this.take(keywordType("Rounding"));
          this.ACTION(() => this.#roundLast(outcomes, rounding));
        },
      },
      {
        ALT: () => {
          const deadline = this.SUBRULE(this.deadline);
          this.ACTION(() => this.#limitLast(outcomes, deadline));
        },
      },
      {
        ALT: () => {
          const proviso = this.SUBRULE(this.proviso);
          this.ACTION(() => outcomes.provisos.push(proviso));
        },
      },
      {
        ALT: () => {
          const assumption = this.SUBRULE(this.assumption);
          this.ACTION(() => outcomes.assumptions.push(assumption));
        },
      },
    ]);
  });

  #roundLast(outcomes: Outcomes, rounding: Lexeme): void {
    const result = outcomes.results.at(-1);
    if (result?.value === undefined) {
      this.report("rounding-without-value", { rounding: rounding.image }, rounding.startOffset, endOf(rounding));
      return;
    }
    result.value = this.roundedValue(result.value, rounding);
    result.span = { start: result.span.start, end: endOf(rounding) };
  }

  #limitLast(outcomes: Outcomes, deadline: Deadline): void {
    const result = outcomes.results.at(-1);
    if (result === undefined || result.deadline !== undefined) {
      this.report("deadline-without-result", {}, deadline.span.start, deadline.span.end);
      return;
    }
    result.deadline = deadline;
    result.span = { start: result.span.start, end: deadline.span.end };
  }

  /** Rounding acts on both ends of an interval. */
  protected roundedValue(value: ResultValue, rounding: Lexeme): ResultValue {
    switch (value.kind) {
      case "IntervalValue":
        return { ...value, low: this.rounded(value.low, rounding), high: this.rounded(value.high, rounding) };
      case "UpToValue":
        return { ...value, high: this.rounded(value.high, rounding) };
      case "ChoiceValue":
      case "ElsewhereValue":
        this.report("rounding-without-value", { rounding: rounding.image }, rounding.startOffset, endOf(rounding));
        return value;
      default:
        return this.rounded(value, rounding);
    }
  }

  protected rounded(operand: Expression, rounding: Lexeme): Expression {
    const { grain, keyword } = rounding.payload;
    if (grain === undefined) {
      this.report("grain-missing", { word: rounding.image }, rounding.startOffset, endOf(rounding));
      return operand;
    }
    const method = keyword?.value;
    return {
      kind: "Rounding",
      operand,
      method: method === "down" || method === "up" || method === "halfEven" ? method : "halfUp",
      step: grain.step,
      unit: grain.unit,
      span: { start: operand.span.start, end: endOf(rounding) },
    };
  }

  draw: ParserMethod<[Outcomes], void> = this.RULE("draw", (outcomes: Outcomes): void => {
    const word = this.take(keywordType("Draw"));
    const pool = this.SUBRULE(this.poolName);
    const amount = this.SUBRULE(this.sum);
    this.ACTION(() => outcomes.draws.push({ kind: "Draw", pool, amount, span: this.span(word) }));
  });

  poolName: ParserMethod<[], Name> = this.RULE("poolName", (): Name => {
    const token = asLexeme(this.OR([{ ALT: () => this.CONSUME(T.Named) }, { ALT: () => this.CONSUME(T.Quoted) }]));
    return this.ACTION(() => nameNode(token));
  });

  /** `[应当] [自D起10个工作日内] [应当] 结果 [值]` */
  result: ParserMethod<[Outcomes], void> = this.RULE("result", (outcomes: Outcomes): void => {
    const first = this.next();
    let modality: Lexeme | undefined;
    let deadline: Deadline | undefined;
    let value: ResultValue | undefined;
    this.OPTION(() => {
      modality = this.take(keywordType("Modality"));
    });
    this.OPTION2(() => {
      deadline = this.SUBRULE(this.startingDeadline);
    });
    this.OPTION3(() => {
      modality = asLexeme(this.CONSUME2(keywordType("Modality")));
    });
    const outcome = this.SUBRULE(this.outcomeName);
    this.OPTION4(() => this.CONSUME(keywordType("Equal")));
    this.OPTION5(() => {
      value = this.SUBRULE(this.resultValue);
    });
    this.ACTION(() =>
      outcomes.results.push({
        kind: "Result",
        modality: modalityOf(modality),
        outcome,
        value,
        deadline,
        span: this.span(first),
      }),
    );
  });

  outcomeName: ParserMethod<[], Name> = this.RULE("outcomeName", (): Name => {
    const token = this.take(Reference);
    return this.ACTION(() => {
      this.unknown(token);
      return nameNode(token);
    });
  });

  resultValue: ParserMethod<[], ResultValue> = this.RULE("resultValue", (): ResultValue =>
    this.OR([
      {
        ALT: () => {
          const word = this.take(keywordType("AtMost"));
          const high = this.SUBRULE(this.sum);
          return this.ACTION(() => ({ kind: "UpToValue" as const, high, span: this.span(word) }));
        },
      },
      { ALT: () => this.SUBRULE(this.choice) },
      { ALT: () => this.SUBRULE(this.elsewhere) },
      { ALT: () => this.SUBRULE(this.interval) },
    ]),
  );

  /** `1000元/人—2000元/人`, or a plain value. */
  interval: ParserMethod<[], ResultValue> = this.RULE("interval", (): ResultValue => {
    const first = this.next();
    const low = this.SUBRULE(this.sum);
    let high: Expression | undefined;
    this.OPTION(() => {
      high = this.SUBRULE(this.rangeHigh);
    });
    return this.ACTION(() => {
      if (high === undefined) return low;
      const [from, to] = rangeEnds(low, high);
      return { kind: "IntervalValue" as const, low: from, high: to, span: this.span(first) };
    });
  });

  choice: ParserMethod<[], ResultValue> = this.RULE("choice", (): ResultValue => {
    const word = this.take(keywordType("ChooseOne"));
    const options = [this.SUBRULE(this.choiceOption)];
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(keywordType("Enumerate")) }, { ALT: () => this.CONSUME(keywordType("Or")) }]);
      options.push(this.SUBRULE2(this.choiceOption));
    });
    return this.ACTION(() => ({ kind: "ChoiceValue" as const, options, span: this.span(word) }));
  });

  choiceOption: ParserMethod<[], Name> = this.RULE("choiceOption", (): Name => {
    const token = this.take(Reference);
    return this.ACTION(() => nameNode(token));
  });

  elsewhere: ParserMethod<[], ResultValue> = this.RULE("elsewhere", (): ResultValue => {
    const word = this.take(keywordType("Elsewhere"));
    let text: Lexeme | undefined;
    this.OPTION(() => {
      text = this.take(T.Quoted);
    });
    return this.ACTION(() => ({
      kind: "ElsewhereValue" as const,
      text: text?.payload.text ?? "",
      span: this.span(word),
    }));
  });
}
