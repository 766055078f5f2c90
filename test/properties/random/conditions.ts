/** Random conditions, in signs and in running words. */
import fc from "fast-check";
import { readable, shares, sums, type Ruled, type Terms } from "./terms.ts";
import * as words from "./words.ts";

type Text = fc.Arbitrary<string>;

const against = (term: string, figures: readonly (string | number)[], unit: string): Text =>
  fc.tuple(words.literalComparison, words.oneOf(figures)).map(([compare, figure]) => compare(term, `${figure}${unit}`));

const signed = (term: string, figures: readonly string[]): Text =>
  fc.tuple(words.comparison, words.oneOf(figures)).map(([compare, figure]) => compare(term, figure));

const monthSpan = words
  .oneOf(words.monthSpans)
  .chain(([from, to]) =>
    words.oneOf([
      `所属月 在 ${from} 至 ${to}`,
      `所属月 在 ${from}—${to}`,
      `所属月 >= ${from} 且 所属月 <= ${to}`,
      `非 (所属月 在 ${from} 至 ${to})`,
    ]),
  );

const onInputs: readonly Text[] = [
  against("甲数", words.people, "人"),
  against("乙数", words.people, "人"),
  fc.tuple(words.comparison, words.oneOf(words.percents)).map(([compare, share]) => compare("甲数", `乙数 * ${share}`)),
  signed("系数", words.factors),
  against("面积", words.areas, "亩"),
  words.oneOf(["类别 属于 甲类、乙类", "类别 是 丙类", "合格", "非 合格", "合格 是 否"]),
  signed("到期日", [...words.days, ...words.holidays]),
  monthSpan,
  monthSpan,
];

const ownTerms = (terms: Terms): readonly Text[] => {
  const { prefix } = terms;
  return [
    against("金额", sums(terms), "元"),
    against(`${prefix}占比`, shares(terms), ""),
    ...(terms.isPlain
      ? []
      : [
          signed(
            `${prefix}亩均 * 3`,
            sums(terms).map((sum) => `${sum}元`),
          ),
        ]),
    words.oneOf([`${prefix}合适`, `非 ${prefix}合适`]),
    // An input that only 旧 declares.
    ...(prefix === "旧" ? [against("旧数", words.people, "人")] : []),
  ];
};

const reading = (terms: Terms, name: string): readonly Text[] => {
  switch (name.replace(/^旧/, "")) {
    case "比率":
    case "占比":
      return [against(name, shares(terms), "")];
    case "数额":
    case "合计额":
    case "标准":
      return [against(name, words.amounts, "元"), fc.constant(`${name} * 2 > 金额`)];
    case "到期":
      return [signed(name, words.days)];
    case "合适":
      return [words.oneOf([name, `非 ${name}`])];
    default:
      return [];
  }
};

const atoms = (terms: Terms, outcome: Ruled): Text => {
  const own = readable(terms, outcome).flatMap((name) => reading(terms, `${terms.prefix}${name}`));
  const others = terms.isPlain
    ? terms.imported.filter((name) => name === "旧占比" || name === "旧合适")
    : terms.imported;
  const imported = others.flatMap((name) => reading(terms, name));
  return fc.oneof(
    { weight: 6, arbitrary: fc.oneof(...onInputs, ...ownTerms(terms)) },
    ...(own.length === 0 ? [] : [{ weight: 1, arbitrary: fc.oneof(...own) }]),
    ...(imported.length === 0 ? [] : [{ weight: 3, arbitrary: fc.oneof(...imported) }]),
  );
};

/** What a rule for the outcome may ask. */
export const conditionFor = (terms: Terms, outcome: Ruled): Text => {
  const atom = atoms(terms, outcome);
  return fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      atom,
      fc.tuple(tie("any"), tie("any")).map(([a, b]) => `(${a} 且 ${b})`),
      fc.tuple(tie("any"), tie("any")).map(([a, b]) => `(${a} 或 ${b})`),
      tie("any").map((a) => `非 (${a})`),
    ),
  })).any;
};
