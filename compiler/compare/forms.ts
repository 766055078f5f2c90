/**
 * The meaning of the parts of a program by their form: parts of equal form always answer alike, however they are named,
 * worded, spaced or put in order. Parts that are alike by a law of arithmetic have other forms; that is for the proof.
 */
import { formatRational } from "../../grammar/rational.ts";
import { plainValue } from "../evaluate/values.ts";
import type {
  Clause,
  Deadline,
  Expression,
  Outcome,
  Period,
  Pool,
  Program,
  Requirement,
  Rule,
  RuleValue,
  Value,
  ValueType,
} from "../lowered.ts";

/** Equal texts get one short name, so that forms of forms stay short. */
export class Interner {
  readonly #known = new Map<string, string>();

  of(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const name = `#${this.#known.size}`;
    this.#known.set(text, name);
    return name;
  }
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (forms: readonly string[]): readonly string[] => [...forms].sort(byCodePoint);
const list = (parts: readonly (string | undefined)[]): string => JSON.stringify(parts);
const valueForm = (value: Value): string => list([value.kind, String(plainValue(value))]);
const periodForm = (period: Period | undefined): string => list([period?.from, period?.to]);

export function typeForm(type: ValueType | Outcome["type"]): string {
  if (type.kind === "quantity") return list([type.kind, type.notation, type.unit]);
  return type.kind === "choice" ? list([type.kind, ...type.values]) : type.kind;
}

/** One for each program; programs that are compared share the interner. */
export class Forms {
  readonly #definitions = new Map<string, string>();
  readonly #outcomes = new Map<string, string>();
  readonly #byName: {
    readonly definition: ReadonlyMap<string, Expression>;
    readonly outcome: ReadonlyMap<string, Outcome>;
  };

  constructor(
    readonly program: Program,
    readonly interner: Interner,
  ) {
    this.#byName = {
      definition: new Map(program.definitions.map(({ name, expression }) => [name, expression])),
      outcome: new Map(program.outcomes.map((outcome) => [outcome.name, outcome])),
    };
    // In their order, so that a long chain of abbreviations is never followed at one go.
    for (const { name } of program.definitions) this.definition(name);
  }

  definition(name: string): string {
    return this.#remembered(this.#definitions, name, () => {
      const expression = this.#byName.definition.get(name);
      return expression === undefined ? list(["unknown", name]) : this.expression(expression);
    });
  }

  outcome(name: string): string {
    return this.#remembered(this.#outcomes, name, () => {
      const outcome = this.#byName.outcome.get(name);
      return outcome === undefined ? list(["unknown", name]) : this.#outcome(outcome);
    });
  }

  /** A clause by what it grants, and where; not by what it wins over. */
  clause({ id, period }: Clause): string {
    const rules = this.program.outcomes.flatMap(({ rules: all, name }) =>
      all.filter(({ clause }) => clause === id).map((rule) => list([name, this.#rule(rule)])),
    );
    return this.interner.of(list([periodForm(period), ...sorted(rules)]));
  }

  requirement({ condition, requirement, measure, deadline, period }: Requirement): string {
    return this.interner.of(
      list([
        this.#optional(condition),
        this.expression(requirement),
        this.#optional(measure?.actual),
        this.#optional(measure?.target),
        this.#deadline(deadline),
        periodForm(period),
      ]),
    );
  }

  pool({ total, used }: Pool): string {
    return this.interner.of(list(["pool", this.expression(total), this.#optional(used)]));
  }

  /** What a rule gives where it decides, but for its modality. */
  grant({ value, deadline }: Rule): string {
    return list([this.#value(value), this.#deadline(deadline)]);
  }

  /** Which statements draw together: rows in order count a statement once. */
  drawing(): string {
    const statements = new Map<string, string[]>();
    for (const { name, rules } of this.program.outcomes)
      for (const { draws, origin } of rules) {
        if (draws.length === 0) continue;
        const place = `${origin.file.path}:${origin.span.start}`;
        statements.set(place, [...(statements.get(place) ?? []), name]);
      }
    return list(sorted([...statements.values()].map((names) => list(sorted(names)))));
  }

  expression(expression: Expression): string {
    return this.interner.of(list(this.#parts(expression)));
  }

  #remembered(known: Map<string, string>, name: string, make: () => string): string {
    const before = known.get(name);
    if (before !== undefined) return before;
    const form = make();
    known.set(name, form);
    return form;
  }

  #optional(expression: Expression | undefined): string | undefined {
    return expression && this.expression(expression);
  }

  #parts(expression: Expression): readonly (string | undefined)[] {
    const { kind } = expression;
    const all = (operands: readonly Expression[]): readonly string[] => operands.map((one) => this.expression(one));
    switch (kind) {
      case "literal":
        return ["literal", valueForm(expression.value), typeForm(expression.type)];
      case "input":
        return ["input", expression.name];
      case "definition":
        return ["same", this.definition(expression.name)];
      case "outcome":
        return ["outcome", this.outcome(expression.name)];
      case "arithmetic": {
        const { operator } = expression;
        const sides = all([expression.left, expression.right]);
        return [operator, ...(operator === "+" || operator === "*" ? sorted(sides) : sides)];
      }
      case "shift": {
        const { direction, unit } = expression;
        return [kind, String(direction), unit, ...all([expression.date, expression.amount])];
      }
      case "extreme":
        return [expression.which, ...sorted(all(expression.operands))];
      case "round":
        return [kind, expression.method, formatRational(expression.step), this.expression(expression.operand)];
      case "interval":
        return [kind, ...all([expression.low, expression.high])];
      case "comparison": {
        const { operator, left, right } = expression;
        if (operator === ">" || operator === ">=") return [operator === ">" ? "<" : "<=", ...all([right, left])];
        const sides = all([left, right]);
        return [operator, ...(operator === "<" || operator === "<=" ? sides : sorted(sides))];
      }
      case "membership":
        return [kind, this.expression(expression.subject), ...sorted(expression.values.map(valueForm))];
      case "and":
      case "or":
        return [kind, ...new Set(sorted(all(operandsWithin(expression, kind))))];
      case "not":
        return [kind, this.expression(expression.operand)];
    }
  }

  #outcome({ name, type, formula, period, rules }: Outcome): string {
    const clauses = new Map<string, string>();
    for (const clause of new Set(rules.map((rule) => rule.clause))) {
      const own = rules.filter((rule) => rule.clause === clause).map((rule) => this.#rule(rule));
      clauses.set(clause, list(sorted(own)));
    }
    // Two clauses that say the same can only be told apart by name: it matters which of them is beaten.
    const isShared = (form: string): boolean => [...clauses.values()].filter((other) => other === form).length > 1;
    const clauseForm = (clause: string): string => {
      const form = clauses.get(clause) ?? "";
      return isShared(form) ? list([form, clause]) : form;
    };
    const all = rules.map((rule) =>
      list([this.#rule(rule), clauseForm(rule.clause), ...sorted(rule.beats.map(clauseForm))]),
    );
    // An action is told by its name alone.
    const own = type.kind === "action" ? name : "";
    const order = orderOf(rules);
    return this.interner.of(
      list([own, typeForm(type), this.#optional(formula), periodForm(period), order, ...sorted(all)]),
    );
  }

  #rule({ condition, otherwise, period, modality, value, deadline, draws }: Rule): string {
    return this.interner.of(
      list([
        this.#optional(condition),
        String(otherwise),
        periodForm(period),
        modality,
        this.#value(value),
        this.#deadline(deadline),
        ...sorted(draws.map(({ pool, amount }) => list([this.#poolNamed(pool), this.expression(amount)]))),
      ]),
    );
  }

  #poolNamed(name: string): string {
    const pool = this.program.pools.find((one) => one.name === name);
    return list([name, pool && this.pool(pool)]);
  }

  #value(value: RuleValue): string {
    switch (value.kind) {
      case "expression":
        return this.expression(value.expression);
      case "options":
        return list([value.kind, ...sorted(value.options)]);
      case "elsewhere":
        return list([value.kind, value.text]);
      case "action":
        return value.kind;
    }
  }

  #deadline(deadline: Deadline | undefined): string | undefined {
    if (deadline === undefined) return undefined;
    if (deadline.kind === "on") return list(["on", this.expression(deadline.date)]);
    return list([String(deadline.count), deadline.unit, this.expression(deadline.from)]);
  }
}

/**
 * Of two pools that are both exhausted, the answer names the one that the author names first. Where an outcome draws on
 * one at most, the order of its rules says nothing.
 */
function orderOf(rules: readonly Rule[]): string {
  const pools = new Set(rules.flatMap(({ draws }) => draws.map(({ pool }) => pool)));
  return pools.size < 2 ? "" : list([...pools]);
}

/** 甲 且 (乙 且 丙) is 甲 且 乙 且 丙. */
const operandsWithin = (expression: Expression, kind: "and" | "or"): readonly Expression[] =>
  expression.kind === kind ? expression.operands.flatMap((operand) => operandsWithin(operand, kind)) : [expression];
