import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, guiju, smallPolicy } from "./harness.ts";

const folder = (text = smallPolicy()): string => folderWith({ "policies/岗位补贴.policy": text });

describe("analyze", () => {
  it("lists the regions of each outcome", async () => {
    const { code, stdout, stderr } = await guiju(["analyze", "岗位补贴"], { cwd: folder() });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      [
        "政策 岗位补贴",
        "",
        "结果 补贴",
        "  1. 新增岗位 不高于 10人",
        "     → 新增岗位 × 1000元/人  由「十人以下」决定",
        "     例 新增岗位 10人 → 10000元",
        "  2. 新增岗位 高于 10人",
        "     → 新增岗位 × 800元/人  由「超过十人」决定",
        "     例 新增岗位 11人 → 8800元",
        "",
        "结果 标准",
        "  1. 新增岗位 不高于 10人",
        "     → 应当 1000元/人  由「十人以下」决定",
        "     例 新增岗位 10人",
        "  2. 新增岗位 高于 10人",
        "     → 应当 800元/人  由「超过十人」决定",
        "     例 新增岗位 11人",
        "",
      ].join("\n"),
    );
  });

  it("gives them as data", async () => {
    const { code, stdout } = await guiju(["analyze", "岗位补贴", "--json"], { cwd: folder() });
    expect(code).toBe(0);
    const { policy, outcomes } = JSON.parse(stdout) as { policy: string; outcomes: readonly unknown[] };
    expect(policy).toBe("岗位补贴");
    expect(outcomes[1]).toEqual({
      outcome: "标准",
      regions: [
        {
          conditions: [
            {
              subject: "新增岗位",
              text: "新增岗位 不高于 10人",
              words: "不高于 10人",
              spans: [{ to: { value: "10", included: true } }],
            },
          ],
          answer: "应当 1000元/人",
          varies: false,
          example: { 新增岗位: 10 },
          result: {
            status: "determined",
            value: "1000",
            unit: "元/人",
            text: "1000元/人",
            modality: "must",
            clauses: ["岗位补贴/十人以下"],
          },
        },
        {
          conditions: [
            {
              subject: "新增岗位",
              text: "新增岗位 高于 10人",
              words: "高于 10人",
              spans: [{ from: { value: "10", included: false } }],
            },
          ],
          answer: "应当 800元/人",
          varies: false,
          example: { 新增岗位: 11 },
          result: {
            status: "determined",
            value: "800",
            unit: "元/人",
            text: "800元/人",
            modality: "must",
            clauses: ["岗位补贴/超过十人"],
          },
        },
      ],
      unlisted: [],
    });
  });

  it("writes a page", async () => {
    const cwd = folder();
    const ran = await guiju(["analyze", "岗位补贴", "--html", "图.html"], { cwd });
    expect(ran).toEqual({ code: 0, stdout: "", stderr: "已写出 图.html\n" });
    expect(readFileSync(join(cwd, "图.html"), "utf8")).toContain("<h1>岗位补贴:什么情形得什么结果</h1>");
  });

  it("refuses a policy with errors", async () => {
    const { code, stdout, stderr } = await guiju(["analyze", "岗位补贴"], {
      cwd: folder(smallPolicy().replace("新增岗位 > 10人", "新增岗位 >= 10人")),
    });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("错误 [overlap]");
  });
});
