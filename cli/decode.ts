import type { Code, Parameters } from "../diagnostics/catalogue.generated.ts";
import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { SourceFile } from "../diagnostics/source.ts";

/** A file read, or why it cannot be. */
export type Reading =
  { readonly ok: true; readonly file: SourceFile } | { readonly ok: false; readonly fault: Diagnostic };

/** A fault of a file as a whole: its text is not known, so it has no place but its head. */
export const fileFault = <C extends Code>(code: C, parameters: Parameters[C], path: string): Diagnostic =>
  diagnose(code, parameters, new SourceFile(path, ""), { start: 0, end: 0 });

const decodeStrictly = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The first line that is not UTF-8. A line feed is never part of a longer UTF-8 sequence, so lines can be tried one by one. */
function firstUnreadableLine(bytes: Uint8Array): number {
  for (let start = 0, line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1 || decodeStrictly("utf-8", bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
}

/** A sign or two that cannot be read among Chinese text that can: GBK read as UTF-8 yields hardly any. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/\p{Script=Han}/gu) > count(/\uFFFD/g);
}

const startsWith = (bytes: Uint8Array, ...prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/** Text in UTF-16 has a mark at its head, or else a NUL in every line end and ASCII sign. */
function isUtf16(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return true;
  if (!bytes.includes(0)) return false;
  return ["utf-16le", "utf-16be"].some((encoding) => {
    const text = decodeStrictly(encoding, bytes);
    return text !== undefined && /^(?=.*\p{Script=Han})[\p{Script=Han}\p{P}\p{S}\p{N}\p{L}\s]+$/su.test(text);
  });
}

/** Reads bytes as UTF-8 with or without a byte-order mark; anything else is named rather than guessed at. */
export function decode(path: string, bytes: Uint8Array): Reading {
  const refuse = <C extends Code>(code: C, parameters: Parameters[C]): Reading => ({
    ok: false,
    fault: fileFault(code, parameters, path),
  });
  if (isUtf16(bytes)) return refuse("encoding-utf-sixteen", {});
  if (bytes.includes(0)) return refuse("not-text", {});

  // TextDecoder drops the byte-order mark, so positions count from the first character that the drafter sees.
  const text = decodeStrictly("utf-8", bytes);
  if (text !== undefined) return { ok: true, file: new SourceFile(path, text) };

  const chinese = isDamagedUtf8(bytes) ? undefined : decodeStrictly("gbk", bytes);
  if (chinese !== undefined && /\p{Script=Han}/u.test(chinese)) return refuse("encoding-gbk", {});
  return refuse("encoding-unknown", { line: String(firstUnreadableLine(bytes)) });
}
