/** Slips in clauses, tables, targets, constraints and declarations. */
import type { SourceFile, Span } from "../../diagnostics/source.ts";
import type {
  Clause,
  Constraint,
  Deadline,
  Expression,
  InputDeclaration,
  Item,
  Modality,
  Period,
  PolicyFile,
  Pool,
  Result,
  ResultValue,
  Rule,
  Table,
  Target,
} from "../../grammar/ast.ts";
import { add, ONE, subtract, sign } from "../../grammar/rational.ts";
import { modalityWords } from "../evaluate/wording.ts";
import { itemsOf } from "../items.ts";
import { expressionSlips } from "./conditions.ts";
import { calendarSlips } from "./figures.ts";
import { leftOut, type Slip, trimmed, wordsAt, written } from "./slip.ts";

/** Every slip that is looked for, in the order of the text. */
export function slipsOf(file: SourceFile, tree: PolicyFile): readonly Slip[] {
  const outcomes = new Set(
    itemsOf(tree, "OutcomeSection").flatMap((section) => section.outcomes.map(({ name }) => name.text)),
  );
  const found = new Map<string, Slip>();
  for (const slip of tree.items.flatMap((item) => itemSlips(file, item, outcomes))) {
    const key = `${slip.span.start} ${slip.span.end} ${slip.change}`;
    if (!found.has(key)) found.set(key, slip);
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function itemSlips(file: SourceFile, item: Item, outcomes: ReadonlySet<string>): readonly Slip[] {
  switch (item.kind) {
    case "PolicyHeading":
      return item.period === undefined ? [] : periodSlips(file, item.period);
    case "Period":
      return periodSlips(file, item);
    case "InputSection":
      return item.inputs.flatMap((input) => limitSlips(file, input));
    case "DefinitionSection":
      return item.definitions.flatMap(({ value }) => within(file, value));
    case "OutcomeSection":
      return item.outcomes.flatMap(({ formula }) => within(file, formula));
    case "Clause":
      return clauseSlips(file, item);
    case "Target":
    case "Constraint":
      return requirementSlips(file, item);
    case "Table":
      return tableSlips(file, item, outcomes);
    case "Pool":
      return poolSlips(file, item);
    default:
      return [];
  }
}

/** The slips of an expression and all within it. */
function within(file: SourceFile, root: Expression | undefined): readonly Slip[] {
  if (root === undefined) return [];
  return [...expressionSlips(file, root), ...partsOf(root).flatMap((part) => within(file, part))];
}

const present = <T>(parts: readonly (T | undefined)[]): T[] => parts.filter((part) => part !== undefined);

function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "Arithmetic":
      return [node.left, node.right];
    case "Call":
      return node.arguments;
    case "Adjustment":
      return [node.operand, node.amount];
    case "Rounding":
    case "Not":
      return [node.operand];
    case "Comparison":
      return present([node.left, node.right]);
    case "Between":
      return present([node.subject, node.low, node.high]);
    case "Membership":
      return present([node.subject, ...node.values]);
    case "And":
    case "Or":
      return node.operands;
    default:
      return [];
  }
}

const periodSlips = (file: SourceFile, { from, to }: Period): readonly Slip[] =>
  present([from, to]).flatMap((date) => calendarSlips(file, date, "period"));

/** A limit made narrower; that one was made wider, no 算例 can show. */
const limitSlips = (file: SourceFile, { limits }: InputDeclaration): readonly Slip[] =>
  limits.flatMap((limit) => (limit.kind === "BoundLimit" ? within(file, limit.value) : []));

// --- clauses --------------------------------------------------------------------------------------------------------

function clauseSlips(file: SourceFile, clause: Clause): readonly Slip[] {
  // A name stands for every text that amendments made of the clause.
  const names = new Map(clause.exceptionTo.map(({ span }) => [span.start, span]));
  const exceptions = [...names.values()].map((span): Slip => ({
    kind: "exception",
    span,
    change: leftOut(`例外于 ${wordsAt(file, span)}`),
    node: clause,
    by: { ...clause, exceptionTo: clause.exceptionTo.filter((name) => name.span.start !== span.start) },
  }));
  return [
    ...exceptions,
    ...(clause.period === undefined ? [] : periodSlips(file, clause.period)),
    ...clause.rules.flatMap((rule) => ruleSlips(file, rule)),
  ];
}

function ruleSlips(file: SourceFile, rule: Rule): readonly Slip[] {
  const slip = (kind: Slip["kind"], span: Span, change: string, by: Rule): Slip => ({
    kind,
    span,
    change,
    node: rule,
    by,
  });
  const { condition, provisos, draws } = rule;
  return [
    ...(rule.otherwise ? [slip("otherwise", rule.span, leftOut("否则"), { ...rule, otherwise: false })] : []),
    ...(condition === undefined ? [] : conditionLost(file, condition, rule)),
    ...within(file, condition),
    ...provisos.flatMap((proviso, index) => [
      slip("exception", proviso.span, leftOut(`但 ${wordsAt(file, proviso.span)} 的除外`), {
        ...rule,
        provisos: provisos.toSpliced(index, 1),
      }),
      ...within(file, proviso),
    ]),
    ...rule.results.flatMap((result) => resultSlips(file, result)),
    ...draws.flatMap((draw, index) => [
      slip("condition", draw.span, leftOut(wordsAt(file, draw.span)), { ...rule, draws: draws.toSpliced(index, 1) }),
      ...within(file, draw.amount),
    ]),
  ];
}

/** A condition of several parts loses them one by one. */
const conditionLost = (file: SourceFile, condition: Expression, node: Rule | Target | Constraint): readonly Slip[] =>
  condition.kind === "And" || condition.kind === "Or"
    ? []
    : [
        {
          kind: "condition",
          span: condition.span,
          change: leftOut(wordsAt(file, condition.span)),
          node,
          by: { ...node, condition: undefined },
        },
      ];

const strength: Readonly<Record<Modality, Modality>> = { must: "may", may: "must", mustNot: "may", exempt: "must" };

function resultSlips(file: SourceFile, result: Result): readonly Slip[] {
  const { outcome, modality, value, deadline } = result;
  const place = trimmed(file, { start: result.span.start, end: outcome.span.start });
  const words = wordsAt(file, place);
  const from = modality === undefined || words === "" ? "应当" : words;
  return [
    {
      kind: "modality",
      span: modality === undefined || words === "" ? outcome.span : place,
      change: written(from, modalityWords[strength[modality ?? "must"]]),
      node: result,
      by: { ...result, modality: strength[modality ?? "must"] },
    },
    ...valueSlips(file, value),
    ...(deadline === undefined ? [] : deadlineSlips(file, deadline)),
  ];
}

function valueSlips(file: SourceFile, value: ResultValue | undefined): readonly Slip[] {
  switch (value?.kind) {
    case undefined:
    case "ElsewhereValue":
      return [];
    case "IntervalValue":
      return [...within(file, value.low), ...within(file, value.high)];
    case "UpToValue":
      return [
        { kind: "value", span: value.span, change: leftOut("不超过"), node: value, by: value.high },
        ...within(file, value.high),
      ];
    case "ChoiceValue":
      return value.options.length < 2
        ? []
        : value.options.map((option, index) => ({
            kind: "value",
            span: option.span,
            change: leftOut(option.text),
            node: value,
            by: { ...value, options: value.options.toSpliced(index, 1) },
          }));
    default:
      return within(file, value);
  }
}

const unitWords = { workday: "个工作日", day: "日", month: "个月" } as const;
const otherUnit = { workday: "day", day: "workday", month: "day" } as const;

function deadlineSlips(file: SourceFile, deadline: Deadline): readonly Slip[] {
  const { within: term } = deadline;
  if (term === undefined) return within(file, deadline.date);
  const from = wordsAt(file, term.span);
  const slip = (kind: Slip["kind"], changed: NonNullable<Deadline["within"]>): Slip => ({
    kind,
    span: term.span,
    change: written(from, `${changed.count.numerator}${unitWords[changed.unit]}`),
    node: deadline,
    by: { ...deadline, within: changed },
  });
  const counts = [add(term.count, ONE), subtract(term.count, ONE)].filter((count) => sign(count) > 0);
  return [
    ...within(file, deadline.date),
    ...counts.map((count) => slip("figure", { ...term, count })),
    slip("unit", { ...term, unit: otherUnit[term.unit] }),
  ];
}

// --- the rest -------------------------------------------------------------------------------------------------------

/** The deadline of a target is no part of what a 算例 says. */
const requirementSlips = (file: SourceFile, node: Target | Constraint): readonly Slip[] => [
  ...(node.condition === undefined ? [] : conditionLost(file, node.condition, node)),
  ...within(file, node.condition),
  ...within(file, node.requirement),
];

function tableSlips(file: SourceFile, { columns, rows }: Table, outcomes: ReadonlySet<string>): readonly Slip[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell, index): readonly Slip[] => {
      const { content, modality } = cell;
      if (content === undefined || content.kind === "AnyCell") return [];
      const isOutcome = outcomes.has(columns[index]?.text ?? "");
      const slips = valueSlips(file, content);
      if (!isOutcome) return slips;
      const to = strength[modality ?? "must"];
      const change = written(modalityWords[modality ?? "must"], modalityWords[to]);
      return [{ kind: "modality", span: cell.span, change, node: cell, by: { ...cell, modality: to } }, ...slips];
    }),
  );
}

const poolSlips = (file: SourceFile, { total, used }: Pool): readonly Slip[] => [
  ...within(file, total),
  ...within(file, used),
];
