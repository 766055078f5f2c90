/** Pieces of pages. Whatever is text goes through `escape`; what is named `html` is markup already. */
import { escape } from "../markup.ts";
import { linkTo, SCRIPT, STYLE } from "./place.ts";

/** Every page of the site begins so: what begins otherwise was put there by someone. */
export const PAGE_HEADER =
  "<!doctype html>\n<!-- Made from .policy files by guiju docs. Edit the policy, not this. -->\n";
/** And so begin its script and its style. */
export const ASSET_HEADER = "/* Part of the pages that guiju docs makes. */\n";

/** Nothing is fetched from anywhere, whatever a page may hold. `unsafe-eval`: the runtime makes its quick way at once. */
const POLICY =
  "default-src 'none'; style-src 'self' file:; script-src 'self' file: 'unsafe-inline' 'unsafe-eval'; base-uri 'none'; form-action 'none'";

export interface PageParts {
  /** In the site. */
  readonly path: string;
  readonly title: string;
  readonly body: string;
  /** After the site's own script. */
  readonly scripts?: string;
}

export const page = ({ path, title, body, scripts = "" }: PageParts): string => `${PAGE_HEADER}<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${escape(linkTo(path, STYLE))}">
</head>
<body>
${body}
<script src="${escape(linkTo(path, SCRIPT))}"></script>
${scripts}</body>
</html>
`;

/** Code in a page: no text in it can end the script, or hide its end. */
export const codeScript = (code: string): string =>
  `<script>\n${code.replace(/<\//g, String.raw`<\/`).replace(/<!--/g, String.raw`<\!--`)}\n</script>\n`;

/** Data in a page, found by its id. */
export const dataScript = (id: string, json: string): string =>
  `<script type="application/json" id="${escape(id)}">${json.replace(/</g, String.raw`\u003c`)}</script>\n`;

export const link = (href: string, html: string, attributes = ""): string =>
  `<a href="${escape(href)}"${attributes}>${html}</a>`;

export const within = (place: string): string => `#${encodeURIComponent(place)}`;

/** A section with its heading, so that the page can be gone through by headings; empty where it holds nothing. */
export const section = (place: string, heading: string, html: string): string =>
  html === ""
    ? ""
    : `<section id="${escape(place)}" aria-labelledby="${escape(place)}-题">
<h2 id="${escape(place)}-题">${escape(heading)}</h2>
${html}
</section>`;

/** Columns that are empty from top to bottom are left out. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[], attributes = ""): string => {
  const shown = heads.flatMap((_, index) => (index === 0 || rows.some((row) => row[index] !== "") ? [index] : []));
  const head = shown.map((index) => `<th scope="col">${escape(heads[index] ?? "")}</th>`).join("");
  const body = rows.map((row) => {
    const [first = "", ...cells] = shown.map((index) => row[index] ?? "");
    return `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  return `<div class="scroll"><table${attributes}><thead><tr>${head}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table></div>`;
};
