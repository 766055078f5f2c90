import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decode } from "../../cli/decode.ts";
import { displayPath, isInside, listPolicies, readAll, readText, writeWhole } from "../../cli/files.ts";
import { folderWith, GBK_POLICY } from "./harness.ts";

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));

const faultOf = (content: Uint8Array): string => {
  const reading = decode("甲.policy", content);
  return reading.ok ? "none" : `${reading.fault.code}: ${reading.fault.message}`;
};

describe("a file's encoding", () => {
  it("is UTF-8, with or without a byte-order mark, and positions count from the first character", () => {
    for (const prefix of [[], [0xef, 0xbb, 0xbf]]) {
      const reading = decode("甲.policy", bytes(...prefix, ...utf8("政策 甲\r\n输入\r\n")));
      expect(reading.ok && reading.file.text).toBe("政策 甲\r\n输入\r\n");
      expect(reading.ok && reading.file.positionAt(reading.file.text.indexOf("输入"))).toEqual({ line: 2, column: 1 });
    }
  });

  it("is named where it is GBK", () => {
    expect(faultOf(GBK_POLICY)).toBe("encoding-gbk: 文件是 GBK 编码,请另存为 UTF-8");
  });

  it("is named where it is UTF-16, with a mark or without", () => {
    const expected = "encoding-utf-sixteen: 文件是 UTF-16 编码(记事本里叫 Unicode),请另存为 UTF-8";
    expect(faultOf(bytes(0xff, 0xfe, ...utf16("政策 甲\n")))).toBe(expected);
    expect(faultOf(bytes(0xfe, 0xff, 0x65, 0x3f))).toBe(expected);
    expect(faultOf(utf16("政策 甲\n"))).toBe(expected);
  });

  it("is refused with the line where it is neither", () => {
    expect(faultOf(bytes(...utf8("政策 甲\n输入\n"), 0xff, 0x0a))).toBe(
      "encoding-unknown: 从第 3 行起有读不出来的文字:文件不是 UTF-8 编码,或者已经损坏",
    );
  });

  it("is not taken for GBK where UTF-8 was damaged in one place", () => {
    // GBK gives these very bytes a meaning too, in other characters.
    expect(faultOf(bytes(...utf8("政策 稳岗返还\n"), 0xff, 0xff))).toMatch(/^encoding-unknown: 从第 2 行起/);
  });

  it("is no text at all where there are NUL bytes", () => {
    expect(faultOf(bytes(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00, 0x08))).toBe("not-text: 这不是文本文件");
  });
});

describe("a listing", () => {
  it("is in the order of code points, at any depth, without hidden folders and node_modules", () => {
    const folder = folderWith({
      "乙.policy": "",
      "一.policy": "",
      "B.policy": "",
      "a.policy": "",
      "六保/丁.policy": "",
      "注.md": "",
      ".git/丙.policy": "",
      "node_modules/x/丙.policy": "",
    });
    expect(listPolicies(folder, folder)).toEqual({
      paths: ["B.policy", "a.policy", "一.policy", "乙.policy", "六保/丁.policy"].map((path) => join(folder, path)),
      faults: [],
    });
  });

  it("ends where links lead in circles, and lists a folder once", () => {
    const folder = folderWith({ "甲/子.policy": "" });
    symlinkSync(folder, join(folder, "甲", "上"));
    symlinkSync(join(folder, "甲"), join(folder, "甲的又名"));
    symlinkSync("自", join(folder, "自"));
    expect(listPolicies(folder, folder)).toEqual({ paths: [join(folder, "甲/子.policy")], faults: [] });
  });

  it("tells a policy that a link leads nowhere to", () => {
    const folder = folderWith();
    symlinkSync("没有这个文件", join(folder, "断.policy"));
    const reading = readText(listPolicies(folder, folder).paths[0] ?? "", folder);
    expect(reading.ok ? "" : `${reading.fault.file.path}: ${reading.fault.message}`).toBe(
      "断.policy: 文件打不开:不存在",
    );
  });
});

describe("reading", () => {
  it.each([
    ["nothing", utf8("")],
    ["a byte-order mark", bytes(0xef, 0xbb, 0xbf)],
    ["white space", utf8(" \n\t\u3000\n")],
  ])("refuses a policy that holds %s", (_, content) => {
    const folder = folderWith({ "甲.policy": content });
    const { files, faults } = readAll([join(folder, "甲.policy")], folder);
    expect(files).toEqual([]);
    expect(faults.map(({ code, message }) => `${code}: ${message}`)).toEqual(["empty-file: 文件是空的"]);
  });

  it("refuses a file that is too large to be a policy before it reads it", () => {
    const folder = folderWith({ "大.policy": Buffer.alloc(16 * 1024 * 1024 + 1, "甲") });
    const reading = readText(join(folder, "大.policy"), folder);
    expect(reading.ok ? "" : reading.fault.message).toBe("文件有 17 MB,超过了 16 MB");
  });

  it("tells a folder from a file", () => {
    const folder = folderWith();
    const reading = readText(folder, folder);
    expect(reading.ok ? "" : reading.fault.message).toBe("文件打不开:它是文件夹,不是文件");
  });
});

describe("writing", () => {
  it("makes folders, leaves nothing beside, keeps permissions", () => {
    const folder = folderWith({ "旧.txt": "旧" });
    chmodSync(join(folder, "旧.txt"), 0o640);
    writeWhole(join(folder, "旧.txt"), "新");
    writeWhole(join(folder, "甲/乙/新.txt"), "新");
    expect(readFileSync(join(folder, "旧.txt"), "utf8")).toBe("新");
    expect(statSync(join(folder, "旧.txt")).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(folder, "甲/乙/新.txt"), "utf8")).toBe("新");
    expect(readdirSync(folder)).toEqual(["旧.txt", "甲"]);
  });

  it("writes through a link and keeps it", () => {
    const folder = folderWith({ "真/文.txt": "旧" });
    symlinkSync(join("真", "文.txt"), join(folder, "链.txt"));
    writeWhole(join(folder, "链.txt"), "新");
    expect(readFileSync(join(folder, "真/文.txt"), "utf8")).toBe("新");
    expect(readdirSync(join(folder, "真"))).toEqual(["文.txt"]);
  });

  it.runIf(existsSync("/proc/self"))("ends where folders cannot be made", () => {
    expect(() => writeWhole("/proc/没有/文.txt", "新")).toThrow(/^写不了「\/proc\/没有\/文\.txt」:不存在$/);
  });

  it("leaves the old text, and nothing else, where it cannot finish", () => {
    const folder = folderWith();
    mkdirSync(join(folder, "占.txt", "内"), { recursive: true });
    expect(() => writeWhole(join(folder, "占.txt"), "新")).toThrow(/^写不了「.*占\.txt」/);
    expect(readdirSync(folder)).toEqual(["占.txt"]);
    writeFileSync(join(folder, "挡"), "");
    expect(() => writeWhole(join(folder, "挡", "文.txt"), "新")).toThrow(/^写不了「.*文\.txt」/);
  });
});

describe("a path", () => {
  it("is shown from the working folder where it lies inside", () => {
    expect(displayPath("/甲", "/甲/乙/丙.policy")).toBe("乙/丙.policy");
    expect(displayPath("/甲", "/甲")).toBe(".");
    expect(displayPath("/甲", "/丁/丙.policy")).toBe("/丁/丙.policy");
    expect(displayPath("/甲", "/甲/..乙/丙.policy")).toBe("..乙/丙.policy");
  });

  it("lies inside only where it does, not where its name begins alike", () => {
    expect(isInside("/甲", "/甲乙")).toBe(false);
    expect(isInside("/甲", "/甲/乙")).toBe(true);
  });
});
