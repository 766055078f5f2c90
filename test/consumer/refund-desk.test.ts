import { expect, test } from "vitest";
import { lacking, lastDay, misuse, refund } from "./refund-desk.ts";

test("pays all at 5.5% exactly, and seven tenths above", () => {
  expect(refund({ 参保职工人数: 1000, 裁员人数: 55, 上年度缴纳失业保险费: "100000.01" })).toBe("100000.01");
  // 70% of 100,000.01 is 70,000.007.
  expect(refund({ 参保职工人数: 1000, 裁员人数: 56, 上年度缴纳失业保险费: "100000.01" })).toBe("70000.01");
});

test("asks for what may still decide", () => {
  expect(lacking({ 参保职工人数: 501 })).toEqual(["裁员人数", "上年度缴纳失业保险费"]);
  expect(lacking({ 参保职工人数: 501, 裁员人数: 0, 上年度缴纳失业保险费: 1 })).toEqual([]);
});

test("counts ten working days from the day after, and knows where the calendar ends", () => {
  const family = { 城镇零就业家庭成员: true, 有劳动能力: true, 有就业意愿: true };
  // 15 and 18–22 May, then 25–28 May 2020: ten days without a holiday.
  expect(lastDay({ ...family, 认定日期: "2020-05-14" })).toBe("2020-05-28");
  expect(lastDay({ ...family, 认定日期: "2090-05-14" })).toBeUndefined();
});

test("the runtime refuses what the types refuse", () => {
  expect(misuse).toThrow("参保职工数");
});
