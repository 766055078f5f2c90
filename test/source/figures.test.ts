import { describe, expect, it } from "vitest";
import { agrees, type FigureValue, quantityValue, ratioValue } from "../../compiler/source/figures.ts";
import { readFigures } from "../../compiler/source/read-figures.ts";
import { formatRational, rational } from "../../grammar/rational.ts";
import { normalizeWidth } from "../../grammar/width.ts";

function show(value: FigureValue): string {
  if (value.kind === "year") return `${value.year}年`;
  if (value.kind !== "quantity") return value.iso;
  const unit = value.unit === "ratio" ? "" : (value.unit ?? "?");
  return `${formatRational(value.value)}${unit}${value.per.map((name) => `/${name}`).join("")}`;
}

/** `原文=值|值`; those that need not be encoded in brackets. */
function read(text: string, year = 2020): string[] {
  const normal = normalizeWidth(text);
  return readFigures(normal, year).map((figure) => {
    const shown = `${normal.slice(figure.start, figure.end)}=${figure.values.map(show).join("|")}`;
    return figure.needed ? shown : `(${shown})`;
  });
}

describe("figures of running text", () => {
  it.each([
    ["1.7万人", ["1.7万人=17000人"]],
    ["10亿元以上", ["10亿元=1000000000元"]],
    ["3000万立方米", ["3000万立方米=30000000立方米"]],
    ["5.5%、0.5‰", ["5.5%=0.055", "0.5‰=0.0005"]],
    ["三分之一以上", ["三分之一=1/3"]],
    ["十分之一,万分之五,一百日", ["十分之一=0.1", "万分之五=0.0005", "一百日=100天"]],
    ["百分之六十", ["百分之六十=0.6"]],
    ["千分之五", ["千分之五=0.005"]],
    ["六成、八折", ["六成=0.6", "八折=0.8"]],
    ["3个百分点", ["3个百分点=0.03"]],
    ["两百万元,一万二千元", ["两百万元=2000000元", "一万二千元=12000元"]],
    ["每亩1.2万元", ["1.2万元=12000元"]],
    ["1000元—2000元/人", ["1000元=1000元", "2000元/人=2000元/人"]],
    ["三个月、一个月、一年期、半年", ["三个月=3月", "一个月=1月", "一年=12月", "半年=6月"]],
    ["3—5年", ["3=36月", "5年=60月"]],
    ["1—2万元", ["1=10000元", "2万元=20000元"]],
    ["10—20%", ["10=0.1", "20%=0.2"]],
    ["10个工作日内,30日内", ["10个工作日=10工作日", "30日=30天"]],
    ["年满60周岁", ["60周岁=60岁"]],
    ["得分60分以上", ["60分=0.6元|60?"]],
    ["6倍", ["6倍=6"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("reads a rise and a fall as shares, and a halving as a half", () => {
    expect(read("提高1倍")).toEqual(["1倍=2"]);
    expect(read("提高到2倍")).toEqual(["2倍=2"]);
    expect(read("提高10%")).toEqual(["10%=1.1|0.1"]);
    expect(read("压减15%以上")).toEqual(["15%=0.15|0.85"]);
    expect(read("减半计算收入,无息,不计算收入")).toEqual(["减半=0.5", "无息=0", "不计算=0"]);
  });

  it("takes the year last named before a date, else that of 发布", () => {
    expect(read("从4月1日起,2019年及以前,7月1日,12月底", 2021)).toEqual([
      "4月1日=2021-04-01",
      "2019年=2019年",
      "7月1日=2019-07-01",
      "12月底=2019-12-31",
    ]);
    expect(read("2020年4—6月不计算,7—12月减半")).toEqual([
      "2020年4=2020-04",
      "6月=2020-06",
      "不计算=0",
      "7=2020-07",
      "12月=2020-12",
      "减半=0.5",
    ]);
    expect(read("到2020年底")).toEqual(["2020年底=2020-12-31"]);
    expect(read("年底前,全年")).toEqual(["年底=2020-12-31", "(全年=2020-12-31)"]);
    expect(read("二〇二〇年五月十三日")).toEqual(["二〇二〇年五月十三日=2020-05-13"]);
    expect(read("2021—2023年")).toEqual(["2021=2021年", "2023年=2023年"]);
  });

  it.each([
    "一次性补贴,一律收回,一批项目,进一步,统一,第一,唯一,万一",
    "三支一扶、六保、四大国家级产业基地、“三公”经费",
    "大力发展5G,建成5G基站,A4纸,COVID-19",
    "世界500强、12345热线、〔2020〕12号、第3条、(一)、7×24小时、1+8",
    "十分重要,一度,一季度,避免,上半年,下半年,百年大计",
    "(二)促进就业",
  ])("finds none in %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("lets articles and 免 agree without asking that they be encoded", () => {
    expect(read("一个单位,两次以上,一次以上,三项")).toEqual(["(一个=1个)", "两次=2次", "一次=1次", "(三项=3项)"]);
    expect(read("免收费用")).toEqual(["(免=0)"]);
  });
});

describe("agreement by value", () => {
  const yuan = (value: number, per: string[] = []): FigureValue =>
    quantityValue(rational(value), [{ unit: "元", power: 1 }, ...per.map((unit) => ({ unit, power: -1 }))]);

  it("lets a rate's denominator be missing, but not be another", () => {
    expect(agrees(yuan(12000, ["亩"]), yuan(12000))).toBe(true);
    expect(agrees(yuan(12000, ["亩"]), yuan(12000, ["亩"]))).toBe(true);
    expect(agrees(yuan(12000, ["亩"]), yuan(12000, ["人"]))).toBe(false);
  });

  it("tells days from working days and people from money, but counts are counts", () => {
    const of = (unit: string): FigureValue => quantityValue(rational(10), [{ unit, power: 1 }]);
    expect(agrees(of("天"), of("工作日"))).toBe(false);
    expect(agrees(of("人"), of("元"))).toBe(false);
    expect(agrees(of("人"), of("个"))).toBe(true);
    expect(agrees(ratioValue(rational(1)), of("月"))).toBe(false);
  });

  it("takes a year for the number, and a month for its first and last days", () => {
    const bare = quantityValue(rational(2019), undefined);
    expect(agrees(bare, { kind: "year", year: 2019 })).toBe(true);
    expect(agrees({ kind: "date", iso: "2020-06-30" }, { kind: "month", iso: "2020-06" })).toBe(true);
    expect(agrees({ kind: "date", iso: "2020-06-29" }, { kind: "month", iso: "2020-06" })).toBe(false);
    expect(agrees({ kind: "date", iso: "2020-12-31" }, { kind: "year", year: 2020 })).toBe(true);
    expect(agrees({ kind: "date", iso: "2021-12-31" }, { kind: "year", year: 2020 })).toBe(false);
  });
});
