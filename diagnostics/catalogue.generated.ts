// Made from messages/*.md by generate.ts. Edit those.
export interface CatalogueEntry {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint?: string;
}
export interface Parameters {
  readonly "action-as-input": { readonly name: string };
  readonly "action-as-value": { readonly name: string };
  readonly "action-with-formula": { readonly name: string };
  readonly "action-with-value": { readonly name: string };
  readonly "always-true": { readonly part: string };
  readonly "ambiguous-term": { readonly text: string; readonly first: string; readonly second: string };
  readonly "amendment-cannot-hold": { readonly what: string };
  readonly "amendment-date": { readonly reason: string };
  readonly "amendment-gap": { readonly name: string; readonly first: string; readonly last: string };
  readonly "amendment-in-policy": {};
  readonly "amendment-known-clause": { readonly name: string };
  readonly "amendment-repealed": { readonly name: string; readonly since: string; readonly day: string };
  readonly "amendment-second": {};
  readonly "amendment-twice": { readonly name: string; readonly day: string };
  readonly "amendment-unknown-clause": { readonly name: string; readonly known: string };
  readonly "assumption-without-statement": {};
  readonly "body-without-heading": {};
  readonly "boundary-word": {
    readonly figure: string;
    readonly word: string;
    readonly meaning: string;
    readonly operator: string;
    readonly coded: string;
    readonly proper: string;
  };
  readonly "case-failed": {
    readonly name: string;
    readonly subject: string;
    readonly expected: string;
    readonly actual: string;
  };
  readonly "case-input": { readonly name: string; readonly fault: string };
  readonly "case-without-expectation": { readonly case: string };
  readonly "cell-not-a-condition": { readonly text: string; readonly name: string };
  readonly "clause-without-rule": { readonly clause: string };
  readonly "column-missing": { readonly name: string; readonly effect: string };
  readonly "column-misspelled": { readonly name: string; readonly near: string };
  readonly "column-repeated": { readonly name: string };
  readonly "column-taken": { readonly name: string };
  readonly "column-unknown": { readonly name: string };
  readonly "comma-in-condition": {};
  readonly "condition-without-comma": {};
  readonly "dead-rule": { readonly clause: string; readonly outcome: string; readonly reason: string };
  readonly "deadline-count": { readonly text: string };
  readonly "deadline-unit": { readonly written: string };
  readonly "deadline-without-result": {};
  readonly "deadline-without-start": { readonly written: string };
  readonly "declaration-without-type": { readonly name: string };
  readonly "definition-cycle": { readonly path: string };
  readonly "definition-without-value": { readonly name: string };
  readonly "digits-separated": { readonly written: string };
  readonly "division-by-zero": { readonly term: string; readonly dividend: string };
  readonly "document-not-found": { readonly title: string; readonly searched: string };
  readonly "doubled-arrow": { readonly arrow: string };
  readonly "draws-differ": { readonly clauses: string; readonly term: string };
  readonly "duplicate-key": { readonly name: string };
  readonly "duplicate-name": { readonly noun: string; readonly name: string };
  readonly "empty-condition": {};
  readonly "empty-file": {};
  readonly "empty-input": { readonly example: string; readonly nothing: string };
  readonly "encoding-gbk": {};
  readonly "encoding-unknown": { readonly line: string };
  readonly "encoding-utf-sixteen": {};
  readonly "exception-cycle": { readonly path: string };
  readonly "exception-without-shared-outcome": {
    readonly name: string;
    readonly own: string;
    readonly other: string;
    readonly others: string;
  };
  readonly "figure-not-encoded": { readonly figure: string; readonly name: string };
  readonly "figure-not-quoted": { readonly owner: string; readonly figure: string };
  readonly "file-too-large": { readonly size: string; readonly limit: string };
  readonly "formula-too-long": {};
  readonly gap: { readonly outcome: string; readonly case: string; readonly more: string };
  readonly "grain-missing": { readonly word: string };
  readonly "heading-colon": { readonly heading: string; readonly proper: string };
  readonly "heading-extra": { readonly heading: string; readonly text: string };
  readonly "heading-name-missing": { readonly heading: string };
  readonly "heading-space": { readonly heading: string };
  readonly "import-broken": { readonly policy: string };
  readonly "import-cycle": { readonly path: string };
  readonly "import-input-differs": { readonly name: string; readonly policy: string };
  readonly "import-not-found": { readonly policy: string; readonly name: string; readonly known: string };
  readonly "inexact-number": { readonly number: string; readonly read: string };
  readonly "inexact-outcome": { readonly name: string; readonly text: string };
  readonly "invalid-json": { readonly line: string; readonly fault: string; readonly example: string };
  readonly "json-not-object": { readonly example: string };
  readonly "limits-contradict": { readonly name: string };
  readonly "list-comma": {};
  readonly "magnitude-slip": {
    readonly text: string;
    readonly name: string;
    readonly slip: string;
    readonly unit: string;
  };
  readonly "malformed-name": { readonly name: string };
  readonly "missing-arrow": {};
  readonly "missing-operator": { readonly left: string; readonly right: string };
  readonly "missing-result": { readonly arrow: string };
  readonly "missing-subject": { readonly comparison: string };
  readonly "mixed-boundaries": { readonly words: string };
  readonly "mixed-indentation": {};
  readonly "mixed-subjects": {};
  readonly "name-is-keyword": { readonly name: string };
  readonly "name-missing": {};
  readonly "nesting-too-deep": { readonly limit: string };
  readonly "never-true": { readonly part: string };
  readonly "no-order": { readonly text: string; readonly type: string };
  readonly "no-such-date": { readonly written: string };
  readonly "not-a-condition": { readonly text: string; readonly type: string };
  readonly "not-a-constant": { readonly noun: string; readonly text: string };
  readonly "not-a-listed-value": { readonly value: string; readonly values: string };
  readonly "not-a-quantity": { readonly text: string; readonly type: string };
  readonly "not-an-input": { readonly name: string };
  readonly "not-an-outcome": { readonly name: string };
  readonly "not-finite": { readonly term: string; readonly given: string };
  readonly "not-text": {};
  readonly "out-of-range": { readonly term: string; readonly limit: string; readonly given: string };
  readonly "outcome-cycle": { readonly path: string };
  readonly "outcome-has-formula": { readonly name: string };
  readonly "outcome-unset": { readonly name: string };
  readonly overlap: {
    readonly clauses: string;
    readonly outcome: string;
    readonly case: string;
    readonly values: string;
    readonly second: string;
    readonly first: string;
  };
  readonly "paragraph-not-found": { readonly title: string; readonly paragraph: string; readonly known: string };
  readonly "percent-missing": { readonly text: string };
  readonly "period-reversed": { readonly to: string; readonly from: string };
  readonly "policy-missing": {};
  readonly "pool-short": { readonly term: string; readonly wanted: string; readonly left: string };
  readonly "pool-without-total": { readonly name: string };
  readonly "possible-zero-divisor": { readonly divisor: string; readonly text: string; readonly zero: string };
  readonly "proviso-without-rule": {};
  readonly "quotation-across-sentences": {};
  readonly "quotation-missing": { readonly noun: string; readonly name: string };
  readonly "quotation-not-found": { readonly titles: string; readonly words: string };
  readonly "reference-date-type": {};
  readonly "requirement-missing": { readonly word: string; readonly name: string };
  readonly "rounding-unit": { readonly text: string; readonly type: string; readonly unit: string };
  readonly "rounding-without-value": { readonly rounding: string };
  readonly "row-cells": { readonly count: string; readonly columns: string };
  readonly "row-quote": {};
  readonly "row-unreadable": { readonly encoding: string };
  readonly "rows-without-header": { readonly example: string };
  readonly "second-policy": { readonly name: string; readonly first: string };
  readonly "second-requirement": { readonly word: string };
  readonly "span-as-value": { readonly text: string };
  readonly "stray-text": { readonly text: string };
  readonly "table-cell-count": { readonly cells: string; readonly columns: string };
  readonly "table-empty-cell": { readonly column: string };
  readonly "table-without-outcome": { readonly name: string };
  readonly "table-without-rows": { readonly table: string };
  readonly "too-precise": { readonly term: string; readonly places: string; readonly given: string };
  readonly "unbalanced-parenthesis": { readonly mark: string };
  readonly "unclosed-quote": { readonly open: string; readonly close: string };
  readonly "unexpected-text": { readonly found: string; readonly expected: string };
  readonly "unfinished-statement": { readonly expected: string };
  readonly "unindented-line": {};
  readonly "unit-mismatch": {
    readonly left: string;
    readonly leftUnit: string;
    readonly right: string;
    readonly rightUnit: string;
    readonly verb: string;
  };
  readonly "unknown-clause": { readonly name: string; readonly known: string };
  readonly "unknown-heading": { readonly heading: string };
  readonly "unknown-input": { readonly term: string; readonly suggestion: string };
  readonly "unknown-policy": { readonly policy: string };
  readonly "unknown-pool": { readonly name: string };
  readonly "unknown-requirement": { readonly noun: string; readonly name: string };
  readonly "unknown-responsible-unit": { readonly unit: string };
  readonly "unknown-term": { readonly name: string };
  readonly "unknown-type": { readonly type: string };
  readonly "unknown-unit": { readonly unit: string };
  readonly unproven: { readonly what: string };
  readonly "unread-input": { readonly name: string };
  readonly "unreadable-character": { readonly character: string };
  readonly "unreadable-file": { readonly reason: string };
  readonly "used-differs": { readonly term: string; readonly given: string; readonly start: string };
  readonly "value-missing": { readonly name: string; readonly example: string };
  readonly "value-out-of-range": { readonly text: string; readonly name: string };
  readonly "value-without-term": { readonly value: string };
  readonly "values-misparted": {};
  readonly "verdict-on-outcome": { readonly word: string };
  readonly "verdict-unknown": { readonly word: string };
  readonly "version-date-declared": {};
  readonly "wrong-kind": {
    readonly noun: string;
    readonly wanted: string;
    readonly text: string;
    readonly actual: string;
    readonly example: string;
  };
  readonly "wrong-type": { readonly term: string; readonly expected: string; readonly given: string };
}
export type Code = keyof Parameters;
export const catalogue: Readonly<Record<Code, CatalogueEntry>> = {
  "action-as-input": {
    severity: "error",
    message: "「{name}」写成了「事项」,但输入不能是事项",
    hint: "如果它是申请人的情况,写「{name}: 是否」;如果它是政策要求做的事,移到「结果」里",
  },
  "action-as-value": {
    severity: "error",
    message: "「{name}」是事项,没有数值,不能参加计算或比较",
    hint: "改用有数值的词",
  },
  "action-with-formula": {
    severity: "error",
    message: "「{name}」是事项,不能用「=」计算",
    hint: "去掉「=」后面的算式,或把「事项」改成单位",
  },
  "action-with-value": {
    severity: "error",
    message: "「{name}」是事项,后面不应再有数值",
    hint: "去掉数值;若本来有数值,请在「结果」里把「事项」改成它的单位",
  },
  "always-true": {
    severity: "warning",
    message: "{part}总是成立,写与不写一样",
    hint: "请检查数有没有写错;如果没有写错,可以删去这一部分",
  },
  "ambiguous-term": {
    severity: "error",
    message: "「{text}」有两种读法:{first},或者 {second}",
    hint: "请用空格隔开要读作不同词的地方,或用「」括住一个词",
  },
  "amendment-cannot-hold": {
    severity: "error",
    message: "修订里不能写{what}",
    hint: "修订里写「替换 条款」「增加 条款」「废止 条款」,以及新条款要用的输入、定义、结果和算例",
  },
  "amendment-date": {
    severity: "error",
    message: "这个修订的日期不成立:{reason}",
    hint: "修订要写明从哪一天起施行,如「修订 《政策》 施行 2021-01-01」;追溯写不晚于它的一天",
  },
  "amendment-gap": {
    severity: "error",
    message: "条款「{name}」从 {first} 到 {last} 没有条文",
    hint: "请让前后两个条文的日期相接:改修订的日期,或改条款的施行日期",
  },
  "amendment-in-policy": {
    severity: "error",
    message: "政策自己的文件里不能写修订",
    hint: "请把修订写到另一个文件里,以「修订 《政策》 施行 日期」开头",
  },
  "amendment-known-clause": {
    severity: "error",
    message: "已经有条款「{name}」,不能再增加它",
    hint: "要改它,请写「替换」;要另加一条,请换一个名称",
  },
  "amendment-repealed": {
    severity: "error",
    message: "条款「{name}」从 {since} 起已经废止,从 {day} 起不能再修订",
    hint: "再要这样的规定,请用「增加」写一条名称不同的条款",
  },
  "amendment-second": { severity: "error", message: "一个文件只写一个修订", hint: "请把第二个修订写到另一个文件里" },
  "amendment-twice": {
    severity: "error",
    message: "条款「{name}」从 {day} 起修订了两次",
    hint: "一条条款一天只能修订一次:请合成一处,或改其中一处的日期",
  },
  "amendment-unknown-clause": {
    severity: "error",
    message: "没有条款「{name}」,不能修订它;这时{known}",
    hint: "检查条款的名称,它要和政策里的一致",
  },
  "assumption-without-statement": {
    severity: "error",
    message: "「推定」上面没有它所说明的那一行",
    hint: "请写在所说明的那一行的末尾,或者紧接着写在它下面",
  },
  "body-without-heading": {
    severity: "error",
    message: "这一行缩进了,但上面没有它所属的标题",
    hint: "请在上面加上「输入」「条款」一类的标题",
  },
  "boundary-word": {
    severity: "error",
    message: "原文对「{figure}」写的是「{word}」({meaning}),这里写成了 {operator}({coded})",
    hint: "请改成 {proper};文件对以上、以下另有规定的,在文件开头写「以下 不含本数」",
  },
  "case-failed": {
    severity: "error",
    message: "算例「{name}」不符:「{subject}」应为 {expected},实际为 {actual}",
    hint: "请对照原文,看是条款写错了,还是算例的预期写错了",
  },
  "case-input": { severity: "error", message: "算例「{name}」的数据不能用:{fault}", hint: "请改正算例中的这一项" },
  "case-without-expectation": {
    severity: "error",
    message: "算例「{case}」没有写应得的结果",
    hint: "请加上「=> 结果 值」",
  },
  "cell-not-a-condition": {
    severity: "error",
    message: "「{text}」不能作「{name}」列的条件",
    hint: "写成值、范围(如 36000元以下)或「-」(不限)",
  },
  "clause-without-rule": {
    severity: "error",
    message: "条款「{clause}」里没有规定",
    hint: "请写上「条件 => 结果」;只是说明时,用「非规则」",
  },
  "column-missing": {
    severity: "warning",
    message: "没有「{name}」这一列,{effect}",
    hint: "如果手里有这项数据,请补上这一列,表头写「{name}」",
  },
  "column-misspelled": {
    severity: "error",
    message: "没有名为「{name}」的输入,是否指「{near}」?",
    hint: "请改成「{near}」;如果确实是另外一列,请补上「{near}」一列,没有数据就空着",
  },
  "column-repeated": { severity: "error", message: "「{name}」这一列出现了两次", hint: "请只留一列" },
  "column-taken": {
    severity: "error",
    message: "「{name}」这一列与结果的列同名",
    hint: "请删去这一列,或者改个名称;结果由政策算出,不需要给出",
  },
  "column-unknown": {
    severity: "warning",
    message: "「{name}」这一列不是政策的输入,不参与计算",
    hint: "如果它是一项输入,请把表头改成政策「输入」一节声明的名称;如果只是编号、名称之类,不用改",
  },
  "comma-in-condition": {
    severity: "error",
    message: "条件里不能用逗号",
    hint: "几个条件都要成立时写「且」,有一个成立即可时写「或」",
  },
  "condition-without-comma": { severity: "error", message: "「的」后面要有逗号,条件才算结束", hint: "请写作「的,」" },
  "dead-rule": {
    severity: "error",
    message: "{clause}关于「{outcome}」的这一行永远不会起作用:{reason}",
    hint: "请检查条件里的数和词有没有写错;如果这一行确实多余,请删去",
  },
  "deadline-count": { severity: "error", message: "期限「{text}」要写成整数", hint: "写成整数的天、工作日、月或年" },
  "deadline-unit": {
    severity: "error",
    message: "期限「{written}」没有以工作日、日、月或年计",
    hint: "写作「10个工作日内」「30日内」「3个月内」",
  },
  "deadline-without-result": {
    severity: "error",
    message: "这个期限前面没有可以归属的结果",
    hint: "期限紧跟在它所限定的结果之后,每个结果一个",
  },
  "deadline-without-start": {
    severity: "error",
    message: "期限没有写从哪一天起算",
    hint: "写作「期限 认定日期 起 {written}」,把「认定日期」换成起算的那一天",
  },
  "declaration-without-type": {
    severity: "error",
    message: "「{name}」没有写明类型",
    hint: "写作「名称: 类型」,如「裁员人数: 人」",
  },
  "definition-cycle": { severity: "error", message: "定义绕成了一圈:{path}", hint: "改写其中一个,让它不再依赖自己" },
  "definition-without-value": { severity: "error", message: "「{name}」没有写明怎样得出", hint: "写作「名称 = 公式」" },
  "digits-separated": {
    severity: "error",
    message: "「{written}」不是一个数:数字之间不能有逗号或句号",
    hint: "小数点写作「.」,大数不分节;如果是两项,请在逗号后空一格",
  },
  "division-by-zero": {
    severity: "error",
    message: "「{term}」是 0,不能作「{dividend}」的除数",
    hint: "请核对数据;如果它确实可能是 0,请在政策中为这种情形另写条款",
  },
  "document-not-found": {
    severity: "warning",
    message: "找不到依据的文件《{title}》,引文没有核对({searched})",
    hint: "请把文件存成 .md 或 .txt,第一行写标题,放在政策所在的文件夹或上级文件夹里",
  },
  "doubled-arrow": {
    severity: "error",
    message: "「{arrow}」多写了一个",
    hint: "一条规定只用一个「=>」或「的,」;有两条规定时,请分成两行",
  },
  "draws-differ": {
    severity: "error",
    message: "{clauses}同时给出「{term}」,支用却不一样,不能判定从哪里支用多少",
    hint: "请在政策里写明哪一条是例外(例外于),或者让几条支用同一个资金池的同一数额",
  },
  "duplicate-key": { severity: "error", message: "「{name}」给了两次", hint: "只留一个" },
  "duplicate-name": {
    severity: "error",
    message: "{noun}「{name}」出现了两次",
    hint: "改掉其中一个的名字;若本来就是同一个,删去重复的一处",
  },
  "empty-condition": {
    severity: "error",
    message: "「的,」前面没有条件",
    hint: "请补上条件;没有条件的规定写作「=> 结果」",
  },
  "empty-file": {
    severity: "error",
    message: "文件是空的",
    hint: "写上政策的名称,如「政策 稳岗返还」;不要这个文件的话,就删掉它",
  },
  "empty-input": { severity: "error", message: "输入是空的", hint: "写成 {example} 的样子;什么都不给时写 {nothing}" },
  "encoding-gbk": {
    severity: "error",
    message: "文件是 GBK 编码,请另存为 UTF-8",
    hint: "在记事本里选「文件」「另存为」,把「编码」改成 UTF-8 再保存;或运行 iconv -f GBK -t UTF-8 旧文件 > 新文件",
  },
  "encoding-unknown": {
    severity: "error",
    message: "从第 {line} 行起有读不出来的文字:文件不是 UTF-8 编码,或者已经损坏",
    hint: "用原来的软件打开它,确认文字无误后,以 UTF-8 编码另存",
  },
  "encoding-utf-sixteen": {
    severity: "error",
    message: "文件是 UTF-16 编码(记事本里叫 Unicode),请另存为 UTF-8",
    hint: "在记事本里选「文件」「另存为」,把「编码」改成 UTF-8 再保存",
  },
  "exception-cycle": { severity: "error", message: "例外绕成了一圈:{path}", hint: "去掉其中一处「例外于」" },
  "exception-without-shared-outcome": {
    severity: "error",
    message: "「{name}」规定的是「{own}」,「{other}」规定的是「{others}」,没有共同的结果,谈不上例外",
    hint: "去掉「例外于 {other}」,或改正结果",
  },
  "figure-not-encoded": {
    severity: "warning",
    message: "原文里的「{figure}」没有写进「{name}」,也没有写进引用这句话的其他规定",
    hint: "请把它写进规定;若它不是规定的内容,请缩短引文,或用「……」略去它",
  },
  "figure-not-quoted": {
    severity: "error",
    message: "{owner}里的「{figure}」不在它的原文里",
    hint: "请核对这个数;文件没有写的,用「推定」说明",
  },
  "file-too-large": {
    severity: "error",
    message: "文件有 {size} MB,超过了 {limit} MB",
    hint: "一份政策一个文件;确认它真的是政策文本",
  },
  "formula-too-long": {
    severity: "error",
    message: "这个式子太长",
    hint: "请在「定义」中给中间的部分起个名称,或用「合计(…)」",
  },
  gap: {
    severity: "warning",
    message: "没有条款规定这种情形的「{outcome}」:{case},答案是「不适用」{more}",
    hint: "请补上管这种情形的条款,或写「否则 => {outcome} …」;如果本来就是不适用,请写「其余 不适用」",
  },
  "grain-missing": {
    severity: "error",
    message: "「{word}」后面没有写到哪一位",
    hint: "写作「{word}分」「{word}元」或「{word} 0.01」",
  },
  "heading-colon": { severity: "error", message: "「{heading}」后面不写冒号", hint: "请去掉冒号,{proper}" },
  "heading-extra": { severity: "error", message: "「{heading}」这一行里多出了「{text}」", hint: "请删去它" },
  "heading-name-missing": { severity: "error", message: "「{heading}」缺少名称", hint: "写作「{heading} 名称」" },
  "heading-space": { severity: "error", message: "「{heading}」后面要空一格,再写名称", hint: "写作「{heading} 名称」" },
  "import-broken": { severity: "error", message: "《{policy}》自身有错,暂时不能引用", hint: "先改好《{policy}》" },
  "import-cycle": { severity: "error", message: "引用绕成了一圈:{path}", hint: "去掉其中一处引用" },
  "import-input-differs": {
    severity: "error",
    message: "输入「{name}」和《{policy}》里的声明不一致",
    hint: "改成同样的单位或同样的可选值",
  },
  "import-not-found": {
    severity: "error",
    message: "《{policy}》里没有「{name}」这个结果或定义",
    hint: "《{policy}》里有:{known};要引用别的,先在那里加上",
  },
  "inexact-number": {
    severity: "error",
    message: "{number} 位数太多,这样写会被读成 {read}",
    hint: '加上双引号,写成 "{number}",就会按原样读',
  },
  "inexact-outcome": {
    severity: "error",
    message: "「{name}」可能除不尽({text}),要写明怎样取整",
    hint: "在算式后面写「, 四舍五入到分」这样的取整;文件没有写的,用「推定「…」」说明",
  },
  "invalid-json": {
    severity: "error",
    message: "输入不合 JSON 的写法,第 {line} 行:{fault}",
    hint: "写成 {example} 的样子:名称和文字加半角双引号,各项之间用半角逗号",
  },
  "json-not-object": {
    severity: "error",
    message: "输入应当是花括号括起来的一组「名称: 值」",
    hint: "写成 {example} 的样子",
  },
  "limits-contradict": {
    severity: "error",
    message: "「{name}」的下限比上限还高,没有任何值可填",
    hint: "改正其中一个限制",
  },
  "list-comma": {
    severity: "error",
    message: "「属于」的各个值之间要用顿号「、」",
    hint: "请把逗号改为「、」;如果逗号后面是另一个条件,请改为「且」或「或」",
  },
  "magnitude-slip": {
    severity: "error",
    message: "「{text}」在「{name}」的限制之外,{slip}就在限制之内,是不是「{unit}」和「万{unit}」写混了?",
    hint: "核对单位,或改正限制",
  },
  "malformed-name": {
    severity: "error",
    message: "「{name}」不能直接作名称",
    hint: "名称只用汉字、字母、数字、「·」和「_」,不能只有数字;要用别的符号时,把名称写在「」里",
  },
  "missing-arrow": {
    severity: "error",
    message: "这条规定没有分出条件和结果",
    hint: "请在条件之后写「=>」,或写「的,」",
  },
  "missing-operator": {
    severity: "error",
    message: "「{left}」与「{right}」之间缺少连接的词",
    hint: "中间请写「且」「或」,或者「低于」「不超过」一类的比较",
  },
  "missing-result": {
    severity: "error",
    message: "「{arrow}」后面没有结果",
    hint: "请写明要确定的结果和它的值,如「返还 100%」",
  },
  "missing-subject": {
    severity: "error",
    message: "「{comparison}」没有写是什么在比较",
    hint: "请在前面写上要比较的词",
  },
  "mixed-boundaries": {
    severity: "error",
    message: "「{words}」的两个边界词互相矛盾",
    hint: "请只用一个,如「超过 500人」或「500人以上」",
  },
  "mixed-indentation": { severity: "error", message: "行首的缩进混用了制表符和空格", hint: "请统一用两个空格" },
  "mixed-subjects": {
    severity: "error",
    message: "「、」只能连接同一个词的几项比较",
    hint: "换了一个词来比较时,请写「且」或「或」",
  },
  "name-is-keyword": {
    severity: "error",
    message: "「{name}」是规矩自己用的词,不能直接作名称",
    hint: "请换一个名称,或者每次都写作「「{name}」」",
  },
  "name-missing": { severity: "error", message: "冒号或等号前面没有名称", hint: "请写上名称" },
  "nesting-too-deep": {
    severity: "error",
    message: "括号套了超过{limit}层",
    hint: "请在「定义」中给中间的部分起个名称",
  },
  "never-true": {
    severity: "warning",
    message: "{part}永远不成立,写与不写一样",
    hint: "请检查数有没有写错;如果没有写错,可以删去这一部分",
  },
  "no-order": { severity: "error", message: "「{text}」{type},没有大小先后可比", hint: "用「是」或「属于」来比较" },
  "no-such-date": { severity: "error", message: "没有「{written}」这个日期", hint: "请核对年、月、日" },
  "not-a-condition": {
    severity: "error",
    message: "「{text}」{type},单独写不成条件",
    hint: "写成比较,例如「{text} 不低于 …」;或在「输入」里把它声明为「是否」",
  },
  "not-a-constant": {
    severity: "error",
    message: "{noun}「{text}」要写成固定的值",
    hint: "直接写出数、日期或列表里的值",
  },
  "not-a-listed-value": {
    severity: "error",
    message: "这里没有「{value}」这个值,可选的是:{values}",
    hint: "从可选的值里选一个;确实要增加,请在声明处的列表里加上",
  },
  "not-a-quantity": {
    severity: "error",
    message: "「{text}」{type},不能参加计算",
    hint: "只有带单位的数、比例和数可以加减乘除",
  },
  "not-an-input": {
    severity: "error",
    message: "「{name}」不是输入,算例不能给出它的值",
    hint: "在算例里只写输入的值,其余由规矩算出",
  },
  "not-an-outcome": {
    severity: "error",
    message: "「{name}」不是结果,条款不能规定它的值",
    hint: "在「结果」里声明它,或改用已经声明的结果",
  },
  "not-finite": {
    severity: "error",
    message: "「{term}」应是一个确定的数,给出的是{given}",
    hint: "请给出确定的数值;不知道的项目不要填",
  },
  "not-text": {
    severity: "error",
    message: "这不是文本文件",
    hint: "如果它是 Word、WPS 或 PDF 文档,请把文字复制到一个文本文件里,以 UTF-8 编码保存",
  },
  "out-of-range": {
    severity: "error",
    message: "「{term}」{limit},给出的是{given}",
    hint: "请核对这一项的数值和单位;如果数值无误,请修改政策中对这个输入的限制",
  },
  "outcome-cycle": { severity: "error", message: "结果绕成了一圈:{path}", hint: "改写其中一个,让它不再依赖自己" },
  "outcome-has-formula": {
    severity: "error",
    message: "「{name}」已经用「=」写了算式,条款不能再规定它的值",
    hint: "去掉「结果」里的算式,或去掉条款里的这一项",
  },
  "outcome-unset": {
    severity: "warning",
    message: "结果「{name}」没有条款规定它",
    hint: "补上规定它的条款,或删去这个结果",
  },
  overlap: {
    severity: "error",
    message: "{clauses}会同时适用,对「{outcome}」的规定却不一样:{case},{values}",
    hint: "如果后一条是前一条的例外,请写「条款 {second} 例外于 {first}」(反过来也可以);如果都不是例外,请改条件,使它们不会同时成立",
  },
  "paragraph-not-found": {
    severity: "warning",
    message: "《{title}》里没有「{paragraph}」这一段",
    hint: "请核对段落;文件里有:{known}",
  },
  "percent-missing": {
    severity: "error",
    message: "「{text}」要的是比例,是不是漏了百分号?",
    hint: "写成「{text}%」;如果真是{text}倍,请写「{text}倍」",
  },
  "period-reversed": {
    severity: "error",
    message: "施行的结束日期 {to} 早于开始日期 {from}",
    hint: "把两个日期对调或改正",
  },
  "policy-missing": {
    severity: "error",
    message: "文件开头没有写「政策 名称」",
    hint: "在第一行写上「政策」,空一格,再写名称,例如:政策 稳岗返还",
  },
  "pool-short": {
    severity: "error",
    message: "几条条款一共要从「{term}」支用 {wanted},余额只有 {left},不能判定先给哪一条",
    hint: "请在政策里写明余额不够时先给哪一条,或者把这一行分开申请",
  },
  "pool-without-total": { severity: "error", message: "资金池「{name}」没有写总额", hint: "加一行「总额 …元」" },
  "possible-zero-divisor": {
    severity: "warning",
    message: "「{divisor}」可能是零,那时「{text}」没法计算",
    hint: "给它加上限制,例如「大于 {zero}」",
  },
  "proviso-without-rule": {
    severity: "error",
    message: "「但……的除外」上面没有它所属的规定",
    hint: "请写在它所限制的规定之后",
  },
  "quotation-across-sentences": {
    severity: "warning",
    message: "引文里的「……」跨过了一个句号",
    hint: "请分成几个「原文」,每个只引一句",
  },
  "quotation-missing": {
    severity: "warning",
    message: "{noun}「{name}」没有原文,查不到它的出处",
    hint: "用「原文」引用它所依据的那句话;文件没有写的,用「推定」说明",
  },
  "quotation-not-found": {
    severity: "error",
    message: "{titles}里没有「{words}」这段话",
    hint: "请照抄文件的原话;中间略去的地方写「……」",
  },
  "reference-date-type": {
    severity: "error",
    message: "「基准日」必须是日期",
    hint: "写成「基准日: 日期」,或者不声明,规矩会自动接受它",
  },
  "requirement-missing": {
    severity: "error",
    message: "{word}「{name}」没有写明要求",
    hint: "请写上要达到的比较,如「筹集企业岗位 >= 25万个」",
  },
  "rounding-unit": {
    severity: "error",
    message: "「{text}」{type},不能取到「{unit}」",
    hint: "换成它自己的单位,例如元、分",
  },
  "rounding-without-value": {
    severity: "error",
    message: "「{rounding}」前面没有可以取整的值",
    hint: "取整写在公式之后,如「贷款额度 * 0.5‰, 四舍五入到分」",
  },
  "row-cells": {
    severity: "error",
    message: "这一行有 {count} 格,表头有 {columns} 格",
    hint: "请核对这一行的逗号;格子里要写逗号的,给整格加上半角双引号;没有数据的格子空着,逗号要留",
  },
  "row-quote": {
    severity: "error",
    message: "这一行的双引号没有配成对",
    hint: '整格加上半角双引号,格子里的双引号写两个,如 "甲""乙""丙"',
  },
  "row-unreadable": {
    severity: "error",
    message: "有按 {encoding} 读不出来的文字",
    hint: "如果文件是另一种编码,请用 --encoding 指明,如 --encoding gbk;如果只有个别行这样,这些行已经损坏,请改正",
  },
  "rows-without-header": {
    severity: "error",
    message: "CSV 里没有表头",
    hint: "第一行写各列的名称,即政策「输入」一节声明的名称,如 {example}",
  },
  "second-policy": {
    severity: "error",
    message: "一个文件只写一个政策,这里又写了「{name}」,前面已有「{first}」",
    hint: "把「{name}」移到自己的文件里",
  },
  "second-requirement": {
    severity: "error",
    message: "一个{word}只能有一条要求",
    hint: "几条都要满足时用「且」连接,或分成几个{word}",
  },
  "span-as-value": {
    severity: "error",
    message: "「{text}」是一段时间,只能与日期或月份比较",
    hint: "换成是日期或月份的词来比较,如「月份 在 {text}」",
  },
  "stray-text": {
    severity: "error",
    message: "这句话到前面已经完整,「{text}」是多出来的",
    hint: "请删去它;如果是另一句,请另起一行",
  },
  "table-cell-count": {
    severity: "error",
    message: "这一行有{cells}格,表头有{columns}列",
    hint: "请补上或删去格子;任意情形写「-」",
  },
  "table-empty-cell": { severity: "error", message: "「{column}」这一格是空的", hint: "任意情形写「-」;结果要写明值" },
  "table-without-outcome": {
    severity: "error",
    message: "表「{name}」没有结果列",
    hint: "至少有一列的列名要是「结果」里声明的词",
  },
  "table-without-rows": {
    severity: "error",
    message: "表「{table}」没有一行规定",
    hint: "第一行写各列的名称,以下每行一条规定",
  },
  "too-precise": {
    severity: "error",
    message: "「{term}」{places},给出的是{given}",
    hint: "请按这个输入的精度给出;如果确需更多小数位,请在政策的输入后写明「精确到 …」",
  },
  "unbalanced-parenthesis": { severity: "error", message: "括号「{mark}」没有配对", hint: "请补上或删去一个括号" },
  "unclosed-quote": {
    severity: "error",
    message: "引号 {open} 没有与它配对的 {close}",
    hint: "请在引文结束处补上;引文分几行写时,后面的行要缩进得更多",
  },
  "unexpected-text": { severity: "error", message: "这里读不懂「{found}」,应写{expected}" },
  "unfinished-statement": { severity: "error", message: "这句话没有写完,后面应写{expected}" },
  "unindented-line": {
    severity: "error",
    message: "这一行要缩进,写在「条款」「输入」一类的标题下面",
    hint: "请在行首加两个空格",
  },
  "unit-mismatch": {
    severity: "error",
    message: "{left}{leftUnit},「{right}」{rightUnit},不能{verb}",
    hint: "检查是不是用错了词或漏写了单位",
  },
  "unknown-clause": {
    severity: "error",
    message: "「例外于」后面的「{name}」不是这个政策里的条款",
    hint: "已有的条款是:{known}",
  },
  "unknown-heading": {
    severity: "error",
    message: "没有「{heading}」这种标题",
    hint: "顶格只写标题,如「条款」「指标」「算例」;内容写在标题下面,缩进两格",
  },
  "unknown-input": {
    severity: "error",
    message: "没有名为「{term}」的输入{suggestion}",
    hint: "请只给出政策「输入」一节声明的名称,一字不差",
  },
  "unknown-policy": {
    severity: "error",
    message: "找不到政策《{policy}》",
    hint: "检查书名号里的名称,它要和那个文件开头的「政策」一致",
  },
  "unknown-pool": { severity: "error", message: "找不到资金池「{name}」", hint: "先用「资金池 {name}」声明它" },
  "unknown-requirement": { severity: "error", message: "找不到{noun}「{name}」", hint: "写上已有{noun}的名称" },
  "unknown-responsible-unit": {
    severity: "warning",
    message: "依据的文件没有把「{unit}」列为责任单位",
    hint: "请核对单位名称,照文件的写法写",
  },
  "unknown-term": {
    severity: "error",
    message: "找不到「{name}」这个词",
    hint: "请在「输入」「定义」或「结果」中声明它,或改用已经声明的词",
  },
  "unknown-type": {
    severity: "error",
    message: "没有「{type}」这种类型或单位",
    hint: "类型写单位(人、元、元/月……)、比例、数、日期、月份、是否,或用「|」隔开的各个值;新的单位先用「单位 …」声明",
  },
  "unknown-unit": {
    severity: "error",
    message: "不认识单位「{unit}」",
    hint: "改用常见单位;确实需要新单位,请在文件开头写「单位 {unit}」",
  },
  unproven: {
    severity: "warning",
    message: "未能证明:{what}",
    hint: "请把条件写得简单些,或用「例外于」写明先后;不改也可以使用,生成的程序会在运行时检查,遇到冲突就答「冲突」并列出条款",
  },
  "unread-input": {
    severity: "warning",
    message: "输入「{name}」没有被任何条款用到",
    hint: "删去它;或者补上用到它的条款",
  },
  "unreadable-character": {
    severity: "error",
    message: "这里不能用字符「{character}」",
    hint: "请删去它,或把整个名称写在「」里",
  },
  "unreadable-file": {
    severity: "error",
    message: "文件打不开:{reason}",
    hint: "确认文件还在、没有被别的软件占用,而且您有权限读它",
  },
  "used-differs": {
    severity: "error",
    message: "「{term}」给出的是 {given},但这一批从 {start} 开始逐行累计",
    hint: "请只在第一行给出,或者每一行都写这一批开始时的数;各行支用的,由程序逐行加上去",
  },
  "value-missing": {
    severity: "error",
    message: "结果「{name}」后面没有写值",
    hint: "写上它的值,例如「{name} {example}」;若只是要做一件事,请在「结果」里写「{name}: 事项」",
  },
  "value-out-of-range": {
    severity: "error",
    message: "「{text}」超出了「{name}」的限制",
    hint: "改正算例里的值,或改正限制",
  },
  "value-without-term": {
    severity: "error",
    message: "「{value}」是一个可选的值,单独放在这里不知道是谁的值",
    hint: "写明是哪个词等于它,例如「类别 是 {value}」",
  },
  "values-misparted": {
    severity: "error",
    message: "可选的各个值之间要用「|」",
    hint: "写作「人员类别: 高校毕业生 | 农村劳动力 | 其他」",
  },
  "verdict-on-outcome": {
    severity: "error",
    message: "「{word}」只能用来说约束",
    hint: "说结果时写它的值,或「不适用」「未生效」「缺失」",
  },
  "verdict-unknown": {
    severity: "error",
    message: "这里不能写「{word}」",
    hint: "指标写「达到」或「未达到」,约束写「满足」或「不满足」",
  },
  "version-date-declared": {
    severity: "error",
    message: "「适用版本日」不用声明",
    hint: "请去掉这一行:有修订的政策都可以给出「适用版本日」,不给出时同「基准日」",
  },
  "wrong-kind": {
    severity: "error",
    message: "{noun}要写{wanted},这里的「{text}」{actual}",
    hint: "换成「{example}」这样的写法",
  },
  "wrong-type": {
    severity: "error",
    message: "「{term}」应是{expected},给出的是{given}",
    hint: "请按政策「输入」一节声明的单位或取值给出",
  },
};
