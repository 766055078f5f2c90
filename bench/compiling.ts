/** What compiling takes: parsing by length, the start of `check`, and a build of a thousand clauses in fifty files. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../compiler/index.ts";
import { SourceFile } from "../diagnostics/source.ts";
import { parse } from "../grammar/index.ts";
import { policyText } from "./texts.ts";

const guiju = fileURLToPath(new URL("../dist/guiju.js", import.meta.url));
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const milliseconds = (work: () => void): number => {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

function parsing(): void {
  console.log("\nParsing");
  const files = [1_000, 10_000, 100_000].map((clauses) => ({
    clauses,
    file: new SourceFile("千条.policy", policyText("千条", clauses)),
  }));
  const times = files.map((): number[] => []);
  for (let round = 0; round < 4; round += 1)
    for (const [index, { file, clauses }] of files.entries())
      // The longest takes seconds: once is enough.
      if (clauses < 100_000 || round === 3) times[index]?.push(milliseconds(() => parse(file)));
  for (const [index, { clauses, file }] of files.entries()) {
    const [time, size] = [median(times[index]?.slice(-3) ?? []), Buffer.byteLength(file.text) / 1e6];
    const figures = `${time.toFixed(0).padStart(6)} ms ${(size / (time / 1000)).toFixed(2).padStart(6)} MB/s`;
    console.log(`  ${String(clauses).padStart(7)} clauses ${size.toFixed(2).padStart(6)} MB ${figures}`);
  }
}

/** Whole compilations in memory, with the proof and without. */
function proving(): void {
  console.log("\nCompiling, and what the proof adds");
  const folder = fileURLToPath(new URL("../policies/六保/", import.meta.url));
  const published = readdirSync(folder)
    .filter((name) => name.endsWith(".policy"))
    .map((name) => new SourceFile(name, readFileSync(folder + name, "utf8")));
  const contenders = [
    ...[20, 100, 1_000, 10_000].map((clauses) => ({
      name: `${clauses.toLocaleString("en")} clauses`,
      files: [new SourceFile("千条.policy", policyText("千条", clauses))],
    })),
    { name: `六保, ${published.length} files`, files: published },
  ];
  for (const { name, files } of contenders) {
    const rounds = name.startsWith("10,000") ? 3 : 7;
    const [bare, proved]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(milliseconds(() => compile(files, { prove: false })));
      proved.push(milliseconds(() => compile(files)));
    }
    const [without, whole] = [median(bare), median(proved)];
    const added = (whole - without).toFixed(0).padStart(6);
    console.log(
      `  ${name.padEnd(18)}${without.toFixed(0).padStart(7)} ms ${whole.toFixed(0).padStart(7)} ms  + ${added} ms`,
    );
  }
}

function start(folder: string): void {
  console.log("\n`guiju check` of one file of 20 clauses, start to finish");
  const policy = join(folder, "二十条.policy");
  writeFileSync(policy, policyText("二十条", 20));
  const run = (...parameters: string[]): number =>
    milliseconds(() => {
      const { status, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
      if (status !== 0) throw new Error(stderr);
    });
  const [bare, check, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < 21; round += 1) {
    const [nothing, checked] = [run("-e", "0"), run(guiju, "check", policy)];
    bare.push(nothing);
    check.push(checked);
    ratios.push(checked / nothing);
  }
  console.log(`  node -e 0    ${median(bare).toFixed(0).padStart(6)} ms    1.00 ×`);
  console.log(`  guiju check  ${median(check).toFixed(0).padStart(6)} ms ${median(ratios).toFixed(2).padStart(7)} ×`);
}

function build(folder: string): void {
  console.log("\n`guiju build --verbose` of 1,000 clauses in 50 files");
  const policies = join(folder, "policies");
  mkdirSync(policies);
  for (let file = 0; file < 50; file += 1)
    writeFileSync(join(policies, `政策${file}.policy`), policyText(`政策${file}`, 20));
  const { stdout, stderr } = spawnSync(process.execPath, [guiju, "build", "--verbose"], {
    cwd: folder,
    encoding: "utf8",
  });
  const stages = `${stdout}${stderr}`
    .trim()
    .split("\n")
    .filter((line) => /毫秒|份政策/.test(line));
  for (const line of stages) console.log(`  ${line}`);
}

export function measureCompiling(): void {
  const folder = mkdtempSync(join(tmpdir(), "guiju-bench-"));
  try {
    parsing();
    proving();
    start(folder);
    build(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
