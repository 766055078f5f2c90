/**
 * A folder of policies that is edited at random, by a seed alone: figures change, imports and amendments come and go,
 * imports turn in circles, names clash, files are broken, renamed and deleted, and so is the document that some of them quote.
 */
import type { Random } from "../fuzz/random.ts";

/** File paths with their contents, relative to the policies' folder. */
export type Folder = ReadonlyMap<string, string | Uint8Array>;

const NAMES = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"] as const;
const FOLDERS = ["", "深/", "六保/", "深/更深/"] as const;
const DOCUMENT = "办法.md";

interface Policy {
  readonly name: string;
  readonly imports: readonly string[];
  readonly most: number;
  readonly amount: number;
  readonly quotes: boolean;
  /** The month of 2021 from which a file beside it amends it, and the file's path then. */
  readonly amended: number | undefined;
  /** What is wrong with it. */
  readonly fault: Fault | undefined;
}

const faults = ["unit", "overlap", "unknown", "boundary", "half", "empty", "bytes", "nothing"] as const;
type Fault = (typeof faults)[number];

function textOf({ name, imports, most, amount, quotes, fault }: Policy): string | Uint8Array {
  if (fault === "empty") return "";
  if (fault === "bytes") return Uint8Array.from([0xd5, 0xfe, 0xb2, 0xdf, 0x20, 0xbc, 0xd7, 0x0a]);
  // Accounts for a sentence and holds no policy: sound, and makes no module.
  if (fault === "nothing") return "依据 《办法》\n\n非规则「人数多的另议」 理由「没有写怎样议」\n";
  const unit = fault === "unit" ? "元" : "人";
  const operator = fault === "boundary" ? "<" : "<=";
  const above = fault === "overlap" ? ">=" : operator === "<" ? ">=" : ">";
  const sum = [...imports.map((other) => `${other}额`), `${amount + 1}元`].join(" + ");
  const text = `政策 ${name}
${quotes ? "依据 《办法》\n" : ""}${imports.map((other) => `引用 ${other}额 自 《${other}》\n`).join("")}
输入
  人数: 人

结果
  ${name}额: 元

条款 少的
  ${quotes ? "原文「人数在30人以下的,补助100元」\n  " : ""}人数 ${operator} ${most}${unit} => ${name}额 ${amount}元

条款 多的
  ${quotes ? "推定「文件没有写」\n  " : ""}人数 ${above} ${most}人 => ${fault === "unknown" ? "没有的额" : `${name}额`} ${sum}
`;
  return fault === "half" ? text.slice(0, (text.length * 3) / 5) : text;
}

/** A file beside the policy's, which replaces both clauses from a day on. */
const amendmentOf = ({ name, most, amended }: Policy): string => `修订 《${name}》 施行 2021-0${amended}-01

替换 条款 少的
  推定「修订没有写」
  人数 <= ${most + 10}人 => ${name}额 70元

替换 条款 多的
  推定「修订没有写」
  人数 > ${most + 10}人 => ${name}额 80元
`;

/** Texts of the document: what it says of the number and of the amount, and whether it bears its title. */
const documentOf = (random: Random): string =>
  `# ${random.pick(["办法", "办法", "办法", "旧办法"])}\n\n人数在${random.pick([30, 30, 30, 31])}人以下的,补助${random.pick([100, 100, 200])}元。\n人数多的另议。\n`;

export const SOUND_DOCUMENT = "# 办法\n\n人数在30人以下的,补助100元。\n人数多的另议。\n";

/** Policies in files, as they stand after so many edits. */
export class Edits {
  readonly #policies = new Map<string, Policy>();
  #document: string | undefined = SOUND_DOCUMENT;

  constructor(readonly random: Random) {
    for (const name of NAMES.slice(0, 5)) this.#policies.set(this.#path(name), this.#policy(name));
  }

  #path = (name: string): string => `${this.random.pick(FOLDERS)}${name}.policy`;

  #policy(name: string): Policy {
    const quotes = this.random.below(3) === 0;
    return { name, imports: [], most: 30, amount: quotes ? 100 : 50, quotes, amended: undefined, fault: undefined };
  }

  /** What the folder holds now. */
  get folder(): Folder {
    const files = new Map<string, string | Uint8Array>();
    for (const [path, policy] of this.#policies) {
      files.set(path, textOf(policy));
      if (policy.amended !== undefined) files.set(path.replace(".policy", "修订.policy"), amendmentOf(policy));
    }
    if (this.#document !== undefined) files.set(DOCUMENT, this.#document);
    return files;
  }

  /** One edit of one file, or of several at once as a change of branches makes them. */
  edit(): void {
    const times = this.random.below(10) === 0 ? 2 + this.random.below(8) : 1;
    for (let time = 0; time < times; time += 1) this.#one();
  }

  #one(): void {
    const { random } = this;
    const [path, policy] = random.pick([...this.#policies]);
    const change = (part: Partial<Policy>): void => void this.#policies.set(path, { ...policy, ...part });
    const move = (to: string, moved: Policy): void => {
      this.#policies.delete(path);
      this.#policies.set(to, moved);
    };
    switch (random.below(15)) {
      case 0:
      case 1:
        return change({ amount: policy.amount + random.below(3) * 50 });
      case 2:
        return change({ most: random.pick([30, 30, 31, 40]) });
      case 3:
      case 4:
        return change({ imports: [...new Set(random.times(3, () => random.pick(NAMES)))] });
      case 5:
        return change({ fault: random.pick(faults) });
      case 6:
      case 7:
        return change({ fault: undefined });
      case 8:
        return change({ quotes: !policy.quotes });
      case 9:
        return change({ name: random.pick(NAMES) });
      case 10:
        return move(this.#path(random.pick(NAMES)), policy);
      case 11:
        if (this.#policies.size > 3) this.#policies.delete(path);
        else this.#policies.set(this.#path(random.pick(NAMES)), this.#policy(random.pick(NAMES)));
        return;
      case 12:
      case 13:
        return change({ amended: random.below(3) === 0 ? undefined : 1 + random.below(9) });
      default:
        if (random.below(2) === 0) this.#document = random.below(6) === 0 ? undefined : documentOf(random);
        else this.#policies.set(this.#path(random.pick(NAMES)), this.#policy(random.pick(NAMES)));
    }
  }

  /** Mends all faults: one file a name, imports of what comes before alone, the document as it should be. */
  mend(): void {
    this.#document = SOUND_DOCUMENT;
    const sound = new Map<string, Policy>();
    for (const [path, policy] of this.#policies) {
      const before = [...sound.values()].map(({ name }) => name);
      if (before.includes(policy.name)) continue;
      const imports = policy.imports.filter((name) => before.includes(name));
      const figures = policy.quotes ? { most: 30, amount: 100 } : {};
      sound.set(path, { ...policy, ...figures, imports, fault: undefined });
    }
    this.#policies.clear();
    for (const [path, policy] of sound) this.#policies.set(path, policy);
  }
}
