import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceFile } from "../../diagnostics/source.ts";
import { format, parse, serializedGrammar } from "../../grammar/index.ts";
import { codes, read, rules, vocabulary } from "./support.ts";

const pieces = [
  ..."条款 输入 结果 定义 表 算例 指标 约束 资金池 政策 依据 引用 自 施行 例外于 非规则 原文 推定 期限 起 内 以上 以下 超过 不满 属于 在 至 且 或 非 不 是 否 的 的, => = <= > + - * / ( ) 「 」 《 》 “ ” | , 、 ; 。 : 5% 10亩 三分之一 2020-02-30 2020年4—6月 1,000 5。5 面积 返还 参保 // \n \n\u0020\u0020 \n\t 但 的除外 否则 可 应当 不得 择一 另行规定 支用 四舍五入到 精确到 默认 取低 符合下列条件之一的 (一) @ 𠮷 \ud800 \u0000 ａ ％".split(
    " ",
  ),
  "\n",
  "\n  ",
  "\n    ",
  " ",
];

describe("any text", () => {
  it("gives a tree, and findings within the text; formatting it never changes the tree", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const text = vocabulary + parts.join("");
        const { tree, diagnostics } = parse(new SourceFile("试.policy", text));
        expect(tree.kind).toBe("PolicyFile");
        for (const { span } of diagnostics) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
        const once = format(new SourceFile("试.policy", text));
        expect(format(new SourceFile("试.policy", once))).toBe(once);
      }),
      { numRuns: 400, seed: 20200513 },
    );
  });

  it.each([
    ["nothing", ""],
    ["control characters", "\u0000\u0001\u0002"],
    ["lone surrogates", "条款 \ud800\n  \udc00 => 返还"],
    ["open quotations", "「".repeat(3000)],
    ["bars", `表 甲\n  ${"|".repeat(3000)}`],
    ["arrows", "算例 甲\n  => => =>"],
    ["one endless word", `条款 甲\n  ${"啊".repeat(20_000)} => 返还`],
  ])("of %s is read", (_, text) => {
    expect(read(text).tree.kind).toBe("PolicyFile");
  });
});

it.each([
  ["a byte-order mark", "\ufeff", ["malformed-name"]],
  ["an Ogham space", "\u1680", []],
  ["a mathematical space", "\u205f", []],
])("%s in a heading ends", (_, mark, expected) => {
  expect(codes(`政策 ${mark}甲\n`)).toEqual(expected);
});

describe("depth and length have limits with messages", () => {
  it.each([
    ["parentheses", `(`.repeat(500) + "面积" + ")".repeat(500) + " > 1亩", "nesting-too-deep"],
    ["negations", `${"非".repeat(5000)}符合条件`, "formula-too-long"],
    ["signs", `面积 > ${"-".repeat(5000)}面积`, "formula-too-long"],
    ["a sum", `面积 > ${"面积+".repeat(20_000)}面积`, "formula-too-long"],
    ["halvings", `面积 > 面积${"减半".repeat(5000)}`, "formula-too-long"],
  ])("%s", (_, condition, code) => {
    expect(codes(`${vocabulary}条款 甲\n  ${condition} => 返还 1\n`)).toEqual([code]);
  });

  it("but sixty parentheses are read", () => {
    const { tree, diagnostics } = read(
      `${vocabulary}条款 甲\n  ${"(".repeat(60)}符合条件${")".repeat(60)} => 返还 1\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(rules(tree)).toEqual(["符合条件 => 返还 1"]);
  });
});

it("Windows line ends and full-width spaces read like plain ones", () => {
  const text = `${vocabulary}条款 甲\n  面积 > 5亩\n    且 符合条件 => 返还 1\n`;
  expect(rules(read(text.replaceAll("\n", "\r\n")).tree)).toEqual(rules(read(text).tree));
  expect(rules(read(text.replaceAll("  ", "　")).tree)).toEqual(["And(面积 > 5亩; 符合条件) => 返还 1"]);
});

it("the grammar can be drawn", () => {
  const names = serializedGrammar().map((production) => ("name" in production ? production.name : ""));
  expect(names).toContain("clauseHeading");
  expect(names).toContain("comparison");
});
