/** What the types of a generated module allow, and what they refuse. */
import { describe, expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import { typeCheck } from "../../cli/typecheck.ts";
import { programsOf } from "./helpers.ts";
import { zoo } from "./zoo.ts";

const modules = emit(programsOf(zoo).map((program, index) => ({ program, path: Object.keys(zoo)[index] ?? "" })));

const imports = 'import * as $ from "guiju/runtime";';

/** Type errors of a caller's lines, by line from 2. The modules stand behind them: what is checked imports the runtime alone. */
async function errorsIn(lines: readonly string[]): Promise<readonly number[]> {
  const callees = Object.keys(zoo).map(async (name) => {
    const text = (await modules).get(`${name}.ts`) ?? "";
    expect(text).toContain(`${imports}\n`);
    return `export namespace ${name} {${text.replace(`${imports}\n`, "")}}`;
  });
  const caller = [imports, ...lines, ...(await Promise.all(callees))].join("\n");
  const faults = await typeCheck(new Map([["caller.ts", caller]]));
  const found = faults.flatMap((fault) => {
    const match = /^caller\.ts[(:](\d+)/.exec(fault);
    return match === null ? [] : [Number(match[1])];
  });
  return [...new Set(found)];
}

const full = '参保职工人数: 1000, 裁员人数: 55, 上年度缴纳失业保险费: "100000.00"';

describe("a caller", () => {
  test("who gives every input is never told that one is missing", async () => {
    expect(
      await errorsIn([
        `const status = 稳岗.evaluate({ ${full} }).返还.status;`,
        'export const told: "determined" | "discretion" | "notApplicable" | "notInForce" | "exhausted" | "conflict" = status;',
        `export const needs = 稳岗.evaluate({ ${full} }).返还金额;`,
        'if (needs.status === "missing") throw new Error();',
      ]),
    ).toEqual([5]);
  });

  test("who leaves one out may be, and says so", async () => {
    expect(
      await errorsIn([
        "const { 返还 } = 稳岗.evaluate({ 参保职工人数: 300 });",
        'export const told: readonly string[] = 返还.status === "missing" ? 返还.needs : 返还.clauses;',
        'export const wrong: "determined" = 返还.status;',
      ]),
    ).toEqual([4]);
  });

  test("is told of a misspelt name, a wrong type and an unlisted value", async () => {
    expect(
      await errorsIn([
        "稳岗.evaluate({ 参保职工人: 300 });",
        "稳岗.evaluate({ 参保职工人数: true });",
        '补贴.evaluate({ 人员类别: "大学生" });',
        '补贴.evaluate({ 人员类别: "高校毕业生" });',
        `稳岗.evaluate({ ${full}, 基准日: "2020-05-13" });`,
      ]),
    ).toEqual([2, 3, 4]);
  });

  test("hears of working days that the calendar may not hold", async () => {
    expect(
      await errorsIn([
        "declare const all: 补贴.Input;",
        'export const may: "missing" | string = 补贴.evaluate(all).推荐上岗.status;',
        'if (补贴.evaluate(all).推荐上岗.status === "missing") console;',
        'if (补贴.evaluate(all).补贴金额.status === "missing") throw new Error();',
      ]),
    ).toEqual([4, 5]);
  });

  test("finds targets and constraints by their names only", async () => {
    expect(
      await errorsIn([
        "const answer = 目标.evaluate({ 筹集企业岗位: 250000 });",
        "export const met = answer.targets.招聘岗位.status;",
        "export const none = answer.targets.没有的;",
        "export const whole = answer.toJSON().outcomes;",
        "export const scaled: unknown = 个税.evaluate({ 应纳税所得额: 1 }).exact.税率;",
      ]),
    ).toEqual([4]);
  });
});
