/**
 * The examples in the documentation, as the tests compile and run them.
 *
 * What stands after the language of a fenced block says what it is:
 *
 * - `policy`: a whole policy that raises nothing; `policy error=code` or `policy warning=code` raises just that.
 *   The whole policies of one page are compiled as one folder, so that they may import each other.
 * - `policy fragment`: part of a policy. What it needs declared stands before it in a `<!-- with … -->` comment; lines
 *   that are not indented under a heading of their own become the rules of a clause.
 * - any language with `file=path`: also writes that file into the folder in which the page's commands run.
 * - `console`: lines after `$ ` are run, the lines that follow are what they print. Where the last of them is `…`, the
 *   page shows the beginning.
 */
export interface Block {
  readonly page: string;
  /** 1-based line of the fence. */
  readonly line: number;
  readonly language: string;
  readonly flags: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, string>;
  readonly text: string;
  /** The declarations that a fragment is read with. */
  readonly harness: string | undefined;
}

export function readBlocks(page: string, text: string): readonly Block[] {
  const blocks: Block[] = [];
  let harness: string | undefined;
  const pattern = /^<!-- with\n([\s\S]*?)^-->\n|^(```+)(\w*)([^\n]*)\n([\s\S]*?)^\2$/gm;
  for (const match of text.matchAll(pattern)) {
    const [, declarations, fence, language = "", info = "", body = ""] = match;
    if (fence === undefined) {
      harness = declarations;
      continue;
    }
    const words = info
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "");
    blocks.push({
      page,
      line: text.slice(0, match.index).split("\n").length,
      language,
      flags: new Set(words.filter((word) => !word.includes("="))),
      options: new Map(
        words
          .filter((word) => word.includes("="))
          .map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]),
      ),
      text: body,
      harness,
    });
    harness = undefined;
  }
  return blocks;
}

/** A heading of its own, or lines that have to be put under one. */
const HEADING =
  /^(政策|依据|条款|定义|输入|结果|指标|约束|表|资金池|算例|单位|引用|施行|以下|以上|其余|非规则)( |$|「)/;

/** The whole text that a `policy` block is compiled as. */
export function wholePolicy(block: Block): string {
  if (!block.flags.has("fragment")) return block.text;
  const body = HEADING.test(block.text) ? block.text : `条款 例\n${block.text.replace(/^(?=.)/gm, "  ")}`;
  return `政策 例\n${block.harness ?? ""}\n${body}`;
}

export interface Command {
  /** 1-based line in the page. */
  readonly line: number;
  readonly text: string;
  /** What the page says it prints, each line with its break. */
  readonly output: string;
}

export function commandsOf(block: Block): readonly Command[] {
  const commands: Command[] = [];
  let current: { line: number; text: string; output: string } | undefined;
  block.text.split(/(?<=\n)/).forEach((line, index) => {
    if (line.startsWith("$ ")) {
      current = { line: block.line + 1 + index, text: line.slice(2).trimEnd(), output: "" };
      commands.push(current);
    } else if (current !== undefined) current.output += line;
  });
  return commands;
}

const ELISION = "…";

/** What the page should show of what was really printed: as many lines as it shows now, where it breaks off. */
export function shownOf(command: Command, actual: string): string {
  const said = command.output.trimEnd().split("\n");
  if (said.at(-1) !== ELISION) return actual.trimEnd();
  return [
    ...actual
      .trimEnd()
      .split("\n")
      .slice(0, said.length - 1),
    ELISION,
  ].join("\n");
}

/** The words of a command line; single quotes hold words together. */
export const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

/** Applies `-` and `+` lines to a text: the lines taken away must stand in it, next to each other, exactly once. */
export function applyChange(text: string, change: string): string {
  const lines = change.split(/(?<=\n)/);
  const pick = (dropped: string): string =>
    lines
      .filter((line) => !line.startsWith(dropped))
      .map((line) => line.slice(1))
      .join("");
  const before = pick("+");
  const parts = text.split(before);
  if (before === "" || parts.length !== 2) throw new Error(`stands ${parts.length - 1} times, not once:\n${before}`);
  return parts.join(pick("-"));
}

export interface Folder {
  read(path: string): string;
  write(path: string, text: string): void;
}

/**
 * Goes through a page from top to bottom as a reader would: writes its files, makes its changes, runs its commands.
 * A `diff once` is taken back after the commands that follow it.
 */
export async function replay(
  blocks: readonly Block[],
  folder: Folder,
  run: (words: readonly string[], command: Command) => Promise<void>,
): Promise<void> {
  let undo: (() => void) | undefined;
  for (const block of blocks) {
    const path = block.options.get("file");
    const appended = block.options.get("append");
    if (appended !== undefined) folder.write(appended, folder.read(appended) + block.text);
    else if (path !== undefined && block.language === "diff") {
      const before = folder.read(path);
      folder.write(path, applyChange(before, block.text));
      if (block.flags.has("once")) undo = () => folder.write(path, before);
    } else if (path !== undefined) folder.write(path, block.text);
    if (block.language === "console") {
      for (const command of commandsOf(block)) await run(wordsOf(command.text), command);
      undo?.();
      undo = undefined;
    }
  }
}
