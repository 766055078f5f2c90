import { displayPath } from "../files.ts";
import { outFolder } from "../generated.ts";
import { type ExitCode, type Io, OperationError } from "../io.ts";
import { printable } from "../../diagnostics/printable.ts";
import { wholeFolder } from "../project.ts";
import { Changes } from "../watch/changes.ts";
import { repaint, tellRebuilt } from "../watch/screen.ts";
import type { Changed } from "../watch/sources.ts";
import { isGone, watchFolder } from "../watch/watcher.ts";
import { Workshop } from "../watch/workshop.ts";

export interface WatchOptions {
  readonly out?: string;
}

/** Keeps generated modules up to date until it is interrupted. A policy at fault keeps its last good module. */
export async function watch(io: Io, path: string | undefined, options: WatchOptions): Promise<ExitCode> {
  const root = wholeFolder(io, path);
  const out = outFolder(io.cwd, root, "generated", options.out);
  const interrupted = io.interrupted().then(() => "interrupted" as const);
  let fail = (_error: unknown): void => {};
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  // It may fail while nobody waits for it: the next wait tells.
  failed.catch(() => {});
  const changes = new Changes();
  const workshop = new Workshop(io, root, out);
  const watcher = await watchFolder(root, out, (changed) => changes.note(changed), fail);
  const head = `正在看着 ${displayPath(io.cwd, root)}/,代码写到 ${displayPath(io.cwd, out)}/(按 Ctrl-C 结束)`;
  try {
    for (let changed: Changed = "all"; ;) {
      repaint(io);
      io.stdout.write(`${printable(head)}\n`);
      await rebuild(io, workshop, root, changed);
      watcher.add(workshop.sources.documentsAbove);
      changes.lookAgain(root, () => !isGone(root) && workshop.sources.isStale());
      const next = await Promise.race([changes.next(), interrupted, failed]);
      if (next === "interrupted") return 0;
      changed = next;
    }
  } finally {
    changes.close();
    await Promise.all([watcher.close(), workshop.close()]);
  }
}

/** What stands in the way may be gone with the next change. */
async function rebuild(io: Io, workshop: Workshop, root: string, changed: Changed): Promise<void> {
  try {
    if (isGone(root)) throw new OperationError(`「${displayPath(io.cwd, root)}」不见了,代码保持原样,等它回来`);
    tellRebuilt(io, await workshop.rebuild(changed));
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    io.stderr.write(`${error.message.split("\n").map(printable).join("\n")}\n`);
  }
}
