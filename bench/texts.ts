/** Policies of any length, alike in every run: clauses on one quantity, each with its own range and grant. */

export function policyText(name: string, clauses: number): string {
  const body = Array.from({ length: clauses }, (_, index) => {
    const from = index * 10;
    const until = index === clauses - 1 ? "" : ` 且 职工人数 < ${from + 10}人`;
    return `条款 第${index + 1}档\n  职工人数 >= ${from}人${until} => 补助 ${1000 + index}元\n`;
  });
  return `政策 ${name}\n\n输入\n  职工人数: 人\n\n结果\n  补助: 元\n\n${body.join("\n")}`;
}
