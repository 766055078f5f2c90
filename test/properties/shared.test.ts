/** What both ways to an answer share, lowering and the calendar, held against another way to say the same. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomeResult } from "../../compiler/evaluate/result.ts";
import { compile, evaluate, readInput, SourceFile } from "../../compiler/index.ts";
import type { Evaluation } from "../../compiler/evaluate/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import type { EvaluationResult } from "../../runtime/contract.ts";
import { isWorkday } from "../../runtime/calendar.ts";
import { addDays, dayNumber } from "../../runtime/dates.ts";
import { programOf, reference } from "../emit/helpers.ts";
import { known, randomData, type Data } from "./random/data.ts";
import { declarations, randomFolder } from "./random/policy.ts";
import { table } from "./random/sections.ts";
import { offered, type Terms } from "./random/terms.ts";

const seed = 20200513;

function evaluated(program: Program, data: Data): Evaluation | undefined {
  const read = readInput(program, known(program, data));
  const evaluation = read.kind === "faults" ? undefined : evaluate(program, read.values);
  return evaluation?.kind === "evaluation" ? evaluation : undefined;
}

describe("what is imported", () => {
  /** As the policy itself calls it: an importer calls what it does not name 政策/名. */
  function answer(program: Program, evaluation: Evaluation, name: string): string | undefined {
    const outcome = evaluation.outcomes.get(name);
    return outcome && JSON.stringify(outcomeResult(program, outcome)).replaceAll("旧策/", "");
  }

  test("answers as it does in its own policy", () => {
    const statuses = new Map<string, number>();
    for (const folder of fc.sample(randomFolder, { numRuns: 200, seed })) {
      const files = Object.entries(folder).map(([name, text]) => new SourceFile(`${name}.policy`, text));
      const [own, importing] = compile(files, { prove: false }).policies.map(({ program }) => program);
      if (own === undefined || importing === undefined) continue;
      for (const data of fc.sample(randomData, { numRuns: 20, seed })) {
        const [before, after] = [evaluated(own, data), evaluated(importing, data)];
        if (before === undefined || after === undefined) continue;
        for (const name of offered.filter((one) => after.outcomes.has(one))) {
          expect(answer(importing, after, name), `${own.file.text}${JSON.stringify(data)}`).toBe(
            answer(own, before, name),
          );
          const status = after.outcomes.get(name)?.state.status ?? "";
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }
    }
    for (const status of [
      "determined",
      "discretion",
      "notApplicable",
      "notInForce",
      "missing",
      "exhausted",
      "conflict",
    ])
      expect(statuses.get(status) ?? 0, `${status} ${JSON.stringify([...statuses])}`).toBeGreaterThan(2);
  }, 60_000);
});

describe("a table", () => {
  const terms: Terms = { prefix: "", imported: [], isPlain: false };

  const conditionOf = (column: string, cell: string): string => {
    const [, from, to] = /^(\d{4}-\d{2})—(\d{4}-\d{2})$/.exec(cell) ?? [];
    if (from !== undefined) return `${column} >= ${from} 且 ${column} <= ${to}`;
    if (/^(超过|不满|属于)|(以下|以上)$/.test(cell)) return `${column} ${cell}`;
    return `${column} = ${cell}`;
  };

  const resultOf = (column: string, cell: string): string =>
    cell.startsWith("可 ") ? `可 ${column} ${cell.slice(2)}` : `${column} ${cell}`;

  /** The rows of a table written out. */
  function asClauses(text: string): string {
    const [head = [], ...rows] = [...text.matchAll(/^ {2}\| (.*) \|$/gm)].map(([, row = ""]) => row.split(" | "));
    const clauses = rows.map((cells, place) => {
      const given = cells.flatMap((cell, index) => (cell === "-" ? [] : [{ cell, column: head[index] ?? "" }]));
      const isResult = ({ column }: { readonly column: string }): boolean => column === "比率" || column === "标准";
      const conditions = given.filter((one) => !isResult(one)).map(({ column, cell }) => conditionOf(column, cell));
      const results = given.filter(isResult).map(({ column, cell }) => resultOf(column, cell));
      return results.length === 0 ? "" : `条款 行${place}\n  ${conditions.join(" 且 ")} => ${results.join(", ")}\n`;
    });
    return clauses.join("");
  }

  const withoutNames = (answer: unknown): unknown =>
    JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
      key === "clauses" || key === "text" ? undefined : value,
    );

  test("answers as its rows do, written as clauses", () => {
    let decided = 0;
    for (const { text } of fc.sample(table(terms), { numRuns: 60, seed })) {
      const head = `政策 表\n其余 不适用\n${declarations(terms)}`;
      const [tabled, written] = [programOf(head + text), programOf(head + asClauses(text))];
      for (const data of fc.sample(randomData, { numRuns: 20, seed })) {
        const answer = reference(tabled, known(tabled, data));
        const other = reference(written, known(written, data));
        expect(withoutNames(answer), `${text}${JSON.stringify(data)}`).toEqual(withoutNames(other));
        if (/"(比率|标准)":\{"status":"(determined|discretion|conflict)"/.test(JSON.stringify(answer))) decided += 1;
      }
    }
    expect(decided).toBeGreaterThan(200);
  }, 60_000);
});

describe("a span of months", () => {
  const text = (place: number): string =>
    `${2019 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}`;
  const words = (place: number): string => `${2019 + Math.floor(place / 12)}年${(place % 12) + 1}月`;
  const forms = [
    (from: number, to: number) => `所属月 在 ${text(from)} 至 ${text(to)} => 办理`,
    (from: number, to: number) => `所属月 在 ${words(from)}—${words(to)} => 办理`,
    (from: number, to: number) => `所属月在${words(from)}至${words(to)}之间的,办理。`,
  ];

  /** Months since January 2019, of four years. */
  const place = fc.nat(47);

  test("holds from its first month to its last, across any turn of the year", () => {
    fc.assert(
      fc.property(place, place, fc.constantFrom(...forms), (a, b, form) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const program = programOf(
          `政策 月\n其余 不适用\n输入\n  所属月: 月份\n结果\n  办理: 事项\n条款 甲\n  ${form(from, to)}\n`,
        );
        for (const month of new Set(
          [from - 1, from, from + 1, to - 1, to, to + 1, from - 12, to + 12].filter((one) => one >= 0),
        ))
          expect(reference(program, { 所属月: text(month) })).toMatchObject({
            outcomes: { 办理: { status: from <= month && month <= to ? "determined" : "notApplicable" } },
          });
      }),
      { numRuns: 100, seed },
    );
  });
});

describe("a deadline in working days", () => {
  const first = dayNumber("2004-01-01");
  const last = dayNumber("2026-12-31");
  const counts = [1, 2, 5, 10, 30];
  const program = programOf(`政策 期限
其余 不适用
输入
  起日: 日期
结果
${counts.map((count) => `  事${count}: 事项`).join("\n")}
${counts.map((count) => `条款 条${count}\n  => 应当 事${count}, 期限 起日 起 ${count}个工作日内\n`).join("")}`);

  test("is the working day with so many after the first day, itself included", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: last - first - 60 }), fc.constantFrom(...counts), (days, count) => {
        const from = addDays("2004-01-01", days) ?? "";
        const { outcomes } = reference(program, { 起日: from }) as EvaluationResult;
        const { due = "" } = outcomes[`事${count}`] as { readonly due?: string };
        const passed = Array.from({ length: dayNumber(due) - dayNumber(from) }, (_, index) => addDays(from, index + 1));
        expect(passed.filter((day) => isWorkday(day ?? "") === true).length, `${from} ${count} ${due}`).toBe(count);
        expect(isWorkday(due), `${from} ${count} ${due}`).toBe(true);
      }),
      { numRuns: 400, seed },
    );
  });

  test("is missing, and no input would help, where the calendar does not reach", () => {
    for (const from of ["2003-12-31", "2026-12-31", "2026-12-01", "2027-06-01"])
      expect(reference(program, { 起日: from })).toMatchObject({
        outcomes: { 事30: { status: "missing", needs: [] } },
      });
  });
});
