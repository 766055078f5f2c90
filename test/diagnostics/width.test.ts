import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { byCodePoint } from "../../diagnostics/source.ts";
import { displayWidth } from "../../diagnostics/width.ts";

describe("the display width", () => {
  it.each([
    ["", 0],
    ["abc 12%", 7],
    ["裁员率", 6],
    ["原文「六保」", 12],
    ["“六保”", 6],
    ["A\uFF0CB", 4],
    ["\uFF76\uFF9E", 2],
    ["1000元—2000元", 13],
    ["👨‍👩‍👧", 2],
    ["𠮷", 2],
    ["e\u0301", 1],
  ])("of %j is %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("is the same for common characters as the long way gives", () => {
    for (let unit = 0x20; unit < 0xff70; unit += 1) {
      if (unit >= 0xd800 && unit <= 0xdfff) continue;
      const text = String.fromCharCode(unit);
      if (displayWidth(text) !== stringWidth(text)) expect.fail(`U+${unit.toString(16)}`);
    }
  });
});

describe("the order by code point", () => {
  it("puts characters beyond the first plane last, whatever their units", () => {
    expect(["𠮷", "\uFF21", "一", "B", "a", "BA"].toSorted(byCodePoint)).toEqual([
      "B",
      "BA",
      "a",
      "一",
      "\uFF21",
      "𠮷",
    ]);
  });
});
