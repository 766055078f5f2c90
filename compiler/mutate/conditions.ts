/** Slips in conditions and formulas: the operator beside the right one, 且 for 或, a part forgotten. */
import type { SourceFile, Span } from "../../diagnostics/source.ts";
import type { ComparisonOperator, Expression } from "../../grammar/ast.ts";
import { multiply, rational } from "../../grammar/rational.ts";
import { writeNumber } from "../cases/write.ts";
import { calendarSlips, quantitySlips } from "./figures.ts";
import { leftOut, type Slip, trimmed, wordsAt, written } from "./slip.ts";

type Node<K extends Expression["kind"]> = Extract<Expression, { kind: K }>;

/** What may go wrong at this very node, its parts aside. */
export function expressionSlips(file: SourceFile, node: Expression): readonly Slip[] {
  switch (node.kind) {
    case "QuantityLiteral":
      return quantitySlips(file, node);
    case "DateLiteral":
    case "MonthLiteral":
    case "MonthSpanLiteral":
      return calendarSlips(file, node);
    case "BooleanLiteral":
      return [
        {
          kind: "value",
          span: node.span,
          change: written(wordsAt(file, node.span), node.value ? "否" : "是"),
          node,
          by: { ...node, value: !node.value },
        },
      ];
    case "Arithmetic":
      return arithmeticSlips(file, node);
    case "Call":
      return callSlips(node);
    case "Adjustment":
      return adjustmentSlips(file, node);
    case "Rounding":
      return roundingSlips(file, node);
    case "Comparison":
      return comparisonSlips(file, node);
    case "Between":
      return betweenSlips(file, node);
    case "Membership":
      return membershipSlips(file, node);
    case "And":
    case "Or":
      return listSlips(file, node);
    case "Not":
      return [{ kind: "operator", span: node.span, change: negationLost(file, node), node, by: node.operand }];
    default:
      return [];
  }
}

const negationLost = (file: SourceFile, { span, operand }: Node<"Not">): string =>
  written(wordsAt(file, span), wordsAt(file, operand.span));

// --- comparisons ----------------------------------------------------------------------------------------------------

const beside: Readonly<Record<ComparisonOperator, readonly ComparisonOperator[]>> = {
  "<=": ["<", ">="],
  "<": ["<=", ">"],
  ">=": [">", "<="],
  ">": [">=", "<"],
  "=": ["!=", "<=", ">="],
  "!=": ["="],
};
const words: Readonly<Record<ComparisonOperator, string>> = {
  "<=": "不高于",
  "<": "低于",
  ">=": "不低于",
  ">": "高于",
  "=": "是",
  "!=": "不是",
};

function comparisonSlips(file: SourceFile, node: Node<"Comparison">): readonly Slip[] {
  const { span, left, right } = node;
  // A subject that the parser filled in stands elsewhere.
  const start = left !== undefined && left.span.start >= span.start ? left.span.end : span.start;
  const bare = (place: Span): string => wordsAt(file, place).replace(/^[()\s]+|[()\s]+$/g, "");
  const isSuffix = bare({ start: right.span.end, end: span.end }) !== "";
  const before = { start, end: right.span.start };
  const place = trimmed(file, isSuffix ? { start: right.span.start, end: span.end } : before);
  const from = isSuffix ? wordsAt(file, place) : bare(before);
  return beside[node.operator].map((operator) => {
    const word = /^[<>=!≤≥≠]/.test(from) ? operator : words[operator];
    const to = isSuffix ? `${word}${wordsAt(file, right.span)}` : word;
    return {
      kind: "operator" as const,
      span: place.start < place.end ? place : span,
      change: written(from === "" ? wordsAt(file, span) : from, to),
      node,
      by: { ...node, operator },
    };
  });
}

function betweenSlips(file: SourceFile, node: Node<"Between">): readonly Slip[] {
  const end = (at: Expression, isIncluded: boolean, by: Node<"Between">): Slip => {
    const [is, was] = isIncluded ? ["含本数", "不含本数"] : ["不含本数", "含本数"];
    const change = `「${wordsAt(file, at.span)}」这一端由${is}写成${was}`;
    return { kind: "operator", span: at.span, change, node, by };
  };
  return [
    end(node.low, node.lowIncluded, { ...node, lowIncluded: !node.lowIncluded }),
    end(node.high, node.highIncluded, { ...node, highIncluded: !node.highIncluded }),
  ];
}

function membershipSlips(file: SourceFile, node: Node<"Membership">): readonly Slip[] {
  const { values, negated, span } = node;
  const [from, to] = negated ? ["不属于", "属于"] : ["属于", "不属于"];
  const fewer = values.flatMap((value, index): Slip[] =>
    values.length < 2
      ? []
      : [
          {
            kind: "value",
            span: value.span,
            change: leftOut(wordsAt(file, value.span)),
            node,
            by: { ...node, values: values.toSpliced(index, 1) },
          },
        ],
  );
  return [{ kind: "operator", span, change: written(from, to), node, by: { ...node, negated: !negated } }, ...fewer];
}

/** 且 for 或, and each part left out. */
function listSlips(file: SourceFile, node: Node<"And" | "Or">): readonly Slip[] {
  const { operands, span } = node;
  const isAnd = node.kind === "And";
  const [first, second] = operands;
  if (first === undefined || second === undefined) return [];
  const heading = trimmed(file, { start: span.start, end: first.span.start });
  const isListed = /下列|以下/.test(wordsAt(file, heading));
  const place = isListed ? heading : trimmed(file, { start: first.span.end, end: second.span.start });
  const [all, any] = isListed ? ["同时符合下列条件", "符合下列条件之一"] : ["且", "或"];
  const flipped: Slip = {
    kind: "operator",
    span: place.start < place.end ? place : span,
    change: isAnd ? written(all, any) : written(any, all),
    node,
    by: { ...node, kind: isAnd ? "Or" : "And" },
  };
  const fewer = operands.map((operand, index): Slip => {
    const rest = operands.toSpliced(index, 1);
    const [only] = rest;
    const by = rest.length === 1 ? only : { ...node, operands: rest };
    return { kind: "condition", span: operand.span, change: leftOut(wordsAt(file, operand.span)), node, by };
  });
  return [flipped, ...fewer];
}

// --- formulas -------------------------------------------------------------------------------------------------------

const opposite = { "+": "-", "-": "+", "*": "/", "/": "*" } as const;

/** Only where the sign is written: 甲的90% cannot be taken for a quotient. */
function arithmeticSlips(file: SourceFile, node: Node<"Arithmetic">): readonly Slip[] {
  const place = trimmed(file, { start: node.left.span.end, end: node.right.span.start });
  const from = wordsAt(file, place);
  if (!/^[+\-*/×÷−]$/.test(from)) return [];
  const operator = opposite[node.operator];
  return [{ kind: "operator", span: place, change: written(from, operator), node, by: { ...node, operator } }];
}

function callSlips(node: Node<"Call">): readonly Slip[] {
  if (node.function === "sum") return [];
  const isMin = node.function === "min";
  const [from, to] = isMin ? ["取低", "取高"] : ["取高", "取低"];
  const by: Node<"Call"> = { ...node, function: isMin ? "max" : "min" };
  return [{ kind: "operator", span: node.span, change: written(from, to), node, by }];
}

type Adjustment = Node<"Adjustment">["adjustment"];

const adjustments: Readonly<Record<Adjustment, readonly (readonly [by: Adjustment, from: string, to: string])[]>> = {
  increaseBy: [
    ["increaseTo", "提高", "提高到"],
    ["reduceBy", "提高", "减少"],
  ],
  increaseTo: [["increaseBy", "提高到", "提高"]],
  reduceBy: [
    ["reduceTo", "减少", "减少到"],
    ["increaseBy", "减少", "提高"],
  ],
  reduceTo: [["reduceBy", "减少到", "减少"]],
  extend: [["reduceBy", "延长", "减少"]],
};

const adjustmentSlips = (file: SourceFile, node: Node<"Adjustment">): readonly Slip[] => {
  const { operand, span } = node;
  const place = trimmed(file, { start: operand.span.end, end: span.end });
  return adjustments[node.adjustment].map(([adjustment, from, to]) => ({
    kind: "operator",
    span: place,
    change: written(from, to),
    node,
    by: { ...node, adjustment },
  }));
};

const methods = { halfUp: "四舍五入", down: "舍去", up: "进位", halfEven: "取偶" } as const;
const otherMethods = {
  halfUp: ["down", "up"],
  down: ["halfUp", "up"],
  up: ["halfUp", "down"],
  halfEven: ["halfUp", "down"],
} as const;

function roundingSlips(file: SourceFile, node: Node<"Rounding">): readonly Slip[] {
  const { span, operand, method, step, unit = "" } = node;
  const comma = /^[\s,,]*/.exec(file.text.slice(operand.span.end, span.end))?.[0].length ?? 0;
  const place = trimmed(file, { start: operand.span.end + comma, end: span.end });
  const from = wordsAt(file, place);
  const coarser = multiply(step, rational(10));
  return [
    ...otherMethods[method].map((other): Slip => {
      const change = written(methods[method], methods[other]);
      return { kind: "operator", span: place, change, node, by: { ...node, method: other } };
    }),
    {
      kind: "figure",
      span: place,
      change: written(from, `${methods[method]}到${writeNumber(coarser)}${unit}`),
      node,
      by: { ...node, step: coarser },
    },
  ];
}
