/** A half-open range of UTF-16 offsets into the original text of one file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A 1-based place, as editors and `check --json` count it: columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where words are written: a file as someone has it, and a span of its text. */
export interface Place {
  readonly file: SourceFile;
  readonly span: Span;
}

/** One policy file: its path as the user typed or listed it, and its text without a byte-order mark. */
export class SourceFile {
  readonly #lineStarts: readonly number[];

  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    const starts = [0];
    for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) starts.push(index + 1);
    this.#lineStarts = starts;
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  positionAt(offset: number): Position {
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** The files that the text was put together from, in its order. */
  get parts(): readonly SourceFile[] {
    return [this];
  }

  /** Which of its parts an offset lies in. */
  partAt(_offset: number): number {
    return 0;
  }

  /** The offset at which a part begins. */
  startOf(_part: number): number {
    return 0;
  }

  /** The same words in the file that someone wrote them in. */
  placeOf(span: Span): Place {
    return { file: this, span };
  }

  /** The text of a 1-based line, without its line break. */
  lineText(line: number): string {
    const start = this.#lineStarts[line - 1] ?? this.text.length;
    const next = this.#lineStarts[line];
    return this.text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, "");
  }
}

/**
 * Several files read as one text, each from a line of its own on: a policy and what amends it. It goes by the path of the
 * first, and `placeOf` leads from its offsets back to the files.
 */
export class JoinedSource extends SourceFile {
  readonly #starts: readonly number[];

  constructor(
    first: SourceFile,
    readonly others: readonly SourceFile[],
  ) {
    const texts = [first, ...others].map(({ text }) => text);
    super(first.path, texts.join("\n"));
    this.first = first;
    let start = 0;
    this.#starts = texts.map((text) => {
      const own = start;
      start += text.length + 1;
      return own;
    });
  }

  readonly first: SourceFile;

  override get parts(): readonly SourceFile[] {
    return [this.first, ...this.others];
  }

  override partAt(offset: number): number {
    return this.#starts.findLastIndex((start) => start <= offset);
  }

  override startOf(part: number): number {
    return this.#starts[part] ?? this.text.length;
  }

  override placeOf({ start, end }: Span): Place {
    const part = this.partAt(start);
    const from = this.startOf(part);
    const file = this.parts[part] ?? this.first;
    const within = (offset: number): number => Math.min(offset - from, file.text.length);
    return { file, span: { start: within(start), end: within(end) } };
  }
}

// Surrogates stand for code points above all others, yet their units are below U+E000: moved up for comparing.
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

/** The one order of names in listings and outputs: by code point, the same in every locale. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
