/** Random edits of a policy's text, of the kinds that a reviewer meets. Not all of them compile; those are left out. */
import fc from "fast-check";

interface Kind {
  readonly name: string;
  readonly pattern: RegExp;
  readonly others: (found: string) => readonly string[];
}

const among = (values: readonly string[]) => (found: string) => values.filter((value) => value !== found);

const kinds: readonly Kind[] = [
  { name: "operator", pattern: /<=|>=|(?<![<>=])[<>](?!=)/g, others: among(["<", "<=", ">", ">="]) },
  { name: "words", pattern: /不高于|不超过|低于|不低于|高于/g, others: among(["不高于", "低于", "不低于", "高于"]) },
  { name: "count", pattern: /(?<=[^\d.])(?:10|55|100|499|500|501|1000)人/g, others: among(["55人", "100人", "500人"]) },
  {
    name: "sum",
    pattern: /(?<=[^\d.])(?:0\.05|1234\.57|1000|36000)元(?!\/)/g,
    others: among(["1000元", "1200元", "36000元"]),
  },
  { name: "share", pattern: /5\.5%|60%|33\.3%|三分之一/g, others: among(["5.5%", "55‰", "60%", "33.3%", "三分之一"]) },
  { name: "modality", pattern: /(?<==> )(?:应当|可) /g, others: among(["应当 ", "可 "]) },
  { name: "deadline", pattern: /起 \d+个工作日内/g, others: among(["起 10个工作日内", "起 15个工作日内"]) },
  { name: "joining", pattern: / [且或] /g, others: among([" 且 ", " 或 "]) },
  { name: "negation", pattern: /(?<= )(?:合格)(?= |\))/g, others: () => ["非 (非 合格)", "非 合格"] },
  {
    name: "period",
    pattern: /施行 2020-0[14]-01/g,
    others: among(["施行 2020-01-01", "施行 2020-04-01", "施行 2020-03-31"]),
  },
  { name: "rounding", pattern: /四舍五入到分|舍去到元/g, others: among(["四舍五入到分", "舍去到元", "进位到分"]) },
  { name: "factor", pattern: /金额 \* 3(?!\d)/g, others: () => ["金额 * 4", "3 * 金额", "金额 + 金额 + 金额"] },
  {
    name: "limit",
    pattern: /乙数: 人, 至少 1人/g,
    others: () => ["乙数: 人, 至少 3人", "乙数: 人", "乙数: 人, 至少 1人, 至多 2000人"],
  },
  {
    name: "listing",
    pattern: /类别: 甲类 \| 乙类 \| 丙类/g,
    others: () => ["类别: 丙类 | 甲类 | 乙类", "类别: 甲类 | 乙类 | 丙类 | 丁类"],
  },
  { name: "name", pattern: /(?<=条款 )\S+(?= |\n)/g, others: (found) => [`新${found}`] },
  { name: "exception", pattern: / 例外于 [^\n施]+/g, others: () => [" "] },
  { name: "fallback", pattern: /否则 => /g, others: () => ["=> "] },
  { name: "pool", pattern: /总额 (?:1000元|36000元)/g, others: among(["总额 1000元", "总额 2000元"]) },
  { name: "spacing", pattern: /\n\n条款/g, others: () => ["\n\n// 另起一段\n\n条款"] },
];

export interface Edit {
  readonly name: string;
  readonly text: string;
}

/** Clauses are cut out as they stand: from their heading to the next empty line. */
const clausePattern = /条款 [^\n]*\n(?: {2}[^\n]*\n?)+/g;

function editsOf(text: string): readonly Edit[] {
  const replaced = kinds.flatMap(({ name, pattern, others }) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      others(match[0]).map((other) => ({
        name,
        text: `${text.slice(0, match.index)}${other}${text.slice(match.index + match[0].length)}`,
      })),
    ),
  );
  const clauses = [...text.matchAll(clausePattern)].map(([clause]) => clause);
  const without = clauses.map((clause) => ({ name: "removal", text: text.replace(clause, "") }));
  const [first = "", ...rest] = clauses;
  const moved =
    rest.length === 0 ? [] : [{ name: "order", text: `${text.replace(first, "").replace(/\n*$/, "\n\n")}${first}` }];
  return [...replaced, ...without, ...moved, ...moved];
}

/** One to three edits, one after the other, each kind as likely as any other. */
export const randomEdit = (text: string): fc.Arbitrary<Edit> =>
  fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)), { minLength: 1, maxLength: 3 }).map((rolls) => {
    let edited: Edit = { name: "", text };
    for (const [kindRoll, siteRoll] of rolls) {
      const all = editsOf(edited.text);
      const names = [...new Set(all.map(({ name }) => name))];
      const name = names[kindRoll % names.length] ?? "";
      const sites = all.filter((one) => one.name === name);
      const next = sites[siteRoll % sites.length];
      if (next !== undefined) edited = { name: `${edited.name} ${name}`.trim(), text: next.text };
    }
    return edited;
  });
