/** The cases in which an answer may be another once a slip is made; none left is a proof that it never is. */
import { disagreement, grantKey } from "../4-analyze/agreement.ts";
import { type Box, intersectBoxes, Space } from "../4-analyze/box.ts";
import { all, any, FALSE, type Formula, TRUE } from "../4-analyze/dimension.ts";
import type { Conditions } from "../4-analyze/formula.ts";
import { type Boxes, NormalForms, intersectLists, subtractLists } from "../4-analyze/normal-form.ts";
import { sameTree } from "../../grammar/index.ts";
import { WritingOut } from "../cases/written-out.ts";
import { dayComparison } from "../day.ts";
import { walk } from "../walk.ts";
import { type Expression, type Outcome, type Period, REFERENCE_DATE, type Requirement, type Rule } from "../lowered.ts";

export interface Difference {
  readonly space: Space;
  /** Undefined: too many to look into. */
  readonly pieces: Boxes;
}

/** How many pieces of a region are told apart by what holds in them. */
const PIECE_LIMIT = 512;
const ANYTHING: readonly Box[] = [new Map()];

/** A condition, where it is true and where it is false; elsewhere it has no answer (a division by zero). */
interface Verdict {
  readonly yes: Formula;
  readonly no: Formula;
}

const ALWAYS: Verdict = { yes: TRUE, no: FALSE };

const verdictOf = (condition: Expression | undefined, conditions: Conditions): Verdict =>
  condition === undefined ? ALWAYS : { yes: conditions.read(condition), no: conditions.read(condition, false) };

/** `基准日` against the ends of a period, as a condition. */
function forceOf(period: Period | undefined, conditions: Conditions): { in: Formula; before: Formula; after: Formula } {
  if (period === undefined) return { in: TRUE, before: FALSE, after: FALSE };
  const compared = (operator: "<" | ">", iso: string | undefined): Formula => {
    if (iso === undefined) return FALSE;
    const [origin] = conditions.program.inputs.map((input) => input.origin);
    if (origin === undefined) return FALSE;
    return conditions.read(dayComparison(REFERENCE_DATE, operator, iso, origin));
  };
  return {
    in: conditions.inForce(period),
    before: compared("<", period.from),
    after: compared(">", period.to),
  };
}

// --- requirements and formulas --------------------------------------------------------------------------------------

export function requirementDifference([a, b]: readonly [Requirement, Requirement], conditions: Conditions): Difference {
  const sides = [a, b].map((requirement) => ({
    condition: verdictOf(requirement.condition, conditions),
    force: forceOf(requirement.period, conditions),
    met: verdictOf(requirement.requirement, conditions),
  }));
  const answers = sides.map(({ condition, force, met }) => [
    [condition.no],
    [force.before],
    [force.after],
    [condition.yes, force.in, met.yes],
    [condition.yes, force.in, met.no],
  ]);
  const [first = [], second = []] = answers;
  const [notApplicable, decided] = [first.slice(0, 3), first.slice(3)];
  const same: Formula[] = [
    ...notApplicable.flatMap((one) => second.slice(0, 3).map((other) => all([...one, ...other]))),
    ...decided.map((one, index) => all([...one, ...(second[index + 3] ?? [])])),
  ];
  const space = new Space(same);
  return { space, pieces: outside(same, space) };
}

export function formulaDifference([a, b]: readonly [Outcome, Outcome], conditions: Conditions): Difference {
  const isSamePeriod = sameTree(a.period, b.period);
  const differing = a.formula && b.formula && differingFormulas(a.formula, b.formula, conditions);
  const region = isSamePeriod && differing !== undefined ? all([differing, conditions.inForce(a.period)]) : TRUE;
  const space = new Space([region]);
  return { space, pieces: new NormalForms(space).of(region) };
}

function differingFormulas(a: Expression, b: Expression, conditions: Conditions): Formula | undefined {
  const ways = new WritingOut(conditions.program).ways([a, b]);
  if (ways === undefined) return differ(a, b, conditions);
  return any(
    ways.map(({ rules, expressions: [left = a, right = b] }) =>
      all([
        ...rules.map((rule) => verdictOf(rule.condition, conditions).yes),
        ...rules.map((rule) => conditions.inForce(rule.period)),
        differ(left, right, conditions) ?? TRUE,
      ]),
    ),
  );
}

/** Where two quantities differ, or only one of them has a value. */
const differ = (a: Expression, b: Expression, conditions: Conditions): Formula | undefined =>
  standsWith(a, conditions) === standsWith(b, conditions) ? conditions.differ(a, b) : TRUE;

/** What must have a value, or must not be nothing, for the expression to have one: alike for both where these are. */
function standsWith(expression: Expression, { quantities }: Conditions): string {
  const found = new Set<string>();
  const open = [expression];
  for (let root = open.pop(); root !== undefined; root = open.pop())
    for (const part of walk(root)) {
      const meaning = part.kind === "definition" ? quantities.definition(part.name) : undefined;
      if (meaning !== undefined) open.push(meaning);
      else if (part.kind === "outcome") found.add(part.name);
      else if (part.kind === "arithmetic" && part.operator === "/" && part.right.kind !== "literal")
        found.add(quantities.key(part.right));
    }
  // The same outcome as it would be goes by a primed name.
  return [...found].sort().join("\n").replaceAll("′", "");
}

function outside(same: readonly Formula[], space: Space): Boxes {
  const forms = new NormalForms(space);
  const boxes = gather(same.map((formula) => forms.of(formula)));
  return boxes && subtractLists(ANYTHING, boxes, space);
}

function gather(lists: readonly Boxes[]): Boxes {
  const found: Box[] = [];
  for (const list of lists) {
    if (list === undefined) return undefined;
    found.push(...list);
  }
  return found;
}

// --- rules ----------------------------------------------------------------------------------------------------------

/** A rule as it should be, or as it would be. */
interface Side {
  readonly rule: Rule;
  readonly condition: Verdict;
  readonly force: ReturnType<typeof forceOf>;
  readonly grant: string;
}

/** What is known of a rule in a piece: undefined where its condition has no answer there. */
interface Known {
  readonly side: Side;
  readonly condition: boolean | undefined;
  readonly force: "in" | "before" | "after";
}

export function rulesDifference([a, b]: readonly [Outcome, Outcome], conditions: Conditions): Difference {
  const side = (rule: Rule): Side => ({
    rule,
    condition: verdictOf(rule.condition, conditions),
    force: forceOf(rule.period, conditions),
    grant: [grantKey(rule, conditions), ...rule.draws.map((draw) => drawKey(draw, conditions))].join("\n"),
  });
  const before = a.rules.map(side);
  // A rule that is the same on both sides is looked at once.
  const after = b.rules.map((rule, index) => {
    const same = before[index];
    return same !== undefined && isSameRule(same.rule, rule) ? same : side(rule);
  });
  const regions =
    before.length === after.length ? changedRegions(before, after, conditions) : [{ same: [], other: [TRUE] }];
  const sides = [...new Set([...before, ...after])];
  const space = new Space([
    ...sides.flatMap(({ condition, force }) => [condition.yes, condition.no, force.in, force.before, force.after]),
    ...regions.flatMap(({ same, other }) => [...same, ...other]),
  ]);
  const forms = new NormalForms(space);
  const start = gather(
    regions.flatMap(({ same, other }) => [
      same.length === 0 ? [] : complement(same, forms, space),
      ...other.map((formula) => forms.of(formula)),
    ]),
  );
  if (start === undefined) return { space, pieces: undefined };
  const pieces: Box[] = [];
  const found = split(
    start.map((box) => ({ box, known: new Map() })),
    sides,
    forms,
    space,
  );
  if (found === undefined) return { space, pieces: undefined };
  for (const { box, known } of found) if (!answersAlike(before, after, known, a.name)) pieces.push(box);
  return { space, pieces };
}

const complement = (same: readonly Formula[], forms: NormalForms, space: Space): Boxes => {
  const boxes = gather(same.map((formula) => forms.of(formula)));
  return boxes && subtractLists(ANYTHING, boxes, space);
};

const drawKey = ({ pool, amount }: Rule["draws"][number], conditions: Conditions): string =>
  `${pool} ${conditions.quantities.key(amount)}`;

/** Alike in all but what they are conditional on and what they grant. */
const isSamePart = (a: Rule, b: Rule): boolean =>
  a.modality === b.modality &&
  a.otherwise === b.otherwise &&
  sameTree(a.beats, b.beats) &&
  sameTree(a.period, b.period);

const isSameRule = (a: Rule, b: Rule): boolean => sameTree({ ...a, outcome: "" }, { ...b, outcome: "" });

/** Where the two conditions agree (`same`), and where what is granted may differ although both hold (`other`). */
function changedRegions(before: readonly Side[], after: readonly Side[], conditions: Conditions) {
  return before.flatMap((a, index) => {
    const b = after[index] ?? a;
    if (a === b) return [];
    const { condition: x } = a;
    const { condition: y } = b;
    const both = [x.yes, y.yes];
    const same = [all([x.no, y.no]), all(both)];
    const isSameGrant = a.grant === b.grant && isSamePart(a.rule, b.rule);
    if (isSameGrant) return [{ same, other: [] }];
    const isSameButValue = isSamePart(a.rule, b.rule) && sameTree(a.rule.draws, b.rule.draws);
    const differing =
      isSameButValue && standsAlike(a.rule, b.rule, conditions) ? disagreement(a.rule, b.rule, conditions) : TRUE;
    return [{ same, other: [all([...both, differing])] }];
  });
}

interface Piece {
  readonly box: Box;
  readonly known: ReadonlyMap<Side, Known>;
}

/** Cuts pieces up until each rule is known to hold or not in all of each. */
function split(
  start: readonly Piece[],
  sides: readonly Side[],
  forms: NormalForms,
  space: Space,
): readonly Piece[] | undefined {
  let pieces = start;
  for (const side of sides) {
    const { condition, force } = side;
    const parts: Piece[] = [];
    for (const { box, known } of pieces) {
      const [yes, no] = [forms.of(condition.yes), forms.of(condition.no)];
      if (yes === undefined || no === undefined) return undefined;
      const unanswered = subtractLists([box], [...yes, ...no], space);
      if (unanswered === undefined) return undefined;
      const put = (boxes: readonly Box[], truth: boolean | undefined, at: Known["force"]): void => {
        for (const part of boxes)
          parts.push({ box: part, known: new Map(known).set(side, { side, condition: truth, force: at }) });
      };
      const byTruth = [
        [disjoint(within(box, yes), space), true],
        [disjoint(within(box, no), space), false],
        [unanswered, undefined],
      ] as const;
      for (const [boxes, truth] of byTruth) {
        if (boxes === undefined) return undefined;
        for (const at of ["in", "before", "after"] as const) {
          const inForce = forms.of(force[at]);
          const found = inForce && intersectLists(boxes, inForce);
          if (found === undefined) return undefined;
          put(found, truth, at);
        }
      }
      if (parts.length > PIECE_LIMIT) return undefined;
    }
    pieces = parts;
  }
  return pieces;
}

const within = (box: Box, boxes: readonly Box[]): readonly Box[] =>
  boxes.flatMap((other) => intersectBoxes(box, other) ?? []);

/** The same cases, none in two boxes. */
function disjoint(boxes: readonly Box[], space: Space): Boxes {
  const found: Box[] = [];
  for (const box of boxes) {
    const rest = subtractLists([box], found, space);
    if (rest === undefined) return undefined;
    found.push(...rest);
  }
  return found;
}

/** What decides, and what it says: equal keys are equal answers. Undefined where that cannot be told. */
function answerKey(sides: readonly Side[], known: ReadonlyMap<Side, Known>, outcome: string): string | undefined {
  const rules = sides.flatMap((side) => known.get(side) ?? []);
  if (rules.some(({ condition }) => condition === undefined)) return undefined;
  const holding = rules.filter(({ condition, force }) => condition === true && force === "in");
  for (const otherwise of [false, true]) {
    const group = holding.filter(({ side }) => side.rule.otherwise === otherwise);
    const beaten = new Set(group.flatMap(({ side }) => side.rule.beats));
    const winners = group.filter(({ side }) => !beaten.has(side.rule.clause));
    const [first] = winners;
    if (first === undefined) continue;
    const modality = winners.some(({ side }) => side.rule.modality === "must") ? "must" : first.side.rule.modality;
    return [outcome, modality, ...new Set(winners.map(({ side }) => side.grant).sort())].join("\n");
  }
  const waiting = rules
    .filter(({ condition, force }) => condition === true && force !== "in")
    .map(({ side, force }) => `${side.rule.period?.from} ${side.rule.period?.to} ${force}`);
  return ["none", ...new Set(waiting.sort())].join("\n");
}

function answersAlike(
  before: readonly Side[],
  after: readonly Side[],
  known: ReadonlyMap<Side, Known>,
  outcome: string,
): boolean {
  if (before.length === after.length && before.every((a, index) => playsAlike(a, after[index] ?? a, known)))
    return true;
  const [a, b] = [answerKey(before, known, outcome), answerKey(after, known, outcome)];
  return a !== undefined && a === b;
}

/** The two rules take the same part, even where their condition has no answer. */
function playsAlike(a: Side, b: Side, known: ReadonlyMap<Side, Known>): boolean {
  if (a === b) return true;
  const [x, y] = [known.get(a), known.get(b)];
  const isSettled = x?.condition !== undefined && x.condition === y?.condition && x.force === y.force;
  if (!isSettled) return false;
  return x.condition === false || (a.grant === b.grant && isSamePart(a.rule, b.rule));
}

const valueOf = ({ value }: Rule): readonly Expression[] => (value.kind === "expression" ? [value.expression] : []);
const standsAlike = (a: Rule, b: Rule, conditions: Conditions): boolean =>
  [a, b]
    .map((rule) =>
      valueOf(rule)
        .map((value) => standsWith(value, conditions))
        .join(),
    )
    .every((one, _, [first]) => one === first);
