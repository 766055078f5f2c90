/** The names of one policy, each namespace by itself: what a reference can mean, before any of it has a type. */
import type { Related } from "../../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../../diagnostics/source.ts";
import type {
  Case,
  Clause,
  Constraint,
  Definition,
  Import,
  InputDeclaration,
  Name,
  OutcomeDeclaration,
  PolicyFile,
  Pool,
  Table,
  Target,
} from "../../grammar/ast.ts";
import type { LinkedName } from "../../grammar/index.ts";
import type { Reporter } from "../report.ts";

/** What a term stands for. A listed value may belong to several lists; which one is meant follows from its place. */
export type TermSymbol =
  | { readonly kind: "input"; readonly declaration: InputDeclaration }
  | { readonly kind: "definition"; readonly declaration: Definition }
  | { readonly kind: "outcome"; readonly declaration: OutcomeDeclaration }
  | { readonly kind: "import"; readonly declaration: Import; readonly name: Name }
  | { readonly kind: "value"; readonly name: Name }
  /** Declared more than once, which has been told: nobody knows what a use of it means. */
  | { readonly kind: "duplicate"; readonly name: Name };

export interface Scope {
  readonly file: SourceFile;
  readonly tree: PolicyFile;
  /** Undefined for a file that holds no policy, only accounts for sentences. */
  readonly policy: Name | undefined;
  readonly terms: ReadonlyMap<string, TermSymbol>;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly constraints: ReadonlyMap<string, Constraint>;
  readonly pools: ReadonlyMap<string, Pool>;
  readonly cases: ReadonlyMap<string, Case>;
  readonly declaredUnits: ReadonlyMap<string, Name>;
}

export const symbolSpan = (symbol: TermSymbol): Span =>
  "name" in symbol ? symbol.name.span : symbol.declaration.name.span;

export const isDuplicate = (scope: Scope, name: string): boolean => scope.terms.get(name)?.kind === "duplicate";

export const declaredHere = (scope: Scope, span: Span): Related => ({
  file: scope.file,
  span,
  message: "在这里声明",
});

/** One namespace being filled: later declarations of the same name are reported. */
class Namespace<T> {
  readonly entries = new Map<string, T>();
  readonly #first = new Map<string, Name>();

  constructor(
    readonly reporter: Reporter,
    readonly noun: string,
    /** What a name declared twice stands for: its first declaration, unless told otherwise. */
    readonly duplicate?: (first: Name) => T,
  ) {}

  declare(name: Name, value: T): void {
    const first = this.#first.get(name.text);
    if (first === undefined) {
      this.#first.set(name.text, name);
      this.entries.set(name.text, value);
      return;
    }
    this.reporter.report("duplicate-name", { noun: this.noun, name: name.text }, name.span, {
      related: [this.reporter.here(first.span, "先在这里用了这个名字")],
    });
    if (this.duplicate !== undefined) this.entries.set(name.text, this.duplicate(first));
  }
}

export function buildScope(tree: PolicyFile, linked: readonly LinkedName[], reporter: Reporter): Scope {
  const terms = new Namespace<TermSymbol>(reporter, "词", (name) => ({ kind: "duplicate", name }));
  const clauses = new Namespace<Clause>(reporter, "条款");
  const tables = new Namespace<Table>(reporter, "表");
  const targets = new Namespace<Target>(reporter, "指标");
  const constraints = new Namespace<Constraint>(reporter, "约束");
  const pools = new Namespace<Pool>(reporter, "资金池");
  const cases = new Namespace<Case>(reporter, "算例");
  const units = new Namespace<Name>(reporter, "单位");
  const listed: Name[] = [];
  let policy: Name | undefined;

  for (const item of tree.items) {
    switch (item.kind) {
      case "PolicyHeading":
        if (policy === undefined) policy = item.name;
        else
          reporter.report("second-policy", { name: item.name.text, first: policy.text }, item.span, {
            related: [reporter.here(policy.span, "第一个政策在这里")],
          });
        break;
      case "UnitDeclaration":
        for (const name of item.names) units.declare(name, name);
        break;
      case "Import":
        for (const name of item.names) terms.declare(name, { kind: "import", declaration: item, name });
        break;
      case "InputSection":
        for (const declaration of item.inputs) {
          terms.declare(declaration.name, { kind: "input", declaration });
          if (declaration.type.kind === "ListType") listed.push(...declaration.type.values);
        }
        break;
      case "DefinitionSection":
        for (const declaration of item.definitions)
          terms.declare(declaration.name, { kind: "definition", declaration });
        break;
      case "OutcomeSection":
        for (const declaration of item.outcomes) {
          terms.declare(declaration.name, { kind: "outcome", declaration });
          if (declaration.type.kind === "ListType") listed.push(...declaration.type.values);
        }
        break;
      case "Clause":
        clauses.declare(item.name, item);
        break;
      case "Table":
        tables.declare(item.name, item);
        break;
      case "Target":
        targets.declare(item.name, item);
        break;
      case "Constraint":
        constraints.declare(item.name, item);
        break;
      case "Pool":
        pools.declare(item.name, item);
        break;
      case "Case":
        cases.declare(item.name, item);
        break;
      default:
        break;
    }
  }
  for (const value of listed) {
    const taken = terms.entries.get(value.text);
    if (taken?.kind !== "value") terms.declare(value, { kind: "value", name: value });
  }
  for (const { role, text, policy: source } of linked)
    if (role === "value" && !terms.entries.has(text))
      terms.entries.set(text, { kind: "value", name: { ...source, text } });
  return {
    file: reporter.file,
    tree,
    policy,
    terms: terms.entries,
    clauses: clauses.entries,
    tables: tables.entries,
    targets: targets.entries,
    constraints: constraints.entries,
    pools: pools.entries,
    cases: cases.entries,
    declaredUnits: units.entries,
  };
}
