import { describe, expect, it, vi } from "vitest";
import { analyze } from "../../compiler/4-analyze/index.ts";
import type { Expression } from "../../compiler/lowered.ts";
import type { ProgramSketch, RuleSketch } from "./builder.ts";
import {
  and,
  arithmetic,
  choice,
  compare,
  flag,
  input,
  money,
  not,
  or,
  origin,
  people,
  program,
  ratio,
  read,
  rule,
} from "./builder.ts";
import { codes, findings } from "./support.ts";

const income = input("收入", money, { minimum: "0" });
const staff = input("职工", people, { minimum: "0" });
const cut = input("裁员", people, { minimum: "0" });
const share = arithmetic(read(cut), "/", read(staff), ratio);

/** Neighbouring stretches of one quantity, each with a value of its own. */
function brackets(count: number, quantity: Expression, boundary: (index: number) => string): readonly RuleSketch[] {
  return Array.from({ length: count }, (_, index) => {
    const parts = [
      ...(index === 0 ? [] : [compare(quantity, ">", boundary(index))]),
      ...(index === count - 1 ? [] : [compare(quantity, "<=", boundary(index + 1))]),
    ];
    return rule(`第${index}级`, and(...parts), `${index}`);
  });
}

/** Steps are counted rather than timed: calls of what compares numbers, boxes and regions, and runs cases. */
const counted = vi.hoisted(() => ({ steps: 0 }));

/** A module as it is, each call of whose functions is a step. */
const counting = vi.hoisted(() => async (original: () => Promise<Record<string, unknown>>) => {
  const isFunction = (member: unknown): member is (...parameters: unknown[]) => unknown =>
    typeof member === "function" && !/^class\b/.test(String(member));
  const count = (member: unknown): unknown =>
    !isFunction(member)
      ? member
      : (...parameters: unknown[]): unknown => {
          counted.steps += 1;
          return member(...parameters);
        };
  return Object.fromEntries(Object.entries(await original()).map(([name, member]) => [name, count(member)]));
});
vi.mock("../../grammar/rational.ts", counting);
vi.mock("../../compiler/4-analyze/box.ts", counting);
vi.mock("../../compiler/4-analyze/dimension.ts", counting);
vi.mock("../../compiler/4-analyze/interval.ts", counting);
vi.mock("../../compiler/4-analyze/linear.ts", counting);
vi.mock("../../compiler/4-analyze/normal-form.ts", counting);
vi.mock("../../compiler/4-analyze/polynomial.ts", counting);
vi.mock("../../compiler/4-analyze/solve.ts", counting);
vi.mock("../../compiler/evaluate/index.ts", counting);

function stepsOf(work: () => void): number {
  const before = counted.steps;
  work();
  return counted.steps - before;
}

const onOneQuantity = (count: number): ProgramSketch => ({
  inputs: [income],
  rules: brackets(count, read(income), (index) => `${index * 100}`),
});

const onOneProportion = (count: number): ProgramSketch => ({
  inputs: [staff, cut],
  rules: brackets(count, share, (index) => `${index / 10}%`),
});

function onOneList(count: number): ProgramSketch {
  const names = Array.from({ length: count }, (_, index) => `类${index}`);
  const kind = input("类别", choice(...names));
  return { inputs: [kind], rules: names.map((name, index) => rule(name, compare(kind, "=", name), `${index}`)) };
}

function asExceptions(count: number): ProgramSketch {
  const exceptions = brackets(count, read(income), (index) => `${index * 100}`).slice(1);
  return {
    inputs: [income],
    rules: [rule("一般", undefined, "50%"), ...exceptions.map((each) => ({ ...each, beats: ["一般"] }))],
  };
}

describe("a thousand clauses", () => {
  it.each([
    ["on one quantity", onOneQuantity],
    ["on one proportion", onOneProportion],
    ["on one list of values", onOneList],
    ["as exceptions to one", asExceptions],
  ])("%s take some ten times the steps that a hundred take", (_, sketch) => {
    const steps = (count: number): number => stepsOf(() => expect(codes(sketch(count))).toEqual([]));
    const hundred = steps(100);
    expect(hundred).toBeGreaterThan(1000);
    expect(steps(1000) / hundred).toBeLessThan(12);
  });

  it("on one quantity: a hole in one is found", () => {
    const { inputs, rules } = onOneQuantity(1000);
    const broken = rules.map((each, index) =>
      index === 500 ? { ...each, when: compare(income, "=", "50050") } : each,
    );
    expect(findings({ inputs, rules: broken }).map(({ code, witness }) => [code, witness])).toEqual([
      ["gap", { 收入: 50100 }],
    ]);
  });

  it("on one quantity, each looked at a few times, and not once for each other", () => {
    const plain = program(onOneQuantity(1000));
    let looks = 0;
    const outcomes = plain.outcomes.map((outcome) => ({
      ...outcome,
      rules: outcome.rules.map((each) => ({
        ...each,
        get otherwise() {
          looks += 1;
          return each.otherwise;
        },
      })),
    }));
    expect(analyze({ ...plain, outcomes })).toEqual([]);
    expect(looks).toBeLessThan(10_000);
  });

  it("that all clash: the first twenty overlaps are told, and ten times the clauses take ten times the steps", () => {
    const clashing = (count: number): ProgramSketch => {
      const flags = Array.from({ length: count }, (_, index) => input(`情形${index}`, flag));
      return {
        inputs: flags,
        rules: flags.map((each, index) => rule(`第${index}条`, read(each), `${index}`)),
        restNotApplicable: true,
      };
    };
    const steps = (count: number): number => stepsOf(() => expect(codes(clashing(count))).toHaveLength(20));
    expect(steps(1000) / steps(100)).toBeLessThan(12);
  });
});

describe("conditions that combine into too many cases", () => {
  it("are said to be unproven, once", () => {
    const flags = Array.from({ length: 40 }, (_, index) => input(`情形${index}`, flag));
    const pairs = Array.from({ length: 20 }, (_, index) =>
      or(...flags.slice(index * 2, index * 2 + 2).map((each) => read(each))),
    );
    const rules = [rule("甲", and(...pairs), "1"), rule("乙", not(and(...pairs)), "0")];
    const found = findings({ inputs: flags, rules });
    expect(found.map(({ code }) => code)).toEqual(["unproven"]);
    expect(found[0]?.message).toContain("「甲」的条件组合起来超过 512 种情形");
  });

  it("are followed through long chains of abbreviations", () => {
    const definitions = [{ name: "一", expression: read(staff) }];
    for (let index = 1; index < 10_000; index += 1) {
      const before: Expression = { kind: "definition", name: definitions.at(-1)?.name ?? "", type: people, origin };
      definitions.push({ name: `第${index}步`, expression: arithmetic(before, "+", read(staff)) });
    }
    const last: Expression = { kind: "definition", name: "第9999步", type: people, origin };
    // The last is 10000 times the number of staff.
    const rules = [rule("少", compare(last, "<=", "20000"), "1"), rule("多", compare(staff, ">", "2"), "0")];
    expect(codes({ inputs: [staff], definitions, rules })).toEqual([]);
    const always = [rule("全", compare(last, ">=", "-1"), "1")];
    expect(codes({ inputs: [staff], definitions, rules: always })).toEqual(["always-true"]);
  });
});
