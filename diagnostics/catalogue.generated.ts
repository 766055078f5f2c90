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
  readonly "cell-not-a-condition": { readonly text: string; readonly name: string };
  readonly "deadline-count": { readonly text: string };
  readonly "definition-cycle": { readonly path: string };
  readonly "duplicate-key": { readonly name: string };
  readonly "duplicate-name": { readonly noun: string; readonly name: string };
  readonly "empty-file": {};
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
  readonly "file-too-large": { readonly size: string; readonly limit: string };
  readonly "import-broken": { readonly policy: string };
  readonly "import-cycle": { readonly path: string };
  readonly "import-input-differs": { readonly name: string; readonly policy: string };
  readonly "import-not-found": { readonly policy: string; readonly name: string };
  readonly "inexact-number": { readonly number: string; readonly read: string };
  readonly "inexact-outcome": { readonly name: string; readonly text: string };
  readonly "invalid-json": { readonly fault: string; readonly example: string };
  readonly "limits-contradict": { readonly name: string };
  readonly "magnitude-slip": { readonly text: string; readonly name: string; readonly slip: string };
  readonly "no-order": { readonly text: string; readonly type: string };
  readonly "not-a-condition": { readonly text: string; readonly type: string };
  readonly "not-a-constant": { readonly noun: string; readonly text: string };
  readonly "not-a-listed-value": { readonly value: string; readonly values: string };
  readonly "not-a-quantity": { readonly text: string; readonly type: string };
  readonly "not-an-input": { readonly name: string };
  readonly "not-an-outcome": { readonly name: string };
  readonly "not-text": {};
  readonly "outcome-cycle": { readonly path: string };
  readonly "outcome-has-formula": { readonly name: string };
  readonly "outcome-unset": { readonly name: string };
  readonly "percent-missing": { readonly text: string };
  readonly "period-reversed": { readonly to: string; readonly from: string };
  readonly "policy-missing": {};
  readonly "pool-without-total": { readonly name: string };
  readonly "possible-zero-divisor": { readonly divisor: string; readonly text: string };
  readonly "reference-date-type": {};
  readonly "rounding-unit": { readonly text: string; readonly type: string; readonly unit: string };
  readonly "second-policy": { readonly name: string; readonly first: string };
  readonly "span-as-value": { readonly text: string };
  readonly "table-without-outcome": { readonly name: string };
  readonly "unit-mismatch": {
    readonly left: string;
    readonly leftUnit: string;
    readonly right: string;
    readonly rightUnit: string;
    readonly verb: string;
  };
  readonly "unknown-clause": { readonly name: string };
  readonly "unknown-policy": { readonly policy: string };
  readonly "unknown-pool": { readonly name: string };
  readonly "unknown-requirement": { readonly noun: string; readonly name: string };
  readonly "unknown-term": { readonly name: string };
  readonly "unknown-unit": { readonly unit: string };
  readonly "unread-input": { readonly name: string };
  readonly "unreadable-file": { readonly reason: string };
  readonly "value-missing": { readonly name: string; readonly type: string };
  readonly "value-out-of-range": { readonly text: string; readonly name: string };
  readonly "value-without-term": { readonly value: string };
  readonly "wrong-kind": {
    readonly noun: string;
    readonly wanted: string;
    readonly text: string;
    readonly actual: string;
  };
}
export type Code = keyof Parameters;
export const catalogue: Readonly<Record<Code, CatalogueEntry>> = {
  "action-as-input": {
    severity: "error",
    message: "「{name}」写成了「事项」,但输入不能是事项",
    hint: "输入请用单位、比例、数、日期、月份、是否,或列出可选的值",
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
  "cell-not-a-condition": {
    severity: "error",
    message: "「{text}」不能作「{name}」列的条件",
    hint: "写成值、范围(如 36000元以下)或「-」(不限)",
  },
  "deadline-count": { severity: "error", message: "期限「{text}」要写成整数", hint: "写成整数的天、工作日、月或年" },
  "definition-cycle": { severity: "error", message: "定义绕成了一圈:{path}", hint: "改写其中一个,让它不再依赖自己" },
  "duplicate-key": { severity: "error", message: "「{name}」给了两次", hint: "只留一个" },
  "duplicate-name": {
    severity: "error",
    message: "{noun}「{name}」出现了两次",
    hint: "改掉其中一个的名字;若本来就是同一个,删去重复的一处",
  },
  "empty-file": {
    severity: "error",
    message: "文件是空的",
    hint: "写上政策的名称,如「政策 稳岗返还」;不要这个文件的话,就删掉它",
  },
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
  "file-too-large": {
    severity: "error",
    message: "文件有 {size} MB,超过了 {limit} MB",
    hint: "一份政策一个文件;确认它真的是政策文本",
  },
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
    hint: "检查名称,或在《{policy}》里加上它",
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
    message: "输入不是 JSON:{fault}",
    hint: "JSON 写成 {example} 的样子:名称和文字加半角双引号,各项用半角逗号隔开",
  },
  "limits-contradict": {
    severity: "error",
    message: "「{name}」的下限比上限还高,没有任何值可填",
    hint: "改正其中一个限制",
  },
  "magnitude-slip": {
    severity: "error",
    message: "「{text}」比「{name}」的限制{slip},是不是「元」和「万元」写混了?",
    hint: "核对单位,或改正限制",
  },
  "no-order": { severity: "error", message: "「{text}」是{type},没有大小先后可比", hint: "用「是」或「属于」来比较" },
  "not-a-condition": {
    severity: "error",
    message: "「{text}」是{type},不是条件",
    hint: "写成比较,例如「{text} 不低于 …」;或在「输入」里把它声明为「是否」",
  },
  "not-a-constant": {
    severity: "error",
    message: "{noun}「{text}」要写成固定的值",
    hint: "直接写出数、日期或列表里的值",
  },
  "not-a-listed-value": {
    severity: "error",
    message: "「{value}」不在可选的值里,这里可选的是:{values}",
    hint: "从可选的值里选一个;确实要增加,请在声明处的列表里加上",
  },
  "not-a-quantity": {
    severity: "error",
    message: "「{text}」是{type},不能参加计算",
    hint: "只有带单位的数、比例和数可以加减乘除",
  },
  "not-an-input": {
    severity: "error",
    message: "「{name}」不是输入,算例不能给它赋值",
    hint: "在算例里只写输入的值,其余由规矩算出",
  },
  "not-an-outcome": {
    severity: "error",
    message: "「{name}」不是结果,不能由条款给它赋值",
    hint: "在「结果」里声明它,或改用已经声明的结果",
  },
  "not-text": {
    severity: "error",
    message: "这不是文本文件",
    hint: "如果它是 Word、WPS 或 PDF 文档,请把文字复制到一个文本文件里,以 UTF-8 编码保存",
  },
  "outcome-cycle": { severity: "error", message: "结果绕成了一圈:{path}", hint: "改写其中一个,让它不再依赖自己" },
  "outcome-has-formula": {
    severity: "error",
    message: "「{name}」已经用「=」写了算式,条款不能再给它赋值",
    hint: "去掉「结果」里的算式,或去掉条款里的这一项",
  },
  "outcome-unset": {
    severity: "warning",
    message: "结果「{name}」没有条款规定它",
    hint: "补上规定它的条款,或删去这个结果",
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
  "pool-without-total": { severity: "error", message: "资金池「{name}」没有写总额", hint: "加一行「总额 …元」" },
  "possible-zero-divisor": {
    severity: "warning",
    message: "「{divisor}」可能是零,那时「{text}」没法计算",
    hint: "给它加上限制,例如「至少 1」或「大于 0」",
  },
  "reference-date-type": {
    severity: "error",
    message: "「基准日」必须是日期",
    hint: "写成「基准日: 日期」,或者不声明,规矩会自动接受它",
  },
  "rounding-unit": {
    severity: "error",
    message: "「{text}」是{type},不能取到「{unit}」",
    hint: "换成它自己的单位,例如元、分",
  },
  "second-policy": {
    severity: "error",
    message: "一个文件只写一个政策,这里又写了「{name}」,前面已有「{first}」",
    hint: "把「{name}」移到自己的文件里",
  },
  "span-as-value": {
    severity: "error",
    message: "「{text}」是一段时间,不能当作一个值",
    hint: "用在「月份 在 {text}」或「属于」之后",
  },
  "table-without-outcome": {
    severity: "error",
    message: "表「{name}」没有结果列",
    hint: "至少有一列的列名要是「结果」里声明的词",
  },
  "unit-mismatch": {
    severity: "error",
    message: "「{left}」是{leftUnit},「{right}」是{rightUnit},不能{verb}",
    hint: "检查是不是用错了词或漏写了单位",
  },
  "unknown-clause": {
    severity: "error",
    message: "「例外于」后面的「{name}」不是这个政策里的条款",
    hint: "写上已有条款的名称",
  },
  "unknown-policy": {
    severity: "error",
    message: "找不到政策《{policy}》",
    hint: "检查书名号里的名称,它要和那个文件开头的「政策」一致",
  },
  "unknown-pool": { severity: "error", message: "找不到资金池「{name}」", hint: "先用「资金池 {name}」声明它" },
  "unknown-requirement": { severity: "error", message: "找不到{noun}「{name}」", hint: "写上已有{noun}的名称" },
  "unknown-term": {
    severity: "error",
    message: "找不到「{name}」这个词",
    hint: "请在「输入」「定义」或「结果」中声明它,或改用已经声明的词",
  },
  "unknown-unit": {
    severity: "error",
    message: "不认识单位「{unit}」",
    hint: "改用常见单位;确实需要新单位,请在文件开头写「单位 {unit}」",
  },
  "unread-input": {
    severity: "warning",
    message: "输入「{name}」没有被任何条款用到",
    hint: "删去它;或者补上用到它的条款",
  },
  "unreadable-file": {
    severity: "error",
    message: "文件打不开:{reason}",
    hint: "确认文件还在、没有被别的软件占用,而且您有权限读它",
  },
  "value-missing": {
    severity: "error",
    message: "结果「{name}」后面没有写值",
    hint: "写上「{type}」的值,例如「{name} …」;若只是要做一件事,请在「结果」里写「{name}: 事项」",
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
  "wrong-kind": {
    severity: "error",
    message: "{noun}要的是「{wanted}」,这里的「{text}」是{actual}",
    hint: "换成「{wanted}」的写法",
  },
};
