/** Region tables of one or two quantities as a drawing: a number line, or a plane cut at the thresholds. */
import type { Cells } from "../4-analyze/box.ts";
import { displayWidth } from "../../diagnostics/width.ts";
import { escape } from "../markup.ts";
import type { Axis, Condition, RegionTable } from "./index.ts";

/** Beyond these a drawing shows less than the table does. */
const LINE_LIMIT = 12;
const PLANE_LIMIT = 8;
const WIDTH = 1100;
const BAND = 64;
const ROW = 84;
const LETTER = 13;
const LINE = LETTER + 5;
const MOST_LINES = 3;

/** Undefined where there is nothing to draw, or too much. `colour`: the class of each region. */
export function pictureOf(table: RegionTable, colour: (region: number) => string): string | undefined {
  const [across, up, more] = table.axes;
  if (across === undefined || more !== undefined) return undefined;
  if (up === undefined) return across.stretches.length > LINE_LIMIT ? undefined : drawLine(table, across, colour);
  if (Math.max(across.stretches.length, up.stretches.length) > PLANE_LIMIT) return undefined;
  return drawPlane(table, across, up, colour);
}

const text = (x: number, y: number, words: string, attributes = ""): string =>
  `<text x="${x}" y="${y}"${attributes}>${escape(words)}</text>`;

/** In a few lines of no more than so many pixels. */
function wrapped(words: string, width: number): readonly string[] {
  const most = Math.max(4, Math.floor((2 * width) / LETTER));
  const lines: string[] = [];
  for (const part of words.match(/[\p{Script=Han}]|[^\p{Script=Han}\s]+|\s/gu) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last + part) <= most) lines[lines.length - 1] = last + part;
    else lines.push(part.trim());
  }
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ""}…`] : lines;
}

const heightOf = (labels: readonly (readonly string[])[]): number =>
  LINE * Math.max(1, ...labels.map((lines) => lines.length));

const block = (x: number, y: number, lines: readonly string[], attributes = ""): string =>
  lines.map((line, index) => text(x, y + index * LINE, line.trim(), attributes)).join("");

/** From place to place; the whole way where the region is not limited. */
function runsOf(cells: Cells | undefined, size: number): readonly (readonly [from: number, to: number])[] {
  if (cells === undefined) return [[0, size]];
  const runs: [number, number][] = [];
  for (let index = 0; index < cells.length; index += 2) runs.push([cells[index] ?? 0, cells[index + 1] ?? 0]);
  return runs;
}

const isOrdered = ({ stretches }: Axis): boolean => stretches[0]?.spans !== undefined;

function area(
  table: RegionTable,
  region: number,
  colour: string,
  [x, y, width, height]: readonly [number, number, number, number],
): string {
  const { answer, conditions } = table.regions[region] ?? {};
  const title = `${region + 1}. ${(conditions ?? []).map((one) => one.text).join(" 且 ")}:${answer?.words ?? ""}`;
  const lines = wrapped(`${region + 1}. ${answer?.words ?? ""}`, width - 12);
  const top = y + height / 2 - ((lines.length - 1) * LINE) / 2 + 5;
  return `<g><title>${escape(title)}</title><rect class="area ${colour}" x="${x}" y="${y}" width="${width}" height="${height}"/>${block(x + width / 2, top, lines)}</g>`;
}

const frame = (height: number, label: string, inner: string): string =>
  `<svg role="img" aria-label="${escape(label)}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">${inner}</svg>`;

function drawLine(table: RegionTable, axis: Axis, colour: (region: number) => string): string {
  const [left, top] = [12, 34];
  const size = axis.stretches.length;
  const step = (WIDTH - 2 * left) / size;
  const areas = table.regions.flatMap(({ cells }, region) =>
    runsOf(cells.get(0), size).map(([from, to]) =>
      area(table, region, colour(region), [left + from * step, top, (to - from) * step, BAND]),
    ),
  );
  const base = top + BAND;
  const scale = axis.stretches.map(({ words }) => wrapped(words, step - 8));
  const labels = scale.map((lines, place) => block(left + (place + 0.5) * step, base + 24, lines, ' class="scale"'));
  const marks = isOrdered(axis) ? thresholds(axis, (place) => [left + place * step, base]) : [];
  const line = `<path class="line" d="M${left} ${base}H${WIDTH - left}"/>`;
  return frame(
    base + 12 + heightOf(scale),
    `${table.outcome}:按${axis.subject}分`,
    [text(left, 20, axis.subject, ' class="name"'), ...areas, line, ...marks, ...labels].join("\n"),
  );
}

/** A dot on the side that the threshold belongs to. */
function thresholds(axis: Axis, at: (place: number) => readonly [number, number]): readonly string[] {
  return axis.stretches.slice(1).map((after, index) => {
    const [x, y] = at(index + 1);
    const isAfter = startsAtItself(after);
    return `<path class="line" d="M${x} ${y - BAND}V${y + 6}"/><circle class="dot" cx="${x + (isAfter ? 5 : -5)}" cy="${y}" r="4"/>`;
  });
}

const startsAtItself = ({ spans }: Condition): boolean => spans?.[0]?.from?.included === true;

function drawPlane(table: RegionTable, across: Axis, up: Axis, colour: (region: number) => string): string {
  const [left, top] = [190, 34];
  const [columns, rows] = [across.stretches.length, up.stretches.length];
  const step = (WIDTH - left - 12) / columns;
  // Figures grow upwards; lists are read downwards.
  const rowTop = (from: number, to: number): number => top + (isOrdered(up) ? rows - to : from) * ROW;
  const areas = table.regions.flatMap(({ cells }, region) =>
    runsOf(cells.get(0), columns).flatMap(([fromX, toX]) =>
      runsOf(cells.get(1), rows).map(([fromY, toY]) =>
        area(table, region, colour(region), [
          left + fromX * step,
          rowTop(fromY, toY),
          (toX - fromX) * step,
          (toY - fromY) * ROW,
        ]),
      ),
    ),
  );
  const base = top + rows * ROW;
  const scale = across.stretches.map(({ words }) => wrapped(words, step - 8));
  const below = scale.map((lines, place) => block(left + (place + 0.5) * step, base + 22, lines, ' class="scale"'));
  const name = base + 22 + heightOf(scale) + 4;
  const beside = up.stretches.map(({ words }, place) => {
    const lines = wrapped(words, left - 20);
    const y = rowTop(place, place + 1) + ROW / 2 - ((lines.length - 1) * LINE) / 2 + 4;
    return block(left - 10, y, lines, ' class="scale side"');
  });
  const line = `<path class="line" d="M${left} ${top}V${base}H${WIDTH - 12}"/>`;
  return frame(
    name + 10,
    `${table.outcome}:按${across.subject}和${up.subject}分`,
    [
      text(left - 10, 20, up.subject, ' class="name side"'),
      ...areas,
      line,
      ...below,
      ...beside,
      text(WIDTH - 12, name, across.subject, ' class="name side"'),
    ].join("\n"),
  );
}
