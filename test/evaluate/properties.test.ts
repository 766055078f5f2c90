import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, toResult } from "../../compiler/evaluate/index.ts";
import type { Expression, Program, Value } from "../../compiler/lowered.ts";
import type { Outcome } from "../../runtime/contract.ts";
import * as p from "./programs.ts";

const NAMES = ["甲", "乙", "丙", "丁"];

const condition: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...NAMES).map((name) => p.read(name, p.flag)),
    fc.tuple(tie("node"), tie("node")).map(([a, b]) => p.all(a, b)),
    fc.tuple(tie("node"), tie("node")).map(([a, b]) => p.any(a, b)),
    tie("node").map((operand) => p.not(operand)),
  ),
})).node;

interface Sketch {
  readonly when: Expression;
  readonly amount: number;
  readonly beats: readonly number[];
  readonly may: boolean;
}

/** A rule may be an exception to those before it, and then also to all that they win over. */
const sketches: fc.Arbitrary<readonly Sketch[]> = fc
  .array(
    fc.record({
      when: condition,
      amount: fc.constantFrom(10, 20),
      beats: fc.array(fc.nat(4), { maxLength: 2 }),
      may: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((rules) => {
    const closed: number[][] = [];
    return rules.map((rule, index) => {
      const direct = rule.beats.filter((other) => other < index);
      const beats = [...new Set([...direct, ...direct.flatMap((other) => closed[other] ?? [])])];
      closed.push(beats);
      return { ...rule, beats };
    });
  });

function programOf(rules: readonly Sketch[], hasRest: boolean): Program {
  return p.program({
    inputs: NAMES.map((name) => p.input(name, p.flag)),
    outcomes: [
      p.outcome(
        "补贴",
        p.money,
        ...rules.map(({ when, amount, beats, may }, index) =>
          p.rule(`条${index}`, p.num(p.money, amount), {
            when,
            beats: beats.map((other) => `条${other}`),
            modality: may ? "may" : "must",
          }),
        ),
        ...(hasRest ? [p.rule("其余", p.num(p.money, 10), { otherwise: true })] : []),
      ),
    ],
  });
}

const answer = (program: Program, values: ReadonlyMap<string, Value>): Outcome => {
  const evaluation = evaluate(program, values);
  if (evaluation.kind === "faults") throw new Error("no division here");
  const outcome = toResult(program, evaluation).outcomes["补贴"];
  if (outcome === undefined) throw new Error("the outcome is gone");
  return outcome;
};

const valuesOf = (flags: readonly (boolean | undefined)[]): ReadonlyMap<string, Value> =>
  new Map(flags.flatMap((flag, index) => (flag === undefined ? [] : [[NAMES[index] ?? "", flag ? p.yes : p.no]])));

const completions = (flags: readonly (boolean | undefined)[]): readonly (readonly boolean[])[] =>
  flags.reduce<readonly (readonly boolean[])[]>(
    (sofar, flag) =>
      sofar.flatMap((head) => (flag === undefined ? [true, false] : [flag]).map((next) => [...head, next])),
    [[]],
  );

/** What was decided, apart from the clauses: more inputs may add clauses that agree. */
const gist = (outcome: Outcome): string =>
  outcome.status === "determined" ? `${String(outcome.value)}` : outcome.status;

/** A text that passed the proof: no case has two answers. */
const isConsistent = (program: Program): boolean =>
  completions(NAMES.map(() => undefined)).every((flags) => answer(program, valuesOf(flags)).status !== "conflict");

const partial = fc.array(fc.option(fc.boolean(), { nil: undefined }), { minLength: 4, maxLength: 4 });

describe("with inputs missing", () => {
  test("what is decided stays so whatever the others are, in a consistent text", () => {
    fc.assert(
      fc.property(sketches, fc.boolean(), partial, (rules, hasRest, flags) => {
        const program = programOf(rules, hasRest);
        fc.pre(isConsistent(program));
        const early = answer(program, valuesOf(flags));
        if (early.status === "missing") return;
        for (const complete of completions(flags)) expect(gist(answer(program, valuesOf(complete)))).toBe(gist(early));
      }),
      { numRuns: 500 },
    );
  });

  test("the inputs that are asked for decide it", () => {
    fc.assert(
      fc.property(sketches, fc.boolean(), partial, (rules, hasRest, flags) => {
        const program = programOf(rules, hasRest);
        fc.pre(isConsistent(program));
        const early = answer(program, valuesOf(flags));
        if (early.status !== "missing") return;
        expect(early.needs.length).toBeGreaterThan(0);
        for (const complete of completions(flags)) {
          const supplied = flags.map(
            (flag, index) => flag ?? (early.needs.includes(NAMES[index] ?? "") ? complete[index] : undefined),
          );
          expect(answer(program, valuesOf(supplied)).status).not.toBe("missing");
        }
      }),
      { numRuns: 500 },
    );
  });

  test("no input that is given already is asked for", () => {
    fc.assert(
      fc.property(sketches, partial, (rules, flags) => {
        const outcome = answer(programOf(rules, false), valuesOf(flags));
        const needs = outcome.status === "missing" ? outcome.needs : [];
        expect(needs.filter((need) => flags[NAMES.indexOf(need)] !== undefined)).toEqual([]);
      }),
    );
  });
});

test("the order of clauses never matters", () => {
  fc.assert(
    fc.property(sketches, fc.boolean(), partial, (rules, hasRest, flags) => {
      const program = programOf(rules, hasRest);
      const turned: Program = {
        ...program,
        outcomes: program.outcomes.map((outcome) => ({ ...outcome, rules: outcome.rules.toReversed() })),
      };
      expect(answer(turned, valuesOf(flags))).toEqual(answer(program, valuesOf(flags)));
    }),
    { numRuns: 500 },
  );
});
