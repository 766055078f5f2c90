/** Trees as one line of text each, so that a test can say by hand what it expects. */
import type { Clause, Deadline, Expression, Item, PolicyFile, ResultValue, Rule } from "../../grammar/ast.ts";
import { parse } from "../../grammar/index.ts";
import type { Rational } from "../../grammar/rational.ts";
import { SourceFile } from "../../diagnostics/source.ts";

export const read = (text: string): ReturnType<typeof parse> => parse(new SourceFile("试.policy", text));

export const codes = (text: string): string[] => read(text).diagnostics.map(({ code }) => code);

/** `code 行:列 「…」`: where each finding stands and what it underlines. */
export function places(text: string): string[] {
  const file = new SourceFile("试.policy", text);
  return parse(file).diagnostics.map(({ code, span }) => {
    const { line, column } = file.positionAt(span.start);
    return `${code} ${line}:${column} 「${file.text.slice(span.start, span.end)}」`;
  });
}

const exact = ({ numerator, denominator }: Rational): string =>
  denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;

export function show(of: ResultValue | Expression | undefined): string {
  if (of === undefined) return "_";
  switch (of.kind) {
    case "TermReference":
      return of.unknown ? `${of.name}?` : of.name;
    case "QuantityLiteral":
      return `${exact(of.value)}${of.unit?.text ?? ""}`;
    case "DateLiteral":
    case "MonthLiteral":
      return of.iso;
    case "MonthSpanLiteral":
      return `${of.from}..${of.to}`;
    case "BooleanLiteral":
      return of.value ? "是" : "否";
    case "Arithmetic":
      return `(${show(of.left)} ${of.operator} ${show(of.right)})`;
    case "Call":
      return `${of.function}(${of.arguments.map(show).join(", ")})`;
    case "Adjustment":
      return `${of.adjustment}(${show(of.operand)}, ${show(of.amount)})`;
    case "Rounding":
      return `${of.method}[${exact(of.step)}${of.unit ?? ""}](${show(of.operand)})`;
    case "Comparison":
      return `${show(of.left)} ${of.operator} ${show(of.right)}`;
    case "Between":
      return `${show(of.subject)} in ${of.lowIncluded ? "[" : "("}${show(of.low)}, ${show(of.high)}${of.highIncluded ? "]" : ")"}`;
    case "Membership":
      return `${show(of.subject)} ${of.negated ? "not in" : "in"} {${of.values.map(show).join(", ")}}`;
    case "And":
    case "Or":
      return `${of.kind}(${of.operands.map(show).join("; ")})`;
    case "Not":
      return `Not(${show(of.operand)})`;
    case "BrokenExpression":
      return "!";
    case "IntervalValue":
      return `${show(of.low)} to ${show(of.high)}`;
    case "UpToValue":
      return `up to ${show(of.high)}`;
    case "ChoiceValue":
      return `one of ${of.options.map(({ text }) => text).join(", ")}`;
    case "ElsewhereValue":
      return `elsewhere 「${of.text}」`;
  }
}

function showDeadline(deadline: Deadline | undefined): string {
  if (deadline === undefined) return "";
  const { date, within } = deadline;
  return ` by ${show(date)}${within === undefined ? "" : ` + ${exact(within.count)} ${within.unit}`}`;
}

export function showRule(rule: Rule): string {
  const results = rule.results.map(
    ({ modality, outcome, value, deadline }) =>
      [modality, outcome.text, value === undefined ? undefined : show(value)]
        .filter((part) => part !== undefined)
        .join(" ") + showDeadline(deadline),
  );
  const draws = rule.draws.map(({ pool, amount }) => `draw ${pool.text} ${show(amount)}`);
  const provisos = rule.provisos.map((proviso) => ` except ${show(proviso)}`);
  const condition = rule.otherwise ? "otherwise" : rule.condition === undefined ? "always" : show(rule.condition);
  const notes = rule.assumptions.map(({ text }) => ` 推定「${text}」`);
  return `${condition} => ${[...results, ...draws].join(", ")}${provisos.join("")}${notes.join("")}`;
}

export function find<Kind extends Item["kind"]>(tree: PolicyFile, kind: Kind): Extract<Item, { kind: Kind }>[] {
  return tree.items.filter((item): item is Extract<Item, { kind: Kind }> => item.kind === kind);
}

export const clauses = (tree: PolicyFile): readonly Clause[] => find(tree, "Clause");

export const rules = (tree: PolicyFile): string[] => clauses(tree).flatMap((clause) => clause.rules.map(showRule));

/** Terms of every kind, for fragments to be read over. */
export const vocabulary = `输入
  城镇零就业家庭成员: 是否
  有劳动能力: 是否
  有就业意愿: 是否
  认定日期: 日期
  符合条件: 是否
  人员类别: 高校毕业生 | 农村劳动力 | 其他
  暂时生产经营困难且恢复有望: 是否
  当地月人均失业保险金: 元/(人·月)
  参保职工人数: 人
  裁员率: 比例
  类别: 在岗残疾人职工 | 农村残疾人
  连续未发放工资月数: 月
  因疫情损失较重: 是否
  低保标准: 元/月
  纳入低保: 是否
  领取期满仍未就业: 是否
  自主创业: 是否
  疫情期间: 是否
  筹集企业岗位: 个
  可供应天数: 天
  应纳税所得额: 元
  定向已使用额度: 元
  主体: 个体工商户 | 小微企业
  申请金额: 元
  面积: 亩
  月份: 月份
  资金年度: 数

结果
  推荐上岗: 事项
  返还: 比例
  补贴标准: 元/人
  返还标准: 元
  一次性困难补贴: 元
  申领: 事项
  一次性创业补贴: 事项
  税率: 比例
  速算扣除数: 元
  无息贷款: 事项
  贷款期限: 月
  利率: 比例

`;

/** The rules of a clause body read over the vocabulary; fails on any finding. */
export function body(text: string, head = ""): string[] {
  const indented = text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
  const { tree, diagnostics } = read(`${head}${vocabulary}条款 试\n${indented}\n`);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return rules(tree);
}
