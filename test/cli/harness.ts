import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { run } from "../../cli/main.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
}

/** In chunks that end in the middle of lines and letters, as a pipe's do. */
async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 7) yield await Promise.resolve(bytes.subarray(start, start + 7));
}

/** Runs a command line in this process. */
export async function guiju(argv: readonly string[], world: World = {}): Promise<Ran> {
  let stdout = "";
  let stderr = "";
  const output = (write: (text: string) => void) => ({
    write,
    drained: () => Promise.resolve(),
    isTTY: world.isTTY ?? false,
    columns: world.isTTY === true ? 100 : undefined,
  });
  const code = await run(argv, {
    cwd: world.cwd ?? process.cwd(),
    env: world.env ?? {},
    stdout: output((text) => {
      stdout += text;
    }),
    stderr: output((text) => {
      stderr += text;
    }),
    stdin: chunksOf(Buffer.from(world.stdin ?? "")),
    now: () => 0,
    interrupted: () => new Promise(() => {}),
  });
  return { code, stdout, stderr };
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder outside the repository with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "guiju-test-"));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A policy of two clauses that compiles without findings; its unit price can be varied. */
export const smallPolicy = (name = "岗位补贴", amount = "1000元/人"): string => `政策 ${name}

输入
  新增岗位: 人

结果
  补贴: 元 = 新增岗位 * 标准
  标准: 元/人

条款 十人以下
  新增岗位 <= 10人 => 标准 ${amount}

条款 超过十人
  新增岗位 > 10人 => 标准 800元/人

算例 恰为十人
  新增岗位 = 10人
  => 补贴 10000元
`;

/** 「政策 甲」 in GBK. */
export const GBK_POLICY = Uint8Array.from([0xd5, 0xfe, 0xb2, 0xdf, 0x20, 0xbc, 0xd7, 0x0a]);
