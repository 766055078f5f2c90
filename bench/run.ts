/**
 * `npx tsx bench/run.ts`: what one evaluation takes, against the same decision written by hand in doubles. All contenders run in
 * turn, round after round, in one process; the table shows the median of each and of its ratio within a round.
 * `npm install` in this folder first.
 */
import { LogicEngine } from "json-logic-engine";
import { measureBulk } from "./bulk.ts";
import { measureCompiling } from "./compiling.ts";
import { moduleOf } from "./modules.ts";
import { measureWatching } from "./watching.ts";
import { workloads, type Workload } from "./workloads.ts";

const ROUNDS = 25;
const LOOPS = 400;

interface Contender {
  readonly name: string;
  /** Goes through the rows so many times and returns a sum, so that nothing is optimised away. */
  readonly run: (loops: number) => number;
}

/** Each contender gets a loop of its own, even beside others of the same text, so that none is slowed by another. */
function contender(
  workload: string,
  name: string,
  expression: string,
  rows: readonly unknown[],
  scope: Readonly<Record<string, unknown>>,
): Contender {
  const make = new Function(
    "rows",
    ...Object.keys(scope),
    `return (loops) => { // ${workload}: ${name}
      let sum = 0;
      for (let loop = 0; loop < loops; loop += 1) for (let row = 0; row < rows.length; row += 1) { const d = rows[row]; sum += ${expression}; }
      return sum;
    };`,
  ) as (...parameters: unknown[]) => (loops: number) => number;
  return { name, run: make(rows, ...Object.values(scope)) };
}

async function contendersOf({
  name: workload,
  policy,
  outcome,
  data,
  byHand,
  jsonLogic,
  scale,
}: Workload): Promise<Contender[]> {
  const module = await moduleOf(policy);
  const key = JSON.stringify(outcome);
  const hand = new Function("d", byHand);
  const facts = data.map((row) => ({ ...module.evaluate(row).exact }));
  const logic = new LogicEngine().build(jsonLogic as never) as (row: unknown) => number;
  for (const row of data) {
    const [exact, double, logical] = [
      Number(module.evaluate(row).exact[outcome]) / scale,
      hand(row) as number,
      logic(row),
    ];
    if (Math.abs(exact - double) > 0.011 || Math.abs(exact - logical) > 0.011)
      throw new Error(`contenders differ on ${JSON.stringify(row)}: ${exact}, ${double}, ${logical}`);
  }
  return [
    contender(workload, "by hand, doubles", "hand(d)", data, { hand }),
    contender(workload, "generated: evaluate", `evaluate(d).exact[${key}]`, data, { evaluate: module.evaluate }),
    contender(workload, "generated: decide", `decide(d)[${key}]`, facts, { decide: module.decide }),
    contender(workload, "json-logic-engine, compiled", "logic(d)", data, { logic }),
  ];
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

function measure(contenders: readonly Contender[], rows: number): { name: string; time: number; ratio: number }[] {
  for (const { run } of contenders) run(LOOPS);
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const index = (turn + round) % contenders.length;
      const start = process.hrtime.bigint();
      contenders[index]?.run(LOOPS);
      times[index]?.push(Number(process.hrtime.bigint() - start) / LOOPS / rows);
    }
  const [byHand = []] = times;
  return contenders.map(({ name }, index) => {
    const own = times[index] ?? [];
    return { name, time: median(own), ratio: median(own.map((time, round) => time / (byHand[round] ?? 1))) };
  });
}

for (const workload of workloads) {
  const contenders = await contendersOf(workload);
  console.log(`\n${workload.name} ${workload.title}`);
  for (const { name, time, ratio } of measure(contenders, workload.data.length))
    console.log(`  ${name.padEnd(30)}${time.toFixed(1).padStart(8)} ns ${ratio.toFixed(2).padStart(7)} ×`);
}

measureCompiling();
await measureBulk();
await measureWatching();
