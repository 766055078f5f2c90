/** Rows in order over pools that they share: each is answered with what those before it left. */
import { add, compare, equals, formatRational, ZERO, type Rational } from "../../grammar/rational.ts";
import type { InputFault } from "../../runtime/contract.ts";
import type { Program, Value } from "../lowered.ts";
import { readInput } from "./data.ts";
import { inAuthorsOrder } from "./environment.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluation, OutcomeEvaluation, Refusal } from "./evaluation.ts";
import { inputFault } from "./fault.ts";
import { clauseNames } from "./result.ts";
import type { KnownGrant } from "./rule.ts";
import { showQuantity, showValue } from "./values.ts";

/** What the rows so far have left behind. */
interface Account {
  /** What each input that is a pool's 已用 was before the first row. */
  readonly starts: ReadonlyMap<string, Rational>;
  /** From each pool. */
  readonly drawn: ReadonlyMap<string, Rational>;
}

/**
 * Answers rows of data in their order, one answer a row. A row is answered as if it came alone, except that 已用 counts
 * what the rows before it drew; a row that is refused draws nothing. Where 已用 is nothing but an input, that input is
 * the count: it may be left out once a row has given it, and a row that gives it otherwise is refused.
 */
export function drawDown(program: Program, rows: Iterable<unknown>): readonly (Evaluation | Refusal)[] {
  let account: Account = { starts: new Map(), drawn: new Map() };
  const answers: (Evaluation | Refusal)[] = [];
  for (const row of rows) {
    const { answer, after } = answerRow(program, row, account);
    account = after;
    answers.push(answer);
  }
  return answers;
}

function answerRow(
  program: Program,
  row: unknown,
  account: Account,
): { readonly answer: Evaluation | Refusal; readonly after: Account } {
  const refuse = (faults: readonly InputFault[]) => ({ answer: { kind: "faults", faults } as const, after: account });
  const reading = readInput(program, row);
  if (reading.kind === "faults") return refuse(reading.faults);

  const counters = countersOf(program);
  const { values, starts, faults } = countOn(program, counters, reading.values, row as object, account);
  if (faults.length > 0) return refuse(faults);
  const uncounted = new Map([...account.drawn].filter(([pool]) => !counters.has(pool)));
  const answer = evaluate(program, values, uncounted);
  if (answer.kind === "faults") return refuse(answer.faults);

  const outcomes = [...answer.outcomes.values()];
  const differing = outcomes.filter(drawsDiffer).map((outcome) => differingFault(program, outcome));
  if (differing.length > 0) return refuse(differing);
  const takings = takingsOf(outcomes);
  const short = [...takings].filter(([, { amount, left }]) => compare(amount, left) > 0);
  if (short.length > 0) return refuse(short.map(([pool, taking]) => shortFault(program, pool, taking)));
  const drawn = new Map(account.drawn);
  for (const [pool, { amount }] of takings) drawn.set(pool, add(drawn.get(pool) ?? ZERO, amount));
  return { answer, after: { starts, drawn } };
}

/** The input that is a pool's 已用, by pool. */
const countersOf = (program: Program): ReadonlyMap<string, string> =>
  new Map(program.pools.flatMap(({ name, used }) => (used?.kind === "input" ? [[name, used.name] as const] : [])));

function countOn(
  program: Program,
  counters: ReadonlyMap<string, string>,
  read: ReadonlyMap<string, Value>,
  row: object,
  account: Account,
) {
  const values = new Map(read);
  const starts = new Map(account.starts);
  const faults: InputFault[] = [];
  for (const name of new Set(counters.values())) {
    const before = account.starts.get(name);
    const now = read.get(name);
    const isGiven = (row as Readonly<Record<string, unknown>>)[name] !== undefined;
    const start = isGiven || before === undefined ? (now?.kind === "quantity" ? now.value : undefined) : before;
    if (start === undefined) continue;
    if (before !== undefined && !equals(start, before)) faults.push(startFault(program, name, start, before));
    starts.set(name, start);
    const pools = [...counters].filter(([, counter]) => counter === name).map(([pool]) => pool);
    const count = pools.map((pool) => account.drawn.get(pool) ?? ZERO).reduce(add, start);
    values.set(name, { kind: "quantity", value: count });
  }
  return { values, starts, faults };
}

const drawing = ({ grants }: OutcomeEvaluation): readonly KnownGrant[] =>
  grants.filter(({ rule: { modality } }) => modality === "must" || modality === "may");

const drawsText = ({ draws }: KnownGrant): string =>
  JSON.stringify(draws.map(({ pool, amount }) => [pool, formatRational(amount)].join("\n")).toSorted());

const drawsDiffer = (outcome: OutcomeEvaluation): boolean => new Set(drawing(outcome).map(drawsText)).size > 1;

interface Taking {
  readonly amount: Rational;
  readonly left: Rational;
}

/**
 * What each pool gives. A statement draws once, however many outcomes it gives, and so do statements that give an
 * outcome together: whatever hangs together by such outcomes is counted at its first statement alone.
 */
function takingsOf(outcomes: readonly OutcomeEvaluation[]): ReadonlyMap<string, Taking> {
  const statement = ({ rule: { origin } }: KnownGrant): string => `${origin.file.path}:${origin.span.start}`;
  const leader = new Map<string, string>();
  const leaderOf = (one: string): string => {
    const above = leader.get(one) ?? one;
    return above === one ? one : leaderOf(above);
  };
  const grants = new Map<string, KnownGrant>();
  for (const outcome of outcomes) {
    const [first, ...others] = drawing(outcome);
    if (first === undefined) continue;
    for (const grant of [first, ...others]) {
      grants.set(statement(grant), grant);
      const [one, other] = [leaderOf(statement(first)), leaderOf(statement(grant))];
      if (one !== other) leader.set(other, one);
    }
  }
  const takings = new Map<string, Taking>();
  for (const [name, { draws }] of grants)
    if (leaderOf(name) === name)
      for (const { pool, amount, left } of draws)
        takings.set(pool, { amount: add(takings.get(pool)?.amount ?? ZERO, amount), left });
  return takings;
}

// --- faults ---------------------------------------------------------------------------------------------------------

const head = (program: Program) => ({ file: program.file, span: { start: 0, end: 0 } });

function startFault(program: Program, name: string, now: Rational, before: Rational): InputFault {
  const input = program.inputs.find((one) => one.name === name);
  const show = (value: Rational): string =>
    input === undefined ? formatRational(value) : showValue({ kind: "quantity", value }, input.type);
  return inputFault("used-differs", { term: name, given: show(now), start: show(before) }, name, head(program));
}

function differingFault(program: Program, outcome: OutcomeEvaluation): InputFault {
  const { name } = outcome.outcome;
  const ids = inAuthorsOrder(
    program,
    outcome.grants.map(({ rule }) => rule.clause),
  );
  const clauses = clauseNames(program, ids)
    .map((clause) => `「${clause}」`)
    .join("和");
  return inputFault("draws-differ", { term: name, clauses }, name, head(program));
}

function shortFault(program: Program, pool: string, { amount, left }: Taking): InputFault {
  const type = program.pools.find(({ name }) => name === pool)?.total.type;
  const show = (value: Rational): string =>
    type?.kind === "quantity" ? showQuantity(value, type) : formatRational(value);
  return inputFault("pool-short", { term: pool, wanted: show(amount), left: show(left) }, pool, head(program));
}
