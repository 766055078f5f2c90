/** One self-contained page: the document with its clauses beside it, linked both ways. It loads nothing and runs nothing. */
import { escape } from "../markup.ts";
import type { Coverage, CoveredSentence, CoveringStatement, NotRule } from "./coverage.ts";
import { summarize } from "./coverage.ts";
import type { Paragraph } from "./document.ts";
import { furnitureWithin, passageOf, sentencesWithin } from "./passage.ts";

const anchor = (kind: string, id: string): string => `${kind}-${id.replace(/\s+/g, "_")}`;
const idOf = (kind: string, id: string): string => `id="${escape(anchor(kind, id))}"`;
const link = (kind: string, id: string, inner: string, attributes = ""): string =>
  `<a href="#${escape(encodeURIComponent(anchor(kind, id)))}"${attributes}>${inner}</a>`;

const statusWords = {
  encoded: "已写成规则",
  notRule: "不是规则",
  partial: "只引用了一部分",
  missing: "没有着落",
} as const;

const style = `
:root { color-scheme: light dark; --line: #8884; --accent: #06c; --note: #777; --bad: #c33; --some: #b80; }
body { margin: 0 auto; max-width: 82rem; padding: 1rem; font: 16px/1.8 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; }
.row { display: grid; grid-template-columns: 3fr 2fr; gap: 1.5rem; border-top: 1px solid var(--line); padding: .8rem 0; }
.text { white-space: pre-line; overflow-wrap: anywhere; }
.sentence, .sentence a { text-decoration: none; color: inherit; }
.encoded { border-bottom: 2px solid var(--accent); } .notRule { color: var(--note); }
.partial { border-bottom: 2px dashed var(--some); } .missing { background: #c333; border-bottom: 2px solid var(--bad); }
.sentence:target, .card:target, .note:target { outline: 3px solid var(--accent); outline-offset: 3px; }
.sentence sup { margin-left: .2em; font-size: .7em; } .sentence sup a { color: var(--accent); }
.card { border: 1px solid var(--line); border-radius: 6px; padding: .5rem .8rem; margin: 0 0 .8rem; }
.card h3 { margin: 0; font-size: 1rem; } .card pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .4rem 0; font: inherit; }
.place, .note, .furniture, table { color: var(--note); font-size: .85rem; } .note { margin: 0 0 .3rem; }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: left; vertical-align: top; }
@media (max-width: 50rem) { .row { grid-template-columns: 1fr; } }
`;

export function coveragePage(result: Coverage): string {
  const { document, sentences } = result;
  const summary = summarize(result);
  const lost = sentences.filter(({ status }) => status === "missing" || status === "partial");
  const title = escape(document.title);
  const counts = `共 ${summary.sentences} 句:写成规则 ${summary.encoded} 句,不是规则 ${summary.notRule} 句,只引用了一部分 ${summary.partial} 句,没有着落 ${summary.missing} 句`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}:逐句核对</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<p><strong>${summary.percentage}</strong> ${counts}。</p>
${lost.length === 0 ? "" : `<p>没有着落的:${lost.map(({ id }) => link("s", id, escape(id))).join("、")}</p>\n`}${document.paragraphs
    .map((paragraph) => row(result, paragraph))
    .join("\n")}
${unitsTable(result)}
</body>
</html>
`;
}

function row(result: Coverage, { span }: Paragraph): string {
  const sentences = sentencesWithin(result.sentences, span);
  if (sentences.length === 0 && furnitureWithin(result.document, span).length === 0) return "";
  const cards = sentences.flatMap(({ id }) => result.statements.filter((statement) => statement.sentences[0] === id));
  const notes = sentences.flatMap((sentence) => sentence.reasons.map((reason) => noteOf(sentence, reason)));
  return `<section class="row">
<div class="text">${passageOf(result.document, span, sentences, sentenceOf)}</div>
<div>${[...cards.map(cardOf), ...notes].join("\n")}</div>
</section>`;
}

function sentenceOf({ id, status, text, statements, reasons, rest }: CoveredSentence): string {
  const [first] = statements;
  const words = escape(text);
  const inner = first !== undefined ? link("c", first, words) : reasons.length > 0 ? link("r", id, words) : words;
  const marks = statements.map((one) => link("c", one, escape(one))).join("、");
  const left = rest.length === 0 ? "" : `;余下:${rest.join(";")}`;
  const tip = escape(`${id} ${statusWords[status]}${left}`);
  return `<span ${idOf("s", id)} class="sentence ${status}" title="${tip}">${inner}${marks === "" ? "" : `<sup>${marks}</sup>`}</span>`;
}

const place = ({ file, line }: { readonly file: string; readonly line: number }): string => escape(`${file}:${line}`);

function cardOf(statement: CoveringStatement): string {
  const { id, noun, name, policy, wording, sentences } = statement;
  const back = sentences.map((one) => link("s", one, escape(one))).join("、");
  return `<article class="card" ${idOf("c", id)}>
<h3>${escape(`${noun} ${name}`)}</h3>
<div class="place">《${escape(policy)}》 ${place(statement)}</div>
<pre>${escape(wording)}</pre>
<div>原文:${back}</div>
</article>`;
}

const noteOf = ({ id }: CoveredSentence, reason: NotRule): string =>
  `<p class="note" ${idOf("r", id)}>${link("s", id, escape(id))} 不是规则:${escape(reason.reason)}(${place(reason)})</p>`;

function unitsTable({ units }: Coverage): string {
  if (units.length === 0) return "";
  const rows = units.map(({ unit, includes, paragraphs, policies }) => {
    const name = includes.length === 0 ? unit : `${unit}(含${includes.join("、")})`;
    return `<tr><td>${[name, paragraphs.join("、"), policies.join("、")].map(escape).join("</td><td>")}</td></tr>`;
  });
  return `<h2>责任单位</h2>
<table>
<tr><th>单位</th><th>段落</th><th>政策</th></tr>
${rows.join("\n")}
</table>`;
}
