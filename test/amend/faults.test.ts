/** What cannot be amended is told where the amendment says it; and no policy is taken without its amendments. */
import { describe, expect, it } from "vitest";
import { amendingAgain, compiled, lifting, original, repealing, told } from "./cases.ts";

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

  it("does not take texts of one clause for rivals", () => {
    expect(told(original, lifting, repealing, amendingAgain)).toEqual([]);
  });
});
