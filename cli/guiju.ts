#!/usr/bin/env node
/** The program: binds the command line to this process. */
import module from "node:module";
import { errorCode, type Output } from "./io.ts";

// From Node 22.1 on, what was compiled once starts faster the next time.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();
const { run } = await import("./main.ts");

/** A reader that went away (`guiju check | head`) ends the program quietly, as it ends any other. */
function outputOn(stream: NodeJS.WriteStream): Output {
  stream.on("error", (error) => {
    if (errorCode(error) === "EPIPE") process.exit();
    throw error;
  });
  return {
    write: (text) => void stream.write(text),
    drained: () =>
      new Promise((resolve) => {
        if (stream.writableNeedDrain) stream.once("drain", resolve);
        else resolve();
      }),
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
  };
}

/** The working folder may have been deleted under a shell that still stands in it: paths from it lead nowhere then. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] ?? "/";
  }
}

// Not process.exit: what was written must reach a pipe first.
process.exitCode = await run(process.argv.slice(2), {
  cwd: workingFolder(),
  env: process.env,
  stdout: outputOn(process.stdout),
  stderr: outputOn(process.stderr),
  get stdin() {
    return process.stdin;
  },
  now: () => performance.now(),
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    }),
});
