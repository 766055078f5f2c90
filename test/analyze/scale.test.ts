import { describe, expect, it } from "vitest";
import { analyze } from "../../compiler/4-analyze/index.ts";
import type { Expression } from "../../compiler/lowered.ts";
import type { RuleSketch } from "./builder.ts";
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

function within(milliseconds: number, work: () => void): void {
  const start = performance.now();
  work();
  expect(performance.now() - start).toBeLessThan(milliseconds);
}

describe("a thousand clauses", () => {
  it("on one quantity", () => {
    const rules = brackets(1000, read(income), (index) => `${index * 100}`);
    within(3000, () => expect(codes({ inputs: [income], rules })).toEqual([]));
    const broken = rules.map((each, index) =>
      index === 500 ? { ...each, when: compare(income, "=", "50050") } : each,
    );
    expect(findings({ inputs: [income], rules: broken }).map(({ code, witness }) => [code, witness])).toEqual([
      ["gap", { 收入: 50100 }],
    ]);
  });

  it("on one quantity, each looked at a few times, and not once for each other", () => {
    const plain = program({ inputs: [income], rules: brackets(1000, read(income), (index) => `${index * 100}`) });
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

  it("on one proportion", () => {
    const rules = brackets(1000, share, (index) => `${index / 10}%`);
    within(5000, () => expect(codes({ inputs: [staff, cut], rules })).toEqual([]));
  });

  it("on one list of values", () => {
    const names = Array.from({ length: 1000 }, (_, index) => `类${index}`);
    const kind = input("类别", choice(...names));
    const rules = names.map((name, index) => rule(name, compare(kind, "=", name), `${index}`));
    within(3000, () => expect(codes({ inputs: [kind], rules })).toEqual([]));
  });

  it("as exceptions to one", () => {
    const exceptions = brackets(1000, read(income), (index) => `${index * 100}`)
      .slice(1)
      .map((each) => ({ ...each, beats: ["一般"] }));
    within(3000, () =>
      expect(codes({ inputs: [income], rules: [rule("一般", undefined, "50%"), ...exceptions] })).toEqual([]),
    );
  });

  it("that all clash: the first twenty overlaps are told", () => {
    const flags = Array.from({ length: 300 }, (_, index) => input(`情形${index}`, flag));
    const rules = flags.map((each, index) => rule(`第${index}条`, read(each), `${index}`));
    within(3000, () => expect(codes({ inputs: flags, rules, restNotApplicable: true })).toHaveLength(20));
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
