import { describe, expect, test } from "vitest";
import { applyChange, commandsOf, readBlocks, shownOf, wholePolicy, wordsOf } from "../../docs/examples.ts";

describe("reading examples out of a page", () => {
  test("a block has its language, flags, options and place", () => {
    const [block] = readBlocks("p.md", "# 题\n\n```policy fragment error=overlap\n裁员率 <= 1\n```\n");
    expect(block).toMatchObject({ line: 3, language: "policy", text: "裁员率 <= 1\n" });
    expect(block?.flags.has("fragment")).toBe(true);
    expect(block?.options.get("error")).toBe("overlap");
  });

  test("a fragment is read with the declarations before it, as the rules of a clause", () => {
    const [block] = readBlocks("p.md", "<!-- with\n结果\n  返还: 比例\n-->\n```policy fragment\n=> 返还 100%\n```\n");
    expect(block && wholePolicy(block)).toBe("政策 例\n结果\n  返还: 比例\n\n条款 例\n  => 返还 100%\n");
  });

  test("a fragment with a heading of its own stands at the margin", () => {
    const [block] = readBlocks("p.md", "```policy fragment\n条款 甲\n  => 返还 100%\n```\n");
    expect(block && wholePolicy(block)).toBe("政策 例\n\n条款 甲\n  => 返还 100%\n");
  });

  test("commands have the lines below them as their output", () => {
    const [block] = readBlocks("p.md", "\n```console\n$ guiju check\n一\n二\n$ guiju test\n```\n");
    expect(block && commandsOf(block)).toEqual([
      { line: 3, text: "guiju check", output: "一\n二\n" },
      { line: 6, text: "guiju test", output: "" },
    ]);
  });

  test("a page may show the beginning of what a command prints", () => {
    const command = { line: 1, text: "guiju coverage", output: "一\n…\n" };
    expect(shownOf(command, "一\n二\n三\n")).toBe("一\n…");
    expect(shownOf({ ...command, output: "一\n" }, "一\n二\n")).toBe("一\n二");
  });

  test("single quotes hold words together", () => {
    expect(wordsOf("guiju eval '甲 乙.policy' --json")).toEqual(["guiju", "eval", "甲 乙.policy", "--json"]);
  });

  test("a change replaces lines that stand once, and refuses others", () => {
    expect(applyChange("甲\n乙\n丙\n", "-乙\n+丁\n")).toBe("甲\n丁\n丙\n");
    expect(() => applyChange("甲\n甲\n", "-甲\n+乙\n")).toThrow("stands 2 times");
    expect(() => applyChange("甲\n", "-乙\n")).toThrow("stands 0 times");
  });
});
