/**
 * What a save takes while `watch` runs: from the file in its place to the module on disk, in folders of 50 and of 1,000
 * policies of 20 clauses, with the type check and without, in turn; and the memory of both processes.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Changes } from "../cli/watch/changes.ts";
import { watchFolder } from "../cli/watch/watcher.ts";
import { type Rebuilt, Workshop } from "../cli/watch/workshop.ts";
import { policyText } from "./texts.ts";

const SAVES = 220;
/** The first saves warm up what is measured. */
const WARM = 20;

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
const shown = (values: readonly number[]): string =>
  `p50 ${quantile(values, 0.5).toFixed(1).padStart(6)} ms  p95 ${quantile(values, 0.95).toFixed(1).padStart(6)} ms`;

/** A number in words: what differs in figures alone is laid out once. */
const inWords = (number: number | string): string =>
  String(number).replaceAll(/\d/g, (digit) => "零一二三四五六七八九"[Number(digit)] ?? "");

/** Clauses whose words all differ, as those of policies do. */
const textOf = (file: number): string =>
  policyText(`政策${inWords(file)}`, 20).replaceAll(/第(\d+)档/g, (_, index: string) => `第${inWords(index)}档`);

/** As an editor saves: written beside, then renamed. A clause has another name and another figure each time. */
function save(policies: string, file: number, amount: number): string {
  const path = join(policies, `政策${file}.policy`);
  const text = textOf(file)
    .replace("补助 1005元", `补助 ${amount}元`)
    .replace("第六档", `第六档之${inWords(amount)}`);
  writeFileSync(`${path}~`, text);
  renameSync(`${path}~`, path);
  return path;
}

/** Of this process and those that it started, in megabytes: now, and at its most. */
function memory(): string {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, "utf8");
        const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
        const isOurs =
          Number(pid) === process.pid || (field("PPid") === process.pid && status.startsWith("Name:\ttsc"));
        return isOurs ? [[field("VmRSS") / 1024, field("VmHWM") / 1024] as const] : [];
      } catch {
        return [];
      }
    });
  const sum = (part: 0 | 1): string => children.reduce((total, one) => total + one[part], 0).toFixed(0);
  return `${sum(0)} MB, at most ${sum(1)} MB (${children.map(([now]) => now.toFixed(0)).join(" + ")})`;
}

async function folderOf(count: number, root: string, checks: readonly boolean[]): Promise<void> {
  const policies = join(root, `${count}`, "policies");
  mkdirSync(policies, { recursive: true });
  for (let file = 0; file < count; file += 1) writeFileSync(join(policies, `政策${file}.policy`), textOf(file));
  const io = { cwd: join(root, `${count}`), now: () => performance.now() };
  const workshops = checks.map(
    (typeCheck) => new Workshop(io, policies, join(root, `${count}`, `generated-${typeCheck}`), { typeCheck }),
  );
  try {
    for (const [index, workshop] of workshops.entries()) {
      const start = performance.now();
      await workshop.rebuild("all");
      console.log(
        `  ${count} policies, check ${checks[index]}: first build ${(performance.now() - start).toFixed(0)} ms`,
      );
    }
    const times = workshops.map((): number[] => []);
    const busy: number[] = [];
    const steps = new Map<string, number[]>();
    for (let round = 0; round < SAVES; round += 1)
      for (const [index, workshop] of workshops.entries()) {
        const [start, used] = [performance.now(), process.cpuUsage()];
        const path = save(policies, (round * 7) % count, 2000 + round * 2 + index);
        const rebuilt: Rebuilt = await workshop.rebuild(new Set([path]));
        if (rebuilt.written.length !== 1) throw new Error(`${rebuilt.written.length} modules were written`);
        if (round < WARM) continue;
        times[index]?.push(performance.now() - start);
        const { user, system } = process.cpuUsage(used);
        if (index === 0) busy.push((user + system) / 1000);
        if (index === 0)
          for (const [name, taken] of rebuilt.steps) steps.set(name, [...(steps.get(name) ?? []), taken]);
      }
    for (const [index, own] of times.entries())
      console.log(`  ${count} policies, check ${String(checks[index]).padEnd(5)}: ${shown(own)}`);
    console.log(`    of the processor, this process alone: ${shown(busy)}`);
    for (const [name, own] of steps) console.log(`    ${name}  ${shown(own)}`);
    console.log(`  ${count} policies: ${memory()}`);
  } finally {
    for (const workshop of workshops) await workshop.close();
  }
}

/** The same through the file system's own events, with what is waited for until a save is over. */
async function throughEvents(root: string): Promise<void> {
  const [policies, out] = [join(root, "50", "policies"), join(root, "50", "generated-true")];
  const workshop = new Workshop({ cwd: join(root, "50"), now: () => performance.now() }, policies, out);
  const changes = new Changes();
  const watcher = await watchFolder(policies, out, (path) => changes.note(path), console.error);
  const times: number[] = [];
  try {
    await workshop.rebuild("all");
    for (let round = 0; round < SAVES; round += 1) {
      const start = performance.now();
      save(policies, (round * 7) % 50, 7000 + round);
      for (let written = 0; written === 0;) written = (await workshop.rebuild(await changes.next())).written.length;
      if (round >= WARM) times.push(performance.now() - start);
    }
    console.log(`  50 policies, from the event on: ${shown(times)}`);
  } finally {
    changes.close();
    await Promise.all([watcher.close(), workshop.close()]);
  }
}

export async function measureWatching(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "guiju-bench-"));
  try {
    console.log(`\n\`guiju watch\`: one save among many (load ${loadavg()[0]?.toFixed(1)})`);
    // First, so that its memory is its own.
    await folderOf(1_000, root, [true]);
    await folderOf(50, root, [true, false]);
    await throughEvents(root);
    console.log(`  load ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}
