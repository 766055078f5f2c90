import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { SourceFile } from "../../diagnostics/source.ts";

const proofCodes = new Set(["overlap", "gap", "dead-rule", "always-true", "never-true", "unproven"]);

/** What the proof finds in a policy as it is written. */
function findingsIn(text: string): readonly Diagnostic[] {
  const { diagnostics } = compile([new SourceFile("试.policy", text)]);
  return diagnostics.filter(({ code }) => proofCodes.has(code));
}

const lineOf = ({ file, span }: Diagnostic): number => file.positionAt(span.start).line;

const refund = (clauses: string): string => `政策 稳岗返还
输入
  参保职工人数: 人, 至少 1人
  裁员人数: 人
定义
  裁员率 = 裁员人数 / 参保职工人数
结果
  返还: 比例
${clauses}`;

describe("policies as written", () => {
  it("has nothing to say of 稳岗返还", () => {
    const text = refund(`条款 裁员率不高的企业
  裁员率 <= 5.5% => 返还 100%
条款 裁员率高的企业
  裁员率 > 5.5% => 返还 70%
条款 小型企业 例外于 裁员率高的企业
  参保职工人数 <= 500人 => 可 返还 100%
`);
    expect(findingsIn(text)).toEqual([]);
  });

  it("shows where its clauses clash without the exception", () => {
    const [found, ...others] = findingsIn(
      refund(`条款 裁员率不高的企业
  裁员率不高于5.5%的,返还100%。
条款 裁员率高的企业
  裁员率高于5.5%的,返还70%。
条款 小型企业
  参保职工人数500人以下的,可返还100%。
`),
    );
    expect(others).toEqual([]);
    expect(found?.code).toBe("overlap");
    expect(found && lineOf(found)).toBe(14);
    expect(found?.witness).toEqual({ 参保职工人数: 500, 裁员人数: 28 });
    expect(found?.message).toContain("参保职工人数 500人、裁员人数 28人 时");
    expect(found?.message).toContain("「裁员率高的企业」规定返还 70%,「小型企业」规定可返还 100%");
  });

  it("tells what each clause comes to in the example, rounded and read from other outcomes too", () => {
    const [found] = findingsIn(`政策 补贴
输入
  费用: 元
结果
  底数: 元 = 费用 * 2
  补贴: 元
条款 甲
  => 补贴 底数 * 3
条款 乙
  费用 >= 1000元 => 补贴 费用 / 3, 四舍五入到元
`);
    expect(found?.message).toContain("费用 1000元 时,「甲」规定补贴 6000元,「乙」规定补贴 333元");
  });

  it("shows the boundary that two brackets of a table share, and the one that none covers", () => {
    const table = (first: string, last: string): string => `政策 税
输入
  应纳税所得额: 元
结果
  税率: 比例
表 税率表
  | 应纳税所得额          | 税率 |
  | ${first}             | 3%  |
  | 超过36000元至144000元 | 10% |
  | ${last}              | 20% |
`;
    expect(findingsIn(table("36000元以下", "超过144000元"))).toEqual([]);
    const shared = findingsIn(table("36000元以下", "144000元以上"));
    expect(shared.map(({ code, witness }) => [code, witness])).toEqual([["overlap", { 应纳税所得额: 144000 }]]);
    const open = findingsIn(table("不足36000元", "超过144000元"));
    expect(open.map(({ code, witness }) => [code, witness])).toEqual([["gap", { 应纳税所得额: 36000 }]]);
  });

  it("finds periods that overlap, and reads none before the first as a gap", () => {
    const standard = (until: string): string => `政策 低保标准
输入
  地区: 城市 | 农村
结果
  低保标准: 元/月
条款 旧标准 施行 2019-01-01 至 ${until}
  地区 是 城市 => 低保标准 800元/月
  地区 是 农村 => 低保标准 650元/月
条款 城市标准 施行 2020-04-01
  地区 是 城市 => 低保标准 830元/月
条款 农村标准 施行 2020-04-01
  地区 是 农村 => 低保标准 680元/月
`;
    expect(findingsIn(standard("2020-03-31"))).toEqual([]);
    const found = findingsIn(standard("2020-04-01"));
    expect(found.map(({ code, witness }) => [code, witness])).toEqual([
      ["overlap", { 地区: "城市", 基准日: "2020-04-01" }],
      ["overlap", { 地区: "农村", 基准日: "2020-04-01" }],
    ]);
  });

  it("points at the words that exclude each other", () => {
    const [found] = findingsIn(
      refund(`条款 中型企业
  参保职工人数 > 500人 且 裁员人数 = 0人 且 参保职工人数 < 300人 => 返还 100%
其余 不适用
`),
    );
    expect(found?.code).toBe("dead-rule");
    expect(found?.message).toContain("「参保职工人数 > 500人」和「参保职工人数 < 300人」不可能同时成立");
  });
});

describe("periods", () => {
  const standards = (second: string): readonly [code: string, hint: string | undefined, witness: unknown][] =>
    compile([
      new SourceFile(
        "标准.policy",
        `政策 标准
输入
  地区: 城市 | 农村
结果
  标准: 元/月
条款 甲 施行 2020-04-01 至 2020-06-30
  地区 是 城市 => 标准 830元/月
条款 乙 施行 ${second}
  地区 是 城市 => 标准 900元/月
条款 丙
  地区 是 农村 => 标准 680元/月
`,
      ),
    ]).diagnostics.map(({ code, hint, witness }) => [code, hint, witness]);

  it("that share a day give two values on it", () => {
    expect(standards("2020-06-30")).toEqual([
      [
        "overlap",
        "两条的施行日期有重叠:请改其中一条「施行」的起止日期,或用「例外于」写明哪一条优先",
        { 地区: "城市", 基准日: "2020-06-30" },
      ],
    ]);
  });

  it("that follow each other do not", () => {
    expect(standards("2020-07-01")).toEqual([]);
  });
});
