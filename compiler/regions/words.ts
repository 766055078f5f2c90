/** Regions in the drafter's own words: quantities by their names, limits with the figures that the policy writes. */
import type { Rational } from "../../grammar/rational.ts";
import {
  add,
  compare,
  decimalPlaces,
  formatRational,
  multiply,
  negate,
  ONE,
  parseDecimal,
  rational,
  subtract,
  ZERO,
} from "../../grammar/rational.ts";
import { combine, isDimensionless, NUMBER, quantityType, RATIO } from "../2-check/units.ts";
import type { Cells, Space } from "../4-analyze/box.ts";
import type { Dimension } from "../4-analyze/dimension.ts";
import type { Conditions } from "../4-analyze/formula.ts";
import type { Cut, Interval } from "../4-analyze/interval.ts";
import { compareCuts } from "../4-analyze/interval.ts";
import type { Polynomial, Variable } from "../4-analyze/polynomial.ts";
import { constant, polynomialKey, product, properTerms } from "../4-analyze/polynomial.ts";
import { fromNumber, toNumber } from "../4-analyze/quantity.ts";
import { dayNumber } from "../evaluate/dates.ts";
import { plainValue, showQuantity, showValue } from "../evaluate/values.ts";
import { arithmeticSigns, operatorWord, showExpression } from "../evaluate/wording.ts";
import type { ComparisonOperator, Expression, Program, Dimension as UnitPowers, ValueType } from "../lowered.ts";
import { everyExpression } from "../walk.ts";

/** One end of a span of figures. */
export interface Limit {
  /** As the JSON contract writes values. */
  readonly value: string;
  readonly included: boolean;
}

/** Figures from one limit to the other; without one, as far as the input goes. */
export interface Span {
  readonly from?: Limit;
  readonly to?: Limit;
}

export interface Condition {
  readonly subject: string;
  /** With the subject: `裁员率 不高于 5.5%`. */
  readonly text: string;
  /** Without it: `不高于 5.5%`. */
  readonly words: string;
  /** Listed values, 是 and 否. */
  readonly values?: readonly (string | boolean)[];
  readonly spans?: readonly Span[];
}

interface Subject {
  readonly name: string;
  readonly type: ValueType;
}

interface Edge {
  readonly operator: ComparisonOperator;
  readonly value: Rational;
}

export class RegionWords {
  readonly #program: Program;
  readonly #subjects = new Map<Dimension, Subject>();
  /** Figures that the policy writes, by number, and how it writes them. */
  readonly #written = new Map<string, string>();
  #named: ReadonlyMap<string, Expression> | undefined;

  constructor(readonly conditions: Conditions) {
    const { program } = conditions;
    this.#program = program;
    for (const part of everyExpression(program)) {
      const number = part.kind === "literal" ? toNumber(part.value, part.type) : undefined;
      const { file, span } = part.origin;
      if (number !== undefined) this.#written.set(figureKey(number, part.type), file.text.slice(span.start, span.end));
    }
    const periods = program.outcomes.flatMap(({ period, rules }) => [period, ...rules.map((rule) => rule.period)]);
    for (const day of periods.flatMap((period) => [period?.from, period?.to]))
      if (day !== undefined) this.#written.set(figureKey(rational(dayNumber(day)), { kind: "date" }), day);
  }

  /** What the condition says of one dimension. */
  condition(space: Space, axis: number, cells: Cells): Condition {
    const dimension = space.axes[axis]?.dimension;
    if (dimension === undefined) throw new Error("a region is limited in a dimension that there is not");
    const { name, type } = this.subject(dimension);
    const intervals = space.intervals(axis, cells);
    if (type.kind === "boolean" || type.kind === "choice") return listed(name, type, intervals);
    const ends = intervals.map((interval) => this.#ends(interval, dimension, type));
    const but = exceptOne(ends);
    const words = (but === undefined ? ends : [[but]])
      .map((edges) => edges.map((edge) => this.#edgeWords(edge, type)).join("、"))
      // A second 是 would read as the value, not as the comparison.
      .map((span, place) => (place === 0 ? span : span.replace(/^是 /, "等于 ")))
      .join(" 或 ");
    return { subject: name, text: `${name} ${words}`, words, spans: ends.map((edges) => spanOf(edges, type)) };
  }

  /** An input by its name, a ratio or a sum by the abbreviation that the policy has for it. */
  subject(dimension: Dimension): Subject {
    const known = this.#subjects.get(dimension);
    if (known !== undefined) return known;
    const made = this.#makeSubject(dimension);
    this.#subjects.set(dimension, made);
    return made;
  }

  #makeSubject(dimension: Dimension): Subject {
    const { numerator, denominator, variables } = dimension;
    const input = (variable: Variable | undefined) => this.#program.inputs.find(({ name }) => name === variable?.input);
    const [first] = variables;
    const own = denominator === undefined && isSingle(numerator) ? input(first) : undefined;
    if (own !== undefined) return own;
    this.#named ??= this.#nameAll();
    const written = this.#named.get(quotientKey(numerator, denominator && product(denominator)));
    if (written !== undefined) return { name: showExpression(written), type: written.type };
    const name = (variable: Variable): string => variable.input ?? this.#opaqueWords(variable);
    const type = (variable: Variable): ValueType => input(variable)?.type ?? NUMBER;
    const top = { name: sumWords(numerator, name, type), type: sumType(numerator, type) };
    if (denominator === undefined) return top;
    const unit = combine(dimensionOf(numerator, type), dimensionOf(product(denominator), type), -1);
    return {
      name: `${top.name} ${arithmeticSigns["/"]} ${denominator.map(name).join(` ${arithmeticSigns["/"]} `)}`,
      type: isDimensionless(unit) ? RATIO : quantityType(unit),
    };
  }

  #nameAll(): ReadonlyMap<string, Expression> {
    const named = new Map<string, Expression>();
    const { definitions } = this.#program;
    const note = (expression: Expression): void => {
      const quotient = expression.type.kind === "quantity" ? this.conditions.quantities.expand(expression) : undefined;
      const isWhole = quotient !== undefined && polynomialKey(quotient.denominator) === UNIT_KEY;
      const key = quotient && quotientKey(quotient.numerator, isWhole ? undefined : quotient.denominator);
      if (key !== undefined && !named.has(key)) named.set(key, expression);
    };
    for (const { name, expression } of definitions)
      note({ kind: "definition", name, type: expression.type, origin: expression.origin });
    for (const part of everyExpression(this.#program)) if (part.kind === "arithmetic") note(part);
    return named;
  }

  #opaqueWords(variable: Variable): string {
    for (const part of everyExpression(this.#program))
      if (this.conditions.quantities.key(part) === variable.key) return `「${showExpression(part)}」`;
    return variable.reads.join("、");
  }

  /** The expressions that keep the dimension from being split. */
  opaque(dimension: Dimension): readonly string[] {
    return dimension.variables
      .filter(({ input }) => input === undefined)
      .map((variable) => this.#opaqueWords(variable));
  }

  #edgeWords({ operator, value }: Edge, type: ValueType): string {
    const typed = fromNumber(value, type);
    const isFigure = type.kind === "quantity" || typed === undefined;
    const plain = isFigure ? figureWords(value, type) : showValue(typed, type);
    return `${operatorWord(operator, type)} ${inMyriads(value, plain, this.#written.get(figureKey(value, type)))}`;
  }

  #ends({ low, high }: Interval, { range, grain }: Dimension, type: ValueType): readonly Edge[] {
    const step = type.kind === "quantity" ? grain : ONE;
    if (low !== undefined && high !== undefined && !low.after && isNext(low, high, step))
      return [{ operator: "=", value: low.value }];
    const isLimit = (cut: Cut | undefined, limit: Cut | undefined): boolean =>
      cut === undefined || (limit !== undefined && compareCuts(cut, limit) === 0);
    return [
      ...(low === undefined || isLimit(low, range.low) ? [] : [this.#edge(low, "low", step, type)]),
      ...(high === undefined || isLimit(high, range.high) ? [] : [this.#edge(high, "high", step, type)]),
    ];
  }

  /** On a grid, `高于 500人` and `不低于 501人` are the same: the figure that the policy writes is the one to name. */
  #edge({ value, after }: Cut, side: "low" | "high", step: Rational | undefined, type: ValueType): Edge {
    const [strict, loose]: [ComparisonOperator, ComparisonOperator] = side === "low" ? [">", ">="] : ["<", "<="];
    const isStrict = (side === "low") === after;
    const plain: Edge = { operator: isStrict ? strict : loose, value };
    if (step === undefined || after) return plain;
    const other: Edge = { operator: isStrict ? loose : strict, value: subtract(value, step) };
    const isWritten = (edge: Edge): boolean => this.#written.has(figureKey(edge.value, type));
    if (isWritten(plain) !== isWritten(other)) return isWritten(plain) ? plain : other;
    return type.kind === "quantity" && digits(other.value) < digits(plain.value) ? other : plain;
  }
}

/** All figures but one. */
function exceptOne([before, after, more]: readonly (readonly Edge[])[]): Edge | undefined {
  const [below, above] = [before?.[0], after?.[0]];
  if (more !== undefined || before?.length !== 1 || after?.length !== 1) return undefined;
  if (below?.operator !== "<" || above?.operator !== ">" || compare(below.value, above.value) !== 0) return undefined;
  return { operator: "!=", value: below.value };
}

/** `100元 ÷ 3`, since `100/3元` would be read as 100 over 3元. */
function figureWords(value: Rational, type: ValueType): string {
  if (type.kind !== "quantity") return formatRational(value);
  if (type.notation !== "unit" || decimalPlaces(value) !== undefined) return showQuantity(value, type);
  return `${showQuantity(rational(value.numerator), type)} ${arithmeticSigns["/"]} ${value.denominator}`;
}

/** 400亿元 as the policy writes it, not 40000000000元. */
function inMyriads(value: Rational, plain: string, written = ""): string {
  const [, digits = "", sign = ""] = /^([\d.]+)\s?([万亿]+)/.exec(written) ?? [];
  const factor = [...sign].reduce((product, one) => product * (one === "万" ? 10_000n : 100_000_000n), 1n);
  const number = parseDecimal(digits);
  const isSame = number !== undefined && compare(multiply(number, rational(factor)), value) === 0;
  return isSame && factor > 1n ? plain.replace(formatRational(value), `${digits}${sign}`) : plain;
}

/** Whether nothing but the first figure lies between the two. */
const isNext = (low: Cut, high: Cut, step: Rational | undefined): boolean =>
  compareCuts(high, { value: low.value, after: true }) === 0 ||
  (step !== undefined && compareCuts(high, { value: add(low.value, step), after: false }) === 0);

const figureKey = ({ numerator, denominator }: Rational, type: ValueType): string =>
  `${numerator}/${denominator} ${type.kind === "quantity" ? type.unit : type.kind}`;

const isSingle = (form: Polynomial): boolean => {
  const [term, more] = [...form.values()];
  return more === undefined && term?.variables.length === 1 && compare(term.coefficient, ONE) === 0;
};

const quotientKey = (numerator: Polynomial, denominator: Polynomial | undefined): string =>
  `${polynomialKey(numerator)} / ${denominator === undefined ? "" : polynomialKey(denominator)}`;

const UNIT_KEY = polynomialKey(constant(ONE));

function digits(value: Rational): number {
  const places = decimalPlaces(value) ?? 20;
  return formatRational(value).replace(/[-.]|0+$/g, "").length + places;
}

type TypeOf = (variable: Variable) => ValueType;

/** Of all its terms, which are of one unit together. */
function dimensionOf(form: Polynomial, type: TypeOf): UnitPowers {
  const [term] = properTerms(form);
  return (term?.variables ?? []).reduce<UnitPowers>((powers, variable) => {
    const one = type(variable);
    return one.kind === "quantity" ? combine(powers, one.dimension, 1) : powers;
  }, {});
}

/** Dates less dates are days, months less months are months; with days added, a date stays one. */
function sumType(form: Polynomial, type: TypeOf): ValueType {
  let whole = ZERO;
  let time: ValueType | undefined;
  for (const { variables, coefficient } of properTerms(form)) {
    const [only] = variables;
    if (only?.scale !== "time") continue;
    time ??= type(only);
    whole = add(whole, coefficient);
  }
  if (time === undefined) return quantityType(dimensionOf(form, type));
  if (compare(whole, ONE) === 0) return time;
  return quantityType(time.kind === "month" ? { 月: 1 } : { 天: 1 });
}

function sumWords(form: Polynomial, name: (variable: Variable) => string, type: TypeOf): string {
  const whole = dimensionOf(form, type);
  let words = "";
  for (const term of properTerms(form)) {
    const { variables, coefficient } = term;
    const isNegative = coefficient.numerator < 0n;
    const size = isNegative ? negate(coefficient) : coefficient;
    const isTime = variables.some(({ scale }) => scale === "time");
    const unit = isTime ? {} : combine(whole, dimensionOf(new Map([[term.key, term]]), type), -1);
    const factor = figureWords(size, quantityType(unit));
    const factors = variables.map(name);
    const said = (compare(size, ONE) === 0 && isDimensionless(unit) ? factors : [...factors, factor]).join(
      ` ${arithmeticSigns["*"]} `,
    );
    if (words === "") words = isNegative ? `${arithmeticSigns["-"]}${said}` : said;
    else words += ` ${arithmeticSigns[isNegative ? "-" : "+"]} ${said}`;
  }
  return words;
}

function spanOf(edges: readonly Edge[], type: ValueType): Span {
  let span: Span = {};
  for (const { operator, value } of edges) {
    const typed = fromNumber(value, type);
    const limit: Limit = {
      value: typed === undefined ? formatRational(value) : String(plainValue(typed)),
      included: operator === ">=" || operator === "<=" || operator === "=",
    };
    if (operator === "=") span = { from: limit, to: limit };
    else span = operator === ">" || operator === ">=" ? { ...span, from: limit } : { ...span, to: limit };
  }
  return span;
}

function listed(
  name: string,
  type: ValueType & { kind: "boolean" | "choice" },
  intervals: readonly Interval[],
): Condition {
  const all = type.kind === "boolean" ? 2 : type.values.length;
  const places = Array.from({ length: all }, (_, place) => place).filter((place) =>
    intervals.some(
      ({ low, high }) =>
        (low === undefined || Number(low.value.numerator) + Number(low.after) <= place) &&
        (high === undefined || Number(high.value.numerator) + Number(high.after) > place),
    ),
  );
  if (type.kind === "boolean") {
    const values = places.map((place) => place === 1);
    const words = values.map((value) => (value ? "是" : "否")).join("、");
    return { subject: name, text: values[0] === true ? name : `非 ${name}`, words, values };
  }
  const values = places.map((place) => type.values[place] ?? "");
  const words = values.join("、");
  return { subject: name, text: `${name} ${values.length > 1 ? "属于" : "是"} ${words}`, words, values };
}
