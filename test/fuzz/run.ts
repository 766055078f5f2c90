/**
 * The long run: `npx tsx test/fuzz/run.ts --cases 1000000 [--only bytes,words] [--seed 1] [--from 0] [--jobs 1] [--limit 10000] [--memory 512]`.
 * Cases run in processes of their own; this one watches that each case ends within the limit (milliseconds) and
 * within so many megabytes, and starts another process after a case that does not. Every failure is told with the seed
 * and the index that make it again (`--from INDEX --cases 1`). Exit code 1 where there was one.
 */
import { type ChildProcess, fork } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Failure, runFuzzCase } from "./case.ts";
import { programs, targetOf, targets, useFolder } from "./targets.ts";

const { values: options } = parseArgs({
  options: {
    cases: { type: "string", default: "1000000" },
    only: { type: "string", default: targets.map(({ name }) => name).join(",") },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    jobs: { type: "string", default: "1" },
    limit: { type: "string", default: "10000" },
    memory: { type: "string", default: "512" },
    /** Given to the processes that run cases: the folder of their own. */
    folder: { type: "string" },
  },
});
const seed = Number(options.seed);
const only = new Set(options.only.split(","));
const isWanted = (index: number): boolean => only.has(targetOf(index).name);

/** The case under way stands in a file, where it can be read when its process no longer answers. */
const progressFile = (folder: string): string => join(folder, "case");

async function work(folder: string, from: number, to: number): Promise<void> {
  useFolder(folder);
  await programs();
  const progress = openSync(progressFile(folder), "w");
  for (let index = from; index < to; index += 1) {
    if (!isWanted(index)) continue;
    writeSync(progress, String(index).padEnd(16), 0);
    const failure = await runFuzzCase(seed, index);
    if (failure !== undefined) process.send?.(failure);
  }
  closeSync(progress);
}

/** Runs a range of cases to its end, over as many processes as it takes. */
async function watch(from: number, to: number, report: (failure: Failure) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "guiju-fuzz-"));
  const current = (): number => {
    const text = readFileSync(progressFile(folder), "utf8").trim();
    return text === "" ? -1 : Number(text);
  };
  for (let next = from; next < to;) {
    writeFileSync(progressFile(folder), "");
    const settings = [
      "--only",
      options.only,
      "--seed",
      options.seed,
      "--from",
      String(next),
      "--cases",
      String(to - next),
      "--folder",
      folder,
    ];
    const child = fork(fileURLToPath(import.meta.url), settings, {
      execArgv: [...process.execArgv, `--max-old-space-size=${options.memory}`],
    });
    child.on("message", (failure: Failure) => report(failure));
    const ended = await endOf(child, current);
    if (ended === undefined) break;
    const index = Math.max(next, current());
    report({ seed, index, target: targetOf(index).name, reason: ended });
    next = index + 1;
  }
  rmSync(folder, { recursive: true });
}

/** Why a process did not come to its end; undefined where it did. */
function endOf(child: ChildProcess, current: () => number): Promise<string | undefined> {
  return new Promise((resolve) => {
    let seen = -1;
    let reason: string | undefined;
    const clock = setInterval(() => {
      const now = current();
      // -1: what the cases need is being made ready.
      if (now === seen && now !== -1) {
        reason = `no end within ${options.limit} ms`;
        child.kill("SIGKILL");
      }
      seen = now;
    }, Number(options.limit));
    child.on("exit", (code, signal) => {
      clearInterval(clock);
      resolve(code === 0 ? undefined : (reason ?? `the process ended: ${signal ?? code}`));
    });
  });
}

async function main(): Promise<void> {
  const from = Number(options.from);
  const cases = Number(options.cases);
  if (options.folder !== undefined) return work(options.folder, from, from + cases);

  const failures: Failure[] = [];
  const jobs = Number(options.jobs);
  const part = Math.ceil(cases / jobs);
  await Promise.all(
    Array.from({ length: jobs }, (_, job) =>
      watch(from + job * part, Math.min(from + cases, from + (job + 1) * part), (failure) => {
        failures.push(failure);
        process.stdout.write(`${JSON.stringify(failure)}\n`);
      }),
    ),
  );
  const counts = new Map<string, number>();
  for (let index = from; index < from + cases; index += 1)
    if (isWanted(index)) counts.set(targetOf(index).name, (counts.get(targetOf(index).name) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const told = [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
  process.stdout.write(`${total} cases (${told}), seed ${seed}: ${failures.length} failures\n`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

await main();
