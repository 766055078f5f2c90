/** Reading the data given: every fault is told, and nothing is guessed. */
import type { InputFault } from "./contract.ts";
import { isDay, isMonth } from "./dates.ts";
import { parseDecimal, parseRational, shortestDecimal } from "./decimal.ts";
import { compareScalars, divideExact } from "./exact.ts";
import { InputError, notAnObject, notFinite, outOfRange, tooPrecise, unknownInput, wrongType } from "./faults.ts";
import { NUMBER, RATIO, scalarText } from "./text.ts";
import type { Kind } from "./text.ts";
import { Fraction, missing } from "./values.ts";
import type { Exact, Obstacle, Quantity, Scalar, Text, Truth, Value } from "./values.ts";

/** Decimals (or `1/3`), ISO dates or months, in base units. */
export interface Limits {
  readonly atLeast?: string;
  readonly above?: string;
  readonly atMost?: string;
  readonly below?: string;
}

export interface InputOptions extends Limits {
  readonly isUnread?: boolean;
  /** The input, declared before, whose value it takes where it is not given. */
  readonly orElse?: string;
  readonly assumptions?: readonly string[];
}

export interface QuantityOptions extends InputOptions {
  readonly step?: string;
  readonly byDefault?: string;
}

export interface Bound {
  readonly value: Scalar;
  readonly inclusive: boolean;
}

/** What an input may be, as its policy declares it. */
export abstract class InputType<V extends Value = Value> {
  readonly missing: Obstacle;
  /** Taken where the input is not given. */
  readonly fallback: V | undefined;
  /** The input whose value is taken where this one is not given. */
  readonly orElse: string | undefined;
  /** No rule asks for it: it is checked where it is given, and is no fact. */
  readonly isUnread: boolean;
  readonly assumptions: readonly string[];
  readonly minimum: Bound | undefined;
  readonly maximum: Bound | undefined;

  constructor(
    readonly name: string,
    readonly kind: Kind,
    options: InputOptions,
    byDefault: Scalar | undefined,
    read: (text: string) => Scalar,
  ) {
    const bound = (inclusive?: string, exclusive?: string): Bound | undefined => {
      const text = inclusive ?? exclusive;
      return text === undefined ? undefined : { value: read(text), inclusive: inclusive !== undefined };
    };
    this.missing = missing([options.orElse ?? name]);
    this.orElse = options.orElse;
    this.fallback = byDefault as V | undefined;
    this.isUnread = options.isUnread ?? false;
    this.assumptions = options.assumptions ?? [];
    this.minimum = bound(options.atLeast, options.above);
    this.maximum = bound(options.atMost, options.below);
  }

  protected abstract parse(given: unknown): V | InputFault;

  /** Whether data is complete without it. */
  get isOptional(): boolean {
    return this.isUnread || this.fallback !== undefined || this.orElse !== undefined;
  }

  /** What is given, or its faults. */
  read(given: unknown): V | Obstacle | readonly InputFault[] {
    if (given === undefined) return this.fallback ?? this.missing;
    const value = this.parse(given);
    if (isFault(value)) return [value];
    const faults = this.faultsOf(value);
    return faults.length > 0 ? faults : value;
  }

  protected faultsOf(value: V): readonly InputFault[] {
    const faults: InputFault[] = [];
    const isTime = this.kind.kind === "date" || this.kind.kind === "month";
    const { minimum, maximum } = this;
    const refuse = (words: string, bound: Bound): void => {
      const isZero = bound === minimum && bound.inclusive && bound.value === 0;
      const limit = isZero ? "不能是负数" : `${words} ${scalarText(bound.value, this.kind)}`;
      faults.push(outOfRange(this.name, limit, scalarText(value as Scalar, this.kind)));
    };
    if (minimum !== undefined) {
      const order = compareScalars(value as Scalar, minimum.value);
      if (order < 0 || (order === 0 && !minimum.inclusive))
        refuse(isTime ? (minimum.inclusive ? "应不早于" : "应晚于") : minimum.inclusive ? "应至少" : "应大于", minimum);
    }
    if (maximum !== undefined) {
      const order = compareScalars(value as Scalar, maximum.value);
      if (order > 0 || (order === 0 && !maximum.inclusive))
        refuse(isTime ? (maximum.inclusive ? "应不晚于" : "应早于") : maximum.inclusive ? "应至多" : "应小于", maximum);
    }
    return faults;
  }
}

const isFault = (value: Value | InputFault): value is InputFault => typeof value === "object" && "code" in value;

/** Whole counts of at most fifteen digits are read the quick way: all their decimals fit a double. */
const QUICK_LIMIT = 1e15 - 1;

export class QuantityInput extends InputType<Quantity> {
  readonly scale: number;
  /** Values are multiples of so many smallest units; none: any decimals. */
  readonly grain: number | undefined;
  readonly step: string | undefined;
  /** What the quick way takes, in smallest units. */
  readonly low: number;
  readonly high: number;

  constructor(name: string, unit: string, scale: number, options: QuantityOptions) {
    const read = (text: string): Exact => parseRational(text, scale);
    super(
      name,
      { kind: "quantity", unit, scale },
      options,
      options.byDefault === undefined ? undefined : read(options.byDefault),
      read,
    );
    this.scale = scale;
    this.step = options.step;
    this.grain = options.step === undefined ? undefined : Number(read(options.step));
    const isQuick = this.grain === undefined || this.grain === 1;
    this.low = !isQuick ? Infinity : this.minimum === undefined ? -QUICK_LIMIT : quickEnd(this.minimum, 1);
    this.high = this.maximum === undefined ? QUICK_LIMIT : quickEnd(this.maximum, -1);
  }

  protected parse(given: unknown): Quantity | InputFault {
    if (typeof given === "number") {
      if (!Number.isFinite(given)) return notFinite(this.name, given);
      if (Math.abs(given) > Number.MAX_SAFE_INTEGER)
        return outOfRange(this.name, "的数超过 9007199254740991,以数字给出会失真,请改写为字符串", ` ${String(given)}`);
      return shortestDecimal(given, this.scale);
    }
    const unit = this.kind.kind === "quantity" ? this.kind.unit : "";
    const value = typeof given === "string" ? this.parseText(given, unit === RATIO) : undefined;
    if (value !== undefined) return value;
    const expected =
      unit === RATIO
        ? "比例,写小数或者百分数,如「0.055」「5.5%」"
        : unit === NUMBER
          ? "数,写如 2019 或「0.5」"
          : `以${unit}计的数,写如 1000 或「1000」,不带单位和千分位`;
    return wrongType(this.name, expected, given);
  }

  private parseText(text: string, isRatio: boolean): Exact | undefined {
    if (!isRatio || !text.endsWith("%")) return parseDecimal(text, this.scale);
    const percents = parseDecimal(text.slice(0, -1), this.scale);
    return percents === undefined ? undefined : divideExact(percents, 100);
  }

  protected override faultsOf(value: Quantity): readonly InputFault[] {
    const faults: InputFault[] = [];
    if (this.grain !== undefined && !isMultiple(value, BigInt(this.grain)))
      faults.push(tooPrecise(this.name, this.grainPhrase(), scalarText(value as Scalar, this.kind)));
    return [...faults, ...super.faultsOf(value)];
  }

  /** 1 is whole numbers, 0.01 two decimals, anything else a multiple. */
  private grainPhrase(): string {
    const { step = "1", grain = 1 } = this;
    if (step === "1") return "应是整数";
    if (/^0\.0*1$/.test(step)) return `最多 ${step.length - 2} 位小数`;
    return `应是 ${scalarText(grain, this.kind)} 的整数倍`;
  }
}

const isMultiple = (value: Quantity, grain: bigint): boolean =>
  typeof value === "number" || typeof value === "bigint" ? BigInt(value) % grain === 0n : false;

/** The least (or greatest) whole number that the bound allows, within what the quick way takes. */
function quickEnd({ value, inclusive }: Bound, inward: 1 | -1): number {
  const [top, bottom] = value instanceof Fraction ? [value.top, value.bottom] : [BigInt(value as number), 1n];
  const floor = top / bottom - (top % bottom < 0n ? 1n : 0n);
  const isOn = bottom === 1n && inclusive;
  const end = inward === 1 ? (isOn ? floor : floor + 1n) : bottom === 1n && !inclusive ? floor - 1n : floor;
  return Math.max(-QUICK_LIMIT, Math.min(QUICK_LIMIT, Number(end)));
}

class TimeInput extends InputType<Text> {
  constructor(name: string, kind: "date" | "month", options: InputOptions & { byDefault?: string }) {
    super(name, { kind }, options, options.byDefault, (text) => text);
  }

  protected parse(given: unknown): Text | InputFault {
    if (this.kind.kind === "date")
      return typeof given === "string" && isDay(given)
        ? given
        : wrongType(this.name, "存在的日期,写如「2020-05-13」", given);
    return typeof given === "string" && isMonth(given)
      ? given
      : wrongType(this.name, "存在的月份,写如「2020-04」", given);
  }
}

class FlagInput extends InputType<Truth> {
  constructor(name: string, options: InputOptions & { byDefault?: boolean }) {
    super(name, { kind: "boolean" }, options, options.byDefault, (text) => text);
  }

  protected parse(given: unknown): Truth | InputFault {
    return typeof given === "boolean" ? given : wrongType(this.name, "是或否,写 true 或 false", given);
  }
}

class ChoiceInput extends InputType<Text> {
  constructor(
    name: string,
    readonly values: readonly string[],
    options: InputOptions & { byDefault?: string },
  ) {
    super(name, { kind: "choice", values }, options, options.byDefault, (text) => text);
  }

  protected parse(given: unknown): Text | InputFault {
    return typeof given === "string" && this.values.includes(given)
      ? given
      : wrongType(this.name, `${this.values.join("、")}之一`, given);
  }
}

/** `scale`: so many smallest units make one `unit`. */
export const quantity = (name: string, unit: string, scale: number, options: QuantityOptions = {}): QuantityInput =>
  new QuantityInput(name, unit, scale, options);
export const date = (name: string, options: InputOptions & { byDefault?: string } = {}): TimeInput =>
  new TimeInput(name, "date", options);
export const month = (name: string, options: InputOptions & { byDefault?: string } = {}): TimeInput =>
  new TimeInput(name, "month", options);
export const flag = (name: string, options: InputOptions & { byDefault?: boolean } = {}): FlagInput =>
  new FlagInput(name, options);
export const choice = (
  name: string,
  values: readonly string[],
  options: InputOptions & { byDefault?: string } = {},
): ChoiceInput => new ChoiceInput(name, values, options);

export type Inputs = Readonly<Record<string, InputType>>;

/** The facts that the data gives; refuses data that is at fault in any way, with all its faults. */
export function read(inputs: Inputs, computed: readonly string[], given: unknown): Record<string, Value> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw new InputError([notAnObject(given)]);
  const types = Object.values(inputs);
  const faults: InputFault[] = [];
  const facts = new Map<string, Value>();
  for (const type of types) {
    const own = under(given, type.name);
    const instead = own === undefined && type.orElse !== undefined ? facts.get(type.orElse) : undefined;
    const value = instead ?? type.read(own);
    if (isFaults(value)) faults.push(...value);
    else if (!type.isUnread) facts.set(type.name, value);
  }
  const names = types.map(({ name }) => name);
  for (const [name, value] of Object.entries(given))
    if (value !== undefined && !names.includes(name)) faults.push(unknownInput(name, names, computed.includes(name)));
  if (faults.length > 0) throw new InputError(faults);
  return Object.fromEntries(facts);
}

const isFaults = (value: Value | readonly InputFault[]): value is readonly InputFault[] => Array.isArray(value);

/** What every object has from its prototype is not given by whoever calls. */
const under = (given: object, name: string): unknown =>
  name in Object.prototype
    ? Object.getOwnPropertyDescriptor(given, name)?.value
    : (given as Readonly<Record<string, unknown>>)[name];
