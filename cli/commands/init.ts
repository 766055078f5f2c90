import { join, resolve } from "node:path";
import { displayPath, kindOf, writeWhole } from "../files.ts";
import { type ExitCode, type Io, UsageError } from "../io.ts";
import { DEFAULT_FOLDER } from "../project.ts";

const NAME = "小微企业稳岗补贴";

const POLICY = `政策 ${NAME}
发布 2020-05-13
责任单位 市人力资源社会保障局

输入
  职工人数: 人, 至少 1人
  裁员人数: 人
  上年度缴纳失业保险费: 元

定义
  裁员率 = 裁员人数 / 职工人数

结果
  返还比例: 比例
  返还金额: 元 = 上年度缴纳失业保险费 * 返还比例, 四舍五入到分

条款 少裁员的企业
  裁员率不高于5.5%的,返还比例70%。

条款 裁员多的企业
  裁员率高于5.5%的,返还比例50%。

条款 小微企业 例外于 裁员多的企业、少裁员的企业
  职工人数30人以下的,返还比例100%。

算例 恰为百分之五点五
  职工人数 = 1000人, 裁员人数 = 55人, 上年度缴纳失业保险费 = 100000元
  => 返还比例 70%, 返还金额 70000元

算例 裁员多
  职工人数 = 1000人, 裁员人数 = 56人, 上年度缴纳失业保险费 = 100000元
  => 返还比例 50%, 返还金额 50000元

算例 恰为三十人
  职工人数 = 30人, 裁员人数 = 3人, 上年度缴纳失业保险费 = 1.01元
  => 返还比例 100%, 返还金额 1.01元
`;

const INPUT = `{
  "职工人数": 1000,
  "裁员人数": 55,
  "上年度缴纳失业保险费": "100000.00"
}
`;

/** Writes a first policy to build on, and an input to try it with. */
export async function init(io: Io, argument: string = "."): Promise<ExitCode> {
  const folder = resolve(io.cwd, argument);
  const kind = kindOf(folder);
  if (kind === "file") throw new UsageError(`「${argument}」是文件,不是文件夹`);
  const files = [
    { path: join(folder, DEFAULT_FOLDER, `${NAME}.policy`), text: POLICY },
    { path: join(folder, `${NAME}.json`), text: INPUT },
  ];
  const existing = files.filter(({ path }) => kindOf(path) !== undefined);
  if (existing.length > 0)
    throw new UsageError(
      `${existing.map(({ path }) => `「${displayPath(io.cwd, path)}」`).join("、")}已经存在,没有改动任何文件`,
    );
  for (const { path, text } of files) writeWhole(path, text);

  io.stdout.write(
    `已写出:\n${files.map(({ path }) => `  ${displayPath(io.cwd, path)}\n`).join("")}\n接下来可以试试:\n`,
  );
  if (folder !== resolve(io.cwd)) io.stdout.write(`  cd ${argument}\n`);
  io.stdout.write(`  guiju test\n  guiju build\n  guiju explain ${NAME} --input ${NAME}.json\n`);
  return 0;
}
