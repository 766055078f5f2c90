/** On random policies and data: the region that holds a case says what the evaluator says. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile, evaluate, readInput, SourceFile, toResult } from "../../compiler/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import type { Condition } from "../../compiler/regions/index.ts";
import { type RegionTable, regionTables } from "../../compiler/regions/index.ts";
import { conditionsText } from "../../compiler/regions/report.ts";
import type { EvaluationResult } from "../../runtime/contract.ts";
import { known, randomData } from "../properties/random/data.ts";
import { declarations, randomPolicy } from "../properties/random/policy.ts";

const policies = Number(process.env["GUIJU_RANDOM_POLICIES"] ?? 12);
const seed = Number(process.env["GUIJU_RANDOM_SEED"] ?? 20200513);
const dataEach = 25;

const compiled = (name: string, text: string): Program => {
  const { policies: all, diagnostics } = compile([new SourceFile(name, text)], { prove: false });
  const program = all[0]?.program;
  if (program === undefined) throw new Error(`${diagnostics.map(({ message }) => message).join("\n")}\n${text}`);
  return program;
};

function answers(program: Program, data: unknown): EvaluationResult["outcomes"] {
  const input = readInput(program, data);
  if (input.kind === "faults") throw new Error(input.faults.map(({ message }) => message).join(";"));
  const evaluation = evaluate(program, input.values);
  if (evaluation.kind === "faults") throw new Error(evaluation.faults.map(({ message }) => message).join(";"));
  return toResult(program, evaluation).outcomes;
}

/** The regions' own words, read back as the conditions of a policy: one outcome for each region. */
function reader(conditions: readonly (readonly Condition[])[]): Program {
  const places = conditions.map((_, place) => place);
  const clauses = conditions.map((one, place) => `条款 域${place}\n  ${conditionsText(one, "")} => 域${place} 1\n`);
  const results = places.map((place) => `  域${place}: 数`).join("\n");
  const head = declarations({ prefix: "", imported: [], isPlain: false }).replace("输入\n", "输入\n  基准日: 日期\n");
  return compiled("域.policy", `政策 域\n其余 不适用\n${head}\n结果\n${results}\n\n${clauses.join("\n")}`);
}

/** Every input is given, and none is refused. */
const isWhole = (program: Program, data: Readonly<Record<string, unknown>>): boolean =>
  program.inputs.every(({ name }) => name in data) && readInput(program, data).kind === "values";

interface Tally {
  listed: number;
  unlisted: number;
}

function check(text: string, program: Program, table: RegionTable, data: readonly unknown[], tally: Tally): void {
  const { outcome, regions, unlisted } = table;
  for (const { example, answer } of regions)
    expect(answers(program, example.input)[outcome], `${text}\n${JSON.stringify(example.input)}`).toEqual(
      answer.result,
    );
  const where = reader([...regions, ...unlisted].map(({ conditions }) => conditions));
  for (const one of data) {
    const context = `${text}\n${outcome}\n${JSON.stringify(one)}`;
    const found = answers(where, one);
    const places = Object.keys(found).filter((name) => found[name]?.status === "determined");
    expect(places.length, context).toBe(1);
    const region = regions[Number(places[0]?.slice(1))];
    if (region === undefined) {
      tally.unlisted += 1;
      continue;
    }
    tally.listed += 1;
    const actual = answers(program, one)[outcome];
    const { result, varies } = region.answer;
    const manner = (answer: unknown): unknown => {
      const { status, clauses, modality, text: words } = answer as Record<string, unknown>;
      return { status, clauses, modality, ...(varies ? {} : { words }) };
    };
    expect(manner(actual), context).toEqual(manner(result));
  }
}

test(
  `${policies} random policies, ${dataEach} data each: each case lies in one region, which tells its answer`,
  () => {
    const tally: Tally = { listed: 0, unlisted: 0 };
    for (const [index, text] of fc.sample(randomPolicy, { numRuns: policies, seed }).entries()) {
      const program = compiled(`随机${index}.policy`, text);
      const data = fc.sample(
        randomData.map((one) => known(program, one)).filter((one) => isWhole(program, one)),
        { numRuns: dataEach, seed: seed + index },
      );
      for (const table of regionTables(program)) check(text, program, table, data, tally);
    }
    // What is not listed stays the exception: sums of dates and months, and rules that contradict each other.
    expect(tally.listed).toBeGreaterThan(4 * tally.unlisted);
  },
  120_000 + 3000 * policies,
);
