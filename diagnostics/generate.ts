/**
 * Reads the message catalogue (messages/*.md) and writes catalogue.generated.ts and docs/diagnostics.md.
 * `--check` fails where either is stale. Run by `npm run generate`.
 *
 * A catalogue entry is a level-two heading with the code, then `键: 值` lines (严重程度, 消息, 改法), then the sections
 * 为什么, 错例 and 对例 at level three. Placeholders in 消息 and 改法 become the typed parameters of the code.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { byCodePoint } from "./source.ts";

interface Entry {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint: string | undefined;
  readonly body: string;
}

const severities: Readonly<Record<string, Entry["severity"]>> = { 错误: "error", 警告: "warning", 提示: "info" };
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}diagnostics/messages/`;

function parseEntry(section: string, file: string): Entry {
  const [heading = "", ...lines] = section.split("\n");
  const code = heading.trim();
  const fields = new Map<string, string>();
  while (lines.length > 0 && !lines[0]?.startsWith("### ")) {
    const match = /^(严重程度|消息|改法): (.+)$/.exec(lines.shift() ?? "");
    if (match?.[1] !== undefined && match[2] !== undefined) fields.set(match[1], match[2].trim());
  }
  const severity = severities[fields.get("严重程度") ?? ""];
  const message = fields.get("消息");
  const body = lines.join("\n").trim();
  if (!/^[a-z]+(-[a-z]+)*$/.test(code)) throw new Error(`${file}: 「${code}」 is not a kebab-case code`);
  if (severity === undefined || message === undefined) throw new Error(`${file}: ${code} lacks 严重程度 or 消息`);
  for (const title of ["### 为什么", "### 错例", "### 对例"])
    if (!body.includes(title)) throw new Error(`${file}: ${code} lacks ${title}`);
  return { code, severity, message, hint: fields.get("改法"), body };
}

const entries: Entry[] = [];
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .sort(byCodePoint))
  for (const section of readFileSync(folder + file, "utf8")
    .split(/^## /m)
    .slice(1))
    entries.push(parseEntry(section, file));
entries.sort((a, b) => byCodePoint(a.code, b.code));
for (const [index, entry] of entries.entries())
  if (entry.code === entries[index + 1]?.code) throw new Error(`${entry.code} is described twice`);

const placeholders = (entry: Entry): string[] => [
  ...new Set([...`${entry.message}${entry.hint ?? ""}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "")),
];

const typescript = await format(
  `// Made from messages/*.md by generate.ts. Edit those.
export interface CatalogueEntry { readonly severity: "error" | "warning" | "info"; readonly message: string; readonly hint?: string }
export interface Parameters {
${entries
  .map(
    (entry) =>
      `  readonly ${JSON.stringify(entry.code)}: { ${placeholders(entry)
        .map((name) => `readonly ${name}: string`)
        .join("; ")} };`,
  )
  .join("\n")}
}
export type Code = keyof Parameters;
export const catalogue: Readonly<Record<Code, CatalogueEntry>> = {
${entries.map(({ code, severity, message, hint }) => `  ${JSON.stringify(code)}: ${JSON.stringify({ severity, message, hint })},`).join("\n")}
};
`,
  { parser: "babel-ts", printWidth: 120 },
);

const titles = { error: "错误", warning: "警告", info: "提示" } as const;
const documentation = `# 诊断一览

每一条都有固定的代码,\`check --json\` 也用它。此文由 \`diagnostics/messages/\` 生成,请改那里。

${entries.map((entry) => `- [\`${entry.code}\`](#${entry.code}) ${titles[entry.severity]}`).join("\n")}

${entries
  .map(
    (entry) => `## ${entry.code}

**${titles[entry.severity]}** ${entry.message}

${entry.hint === undefined ? "" : `怎么改:${entry.hint}\n\n`}${entry.body}
`,
  )
  .join("\n")}`;

const outputs = { "diagnostics/catalogue.generated.ts": typescript, "docs/diagnostics.md": documentation };
const check = process.argv.includes("--check");
for (const [path, text] of Object.entries(outputs)) {
  const current = (() => {
    try {
      return readFileSync(root + path, "utf8");
    } catch {
      return undefined;
    }
  })();
  if (current === text) continue;
  if (check) {
    console.error(`${path} is stale: run npm run generate`);
    process.exitCode = 1;
  } else writeFileSync(root + path, text);
}
