/**
 * Random amendments of a policy, judged by a model that shares nothing with the compiler: which text of each clause is the
 * law is looked up in a list. Generated code, the reference, the consolidated text and the law of a day are held to it.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { lawOn } from "../../compiler/compare/on-day.ts";
import { compile } from "../../compiler/compile.ts";
import { consolidate } from "../../compiler/consolidate.ts";
import type { Program } from "../../compiler/lowered.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { format } from "../../grammar/index.ts";
import { answering, type Data, referenceAnswer } from "./cases.ts";

const CLAUSES = ["甲", "乙", "丙"] as const;
const ADDED = "丁";
const NAMES = [...CLAUSES, ADDED];
const START = "2020-01-01";

/** A rule `人数 >= least => 结果 amount`. */
interface Text {
  readonly least: number;
  readonly amount: number;
}

interface Change {
  readonly clause: string;
  /** None: the clause is repealed. */
  readonly text: Text | undefined;
}

interface Amendment {
  readonly day: string;
  readonly reaching: string;
  readonly changes: readonly Change[];
}

interface Law {
  /** Whether the policy has a first day: without periods, generated code goes the quick way. */
  readonly isDated: boolean;
  readonly texts: readonly Text[];
  readonly amendments: readonly Amendment[];
}

const day = fc
  .tuple(fc.integer({ min: 2019, max: 2023 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
const text = fc.record({ least: fc.integer({ min: 1, max: 9 }), amount: fc.integer({ min: 1, max: 900 }) });

/** Days that differ, none of the clauses touched after its repeal, and 丁 never before it is added. */
const law: fc.Arbitrary<Law> = fc
  .record({
    isDated: fc.boolean(),
    texts: fc.array(text, { minLength: CLAUSES.length, maxLength: CLAUSES.length }),
    drafts: fc.uniqueArray(
      fc.record({
        day: day.filter((one) => one > START),
        back: fc.option(day, { freq: 2, nil: undefined }),
        changes: fc.uniqueArray(
          fc.record({ clause: fc.constantFrom(...NAMES), text: fc.option(text, { freq: 4, nil: undefined }) }),
          { selector: ({ clause }) => clause, minLength: 1, maxLength: 3 },
        ),
      }),
      { selector: (draft) => draft.day, maxLength: 5 },
    ),
  })
  .map(({ isDated, texts, drafts }) => {
    const standing = new Set<string>(CLAUSES);
    const met = new Set<string>(CLAUSES);
    const amendments = drafts
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .map((draft): Amendment => {
        const changes = draft.changes.flatMap((change): Change[] => {
          if (!standing.has(change.clause) && met.has(change.clause)) return [];
          if (!standing.has(change.clause) && change.text === undefined) return [];
          met.add(change.clause);
          if (change.text === undefined) standing.delete(change.clause);
          else standing.add(change.clause);
          return [change];
        });
        const reaching = draft.back !== undefined && draft.back < draft.day ? draft.back : draft.day;
        return { day: draft.day, reaching, changes };
      });
    return { isDated, texts, amendments };
  });

const lineOf = (clause: string, { least, amount }: Text): string => `  人数 >= ${least}人 => 结果${clause} ${amount}元`;

const policyText = ({ isDated, texts }: Law): string =>
  [
    `政策 补助${isDated ? ` 施行 ${START}` : ""}\n其余 不适用\n\n输入\n  人数: 人\n\n结果`,
    ...NAMES.map((name) => `  结果${name}: 元`),
    ...CLAUSES.map((name, index) => `\n条款 ${name}\n${lineOf(name, texts[index] ?? { least: 1, amount: 1 })}`),
    "",
  ].join("\n");

function amendmentText({ day: from, reaching, changes }: Amendment, law: Law): string {
  const isFirst = (clause: string): boolean =>
    clause === ADDED &&
    law.amendments.find((one) => one.changes.some((change) => change.clause === clause))?.day === from;
  return [
    `修订 《补助》 施行 ${from}${reaching === from ? "" : ` 追溯 ${reaching}`}`,
    ...changes.map(({ clause, text: own }) =>
      own === undefined
        ? `\n废止 条款 ${clause}`
        : `\n${isFirst(clause) ? "增加" : "替换"} 条款 ${clause}\n${lineOf(clause, own)}`,
    ),
    "",
  ].join("\n");
}

/** Of what has come into force by the day and reaches the application, the last. */
function textOn(law: Law, clause: string, on: string, pinned: string): Text | undefined {
  let standing = CLAUSES.some((name) => name === clause) ? law.texts[NAMES.indexOf(clause)] : undefined;
  for (const amendment of law.amendments)
    for (const change of amendment.changes)
      if (change.clause === clause && amendment.day <= on && amendment.reaching <= pinned) standing = change.text;
  return standing;
}

interface Query {
  readonly people: number;
  readonly on: string;
  readonly pinned: string | undefined;
}

const query: fc.Arbitrary<Query> = fc.record({
  people: fc.integer({ min: 0, max: 10 }),
  on: day,
  pinned: fc.option(day, { nil: undefined }),
});

/** Days that matter, besides random ones: the ends of what is the law. */
const turningDays = ({ amendments }: Law): readonly string[] =>
  amendments.flatMap(({ day: from, reaching }) => [from, reaching, before(from), before(reaching)]);

function before(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

const expectedOf = (law: Law, { people, on, pinned = on }: Query): readonly string[] =>
  NAMES.map((name) => {
    const own = textOn(law, name, on, pinned);
    if (own === undefined || people < own.least) return "notApplicable";
    return law.isDated && on < START ? "notInForce" : String(own.amount);
  });

function said(outcomes: ReturnType<typeof referenceAnswer>): readonly string[] {
  return NAMES.map((name) => {
    const outcome = outcomes[`结果${name}`];
    return outcome?.status === "determined" ? String(outcome.value) : (outcome?.status ?? "");
  });
}

const answered = (program: Program, data: Data): readonly string[] => said(referenceAnswer(program, data));

const runs = Number(process.env["PROPERTY_RUNS"] ?? 40);

test("each day and each application has the law that a list of texts gives it", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(law, fc.array(query, { minLength: 10, maxLength: 10 }), async (made, random) => {
      const files = [
        new SourceFile("补助.policy", policyText(made)),
        ...made.amendments.map((one, index) => new SourceFile(`修订${index}.policy`, amendmentText(one, made))),
      ];
      const { policies, diagnostics } = compile(files);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      const [policy] = policies;
      if (policy?.program === undefined) throw new Error("no program");
      const both = await answering(policy.program);
      const turning = turningDays(made).flatMap((on): Query[] => [
        { people: 5, on, pinned: undefined },
        { people: 5, on: "2023-12-31", pinned: on },
      ]);
      for (const one of [...random, ...turning]) {
        const { people, on, pinned } = one;
        const data = { 人数: people, 基准日: on, ...(pinned === undefined ? {} : { 适用版本日: pinned }) };
        const isPinnable = policy.program.inputs.some(({ name }) => name === "适用版本日");
        if (pinned !== undefined && !isPinnable) continue;
        const expected = expectedOf(made, one);
        expect(said(both(data))).toEqual(expected);
      }
      for (const { on, people } of [...random.slice(0, 2), ...turning.slice(0, 12)]) {
        const expected = expectedOf(made, { on, people, pinned: undefined });
        const consolidated = format(new SourceFile("补助.policy", consolidate(policy, on)));
        const alone = compile([new SourceFile("补助.policy", consolidated)]);
        expect(alone.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        const [program] = alone.policies.flatMap((each) => each.program ?? []);
        if (program === undefined) throw new Error("no consolidated program");
        expect(answered(program, { 人数: people, 基准日: on })).toEqual(expected);
        // Of a day, what is not in force is left out.
        const outOfForce = expected.map((answer) => (answer === "notInForce" ? "notApplicable" : answer));
        expect(answered(lawOn(policy.program, on), { 人数: people })).toEqual(outOfForce);
      }
    }),
    { numRuns: runs, seed: 20210101 },
  );
});
