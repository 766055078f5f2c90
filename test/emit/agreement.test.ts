/** Generated code answers as the reference evaluator does, text for text, over policies that use every form. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import type { Input, Program, Value } from "../../compiler/lowered.ts";
import { typeCheck } from "../../cli/typecheck.ts";
import { loadModule, type GeneratedModule } from "../properties/load.ts";
import { generated, programsOf, reference } from "./helpers.ts";
import { zoo } from "./zoo.ts";

/** Even numbers spread by a fixed rule, so that every run tries the same data. */
function* spread(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

const edges = (value: Value): string[] =>
  value.kind === "quantity"
    ? [-1n, 0n, 1n].map((step) => String((value.value.numerator + step) / value.value.denominator))
    : [];

function sample({ type, minimum }: Input, roll: number): unknown {
  switch (type.kind) {
    case "quantity": {
      const numbers = [
        "0",
        "1",
        "3",
        "500",
        "501",
        "1000",
        "36000",
        "144000.01",
        "1234.57",
        "0.05",
        "5.5%",
        "250000",
        "20000000001",
      ];
      return [...numbers, ...(minimum === undefined ? [] : edges(minimum.value)), 12, 0.1, 7][
        Math.floor(roll * (numbers.length + 3))
      ];
    }
    case "date":
      return ["2019-12-31", "2020-01-31", "2020-04-01", "2020-04-26", "2020-07-01", "2003-05-01", "2026-12-28"][
        Math.floor(roll * 7)
      ];
    case "month":
      return ["2020-02", "2020-03", "2020-04", "2020-06", "2020-07", "2020-12"][Math.floor(roll * 6)];
    case "boolean":
      return roll < 0.6;
    case "choice":
      return type.values[Math.floor(roll * type.values.length)];
  }
}

function* samples({ inputs }: Program, count: number): Generator<Record<string, unknown>> {
  const rolls = spread(20200513);
  for (let index = 0; index < count; index += 1) {
    const data: Record<string, unknown> = {};
    const isPartial = rolls.next().value < 0.4;
    for (const input of inputs) {
      const isLeftOut = isPartial && rolls.next().value < 0.3;
      const value = sample(input, rolls.next().value);
      if (!isLeftOut) data[input.name] = value;
    }
    yield data;
  }
}

/** What is decided at once is what weighing every clause comes to; asking for the outcomes weighs them. */
function expectQuickAsWeighed(module: GeneratedModule, data: Readonly<Record<string, unknown>>): void {
  let answer;
  try {
    answer = module.evaluate(data) as unknown as { exact: Record<string, unknown>; outcomes: unknown };
  } catch {
    return;
  }
  const decided = { ...answer.exact };
  expect(answer.outcomes).toBeDefined();
  expect(answer.exact, JSON.stringify(data)).toEqual(decided);
}

const folder = fileURLToPath(new URL("../../policies/六保/", import.meta.url));
const published = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith(".policy") || name.endsWith(".md"))
    .map((name) => [name, readFileSync(folder + name, "utf8")]),
);
// A file without 政策 only accounts for sentences.
const policyFiles = Object.fromEntries(
  Object.entries(published).flatMap(([name, text]) =>
    name.endsWith(".policy") && /^政策 /m.test(text) ? [[name.slice(0, -7), text]] : [],
  ),
);

describe.each([
  ["the forms of the language", zoo],
  ["the published policies", policyFiles],
])("%s", (_title, files) => {
  const programs = programsOf(files);
  const emissions = programs.map((program, index) => ({ program, path: Object.keys(files)[index] ?? "" }));

  test("type-check and agree with the reference evaluator", async () => {
    const modules = await emit(emissions);
    expect(await typeCheck(modules)).toEqual([]);
    for (const { program, path } of emissions) {
      const module = loadModule(modules.get(`${path}.ts`) ?? "");
      let answered = 0;
      for (const data of samples(program, 300)) {
        const expected = reference(program, data);
        expect(generated(module, data), `${path}: ${JSON.stringify(data)}`).toEqual(expected);
        expect(JSON.stringify(generated(module, data))).toBe(JSON.stringify(expected));
        expectQuickAsWeighed(module, data);
        if (typeof expected === "object" && expected !== null && "outcomes" in expected) answered += 1;
      }
      expect(answered, path).toBeGreaterThan(10);
    }
  }, 60_000);
});
