/** `test --mutate`: how many slips the 算例 of each policy notice, and which they do not. */
import type { CompiledPolicy } from "../compiler/compile.ts";
import { survivorFinding } from "../compiler/mutate/finding.ts";
import { type MutationScore, mutationScore, type Slip } from "../compiler/mutate/index.ts";
import { caseLines } from "../compiler/cases/write.ts";
import { percentageOf } from "../compiler/percentage.ts";
import type { ExitCode, Io } from "./io.ts";
import { asJson, frame, indented, paletteFor, placeOf, titleOf } from "./report.ts";

interface Counts {
  readonly caught: number;
  readonly unnoticed: number;
  readonly equivalent: number;
}

const countsOf = ({ caught, survivors, equivalent }: MutationScore): Counts => ({
  caught: caught.length,
  unnoticed: survivors.length,
  equivalent: equivalent.length,
});

const scoreOf = ({ caught, unnoticed }: Counts): string => percentageOf(caught, caught + unnoticed);

export function tellSlips(io: Io, policies: readonly CompiledPolicy[], json: boolean): ExitCode {
  const results = policies.flatMap((policy) => {
    const score = mutationScore(policy);
    return score === undefined ? [] : [{ policy, score }];
  });
  const total = results.map(({ score }) => countsOf(score)).reduce(plus, { caught: 0, unnoticed: 0, equivalent: 0 });
  io.stdout.write(
    json
      ? asJson({ policies: results.map(({ score }) => scoreAsJson(score)), total: { ...total, score: scoreOf(total) } })
      : `${results.map((result) => listing(io, result)).join("")}${results.length} 份政策:${summary(total)}\n`,
  );
  return total.unnoticed > 0 ? 1 : 0;
}

const plus = (a: Counts, b: Counts): Counts => ({
  caught: a.caught + b.caught,
  unnoticed: a.unnoticed + b.unnoticed,
  equivalent: a.equivalent + b.equivalent,
});

function summary(counts: Counts): string {
  const { caught, unnoticed, equivalent } = counts;
  const proven = equivalent === 0 ? "" : `;另有 ${equivalent} 处已证明不改变任何结果,不计`;
  return `${scoreOf(counts)} 逐处改错 ${caught + unnoticed} 处,算例看出 ${caught} 处,没有看出 ${unnoticed} 处${proven}`;
}

function listing(
  io: Io,
  { policy, score }: { readonly policy: CompiledPolicy; readonly score: MutationScore },
): string {
  const palette = paletteFor(io, io.stdout);
  const frames = score.survivors.map(
    (survivor) => `${indented(frame(survivorFinding(score.program, survivor), io, io.stdout))}\n`,
  );
  return `${[`${titleOf(policy, palette)}\n  ${summary(countsOf(score))}\n`, ...frames].join("\n")}\n`;
}

const slipAsJson = ({ program }: MutationScore, { kind, change, span }: Slip) => ({
  kind,
  change,
  ...placeOf(program.file, span),
});

function scoreAsJson(score: MutationScore): unknown {
  const { program, survivors, equivalent } = score;
  return {
    policy: program.policy,
    file: program.file.path,
    ...countsOf(score),
    score: scoreOf(countsOf(score)),
    survivors: survivors.map((survivor) => {
      const { slip, telling } = survivor;
      const { witness } = survivorFinding(program, survivor);
      return {
        ...slipAsJson(score, slip),
        proven: telling !== undefined,
        ...(telling === undefined
          ? {}
          : {
              witness,
              expected: telling.right,
              slipped: telling.wrong,
              ...(telling.existing === undefined ? {} : { existing: telling.existing }),
              case: caseLines(program, { inputs: telling.inputs, expectations: [telling.right] }),
            }),
      };
    }),
    changesNothing: equivalent.map((slip) => slipAsJson(score, slip)),
  };
}
