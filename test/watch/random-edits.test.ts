/**
 * Random edits of a folder, as editors and people make them: what stands in generated/ is what a fresh build writes, and
 * a policy at fault keeps its last good module. `GUIJU_RANDOM_EDITS=20000` makes more of them, `GUIJU_RANDOM_SEED` others.
 */
import { join } from "node:path";
import { expect, test } from "vitest";
import { Workshop } from "../../cli/watch/workshop.ts";
import { compile } from "../../compiler/compile.ts";
import { isError } from "../../diagnostics/diagnostic.ts";
import { byCodePoint, SourceFile } from "../../diagnostics/source.ts";
import type { Folder } from "../compile/edits.ts";
import { folderWith, guiju } from "../cli/harness.ts";
import { contents, EditedFolder, startWatching } from "./support.ts";

const asked = Number(process.env["GUIJU_RANDOM_EDITS"] ?? 0);
const EDITS = asked || 240;
const BETWEEN_BUILDS = asked === 0 ? 40 : 100;
const seed = Number(process.env["GUIJU_RANDOM_SEED"] ?? 0) || 20_200_513;

/** Of a folder compiled afresh: the policy files that make a module, and those at fault. */
function judged(folder: Folder): { readonly sound: ReadonlySet<string>; readonly faulty: ReadonlySet<string> } {
  const policies = [...folder].filter(([path]) => path.endsWith(".policy")).toSorted(([a], [b]) => byCodePoint(a, b));
  const documents = [...folder].flatMap(([path, text]) =>
    path.endsWith(".md") && typeof text === "string" ? [{ path, text }] : [],
  );
  const texts = policies.flatMap(([path, text]) =>
    typeof text === "string" && text !== "" ? [new SourceFile(path, text)] : [],
  );
  const compiled = compile(texts, { documents }).policies;
  const faulty = new Set(policies.map(([path]) => path).filter((path) => !texts.some((file) => file.path === path)));
  const sound = new Set<string>();
  for (const { file, program, diagnostics } of compiled)
    if (diagnostics.some(isError)) faulty.add(file.path);
    else if (program !== undefined) sound.add(file.path);
  return { sound, faulty };
}

const moduleOf = (path: string): string => path.replace(/\.policy$/, ".ts");

async function freshBuild(cwd: string): Promise<Readonly<Record<string, string>>> {
  const built = await guiju(["build", "--out", "新"], { cwd });
  expect([built.code, built.stderr]).toEqual([0, expect.not.stringContaining("错误")]);
  return contents(join(cwd, "新"));
}

test(
  `after ${EDITS} edits, each told of, everything is as a fresh build leaves it`,
  { timeout: 60_000 + EDITS * 500 },
  async () => {
    const cwd = folderWith();
    const edited = new EditedFolder(join(cwd, "policies"), seed);
    const workshop = new Workshop({ cwd, now: () => 0 }, join(cwd, "policies"), join(cwd, "generated"));
    try {
      await workshop.rebuild("all");
      let before = contents(join(cwd, "generated"));
      const met = { kept: 0, builds: 0, removed: 0 };
      for (let round = 1; round <= EDITS; round += 1) {
        const isMended = round % BETWEEN_BUILDS === 0;
        const { difference, held } = await workshop.rebuild(isMended ? edited.mend() : edited.edit());
        const after = contents(join(cwd, "generated"));
        const { sound, faulty } = judged(edited.files);
        const kept = [...faulty].map(moduleOf).filter((path) => before[path] !== undefined);
        const expected = ["index.ts", "manifest.json", ...[...sound].map(moduleOf), ...kept];
        expect(Object.keys(after)).toEqual(expected.toSorted());
        for (const path of kept) expect(after[path]).toBe(before[path]);
        expect(held.map(({ path }) => path.replace(/^policies\//, "")).toSorted()).toEqual([...faulty].toSorted());
        met.kept += kept.length;
        met.removed += difference.removed.length;
        if (isMended) {
          expect(faulty).toEqual(new Set());
          expect(after).toEqual(await freshBuild(cwd));
          met.builds += 1;
        }
        before = after;
      }
      if (asked > 0) process.stdout.write(`${EDITS} edits from seed ${seed}: ${JSON.stringify(met)}\n`);
      for (const count of Object.values(met)) expect(count).toBeGreaterThan(0);
    } finally {
      await workshop.close();
    }
  },
);

test("after edits that nobody waits for, seen by the watcher, everything is as a fresh build leaves it", async () => {
  const cwd = folderWith();
  const edited = new EditedFolder(join(cwd, "policies"), seed + 1);
  const watching = startWatching(cwd);
  await watching.until((printed) => printed.includes("份政策有代码"));
  for (let round = 0; round < 6; round += 1) {
    for (let edit = 0; edit < 10; edit += 1) {
      edited.edit();
      // Some edits fall into a rebuild, and some are told of together.
      if (edit % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    edited.mend();
    const fresh = JSON.stringify(await freshBuild(cwd));
    await watching.until(() => JSON.stringify(contents(join(cwd, "generated"))) === fresh);
  }
  expect(await watching.stop()).toBe(0);
}, 60_000);
