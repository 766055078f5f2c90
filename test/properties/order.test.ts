/** The order of clauses says nothing: put otherwise, they give the same answers, in both evaluators. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { generated, load, programOf, reference } from "../emit/helpers.ts";
import { known, randomData } from "./random/data.ts";
import { randomPolicy } from "./random/policy.ts";

const policies = Number(process.env["GUIJU_RANDOM_POLICIES"] ?? 40);

/** The same policy with its clauses the other way round. */
function turned(text: string): string {
  const [head = "", ...clauses] = text.split("\n条款 ");
  return [head, ...clauses.toReversed().map((clause) => `${clause.trimEnd()}\n`)].join("\n条款 ");
}

/** Clauses are listed in the author's order, and named so in words; of several reasons, the first clause's is told. */
const unordered = (answer: unknown): string =>
  JSON.stringify(answer, (key, value: unknown) =>
    key === "clauses" && Array.isArray(value)
      ? value.toSorted()
      : key === "text" || key === "reason"
        ? undefined
        : value,
  );

test("random policies", async () => {
  let answers = 0;
  for (const text of fc.sample(randomPolicy, { numRuns: policies, seed: 20200513 })) {
    const [there, back] = [programOf(text), programOf(turned(text))];
    const module = await load(turned(text));
    for (const sample of fc.sample(randomData, { numRuns: 20, seed: 1 })) {
      const data = known(there, sample);
      const expected = unordered(reference(there, data));
      expect(unordered(reference(back, data)), `${text}\n${JSON.stringify(data)}`).toBe(expected);
      expect(unordered(generated(module, data)), `${text}\n${JSON.stringify(data)}`).toBe(expected);
      answers += 1;
    }
  }
  expect(answers).toBe(20 * policies);
}, 300_000);

test("of two periods that begin on one day, the one that ends first is named", async () => {
  const text = `政策 试
其余 不适用

结果
  补贴: 元

条款 全年 施行 2021-01-01 至 2021-12-31
  => 补贴 100元

条款 半年 施行 2021-01-01 至 2021-06-30
  => 补贴 100元
`;
  for (const each of [text, turned(text)]) {
    const data = { 基准日: "2020-12-31" };
    const expected = { status: "notInForce", from: "2021-01-01", to: "2021-06-30", clauses: ["试/半年"] };
    expect(reference(programOf(each), data)).toMatchObject({ outcomes: { 补贴: expected } });
    expect(generated(await load(each), data)).toMatchObject({ outcomes: { 补贴: expected } });
  }
});

test("of two pools that are exhausted, the first by name is told, with all clauses that draw on it", async () => {
  const text = `政策 试
其余 不适用

输入
  申请额: 元

结果
  贷款: 元

条款 甲
  => 贷款 申请额, 支用 甲池 申请额

条款 乙
  => 贷款 申请额, 支用 乙池 申请额

条款 丙
  => 贷款 申请额, 支用 乙池 申请额

资金池 甲池
  总额 100元

资金池 乙池
  总额 200元
`;
  for (const each of [text, turned(text)]) {
    const expected = { status: "exhausted", pool: "乙池", remaining: "200" };
    for (const answer of [
      reference(programOf(each), { 申请额: 300 }),
      generated(await load(each), { 申请额: 300 }),
    ] as const) {
      expect(answer).toMatchObject({ outcomes: { 贷款: expected } });
      const { clauses } = (answer as { outcomes: { 贷款: { clauses: readonly string[] } } }).outcomes.贷款;
      expect(clauses.toSorted()).toEqual(["试/丙", "试/乙"]);
    }
  }
});
