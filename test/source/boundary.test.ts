import { describe, expect, it } from "vitest";
import { boundaryAt, conventionsOf } from "../../compiler/source/boundary.ts";
import { readFigures } from "../../compiler/source/read-figures.ts";
import { codes, codesOf } from "./support.ts";

function boundaries(text: string): (string | undefined)[] {
  const figures = readFigures(text, 2020);
  return figures.map((_figure, index) => boundaryAt(text, figures, index, conventionsOf(text))?.operator);
}

describe("boundaries that a text draws", () => {
  it.each([
    ["不高于5.5%", ["<="]],
    ["不得超过6个月", ["<="]],
    ["500人以下", ["<="]],
    ["500人及以下", ["<="]],
    ["30日以内", ["<="]],
    ["至多3次", ["<="]],
    ["高于5.5%", [">"]],
    ["超过30天", [">"]],
    ["100公里以外", [">"]],
    ["低于10人", ["<"]],
    ["不足3年", ["<"]],
    ["不满18周岁", ["<"]],
    ["未达到60%", ["<"]],
    ["不低于60%", [">="]],
    ["不应少于3人", [">="]],
    ["达到30%以上", [">="]],
    ["3个月及以上", [">="]],
    ["满60周岁", [">="]],
    ["2019年及以前年度", ["<="]],
    ["2019年以前", ["<"]],
    ["2019年以后", [">"]],
    ["500人以下(不含)", ["<"]],
    ["500人(不含)以下", ["<"]],
    ["500人以下(以下含本数,下同)", ["<="]],
    ["超过36000元至144000元", [">", "<="]],
    ["1000元—2000元/人", [">=", "<="]],
    ["增加岗位至500个", [undefined]],
    ["超过10人以上", [undefined]],
  ])("%s", (text, expected) => {
    expect(boundaries(text)).toEqual(expected);
  });

  it("follows what the text says about its own words", () => {
    expect(boundaries("10人以下。本办法所称以上、以下不含本数。20人以上")).toEqual(["<", ">"]);
    expect(boundaries("10人以下。20人以下(以下不含本数,下同)。30人以下。40人以上")).toEqual(["<=", "<", "<", ">="]);
  });
});

describe("boundary-word fires", () => {
  it.each([
    ["裁员率不高于5.5%的,予以办理。", "裁员率 < 5.5% => 应当 办理"],
    ["职工人数500人以下的,予以办理。", "职工人数 < 500人 => 应当 办理"],
    ["职工人数500人以内的,予以办理。", "职工人数 < 500人 => 应当 办理"],
    ["费用不超过100元的,予以办理。", "费用 < 100元 => 应当 办理"],
    ["裁员率高于5.5%的,予以办理。", "裁员率 >= 5.5% => 应当 办理"],
    ["费用超过100元的,予以办理。", "费用 >= 100元 => 应当 办理"],
    ["职工人数低于10人的,予以办理。", "职工人数 <= 10人 => 应当 办理"],
    ["职工人数不足10人的,予以办理。", "职工人数不超过10人的,应当办理。"],
    ["参保不满12个月的,予以办理。", "参保月数 <= 1年 => 应当 办理"],
    ["参保满12个月的,予以办理。", "参保月数 > 12个月 => 应当 办理"],
    ["职工人数不少于10人的,予以办理。", "职工人数 > 10人 => 应当 办理"],
    ["职工人数10人以上的,予以办理。", "10人 < 职工人数 => 应当 办理"],
    ["职工人数10人以上的,予以办理。", "职工人数 = 10人 => 应当 办理"],
    ["职工人数低于10人的,予以办理。", "非 职工人数 > 10人 => 应当 办理"],
    ["2019年及以前年度的费用,予以办理。", "年度 < 2019 => 应当 办理"],
    // Turned round altogether.
    ["裁员率不高于5.5%的,予以办理。", "裁员率 > 5.5% => 应当 办理"],
  ])("%s coded %s", (document, rule) => {
    expect(codesOf(document, rule)).toEqual(["boundary-word"]);
  });

  it("where the document says that 以下 leaves the number out and the policy does not", () => {
    const document = "职工人数10人以下的,予以办理。本办法所称以下不含本数。";
    const statement = "条款 某\n  原文「职工人数10人以下的,予以办理」\n  职工人数10人以下的,应当办理。\n";
    expect(codes(document, statement)).toEqual(["boundary-word"]);
    expect(codes(document, statement, "以下 不含本数")).toEqual([]);
  });

  it("where the policy says that 以下 leaves the number out and the document says the contrary", () => {
    const document = "职工人数10人以下(以下含本数,下同)的,予以办理。";
    const statement = "条款 某\n  原文「职工人数10人以下」\n  职工人数10人以下的,应当办理。\n";
    expect(codes(document, statement, "以下 不含本数")).toEqual(["boundary-word"]);
    expect(codes(document, statement)).toEqual([]);
  });

  it("inside a definition, a target and a table", () => {
    const defined =
      "定义\n  小企业 = 职工人数 < 500人\n条款 某\n  原文「500人以下的企业,予以办理」\n  小企业 => 应当 办理\n";
    expect(codes("500人以下的企业,予以办理。", defined)).toEqual(["boundary-word"]);
    const target = "指标 某\n  原文「职工人数达到10人以上」\n  职工人数 > 10人\n";
    expect(codes("职工人数达到10人以上。", target)).toEqual(["boundary-word"]);
    const table =
      "表 某\n  原文「10人以下补贴100元,超过10人补贴50元」\n  | 职工人数 | 补贴 |\n  | 不足10人 | 100元 |\n  | 10人以上 | 50元 |\n";
    expect(codes("10人以下补贴100元,超过10人补贴50元。", table)).toEqual(["boundary-word", "boundary-word"]);
  });
});

describe("boundary-word stays silent", () => {
  it.each([
    ["裁员率不高于5.5%的,予以办理。", "裁员率 <= 5.5% => 应当 办理"],
    ["裁员率不高于5.5%的,予以办理。", "非 裁员率 > 5.5% => 应当 办理"],
    ["职工人数低于10人的,予以办理。", "职工人数 < 10人 => 应当 办理"],
    ["参保满12个月的,予以办理。", "参保月数 >= 1年 => 应当 办理"],
    ["增加10人,予以办理。", "职工人数 >= 10人 => 应当 办理"],
    ["超过30人的,不予办理。", "职工人数 <= 30人 => 应当 办理"],
    ["收入10元至20元的,予以办理。", "收入 在 10元 至 20元 => 应当 办理"],
    ["收入超过10元至20元的,予以办理。", "收入 超过 10元 至 20元 => 应当 办理"],
    ["可按不超过100元补贴。", "=> 可 补贴 不超过 100元"],
    ["职工人数低于10人的,予以办理。", "职工人数 <= 10人 => 应当 办理 推定「低于含本数,按惯例」"],
  ])("%s coded %s", (document, rule) => {
    expect(codesOf(document, rule)).toEqual([]);
  });

  it("for both sides of one boundary in one clause, and for the rest of a definition", () => {
    const both =
      "条款 某\n  原文「职工人数低于10人的,予以办理」\n  职工人数 < 10人 => 应当 办理\n  职工人数 >= 10人 => 应当 其余项\n";
    expect(codes("职工人数低于10人的,予以办理。", both)).toEqual([]);
    const defined =
      "定义\n  小企业 = 职工人数 <= 500人\n条款 某\n  原文「超过500人的企业,予以办理」\n  非 小企业 => 应当 办理\n";
    expect(codes("超过500人的企业,予以办理。", defined)).toEqual([]);
  });
});
