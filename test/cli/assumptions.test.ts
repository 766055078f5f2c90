/** 推定 may follow any statement: what the drafter settled is kept, and shown wherever the statement is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadPolicy } from "../../cli/load.ts";
import { programOf } from "../emit/helpers.ts";
import { folderWith, guiju } from "./harness.ts";

/** By statement, as it stands in the policy below. Of pools, metadata and explanations say nothing at all. */
const metadata = [
  "输入行",
  "输入下一行",
  "未用的输入",
  "定义行",
  "结果行",
  "算式行",
  "条款",
  "规定",
  "表",
  "指标",
  "约束",
];
const all = [...metadata, "资金池"];

const assumption = (statement: string): string => `推定「${statement}的推定」`;

const policy = `政策 补贴
其余 不适用

输入
  人数: 人, 至少 1人    ${assumption("输入行")}
  月数: 月
    ${assumption("输入下一行")}
  备注: 是否    ${assumption("未用的输入")}
  已用: 元

定义
  人月 = 人数 * 月数    ${assumption("定义行")}

结果
  标准: 元/(人·月)    ${assumption("结果行")}
  补贴: 元 = 人月 * 标准    ${assumption("算式行")}
  档: 数

条款 标准
  ${assumption("条款")}
  人数 >= 10人 => 标准 100元/(人·月), 支用 池 10000元    ${assumption("规定")}

表 档次
  ${assumption("表")}
  | 人数        | 档 |
  | 9人以下     | 1  |
  | 10人及以上  | 2  |

指标 人数
  人数 >= 20人    ${assumption("指标")}

约束 月数
  月数 不超过 12个月    ${assumption("约束")}

资金池 池
  总额 20000元    ${assumption("资金池")}
  已用 已用
`;

const told = (text: string): readonly string[] => all.filter((statement) => text.includes(`${statement}的推定`));

describe("what a policy assumes", () => {
  it("stands in the metadata of its module", async () => {
    const { metadata: found } = await loadPolicy(programOf(policy));
    expect(told(JSON.stringify(found))).toEqual(metadata);
    expect(found.inputs.map(({ name, assumptions }) => [name, assumptions])).toEqual([
      ["人数", ["输入行的推定"]],
      ["月数", ["输入下一行的推定"]],
      ["备注", ["未用的输入的推定"]],
      ["已用", []],
      ["基准日", []],
    ]);
  });

  it("is told by explain, under what it is about", async () => {
    const cwd = folderWith({ "补贴.policy": policy });
    const input = JSON.stringify({ 人数: 10, 月数: 2, 已用: 0 });
    const { code, stdout } = await guiju(["explain", "补贴.policy", "--input", "-"], { cwd, stdin: input });
    expect(code).toBe(0);
    expect(told(stdout)).toEqual(metadata);
    expect(stdout).toContain(
      [
        "给出的情形",
        "  人数:10人",
        "    推定:输入行的推定",
        "  月数:2个月",
        "    推定:输入下一行的推定",
        "  备注:未给出",
        "    推定:未用的输入的推定",
        "  已用:0元",
        "",
      ].join("\n"),
    );
  });

  it("stands in its page", async () => {
    const cwd = folderWith({ "policies/补贴.policy": policy });
    expect((await guiju(["docs"], { cwd })).code).toBe(0);
    expect(told(readFileSync(join(cwd, "site/policies/补贴.html"), "utf8"))).toEqual(all);
  });

  it.each(all)("of %s is told by diff where it is worded otherwise, and changes nothing else", async (statement) => {
    const other = policy.replace(`${statement}的推定`, "改过的推定");
    const cwd = folderWith({ "甲.policy": policy, "乙.policy": other });
    const { stdout } = await guiju(["diff", "甲.policy", "乙.policy"], { cwd });
    expect(stdout).toContain("1 份改了写法、意思不变");
    expect(stdout).toMatch(/推定/);
  });

  it("of an input is no difference where it stays as it was", async () => {
    const other = policy.replace("  备注: 是否", "  批注: 是否");
    const cwd = folderWith({
      "甲.policy": policy.replace(assumption("未用的输入"), ""),
      "乙.policy": other.replace(assumption("未用的输入"), ""),
    });
    expect((await guiju(["diff", "甲.policy", "乙.policy"], { cwd })).stdout).not.toContain("推定");
  });
});
