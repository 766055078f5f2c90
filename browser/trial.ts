/** A trial of a policy in its page: generated code answers, the reference evaluator explains, and the two must agree. */
import { decodeProgram } from "../compiler/pages/program-data.ts";
import { evaluate, readInput, toResult } from "../compiler/evaluate/index.ts";
import { explanationOf } from "../compiler/explain/index.ts";
import type { Explanation } from "../compiler/explain/explanation.ts";
import { assumptionLines } from "../compiler/explain/print.ts";
import type { Program } from "../compiler/lowered.ts";
import type { EvaluationResult, InputFault } from "../runtime/contract.ts";
import { InputError } from "../runtime/faults.ts";
import { outcomeAnswer, outcomeWords, requirementAnswer, requirementStatus } from "./answer.ts";
import { byId, type Child, element } from "./element.ts";
import { type Places, whyOutcome, whyRequirement } from "./explanation.ts";
import type { Filled, Form } from "./form.ts";

/** What a generated module gives. */
export interface PagePolicy {
  evaluate(given: unknown): { toJSON(): EvaluationResult };
}

type Answer = { readonly result: EvaluationResult } | { readonly faults: readonly InputFault[] };

interface Asked {
  readonly answer: Answer;
  /** What the reference evaluator makes of the same data. */
  readonly expected: Answer;
  readonly explanation: Explanation | undefined;
}

export class Trial {
  readonly #program: Program;
  readonly #places: Places;
  readonly #clauses: ReadonlyMap<string, string>;

  constructor(
    readonly policy: PagePolicy,
    readonly form: Form,
    data: { readonly program: string; readonly places: string },
  ) {
    this.#program = decodeProgram(data.program);
    this.#places = JSON.parse(data.places) as Places;
    this.#clauses = new Map(this.#program.clauses.map(({ id, name }) => [id, name]));
  }

  /** Answers what the form holds, or tells what is wrong with it. */
  run(): void {
    const filled = this.form.read();
    if (filled.faults.length > 0) return this.#refuse(filled.faults);
    let asked: Asked;
    try {
      asked = this.#ask(filled.data);
    } catch (error) {
      return this.#tellDefect("这份政策算到一半出了错", error instanceof Error ? error.message : String(error));
    }
    const { answer, expected, explanation } = asked;
    if (canonical(answer) !== canonical(expected))
      return this.#tellDefect(
        "生成的代码与参考求值器的答案不同",
        `生成的代码:${canonical(answer)}\n参考求值器:${canonical(expected)}`,
      );
    if ("faults" in answer) return this.#refuse(answer.faults);
    this.form.show([]);
    this.#show(answer.result, explanation);
  }

  #ask(data: Filled["data"]): Asked {
    const answer = answerOf(this.policy, data);
    const input = readInput(this.#program, data);
    const evaluation = input.kind === "faults" ? input : evaluate(this.#program, input.values);
    if (evaluation.kind === "faults")
      return { answer, expected: { faults: evaluation.faults }, explanation: undefined };
    const expected = { result: toResult(this.#program, evaluation) };
    return { answer, expected, explanation: explanationOf(this.#program, evaluation) };
  }

  #refuse(faults: Filled["faults"]): void {
    const first = this.form.show(faults);
    byId("answers").replaceChildren();
    byId("status").textContent = `没有计算:有 ${faults.length} 处要改`;
    first?.focus();
  }

  /** Never seen unless this program is wrong: then it says so, and gives no answer. */
  #tellDefect(what: string, details: string): void {
    this.form.show([]);
    byId("status").textContent = "程序内部出错,没有结果";
    const plea = `${what},这是规矩的缺陷。请不要采用这里的任何结果,并把下面的内容连同政策一并反馈:`;
    byId("answers").replaceChildren(
      element("div", { class: "defect", role: "alert" }, element("p", {}, plea), element("pre", {}, details)),
    );
  }

  #show(result: EvaluationResult, explanation: Explanation | undefined): void {
    const said: string[] = [];
    const cards: HTMLElement[] = [];
    const asked = (name: string): Child => {
      const id = this.form.idOf(name);
      return id === undefined ? name : element("a", { href: `#${id}`, "data-ask": id }, name);
    };
    const types = new Map(this.#program.outcomes.map(({ name, type }) => [name, type]));
    for (const [name, outcome] of Object.entries(result.outcomes)) {
      const why = explanation?.outcomes.find((one) => one.name === name && one.importedFrom === undefined);
      const words = outcomeWords(outcome, types.get(name));
      said.push(`${name}:${words}`);
      const answer = outcomeAnswer(name, outcome, words, this.#clauses, this.#places, asked);
      cards.push(card("outcome", name, outcome.status, answer, why && whyOutcome(why, this.#places)));
    }
    for (const kind of ["target", "constraint"] as const)
      for (const [name, requirement] of Object.entries(result[`${kind}s`])) {
        const why = explanation?.requirements.find((one) => one.kind === kind && one.name === name);
        said.push(`${name}:${requirementStatus(kind, requirement)}`);
        const answer = requirementAnswer(kind, name, requirement, this.#places, asked);
        cards.push(card(kind, name, requirement.status, answer, why && whyRequirement(why)));
      }
    byId("status").textContent = said.join(";");
    byId("answers").replaceChildren(...cards, ...this.#surroundings(explanation));
  }

  /** What was given, what definitions assume, and the outcomes of other policies that this one reads. */
  #surroundings(explanation: Explanation | undefined): readonly HTMLElement[] {
    if (explanation === undefined) return [];
    const lines = [
      ...explanation.inputs.flatMap(({ name, text, assumptions }) => [
        `${name}:${text ?? "未给出"}`,
        ...assumptionLines(assumptions),
      ]),
      ...explanation.definitions.flatMap(({ sum, assumptions }) => [sum, ...assumptionLines(assumptions)]),
    ];
    const imported = explanation.outcomes.filter(({ importedFrom }) => importedFrom !== undefined);
    return [
      ...imported.map((why) =>
        card(
          "imported",
          why.name,
          "",
          element(
            "div",
            { class: "answer" },
            element("h3", {}, why.name),
            element("p", { class: "value" }, why.answer),
            element("p", {}, `引自《${why.importedFrom ?? ""}》`),
          ),
          whyOutcome(why, this.#places),
        ),
      ),
      element(
        "details",
        { class: "why" },
        element("summary", {}, "给出的情形"),
        element("ul", {}, ...lines.map((line) => element("li", { "data-mark": "·" }, line))),
      ),
    ];
  }
}

const card = (
  kind: string,
  name: string,
  status: string,
  answer: HTMLElement,
  why: HTMLElement | undefined,
): HTMLElement =>
  element(
    "article",
    { class: `outcome ${status}`, "data-kind": kind, "data-subject": name },
    answer,
    ...(why === undefined ? [] : [why]),
  );

function answerOf(policy: PagePolicy, data: Filled["data"]): Answer {
  try {
    return { result: policy.evaluate(data).toJSON() };
  } catch (error) {
    if (error instanceof InputError) return { faults: error.faults };
    throw error;
  }
}

/** One text for equal answers, whatever the order of their names. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
