/** A service that pays refunds: what it may count on is checked by the compiler, line by line. */
import { 零就业家庭推荐上岗, 稳岗返还 } from "../../generated/index.ts";

/** Yuan to pay, as exact decimal text; a firm that gives all data always gets an answer. */
export function refund(firm: 稳岗返还.Input): string {
  const { 返还金额 } = 稳岗返还.evaluate(firm);
  switch (返还金额.status) {
    case "determined":
      return String(返还金额.value);
    case "discretion":
      return 返还金额.max;
    case "notApplicable":
      return "0";
    case "notInForce":
      throw new RangeError(`not before ${返还金额.from}`);
    case "conflict":
    case "exhausted":
      throw new RangeError(返还金额.text);
    default:
      // No status is left, `missing` neither.
      return 返还金额 satisfies never;
  }
}

/** What a half-filled form still lacks. */
export function lacking(form: Partial<稳岗返还.Input>): readonly string[] {
  const { 返还金额 } = 稳岗返还.evaluate(form);
  return 返还金额.status === "missing" ? 返还金额.needs : [];
}

/** A working day may lie beyond the calendar, so that the day may be missing though all data are given. */
export function lastDay(case_: 零就业家庭推荐上岗.Input): string | undefined {
  const { 推荐上岗 } = 零就业家庭推荐上岗.evaluate(case_);
  if (推荐上岗.status === "missing") return undefined;
  return 推荐上岗.status === "determined" ? 推荐上岗.due : undefined;
}

export function misuse(): readonly unknown[] {
  const firm: 稳岗返还.Input = { 参保职工人数: 1, 裁员人数: 0, 上年度缴纳失业保险费: 0 };
  return [
    // @ts-expect-error A misspelt term.
    稳岗返还.evaluate({ ...firm, 参保职工数: 1 }),
    // @ts-expect-error Of complete data nothing is missing.
    稳岗返还.evaluate(firm).返还.status === "missing",
    // @ts-expect-error An outcome that the policy does not give.
    稳岗返还.evaluate(firm).返还额,
    // @ts-expect-error A count is no boolean.
    () => 稳岗返还.evaluate({ ...firm, 裁员人数: true }),
  ];
}
