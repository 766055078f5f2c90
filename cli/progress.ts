/** How far a long run has come: on a terminal alone, on the line under what is printed. */
import type { Io } from "./io.ts";

const EVERY_MILLISECONDS = 100;
const WIDTH = 30;
const ERASE = "\r\u001B[K";

export class Progress {
  readonly #io: Io;
  /** In bytes; unknown of what comes through a pipe. */
  readonly #total: number | undefined;
  #shownAt = -Infinity;
  #isShown = false;

  constructor(io: Io, total: number | undefined) {
    this.#io = io;
    this.#total = total === 0 ? undefined : total;
  }

  show(bytes: number, rows: number): void {
    const { stderr } = this.#io;
    if (!stderr.isTTY || this.#io.now() - this.#shownAt < EVERY_MILLISECONDS) return;
    this.#shownAt = this.#io.now();
    this.#isShown = true;
    const done = this.#total === undefined ? "" : `${bar(Math.min(1, bytes / this.#total))} `;
    stderr.write(`${ERASE}${done}${rows} 行`);
  }

  /** Before anything else is printed. */
  clear(): void {
    if (this.#isShown) this.#io.stderr.write(ERASE);
    this.#isShown = false;
  }
}

function bar(share: number): string {
  const filled = Math.floor(share * WIDTH);
  return `[${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}] ${String(Math.floor(share * 100)).padStart(3)}%`;
}
