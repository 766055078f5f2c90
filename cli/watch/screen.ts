/** What a rebuild says: which policies were rebuilt, which keep their last good module, how long each step took. */
import { printable } from "../../diagnostics/printable.ts";
import { isError } from "../../diagnostics/diagnostic.ts";
import { typeErrors } from "../generated.ts";
import { type Io, type Output } from "../io.ts";
import { paletteFor, printFindings } from "../report.ts";
import type { Rebuilt } from "./workshop.ts";

const MOST_NAMES = 8;
/** Clears the screen and what was scrolled off it. */
const CLEAR = "\u001B[2J\u001B[3J\u001B[H";

export function repaint({ stdout }: { readonly stdout: Output }): void {
  if (stdout.isTTY) stdout.write(CLEAR);
}

export function tellRebuilt(io: Io, rebuilt: Rebuilt): void {
  printFindings(io, rebuilt.findings);
  if (rebuilt.typeFaults.length > 0) io.stderr.write(`${printable(typeErrors(rebuilt.typeFaults))}\n`);
  const { good, quiet, error } = paletteFor(io, io.stdout);
  const removed = rebuilt.difference.removed.map((path) => path.replace(/\.ts$/, ""));
  const [kept, lacking] = [true, false].map((hasModule) =>
    rebuilt.held.filter((one) => one.hasModule === hasModule).map(({ path }) => path),
  );
  const lines = [
    ...said(good("更新"), rebuilt.written),
    ...said(good("删除"), removed),
    ...said(error("保留"), kept ?? [], ":有错误,沿用上一次编译通过的代码"),
    ...said(error("没有代码"), lacking ?? [], ":有错误,还没有编译通过过"),
    ...(rebuilt.written.length + removed.length === 0 ? ["代码没有变化"] : []),
    quiet(stepsText(rebuilt)),
    summary(rebuilt),
  ];
  io.stdout.write(`${lines.join("\n")}\n`);
}

function said(word: string, names: readonly string[], rest = ""): readonly string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, MOST_NAMES).map(printable).join("、");
  const more = names.length > MOST_NAMES ? `等 ${names.length} 份` : "";
  return [`${word} ${shown}${more}${rest}`];
}

function stepsText({ steps }: Rebuilt): string {
  const whole = steps.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  const each = steps.map(([name, milliseconds]) => `${name} ${Math.round(milliseconds)}`).join(" · ");
  return `${each},共 ${Math.round(whole)} 毫秒`;
}

function summary({ findings, modules }: Rebuilt): string {
  const errors = findings.filter(isError).length;
  const state =
    errors > 0 ? `${errors} 个错误` : findings.length > 0 ? `${findings.length} 条提示` : "没有错误,也没有警告";
  return `${modules} 份政策有代码,${state}`;
}
