import { dirname, resolve } from "node:path";
import { compile } from "../../compiler/compile.ts";
import {
  type Coverage,
  coverage,
  type CoveredSentence,
  isAccountedFor,
  isBasedOn,
  summarize,
} from "../../compiler/source/coverage.ts";
import type { SourceDocument } from "../../compiler/source/document.ts";
import { Library } from "../../compiler/source/library.ts";
import { basesOf } from "../../compiler/source/quotations.ts";
import { isError } from "../../diagnostics/diagnostic.ts";
import { printable } from "../../diagnostics/printable.ts";
import { displayPath, kindOf, writeWhole } from "../files.ts";
import { type ExitCode, type Io, OperationError, UsageError } from "../io.ts";
import { openProject, type Project } from "../project.ts";
import { asJson, printFindings } from "../report.ts";

export interface CoverageOptions {
  readonly json?: true;
  readonly html?: string;
  readonly check?: true;
  readonly units?: true;
}

/** Accounts for every sentence of the documents that the policies are based on. */
export async function coverDocuments(io: Io, path: string | undefined, options: CoverageOptions): Promise<ExitCode> {
  const project = openWithNeighbours(io, path);
  const { policies, diagnostics } = compile(project.files, { documents: project.documents, prove: false });
  const errors = [...project.faults, ...diagnostics].filter(isError);
  const lost = diagnostics.filter(({ code }) => code === "document-not-found");
  const results = documentsOf(project).map((document) =>
    coverage(
      document,
      policies.filter(({ tree }) => isBasedOn(tree, document)),
    ),
  );
  printFindings(io, [...errors, ...lost]);
  if (results.length === 0)
    throw new OperationError("没有可以核对的文件:这些政策都没有写「依据」,或者依据的文件找不到");

  if (options.html !== undefined) await writePages(io, options.html, results);
  if (options.json === true) io.stdout.write(asJson({ documents: results.map(documentAsJson) }));
  else if (options.units === true) for (const result of results) io.stdout.write(unitsAsText(result));
  else for (const result of results) io.stdout.write(coverageAsText(result));
  const complete = results.every(({ sentences }) => sentences.every(isAccountedFor));
  if (errors.length > 0 || lost.length > 0) return 1;
  return options.check === true && !complete ? 1 : 0;
}

/** A document is accounted for by all policies on it: one file alone stands for the folder it lies in. */
function openWithNeighbours(io: Io, path: string | undefined): Project {
  if (path === undefined || kindOf(resolve(io.cwd, path)) !== "file") return openProject(io, path);
  return openProject(io, displayPath(io.cwd, dirname(resolve(io.cwd, path))));
}

/** Each document that some policy names, in the order of the policies. */
function documentsOf(project: Project): readonly SourceDocument[] {
  const library = new Library(project.documents);
  const named = compile(project.asked, { prove: false }).policies.flatMap(({ file, tree }) =>
    basesOf(tree).flatMap(({ title }) => library.find(title, file.path) ?? []),
  );
  return [...new Set(named)];
}

async function writePages(io: Io, path: string, results: readonly Coverage[]): Promise<void> {
  const [only, ...others] = results;
  if (only === undefined || others.length > 0)
    throw new UsageError(`--html 一次只写一份文件,这里有 ${results.length} 份;请指明一个文件夹`);
  const { coveragePage } = await import("../../compiler/source/coverage-page.ts");
  writeWhole(resolve(io.cwd, path), coveragePage(only));
  // With --json the standard output holds that alone.
  io.stderr.write(`${printable(`已写出 ${displayPath(io.cwd, resolve(io.cwd, path))}`)}\n`);
}

const documentAsJson = (result: Coverage): unknown => ({
  path: result.document.path,
  title: result.document.title,
  summary: summarize(result),
  sentences: result.sentences.map(({ span: _span, ...sentence }) => sentence),
  statements: result.statements,
  units: result.units,
});

function coverageAsText(result: Coverage): string {
  const { document, sentences } = result;
  const { percentage, encoded, notRule, partial, missing } = summarize(result);
  const lines = [
    `《${document.title}》(${document.path})`,
    `  ${percentage} 共 ${sentences.length} 句:写成规则 ${encoded} 句,不是规则 ${notRule} 句,` +
      `只引用了一部分 ${partial} 句,没有着落 ${missing} 句`,
    ...sentences.filter((sentence) => !isAccountedFor(sentence)).flatMap((sentence) => lostAsText(document, sentence)),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

const lostAsText = (document: SourceDocument, { id, line, text, status, rest }: CoveredSentence): readonly string[] =>
  status === "missing"
    ? [`  没有着落 ${id}(${document.path}:${line})`, `    ${text}`]
    : [`  只引用了一部分 ${id}(${document.path}:${line}),余下:`, ...rest.map((words) => `    ${words}`)];

function unitsAsText({ document, units }: Coverage): string {
  if (units.length === 0) return `${printable(`《${document.title}》没有写责任单位`)}\n`;
  const lines = units.flatMap(({ unit, includes, paragraphs, policies }) => [
    `  ${unit}${includes.length === 0 ? "" : `(含${includes.join("、")})`}`,
    ...(paragraphs.length === 0 ? [] : [`    段落 ${paragraphs.join("、")}`]),
    ...(policies.length === 0 ? [] : [`    政策 ${policies.join("、")}`]),
  ]);
  return `${[`《${document.title}》的责任单位`, ...lines].map(printable).join("\n")}\n`;
}
