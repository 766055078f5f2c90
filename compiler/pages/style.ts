/** How the pages look: on a screen light or dark, on a narrow one, and on paper. */
import { regionStyle } from "../regions/page.ts";

export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --sheet: #fff; --ink: #1f2328; --note: #5d636b; --line: #d9d6ce; --accent: #1f5f99; --soft: #eaf1f8;
  --good: #226b3c; --some: #8a5a00; --bad: #b3261e; --mark: #fff1c2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --sheet: #1d2024; --ink: #e3e4e6; --note: #a0a6ad; --line: #383c42; --accent: #86b9e8; --soft: #22303d;
    --good: #7cc795; --some: #e0b35c; --bad: #f2938c; --mark: #4a3d12;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 74rem; padding: 1.5rem 1.5rem 5rem; background: var(--paper); color: var(--ink);
  font: 16px/1.75 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.4; font-weight: 600; }
h1 { font-size: 1.9rem; margin: .3rem 0 1rem; letter-spacing: .02em; }
h2 { font-size: 1.25rem; margin: 0 0 .8rem; }
h3 { font-size: 1.02rem; margin: 0 0 .4rem; }
p { margin: .3rem 0; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
main > section { margin: 2.6rem 0 0; padding-top: 1.4rem; border-top: 1px solid var(--line); }
.note, .hint, .crumbs { color: var(--note); font-size: .88rem; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; margin: .5rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .7rem; text-align: left; vertical-align: top; min-width: 4.5em; }
th { font-weight: 600; } th[scope="row"] { font-weight: 400; }
thead th { white-space: nowrap; background: var(--soft); }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 1rem 0 0; padding: 0; font-size: .93rem; }
dl.head { display: grid; grid-template-columns: 5em minmax(0, 1fr); gap: .25rem 1rem; margin: 0; }
dl.head dt { color: var(--note); } dl.head dd { margin: 0; }
dl.declared { margin: 0; } dl.declared dd { margin: 0 0 .4rem 1.2rem; }
code, pre { font-family: "Noto Sans Mono CJK SC", "Sarasa Mono SC", "Noto Sans CJK SC", monospace; font-size: .93rem; }
dl.declared code, pre.words { white-space: pre-wrap; }
pre.words { margin: 0 0 .5rem; line-height: 1.75; }
.assumed { color: var(--note); font-size: .9rem; } .assumed b { display: inline-block; border: 1px solid var(--some); color: var(--some); border-radius: 3px; padding: 0 .35em; margin-right: .3em; font-weight: 400; font-size: .8rem; line-height: 1.5; }
.passage { white-space: pre-line; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: .9rem 1.2rem; margin: .6rem 0; line-height: 2; text-align: justify; }
mark { background: var(--mark); color: inherit; } sup { font-size: .72rem; margin: 0 .4em 0 .2em; line-height: 1; } .not-rule, .furniture { color: var(--note); }
.rule { border: 1px solid var(--line); background: var(--sheet); border-radius: 6px; padding: .9rem 1.2rem; margin: 0 0 .9rem; }
.rule .remark { color: var(--note); font-size: .9rem; margin: 0 0 .3rem; }
.beside { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: .4rem 1.6rem; } .beside > :only-child { grid-column: 1 / -1; }
blockquote { margin: 0 0 .4rem; padding-left: .8rem; border-left: 3px solid var(--line); font-size: .93rem; } blockquote a { color: inherit; text-decoration-color: var(--line); }
:target { outline: 2px solid var(--accent); outline-offset: 4px; border-radius: 3px; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: .8rem; }
.card { border: 1px solid var(--line); background: var(--sheet); border-radius: 6px; padding: .8rem 1rem; display: flex; flex-direction: column; }
.card pre { flex: 1; font-size: .87rem; }
button { font: inherit; font-size: .93rem; padding: .3rem 1.3rem; border-radius: 5px; border: 1px solid var(--accent); background: var(--accent); color: var(--paper); cursor: pointer; }
button.quiet { background: transparent; color: var(--accent); padding: .2rem .8rem; align-self: start; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 1rem 1.6rem; margin: .8rem 0; }
.field { border: 0; margin: 0; padding: 0; min-width: 0; } .field label, .field legend { padding: 0; }
.field > label, .field > legend { font-weight: 600; display: block; }
.entry { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .9rem; min-height: 2.3rem; }
.entry input:not([type="radio"]), .entry select { flex: 1; min-width: 0; width: 8rem; }
input, select { font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--note); border-radius: 5px; padding: .25rem .6rem; height: 2.4rem; accent-color: var(--accent); }
input[type="radio"] { height: auto; }
.unit { color: var(--note); } .hint { margin: .15rem 0 0; line-height: 1.5; }
.fault { color: var(--bad); margin: .15rem 0 0; line-height: 1.5; font-size: .93rem; } .fault:empty { display: none; }
[aria-invalid="true"] { border-color: var(--bad); outline-color: var(--bad); }
#status:not(:empty) { font-size: 1.05rem; border-left: 3px solid var(--accent); padding-left: .8rem; margin: 1.2rem 0; }
.outcome { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: .4rem 1.8rem; border: 1px solid var(--line); background: var(--sheet); border-radius: 6px; padding: 1rem 1.2rem; margin: 0 0 .9rem; }
.outcome h3 { margin: 0; } .answer .value { font-size: 1.35rem; line-height: 1.5; margin: .2rem 0; }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 3px; padding: 0 .5em; font-size: .82rem; line-height: 1.6; color: var(--note); } .value .badge { font-size: 1rem; padding: .1em .6em; }
.determined .badge, .met .badge { color: var(--good); } .discretion .badge, .missing .badge { color: var(--some); }
.conflict .badge, .exhausted .badge, .unmet .badge { color: var(--bad); }
.why { font-size: .93rem; border-left: 1px solid var(--line); padding-left: 1.2rem; } .why ul { list-style: none; margin: 0; padding: 0 0 0 1.4em; } .why li { margin: .15rem 0; }
.why li[data-mark]::before { content: attr(data-mark); display: inline-block; width: 1.4em; margin-left: -1.4em; color: var(--note); }
.why .ground { color: var(--note); } .why h4 { margin: .6rem 0 .1rem; font-size: .93rem; } .why h4:first-child { margin-top: 0; } details > summary { cursor: pointer; color: var(--note); }
.defect { border: 2px solid var(--bad); border-radius: 6px; padding: .8rem 1.2rem; margin: 1rem 0; } .defect pre { white-space: pre-wrap; font-size: .82rem; }
.search input { width: min(26rem, 100%); } .search label { margin-right: .4em; }
ul.policies { list-style: none; padding: 0; margin: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: .8rem; }
ul.policies li { border: 1px solid var(--line); background: var(--sheet); border-radius: 6px; padding: .7rem 1rem; } ul.policies li > a { font-size: 1.08rem; font-weight: 600; text-decoration: none; }
ul.policies p { color: var(--note); font-size: .88rem; line-height: 1.6; } ul.policies .responsible { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
[hidden] { display: none !important; }
${regionStyle}
section svg { min-width: 34rem; }
section section + section { margin-top: 1.6rem; }
@media (max-width: 46rem) {
  body { padding: 1rem .9rem 4rem; } h1 { font-size: 1.5rem; }
  .beside, .outcome, dl.head { grid-template-columns: minmax(0, 1fr); } dl.head dd { margin-bottom: .3rem; }
  .why { border-left: 0; border-top: 1px solid var(--line); padding: .5rem 0 0; }
}
@media print {
  :root { --paper: #fff; --sheet: #fff; --ink: #000; --note: #444; --line: #bbb; --accent: #000; --mark: #eee; --soft: #f4f4f4; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } nav, button, .search, .hint, #试算:has(#answers:empty) { display: none; }
  .rule, .card, .passage, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
}
`;
