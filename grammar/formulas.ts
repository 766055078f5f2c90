/** Productions for formulas: sum > product > postfix > atom. */
import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import type { Expression } from "./ast.ts";
import { LazyLookahead } from "./lookahead.ts";
import { type Conventions, literalNode, nameText, spanOf } from "./nodes.ts";
import { rational } from "./rational.ts";
import type { Report } from "./report.ts";
import { allTokens, keywordType, type Lexeme, Reference, T } from "./tokens.ts";

/** Longer chains of one formula would overflow the stack of those who walk the tree. */
export const LONGEST_CHAIN = 300;

export abstract class FormulaParser extends EmbeddedActionsParser {
  abstract expression: ParserMethod<[], Expression>;

  conventions: Conventions = new Map();
  report: Report = () => undefined;
  unknown: (token: Lexeme) => boolean = () => false;

  /** Validating the grammar takes longer than reading a file: a test does it, not every run. */
  constructor(validate = false) {
    super(allTokens, {
      maxLookahead: 2,
      lookaheadStrategy: new LazyLookahead({ maxLookahead: 2 }),
      skipValidations: !validate,
    });
  }

  protected next(): Lexeme {
    return asLexeme(this.LA(1));
  }
  protected last(): Lexeme {
    return asLexeme(this.LA(0));
  }
  protected take(type: TokenType): Lexeme {
    return asLexeme(this.CONSUME(type));
  }

  protected span(first: Lexeme): { start: number; end: number } {
    return spanOf(first, this.last());
  }

  /** A name, wherever it is looked up, as an expression. */
  protected reference(token: Lexeme): Expression {
    return { kind: "TermReference", name: nameText(token), unknown: this.unknown(token), span: spanOf(token) };
  }

  protected tooLong(expression: Expression, first: Lexeme | undefined): Expression {
    const start = first?.startOffset ?? expression.span.start;
    this.report("formula-too-long", {}, start, expression.span.end);
    return { kind: "BrokenExpression", span: expression.span };
  }

  sum: ParserMethod<[], Expression> = this.RULE("sum", (): Expression => {
    const first = this.next();
    let total = this.SUBRULE(this.product);
    let count = 0;
    this.MANY(() => {
      const sign = asLexeme(
        this.OR([{ ALT: () => this.CONSUME(keywordType("Plus")) }, { ALT: () => this.CONSUME(keywordType("Minus")) }]),
      );
      const right = this.SUBRULE2(this.product);
      total = this.ACTION(() => this.#arithmetic(sign.image === "+" ? "+" : "-", total, right, first, (count += 1)));
    });
    return total;
  });

  product: ParserMethod<[], Expression> = this.RULE("product", (): Expression => {
    const first = this.next();
    let total = this.SUBRULE(this.postfix);
    let count = 0;
    this.MANY(() => {
      const sign = asLexeme(
        this.OR([
          { ALT: () => this.CONSUME(keywordType("Times")) },
          { ALT: () => this.CONSUME(keywordType("Divide")) },
        ]),
      );
      const right = this.SUBRULE2(this.postfix);
      total = this.ACTION(() => this.#arithmetic(sign.image === "*" ? "*" : "/", total, right, first, (count += 1)));
    });
    return total;
  });

  #arithmetic(
    operator: "+" | "-" | "*" | "/",
    left: Expression,
    right: Expression,
    first: Lexeme,
    count: number,
  ): Expression {
    const node: Expression = { kind: "Arithmetic", operator, left, right, span: this.span(first) };
    return this.#bounded(node, count);
  }

  /** Cuts a chain off where it passes what is allowed, and says so once. */
  #bounded(node: Expression, count: number): Expression {
    if (count < LONGEST_CHAIN) return node;
    return count === LONGEST_CHAIN ? this.tooLong(node, undefined) : { kind: "BrokenExpression", span: node.span };
  }

  /** `甲的90%`, `甲提高10%`, `甲减半`, and a sign before a number. */
  postfix: ParserMethod<[], Expression> = this.RULE("postfix", (): Expression => {
    const first = this.next();
    const negatives: Lexeme[] = [];
    this.MANY(() => {
      negatives.push(this.take(keywordType("Minus")));
    });
    let value = this.SUBRULE(this.atom);
    let count = 0;
    this.MANY2(() => {
      const step = this.OR([
        {
          ALT: () => {
            this.CONSUME(keywordType("Of"));
            const right = this.SUBRULE(this.share);
            return this.ACTION((): Expression => {
              return { kind: "Arithmetic", operator: "*", left: value, right, span: this.span(first) };
            });
          },
        },
        {
          ALT: () => {
            const word = this.take(keywordType("Adjust"));
            const amount = this.SUBRULE(this.amount);
            return this.ACTION(() => this.#adjusted(word, value, amount, first));
          },
        },
        {
          ALT: () => {
            const word = this.take(keywordType("Halve"));
            return this.ACTION(() => this.#halved(value, word, first));
          },
        },
      ]);
      this.ACTION(() => {
        value = this.#bounded(step, (count += 1));
      });
    });
    return this.ACTION(() => {
      const signed = this.#bounded(value, Math.min(negatives.length, LONGEST_CHAIN));
      return negatives.reduceRight<Expression>((inside, mark) => this.#negated(inside, mark), signed);
    });
  });

  #adjusted(word: Lexeme, operand: Expression, amount: Expression, first: Lexeme): Expression {
    const span = this.span(first);
    const value = word.payload.keyword?.value;
    const adjustment =
      value === "increaseTo" || value === "reduceBy" || value === "reduceTo" || value === "extend"
        ? value
        : "increaseBy";
    return { kind: "Adjustment", operand, adjustment, amount, span };
  }

  #halved(operand: Expression, word: Lexeme, first: Lexeme): Expression {
    const amount: Expression = {
      kind: "QuantityLiteral",
      value: rational(1, 2),
      unit: undefined,
      notation: "percent",
      span: spanOf(word),
    };
    return { kind: "Adjustment", operand, adjustment: "reduceBy", amount, span: this.span(first) };
  }

  #negated(inside: Expression, mark: Lexeme): Expression {
    const span = { start: mark.startOffset, end: inside.span.end };
    if (inside.kind === "QuantityLiteral")
      return { ...inside, value: rational(-inside.value.numerator, inside.value.denominator), span };
    const minusOne: Expression = {
      kind: "QuantityLiteral",
      value: rational(-1),
      unit: undefined,
      notation: "bare",
      span: spanOf(mark),
    };
    return { kind: "Arithmetic", operator: "*", left: minusOne, right: inside, span };
  }

  share: ParserMethod<[], Expression> = this.RULE("share", (): Expression => this.SUBRULE(this.atom));

  amount: ParserMethod<[], Expression> = this.RULE("amount", (): Expression => this.SUBRULE(this.atom));

  atom: ParserMethod<[], Expression> = this.RULE("atom", (): Expression =>
    this.OR([
      {
        ALT: () => {
          const token = this.take(Reference);
          return this.ACTION(() => this.reference(token));
        },
      },
      {
        ALT: () => {
          const token = asLexeme(
            this.OR2([
              { ALT: () => this.CONSUME(T.Quantity) },
              { ALT: () => this.CONSUME(T.DateValue) },
              { ALT: () => this.CONSUME(T.MonthValue) },
            ]),
          );
          return this.ACTION(() => literalNode(token));
        },
      },
      {
        ALT: () => {
          const token = asLexeme(
            this.OR3([{ ALT: () => this.CONSUME(T.True) }, { ALT: () => this.CONSUME(keywordType("False")) }]),
          );
          return this.ACTION(() => ({
            kind: "BooleanLiteral" as const,
            value: token.tokenType === T.True,
            span: spanOf(token),
          }));
        },
      },
      {
        ALT: () => {
          this.CONSUME(keywordType("LParen"));
          const inside = this.SUBRULE(this.expression);
          this.CONSUME(keywordType("RParen"));
          return inside;
        },
      },
      { ALT: () => this.SUBRULE(this.call) },
    ]),
  );

  call: ParserMethod<[], Expression> = this.RULE("call", (): Expression => {
    const word = this.take(keywordType("Call"));
    this.CONSUME(keywordType("LParen"));
    const values = [this.SUBRULE(this.expression)];
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(T.Comma) }, { ALT: () => this.CONSUME(keywordType("Enumerate")) }]);
      values.push(this.SUBRULE2(this.expression));
    });
    this.CONSUME2(keywordType("RParen"));
    return this.ACTION(() => {
      const name = word.payload.keyword?.value;
      return {
        kind: "Call" as const,
        function: name === "min" || name === "max" ? name : "sum",
        arguments: values,
        span: this.span(word),
      };
    });
  });
}

/** Every token of this parser's input is made by lexer.ts, which knows more of it than Chevrotain does. */
export function asLexeme(token: IToken): Lexeme {
  return token as Lexeme;
}
