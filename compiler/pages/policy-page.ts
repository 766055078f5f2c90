/** One policy's page. */
import type { CompiledPolicy } from "../compile.ts";
import { enactmentWords } from "../evaluate/wording.ts";
import { itemsOf } from "../items.ts";
import { assumptionLines } from "../explain/print.ts";
import type { Program } from "../lowered.ts";
import { escape } from "../markup.ts";
import { READING_NOTE, regionSection } from "../regions/page.ts";
import { regionTables } from "../regions/index.ts";
import type { Library } from "../source/library.ts";
import { basesOf } from "../source/quotations.ts";
import { casesSection } from "./cases.ts";
import { formSection } from "./form.ts";
import { codeScript, dataScript, link, page, section, table, within } from "./markup.ts";
import { clausePlace, INDEX, linkTo, requirementPlace } from "./place.ts";
import { encodeProgram } from "./program-data.ts";
import { ruleSections } from "./rules.ts";
import { sourceSection, sourceTexts } from "./source-text.ts";
import { defaultWords, limitWords, periodWords, typeWords } from "./words.ts";

export interface PolicyEntry {
  readonly policy: CompiledPolicy;
  readonly code: string | undefined;
  /** None where the file holds nothing but 依据 and 非规则. */
  readonly name: string | undefined;
  readonly title: string;
  /** Below the folder of policies. */
  readonly path: string;
  /** In the site. */
  readonly page: string;
}

export const responsibleOf = ({ policy: { tree } }: PolicyEntry): readonly string[] => [
  ...new Set(itemsOf(tree, "Responsible").flatMap(({ units }) => units.map(({ text }) => text))),
];

export function policyPage(entry: PolicyEntry, all: readonly PolicyEntry[], library: Library): string {
  const { policy, code, title } = entry;
  const { program, file, tree } = policy;
  const texts = sourceTexts(policy, library);
  const sections = [
    sourceSection(policy, texts),
    ...(program === undefined ? [] : [formSection(program), section("输入", "输入", inputTable(program))]),
    ruleSections({ program, file, tree, texts }),
    ...(program === undefined ? [] : [regionsSection(program), casesSection(program, file, tree)]),
  ].filter((html) => html.trim() !== "");
  return page({
    path: entry.page,
    title,
    body: `<header>
<p class="crumbs">${link(linkTo(entry.page, INDEX), "全部政策")}${folderOf(entry.path)}</p>
<h1>${escape(title)}</h1>
${headOf(entry, all)}
${contentsOf(sections)}
</header>
<main>
${sections.join("\n")}
</main>`,
    scripts:
      program === undefined || code === undefined
        ? ""
        : dataScript("program", encodeProgram(program)) +
          dataScript("places", JSON.stringify(placesOf(entry, program, all))) +
          codeScript(`guiju((exports, require) => {\n${code}\nreturn policy;\n});`),
  });
}

const folderOf = (path: string): string =>
  path
    .split("/")
    .slice(0, -1)
    .map((folder) => ` / ${escape(folder)}`)
    .join("");

/** From the sections themselves, so that it lists what there is. */
const contentsOf = (sections: readonly string[]): string => {
  const heads = [
    ...sections.join("\n").matchAll(/<section id="([^"]*)" aria-labelledby="[^"]*">\n<h2 id="[^"]*">([^<]*)</g),
  ];
  return `<nav aria-label="本页"><ul>${heads.map(([, place = "", words = ""]) => `<li><a href="#${place}">${words}</a></li>`).join("")}</ul></nav>`;
};

function headOf(entry: PolicyEntry, all: readonly PolicyEntry[]): string {
  const { tree, program } = entry.policy;
  const named = (name: string): string => {
    const other = all.find((one) => one.name === name);
    return other === undefined ? `《${escape(name)}》` : link(linkTo(entry.page, other.page), `《${escape(name)}》`);
  };
  const imports = itemsOf(tree, "Import");
  const importers = all.filter(({ name, policy }) =>
    itemsOf(policy.tree, "Import").some((one) => name !== undefined && one.policy.text === entry.name),
  );
  const period = itemsOf(tree, "PolicyHeading")[0]?.period;
  const bases = basesOf(tree).map(
    ({ title, paragraphs }) => `《${title}》${paragraphs.length === 0 ? "" : ` ${paragraphs.join("、")}`}`,
  );
  const rows: readonly (readonly [string, string])[] = [
    ["依据", [...new Set(bases)].map(escape).join("<br>")],
    ["发布", escape(program?.issued ?? "")],
    ["施行", period === undefined ? "" : escape(periodWords({ from: period.from.iso, to: period.to?.iso }))],
    [
      "修订",
      itemsOf(tree, "AmendmentHeading")
        .flatMap(({ period: from, reaching }) =>
          from === undefined
            ? []
            : escape(enactmentWords({ day: from.from.iso, reaching: reaching?.iso ?? from.from.iso })),
        )
        .join("<br>"),
    ],
    ["责任单位", responsibleOf(entry).map(escape).join("、")],
    [
      "引用",
      imports
        .map(({ names, policy }) => `${names.map(({ text }) => escape(text)).join("、")} 自 ${named(policy.text)}`)
        .join("<br>"),
    ],
    ["被引用", importers.map(({ name = "" }) => named(name)).join("、")],
  ];
  const shown = rows.filter(([, html]) => html !== "");
  return `<dl class="head">${shown.map(([term, html]) => `<dt>${term}</dt><dd>${html}</dd>`).join("\n")}</dl>`;
}

function inputTable(program: Program): string {
  const rows = program.inputs
    .filter(({ origin, importedFrom }) => origin.span.end > 0 || importedFrom !== undefined)
    .map((input) => [
      escape(input.name),
      escape(typeWords(input.type)),
      escape(limitWords(input).join(";")),
      escape(defaultWords(input) ?? ""),
      [
        ...assumptionLines(input.assumptions),
        ...(input.importedFrom === undefined ? [] : [`《${input.importedFrom}》要用`]),
      ]
        .map(escape)
        .join("<br>"),
    ]);
  return rows.length === 0 ? "" : table(["名称", "单位或种类", "限度", "默认", "说明"], rows);
}

function regionsSection(program: Program): string {
  const tables = regionTables(program);
  if (tables.length === 0) return "";
  const bodies = tables.map((one) => regionSection(one, "h3")).join("\n");
  return section("情形", "什么情形得什么结果", `<p class="note">${escape(READING_NOTE)}</p>\n${bodies}`);
}

/** Where each clause and requirement that an answer may name is shown, by its id, as addresses. */
function placesOf(entry: PolicyEntry, program: Program, all: readonly PolicyEntry[]): Readonly<Record<string, string>> {
  const clauses = program.clauses.map(({ id, importedFrom }) => {
    const home = all.find(({ name }) => name === (importedFrom ?? program.policy));
    const place = clausePlace(importedFrom ?? program.policy, id);
    return [id, home === undefined || home === entry ? within(place) : linkTo(entry.page, home.page, place)] as const;
  });
  const requirements = (["target", "constraint"] as const).flatMap((kind) =>
    program[`${kind}s`].map(({ name }) => [`${kind} ${name}`, within(requirementPlace(kind, name))] as const),
  );
  return Object.fromEntries([...clauses, ...requirements]);
}
