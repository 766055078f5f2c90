/** 例外于: who wins over whom, transitively and outcome by outcome. */
import type * as syntax from "../../grammar/ast.ts";
import { didYouMean, nearest } from "../../grammar/nearest.ts";
import { reportCircle } from "../2-check/declarations.ts";
import { orderByDependency } from "../order.ts";
import type { Scope } from "../1-resolve/scope.ts";
import type { Reporter } from "../report.ts";
import type { LoweredClause } from "./rules.ts";
import type { Rule } from "../lowered.ts";

/**
 * The clauses that each clause names after 例外于, as names of clauses or tables. Unknown names and circles are
 * reported; a circle leaves no exceptions at all, since none of them can be trusted.
 */
export function resolveExceptions(scope: Scope, reporter: Reporter): ReadonlyMap<string, readonly string[]> {
  const known = [...scope.clauses.keys(), ...scope.tables.keys()];
  const direct = new Map<string, readonly string[]>();
  for (const clause of scope.clauses.values()) {
    const targets: string[] = [];
    for (const name of clause.exceptionTo) {
      if (scope.clauses.has(name.text) || scope.tables.has(name.text)) {
        targets.push(name.text);
        continue;
      }
      const listed = known.map((one) => `「${one}」`).join("、");
      reporter.report(
        "unknown-clause",
        { name: name.text, known: listed },
        name.span,
        didYouMean(nearest(name.text, known)),
      );
    }
    direct.set(clause.name.text, targets);
  }
  const ordering = orderByDependency([...direct.keys()], (name) => direct.get(name) ?? []);
  if (ordering.kind === "ordered") return direct;
  const names = ordering.cycle.flatMap((name) => scope.clauses.get(name)?.name ?? []);
  reportCircle({ reporter }, "exception-cycle", names);
  return new Map();
}

/** Fills in `beats`, and reports an exception that shares no outcome with what it names. */
export function applyExceptions(
  scope: Scope,
  reporter: Reporter,
  clauses: readonly LoweredClause[],
  direct: ReadonlyMap<string, readonly string[]>,
): Rule[] {
  const idsByName = new Map<string, string[]>();
  const outcomesByName = new Map<string, Set<string>>();
  for (const { clause, heading, rules } of clauses) {
    idsByName.set(heading, [...(idsByName.get(heading) ?? []), clause.id]);
    const outcomes = outcomesByName.get(heading) ?? new Set();
    for (const { outcome } of rules) outcomes.add(outcome);
    outcomesByName.set(heading, outcomes);
  }
  for (const clause of scope.clauses.values()) reportUnshared(reporter, clause, outcomesByName);
  const closure = new Map<string, readonly string[]>();
  const beaten = (name: string): readonly string[] => closure.get(name) ?? [];
  const ordering = orderByDependency([...direct.keys()], (name) => direct.get(name) ?? []);
  for (const name of ordering.kind === "ordered" ? ordering.order : []) {
    const names = (direct.get(name) ?? []).flatMap((target) => [target, ...beaten(target)]);
    closure.set(name, [...new Set(names)]);
  }
  return clauses.flatMap(({ heading, rules }) => {
    const beats = beaten(heading).flatMap((name) => idsByName.get(name) ?? []);
    return rules.map((rule) => ({ ...rule, beats }));
  });
}

function reportUnshared(
  reporter: Reporter,
  clause: syntax.Clause,
  outcomes: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const own = outcomes.get(clause.name.text);
  if (own === undefined || own.size === 0) return;
  // Amendments make several texts of one name: it is enough that one of them shares an outcome.
  for (const place of new Set(clause.exceptionTo.map(({ span }) => span.start))) {
    const texts = clause.exceptionTo.filter(({ span }) => span.start === place);
    const others = texts.map(({ text }) => outcomes.get(text) ?? new Set<string>());
    const isShared = others.some((other) => other.size === 0 || [...other].some((outcome) => own.has(outcome)));
    const [name] = texts;
    if (isShared || name === undefined) continue;
    const all = [...new Set(others.flatMap((other) => [...other]))].join("、");
    reporter.report(
      "exception-without-shared-outcome",
      { name: clause.name.text, other: name.text, own: [...own].join("、"), others: all },
      name.span,
    );
  }
}
