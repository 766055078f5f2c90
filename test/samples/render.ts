/**
 * What stands in diagnostics/<code>.txt: the files of the catalogue's 错例, the command, and all that it prints. Input and
 * output stand side by side in one file, yet the examples are kept in one place: the input is copied out of the catalogue
 * by `npx tsx test/samples/refresh.ts`, and the test compares the whole file byte for byte.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printed } from "../../docs/replay.ts";
import type { CatalogueSample, Example } from "./catalogue.ts";
import { unwritable } from "./unwritable.ts";

export const expectedFolder = fileURLToPath(new URL("diagnostics/", import.meta.url));

const DATA = "输入.json";
const ROWS = "表.csv";
const DESCRIBED = "例.policy";

type Files = readonly (readonly [name: string, text: string])[];

/** The files of an example, named as their own headings name them. */
function filesOf({ documents, policies, data, rows }: Example): Files {
  const named = (text: string, heading: RegExp): string => heading.exec(text)?.[1] ?? "例";
  return [
    ...documents.map((text) => [`${named(text, /^# (.+)$/m)}.md`, text] as const),
    ...policies.map((text, index) => {
      const name = text.startsWith("修订") ? `修订${index}` : named(text, /^政策 (.+)$/m);
      return [`${name}.policy`, text] as const;
    }),
    ...(data === undefined ? [] : [[DATA, data] as const]),
    ...(rows === undefined ? [] : [[ROWS, rows] as const]),
  ];
}

function commandOf(files: Files): readonly string[] {
  const policy = files.find(([name]) => name.endsWith(".policy"))?.[0] ?? "";
  const data = files.find(([name]) => name === DATA || name === ROWS)?.[0];
  return ["guiju", ...(data === undefined ? ["check", "."] : ["eval", policy, "--input", data])];
}

const shell = (command: readonly string[]): string => `$ ${command.join(" ")}`;

/** Runs a command in a folder of its own, prepared for it. */
async function runIn(command: readonly string[], prepare: (folder: string) => void): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "guiju-sample-"));
  try {
    prepare(folder);
    return await printed(command, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the command line prints for an example. */
export function outputOf(example: Example): Promise<string> {
  const files = filesOf(example);
  return runIn(commandOf(files), (folder) => {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
  });
}

/** The whole text of diagnostics/<code>.txt. */
export async function expectedText({ code, bad }: CatalogueSample): Promise<string> {
  const parts = (input: Files, command: string, output: string): string =>
    [...input, [command, output] as const].map(([title, text]) => `──── ${title}\n${text}`).join("\n");
  const made = unwritable[code];
  if (made === undefined) {
    const files = filesOf(bad);
    return parts(files, shell(commandOf(files)), await outputOf(bad));
  }
  if ("call" in made) return parts(filesOf(bad), made.call, made.answer(bad.policies[0] ?? ""));
  const command = ["guiju", "check", "."];
  const output = await runIn(command, (folder) => made.make(join(folder, DESCRIBED)));
  return parts([[DESCRIBED, bad.described ?? ""]], shell(command), output);
}
