/** Draws docs/syntax.html from the grammar: `npx tsx docs/generate-diagrams.ts`; `--check` fails where it is stale. */
import { keywords, serializedGrammar } from "../grammar/index.ts";
import { keywordType } from "../grammar/tokens.ts";
import { writeGenerated } from "./generated-page.ts";
import { drawRule, escapeHtml, type Labels } from "./railroad.ts";

const MOST_WORDS = 4;

const words = new Map<string, string[]>();
for (const { token, word } of keywords) {
  const { name } = keywordType(token);
  words.set(name, [...(words.get(name) ?? []), word]);
}

/** Tokens that the table of words does not hold are shown by their own label. */
function terminal(token: string, label: string): string {
  const all = words.get(token);
  if (all === undefined) return label;
  return all.length <= MOST_WORDS ? all.join(" ") : `${all.slice(0, MOST_WORDS).join(" ")} …`;
}

const labels: Labels = { terminal, rule: (name) => name };

const style = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
h2 { font: bold 1rem ui-monospace, monospace; margin: 2rem 0 0.5rem; }
div { overflow-x: auto; }
path { fill: none; stroke: #555; stroke-width: 1.5; }
rect { stroke: #555; stroke-width: 1.5; }
rect.terminal { fill: #e6f2e8; }
rect.rule { fill: #e8ecf7; }
a:hover rect { fill: #cfd8f2; }
text { font: 14px system-ui, sans-serif; text-anchor: middle; fill: #1b1b1b; }
table { border-collapse: collapse; }
td, th { border: 1px solid #bbb; padding: 0.2rem 0.6rem; text-align: left; vertical-align: top; }
@media (prefers-color-scheme: dark) {
  body { color: #e4e4e4; background: #1c1c1c; }
  path, rect { stroke: #aaa; }
  rect.terminal { fill: #24402a; }
  rect.rule { fill: #2a3355; }
  text { fill: #e4e4e4; }
}
`.trim();

type Node = ReturnType<typeof serializedGrammar>[number];

const nameOf = (node: Node): string => ("name" in node ? String(node.name) : "");
const partsOf = (node: Node): readonly Node[] => ("definition" in node ? (node.definition as readonly Node[]) : []);

/** From the whole file down, each rule before those that it is made of. */
function fromTheTop(rules: readonly Node[]): readonly Node[] {
  const byName = new Map(rules.map((rule) => [nameOf(rule), rule]));
  const ordered = new Set<Node>();
  const visit = (node: Node): void => {
    const rule = node.type === "NonTerminal" ? byName.get(nameOf(node)) : undefined;
    if (rule !== undefined) place(rule);
    partsOf(node).forEach(visit);
  };
  const place = (rule: Node): void => {
    if (ordered.has(rule)) return;
    ordered.add(rule);
    partsOf(rule).forEach(visit);
  };
  const namedIn = (node: Node): readonly string[] => [
    ...(node.type === "NonTerminal" ? [nameOf(node)] : []),
    ...partsOf(node).flatMap(namedIn),
  ];
  const named = new Set(rules.flatMap((rule) => partsOf(rule).flatMap(namedIn)));
  for (const rule of rules) if (!named.has(nameOf(rule))) place(rule);
  rules.forEach(place);
  return [...ordered];
}

function diagrams(): string {
  return fromTheTop(serializedGrammar())
    .map((rule) => {
      const name = nameOf(rule);
      return `<h2 id="${name}">${name}</h2>\n<div>${drawRule(rule, labels)}</div>`;
    })
    .join("\n");
}

/** One row a meaning: its words, and whether the number itself is included. */
function wordTable(): string {
  const rows = new Map<string, { words: string[]; category: string; boundary: string; doc: string }>();
  for (const { category, token, value, doc, boundary = "", word } of keywords) {
    const key = [category, token, value, doc, boundary].join(" ");
    const row = rows.get(key) ?? { words: [], category, boundary, doc };
    row.words.push(word);
    rows.set(key, row);
  }
  const cells = (values: readonly string[]): string => values.map((value) => `<td>${escapeHtml(value)}</td>`).join("");
  const body = [...rows.values()]
    .map((row) => `<tr>${cells([row.category, row.words.join(" "), row.boundary, row.doc])}</tr>`)
    .join("\n");
  return `<table>\n<tr><th>类</th><th>词</th><th>本数</th><th>意思</th></tr>\n${body}\n</table>`;
}

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>规矩:语法图</title>
<style>
${style}
</style>
<h1>语法图</h1>
<p>圆角是文件里写的字词,方角是另一张图。由语法生成;每种写法的意思见 <a href="language.md">language.md</a>。</p>
<p>Rounded boxes are words of the file, square ones other diagrams. Drawn from the grammar; <a href="language.md">language.md</a> says what each form means.</p>
${diagrams()}
<h1>关键词</h1>
${wordTable()}
</html>
`;

writeGenerated("syntax.html", page, "docs/generate-diagrams.ts");
