/** A name declared twice is one fault, told once: what uses it is not blamed as well, whatever it takes it for. */
import { describe, expect, it } from "vitest";
import { compile, SourceFile } from "../../compiler/index.ts";

/** Ways to declare 「金额」, by the sections that they need. */
const declarations = {
  "an input": "输入\n  金额: 元\n",
  "an input of another type": "输入\n  金额: 是否\n",
  "a definition": "定义\n  金额 = 人数 * 50元/人\n",
  "a definition of itself": "定义\n  金额 = 金额 + 1元\n",
  "an outcome": "结果\n  金额: 元\n",
  "an outcome with a formula": "结果\n  金额: 元 = 人数 * 50元/人\n",
  "an outcome of another type with a formula": "结果\n  金额: 人 = 人数\n",
  "an action": "结果\n  金额: 事项\n",
  "a listed value": "输入\n  种类: 金额 | 实物\n",
  "an import": "引用 金额 自 《别的》\n",
};

/** Ways to use it. */
const uses = {
  "sets it": "条款 一\n  人数 >= 1人 => 金额 100元\n",
  "makes an exception for it":
    "条款 一\n  人数 >= 1人 => 金额 100元\n\n条款 二 例外于 一\n  人数 >= 5人 => 金额 200元\n",
  "draws it from a pool": "资金池 池\n  总额 金额\n  已用 金额\n\n条款 一\n  人数 >= 1人 => 补贴 100元, 支用 池 金额\n",
  "counts days from it": "条款 一\n  人数 >= 1人 => 补贴 100元\n\n指标 一\n  人数 >= 5人\n  期限 金额\n",
  "reads it in a condition": "条款 一\n  金额 >= 1元 => 补贴 100元\n",
  "reads it as a condition": "条款 一\n  金额 => 补贴 100元\n",
  "grants it": "条款 一\n  人数 >= 1人 => 补贴 金额\n",
  "reads it in a table": "表 一\n  | 金额 | 补贴 |\n  | 1元以上 | 100元 |\n",
  "sets it in a table": "表 一\n  | 人数 | 金额 |\n  | 1人以上 | 100元 |\n",
  "aims at it": "指标 一\n  金额 >= 1元\n",
  "gives it in a case": "算例 一\n  人数 = 1人, 金额 = 1元\n  => 补贴 100元\n",
  "expects it in a case": "算例 一\n  人数 = 1人\n  => 金额 100元\n",
};

const imported = new SourceFile("别的.policy", "政策 别的\n\n输入\n  人数: 人\n\n结果\n  金额: 元 = 人数 * 2元/人\n");

const found = (first: string, second: string, use: string): readonly string[] => {
  const text = `政策 甲\n其余 不适用\n\n输入\n  人数: 人\n\n结果\n  补贴: 元\n\n${first}\n${second}\n${use}`;
  const { diagnostics } = compile([new SourceFile("甲.policy", text), imported]);
  return diagnostics.map(({ code, file, span }) => `${code} 「${file.text.slice(span.start, span.end)}」`);
};

describe("a name declared as", () => {
  const pairs = Object.entries(declarations).flatMap(([first, text]) =>
    Object.entries(declarations)
      // A value may stand in several lists.
      .filter(([second]) => second !== first || second !== "a listed value")
      .map(([second, other]) => [first, second, text, other] as const),
  );
  it.each(pairs)("%s and %s is one fault, whatever uses it", (_first, _second, text, other) => {
    for (const [name, use] of Object.entries(uses))
      expect(found(text, other, use), name).toEqual(["duplicate-name 「金额」"]);
  });
});
