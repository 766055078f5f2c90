/** What an amendment changes in the module of its policy, line by line. */
import { structuredPatch } from "diff";
import { expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import { lifting, original, programOf, repealing } from "./cases.ts";

async function moduleOf(...texts: readonly string[]): Promise<string> {
  const files = await emit([{ program: programOf(...texts), path: "稳岗返还" }]);
  return files.get("稳岗返还.ts") ?? "";
}

async function hunks(before: readonly string[], after: readonly string[]): Promise<readonly (readonly string[])[]> {
  const [a, b] = [await moduleOf(...before), await moduleOf(...after)];
  return structuredPatch("a", "b", a, b, "", "", { context: 0 }).hunks.map(({ lines }) => lines);
}

test("one figure of an amendment changed: one line", async () => {
  expect(await hunks([original, lifting], [original, lifting.replace("返还 70%", "返还 75%")])).toEqual([
    ["-        返还: $.must(7000),", "+        返还: $.must(7500),"],
  ]);
});

test("one clause repealed, where there were amendments before: one line", async () => {
  expect(await hunks([original, lifting], [original, lifting, repealing])).toEqual([
    ['+    law: $.or($.below(facts.适用版本日, "2021-03-01"), $.below(facts.基准日, "2021-03-01")),'],
  ]);
});

test("one clause replaced: the line that ends it, and its new text behind it", async () => {
  const again = "修订 《稳岗返还》 施行 2022-01-01\n\n替换 条款 裁员率高的企业\n  裁员率 > 10% => 返还 60%\n";
  const [end, text, ...more] = await hunks([original, repealing], [original, repealing, again]);
  expect(end).toEqual([
    '+    law: $.or($.below(facts.适用版本日, "2022-01-01"), $.below(facts.基准日, "2022-01-01")),',
  ]);
  expect(text?.[0]).toBe("+  // 稳岗返还/裁员率高的企业@2022-01-01");
  expect(text?.filter((line) => line.startsWith("-"))).toEqual([]);
  // What was an exception to it was repealed before.
  expect(more).toEqual([]);
});

test("an amendment in another file, or reworded: nothing", async () => {
  const [first = "", second = ""] = lifting.split("\n替换 条款 裁员率高的企业");
  const apart = `修订 《稳岗返还》 施行 2021-01-01\n\n替换 条款 裁员率高的企业${second}`;
  expect(await hunks([original, lifting], [original, first, apart])).toEqual([]);
  expect(
    await hunks(
      [original, lifting],
      [original, lifting.replace("裁员率 > 10% => 返还 70%", "裁员率高于10%的,返还70%。")],
    ),
  ).toEqual([]);
});
