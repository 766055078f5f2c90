/**
 * Modules beside modules, line by line: a change to a policy shows in what is written as a reviewer would expect, and in
 * nothing else. All published policies, and random ones.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { structuredPatch } from "diff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emit } from "../../compiler/5-emit/index.ts";
import { compile, format, SourceFile } from "../../compiler/index.ts";
import { randomFolder } from "../properties/random/policy.ts";

type Folder = Readonly<Record<string, string>>;
type Files = ReadonlyMap<string, string>;

const published: Folder = Object.fromEntries(
  readdirSync("policies", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".policy"))
    .sort()
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(join("policies", path), "utf8")]),
);
const random: readonly Folder[] = fc
  .sample(randomFolder, { numRuns: Number(process.env["GUIJU_RANDOM_POLICIES"] ?? 12), seed: 20200513 })
  .map((folder) => Object.fromEntries(Object.entries(folder).map(([name, text]) => [`${name}.policy`, text])));

/** Undefined where something has errors. */
async function emitted(folder: Folder, version = "1.0.0"): Promise<Files | undefined> {
  const sources = Object.entries(folder).map(([path, text]) => new SourceFile(path, text));
  const { policies, diagnostics } = compile(sources, { prove: false });
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  const programs = policies.flatMap(({ program, file }) =>
    program === undefined ? [] : [{ program, path: file.path.replace(/\.policy$/, "") }],
  );
  return emit(programs, { version });
}

interface Hunk {
  readonly path: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Of the modules and their index; the manifest records what each was made from. */
function hunksOf(before: Files | undefined, after: Files | undefined): readonly Hunk[] {
  if (before === undefined || after === undefined) throw new Error("the policies have errors");
  const paths = new Set([...before.keys(), ...after.keys()]);
  paths.delete("manifest.json");
  return [...paths].flatMap((path) => {
    const { hunks } = structuredPatch(path, path, before.get(path) ?? "", after.get(path) ?? "", "", "", {
      context: 0,
    });
    const marked = (lines: readonly string[], sign: string): readonly string[] =>
      lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
    return hunks
      .filter(({ lines }) => !lines.some((line) => line.includes("isPlain:")))
      .map(({ lines }) => ({ path, removed: marked(lines, "-"), added: marked(lines, "+") }));
  });
}

const shown = (hunks: readonly Hunk[]): string =>
  hunks
    .map(({ path, removed, added }) =>
      [path, ...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)].join("\n"),
    )
    .join("\n");

/** Whether the quick way is open is a fact about the whole policy: it ends where clauses come to collide. */
const isAboutAll = ({ removed }: Hunk): boolean => removed.some((line) => line.includes("isPlain:"));

const clausePattern = /^条款 [^\n]*\n(?: {2}[^\n]*\n?)+/gm;

interface Figure {
  readonly at: number;
  readonly written: string;
}

/** Figures in the rule lines of clauses. What is drawn stands beside each result that a statement gives. */
function figuresOf(text: string): readonly Figure[] {
  const found: Figure[] = [];
  for (const clause of text.matchAll(clausePattern))
    for (const line of clause[0].matchAll(/^ {2}(?!原文|依据|推定|.*支用)[^\n]*$/gm))
      for (const figure of line[0].matchAll(/(?<![\d.\p{Script=Han}-])\d+(?:\.\d+)?(?=[%人元]|万元)/gu))
        found.push({ at: clause.index + line.index + figure.index, written: figure[0] });
  return found;
}

/** Shorter, and much longer. */
const othersOf = ({ written }: Figure): readonly string[] =>
  ["7", `${Math.trunc(Number(written)) + 1}000000`].filter((other) => Number(other) !== Number(written));

const put = (text: string, { at, written }: Figure, other: string): string =>
  `${text.slice(0, at)}${other}${text.slice(at + written.length)}`;

const folders: readonly (readonly [string, Folder])[] = [
  ["the published policies", published],
  ...random.map((folder, index) => [`random policy ${index}`, folder] as const),
];

describe.each(folders)("%s", (_name, folder) => {
  /** Each file changed by itself, as long as it still compiles. */
  async function eachChanged(
    changesOf: (text: string) => readonly string[],
    check: (hunks: readonly Hunk[], path: string) => void,
  ): Promise<number> {
    const before = await emitted(folder);
    let count = 0;
    for (const [path, text] of Object.entries(folder))
      for (const changed of changesOf(text)) {
        const after = await emitted({ ...folder, [path]: changed });
        if (after === undefined) continue;
        count += 1;
        check(hunksOf(before, after), path);
      }
    return count;
  }

  test("one figure changed, however long: one line of the module, and of each into which it is linked", async () => {
    const count = await eachChanged(
      (text) => figuresOf(text).flatMap((figure) => othersOf(figure).map((other) => put(text, figure, other))),
      (hunks, path) => {
        const own = hunks.filter((hunk) => !isAboutAll(hunk));
        expect(
          own.map(({ removed, added }) => [removed.length, added.length]),
          shown(own),
        ).toEqual(own.map(() => [1, 1]));
        const paths = own.map((hunk) => hunk.path);
        expect(paths, shown(own)).toEqual([...new Set(paths)]);
        expect(paths, shown(own)).toContain(path.replace(/\.policy$/, ".ts"));
      },
    );
    if (folder === published) expect(count).toBeGreaterThan(20);
  }, 300_000);

  test("one clause added: one hunk of the module, with nothing taken away", async () => {
    const count = await eachChanged(
      (text) =>
        [...text.matchAll(clausePattern)].slice(-1).flatMap(({ 0: clause, index }) => {
          const copy = clause.replace(/^条款 (\S+)/, "条款 $1之二").replace(/支用 [^,。\n]*/g, "支用 另池");
          return clause.includes("支用") ? [] : [`${text.slice(0, index)}${copy.trimEnd()}\n\n${text.slice(index)}`];
        }),
      (hunks, path) => {
        const own = hunks.filter((hunk) => !isAboutAll(hunk) && hunk.path === path.replace(/\.policy$/, ".ts"));
        expect(own, shown(own)).toHaveLength(1);
        expect(own[0]?.removed, shown(own)).toEqual([]);
      },
    );
    if (folder === published) expect(count).toBeGreaterThan(20);
  }, 300_000);

  test("clauses put in another order: the same lines in another order", async () => {
    await eachChanged(
      (text) => {
        const clauses = [...text.matchAll(clausePattern)].map(([clause]) => clause.trimEnd());
        const [first, second] = clauses;
        if (first === undefined || second === undefined) return [];
        return [
          text
            .replace(first, "\u0000")
            .replace(second, () => first)
            .replace("\u0000", () => second),
        ];
      },
      (hunks) => {
        const removed = hunks.flatMap((hunk) => hunk.removed).filter((line) => line.trim() !== "");
        const added = hunks.flatMap((hunk) => hunk.added).filter((line) => line.trim() !== "");
        expect(added.toSorted(), shown(hunks)).toEqual(removed.toSorted());
      },
    );
  }, 120_000);

  test("comments edited, the file formatted: nothing", async () => {
    const before = await emitted(folder);
    const changes: readonly ((text: string) => string)[] = [
      (text) => `// 新的说明\n${text.replaceAll("\n\n", "\n\n// 另起一段\n\n")}`,
      (text) => format(new SourceFile("甲.policy", text)),
      (text) => text.replaceAll(/(?<=\S) => /g, "  =>  "),
    ];
    for (const change of changes) {
      const all = Object.entries(folder).map(([path, text]) => [path, change(text)] as const);
      const hunks = hunksOf(before, await emitted(Object.fromEntries(all)));
      expect(hunks, shown(hunks)).toEqual([]);
    }
  }, 120_000);

  test("an upgraded compiler: the manifest alone", async () => {
    const [before, after] = [await emitted(folder, "1.0.0"), await emitted(folder, "2.0.0")];
    const changed = [...(before ?? [])].filter(([path, text]) => after?.get(path) !== text).map(([path]) => path);
    expect(changed).toEqual(["manifest.json"]);
  }, 60_000);
});
