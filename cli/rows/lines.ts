/** Bytes as they come, cut into numbered lines, without ever holding more than one line and one chunk. */
import { TextDecoder } from "node:util";
import { fileFault } from "../decode.ts";
import { OperationError } from "../io.ts";

/** `gbk` reads all of GB 18030. */
export const encodings = ["utf-8", "gbk"] as const;
export type Encoding = (typeof encodings)[number];

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** What a decoder puts where bytes are no text. */
const UNREADABLE = "\uFFFD";
const LONGEST_IN_MEGABYTES = 16;

export const isReadable = (text: string): boolean => !text.includes(UNREADABLE);

export class Lines {
  readonly #decoder: TextDecoder;
  #isFirst = true;
  #pending = "";
  #count = 0;

  constructor(
    encoding: Encoding,
    readonly shown: string,
  ) {
    // It drops a byte-order mark. What it cannot read is told with the row that it stands in.
    this.#decoder = new TextDecoder(encoding);
  }

  /** The lines that the chunk completes. */
  push(chunk: Uint8Array): readonly Line[] {
    if (this.#isFirst) this.#refuseUtf16(chunk);
    return this.#cut(this.#decoder.decode(chunk, { stream: true }), false);
  }

  end(): readonly Line[] {
    return this.#cut(this.#decoder.decode(), true);
  }

  #refuseUtf16([first, second]: Uint8Array): void {
    this.#isFirst = false;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
      throw new OperationError(`${this.shown}: ${fileFault("encoding-utf-sixteen", {}, this.shown).message}`);
  }

  #cut(text: string, isLast: boolean): readonly Line[] {
    const pieces = (this.#pending + text).split("\n");
    this.#pending = isLast ? "" : (pieces.pop() ?? "");
    if (this.#pending.length > LONGEST_IN_MEGABYTES * 1024 * 1024)
      throw new OperationError(
        `${this.shown}: 第 ${this.#count + 1} 行超过 ${LONGEST_IN_MEGABYTES} MB,不像是逐行的数据`,
      );
    if (isLast && pieces.at(-1) === "") pieces.pop();
    return pieces.map((piece) => ({
      number: (this.#count += 1),
      text: piece.endsWith("\r") ? piece.slice(0, -1) : piece,
    }));
  }
}
