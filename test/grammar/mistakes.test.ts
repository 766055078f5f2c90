/** Slips that drafters make: each has one finding, in its place, and the right way to mend it. */
import { describe, expect, it } from "vitest";
import { clauses, codes, find, places, read, rules, show } from "./support.ts";

const declared = `输入
  裁员率: 比例
  面积: 亩
  人数: 人
  类别: 甲类 | 乙类 | 小微
  有劳动能力: 是否
  认定日期: 日期
  上期质量等级: 数
结果
  返还: 比例
  奖励金额: 元
  推荐上岗: 事项
`;
/** Lines are counted from the first one after the declarations. */
const at = (text: string): string[] =>
  places(declared + text).map((place) =>
    place.replace(/ (\d+):/, (_, line: string) => ` ${Number(line) - declared.split("\n").length + 1}:`),
  );
const rule = (text: string): string[] => at(`条款 甲\n  ${text}`);

describe("headings", () => {
  it.each([
    ["条款 甲 例外与 乙\n  => 返还 1%", "heading-extra 1:6 「例外与」"],
    ["条款:甲\n  => 返还 1%", "heading-colon 1:1 「条款:」"],
    ["条款甲\n  => 返还 1%", "heading-space 1:1 「条款」"],
    ["条款 小型企业(一)\n  => 返还 1%", "malformed-name 1:4 「小型企业(一)」"],
    ["条款\n  => 返还 1%", "heading-name-missing 1:1 「条款」"],
    ["条宽 甲\n  => 返还 1%", "unknown-heading 1:1 「条宽」"],
    ["输入:\n  甲: 人", "heading-colon 1:1 「输入:」"],
    ["输入 人数\n  甲: 人", "heading-extra 1:4 「人数」"],
    ["发布 2020-02-30", "no-such-date 1:4 「2020-02-30」"],
    ["非规则「加强工作」", "unfinished-statement 1:4 「「加强工作」」"],
    ["引用 甲 《乙》", "unexpected-text 1:6 「《乙》」"],
    ["依据 意见", "unexpected-text 1:4 「意见」"],
  ])("%j", (text, finding) => expect(at(text)).toEqual([finding]));

  it("left out over declarations are missed once, and the names stay declared", () => {
    const text =
      "其余 不适用\n\n  户数: 户\n  口数: 人\n结果\n  返还: 比例\n条款 甲\n  户数 > 1户 且 口数 > 2人 => 返还 1%\n";
    expect(places(text)).toEqual(["body-without-heading 3:3 「户数: 户」"]);
  });

  it("go on in deeper lines, whatever a quotation in them holds", () => {
    expect(codes("责任单位 市财政局、\n  市税务局\n")).toEqual([]);
    expect(codes("非规则「总目标\n  目标: 稳定就业」 理由「是目标」\n")).toEqual([]);
  });

  it("say what was meant", () => {
    const hint = (text: string): string | undefined => read(text).diagnostics[0]?.hint;
    expect(hint("条款 甲 例外与 乙\n  => 返还 1%")).toBe("是否指「例外于」?");
    expect(hint("条宽 甲")).toBe("是否指「条款」?");
    expect(hint("条款 小型 企业\n  => 返还 1%")).toContain("名称里不能有空格");
  });

  it("open their section even so", () => {
    const { tree } = read(`${declared}条款:甲\n  => 返还 1%\n条款 乙 例外与 甲\n  => 返还 2%\n`);
    expect(clauses(tree).map(({ name }) => name.text)).toEqual(["甲", "乙"]);
    expect(rules(tree)).toEqual(["always => 返还 1/100", "always => 返还 1/50"]);
  });

  it("that are unknown keep their lines from the section above", () => {
    const { tree } = read(`${declared}条款 甲\n  => 返还 1%\n附则\n  裁员率 <= 5% => 返还 2%\n`);
    expect(rules(tree)).toEqual(["always => 返还 1/100"]);
  });
});

describe("rules", () => {
  it.each([
    ["裁员率 <= 5% 返还 1%", "missing-arrow 2:3 「裁员率 <= 5% 返还 1%」"],
    ["裁员率 <= 5% => => 返还 1%", "doubled-arrow 2:16 「=>」"],
    ["裁员率 <= 5% =>", "missing-result 2:13 「=>」"],
    ["的,奖励金额 5元", "empty-condition 2:3 「的,」"],
    ["裁员率不高于5%的返还1%", "condition-without-comma 2:11 「的」"],
    ["有劳动能力, 面积 > 5亩 => 返还 1%", "comma-in-condition 2:8 「,」"],
    ["类别属于甲类,小微的,返还1%", "list-comma 2:9 「,」"],
    ["面积10亩以上、人数5人以下的,返还1%", "mixed-subjects 2:10 「、人数5人」"],
    ["有劳动能力 面积 > 5亩 => 返还 1%", "missing-operator 2:3 「有劳动能力 面积」"],
    ["裁员率 <= => 返还 1%", "unexpected-text 2:10 「=>」"],
    ["裁员率 <= 5% => 返还 1% 以上", "stray-text 2:22 「以上」"],
    [">= 5% => 返还 1%", "missing-subject 2:3 「>= 5%」"],
    ["面积 超过 10亩 以上 => 返还 1%", "mixed-boundaries 2:6 「超过 10亩 以上」"],
    ["(面积 > 10亩 => 返还 1%", "unbalanced-parenthesis 2:3 「(」"],
    ["面积 > 10亩) => 返还 1%", "unbalanced-parenthesis 2:11 「)」"],
    ["=> 推荐上岗, 期限 30日内", "deadline-without-start 2:12 「期限 30日内」"],
    ["=> 推荐上岗, 期限 认定日期 起 10内", "deadline-unit 2:22 「10」"],
    ["=> 推荐上岗, 四舍五入到分", "rounding-without-value 2:12 「四舍五入到分」"],
    ["=> 奖励金额 5元, 四舍五入到", "grain-missing 2:15 「四舍五入到」"],
  ])("%s", (text, finding) => expect(rule(text)).toEqual([finding]));

  it("indented too deep go on with the line above, and the hint says so", () => {
    const { diagnostics } = read(`${declared}条款 甲\n  面积 > 5亩 => 返还 1%\n   面积 < 5亩 => 返还 2%\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["doubled-arrow"]);
    expect(diagnostics[0]?.hint).toContain("与上一行对齐");
  });

  it("at the margin are reported once and read all the same", () => {
    const text = `${declared}条款 甲\n裁员率 <= 5% => 返还 1%\n裁员率 > 5% => 返还 2%\n`;
    expect(codes(text)).toEqual(["unindented-line"]);
    expect(rules(read(text).tree)).toEqual(["裁员率 <= 1/20 => 返还 1/100", "裁员率 > 1/20 => 返还 1/50"]);
  });
});

describe("numbers, dates and characters", () => {
  it.each([
    ["裁员率 <= 5。5% => 返还 1%", "digits-separated 2:10 「5。5%」"],
    ["面积 > 1,000亩 => 返还 1%", "digits-separated 2:8 「1,000亩」"],
    ["面积 > 1000.5.5亩 => 返还 1%", "digits-separated 2:8 「1000.5.5亩」"],
    ["认定日期 > 2020-13-01 => 返还 1%", "no-such-date 2:10 「2020-13-01」"],
    ["认定日期 > 2019年2月29日 => 返还 1%", "no-such-date 2:10 「2019年2月29日」"],
    ["面积 > 10匹 => 返还 1%", "unknown-unit 2:10 「匹」"],
    ["面积 > 10匹 且 面积 < 20匹 => 返还 1%", "unknown-unit 2:10 「匹」"],
    ["面积 @ 10亩 => 返还 1%", "unreadable-character 2:6 「@」"],
    ["面积 > 10亩 」=> 返还 1%", "unreadable-character 2:12 「」」"],
  ])("%s", (text, finding) => expect(rule(text)).toEqual([finding]));

  it("leap days exist in leap years", () => {
    expect(rule("认定日期 > 2020-02-29 => 返还 1%")).toEqual([]);
    expect(rule("认定日期 > 1900-02-29 => 返还 1%")).toEqual(["no-such-date 2:10 「1900-02-29」"]);
  });

  it("an open quotation ends with its line and spoils nothing below", () => {
    const text = `${declared}条款 甲\n  原文「裁员率不高于\n  裁员率 <= 5% => 返还 1%\n条款 乙\n  => 返还 2%\n`;
    expect(codes(text)).toEqual(["unclosed-quote"]);
    expect(rules(read(text).tree)).toEqual(["裁员率 <= 1/20 => 返还 1/100", "always => 返还 1/50"]);
  });
});

describe("names", () => {
  it("equal to a keyword are reported where they are declared, not where they are used", () => {
    const text = "输入\n  期限: 月\n结果\n  返还: 比例\n条款 甲\n  期限 <= 12个月 => 返还 1%\n";
    expect(places(text)).toEqual(["name-is-keyword 2:3 「期限」"]);
  });

  it("of units that no one declared are reported where they are declared, not where they are used", () => {
    const text = "输入\n  容量: 兆瓦\n结果\n  返还: 比例\n条款 甲\n  容量 <= 5兆瓦 => 返还 1%\n";
    expect(places(text)).toEqual(["unknown-type 2:7 「兆瓦」"]);
  });

  it.each([
    ["超过: 元", "name-is-keyword 2:3 「超过」"],
    ["123: 元", "malformed-name 2:3 「123」"],
    ["甲(乙): 元", "malformed-name 2:3 「甲(乙)」"],
    [": 元", "name-missing 2:3 「:」"],
    ["甲 元", "declaration-without-type 2:3 「甲 元」"],
    ["甲: 日起", "unknown-type 2:6 「日起」"],
    ["甲: 丙、丁", "values-misparted 2:6 「丙、丁」"],
  ])("%s", (text, finding) => expect(at(`输入\n  ${text}`)).toEqual([finding]));

  it("stay declared where their declaration cannot be read", () => {
    const { tree, diagnostics } = read(
      "输入\n  甲 元\n  乙: 万元\n  或有负债: 元\n结果\n  丙: 比例\n条款 一\n  甲 > 1元 且 乙 > 1元 且 或有负债 > 1元 => 丙 1%\n",
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["declaration-without-type", "unknown-type"]);
    expect(find(tree, "InputSection")[0]?.inputs.map(({ name, type }) => `${name.text} ${type.kind}`)).toEqual([
      "甲 BrokenType",
      "乙 BrokenType",
      "或有负债 UnitType",
    ]);
    expect(rules(tree)).toEqual(["And(甲 > 1元; 乙 > 1元; 或有负债 > 1元) => 丙 1/100"]);
  });

  it("may be a type's word after all, and a keyword in 「」", () => {
    const { tree, diagnostics } = read(
      "输入\n  月份: 月份\n  「期限」: 月\n结果\n  返还: 比例\n条款 甲\n  月份 = 2020-04 且 「期限」 > 3个月 => 返还 1%\n",
    );
    expect(diagnostics).toEqual([]);
    expect(rules(tree)).toEqual(["And(月份 = 2020-04; 期限 > 3月) => 返还 1/100"]);
  });

  it("that no one declared are named once, with the nearest and every place", () => {
    const { diagnostics, tree } = read(`${declared}条款 甲\n  裁员律 <= 5% => 返还 1%\n  裁员律 > 5% => 反还 2%\n`);
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ["unknown-term", "是否指「裁员率」?"],
      ["unknown-term", "是否指「返还」?"],
    ]);
    expect(diagnostics[0]?.related).toHaveLength(1);
    expect(rules(tree)[0]).toBe("裁员律? <= 1/20 => 返还 1/100");
  });
});

describe("sections", () => {
  it.each([
    ["条款 甲\n  原文「x」", "clause-without-rule 1:1 「条款 甲」"],
    ["条款 甲\n  但 有劳动能力 的除外\n  => 返还 1%", "proviso-without-rule 2:3 「但 有劳动能力」"],
    ["表 甲\n  | 面积 | 返还 |\n  | 1亩 |", "table-cell-count 3:3 「| 1亩 |」"],
    ["表 甲\n  | 面积 | 返还 |", "table-without-rows 1:1 「表 甲」"],
    ["指标 甲\n  期限 2020-12-31", "requirement-missing 1:1 「指标 甲」"],
    ["指标 甲\n  面积 > 1亩\n  人数 > 1人", "second-requirement 3:3 「人数 > 1人」"],
    ["约束 甲\n  >= 上期质量等级", "missing-subject 2:3 「>= 上期质量等级」"],
    ["算例 甲\n  人数 = 1人", "case-without-expectation 1:1 「算例 甲」"],
    ["算例 甲\n  人数 = 1人\n  => 返还 满足", "verdict-on-outcome 3:9 「满足」"],
    ["条款 甲\n\t=> 返还 1%\n  => 返还 2%", "mixed-indentation 2:1 「\t」"],
  ])("%j", (text, finding) => expect(at(text)).toEqual([finding]));

  it("need a heading", () => expect(codes("  人数: 人\n")).toEqual(["body-without-heading"]));
});

describe("several mistakes in one file", () => {
  it("are reported once each, and all good rules are kept", () => {
    const { tree, diagnostics } = read(`${declared}条款 一
  人数 > 1人 => 返还 1%
  人数 > => 返还 2%
  人数 > 3人 => 返还 3%
条款 二
  人数 > 4人 返还 4%
  面积 > 5亩 => 返还 5%
  面积 > 6匹 => 返还 6%
  面积 > 7亩 => 返还 7%
  人书 > 8人 => 返还 8%
条款 三 例外与 二
  人数 > 9人 => 返还 9%
  (人数 > 10人 => 返还 10%
  人数 > 11人 => 返还 11%
  类别 属于 甲类,小微 => 返还 12%
  人数 > 13人 => 返还 13% 以上
  人数 > 14人 => 返还 14%
条款 四
  原文「人数
  人数 > 15人 => 返还 15%`);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "unexpected-text",
      "missing-arrow",
      "unknown-unit",
      "unknown-term",
      "heading-extra",
      "unbalanced-parenthesis",
      "list-comma",
      "stray-text",
      "unclosed-quote",
    ]);
    const kept = clauses(tree).map((clause) =>
      clause.rules.map(({ results }) => (results[0]?.value === undefined ? "" : show(results[0].value))),
    );
    expect(kept).toEqual([
      ["1/100", "3/100"],
      ["1/20", "3/50", "7/100", "2/25"],
      ["9/100", "11/100", "7/50"],
      ["3/20"],
    ]);
  });
});
