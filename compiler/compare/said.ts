/** What a version says of a result, in words that hold for all cases of a set. */
import type { Evaluation } from "../evaluate/index.ts";
import { showExpression } from "../evaluate/wording.ts";
import { type Answer, answerOf } from "../regions/answer.ts";
import type { Meanings } from "../regions/resolve.ts";
import { type Pair, requirementStatus, type Side } from "./contrast.ts";
import { unmarked } from "./joined.ts";
import { APPLIES } from "./subject.ts";

export interface Said {
  readonly words: string;
  /** The names of the clauses that decide. */
  readonly clauses: readonly string[];
  /** The words are a formula: the figure depends on the case. */
  readonly varies: boolean;
}

export class Saying {
  constructor(
    readonly meanings: Meanings,
    readonly pairs: readonly Pair[],
    readonly isRequirement: boolean,
  ) {}

  /** Both versions, in one case. */
  of(evaluation: Evaluation): Readonly<Record<Side, Said>> {
    return { before: this.#of(evaluation, "before"), after: this.#of(evaluation, "after") };
  }

  #of(evaluation: Evaluation, side: Side): Said {
    const words: string[] = [];
    const clauses = new Set<string>();
    let varies = false;
    for (const pair of this.pairs) {
      const answer = this.#answer(evaluation, pair[side]);
      const closed = this.#closedWords(evaluation, pair[side]);
      if (pair.label === APPLIES && closed === undefined) continue;
      const isTold =
        pair.label === "" ||
        pair.label === APPLIES ||
        answer?.words !== this.#answer(evaluation, pair[other(side)])?.words;
      if (isTold) words.push(`${closed ?? this.#words(pair, answer)}${drawing(evaluation, pair[side])}`);
      for (const clause of answer?.clauses ?? []) clauses.add(unmarked(clause));
      varies ||= answer?.varies === true;
      if (closed !== undefined) break;
    }
    return { words: words.join(","), clauses: this.isRequirement ? [] : [...clauses], varies };
  }

  #answer(evaluation: Evaluation, name: string | undefined): Answer | undefined {
    return name === undefined ? undefined : answerOf(evaluation, name, this.meanings);
  }

  /** Of a target or a constraint that has no answer. */
  #closedWords({ outcomes }: Evaluation, name: string | undefined): string | undefined {
    const evaluated = name === undefined ? undefined : outcomes.get(name);
    const status = this.isRequirement && evaluated !== undefined ? requirementStatus(evaluated) : undefined;
    return status && { notApplicable: "不适用", missing: "缺失", refused: "不能计算", met: "", unmet: "" }[status];
  }

  #words({ label }: Pair, answer: Answer | undefined): string {
    if (answer === undefined) return `${label}没有`;
    const words = unmarked(answer.words);
    if (!this.isRequirement) return label === "" ? words : `${label} ${words}`;
    const bare = words.replace(/^应当 /, "").replace(/^是, 期限 /, "");
    return label === "" ? bare : `${label} ${bare}`;
  }
}

const other = (side: Side): Side => (side === "before" ? "after" : "before");

function drawing({ outcomes }: Evaluation, name: string | undefined): string {
  const grants = (name === undefined ? undefined : outcomes.get(name))?.grants ?? [];
  const draws = grants.flatMap(({ rule }) =>
    rule.draws.map(({ pool, amount }) => unmarked(`, 支用「${pool}」${showExpression(amount)}`)),
  );
  return [...new Set(draws)].sort().join("");
}
