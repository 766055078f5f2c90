/** The units that policies name, and how those of one measure convert. */
import { ONE, rational, type Rational } from "./rational.ts";

export interface UnitEntry {
  /** Units convert where their bases are the same. */
  readonly base: string;
  readonly factor: Rational;
  /** How the tree names the unit: 个月 is 月, 日 is 天. */
  readonly canonical: string;
  /** Counts things (or days, or months) that come whole: no value has a part of one. */
  readonly whole: boolean;
}

const entries = new Map<string, UnitEntry>();

function add(names: string, entry: Omit<UnitEntry, "canonical">): void {
  const [canonical = "", ...aliases] = names.split(" ");
  for (const name of [canonical, ...aliases]) entries.set(name, { ...entry, canonical });
}

/** What is measured: any decimals. */
const unit = (names: string, base: string, factor: Rational = ONE): void => add(names, { base, factor, whole: false });
/** What is counted: whole numbers of the base. */
const count = (names: string, base: string, factor: Rational = ONE): void => add(names, { base, factor, whole: true });

for (const thing of [
  "个",
  "户",
  "家",
  "件",
  "次",
  "台",
  "辆",
  "套",
  "座",
  "所",
  "项",
  "处",
  "头",
  "只",
  "份",
  "笔",
  "张",
  "株",
])
  count(thing, thing);
count("人 名", "人");
count("岁 周岁", "岁");

unit("元", "元");
unit("角", "元", rational(1, 10));
unit("分", "元", rational(1, 100));
unit("厘", "元", rational(1, 1000));

count("月 个月", "月");
count("年", "月", rational(12));
count("季度 个季度", "月", rational(3));
count("天 日", "天");
count("工作日 个工作日", "工作日");
unit("小时", "小时");
unit("分钟", "小时", rational(1, 60));

unit("吨", "吨");
unit("千克 公斤", "吨", rational(1, 1000));
unit("克", "吨", rational(1, 1_000_000));
unit("斤", "吨", rational(1, 2000));

unit("亩", "亩");
unit("平方米", "平方米");
unit("平方公里 平方千米", "平方米", rational(1_000_000));
unit("公顷", "平方米", rational(10_000));
unit("立方米", "立方米");
unit("升", "立方米", rational(1, 1000));
unit("米", "米");
unit("公里 千米", "米", rational(1000));
unit("千瓦时 度", "千瓦时");
unit("千瓦", "千瓦");

/** Surface name → what it measures. Units that a file declares are bases of their own. */
export const unitTable: ReadonlyMap<string, UnitEntry> = entries;

export interface UnitFactor {
  readonly unit: string;
  readonly power: number;
}

/** Reads unit expressions of one file: the table's units and those it declares (`单位 兆瓦`). */
export class UnitReader {
  /** The longest first. */
  readonly names: readonly string[];
  readonly #byFirst = new Map<string, string[]>();

  constructor(readonly declared: readonly string[] = []) {
    this.names = [...new Set([...declared, ...unitTable.keys()])].sort((a, b) => b.length - a.length);
    for (const name of this.names) {
      const first = name[0] ?? "";
      const known = this.#byFirst.get(first);
      if (known === undefined) this.#byFirst.set(first, [name]);
      else known.push(name);
    }
  }

  /** Names of units that stand at `start`, the longest first. */
  #namesAt(text: string, start: number): string[] {
    return (this.#byFirst.get(text[start] ?? "") ?? []).filter((name) => text.startsWith(name, start));
  }

  #canonical(name: string): string {
    return this.declared.includes(name) ? name : (unitTable.get(name)?.canonical ?? name);
  }

  /** Every way to read a unit at `start`, the longest first: `元/人` before `元`. */
  readAll(text: string, start: number): { readonly end: number; readonly factors: readonly UnitFactor[] }[] {
    const found: { end: number; factors: readonly UnitFactor[] }[] = [];
    for (const name of this.#namesAt(text, start)) {
      const factors: UnitFactor[] = [{ unit: this.#canonical(name), power: 1 }];
      found.push({ end: start + name.length, factors: [...factors] });
      this.#extend(text, start + name.length, factors, 1, found);
    }
    return found.sort((a, b) => b.end - a.end);
  }

  /** Follows `/单位`, `/(单位·单位)` and `·单位`. As drafters mean it, `元/人·月` divides by both. */
  #extend(
    text: string,
    start: number,
    before: readonly UnitFactor[],
    power: 1 | -1,
    found: { end: number; factors: readonly UnitFactor[] }[],
  ): void {
    const sign = text[start];
    const next = sign === "/" ? -1 : sign === "·" ? power : undefined;
    if (next === undefined) return;
    if (sign === "/" && text[start + 1] === "(") {
      const close = text.indexOf(")", start);
      if (close === -1) return;
      const inner = text
        .slice(start + 2, close)
        .split("·")
        .map((name) => name.trim());
      if (!inner.every((name) => this.isUnit(name))) return;
      const factors = [...before, ...inner.map((name) => ({ unit: this.#canonical(name), power: -1 }))];
      found.push({ end: close + 1, factors });
      return;
    }
    for (const name of this.#namesAt(text, start + 1)) {
      const factors = [...before, { unit: this.#canonical(name), power: next }];
      found.push({ end: start + 1 + name.length, factors });
      this.#extend(text, start + 1 + name.length, factors, next, found);
    }
  }

  isUnit(name: string): boolean {
    return unitTable.has(name) || this.declared.includes(name);
  }

  /** The unit that fills the whole text, spaces around its signs aside. */
  readWhole(text: string): readonly UnitFactor[] | undefined {
    const tight = text.replace(/\s*([/·()])\s*/g, "$1").trim();
    const found = this.readAll(tight, 0)[0];
    return found !== undefined && found.end === tight.length ? found.factors : undefined;
  }
}

/** `元/(人·月)`: one way to write a unit, whatever way it was written. */
export function unitText(factors: readonly UnitFactor[]): string {
  const over = factors.filter(({ power }) => power > 0).map(({ unit: name }) => name);
  const under = factors.filter(({ power }) => power < 0).map(({ unit: name }) => name);
  const denominator = under.length > 1 ? `/(${under.join("·")})` : under.length === 1 ? `/${under.join("")}` : "";
  return `${over.join("·")}${denominator}`;
}

/** How a unit follows a number: 3个月, since 3月 is March. */
export const unitAfterNumber = (unit: string): string => (unit === "月" ? "个月" : unit);
