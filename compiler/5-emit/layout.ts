/** The form of modules: statement by statement, so that a changed clause costs one. */
import { Recent } from "./recent.ts";

const prettierOptions = {
  parser: "babel-ts",
  printWidth: 120,
  tabWidth: 2,
  useTabs: false,
  semi: true,
  singleQuote: false,
  quoteProps: "as-needed",
  trailingComma: "all",
  bracketSpacing: true,
  objectWrap: "preserve",
  arrowParens: "always",
  endOfLine: "lf",
} as const;

/** How wide each figure is taken to be while lines are laid out. */
const FIGURE_WIDTH = 6;
const FIRST = 9 * 10 ** (FIGURE_WIDTH - 1);
/** Stands between pieces that are laid out together; no comment of a module begins like this. */
const CUT = "\n//-\n";

/** A statement, and where it is a function what stands in it; what an empty line stands before begins with it. */
export interface Part {
  readonly head: string;
  readonly body: readonly string[];
}

/**
 * Lays modules out as if all figures were of one width: a longer figure in place of a shorter one moves no line break,
 * so that a changed figure is one changed line. Statements are laid out each by itself, and those that differ in their
 * figures alone once.
 */
export class Layout {
  /** As it stands, whatever its figures. */
  readonly format: (text: string) => Promise<string>;
  /** Statements laid out, by their texts, both with stand-ins for figures. */
  readonly #forms = new Recent();

  private constructor(format: (text: string) => Promise<string>) {
    this.format = format;
  }

  static async load(): Promise<Layout> {
    const { format } = await import("prettier");
    return new Layout((text) => format(text, prettierOptions));
  }

  /** The text of a module, with an empty line between its statements. */
  async of(parts: readonly Part[]): Promise<string> {
    const pieces = parts.flatMap(({ head, body }) => [head, ...body.map(asBlock)]);
    const forms = await this.#formsOf(new Set(pieces.map((piece) => withStandIns(piece).text)));
    const laidOut = (piece: string): string => {
      const { text, figures } = withStandIns(piece);
      return (forms.get(text) ?? "").replaceAll(/\d+/g, (place) => figures[Number(place) - FIRST] ?? place);
    };
    const texts = parts.map(({ head, body }) => {
      if (body.length === 0) return laidOut(head);
      const inner = body.map((code) => `${code.startsWith("\n") ? "\n" : ""}${inBlock(laidOut(asBlock(code)))}`);
      return `${laidOut(head).slice(0, -"}".length)}\n${inner.join("\n")}\n}`;
    });
    return `${texts.join("\n\n")}\n`;
  }

  async #formsOf(texts: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const forms = new Map<string, string>();
    for (const text of texts) {
      const form = this.#forms.get(text);
      if (form !== undefined) forms.set(text, form);
    }
    const lacking = [...texts].filter((text) => !forms.has(text));
    const found = lacking.length === 0 ? [] : (await this.format(lacking.join(CUT))).trimEnd().split(CUT);
    if (found.length !== lacking.length)
      throw new Error(`${lacking.length} statements were laid out as ${found.length}`);
    for (const [index, form] of found.entries()) forms.set(lacking[index] ?? "", form);
    for (const [text, form] of forms) this.#forms.keep(text, form);
    return forms;
  }
}

/** What stands in a function is as far from the margin as what stands in a block. */
const asBlock = (code: string): string => `{\n${code}\n}`;
const inBlock = (block: string): string => block.slice("{\n".length, -"\n}".length);

function withStandIns(piece: string): { readonly text: string; readonly figures: readonly string[] } {
  const figures: string[] = [];
  // Days and months are of one width as they are, and none of their numbers is taken for one of these.
  const text = piece.replaceAll(/(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?![\d_])|\d[\d_]*/g, (figure) =>
    figure.includes("-") ? figure : String(FIRST + figures.push(figure) - 1),
  );
  return { text, figures };
}
