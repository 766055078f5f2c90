/** Region tables as one self-contained page. It loads nothing and runs nothing. */
import { escape } from "../markup.ts";
import type { Program } from "../lowered.ts";
import type { Region, RegionTable } from "./index.ts";
import { pictureOf } from "./picture.ts";
import { ANY_CASE, clausesText, conditionsText, exampleText } from "./report.ts";

const COLOURS = 8;

const hues = [210, 28, 140, 280, 55, 340, 180, 100]
  .map((hue, index) => `.c${index} { fill: hsl(${hue} 70% 50% / .32); background: hsl(${hue} 70% 50% / .32); }`)
  .join("\n");

/** Of the tables and drawings, wherever they stand. `--bad` is the page's. */
export const regionStyle = `
.unlisted { border-left: 4px solid var(--bad); padding-left: .6rem; }
.scroll { overflow-x: auto; }
td.any { opacity: .6; text-align: center; } td.number { text-align: center; }
td.example { opacity: .75; font-size: .85rem; }
svg { max-width: 100%; height: auto; margin: .4rem 0; }
svg text { font: 13px "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; fill: currentColor; text-anchor: middle; }
svg .name { font-weight: 600; text-anchor: start; } svg .side { text-anchor: end; } svg .scale { opacity: .8; }
svg .area { stroke: currentColor; stroke-opacity: .55; } svg .line { stroke: currentColor; fill: none; stroke-width: 1.5; } svg .dot { fill: currentColor; }
.none { fill: #8883; background: #8883; }
${hues}
`;

const style = `
:root { color-scheme: light dark; --line: #8884; --bad: #c33; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 16px/1.7 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .4rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.note { opacity: .75; font-size: .9rem; margin: .2rem 0; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .92rem; }
th, td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left; vertical-align: top; }
th { font-weight: 600; white-space: nowrap; }
${regionStyle}`;

export const READING_NOTE =
  "每一行是一类情形,右边是它的一个例子,结果由参考求值器算出。图是示意,不按比例;数轴上的圆点落在哪一侧,界限上的数就归哪一侧。";

export function regionsPage(program: Program, tables: readonly RegionTable[]): string {
  const title = escape(program.policy);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}:什么情形得什么结果</title>
<style>${style}</style>
</head>
<body>
<h1>${title}:什么情形得什么结果</h1>
<p class="note">${READING_NOTE}</p>
${tables.length === 0 ? "<p>这份政策没有结果可列。</p>" : tables.map((table) => regionSection(table, "h2")).join("\n")}
</body>
</html>
`;
}

/** One outcome's table, with a drawing where one shows it. */
export function regionSection(table: RegionTable, heading: "h2" | "h3"): string {
  const colours = coloursOf(table.regions);
  const picture = pictureOf(table, (region) => colours[region] ?? "none");
  const unlisted = table.unlisted.map(
    ({ conditions, reason }) =>
      `<p class="unlisted">未能列全:${escape(conditions.length === 0 ? "" : `${conditionsText(conditions)} 时,`)}${escape(reason)}</p>`,
  );
  return `<section>
<${heading}>${escape(table.outcome)}</${heading}>
${picture === undefined ? "" : `<div class="scroll">${picture}</div>\n`}${table.regions.length === 0 ? "" : tableOf(table, colours)}
${unlisted.join("\n")}
</section>`;
}

/** One colour an answer, grey where nothing is granted. */
function coloursOf(regions: readonly Region[]): readonly string[] {
  const known = new Map<string, string>();
  return regions.map(({ answer: { words, result } }) => {
    if (result.status !== "determined" && result.status !== "discretion") return "none";
    const colour = known.get(words) ?? `c${known.size % COLOURS}`;
    known.set(words, colour);
    return colour;
  });
}

function tableOf({ axes, regions }: RegionTable, colours: readonly string[]): string {
  const heads = [
    "",
    ...(axes.length === 0 ? ["情形"] : axes.map(({ subject }) => subject)),
    "结果",
    "由哪一条决定",
    "例",
  ];
  const rows = regions.map((region, index) => {
    const cells = axes.map(({ subject }) => {
      const condition = region.conditions.find((one) => one.subject === subject);
      return condition === undefined ? '<td class="any">—</td>' : `<td>${escape(condition.words)}</td>`;
    });
    return `<tr><td class="number ${colours[index] ?? "none"}">${index + 1}</td>${axes.length === 0 ? `<td>${ANY_CASE}</td>` : cells.join("")}<td><strong>${escape(region.answer.words)}</strong></td><td>${escape(clausesText(region))}</td><td class="example">${escape(exampleText(region))}</td></tr>`;
  });
  return `<div class="scroll"><table>
<tr>${heads.map((head) => `<th>${escape(head)}</th>`).join("")}</tr>
${rows.join("\n")}
</table></div>`;
}
