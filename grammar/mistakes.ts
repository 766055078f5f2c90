/** Says in a drafter's words what is wrong with a line that the grammar could not read. */
import type { IRecognitionException, TokenType } from "chevrotain";
import type { Statement } from "./file.ts";
import { familiar } from "./familiar.ts";
import { asLexeme } from "./formulas.ts";
import { nearestHeadingWord } from "./headings.ts";
import type { Report } from "./report.ts";
import { endOf, type HeadingKind, headings, keywordType, type Lexeme, Reference, T } from "./tokens.ts";

/** What each rule of the grammar expects, said as it would be written. */
const expectations: Readonly<Record<string, string>> = {
  atom: "一个词、数或日期",
  share: "一个比例,如「90%」",
  amount: "一个数,如「10%」「1倍」",
  compared: "要比较的数或词",
  member: "一个值",
  tail: "「以上」「以下」一类的词",
  operandEnd: "「以上」「以下」一类的词",
  rangeHigh: "范围的另一头",
  conditionList: "用「(一)」「(二)」编号的条件",
  expression: "一个条件",
  comparison: "一个条件",
  arrow: "「=>」或「的,」",
  results: "要确定的结果",
  result: "要确定的结果",
  resultItem: "下一个结果",
  outcomeName: "要确定的结果",
  resultValue: "结果的值",
  choiceOption: "可以选择的一项",
  poolName: "名称",
  period: "「起」和多少天以内,如「起10个工作日内」",
  withinEnd: "「内」",
  deadline: "期限,如「期限 2020-12-31」",
  proviso: "「的除外」",
  declaredName: "一个名称",
  type: "类型,如「人」「元」「比例」「是否」",
  limit: "限制,如「至少 1人」",
  inputLine: "「名称: 类型」",
  outcomeLine: "「名称: 类型」",
  definitionLine: "「名称 = 公式」",
  headingName: "名称",
  paragraph: "段落,如「一(二)」",
  date: "日期,如「2020-05-13」",
  basisRest: "文件标题,写在《》里",
  policyTitle: "政策名称,写在《》里",
  nonRule: "文件里的原话,写在「」里",
  reason: "「理由「…」」",
  convention: "「含本数」或「不含本数」",
  quotations: "文件的原话,写在「」里",
  assumption: "说明,写在「」里",
  cell: "一格的内容,任意情形写「-」",
  row: "用「|」隔开的各格",
  header: "用「|」隔开的各列名称",
  columnName: "列的名称",
  poolLine: "「总额」或「已用」",
  caseLine: "「名称 = 值」",
  caseInput: "「名称 = 值」",
  caseValue: "值,写作「名称 = 值」",
  draw: "支用的数额",
  importSource: "「自 《政策名称》」",
  expected: "应得的结果",
  expectation: "应得的结果",
  expectations: "应得的结果",
  outcomeExpectation: "应得的结果",
  verdict: "「达到」「未达到」「满足」或「不满足」",
  requirement: "要求",
  measured: "要求",
};

const K = {
  implies: keywordType("Implies"),
  of: keywordType("Of"),
  memberOf: keywordType("MemberOf"),
  enumerate: keywordType("Enumerate"),
  lparen: keywordType("LParen"),
  rparen: keywordType("RParen"),
  modality: keywordType("Modality"),
  from: keywordType("From"),
  equal: keywordType("Equal"),
} as const;

const is = (token: Lexeme | undefined, ...types: readonly TokenType[]): boolean =>
  token !== undefined && types.includes(token.tokenType);
const isReference = (token: Lexeme | undefined): boolean => token?.tokenType.CATEGORIES?.includes(Reference) === true;

const DEEPER_LINE = "这一行比上一行缩进得多,算作上一行的继续;如果是新的一句,请与上一行对齐";

const DEADLINE = "期限写在结果之后,要写明从何日起算,如「应当 推荐上岗, 期限 认定日期 起 10个工作日内」";

/** Rules whose name says less than that of the rule they stand in for. */
const general: ReadonlySet<string> = new Set(["atom", "postfix", "product", "sum"]);
const particular: ReadonlySet<string> = new Set(["share", "amount", "caseValue", "draw", "period", "deadline"]);

/** The rule that best says what was expected: the innermost, or the particular one it was called for. */
function expectingRule(rules: readonly string[]): string {
  const innermost = rules.at(-1) ?? "";
  if (!general.has(innermost)) return innermost;
  const caller = rules.findLast((rule) => !general.has(rule)) ?? "";
  return particular.has(caller) ? caller : innermost;
}

/** The place a mistake is shown at: the token itself, or the last one where the line broke off. */
function place(token: Lexeme, tokens: readonly Lexeme[]): Lexeme {
  return is(token, T.StatementEnd) ? (tokens.at(-1) ?? token) : token;
}

export function explain(error: IRecognitionException, statement: Statement, report: Report): void {
  const token = asLexeme(error.token);
  const { tokens } = statement;
  const at = tokens.findIndex(({ startOffset }) => startOffset >= token.startOffset);
  const index = at === -1 || is(token, T.StatementEnd) ? tokens.length : at;
  const previous = tokens[index - 1];
  // An undeclared word has been reported, and the line would read well with it.
  if ([previous, token, tokens[index + 1]].some((near) => is(near, T.UnknownTerm))) return;
  // So has a word of everyday writing, which may stand for what the line lacks.
  if (tokens.some((each) => is(each, T.UnknownTerm) && familiar(each.image) !== undefined)) return;
  if (statement.kind === "heading") explainHeading(error, token, statement, report);
  else if (!explainParentheses(tokens, report) && !explainRule(token, index, statement, report))
    explainGeneral(error, token, index, tokens, report);
}

function explainParentheses(tokens: readonly Lexeme[], report: Report): boolean {
  const open: Lexeme[] = [];
  for (const token of tokens) {
    if (is(token, K.lparen)) open.push(token);
    if (!is(token, K.rparen) || open.pop() !== undefined) continue;
    report("unbalanced-parenthesis", { mark: ")" }, token.startOffset, endOf(token));
    return true;
  }
  const left = open.at(-1);
  if (left === undefined) return false;
  report("unbalanced-parenthesis", { mark: "(" }, left.startOffset, endOf(left));
  return true;
}

/** Mistakes about the two halves of a rule. */
function explainRule(token: Lexeme, index: number, { kind, tokens }: Statement, report: Report): boolean {
  const arrows = tokens.filter((each) => is(each, K.implies, T.ConditionEnd));
  const [first] = tokens;
  const show = place(token, tokens);
  if (is(first, T.ConditionEnd) && first !== undefined) {
    report("empty-condition", {}, first.startOffset, endOf(first));
    return true;
  }
  if (kind === "clause" || kind === "constraint" || kind === "target") {
    const [one, second] = arrows;
    if (one !== undefined && second !== undefined) {
      const deeper = tokens.some(
        (each) => each.lineStart && each.startOffset > one.startOffset && each.startOffset <= second.startOffset,
      );
      report(
        "doubled-arrow",
        { arrow: second.image },
        second.startOffset,
        endOf(second),
        deeper ? { hint: DEEPER_LINE } : {},
      );
      return true;
    }
  }
  const arrow = arrows[0];
  const inCondition = arrow === undefined || token.startOffset <= arrow.startOffset;
  const loose = tokens.find((each, place) => is(each, K.of) && startsResult(tokens[place + 1]));
  if (kind === "clause" && arrow === undefined && loose !== undefined) {
    report("condition-without-comma", {}, loose.startOffset, endOf(loose));
    return true;
  }
  if (is(token, K.implies) && is(tokens[index - 1], K.of)) {
    report("doubled-arrow", { arrow: "=>" }, token.startOffset, endOf(token));
    return true;
  }
  if (inCondition && is(token, T.Comma) && (kind === "clause" || kind === "constraint" || kind === "target")) {
    const listed = tokens.slice(0, index).some((each) => is(each, K.memberOf));
    report(listed ? "list-comma" : "comma-in-condition", {}, token.startOffset, endOf(token));
    return true;
  }
  if (inCondition && is(tokens[index - 2], K.enumerate)) {
    const mark = tokens[index - 2] ?? show;
    report("mixed-subjects", {}, mark.startOffset, endOf(show));
    return true;
  }
  if (kind === "clause" && arrow === undefined) {
    const last = tokens.at(-1) ?? token;
    report("missing-arrow", {}, (first ?? last).startOffset, endOf(last));
    return true;
  }
  if (arrow !== undefined && is(token, T.StatementEnd) && tokens.at(-1) === arrow) {
    report("missing-result", { arrow: arrow.image }, arrow.startOffset, endOf(arrow));
    return true;
  }
  return false;
}

const startsResult = (token: Lexeme | undefined): boolean => isReference(token) || is(token, K.modality, K.from);

function explainGeneral(
  error: IRecognitionException,
  token: Lexeme,
  index: number,
  tokens: readonly Lexeme[],
  report: Report,
): void {
  const show = place(token, tokens);
  const innermost = expectingRule(error.context.ruleStack);
  const deeper = token.lineStart && index > 0 && !is(token, T.StatementEnd);
  const hint = deeper ? { hint: DEEPER_LINE } : {};
  if (is(token, T.StatementEnd)) {
    const expected = expectations[innermost] ?? "其余的内容";
    const isLate =
      tokens.findLastIndex((each) => is(each, K.implies)) < tokens.findLastIndex((each) => is(each, K.from));
    const late = isLate ? { hint: DEADLINE } : {};
    report("unfinished-statement", { expected }, show.startOffset, endOf(show), late);
  } else if (innermost === "resultItem" && is(token, T.Quantity)) {
    const found = { found: show.image, expected: expectations["resultItem"] ?? "" };
    report("unexpected-text", found, show.startOffset, endOf(show), { hint: DEADLINE });
  } else if (innermost === "operandEnd" && tokens[index - 1] !== undefined) {
    const before = tokens[index - 1] ?? show;
    const left = tokens[index - 2] ?? before;
    const touching = isReference(left) && isReference(before) && endOf(left) === before.startOffset;
    const one = { hint: `如果「${left.image}${before.image}」是一个词,请先声明它` };
    const found = { left: left.image, right: before.image };
    report("missing-operator", found, left.startOffset, endOf(before), touching ? one : hint);
  } else if (innermost === "line" || expectations[innermost] === undefined)
    report("stray-text", { text: show.image }, show.startOffset, endOf(show), hint);
  else
    report(
      "unexpected-text",
      { found: show.image, expected: expectations[innermost] ?? "" },
      show.startOffset,
      endOf(show),
      hint,
    );
}

function headingKind(tokens: readonly Lexeme[]): HeadingKind | undefined {
  const type = tokens[0]?.tokenType;
  for (const [kind, heading] of Object.entries(headings)) if (heading === type) return kind as HeadingKind;
  return undefined;
}

/** Headings of one form, which says more than where they go wrong. */
const forms: Partial<Record<HeadingKind, string>> = {
  amendment: "「修订 《政策名称》 施行 2021-01-01」这样的写法",
  replace: "「替换 条款 名称」这样的写法",
  add: "「增加 条款 名称」这样的写法",
  repeal: "「废止 条款 名称」这样的写法",
};

function explainHeading(error: IRecognitionException, token: Lexeme, { tokens }: Statement, report: Report): void {
  const kind = headingKind(tokens);
  const word = tokens[0]?.image ?? "";
  const show = place(token, tokens);
  const innermost = error.context.ruleStack.at(-1) ?? "";
  const form = kind === undefined ? undefined : forms[kind];
  if (form !== undefined && innermost !== "date") {
    if (is(token, T.StatementEnd)) report("unfinished-statement", { expected: form }, show.startOffset, endOf(show));
    else report("unexpected-text", { found: show.image, expected: form }, show.startOffset, endOf(show));
    return;
  }
  if (kind !== undefined && is(token, T.Named, T.Quoted) && innermost === "line") {
    const meant = nearestHeadingWord(kind, token.image);
    const plain = kind === "inputs" || kind === "definitions" || kind === "outcomes";
    const hint =
      meant !== undefined
        ? `是否指「${meant}」?`
        : plain
          ? `「${word}」单独成行,内容写在下面,缩进两格`
          : "名称里不能有空格;名称中一定要有空格或符号时,写在「」里";
    report("heading-extra", { heading: word, text: token.image }, token.startOffset, endOf(token), { hint });
    return;
  }
  if (innermost === "headingName") {
    report("heading-name-missing", { heading: word }, show.startOffset, endOf(show));
    return;
  }
  const expected = expectations[innermost];
  if (is(token, T.StatementEnd))
    report("unfinished-statement", { expected: expected ?? "其余的内容" }, show.startOffset, endOf(show));
  else if (expected === undefined) report("stray-text", { text: show.image }, show.startOffset, endOf(show));
  else report("unexpected-text", { found: show.image, expected }, show.startOffset, endOf(show));
}
