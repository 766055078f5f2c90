/** Source documents that policies may quote: `.md` and `.txt` files in their folders and in every folder above. */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { sameWords } from "../compiler/source/comparable.ts";
import { titleOf } from "../compiler/source/document.ts";
import type { DocumentText } from "../compiler/source/library.ts";
import { byCodePoint, type SourceFile } from "../diagnostics/source.ts";
import { displayPath, foldersAbove, isInside, readText } from "./files.ts";
import { systemReason } from "./io.ts";

const DOCUMENT = /\.(?:md|txt)$/i;
export const isDocument = (path: string): boolean => DOCUMENT.test(path);
/** A title longer than this is none. */
const HEAD_BYTES = 4096;

/** Lists a folder's documents; none where it cannot be listed. */
function listDocuments(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && isDocument(entry.name) && !entry.name.startsWith("."))
      .map(({ name }) => join(folder, name))
      .toSorted(byCodePoint);
  } catch (error) {
    if (systemReason(error) === undefined) throw error;
    return [];
  }
}

/** The title at the head of a file, without reading the rest; undefined where it cannot be read. */
function titleIn(path: string): string | undefined {
  try {
    const descriptor = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(HEAD_BYTES);
      const head = bytes.subarray(0, readSync(descriptor, bytes, 0, HEAD_BYTES, 0));
      const text = head.toString("utf8");
      return titleOf(text.includes("\ufffd") ? new TextDecoder("gbk").decode(head) : text);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (systemReason(error) === undefined) throw error;
    return undefined;
  }
}

/** A document may be in UTF-8 or GBK, as published texts often are; one that cannot be read is none. */
function readDocument(path: string, cwd: string): readonly DocumentText[] {
  const reading = readText(path, cwd);
  if (reading.ok) return [{ path: reading.file.path, text: reading.file.text }];
  if (reading.fault.code !== "encoding-gbk") return [];
  return [{ path: displayPath(cwd, path), text: new TextDecoder("gbk").decode(readFileSync(path)) }];
}

/** What a policy may name as its document. */
export const titlesNamed = ({ text }: SourceFile): readonly string[] =>
  text.includes("依据") ? [...text.matchAll(/《([^》]*)》/g)].map((match) => match[1] ?? "") : [];

/**
 * Documents for the 依据 of these policies. Within `root` all are read, so that a title nearly right can be suggested;
 * above it lie folders of all sorts, where only a document that is asked for is read whole.
 */
export function findDocuments(policies: readonly SourceFile[], root: string, cwd: string): readonly DocumentText[] {
  const basing = policies.filter(({ text }) => text.includes("依据"));
  const wanted = [...new Set(basing.flatMap(titlesNamed))];
  const folders = new Set(basing.flatMap(({ path }) => foldersAbove(dirname(resolve(cwd, path)))));
  return [...folders].toSorted(byCodePoint).flatMap((folder) =>
    listDocuments(folder).flatMap((path) => {
      if (!isInside(root, folder)) {
        const title = titleIn(path);
        if (title === undefined || !wanted.some((one) => sameWords(one, title))) return [];
      }
      return readDocument(path, cwd);
    }),
  );
}
