/** Productions for declarations, and for the notes (原文, 依据, 推定) that lines of every section may be. */
import type { ParserMethod } from "chevrotain";
import type { Assumption, Expression, LimitSyntax, Name, Quotation, TypeSyntax } from "./ast.ts";
import { HeadingParser } from "./heading-lines.ts";
import { typeWordKinds } from "./lexer.ts";
import type { Annotation, Line } from "./line-nodes.ts";
import { carrySubjects, nameNode, operatorOf, spanOf, unitNode } from "./nodes.ts";
import { Comparison, endOf, keywordType, type Lexeme, starts, T } from "./tokens.ts";

export abstract class DeclarationParser extends HeadingParser {
  isValue: (name: string) => boolean = () => false;

  /** Fills subjects left out after 且 and 或, and reports those that cannot be. */
  protected whole(condition: Expression): Expression {
    return carrySubjects(condition, {
      orphan: ({ span }) => this.report("missing-subject", { comparison: this.textOf(span) }, span.start, span.end),
      isValue: this.isValue,
    });
  }

  annotation: ParserMethod<[], Annotation> = this.RULE("annotation", (): Annotation =>
    this.OR([
      { ALT: () => this.SUBRULE(this.quotations) },
      {
        ALT: () => {
          const word = this.take(keywordType("BasisWord"));
          const basis = this.SUBRULE(this.basisRest, { ARGS: [word] });
          return this.ACTION(() => ({ kind: "basis" as const, basis }));
        },
      },
      {
        ALT: () => {
          const assumptions: Assumption[] = [];
          this.AT_LEAST_ONE(() => {
            assumptions.push(this.SUBRULE(this.assumption));
          });
          return { kind: "assumptions" as const, assumptions };
        },
      },
    ]),
  );

  quotations: ParserMethod<[], Annotation> = this.RULE("quotations", (): Annotation => {
    const word = this.take(keywordType("Quotation"));
    const list: Quotation[] = [];
    this.AT_LEAST_ONE(() => {
      const token = this.take(T.Quoted);
      this.OPTION(() => this.SUBRULE(this.separator));
      this.ACTION(() =>
        list.push({
          kind: "Quotation",
          text: token.payload.text ?? "",
          span: list.length === 0 ? spanOf(word, token) : spanOf(token),
        }),
      );
    });
    return { kind: "quotations", quotations: list };
  });

  assumptions: ParserMethod<[], Assumption[]> = this.RULE("assumptions", (): Assumption[] => {
    const list: Assumption[] = [];
    this.MANY(() => {
      list.push(this.SUBRULE(this.assumption));
    });
    return list;
  });

  inputLine: ParserMethod<[], Line> = this.RULE("inputLine", (): Line => {
    this.CONSUME(starts.inputs);
    return this.OR([
      { ALT: () => this.SUBRULE(this.annotation) },
      {
        ALT: () => {
          const first = this.next();
          const name = this.SUBRULE(this.declaredName);
          this.CONSUME(T.Colon);
          const type = this.SUBRULE(this.type);
          const limits: LimitSyntax[] = [];
          let fallback: Expression | undefined;
          this.MANY(() => {
            this.CONSUME(T.Comma);
            this.OR2([
              {
                ALT: () => {
                  const more = this.SUBRULE(this.limit);
                  this.ACTION(() => limits.push(...more));
                },
              },
              {
                ALT: () => {
                  this.CONSUME(keywordType("Default"));
                  fallback = this.SUBRULE(this.sum);
                },
              },
            ]);
          });
          const assumptions = this.SUBRULE(this.assumptions);
          return this.ACTION(() => ({
            kind: "input" as const,
            node: {
              kind: "InputDeclaration",
              name,
              type,
              limits,
              default: fallback,
              assumptions,
              span: this.span(first),
            },
          }));
        },
      },
    ]);
  });

  declaredName: ParserMethod<[], Name> = this.RULE("declaredName", (): Name => {
    const token = this.take(T.Named);
    return this.ACTION(() => nameNode(token));
  });

  type: ParserMethod<[], TypeSyntax> = this.RULE("type", (): TypeSyntax =>
    this.OR([
      {
        ALT: () => {
          const token = this.take(T.TypeWord);
          return this.ACTION(() => typeNode(token));
        },
      },
      {
        ALT: () => {
          const token = this.take(T.UnitType);
          return this.ACTION(() => ({
            kind: "UnitType" as const,
            unit: unitNode(token.payload.factors ?? [], spanOf(token)),
            span: spanOf(token),
          }));
        },
      },
      {
        ALT: () => {
          const token = this.take(T.BrokenType);
          return this.ACTION(() => ({ kind: "BrokenType" as const, span: spanOf(token) }));
        },
      },
      {
        ALT: () => {
          const first = this.next();
          const values = [this.SUBRULE(this.declaredName)];
          this.AT_LEAST_ONE(() => {
            this.CONSUME(T.Bar);
            values.push(this.SUBRULE2(this.declaredName));
          });
          return this.ACTION(() => ({ kind: "ListType" as const, values, span: this.span(first) }));
        },
      },
    ]),
  );

  limit: ParserMethod<[], LimitSyntax[]> = this.RULE("limit", (): LimitSyntax[] =>
    this.OR([
      {
        ALT: () => {
          const word = this.take(Comparison);
          const value = this.SUBRULE(this.sum);
          return this.ACTION(() => [
            { kind: "BoundLimit" as const, operator: operatorOf(word), value, span: this.span(word) },
          ]);
        },
      },
      {
        ALT: () => {
          const word = this.take(keywordType("InRange"));
          const low = this.SUBRULE2(this.sum);
          const high = this.SUBRULE(this.rangeHigh);
          return this.ACTION(() => {
            const span = this.span(word);
            return [
              { kind: "BoundLimit" as const, operator: ">=" as const, value: low, span },
              { kind: "BoundLimit" as const, operator: "<=" as const, value: high, span },
            ];
          });
        },
      },
      {
        ALT: () => {
          const word = this.take(keywordType("Grain"));
          return this.ACTION(() => this.#grain(word));
        },
      },
    ]),
  );

  #grain(word: Lexeme): LimitSyntax[] {
    const { grain } = word.payload;
    if (grain !== undefined) return [{ kind: "GrainLimit", step: grain.step, unit: grain.unit, span: spanOf(word) }];
    this.report("grain-missing", { word: word.image }, word.startOffset, endOf(word));
    return [];
  }

  /** A formula, with rounding where the text writes it. */
  formula: ParserMethod<[], Expression> = this.RULE("formula", (): Expression => {
    const value = this.SUBRULE(this.expression);
    let rounding: Lexeme | undefined;
    this.OPTION(() => {
      this.OPTION2(() => this.CONSUME(T.Comma));
      rounding = this.take(keywordType("Rounding"));
    });
    return this.ACTION(() => {
      const filled = this.whole(value);
      return rounding === undefined ? filled : this.rounded(filled, rounding);
    });
  });

  definitionLine: ParserMethod<[], Line> = this.RULE("definitionLine", (): Line => {
    this.CONSUME(starts.definitions);
    return this.OR([
      { ALT: () => this.SUBRULE(this.annotation) },
      {
        ALT: () => {
          const first = this.next();
          const name = this.SUBRULE(this.declaredName);
          this.CONSUME(keywordType("Equal"));
          const value = this.SUBRULE(this.formula);
          const assumptions = this.SUBRULE(this.assumptions);
          return this.ACTION(() => ({
            kind: "definition" as const,
            node: { kind: "Definition", name, value, assumptions, span: this.span(first) },
          }));
        },
      },
    ]);
  });

  outcomeLine: ParserMethod<[], Line> = this.RULE("outcomeLine", (): Line => {
    this.CONSUME(starts.outcomes);
    return this.OR([
      { ALT: () => this.SUBRULE(this.annotation) },
      {
        ALT: () => {
          const first = this.next();
          const name = this.SUBRULE(this.declaredName);
          this.CONSUME(T.Colon);
          const type = this.SUBRULE(this.type);
          const limits: LimitSyntax[] = [];
          let formula: Expression | undefined;
          this.MANY(() => {
            this.CONSUME(T.Comma);
            const more = this.SUBRULE(this.limit);
            this.ACTION(() => limits.push(...more));
          });
          this.OPTION(() => {
            this.CONSUME(keywordType("Equal"));
            formula = this.SUBRULE(this.formula);
          });
          const assumptions = this.SUBRULE(this.assumptions);
          return this.ACTION(() => ({
            kind: "outcome" as const,
            node: { kind: "OutcomeDeclaration", name, type, limits, formula, assumptions, span: this.span(first) },
          }));
        },
      },
    ]);
  });
}

function typeNode(token: Lexeme): TypeSyntax {
  const span = spanOf(token);
  const kind = typeWordKinds.get(token.payload.text ?? "");
  switch (kind) {
    case "RatioType":
    case "NumberType":
    case "DateType":
    case "MonthType":
    case "BooleanType":
    case "ActionType":
      return { kind, span };
    default:
      return { kind: "BrokenType", span };
  }
}
