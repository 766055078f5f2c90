import { describe, expect, it } from "vitest";
import {
  type Finding,
  type Palette,
  plainPalette,
  renderDiagnostic,
  renderDiagnostics,
  summarize,
} from "../../diagnostics/frame.ts";
import { printable } from "../../diagnostics/printable.ts";
import { SourceFile, type Span } from "../../diagnostics/source.ts";

const spanOf = (file: SourceFile, words: string, from = 0): Span => {
  const start = file.text.indexOf(words, from);
  if (start === -1) throw new Error(`「${words}」 is not in the text`);
  return { start, end: start + words.length };
};

const finding = (file: SourceFile, span: Span, rest: Partial<Finding> = {}): Finding => ({
  code: "unknown-term",
  severity: "error",
  message: "找不到这个词",
  hint: undefined,
  file,
  span,
  related: [],
  ...rest,
});

const render = (one: Finding, columns?: number): string => renderDiagnostic(one, { palette: plainPalette, columns });

const mark = (text: string, words: string): string => {
  const file = new SourceFile("甲.policy", text);
  return render(finding(file, spanOf(file, words)));
};

describe("a frame", () => {
  it("puts the mark under Han characters, two columns each", () => {
    const file = new SourceFile("policies/六保/稳岗返还.policy", "条款 甲\n  裁员律 <= 5.5% => 返还 100%\n");
    expect(
      render(finding(file, spanOf(file, "裁员律"), { message: "找不到「裁员律」这个词", hint: "是否指「裁员率」?" })),
    ).toBe(
      [
        "policies/六保/稳岗返还.policy:2:3 错误 [unknown-term] 找不到「裁员律」这个词",
        "  2 |   裁员律 <= 5.5% => 返还 100%",
        "    |   ^^^^^^",
        "  改法: 是否指「裁员率」?",
      ].join("\n"),
    );
  });

  it("counts what stands before the mark by width, not by characters", () => {
    expect(mark("裁员率不高于5.5%的,返还100%。", "返还")).toBe(
      [
        "甲.policy:1:13 错误 [unknown-term] 找不到这个词",
        "  1 | 裁员率不高于5.5%的,返还100%。",
        `    | ${" ".repeat(19)}^^^^`,
      ].join("\n"),
    );
  });

  it("counts full-width punctuation and digits as two columns", () => {
    expect(mark("\uFF11\uFF12\u3000\uFF1A甲", "甲").split("\n").at(-1)).toBe(`    | ${" ".repeat(8)}^^`);
  });

  it("counts curly quotes as one column, inside the mark and before it", () => {
    expect(mark("原文“六保”工作", "“六保”").split("\n").at(-1)).toBe("    |     ^^^^^^");
    expect(mark("原文“六保”工作", "工作").split("\n").at(-1)).toBe(`    | ${" ".repeat(10)}^^^^`);
  });

  it("expands tabs to stops of four columns", () => {
    expect(mark("\t甲\t乙", "乙").split("\n").slice(1)).toEqual(["  1 |     甲  乙", `    | ${" ".repeat(8)}^^`]);
  });

  it("keeps emoji and rare characters whole", () => {
    expect(mark("👨‍👩‍👧𠮷好", "好").split("\n").at(-1)).toBe("    |     ^^");
    const file = new SourceFile("甲.policy", "𠮷好");
    // A span that starts inside a surrogate pair marks the whole character.
    expect(
      render(finding(file, { start: 1, end: 2 }))
        .split("\n")
        .at(-1),
    ).toBe("    | ^^");
  });

  it("marks one column where a span is empty, also past the end of the line", () => {
    const file = new SourceFile("甲.policy", "返还\n");
    expect(
      render(finding(file, { start: 2, end: 2 }))
        .split("\n")
        .slice(0, 3),
    ).toEqual(["甲.policy:1:3 错误 [unknown-term] 找不到这个词", "  1 | 返还", "    |     ^"]);
  });

  it("shows no source where the text is not known", () => {
    const file = new SourceFile("甲.policy", "");
    expect(render(finding(file, { start: 0, end: 0 }, { code: "encoding-gbk", message: "文件是 GBK 编码" }))).toBe(
      "甲.policy:1:1 错误 [encoding-gbk] 文件是 GBK 编码",
    );
  });

  it("leaves the carriage return of a line out", () => {
    expect(mark("返还\r\n金额\r\n", "金额").split("\n").slice(1)).toEqual(["  2 | 金额", "    | ^^^^"]);
  });

  it("marks every line of a span, from its own start or the line's first word to the line's end", () => {
    const file = new SourceFile("甲.policy", "条款 甲\n  甲乙 且\n    丙 => 返还\n条款 乙\n");
    const start = file.text.indexOf("甲乙");
    expect(
      render(finding(file, { start, end: file.text.indexOf("条款 乙") }))
        .split("\n")
        .slice(1),
    ).toEqual(["  2 |   甲乙 且", "    |   ^^^^^^^", "  3 |     丙 => 返还", "    |     ^^^^^^^^^^"]);
  });

  it("leaves out the middle of a long passage and aligns the line numbers", () => {
    const file = new SourceFile("甲.policy", Array.from({ length: 12 }, (_, index) => `第${index + 1}`).join("\n"));
    const span = { start: file.text.indexOf("第2"), end: file.text.length };
    expect(render(finding(file, span)).split("\n").slice(1)).toEqual([
      "   2 | 第2",
      "     | ^^^",
      "   3 | 第3",
      "     | ^^^",
      "   4 | 第4",
      "     | ^^^",
      "  ...",
      "  12 | 第12",
      "     | ^^^^",
    ]);
  });

  it("shows related places with frames of their own, then how to mend it", () => {
    const file = new SourceFile("甲.policy", "条款 甲\n  裁员率 > 5% => 返还 70%\n条款 乙\n  是 => 返还 100%\n");
    const shown = render(
      finding(file, spanOf(file, "返还 100%"), {
        code: "overlap",
        message: "「乙」与「甲」都能成立,返还却不同",
        related: [{ file, span: spanOf(file, "返还 70%"), message: "另一条在这里" }],
        hint: "用「例外于」写明谁优先",
      }),
    );
    expect(shown).toBe(
      [
        "甲.policy:4:8 错误 [overlap] 「乙」与「甲」都能成立,返还却不同",
        "  4 |   是 => 返还 100%",
        "    |         ^^^^^^^^^",
        "  甲.policy:2:15 另一条在这里",
        "  2 |   裁员率 > 5% => 返还 70%",
        `    | ${" ".repeat(17)}^^^^^^^^`,
        "  改法: 用「例外于」写明谁优先",
      ].join("\n"),
    );
  });

  it("shows no place twice", () => {
    const file = new SourceFile("甲.policy", "甲乙\n");
    const here = spanOf(file, "甲");
    const related = [
      { file, span: here, message: "这里" },
      { file, span: spanOf(file, "乙"), message: "那里" },
      { file: new SourceFile("乙.policy", "甲乙\n"), span: here, message: "别处" },
    ];
    const shown = render(finding(file, here, { related }));
    expect(shown.match(/这里|那里|别处/g)).toEqual(["那里", "别处"]);
  });

  it("cuts a line wider than the terminal around the mark", () => {
    const file = new SourceFile("甲.policy", `${"一".repeat(30)}错误${"二".repeat(30)}`);
    // 40 columns less 6 of gutter leave 34, 28 of them for the text: from column 53, a quarter of them before the mark
    // at column 60, to column 81. Whole characters stand on even columns, so 54 to 80 can be shown.
    expect(
      render(finding(file, spanOf(file, "错误")), 40)
        .split("\n")
        .slice(1),
    ).toEqual([`  1 | ...${"一".repeat(3)}错误${"二".repeat(8)}...`, `    | ${" ".repeat(9)}^^^^`]);
  });

  it("lets nothing in a policy act on the terminal, and keeps the columns", () => {
    const shown = mark("甲\u001B[31m乙\u202E丙", "丙");
    expect(shown.split("\n").slice(1)).toEqual(["  1 | 甲\uFFFD[31m乙\uFFFD丙", `    | ${" ".repeat(10)}^^`]);
    expect(printable("甲\u0007\u200B乙")).toBe("甲\uFFFD\uFFFD乙");
  });

  it("colours through the palette alone", () => {
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const palette: Palette = {
      error: tag("错"),
      warning: tag("警"),
      info: tag("提"),
      strong: tag("重"),
      quiet: tag("轻"),
    };
    const file = new SourceFile("甲.policy", "甲乙");
    const shown = renderDiagnostic(finding(file, spanOf(file, "乙"), { severity: "warning", code: "gap" }), {
      palette,
    });
    expect(shown).toBe(
      [
        "甲.policy:1:2 <警>警告</警> <轻>[gap]</轻> <重>找不到这个词</重>",
        "<轻>  1 |</轻> 甲乙",
        "<轻>    |</轻>   <警>^^</警>",
      ].join("\n"),
    );
  });
});

describe("several findings", () => {
  const first = new SourceFile("一.policy", "甲\n乙\n");
  const second = new SourceFile("丁.policy", "丙");

  it("are sorted by file and place, and counted at the end", () => {
    const shown = renderDiagnostics(
      [
        finding(second, { start: 0, end: 1 }, { severity: "warning", code: "gap", message: "第三" }),
        finding(first, { start: 2, end: 3 }, { message: "第二" }),
        finding(first, { start: 0, end: 1 }, { message: "第一" }),
      ],
      { palette: plainPalette },
    );
    expect(shown).toBe(
      [
        "一.policy:1:1 错误 [unknown-term] 第一",
        "  1 | 甲",
        "    | ^^",
        "",
        "一.policy:2:1 错误 [unknown-term] 第二",
        "  2 | 乙",
        "    | ^^",
        "",
        "丁.policy:1:1 警告 [gap] 第三",
        "  1 | 丙",
        "    | ^^",
        "",
        "2 个错误,1 个警告",
        "",
      ].join("\n"),
    );
  });

  it("are nothing at all where there are none", () => {
    expect(renderDiagnostics([], { palette: plainPalette })).toBe("");
    expect(summarize([])).toBe("");
  });
});
