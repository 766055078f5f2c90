/** Ratios exactly on a threshold, one person below and one above: every threshold from 0.1% to 99.9%. */
import { expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import { compile, evaluate, readInput, SourceFile, toResult } from "../../compiler/index.ts";
import { loadModule } from "./load.ts";

const thresholds = Array.from({ length: 999 }, (_, index) => index + 1);
const percent = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}%`;

/** A few thresholds a policy: every evaluation goes through all clauses of its policy. */
const groups = Array.from({ length: 27 }, (_, index) => thresholds.slice(index * 37, (index + 1) * 37));

const policyText = (group: readonly number[], name: string): string => `政策 ${name}

输入
  总数: 人, 至少 1人
  人数: 人

定义
  占比 = 人数 / 总数

结果
${group.map((tenths) => `  档${tenths}: 数`).join("\n")}

${group
  .map(
    (tenths) =>
      `条款 甲${tenths}\n  占比 <= ${percent(tenths)} => 档${tenths} 1\n条款 乙${tenths}\n  占比高于${percent(tenths)}的,档${tenths} 2。`,
  )
  .join("\n")}
`;

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/** Whole pairs that are exactly the threshold: 55 of 1000, 11 of 200, 1375 of 25000, and very large ones. */
function exactPairs(tenths: number): [part: number, whole: number][] {
  const divisor = greatestCommonDivisor(tenths, 1000);
  const [part, whole] = [tenths / divisor, 1000 / divisor];
  return [1, 2, 3, 7, 25, 125, 9_999, 9_000_000_000].map((times) => [part * times, whole * times]);
}

test("7,992 exactly equal pairs, and their neighbours, for 999 thresholds", async () => {
  const files = groups.map((group, index) => new SourceFile(`界限${index}.policy`, policyText(group, `界限${index}`)));
  const { policies, diagnostics } = compile(files);
  expect(diagnostics).toEqual([]);
  const programs = policies.flatMap(({ program }, index) =>
    program === undefined ? [] : [{ program, path: `界限${index}` }],
  );
  expect(programs.length).toBe(groups.length);
  const modules = await emit(programs);
  for (const [index, { program, path }] of programs.entries()) {
    const module = loadModule(modules.get(`${path}.ts`) ?? "");
    const group = groups[index] ?? [];
    for (const tenths of group)
      for (const [part, whole] of exactPairs(tenths))
        for (const [step, expected] of [
          [-1, "1"],
          [0, "1"],
          [1, "2"],
        ] as const) {
          const answer = module.evaluate({ 总数: whole, 人数: part + step }) as unknown as Record<
            string,
            { value: string }
          >;
          if (answer[`档${tenths}`]?.value !== expected)
            expect.fail(
              `${part + step} of ${whole} against ${percent(tenths)}: ${JSON.stringify(answer[`档${tenths}`])}`,
            );
        }
    const onTheLine = readInput(program, { 总数: 1000, 人数: 55 });
    if (onTheLine.kind === "faults") throw new Error("input refused");
    const evaluated = evaluate(program, onTheLine.values);
    if (evaluated.kind === "faults") throw new Error("evaluation refused");
    const { outcomes } = toResult(program, evaluated);
    for (const tenths of group)
      expect(outcomes[`档${tenths}`]).toMatchObject({ status: "determined", value: tenths >= 55 ? "1" : "2" });
  }
}, 60_000);
