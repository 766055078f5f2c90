import { describe, expect, it } from "vitest";
import { compile, SourceFile } from "../../compiler/index.ts";
import { codes, codesOf, findings, policyOf, publishedDocument, publishedPolicies, quotationCodes } from "./support.ts";

const clause = (quotation: string, rule = "贫困 => 应当 办理"): string => `条款 某\n  原文${quotation}\n  ${rule}\n`;

describe("quotation-not-found", () => {
  const document = "一、补贴\n\n(一)对裁员(减员)率不高于5.5%的企业,按“先办后审”予以办理。对困难企业,优先予以办理。";

  it("shows the nearest passage and where the two differ", () => {
    const [found, ...rest] = findings(document, clause("「对裁员(减员)率高于5.5%的企业,按“先办后审”予以办理」"));
    expect(rest).toEqual([]);
    expect(found?.code).toBe("quotation-not-found");
    expect(found?.severity).toBe("error");
    expect(found?.related[0]?.message).toBe("文件里最接近的一段,在一(一)");
    expect(found?.hint).toContain("引文作「)率高于」,文件作「)率不高于」");
    expect(found?.related[0]?.file.path).toBe("办法.md");
    const span = found?.related[0]?.span ?? { start: 0, end: 0 };
    expect(found?.related[0]?.file.text.slice(span.start, span.end)).toBe(
      "对裁员(减员)率不高于5.5%的企业,按“先办后审”予以办理",
    );
  });

  it("shows no passage where nothing is near", () => {
    const [found] = findings(document, clause("「本市户籍居民均可申请」"));
    expect([found?.code, found?.related]).toEqual(["quotation-not-found", []]);
  });

  it("says so where the parts stand in another order", () => {
    const [found] = findings(document, clause("「予以办理……对裁员(减员)率」", "贫困 => 应当 办理"));
    expect(found?.code).toBe("quotation-not-found");
    expect(found?.hint).toContain("次序");
  });

  it("checks the quotations of 非规则 too", () => {
    expect(codes(document, "非规则「对重点企业优先」 理由「号召」\n")).toEqual(["quotation-not-found"]);
    expect(codes(document, "非规则「对困难企业,优先予以办理」 理由「号召」\n")).toEqual([]);
  });

  it.each([
    "「对裁员(减员)率不高于5.5%的企业,按‘先办后审’予以办理」",
    "“对裁员(减员)率不高于5.5%的企业”",
    "「对裁员(减员)率不高于 5.5% 的企业」",
    "「对裁员……企业,按……办理」",
    "「对裁员(减员)率...予以办理」",
    "「对困难企业」「对裁员(减员)率」",
  ])("finds %s", (quotation) => {
    expect(codes(document, clause(quotation))).not.toContain("quotation-not-found");
  });

  it("warns of …… across a full stop, not of words that run over one", () => {
    const rule = "裁员率 <= 5.5% => 应当 办理";
    expect(codes(document, clause("「对裁员(减员)率不高于5.5%……对困难企业」", rule))).toEqual([
      "quotation-across-sentences",
    ]);
    expect(codes(document, clause("「予以办理。对困难企业」"))).toEqual([]);
  });
});

describe("figure-not-quoted fires", () => {
  it.each([
    ["职工人数10人以上的,予以办理。", "职工人数 >= 11人 => 应当 办理"],
    ["每人补贴1000元。", "=> 补贴 1200元"],
    ["按70%予以资助。", "=> 资助 7%"],
    ["标准提高1倍。", "=> 补贴 费用 * 1"],
    ["在10个工作日内予以办理。", "=> 应当 办理, 期限 日期 起 10日内"],
    ["参保满三个月的,予以办理。", "参保月数 >= 3年 => 应当 办理"],
    ["2020年4—6月予以办理。", "月份 在 2020年4月 至 2020年7月 => 应当 办理"],
    ["减半计算。", "=> 补贴 费用 * 40%"],
  ])("%s coded %s", (document, rule) => {
    expect(codesOf(document, rule)).toContain("figure-not-quoted");
  });

  it("in targets, tables, pools, clauses' periods and definitions", () => {
    expect(codes("增加一批职工。", "指标 某\n  原文「增加一批职工」\n  职工人数 >= 10人\n")).toEqual([
      "figure-not-quoted",
    ]);
    const table =
      "表 某\n  原文「10人以下补贴100元」\n  | 职工人数 | 补贴 |\n  | 10人以下 | 100元 |\n  | 超过10人 | 60元 |\n";
    expect(codes("10人以下补贴100元。", table)).toEqual(["figure-not-quoted"]);
    expect(codes("设立资金池。", "资金池 某\n  原文「设立资金池」\n  总额 100元\n")).toEqual(["figure-not-quoted"]);
    const dated = "条款 某 施行 2020-05-01\n  原文「予以办理」\n  贫困 => 应当 办理\n";
    expect(codes("予以办理。", dated)).toEqual(["figure-not-quoted"]);
    const defined = "定义\n  大企业 = 职工人数 > 800人\n条款 某\n  原文「大企业,予以办理」\n  大企业 => 应当 办理\n";
    expect(codes("大企业,予以办理。", defined)).toEqual(["figure-not-quoted"]);
  });

  it("where a statement has no quotation at all", () => {
    expect(codes("每人补贴1000元。", "条款 某\n  => 补贴 1000元\n")).toEqual(["figure-not-quoted"]);
    expect(codes("予以办理。", "条款 某\n  贫困 => 应当 办理\n")).toEqual(["quotation-missing"]);
    expect(codes("予以办理。", "条款 某\n  否则 => 补贴 费用 推定「文件未写」\n")).toEqual([]);
  });
});

describe("figure-not-quoted and figure-not-encoded stay silent", () => {
  it.each([
    ["每亩补贴1.2万元。", "=> 补贴 12000元"],
    ["每亩补贴一万二千元。", "=> 补贴 1.2万元"],
    ["按千分之五资助。", "=> 资助 5‰"],
    ["按六成资助。", "=> 资助 60%"],
    ["占三分之一。", "=> 资助 1/3"],
    ["参保满三个月的,予以办理。", "参保月数 >= 3个月 => 应当 办理"],
    ["参保满一年的,予以办理。", "参保月数 >= 12个月 => 应当 办理"],
    ["标准提高1倍。", "=> 补贴 费用 提高1倍"],
    ["标准提高1倍。", "=> 补贴 费用 * 2"],
    ["标准提高到2倍。", "=> 补贴 费用的2倍"],
    ["标准提高10%。", "=> 补贴 费用 * 110%"],
    ["减半计算收入。", "=> 补贴 收入 减半"],
    ["减半计算收入。", "=> 补贴 收入 * 50%"],
    ["不计算收入。", "=> 补贴 0元"],
    ["免收费用。", "=> 补贴 0元"],
    ["提供无息资助。", "=> 资助 0%"],
    ["提供无息资助。", "=> 不得 资助 100% 推定「另有说明」"],
    ["压减15%以上。", "=> 补贴 费用 * (1 - 15%)"],
    ["2019年予以办理。", "年度 = 2019 => 应当 办理"],
    ["2020年4—6月予以办理。", "月份 在 2020年4—6月 => 应当 办理"],
    ["全年予以办理。", "=> 应当 办理, 期限 2020-12-31"],
    ["年底前予以办理。", "=> 应当 办理, 期限 2020-12-31"],
    ["从4月1日起予以办理。", "日期 >= 2020-04-01 => 应当 办理"],
    ["给予一次性补贴,一律办理,建设5G基站。", "贫困 => 应当 办理"],
    ["补贴费用,最低为零。", "=> 补贴 取高(0元, 费用 - 收入)"],
    ["有费用的,予以办理。", "费用 > 0元 => 应当 办理"],
    ["按规定予以办理。", "费用 <= 300元 => 应当 办理 推定「文件未写费用多少」"],
  ])("%s coded %s", (document, rule) => {
    expect(codesOf(document, rule)).toEqual([]);
  });

  it("counts a term's own figures as encoded", () => {
    const input = "输入\n  欠缴2020年上半年水费: 是否\n";
    expect(
      codes(
        "欠缴2020年上半年水费的,予以办理。",
        `${input}条款 某\n  原文「欠缴2020年上半年水费的,予以办理」\n  欠缴2020年上半年水费 => 应当 办理\n`,
      ),
    ).toEqual([]);
  });

  it("takes the year from the document, also where the quotation starts after it", () => {
    const document = "2019年起收取。从4月1日起予以办理;2021年4—6月不办理。";
    expect(codes(document, clause("「从4月1日起予以办理」", "日期 >= 2019-04-01 => 应当 办理"))).toEqual([]);
    expect(codes(document, clause("「从4月1日起予以办理」", "日期 >= 2020-04-01 => 应当 办理"))).toContain(
      "figure-not-quoted",
    );
    expect(codes(document, clause("「4—6月不办理」", "月份 在 2021年4—6月 => 不得 办理"))).toEqual([]);
  });
});

describe("figure-not-encoded", () => {
  it.each([
    ["参保满12个月的,补贴1000元。", "=> 补贴 1000元", "12个月"],
    ["连续两次以上的,予以办理。", "贫困 => 应当 办理", "两次"],
    ["减半计算。", "=> 补贴 费用", "减半"],
    ["到2020年底予以办理。", "贫困 => 应当 办理", "2020年底"],
  ])("fires on %s coded %s", (document, rule, figure) => {
    const found = findings(document, clause(`「${document.slice(0, -1)}」`, rule));
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([["figure-not-encoded", "warning"]]);
    expect(found[0]?.message).toContain(`「${figure}」`);
  });

  it("leaves the year of issue to 发布, but not another", () => {
    expect(codesOf("2020年部门预算予以办理。", "贫困 => 应当 办理")).toEqual([]);
    expect(codesOf("2021年部门预算予以办理。", "贫困 => 应当 办理")).toEqual(["figure-not-encoded"]);
  });

  it("counts what a formula says", () => {
    const formula = "结果\n  资助额: 元 = 费用的90%\n";
    expect(codes("按费用的90%资助。", `${formula}${clause("「按费用的90%资助」", "贫困 => 应当 办理")}`)).toEqual([]);
  });

  it("counts what any statement that quotes the sentence encodes, in any policy", () => {
    const document = "甲类补贴830元,乙类补贴680元。";
    const whole = "「甲类补贴830元,乙类补贴680元」";
    const first = clause(whole, "贫困 => 补贴 830元");
    expect(codes(document, first)).toEqual(["figure-not-encoded"]);
    expect(codes(document, `${first}条款 乙\n  原文${whole}\n  非 贫困 => 补贴 680元\n`)).toEqual([]);
    expect(codes(document, `${first}非规则「乙类补贴680元」 理由「另文规定」\n`)).toEqual([]);
    const files = [policyOf(first), policyOf(clause(whole, "贫困 => 补贴 680元")).replace("政策 甲", "政策 乙")];
    const documents = [{ path: "办法.md", text: `办法\n\n${document}` }];
    const { diagnostics } = compile(
      files.map((text, index) => new SourceFile(`${index}.policy`, text)),
      { documents },
    );
    expect(diagnostics.filter(({ code }) => quotationCodes.has(code))).toEqual([]);
  });
});

describe("documents", () => {
  const text = policyOf("条款 某\n  原文「职工人数低于10人的,予以办理」\n  职工人数 <= 10人 => 应当 办理\n");
  const check = (path: string, documents: { path: string; text: string }[] | undefined): readonly string[] =>
    compile([new SourceFile(path, text)], documents === undefined ? {} : { documents })
      .diagnostics.filter(({ code }) => quotationCodes.has(code))
      .map(({ code }) => code);
  const right = "# 办法\n\n职工人数低于10人的,予以办理。\n";

  it("are not asked for where none are given, and otherwise missed", () => {
    expect(check("甲.policy", undefined)).toEqual([]);
    // Without its document a quotation is taken at its word.
    expect(check("甲.policy", [])).toEqual(["document-not-found", "boundary-word"]);
  });

  it("suggests the nearest title", () => {
    const documents = [{ path: "b.txt", text: "试行办法\n予以办理。" }];
    const [found] = compile([new SourceFile("甲.policy", text.replace("《办法》", "《试行方法》"))], {
      documents,
    }).diagnostics.filter(({ code }) => code === "document-not-found");
    expect(found?.hint).toContain("《试行办法》");
    expect(found?.severity).toBe("warning");
  });

  it("are found in the policy's folder and above, the nearest first, and not beside", () => {
    const wrong = "# 办法\n\n职工人数不高于10人的,予以办理。\n";
    expect(check("a/b/甲.policy", [{ path: "a/x.md", text: right }])).toEqual(["boundary-word"]);
    expect(check("a/b/甲.policy", [{ path: "a/c/x.md", text: right }])).toEqual([
      "document-not-found",
      "boundary-word",
    ]);
    expect(
      check("a/b/甲.policy", [
        { path: "x.md", text: wrong },
        { path: "a/b/x.txt", text: right },
      ]),
    ).toEqual(["boundary-word"]);
    expect(check("a/b/甲.policy", [{ path: "/x.md", text: right }])).toEqual(["boundary-word"]);
  });

  it("tells a paragraph that 依据 names and the document does not have", () => {
    const basis = text.replace("《办法》", "《办法》 一(二)、二(一)");
    const documents = [{ path: "x.md", text: "办法\n一、总则\n(二)职工人数低于10人的,予以办理。" }];
    const found = compile([new SourceFile("甲.policy", basis)], { documents }).diagnostics;
    expect(found.filter(({ code }) => code === "paragraph-not-found").map(({ message }) => message)).toEqual([
      "《办法》里没有「二(一)」这一段",
    ]);
  });

  it("leaves a policy without 依据 alone", () => {
    const free = "政策 甲\n输入\n  贫困: 是否\n结果\n  办理: 事项\n条款 某\n  原文「从未写过」\n  贫困 => 应当 办理\n";
    const { diagnostics } = compile([new SourceFile("甲.policy", free)], { documents: [] });
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
  });

  it("checks what could be read where other lines are broken", () => {
    const broken = `${text}\n条款 坏\n  ((( => 应当 办理\n`;
    const { diagnostics } = compile([new SourceFile("甲.policy", broken)], {
      documents: [{ path: "x.md", text: right }],
    });
    expect(diagnostics.map(({ code }) => code)).toContain("boundary-word");
  });
});

describe("responsible units", () => {
  const document = "予以办理。(责任单位:市财政局、市税务局,各区人民政府〈含开发区、风景区管委会,下同〉)";
  const statement = clause("「予以办理」");

  it("are those of the document's brackets", () => {
    expect(codes(document, statement, "责任单位 市财政局,各区人民政府、开发区")).toEqual([]);
    const [found] = findings(document, statement, "责任单位 市财务局、市税务局");
    expect(found?.code).toBe("unknown-responsible-unit");
    expect(found?.hint).toContain("「市财政局」");
  });

  it("are not checked against a document that names none", () => {
    expect(codes("予以办理。", statement, "责任单位 市财务局")).toEqual([]);
  });
});

describe("the published document", () => {
  it("raises nothing on its policies", () => {
    const { diagnostics } = compile(publishedPolicies(), { documents: [publishedDocument] });
    expect(
      diagnostics.filter(({ code }) => quotationCodes.has(code)).map(({ code, message }) => `${code} ${message}`),
    ).toEqual([]);
  });
});
