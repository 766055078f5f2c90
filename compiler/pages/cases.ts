/** 算例 as cards, each of which can fill the form. */
import type { SourceFile } from "../../diagnostics/source.ts";
import type { PolicyFile } from "../../grammar/ast.ts";
import { itemsOf } from "../items.ts";
import type { Case, Program } from "../lowered.ts";
import { escape } from "../markup.ts";
import { typed } from "./form.ts";
import { section } from "./markup.ts";
import { casePlace } from "./place.ts";
import { ownWords } from "./words.ts";

export function casesSection(program: Program, file: SourceFile, tree: PolicyFile): string {
  const words = new Map(
    itemsOf(tree, "Case").map((node) => [
      node.name.text,
      ownWords(file, { start: node.name.span.end, end: node.span.end }),
    ]),
  );
  const cards = program.cases.map((one) => cardOf(program, one, words.get(one.name) ?? ""));
  return section(
    "算例",
    "算例",
    cards.length === 0
      ? ""
      : `<p class="note">起草人写下的情形和应有的结果,写出本页时已逐个算过,全部相符。</p>
<div class="cards">${cards.join("\n")}</div>`,
  );
}

function cardOf(program: Program, one: Case, words: string): string {
  const given = program.inputs.flatMap((input): readonly (readonly [string, string | undefined])[] => {
    const value = one.inputs.get(input.name);
    return value === undefined ? [] : [[input.name, typed(value, input)]];
  });
  const canFill = given.every(([, text]) => text !== undefined);
  const button = canFill
    ? `<button type="button" class="quiet" data-fill="${escape(JSON.stringify(Object.fromEntries(given)))}" aria-label="填入试算:${escape(one.name)}">填入试算</button>`
    : `<p class="note">其中有写不成小数的数,不能填入试算。</p>`;
  return `<article class="card" id="${escape(casePlace(one.name))}"><h3>${escape(one.name)}</h3>
<pre class="words">${escape(words)}</pre>
${button}</article>`;
}
