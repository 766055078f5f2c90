/** Gathers what changed until it is quiet: a save is told at once, a change of branches once it is over. */

/** An editor writes, renames and touches one file in one save. */
const AFTER_ONE_FILE = 4;
const AFTER_SEVERAL = 60;
/** Long after the watcher has told all that it will. */
const BEFORE_LOOKING_AGAIN = 200;

export class Changes {
  readonly #paths = new Set<string>();
  #quiet: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;
  #settled = false;
  #taker: ((paths: ReadonlySet<string>) => void) | undefined;

  note(path: string): void {
    this.#paths.add(path);
    this.#settled = false;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#settle(), this.#paths.size === 1 ? AFTER_ONE_FILE : AFTER_SEVERAL);
  }

  /** The paths that changed since this was last asked, once it is quiet. */
  next(): Promise<ReadonlySet<string>> {
    return new Promise((resolve) => {
      this.#taker = resolve;
      if (this.#settled) this.#settle();
    });
  }

  /** Notes a path later, if it is stale then: the last of many writes may have gone untold. */
  lookAgain(path: string, isStale: () => boolean): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => {
      if (isStale()) this.note(path);
    }, BEFORE_LOOKING_AGAIN);
  }

  close(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#again);
  }

  #settle(): void {
    this.#settled = true;
    if (this.#taker === undefined || this.#paths.size === 0) return;
    const take = this.#taker;
    this.#taker = undefined;
    const paths = new Set(this.#paths);
    this.#paths.clear();
    this.#settled = false;
    take(paths);
  }
}
