import { describe, expect, it } from "vitest";
import { typeCheck, TypeChecker } from "../../cli/typecheck.ts";
import { Random } from "../fuzz/random.ts";

describe("the type check of generated modules", () => {
  it("passes modules that import the runtime, and an index of them", async () => {
    const modules = new Map([
      ["甲.ts", 'import type { Determined } from "guiju/runtime";\nexport type 结果 = Determined;\n'],
      ["深/乙.ts", 'import * as $ from "guiju/runtime";\nexport const 状态: $.Determined["status"] = "determined";\n'],
      ["index.ts", 'export * as 甲 from "./甲.js";\nexport * as _深_2f_乙 from "./深/乙.js";\n'],
      ["manifest.json", "{}"],
    ]);
    expect(await typeCheck(modules)).toEqual([]);
  });

  it("refuses an index that names a module which is not there", async () => {
    const modules = new Map([
      ["甲.ts", "export const 数 = 1;\n"],
      ["index.ts", 'export * as 甲 from "./甲.js";\nexport * as 乙 from "./乙.js";\n'],
    ]);
    expect(await typeCheck(modules)).toEqual([
      "index.ts(2,20): error TS2307: Cannot find module './乙.js' or its corresponding type declarations.",
    ]);
  });

  it("names the place of what does not pass", async () => {
    const checked = await typeCheck(new Map([["甲.ts", 'export const 数: number = "一";\n']]));
    expect(checked).toEqual(["甲.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'."]);
  });

  it("tells the faults of just those that have some, of more modules than are looked at together, again and again", async () => {
    const random = new Random(20_200_513, 0);
    const checker = await TypeChecker.load();
    const modules = new Map<string, string>();
    const faulty = new Set<string>();
    try {
      for (let round = 0; round < 40; round += 1) {
        for (let changes = round === 0 ? 300 : random.below(round % 5 === 0 ? 150 : 4); changes > 0; changes -= 1) {
          const path = `${random.below(4)}/${random.below(50)}.ts`;
          const isFaulty = random.below(10) === 0;
          modules.set(path, `export const 数: number = ${isFaulty ? '"一"' : random.below(1000)};\n`);
          if (isFaulty) faulty.add(path);
          else faulty.delete(path);
        }
        if (round % 7 === 3)
          for (const path of [...modules.keys()].slice(0, 3)) {
            modules.delete(path);
            faulty.delete(path);
          }
        const lines = [...modules.keys()].map(
          (path, index) => `export * as _${index} from "./${path.replace(/ts$/, "js")}";\n`,
        );
        const faults = await checker.check(new Map([...modules, ["index.ts", lines.join("")]]));
        expect([...faults.keys()].toSorted(), `round ${round}`).toEqual([...faulty].toSorted());
        for (const [path, found] of faults)
          expect(found).toEqual([`${path}(1,14): error TS2322: Type 'string' is not assignable to type 'number'.`]);
      }
    } finally {
      await checker.close();
    }
  });

  it("has nothing against no modules", async () => {
    expect(await typeCheck(new Map())).toEqual([]);
  });
});
