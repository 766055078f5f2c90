/**
 * The quick way: code made for one policy out of a trace of its clauses. It answers where every input is given, as a
 * plain number within limits, a boolean or a listed value, and hands everything else to the clauses as they stand; both
 * always agree. What is made here is made anew for each policy, so that none is slowed by what another needs. Where a host forbids code that is made at run time, the clauses as they stand are all there is.
 */
import type { Answers } from "./answer.ts";
import { isDay, isMonth } from "./dates.ts";
import { decimalText } from "./decimal.ts";
import { QuantityInput, type Inputs, type InputType } from "./input.ts";
import type { Clause, Facts, Ledger } from "./ledger.ts";
import type { OutcomeType } from "./outcome.ts";
import type { PolicySource } from "./policy.ts";
import { down, halfUp, up } from "./round.ts";
import { EXACT_LIMIT, codeOf, literal, Symbolic, Untraceable } from "./symbolic.ts";
import { and } from "./truth.ts";
import type { Period, Truth, Value } from "./values.ts";

interface Arm {
  readonly clause: string;
  readonly truth: Truth;
  readonly value: Value;
  readonly beats: readonly string[];
  readonly otherwise: boolean;
}

/** Whole counts of at most so many smallest units are taken: the first with which nothing passes what is exact. */
const reaches = [1e14, 1e12, 1e11, 1e10, 1e9, 1e8, 1e7, 1e6];

/** Leaves the quick way. */
const GIVE_UP = "break quick;";

/** Values that a listed input is compared with one by one. */
const MANY = 12;

/** Writes the statements that give each outcome. */
class Trace implements Ledger {
  readonly constants: unknown[] = [];
  readonly results: { readonly name: string; readonly local: string }[] = [];
  readonly #chains: { readonly outcome: Symbolic; readonly arms: readonly Arm[]; readonly none: Value }[] = [];
  /** Written when it is known which outcomes others compute with. */
  readonly #statements: (() => string)[] = [];
  readonly #arms = new Map<string, Arm[]>();

  constructor(readonly outcomes: Readonly<Record<string, OutcomeType>>) {}

  clause(clause: string, condition: Truth, about: Clause): void {
    const { results, period, law, otherwise = false, exceptionTo = [] } = about;
    if (period !== undefined) throw new Untraceable();
    const truth = law === undefined ? condition : and(law, condition);
    for (const [outcome, { value, due, draws, beats = exceptionTo }] of Object.entries(results)) {
      if (due !== undefined || draws !== undefined) throw new Untraceable();
      const arms = this.#arms.get(outcome) ?? [];
      arms.push({ clause, truth, value, beats, otherwise });
      this.#arms.set(outcome, arms);
    }
  }

  settle<V extends Value>(name: string): V {
    const arms = inOrderOfForce((this.#arms.get(name) ?? []).filter(({ truth }) => truth !== false));
    const type = this.outcomes[name]?.kind.kind ?? "action";
    const numbers = arms.flatMap(({ value }) => (isOpaque(value) ? [] : [value]));
    const ends = numbers.flatMap((value) =>
      value instanceof Symbolic ? [value.low, value.high] : typeof value === "number" ? [value] : [],
    );
    const outcome = new Symbolic(
      this.#local(name),
      type === "quantity" ? "quantity" : type === "boolean" || type === "action" ? "truth" : "text",
      Math.min(0, ...ends),
      Math.max(0, ...ends),
    );
    const chain = { outcome, arms, none: this.outcomes[name]?.none ?? false };
    const before = this.#chains.at(-1);
    this.#chains.push(chain);
    if (before === undefined || !isSameChain(before.arms, arms)) {
      const at = this.#chains.length - 1;
      this.#statements.push(() => this.#chain(at));
    }
    return outcome as unknown as V;
  }

  derive<V extends Value>(name: string, value: V, _reads: readonly string[], period?: Period): V {
    if (period !== undefined) throw new Untraceable();
    const local = this.#local(name);
    const code = value instanceof Symbolic ? codeOf(value) : this.#constant(value);
    this.#statements.push(() => `${local} = ${code};`);
    if (!(value instanceof Symbolic)) return value;
    return new Symbolic(local, value.type, value.low, value.high) as unknown as V;
  }

  #local(name: string): string {
    const local = `o${this.results.length}`;
    this.results.push({ name, local });
    return local;
  }

  #constant(value: unknown): string {
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (typeof value === "string") return literal(value);
    return `constants[${this.constants.push(value) - 1}]`;
  }

  /** The outcomes from the one at `first` whose clauses have the same conditions, in one go. */
  #chain(first: number): string {
    const [head] = this.#chains.slice(first);
    if (head === undefined) return "";
    const alike = this.#chains.slice(first);
    const end = alike.findIndex(({ arms }) => !isSameChain(arms, head.arms));
    const together = end === -1 ? alike : alike.slice(0, end);
    const give = (pick: (chain: (typeof together)[number]) => Value): string =>
      together
        .map((chain) => {
          const value = pick(chain);
          // What computes with the outcome knows plain values only.
          if (chain.outcome.isRead && isOpaque(value)) return GIVE_UP;
          return `${chain.outcome.code} = ${value instanceof Symbolic ? value.code : this.#constant(value)};`;
        })
        .join(" ");
    const label = `chain${first}`;
    const lines: string[] = [];
    /** What holds once the clauses before did not. */
    const known = new Set<string>();
    for (const [index, { truth }] of head.arms.entries()) {
      const parts = (truth instanceof Symbolic ? truth.parts : []).filter(({ code }) => !known.has(code));
      const values = give(({ arms, none }) => arms[index]?.value ?? none);
      const [only, ...others] = parts;
      if (only === undefined) return `${label}: {\n${lines.join("\n")}\n${values}\n}`;
      lines.push(`if (${parts.map(({ code }) => code).join(" && ")}) { ${values} break ${label}; }`);
      if (others.length === 0) known.add(only.opposite);
    }
    return `${label}: {\n${lines.join("\n")}\n${give(({ none }) => none)}\n}`;
  }

  body(): string {
    const locals = this.results.map(({ local }) => `let ${local};`);
    return [...locals, ...this.#statements.map((write) => write())].join("\n");
  }
}

/** No plain value to compute with. */
const isOpaque = (value: Value): boolean =>
  typeof value === "bigint" || (typeof value === "object" && !(value instanceof Symbolic));

const isSameChain = (a: readonly Arm[], b: readonly Arm[]): boolean =>
  a.length === b.length &&
  a.every(({ clause, truth }, index) => b[index]?.clause === clause && b[index].truth === truth);

/** Exceptions before what they beat, 否则 last, else as the author has them: the first that holds decides. */
function inOrderOfForce(arms: readonly Arm[]): readonly Arm[] {
  const ordered: Arm[] = [];
  const state = new Map<Arm, "open" | "done">();
  const place = (arm: Arm): void => {
    if (state.get(arm) === "done") return;
    if (state.get(arm) === "open") throw new Untraceable();
    state.set(arm, "open");
    for (const other of arms) if (other.beats.includes(arm.clause)) place(other);
    state.set(arm, "done");
    ordered.push(arm);
  };
  for (const arm of arms) if (!arm.otherwise) place(arm);
  for (const arm of arms) if (arm.otherwise) place(arm);
  return ordered;
}

/** How an input is read, and what it is then. */
interface Reading {
  readonly statements: string;
  readonly fact: Symbolic;
  /** Of a fact handed over as it is. */
  readonly check: string;
}

/** `instead`: what holds the value that is taken where it is not given. */
function readingOf(
  type: InputType,
  [given, local, instead]: readonly [string, string, string | undefined],
  reach: number,
  constants: unknown[],
): Reading {
  const { kind, fallback, minimum, maximum } = type;
  const reading = (test: string, fact: Symbolic, check: string, value = given): Reading => {
    const taken = value === local ? "" : `${local} = ${value};`;
    const usual = `if (!(${test})) ${GIVE_UP} ${taken}`;
    const other = fallback === undefined ? instead : codeOf(fallback);
    const byDefault = other === undefined ? "" : `if (${given} === undefined) ${local} = ${other}; else `;
    return { statements: `let ${local}; ${byDefault === "" ? usual : `${byDefault}{ ${usual} }`}`, fact, check };
  };
  if (type instanceof QuantityInput) {
    const [low, high] = [Math.max(type.low, -reach), Math.min(type.high, reach)];
    if (!(low <= high)) throw new Untraceable();
    const plain = typeof fallback === "number" ? [fallback] : [];
    const fact = new Symbolic(local, "quantity", Math.min(low, ...plain), Math.max(high, ...plain));
    // Either way −0 becomes 0.
    const count = type.scale > 1 ? `Math.floor(${given} * ${type.scale} + 0.5)` : low > 0 ? given : `${given} + 0`;
    const isExact = type.scale === 1 ? `Math.floor(${local}) === ${local}` : `${local} / ${type.scale} === ${given}`;
    const test = `typeof ${given} === "number" && (${local} = ${count}) >= ${low} && ${local} <= ${high} && ${isExact}`;
    return reading(test, fact, `${local} >= ${fact.low} && ${local} <= ${fact.high}`, local);
  }
  if (kind.kind === "boolean")
    return reading(
      `typeof ${given} === "boolean"`,
      new Symbolic(local, "truth"),
      `(${local} === true || ${local} === false)`,
    );
  const fact = new Symbolic(local, "text");
  const isText = `typeof ${local} === "string"`;
  if (kind.kind === "choice") {
    const isOne =
      kind.values.length > MANY
        ? `constants[${constants.push(new Set(kind.values)) - 1}].has(${given})`
        : kind.values.map((value) => `${given} === ${literal(value)}`).join(" || ");
    return reading(isOne, fact, isText);
  }
  const bounds = [
    minimum === undefined ? "" : ` && ${given} ${minimum.inclusive ? ">=" : ">"} ${codeOf(minimum.value)}`,
    maximum === undefined ? "" : ` && ${given} ${maximum.inclusive ? "<=" : "<"} ${codeOf(maximum.value)}`,
  ].join("");
  const exists = kind.kind === "date" ? "isDay" : "isMonth";
  return reading(`typeof ${given} === "string" && ${exists}(${given})${bounds}`, fact, isText);
}

/** What the quick way takes of an input: exact decimals in its unit. */
export interface QuickLimit {
  readonly input: string;
  readonly unit: string;
  readonly least: string;
  readonly most: string;
  /** The policy allows nothing else. */
  readonly isAll: boolean;
}

/** Of inputs that are quantities and facts. */
const limitsOf = (inputs: Inputs, reach: number): readonly QuickLimit[] =>
  Object.values(inputs).flatMap((type) => {
    if (!(type instanceof QuantityInput) || type.isUnread || type.kind.kind !== "quantity") return [];
    const { name, kind, minimum, maximum, low, high, grain } = type;
    const ends = [Math.max(low, -reach), Math.min(high, reach)] as const;
    const isBounded = minimum !== undefined && maximum !== undefined && grain !== undefined;
    const isAll = isBounded && ends[0] === low && ends[1] === high;
    const [least = "", most = ""] = ends.map((end) => decimalText(end, kind.scale));
    return [{ input: name, unit: kind.unit, least, most, isAll }];
  });

export interface Ways<Input, Outcomes, R> {
  readonly evaluate: (given: unknown) => R;
  readonly decide: (facts: Input) => Outcomes;
}

/** Undefined where clauses have no such code, or the host allows none. */
export function specialize<Input extends Facts, Outcomes extends Facts, R>(
  source: PolicySource<Input & Outcomes>,
  answers: Answers<Input & Outcomes, R>,
  slowly: Ways<Input, Outcomes, R>,
): (Ways<Input, Outcomes, R> & { readonly limits: readonly QuickLimit[] }) | undefined {
  if (!source.isPlain) return undefined;
  for (const reach of reaches)
    try {
      return { ...compile(source, reach, answers, slowly), limits: limitsOf(source.inputs, reach) };
    } catch (error) {
      // EvalError: the host's policy on code made at run time.
      if (error instanceof EvalError) return undefined;
      if (!(error instanceof Untraceable)) throw error;
    }
  return undefined;
}

function compile<Input extends Facts, Outcomes extends Facts, R>(
  source: PolicySource<Input & Outcomes>,
  reach: number,
  answers: Answers<Input & Outcomes, R>,
  slowly: Ways<Input, Outcomes, R>,
): Ways<Input, Outcomes, R> {
  const inputs = Object.values(source.inputs);
  if ([...inputs, ...Object.values(source.outcomes)].some(({ name }) => name in Object.prototype))
    throw new Untraceable();
  const trace = new Trace(source.outcomes);
  const isFact = (_: unknown, index: number): boolean => inputs[index]?.isUnread === false;
  const readings = inputs.map((input, index) => {
    const other = inputs.findIndex(({ name }) => name === input.orElse);
    const locals = [`given${index}`, `i${index}`, other === -1 ? undefined : `i${other}`] as const;
    return readingOf(input, locals, Math.min(reach, EXACT_LIMIT), trace.constants);
  });
  const facts = Object.fromEntries(inputs.map(({ name }, index) => [name, readings[index]?.fact]));
  source.weigh(facts as unknown as Input & Outcomes, trace);
  const body = trace.body();
  const given = inputs.map(({ name }, index) => `const given${index} = given[${literal(name)}];`);
  const required = inputs.filter(({ isOptional }) => !isOptional).length;
  const optional = inputs.flatMap(({ isOptional }, index) =>
    isOptional ? [`(given${index} === undefined ? 0 : 1)`] : [],
  );
  const unread = inputs.flatMap(({ isUnread }, index) =>
    isUnread ? [`if (given${index} !== undefined && !isSound(${index}, given${index})) ${GIVE_UP}`] : [],
  );
  const outcomes = trace.results.map(({ name, local }) => `${literal(name)}: ${local}`);
  const all = [...inputs.map(({ name }, index) => `${literal(name)}: i${index}`).filter(isFact), ...outcomes];
  const { Answer, FACTS, TOLD } = answers;
  const isSound = (index: number, given: unknown): boolean => !Array.isArray(inputs[index]?.read(given));
  const round = { halfUp, down, up };
  const scope = { ...slowly, Answer, FACTS, TOLD, constants: trace.constants, isDay, isMonth, isSound, round };
  const make = new Function(
    "scope",
    `"use strict";
    const { evaluate: evaluateSlowly, decide: decideSlowly, FACTS, TOLD, constants, isDay, isMonth, isSound, round } = scope;
    class Answer {
      constructor(facts) {
        this[FACTS] = facts;
        this[TOLD] = undefined;
      }
      get exact() {
        return this[FACTS];
      }
    }
    Object.setPrototypeOf(Answer.prototype, scope.Answer.prototype);
    function evaluate(given) {
      quick: {
        ${required > 0 ? "" : `if (typeof given !== "object" || given === null) ${GIVE_UP}`}
        let names = 0;
        for (const name in given) names += 1;
        ${/* Nothing can be read of null or undefined, which have no names. */ ""}
        ${required > 0 ? `if (names === 0) ${GIVE_UP}` : ""}
        ${given.join("\n")}
        if (names !== ${[String(required), ...optional].join(" + ")}) ${GIVE_UP}
        ${unread.join("\n")}
        ${readings
          .map(({ statements }) => statements)
          .filter(isFact)
          .join("\n")}
        ${body}
        return new Answer({ ${all.join(", ")} });
      }
      return evaluateSlowly(given);
    }
    function decide(facts) {
      quick: {
        ${inputs
          .map(({ name }, index) => `const i${index} = facts[${literal(name)}];`)
          .filter(isFact)
          .join("\n")}
        if (!(${["true", ...readings.filter(isFact).map(({ check }) => check)].join(" && ")})) ${GIVE_UP}
        ${body}
        return { ${outcomes.join(", ")} };
      }
      return decideSlowly(facts);
    }
    return { evaluate, decide };`,
  ) as (known: typeof scope) => Ways<Input, Outcomes, R>;
  return make(scope);
}
