import { resolve } from "node:path";
import { readFiles } from "../../compiler/1-resolve/linked-names.ts";
import { formatParts, preventsFormatting } from "../../grammar/index.ts";
import { writeWhole } from "../files.ts";
import type { ExitCode, Io } from "../io.ts";
import { isAsked, openFiles } from "../project.ts";
import { printFindings } from "../report.ts";

export interface FmtOptions {
  readonly check?: true;
}

/** Formats what can be read; a file with faults in how it is written is told and left as it is. */
export async function fmt(io: Io, path: string | undefined, options: FmtOptions): Promise<ExitCode> {
  const { asked, files, faults } = openFiles(io, path);
  const errors = [...faults];
  const changed: string[] = [];
  for (const read of readFiles(files).filter(isAsked(asked))) {
    const found = read.diagnostics.filter(preventsFormatting);
    // An amendment is read with the policy whose words it uses, and cannot be read without; each is written for itself.
    if (found.length > 0) {
      errors.push(...found);
      continue;
    }
    for (const [index, text] of formatParts(read.file, read.linked).entries()) {
      const file = read.file.parts[index];
      if (file === undefined || file.text === text || !asked.includes(file)) continue;
      changed.push(file.path);
      if (options.check !== true) writeWhole(resolve(io.cwd, file.path), text);
    }
  }
  printFindings(io, errors);
  const list = changed.map((name) => `  ${name}\n`).join("");
  if (options.check === true) {
    if (changed.length > 0) io.stderr.write(`${changed.length} 个文件的格式未整理,请运行 guiju fmt:\n${list}`);
    else if (errors.length === 0) io.stdout.write(`${asked.length} 个文件的格式都已整理\n`);
    return changed.length > 0 || errors.length > 0 ? 1 : 0;
  }
  io.stdout.write(changed.length === 0 ? "没有需要整理的文件\n" : `整理了 ${changed.length} 个文件:\n${list}`);
  return errors.length > 0 ? 1 : 0;
}
