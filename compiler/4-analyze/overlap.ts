/** Rules that can hold together, are not ordered by 例外于, and say different things. */
import { sameTree } from "../../grammar/index.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnose } from "../../diagnostics/diagnostic.ts";
import type { Evaluation } from "../evaluate/index.ts";
import { isHolding } from "../evaluate/rule.ts";
import type { Rule } from "../lowered.ts";
import { disagreement } from "./agreement.ts";
import type { Box, Cells } from "./box.ts";
import { Space } from "./box.ts";
import type { Formula } from "./dimension.ts";
import { all } from "./dimension.ts";
import type { Conditions } from "./formula.ts";
import type { Boxes } from "./normal-form.ts";
import { NormalForms, intersectLists, subtractLists } from "./normal-form.ts";
import type { LeaveOpen } from "./question.ts";
import type { OutcomeRegions, RuleRegion } from "./region.ts";
import { clauseName, clauseWords } from "./region.ts";
import type { Witness, Witnesses } from "./witness.ts";
import { grantWords } from "./wording.ts";

/** Beyond these an outcome's findings repeat themselves: mending the first ones mends the rest. */
const REPORT_LIMIT = 20;
const UNPROVEN_LIMIT = 3;
/** How many separate pieces of a common region are searched for a case. */
const PIECE_LIMIT = 32;

type Pair = readonly [RuleRegion, RuleRegion];

export function findOverlaps(
  regions: OutcomeRegions,
  conditions: Conditions,
  witnesses: Witnesses,
  leaveOpen: LeaveOpen,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const unproven: Diagnostic[] = [];
  const told = new Set<string>();
  for (const pair of candidatePairs(regions)) {
    const [a, b] = pair;
    if (found.length >= REPORT_LIMIT) break;
    if (areOrdered(a.rule, b.rule) || told.has(pairKey(a.rule.clause, b.rule.clause))) continue;
    const finding = examine(pair, regions, conditions, witnesses);
    if (finding === "none") continue;
    told.add(pairKey(a.rule.clause, b.rule.clause));
    if (finding === "unknown") {
      if (unproven.length >= UNPROVEN_LIMIT) continue;
      const diagnostic = reportUnproven(pair, conditions);
      unproven.push(diagnostic);
      const above = rulesAbove(pair, regions).map(({ rule }) => rule);
      leaveOpen({ kind: "overlap", program: conditions.program, pair: [a.rule, b.rule], above, diagnostic });
      continue;
    }
    const clauses = conflicting(finding.evaluation, regions.outcome.name);
    for (const first of clauses) for (const second of clauses) told.add(pairKey(first, second));
    found.push(reportOverlap(pair, clauses, finding, regions, conditions));
  }
  return [...found, ...unproven];
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

const areOrdered = (a: Rule, b: Rule): boolean =>
  a.otherwise !== b.otherwise || a.beats.includes(b.clause) || b.beats.includes(a.clause);

export function conflicting(evaluation: Evaluation, outcome: string): readonly string[] {
  const state = evaluation.outcomes.get(outcome)?.state;
  return state?.status === "conflict" ? state.clauses : [];
}

/** Rules in pairs whose regions may touch, in the author's order. */
function* candidatePairs({ rules, space }: OutcomeRegions): Generator<Pair> {
  const axis = mostSelective(rules, space);
  const spans = rules
    .map(({ boxes }, place) => ({ place, ...extent(boxes, axis, space.size(axis)) }))
    .filter(({ start, end }) => start < end)
    .sort((x, y) => x.start - y.start || x.place - y.place);
  const pairs: number[] = [];
  let open: typeof spans = [];
  for (const span of spans) {
    open = open.filter(({ end }) => end > span.start);
    for (const { place } of open) pairs.push(Math.min(place, span.place) * rules.length + Math.max(place, span.place));
    open.push(span);
  }
  for (const pair of Float64Array.from(pairs).sort()) {
    const [a, b] = [rules[Math.floor(pair / rules.length)], rules[pair % rules.length]];
    if (a !== undefined && b !== undefined) yield [a, b];
  }
}

/** The dimension on which the rules lie farthest apart. */
function mostSelective(rules: readonly RuleRegion[], space: Space): number {
  const gains = space.axes.map(() => 0);
  for (const { boxes } of rules)
    for (const axis of boxes?.[0]?.keys() ?? []) {
      const { start, end } = extent(boxes, axis, space.size(axis));
      gains[axis] = (gains[axis] ?? 0) + 1 - (end - start) / space.size(axis);
    }
  return gains.indexOf(Math.max(...gains));
}

function extent(boxes: Boxes, axis: number, size: number): { readonly start: number; readonly end: number } {
  if (boxes === undefined) return { start: 0, end: size };
  let [start, end] = [size, 0];
  for (const box of boxes) {
    const cells: Cells = box.get(axis) ?? [0, size];
    start = Math.min(start, cells[0] ?? 0);
    end = Math.max(end, cells.at(-1) ?? size);
  }
  return { start, end };
}

function examine(
  pair: Pair,
  regions: OutcomeRegions,
  conditions: Conditions,
  witnesses: Witnesses,
): Witness | "none" | "unknown" {
  const [a, b] = pair;
  if (a.grant === b.grant) return "none";
  // A rule with too many boxes has been reported already.
  if (a.boxes === undefined || b.boxes === undefined || !touch(a.boxes, b.boxes)) return "none";
  const differing = disagreement(a.rule, b.rule, conditions);
  if (differing.kind === "constant" && !differing.value) return "none";
  const { space, pieces } = clash(pair, differing, regions);
  if (pieces === undefined) return "unknown";
  const accepts = (evaluation: Evaluation): boolean => {
    const clauses = conflicting(evaluation, regions.outcome.name);
    return clauses.includes(a.rule.clause) && clauses.includes(b.rule.clause);
  };
  let isCertain = pieces.length <= PIECE_LIMIT;
  for (const piece of pieces.slice(0, PIECE_LIMIT)) {
    const exhibit = witnesses.exhibit(space, piece, accepts);
    if (exhibit.kind === "witness") return exhibit.witness;
    if (exhibit.kind === "unknown") isCertain = false;
  }
  return isCertain ? "none" : "unknown";
}

function touch(a: readonly Box[], b: readonly Box[]): boolean {
  return (intersectLists(a, b)?.length ?? 1) > 0;
}

/** What would take the matter from both: what wins over either, and all others where both are 否则. */
function rulesAbove([a, b]: Pair, regions: OutcomeRegions): readonly RuleRegion[] {
  const winning = [...regions.beatersOf(a.rule.clause), ...regions.beatersOf(b.rule.clause)];
  const above = a.rule.otherwise ? [...winning, ...regions.rules.filter(({ rule }) => !rule.otherwise)] : winning;
  return [...new Set(above)];
}

/** Where both hold, differ, and nothing wins over either. */
function clash(
  pair: Pair,
  differing: Formula,
  regions: OutcomeRegions,
): { readonly space: Space; readonly pieces: Boxes } {
  const [a, b] = pair;
  const above = rulesAbove(pair, regions);
  const away = (forms: NormalForms): readonly Box[] => above.flatMap(({ holds }) => forms.of(holds) ?? []);
  if (differing.kind === "constant") {
    const boxes = a.boxes && b.boxes && intersectLists(a.boxes, b.boxes);
    return { space: regions.space, pieces: boxes && subtractLists(boxes, away(regions.forms), regions.space) };
  }
  // Values that depend on inputs draw boundaries of their own, which the outcome's space does not have.
  const together = all([a.holds, b.holds, differing]);
  const space = new Space([together, ...above.map(({ holds }) => holds)]);
  const forms = new NormalForms(space);
  const boxes = forms.of(together);
  return { space, pieces: boxes && subtractLists(boxes, away(forms), space) };
}

export function reportOverlap(
  [a, b]: Pair,
  clauses: readonly string[],
  witness: Witness,
  regions: OutcomeRegions,
  conditions: Conditions,
): Diagnostic {
  const { program } = conditions;
  const isSame = a.rule.clause === b.rule.clause;
  const ofClause = (clause: string): RuleRegion | undefined =>
    [a, b].find(({ rule }) => rule.clause === clause) ?? holdingRule(clause, regions, witness);
  const involved = isSame ? [a, b] : clauses.flatMap((clause) => ofClause(clause) ?? []);
  const said = ({ rule }: RuleRegion): string => grantWords(rule, program, witness.evaluation);
  const values = involved.map(
    (region) => `${isSame ? "一行" : clauseWords(program, region.rule.clause)}规定${said(region)}`,
  );
  const { file, span } = laterOf([a, b]).rule.origin;
  return diagnose(
    "overlap",
    {
      clauses: isSame ? `${clauseWords(program, a.rule.clause)}的两行` : nameAll(involved, conditions),
      outcome: regions.outcome.name,
      case: witness.words,
      values: values.join(","),
      first: clauseName(program, a.rule.clause),
      second: clauseName(program, b.rule.clause),
    },
    file,
    span,
    {
      witness: witness.input,
      related: involved.map((region) => ({
        ...region.rule.origin,
        message: `${clauseWords(program, region.rule.clause)}在这里规定${said(region)}`,
      })),
      ...(isSame
        ? { hint: "请改其中一行的条件,使两行不会同时成立" }
        : a.rule.period !== undefined && b.rule.period !== undefined && !sameTree(a.rule.period, b.rule.period)
          ? { hint: "两条的施行日期有重叠:请改其中一条「施行」的起止日期,或用「例外于」写明哪一条优先" }
          : {}),
    },
  );
}

/** The rule by which a further clause takes part. */
function holdingRule(clause: string, regions: OutcomeRegions, { evaluation }: Witness): RuleRegion | undefined {
  const holding = evaluation.outcomes.get(regions.outcome.name)?.rules.filter(isHolding) ?? [];
  const found = holding.find(({ rule }) => rule.clause === clause);
  return regions.rules.find(({ rule }) => rule === found?.rule);
}

function nameAll(involved: readonly RuleRegion[], { program }: Conditions): string {
  const names = [...new Set(involved.map(({ rule }) => clauseWords(program, rule.clause)))];
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join("、")}和${names.at(-1) ?? ""}`;
}

/** What came last is to be mended: an amendment stands behind its policy, and its text of a clause behind the first. */
const laterOf = ([a, b]: Pair): RuleRegion =>
  a.rule.origin.file === b.rule.origin.file && a.rule.origin.span.start > b.rule.origin.span.start ? a : b;

function reportUnproven(pair: Pair, conditions: Conditions): Diagnostic {
  const { rule } = laterOf(pair);
  return diagnose(
    "unproven",
    { what: `${nameAll(pair, conditions)}对「${rule.outcome}」是否会冲突` },
    rule.origin.file,
    rule.origin.span,
    {
      related: pair.map((region) => ({
        ...region.rule.origin,
        message: `${clauseWords(conditions.program, region.rule.clause)}在这里`,
      })),
    },
  );
}
