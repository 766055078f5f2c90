import { describe, expect, it } from "vitest";
import { readJsonObject } from "../../cli/json.ts";
import { SourceFile } from "../../diagnostics/source.ts";

const read = (text: string) => readJsonObject(new SourceFile("输入.json", text));

/** Each fault as `code line:column what it points at: message`. */
function faultsOf(text: string): readonly string[] {
  const reading = read(text);
  if (reading.ok) return [];
  return reading.faults.map(({ code, file, span, message }) => {
    const { line, column } = file.positionAt(span.start);
    return `${code} ${line}:${column} ${file.text.slice(span.start, span.end)}: ${message}`;
  });
}

const fault = (line: number, message: string): string => `输入不合 JSON 的写法,第 ${line} 行:${message}`;

describe("an input's JSON", () => {
  it("is read with every kind of value, and where each name stands", () => {
    const text = '{ "人数": 1000, "费用": "1.50", "是": true, "否": false, "空": null, "表": [1, -2.5e1, {}] }';
    const reading = read(text);
    expect(reading).toMatchObject({
      ok: true,
      object: { value: { 人数: 1000, 费用: "1.50", 是: true, 否: false, 空: null, 表: [1, -25, {}] } },
    });
    if (reading.ok) expect(reading.object.places.get("费用")).toEqual({ start: 14, end: 18 });
  });

  it("may be empty, and knows the escapes", () => {
    expect(read(" {} \n")).toMatchObject({ ok: true, object: { value: {} } });
    expect(read('{"\\u4eba\\n\\"": "\\\\"}')).toMatchObject({ ok: true, object: { value: { '人\n"': "\\" } } });
  });

  it("keeps a name that objects have of themselves", () => {
    const reading = read('{"__proto__": 1}');
    expect(reading.ok && Object.entries(reading.object.value)).toEqual([["__proto__", 1]]);
  });

  it.each([
    ['{\n  "甲": 1\n  "乙": 2\n}', 3, 3, '"', "两项之间要有半角逗号,最后一项之后要有 }"],
    ['{\n  "甲": 1,\n}', 2, 9, ",", "最后一项之后不能有逗号"],
    ['{"甲": 1\uFF0C "乙": 2}', 1, 8, "\uFF0C", "这里的 \uFF0C 要换成半角的 ,"],
    ["{“甲”: 1}", 1, 2, "“", '这里的 “ 要换成半角的 "'],
    ['{"甲"\uFF1A 1}', 1, 5, "\uFF1A", "这里的 \uFF1A 要换成半角的 :"],
    ["{甲: 1}", 1, 2, "甲", "名称要加半角双引号"],
    ['{"甲": 500人}', 1, 7, "500人", "数后面不写「人」:单位不用写,百分数加双引号"],
    ['{"甲": 5.5%}', 1, 7, "5.5%", "数后面不写「%」:单位不用写,百分数加双引号"],
    ['{"甲": 007}', 1, 7, "007", "「007」不是一个数"],
    ['{"甲": 是}', 1, 7, "是", "文字要加半角双引号;是、否写成 true、false"],
    ['{"甲": "乙\n}', 1, 7, '"乙', "引号没有在这一行里配成对"],
    ['{"甲": 1 // 注\n}', 1, 9, "//", "JSON 里不能写注释"],
    ['{"甲": 1', 1, 8, "", "还没有写完就结束了,检查括号和引号是否成对"],
    ['{"甲": 1}}', 1, 9, "}", "最外层的花括号之后不能再有内容"],
    ['{"甲": "\\x"}', 1, 8, "\\", "引号里的反斜杠要写成两个"],
    [`{"甲": ${"[".repeat(100)}`, 1, 71, "[", "括号套得太深"],
  ])("%j is told where it goes wrong", (text, line, column, words, message) => {
    expect(faultsOf(text)).toEqual([`invalid-json ${line}:${column} ${words}: ${fault(line, message)}`]);
  });

  it("may not give a name twice: JSON itself would silently take the last", () => {
    expect(faultsOf('{"甲": 1,\n "甲": 2}')).toEqual(['duplicate-key 2:2 "甲": 「甲」给了两次']);
  });

  it("may not hold a number that a double would round", () => {
    expect(faultsOf('{"甲": 12345678901234567.89, "乙": 0.1, "丙": 1.50, "丁": 1e3, "戊": 9007199254740993}')).toEqual([
      "inexact-number 1:7 12345678901234567.89: 12345678901234567.89 位数太多,这样写会被读成 12345678901234568",
      "inexact-number 1:65 9007199254740993: 9007199254740993 位数太多,这样写会被读成 9007199254740992",
    ]);
    expect(faultsOf('{"甲": 1e999}')).toEqual(["inexact-number 1:7 1e999: 1e999 位数太多,这样写会被读成 无穷大"]);
    expect(faultsOf('{"甲": 0.0, "乙": -0, "丙": 1e21, "丁": 0.00000012, "戊": 100}')).toEqual([]);
  });

  it("is an object", () => {
    expect(faultsOf("[1]")).toEqual(["json-not-object 1:1 [1]: 输入应当是花括号括起来的一组「名称: 值」"]);
    expect(faultsOf("null")).toEqual(["json-not-object 1:1 null: 输入应当是花括号括起来的一组「名称: 值」"]);
  });
});
