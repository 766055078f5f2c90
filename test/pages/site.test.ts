import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { evaluate } from "../../compiler/evaluate/index.ts";
import { explain } from "../../compiler/explain/index.ts";
import type { Program } from "../../compiler/lowered.ts";
import { codeScript, dataScript } from "../../compiler/pages/markup.ts";
import { linkTo } from "../../compiler/pages/place.ts";
import { decodeProgram, encodeProgram } from "../../compiler/pages/program-data.ts";
import { siteOf } from "../../compiler/pages/site.ts";
import { ownWords } from "../../compiler/pages/words.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { listPolicies, readAll } from "../../cli/files.ts";
import { zoo } from "../emit/zoo.ts";

const repository = join(import.meta.dirname, "../..");
const own = readAll(listPolicies(join(repository, "policies"), repository).paths, repository).files;
const strange = Object.entries(zoo).map(([name, text]) => new SourceFile(`${name}.policy`, text));
const programsOf = (files: readonly SourceFile[]): readonly Program[] =>
  compile(files, { prove: false }).policies.flatMap(({ program }) => program ?? []);

describe("a program goes into a page and comes back", () => {
  const inPage = programsOf([...own, ...strange]).map((program) => ({ name: program.policy, program }));

  test.each(inPage)("$name: the same answers and the same explanations", ({ program }) => {
    const back = decodeProgram(encodeProgram(program));
    for (const values of [new Map(), ...program.cases.map(({ inputs }) => inputs)]) {
      const [before, after] = [evaluate(program, values), evaluate(back, values)];
      expect(after.kind).toBe(before.kind);
      if (before.kind !== "evaluation" || after.kind !== "evaluation") continue;
      expect(explain(back, after)).toBe(explain(program, before));
    }
  });

  test("without the policy's text, and without where it lies", () => {
    const [program] = programsOf([new SourceFile("/home/某人/甲.policy", zoo["稳岗"] ?? "")]);
    if (program === undefined) expect.fail("no program");
    expect(encodeProgram(program)).not.toMatch(/某人|span|政策 /);
  });
});

describe("the site", () => {
  const site = (folder: string): ReadonlyMap<string, string> => {
    const files = strange.map(({ path, text }) => new SourceFile(`${folder}${path}`, text));
    return siteOf({
      policies: compile(files, { prove: false }).policies.map((policy) => ({
        policy,
        path: policy.file.path.slice(folder.length).replace(/\.policy$/, ""),
        code: "const policy = {};",
      })),
      documents: [],
      script: "",
    });
  };

  test("has a page a policy, and shares one script and one style", () => {
    const paths = [...site("").keys()];
    expect(paths).toEqual([
      "index.html",
      "assets/guiju.css",
      "assets/guiju.js",
      ...Object.keys(zoo).map((name) => `policies/${name}.html`),
    ]);
  });

  test("is the same wherever the policies lie, and holds no path", () => {
    const [here, there] = [site("policies/"), site("/home/某人/政策/")];
    expect([...there]).toEqual([...here]);
    expect([...here.values()].join("")).not.toMatch(/某人|\.policy:/);
  });

  test("has pages that may load nothing but the site's own script and style", () => {
    for (const [path, text] of site("")) {
      if (!path.endsWith(".html")) continue;
      expect(text, path).toContain(`content="default-src 'none'; style-src 'self' file:; script-src 'self' file:`);
      expect(text, path).not.toMatch(/https?:|url\(|@import/);
    }
  });

  test("leads from a quotation to its sentence and back, in each of several documents", () => {
    const text = `政策 「甲/乙」
依据 《意见》 一(一)
其余 不适用
输入
  人数: 人
结果
  补贴: 元
条款 一
  原文「10人以上的,补贴100元」
  人数 >= 10人 => 补贴 100元
条款 二
  依据 《通知》 一(一)
  原文「不满10人的,补贴50元」
  人数 < 10人 => 补贴 50元
`;
    const documents = [
      { path: "意见.md", text: "# 意见\n\n一、补贴\n\n(一)总的要求。10人以上的,补贴100元。\n" },
      { path: "通知.md", text: "# 通知\n\n一、补贴\n\n(一)不满10人的,补贴50元。\n" },
    ];
    const { policies, diagnostics } = compile([new SourceFile("甲.policy", text)], { documents });
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    const [policy] = policies;
    if (policy === undefined) expect.fail("no policy");
    const page = siteOf({ policies: [{ policy, path: "甲", code: "" }], documents, script: "" }).get(
      "policies/甲.html",
    );
    const [first, second] = ["一(一)/2", "2/一(一)/1"].map((sentence) => `原文-${sentence}`);
    expect(page).toContain(
      `<mark id="${first}">10人以上的,补贴100元。</mark><sup><a href="#${encodeURIComponent("条款-一")}">一</a></sup>`,
    );
    expect(page).toContain(`<mark id="${second}">不满10人的,补贴50元。</mark>`);
    for (const [place, words] of [
      [first, "10人以上的,补贴100元"],
      [second, "不满10人的,补贴50元"],
    ] as const)
      expect(page).toContain(`<blockquote><a href="#${encodeURIComponent(place ?? "")}">「${words}」</a></blockquote>`);
  });

  test("shows a table as a table, a row of which is the place of its clause", () => {
    const page = site("").get("policies/个税.html") ?? "";
    expect(page).toContain('<tr id="条款-税率表/36000元以下"><td>36000元以下</td><td>3%</td><td>0元</td></tr>');
    expect(page).toContain('"个税/税率表/36000元以下":"#%E6%9D%A1%E6%AC%BE-');
  });

  test("says who imports, and links clauses of an imported policy to their own page", () => {
    const pages = site("");
    expect(pages.get("policies/低保.html")).toContain(
      '<dt>被引用</dt><dd><a href="%E8%A1%A5%E8%B4%B4.html">《补贴》</a>',
    );
    expect(pages.get("policies/补贴.html")).toContain('"低保/城市标准":"%E4%BD%8E%E4%BF%9D.html#');
  });

  test("tells a clause's period", () => {
    expect(site("").get("policies/低保.html")).toContain('<p class="remark">2020-04-01 至 2020-06-30 施行</p>');
  });
});

test("links from page to page, with every sign of a name an address", () => {
  expect(linkTo("policies/六保/甲.html", "policies/六保/乙.html")).toBe("%E4%B9%99.html");
  expect(linkTo("policies/六保/甲.html", "index.html", "")).toBe("../../index.html");
  expect(linkTo("index.html", "policies/a b/?#.html", "条款-甲")).toBe(
    "policies/a%20b/%3F%23.html#%E6%9D%A1%E6%AC%BE-%E7%94%B2",
  );
  expect(linkTo("policies/a/甲.html", "policies/a-b/甲.html")).toBe("../a-b/%E7%94%B2.html");
});

test("no text ends a script or opens a comment in one, and code means what it meant", () => {
  const text = "</script><!--<script>";
  const code = `return ${JSON.stringify(text)};`;
  const held = codeScript(code).replace(/^<script>\n|\n<\/script>\n$/g, "");
  expect(held).not.toMatch(/<\/|<!--/);
  expect(new Function(held)()).toBe(text);
  const data = dataScript("甲", JSON.stringify(text)).replace(/^<script[^>]*>|<\/script>\n$/g, "");
  expect(data).not.toContain("<");
  expect(JSON.parse(data)).toBe(text);
});

test("a clause's own words: what is shown beside is cut out, comments too, the shape stays", () => {
  const text = "条款 甲\n  原文「乙」\n  // 说明\n  符合下列条件之一的:\n    (一)丙;\n  => 丁 1元    推定「戊」\n";
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const words = ownWords(new SourceFile("", text), { start: "条款 甲".length, end: text.length }, [
    span("原文「乙」"),
    span("推定「戊」"),
  ]);
  expect(words).toBe("符合下列条件之一的:\n  (一)丙;\n=> 丁 1元");
});
