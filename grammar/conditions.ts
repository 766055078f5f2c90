/**
 * Productions for conditions: 或 > 且 > 非 > comparison, over formulas.ts. LL(1) throughout, and one rule per expectation,
 * so that a message can say what was expected.
 */
import type { ParserMethod } from "chevrotain";
import type { Expression } from "./ast.ts";
import { asLexeme, FormulaParser, LONGEST_CHAIN } from "./formulas.ts";
import {
  betweenNode,
  literalNode,
  monthSpanCondition,
  operatorOf,
  postfixOperator,
  spanOf,
  withSubject,
} from "./nodes.ts";
import { Comparison, endOf, keywordType, type Lexeme, T } from "./tokens.ts";

export abstract class ConditionParser extends FormulaParser {
  expression: ParserMethod<[], Expression> = this.RULE("expression", (): Expression => {
    const first = this.next();
    const operands = [this.SUBRULE(this.conjunction)];
    this.MANY(() => {
      this.CONSUME(keywordType("Or"));
      operands.push(this.SUBRULE2(this.conjunction));
    });
    return this.ACTION(() => this.#joined("Or", operands, first));
  });

  conjunction: ParserMethod<[], Expression> = this.RULE("conjunction", (): Expression => {
    const first = this.next();
    const operands = [this.SUBRULE(this.negation)];
    this.MANY(() => {
      this.CONSUME(keywordType("And"));
      operands.push(this.SUBRULE2(this.negation));
    });
    return this.ACTION(() => this.#joined("And", operands, first));
  });

  /** 且 within 且 is one list, however it was written: `、` between comparisons is 且 too. */
  #joined(kind: "And" | "Or", operands: readonly Expression[], first: Lexeme): Expression {
    const [only] = operands;
    if (operands.length === 1 && only !== undefined) return only;
    const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]));
    return { kind, operands: flat, span: this.span(first) };
  }

  negation: ParserMethod<[], Expression> = this.RULE("negation", (): Expression => {
    const marks: Lexeme[] = [];
    this.MANY(() => {
      marks.push(this.take(keywordType("Not")));
    });
    const operand = this.SUBRULE(this.comparison);
    return this.ACTION(() => {
      if (marks.length > LONGEST_CHAIN) return this.tooLong(operand, marks[0]);
      return marks.reduceRight<Expression>(
        (inside, mark) => ({ kind: "Not", operand: inside, span: { start: mark.startOffset, end: inside.span.end } }),
        operand,
      );
    });
  });

  comparison: ParserMethod<[], Expression> = this.RULE("comparison", (): Expression => {
    const first = this.next();
    return this.OR([
      { ALT: () => this.SUBRULE(this.conditionList) },
      {
        ALT: () => {
          const tail = this.SUBRULE(this.prefixTail);
          return this.SUBRULE(this.chain, { ARGS: [tail, first] });
        },
      },
      {
        ALT: () => {
          const tail = this.SUBRULE(this.monthSpan);
          return this.SUBRULE2(this.chain, { ARGS: [tail, first] });
        },
      },
      {
        ALT: () => {
          const left = this.SUBRULE(this.sum);
          let whole = left;
          this.OPTION(() => {
            whole = this.OR2([
              {
                ALT: () => {
                  const tail = this.SUBRULE(this.operandEnd, { ARGS: [left, first] });
                  return this.SUBRULE3(this.chain, { ARGS: [tail, first] });
                },
              },
              {
                ALT: () => {
                  const tail = this.SUBRULE(this.tail);
                  const all = this.SUBRULE4(this.chain, { ARGS: [tail, first] });
                  return this.ACTION(() => withSubject(all, left));
                },
              },
            ]);
          });
          return whole;
        },
      },
    ]);
  });

  /** Further comparisons of the same subject: `10亩以上、不满50亩`, `超过A不超过B`. */
  chain: ParserMethod<[Expression, Lexeme], Expression> = this.RULE(
    "chain",
    (opening: Expression, first: Lexeme): Expression => {
      const tails = [opening];
      this.MANY(() => {
        let apart = false;
        this.OPTION(() => {
          this.CONSUME(keywordType("Enumerate"));
          apart = true;
        });
        const tail = this.SUBRULE(this.tail);
        this.ACTION(() => {
          const before = tails.at(-1);
          const range = apart || before === undefined ? undefined : this.#range(before, tail);
          if (range === undefined) tails.push(tail);
          else tails.splice(-1, 1, range);
        });
      });
      return this.ACTION(() => {
        const [only] = tails;
        if (tails.length === 1 && only !== undefined) return { ...only, span: this.span(first) };
        return { kind: "And" as const, operands: tails, span: this.span(first) };
      });
    },
  );

  /** `超过A不超过B` is the range `超过 A 至 B`. */
  #range(low: Expression, high: Expression): Expression | undefined {
    if (low.kind !== "Comparison" || low.operator !== ">" || high.kind !== "Comparison" || high.operator !== "<=")
      return undefined;
    return betweenNode(low.left, low.right, high.right, false, { start: low.span.start, end: high.span.end });
  }

  tail: ParserMethod<[], Expression> = this.RULE("tail", (): Expression =>
    this.OR([
      { ALT: () => this.SUBRULE(this.prefixTail) },
      { ALT: () => this.SUBRULE(this.monthSpan) },
      {
        ALT: () => {
          const first = this.next();
          const value = this.SUBRULE(this.sum);
          return this.SUBRULE(this.operandEnd, { ARGS: [value, first] });
        },
      },
    ]),
  );

  monthSpan: ParserMethod<[], Expression> = this.RULE("monthSpan", (): Expression => {
    const token = this.take(T.MonthSpan);
    return this.ACTION(() => this.#spanned(undefined, literalNode(token)));
  });

  #spanned(subject: Expression | undefined, value: Expression): Expression {
    return value.kind === "MonthSpanLiteral" ? monthSpanCondition(subject, value, value.span) : value;
  }

  /** After a number: 以上, 以下 …, or the other end of a range. */
  operandEnd: ParserMethod<[Expression, Lexeme], Expression> = this.RULE(
    "operandEnd",
    (value: Expression, first: Lexeme): Expression =>
      this.OR([
        {
          ALT: () => {
            const word = this.take(keywordType("Postfix"));
            return this.ACTION(() => ({
              kind: "Comparison" as const,
              operator: postfixOperator(word, this.conventions),
              left: undefined,
              right: value,
              span: this.span(first),
            }));
          },
        },
        {
          ALT: () => {
            const high = this.SUBRULE(this.rangeHigh);
            return this.ACTION(() => betweenNode(undefined, value, high, true, this.span(first)));
          },
        },
      ]),
  );

  rangeHigh: ParserMethod<[], Expression> = this.RULE("rangeHigh", (): Expression => {
    this.OR([{ ALT: () => this.CONSUME(keywordType("To")) }, { ALT: () => this.CONSUME(keywordType("Dash")) }]);
    const high = this.SUBRULE(this.sum);
    this.OPTION(() => this.CONSUME(keywordType("RangeEnd")));
    return high;
  });

  prefixTail: ParserMethod<[], Expression> = this.RULE("prefixTail", (): Expression =>
    this.OR([
      {
        ALT: () => {
          const word = asLexeme(
            this.OR2([{ ALT: () => this.CONSUME(Comparison) }, { ALT: () => this.CONSUME(keywordType("InRange")) }]),
          );
          return this.SUBRULE(this.compared, { ARGS: [word] });
        },
      },
      { ALT: () => this.SUBRULE(this.membership) },
    ]),
  );

  /** What a comparison word compares with: a number, a number with 以上 …, a range, or a span of months. */
  compared: ParserMethod<[Lexeme], Expression> = this.RULE("compared", (word: Lexeme): Expression =>
    this.OR([
      {
        ALT: () => {
          const token = this.take(T.MonthSpan);
          return this.ACTION(() => this.#overSpan(word, literalNode(token)));
        },
      },
      {
        ALT: () => {
          const value = this.SUBRULE(this.sum);
          let high: Expression | undefined;
          let postfix: Lexeme | undefined;
          this.OPTION(() => {
            this.OR2([
              {
                ALT: () => {
                  high = this.SUBRULE(this.rangeHigh);
                },
              },
              {
                ALT: () => {
                  postfix = this.take(keywordType("Postfix"));
                },
              },
            ]);
          });
          return this.ACTION(() => this.#compared(word, value, high, postfix));
        },
      },
    ]),
  );

  #overSpan(word: Lexeme, value: Expression): Expression {
    const negative = ["!=", "notIn"].includes(word.payload.keyword?.value ?? "");
    const inside = this.#spanned(undefined, value);
    return negative ? { kind: "Not", operand: inside, span: spanOf(word, this.last()) } : inside;
  }

  #compared(word: Lexeme, value: Expression, high: Expression | undefined, postfix: Lexeme | undefined): Expression {
    const span = this.span(word);
    const meaning = word.payload.keyword?.value ?? "=";
    const negated = (inside: Expression): Expression =>
      meaning === "notIn" || meaning === "!=" ? { kind: "Not", operand: inside, span } : inside;
    const rangeWord = meaning === "in" || meaning === "notIn";
    if (high !== undefined) {
      if (rangeWord || meaning === "=" || meaning === "!=" || meaning === ">=" || meaning === ">")
        return negated(betweenNode(undefined, value, high, meaning !== ">", span));
      this.report("mixed-boundaries", { words: `${word.image}……至……` }, word.startOffset, endOf(this.last()));
      return { kind: "BrokenExpression", span };
    }
    if (postfix === undefined)
      return {
        kind: "Comparison",
        operator: rangeWord ? (meaning === "in" ? "=" : "!=") : operatorOf(word),
        left: undefined,
        right: value,
        span,
      };
    const operator = postfixOperator(postfix, this.conventions);
    const plain: Expression = { kind: "Comparison", operator, left: undefined, right: value, span };
    if (rangeWord || meaning === "=" || meaning === "!=") return negated(plain);
    if (meaning === operator) return plain;
    this.report("mixed-boundaries", { words: `${word.image}……${postfix.image}` }, word.startOffset, endOf(postfix));
    return { kind: "BrokenExpression", span };
  }

  membership: ParserMethod<[], Expression> = this.RULE("membership", (): Expression => {
    const word = this.take(keywordType("MemberOf"));
    const values = [this.SUBRULE(this.member)];
    this.MANY(() => {
      this.CONSUME(keywordType("Enumerate"));
      values.push(this.SUBRULE2(this.member));
    });
    return this.ACTION(() => {
      const [only] = values;
      const negated = word.payload.keyword?.value === "notIn";
      if (values.length === 1 && only?.kind === "MonthSpanLiteral") return this.#overSpan(word, only);
      return { kind: "Membership" as const, subject: undefined, values, negated, span: this.span(word) };
    });
  });

  member: ParserMethod<[], Expression> = this.RULE("member", (): Expression =>
    this.OR([
      {
        ALT: () => {
          const token = this.take(T.MonthSpan);
          return this.ACTION(() => literalNode(token));
        },
      },
      { ALT: () => this.SUBRULE(this.postfix) },
    ]),
  );

  /** 符合下列条件之一的: (一)…; (二)… */
  conditionList: ParserMethod<[], Expression> = this.RULE("conditionList", (): Expression => {
    const intro = asLexeme(
      this.OR([{ ALT: () => this.CONSUME(keywordType("AllOf")) }, { ALT: () => this.CONSUME(keywordType("AnyOf")) }]),
    );
    this.OPTION(() => {
      this.OR2([{ ALT: () => this.CONSUME(T.Colon) }, { ALT: () => this.CONSUME(T.Comma) }]);
    });
    const operands: Expression[] = [];
    this.AT_LEAST_ONE(() => {
      this.CONSUME(T.ItemMark);
      operands.push(this.SUBRULE(this.expression));
      this.OPTION2(() => this.CONSUME(T.ItemEnd));
    });
    return this.ACTION(() => {
      const [only] = operands;
      if (operands.length === 1 && only !== undefined) return only;
      return this.#joined(intro.payload.keyword?.value === "and" ? "And" : "Or", operands, intro);
    });
  });
}
