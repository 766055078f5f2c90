/**
 * Rows in order over pools that they share. Each is answered as if it came alone, except that 已用 counts what the rows
 * before it drew. Where 已用 is an input, that input is the count: given once, it is carried along.
 */
import type { InputFault } from "./contract.ts";
import type { Verdict } from "./decide.ts";
import { decimalText } from "./decimal.ts";
import { compareExact, divideExact, isExact, minus, multiplyExact, plus } from "./exact.ts";
import { drawsDiffer, InputError, poolShort, usedDiffers } from "./faults.ts";
import { QuantityInput } from "./input.ts";
import type { Facts, Weighing } from "./ledger.ts";
import type { PolicySource } from "./policy.ts";
import type { Draw } from "./results.ts";
import { quantityText, scalarText } from "./text.ts";
import type { Exact } from "./values.ts";

/** A pool of a policy, and the input that is its 已用, where that is nothing but an input. */
export interface PoolType {
  readonly pool: string;
  readonly countedBy?: string;
}

/** How a pool stands after the rows that drew on it. Exact decimals in `unit`. */
export interface PoolBalance {
  readonly unit: string;
  /** By these rows. */
  readonly drawn: string;
  readonly remaining: string;
}

/** What rows in order come to. */
export interface DrawnDown<R> {
  /** One a row, in its place: its answer, or all that is wrong with its data, which then drew nothing. */
  readonly answers: readonly (R | InputError)[];
  /** Of each pool that a row drew on. */
  readonly pools: Readonly<Record<string, PoolBalance>>;
}

/** Answers rows in order, each with what those before it left in the pools. */
export interface DrawDown<Input, CompleteResult, Result> {
  (rows: Iterable<Input>): DrawnDown<CompleteResult>;
  (rows: Iterable<Partial<Input>>): DrawnDown<Result>;
}

/** What a policy lends for going through rows. */
export interface Desk<F extends Facts, R> {
  readonly source: PolicySource<F>;
  /** Throws an InputError. */
  readonly read: (given: unknown) => F;
  readonly weigh: (facts: F, drawn: ReadonlyMap<string, Exact>) => Weighing;
  /** Throws an InputError. */
  readonly answer: (weighing: Weighing) => R;
  /** A clause by its id. */
  readonly nameOf: (clause: string) => string;
}

/** The pools of a policy while rows draw on them, one after another. */
export class OpenPools<F extends Facts, R> {
  readonly #desk: Desk<F, R>;
  /** The pools that an input counts, by that input. */
  readonly #counted = new Map<string, string[]>();
  /** 已用 before the first row, by the input that counts it. */
  readonly #starts = new Map<string, Exact>();
  /** By pool, in its own smallest units. */
  readonly #drawn = new Map<string, { readonly amount: Exact; readonly scale: number }>();
  readonly #balances = new Map<string, PoolBalance>();

  constructor(desk: Desk<F, R>) {
    this.#desk = desk;
    for (const { pool, countedBy } of desk.source.pools ?? [])
      if (countedBy !== undefined) this.#counted.set(countedBy, [...(this.#counted.get(countedBy) ?? []), pool]);
  }

  /** Of each pool that a row drew on. */
  get balances(): Readonly<Record<string, PoolBalance>> {
    return Object.fromEntries(this.#balances);
  }

  /** Throws an InputError with every fault of the row; nothing is drawn then. */
  evaluate(given: unknown): R {
    const { read, weigh, answer, nameOf } = this.#desk;
    const facts = read(given);
    const starts = this.#carry(facts, given as Readonly<Record<string, unknown>>);
    const weighing = weigh(facts, this.#uncounted());
    const answered = answer(weighing);
    const takings = takingsOf(weighing.verdicts, nameOf);
    for (const [input, start] of starts) this.#starts.set(input, start);
    for (const taking of takings) this.#take(taking);
    return answered;
  }

  /** Puts the running counts in the place of what is given; answers where they started. */
  #carry(facts: Facts, given: Readonly<Record<string, unknown>>): ReadonlyMap<string, Exact> {
    const starts = new Map<string, Exact>();
    const faults: InputFault[] = [];
    for (const [input, pools] of this.#counted) {
      const type = this.#desk.source.inputs[input];
      const before = this.#starts.get(input);
      const start = given[input] === undefined ? (before ?? facts[input]) : facts[input];
      if (start === undefined || !isExact(start) || !(type instanceof QuantityInput)) continue;
      if (before !== undefined && compareExact(start, before) !== 0)
        faults.push(usedDiffers(input, scalarText(start, type.kind), scalarText(before, type.kind)));
      starts.set(input, start);
      facts[input] = sum([
        start,
        ...pools.map((pool) => {
          const { amount, scale } = this.#drawn.get(pool) ?? { amount: 0, scale: 1 };
          return divideExact(multiplyExact(amount, type.scale), scale);
        }),
      ]);
    }
    if (faults.length > 0) throw new InputError(faults);
    return starts;
  }

  /** What has been drawn from pools that no input counts. */
  #uncounted(): ReadonlyMap<string, Exact> {
    const counted = new Set([...this.#counted.values()].flat());
    return new Map([...this.#drawn].flatMap(([pool, { amount }]) => (counted.has(pool) ? [] : [[pool, amount]])));
  }

  #take({ from: { pool, unit, scale }, left, amount }: Taking): void {
    const drawn = sum([this.#drawn.get(pool)?.amount ?? 0, amount]);
    this.#drawn.set(pool, { amount: drawn, scale });
    const remaining = decimalText(minus(left, amount) as Exact, scale);
    this.#balances.set(pool, { unit, drawn: decimalText(drawn, scale), remaining });
  }
}

const sum = (amounts: readonly Exact[]): Exact => amounts.reduce((total, amount) => plus(total, amount) as Exact, 0);

/** What one row takes from one pool, all counted in the pool's smallest units. */
interface Taking {
  readonly from: Draw;
  readonly left: Exact;
  readonly amount: Exact;
}

/** Throws where it cannot be told which pool gives how much: no order among clauses says who comes first. */
function takingsOf(verdicts: ReadonlyMap<string, Verdict>, nameOf: (clause: string) => string): readonly Taking[] {
  const takings = new Map<string, Taking>();
  for (const draw of paymentsOf(verdicts, nameOf)) {
    const amount = sum([takings.get(draw.pool)?.amount ?? 0, draw.amount as Exact]);
    takings.set(draw.pool, { from: draw, left: minus(draw.total, draw.used) as Exact, amount });
  }
  const short = [...takings.values()].filter(({ left, amount }) => compareExact(amount, left) > 0);
  if (short.length > 0)
    throw new InputError(
      short.map(({ from: { pool, unit, scale }, left, amount }) =>
        poolShort(pool, quantityText(amount, unit, scale), quantityText(left, unit, scale)),
      ),
    );
  return [...takings.values()];
}

/** The draws of a row. Statements that decide an outcome together grant it once, and so draw once. */
function paymentsOf(verdicts: ReadonlyMap<string, Verdict>, nameOf: (clause: string) => string): readonly Draw[] {
  let payments: { readonly lines: ReadonlySet<number>; readonly draws: readonly Draw[] }[] = [];
  const faults: InputFault[] = [];
  for (const [outcome, { granting }] of verdicts) {
    const [first, ...others] = granting.filter(({ modality }) => modality === "must" || modality === "may");
    if (first === undefined) continue;
    if (others.some(({ draws }) => !isSameDrawing(draws, first.draws))) {
      faults.push(drawsDiffer(outcome, [...new Set(granting.map(({ clause }) => nameOf(clause)))]));
      continue;
    }
    const lines = new Set([first, ...others].map(({ line }) => line));
    const joined = payments.filter((payment) => [...payment.lines].some((line) => lines.has(line)));
    payments = [
      ...payments.filter((payment) => !joined.includes(payment)),
      { lines: new Set([...lines, ...joined.flatMap((payment) => [...payment.lines])]), draws: first.draws ?? [] },
    ];
  }
  if (faults.length > 0) throw new InputError(faults);
  return payments.flatMap(({ draws }) => draws);
}

const isSameDrawing = (a: readonly Draw[] | undefined, b: readonly Draw[] | undefined): boolean =>
  drawingText(a) === drawingText(b);

const drawingText = (draws: readonly Draw[] = []): string =>
  draws
    .map(({ pool, scale, amount }) => `${pool} ${decimalText(amount as Exact, scale)}`)
    .toSorted(byCode)
    .join("\n");

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
