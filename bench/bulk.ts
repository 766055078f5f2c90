/** What a million rows of the refund take: the whole of `eval`, and the steps of a row beside each other. */
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile, SourceFile } from "../compiler/index.ts";
import { loadPolicy } from "../cli/load.ts";
import { Lines } from "../cli/rows/lines.ts";
import { NdjsonReader } from "../cli/rows/ndjson.ts";
import { workloads } from "./workloads.ts";

const MANY = 1_000_000;
const SOME = 100_000;
const ROUNDS = 7;

const guiju = fileURLToPath(new URL("../dist/guiju.js", import.meta.url));
const [refund] = workloads;
if (refund === undefined) throw new Error("no workload");

/** The workload's rows over and over, money as decimal text as files have it. */
function writeRows(path: string, count: number): void {
  const block = refund?.data
    .map((row) => JSON.stringify({ ...row, 上年度缴纳失业保险费: Number(row["上年度缴纳失业保险费"]).toFixed(2) }))
    .join("\n");
  const lines = (block ?? "").split("\n");
  for (let written = 0; written < count; written += lines.length)
    appendFileSync(path, `${lines.slice(0, count - written).join("\n")}\n`);
}

/** Seconds and megabytes of one run of the command line, the start of the program included. */
function runEval(folder: string, rows: string, output: string): { readonly seconds: number; readonly peak: number } {
  const peak = join(folder, "peak");
  const script = `process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));
    import(${JSON.stringify(pathToFileURL(guiju).href)});`;
  const start = process.hrtime.bigint();
  const parameters = ["-e", script, "guiju", "eval", join(folder, "返还.policy"), "--input", rows, "--output", output];
  const { status, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, peak: Number(readFileSync(peak, "utf8")) / 1024 };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Each step with all those before it, in turn, round after round; a step alone is the difference. */
async function steps(path: string): Promise<void> {
  const program = compile([new SourceFile("返还.policy", refund?.policy ?? "")]).policies[0]?.program;
  if (program === undefined) throw new Error("the workload does not compile");
  const policy = await loadPolicy(program);
  const bytes = readFileSync(path);
  const linesOf = (): Lines => new Lines("utf-8", path);
  const rowsOf = () => new NdjsonReader(program, "utf-8", []).push(linesOf().push(bytes));
  const contenders: readonly (readonly [string, () => number])[] = [
    ["lines", () => linesOf().push(bytes).length],
    [
      "JSON.parse alone",
      () =>
        linesOf()
          .push(bytes)
          .reduce((sum, { text }) => sum + Object.keys(JSON.parse(text) as object).length, 0),
    ],
    ["rows, read", () => [...rowsOf()].length],
    [
      "… evaluated",
      () => [...rowsOf()].reduce((sum, { given }) => sum + (policy.evaluate(given) === undefined ? 0 : 1), 0),
    ],
    [
      "… answered as text",
      () => [...rowsOf()].reduce((sum, { given }) => sum + JSON.stringify(policy.evaluate(given)).length, 0),
    ],
  ];
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, [, work]] of contenders.entries()) {
      const start = process.hrtime.bigint();
      work();
      times[index]?.push(Number(process.hrtime.bigint() - start) / SOME);
    }
  const all = times.at(-1) ?? [];
  for (const [index, [name]] of contenders.entries()) {
    const own = times[index] ?? [];
    const share = median(own.map((time, round) => time / (all[round] ?? 1)));
    console.log(
      `  ${name.padEnd(22)}${median(own).toFixed(0).padStart(7)} ns a row ${(share * 100).toFixed(0).padStart(5)} %`,
    );
  }
}

export async function measureBulk(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "guiju-bench-"));
  try {
    writeFileSync(join(folder, "返还.policy"), refund?.policy ?? "");
    console.log("\nRows of W1 as NDJSON, through `guiju eval`");
    for (const count of [SOME, MANY]) {
      const rows = join(folder, `${count}.ndjson`);
      writeRows(rows, count);
      const size = (statSync(rows).size / 1e6).toFixed(0);
      for (const format of ["ndjson", "csv"]) {
        const { seconds, peak } = runEval(folder, rows, join(folder, `out.${format}`));
        const speed = Math.round(count / seconds);
        console.log(
          `  ${count} rows (${size} MB) to ${format.padEnd(6)} ${seconds.toFixed(1)} s, ${speed} rows/s, peak ${peak.toFixed(0)} MB`,
        );
      }
    }
    console.log("\nSteps of a row, each with those before it");
    await steps(join(folder, `${SOME}.ndjson`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
