/** 稳岗返还 as of 2020, and amendments of it that the tests put together. */
import { expect } from "vitest";
import { loadPolicy } from "../../cli/load.ts";
import { compile, type Compilation } from "../../compiler/compile.ts";
import { evaluate, readInput, toResult } from "../../compiler/evaluate/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { SourceFile } from "../../diagnostics/source.ts";

export const original = `政策 稳岗返还 施行 2020-05-13

输入
  参保职工人数: 人, 至少 1人
  裁员人数: 人

定义
  裁员率 = 裁员人数 / 参保职工人数

结果
  返还: 比例

条款 裁员率不高的企业
  裁员率 <= 5.5% => 返还 100%

条款 裁员率高的企业
  裁员率 > 5.5% => 返还 70%

条款 小型企业 例外于 裁员率高的企业
  参保职工人数500人以下的,可返还100%。
`;

export const lifting = `修订 《稳岗返还》 施行 2021-01-01

替换 条款 裁员率不高的企业
  裁员率 <= 10% => 返还 100%

替换 条款 裁员率高的企业
  裁员率 > 10% => 返还 70%
`;

export const repealing = `修订 《稳岗返还》 施行 2021-03-01

废止 条款 小型企业
`;

/** It amends what `lifting` brought. */
export const amendingAgain = `修订 《稳岗返还》 施行 2022-01-01

替换 条款 裁员率不高的企业
  裁员率 <= 8% => 返还 100%

替换 条款 裁员率高的企业
  裁员率 > 8% => 返还 60%
`;

/** The first text is the policy's file, each later one an amendment's. */
export const compiled = (...texts: readonly string[]): Compilation =>
  compile(texts.map((text, index) => new SourceFile(index === 0 ? "政策.policy" : `修订${index}.policy`, text)));

/** `修订1.policy:3:7 [code] message` */
export const told = (...texts: readonly string[]): readonly string[] =>
  compiled(...texts).diagnostics.map(({ code, message, file, span }) => {
    const { line, column } = file.positionAt(span.start);
    return `${file.path}:${line}:${column} [${code}] ${message}`;
  });

export function programOf(...texts: readonly string[]): Program {
  const { policies, diagnostics } = compiled(...texts);
  const [program] = policies.flatMap((policy) => policy.program ?? []);
  if (program === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return program;
}

export type Data = Readonly<Record<string, unknown>>;
type Outcomes = ReturnType<typeof toResult>["outcomes"];

/** What the reference evaluator answers. */
export function referenceAnswer(program: Program, data: Data): Outcomes {
  const read = readInput(program, data);
  const evaluation = read.kind === "faults" ? read : evaluate(program, read.values);
  if (evaluation.kind === "faults") throw new Error(evaluation.faults.map(({ message }) => message).join("\n"));
  return toResult(program, evaluation).outcomes;
}

/** What both ways to an answer give, which is the same. */
export async function answering(program: Program): Promise<(data: Data) => Outcomes> {
  const module = await loadPolicy(program);
  return (data) => {
    const outcomes = referenceAnswer(program, data);
    expect(module.evaluate(data).toJSON().outcomes).toEqual(outcomes);
    return outcomes;
  };
}
