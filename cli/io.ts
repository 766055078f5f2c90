/** Everything of the world that a command may touch besides files, so that tests can stand in for it. */
export interface Output {
  write(text: string): void;
  /** Resolves once whoever reads has taken what was written: what is written in a stream must not pile up. */
  drained(): Promise<void>;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Milliseconds, for showing how long a phase takes and how far it has come, and nothing else. */
  now(): number;
  /** Resolves once the person at the terminal wants it to end (Ctrl-C), from the first call on. */
  interrupted(): Promise<void>;
}

/** 0 done, 1 the policy or the data is at fault, 2 the command line is at fault. */
export type ExitCode = 0 | 1 | 2;

/** The command line is at fault; the message says how, in Chinese. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Something outside the program stands in the way, such as a folder that may not be written to. */
export class OperationError extends Error {
  override readonly name = "OperationError";
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "不存在",
  EACCES: "没有权限",
  EPERM: "没有权限",
  EISDIR: "它是文件夹,不是文件",
  ENOTDIR: "路径里有一段不是文件夹",
  ELOOP: "符号链接绕成了圈",
  ENAMETOOLONG: "名称太长",
  ENOSPC: "磁盘已满",
  EROFS: "磁盘是只读的",
  EMFILE: "同时打开的文件太多",
  ENFILE: "同时打开的文件太多",
  EBUSY: "被别的软件占用",
  EIO: "磁盘读写出错",
  EXDEV: "不能跨磁盘移动",
  EEXIST: "已经存在",
  ENOTEMPTY: "文件夹不是空的",
};

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** Why the system refused, in Chinese; undefined where it is no system error. */
export function systemReason(error: unknown): string | undefined {
  const code = errorCode(error);
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  return reasons[code] ?? `系统报告 ${code}`;
}
