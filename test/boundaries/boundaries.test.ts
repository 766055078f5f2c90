/** Below, on and above each threshold, in a case in which it matters. */
import { describe, expect, test } from "vitest";
import { readFiles } from "../../compiler/1-resolve/linked-names.ts";
import { boundariesOf, newCasesAsText } from "../../compiler/boundaries/index.ts";
import { caseLines } from "../../compiler/cases/write.ts";
import { compile, format, runCase, SourceFile } from "../../compiler/index.ts";
import { policyOf } from "../mutate/support.ts";
import { publishedPolicies } from "../source/support.ts";

/** `人数 10人: 人数 = 9人 => 补贴 100元`, one a case. */
function linesOf(text: string): readonly string[] {
  const { program } = policyOf(text);
  return boundariesOf(program).flatMap(({ subject, limit, cases }) =>
    cases.map((one) => `${subject} ${limit}: ${caseLines(program, one).join(" ")}`),
  );
}

const head = (rest: string): string => `政策 试\n其余 不适用\n\n${rest}`;

const refund = `输入
  参保职工人数: 人, 至少 1人
  裁员人数: 人

定义
  裁员率 = 裁员人数 / 参保职工人数

结果
  返还: 比例

条款 不高
  裁员率 <= 5.5% => 返还 100%

条款 高
  裁员率 > 5.5% => 返还 70%

条款 小 例外于 高
  参保职工人数 <= 500人 => 可 返还 100%
`;

describe("thresholds", () => {
  test("of a ratio: whole numbers on it and one beside; of a count: where the other clause would differ", () => {
    expect(linesOf(head(refund))).toEqual([
      "裁员率 5.5%: 参保职工人数 = 1000人, 裁员人数 = 54人 => 应当 返还 100%",
      "裁员率 5.5%: 参保职工人数 = 1000人, 裁员人数 = 55人 => 应当 返还 100%",
      "裁员率 5.5%: 参保职工人数 = 1000人, 裁员人数 = 56人 => 应当 返还 70%",
      "参保职工人数 500人: 参保职工人数 = 499人, 裁员人数 = 28人 => 可 返还 100%",
      "参保职工人数 500人: 参保职工人数 = 500人, 裁员人数 = 28人 => 可 返还 100%",
      "参保职工人数 500人: 参保职工人数 = 501人, 裁员人数 = 28人 => 应当 返还 70%",
    ]);
  });

  test("in each quantity's own grain: a fen, a month, a day, a percent of a share, a hundredth of a measure", () => {
    const text = `输入
  产值: 元
  月数: 月
  申请日: 日期
  占比: 比例
  面积: 亩
  所属月: 月份

结果
  甲: 事项
  乙: 事项
  丙: 事项
  丁: 事项
  戊: 事项
  己: 事项

条款 一
  产值达到10亿元的,应当甲。

条款 二
  月数不满1年的,应当乙。

条款 三
  申请日 <= 2020-02-29 => 应当 丙

条款 四
  占比 > 5% => 应当 丁

条款 五
  面积 < 12亩 => 应当 戊

条款 六
  所属月 在 2020年12月 至 2021年1月 => 应当 己
`;
    expect(linesOf(head(text))).toEqual([
      "产值 10亿元: 产值 = 999999999.99元 => 甲 不适用",
      "产值 10亿元: 产值 = 10亿元 => 应当 甲",
      "产值 10亿元: 产值 = 1000000000.01元 => 应当 甲",
      "月数 1年: 月数 = 11个月 => 应当 乙",
      "月数 1年: 月数 = 12个月 => 乙 不适用",
      "月数 1年: 月数 = 13个月 => 乙 不适用",
      "申请日 2020-02-29: 申请日 = 2020-02-28 => 应当 丙",
      "申请日 2020-02-29: 申请日 = 2020-02-29 => 应当 丙",
      "申请日 2020-02-29: 申请日 = 2020-03-01 => 丙 不适用",
      "占比 5%: 占比 = 4.9% => 丁 不适用",
      "占比 5%: 占比 = 5% => 丁 不适用",
      "占比 5%: 占比 = 5.1% => 应当 丁",
      "面积 12亩: 面积 = 11.99亩 => 应当 戊",
      "面积 12亩: 面积 = 12亩 => 戊 不适用",
      "面积 12亩: 面积 = 12.01亩 => 戊 不适用",
      "所属月 2020-12: 所属月 = 2020-11 => 己 不适用",
      "所属月 2020-12: 所属月 = 2020-12 => 应当 己",
      "所属月 2020-12: 所属月 = 2021-01 => 应当 己",
      "所属月 2021-01: 所属月 = 2020-12 => 应当 己",
      "所属月 2021-01: 所属月 = 2021-01 => 应当 己",
      "所属月 2021-01: 所属月 = 2021-02 => 己 不适用",
    ]);
  });

  test("that no value of the input lies on: the two beside it; at the end of a limit: what the limit leaves", () => {
    const text = `输入
  人数: 人
  户数: 户, 至少 3户

结果
  甲: 事项
  乙: 事项

条款 一
  人数 > 2.5人 => 应当 甲

条款 二
  户数 > 3户 => 应当 乙
`;
    expect(linesOf(head(text))).toEqual([
      "人数 2.5人: 人数 = 2人 => 甲 不适用",
      "人数 2.5人: 人数 = 3人 => 应当 甲",
      "户数 3户: 户数 = 3户 => 乙 不适用",
      "户数 3户: 户数 = 4户 => 应当 乙",
    ]);
  });

  test("of a period and of a pool", () => {
    const text = `输入
  申请金额: 元
  已用额度: 元

结果
  贷款: 事项
  标准: 元

资金池 专项资金
  总额 200亿元
  已用 已用额度

条款 贷款
  => 应当 贷款, 支用 专项资金 申请金额

条款 标准 施行 2020-04-01 至 2020-04-30
  => 标准 100元
`;
    expect(linesOf(head(text))).toEqual([
      "申请金额 专项资金的余额: 申请金额 = 19999999999.99元, 已用额度 = 0元 => 应当 贷款",
      "申请金额 专项资金的余额: 申请金额 = 200亿元, 已用额度 = 0元 => 应当 贷款",
      "申请金额 专项资金的余额: 申请金额 = 20000000000.01元, 已用额度 = 0元 => 贷款 超出额度",
      "基准日 2020-04-01: 基准日 = 2020-03-31 => 标准 未生效",
      "基准日 2020-04-01: 基准日 = 2020-04-01 => 应当 标准 100元",
      "基准日 2020-04-01: 基准日 = 2020-04-02 => 应当 标准 100元",
      "基准日 2020-04-30: 基准日 = 2020-04-29 => 应当 标准 100元",
      "基准日 2020-04-30: 基准日 = 2020-04-30 => 应当 标准 100元",
      "基准日 2020-04-30: 基准日 = 2020-05-01 => 标准 已失效",
    ]);
  });

  test("only where the rest of the condition holds and no exception takes the case away", () => {
    const text = `输入
  人数: 人
  困难: 是否
  违规: 是否
  类别: 甲类 | 乙类

结果
  补贴: 元

条款 一般
  类别 是 乙类 且 (困难 或 人数 >= 10人) => 补贴 100元

条款 违规 例外于 一般
  违规 => 补贴 0元
`;
    expect(linesOf(head(text))).toEqual([
      "人数 10人: 人数 = 9人, 困难 = 否, 违规 = 否, 类别 = 乙类 => 补贴 不适用",
      "人数 10人: 人数 = 10人, 困难 = 否, 违规 = 否, 类别 = 乙类 => 应当 补贴 100元",
      "人数 10人: 人数 = 11人, 困难 = 否, 违规 = 否, 类别 = 乙类 => 应当 补贴 100元",
    ]);
  });
});

describe("as 算例", () => {
  const policy = head(`${refund}
算例 一千人裁五十四人
  参保职工人数 = 1000人, 裁员人数 = 54人
  => 返还 100%

算例 参保职工人数恰为500人
  参保职工人数 = 500人, 裁员人数 = 0人
  => 应当 返还 100%
`);
  const { program } = policyOf(policy);

  test("those that the policy has already are not repeated, and no name is taken twice", () => {
    expect(newCasesAsText(boundariesOf(program), program)).toBe(`算例 「裁员率恰为5.5%」
  参保职工人数 = 1000人, 裁员人数 = 55人
  => 应当 返还 100%

算例 「裁员率高于5.5%」
  参保职工人数 = 1000人, 裁员人数 = 56人
  => 应当 返还 70%

算例 参保职工人数低于500人
  参保职工人数 = 499人, 裁员人数 = 28人
  => 可 返还 100%

算例 「参保职工人数恰为500人(返还)」
  参保职工人数 = 500人, 裁员人数 = 28人
  => 可 返还 100%

算例 参保职工人数高于500人
  参保职工人数 = 501人, 裁员人数 = 28人
  => 应当 返还 70%
`);
  });

  test("put into the policy, none is left to add", () => {
    const text = `${policy}\n${newCasesAsText(boundariesOf(program), program)}`;
    const after = policyOf(text).program;
    expect(newCasesAsText(boundariesOf(after), after)).toBe("");
  });
});

describe("put into the published policies", () => {
  const before = compile(publishedPolicies());
  const written = before.policies.map(({ file, program }) => {
    const text = program === undefined ? "" : newCasesAsText(boundariesOf(program), program);
    return text === "" ? file : new SourceFile(file.path, `${file.text.trimEnd()}\n\n${text}`);
  });
  const after = compile(written);
  const count = (programs: typeof before): number =>
    programs.policies.reduce((sum, { program }) => sum + (program?.cases.length ?? 0), 0);

  test("they compile and pass", () => {
    expect(after.diagnostics.map(({ message }) => message)).toEqual([]);
    expect(count(after) - count(before)).toBeGreaterThan(40);
    const findings = after.policies.flatMap(({ program }) =>
      program === undefined ? [] : program.cases.flatMap((one) => runCase(program, one)),
    );
    expect(findings.map(({ message }) => message)).toEqual([]);
  });

  test("they stand as the formatter writes them", () => {
    for (const { file, linked } of readFiles(written)) expect(format(file, linked)).toBe(file.text);
  });

  test("every threshold has at least two cases", () => {
    const few = before.policies.flatMap(({ program }) =>
      (program === undefined ? [] : boundariesOf(program))
        .filter(({ cases }) => cases.length < 2)
        .map(({ subject, limit }) => `${subject} ${limit}`),
    );
    expect(few).toEqual([]);
  });
});
