/** What the boxes leave unproven, z3 proves or refutes by a case, or leaves as it is. */
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { settle } from "../../compiler/settle/index.ts";
import { SourceFile } from "../../diagnostics/source.ts";

const policy = (rules: string, rest = "其余 不适用\n"): string => `政策 面积
${rest}输入
  长: 数, 至少 0
  宽: 数, 至少 0
  天数: 天
结果
  补贴: 元
${rules}`;

async function told(
  text: string,
): Promise<{ readonly before: string[]; readonly after: (readonly [string, unknown])[] }> {
  const compilation = compile([new SourceFile("面积.policy", text)]);
  const settled = await settle(compilation);
  const codes = compilation.diagnostics.map(({ code }) => code).filter((code) => code !== "unread-input");
  const after = settled.diagnostics.filter(({ code }) => code !== "unread-input");
  return { before: codes, after: after.map(({ code, witness }) => [code, witness] as const) };
}

test("two rules that cannot meet are proved not to", async () => {
  // Of two sides that make 100 together, the product is 2,500 at most.
  const text = policy("条款 大\n  长 * 宽 > 2500 => 补贴 1元\n条款 小\n  长 + 宽 <= 100 => 补贴 2元\n");
  expect(await told(text)).toEqual({ before: ["unproven"], after: [] });
});

test("two that can are shown to by a case in plain figures, which the evaluator confirms", async () => {
  const text = policy("条款 大\n  长 * 宽 > 1000 => 补贴 1元\n条款 小\n  长 + 宽 < 100 => 补贴 2元\n");
  const { before, after } = await told(text);
  expect(before).toEqual(["unproven"]);
  const [[code, witness] = ["", undefined], ...others] = after;
  expect(others).toEqual([]);
  expect(code).toBe("overlap");
  const { 长, 宽 } = witness as { readonly 长: number; readonly 宽: number };
  expect(Number.isInteger(长) && Number.isInteger(宽)).toBe(true);
  expect(长 * 宽).toBeGreaterThan(1000);
  expect(长 + 宽).toBeLessThan(100);
});

test("an exception that always holds there keeps two rules apart", async () => {
  const rules = "条款 大\n  长 * 宽 > 1000 => 补贴 1元\n条款 小\n  长 + 宽 < 100 => 补贴 2元\n";
  const exception = "条款 中 例外于 小\n  长 * 长 * 宽 * 宽 >= 250000 => 补贴 1元\n";
  expect(await told(policy(rules + exception))).toEqual({ before: ["unproven"], after: [] });
});

test("that nothing is left out can be proved", async () => {
  // (长 − 宽)² is never below 0.
  const text = policy("条款 甲\n  长 * 长 + 宽 * 宽 >= 2 * 长 * 宽 => 补贴 1元\n", "");
  expect(await told(text)).toEqual({ before: ["unproven"], after: [] });
});

test("what z3 has no words for stays unproven", async () => {
  const text = policy(
    "定义\n  整 = 长 * 宽, 四舍五入到整数\n条款 大\n  整 > 100 => 补贴 1元\n条款 小\n  长 < 5 且 宽 < 5 => 补贴 2元\n",
  );
  const { before, after } = await told(text);
  expect(before).toContain("unproven");
  expect(after.map(([code]) => code)).toEqual(before);
});

test("nothing is loaded where nothing is open", async () => {
  const compilation = compile([new SourceFile("面积.policy", policy("条款 甲\n  长 > 1 => 补贴 1元\n"))]);
  expect(await settle(compilation)).toBe(compilation);
});
