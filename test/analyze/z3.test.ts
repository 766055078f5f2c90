/**
 * A theorem prover of other making judges the same policies: overlap, gap and dead rule are found where z3 finds a case
 * (or finds that there is none), and nowhere else. Its sums share nothing with ours.
 */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { init, type Arith, type Bool } from "z3-solver/build/node.js";
import { compile } from "../../compiler/compile.ts";
import { SourceFile } from "../../diagnostics/source.ts";

type Condition =
  | {
      readonly kind: "count";
      readonly term: "男职工" | "女职工" | "总数";
      readonly operator: Operator;
      readonly figure: number;
    }
  | { readonly kind: "area" | "share"; readonly operator: Operator; readonly figure: number }
  | { readonly kind: "flag" }
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "and" | "or"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition };
type Operator = "<" | "<=" | ">" | ">=" | "=";

interface Rule {
  readonly condition: Condition;
  /** Of earlier rules, which it is an exception to. */
  readonly beats: readonly number[];
}

const values = ["甲类", "乙类", "丙类"];
const operator = fc.constantFrom<Operator>("<", "<=", ">", ">=", "=");
const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({
      kind: fc.constant("count" as const),
      term: fc.constantFrom("男职工" as const, "女职工" as const, "总数" as const),
      operator,
      figure: fc.integer({ min: 0, max: 6 }),
    }),
    // Tenths of a 亩, and per cent.
    fc.record({ kind: fc.constant("area" as const), operator, figure: fc.integer({ min: 0, max: 30 }) }),
    fc.record({ kind: fc.constant("share" as const), operator, figure: fc.constantFrom(0, 5, 50, 100, 150) }),
    fc.constant({ kind: "flag" as const }),
    fc.record({ kind: fc.constant("list" as const), values: fc.subarray(values, { minLength: 1, maxLength: 2 }) }),
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      parts: fc.array(tie("any"), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("not" as const), part: tie("any") }),
  ),
})).any;

const rules: fc.Arbitrary<readonly Rule[]> = fc
  .array(fc.record({ condition, beats: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }) }), {
    minLength: 2,
    maxLength: 4,
  })
  .map((list) =>
    list.map((rule, index) => ({
      condition: rule.condition,
      beats: rule.beats.flatMap((isBeaten, earlier) => (isBeaten && earlier < index ? [earlier] : [])),
    })),
  );

function textOf(of: Condition): string {
  switch (of.kind) {
    case "count":
      return `${of.term} ${of.operator} ${of.figure}人`;
    case "area":
      return `面积 ${of.operator} ${of.figure / 10}亩`;
    case "share":
      return `女职工 / 男职工 ${of.operator} ${of.figure}%`;
    case "flag":
      return "困难";
    case "list":
      return `类别 属于 ${of.values.join("、")}`;
    case "and":
    case "or":
      return `(${of.parts.map(textOf).join(of.kind === "and" ? " 且 " : " 或 ")})`;
    case "not":
      return `非 (${textOf(of.part)})`;
  }
}

const policyOf = (list: readonly Rule[]): string => `政策 例
输入
  男职工: 人, 至少 1人
  女职工: 人
  面积: 亩
  困难: 是否
  类别: ${values.join(" | ")}
定义
  总数 = 男职工 + 女职工
结果
  补贴: 元
${list
  .map(({ condition: of, beats }, index) => {
    const exception = beats.length === 0 ? "" : ` 例外于 ${beats.map((beaten) => `第${beaten}`).join("、")}`;
    return `条款 第${index}${exception}\n  ${textOf(of)} => 补贴 ${index + 1}元`;
  })
  .join("\n")}
`;

const { Context, em } = await init();
const z = Context("main");
afterAll(() => {
  em.PThread.terminateAllThreads();
});

const men = z.Int.const("男职工");
const women = z.Int.const("女职工");
const area = z.Real.const("面积");
const poor = z.Bool.const("困难");
const kind = z.Int.const("类别");

const all = (list: readonly Bool[]): Bool => z.And(...list, z.Bool.val(true)) as Bool;
const any = (list: readonly Bool[]): Bool => z.Or(...list, z.Bool.val(false)) as Bool;

function compared(left: Arith, of: Operator, right: Arith): Bool {
  const compare = { "<": left.lt, "<=": left.le, ">": left.gt, ">=": left.ge, "=": left.eq }[of];
  return compare.call(left, right as never) as Bool;
}

function meaningOf(of: Condition): Bool {
  switch (of.kind) {
    case "count": {
      const term = { 男职工: men, 女职工: women, 总数: men.add(women) }[of.term];
      return compared(term, of.operator, z.Int.val(of.figure));
    }
    case "area":
      return compared(area.mul(10), of.operator, z.Real.val(of.figure));
    case "share":
      return compared(women.mul(100), of.operator, men.mul(of.figure));
    case "flag":
      return poor;
    case "list":
      return any(of.values.map((value) => kind.eq(values.indexOf(value))));
    case "and":
      return all(of.parts.map(meaningOf));
    case "or":
      return any(of.parts.map(meaningOf));
    case "not":
      return z.Not(meaningOf(of.part)) as Bool;
  }
}

async function isPossible(claim: Bool): Promise<boolean> {
  const solver = new z.Solver();
  solver.add(men.ge(1), women.ge(0), area.ge(0), kind.ge(0), kind.le(2), claim);
  const answer = await solver.check();
  if (answer === "unknown") throw new Error("z3 cannot tell");
  return answer === "sat";
}

/** More than the usual ones, where asked for. */
const RUNS = Number(process.env["GUIJU_RANDOM_POLICIES"] ?? 100);

test("overlap, gap and dead rule stand where z3 says", async () => {
  const counts = { overlap: 0, gap: 0, "dead-rule": 0, sound: 0, unproven: 0 };
  for (const list of fc.sample(rules, { numRuns: RUNS, seed: 2020 })) {
    const text = policyOf(list);
    const found = new Set(compile([new SourceFile("例.policy", text)]).diagnostics.map(({ code }) => code));
    if (found.has("unproven")) {
      counts.unproven += 1;
      continue;
    }
    const holds = list.map((rule) => meaningOf(rule.condition));
    // An exception to an exception is one to what that is an exception to.
    const beaten = list.map((): Set<number> => new Set());
    for (const [index, { beats }] of list.entries())
      for (const other of beats) for (const each of [other, ...(beaten[other] ?? [])]) beaten[index]?.add(each);
    const wins = holds.map((held, index) =>
      all([held, ...beaten.flatMap((those, other) => (those.has(index) ? [z.Not(holds[other] as Bool) as Bool] : []))]),
    );
    const pairs = wins.flatMap((first, index) => wins.slice(index + 1).map((second) => all([first, second])));
    const overlaps = await isPossible(any(pairs));
    const gaps = await isPossible(all(holds.map((held) => z.Not(held) as Bool)));
    const alive: boolean[] = [];
    for (const win of wins) alive.push(await isPossible(win));
    const expected = { overlap: overlaps, gap: gaps, "dead-rule": alive.includes(false) };
    for (const code of ["overlap", "gap", "dead-rule"] as const) {
      expect(found.has(code), `${code}\n${text}`).toBe(expected[code]);
      if (expected[code]) counts[code] += 1;
    }
    if (!overlaps && !gaps && !alive.includes(false)) counts.sound += 1;
  }
  expect(counts.overlap).toBeGreaterThan(20);
  expect(counts.gap).toBeGreaterThan(20);
  expect(counts["dead-rule"]).toBeGreaterThan(5);
  expect(counts.unproven).toBeLessThan(RUNS / 20);
}, 600_000);
