/** What is judged of slips holds: no data shows one that is proved to change nothing, and every case shown tells it. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { statementsOf } from "../../compiler/cases/statement.ts";
import { writeCase } from "../../compiler/cases/write.ts";
import { compile, evaluate, readInput, runCase, SourceFile } from "../../compiler/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { mutationScore } from "../../compiler/mutate/index.ts";
import { known, randomData } from "../properties/random/data.ts";
import { randomPolicy } from "../properties/random/policy.ts";
import { publishedPolicies } from "../source/support.ts";
import { judgeAll, policyOf } from "./support.ts";

const policies = Number(process.env["GUIJU_RANDOM_POLICIES"] ?? 6);
const dataEach = 150;
/** All slips of one with pools may take a minute; pools have tests of their own below. */
const random = randomPolicy.filter((text) => !text.includes("资金池"));

/** What a case could say of the answer; undefined where the data is refused. */
function said(program: Program, data: unknown): Readonly<Record<string, string>> | undefined {
  const read = readInput(program, data);
  const evaluation = read.kind === "values" ? evaluate(program, read.values) : undefined;
  if (evaluation?.kind !== "evaluation") return undefined;
  return Object.fromEntries([...statementsOf(evaluation)].map(([subject, { text }]) => [subject, text]));
}

describe(`${policies} random policies`, () => {
  type Judged = ReturnType<typeof judgeAll>[number] & { readonly text: string; readonly program: Program };
  let all: readonly Judged[] = [];
  beforeAll(() => {
    all = fc.sample(random, { numRuns: policies, seed: 20200513 }).flatMap((text) => {
      const policy = policyOf(text);
      return judgeAll(policy).map((one) => ({ ...one, text, program: policy.program }));
    });
  }, 600_000);

  test("no data shows a slip that is proved to change nothing", () => {
    const data = fc
      .sample(randomData, { numRuns: 4 * dataEach, seed: 1 })
      .filter((one) => Object.keys(one).length === 13)
      .slice(0, dataEach);
    const equivalent = all.filter(({ judgement }) => judgement.kind === "equivalent");
    expect(equivalent.length).toBeGreaterThan(10);
    for (const { program, slip, slipped, text } of equivalent)
      for (const sample of data) {
        const each = known(program, sample);
        const right = said(program, each);
        if (right === undefined) continue;
        expect(said(slipped, each), `${slip.change}\n${JSON.stringify(each)}\n${text}`).toEqual(right);
      }
  }, 120_000);

  test("each case shown is a 算例 that the policy passes and the slip does not", () => {
    let told = 0;
    for (const { program, slip, slipped, judgement, text } of all) {
      if (judgement.kind !== "differs") continue;
      const { inputs, right } = judgement.telling;
      const written = writeCase(program, { name: "所示", inputs, expectations: [right] });
      const { cases } = policyOf(`${text}\n${written}`).program;
      const [one] = cases;
      if (one === undefined) throw new Error(`no case in ${written}`);
      expect(runCase(program, one), `${slip.change}\n${written}${text}`).toEqual([]);
      expect(runCase(slipped, one).length, `${slip.change}\n${written}${text}`).toBeGreaterThan(0);
      told += 1;
    }
    expect(told).toBeGreaterThan(100);
  }, 120_000);
});

describe("the published policies", () => {
  const { policies: compiled } = compile(publishedPolicies());
  const scores = compiled.flatMap((policy) => mutationScore(policy) ?? []);

  test("their cases notice every slip that changes anything", () => {
    const unnoticed = scores.flatMap(({ program, survivors }) =>
      survivors.map(({ slip }) => `${program.policy} ${slip.change}`),
    );
    expect(unnoticed).toEqual([]);
    expect(scores.length).toBe(30);
  });

  /** 贴息比例 is 100% wherever there is one, and multiplied or divided by one is the same. */
  test("one slip is proved to change nothing", () => {
    const harmless = scores.flatMap(({ program, equivalent }) =>
      equivalent.map(({ change }) => `${program.policy} ${change}`),
    );
    expect(harmless).toEqual(["财政贴息 「*」写成「/」"]);
  });

  test("without the cases, a case is found for nearly every slip", () => {
    const program = (name: string) => compiled.find((policy) => policy.program?.policy === name);
    const refund = program("稳岗返还");
    if (refund?.program === undefined) throw new Error("稳岗返还 does not compile");
    const kinds = judgeAll({ ...refund, program: refund.program })
      // A limit made wider shows in no case.
      .filter(({ slip }) => slip.change !== "「1人」写成「0人」")
      .map(({ judgement }) => judgement.kind);
    expect(new Set(kinds)).toEqual(new Set(["differs"]));
  });
});

/** Dates at the end of the calendar are refused a year later: that the first cases tried are refused proves nothing. */
test("a year taken for a day is shown by a day that has both after it", () => {
  const policy = policyOf(`政策 试
其余 不适用

输入
  甲数: 人
  乙数: 人, 至少 1人
  期满日: 日期

结果
  到期: 日期

条款 延长
  甲数 < 乙数 => 到期 期满日 + 1年
`);
  const found = judgeAll(policy).find(({ slip }) => slip.change === "「1年」写成「1天」");
  expect(found?.judgement).toMatchObject({
    kind: "differs",
    telling: { right: "应当 到期 2021-01-01", wrong: "应当 到期 2020-01-02" },
  });
});

test("places of slips lie within the text", () => {
  for (const file of publishedPolicies().slice(0, 3)) {
    const { program } = compile([new SourceFile(file.path, file.text)]).policies[0] ?? {};
    if (program === undefined) continue;
    for (const { slip } of judgeAll(policyOf(file.text))) {
      expect(slip.span.start).toBeLessThan(slip.span.end);
      expect(file.text.slice(slip.span.start, slip.span.end).trim()).not.toBe("");
    }
  }
});

describe("what is not proved is not said to be", () => {
  const kinds = (text: string): ReadonlyMap<string, string> =>
    new Map(judgeAll(policyOf(text)).map(({ slip, judgement }) => [slip.change, judgement.kind]));

  test("a pool rests on a definition, and what draws on it with it", () => {
    const judged = kinds(`政策 试
其余 不适用

输入
  申请额: 元
  人数: 人

定义
  总量 = 100元/人 * 人数

结果
  贷款: 元

条款 甲
  人数 >= 1人 => 贷款 申请额, 支用 池 申请额

资金池 池
  总额 总量
`);
    expect(judged.get("「100元/人」写成「99.99元/人」")).toBe("differs");
    expect(judged.get("「100元/人」写成「1000元/人」")).toBe("differs");
  });

  /** 比率 has no value from 60% on: then 「比率 <= 三分之一」 is neither true nor false, and leaving it out lets 乙 hold. */
  test("a condition on an outcome that may have no value", () => {
    const judged = kinds(`政策 试
其余 不适用

输入
  甲数: 人
  乙数: 人, 至少 1人
  面积: 亩

定义
  占比 = 甲数 / 乙数

结果
  比率: 比例
  办理: 事项

条款 甲
  占比 > 60% => 比率 0.5‰

条款 乙
  (比率 <= 三分之一 且 面积 > 10亩) 或 (比率 > 5.5% 且 面积 > 5亩) 或 (面积 > 10亩 且 比率 > 1‰) => 应当 办理
`);
    expect(judged.get("漏写「比率 <= 三分之一」")).toBe("differs");
  });

  /** Ten parts of nothing are nothing, but nothing cannot be divided by: with 甲数 0 the one answers, the other refuses. */
  test("nothing multiplied, and nothing divided", () => {
    const judged = kinds(`政策 试
其余 不适用

输入
  甲数: 数, 至少 0

结果
  数额: 元
  余额: 元 = 0元 * 甲数

条款 甲
  甲数 <= 3 => 数额 0元 * 甲数
`);
    expect(judged.get("「*」写成「/」")).toBe("differs");
  });
});
