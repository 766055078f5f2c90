/** The form by which a page asks for a policy's inputs: a control for each, suited to its type. */
import { formatRational, multiply, decimalPlaces, rational } from "../../grammar/rational.ts";
import { inputsRead } from "../5-emit/declarations.ts";
import { plainValue } from "../evaluate/values.ts";
import { type Input, type Program, REFERENCE_DATE, type Value } from "../lowered.ts";
import { escape } from "../markup.ts";
import { section } from "./markup.ts";
import { defaultWords, limitWords } from "./words.ts";

const FORM_PLACE = "试算";

/** 基准日 is asked for where something reads it; every other input, read or not, is the policy's to ask. */
function askedInputs(program: Program): readonly Input[] {
  const read = inputsRead(program);
  return program.inputs.filter(({ name }) => name !== REFERENCE_DATE || read.has(name));
}

/** A value as one types it; undefined where no decimal says it. */
export function typed(value: Value, { type }: Input): string | undefined {
  if (value.kind !== "quantity") return String(plainValue(value));
  if (decimalPlaces(value.value) === undefined) return undefined;
  const isRatio = type.kind === "quantity" && type.notation === "ratio";
  return isRatio ? `${formatRational(multiply(value.value, rational(100)))}%` : formatRational(value.value);
}

export function formSection(program: Program): string {
  const fields = askedInputs(program).map(fieldOf).join("\n");
  return section(
    FORM_PLACE,
    "试算",
    `<p class="note">填写后由这份政策生成的代码在本页计算,不联网,也不保存。没有填的项目按未给出处理。</p>
<form id="form" novalidate autocomplete="off">
<div class="fields">
${fields}
</div>
<div class="fault" id="faults" role="alert"></div>
<p class="actions"><button type="submit">计算</button> <button type="reset" class="quiet">清空</button></p>
</form>
<p id="status" role="status" aria-live="polite" tabindex="-1"></p>
<div id="answers"></div>
<noscript><p class="fault">浏览器没有运行脚本,不能在这里试算。</p></noscript>`,
  );
}

function fieldOf(input: Input, index: number): string {
  const id = `f${index}`;
  const described = `aria-describedby="${id}-h ${id}-e"`;
  const name = escape(input.name);
  const data = `class="field" data-name="${name}"`;
  const notes = `<p class="hint" id="${id}-h">${escape(hintOf(input))}</p>
<p class="fault" id="${id}-e"></p>`;
  if (input.type.kind === "boolean")
    return `<fieldset ${data} ${described}><legend>${name}</legend>
<div class="entry" id="${id}">${flagOf(input, id)}</div>
${notes}</fieldset>`;
  return `<div ${data}><label for="${id}">${name}</label>
<div class="entry">${controlOf(input, `id="${id}" ${described}`)}</div>
${notes}</div>`;
}

const blankWords = (input: Input): string => {
  const value = defaultWords(input);
  return value === undefined ? "未给出" : `未给出(按${value})`;
};

const flagOf = (input: Input, id: string): string =>
  [
    ["true", "是"],
    ["false", "否"],
    ["", blankWords(input)],
  ]
    .map(
      ([value = "", words = ""]) =>
        `<label><input type="radio" name="${id}" value="${value}"${value === "" ? " checked" : ""}> ${escape(words)}</label>`,
    )
    .join(" ");

function controlOf(input: Input, attributes: string): string {
  const { type } = input;
  switch (type.kind) {
    case "choice": {
      const options = type.values.map((value) => `<option value="${escape(value)}">${escape(value)}</option>`);
      return `<select ${attributes}><option value="">${escape(blankWords(input))}</option>${options.join("")}</select>`;
    }
    case "date":
      return `<input type="date" max="9999-12-31" ${attributes}>`;
    case "month":
      return `<input type="month" max="9999-12" placeholder="2020-04" ${attributes}>`;
    default: {
      const unit = type.kind === "quantity" && type.notation === "unit" ? type.unit : "";
      return `<input type="text" inputmode="decimal" spellcheck="false" ${attributes}>${unit === "" ? "" : `<span class="unit">${escape(unit)}</span>`}`;
    }
  }
}

function hintOf(input: Input): string {
  const { type, importedFrom } = input;
  const value = defaultWords(input);
  return [
    ...(type.kind === "quantity" && type.notation === "ratio" ? ["小数或百分数,如 5.5%"] : []),
    ...limitWords(input),
    ...(input.orElse === undefined ? [] : [`不填按${input.orElse}`]),
    ...(value === undefined || type.kind === "boolean" || type.kind === "choice" ? [] : [`不填按 ${value}`]),
    ...(importedFrom === undefined ? [] : [`《${importedFrom}》要用`]),
  ].join(";");
}
