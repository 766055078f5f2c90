import { compile } from "../../compiler/compile.ts";
import { consolidate } from "../../compiler/consolidate.ts";
import { readFiles } from "../../compiler/1-resolve/linked-names.ts";
import { isError } from "../../diagnostics/diagnostic.ts";
import { printable } from "../../diagnostics/printable.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { format } from "../../grammar/index.ts";
import { dayOf } from "../day.ts";
import { type ExitCode, type Io, UsageError } from "../io.ts";
import { isAsked, openPolicy } from "../project.ts";
import { tell } from "../report.ts";

export interface ConsolidateOptions {
  readonly on: string;
}

/** Prints a policy as it is in force on a day, amendments written in: a `.policy` file that compiles as it stands. */
export function consolidatePolicy(
  io: Io,
  name: string,
  path: string | undefined,
  options: ConsolidateOptions,
): ExitCode {
  const day = dayOf("--on", options.on);
  const project = openPolicy(io, name, path);
  const { documents } = project;
  const { policies, diagnostics } = compile(project.files, { documents });
  const errors = [...project.faults, ...diagnostics].filter(isError);
  const policy = policies.find(isAsked(project.asked));
  if (errors.length > 0) {
    tell(io, false, errors);
    return 1;
  }
  if (policy?.program === undefined) throw new UsageError(`「${name}」里没有政策`);
  const head = `// 《${policy.program.policy}》${day} 的条文,由 guiju consolidate 合成\n`;
  const draft = new SourceFile(policy.file.path, head + consolidate(policy, day));
  const others = project.files.filter((file) => !policy.file.parts.includes(file));
  const [read] = readFiles([draft, ...others]);
  const text = format(draft, read?.linked);
  // Sound at every day taken together, the law may yet be at fault on this one.
  const alone = compile([new SourceFile(policy.file.path, text), ...others], { documents });
  const faults = alone.diagnostics.filter(isError);
  if (faults.length > 0) {
    io.stderr.write(`${printable(`《${policy.program.policy}》${day} 的条文合成后有错误:`)}\n`);
    tell(io, false, faults);
    return 1;
  }
  io.stdout.write(text);
  return 0;
}
