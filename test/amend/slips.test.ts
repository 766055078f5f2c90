/** Amendments after slips of the pen: whatever they hold, there are findings in their own files, and never an exception. */
import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { consolidate } from "../../compiler/consolidate.ts";
import { lawOn } from "../../compiler/compare/on-day.ts";
import { isError } from "../../diagnostics/diagnostic.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { formatParts } from "../../grammar/index.ts";
import { Random } from "../fuzz/random.ts";
import { amendingAgain, lifting, original, repealing } from "./cases.ts";

const texts = [original, lifting.replace("2021-01-01", "2021-01-01 追溯 2020-07-01"), repealing, amendingAgain];
const pieces = [
  "条款 ",
  "修订 ",
  "替换 ",
  "废止 条款 小型企业\n",
  "增加 条款 ",
  " 施行 ",
  "追溯 2020-08-01",
  "「",
  "」",
  "\n",
  "  ",
  "10%",
  "《",
  "》",
  "//",
  "至",
  "。",
  "=> ",
  "算例 一\n",
  "输入\n  新的: 是否\n",
  "例外于 小型企业",
  "结果\n  返还: 元\n",
];

function slipped(text: string, random: Random): string {
  let slip = text;
  for (let times = random.below(3); times >= 0; times -= 1) {
    const at = random.below(slip.length + 1);
    const lines = slip.split("\n");
    const line = random.below(lines.length);
    switch (random.below(5)) {
      case 0:
        slip = slip.slice(0, at) + slip.slice(at + 1 + random.below(4));
        break;
      case 1:
        slip = slip.slice(0, at) + random.pick(pieces) + slip.slice(at);
        break;
      case 2:
        slip = lines.toSpliced(line, 1).join("\n");
        break;
      case 3:
        slip = lines.toSpliced(line, 0, lines[random.below(lines.length)] ?? "").join("\n");
        break;
      default:
        slip = slip.replace(/\d{4}-\d\d-\d\d/u, () => `20${20 + random.below(3)}-0${1 + random.below(9)}-01`);
    }
  }
  return slip;
}

const rounds = Number(process.env["GUIJU_FUZZ_CASES"] ?? 400);

test(`${rounds} folders with slips`, { timeout: 20_000 + rounds * 50 }, () => {
  const random = new Random(20_210_101, 0);
  const met = { sound: 0, faulty: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const files = texts
      .filter((_, index) => index === 0 || random.below(3) > 0)
      .map((text, index) => new SourceFile(`${index}.policy`, random.below(2) === 0 ? slipped(text, random) : text));
    const { policies, diagnostics } = compile(files);
    for (const { file, span, related } of diagnostics)
      for (const place of [{ file, span }, ...related]) {
        expect(files).toContain(place.file);
        expect(place.span.start).toBeGreaterThanOrEqual(0);
        expect(place.span.end).toBeGreaterThanOrEqual(place.span.start);
        expect(place.span.end).toBeLessThanOrEqual(place.file.text.length);
      }
    expect(policies.flatMap(({ file }) => file.parts).toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(files);
    for (const policy of policies) {
      const formatted = formatParts(policy.file);
      expect(formatted).toHaveLength(policy.file.parts.length);
      if (policy.program === undefined) continue;
      const day = `202${random.below(4)}-0${1 + random.below(9)}-01`;
      const alone = compile([new SourceFile("0.policy", consolidate(policy, day))]);
      expect(alone.diagnostics.filter(isError).map(({ code }) => code)).toEqual([]);
      expect(lawOn(policy.program, day).outcomes.map(({ name }) => name)).toEqual(
        policy.program.outcomes.map(({ name }) => name),
      );
    }
    if (diagnostics.some(isError)) met.faulty += 1;
    else met.sound += 1;
  }
  expect(met.sound).toBeGreaterThan(rounds / 20);
  expect(met.faulty).toBeGreaterThan(rounds / 20);
});
