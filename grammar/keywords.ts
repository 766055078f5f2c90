/**
 * The one table of the language's Chinese words and signs. The lexer, highlighting, completion and the reference all
 * derive from it. Adding a word is adding a line here; a new kind of token also needs one in tokens.ts and the grammar.
 */

export type KeywordCategory =
  "标题" | "比较" | "逻辑" | "结构" | "态度" | "计算" | "取整" | "期限" | "取值" | "算例" | "注明";

export type Boundary = "含本数" | "不含本数";

/** Where a word is a keyword; elsewhere the same characters are ordinary text. */
export type KeywordPlace = "margin" | "heading" | "anywhere" | "case" | "lineStart" | "quoted";

export type KeywordToken =
  | "Equal"
  | "NotEqual"
  | "AtMost"
  | "Above"
  | "Compare"
  | "Postfix"
  | "InRange"
  | "RangeEnd"
  | "MemberOf"
  | "To"
  | "Is"
  | "And"
  | "Or"
  | "Not"
  | "Implies"
  | "Of"
  | "Except"
  | "ExceptEnd"
  | "Otherwise"
  | "AllOf"
  | "AnyOf"
  | "Modality"
  | "Adjust"
  | "Halve"
  | "Plus"
  | "Minus"
  | "Times"
  | "Divide"
  | "LParen"
  | "RParen"
  | "Call"
  | "Enumerate"
  | "Dash"
  | "Rounding"
  | "Grain"
  | "Default"
  | "Deadline"
  | "From"
  | "Since"
  | "Within"
  | "ChooseOne"
  | "Elsewhere"
  | "Draw"
  | "Status"
  | "TargetWord"
  | "ConstraintWord"
  | "False"
  | "Quotation"
  | "Assumption"
  | "BasisWord"
  | "Total"
  | "Used"
  | "ExceptionTo"
  | "Effective"
  | "FromPolicy"
  | "Reason"
  | "Inclusive"
  | "NotApplicableWord"
  | "ClauseWord"
  | "Reaching"
  | "Heading";

export interface Keyword {
  readonly word: string;
  readonly token: KeywordToken;
  readonly category: KeywordCategory;
  readonly place: KeywordPlace;
  /** What the grammar needs to know beyond the token: an operator, a modality, a method. */
  readonly value: string;
  readonly boundary: Boundary | undefined;
  readonly doc: string;
}

const table: Keyword[] = [];

function define(
  category: KeywordCategory,
  token: KeywordToken,
  words: string,
  value: string,
  doc: string,
  more: { readonly place?: KeywordPlace; readonly boundary?: Boundary } = {},
): void {
  for (const word of words.split(" "))
    table.push({ word, token, category, value, doc, place: more.place ?? "anywhere", boundary: more.boundary });
}

const included = { boundary: "含本数" } as const;
const excluded = { boundary: "不含本数" } as const;
const margin = { place: "margin" } as const;

define("标题", "Heading", "政策", "policy", "文件所写的政策,可写施行日期", margin);
define("标题", "Heading", "修订", "amendment", "修订另一政策,要写施行日期", margin);
define("标题", "Heading", "依据", "basis", "政策所依据的文件和段落", margin);
define("标题", "Heading", "发布", "issued", "文件的发布日期", margin);
define("标题", "Heading", "责任单位", "responsible", "负责的单位", margin);
define("标题", "Heading", "施行", "period", "施行的起止日期", margin);
define("标题", "Heading", "单位", "units", "声明本文件使用的计量单位", margin);
define("标题", "Heading", "以上 以下 以内 以外", "convention", "本文件的边界词是否含本数", margin);
define("标题", "Heading", "其余", "rest", "没有规定的情形都不适用", margin);
define("标题", "Heading", "引用", "import", "使用另一政策的词", margin);
define("标题", "Heading", "非规则", "nonRule", "说明文件中某句不含规则", margin);
define("标题", "Heading", "输入", "inputs", "需要填报的事项", margin);
define("标题", "Heading", "定义", "definitions", "由其他词算出或判断的词", margin);
define("标题", "Heading", "结果", "outcomes", "政策要确定的事项", margin);
define("标题", "Heading", "条款", "clause", "一条规定", margin);
define("标题", "Heading", "替换", "replace", "修订:以新的条文替换一条", margin);
define("标题", "Heading", "增加", "add", "修订:增加一条", margin);
define("标题", "Heading", "废止", "repeal", "修订:废止一条", margin);
define("标题", "Heading", "指标", "target", "要达到的目标", margin);
define("标题", "Heading", "约束", "constraint", "必须保持的状态", margin);
define("标题", "Heading", "表", "table", "以表格写的规定,一行一条", margin);
define("标题", "Heading", "资金池", "pool", "有总额的资金", margin);
define("标题", "Heading", "算例", "case", "给定输入应得的结果", margin);

define(
  "比较",
  "AtMost",
  "<= ≤ 不高于 不超过 不大于 不多于 至多 小于等于 小于或等于 不晚于",
  "<=",
  "小于或者等于",
  included,
);
define(
  "比较",
  "Compare",
  ">= ≥ 不低于 不少于 不小于 达到 满 至少 大于等于 大于或等于 不早于",
  ">=",
  "大于或者等于",
  included,
);
define("比较", "Compare", "< 低于 小于 少于 不足 不满 未满 未达到 早于", "<", "小于", excluded);
define("比较", "Above", "> 高于 超过 大于 多于 晚于", ">", "大于", excluded);
define("比较", "Equal", "= 等于 为", "=", "等于");
define("比较", "Is", "是", "=", "等于;前后没有比较的两方时,是「是」这个值");
define("比较", "NotEqual", "!= ≠ 不等于 不为 不是", "!=", "不等于");
define("比较", "Postfix", "以下 以内", "<=", "写在数后:小于或者等于", included);
define("比较", "Postfix", "及以下 及以内 及以前 及之前", "<=", "写在数后:小于或者等于", included);
define("比较", "Postfix", "以上", ">=", "写在数后:大于或者等于", included);
define("比较", "Postfix", "及以上 及以后 及之后", ">=", "写在数后:大于或者等于", included);
define("比较", "Postfix", "以前 之前", "<", "写在日期或年后:早于", excluded);
define("比较", "Postfix", "以外", ">", "写在数后:大于", excluded);
define("比较", "Postfix", "以后 之后", ">", "写在日期或年后:晚于", excluded);
define("比较", "InRange", "在", "in", "在某数至某数之间,两头都含", included);
define("比较", "InRange", "不在", "notIn", "不在某数至某数之间");
define("比较", "To", "至", "to", "范围的起止");
define("比较", "RangeEnd", "之间", "between", "与「在」合用");
define("比较", "MemberOf", "属于", "in", "是所列各值之一,各值用顿号隔开");
define("比较", "MemberOf", "不属于", "notIn", "不是所列各值之一");

define("逻辑", "And", "且 并且 同时", "and", "两边都要成立");
define("逻辑", "Or", "或 或者", "or", "有一边成立即可");
define("逻辑", "Not", "非 不 未", "not", "不成立");
define("逻辑", "AllOf", allForms(), "and", "下列各项都要成立");
define("逻辑", "AnyOf", anyForms(), "or", "下列各项有一项成立即可");
define("结构", "Implies", "=>", "implies", "条件在前,结果在后");
define("结构", "Of", "的", "of", "后有逗号时结束条件;「甲的90%」是相乘");
define("结构", "Except", "但 但是", "except", "例外情形的开头");
define("结构", "ExceptEnd", "的除外 除外", "except", "例外情形的结尾");
define("结构", "Otherwise", "否则", "otherwise", "其他规定都不成立时");
define("结构", "Enumerate", "、", "enumerate", "并列");
define("结构", "ExceptionTo", "例外于", "exceptionTo", "两条都成立时,本条优先", { place: "heading" });
define("结构", "Effective", "施行", "effective", "施行的起止日期", { place: "heading" });
define("结构", "Reaching", "追溯", "reaching", "修订也及于哪一天起的版本", { place: "heading" });
define("结构", "ClauseWord", "条款", "clause", "修订的是哪一条", { place: "heading" });
define("结构", "FromPolicy", "自", "from", "来自哪个政策", { place: "heading" });
define("结构", "Inclusive", "含本数", "included", "边界词含本数", { place: "heading" });
define("结构", "Inclusive", "不含本数", "excluded", "边界词不含本数", { place: "heading" });
define("结构", "NotApplicableWord", "不适用", "notApplicable", "没有规定的情形不适用", { place: "heading" });

define("态度", "Modality", "可 可以", "may", "可以这样做");
define("态度", "Modality", "应当 必须", "must", "应当这样做");
define("态度", "Modality", "不得 暂停 暂不 禁止", "mustNot", "不得这样做");
define("态度", "Modality", "无需 无须 免予 免于", "exempt", "不必这样做");

define("计算", "Plus", "+", "+", "加");
define("计算", "Minus", "-", "-", "减");
define("计算", "Times", "*", "*", "乘");
define("计算", "Divide", "/", "/", "除以");
define("计算", "LParen", "(", "(", "先算括号内");
define("计算", "RParen", ")", ")", "先算括号内");
define("计算", "Dash", "— —— ~", "range", "范围的起止,两头都含", included);
define("计算", "Call", "取低", "min", "取其中最小的");
define("计算", "Call", "取高", "max", "取其中最大的");
define("计算", "Call", "合计", "sum", "各项相加");
define("计算", "Adjust", "提高 增加", "increaseBy", "提高10%是1.1倍,提高1倍是2倍");
define("计算", "Adjust", "提高到 提高至 增加到 增加至", "increaseTo", "提高到2倍是2倍");
define("计算", "Adjust", "减少 降低", "reduceBy", "减少15%是0.85倍");
define("计算", "Adjust", "减少到 减少至 降低到 降低至", "reduceTo", "减少到90%是0.9倍");
define("计算", "Adjust", "延长", "extend", "日期或期限往后延");
define("计算", "Halve", "减半", "halve", "减为一半");
define("取整", "Rounding", "四舍五入到 四舍五入至", "halfUp", "四舍五入到所写的单位");
define("取整", "Rounding", "舍去到 舍去至", "down", "去掉零头");
define("取整", "Rounding", "进位到 进位至", "up", "有零头就进一");
define("取整", "Rounding", "取偶到 取偶至", "halfEven", "四舍六入五成双");
define("取整", "Grain", "精确到 精确至", "grain", "输入精确到的单位");
define("取值", "Default", "默认", "default", "没有填报时取的值");
define("取值", "False", "否", "false", "「否」这个值");
define("取值", "ChooseOne", "择一", "chooseOne", "在所列各项中任选一项");
define("取值", "Elsewhere", "另行规定", "elsewhere", "给予,但数额由别的文件规定");
define("取值", "Draw", "支用", "draw", "从资金池中支出");
define("取值", "Total", "总额", "total", "资金池的总额", { place: "lineStart" });
define("取值", "Used", "已用", "used", "资金池已经用掉的数额", { place: "lineStart" });
define("期限", "Deadline", "期限", "deadline", "最后期限");
define("期限", "From", "自 从", "from", "从哪一天起算");
define("期限", "Since", "起", "since", "从哪一天起算,当天不计");
define("期限", "Within", "内 之内", "within", "多少天以内");

define("注明", "Quotation", "原文", "quotation", "文件的原话", { place: "quoted" });
define("注明", "Assumption", "推定", "assumption", "文件没有写明、由起草人确定的事", { place: "quoted" });
define("注明", "BasisWord", "依据", "basis", "本条所依据的文件和段落", { place: "lineStart" });
define("注明", "Reason", "理由", "reason", "为什么不含规则", { place: "heading" });
define("算例", "Status", "不适用", "notApplicable", "没有规定管到", { place: "case" });
define("算例", "Status", "未生效", "notInForce", "规定还没有施行", { place: "case" });
define("算例", "Status", "已失效", "expired", "规定已经过了施行期", { place: "case" });
define("算例", "Status", "缺失", "missing", "缺少输入,不能确定", { place: "case" });
define("算例", "Status", "超出额度", "exhausted", "资金池不够", { place: "case" });
define("算例", "Status", "冲突", "conflict", "规定互相冲突", { place: "case" });
define("算例", "Status", "满足", "met", "约束得到满足", { place: "case" });
define("算例", "Status", "不满足", "unmet", "约束没有得到满足", { place: "case" });
define("算例", "TargetWord", "指标", "target", "指标是否达到", { place: "case" });
define("算例", "ConstraintWord", "约束", "constraint", "约束是否满足", { place: "case" });

function nouns(form: (noun: string) => readonly string[]): string {
  return ["条件", "情形"].flatMap(form).join(" ");
}

function allForms(): string {
  return nouns((noun) => [
    `同时符合下列${noun}的`,
    `同时符合以下${noun}的`,
    `同时具备下列${noun}的`,
    `同时具备以下${noun}的`,
    `同时满足下列${noun}的`,
    `同时满足以下${noun}的`,
    `符合下列全部${noun}的`,
    `符合以下全部${noun}的`,
    `符合下列所有${noun}的`,
    `符合以下所有${noun}的`,
  ]);
}

function anyForms(): string {
  return nouns((noun) => [
    `符合下列${noun}之一的`,
    `符合以下${noun}之一的`,
    `有下列${noun}之一的`,
    `有以下${noun}之一的`,
    `具备下列${noun}之一的`,
    `具备以下${noun}之一的`,
    `满足下列${noun}之一的`,
    `满足以下${noun}之一的`,
    `具有下列${noun}之一的`,
    `具有以下${noun}之一的`,
  ]);
}

/** Every keyword, in the table's order. */
export const keywords: readonly Keyword[] = table;

export const headingKeywords: ReadonlyMap<string, Keyword> = new Map(
  table.filter((keyword) => keyword.place === "margin").map((keyword) => [keyword.word, keyword]),
);

/** Words that a declared name must not equal unless it is written in 「」. */
export const reservedWords: ReadonlySet<string> = new Set(
  table.filter(({ place }) => place === "anywhere" || place === "margin" || place === "case").map(({ word }) => word),
);
