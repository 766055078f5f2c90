/** The texts of a folder of policies and of the documents that they quote, kept from one rebuild to the next. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { DocumentText } from "../../compiler/source/library.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { SourceFile } from "../../diagnostics/source.ts";
import { findDocuments, isDocument, titlesNamed } from "../documents.ts";
import { isInside, listPolicies, readAll } from "../files.ts";

/** Absolute paths that may have changed, or that nothing is known yet. */
export type Changed = ReadonlySet<string> | "all";

interface Held {
  /** Of the file as it stood before it was read. */
  readonly stamp: string;
  readonly reading: SourceFile | Diagnostic;
}

export interface Texts {
  /** Objects of before where the text is the same, in the order of their paths. */
  readonly files: readonly SourceFile[];
  readonly documents: readonly DocumentText[];
  readonly faults: readonly Diagnostic[];
}

/** Tells whether a file is still the one that was read; undefined where there is none. */
function stampOf(path: string): string | undefined {
  try {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch {
    return undefined;
  }
}

export class Sources {
  readonly #root: string;
  readonly #cwd: string;
  /** By absolute path, in order. */
  #held: ReadonlyMap<string, Held> = new Map();
  #listingFaults: readonly Diagnostic[] = [];
  #documents: readonly DocumentText[] = [];
  #documentStamps: ReadonlyMap<string, string | undefined> = new Map();
  /** Which titles are asked for from which folders: others may have to be found. */
  #asked = "";

  constructor(root: string, cwd: string) {
    this.#root = root;
    this.#cwd = cwd;
  }

  /** Reads again what changed. `lacking`: some document was not found, and may stand there by now. */
  refresh(changed: Changed, lacking: boolean): Texts {
    const isPlain = changed !== "all" && [...changed].every((path) => this.#held.has(path) || isDocument(path));
    if (!isPlain || !this.#readAgain(changed)) this.#list(changed);
    const readings = [...this.#held.values()].map(({ reading }) => reading);
    const files = readings.filter((reading) => reading instanceof SourceFile);
    const faults = readings.filter((reading): reading is Diagnostic => !(reading instanceof SourceFile));
    const asked = files.flatMap((file) => [...titlesNamed(file), file.path]).join("\n");
    if (!isPlain || lacking || asked !== this.#asked || [...changed].some(isDocument)) this.#findDocuments(files);
    this.#asked = asked;
    return { files, documents: this.#documents, faults: [...this.#listingFaults, ...faults] };
  }

  /** Whether anything differs from what was last read: of many writes in a row, a watcher may not tell the last. */
  isStale(): boolean {
    const { paths } = listPolicies(this.#root, this.#cwd);
    if (paths.length !== this.#held.size) return true;
    if (paths.some((path) => this.#held.get(path)?.stamp !== stampOf(path))) return true;
    return [...this.#documentStamps].some(([path, stamp]) => stampOf(path) !== stamp);
  }

  /** Documents that were found in folders above, which nobody watches yet. */
  get documentsAbove(): readonly string[] {
    return [...this.#documentStamps.keys()].filter((path) => !isInside(this.#root, path));
  }

  /** Answers false where a file is gone. */
  #readAgain(paths: ReadonlySet<string>): boolean {
    const held = new Map(this.#held);
    for (const path of paths) {
      if (!held.has(path)) continue;
      const now = this.#read(path);
      if (now === undefined) return false;
      held.set(path, now);
    }
    this.#held = held;
    return true;
  }

  #list(changed: Changed): void {
    const { paths, faults } = listPolicies(this.#root, this.#cwd);
    const held = new Map<string, Held>();
    for (const path of paths) {
      const before = this.#held.get(path);
      const isSame = changed !== "all" && !changed.has(path) && before?.stamp === stampOf(path);
      const now = isSame ? before : this.#read(path);
      if (now !== undefined) held.set(path, now);
    }
    this.#held = held;
    this.#listingFaults = faults;
  }

  #read(path: string): Held | undefined {
    const stamp = stampOf(path);
    const { files, faults } = readAll([path], this.#cwd);
    const reading = files[0] ?? faults[0];
    // It may have gone between being told of and being read.
    if (reading === undefined || stamp === undefined) return undefined;
    const before = this.#held.get(path)?.reading;
    const isSame = before instanceof SourceFile && reading instanceof SourceFile && before.text === reading.text;
    return { stamp, reading: isSame ? before : reading };
  }

  #findDocuments(files: readonly SourceFile[]): void {
    const before = new Map(this.#documents.map((document) => [document.path, document]));
    this.#documents = findDocuments(files, this.#root, this.#cwd).map((document) => {
      const known = before.get(document.path);
      return known?.text === document.text ? known : document;
    });
    const paths = this.#documents.map(({ path }) => resolve(this.#cwd, path));
    this.#documentStamps = new Map(paths.map((path) => [path, stampOf(path)]));
  }
}
