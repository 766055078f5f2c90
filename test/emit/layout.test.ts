/** Modules are laid out statement by statement: as Prettier lays them out whole, and whatever was laid out before. */
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { Emitter } from "../../compiler/5-emit/index.ts";
import { emitOne, programOf, programsOf } from "./helpers.ts";
import { zoo } from "./zoo.ts";

const programs = programsOf(zoo).map((program) => [program.policy, program] as const);

/** As layout takes all figures to be: days and months keep theirs. */
const ofOneWidth = (text: string): string =>
  text.replaceAll(/(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?![\d_])|\d[\d_]*/g, (figure) =>
    figure.includes("-") ? figure : "999999",
  );

describe("Prettier, given a whole module, has nothing to change", () => {
  test.each(programs)("%s", async (_name, program) => {
    const emitter = await Emitter.load();
    for (const text of [await emitter.module(program), await emitter.declaration(program)]) {
      const plain = ofOneWidth(text);
      expect(await format(plain, { parser: "typescript", printWidth: 120 })).toBe(plain);
    }
  });
});

test("a module does not depend on those before it", async () => {
  const emitter = await Emitter.load();
  const all = [...programs, ...programs.toReversed()];
  const others = new Map<string, string>();
  for (const [name, program] of all) others.set(name, await emitter.module(program));
  for (const [name, program] of programs) expect(others.get(name)).toBe(await emitOne(program));
});

test("clauses that differ in their figures alone keep their own", async () => {
  const clauses = Array.from(
    { length: 30 },
    (_, index) => `条款 第${index}\n  人数 = ${index * 7}人 => 额 ${90_0000 + index}人`,
  );
  const policy = `政策 各档\n其余 不适用\n输入\n  人数: 人\n结果\n  额: 人\n\n${clauses.join("\n")}\n`;
  const text = await emitOne(programOf(policy));
  for (let index = 0; index < 30; index += 1)
    expect(text).toContain(
      `ledger.clause("各档/第${index}", $.equal(facts.人数, ${index * 7}), {\n    results: {\n      额: $.must(${90_0000 + index}),\n    },\n  });`,
    );
});
