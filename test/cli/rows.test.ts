/** `eval` over rows: answers worked out by hand, every fault with its line, and nothing lost for a fault. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { run } from "../../cli/main.ts";
import { folderWith, guiju, type World } from "./harness.ts";

const policy = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../policies/六保/${name}.policy`, import.meta.url)), "utf8").replaceAll(
    // The document is of no concern here.
    /^ *(依据|原文|非规则).*\n/gm,
    "",
  );

const refund = policy("稳岗返还");
const relief = policy("纾困资金");
const HEADER = "参保职工人数,裁员人数,上年度缴纳失业保险费";

/** Evaluates rows in a folder of its own; answers what `file` holds afterwards. */
async function evaluated(files: Readonly<Record<string, string | Uint8Array>>, argv: readonly string[], world?: World) {
  const cwd = folderWith({ "甲.policy": refund, ...files });
  const ran = await guiju(["eval", "甲.policy", ...argv], { cwd, ...world });
  return { ...ran, file: (path: string) => readFileSync(join(cwd, path), "utf8") };
}

const linesOf = (text: string): readonly string[] => text.trimEnd().split("\n");

describe("a table", () => {
  const table = `单位,${HEADER}
"甲""公司"", 一厂",1000,55,100000.00
乙公司,1000,56,100000.01
丙公司,300,x,-5
丁公司,300,30,90071992547409.93
戊公司,300,"30,5
己公司,300,30,0.1
庚公司,300,30
辛公司,,30,5
`;

  it("comes back with its columns, each outcome's value and words, and what is wrong with a row", async () => {
    const { code, stdout, stderr } = await evaluated({ "表.csv": table }, ["--input", "表.csv"]);
    expect(linesOf(stdout)).toEqual([
      `单位,${HEADER},返还,返还 说明,返还金额,返还金额 说明,输入有误`,
      // 55 of 1000 is 5.5%, 56 is more; 70% of 100000.01 is 70000.007.
      '"甲""公司"", 一厂",1000,55,100000.00,1,应当 100%,100000,100000元,',
      "乙公司,1000,56,100000.01,0.7,应当 70%,70000.01,70000.01元,",
      '丙公司,300,x,-5,,,,,"「裁员人数」应是以人计的数,写如 1000 或「1000」,不带单位和千分位,给出的是「x」;「上年度缴纳失业保险费」不能是负数,给出的是-5元"',
      "丁公司,300,30,90071992547409.93,1,可 100%,90071992547409.93,90071992547409.93元,",
      ",,,,,,,,这一行的双引号没有配成对",
      "己公司,300,30,0.1,1,可 100%,0.1,0.1元,",
      '庚公司,300,30,,,,,,"这一行有 3 格,表头有 4 格"',
      "辛公司,,30,5,,缺失:参保职工人数,,缺失:参保职工人数,",
    ]);
    expect(linesOf(stderr).filter((line) => !line.startsWith("  "))).toEqual([
      "表.csv:1: 警告 [column-unknown] 「单位」这一列不是政策的输入,不参与计算",
      "表.csv:4: 错误 [wrong-type] 「裁员人数」应是以人计的数,写如 1000 或「1000」,不带单位和千分位,给出的是「x」",
      "表.csv:4: 错误 [out-of-range] 「上年度缴纳失业保险费」不能是负数,给出的是-5元",
      "表.csv:6: 错误 [row-quote] 这一行的双引号没有配成对",
      "表.csv:8: 错误 [row-cells] 这一行有 3 格,表头有 4 格",
      "8 行:5 行已算出,3 行有误,没有计算",
    ]);
    expect(code).toBe(1);
  });

  it("is the same with a byte-order mark, other line ends, and through standard input in small pieces", async () => {
    const plain = await evaluated({ "表.csv": table }, ["--input", "表.csv"]);
    const marked = `\uFEFF${table.replaceAll("\n", "\r\n")}`;
    const other = await evaluated({}, ["--input", "-", "--from", "csv"], { stdin: marked });
    expect(other.stdout).toBe(plain.stdout);
    expect(other.code).toBe(1);
  });

  it("may be GBK where that is said, and is refused at its header where it is not", async () => {
    // 参保职工人数,裁员人数 in GBK, then a row.
    const gbk = Buffer.concat([
      Buffer.from("b2ceb1a3d6b0b9a4c8cbcafd2cb2c3d4b1c8cbcafd0a", "hex"),
      Buffer.from("1000,55\n"),
    ]);
    const told = await evaluated({ "表.csv": gbk }, ["--input", "表.csv", "--encoding", "gbk"]);
    expect(linesOf(told.stdout)[1]).toBe("1000,55,1,应当 100%,,缺失:上年度缴纳失业保险费,");
    const untold = await evaluated({ "表.csv": gbk }, ["--input", "表.csv"]);
    expect(untold.stderr).toContain("表.csv:1: 错误 [row-unreadable] 有按 utf-8 读不出来的文字\n  改法: ");
    expect(untold.stderr).toContain("--encoding gbk");
    expect([untold.code, untold.stdout]).toEqual([1, ""]);
  });

  it("reads 是 and 否, spreadsheets' dates, and percentages as the contract has them", async () => {
    const own = `政策 甲
输入
  是小微: 是否
  认定: 日期
  月: 月份
  折扣: 比例
结果
  期满: 日期 = 认定 + 1年
  减后: 比例 = 折扣 * 50%
  季度: 是否
条款 一
  是小微 且 月 在 2020年4月 至 2020年6月 => 季度 是
条款 二
  否则 => 季度 否
`;
    const { stdout, stderr, code } = await evaluated(
      {
        "甲.policy": own,
        "表.csv":
          "是小微,认定,月,折扣\n是,2020/2/29,2020/4,5.5%\nFALSE,2020-02-30,2020-07,0.3\n对,2020-2-1,2020-13,1/3\n",
      },
      ["--input", "表.csv"],
    );
    const [, first, second, third] = linesOf(stdout);
    expect(first).toBe("是,2020/2/29,2020/4,5.5%,2021-02-28,2021-02-28,0.0275,2.75%,是,应当 是,");
    expect(second).toMatch(/^FALSE,2020-02-30,2020-07,0.3,,,,,,,.*「认定」应是存在的日期/);
    expect(third).toMatch(/「是小微」应是.*;「月」应是.*;「折扣」应是/);
    expect(linesOf(stderr).at(-1)).toBe("3 行:1 行已算出,2 行有误,没有计算");
    expect(code).toBe(1);
  });

  it("keeps rows after a quotation mark without a partner, however far the next one is", async () => {
    const rows = Array.from({ length: 200 }, (_, index) => `300,${index},1`);
    const broken = [HEADER, '300,"1,1', ...rows.slice(0, 2), '300,"7",1', ...rows, '300,2,"1', "300,3,1"].join("\n");
    const { stdout, stderr } = await evaluated({ "表.csv": broken }, ["--input", "表.csv"]);
    expect(linesOf(stderr)).toEqual([
      "表.csv:2: 错误 [row-quote] 这一行的双引号没有配成对",
      "表.csv:206: 错误 [row-quote] 这一行的双引号没有配成对",
      "206 行:204 行已算出,2 行有误,没有计算",
    ]);
    expect(linesOf(stdout)).toHaveLength(207);
  });

  it("takes no cells out of several lines that are fewer than the header's", async () => {
    const { stdout, stderr } = await evaluated({ "表.csv": `${HEADER}\n300,"1,1\n300,2,1\n300,3,"\n300,4,1\n` }, [
      "--input",
      "表.csv",
    ]);
    expect(linesOf(stderr)).toEqual([
      "表.csv:2: 错误 [row-quote] 这一行的双引号没有配成对",
      "表.csv:4: 错误 [row-quote] 这一行的双引号没有配成对",
      "4 行:2 行已算出,2 行有误,没有计算",
    ]);
    expect(stdout).toContain("\n300,2,1,1,");
  });

  it("may hold line ends in a quoted cell, and counts lines on through them", async () => {
    const { stdout, stderr } = await evaluated({ "表.csv": `备注,${HEADER}\n"一\n二",300,0,1\n\n三,0,0,1\n` }, [
      "--input",
      "表.csv",
    ]);
    expect(stdout).toContain('"一\n二",300,0,1,1,应当 100%');
    expect(stderr).toContain("表.csv:5: 错误 [out-of-range] 「参保职工人数」应至少 1人,给出的是0人");
  });
});

describe("NDJSON", () => {
  const rows = `{"参保职工人数":1000,"裁员人数":55,"上年度缴纳失业保险费":"100000"}

{"参保职工人数":1000,"裁员人数":5.5,"上年度缴纳失业保险费":-1,"多":1}
{"参保职工人数":1000,"裁员人数":}
[1]
{"参保职工人数":1,"参保职工人数":2}
{"裁员人数":0.12345678901234567890}
{"裁员人数": 5, "上年度缴纳失业保险费":"1"}`;

  it("is answered line for line as `eval --json` answers one", async () => {
    const { code, stdout, stderr } = await evaluated({ "行.ndjson": rows, "一.json": rows.split("\n")[0] ?? "" }, [
      "--input",
      "行.ndjson",
    ]);
    const answers = linesOf(stdout).map((line) => JSON.parse(line) as Record<string, unknown>);
    const cwd = folderWith({ "甲.policy": refund, "一.json": rows.split("\n")[0] ?? "" });
    const alone = await guiju(["eval", "甲.policy", "--input", "一.json", "--json"], { cwd });
    expect(answers[0]).toEqual(JSON.parse(alone.stdout));
    expect(answers.map(({ line }) => line)).toEqual([undefined, 3, 4, 5, 6, 7, undefined]);
    expect(answers[1]?.["faults"]).toEqual([
      { code: "too-precise", term: "裁员人数", message: "「裁员人数」应是整数,给出的是5.5人" },
      {
        code: "out-of-range",
        term: "上年度缴纳失业保险费",
        message: "「上年度缴纳失业保险费」不能是负数,给出的是-1元",
      },
      { code: "unknown-input", term: "多", message: "没有名为「多」的输入" },
    ]);
    expect(linesOf(stderr)).toEqual([
      "行.ndjson:3: 错误 [too-precise] 「裁员人数」应是整数,给出的是5.5人",
      "行.ndjson:3: 错误 [out-of-range] 「上年度缴纳失业保险费」不能是负数,给出的是-1元",
      "行.ndjson:3: 错误 [unknown-input] 没有名为「多」的输入",
      "行.ndjson:4: 错误 [invalid-json] 输入不合 JSON 的写法,第 4 行:这里应当是一个值",
      "行.ndjson:5: 错误 [json-not-object] 输入应当是花括号括起来的一组「名称: 值」",
      "行.ndjson:6: 错误 [duplicate-key] 「参保职工人数」给了两次",
      "行.ndjson:7: 错误 [inexact-number] 0.12345678901234567890 位数太多,这样写会被读成 0.12345678901234568",
      "7 行:2 行已算出,5 行有误,没有计算",
    ]);
    expect(code).toBe(1);
  });

  it("goes into a table and a table into it, by the files' names or as told", async () => {
    const into = await evaluated({ "行.jsonl": rows }, ["--input", "行.jsonl", "--output", "出.csv"]);
    expect(into.stdout).toBe("");
    expect(linesOf(into.file("出.csv")).slice(0, 2)).toEqual([
      // Spreadsheets know UTF-8 by its mark.
      `\uFEFF${HEADER},基准日,返还,返还 说明,返还金额,返还金额 说明,输入有误`,
      "1000,55,100000,,1,应当 100%,100000,100000元,",
    ]);
    const back = await evaluated({}, ["--input", "-", "--from", "csv", "--format", "ndjson"], {
      stdin: `${HEADER}\n1000,56,100000.01\n`,
    });
    expect(back.code).toBe(0);
    expect((JSON.parse(back.stdout) as { outcomes: unknown }).outcomes).toMatchObject({
      返还: { value: "0.7" },
      返还金额: { value: "70000.01" },
    });
  });

  it("tells the line of text that is no text, and reads on", async () => {
    const good = Buffer.from('{"参保职工人数":1}\n');
    const { stderr, code } = await evaluated(
      { "行.ndjson": Buffer.concat([good, Buffer.from([0x22, 0xff, 0x0a]), good]) },
      ["--input", "行.ndjson"],
    );
    expect(linesOf(stderr)).toEqual([
      "行.ndjson:2: 错误 [row-unreadable] 有按 utf-8 读不出来的文字",
      "3 行:2 行已算出,1 行有误,没有计算",
    ]);
    expect(code).toBe(1);
  });
});

describe("pools", () => {
  it("are drawn down from row to row, and told in the end", async () => {
    const table = `主体,受疫情影响暂时流动性资金困难,申请金额,已使用额度,定向已使用额度
中小微企业,否,10,39999999980,0
中小微企业,否,10.01,,
中小微企业,否,10,39999999980,
中小微企业,否,0.01,39999999990,
个体工商户,是,0.01,,
`;
    const { code, stdout, stderr } = await evaluated({ "甲.policy": relief, "表.csv": table }, ["--input", "表.csv"]);
    expect(
      linesOf(stdout)
        .slice(1)
        .map((line) => line.split(",")[6]),
    ).toEqual(["应当无息贷款", "超出额度(余10元)", "应当无息贷款", "", "应当无息贷款"]);
    expect(linesOf(stderr)).toEqual([
      "表.csv:5: 错误 [used-differs] 「已使用额度」给出的是 39999999990元,但这一批从 39999999980元 开始逐行累计",
      "资金池「中小微企业纾困专项资金」:这一批支用 20元,余 0元",
      "资金池「定向纾困资金」:这一批支用 0.01元,余 19999999999.99元",
      "5 行:4 行已算出,1 行有误,没有计算",
    ]);
    expect(code).toBe(1);
  });
});

describe("the command line", () => {
  it.each([
    [["--input", "一.json", "--format", "csv"], "--format 只用于逐行的输入"],
    [["--input", "一.json", "--encoding", "gbk"], "--encoding 只用于逐行的输入"],
    [["--input", "表.csv", "--json"], "逐行计算不用 --json,请写 --format ndjson"],
    [["--input", "表.csv", "--format", "xml"], "选项 --format <格式> 不能是「xml」,只能是 ndjson、csv"],
    [["--input", "没有.csv"], "没有「没有.csv」这个文件"],
    [["--input", "表.csv", "--output", "."], "「.」是文件夹,--output 后面要给出文件"],
  ])("%j is refused", async (argv, message) => {
    const { code, stdout, stderr } = await evaluated({ "表.csv": `${HEADER}\n1,0,0\n`, "一.json": "{}" }, argv);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, ""]);
  });

  it("keeps what stood in the output where the header is at fault", async () => {
    const ran = await evaluated({ "表.csv": "参保职工数\n1\n", "出.csv": "旧" }, [
      "--input",
      "表.csv",
      "--output",
      "出.csv",
    ]);
    expect([ran.code, ran.file("出.csv")]).toEqual([1, "旧"]);
  });

  it("shows how far it has come on a terminal alone, and clears that away before a message", async () => {
    const cwd = folderWith({ "甲.policy": refund, "表.csv": `${HEADER}\n1,0,0\n0,0,0\n` });
    const shown = async (isTTY: boolean): Promise<string> => {
      let stderr = "";
      const output = (write: (text: string) => void) => ({
        write,
        drained: () => Promise.resolve(),
        isTTY,
        columns: 80,
      });
      await run(["eval", "甲.policy", "--input", "表.csv"], {
        cwd,
        env: {},
        stdout: output(() => {}),
        stderr: output((text) => (stderr += text)),
        stdin: (async function* () {})(),
        now: () => 0,
        interrupted: () => new Promise(() => {}),
      });
      return stderr;
    };
    const fault = "表.csv:3: 错误 [out-of-range] 「参保职工人数」应至少 1人,给出的是0人\n";
    const summary = "2 行:1 行已算出,1 行有误,没有计算\n";
    expect(await shown(false)).toBe(fault + summary);
    expect(await shown(true)).toBe(`${fault}\r\u001B[K[##############################] 100% 2 行\r\u001B[K${summary}`);
  });
});
