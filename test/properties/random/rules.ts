/** Random clauses: rules with their results, deadlines, draws, exceptions and periods. */
import fc from "fast-check";
import { conditionFor } from "./conditions.ts";
import { readable, ruled, sums, type Ruled, type Terms } from "./terms.ts";
import * as words from "./words.ts";

type Text = fc.Arbitrary<string>;

const interval = (terms: Terms): Text =>
  fc
    .tuple(words.oneOf(sums(terms)), words.oneOf(sums(terms)))
    .map(([a, b]) => (Number(a) <= Number(b) ? `${a}元—${b}元` : `${b}元—${a}元`));

const plainSums = [
  "金额 * 3",
  "取高(金额, 100元) - 1元",
  "10元/人 * 甲数",
  "金额 * 33.3%, 四舍五入到分",
  "金额 减半, 舍去到元",
];

function money(terms: Terms, outcome: Ruled): Text {
  const literal = words.oneOf(sums(terms)).map((value) => `${value}元`);
  if (terms.isPlain) return fc.oneof(literal, words.oneOf(plainSums));
  const earlier = readable(terms, outcome).includes("数额") ? [`${terms.prefix}数额 减半`] : [];
  const imported = ["旧数额", "旧合计额", "旧标准"].filter((name) => terms.imported.includes(name));
  const computed = words.oneOf([
    ...plainSums,
    "金额 * 50%",
    "金额 * 系数",
    "金额 减少15%",
    `金额 * ${terms.prefix}占比, 进位到百元`,
    ...earlier,
    ...imported.map((name) => `${name} + 1元`),
  ]);
  return fc.oneof(
    { weight: 3, arbitrary: literal },
    { weight: 3, arbitrary: computed },
    { weight: 2, arbitrary: interval(terms) },
    { weight: 1, arbitrary: words.oneOf(["不超过 金额 * 2", "不超过 100元/人 * 乙数"]) },
  );
}

/** In working days more often than not: they are what a calendar decides. */
const deadline = fc.oneof(
  { weight: 3, arbitrary: words.oneOf([1, 5, 10, 30]).map((count) => `期限 到期日 起 ${count}个工作日内`) },
  { weight: 1, arbitrary: words.oneOf(["期限 到期日 起 1个月内", "期限 到期日 起 15日内", "期限 2020-12-31"]) },
);

const withDeadline = (terms: Terms, text: Text, once: number): Text =>
  terms.isPlain
    ? text
    : fc
        .tuple(text, words.onceIn(once), deadline)
        .map(([result, isDated, due]) => (isDated ? `${result}, ${due}` : result));

const modality = words.oneOf(["", "可 ", "应当 "]);

const valueOf = (terms: Terms, outcome: Ruled): Text => {
  const name = `${terms.prefix}${outcome}`;
  const granted = (value: Text): Text => fc.tuple(modality, value).map(([mode, what]) => `${mode}${name} ${what}`);
  switch (outcome) {
    case "比率":
      return granted(words.oneOf(words.percents));
    case "数额":
    case "标准":
      return withDeadline(terms, granted(money(terms, outcome)), 12);
    case "办理":
      return withDeadline(
        terms,
        words.oneOf(["应当 ", "可 ", "不得 ", "无需 "]).map((mode) => `${mode}${name}`),
        2,
      );
    case "到期":
      return granted(
        words.oneOf(
          terms.isPlain ? ["2020-12-31", "到期日"] : ["到期日 + 1年", "到期日 + 1个月", "2020-12-31", "到期日 - 30天"],
        ),
      );
  }
};

/** A pool may rest on 数额, and then only what comes after it may draw. */
const draw = (terms: Terms, outcome: Ruled): Text =>
  fc
    .tuple(
      words.oneOf(readable(terms, outcome).includes("数额") ? ["定池", "余池", "浮池"] : ["定池", "余池"]),
      words.oneOf(["申请额", "申请额 * 50%", "1000元", "10元/人 * 甲数"]),
    )
    .map(([pool, sum]) => `, 支用 ${terms.prefix}${pool} ${sum}`);

export interface Rule {
  readonly outcomes: readonly Ruled[];
  readonly text: string;
  readonly isFallback: boolean;
}

const rule = (terms: Terms): fc.Arbitrary<Rule> =>
  words.oneOf(ruled).chain((first) => {
    // Results of one rule share its condition, which may read what comes before the first of them.
    const later = ruled.slice(ruled.indexOf(first) + 1);
    const second =
      later.length === 0 ? fc.constant(undefined) : fc.option(words.oneOf(later), { freq: 4, nil: undefined });
    return second
      .map((other) => (other === undefined ? [first] : [first, other]))
      .chain((outcomes) =>
        fc.record({
          outcomes: fc.constant(outcomes),
          results: fc.tuple(...outcomes.map((outcome) => valueOf(terms, outcome))).map((texts) => texts.join(", ")),
          condition: fc.option(conditionFor(terms, first), { freq: 8, nil: undefined }),
          isFallback: terms.isPlain ? fc.constant(false) : words.onceIn(10),
          drawn: terms.isPlain
            ? fc.constant("")
            : fc.oneof({ weight: 4, arbitrary: fc.constant("") }, draw(terms, first)),
          isRunning: fc.boolean(),
        }),
      )
      .map(({ outcomes, results, condition, isFallback, drawn, isRunning }) => {
        const end = isRunning ? "的," : " => ";
        const start = isFallback ? "否则 => " : condition === undefined ? "=> " : `${condition}${end}`;
        return { outcomes, isFallback, text: `${start}${results}${drawn}${isRunning ? "。" : ""}` };
      });
  });

export const periodText = ([from, to]: readonly [string, string?]): string =>
  ` 施行 ${from}${to === undefined ? "" : ` 至 ${to}`}`;

/** An exception names earlier clauses, so that none beats itself. */
interface Clause {
  readonly rule: Rule;
  readonly exceptions: readonly number[];
  readonly period: string;
}

const clause = (terms: Terms): fc.Arbitrary<Clause> =>
  fc.record({
    rule: rule(terms),
    exceptions: fc.array(fc.nat(20), { maxLength: 2 }),
    period: terms.isPlain
      ? fc.constant("")
      : fc.oneof({ weight: 2, arbitrary: fc.constant("") }, words.oneOf(words.periods).map(periodText)),
  });

/** What clauses may be exceptions to besides one another. */
export interface Table {
  readonly name: string;
  readonly outcomes: readonly string[];
  readonly text: string;
}

/** What the formulas read is given in every case then, which is when the quick way can answer. */
const fallbacks = (terms: Terms): Text =>
  fc
    .tuple(words.oneOf(["0%", "70%"]), words.oneOf(sums(terms)), words.oneOf(sums(terms)))
    .map(([share, ...money]) =>
      [`比率 ${share}`, `数额 ${money[0]}元`, `标准 ${money[1]}元`]
        .map((given, index) => `条款 ${terms.prefix}其余${index}\n  否则 => ${terms.prefix}${given}\n`)
        .join("\n"),
    );

/** A few clauses of one rule each. Where they are to be plain, each is an exception to all before it. */
export const clauses = (terms: Terms, table: Table | undefined): Text =>
  fc
    .tuple(
      fc.array(clause(terms), { minLength: 2, maxLength: 6 }),
      terms.isPlain ? fc.option(fallbacks(terms), { freq: 5, nil: "" }) : fc.constant(""),
    )
    .map(([all, rest]) => {
      const headings = [
        ...(table === undefined ? [] : [table]),
        ...all.map(({ rule: { outcomes } }, index) => ({ name: `${terms.prefix}条${index}`, outcomes })),
      ];
      const offset = headings.length - all.length;
      const texts = all.map(({ rule: own, exceptions, period }, index) => {
        const earlier = headings
          .slice(0, index + offset)
          .filter(({ outcomes }) => own.outcomes.some((outcome) => outcomes.includes(outcome)));
        const chosen = terms.isPlain ? earlier : exceptions.flatMap((pick) => earlier[pick] ?? []);
        const named = [...new Set(chosen.map(({ name }) => name))];
        const exception = named.length === 0 ? "" : ` 例外于 ${named.join("、")}`;
        return `条款 ${terms.prefix}条${index}${exception}${period}\n  ${own.text}\n`;
      });
      return [...texts, ...(rest === "" ? [] : [rest])].join("\n");
    });
