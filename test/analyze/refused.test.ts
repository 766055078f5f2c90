/** Cases whose data is refused are none; others beside them may be. */
import { expect, test } from "vitest";
import { compile, SourceFile } from "../../compiler/index.ts";

/**
 * With 总数 0 人 in other months the division refuses the data; in April 丙 stops before it divides and does not hold,
 * so that 裁员 0 人 of 0 人 in April is a case that no clause covers.
 */
test("a gap where a condition stops before it divides by zero", () => {
  const text = `政策 试

输入
  裁员: 人
  总数: 人
  月份: 月份

结果
  补贴: 元

条款 甲
  裁员 > 总数 => 补贴 100元

条款 乙
  裁员 < 总数 => 补贴 100元

条款 丙
  非 (月份 是 2020-04 或 裁员 / 总数 > 0%) => 补贴 100元

条款 丁
  裁员 = 总数 且 裁员 > 0人 => 补贴 100元
`;
  const gap = compile([new SourceFile("试.policy", text)]).diagnostics.find(({ code }) => code === "gap");
  expect(gap?.witness).toEqual({ 裁员: 0, 总数: 0, 月份: "2020-04" });
});
