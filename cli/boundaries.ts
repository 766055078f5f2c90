/** `test --boundaries`: the cases at each threshold of each policy, as a report or as 算例 for the policy. */
import { resolve } from "node:path";
import {
  type Boundary,
  type BoundaryCase,
  boundariesOf,
  newCases,
  newCasesAsText,
} from "../compiler/boundaries/index.ts";
import { caseLines } from "../compiler/cases/write.ts";
import type { CompiledPolicy } from "../compiler/compile.ts";
import { writeInput } from "../compiler/evaluate/index.ts";
import type { Program } from "../compiler/lowered.ts";
import { printable } from "../diagnostics/printable.ts";
import { displayWidth } from "../diagnostics/width.ts";
import { writeWhole } from "./files.ts";
import type { ExitCode, Io } from "./io.ts";
import { asJson, paletteFor, placeOf, titleOf } from "./report.ts";

interface Found {
  readonly policy: CompiledPolicy;
  readonly program: Program;
  readonly boundaries: readonly Boundary[];
}

export type BoundaryForm = "table" | "json" | "text" | "accept";

export function tellBoundaries(io: Io, policies: readonly CompiledPolicy[], form: BoundaryForm): ExitCode {
  const found = policies.flatMap((policy): Found[] => {
    const { program } = policy;
    const boundaries = program === undefined ? [] : boundariesOf(program);
    return program === undefined || boundaries.length === 0 ? [] : [{ policy, program, boundaries }];
  });
  switch (form) {
    case "json":
      io.stdout.write(asJson({ policies: found.map(asPlain) }));
      break;
    case "text":
      for (const { policy, program, boundaries } of found.filter(hasNew))
        io.stdout.write(`// ${printable(policy.file.path)}\n\n${newCasesAsText(boundaries, program)}\n`);
      break;
    case "accept":
      accept(io, found.filter(hasNew));
      break;
    case "table":
      io.stdout.write(`${found.map((one) => table(io, one)).join("")}${summary(found)}\n`);
  }
  return 0;
}

const hasNew = ({ boundaries, program }: Found): boolean => newCases(boundaries, program).length > 0;

function accept(io: Io, found: readonly Found[]): void {
  for (const { policy, program, boundaries } of found) {
    const [own = policy.file] = policy.file.parts;
    writeWhole(resolve(io.cwd, own.path), `${own.text.trimEnd()}\n\n${newCasesAsText(boundaries, program)}`);
  }
  if (found.length === 0) {
    io.stdout.write("每个界限的两侧和界限上都已有算例\n");
    return;
  }
  const list = found.map(
    ({ policy, program, boundaries }) =>
      `  ${printable(policy.file.path)}:${newCases(boundaries, program).length} 个算例\n`,
  );
  io.stdout.write(`已写在政策文件末尾。答案是按现在的条款算出来的,请对照原文逐个核对:\n${list.join("")}`);
}

function summary(found: readonly Found[]): string {
  const boundaries = found.flatMap((one) => one.boundaries);
  const cases = boundaries.flatMap((one) => one.cases);
  const missing = found.reduce((sum, one) => sum + newCases(one.boundaries, one.program).length, 0);
  const more = missing === 0 ? "" : `;还没有的 ${missing} 个,加 --text 列成算例,加 --accept 写进政策`;
  return `${found.length} 份政策有界限 ${boundaries.length} 处,情形 ${cases.length} 个${more}`;
}

function table(io: Io, { policy, program, boundaries }: Found): string {
  const palette = paletteFor(io, io.stdout);
  const blocks = boundaries.map((boundary) => {
    const { subject, limit, target, origin, sides, cases } = boundary;
    const { start } = placeOf(origin.file, origin.span);
    const rows = cases.map((one) => [
      sides[one.side],
      inputsOf(one, program),
      one.expectations.join(", "),
      one.existing === undefined ? "" : `已有算例「${one.existing}」`,
    ]);
    const head = `  ${palette.strong(printable(`${subject}与 ${limit}`))} ${palette.quiet(printable(`第 ${start.line} 行,结果「${target.name}」`))}`;
    const lines = rows.length === 0 ? ["没有找到它起作用的情形"] : aligned(rows);
    return [head, ...lines.map((text) => `    ${printable(text)}`), ""].join("\n");
  });
  return `${titleOf(policy, palette)}\n${blocks.join("")}\n`;
}

const inputsOf = (one: BoundaryCase, program: Program): string =>
  caseLines(program, { inputs: one.inputs, expectations: [] }).join(", ");

/** Columns below one another; a Han character takes two. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))))
      .join("  ")
      .trimEnd(),
  );
}

const asPlain = ({ program, boundaries }: Found): unknown => ({
  policy: program.policy,
  file: program.file.path,
  boundaries: boundaries.map(({ subject, limit, target, origin, cases }) => ({
    subject,
    limit,
    decides: { kind: target.kind, name: target.name },
    ...placeOf(origin.file, origin.span),
    cases: cases.map((one) => ({
      side: one.side,
      input: writeInput(program, one.inputs),
      expected: one.expectations,
      ...(one.existing === undefined ? {} : { existing: one.existing }),
    })),
  })),
  cases: newCasesAsText(boundaries, program),
});
