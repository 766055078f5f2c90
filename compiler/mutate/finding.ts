/** A slip that no 算例 notices, as the drafter is told of it. */
import type { Finding } from "../../diagnostics/frame.ts";
import { caseLines } from "../cases/write.ts";
import { writeInput } from "../evaluate/index.ts";
import type { Program } from "../lowered.ts";
import type { Survivor } from "./index.ts";

export function survivorFinding(program: Program, { slip, telling }: Survivor): Finding {
  const place = {
    code: "slip-unnoticed",
    severity: "warning",
    ...program.file.placeOf(slip.span),
    related: [],
  } as const;
  const head = `${slip.change},没有算例看得出来`;
  if (telling === undefined)
    return {
      ...place,
      message: `${head};未能证明它不改变结果`,
      hint: "请用笔算一个因此会不同的情形,写成算例;确实没有这样的情形的,请把这处写得简单些",
    };
  const { inputs, right, wrong, existing } = telling;
  const lines = caseLines(program, { inputs, expectations: [right] });
  const hint =
    existing === undefined
      ? ["请对照原文核对答案,补上算例:", ...lines]
      : [`请对照原文核对答案,在这个算例的 => 后面写上:`, right];
  return {
    ...place,
    message:
      existing === undefined
        ? `${head}:下面的情形现在是「${right}」,写错后是「${wrong}」`
        : `${head}:算例「${existing}」的情形现在是「${right}」,写错后是「${wrong}」`,
    hint: hint.join("\n"),
    witness: writeInput(program, inputs),
  };
}
