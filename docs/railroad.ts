/** Railroad diagrams of grammar rules as static SVG: no script, no font and no file from anywhere else. */
import stringWidth from "string-width";

/** A part of a diagram: its rail enters at the left and leaves at the right on the same height. */
interface Box {
  readonly width: number;
  /** How far it reaches above and below its rail. */
  readonly above: number;
  readonly below: number;
  readonly draw: (x: number, y: number) => string;
}

export interface Labels {
  /** What a reader sees for a token: its Chinese words. */
  readonly terminal: (token: string, label: string) => string;
  readonly rule: (name: string) => string;
}

const GAP = 12;
const ROW = 14;
const RADIUS = 8;
const HALF_HEIGHT = 13;
const CHARACTER = 7.5;

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const path = (commands: string): string => `<path d="${commands}"/>`;
const rail = (x: number, y: number, length: number): string => (length > 0 ? path(`M${x} ${y}h${length}`) : "");

const nothing: Box = { width: GAP, above: 0, below: 0, draw: (x, y) => rail(x, y, GAP) };

function label(text: string, kind: "terminal" | "rule", link: string | undefined): Box {
  const width = stringWidth(text) * CHARACTER + 20;
  return {
    width,
    above: HALF_HEIGHT,
    below: HALF_HEIGHT,
    draw(x, y) {
      const rounding = kind === "terminal" ? HALF_HEIGHT : 0;
      const shape =
        `<rect class="${kind}" x="${x}" y="${y - HALF_HEIGHT}" width="${width}" height="${HALF_HEIGHT * 2}" rx="${rounding}"/>` +
        `<text x="${x + width / 2}" y="${y + 5}">${escapeHtml(text)}</text>`;
      return link === undefined ? shape : `<a href="#${encodeURIComponent(link)}">${shape}</a>`;
    },
  };
}

function sequence(boxes: readonly Box[]): Box {
  const parts = boxes.length === 0 ? [nothing] : boxes;
  return {
    width: parts.reduce((sum, part) => sum + part.width, 0) + GAP * (parts.length - 1),
    above: Math.max(...parts.map((part) => part.above)),
    below: Math.max(...parts.map((part) => part.below)),
    draw(x, y) {
      let drawing = "";
      let left = x;
      parts.forEach((part, index) => {
        if (index > 0) {
          drawing += rail(left, y, GAP);
          left += GAP;
        }
        drawing += part.draw(left, y);
        left += part.width;
      });
      return drawing;
    },
  };
}

/** The first way lies on the rail, the others below it. */
function choice(boxes: readonly Box[]): Box {
  const [first, ...others] = boxes;
  if (first === undefined) return nothing;
  if (others.length === 0) return first;
  const inner = Math.max(...boxes.map((box) => box.width));
  const offsets: number[] = [];
  let depth = first.below;
  for (const box of others) {
    offsets.push(depth + ROW + box.above);
    depth += ROW + box.above + box.below;
  }
  return {
    width: inner + RADIUS * 4,
    above: first.above,
    below: depth,
    draw(x, y) {
      const left = x + RADIUS * 2;
      const right = left + inner;
      let drawing =
        rail(x, y, RADIUS * 2) +
        first.draw(left, y) +
        rail(left + first.width, y, right + RADIUS * 2 - left - first.width);
      others.forEach((box, index) => {
        const drop = offsets[index] ?? 0;
        const down = drop - RADIUS * 2;
        drawing +=
          path(`M${x} ${y}q${RADIUS} 0 ${RADIUS} ${RADIUS}v${down}q0 ${RADIUS} ${RADIUS} ${RADIUS}`) +
          box.draw(left, y + drop) +
          rail(left + box.width, y + drop, inner - box.width) +
          path(`M${right} ${y + drop}q${RADIUS} 0 ${RADIUS} ${-RADIUS}v${-down}q0 ${-RADIUS} ${RADIUS} ${-RADIUS}`);
      });
      return drawing;
    },
  };
}

const optional = (box: Box): Box => choice([nothing, box]);

/** `box`, and back again over `separator`, which is read from right to left. */
function repeated(box: Box, separator: Box): Box {
  const inner = Math.max(box.width, separator.width);
  const drop = box.below + ROW + separator.above;
  return {
    width: inner + RADIUS * 4,
    above: box.above,
    below: drop + separator.below,
    draw(x, y) {
      const left = x + RADIUS * 2;
      const right = left + inner;
      const down = drop - RADIUS * 2;
      return (
        rail(x, y, RADIUS * 2) +
        box.draw(left, y) +
        rail(left + box.width, y, inner - box.width + RADIUS * 2) +
        path(`M${right} ${y}q${RADIUS} 0 ${RADIUS} ${RADIUS}v${down}q0 ${RADIUS} ${-RADIUS} ${RADIUS}`) +
        separator.draw(left, y + drop) +
        rail(left + separator.width, y + drop, inner - separator.width) +
        path(`M${left} ${y + drop}q${-RADIUS} 0 ${-RADIUS} ${-RADIUS}v${-down}q0 ${-RADIUS} ${RADIUS} ${-RADIUS}`)
      );
    },
  };
}

/** As Chevrotain serialises its grammar. */
export interface Production {
  readonly type: string;
  readonly name?: string;
  readonly nonTerminalName?: string;
  readonly label?: string;
  readonly definition?: readonly Production[];
  readonly separator?: { readonly name: string; readonly label?: string };
}

function boxOf(production: Production, labels: Labels): Box {
  const inside = (): Box => sequence((production.definition ?? []).map((part) => boxOf(part, labels)));
  const separator = (): Box => {
    const token = production.separator;
    if (token === undefined) return nothing;
    return label(labels.terminal(token.name, token.label ?? token.name), "terminal", undefined);
  };
  const name = production.name ?? "";
  switch (production.type) {
    case "Terminal":
      return label(labels.terminal(name, production.label ?? name), "terminal", undefined);
    case "NonTerminal": {
      const rule = production.nonTerminalName ?? name;
      return label(labels.rule(rule), "rule", rule);
    }
    case "Option":
      return optional(inside());
    case "Alternation":
      return choice((production.definition ?? []).map((part) => boxOf(part, labels)));
    case "RepetitionMandatory":
      return repeated(inside(), nothing);
    case "Repetition":
      return optional(repeated(inside(), nothing));
    case "RepetitionMandatoryWithSeparator":
      return repeated(inside(), separator());
    case "RepetitionWithSeparator":
      return optional(repeated(inside(), separator()));
    default:
      return inside();
  }
}

/** One rule's diagram. */
export function drawRule(rule: Production, labels: Labels): string {
  const box = boxOf(rule, labels);
  const width = Math.ceil(box.width + 60);
  const height = Math.ceil(box.above + box.below + 16);
  const y = box.above + 8;
  return (
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    path(`M12 ${y - 7}v14M18 ${y - 7}v14M18 ${y}h12`) +
    box.draw(30, y) +
    path(`M${30 + box.width} ${y}h12M${42 + box.width} ${y - 7}v14M${48 + box.width} ${y - 7}v14`) +
    "</svg>"
  );
}
