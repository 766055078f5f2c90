import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SourceFile } from "../../diagnostics/source.ts";
import { sameTree } from "../../grammar/format.ts";
import { format, parse } from "../../grammar/index.ts";
import { randomFolder } from "../properties/random/policy.ts";
import { vocabulary } from "./support.ts";

const settle = (text: string): string => format(new SourceFile("试.policy", text));
const clause = (text: string): string => settle(`${vocabulary}条款 甲\n${text}`).slice(`${vocabulary}条款 甲\n`.length);

describe("spacing, width and indentation", () => {
  it.each([
    ["  面积<=５亩=>可  返还  ７０％\n", "  面积 <= 5亩 => 可 返还 70%\n"],
    ["    面积  >  5 亩   =>   返还 1%\n", "  面积 > 5 亩 => 返还 1%\n"],
    ["  面积5亩以下的，返还1%。\n", "  面积5亩以下的,返还1%。\n"],
    ["  面积 5亩 以下 的 ， 返还 1%\n", "  面积 5亩 以下 的, 返还 1%\n"],
    ["  =>返还标准 取低( 申请金额 ,5元 )×2,四舍五入到分\n", "  => 返还标准 取低(申请金额, 5元) × 2, 四舍五入到分\n"],
    ["  主体 属于 个体工商户 、 小微企业=>返还 1%\n", "  主体 属于 个体工商户、小微企业 => 返还 1%\n"],
    ["  => 返还标准 -1元\n", "  => 返还标准 -1元\n"],
    ["  => 返还标准 申请金额-1元\n", "  => 返还标准 申请金额 - 1元\n"],
    ["  => 返还 1%   推定「甲」   //  注\n", "  => 返还 1%    推定「甲」  //  注\n"],
    ["  原文 「面积\n      五亩」\n  => 返还 1%\n", "  原文「面积\n    五亩」\n  => 返还 1%\n"],
    ["  面积 > 5亩\n      且 符合条件\n      => 返还 1%\n", "  面积 > 5亩\n    且 符合条件\n    => 返还 1%\n"],
    ["  面积 > 5亩\n  且 符合条件\n  => 返还 1%\n", "  面积 > 5亩\n  且 符合条件\n  => 返还 1%\n"],
    ["  // 甲\n\n\n\n  => 返还 1%\n\n\n", "  // 甲\n\n  => 返还 1%\n"],
    [
      "  符合下列条件之一的:\n       (一)符合条件;\n       (二)有劳动能力\n  => 返还 1%\n",
      "  符合下列条件之一的:\n    (一)符合条件;\n    (二)有劳动能力\n  => 返还 1%\n",
    ],
  ])("%j", (before, after) => {
    expect(clause(before)).toBe(after);
    expect(clause(after)).toBe(after);
  });

  it("of headings and declarations", () => {
    expect(
      settle(
        "政策　甲   施行  2020-01-01   至 2020-12-31\n输入\n    类别 :甲类|乙类\n      |  丙类,默认 甲类\n    费:元/( 人·月 ),至少 0元/(人·月)\n",
      ),
    ).toBe(
      "政策 甲 施行 2020-01-01 至 2020-12-31\n输入\n  类别: 甲类 | 乙类\n    | 丙类, 默认 甲类\n  费: 元/(人·月), 至少 0元/(人·月)\n",
    );
  });

  it("of comments behind types", () => {
    expect(settle("输入\n  人数: 人 // 在册\n  类别: 甲 | // 其一\n    乙 // 其二\n结果\n  补贴: 元//每月\n")).toBe(
      "输入\n  人数: 人  // 在册\n  类别: 甲 |  // 其一\n    乙  // 其二\n结果\n  补贴: 元  //每月\n",
    );
  });

  it("lines up the bars of tables, a Han character two columns wide", () => {
    expect(
      settle(
        `${vocabulary}表 税率表\n | 应纳税所得额 | 税率 |\n | 36000元以下 | 3% | // 第一级\n |超过36000元至144000元|10%|\n | - | 可 20% |\n`,
      ).slice(vocabulary.length),
    ).toBe(
      "表 税率表\n" +
        "  | 应纳税所得额          | 税率   |\n" +
        "  | 36000元以下           | 3%     |  // 第一级\n" +
        "  | 超过36000元至144000元 | 10%    |\n" +
        "  | -                     | 可 20% |\n",
    );
  });
});

describe("what it leaves alone", () => {
  it("is text that cannot be read", () => {
    const text = `${vocabulary}条款 甲\n   面积<=5亩 返还 1%\n`;
    expect(settle(text)).toBe(text);
  });

  it("is an empty file", () => expect(settle("")).toBe(""));
});

describe("the policies of this repository", () => {
  const folder = fileURLToPath(new URL("../../policies/", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".policy"));

  it.each(files)("%s: idempotent, with the same tree and the same comments", (name) => {
    const text = readFileSync(folder + name, "utf8");
    const once = settle(text);
    expect(settle(once)).toBe(once);
    expect(sameTree(parse(new SourceFile(name, text)).tree, parse(new SourceFile(name, once)).tree)).toBe(true);
    const comments = (source: string): string[] => source.match(/\/\/.*$/gm) ?? [];
    expect(comments(once)).toEqual(comments(text).map((comment) => comment.trimEnd()));
  });
});

describe("random policies", () => {
  const policy = randomFolder.map((folder) => Object.values(folder).at(-1) ?? "");
  const tree = (text: string): unknown => parse(new SourceFile("试.policy", text)).tree;
  const pick = fc.infiniteStream(fc.nat(1000));

  /** The same policy as another hand might have typed it: other spaces, widths, empty lines, and comments. */
  const retyped = (text: string, rolls: Iterator<number, unknown>): string => {
    const roll = (sides: number): number => Number(rolls.next().value) % sides;
    return text
      .split("\n")
      .flatMap((line) => {
        const [, indent = "", body = ""] = /^( *)(.*)$/.exec(line) ?? [];
        const typed = body
          .replaceAll(/ +/g, () => " ".repeat(1 + roll(3)))
          .replaceAll(/[,:()|]/g, (sign) => (roll(2) === 0 ? sign : String.fromCodePoint(sign.charCodeAt(0) + 0xfee0)))
          .replaceAll(/\d/g, (digit) => (roll(4) > 0 ? digit : String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)));
        const deeper = indent === "" ? "" : " ".repeat(indent.length + roll(3) * (body.startsWith("|") ? 1 : 0));
        const comment = body !== "" && !body.startsWith("|") && roll(8) === 0 ? ` // 注${roll(100)}` : "";
        return [...(body !== "" && indent === "" && roll(3) === 0 ? ["", ""] : []), `${deeper}${typed}${comment}`];
      })
      .join("\n");
  };

  const comments = (text: string): readonly string[] => text.match(/\/\/.*$/gm) ?? [];

  it("read back as the same tree, and settle once and for all", () => {
    fc.assert(
      fc.property(policy, (text) => {
        const once = settle(text);
        expect(sameTree(tree(once), tree(text)), text).toBe(true);
        expect(settle(once)).toBe(once);
      }),
      { numRuns: 100, seed: 20200513 },
    );
  }, 60_000);

  it("settle alike however they were typed, with every comment", () => {
    let changed = 0;
    fc.assert(
      fc.property(policy, pick, (text, rolls) => {
        const typed = retyped(text, rolls);
        const once = settle(typed);
        expect(sameTree(tree(once), tree(text)), typed).toBe(true);
        expect(comments(once)).toEqual(comments(typed));
        expect(settle(once)).toBe(once);
        if (once !== typed) changed += 1;
      }),
      { numRuns: 100, seed: 20200513 },
    );
    expect(changed).toBe(100);
  }, 60_000);
});
