/** Samples that no Markdown block can hold: bytes and files on disk, and a value that JSON has no form for. */
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { compile, readInput, SourceFile } from "../../compiler/index.ts";

interface OnDisk {
  /** Puts the file at this path; the command is `check`. */
  readonly make: (path: string) => void;
}

interface InLibrary {
  readonly call: string;
  /** What it answers to this policy. */
  readonly answer: (policy: string) => string;
}

/** 「政策 稳岗返还」 in GBK, which Node does not write. */
const GBK = Buffer.from("d5feb2df20cec8b8dab7b5bbb90a", "hex");
const UTF16_MARK = "\uFEFF";
const TWENTY_MEGABYTES = 20 * 1024 * 1024;

const bytes = (content: string | Uint8Array): OnDisk => ({ make: (path) => writeFileSync(path, content) });

export const unwritable: Readonly<Record<string, OnDisk | InLibrary>> = {
  "encoding-gbk": bytes(GBK),
  "encoding-utf-sixteen": bytes(Buffer.from(`${UTF16_MARK}政策 稳岗返还\n`, "utf16le")),
  // 0xFF stands nowhere in UTF-8.
  "encoding-unknown": bytes(Buffer.concat([Buffer.from("政策 稳岗返还\n"), Buffer.from([0xff, 0xff])])),
  // The first bytes of a .doc file.
  "not-text": bytes(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0x00])),
  "empty-file": bytes(""),
  // Permissions do not stop an administrator, on whose account tests may run; a link to itself stops everyone.
  "unreadable-file": { make: (path) => symlinkSync(path, path) },
  "file-too-large": {
    make: (path) => {
      writeFileSync(path, "");
      truncateSync(path, TWENTY_MEGABYTES);
    },
  },
  "not-finite": {
    call: "readInput(program, { 裁员人数: NaN })",
    answer: (policy) => {
      const program = compile([new SourceFile("例.policy", policy)]).policies[0]?.program;
      if (program === undefined) throw new Error("the policy of not-finite does not compile");
      const reading = readInput(program, { 裁员人数: Number.NaN });
      return reading.kind === "values"
        ? ""
        : reading.faults.map(({ code, message }) => `[${code}] ${message}\n`).join("");
    },
  },
};
