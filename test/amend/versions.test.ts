/** Which text of a clause answers, on which day and for which application: in generated code and by the reference. */
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runCase } from "../../compiler/evaluate/index.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { amendingAgain, answering, type Data, lifting, original, programOf, repealing } from "./cases.ts";

/** `可 1 稳岗返还/小型企业` */
async function answersOf(texts: readonly string[], rows: readonly Data[]): Promise<readonly string[]> {
  const answer = await answering(programOf(...texts));
  return rows.map((row) => {
    const outcome = answer(row)["返还"];
    if (outcome?.status === "determined")
      return `${outcome.modality === "may" ? "可" : "应当"} ${String(outcome.value)} ${outcome.clauses.join("、")}`;
    return outcome?.status === "missing" ? `missing ${outcome.needs.join("、")}` : (outcome?.status ?? "");
  });
}

const firm = (staff: number, laidOff: number, day: string, pinned?: string): Data => ({
  参保职工人数: staff,
  裁员人数: laidOff,
  基准日: day,
  ...(pinned === undefined ? {} : { 适用版本日: pinned }),
});

const low = "稳岗返还/裁员率不高的企业";
const high = "稳岗返还/裁员率高的企业";
const small = "稳岗返还/小型企业";

describe("修订", () => {
  it("lifts 5.5% to 10% from its day on", async () => {
    const rows = ["2020-12-31", "2021-01-01"].flatMap((day) => [
      firm(1000, 55, day),
      firm(1000, 56, day),
      firm(1000, 100, day),
      firm(1000, 101, day),
    ]);
    expect(await answersOf([original, lifting], rows)).toEqual([
      `应当 1 ${low}`,
      `应当 0.7 ${high}`,
      `应当 0.7 ${high}`,
      `应当 0.7 ${high}`,
      `应当 1 ${low}@2021-01-01`,
      `应当 1 ${low}@2021-01-01`,
      `应当 1 ${low}@2021-01-01`,
      `应当 0.7 ${high}@2021-01-01`,
    ]);
  });

  it("repeals the exception for 500人, whichever text it was an exception to", async () => {
    const rows = ["2020-12-31", "2021-02-28", "2021-03-01"].map((day) => firm(100, 11, day));
    expect(await answersOf([original, lifting, repealing], rows)).toEqual([
      `可 1 ${small}`,
      `可 1 ${small}`,
      `应当 0.7 ${high}@2021-01-01`,
    ]);
  });

  it("amends an amendment, in whatever order the files come", async () => {
    const rows = ["2020-12-31", "2021-12-31", "2022-01-01"].map((day) => firm(1000, 90, day));
    const expected = [`应当 0.7 ${high}`, `应当 1 ${low}@2021-01-01`, `应当 0.6 ${high}@2022-01-01`];
    expect(await answersOf([original, lifting, amendingAgain], rows)).toEqual(expected);
    expect(await answersOf([original, amendingAgain, lifting], rows)).toEqual(expected);
  });

  it("adds a clause from its day on", async () => {
    const adding = `修订 《稳岗返还》 施行 2021-01-01

增加 条款 微型企业 例外于 小型企业、裁员率不高的企业
  参保职工人数 <= 20人 => 返还 90%

算例 微型企业
  参保职工人数 = 20人, 裁员人数 = 10人, 基准日 = 2021-01-01
  => 返还 90%
`;
    const rows = ["2020-12-31", "2021-01-01"].map((day) => firm(20, 10, day));
    expect(await answersOf([original, adding], rows)).toEqual([`可 1 ${small}`, "应当 0.9 稳岗返还/微型企业"]);
    expect(programOf(original, adding).cases.map(({ name }) => name)).toEqual(["微型企业"]);
  });

  it("leaves what it does not name alone, and out of force what the policy's own period leaves out", async () => {
    const rows = [firm(1000, 50, "2020-05-12"), firm(1000, 50, "2020-05-13"), firm(1000, 50, "9999-12-31")];
    expect(await answersOf([original, repealing], rows)).toEqual(["notInForce", `应当 1 ${low}`, `应当 1 ${low}`]);
  });
});

describe("适用版本日", () => {
  const all = [original, lifting, repealing];

  it("pins an application to the law of its own day", async () => {
    const rows = [
      firm(1000, 56, "2021-06-01", "2020-12-31"),
      firm(1000, 56, "2021-06-01", "2021-01-01"),
      firm(100, 11, "2021-06-01", "2021-02-28"),
      firm(100, 11, "2021-06-01", "2021-03-01"),
    ];
    expect(await answersOf(all, rows)).toEqual([
      `应当 0.7 ${high}`,
      `应当 1 ${low}@2021-01-01`,
      `可 1 ${small}`,
      `应当 0.7 ${high}@2021-01-01`,
    ]);
  });

  it("does not bring a law forward that is not yet in force", async () => {
    expect(await answersOf(all, [firm(1000, 56, "2020-12-31", "2021-06-01")])).toEqual([`应当 0.7 ${high}`]);
  });

  it("is 基准日 where it is not given, and is never asked for", async () => {
    const { 基准日: _day, ...undated } = firm(1000, 56, "");
    expect(await answersOf(all, [undated, { ...undated, 适用版本日: "2021-01-01" }])).toEqual([
      "missing 基准日",
      "missing 基准日",
    ]);
  });

  it("needs nobody's declaration, and none is taken where nothing was amended", () => {
    const names = (...texts: readonly string[]) => programOf(...texts).inputs.map(({ name }) => name);
    expect(names(original)).not.toContain("适用版本日");
    expect(names(...all)).toEqual(["参保职工人数", "裁员人数", "基准日", "适用版本日"]);
  });
});

describe("追溯", () => {
  const reaching = lifting.replace("施行 2021-01-01", "施行 2021-01-01 追溯 2020-07-01");

  it("settles applications from its day on, once the amendment is in force", async () => {
    const rows = [
      firm(1000, 56, "2021-01-01", "2020-06-30"),
      firm(1000, 56, "2021-01-01", "2020-07-01"),
      firm(1000, 56, "2020-12-31", "2020-07-01"),
      firm(1000, 56, "2020-12-31"),
    ];
    expect(await answersOf([original, reaching], rows)).toEqual([
      `应当 0.7 ${high}`,
      `应当 1 ${low}@2021-01-01`,
      `应当 0.7 ${high}`,
      `应当 0.7 ${high}`,
    ]);
  });

  it("passes over amendments between, where a later one reaches further back", async () => {
    const further = amendingAgain.replace("施行 2022-01-01", "施行 2022-01-01 追溯 2020-06-01");
    const rows = ["2020-05-31", "2020-06-01", "2021-06-01"].map((pinned) => firm(1000, 90, "2022-01-01", pinned));
    expect(await answersOf([original, lifting, further], rows)).toEqual([
      `应当 0.7 ${high}`,
      `应当 0.6 ${high}@2022-01-01`,
      `应当 0.6 ${high}@2022-01-01`,
    ]);
    const before = ["2020-06-01", "2021-06-01"].map((pinned) => firm(1000, 90, "2021-12-31", pinned));
    expect(await answersOf([original, lifting, further], before)).toEqual([
      `应当 0.7 ${high}`,
      `应当 1 ${low}@2021-01-01`,
    ]);
  });
});

describe("what imports an amended policy", () => {
  const importing =
    "政策 加发\n引用 返还 自 《稳岗返还》\n其余 不适用\n\n结果\n  加发: 元\n\n条款 足额\n  返还 = 100% => 加发 1000元\n";

  it("answers by its law of the day, and takes 适用版本日 for it", async () => {
    const { policies } = compile([
      new SourceFile("加发.policy", importing),
      new SourceFile("稳岗返还.policy", original),
      new SourceFile("提高.policy", lifting),
    ]);
    const [program] = policies.flatMap((policy) => policy.program ?? []);
    if (program === undefined) throw new Error("no program");
    const answers = await answering(program);
    const answer = (day: string, pinned?: string): unknown => answers(firm(1000, 56, day, pinned))["加发"]?.status;
    expect([answer("2020-12-31"), answer("2021-01-01"), answer("2021-01-01", "2020-12-31")]).toEqual([
      "notApplicable",
      "determined",
      "notApplicable",
    ]);
  });

  it("may do so in an amendment", () => {
    const policy =
      "政策 救助\n其余 不适用\n\n输入\n  人数: 人\n\n结果\n  救助: 元/人\n\n条款 一\n  人数 >= 1人 => 救助 100元/人\n";
    const standard =
      "政策 标准\n\n输入\n  地区: 城市 | 农村\n\n结果\n  低保标准: 元/人\n\n条款 城\n  地区 是 城市 => 低保标准 830元/人\n\n条款 乡\n  地区 是 农村 => 低保标准 680元/人\n";
    const amendment =
      "修订 《救助》 施行 2021-01-01\n引用 低保标准 自 《标准》\n\n替换 条款 一\n  人数 >= 1人 => 救助 低保标准\n\n算例 一\n  人数 = 1人, 地区 = 农村, 基准日 = 2021-01-01\n  => 救助 680元/人\n";
    const { policies, diagnostics } = compile(
      [policy, amendment, standard].map((text, index) => new SourceFile(`${index}.policy`, text)),
    );
    expect(diagnostics).toEqual([]);
    const [program] = policies.flatMap((each) => each.program ?? []);
    expect(program?.cases.map((one) => (program === undefined ? [] : runCase(program, one)))).toEqual([[]]);
  });
});

describe("否则", () => {
  const policy = `政策 补助

输入
  人数: 人

结果
  补助: 元

条款 多人
  人数 >= 10人 => 补助 500元

条款 其他
  否则 => 补助 100元
`;
  const change = (text: string): string => `修订 《补助》 施行 2021-01-01\n\n${text}\n`;
  const answer = async (texts: readonly string[], day: string): Promise<unknown> => {
    const answers = await answering(programOf(...texts));
    const outcome = answers({ 人数: 1, 基准日: day })["补助"];
    return outcome?.status === "determined" ? outcome.value : outcome?.status;
  };

  it("is replaced and repealed like any other", async () => {
    const replacing = change("替换 条款 其他\n  否则 => 补助 50元");
    expect(await answer([policy, replacing], "2020-12-31")).toBe("100");
    expect(await answer([policy, replacing], "2021-01-01")).toBe("50");
    expect(await answer([policy, change("废止 条款 其他")], "2021-01-01")).toBe("notApplicable");
  });
});
