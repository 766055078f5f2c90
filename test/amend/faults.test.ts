/** What cannot be amended is told where the amendment says it; and no policy is taken without its amendments. */
import { describe, expect, it } from "vitest";
import { runCase } from "../../compiler/evaluate/index.ts";
import { amendingAgain, compiled, lifting, original, programOf, repealing, told } from "./cases.ts";

const heading = "修订 《稳岗返还》 施行 2021-01-01\n\n";
const programs = (...texts: readonly string[]): number =>
  compiled(...texts).policies.filter(({ program }) => program !== undefined).length;

describe("an amendment at fault", () => {
  it.each([
    [
      "a clause that is not there",
      lifting.replaceAll("裁员率不高的企业", "裁员率不高企业"),
      "3:7 [amendment-unknown-clause]",
    ],
    [
      "a clause added that is there",
      `${heading}增加 条款 小型企业\n  裁员人数 = 0人 => 返还 100%\n`,
      "3:7 [amendment-known-clause]",
    ],
    ["a plain clause", `${heading}条款 新企业\n  裁员人数 = 0人 => 返还 100%\n`, "3:1 [amendment-cannot-hold]"],
    ["a target", `${heading}指标 返还面\n  裁员人数 >= 1人\n`, "3:1 [amendment-cannot-hold]"],
    [
      "rules under 废止",
      `${heading}废止 条款 小型企业\n  裁员人数 = 0人 => 返还 100%\n`,
      "4:3 [amendment-cannot-hold]",
    ],
    ["no day", lifting.replace(" 施行 2021-01-01", ""), "1:1 [amendment-date]"],
    ["a last day", lifting.replace("2021-01-01", "2021-01-01 至 2021-12-31"), "1:11 [amendment-date]"],
    ["the policy's own first day", lifting.replace("2021-01-01", "2020-05-13"), "1:11 [amendment-date]"],
    ["追溯 after its own day", lifting.replace("2021-01-01", "2021-01-01 追溯 2021-01-02"), "1:28 [amendment-date]"],
    ["a second 修订", lifting + repealing, "8:1 [amendment-second]"],
    [
      "a text that begins later than the amendment",
      `${heading}替换 条款 小型企业 例外于 裁员率高的企业 施行 2021-02-01\n  裁员人数 = 0人 => 返还 100%\n`,
      "3:7 [amendment-gap]",
    ],
  ])("%s", (_, amendment, place) => {
    const found = told(original, amendment);
    expect(found).toEqual([expect.stringContaining(`修订1.policy:${place}`)]);
    // A policy without its amendment would be another law.
    expect(programs(original, amendment)).toBe(0);
  });

  it("gives the days that a gap leaves without a text", () => {
    const expiring = original.replace("条款 小型企业 例外于 裁员率高的企业", "$& 施行 2020-05-13 至 2020-12-29");
    const replacing = `${heading}替换 条款 小型企业 例外于 裁员率高的企业\n  参保职工人数 <= 300人 => 可 返还 100%\n`;
    expect(told(expiring, replacing)).toEqual([
      expect.stringMatching(/修订1.policy:3:7 \[amendment-gap\] .*从 2020-12-30 到 2020-12-31 没有条文/u),
    ]);
    expect(told(expiring.replace("2020-12-29", "2020-12-31"), replacing)).toEqual([]);
  });

  it("is told of two amendments of a clause on one day, in one file or two", () => {
    const other = lifting.replaceAll("10%", "9%");
    expect(told(original, lifting, other)).toEqual([
      expect.stringMatching(/修订2.policy:3:7 \[amendment-twice\]/u),
      expect.stringMatching(/修订2.policy:6:7 \[amendment-twice\]/u),
    ]);
    const both = `${lifting}\n废止 条款 裁员率高的企业\n`;
    expect(told(original, both)).toEqual([expect.stringMatching(/修订1.policy:9:7 \[amendment-twice\]/u)]);
  });

  it("cannot touch a clause that was repealed before", () => {
    const late = repealing.replace("2021-03-01", "2022-01-01");
    expect(told(original, repealing, late)).toEqual([
      expect.stringMatching(/修订2.policy:3:7 \[amendment-repealed\] .*从 2021-03-01 起已经废止/u),
    ]);
  });

  it("is told by itself where its policy is not there", () => {
    const elsewhere = lifting.replace("《稳岗返还》", "《稳岗反还》");
    expect(told(original, elsewhere)).toEqual([expect.stringContaining("修订1.policy:1:4 [unknown-policy]")]);
    const [finding] = compiled(original, elsewhere).diagnostics;
    expect(finding?.hint).toBe("是否指《稳岗返还》?");
  });

  it("stands in the way of its policy even where the rest of its heading cannot be read", () => {
    const unreadable = lifting.replace("施行 2021-01-01", "施行 2021-13-01");
    expect(told(original, unreadable).length).toBeGreaterThan(0);
    expect(programs(original, unreadable)).toBe(0);
  });

  it("has no place in a policy's own file", () => {
    expect(told(`${original}\n废止 条款 小型企业\n`)).toEqual([
      expect.stringContaining("政策.policy:22:1 [amendment-in-policy]"),
    ]);
  });
});

describe("a heading that is not as it should be", () => {
  const said = (heading: string, change = "废止 条款 小型企业") =>
    compiled(original, `${heading}\n\n${change}\n`).diagnostics.map(({ code, message, hint }) => [
      code,
      hint ?? message,
    ]);
  const form = "应写「修订 《政策名称》 施行 2021-01-01」这样的写法";

  it("is told once, with the form that it should have", () => {
    expect(said("修订 《稳岗返还》 自 2021-01-01")).toEqual([["unexpected-text", `这里读不懂「自」,${form}`]]);
    expect(said("修订 稳岗返还 2021-01-01起施行")).toEqual([["unexpected-text", `这里读不懂「2021-01-01」,${form}`]]);
    const own = (change: string) => said("修订 《稳岗返还》 施行 2021-01-01", change);
    expect(own("废止 小型企业")).toEqual([
      ["unexpected-text", "这里读不懂「小型企业」,应写「废止 条款 名称」这样的写法"],
    ]);
    expect(own("废止条款 小型企业")).toEqual([["heading-space", "写作「废止 条款 名称」"]]);
    expect(own("废除 条款 小型企业")).toEqual([["unknown-heading", "是否指「废止」?"]]);
  });
});

describe("a 算例 from before the amendments", () => {
  it("that gives no day is told to", () => {
    const dateless = "\n算例 一\n  参保职工人数 = 1000人, 裁员人数 = 56人\n  => 返还 70%\n";
    const program = programOf(original.replace(" 施行 2020-05-13", "") + dateless, lifting);
    const findings = program.cases.flatMap((one) => runCase(program, one));
    expect(findings.map(({ hint }) => hint)).toEqual([
      "请在这个算例里写上「基准日」;条款有施行日期或有修订的,要写明是哪一天",
    ]);
  });
});

describe("the proof", () => {
  it("finds what an amendment opens, and shows it on a day of that law", () => {
    const halved = `${heading}替换 条款 裁员率高的企业\n  裁员率 > 10% => 返还 70%\n`;
    const [gap, ...more] = compiled(original, halved).diagnostics;
    expect([gap?.code, more]).toEqual(["gap", []]);
    const { 基准日: day, 适用版本日: pinned, 裁员人数: laidOff, 参保职工人数: staff } = gap?.witness ?? {};
    expect(day).toBe("2021-01-01");
    expect(pinned).toBeUndefined();
    const share = Number(laidOff) / Number(staff);
    expect(share > 0.055 && share <= 0.1).toBe(true);
  });

  it("finds an overlap of a new text with an old one", () => {
    const overlapping = `${heading}替换 条款 裁员率不高的企业\n  裁员率 <= 10% => 返还 100%\n`;
    const [overlap, ...more] = compiled(original, overlapping).diagnostics;
    expect([overlap?.code, more]).toEqual(["overlap", []]);
    expect(overlap?.file.path).toBe("修订1.policy");
    expect(overlap?.witness?.["基准日"]).toBe("2021-01-01");
  });

  it("takes an exception turned round for no circle", () => {
    const turned = `${heading}替换 条款 小型企业
  参保职工人数 <= 500人 => 返还 100%

替换 条款 裁员率高的企业 例外于 小型企业
  裁员率 > 5.5% => 返还 70%
`;
    expect(told(original, turned)).toEqual([]);
  });

  it("has nothing to say of an amendment that changes nothing", () => {
    expect(told(original, heading)).toEqual([]);
  });

  it("speaks of periods only where they are two", () => {
    const [overlap] = compiled(original.replace("> 5.5%", ">= 5.5%")).diagnostics;
    expect(overlap?.code).toBe("overlap");
    expect(overlap?.hint).not.toContain("施行");
  });

  it("does not take texts of one clause for rivals", () => {
    expect(told(original, lifting, repealing, amendingAgain)).toEqual([]);
  });
});
