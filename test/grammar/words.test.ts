/** Numerals, literals, units, names and the keyword table. */
import { describe, expect, it } from "vitest";
import { keywords, nearest, unitTable } from "../../grammar/index.ts";
import { readGrain, readLiterals } from "../../grammar/literals.ts";
import { readFraction, readNumeral } from "../../grammar/numerals.ts";
import { formatRational } from "../../grammar/rational.ts";
import { UnitReader, unitText } from "../../grammar/units.ts";
import { isBareName, normalizeWidth } from "../../grammar/width.ts";

const numeral = (text: string): string | undefined => {
  const value = readNumeral(text);
  return value === undefined ? undefined : formatRational(value);
};

describe("Chinese numerals", () => {
  it.each([
    ["零", "0"],
    ["十", "10"],
    ["十五", "15"],
    ["二十", "20"],
    ["两百", "200"],
    ["一百零五", "105"],
    ["一百一十", "110"],
    ["三千零五十", "3050"],
    ["一万二千", "12000"],
    ["二十五万", "250000"],
    ["一亿零五百万", "105000000"],
    ["四百亿", "40000000000"],
    ["二〇二〇", "2020"],
    ["五点五", "5.5"],
    ["半", "0.5"],
    ["一半", "0.5"],
  ])("%s is %s", (text, value) => expect(numeral(text)).toBe(value));

  it.each(["一百二", "一万二", "百", "十十", "一百百", ""])("%j is not certain", (text) =>
    expect(numeral(text)).toBeUndefined(),
  );

  it.each([
    ["三", "一", "1/3"],
    ["百", "六十", "0.6"],
    ["千", "五", "0.005"],
    ["百", "5.5", "0.055"],
    ["万", "一", "0.0001"],
  ])("%s分之%s is %s", (bottom, top, value) => {
    const fraction = readFraction(bottom, top);
    expect(fraction && formatRational(fraction)).toBe(value);
  });
});

const units = new UnitReader(["兆瓦"]);
function literal(text: string): string {
  const longest = readLiterals(text, 0, units)[0];
  if (longest === undefined) return "none";
  const { end, literal: of } = longest;
  const rest = text.slice(end);
  const tail = rest === "" ? "" : ` then ${rest}`;
  switch (of.kind) {
    case "quantity":
      return `${formatRational(of.value)}${of.factors === undefined ? "" : unitText(of.factors)} ${of.notation}${tail}`;
    case "monthSpan":
      return `${of.from}..${of.to}${tail}`;
    default:
      return `${of.kind} ${of.iso}${of.exists ? "" : " (none)"}${tail}`;
  }
}

describe("literals", () => {
  it.each([
    ["5.5%", "0.055 percent"],
    ["0.5‰", "0.0005 perMille"],
    ["500人", "500人 unit"],
    ["500 人", "500人 unit"],
    ["1.7万人", "17000人 unit"],
    ["25万个", "250000个 unit"],
    ["400亿元", "40000000000元 unit"],
    ["830元/月", "830元/月 unit"],
    ["1000元/人", "1000元/人 unit"],
    ["5元/(人·月)", "5元/(人·月) unit"],
    ["5元/人·月", "5元/(人·月) unit"],
    ["6个月", "6月 unit"],
    ["10个工作日", "10工作日 unit"],
    ["30日", "30天 unit"],
    ["15周岁", "15岁 unit"],
    ["3000万立方米", "30000000立方米 unit"],
    ["5千克", "5千克 unit"],
    ["3百万元", "3000000元 unit"],
    ["三分之一", "1/3 fraction"],
    ["百分之六十", "0.6 percent"],
    ["千分之五", "0.005 perMille"],
    ["6倍", "6 times"],
    ["一个月", "1月 unit"],
    ["两百元", "200元 unit"],
    ["一年", "1年 unit"],
    ["5兆瓦", "5兆瓦 unit"],
    ["100", "100 bare"],
    ["2020-04-01", "date 2020-04-01"],
    ["2020年4月1日", "date 2020-04-01"],
    ["2020-02-30", "date 2020-02-30 (none)"],
    ["2020-04", "month 2020-04"],
    ["2020年4月", "month 2020-04"],
    ["2020年4—6月", "2020-04..2020-06"],
    ["2020年4月至6月", "2020-04..2020-06"],
    ["2019年", "2019年 unit"],
    ["5G基站", "none"],
    ["500人以下", "500人 unit then 以下"],
  ])("%s is %s", (text, shown) => expect(literal(text)).toBe(shown));

  it.each([
    ["分", "1分"],
    ["百元", "100元"],
    [" 1", "1"],
    ["0.1元", "0.1元"],
    ["整数", "1"],
    ["两位小数", "0.01"],
    ["兆瓦", "1兆瓦"],
  ])("a grain of %j is %s", (text, shown) => {
    const grain = readGrain(text, 0, units);
    expect(grain && `${formatRational(grain.step)}${grain.unit ?? ""}`).toBe(shown);
  });
});

describe("units", () => {
  it("convert where they share a base, and keep counts apart", () => {
    const entry = (name: string): string => {
      const found = unitTable.get(name);
      return found === undefined ? "" : `${formatRational(found.factor)} ${found.base}`;
    };
    expect(["元", "角", "分", "厘"].map(entry)).toEqual(["1 元", "0.1 元", "0.01 元", "0.001 元"]);
    expect(["月", "个月", "年", "天", "日", "工作日"].map(entry)).toEqual([
      "1 月",
      "1 月",
      "12 月",
      "1 天",
      "1 天",
      "1 工作日",
    ]);
    const counts = ["人", "个", "户", "家", "岁", "吨", "亩", "平方米", "立方米", "件", "次"];
    expect(new Set(counts.map((name) => unitTable.get(name)?.base)).size).toBe(counts.length);
    expect(unitTable.get("周岁")?.base).toBe("岁");
  });
});

describe("names", () => {
  const terms = ["裁员率", "裁员人数", "参保职工人数", "返还", "返还金额", "低保标准"];
  it.each([
    ["裁员律", "裁员率"],
    ["裁员数", "裁员人数"],
    ["参保人数", "参保职工人数"],
    ["反还", "返还"],
    ["保低标准", "低保标准"],
    ["基站", undefined],
    ["甲", undefined],
  ])("%s is nearest to %s", (name, meant) => expect(nearest(name, terms)).toBe(meant));

  it("do not depend on the order of candidates", () => {
    expect(nearest("裁员数", [...terms].reverse())).toBe("裁员人数");
  });

  it.each([
    ["5G基站", true],
    ["甲·乙_1", true],
    ["𠮷野家", true],
    ["123", false],
    ["甲(乙)", false],
    ["甲 乙", false],
    ["", false],
  ])("%j stands bare: %s", (name, bare) => expect(isBareName(name)).toBe(bare));

  it("normalise unit for unit", () => {
    const text = "　Ａ（１，５）：％；“六保”𠮷。、";
    expect(normalizeWidth(text)).toBe(" A(1,5):%;“六保”𠮷。、");
    expect(normalizeWidth(text)).toHaveLength(text.length);
  });
});

describe("the keyword table", () => {
  it("documents every word, and gives a boundary to every comparison that has one", () => {
    expect(keywords.filter(({ doc }) => doc === "")).toEqual([]);
    const boundary = (word: string): string | undefined =>
      keywords.find((keyword) => keyword.category === "比较" && keyword.word === word)?.boundary;
    expect(["不高于", "以上", "以内", "满", "达到"].map(boundary)).toEqual(Array.from({ length: 5 }, () => "含本数"));
    expect(["低于", "超过", "以外", "不满", "未满"].map(boundary)).toEqual(Array.from({ length: 5 }, () => "不含本数"));
  });
});
