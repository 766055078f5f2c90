/** Productions for headings. */
import type { ParserMethod } from "chevrotain";
import type { Basis, DateLiteral, Item, Name, Period } from "./ast.ts";
import { asLexeme } from "./formulas.ts";
import type { Line, SectionHeading } from "./line-nodes.ts";
import { literalNode, nameNode, spanOf } from "./nodes.ts";
import { ResultParser } from "./results.ts";
import { AnyName, headings, type HeadingKind, keywordType, type Lexeme, starts, T } from "./tokens.ts";

type ClauseRest = Pick<SectionHeading, "exceptionTo" | "period">;

export abstract class HeadingParser extends ResultParser {
  headingLine: ParserMethod<[], Line> = this.RULE("headingLine", (): Line => {
    this.CONSUME(starts.heading);
    return this.OR([
      { ALT: () => this.SUBRULE(this.policyHeading) },
      { ALT: () => this.SUBRULE(this.amendmentHeading) },
      { ALT: () => this.SUBRULE(this.clauseHeading) },
      { ALT: () => this.SUBRULE(this.changeHeading) },
      { ALT: () => this.SUBRULE(this.namedHeading) },
      { ALT: () => this.SUBRULE(this.plainHeading) },
      {
        ALT: () => {
          const item = this.SUBRULE(this.itemHeading);
          return this.ACTION(() => ({ kind: "item" as const, item }));
        },
      },
    ]);
  });

  headingName: ParserMethod<[], Name> = this.RULE("headingName", (): Name => {
    const token = this.take(AnyName);
    return this.ACTION(() => nameNode(token));
  });

  policyHeading: ParserMethod<[], Line> = this.RULE("policyHeading", (): Line => {
    const word = this.take(headings.policy);
    const name = this.SUBRULE(this.headingName);
    let period: Period | undefined;
    this.OPTION(() => {
      period = this.SUBRULE(this.effective);
    });
    return this.ACTION(() => ({
      kind: "item" as const,
      item: { kind: "PolicyHeading", name, period, span: this.span(word) },
    }));
  });

  amendmentHeading: ParserMethod<[], Line> = this.RULE("amendmentHeading", (): Line => {
    const word = this.take(headings.amendment);
    const policy = this.SUBRULE(this.policyTitle);
    let period: Period | undefined;
    let reaching: DateLiteral | undefined;
    this.OPTION(() => {
      period = this.SUBRULE(this.effective);
    });
    this.OPTION2(() => {
      this.CONSUME(keywordType("Reaching"));
      reaching = this.SUBRULE(this.date);
    });
    return this.ACTION(() => ({
      kind: "item" as const,
      item: { kind: "AmendmentHeading", policy, period, reaching, isBroken: false, span: this.span(word) },
    }));
  });

  /** `替换 条款 甲 例外于 乙` and its like. */
  changeHeading: ParserMethod<[], SectionHeading> = this.RULE("changeHeading", (): SectionHeading => {
    const word = asLexeme(
      this.OR([
        { ALT: () => this.CONSUME(headings.replace) },
        { ALT: () => this.CONSUME(headings.add) },
        { ALT: () => this.CONSUME(headings.repeal) },
      ]),
    );
    this.CONSUME(keywordType("ClauseWord"));
    const name = this.SUBRULE(this.headingName);
    const { exceptionTo, period } = this.SUBRULE(this.clauseRest);
    return this.ACTION(() => ({ ...sectionHeading(word, name), exceptionTo, period }));
  });

  clauseHeading: ParserMethod<[], SectionHeading> = this.RULE("clauseHeading", (): SectionHeading => {
    this.CONSUME(headings.clause);
    const name = this.SUBRULE(this.headingName);
    const { exceptionTo, period } = this.SUBRULE(this.clauseRest);
    return { kind: "section", heading: "clause", name, exceptionTo, period };
  });

  clauseRest: ParserMethod<[], ClauseRest> = this.RULE("clauseRest", (): ClauseRest => {
    const exceptionTo: Name[] = [];
    let period: Period | undefined;
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(keywordType("ExceptionTo"));
            const names = this.SUBRULE(this.nameList);
            this.ACTION(() => exceptionTo.push(...names));
          },
        },
        {
          ALT: () => {
            period = this.SUBRULE(this.effective);
          },
        },
      ]);
    });
    return { exceptionTo, period };
  });

  nameList: ParserMethod<[], Name[]> = this.RULE("nameList", (): Name[] => {
    const names = [this.SUBRULE(this.headingName)];
    this.MANY(() => {
      this.CONSUME(keywordType("Enumerate"));
      names.push(this.SUBRULE2(this.headingName));
    });
    return names;
  });

  namedHeading: ParserMethod<[], SectionHeading> = this.RULE("namedHeading", (): SectionHeading => {
    const word = asLexeme(
      this.OR([
        { ALT: () => this.CONSUME(headings.target) },
        { ALT: () => this.CONSUME(headings.constraint) },
        { ALT: () => this.CONSUME(headings.table) },
        { ALT: () => this.CONSUME(headings.pool) },
        { ALT: () => this.CONSUME(headings.case) },
      ]),
    );
    const name = this.SUBRULE(this.headingName);
    return this.ACTION(() => sectionHeading(word, name));
  });

  plainHeading: ParserMethod<[], SectionHeading> = this.RULE("plainHeading", (): SectionHeading => {
    const word = asLexeme(
      this.OR([
        { ALT: () => this.CONSUME(headings.inputs) },
        { ALT: () => this.CONSUME(headings.definitions) },
        { ALT: () => this.CONSUME(headings.outcomes) },
      ]),
    );
    return this.ACTION(() => sectionHeading(word, undefined));
  });

  /** `施行 A [至 B]` after a name. */
  effective: ParserMethod<[], Period> = this.RULE("effective", (): Period => {
    const word = this.take(keywordType("Effective"));
    return this.SUBRULE(this.dates, { ARGS: [word] });
  });

  dates: ParserMethod<[Lexeme], Period> = this.RULE("dates", (word: Lexeme): Period => {
    const from = this.SUBRULE(this.date);
    let to: DateLiteral | undefined;
    this.OPTION(() => {
      this.CONSUME(keywordType("To"));
      to = this.SUBRULE2(this.date);
    });
    return this.ACTION(() => ({ kind: "Period" as const, from, to, span: this.span(word) }));
  });

  date: ParserMethod<[], DateLiteral> = this.RULE("date", (): DateLiteral => {
    const token = this.take(T.DateValue);
    return this.ACTION(() => {
      const node = literalNode(token);
      // A date that does not exist has been reported; its words keep the shape of the tree.
      return node.kind === "DateLiteral" ? node : { kind: "DateLiteral", iso: "0001-01-01", span: spanOf(token) };
    });
  });

  /** What follows 依据: a title and its paragraphs. */
  basisRest: ParserMethod<[Lexeme], Basis> = this.RULE("basisRest", (word: Lexeme): Basis => {
    const title = this.take(T.Title);
    const paragraphs: Name[] = [];
    this.OPTION(() => {
      paragraphs.push(this.SUBRULE(this.paragraph));
      this.MANY(() => {
        this.OPTION2(() => this.CONSUME(keywordType("Enumerate")));
        paragraphs.push(this.SUBRULE2(this.paragraph));
      });
    });
    return this.ACTION(() => ({
      kind: "Basis" as const,
      title: title.payload.text ?? "",
      paragraphs: paragraphs.map(({ text }) => text),
      span: this.span(word),
    }));
  });

  paragraph: ParserMethod<[], Name> = this.RULE("paragraph", (): Name => this.SUBRULE(this.headingName));

  /** Headings that hold all they say themselves. */
  itemHeading: ParserMethod<[], Item> = this.RULE("itemHeading", (): Item =>
    this.OR([
      {
        ALT: () => {
          const word = this.take(headings.basis);
          return this.SUBRULE(this.basisRest, { ARGS: [word] });
        },
      },
      {
        ALT: () => {
          const word = this.take(headings.issued);
          const date = this.SUBRULE(this.date);
          return this.ACTION(() => ({ kind: "Issued" as const, date, span: this.span(word) }));
        },
      },
      {
        ALT: () => {
          const word = this.take(headings.responsible);
          const units = this.SUBRULE(this.nameList);
          return this.ACTION(() => ({ kind: "Responsible" as const, units, span: this.span(word) }));
        },
      },
      {
        ALT: () => {
          const word = this.take(headings.period);
          return this.SUBRULE(this.dates, { ARGS: [word] });
        },
      },
      {
        ALT: () => {
          const word = this.take(headings.units);
          const names = this.SUBRULE2(this.nameList);
          return this.ACTION(() => ({ kind: "UnitDeclaration" as const, names, span: this.span(word) }));
        },
      },
      { ALT: () => this.SUBRULE(this.convention) },
      {
        ALT: () => {
          const word = this.take(headings.rest);
          this.CONSUME(keywordType("NotApplicableWord"));
          return this.ACTION(() => ({ kind: "RestNotApplicable" as const, span: this.span(word) }));
        },
      },
      {
        ALT: () => {
          const word = this.take(headings.import);
          const names = this.SUBRULE3(this.nameList);
          const policy = this.SUBRULE(this.importSource);
          return this.ACTION(() => ({ kind: "Import" as const, names, policy, span: this.span(word) }));
        },
      },
      { ALT: () => this.SUBRULE(this.nonRule) },
    ]),
  );

  importSource: ParserMethod<[], Name> = this.RULE("importSource", (): Name => {
    this.CONSUME(keywordType("FromPolicy"));
    return this.SUBRULE(this.policyTitle);
  });

  policyTitle: ParserMethod<[], Name> = this.RULE("policyTitle", (): Name => {
    const token = asLexeme(this.OR([{ ALT: () => this.CONSUME(T.Title) }, { ALT: () => this.CONSUME(AnyName) }]));
    return this.ACTION(() => nameNode(token));
  });

  /** `以下、以内 不含本数` */
  convention: ParserMethod<[], Item> = this.RULE("convention", (): Item => {
    const word = this.take(headings.convention);
    const more: Name[] = [];
    this.MANY(() => {
      this.CONSUME(keywordType("Enumerate"));
      more.push(this.SUBRULE(this.headingName));
    });
    const boundary = this.take(keywordType("Inclusive"));
    return this.ACTION(() => ({
      kind: "BoundaryConvention" as const,
      words: [word.image, ...more.map(({ text }) => text)],
      inclusive: boundary.payload.keyword?.value === "included",
      span: this.span(word),
    }));
  });

  nonRule: ParserMethod<[], Item> = this.RULE("nonRule", (): Item => {
    const word = this.take(headings.nonRule);
    const text = this.take(T.Quoted);
    const reason = this.SUBRULE(this.reason);
    return this.ACTION(() => ({
      kind: "NonRule" as const,
      basis: [],
      quotation: { kind: "Quotation" as const, text: text.payload.text ?? "", span: spanOf(text) },
      reason,
      span: this.span(word),
    }));
  });

  reason: ParserMethod<[], string> = this.RULE("reason", (): string => {
    this.CONSUME(keywordType("Reason"));
    const text = this.take(T.Quoted);
    return this.ACTION(() => text.payload.text ?? "");
  });
}

function sectionHeading(word: Lexeme, name: Name | undefined): SectionHeading {
  const heading = Object.entries(headings).find(([, type]) => type === word.tokenType)?.[0] ?? "clause";
  return { kind: "section", heading: heading as HeadingKind, name, exceptionTo: [], period: undefined };
}
