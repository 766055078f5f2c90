/** The whole pipeline on one screen: text → tree → names → types → lowered form → proof. */
import { isError, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source.ts";
import type { Import, Name, PolicyFile } from "../grammar/ast.ts";
import type { LinkedName } from "../grammar/index.ts";
import { nearest } from "../grammar/nearest.ts";
import { amendedBy, withVersions } from "./1-resolve/amendments.ts";
import { type ReadFile, readFiles } from "./1-resolve/linked-names.ts";
import { buildScope, type Scope } from "./1-resolve/scope.ts";
import { lowerPolicy } from "./3-lower/program.ts";
import { reportPossibleZeroDivisors } from "./4-analyze/divisor.ts";
import { reportInexactOutcomes } from "./4-analyze/inexact.ts";
import { analyze } from "./4-analyze/index.ts";
import type { Question } from "./4-analyze/question.ts";
import { reportUnused } from "./4-analyze/unused.ts";
import { itemsOf } from "./items.ts";
import type { Program } from "./lowered.ts";
import { Memory } from "./memory.ts";
import { orderByDependency } from "./order.ts";
import { Reporter } from "./report.ts";
import { checkQuotations, type DocumentText, unencodedFigures } from "./source/check.ts";
import { Library } from "./source/library.ts";

export interface CompiledPolicy {
  /** Where amendments belong to the policy, all of them in one; it goes by the path of the policy's own. */
  readonly file: SourceFile;
  /** Of all texts of its clauses, as amendments leave them. */
  readonly tree: PolicyFile;
  /** None where errors stand in the way, or where the file holds no policy. */
  readonly program: Program | undefined;
  /** What the proof read, whether it found errors or not; findings show cases of it. */
  readonly proved: Program | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The program that another tree in this one's place would give, unproved; none where names or units do not fit. */
  readonly relower: (tree: PolicyFile) => Program | undefined;
}

export interface Compilation {
  /** In the order of the files given; an amendment is in the policy that it amends. */
  readonly policies: readonly CompiledPolicy[];
  /** Of all files, by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is unproven as yet: see `settle`. */
  readonly open: readonly Question[];
}

/** One file read: what its own text says, and the names that its imports bring in. */
export interface Unit {
  readonly file: SourceFile;
  readonly tree: PolicyFile;
  readonly linked: readonly LinkedName[];
  readonly scope: Scope;
  readonly imports: readonly Import[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One policy with all that it imports. */
export interface Lowered {
  /** None where errors stand in the way. */
  readonly program: Program | undefined;
  readonly proved: Program;
  readonly diagnostics: readonly Diagnostic[];
  readonly open: readonly Question[];
}

export interface CompileOptions {
  /** false leaves out the proof (overlap, gap, dead rules): for measuring it, and for evaluating what it would refuse. */
  readonly prove?: boolean;
  /** The `.md` and `.txt` files among which the documents of 依据 are found; none: quotations are not checked. */
  readonly documents?: readonly DocumentText[];
  /** Of earlier compilations of much the same files: what did not change, and imports nothing that did, is used again. */
  readonly memory?: Memory;
}

/** Compiles policies that may refer to each other; `files` is a whole folder, or one file. Never throws on bad text. */
export function compile(files: readonly SourceFile[], options: CompileOptions = {}): Compilation {
  return compileRead(readFiles(files, options.memory), options);
}

/** The same of files that have been read. */
export function compileRead(
  read: readonly ReadFile[],
  { prove = true, documents, memory = new Memory() }: CompileOptions = {},
): Compilation {
  const units = read.map((one) => memory.units.of(one, [], () => unitOf(one)));
  const between = new Map(units.map((unit) => [unit, new Reporter(unit.file)]));
  const byPolicy = unitsByPolicy(units, between);
  const programs = new Map<string, Program>();
  const lowered = new Map<Unit, Lowered>();
  for (const unit of inImportOrder(units, byPolicy, between)) {
    const name = unit.scope.policy?.text;
    if (name === undefined) continue;
    const faults = faultsBetween(unit, between);
    reportBrokenImports(unit, programs, byPolicy, faults);
    const imported = importedPrograms(unit, programs);
    const from = [prove, ...imported.values(), ...faults.diagnostics.flatMap(partsOf)];
    const result = memory.lowered.of(unit, from, () => lower(unit, name, faults.diagnostics, imported, prove));
    lowered.set(unit, result);
    if (result.program !== undefined) programs.set(name, result.program);
  }
  const quotations = documents === undefined ? [] : checkAllQuotations(units, documents, memory);
  const policies = units.map((unit, index): CompiledPolicy => {
    const { file, tree, scope } = unit;
    const name = scope.policy?.text;
    reportLostAmendment(unit, byPolicy, between);
    const program = name !== undefined && byPolicy.get(name) === unit ? programs.get(name) : undefined;
    const reporter = new Reporter(file);
    reporter.add(lowered.get(unit)?.diagnostics ?? [...unit.diagnostics, ...faultsBetween(unit, between).diagnostics]);
    // After the proof: it is told even where a quotation is at fault.
    reporter.add(quotations[index] ?? []);
    const diagnostics = inOrder(reporter.diagnostics, file);
    return {
      file,
      tree,
      program,
      proved: lowered.get(unit)?.proved,
      diagnostics,
      relower: (other) => relower(unit, other, programs),
    };
  });
  return {
    policies,
    diagnostics: policies.flatMap(({ diagnostics }) => diagnostics),
    open: [...lowered.values()].flatMap(({ open }) => open),
  };
}

/** By place: the policy's own file first, then what amends it. */
function inOrder(diagnostics: readonly Diagnostic[], { parts }: SourceFile): readonly Diagnostic[] {
  const place = ({ file }: Diagnostic): number => parts.indexOf(file);
  return diagnostics.toSorted((a, b) => place(a) - place(b) || a.span.start - b.span.start);
}

function unitOf({ file, tree: written, diagnostics, linked }: ReadFile): Unit {
  const reporter = new Reporter(file);
  // By itself an amendment knows none of its policy's words.
  const isLost = amendedBy(written) !== undefined;
  if (!isLost) reporter.add(diagnostics);
  const tree = isLost ? written : withVersions(written, reporter);
  const scope = buildScope(tree, linked, reporter);
  const imports = itemsOf(tree, "Import");
  if (!isLost && scope.policy === undefined && tree.items.some(needsPolicy) && !reporter.diagnostics.some(isError))
    reporter.report("policy-missing", {}, { start: 0, end: 0 });
  return { file, tree, linked, scope, imports, diagnostics: reporter.diagnostics };
}

function lower(
  { file, scope, diagnostics }: Unit,
  name: string,
  faults: readonly Diagnostic[],
  imported: ReadonlyMap<string, Program>,
  prove: boolean,
): Lowered {
  const reporter = new Reporter(file);
  reporter.add(diagnostics);
  reporter.add(faults);
  const open: Question[] = [];
  const program = lowerPolicy(scope, name, reporter, imported);
  if (!reporter.diagnostics.some(isError)) {
    reportUnused(program, reporter);
    reportInexactOutcomes(program, reporter);
    reportPossibleZeroDivisors(program, reporter);
    if (prove) reporter.add(analyze(program, (question) => open.push(question)));
  }
  const sound = !reporter.diagnostics.some(isError);
  return { program: sound ? program : undefined, proved: program, diagnostics: reporter.diagnostics, open };
}

function checkAllQuotations(
  units: readonly Unit[],
  documents: readonly DocumentText[],
  memory: Memory,
): readonly (readonly Diagnostic[])[] {
  const library = memory.libraries.of(memory, documents, () => new Library(documents));
  const checked = units.map((unit) =>
    memory.quotations.of(unit, [library], () => checkQuotations(unit, !unit.diagnostics.some(isError), library)),
  );
  const unencoded = unencodedFigures(checked);
  return checked.map(({ found }, index) => [...found, ...(unencoded[index] ?? [])]);
}

function relower(unit: Unit, tree: PolicyFile, programs: ReadonlyMap<string, Program>): Program | undefined {
  const reporter = new Reporter(unit.file);
  const scope = buildScope(tree, unit.linked, reporter);
  if (scope.policy === undefined) return undefined;
  const program = lowerPolicy(scope, scope.policy.text, reporter, importedPrograms(unit, programs));
  return reporter.diagnostics.some(isError) ? undefined : program;
}

/** What is at fault between files, told of each. */
type Between = ReadonlyMap<Unit, Reporter>;

const faultsBetween = (unit: Unit, between: Between): Reporter => between.get(unit) ?? new Reporter(unit.file);

const partsOf = ({ code, message, hint, span, related }: Diagnostic): readonly unknown[] => [
  code,
  message,
  hint,
  span.start,
  span.end,
  ...related.flatMap((other) => [other.file, other.message, other.span.start, other.span.end]),
];

/** A file may hold nothing but 依据 and 非规则; anything that says something needs a policy to say it in. */
const needsPolicy = ({ kind }: PolicyFile["items"][number]): boolean => kind !== "Basis" && kind !== "NonRule";

function unitsByPolicy(units: readonly Unit[], between: Between): ReadonlyMap<string, Unit> {
  const byPolicy = new Map<string, Unit>();
  for (const unit of units) {
    const { policy } = unit.scope;
    if (policy === undefined) continue;
    const first = byPolicy.get(policy.text);
    if (first === undefined) {
      byPolicy.set(policy.text, unit);
      continue;
    }
    const firstName = first.scope.policy;
    faultsBetween(unit, between).report("duplicate-name", { noun: "政策", name: policy.text }, policy.span, {
      related:
        firstName === undefined
          ? []
          : [{ file: first.file, span: firstName.span, message: "先在这个文件里用了这个名字" }],
    });
  }
  return byPolicy;
}

/** Each after those it imports. Files in a circle are left out, after the circle has been shown. */
function inImportOrder(units: readonly Unit[], byPolicy: ReadonlyMap<string, Unit>, between: Between): readonly Unit[] {
  const reads = (unit: Unit): Unit[] => unit.imports.flatMap(({ policy }) => byPolicy.get(policy.text) ?? []);
  let remaining = units;
  for (;;) {
    const ordering = orderByDependency(remaining, (unit) => reads(unit).filter((read) => remaining.includes(read)));
    if (ordering.kind === "ordered") return ordering.order;
    reportImportCircle(ordering.cycle, between);
    const inCircle = new Set(ordering.cycle);
    remaining = remaining.filter((unit) => !inCircle.has(unit));
  }
}

function reportImportCircle(cycle: readonly Unit[], between: Between): void {
  const [first, ...rest] = cycle;
  if (first === undefined) return;
  const path = [...cycle, first].map(({ scope }) => `《${scope.policy?.text ?? ""}》`).join(" → ");
  const importOf = (unit: Unit, target: Unit | undefined): Import | undefined =>
    unit.imports.find(({ policy }) => policy.text === target?.scope.policy?.text);
  const place = importOf(first, rest[0] ?? first);
  const related = rest.flatMap((unit, index) => {
    const link = importOf(unit, rest[index + 1] ?? first);
    return link === undefined ? [] : [{ file: unit.file, span: link.span, message: "这里又引用下一个" }];
  });
  if (place !== undefined) faultsBetween(first, between).report("import-cycle", { path }, place.span, { related });
}

const importedPrograms = (unit: Unit, programs: ReadonlyMap<string, Program>): ReadonlyMap<string, Program> =>
  new Map(
    unit.imports.flatMap(({ policy }) => {
      const program = programs.get(policy.text);
      return program === undefined ? [] : [[policy.text, program] as const];
    }),
  );

function reportBrokenImports(
  unit: Unit,
  programs: ReadonlyMap<string, Program>,
  byPolicy: ReadonlyMap<string, Unit>,
  reporter: Reporter,
): void {
  for (const { policy } of unit.imports) {
    if (programs.has(policy.text)) continue;
    if (byPolicy.has(policy.text)) reporter.report("import-broken", { policy: policy.text }, policy.span);
    else reportUnknownPolicy(policy, byPolicy, reporter);
  }
}

function reportUnknownPolicy(policy: Name, byPolicy: ReadonlyMap<string, Unit>, reporter: Reporter): void {
  const near = nearest(policy.text, [...byPolicy.keys()]);
  const hint = near === undefined ? {} : { hint: `是否指《${near}》?` };
  reporter.report("unknown-policy", { policy: policy.text }, policy.span, hint);
}

/** One that found its policy is read with it. */
function reportLostAmendment(unit: Unit, byPolicy: ReadonlyMap<string, Unit>, between: Between): void {
  const heading = amendedBy(unit.tree);
  if (heading !== undefined) reportUnknownPolicy(heading.policy, byPolicy, faultsBetween(unit, between));
}
