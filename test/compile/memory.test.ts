/** Compiling again with a memory says what compiling afresh says, and costs no more than what changed. */
import { describe, expect, test } from "vitest";
import { compile, type Compilation } from "../../compiler/compile.ts";
import { Memory } from "../../compiler/memory.ts";
import { settle } from "../../compiler/settle/index.ts";
import { byCodePoint, SourceFile } from "../../diagnostics/source.ts";
import { Random } from "../fuzz/random.ts";
import { Edits, type Folder, SOUND_DOCUMENT } from "./edits.ts";

/** Objects for the files of a folder: the same ones where the text is the same, as `memory` asks for. */
class Files {
  #known = new Map<string, SourceFile>();
  #documents = new Map<string, { readonly path: string; readonly text: string }>();

  of(folder: Folder) {
    const texts = [...folder].flatMap(([path, text]) => (typeof text === "string" ? [[path, text] as const] : []));
    const policies = texts.filter(([path]) => path.endsWith(".policy")).toSorted(([a], [b]) => byCodePoint(a, b));
    this.#known = new Map(
      policies.map(([path, text]) => {
        const known = this.#known.get(path);
        return [path, known?.text === text ? known : new SourceFile(path, text)];
      }),
    );
    this.#documents = new Map(
      texts
        .filter(([path]) => path.endsWith(".md"))
        .map(([path, text]) => {
          const known = this.#documents.get(path);
          return [path, known?.text === text ? known : { path, text }];
        }),
    );
    return { files: [...this.#known.values()], documents: [...this.#documents.values()] };
  }
}

/** All that a compilation says, without the trees' own objects. */
const said = ({ policies, diagnostics, open }: Compilation) => ({
  policies: policies.map(({ file, program, diagnostics: own }) => ({ path: file.path, program, own })),
  diagnostics,
  open: open.map(({ kind, diagnostic }) => [kind, diagnostic]),
});

const rounds = Number(process.env["GUIJU_RANDOM_EDITS"] ?? 0) || 150;

describe("a memory of earlier compilations", () => {
  test.each([1, 2, 3, 4])("says the same after random edits, seed %i", (seed) => {
    const edits = new Edits(new Random(seed, 0));
    const files = new Files();
    const memory = new Memory();
    const codes = new Set<string>();
    let sound = 0;
    for (let round = 0; round < rounds; round += 1) {
      edits.edit();
      if (round % 25 === 24) edits.mend();
      const now = files.of(edits.folder);
      const again = compile(now.files, { documents: now.documents, memory });
      const fresh = compile(now.files, { documents: now.documents });
      expect(said(again)).toEqual(said(fresh));
      for (const { code } of fresh.diagnostics) codes.add(code);
      sound += fresh.policies.filter(({ program }) => program !== undefined).length;
    }
    // The edits reach what lies between files, and leave policies that compile.
    for (const code of ["duplicate-name", "import-cycle", "import-broken", "unknown-policy"])
      expect(codes).toContain(code);
    expect(sound).toBeGreaterThan(rounds);
  });

  const one = (name: string, rest: string): SourceFile => new SourceFile(`${name}.policy`, `政策 ${name}\n${rest}`);
  const grants = (name: string, amount: number): string =>
    `输入\n  人数: 人\n结果\n  ${name}额: 元\n条款 一\n  => ${name}额 ${amount}元\n`;
  const importing = (name: string, from: string): string =>
    `引用 ${from}额 自 《${from}》\n结果\n  ${name}额: 元 = ${from}额\n`;

  test("compiles a change and what imports it, directly or not, and nothing else", () => {
    const memory = new Memory();
    const [a, b, c, d] = [
      one("甲", grants("甲", 1)),
      one("乙", importing("乙", "甲")),
      one("丙", importing("丙", "乙")),
      one("丁", grants("丁", 1)),
    ];
    const programs = (files: readonly SourceFile[]) =>
      compile(files, { memory }).policies.map(({ program }) => program);
    const before = programs([a, b, c, d]);
    expect(before.every((program) => program !== undefined)).toBe(true);
    const after = programs([one("甲", grants("甲", 2)), b, c, d]);
    expect(after.map((program, index) => program === before[index])).toEqual([false, false, false, true]);
    expect(programs([a, b, c, one("丁", "输入\n  人")]).map((program) => program === undefined)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test("tells anew, of the file that is told of, what lies between files", () => {
    const memory = new Memory();
    const [a, b] = [one("甲", grants("甲", 1)), one("乙", importing("乙", "甲"))];
    const codes = (files: readonly SourceFile[]) =>
      compile(files, { memory }).diagnostics.map(({ code, file }) => `${code} ${file.path}`);
    expect(codes([a, b])).toEqual(["unread-input 甲.policy"]);
    expect(codes([b])).toEqual(["unknown-policy 乙.policy"]);
    expect(codes([one("甲", grants("甲", 1).replace("1元", "1人")), b])).toContain("import-broken 乙.policy");
    expect(codes([a, b, new SourceFile("另一.policy", a.text)])).toContain("duplicate-name 另一.policy");
    expect(codes([a, b])).toEqual(["unread-input 甲.policy"]);
  });

  test("reads the document again where it changed", () => {
    const memory = new Memory();
    const quoting = one(
      "甲",
      "依据 《办法》\n输入\n  人数: 人\n结果\n  甲额: 元\n其余 不适用\n条款 一\n  原文「人数在30人以下的,补助100元」\n  人数 <= 30人 => 甲额 100元\n",
    );
    const document = { path: "办法.md", text: SOUND_DOCUMENT };
    const codes = (documents: readonly { readonly path: string; readonly text: string }[]) =>
      compile([quoting], { documents, memory }).diagnostics.map(({ code }) => code);
    expect(codes([document])).toEqual([]);
    expect(codes([{ ...document, text: SOUND_DOCUMENT.replace("100", "200") }])).toEqual(["quotation-not-found"]);
    expect(codes([])).toEqual(["document-not-found"]);
    expect(codes([document])).toEqual([]);
  });

  test("a question that z3 answered is not asked again, and its answer stays", async () => {
    const memory = new Memory();
    const files = [
      one(
        "甲",
        "其余 不适用\n输入\n  长: 数, 至少 0\n  宽: 数, 至少 0\n结果\n  甲额: 元\n条款 大\n  长 * 宽 > 1000 => 甲额 1元\n条款 小\n  长 + 宽 < 100 => 甲额 2元\n",
      ),
    ];
    const open = compile(files, { memory });
    expect(open.open.length).toBeGreaterThan(0);
    const settled = await settle(open, memory);
    expect(settled.diagnostics.map(({ code }) => code)).toEqual(["overlap"]);
    const again = compile(files, { memory });
    expect(again.open).toEqual(open.open);
    let asked = false;
    for (const question of again.open)
      await memory.answers.of(question, [], () => {
        asked = true;
        return Promise.resolve([]);
      });
    expect(asked).toBe(false);
    expect(said(await settle(again, memory))).toEqual(said(await settle(compile(files))));
  });
});
