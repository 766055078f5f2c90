/** Text from a policy can never become code. */
import { describe, expect, test } from "vitest";
import { Names, commentText, key, member, quote, wholeNumber } from "../../compiler/5-emit/names.ts";
import { emitOne, load, programOf } from "./helpers.ts";
import { loadModule } from "../properties/load.ts";

describe("names", () => {
  const names = new Names(["facts", "decide"]);

  test("keep their own where that is free", () => {
    expect(["裁员率", "甲·乙", "a1", "𠮷野家"].map((name) => names.identifier(name))).toEqual([
      "裁员率",
      "甲·乙",
      "a1",
      "𠮷野家",
    ]);
  });

  test("are spelt otherwise where it is not", () => {
    expect(names.identifier("5G基站")).toBe("_5G基站");
    expect(names.identifier("a b")).toBe("_a_20_b");
    expect(names.identifier("class")).toBe("_class");
    expect(names.identifier("facts")).toBe("_facts");
    expect(names.identifier("_facts")).toBe("__5f_facts");
    expect(names.identifier("甲-乙")).toBe("_甲_2d_乙");
  });

  test("never meet", () => {
    const all = ["5G", "_5G", "__5G", "a b", "a_20_b", "_a_20_b", "a-b", "class", "_class", "facts", "_facts", "", "_"];
    expect(new Set(all.map((name) => names.identifier(name))).size).toBe(all.length);
  });

  test("as members and keys", () => {
    expect(member("裁员率")).toBe(".裁员率");
    expect(member('"] = alert("')).toBe('["\\"] = alert(\\""]');
    expect(key("5G基站")).toBe('"5G基站"');
    expect(key("__proto__")).toBe('["__proto__"]');
  });
});

describe("texts", () => {
  const nasty = [
    "*/ alert(1) /*",
    "a\nb\r\nc",
    "a\u2028b\u2029c",
    "`${alert(1)}`",
    '\\" + alert(1) + "',
    "</script>",
    "\ud800",
    "甲\u0000乙",
  ];

  test("as literals read back as they were", () => {
    for (const text of nasty) expect(new Function(`return ${quote(text)};`)()).toBe(text);
  });

  test("as comments stay on one line and cannot end", () => {
    for (const text of nasty) {
      expect(commentText(text)).not.toMatch(/[\n\r\u2028\u2029]|\*\/|\/\*/);
      expect(new Function(`// ${commentText(text)}\nreturn 1;`)()).toBe(1);
      expect(new Function(`/** ${commentText(text)} */ return 1;`)()).toBe(1);
    }
  });

  test("quotations, assumptions and wordings reach the metadata unharmed", async () => {
    const text = `政策 险
输入
  人数: 人
结果
  额: 元    推定「*/ throw 1; /*」
条款 「名*/ 字」
  推定「\`\${throw 1}\` " + 1 + "」
  人数 > 1人 => 额 1元
`;

    const module = loadModule(await emitOne(programOf(text))) as unknown as {
      metadata: { clauses: { id: string; assumptions: string[] }[]; outcomes: { assumptions: string[] }[] };
    };
    expect(module.metadata.clauses).toEqual([
      { id: "险/名*/ 字", name: "名*/ 字", quotations: [], assumptions: ['`${throw 1}` " + 1 + "'], exceptionTo: [] },
    ]);
    expect(module.metadata.outcomes[0]?.assumptions).toEqual(["*/ throw 1; /*"]);
  });

  test("names of every object's own are ordinary names", async () => {
    const module = await load(`政策 名
输入
  constructor: 人
  toString: 人, 默认 2人
结果
  valueOf: 人
条款 甲
  constructor >= 1人 => valueOf constructor + toString
`);
    expect(JSON.parse(JSON.stringify(module.evaluate({ constructor: 3 })))).toMatchObject({
      outcomes: { valueOf: { value: "5" } },
    });
    expect(JSON.parse(JSON.stringify(module.evaluate({})))).toMatchObject({
      outcomes: { valueOf: { needs: ["constructor"] } },
    });
  });
});

test("whole numbers show their decimals apart", () => {
  expect(wholeNumber(3600000n, 100n)).toBe("36000_00");
  expect(wholeNumber(10000n, 10000n)).toBe("1_0000");
  expect(wholeNumber(550n, 10000n)).toBe("550");
  expect(wholeNumber(-550n, 1n)).toBe("-550");
  expect(wholeNumber(9007199254740993n, 1n)).toBe("9007199254740993n");
});
