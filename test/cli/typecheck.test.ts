import { describe, expect, it } from "vitest";
import { typeCheck } from "../../cli/typecheck.ts";

describe("the type check of generated modules", () => {
  it("passes modules that import the runtime and each other", async () => {
    const modules = new Map([
      ["甲.ts", 'import type { Determined } from "guiju/runtime";\nexport type 结果 = Determined;\n'],
      ["深/乙.ts", 'import type { 结果 } from "../甲.js";\nexport const 状态: 结果["status"] = "determined";\n'],
      ["manifest.json", "{}"],
    ]);
    expect(await typeCheck(modules)).toEqual([]);
  });

  it("names the place of what does not pass", async () => {
    const checked = await typeCheck(new Map([["甲.ts", 'export const 数: number = "一";\n']]));
    expect(checked).toEqual(["甲.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'."]);
  });

  it("has nothing against no modules", async () => {
    expect(await typeCheck(new Map())).toEqual([]);
  });
});
