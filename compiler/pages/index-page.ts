/** The first page: all policies by folder, each with who is responsible and what it decides. */
import { byCodePoint } from "../../diagnostics/source.ts";
import { itemsOf } from "../items.ts";
import { escape } from "../markup.ts";
import { link, page } from "./markup.ts";
import { INDEX, linkTo } from "./place.ts";
import { type PolicyEntry, responsibleOf } from "./policy-page.ts";

export function indexPage(entries: readonly PolicyEntry[]): string {
  const folders = new Map<string, PolicyEntry[]>();
  for (const entry of entries) {
    const folder = entry.path.split("/").slice(0, -1).join("/");
    folders.set(folder, [...(folders.get(folder) ?? []), entry]);
  }
  const lists = [...folders]
    .toSorted(([a], [b]) => byCodePoint(a, b))
    .map(
      ([folder, inside]) => `<section class="folder"><h2>${escape(folder === "" ? "政策" : folder)}</h2>
<ul class="policies">
${inside.map(entryOf).join("\n")}
</ul></section>`,
    );
  return page({
    path: INDEX,
    title: "政策",
    body: `<header><h1>政策</h1>
<p class="search"><label for="search">查找</label> <input id="search" type="search" autocomplete="off" placeholder="名称、责任单位、结果……"></p>
<p id="found" class="note" role="status" aria-live="polite">共 ${entries.length} 份</p>
</header>
<main>
${lists.join("\n")}
</main>`,
  });
}

function entryOf(entry: PolicyEntry): string {
  const responsible = responsibleOf(entry);
  const lines = [
    ...decisionsOf(entry).map(({ noun, names }) => `<p>${escape(`${noun}:${names.join("、")}`)}</p>`),
    ...(responsible.length === 0 ? [] : [`<p class="responsible">${escape(`责任单位:${responsible.join("、")}`)}</p>`]),
  ];
  return `<li>${link(linkTo(INDEX, entry.page), escape(entry.title))}
${lines.join("")}</li>`;
}

function decisionsOf({
  policy: { tree },
}: PolicyEntry): readonly { readonly noun: string; readonly names: readonly string[] }[] {
  const found = [
    {
      noun: "决定",
      names: itemsOf(tree, "OutcomeSection").flatMap(({ outcomes }) => outcomes.map(({ name }) => name.text)),
    },
    { noun: "指标", names: itemsOf(tree, "Target").map(({ name }) => name.text) },
    { noun: "约束", names: itemsOf(tree, "Constraint").map(({ name }) => name.text) },
  ].filter(({ names }) => names.length > 0);
  if (found.length > 0) return found;
  const count = itemsOf(tree, "NonRule").length;
  return count === 0 ? [] : [{ noun: "没有规则", names: [`说明了 ${count} 句为什么不是规则`] }];
}
