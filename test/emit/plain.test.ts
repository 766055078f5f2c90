/** The quick way, which takes the first clause that settles the matter, on random policies that allow it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import { loadModule } from "../properties/load.ts";
import { generated, programOf, reference } from "./helpers.ts";

const threshold = fc.integer({ min: 1, max: 9 });

/** Brackets of one term, exceptions to them and to each other, in any order. */
const policy = fc
  .record({
    cut: fc.integer({ min: 3, max: 7 }),
    values: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 }),
    exceptions: fc.array(threshold, { minLength: 0, maxLength: 3 }),
    order: fc.array(fc.nat(100), { minLength: 6, maxLength: 6 }),
    fallback: fc.boolean(),
    both: fc.boolean(),
  })
  .map(({ cut, values, exceptions, order, fallback, both }) => {
    const second = (value: number): string => (both ? `, 次额 ${value * 10}元` : "");
    const clauses = [
      `条款 低档\n  甲 < ${cut}人 => 额 ${values[0]}元${second(1)}`,
      `条款 高档\n  甲 >= ${cut}人 且 乙 <= 8人 => 额 ${values[1]}元${second(2)}`,
      ...exceptions.map((value, index) => {
        const beaten = index === 0 ? "低档、高档" : `例外${index - 1}`;
        return `条款 例外${index} 例外于 ${beaten}\n  乙 > ${value}人 => 可 额 ${values[index + 2]}元${second(index)}`;
      }),
      ...(fallback ? [`条款 其他\n  否则 => 额 9元`] : []),
    ];
    const sorted = clauses
      .map((text, index) => ({ text, place: order[index] ?? 0 }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ text }) => text);
    return `政策 甲\n其余 不适用\n输入\n  甲: 人\n  乙: 人\n结果\n  额: 元\n  次额: 元\n  两额: 元 = 额 * 2\n\n${sorted.join("\n")}\n`;
  });

test("150 random policies: what is decided at once is what weighing every clause comes to", async () => {
  const programs = fc
    .sample(policy, 150)
    .map((text, index) => ({ text, program: programOf(text), path: `策${index}` }));
  const modules = await emit(programs);
  let plain = 0;
  for (const { text, program, path } of programs) {
    const code = modules.get(`${path}.ts`) ?? "";
    if (code.includes("isPlain: true")) plain += 1;
    const module = loadModule(code);
    for (let 甲 = 0; 甲 <= 10; 甲 += 1)
      for (let 乙 = 0; 乙 <= 10; 乙 += 1) {
        const answer = module.evaluate({ 甲, 乙 }) as unknown as { exact: Record<string, unknown>; outcomes: unknown };
        const decided = { ...answer.exact };
        expect(answer.outcomes).toBeDefined();
        expect(answer.exact, `${text}\n${甲} ${乙}`).toEqual(decided);
        expect(generated(module, { 甲, 乙 }), text).toEqual(reference(program, { 甲, 乙 }));
      }
  }
  expect(plain).toBeGreaterThan(40);
}, 60_000);
