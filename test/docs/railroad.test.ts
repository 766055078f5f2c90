import { describe, expect, test } from "vitest";
import { drawRule, type Production } from "../../docs/railroad.ts";

const labels = { terminal: (_: string, label: string) => label, rule: (name: string) => name };
const terminal = (label: string) => ({ type: "Terminal", name: label, label });
const drawn = (...definition: Production[]): string => drawRule({ type: "Rule", name: "例", definition }, labels);
const wordsIn = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, word = ""]) => word);
const heightOf = (svg: string): number => Number(/height="(\d+)"/.exec(svg)?.[1]);

describe("railroad diagrams", () => {
  test("a sequence stands on one line", () => {
    const svg = drawn(terminal("条款"), terminal("名称"));
    expect(wordsIn(svg)).toEqual(["条款", "名称"]);
    expect(heightOf(svg)).toBe(26 + 16);
  });

  test("ways to choose from stand below each other", () => {
    const way = (label: string) => ({ type: "Alternative", definition: [terminal(label)] });
    const svg = drawn({ type: "Alternation", definition: [way("且"), way("或")] });
    expect(wordsIn(svg)).toEqual(["且", "或"]);
    expect(heightOf(svg)).toBe(26 + 14 + 26 + 16);
  });

  test("a list shows what separates it", () => {
    const svg = drawn({
      type: "RepetitionMandatoryWithSeparator",
      definition: [terminal("词")],
      separator: terminal("、"),
    });
    expect(wordsIn(svg)).toEqual(["词", "、"]);
  });

  test("signs are written so that a browser shows them", () => {
    expect(wordsIn(drawn(terminal("<=")))).toEqual(["&lt;="]);
  });

  test("another rule is a link to its diagram", () => {
    expect(drawn({ type: "NonTerminal", name: "condition" })).toContain('<a href="#condition">');
  });
});
