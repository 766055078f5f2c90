import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../../cli/main.ts";
import type { Folder } from "../compile/edits.ts";
import { Edits } from "../compile/edits.ts";
import { Random } from "../fuzz/random.ts";

/** All files of a folder with their texts, by path. */
export function contents(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

/** A folder on disk that is edited at random, in the ways in which editors save and people move files. */
export class EditedFolder {
  readonly #edits: Edits;
  readonly #random: Random;
  #written: Folder = new Map();

  constructor(
    readonly folder: string,
    seed: number,
  ) {
    this.#edits = new Edits(new Random(seed, 0));
    this.#random = new Random(seed, 1);
    this.#save();
  }

  get files(): Folder {
    return this.#written;
  }

  /** Answers the paths of which a watcher would tell. */
  edit(): ReadonlySet<string> {
    this.#edits.edit();
    return this.#save();
  }

  mend(): ReadonlySet<string> {
    this.#edits.mend();
    return this.#save();
  }

  #save(): ReadonlySet<string> {
    const [before, after] = [this.#written, this.#edits.folder];
    const changed = new Set<string>();
    const gone = new Set([...before.keys()].filter((path) => !after.has(path)));
    for (const [path, content] of after) {
      if (before.get(path)?.toString() === content.toString()) continue;
      const file = join(this.folder, path);
      changed.add(file);
      mkdirSync(dirname(file), { recursive: true });
      const moved = [...gone].find((old) => before.get(old)?.toString() === content.toString());
      if (moved === undefined) this.#write(file, content);
      else {
        gone.delete(moved);
        changed.add(join(this.folder, moved));
        renameSync(join(this.folder, moved), file);
      }
    }
    for (const path of gone) {
      changed.add(join(this.folder, path));
      rmSync(join(this.folder, path));
    }
    for (const path of before.keys()) if (!after.has(path)) this.#removeEmpty(dirname(path), changed);
    this.#written = after;
    return changed;
  }

  /** In place, in two halves, through another name, or by taking away and putting back. */
  #write(file: string, content: string | Uint8Array): void {
    switch (this.#random.below(4)) {
      case 0:
        return writeFileSync(file, content);
      case 1:
        writeFileSync(file, content.slice(0, content.length / 2));
        return writeFileSync(file, content);
      case 2:
        writeFileSync(`${file}~`, content);
        return renameSync(`${file}~`, file);
      default:
        rmSync(file, { force: true });
        return writeFileSync(file, content);
    }
  }

  #removeEmpty(folder: string, changed: Set<string>): void {
    for (let path = folder; path !== "."; path = dirname(path)) {
      try {
        rmdirSync(join(this.folder, path));
        changed.add(join(this.folder, path));
      } catch {
        return;
      }
    }
  }
}

/** `guiju watch` in this process, with all that it has printed. */
export interface Watching {
  /** Resolves when this holds, which is tried each time that something is printed. */
  until(holds: (printed: string) => boolean): Promise<void>;
  /** As Ctrl-C does; answers the exit code. */
  stop(): Promise<number>;
  readonly printed: string;
}

export function startWatching(cwd: string, argv: readonly string[] = [], isTTY = false): Watching {
  let printed = "";
  const waiting = new Set<() => void>();
  let interrupt = (): void => {};
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  const output = {
    write: (text: string) => {
      printed += text;
      for (const look of waiting) look();
    },
    drained: () => Promise.resolve(),
    isTTY,
    columns: isTTY ? 100 : undefined,
  };
  const ended = run(["watch", ...argv], {
    cwd,
    env: { NO_COLOR: "1" },
    stdout: output,
    stderr: output,
    stdin: (async function* () {})(),
    now: () => 0,
    interrupted: () => interrupted,
  });
  return {
    until: (holds) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!holds(printed)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        // It should not end before it is told to.
        void ended.then((code) => reject(new Error(`watch ended with ${code}: ${printed}`)));
      }),
    stop: () => {
      interrupt();
      return ended;
    },
    get printed() {
      return printed;
    },
  };
}
