/** Each figure of the published policies changed by itself: what is shown comes out so in generated code, too. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compare } from "../../compiler/compare/index.ts";
import { compile, SourceFile } from "../../compiler/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import type { EvaluationResult } from "../../runtime/contract.ts";
import { emitOne, generated } from "../emit/helpers.ts";
import { loadModule } from "../properties/load.ts";

const files = new Map(
  readdirSync("policies", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".policy"))
    .map((path) => [path, readFileSync(join("policies", path), "utf8")]),
);

/** Undefined where something has errors. */
function programsWith(path: string, text: string): readonly Program[] | undefined {
  const sources = [...new Map(files).set(path, text)].map(([name, content]) => new SourceFile(name, content));
  const { policies, diagnostics } = compile(sources, { prove: false });
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  return policies.flatMap(({ program }) => program ?? []);
}

/** The first figure of each rule line, one more. */
function changesOf(text: string): readonly string[] {
  const body = text.slice(text.indexOf("\n条款 "), text.indexOf("\n算例 "));
  const start = text.indexOf(body);
  return [...body.matchAll(/^ {2}(?!原文|依据|推定)[^\n]*?(?<![\d.\p{Script=Han}-])(\d+)(?=[%人元个]|万元)/gmu)].map(
    (line) => {
      const at = start + line.index + line[0].length;
      const [, figure = ""] = line;
      return `${text.slice(0, at - figure.length)}${Number(figure) + 1}${text.slice(at)}`;
    },
  );
}

test("each case shown is answered so by the modules of both versions", async () => {
  let count = 0;
  for (const [path, text] of files)
    for (const changed of changesOf(text)) {
      const [before, after] = [programsWith(path, text), programsWith(path, changed)];
      if (before === undefined || after === undefined) continue;
      const touched = compare(before, after).filter(({ verdict }) => verdict !== "equivalent");
      for (const { policy, results } of touched)
        for (const [side, programs] of [["before", before] as const, ["after", after] as const]) {
          const program = programs.find((one) => one.policy === policy);
          if (program === undefined) throw new Error(`${policy} is missing`);
          const module = loadModule(await emitOne(program));
          for (const { kind, name, changed: sets } of results)
            for (const { example } of sets) {
              const answer = generated(module, example.input) as EvaluationResult;
              const told = { outcome: answer.outcomes, target: answer.targets, constraint: answer.constraints };
              const { draws: _, ...expected } = example[side] as unknown as Record<string, unknown>;
              if (kind === "pool" || expected["status"] === "refused") continue;
              expect(told[kind][name], `${policy} ${JSON.stringify(example)}`).toEqual(expected);
              count += 1;
            }
        }
    }
  expect(count).toBeGreaterThan(100);
}, 300_000);
