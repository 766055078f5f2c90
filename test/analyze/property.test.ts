import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze } from "../../compiler/4-analyze/index.ts";
import type { OutcomeEvaluation } from "../../compiler/evaluate/index.ts";
import { evaluate, readInput } from "../../compiler/evaluate/index.ts";
import { unbeaten } from "../../compiler/evaluate/decide.ts";
import type { ComparisonOperator, Expression, Input, Period, Program, Value } from "../../compiler/lowered.ts";
import { rational } from "../../grammar/rational.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RuleSketch } from "./builder.ts";
import {
  and,
  arithmetic,
  choice,
  compare,
  date,
  flag,
  input,
  literal,
  member,
  money,
  month,
  not,
  or,
  origin,
  people,
  program,
  ratio,
  read,
  rule,
  value,
} from "./builder.ts";

const staff = input("职工", people, { minimum: "1", maximum: "2000" });
const cut = input("裁员", people, { minimum: "0" });
const income = input("收入", money, { minimum: "0" });
const rate = input("比率", ratio);
const poor = input("困难", flag);
const kind = input("类别", choice("甲", "乙", "丙"));
const when = input("月份", month);
const total = input("总数", people, { minimum: "0" });
const today = input("基准日", date);
const inputs: readonly Input[] = [staff, cut, income, rate, poor, kind, when, total, today];

const counts = ["0", "1", "5", "28", "55", "56", "100", "500", "501", "1000"];
const amounts = ["0", "0.01", "100", "99.99", "36000", "36000.01"];
const rates = ["0", "5%", "5.5%", "20%"];
const months = ["2020-03", "2020-04", "2020-06", "2020-07"];

const operator = fc.constantFrom<ComparisonOperator>("<", "<=", ">", ">=", "=", "!=");
const share = arithmetic(read(cut), "/", read(staff), ratio);
const doubtful = arithmetic(read(cut), "/", read(total), ratio);
const smaller: Expression = {
  kind: "extreme",
  which: "min",
  operands: [read(staff), read(cut)],
  type: people,
  origin,
};
const rounded: Expression = {
  kind: "round",
  method: "halfUp",
  step: rational(100),
  operand: read(income),
  type: money,
  origin,
};
const days = ["2020-03-31", "2020-04-01", "2020-06-30", "2020-07-01"];

const atom: fc.Arbitrary<Expression> = fc.oneof(
  fc.tuple(operator, fc.constantFrom(...counts)).map(([by, text]) => compare(staff, by, text)),
  fc.tuple(operator, fc.constantFrom(...counts)).map(([by, text]) => compare(cut, by, text)),
  fc.tuple(operator, fc.constantFrom(...amounts)).map(([by, text]) => compare(income, by, text)),
  fc.tuple(operator, fc.constantFrom(...rates)).map(([by, text]) => compare(rate, by, text)),
  fc.tuple(operator, fc.constantFrom(...months)).map(([by, text]) => compare(when, by, text)),
  fc.tuple(operator, fc.constantFrom(...rates)).map(([by, text]) => compare(share, by, text)),
  fc
    .tuple(operator, fc.constantFrom(...rates))
    .map(([by, text]) => compare(cut, by, arithmetic(read(staff), "*", literal(text, ratio)))),
  fc
    .tuple(operator, fc.constantFrom(...counts))
    .map(([by, text]) => compare(arithmetic(read(staff), "-", read(cut)), by, text)),
  fc.subarray(["甲", "乙", "丙"], { minLength: 1, maxLength: 2 }).map((names) => member(kind, ...names)),
  fc.constantFrom("甲", "乙").map((name) => compare(kind, "=", name)),
  fc.tuple(operator, fc.constantFrom(...rates)).map(([by, text]) => compare(doubtful, by, text)),
  fc
    .tuple(operator, fc.constantFrom(...rates))
    .map(([by, text]) => compare(cut, by, arithmetic(read(total), "*", literal(text, ratio)))),
  operator.map((by) => compare(cut, by, total)),
  fc.tuple(operator, fc.constantFrom(...counts)).map(([by, text]) => compare(smaller, by, text)),
  fc.tuple(operator, fc.constantFrom(...amounts)).map(([by, text]) => compare(rounded, by, text)),
  fc.tuple(operator, fc.constantFrom(...days)).map(([by, text]) => compare(today, by, text)),
  fc.constant(read(poor)),
);

const half = arithmetic(read(income), "*", literal("0.5", ratio));
const part = arithmetic(arithmetic(read(income), "*", literal("0.25", ratio)), "+", literal("0.25", ratio));
const periods: readonly (Period | undefined)[] = [
  undefined,
  { from: "2020-04-01", to: undefined },
  { from: "2020-04-01", to: "2020-06-30" },
  { from: "2020-01-01", to: "2020-03-31" },
];

const condition: fc.Arbitrary<Expression> = fc.oneof(
  { depthSize: "small" },
  atom,
  atom.map(not),
  fc.array(atom, { minLength: 2, maxLength: 3 }).map((parts) => and(...parts)),
  fc.array(atom, { minLength: 2, maxLength: 3 }).map((parts) => or(...parts)),
  fc.tuple(atom, atom, atom).map(([a, b, c]) => and(a, not(or(b, c)))),
);

/** A rule beats some of those before it, and all that they beat. */
const rules: fc.Arbitrary<readonly RuleSketch[]> = fc
  .array(
    fc.record({
      when: fc.option(condition, { nil: undefined, freq: 12 }),
      gives: fc.constantFrom<string | Expression>("100%", "100%", "70%", "50%", half, part),
      period: fc.constantFrom(undefined, undefined, ...periods),
      beats: fc.array(fc.nat({ max: 4 }), { maxLength: 2 }),
      otherwise: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((sketches) => {
    const made: RuleSketch[] = [];
    for (const [index, sketch] of sketches.entries()) {
      const isLast = index === sketches.length - 1;
      if (isLast && sketch.otherwise && index > 0) {
        made.push(rule(`第${index}`, undefined, sketch.gives, { otherwise: true }));
        continue;
      }
      const period = sketch.period === undefined ? {} : { period: sketch.period };
      const direct = sketch.beats.filter((place) => place < index).map((place) => `第${place}`);
      const inherited = direct.flatMap((clause) => made.find((other) => other.clause === clause)?.beats ?? []);
      made.push(
        rule(`第${index}`, sketch.when, sketch.gives, { beats: [...new Set([...direct, ...inherited])], ...period }),
      );
    }
    return made;
  });

const samples: Readonly<Record<string, readonly string[]>> = {
  职工: ["1", "2", "5", "6", "100", "200", "500", "501", "1000", "2000", "37"],
  裁员: [...counts, "4", "6", "27", "29", "54", "110", "27", "400"],
  收入: [...amounts, "100.01", "50", "35999.99", "1000000"],
  比率: [...rates, "4.9%", "5.2%", "6%", "100%", "19.99%"],
  困难: ["是", "否"],
  类别: ["甲", "乙", "丙"],
  总数: ["0", "1", "20", "55", "100", "500", "1000"],
  基准日: [...days, "2019-12-31", "2020-05-13", "2021-01-01"],
  月份: [...months, "2020-02", "2020-05", "2021-01"],
};
const data: fc.Arbitrary<ReadonlyMap<string, Value>> = fc
  .tuple(...inputs.map((each) => fc.constantFrom(...(samples[each.name] ?? []))))
  .map((texts) => new Map(inputs.map((each, index) => [each.name, value(texts[index] ?? "", each.type)])));

interface Checked {
  readonly compiled: Program;
  readonly cases: readonly ReadonlyMap<string, Value>[];
}
const checked: fc.Arbitrary<Checked> = fc.record({
  compiled: rules.map((list) => program({ inputs, rules: list })),
  cases: fc.array(data, { minLength: 60, maxLength: 60 }),
});

const answerOf = (compiled: Program, values: ReadonlyMap<string, Value>): OutcomeEvaluation | undefined => {
  const evaluation = evaluate(compiled, values);
  return evaluation.kind === "evaluation" ? evaluation.outcomes.get("结果") : undefined;
};

/** The clauses whose rules decide in this case. */
function deciding({ rules }: OutcomeEvaluation): readonly string[] {
  const ordinary = unbeaten(rules.filter(({ rule: { otherwise } }) => !otherwise));
  const winners = ordinary.length > 0 ? ordinary : unbeaten(rules.filter(({ rule: { otherwise } }) => otherwise));
  return winners.map((winner) => winner.rule.clause);
}

/** Findings whose case is not what they say it is. */
function falseWitnesses(compiled: Program, found: readonly Diagnostic[]): readonly string[] {
  return found.flatMap((one) => {
    if (one.code !== "overlap" && one.code !== "gap") return [];
    const reading = readInput(compiled, one.witness);
    const status = reading.kind === "values" ? answerOf(compiled, reading.values)?.state.status : "refused";
    return status === (one.code === "gap" ? "notApplicable" : "conflict") ? [] : [`${one.message}: ${status ?? ""}`];
  });
}

/** Cases that the findings ought to have told of, and did not. */
function missed({ compiled, cases }: Checked, found: readonly Diagnostic[]): readonly string[] {
  const has = (code: string, words = ""): boolean =>
    found.some((one) => one.code === code && one.message.includes(words));
  const silent = [
    ...(has("overlap") || has("unproven", "冲突") ? [] : ["conflict"]),
    ...(has("gap") || has("unproven", "每种情形") ? [] : ["notApplicable"]),
  ];
  const dead = found.filter(({ code }) => code === "dead-rule").map(({ message }) => message.split("」")[0]?.slice(1));
  return cases.flatMap((values) => {
    const answer = answerOf(compiled, values);
    if (answer === undefined) return [];
    const alive = deciding(answer).filter((clause) => dead.includes(clause));
    return [...silent.filter((status) => status === answer.state.status), ...alive];
  });
}

describe("the proof against the reference evaluator", () => {
  it("never misses an overlap or a gap, never calls a live rule dead, and shows only cases that replay", () => {
    fc.assert(
      fc.property(checked, (one) => {
        const found = analyze(one.compiled);
        expect(falseWitnesses(one.compiled, found)).toEqual([]);
        expect(missed(one, found)).toEqual([]);
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 300) },
    );
  });
});
